//! Who is told.

use domain::policy::{self, Standing, WorkItemScope};
use domain::{Action, Activity, Comment, NotificationType, PublicComment, User, UserId};

/// Somebody whom an activity concerns, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipient {
    /// The person.
    pub user_id: UserId,
    /// Why the person is told.
    pub notification_type: NotificationType,
}

/// The fields whose change is worth a word.
const TOLD_FIELDS: [&str; 4] = ["status", "priority", "title", "teamId"];

/// Those whom the activity concerns: each once, and never who did it. Whether they may know is asked of
/// [`standing_of`], which needs their records.
pub fn recipients(activity: &Activity) -> Vec<Recipient> {
    use NotificationType::{CommentAdded, DueDate, Mention, TicketAssigned, TicketUpdated};
    let Some(item) = activity.work_item.as_ref().filter(|_| !activity.is_import) else {
        return Vec::new();
    };
    let requester = Some(item.creator.id);
    let assignee = item.assignee.as_ref().map(|person| person.id);
    let told_of_change =
        || activity.changes.iter().any(|change| TOLD_FIELDS.contains(&change.field.as_str()));
    let with_watchers = |mut told: Vec<_>, why| {
        told.extend(item.watchers.iter().map(|watcher| (Some(watcher.id), why)));
        told
    };
    let wanted = match activity.action {
        // The requester, where somebody raised it in the requester's name.
        Action::Created => vec![(assignee, TicketAssigned), (requester, TicketUpdated)],
        Action::Assigned if assignee.is_some() => {
            vec![(assignee, TicketAssigned), (requester, TicketUpdated)]
        }
        Action::Updated | Action::Merged if told_of_change() => {
            with_watchers(vec![(requester, TicketUpdated), (assignee, TicketUpdated)], TicketUpdated)
        }
        Action::Attached if activity.is_internal => {
            with_watchers(vec![(assignee, TicketUpdated)], TicketUpdated)
        }
        Action::Attached => {
            with_watchers(vec![(requester, TicketUpdated), (assignee, TicketUpdated)], TicketUpdated)
        }
        Action::DueSoon => with_watchers(vec![(assignee, DueDate)], DueDate),
        // Whether a watcher may read internal comments is asked of the policy, person by person.
        Action::Commented if activity.is_internal => {
            with_watchers(vec![(assignee, CommentAdded)], CommentAdded)
        }
        Action::Commented => {
            with_watchers(vec![(requester, CommentAdded), (assignee, CommentAdded)], CommentAdded)
        }
        _ => Vec::new(),
    };
    // Who is mentioned is told so, and nothing else of the same comment.
    let mentioned = activity.mentioned.iter().map(|person| (Some(person.id), Mention));
    let mut told: Vec<Recipient> = Vec::new();
    for (person, notification_type) in mentioned.chain(wanted) {
        let Some(user_id) = person.filter(|id| *id != activity.actor.id) else {
            continue;
        };
        if told.iter().all(|recipient| recipient.user_id != user_id) {
            told.push(Recipient { user_id, notification_type });
        }
    }
    told
}

/// How the person stands to the activity's item now, or none where the person may not know of the activity: a
/// deactivated account, somebody who lost sight of the item, a requester and an internal matter.
pub fn standing_of(activity: &Activity, person: &User) -> Option<Standing> {
    let scope = WorkItemScope::from(activity.work_item.as_ref()?);
    let standing = policy::standing(person.id, person.role, &person.team_ids, scope);
    let may_know = match standing {
        Standing::Handler => true,
        Standing::Requester | Standing::Watcher => !activity.is_internal,
        Standing::Stranger => false,
    };
    // Planning is the staff's own.
    let is_planning = activity.action == Action::DueSoon && !person.role.is_staff();
    (person.is_active && may_know && !is_planning).then_some(standing)
}

/// A comment for somebody who may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommentFor {
    /// For somebody who handles the item: any comment.
    Handler(Comment),
    /// For its requester: only what is known to be public.
    Requester(PublicComment),
}

impl CommentFor {
    /// The comment for somebody of this standing, who may not read it where this is none.
    pub fn new(standing: Standing, comment: Comment) -> Option<Self> {
        match standing {
            Standing::Handler => Some(Self::Handler(comment)),
            Standing::Requester | Standing::Watcher => PublicComment::new(comment).map(Self::Requester),
            Standing::Stranger => None,
        }
    }

