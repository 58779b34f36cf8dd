//! What people have chosen for themselves, and what the organisation has set for everybody.

use domain::policy::Operation;
use domain::preferences::{Channels, DigestChoice, QuietHours, Theme, Widget, zone};
use domain::settings::moodle_site;
use domain::{Action, Change, NotificationType, Preferences, Priority, Settings};
use store::{CommitError, Digest, DigestChange, Key, Store};

use crate::views;
use crate::work_items::read_with_session;
use crate::{AppError, Caller, FieldError, Result};

/// What a person chooses anew; absent fields stay.
#[derive(Debug, Clone, Default)]
pub struct PreferencesPatch {
    /// The ways of these types.
    pub notifications: Vec<(NotificationType, ChannelsPatch)>,
    /// When not to disturb.
    pub quiet_hours: Option<QuietHours>,
    /// The IANA name; an inner none for the organisation's.
    pub time_zone: Option<Option<String>>,
    /// The mail that lists what is unread.
    pub digest: Option<DigestChoice>,
    /// The app's colours.
    pub theme: Option<Theme>,
    /// The dashboard's parts.
    pub dashboard: Option<Vec<Widget>>,
}

/// The ways of one type; absent ones stay.
#[derive(Debug, Clone, Copy, Default)]
pub struct ChannelsPatch {
    /// Under the bell.
    pub in_app: Option<bool>,
    /// By mail.
    pub mail: Option<bool>,
    /// In the digest.
    pub digest: Option<bool>,
    /// By the person's browsers.
    pub push: Option<bool>,
}

/// What the organisation sets anew; absent fields stay.
#[derive(Debug, Clone, Default)]
pub struct SettingsPatch {
    /// What the organisation is called.
    pub name: Option<String>,
    /// The time zone of those who have chosen none.
    pub default_time_zone: Option<String>,
    /// Whether people are mailed about work.
    pub email_notifications: Option<bool>,
    /// Whether digests are sent.
    pub daily_summaries: Option<bool>,
    /// The highest priority that a requester may ask for.
    pub requester_priority_cap: Option<Priority>,
    /// For how many days a reply reopens a resolved ticket; within its bounds already.
    pub follow_up_after_days: Option<u16>,
    /// Whether the way to the Moodle site is shown.
    pub moodle_integration: Option<bool>,
    /// The address of the Moodle site; an inner none for no site.
    pub moodle_url: Option<Option<String>>,
}

/// What the caller has chosen.
pub async fn read_own(store: &Store, caller: &Caller) -> Result<views::UserSettings> {
    let (_, preferences) = caller.check_with(store, store.preferences(caller.claims.user_id)).await?;
    Ok(preferences.into())
}

/// Changes what the caller has chosen, if it still has `version`.
pub async fn change_own(
    store: &Store,
    caller: &Caller,
    version: u64,
    patch: &PreferencesPatch,
) -> Result<views::UserSettings> {
    let user = caller.claims.user_id;
    let reads = async { tokio::try_join!(store.preferences(user), store.settings()) };
    let (_, (before, settings)) = caller.check_with(store, reads).await?;
    let stale = |current: Preferences| AppError::stale("settings", &views::UserSettings::from(current));
    if before.version != version {
        return Err(stale(before));
    }
    let mut after = before.clone();
    apply(patch, &mut after)?;
    if after == before {
        return Ok(after.into());
    }
    after.version += 1;
    after.updated_at = caller.at;
    let digest = if (before.digest, &before.time_zone) == (after.digest, &after.time_zone) {
        DigestChange::Stays
    } else {
        let due_at = after.digest.next(&after.zone(&settings.default_time_zone), caller.at);
        due_at.map_or(DigestChange::None, |due_at| DigestChange::Next(Digest::new(user, caller.at, due_at)))
    };
    match store.change_preferences(&before, &after, &digest).await {
        Ok(()) => Ok(after.into()),
        Err(CommitError::Stale | CommitError::Taken) => Err(stale(store.preferences(user).await?)),
        Err(error) => Err(error.into()),
    }
}

