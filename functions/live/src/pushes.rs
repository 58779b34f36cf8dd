//! Who is pushed what.

use app::views;
use domain::policy::{Standing, is_visible_change, visible_comment};
use domain::{
    Action, Activity, ActivityId, AttachmentId, Change, Comment, CommentId, Instant, Notification, Principal,
    TeamId, WorkItemId, WorkItemSummary, WorkItemType,
};
use serde::Serialize;
use serde_json::Value;

use crate::Listener;

/// What one connection is sent, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Push {
    /// The gateway's name for the connection.
    pub connection_id: String,
    /// Messages as JSON.
    pub texts: Vec<String>,
}

/// A message on the wire.
#[derive(Serialize)]
struct Envelope<T> {
    event: &'static str,
    data: T,
    id: ActivityId,
    at: Instant,
}

#[derive(Serialize)]
struct TicketUpdated {
    action: &'static str,
    ticket: views::WorkItemSummary,
    changes: Vec<Change>,
}

#[derive(Serialize)]
struct TaskUpdated {
    action: &'static str,
    task: views::WorkItemSummary,
    changes: Vec<Change>,
}

/// Which item a comment is on.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Names<'a> {
    work_item_id: WorkItemId,
    #[serde(rename = "type")]
    item_type: WorkItemType,
    number: &'a str,
}

impl<'a> Names<'a> {
    fn of(item: &'a WorkItemSummary) -> Self {
        Self { work_item_id: item.id, item_type: item.item_type, number: &item.number }
    }
}

#[derive(Serialize)]
struct CommentTold<'a> {
    #[serde(flatten)]
    names: Names<'a>,
    comment: views::Comment,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CommentGone<'a> {
    #[serde(flatten)]
    names: Names<'a>,
    comment_id: Option<CommentId>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AttachmentTold<'a> {
    #[serde(flatten)]
    names: Names<'a>,
    attachment_id: Option<AttachmentId>,
}

/// The messages for each listener who may know of the activity, and the notifications for their owners.
pub fn pushes(
    activity: &Activity,
    comment: Option<&Comment>,
    notifications: &[Notification],
    listeners: &[Listener],
) -> Vec<Push> {
    // All of one standing are sent the same.
    let texts_for = |standing| {
        let item = activity.work_item.as_ref();
        item.map(|item| texts(activity, item, comment, standing)).unwrap_or_default()
    };
    let for_handlers = texts_for(Standing::Handler);
    let for_requesters = texts_for(Standing::Requester);
    let mut entries = EntryTexts::default();
    let notices: Vec<(&Notification, Option<String>)> = notifications
        .iter()
        .map(|notification| {
            let view = views::Notification::from(notification.clone());
            (notification, envelope(activity, "notification:new", view))
        })
        .collect();
    listeners
        .iter()
        .map(|listener| {
            let standing = activity.work_item.as_ref().map(|item| listener.principal.standing(item));
            let mut texts = match standing {
                Some(Standing::Handler) => for_handlers.clone(),
                Some(Standing::Requester | Standing::Watcher) => for_requesters.clone(),
                Some(Standing::Stranger) => lost_sight(activity, &listener.principal).into_iter().collect(),
                None => Vec::new(),
            };
            let own =
                notices.iter().filter(|(notification, _)| notification.user_id == listener.principal.user_id);
            texts.extend(own.filter_map(|(_, text)| text.clone()));
            texts.extend(entries.of(activity, &listener.principal));
            Push { connection_id: listener.connection_id.clone(), texts }
        })
        .filter(|push| !push.texts.is_empty())
        .collect()
}

/// The entry of the feeds, as it is for those who handle the item and for those who do not.
#[derive(Default)]
struct EntryTexts {
    whole: Option<Option<String>>,
    told: Option<Option<String>>,
}

impl EntryTexts {
    /// The message for this person, if the person may know of the activity.
    fn of(&mut self, activity: &Activity, reader: &Principal) -> Option<String> {
        if !reader.may_know(activity) {
            return None;
        }
        let handles =
            activity.work_item.as_ref().is_none_or(|item| reader.standing(item) == Standing::Handler);
        let text = if handles { &mut self.whole } else { &mut self.told };
        text.get_or_insert_with(|| {
            let mut entry = views::FeedEntry::new(activity.clone(), reader);
            entry.activity.changes.iter_mut().for_each(shorten);
            envelope(activity, "activity:new", entry)
        })
        .clone()
    }
}

/// What somebody is told who could see the item until now: what it was called, and nothing of what became of it.
fn lost_sight(activity: &Activity, reader: &Principal) -> Option<String> {
    let item = activity.work_item.as_ref()?;
    let was_in_team = before_of_team(activity).is_some_and(|team| reader.team_ids.contains(&team));
    let was_assigned = activity.previous_assignee.as_ref().is_some_and(|person| person.id == reader.user_id);
    if !reader.role.is_staff() || !(was_in_team || was_assigned) {
        return None;
    }
    envelope(activity, "item:gone", Names::of(item))
}