    /// What it says.
    pub fn comment(&self) -> &Comment {
        match self {
            CommentFor::Handler(comment) => comment,
            CommentFor::Requester(public) => public.comment(),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use domain::{
        Change, CommentId, Instant, PersonRef, Priority, Role, Status, TeamId, WorkItem, WorkItemType,
    };
    use serde_json::json;

    use super::*;

    pub(crate) fn at() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    pub(crate) fn person(name: &str) -> PersonRef {
        PersonRef::new(UserId::new(at()), name, None)
    }

    pub(crate) fn user(person: &PersonRef, role: Role, team_ids: Vec<TeamId>) -> User {
        User {
            id: person.id,
            email: "someone@example.edu".into(),
            name: person.name.clone(),
            role,
            team_ids,
            avatar: None,
            is_active: true,
            is_invited: false,
            deleted_at: None,
            version: 1,
            created_at: at(),
            updated_at: at(),
        }
    }

    /// An activity of `actor` on a ticket of `requester` that `assignee` works on.
    pub(crate) fn activity(
        action: Action,
        actor: &PersonRef,
        requester: &PersonRef,
        assignee: Option<&PersonRef>,
    ) -> Activity {
        let item = WorkItem {
            status: Status::Resolved,
            priority: Priority::High,
            assignee: assignee.cloned(),
            team_id: Some(TeamId::new(at())),
            public_comment_count: 1,
            version: 2,
            ..WorkItem::new(
                WorkItemType::Ticket,
                "T-0042".into(),
                "The <grade> book is empty",
                requester.clone(),
                at(),
            )
        }
        .to_summary();
        Activity {
            work_item_id: Some(item.id),
            work_item: Some(item),
            ..Activity::new(action, actor.clone(), Role::Agent, at())
        }
    }

    pub(crate) fn comment(activity: &Activity, is_internal: bool) -> Comment {
        Comment {
            id: CommentId::new(at()),
            work_item_id: activity.work_item_id.unwrap(),
            author: activity.actor.clone(),
            author_role: Role::Agent,
            content: "<p>Please try <strong>again</strong> &amp; tell us.</p>".into(),
            mentions: vec![],
            is_internal,
            created_at: at(),
            updated_at: at(),
        }
    }

    pub(crate) fn change(field: &str) -> Change {
        Change { field: field.into(), before: json!("IN_PROGRESS"), after: json!("RESOLVED") }
    }

    fn told(activity: &Activity) -> Vec<(UserId, NotificationType)> {
        recipients(activity)
            .into_iter()
            .map(|recipient| (recipient.user_id, recipient.notification_type))
            .collect()
    }

    #[test]
    fn each_action_tells_those_whom_it_concerns() {
        use NotificationType::{CommentAdded, TicketAssigned, TicketUpdated};
        let (actor, requester, assignee) = (person("Actor"), person("Requester"), person("Assignee"));
        let by_actor = |action| activity(action, &actor, &requester, Some(&assignee));
        let raised = activity(Action::Created, &requester, &requester, Some(&assignee));
        assert_eq!(told(&raised), [(assignee.id, TicketAssigned)]);
        let for_another = [(assignee.id, TicketAssigned), (requester.id, TicketUpdated)];
        assert_eq!(told(&by_actor(Action::Created)), for_another);
        assert_eq!(
            told(&by_actor(Action::Assigned)),
            [(assignee.id, TicketAssigned), (requester.id, TicketUpdated)]
        );
        assert_eq!(
            told(&by_actor(Action::Commented)),
            [(requester.id, CommentAdded), (assignee.id, CommentAdded)]
        );
        let mut updated = by_actor(Action::Updated);
        assert_eq!(told(&updated), []);
        for (field, is_told) in [
            ("status", true),
            ("priority", true),
            ("title", true),
            ("teamId", true),
            ("categoryId", false),
            ("description", false),
        ] {
            updated.changes = vec![change(field)];
            assert_eq!(!told(&updated).is_empty(), is_told, "{field}");
        }
        updated.changes = vec![change("status")];
        assert_eq!(told(&updated), [(requester.id, TicketUpdated), (assignee.id, TicketUpdated)]);
    }

    #[test]
    fn an_internal_comment_tells_the_assignee_only() {
        let (actor, requester, assignee) = (person("Actor"), person("Requester"), person("Assignee"));
        let mut internal = activity(Action::Commented, &actor, &requester, Some(&assignee));
        internal.is_internal = true;
        assert_eq!(told(&internal), [(assignee.id, NotificationType::CommentAdded)]);
    }

    #[test]
    fn an_attachment_tells_those_whom_a_comment_would() {
        use NotificationType::TicketUpdated;
        let (actor, requester, assignee) = (person("Actor"), person("Requester"), person("Assignee"));
        let mut attached = activity(Action::Attached, &actor, &requester, Some(&assignee));
        assert_eq!(told(&attached), [(requester.id, TicketUpdated), (assignee.id, TicketUpdated)]);
        attached.is_internal = true;
        assert_eq!(told(&attached), [(assignee.id, TicketUpdated)]);
    }

    #[test]
    fn who_is_mentioned_is_told_that_and_nothing_else() {
        use NotificationType::{CommentAdded, Mention};
        let (actor, requester, assignee) = (person("Actor"), person("Requester"), person("Assignee"));
        let other = person("Other");
        let mut said = activity(Action::Commented, &actor, &requester, Some(&assignee));
        said.mentioned = vec![assignee.clone(), other.clone(), actor.clone()];
        assert_eq!(told(&said), [(assignee.id, Mention), (other.id, Mention), (requester.id, CommentAdded)]);
        said.action = Action::CommentEdited;
        assert_eq!(told(&said), [(assignee.id, Mention), (other.id, Mention)]);
    }

    #[test]
    fn a_due_date_reminds_the_assignee_and_staff_who_follow() {
        use NotificationType::DueDate;
        let (requester, assignee) = (person("Requester"), person("Assignee"));
        let (colleague, friend) = (person("Colleague"), person("Friend"));
        let mut due = activity(Action::DueSoon, &PersonRef::system(), &requester, Some(&assignee));
        due.work_item.as_mut().unwrap().watchers = vec![colleague.clone(), friend.clone()];
        assert_eq!(told(&due), [(assignee.id, DueDate), (colleague.id, DueDate), (friend.id, DueDate)]);
        assert_eq!(standing_of(&due, &user(&assignee, Role::Agent, vec![])), Some(Standing::Handler));
        assert_eq!(standing_of(&due, &user(&colleague, Role::Agent, vec![])), Some(Standing::Watcher));
        assert_eq!(standing_of(&due, &user(&friend, Role::User, vec![])), None);
    }

    #[test]
    fn nobody_hears_of_their_own_doing() {
        let (requester, assignee) = (person("Requester"), person("Assignee"));
        let reply = activity(Action::Commented, &requester, &requester, Some(&assignee));
        assert_eq!(told(&reply), [(assignee.id, NotificationType::CommentAdded)]);
        let taken = activity(Action::Assigned, &assignee, &requester, Some(&assignee));
        assert_eq!(told(&taken), [(requester.id, NotificationType::TicketUpdated)]);
    }

    #[test]
    fn one_person_is_told_once() {
        let (actor, both) = (person("Actor"), person("Both"));
        let assigned = activity(Action::Assigned, &actor, &both, Some(&both));
        assert_eq!(told(&assigned), [(both.id, NotificationType::TicketAssigned)]);
    }

    #[test]
    fn loaded_history_and_a_taken_away_assignee_tell_nobody() {
        let (actor, requester) = (person("Actor"), person("Requester"));
        assert_eq!(told(&activity(Action::Assigned, &actor, &requester, None)), []);
        let mut history = activity(Action::Commented, &actor, &requester, None);
        history.is_import = true;
        assert_eq!(told(&history), []);
    }

    #[test]
    fn the_policy_has_the_last_word() {
        let (actor, requester, assignee) = (person("Actor"), person("Requester"), person("Assignee"));
        let mut activity = activity(Action::Commented, &actor, &requester, Some(&assignee));
        let raised = user(&requester, Role::User, vec![]);
        let works = user(&assignee, Role::Agent, vec![]);
        let stranger = user(&person("Stranger"), Role::Agent, vec![TeamId::new(at())]);
        assert_eq!(standing_of(&activity, &raised), Some(Standing::Requester));
        assert_eq!(standing_of(&activity, &works), Some(Standing::Handler));
        assert_eq!(standing_of(&activity, &stranger), None);
        let gone = User { is_active: false, ..works.clone() };
        assert_eq!(standing_of(&activity, &gone), None);
        let demoted = User { role: Role::User, ..works.clone() };
        assert_eq!(standing_of(&activity, &demoted), None);
        activity.is_internal = true;
        assert_eq!(standing_of(&activity, &raised), None);
        assert_eq!(standing_of(&activity, &works), Some(Standing::Handler));
    }

    #[test]
    fn a_requester_is_never_given_an_internal_comment() {
        let activity = activity(Action::Commented, &person("Actor"), &person("Requester"), None);
        let internal = comment(&activity, true);
        assert!(CommentFor::new(Standing::Handler, internal.clone()).is_some());
        assert_eq!(CommentFor::new(Standing::Requester, internal.clone()), None);
        assert_eq!(CommentFor::new(Standing::Stranger, internal), None);
        assert!(CommentFor::new(Standing::Requester, comment(&activity, false)).is_some());
    }
}
