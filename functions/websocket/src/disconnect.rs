//! A connection that was closed.

use domain::Instant;

use crate::{Answer, Sockets};

impl Sockets {
    /// Forgets the connection, and tells those who saw its person that the person is gone.
    pub(crate) async fn disconnect(&self, connection_id: &str, now: Instant) -> Answer {
        let closed = match self.store.close_connection(connection_id).await {
            Ok(closed) => closed,
            Err(error) => {
                // The sweep removes it in its time.
                tracing::error!(connection_id, %error, "a closed connection was not removed");
                return Answer::FAILED;
            }
        };
        for place in &closed.places {
            if let Err(error) = self.announce_leaving(place, now).await {
                // It is over in the app by itself, with the next look at the room.
                tracing::warn!(connection_id, %error, "nobody was told that somebody left a room");
            }
        }
        if let Some(connection) = &closed.connection {
            self.announce_offline(connection, now).await;
        }
        Answer::OK
    }
}
