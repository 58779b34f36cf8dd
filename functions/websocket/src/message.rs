//! Answering a client's message.

use domain::policy::Denied;
use domain::{Instant, Principal, Session};
use serde_json::{Value, json};
use store::{Connection, StoreError};

use crate::{Action, Answer, Refusal, Sockets};

/// Why something was not done.
#[derive(Debug)]
pub(crate) enum NotDone {
    /// The client is told the rule.
    Refused(&'static str),
    /// It is logged, and the client is told to try again.
    Failed(StoreError),
}

impl From<StoreError> for NotDone {
    fn from(error: StoreError) -> Self {
        NotDone::Failed(error)
    }
}

impl From<Denied> for NotDone {
    fn from(denied: Denied) -> Self {
        NotDone::Refused(denied.0)
    }
}

impl NotDone {
    pub(crate) const SESSION_OVER: &str = "the session is over; sign in again";

    /// The owner of the session, if it is good.
    pub(crate) fn unless_live(session: Option<Session>, now: Instant) -> Result<Principal, Self> {
        session
            .filter(|session| session.is_live(now))
            .map(Principal::from)
            .ok_or(Self::Refused(Self::SESSION_OVER))
    }
}

impl Sockets {
    /// Does what the message asks for and answers it.
    pub(crate) async fn message(&self, connection_id: &str, body: &str, now: Instant) -> Answer {
        let answer = match Action::parse(body) {
            Ok(action) => self.act(connection_id, action, now).await,
            Err(refusal) => Some(error(refusal)),
        };
        if let Some(answer) = answer
            && let Err(error) = self.gateway.post(connection_id, &answer.to_string()).await
        {
            tracing::warn!(connection_id, %error, "an answer was not sent");
        }
        Answer::OK
    }

    async fn act(&self, connection_id: &str, action: Action, now: Instant) -> Option<Value> {
        let name = action.name();
        let done = match action {
            Action::Ping => Ok(Some(json!({ "event": "pong" }))),
            Action::Join(item_type, id) => self.join(connection_id, item_type, id, now).await.map(Some),
            Action::Leave(_, id) => self.leave(connection_id, id, now).await.map(|()| None),
            Action::StartTyping { work_item_id, is_internal } => {
                self.start_typing(connection_id, work_item_id, is_internal, now).await.map(|()| None)
            }
            Action::StopTyping { work_item_id } => {
                self.stop_typing(connection_id, work_item_id, now).await.map(|()| None)
            }
            Action::AskPresence { user_ids } => {
                self.ask_presence(connection_id, &user_ids, now).await.map(Some)
            }
        };
        let refuse = |detail| Some(error(Refusal::new(Some(name), detail)));
        match done {
            Ok(answer) => answer,
            Err(NotDone::Refused(rule)) => refuse(rule),
            Err(NotDone::Failed(cause)) => {
                tracing::error!(connection_id, action = name, error = %cause, "an action failed");
                refuse("something went wrong; try again")
            }
        }
    }

    /// The connection, if it is known.
    pub(crate) async fn known(&self, connection_id: &str) -> Result<Connection, NotDone> {
        const UNKNOWN: &str = "this connection is not known any more; connect again";
        self.store.connection(connection_id).await?.ok_or(NotDone::Refused(UNKNOWN))
    }
}

fn error(refusal: Refusal) -> Value {
    json!({ "event": "error", "data": refusal })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_has_the_contracts_shape() {
        assert_eq!(
            error(Refusal::new(Some("fly"), "no")),
            json!({ "event": "error", "data": { "action": "fly", "detail": "no" } })
        );
    }
}