/// The team that had the item, where the activity gave it to another.
pub(crate) fn before_of_team(activity: &Activity) -> Option<TeamId> {
    let change = activity.changes.iter().find(|change| change.field == "teamId")?;
    activity.work_item.as_ref()?;
    serde_json::from_value(change.before.clone()).ok()
}

/// Leaves out what a change says at length: a description before and after may be more than the gateway takes.
fn shorten(change: &mut Change) {
    const MOST_BYTES: usize = 1_000;
    for value in [&mut change.before, &mut change.after] {
        if value.to_string().len() > MOST_BYTES {
            *value = Value::Null;
        }
    }
}

/// What somebody of this standing is sent; of an internal matter a requester hears nothing at all.
fn texts(
    activity: &Activity,
    item: &WorkItemSummary,
    comment: Option<&Comment>,
    standing: Standing,
) -> Vec<String> {
    if activity.is_internal && standing != Standing::Handler {
        return Vec::new();
    }
    let changed = |action| {
        let summary = views::WorkItemSummary::new(item, standing);
        let told = |change: &&Change| is_visible_change(standing, change);
        let mut changes: Vec<Change> = activity.changes.iter().filter(told).cloned().collect();
        changes.iter_mut().for_each(shorten);
        match item.item_type {
            WorkItemType::Ticket => {
                envelope(activity, "ticket:updated", TicketUpdated { action, ticket: summary, changes })
            }
            WorkItemType::Task => {
                envelope(activity, "task:updated", TaskUpdated { action, task: summary, changes })
            }
        }
    };
    let commented = |event| {
        let comment = visible_comment(standing, comment?.clone())?;
        envelope(activity, event, CommentTold { names: Names::of(item), comment: comment.into() })
    };
    let attached = |event| {
        let told = AttachmentTold { names: Names::of(item), attachment_id: activity.attachment_id };
        envelope(activity, event, told)
    };
    match activity.action {
        Action::Created => changed("created").into_iter().collect(),
        Action::Updated | Action::Assigned | Action::Merged => changed("updated").into_iter().collect(),
        Action::Deleted => changed("deleted").into_iter().collect(),
        Action::Restored => changed("restored").into_iter().collect(),
        // Who follows it and what it is linked to is for those who handle it.
        Action::WatchersChanged | Action::LinksChanged if standing == Standing::Handler => {
            changed("updated").into_iter().collect()
        }
        // A reply that reopened the ticket is both.
        Action::Commented if activity.changes.is_empty() => commented("comment:added").into_iter().collect(),
        Action::Commented => commented("comment:added").into_iter().chain(changed("updated")).collect(),
        Action::CommentEdited => commented("comment:updated").into_iter().collect(),
        Action::CommentDeleted => {
            let gone = CommentGone { names: Names::of(item), comment_id: activity.comment_id };
            envelope(activity, "comment:deleted", gone).into_iter().collect()
        }
        // Its addresses are made for each reader, so the list is read again.
        Action::Attached => attached("attachment:added").into_iter().collect(),
        Action::AttachmentDeleted => attached("attachment:deleted").into_iter().collect(),
        _ => Vec::new(),
    }
}

fn envelope<T: Serialize>(activity: &Activity, event: &'static str, data: T) -> Option<String> {
    let envelope = Envelope { event, data, id: activity.id, at: activity.created_at };
    serde_json::to_string(&envelope)
        .inspect_err(|error| tracing::error!(activity_id = %activity.id, %error, "a push cannot be written"))
        .ok()
}

#[cfg(test)]
pub(crate) mod tests {
    use aws_lambda_events::event::sqs::SqsEvent;
    use domain::{CommentId, PersonRef, Role, SessionId, TeamId, UserId};
    use events::Message;

    use super::*;

    /// An agent resolved a ticket of her team.
    pub(crate) fn sample() -> Activity {
        let event: SqsEvent =
            serde_json::from_str(include_str!("../../../events/live/ticket-updated.json")).unwrap();
        let body = event.records[0].body.as_deref().unwrap();
        let Message::ActivityRecordedV1 { activity } = serde_json::from_str(body).unwrap() else {
            panic!("{body}")
        };
        *activity
    }

    fn listener(connection_id: &str, user_id: UserId, role: Role, team_ids: Vec<TeamId>) -> Listener {
        Listener {
            connection_id: connection_id.into(),
            principal: Principal {
                user_id,
                name: "P".into(),
                avatar: None,
                role,
                team_ids,
                session_id: SessionId::new(Instant::from_millisecond(0)),
            },
        }
    }

