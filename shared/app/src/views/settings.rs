//! What people have chosen, and what the organisation has set.

use std::collections::BTreeMap;

use domain::attachment::MAX_FILE_BYTES;
use domain::preferences::{Channels, DigestChoice, QuietHours, Theme, Widget};
use domain::{NotificationType, Priority};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::work_items::MOST_AT_ONCE;

/// What a person has chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserSettings {
    /// The ways by which each type of notification is told.
    pub notifications: BTreeMap<NotificationType, Channels>,
    /// When not to disturb.
    pub quiet_hours: QuietHours,
    /// The IANA name; null for the organisation's.
    pub time_zone: Option<String>,
    /// The mail that lists what is unread.
    pub digest: DigestChoice,
    /// The app's colours.
    pub theme: Theme,
    /// The dashboard's parts, in this order; none for the app's own choice.
    pub dashboard: Vec<Widget>,
    /// Goes up with each change; the `ETag`.
    pub version: u64,
}

impl From<domain::Preferences> for UserSettings {
    fn from(preferences: domain::Preferences) -> Self {
        Self {
            notifications: NotificationType::ALL.map(|of| (of, preferences.channels(of))).into(),
            quiet_hours: preferences.quiet_hours,
            time_zone: preferences.time_zone,
            digest: preferences.digest,
            theme: preferences.theme,
            dashboard: preferences.dashboard,
            version: preferences.version,
        }
    }
}

/// What the organisation has set for everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SystemSettings {
    /// What the organisation is called.
    pub name: String,
    /// The IANA name of the time zone of those who have chosen none.
    pub default_time_zone: String,
    /// Whether people are mailed about work.
    pub email_notifications: bool,
    /// Whether digests are sent to those who chose one.
    pub daily_summaries: bool,
    /// The highest priority that a requester may ask for.
    pub requester_priority_cap: Priority,
    /// For so many days a requester's reply reopens a resolved ticket; after them it opens another, which follows up.
    pub follow_up_after_days: u16,
    /// Whether the way to the Moodle site is shown; there is one then.
    pub moodle_integration: bool,
    /// The address of the Moodle site.
    pub moodle_url: Option<String>,
    /// What the deployment takes at most, which is told here and not set.
    pub limits: Limits,
    /// Goes up with each change; the `ETag`.
    pub version: u64,
}

/// What a deployment takes at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Requests in a second, of everybody together.
    pub requests_per_second: u32,
    /// Requests at once, of everybody together.
    pub requests_at_once: u32,
    /// The bytes of one attachment.
    pub attachment_bytes: u64,
    /// The items of one bulk change.
    pub bulk_items: usize,
}

impl Limits {
    /// Those of a deployment whose gateway takes so many requests.
    pub const fn new(requests_per_second: u32, requests_at_once: u32) -> Self {
        Self {
            requests_per_second,
            requests_at_once,
            attachment_bytes: MAX_FILE_BYTES,
            bulk_items: MOST_AT_ONCE,
        }
    }
}

impl SystemSettings {
    /// The settings of a deployment with these limits.
    pub fn new(settings: domain::Settings, limits: Limits) -> Self {
        Self {
            name: settings.name,
            default_time_zone: settings.default_time_zone,
            email_notifications: settings.email_notifications,
            daily_summaries: settings.daily_summaries,
            requester_priority_cap: settings.requester_priority_cap,
            follow_up_after_days: settings.follow_up_after_days,
            moodle_integration: settings.moodle_integration,
            moodle_url: settings.moodle_url,
            limits,
            version: settings.version,
        }
    }
}
