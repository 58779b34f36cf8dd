//! Who may know what was done, and what others do at this moment.

use super::{Principal, Standing, WorkItemScope, is_visible_change};
use crate::{Action, Activity, Role};

/// What somebody does with an item at this moment; of several, a colleague is told the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    /// Looks at it.
    Viewing,
    /// Writes an internal comment.
    Noting,
    /// Writes a public comment.
    Replying,
}

/// Whether somebody who stands to an item as `listener` may know what somebody does who stands to it as `doer`.
///
/// Those who handle an item see everybody who is there, so that nobody answers twice. Everybody else learns only that an
/// answer to them is being written: who looks at their ticket, and who talks about it, is the staff's own.
pub const fn may_notice(listener: Standing, doer: Standing, presence: Presence) -> bool {
    match (listener, doer, presence) {
        (Standing::Stranger, _, _) | (_, Standing::Stranger, _) => false,
        (Standing::Handler, _, _) => true,
        (Standing::Requester | Standing::Watcher, Standing::Handler, Presence::Replying) => true,
        (Standing::Requester | Standing::Watcher, _, _) => false,
    }
}

impl Principal {
    /// Whether this person may know of what was done: to work, those who handled it as it was then, and who raised or
    /// followed it, as far as it is told to them; to accounts, teams and categories, admins. Of one's own deeds
    /// everybody may know, as far as they are not internal matters of work that one does not handle.
    pub fn may_know(&self, activity: &Activity) -> bool {
        let is_own = activity.actor.id == self.user_id;
        let Some(item) = &activity.work_item else {
            return self.role == Role::Admin || is_own;
        };
        match self.standing(WorkItemScope::from(item)) {
            Standing::Handler => true,
            standing @ (Standing::Requester | Standing::Watcher) => {
                !activity.is_internal && (is_own || is_told(standing, activity))
            }
            Standing::Stranger => false,
        }
    }
}

impl Activity {
    /// Whether whoever raised the work may know of it as its requester: what is listed for them holds nothing else.
    pub fn is_for_requester(&self) -> bool {
        let is_own = self.work_item.as_ref().is_some_and(|item| item.creator.id == self.actor.id);
        !self.is_internal && (is_own || is_told(Standing::Requester, self))
    }
}

/// Whether a change that is not internal is told to somebody of this standing, who does not handle the item.
fn is_told(standing: Standing, activity: &Activity) -> bool {
    match activity.action {
        Action::Created
        | Action::Assigned
        | Action::Commented
        | Action::CommentEdited
        | Action::CommentDeleted
        | Action::Attached
        | Action::AttachmentDeleted
        | Action::Deleted
        | Action::Restored
        | Action::Merged => true,
        Action::Updated => activity.changes.iter().any(|change| is_visible_change(standing, change)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, Instant, PersonRef, SessionId, TeamId, UserId, WorkItem, WorkItemType};
    use Presence::{Noting, Replying, Viewing};
    use Standing::{Handler, Requester, Stranger, Watcher};

    fn at() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    /// For each listener: what it may notice of each doer, viewing, replying and noting.
    #[test]
    fn who_notices_whom() {
        let all = [true, true, true];
        let none = [false, false, false];
        let answer = [false, true, false];
        let table = [
            (Handler, [all, all, all, none]),
            (Requester, [answer, none, none, none]),
            (Watcher, [answer, none, none, none]),
            (Stranger, [none, none, none, none]),
        ];
        for (listener, expected) in table {
            for (doer, expected) in [Handler, Requester, Watcher, Stranger].into_iter().zip(expected) {
                let noticed =
                    [Viewing, Replying, Noting].map(|presence| may_notice(listener, doer, presence));
                assert_eq!(noticed, expected, "{listener:?} of {doer:?}");
            }
        }
    }

    fn principal(role: Role, team_ids: Vec<TeamId>) -> Principal {
        Principal {
            user_id: UserId::new(at()),
            name: "P".into(),
            avatar: None,
            role,
            team_ids,
            session_id: SessionId::new(at()),
        }
    }

    /// The people around a ticket: an admin, staff of its team, its requester, a follower, other staff, another user.
    fn people(team: TeamId) -> [Principal; 6] {
        [
            principal(Role::Admin, vec![]),
            principal(Role::Agent, vec![team]),
            principal(Role::User, vec![]),
            principal(Role::User, vec![]),
            principal(Role::Manager, vec![TeamId::new(at())]),
            principal(Role::User, vec![]),
        ]
    }

    fn change(field: &str) -> Change {
        Change { field: field.into(), before: serde_json::Value::Null, after: 1.into() }
    }

    #[test]
    fn who_knows_what_was_done_to_a_ticket() {
        let team = TeamId::new(at());
        let people = people(team);
        let mut item = WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", people[2].to_ref(), at());
        item.team_id = Some(team);
        item.watchers = vec![people[3].to_ref()];
        let table = [
            (Action::Created, vec![], false, [true, true, true, true, false, false]),
            (Action::Updated, vec![change("status")], false, [true, true, true, true, false, false]),
            (Action::Updated, vec![change("tags")], false, [true, true, false, false, false, false]),
            (Action::Commented, vec![], false, [true, true, true, true, false, false]),
            (Action::Commented, vec![], true, [true, true, false, false, false, false]),
            (Action::Deleted, vec![], false, [true, true, true, true, false, false]),
            (Action::WatchersChanged, vec![], false, [true, true, false, false, false, false]),
            (Action::LinksChanged, vec![], false, [true, true, false, false, false, false]),
        ];
        let someone = PersonRef::new(UserId::new(at()), "S", None);
        for (action, changes, is_internal, expected) in table {
            let mut activity = Activity::new(action, someone.clone(), Role::Agent, at());
            activity.work_item_id = Some(item.id);
            activity.work_item = Some(item.to_summary());
            activity.changes = changes;
            activity.is_internal = is_internal;
            let known = people.each_ref().map(|person| person.may_know(&activity));
            assert_eq!(activity.is_for_requester(), known[2], "{action:?} {:?}", activity.changes);
            assert_eq!(known, expected, "{action:?} {:?} internal: {is_internal}", activity.changes);
        }
    }

    #[test]
    fn own_deeds_are_known_and_those_to_accounts_by_admins() {
        let [admin, agent, requester, _, _, _] = people(TeamId::new(at()));
        let of_account =
            Activity::of_user(Action::UserUpdated, requester.to_ref(), Role::User, agent.user_id, at());
        assert!(admin.may_know(&of_account) && requester.may_know(&of_account));
        assert!(!agent.may_know(&of_account), "it was done to the account, and is for who looks after it");
        let item = WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", requester.to_ref(), at());
        let mut own = Activity::new(Action::WatchersChanged, requester.to_ref(), Role::User, at());
        own.work_item = Some(item.to_summary());
        assert!(requester.may_know(&own));
        own.is_internal = true;
        assert!(!requester.may_know(&own), "what was internal stays so for who handles it no more");
    }
}
