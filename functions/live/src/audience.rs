//! Who listens now.

use std::collections::HashMap;

use domain::{Activity, Instant, Principal, Session};
use futures::future::try_join_all;
use store::{Connection, Key, Result, Room, Store};

/// The most sessions that one read takes.
const SESSIONS_A_READ: usize = 100;

/// A connection, with the person behind it as the session says now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listener {
    /// The gateway's name for the connection.
    pub connection_id: String,
    /// Whose it is.
    pub principal: Principal,
}

/// Those who are connected and listen to the activity's rooms.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Connections whose session is good.
    pub listeners: Vec<Listener>,
    /// Connections whose session is over: signed out, deactivated, run out.
    pub over: Vec<String>,
}

/// The rooms that may hear of the activity. What each of those in them may know is another question.
fn rooms(activity: &Activity) -> Vec<Room> {
    let Some(item) = &activity.work_item else {
        return Vec::new();
    };
    let mut rooms = vec![Room::Everything, Room::User(item.creator.id), Room::WorkItem(item.id)];
    rooms.extend(item.team_id.map(Room::Team));
    for person in item.assignee.iter().chain(&activity.previous_assignee).chain(&item.watchers) {
        let room = Room::User(person.id);
        if !rooms.contains(&room) {
            rooms.push(room);
        }
    }
    rooms
}

/// Reads the rooms at the same time, then the sessions of those who are in them.
pub(crate) async fn read(store: &Store, activity: &Activity, now: Instant) -> Result<Audience> {
    let members = try_join_all(rooms(activity).into_iter().map(|room| store.members(room))).await?;
    let connections = distinct(members.into_iter().flatten().map(|member| member.connection), now);
    let keys: Vec<Key> = connections
        .iter()
        .map(|connection| Key::session(connection.user_id, connection.session_id))
        .collect();
    // Several tabs of one sign-in share a session; the store reads it once.
    let reads = try_join_all(keys.chunks(SESSIONS_A_READ).map(|chunk| store.fetch(chunk))).await?;
    let mut audience = Audience::default();
    for ((connection, key), read) in
        connections.into_iter().zip(&keys).zip((0..).map(|position| &reads[position / SESSIONS_A_READ]))
    {
        let session: Option<Session> = read.get(key)?;
        match session.filter(|session| session.is_live(now)) {
            Some(session) => {
                audience.listeners.push(Listener { connection_id: connection.id, principal: session.into() })
            }
            None => audience.over.push(connection.id),
        }
    }
    Ok(audience)
}

/// Each connection once, however many of the rooms it is in; those that the gateway has closed by now are left out.
fn distinct(connections: impl Iterator<Item = Connection>, now: Instant) -> Vec<Connection> {
    let mut seen: HashMap<String, Connection> = HashMap::new();
    for connection in connections.filter(|connection| connection.expires_at > now.as_second()) {
        seen.entry(connection.id.clone()).or_insert(connection);
    }
    seen.into_values().collect()
}

#[cfg(test)]
mod tests {
    use domain::{Role, SessionId, UserId};

    use super::*;
    use crate::pushes::tests::sample;

    #[test]
    fn the_sample_event_reaches_each_room_once() {
        let activity = sample();
        let item = activity.work_item.as_ref().unwrap();
        assert_eq!(
            rooms(&activity),
            [
                Room::Everything,
                Room::User(item.creator.id),
                Room::WorkItem(item.id),
                Room::Team(item.team_id.unwrap()),
                Room::User(item.assignee.as_ref().unwrap().id),
            ]
        );
    }

    #[test]
    fn a_requester_who_is_the_assignee_has_one_room() {
        let mut activity = sample();
        let item = activity.work_item.as_mut().unwrap();
        item.assignee = Some(item.creator.clone());
        let own = Room::User(item.creator.id);
        assert_eq!(rooms(&activity).into_iter().filter(|room| *room == own).count(), 1);
    }

    #[test]
    fn a_connection_in_two_rooms_counts_once_and_a_closed_one_not_at_all() {
        let now = Instant::from_millisecond(1_790_000_000_000);
        let connection = |id: &str, expires_at| Connection {
            id: id.into(),
            user_id: UserId::new(now),
            role: Role::Agent,
            team_ids: vec![],
            session_id: SessionId::new(now),
            expires_at,
        };
        let later = now.as_second() + 1;
        let found = distinct(
            [connection("a", later), connection("a", later), connection("b", now.as_second())].into_iter(),
            now,
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].id, "a");
    }
}
