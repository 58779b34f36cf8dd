//! Who listens now, with the right that each has now.

use std::collections::HashMap;

use domain::{Instant, Principal, Session};
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

/// Those who are connected.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Audience {
    /// Connections whose session is good.
    pub listeners: Vec<Listener>,
    /// Connections whose session is over: signed out, deactivated, run out.
    pub over: Vec<String>,
}

impl Audience {
    /// Reads the rooms at the same time, then the sessions of those who are in them.
    pub async fn in_rooms(store: &Store, rooms: &[Room], now: Instant) -> Result<Self> {
        let members = try_join_all(rooms.iter().map(|room| store.members(*room))).await?;
        Self::behind(store, members.into_iter().flatten().map(|member| member.connection), now).await
    }

    /// Reads the sessions behind the connections. Several tabs of one sign-in share a session, which is read once.
    pub async fn behind(
        store: &Store,
        connections: impl Iterator<Item = Connection>,
        now: Instant,
    ) -> Result<Self> {
        let connections = distinct(connections, now);
        let mut keys: Vec<Key> = Vec::new();
        for connection in &connections {
            let key = Key::session(connection.user_id, connection.session_id);
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut sessions = store::Fetched::default();
        for read in try_join_all(keys.chunks(SESSIONS_A_READ).map(|chunk| store.fetch(chunk))).await? {
            sessions.extend(read);
        }
        let mut audience = Self::default();
        for connection in connections {
            let key = Key::session(connection.user_id, connection.session_id);
            let session: Option<Session> = sessions.get(&key)?;
            match session.filter(|session| session.is_live(now)) {
                Some(session) => audience
                    .listeners
                    .push(Listener { connection_id: connection.id, principal: session.into() }),
                None => audience.over.push(connection.id),
            }
        }
        Ok(audience)
    }
}

/// Each connection once, however many of the rooms it is in; those that the gateway has closed by now are left out.
fn distinct(connections: impl Iterator<Item = Connection>, now: Instant) -> Vec<Connection> {
    let mut seen: HashMap<String, Connection> = HashMap::new();
    for connection in connections.filter(|connection| connection.is_open(now)) {
        seen.entry(connection.id.clone()).or_insert(connection);
    }
    seen.into_values().collect()
}

#[cfg(test)]
mod tests {
    use domain::{Role, SessionId, UserId};

    use super::*;

    #[test]
    fn a_connection_in_two_rooms_counts_once_and_a_closed_one_not_at_all() {
        let now = Instant::from_millisecond(1_790_000_000_000);
        let connection = |id: &str, expires_at| Connection {
            id: id.into(),
            user_id: UserId::new(now),
            name: "Ana".into(),
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
