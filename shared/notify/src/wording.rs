//! The words.

use domain::{
    Action, Activity, Change, Notification, NotificationId, NotificationType, Priority, Role, Status,
    TimeZone, WorkItemSummary, WorkItemType,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Recipient;

/// What happened, in a line that names who did it: `Ana Silva replied`; times are those of `zone`.
pub fn headline(
    activity: &Activity,
    item: &WorkItemSummary,
    why: NotificationType,
    zone: &TimeZone,
) -> String {
    let (actor, noun) = (&activity.actor.name, item.item_type.noun());
    match (why, activity.action) {
        (NotificationType::TicketAssigned, _) => format!("{actor} assigned this {noun} to you"),
        (NotificationType::Mention, _) if activity.is_internal => {
            format!("{actor} mentioned you in an internal note")
        }
        (NotificationType::Mention, _) => format!("{actor} mentioned you"),
        (NotificationType::DueDate, _) => match item.due_date {
            Some(due) if due <= activity.created_at => {
                format!("this {noun} was due on {}", due.in_words(zone))
            }
            Some(due) => format!("this {noun} is due on {}", due.in_words(zone)),
            None => format!("this {noun} is due"),
        },
        (_, Action::Commented) if activity.is_internal => format!("{actor} added an internal note"),
        (_, Action::Commented) => format!("{actor} replied"),
        (_, Action::Assigned) => match &item.assignee {
            Some(assignee) => format!("{} now works on this {noun}", assignee.name),
            None => format!("nobody works on this {noun} now"),
        },
        (_, Action::Merged) => match &item.merged_into {
            Some(target) => format!("{actor} merged this {noun} into {}", target.number),
            None => format!("{actor} merged another {noun} into this one"),
        },
        (_, Action::Attached) => format!("{actor} attached {}", attached(&activity.changes)),
        (_, Action::Created) => format!("{actor} raised this {noun} for you"),
        _ => format!("{actor} {}", deed(&activity.changes, noun)),
    }
}

/// The names of files, or how one would call them.
fn attached(changes: &[Change]) -> String {
    let names = changes.iter().find(|change| change.field == "attachments").map(|change| &change.after);
    let names: Vec<String> = names.and_then(read).unwrap_or_default();
    if names.is_empty() { "a file".into() } else { names.join(", ") }
}

/// `set the status to resolved`, or `changed the priority and the title`.
fn deed(changes: &[Change], noun: &str) -> String {
    if let [only] = changes
        && let Some(line) = ChangeLine::of(only)
        && only.field != "teamId"
        && only.field != "title"
    {
        return format!("set the {} to {}", line.label.to_lowercase(), line.after);
    }
    let names: Vec<String> = changes
        .iter()
        .filter_map(ChangeLine::of)
        .map(|line| format!("the {}", line.label.to_lowercase()))
        .collect();
    match names.as_slice() {
        [] => format!("changed this {noun}"),
        [only] => format!("changed {only}"),
        [most @ .., last] => format!("changed {} and {last}", most.join(", ")),
    }
}

/// The item's page in the app, from its root.
pub(crate) fn page_of(item: &WorkItemSummary) -> String {
    match item.item_type {
        WorkItemType::Ticket => format!("/tickets/{}", item.id),
        WorkItemType::Task => format!("/tasks/{}", item.id),
    }
}

/// What the bell shows this person, whose time zone is `zone`.
pub fn notification(
    activity: &Activity,
    item: &WorkItemSummary,
    recipient: Recipient,
    zone: &TimeZone,
) -> Notification {
    let number = &item.number;
    let title = match (recipient.notification_type, activity.action, &item.assignee) {
        (NotificationType::TicketAssigned, _, _) => format!("{number} was assigned to you"),
        (_, Action::Assigned, Some(assignee)) => format!("{number} is now with {}", assignee.name),
        (why, _, _) => format!("{number}: {}", headline(activity, item, why, zone)),
    };
    Notification {
        id: NotificationId::from_uuid(activity.id.uuid()),
        user_id: recipient.user_id,
        notification_type: recipient.notification_type,
        title,
        message: item.title.clone(),
        link: Some(page_of(item)),
        work_item_id: Some(item.id),
        is_read: false,
        count: 1,
        created_at: activity.created_at,
    }
}

/// The new role, where the activity gave the person another.
pub fn role_change(activity: &Activity) -> Option<Role> {
    let change = activity.changes.iter().find(|change| change.field == "role")?;
    read(&change.after).filter(|_| activity.action == Action::UserUpdated)
}

/// What the bell shows somebody whose account another has changed in a way that matters to its security.
pub fn account_notification(activity: &Activity) -> Option<Notification> {
    let user_id = activity.user_id.filter(|user| *user != activity.actor.id && !activity.is_import)?;
    let actor = &activity.actor.name;
    let title = match activity.action {
        Action::PasswordChanged => format!("{actor} changed your password"),
        Action::SecondFactorChanged => format!("{actor} changed how you sign in"),
        _ => {
            let role = role_change(activity)?.as_str().to_lowercase();
            format!("{actor} gave you another role: {role}")
        }
    };
    Some(Notification {
        id: NotificationId::from_uuid(activity.id.uuid()),
        user_id,
        notification_type: NotificationType::System,
        title,
        message: "If that is a surprise, tell an admin.".into(),
        link: Some("/settings/security".into()),
        work_item_id: None,
        is_read: false,
        count: 1,
        created_at: activity.created_at,
    })
}

/// A change as a mail shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChangeLine {
    pub(crate) label: &'static str,
    /// None where the old value has no name here.
    pub(crate) before: Option<String>,
    pub(crate) after: String,
}

