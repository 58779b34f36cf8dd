//! What an organisation has set for everybody.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::{Instant, Priority};

/// The settings of the deployment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// What the organisation is called: in mails and in the app.
    pub name: String,
    /// The IANA name of the time zone of those who have chosen none.
    pub default_time_zone: String,
    /// Whether people are mailed about work. What concerns the security of an account is always mailed.
    pub email_notifications: bool,
    /// Whether digests are sent to those who chose one.
    pub daily_summaries: bool,
    /// The highest priority that a requester may ask for.
    pub requester_priority_cap: Priority,
    /// For so many days a requester's reply reopens a resolved ticket; after them it opens another, which follows up.
    #[serde(default = "default_follow_up_after_days")]
    pub follow_up_after_days: u16,
    /// Whether the way to the Moodle site is shown; there is one then.
    #[serde(default)]
    pub moodle_integration: bool,
    /// The address of the Moodle site, as [`moodle_site`] writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moodle_url: Option<String>,
    /// Goes up with each change; zero where nothing was ever set.
    pub version: u64,
    /// When they last changed.
    pub updated_at: Instant,
}

/// The most days for which a resolved ticket can be reopened by a reply.
pub const MOST_FOLLOW_UP_DAYS: u16 = 365;

/// Two weeks: over a holiday, and not so long that the matter is another one.
const fn default_follow_up_after_days() -> u16 {
    14
}

/// The address of a Moodle site in one way of writing it; none for what is not the `https` address of a site.
pub fn moodle_site(text: &str) -> Option<String> {
    let url = Url::parse(text.trim()).ok()?;
    let is_site = url.scheme() == "https"
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    is_site.then(|| url.as_str().trim_end_matches('/').to_owned())
}

impl Default for Settings {
    /// Those of a new deployment.
    fn default() -> Self {
        Self {
            name: "Seaversity".into(),
            default_time_zone: "UTC".into(),
            email_notifications: true,
            daily_summaries: true,
            requester_priority_cap: Priority::REQUESTER_CAP,
            follow_up_after_days: default_follow_up_after_days(),
            moodle_integration: false,
            moodle_url: None,
            version: 0,
            updated_at: Instant::from_millisecond(0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moodle_site_has_an_address_of_its_own() {
        for (text, site) in [
            (" https://Moodle.example.org/ ", "https://moodle.example.org"),
            ("https://example.org:8443/moodle/", "https://example.org:8443/moodle"),
            ("https://bücher.example", "https://xn--bcher-kva.example"),
        ] {
            assert_eq!(moodle_site(text).as_deref(), Some(site), "{text}");
        }
        for text in [
            "",
            "moodle.example.org",
            "http://moodle.example.org",
            "javascript:alert(1)",
            "https://",
            "https://me@moodle.example.org",
            "https://me:secret@moodle.example.org",
            "https://moodle.example.org/?id=1",
            "https://moodle.example.org/#top",
        ] {
            assert_eq!(moodle_site(text), None, "{text}");
        }
    }

    #[test]
    fn settings_of_before_there_were_more_are_read() {
        let mut stored = serde_json::to_value(Settings::default()).unwrap();
        for added in ["followUpAfterDays", "moodleIntegration"] {
            stored.as_object_mut().unwrap().remove(added).unwrap();
        }
        let read: Settings = serde_json::from_value(stored).unwrap();
        assert_eq!(read, Settings::default());
    }
}
