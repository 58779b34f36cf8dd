//! Opening a connection.

use domain::Instant;
use store::{CommitError, Connection};

use crate::{Answer, Sockets};

impl Sockets {
    /// Opens the connection for whoever holds the token, if the session behind it is good.
    pub(crate) async fn connect(&self, connection_id: &str, token: &str, now: Instant) -> Answer {
        let Ok(claims) = self.verifier.verify_websocket(token, now) else {
            return Answer::UNAUTHORIZED;
        };
        let session = match self.store.session(claims.user_id, claims.session_id).await {
            Ok(session) => session,
            Err(error) => {
                tracing::error!(connection_id, user_id = %claims.user_id, %error, "a session cannot be read");
                return Answer::FAILED;
            }
        };
        let Some(session) = session.filter(|session| session.is_live(now)) else {
            return Answer::UNAUTHORIZED;
        };
        let connection = Connection {
            id: connection_id.to_owned(),
            user_id: session.user_id,
            name: session.name,
            role: session.role,
            team_ids: session.team_ids,
            session_id: session.id,
            expires_at: now.as_second() + Connection::KEPT_SECONDS,
        };
        match self.store.open_connection(&connection).await {
            // A call that the SDK repeats may find its own first try.
            Ok(()) | Err(CommitError::Taken) => {}
            Err(error) => {
                tracing::error!(connection_id, user_id = %connection.user_id, %error, "a connection cannot be opened");
                return Answer::FAILED;
            }
        }
        self.announce_online(&connection, now).await;
        Answer::OK
    }
}