impl ChangeLine {
    /// The change in words, where it is one that people are told of.
    pub(crate) fn of(change: &Change) -> Option<Self> {
        let (label, words): (_, fn(&Value) -> String) = match change.field.as_str() {
            "status" => ("Status", |value| {
                read(value).map_or_else(String::new, |status: Status| status.label().into())
            }),
            "priority" => ("Priority", |value| {
                read(value).map_or_else(String::new, |priority: Priority| priority.as_str().to_lowercase())
            }),
            "title" => ("Title", |value| value.as_str().unwrap_or_default().into()),
            // An event carries the team's id, not its name.
            "teamId" => {
                return Some(Self {
                    label: "Team",
                    before: None,
                    after: if change.after.is_null() { "none".into() } else { "another team".into() },
                });
            }
            _ => return None,
        };
        Some(Self { label, before: Some(words(&change.before)), after: words(&change.after) })
    }
}

impl From<ChangeLine> for minijinja::Value {
    fn from(line: ChangeLine) -> Self {
        minijinja::context! { label => line.label, before => line.before, after => line.after }
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audience::tests::{activity, change, person};
    use crate::recipients;

    fn titles(activity: &Activity) -> Vec<String> {
        let item = activity.work_item.as_ref().unwrap();
        recipients(activity)
            .into_iter()
            .map(|recipient| notification(activity, item, recipient, &TimeZone::UTC).title)
            .collect()
    }

    #[test]
    fn the_bell_says_what_happened() {
        let (ana, requester, assignee) = (person("Ana Silva"), person("Jonas"), person("Mei Lin"));
        let by_ana = |action| activity(action, &ana, &requester, Some(&assignee));
        assert_eq!(
            titles(&by_ana(Action::Created)),
            ["T-0042 was assigned to you", "T-0042: Ana Silva raised this ticket for you"]
        );
        assert_eq!(
            titles(&by_ana(Action::Assigned)),
            ["T-0042 was assigned to you", "T-0042 is now with Mei Lin"]
        );
        assert_eq!(titles(&by_ana(Action::Commented))[0], "T-0042: Ana Silva replied");
        let mut internal = by_ana(Action::Commented);
        internal.is_internal = true;
        assert_eq!(titles(&internal), ["T-0042: Ana Silva added an internal note"]);
        let mut attached = by_ana(Action::Attached);
        attached.changes.extend(Change::between("attachments", &Vec::new(), &vec!["report.pdf"]));
        assert_eq!(titles(&attached)[0], "T-0042: Ana Silva attached report.pdf");
        let mut updated = by_ana(Action::Updated);
        updated.changes = vec![change("status")];
        assert_eq!(titles(&updated)[0], "T-0042: Ana Silva set the status to resolved");
        updated.changes = vec![change("status"), change("teamId"), change("description"), change("title")];
        assert_eq!(titles(&updated)[0], "T-0042: Ana Silva changed the status, the team and the title");
    }

    #[test]
    fn a_notification_follows_from_its_activity() {
        let activity = activity(Action::Created, &person("A"), &person("R"), Some(&person("S")));
        let item = activity.work_item.as_ref().unwrap();
        let recipient = recipients(&activity)[0];
        let told = notification(&activity, item, recipient, &TimeZone::UTC);
        assert_eq!(told, notification(&activity, item, recipient, &TimeZone::UTC));
        assert_eq!(told.id.uuid(), activity.id.uuid());
        assert_eq!(told.link, Some(format!("/tickets/{}", item.id)));
        assert_eq!((told.message.as_str(), told.is_read), (item.title.as_str(), false));
    }
}
