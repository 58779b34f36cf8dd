//! Answering a client's message.

use domain::policy::Standing;
use domain::{Instant, Principal, Session, WorkItem, WorkItemId};
use serde_json::{Value, json};
use store::{Key, Room, StoreError};

use crate::{Action, Answer, Refusal, Sockets};

/// Why a join did not come about.
enum NotJoined {
    /// The client is told the rule.
    Refused(&'static str),
    /// It is logged, and the client is told to try again.
    Failed(StoreError),
}

impl From<StoreError> for NotJoined {
    fn from(error: StoreError) -> Self {
        NotJoined::Failed(error)
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
        let done = match action {
            Action::Ping => return Some(json!({ "event": "pong" })),
            Action::JoinTicket { ticket_id } => self
                .join(connection_id, ticket_id, now)
                .await
                .map(|()| Some(json!({ "event": "joined", "data": { "ticketId": ticket_id } }))),
            Action::LeaveTicket { ticket_id } => self
                .store
                .leave_room(connection_id, Room::WorkItem(ticket_id))
                .await
                .map(|()| None)
                .map_err(NotJoined::from),
        };
        let refuse = |detail| Some(error(Refusal::new(Some(action.name()), detail)));
        match done {
            Ok(answer) => answer,
            Err(NotJoined::Refused(rule)) => refuse(rule),
            Err(NotJoined::Failed(cause)) => {
                tracing::error!(connection_id, action = action.name(), error = %cause, "an action failed");
                refuse("something went wrong; try again")
            }
        }
    }

    /// Puts the connection into the ticket's room, if its owner may see the ticket now.
    async fn join(&self, connection_id: &str, ticket_id: WorkItemId, now: Instant) -> Result<(), NotJoined> {
        const UNKNOWN: &str = "this connection is not known any more; connect again";
        let connection = self.store.connection(connection_id).await?.ok_or(NotJoined::Refused(UNKNOWN))?;
        let keys = [Key::session(connection.user_id, connection.session_id), Key::work_item(ticket_id)];
        let found = self.store.fetch(&keys).await?;
        may_join(found.get(&keys[0])?, found.get(&keys[1])?, now).map_err(NotJoined::Refused)?;
        self.store.join_room(&connection, Room::WorkItem(ticket_id)).await?;
        Ok(())
    }
}

/// Whether the owner of the session may hear of the ticket; the error is the rule.
fn may_join(session: Option<Session>, item: Option<WorkItem>, now: Instant) -> Result<(), &'static str> {
    let session =
        session.filter(|session| session.is_live(now)).ok_or("the session is over; sign in again")?;
    let principal = Principal::from(session);
    item.filter(|item| item.deleted_at.is_none() && principal.standing(item) != Standing::Stranger)
        .map(|_| ())
        .ok_or("there is no such ticket, or it is not for you")
}

fn error(refusal: Refusal) -> Value {
    json!({ "event": "error", "data": refusal })
}

#[cfg(test)]
mod tests {
    use domain::{PersonRef, Role, SessionId, UserId, WorkItemType};

    use super::*;

    fn now() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    fn session(user_id: UserId, expires_in: i64) -> Session {
        Session {
            id: SessionId::new(now()),
            user_id,
            name: "Jonas".into(),
            role: Role::User,
            team_ids: vec![],
            refresh_hash: String::new(),
            previous_refresh_hash: None,
            refreshed_at: now(),
            user_agent: None,
            ip_address: None,
            created_at: now(),
            expires_at: now().as_second() + expires_in,
        }
    }

    fn ticket_of(creator: UserId) -> WorkItem {
        let creator = PersonRef { id: creator, name: "Jonas".into() };
        WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", creator, now())
    }

    #[test]
    fn only_those_who_see_a_ticket_join_its_room() {
        let (own, other) = (UserId::new(now()), UserId::new(now()));
        assert_eq!(may_join(Some(session(own, 60)), Some(ticket_of(own)), now()), Ok(()));
        let hidden = may_join(Some(session(own, 60)), Some(ticket_of(other)), now());
        let missing = may_join(Some(session(own, 60)), None, now());
        assert!(hidden.is_err());
        assert_eq!(hidden, missing, "a ticket that is not for you looks like none");
    }

    #[test]
    fn a_session_that_is_over_joins_nothing() {
        let own = UserId::new(now());
        for session in [None, Some(session(own, 0))] {
            let refused = may_join(session, Some(ticket_of(own)), now());
            assert_eq!(refused, Err("the session is over; sign in again"));
        }
    }

    #[test]
    fn a_refusal_has_the_contracts_shape() {
        assert_eq!(
            error(Refusal::new(Some("fly"), "no")),
            json!({ "event": "error", "data": { "action": "fly", "detail": "no" } })
        );
    }
}
