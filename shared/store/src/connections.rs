//! Who is connected by websocket, and to what they listen.

use domain::{Role, SessionId, TeamId, UserId, WorkItemId};
use serde::{Deserialize, Serialize};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::work_items::within;
use crate::{CommitError, Result, Store, keys};

/// A set of connections that hear the same things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "camelCase")]
pub enum Room {
    /// Admins hear of every change.
    Everything,
    /// One person's connections.
    User(UserId),
    /// A team's staff.
    Team(TeamId),
    /// Those who look at the work item now.
    WorkItem(WorkItemId),
}

/// One open websocket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// The gateway's name for it.
    pub id: String,
    /// Whose it is.
    pub user_id: UserId,
    /// The person's role when it was opened.
    pub role: Role,
    /// The person's teams when it was opened.
    pub team_ids: Vec<TeamId>,
    /// The sign-in that opened it.
    pub session_id: SessionId,
    /// Seconds since 1970: the gateway has closed it by then.
    pub expires_at: i64,
}

impl Connection {
    /// The rooms that a connection is in from its beginning.
    pub fn standing_rooms(&self) -> Vec<Room> {
        let mut rooms = vec![Room::User(self.user_id)];
        if self.role == Role::Admin {
            rooms.push(Room::Everything);
        } else if self.role.is_staff() {
            rooms.extend(self.team_ids.iter().copied().map(Room::Team));
        }
        rooms
    }
}

impl Record for Connection {
    fn kind(&self) -> &'static str {
        "CONNECTION"
    }

    fn place(&self) -> Place {
        Place::at(keys::connection(&self.id))
            .listed(Index::Four, keys::CONNECTIONS, keys::by_second(self.expires_at))
            .expiring(self.expires_at)
    }
}

/// A connection in a room, with what the policy asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomMember {
    /// The room.
    pub room: Room,
    /// The connection.
    pub connection: Connection,
}

impl Record for RoomMember {
    fn kind(&self) -> &'static str {
        "ROOM_MEMBER"
    }

    /// It is found from the room, and from the connection when that closes.
    fn place(&self) -> Place {
        Place::at(keys::room_member(&self.room, &self.connection.id))
            .listed(Index::One, keys::connection_rooms(&self.connection.id), keys::room_partition(&self.room))
            .expiring(self.connection.expires_at)
    }
}

impl Store {
    /// The most connections that one room tells of.
    pub const MOST_MEMBERS: usize = 500;

    /// The most rooms that one connection is in.
    pub const MOST_ROOMS: usize = 90;

    /// A new connection with its standing rooms.
    pub async fn open_connection(&self, connection: &Connection) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().create(connection)?;
        for room in connection.standing_rooms() {
            transaction = transaction.create(&RoomMember { room, connection: connection.clone() })?;
        }
        transaction.commit().await
    }

    /// The connection, if it is known.
    pub async fn connection(&self, id: &str) -> Result<Option<Connection>> {
        self.get(&keys::connection(id)).await
    }

    /// Puts the connection into the room; once more changes nothing.
    pub async fn join_room(&self, connection: &Connection, room: Room) -> Result<()> {
        let member = RoomMember { room, connection: connection.clone() };
        match self.transaction().create(&member)?.commit().await {
            Ok(()) | Err(CommitError::Taken) => Ok(()),
            Err(CommitError::Store(error)) => Err(error),
            Err(CommitError::Stale | CommitError::Repeated(_)) => Ok(()),
        }
    }

    /// Takes the connection out of the room, if it is in it.
    pub async fn leave_room(&self, connection_id: &str, room: Room) -> Result<()> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(keys::room_member(&room, connection_id).to_attributes()))
            .send()
            .await
            .map_err(|error| crate::StoreError::call("DeleteItem", error))?;
        Ok(())
    }

    /// Forgets a connection and its places in rooms; one that is gone already is no error.
    pub async fn close_connection(&self, id: &str) -> Result<()> {
        let range = Range {
            index: Some(Index::One),
            partition: keys::connection_rooms(id),
            from: "ROOM#".into(),
            to: format!("ROOM#{}", keys::LAST),
            order: Order::Ascending,
        };
        let members = self.page::<RoomMember>(&range, None, Self::MOST_ROOMS).await?.items;
        let mut transaction = self.transaction().delete(&keys::connection(id))?;
        for member in members {
            transaction = transaction.delete(&keys::room_member(&member.room, id))?;
        }
        match transaction.commit().await {
            Ok(()) => Ok(()),
            Err(CommitError::Store(error)) => Err(error),
            Err(CommitError::Stale | CommitError::Taken | CommitError::Repeated(_)) => Ok(()),
        }
    }

    /// Those who are in the room.
    pub async fn members(&self, room: Room) -> Result<Vec<RoomMember>> {
        let range = within(keys::room_partition(&room), keys::MEMBER);
        Ok(self.page(&range, None, Self::MOST_MEMBERS).await?.items)
    }

    /// Connections that have outlived the gateway's limit at `now` (seconds since 1970), up to 100.
    pub async fn stale_connections(&self, now: i64) -> Result<Vec<Connection>> {
        let range = Range {
            index: Some(Index::Four),
            partition: keys::CONNECTIONS.into(),
            from: keys::by_second(0),
            to: keys::by_second(now),
            order: Order::Ascending,
        };
        Ok(self.page(&range, None, 100).await?.items)
    }
}
