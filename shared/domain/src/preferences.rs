//! How a person wants to be told of things, and how the app is to look.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Instant, NotificationType, UserId};

/// The ways by which a person is told of one type of notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Channels {
    /// Under the bell.
    pub in_app: bool,
    /// By mail.
    pub mail: bool,
    /// In the digest, which lists what is unread under the bell.
    pub digest: bool,
    /// By the browsers that the person has asked to tell, also while the app is not open.
    #[serde(default = "yes")]
    pub push: bool,
}

const fn yes() -> bool {
    true
}

impl Channels {
    /// Those of somebody who has said nothing.
    pub const DEFAULT: Self = Self { in_app: true, mail: true, digest: false, push: true };
}

/// A time of the day, to the minute: `22:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TimeOfDay {
    hour: i8,
    minute: i8,
}

impl TimeOfDay {
    /// The time, where the clock shows it.
    pub const fn new(hour: i8, minute: i8) -> Option<Self> {
        if hour >= 0 && hour < 24 && minute >= 0 && minute < 60 { Some(Self { hour, minute }) } else { None }
    }

    const fn time(self) -> Time {
        Time::constant(self.hour, self.minute, 0, 0)
    }
}

/// The text is no time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be a time of the day such as `22:00`")]
pub struct InvalidTime;

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl FromStr for TimeOfDay {
    type Err = InvalidTime;

    fn from_str(text: &str) -> Result<Self, InvalidTime> {
        let digits = |text: &str| {
            let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| text.parse::<u8>().ok()).flatten()
        };
        let (hour, minute) = text.split_once(':').ok_or(InvalidTime)?;
        let (hour, minute) = (digits(hour).ok_or(InvalidTime)?, digits(minute).ok_or(InvalidTime)?);
        Self::new(hour.cast_signed(), minute.cast_signed()).ok_or(InvalidTime)
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = InvalidTime;

    fn try_from(text: String) -> Result<Self, InvalidTime> {
        text.parse()
    }
}

impl utoipa::PartialSchema for TimeOfDay {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^([01][0-9]|2[0-3]):[0-5][0-9]$"))
            .into()
    }
}

impl ToSchema for TimeOfDay {}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// Every day, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    fn of(date: Date) -> Self {
        Self::ALL[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
    }
}

/// When a person is not to be disturbed: mails wait, and the bell stays silent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuietHours {
    /// Whether they are kept.
    pub is_enabled: bool,
    /// When they begin.
    pub start: TimeOfDay,
    /// When they end; on the next day, where that is earlier in the day than they begin.
    pub end: TimeOfDay,
    /// The days on which they begin.
    #[schema(max_items = 7)]
    pub days: Vec<Weekday>,
}

impl Default for QuietHours {
    fn default() -> Self {
        Self {
            is_enabled: false,
            start: TimeOfDay { hour: 22, minute: 0 },
            end: TimeOfDay { hour: 7, minute: 0 },
            days: Weekday::ALL.to_vec(),
        }
    }
}

impl QuietHours {
    /// Where `now` is within them in this time zone, when they end. A time that the clock leaves out in spring counts
    /// as the one right after, and of one that it shows twice in autumn the first counts.
    pub fn until(&self, zone: &TimeZone, now: Instant) -> Option<Instant> {
        if !self.is_enabled {
            return None;
        }
        let today = zone.to_datetime(timestamp(now)).date();
        let yesterday = today.yesterday().ok()?;
        [yesterday, today].into_iter().filter(|day| self.days.contains(&Weekday::of(*day))).find_map(|day| {
            let last = if self.end > self.start { day } else { day.tomorrow().ok()? };
            let (begin, end) = (moment(zone, day, self.start)?, moment(zone, last, self.end)?);
            (begin <= now && now < end).then_some(end)
        })
    }
}

fn timestamp(at: Instant) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn moment(zone: &TimeZone, day: Date, time: TimeOfDay) -> Option<Instant> {
    let at = zone.to_timestamp(day.to_datetime(time.time())).ok()?;
    Some(Instant::from_millisecond(at.as_millisecond()))
}

/// How often the digest comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DigestFrequency {
    /// Not at all.
    Off,
    /// Each day.
    Daily,
    /// On Mondays.
    Weekly,
}