    /// The requester, a colleague of the team, an agent of another team, an admin.
    fn listeners(activity: &Activity) -> Vec<Listener> {
        let item = activity.work_item.as_ref().unwrap();
        let someone = || UserId::new(activity.created_at);
        vec![
            listener("requester", item.creator.id, Role::User, vec![]),
            listener("colleague", someone(), Role::Agent, vec![item.team_id.unwrap()]),
            listener("other", someone(), Role::Agent, vec![TeamId::new(activity.created_at)]),
            listener("admin", someone(), Role::Admin, vec![]),
        ]
    }

    fn comment(activity: &Activity, is_internal: bool) -> Comment {
        Comment {
            id: CommentId::new(activity.created_at),
            work_item_id: activity.work_item_id.unwrap(),
            author: activity.actor.clone(),
            author_role: Role::Agent,
            content: "<p>Secret</p>".into(),
            mentions: vec![],
            is_internal,
            created_at: activity.created_at,
            updated_at: activity.created_at,
        }
    }

    fn all_sent(pushes: &[Push], connection: &str) -> Vec<Value> {
        pushes
            .iter()
            .filter(|push| push.connection_id == connection)
            .flat_map(|push| &push.texts)
            .map(|text| serde_json::from_str(text).unwrap())
            .collect()
    }

    /// What was sent besides the entry of the feeds.
    fn sent(pushes: &[Push], connection: &str) -> Vec<Value> {
        let mut all = all_sent(pushes, connection);
        all.retain(|message| message["event"] != "activity:new");
        all
    }

    fn entries(pushes: &[Push], connection: &str) -> Vec<Value> {
        let mut all = all_sent(pushes, connection);
        all.retain(|message| message["event"] == "activity:new");
        all
    }

    #[test]
    fn a_change_reaches_all_who_see_the_ticket_and_nobody_else() {
        let activity = sample();
        let pushes = pushes(&activity, None, &[], &listeners(&activity));
        for connection in ["requester", "colleague", "admin"] {
            let messages = sent(&pushes, connection);
            assert_eq!(messages.len(), 1, "{connection}");
            assert_eq!(messages[0]["event"], "ticket:updated");
            assert_eq!(messages[0]["id"], activity.id.to_string());
            assert_eq!(messages[0]["at"], activity.created_at.to_string());
            assert_eq!(messages[0]["data"]["action"], "updated");
            assert_eq!(messages[0]["data"]["ticket"]["ticketNumber"], "T-0042");
            assert_eq!(messages[0]["data"]["changes"][0]["after"], "RESOLVED");
        }
        assert!(sent(&pushes, "other").is_empty());
    }

    #[test]
    fn who_lost_sight_of_an_item_is_told_its_name_alone() {
        let mut activity = sample();
        let (old_team, at) = (TeamId::new(activity.created_at), activity.created_at);
        let before = serde_json::to_value(old_team).unwrap();
        let after = serde_json::to_value(activity.work_item.as_ref().unwrap().team_id).unwrap();
        activity.changes = vec![Change { field: "teamId".into(), before, after }];
        let worker = UserId::new(at);
        activity.previous_assignee = Some(PersonRef::new(worker, "W", None));
        let told = pushes(
            &activity,
            None,
            &[],
            &[
                listener("left", UserId::new(at), Role::Agent, vec![old_team]),
                listener("worker", worker, Role::Agent, vec![]),
                listener("other", UserId::new(at), Role::Agent, vec![TeamId::new(at)]),
                listener("demoted", UserId::new(at), Role::User, vec![old_team]),
            ],
        );
        let item = activity.work_item.as_ref().unwrap();
        for connection in ["left", "worker"] {
            let messages = all_sent(&told, connection);
            assert_eq!(messages.len(), 1, "{messages:?}");
            assert_eq!(messages[0]["event"], "item:gone");
            let named = serde_json::json!({"workItemId": item.id, "type": "TICKET", "number": item.number});
            assert_eq!(messages[0]["data"], named);
        }
        assert!(all_sent(&told, "other").is_empty());
        assert!(all_sent(&told, "demoted").is_empty());
        assert!(crate::audience::rooms(&activity).contains(&store::Room::Team(old_team)));
    }