fn apply(patch: &PreferencesPatch, after: &mut Preferences) -> Result<()> {
    let mut errors = Vec::new();
    let mut broken = |field: String, rule: &str| errors.push(FieldError { field, rule: rule.into() });
    for (of, ways) in &patch.notifications {
        let now = after.channels(*of);
        let chosen = Channels {
            in_app: ways.in_app.unwrap_or(now.in_app),
            mail: ways.mail.unwrap_or(now.mail),
            digest: ways.digest.unwrap_or(now.digest),
            push: ways.push.unwrap_or(now.push),
        };
        if chosen.digest && !chosen.in_app {
            broken(
                format!("notifications.{}.digest", of.as_str()),
                "must be off without `inApp`: the digest lists what is unread under the bell",
            );
        }
        if *of == NotificationType::System && !chosen.mail {
            broken(
                format!("notifications.{}.mail", of.as_str()),
                "must be on: what concerns the security of an account is always mailed",
            );
        }
        after.notifications.insert(*of, chosen);
    }
    if let Some(hours) = &patch.quiet_hours {
        if hours.start == hours.end {
            broken("quietHours.end".into(), "must differ from `start`");
        }
        let mut days = hours.days.clone();
        days.sort_unstable();
        days.dedup();
        after.quiet_hours = QuietHours { days, ..hours.clone() };
    }
    if let Some(name) = &patch.time_zone {
        if name.as_deref().is_some_and(|name| zone(name).is_none()) {
            broken("timeZone".into(), TIME_ZONE);
        }
        after.time_zone.clone_from(name);
    }
    if let Some(digest) = patch.digest {
        if digest.hour > 23 {
            broken("digest.hour".into(), "must be 0 to 23");
        }
        after.digest = digest;
    }
    after.theme = patch.theme.unwrap_or(after.theme);
    if let Some(widgets) = &patch.dashboard {
        let is_repeated = |position: usize| widgets[..position].contains(&widgets[position]);
        if let Some(position) = (0..widgets.len()).find(|position| is_repeated(*position)) {
            broken(format!("dashboard[{position}]"), "must be named once");
        }
        after.dashboard.clone_from(widgets);
    }
    if errors.is_empty() { Ok(()) } else { Err(AppError::Invalid(errors)) }
}

const TIME_ZONE: &str = "must be the IANA name of a time zone, such as `Europe/Berlin`";

/// What the address of a Moodle site is refused with.
const MOODLE_SITE: &str =
    "must be the https address of a site, without a query: https://moodle.example.org, for example";

/// The organisation's settings.
pub async fn read(store: &Store, caller: &Caller, limits: views::Limits) -> Result<views::SystemSettings> {
    let (_, settings) = caller.check_with(store, store.settings()).await?;
    Ok(views::SystemSettings::new(settings, limits))
}

/// Changes the organisation's settings, if they still have `version`.
pub async fn change(
    store: &Store,
    caller: &Caller,
    limits: views::Limits,
    version: u64,
    patch: &SettingsPatch,
) -> Result<views::SystemSettings> {
    let (principal, found) = read_with_session(store, caller, [Key::settings()]).await?;
    principal.may_in_general(Operation::ManageSettings)?;
    let before: Settings = found.get(&Key::settings())?.unwrap_or_default();
    let view = |settings| views::SystemSettings::new(settings, limits);
    let stale = |current| AppError::stale("settings", &view(current));
    if before.version != version {
        return Err(stale(before));
    }
    let mut after = before.clone();
    if let Some(name) = &patch.name {
        after.name = name.trim().to_owned();
    }
    if let Some(name) = &patch.default_time_zone {
        zone(name).ok_or_else(|| AppError::invalid("defaultTimeZone", TIME_ZONE))?;
        after.default_time_zone.clone_from(name);
    }
    after.email_notifications = patch.email_notifications.unwrap_or(before.email_notifications);
    after.daily_summaries = patch.daily_summaries.unwrap_or(before.daily_summaries);
    after.requester_priority_cap = patch.requester_priority_cap.unwrap_or(before.requester_priority_cap);
    after.follow_up_after_days = patch.follow_up_after_days.unwrap_or(before.follow_up_after_days);
    if let Some(address) = &patch.moodle_url {
        after.moodle_url = match address {
            Some(address) => {
                Some(moodle_site(address).ok_or_else(|| AppError::invalid("moodleUrl", MOODLE_SITE))?)
            }
            None => None,
        };
    }
    after.moodle_integration = patch.moodle_integration.unwrap_or(before.moodle_integration);
    if after.moodle_integration && after.moodle_url.is_none() {
        return Err(AppError::invalid("moodleUrl", "must be given where `moodleIntegration` is on"));
    }
    let changes: Vec<Change> = [
        Change::between("name", &before.name, &after.name),
        Change::between("defaultTimeZone", &before.default_time_zone, &after.default_time_zone),
        Change::between("emailNotifications", &before.email_notifications, &after.email_notifications),
        Change::between("dailySummaries", &before.daily_summaries, &after.daily_summaries),
        Change::between(
            "requesterPriorityCap",
            &before.requester_priority_cap,
            &after.requester_priority_cap,
        ),
        Change::between("followUpAfterDays", &before.follow_up_after_days, &after.follow_up_after_days),
        Change::between("moodleIntegration", &before.moodle_integration, &after.moodle_integration),
        Change::between("moodleUrl", &before.moodle_url, &after.moodle_url),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changes.is_empty() {
        return Ok(view(after));
    }
    after.version += 1;
    after.updated_at = caller.at;
    let mut activity = caller.activity(&principal, Action::SettingsUpdated);
    activity.changes = changes;
    match store.change_settings(&before, &after, &activity).await {
        Ok(()) => Ok(view(after)),
        Err(CommitError::Stale | CommitError::Taken) => Err(stale(store.settings().await?)),
        Err(error) => Err(error.into()),
    }
}