/// The mail that lists what is unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DigestChoice {
    /// How often it comes.
    pub frequency: DigestFrequency,
    /// At which full hour of the person's day.
    #[schema(minimum = 0, maximum = 23)]
    pub hour: u8,
}

impl Default for DigestChoice {
    fn default() -> Self {
        Self { frequency: DigestFrequency::Off, hour: 8 }
    }
}

impl DigestChoice {
    /// When the next one is due after `now` in this time zone; none where none comes.
    pub fn next(self, zone: &TimeZone, now: Instant) -> Option<Instant> {
        let time = TimeOfDay::new(self.hour.cast_signed(), 0)?;
        let today = zone.to_datetime(timestamp(now)).date();
        (0..=7_i64)
            .filter_map(|days| today.checked_add(days.days()).ok())
            .filter(|day| match self.frequency {
                DigestFrequency::Off => false,
                DigestFrequency::Daily => true,
                DigestFrequency::Weekly => Weekday::of(*day) == Weekday::Monday,
            })
            .filter_map(|day| moment(zone, day, time))
            .find(|due| *due > now)
    }
}

/// The app's colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A part of the dashboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Widget {
    /// How much there is to do.
    Summary,
    /// What is assigned to the person.
    MyWork,
    /// What waits in the person's teams.
    TeamQueue,
    /// What is due soon.
    DueSoon,
    /// What happened lately.
    RecentActivity,
    /// What the person follows.
    Watched,
}

/// What a person has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// Whose they are.
    pub user_id: UserId,
    /// The ways of each type that is not as by default.
    #[serde(default)]
    pub notifications: BTreeMap<NotificationType, Channels>,
    /// When not to disturb.
    #[serde(default)]
    pub quiet_hours: QuietHours,
    /// The IANA name; the organisation's where none is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// The mail that lists what is unread.
    #[serde(default)]
    pub digest: DigestChoice,
    /// The app's colours.
    #[serde(default)]
    pub theme: Theme,
    /// The dashboard's parts, in this order; none for the app's own choice.
    #[serde(default)]
    pub dashboard: Vec<Widget>,
    /// Goes up with each change; zero where nothing was ever chosen.
    pub version: u64,
    /// When they last changed.
    pub updated_at: Instant,
}

impl Preferences {
    /// Those of somebody who has chosen nothing.
    pub fn of(user_id: UserId) -> Self {
        Self {
            user_id,
            notifications: BTreeMap::new(),
            quiet_hours: QuietHours::default(),
            time_zone: None,
            digest: DigestChoice::default(),
            theme: Theme::default(),
            dashboard: Vec::new(),
            version: 0,
            updated_at: Instant::from_millisecond(0),
        }
    }

    /// The ways of one type.
    pub fn channels(&self, of: NotificationType) -> Channels {
        self.notifications.get(&of).copied().unwrap_or(Channels::DEFAULT)
    }

    /// The person's time zone, or the organisation's.
    pub fn zone(&self, organisation: &str) -> TimeZone {
        zone(self.time_zone.as_deref().unwrap_or(organisation)).unwrap_or(TimeZone::UTC)
    }

    /// Until when the person is not to be disturbed; none where that is not now.
    pub fn quiet_until(&self, organisation: &str, now: Instant) -> Option<Instant> {
        self.quiet_hours.until(&self.zone(organisation), now)
    }
}