    #[test]
    fn an_entry_of_the_feeds_tells_each_what_is_for_them() {
        let mut activity = sample();
        let change = |field: &str, after: Value| Change { field: field.into(), before: Value::Null, after };
        activity.changes = vec![
            change("status", "RESOLVED".into()),
            change("tags", vec!["secret"].into()),
            change("description", "long ".repeat(30_000).into()),
        ];
        let told = pushes(&activity, None, &[], &listeners(&activity));
        let of_handler = &entries(&told, "colleague")[0]["data"];
        assert_eq!(of_handler["item"]["number"], "T-0042");
        assert_eq!(of_handler["changes"].as_array().unwrap().len(), 3);
        assert_eq!(of_handler["changes"][2]["after"], Value::Null, "what is too long is left out");
        let of_requester = &entries(&told, "requester")[0]["data"]["changes"];
        assert_eq!(of_requester.as_array().unwrap().len(), 2, "{of_requester}");
        assert!(entries(&told, "other").is_empty());
        let changes = &sent(&told, "colleague")[0]["data"]["changes"];
        assert_eq!((&changes[0]["after"], &changes[2]["after"]), (&"RESOLVED".into(), &Value::Null));
        activity.changes = vec![change("tags", vec!["secret"].into())];
        let planned = pushes(&activity, None, &[], &listeners(&activity));
        assert!(entries(&planned, "requester").is_empty());
        assert_eq!(entries(&planned, "admin").len(), 1);
    }

    #[test]
    fn what_is_done_to_an_account_is_an_entry_for_admins() {
        let sample = sample();
        let activity = Activity::of_user(
            Action::UserUpdated,
            sample.actor.clone(),
            Role::Admin,
            UserId::new(sample.created_at),
            sample.created_at,
        );
        let told = pushes(&activity, None, &[], &listeners(&sample));
        assert_eq!(entries(&told, "admin").len(), 1);
        assert_eq!(told.len(), 1);
    }

    #[test]
    fn a_requesters_count_leaves_internal_comments_out() {
        let activity = sample();
        let pushes = pushes(&activity, None, &[], &listeners(&activity));
        let count = |connection| sent(&pushes, connection)[0]["data"]["ticket"]["commentCount"].clone();
        assert_eq!((count("requester"), count("colleague")), (2.into(), 3.into()));
    }

    #[test]
    fn an_internal_comment_reaches_handlers_only() {
        let mut activity = sample();
        activity.action = Action::Commented;
        activity.changes.clear();
        activity.is_internal = true;
        let note = comment(&activity, true);
        let internal = pushes(&activity, Some(&note), &[], &listeners(&activity));
        assert!(sent(&internal, "requester").is_empty());
        assert_eq!(sent(&internal, "colleague")[0]["data"]["comment"]["isInternal"], true);
        // Also where the record itself would not say so, the comment's own mark decides.
        activity.is_internal = false;
        let unmarked = pushes(&activity, Some(&note), &[], &listeners(&activity));
        assert!(sent(&unmarked, "requester").is_empty());
    }

    #[test]
    fn an_attachment_is_told_by_its_id_and_an_internal_one_to_handlers_only() {
        let mut activity = sample();
        activity.action = Action::Attached;
        activity.attachment_id = Some(AttachmentId::new(activity.created_at));
        let public = pushes(&activity, None, &[], &listeners(&activity));
        assert_eq!(sent(&public, "requester")[0]["event"], "attachment:added");
        assert_eq!(
            sent(&public, "requester")[0]["data"]["attachmentId"],
            activity.attachment_id.unwrap().to_string()
        );
        activity.is_internal = true;
        let internal = pushes(&activity, None, &[], &listeners(&activity));
        assert!(sent(&internal, "requester").is_empty());
        assert_eq!(sent(&internal, "colleague").len(), 1);
    }

    #[test]
    fn a_reply_that_reopens_is_told_as_both() {
        let mut activity = sample();
        activity.action = Action::Commented;
        let reply = comment(&activity, false);
        let pushes = pushes(&activity, Some(&reply), &[], &listeners(&activity));
        let messages = sent(&pushes, "requester");
        assert_eq!(messages[0]["event"], "comment:added");
        assert_eq!(messages[0]["data"]["number"], "T-0042");
        assert_eq!(messages[0]["data"]["comment"]["content"], "<p>Secret</p>");
        assert_eq!(messages[1]["event"], "ticket:updated");
    }

    #[test]
    fn a_comment_that_is_gone_is_not_told() {
        let mut activity = sample();
        activity.action = Action::Commented;
        activity.changes.clear();
        assert!(sent(&pushes(&activity, None, &[], &listeners(&activity)), "colleague").is_empty());
    }

    #[test]
    fn a_notification_reaches_its_owner_only() {
        let activity = sample();
        let item = activity.work_item.as_ref().unwrap();
        let recipient = notify::recipients(&activity)[0];
        let notification = notify::notification(&activity, item, recipient, &domain::TimeZone::UTC);
        let pushes = pushes(&activity, None, &[notification], &listeners(&activity));
        let of_requester = sent(&pushes, "requester");
        assert_eq!(of_requester[1]["event"], "notification:new");
        assert_eq!(of_requester[1]["data"]["title"], "T-0042: Ana Silva set the status to resolved");
        assert!(of_requester[1]["data"].get("userId").is_none());
        assert_eq!(sent(&pushes, "colleague").len(), 1);
        assert_eq!(sent(&pushes, "admin").len(), 1);
    }
}
