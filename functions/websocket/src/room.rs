//! In and out of an item's room, and who else is there.

use domain::policy::{self, Presence, Standing, WorkItemScope, may_notice};
use domain::{Instant, PersonRef, Principal, Session, WorkItem, WorkItemId, WorkItemType};
use serde_json::{Value, json};
use store::{Key, Room, RoomMember};

use crate::Sockets;
use crate::message::NotDone;
use crate::push::message;
use crate::scene::{Scene, presence};

/// How a message names an item of this type.
const fn id_field(item_type: WorkItemType) -> &'static str {
    match item_type {
        WorkItemType::Ticket => "ticketId",
        WorkItemType::Task => "taskId",
    }
}

fn viewing(item: WorkItemId, user: &PersonRef, is_viewing: bool, now: Instant) -> String {
    message("user:viewing", json!({ "workItemId": item, "user": user, "isViewing": is_viewing }), now)
}

pub(crate) fn typing(item: WorkItemId, user: &PersonRef, presence: Presence, now: Instant) -> String {
    let data = json!({
        "workItemId": item,
        "user": user,
        "isTyping": presence != Presence::Viewing,
        "isInternal": presence == Presence::Noting,
    });
    message("user:typing", data, now)
}

impl Sockets {
    /// Puts the connection into the item's room, if its owner may see the item now, and tells those who are there;
    /// answers who they are. Once more changes nothing, and answers who is there now.
    pub(crate) async fn join(
        &self,
        connection_id: &str,
        item_type: WorkItemType,
        id: WorkItemId,
        now: Instant,
    ) -> Result<Value, NotDone> {
        let connection = self.known(connection_id).await?;
        let keys = [Key::session(connection.user_id, connection.session_id), Key::work_item(id)];
        let found = self.store.fetch(&keys).await?;
        let principal = may_join(found.get(&keys[0])?, found.get(&keys[1])?, item_type, now)?;
        let is_new = self.store.join_room(&connection, Room::WorkItem(id)).await?;
        // It is read after the own place was written: of two who come at the same time, one sees the other.
        let scene = Scene::read(&self.store, id, now).await?.ok_or(NotDone::Refused(not_there(item_type)))?;
        if is_new && !scene.has_besides(principal.user_id, connection_id) {
            let doer = principal.standing(&scene.item);
            let text = viewing(id, &principal.to_ref(), true, now);
            let notices = |listener| may_notice(listener, doer, Presence::Viewing).then(|| text.clone());
            self.post_all(scene.tell_others(principal.user_id, notices)).await;
        }
        let mut data = json!({ "workItemId": id, "viewers": scene.viewers(&principal, now) });
        data[id_field(item_type)] = json!(id);
        Ok(json!({ "event": "joined", "data": data, "at": now }))
    }

    /// Takes the connection out of the item's room and tells those who remain.
    pub(crate) async fn leave(
        &self,
        connection_id: &str,
        id: WorkItemId,
        now: Instant,
    ) -> Result<(), NotDone> {
        if let Some(place) = self.store.leave_room(connection_id, Room::WorkItem(id)).await? {
            self.announce_leaving(&place, now).await?;
        }
        Ok(())
    }

    /// Tells those who remain in an item's room that somebody is gone, or at least writes no more.
    pub(crate) async fn announce_leaving(&self, place: &RoomMember, now: Instant) -> store::Result<()> {
        let Room::WorkItem(id) = place.room else {
            return Ok(());
        };
        let Some(scene) = Scene::read(&self.store, id, now).await? else {
            return Ok(());
        };
        let connection = &place.connection;
        let (person, user) = (connection.user_id, connection.person());
        // The session may be over. Who has lost sight of the item goes all the same.
        let scope = WorkItemScope::from(&scene.item);
        let doer = match policy::standing(person, connection.role, &connection.team_ids, scope) {
            Standing::Stranger => Standing::Watcher,
            standing => standing,
        };
        let before = presence(doer, place.typing, now);
        let is_gone = !scene.has_besides(person, &connection.id);
        let text = |listener| {
            if is_gone && may_notice(listener, doer, Presence::Viewing) {
                return Some(viewing(id, &user, false, now));
            }
            let noticed = before != Presence::Viewing && may_notice(listener, doer, before);
            noticed.then(|| typing(id, &user, Presence::Viewing, now))
        };
        self.post_all(scene.tell_others(person, text)).await;
        Ok(())
    }
}

const fn not_there(item_type: WorkItemType) -> &'static str {
    match item_type {
        WorkItemType::Ticket => "there is no such ticket, or it is not for you",
        WorkItemType::Task => "there is no such task, or it is not for you",
    }
}

/// The owner of the session, if that person may hear of the item.
fn may_join(
    session: Option<Session>,
    item: Option<WorkItem>,
    item_type: WorkItemType,
    now: Instant,
) -> Result<Principal, NotDone> {
    let principal = NotDone::unless_live(session, now)?;
    let is_there = item.is_some_and(|item| {
        item.item_type == item_type
            && item.deleted_at.is_none()
            && principal.standing(&item) != Standing::Stranger
    });
    if is_there { Ok(principal) } else { Err(NotDone::Refused(not_there(item_type))) }
}

#[cfg(test)]
mod tests {
    use domain::{Role, SessionId, UserId};

    use super::*;

    fn now() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    fn session(user_id: UserId, expires_in: i64) -> Session {
        Session {
            id: SessionId::new(now()),
            user_id,
            name: "Jonas".into(),
            avatar: None,
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
        let creator = PersonRef::new(creator, "Jonas", None);
        WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", creator, now())
    }

    fn rule(refused: Result<Principal, NotDone>) -> &'static str {
        match refused {
            Err(NotDone::Refused(rule)) => rule,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn only_those_who_see_a_ticket_join_its_room() {
        let (own, other) = (UserId::new(now()), UserId::new(now()));
        let ask =
            |item: Option<WorkItem>, item_type| may_join(Some(session(own, 60)), item, item_type, now());
        assert!(ask(Some(ticket_of(own)), WorkItemType::Ticket).is_ok());
        let hidden = rule(ask(Some(ticket_of(other)), WorkItemType::Ticket));
        assert_eq!(
            hidden,
            rule(ask(None, WorkItemType::Ticket)),
            "a ticket that is not for you looks like none"
        );
        assert_eq!(
            rule(ask(Some(ticket_of(own)), WorkItemType::Task)),
            "there is no such task, or it is not for you"
        );
    }

    #[test]
    fn a_session_that_is_over_joins_nothing() {
        let own = UserId::new(now());
        for session in [None, Some(session(own, 0))] {
            let refused = may_join(session, Some(ticket_of(own)), WorkItemType::Ticket, now());
            assert_eq!(rule(refused), "the session is over; sign in again");
        }
    }
}
