//! The messages in the queues: tagged and versioned, so that old and new functions can run side by side.

use domain::attachment::ArrivalKey;
use domain::{Activity, ActivityId, Instant, PasswordResetRequest, UserId, WorkItemId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a message says in place of a text that is too long to carry.
pub const NOT_CARRIED: &str = "(not carried)";

/// One message. A new shape gets a new variant; an old one stays until no queue holds it any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Message {
    /// An activity was recorded: the change is in the table already.
    ActivityRecordedV1 {
        /// The record, with [`NOT_CARRIED`] in place of descriptions.
        activity: Box<Activity>,
    },
    /// Somebody asked for a new password.
    PasswordResetRequestedV1 {
        /// The request as it was recorded.
        request: PasswordResetRequest,
    },
    /// A file has arrived in the bucket. The rule in the template makes it of the bucket's own event.
    FileArrivedV1 {
        /// Where it is.
        key: ArrivalKey,
    },
    /// What was collected for one mail is due.
    CollectedMailDueV1 {
        /// Whose mail.
        user_id: UserId,
        /// About what.
        work_item_id: WorkItemId,
        /// The window in which it was collected.
        window: ActivityId,
        /// The moment that counts as now, unless it is later.
        at: Instant,
    },
    /// A person's digest is due.
    DigestDueV1 {
        /// Whose.
        user_id: UserId,
        /// Which one.
        digest: ActivityId,
        /// The moment that counts as now, unless it is later.
        at: Instant,
    },
    /// The mail service has taken a mail. The rule in the template makes it of the service's own event.
    MailSentV1 {
        /// The tags that the mail was sent with.
        tags: MailTags,
    },
}

/// Which mail it was, in the form of the mail service, where a tag has a list of values. It adds tags of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailTags {
    /// What the mail tells of.
    pub activity_id: [ActivityId; 1],
    /// Whom it tells.
    pub user_id: [UserId; 1],
}

impl Message {
    /// The message of a new activity record. Descriptions may hold 64 KB each, before and after, and the fields of
    /// categories 40 KB, while a queue takes 256 KB; no consumer needs them, so they stay behind.
    pub fn activity_recorded(mut activity: Activity) -> Self {
        for change in &mut activity.changes {
            if matches!(
                change.field.as_str(),
                "description" | "content" | "checklist" | "customFields" | "fields"
            ) {
                for value in [&mut change.before, &mut change.after] {
                    if !value.is_null() && *value != Value::String(String::new()) {
                        *value = Value::String(NOT_CARRIED.into());
                    }
                }
            }
        }
        Self::ActivityRecordedV1 { activity: Box::new(activity) }
    }

    /// The activity, or what counts as one, that caused the message.
    pub fn activity_id(&self) -> ActivityId {
        match self {
            Message::ActivityRecordedV1 { activity } => activity.id,
            Message::PasswordResetRequestedV1 { request } => request.id,
            Message::CollectedMailDueV1 { window, .. } => *window,
            Message::DigestDueV1 { digest, .. } => *digest,
            Message::MailSentV1 { tags } => tags.activity_id[0],
            Message::FileArrivedV1 { key } => ActivityId::from_uuid(key.0.uuid()),
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Action, Change, PersonRef, Role};

    use super::*;

    fn activity(changes: Vec<Change>) -> Activity {
        let at = Instant::from_millisecond(1_790_000_000_000);
        let actor = PersonRef::new(UserId::new(at), "Ana", None);
        Activity { changes, ..Activity::new(Action::Updated, actor, Role::Agent, at) }
    }

    #[test]
    fn a_message_tells_its_type_and_reads_back() {
        let message = Message::activity_recorded(activity(vec![]));
        let text = serde_json::to_value(&message).unwrap();
        assert_eq!(text["type"], "ActivityRecordedV1");
        assert_eq!(serde_json::from_value::<Message>(text).unwrap(), message);
    }

    #[test]
    fn long_descriptions_stay_behind_and_other_fields_travel() {
        let long = "x".repeat(64 * 1024);
        let message = Message::activity_recorded(activity(vec![
            Change::between("title", &"a", &"b").unwrap(),
            Change::between("description", &String::new(), &long).unwrap(),
        ]));
        let Message::ActivityRecordedV1 { activity } = &message else { panic!("{message:?}") };
        assert_eq!(activity.changes[0].after, "b");
        assert_eq!(activity.changes[1].before, "");
        assert_eq!(activity.changes[1].after, NOT_CARRIED);
        assert!(serde_json::to_string(&message).unwrap().len() < 2_000);
    }
}
