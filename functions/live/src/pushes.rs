//! Who is pushed what.

use app::views;
use domain::policy::{Standing, visible_changes, visible_comment};
use domain::{
    Action, Activity, ActivityId, Change, Comment, CommentId, Instant, Notification, WorkItemId,
    WorkItemSummary, WorkItemType,
};
use serde::Serialize;

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

/// The messages for each listener who may know of the activity, and the notifications for their owners.
pub fn pushes(
    activity: &Activity,
    comment: Option<&Comment>,
    notifications: &[Notification],
    listeners: &[Listener],
) -> Vec<Push> {
    let Some(item) = &activity.work_item else {
        return Vec::new();
    };
    // All of one standing are sent the same.
    let for_handlers = texts(activity, item, comment, Standing::Handler);
    let for_requesters = texts(activity, item, comment, Standing::Requester);
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
            let mut texts = match listener.principal.standing(item) {
                Standing::Handler => for_handlers.clone(),
                Standing::Requester | Standing::Watcher => for_requesters.clone(),
                Standing::Stranger => Vec::new(),
            };
            let own =
                notices.iter().filter(|(notification, _)| notification.user_id == listener.principal.user_id);
            texts.extend(own.filter_map(|(_, text)| text.clone()));
            Push { connection_id: listener.connection_id.clone(), texts }
        })
        .filter(|push| !push.texts.is_empty())
        .collect()
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
        let changes = visible_changes(standing, &activity.changes);
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
    use domain::{CommentId, Principal, Role, SessionId, TeamId, UserId};
    use events::Message;
    use serde_json::Value;

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
            is_internal,
            created_at: activity.created_at,
            updated_at: activity.created_at,
        }
    }

    fn sent(pushes: &[Push], connection: &str) -> Vec<Value> {
        pushes
            .iter()
            .filter(|push| push.connection_id == connection)
            .flat_map(|push| &push.texts)
            .map(|text| serde_json::from_str(text).unwrap())
            .collect()
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
        assert_eq!(pushes(&activity, None, &[], &listeners(&activity)), []);
    }

    #[test]
    fn a_notification_reaches_its_owner_only() {
        let activity = sample();
        let item = activity.work_item.as_ref().unwrap();
        let recipient = notify::recipients(&activity)[0];
        let notification = notify::notification(&activity, item, recipient);
        let pushes = pushes(&activity, None, &[notification], &listeners(&activity));
        let of_requester = sent(&pushes, "requester");
        assert_eq!(of_requester[1]["event"], "notification:new");
        assert_eq!(of_requester[1]["data"]["title"], "T-0042: Ana Silva set the status to resolved");
        assert!(of_requester[1]["data"].get("userId").is_none());
        assert_eq!(sent(&pushes, "colleague").len(), 1);
        assert_eq!(sent(&pushes, "admin").len(), 1);
    }
}
