//! Who is connected at all: `user:online`, `user:offline`, `presence:ask`.

use app::audience::Audience;
use domain::policy::Operation;
use domain::{Instant, UserId};
use serde_json::{Value, json};
use store::{Connection, Key, Room};

use crate::Sockets;
use crate::message::NotDone;
use crate::push::{Post, message};

impl Sockets {
    /// Tells that the person is there now, where this is the person's first connection. Nobody may hear of it, which is
    /// no reason to refuse the connection.
    pub(crate) async fn announce_online(&self, connection: &Connection, now: Instant) {
        self.announce(connection, "user:online", now).await;
    }

    /// Tells that the person is gone, where this was the person's last connection.
    pub(crate) async fn announce_offline(&self, connection: &Connection, now: Instant) {
        self.announce(connection, "user:offline", now).await;
    }

    async fn announce(&self, connection: &Connection, event: &str, now: Instant) {
        match self.told_of(connection, event, now).await {
            Ok(posts) => self.post_all(posts).await,
            Err(error) => {
                tracing::warn!(connection_id = connection.id, event, %error, "nobody was told");
            }
        }
    }

    /// The messages for staff of the person's teams and admins; none where the person has another connection.
    async fn told_of(&self, connection: &Connection, event: &str, now: Instant) -> store::Result<Vec<Post>> {
        let own = self.store.members(Room::User(connection.user_id)).await?;
        if own.iter().any(|one| one.connection.id != connection.id && one.connection.is_open(now)) {
            return Ok(Vec::new());
        }
        let mut rooms = vec![Room::Everything];
        rooms.extend(connection.team_ids.iter().copied().map(Room::Team));
        let audience = Audience::in_rooms(&self.store, &rooms, now).await?;
        let text = message(event, json!({ "user": connection.person() }), now);
        let may_hear = |listener: &app::audience::Listener| {
            listener.principal.user_id != connection.user_id
                && listener.principal.may_in_general(Operation::ListUsers).is_ok()
        };
        let told = audience.listeners.into_iter().filter(may_hear);
        Ok(told.map(|listener| Post { connection_id: listener.connection_id, text: text.clone() }).collect())
    }

    /// Answers which of the people are connected.
    pub(crate) async fn ask_presence(
        &self,
        connection_id: &str,
        user_ids: &[UserId],
        now: Instant,
    ) -> Result<Value, NotDone> {
        let connection = self.known(connection_id).await?;
        let key = Key::session(connection.user_id, connection.session_id);
        let asked = std::slice::from_ref(&key);
        let (found, online) = tokio::try_join!(self.store.fetch(asked), self.store.online(user_ids, now))?;
        let principal = NotDone::unless_live(found.get(&key)?, now)?;
        principal.may_in_general(Operation::ListUsers)?;
        Ok(json!({ "event": "presence:state", "data": { "userIds": user_ids, "online": online }, "at": now }))
    }
}