/// The time zone of an IANA name.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn quiet(start: &str, end: &str, days: &[Weekday]) -> QuietHours {
        QuietHours {
            is_enabled: true,
            start: start.parse().unwrap(),
            end: end.parse().unwrap(),
            days: days.to_vec(),
        }
    }

    #[test]
    fn quiet_hours_begin_and_end_on_the_persons_clock() {
        use Weekday::{Friday, Saturday};
        let (berlin, utc) = (zone("Europe/Berlin").unwrap(), TimeZone::UTC);
        let nights = quiet("22:00", "07:00", &Weekday::ALL);
        let fridays = quiet("22:00", "07:00", &[Friday]);
        let lunch = quiet("12:00", "13:30", &[Saturday]);
        // 2026-11-27 is a Friday; Berlin is at UTC+1.
        let table = [
            (&nights, &berlin, "2026-11-27T20:59:00Z", None),
            (&nights, &berlin, "2026-11-27T21:00:00Z", Some("2026-11-28T06:00:00Z")),
            (&nights, &berlin, "2026-11-28T00:30:00Z", Some("2026-11-28T06:00:00Z")),
            (&nights, &berlin, "2026-11-28T06:00:00Z", None),
            (&nights, &utc, "2026-11-28T06:00:00Z", Some("2026-11-28T07:00:00Z")),
            // The night that begins on Friday ends on Saturday; the next one is not quiet.
            (&fridays, &berlin, "2026-11-28T05:00:00Z", Some("2026-11-28T06:00:00Z")),
            (&fridays, &berlin, "2026-11-28T22:00:00Z", None),
            (&lunch, &berlin, "2026-11-28T11:00:00Z", Some("2026-11-28T12:30:00Z")),
            (&lunch, &berlin, "2026-11-27T11:00:00Z", None),
        ];
        for (hours, zone, now, until) in table {
            assert_eq!(hours.until(zone, at(now)), until.map(at), "{hours:?} at {now}");
            let off = QuietHours { is_enabled: false, ..hours.clone() };
            assert_eq!(off.until(zone, at(now)), None);
        }
    }

    #[test]
    fn quiet_hours_follow_the_change_of_the_clock() {
        let berlin = zone("Europe/Berlin").unwrap();
        let nights = quiet("22:00", "07:00", &Weekday::ALL);
        // Spring: the night of 28 to 29 March 2026 is an hour shorter, the one of 24 to 25 October an hour longer.
        assert_eq!(nights.until(&berlin, at("2026-03-28T22:00:00Z")), Some(at("2026-03-29T05:00:00Z")));
        assert_eq!(nights.until(&berlin, at("2026-10-24T21:00:00Z")), Some(at("2026-10-25T06:00:00Z")));
        // 02:30 does not exist in that spring night: it counts as 03:30, which is 01:30 UTC.
        let early = quiet("01:00", "02:30", &Weekday::ALL);
        assert_eq!(early.until(&berlin, at("2026-03-29T00:30:00Z")), Some(at("2026-03-29T01:30:00Z")));
    }

    #[test]
    fn a_digest_comes_at_the_persons_hour() {
        let (berlin, honolulu) = (zone("Europe/Berlin").unwrap(), zone("Pacific/Honolulu").unwrap());
        let choice = |frequency| DigestChoice { frequency, hour: 8 };
        let (daily, weekly) = (choice(DigestFrequency::Daily), choice(DigestFrequency::Weekly));
        let table = [
            (daily, &berlin, "2026-11-27T06:59:00Z", Some("2026-11-27T07:00:00Z")),
            (daily, &berlin, "2026-11-27T07:00:00Z", Some("2026-11-28T07:00:00Z")),
            (daily, &honolulu, "2026-11-27T07:00:00Z", Some("2026-11-27T18:00:00Z")),
            (daily, &berlin, "2026-03-28T12:00:00Z", Some("2026-03-29T06:00:00Z")),
            (weekly, &berlin, "2026-11-27T07:00:00Z", Some("2026-11-30T07:00:00Z")),
            (weekly, &berlin, "2026-11-30T07:00:00Z", Some("2026-12-07T07:00:00Z")),
            (choice(DigestFrequency::Off), &berlin, "2026-11-27T07:00:00Z", None),
        ];
        for (choice, zone, now, due) in table {
            assert_eq!(choice.next(zone, at(now)), due.map(at), "{choice:?} after {now}");
        }
    }

    #[test]
    fn a_time_of_the_day_reads_back_and_nothing_else_is_one() {
        for text in ["00:00", "07:05", "23:59"] {
            assert_eq!(text.parse::<TimeOfDay>().unwrap().to_string(), text);
        }
        for bad in ["", "7:00", "24:00", "12:60", "12:0", "12:00:00", "+1:00", "ab:cd"] {
            assert_eq!(bad.parse::<TimeOfDay>(), Err(InvalidTime), "{bad}");
        }
    }

    #[test]
    fn who_has_chosen_nothing_is_told_at_once_and_has_no_digest() {
        let preferences = Preferences::of(UserId::new(at("2026-11-27T00:00:00Z")));
        for of in NotificationType::ALL {
            assert_eq!(preferences.channels(of), Channels::DEFAULT);
        }
        assert_eq!(preferences.quiet_until("UTC", at("2026-11-27T23:00:00Z")), None);
        assert!(zone("Mars/Olympus").is_none());
    }
}
