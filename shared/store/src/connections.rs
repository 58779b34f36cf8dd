//! Who is connected by websocket, and to what they listen.

use aws_sdk_dynamodb::operation::delete_item::DeleteItemOutput;
use domain::{Instant, PersonRef, Role, SessionId, TeamId, UserId, WorkItemId};
use futures::future::try_join_all;
use serde::{Deserialize, Serialize};

use crate::presence::Typing;
use crate::query::{Order, Range};
use crate::record::{Index, Place, Record, from_item};
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
    /// The person's name when it was opened; it serves where the session is gone, so a connection without is read.
    #[serde(default)]
    pub name: String,
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
    /// How long its records are kept: the gateway's limit of two hours, and a margin for its clock.
    pub const KEPT_SECONDS: i64 = 2 * 3600 + 300;

    /// How long the gateway may take to open one: the limit of its integrations.
    const OPENING_SECONDS: i64 = 30;

    /// Whether the gateway may still be opening it. Until it has, it calls the connection gone.
    pub fn is_opening(&self, now: Instant) -> bool {
        now.as_second() < self.expires_at - Self::KEPT_SECONDS + Self::OPENING_SECONDS
    }

    /// The person, as records and messages carry it.
    pub fn person(&self) -> PersonRef {
        PersonRef::new(self.user_id, &self.name, None)
    }

    /// Whether the gateway may still hold it.
    pub fn is_open(&self, now: Instant) -> bool {
        self.expires_at > now.as_second()
    }

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
    /// What its person wrote last there; none where it was stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typing: Option<Typing>,
}

impl RoomMember {
    /// The connection in the room, writing nothing.
    pub const fn new(room: Room, connection: Connection) -> Self {
        Self { room, connection, typing: None }
    }
}

/// A connection that was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedConnection {
    /// It, if it was known.
    pub connection: Option<Connection>,
    /// Its places in rooms.
    pub places: Vec<RoomMember>,
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
            transaction = transaction.create(&RoomMember::new(room, connection.clone()))?;
        }
        transaction.commit().await
    }

    /// The connection, if it is known.
    pub async fn connection(&self, id: &str) -> Result<Option<Connection>> {
        self.get(&keys::connection(id)).await
    }

    /// Puts the connection into the room; once more changes nothing. Answers whether it was not there before.
    pub async fn join_room(&self, connection: &Connection, room: Room) -> Result<bool> {
        let member = RoomMember::new(room, connection.clone());
        match self.transaction().create(&member)?.commit().await {
            Ok(()) => Ok(true),
            Err(CommitError::Store(error)) => Err(error),
            Err(CommitError::Taken | CommitError::Stale | CommitError::Repeated(_)) => Ok(false),
        }
    }

    /// Takes the connection out of the room. Answers its place there, if it had one.
    pub async fn leave_room(&self, connection_id: &str, room: Room) -> Result<Option<RoomMember>> {
        let left: DeleteItemOutput = self
            .client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(keys::room_member(&room, connection_id).to_attributes()))
            .return_values(aws_sdk_dynamodb::types::ReturnValue::AllOld)
            .send()
            .await
            .map_err(|error| crate::StoreError::call("DeleteItem", error))?;
        left.attributes.map(from_item).transpose()
    }

    /// Forgets a connection that the gateway calls gone, unless it is only being opened: that one hears nothing yet, and
    /// who opens it reads everything afterwards.
    pub async fn forget_gone_connection(&self, id: &str, now: Instant) -> Result<()> {
        if self.connection(id).await?.is_none_or(|connection| !connection.is_opening(now)) {
            self.close_connection(id).await?;
        }
        Ok(())
    }

    /// Forgets a connection and its places in rooms, and answers what they were; one that is gone already is no error.
    pub async fn close_connection(&self, id: &str) -> Result<ClosedConnection> {
        let range = Range {
            index: Some(Index::One),
            partition: keys::connection_rooms(id),
            from: "ROOM#".into(),
            to: format!("ROOM#{}", keys::LAST),
            order: Order::Ascending,
        };
        let reads = (self.connection(id), self.page::<RoomMember>(&range, None, Self::MOST_ROOMS));
        let (connection, listed) = tokio::try_join!(reads.0, reads.1)?;
        let mut places = listed.items;
        // The index may not show yet what was just opened; the rooms of the beginning are known without it.
        for room in connection.iter().flat_map(Connection::standing_rooms) {
            if let Some(connection) =
                connection.as_ref().filter(|_| places.iter().all(|place| place.room != room))
            {
                places.push(RoomMember::new(room, connection.clone()));
            }
        }
        let mut transaction = self.transaction().delete(&keys::connection(id))?;
        for place in &places {
            transaction = transaction.delete(&keys::room_member(&place.room, id))?;
        }
        match transaction.commit().await {
            Err(CommitError::Store(error)) => Err(error),
            Ok(()) | Err(CommitError::Stale | CommitError::Taken | CommitError::Repeated(_)) => {
                Ok(ClosedConnection { connection, places })
            }
        }
    }

    /// Which of these people have a connection that is open at `now`: a Query for each at the same time.
    pub async fn online(&self, people: &[UserId], now: Instant) -> Result<Vec<UserId>> {
        // More than one only where a connection was not closed properly and is over by now.
        const LOOKED_AT: usize = 10;
        let is_online = async |person: &UserId| {
            let range = within(keys::room_partition(&Room::User(*person)), keys::MEMBER);
            let members = self.page::<RoomMember>(&range, None, LOOKED_AT).await?.items;
            let is_open = members.iter().any(|member| member.connection.is_open(now));
            Ok::<_, crate::StoreError>(is_open.then_some(*person))
        };
        Ok(try_join_all(people.iter().map(is_online)).await?.into_iter().flatten().collect())
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
