//! Who is to be told of an activity, of what, and by which ways: the same for each worker that tells.

use domain::{Activity, Instant, Notification, UserId};
use notify::{Chosen, Told};
use store::{Choices, Store};

/// What one person is told of an activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub notification: Notification,
    /// By which ways.
    pub told: Told,
}

/// What the activity tells those who may know of it, with the ways that each has chosen.
pub async fn of(store: &Store, activity: &Activity, now: Instant) -> store::Result<Vec<Notice>> {
    let about_account = notify::account_notification(activity);
    let recipients = notify::recipients(activity);
    let ids: Vec<UserId> = match &about_account {
        Some(notification) => vec![notification.user_id],
        None => recipients.iter().map(|recipient| recipient.user_id).collect(),
    };
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (settings, people) = store.choices(&ids, activity.work_item_id).await?;
    let mut notices = Vec::new();
    for (position, choices) in people.iter().enumerate() {
        let Some(Choices { person, preferences, is_muted }) = choices else { continue };
        let zone = preferences.zone(&settings.default_time_zone);
        let notification = match (&about_account, &activity.work_item) {
            (Some(notification), _) => person.is_active.then(|| notification.clone()),
            (None, Some(item)) => notify::standing_of(activity, person)
                .map(|_| notify::notification(activity, item, recipients[position], &zone)),
            (None, None) => None,
        };
        let Some(notification) = notification else { continue };
        let chosen = Chosen { preferences, settings: &settings, is_muted: *is_muted };
        let told = notify::decide(notification.notification_type, chosen, now);
        notices.push(Notice { notification, told });
    }
    Ok(notices)
}
