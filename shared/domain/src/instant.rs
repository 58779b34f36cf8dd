//! A moment in UTC with millisecond precision, printed in one fixed width so that texts sort by time.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// A moment in UTC, cut to milliseconds. On the wire and in the table: `2026-11-24T09:30:00.000Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Instant(Timestamp);

impl Instant {
    /// The present, by the system's clock.
    pub fn now() -> Self {
        Self::from_millisecond(Timestamp::now().as_millisecond())
    }

    /// The moment so many milliseconds after 1970; a value outside the calendar's range becomes 1970.
    pub fn from_millisecond(milliseconds: i64) -> Self {
        Self(Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// Milliseconds since 1970.
    pub fn as_millisecond(self) -> i64 {
        self.0.as_millisecond()
    }

    /// Whole seconds since 1970: the unit of the table's TTL attribute and of token claims.
    pub fn as_second(self) -> i64 {
        self.0.as_second()
    }

    /// The day of this moment in UTC.
    pub fn utc_date(self) -> jiff::civil::Date {
        self.0.to_zoned(TimeZone::UTC).date()
    }

    /// This moment as people of a time zone say it: `2026-11-27 at 09:30 CET`.
    pub fn in_words(self, zone: &TimeZone) -> String {
        self.0.to_zoned(zone.clone()).strftime("%Y-%m-%d at %H:%M %Z").to_string()
    }

    /// This moment moved by `seconds`, which may be negative.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_millisecond(self.as_millisecond().saturating_add(seconds.saturating_mul(1000)))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.strftime("%Y-%m-%dT%H:%M:%S.%3fZ"))
    }
}

impl FromStr for Instant {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        text.parse::<Timestamp>().map(|at| Self::from_millisecond(at.as_millisecond()))
    }
}

impl From<Instant> for String {
    fn from(at: Instant) -> String {
        at.to_string()
    }
}

impl TryFrom<String> for Instant {
    type Error = jiff::Error;

    fn try_from(text: String) -> Result<Self, jiff::Error> {
        text.parse()
    }
}

impl utoipa::PartialSchema for Instant {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::DateTime)))
            .into()
    }
}

impl utoipa::ToSchema for Instant {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_has_one_width_and_reads_back() {
        for milliseconds in [0, 1, 10, 999, 1_790_000_000_000, 1_790_000_000_120] {
            let at = Instant::from_millisecond(milliseconds);
            assert_eq!(at.to_string().len(), 24);
            assert_eq!(at.to_string().parse::<Instant>().unwrap(), at);
        }
        assert_eq!(Instant::from_millisecond(120).to_string(), "1970-01-01T00:00:00.120Z");
    }
}
