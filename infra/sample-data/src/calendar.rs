//! When things happen: a fraction of the history's work, and the moment at which that much of it was done.
//!
//! The story is told in fractions, so that it does not depend on the day on which it is loaded; the calendar
//! then places it where people work: by day, on weekdays, and most of all around the assessment week.

use domain::Instant;
use jiff::Timestamp;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use crate::HISTORY_DAYS;

const HOUR_MS: i64 = 3_600_000;

/// The assessment week, in days since the beginning of the history.
const ASSESSMENT_DAYS: std::ops::Range<usize> = 58..66;

/// The fractions of the history's work that fall into the assessment week, roughly.
pub(crate) const ASSESSMENT: std::ops::Range<f64> = 0.61..0.75;

/// The hours of the history, with the work done up to each.
pub(crate) struct Calendar {
    opening: Instant,
    start: Instant,
    /// The work done up to the beginning of each hour, and at last all of it.
    done: Vec<f64>,
}

impl Calendar {
    /// The history that ends at `now`.
    pub(crate) fn ending(now: Instant) -> Self {
        let opening = now.plus_seconds(-HISTORY_DAYS * 86_400 + 3600);
        // The first day goes to setting up; the last minutes are left free, so that nothing is in the future.
        let start = opening.plus_seconds(23 * 3600);
        let hours = (HISTORY_DAYS - 1) * 24;
        let mut done = vec![0.0];
        let mut total = 0.0;
        for hour in 0..hours {
            total += weight(start, hour);
            done.push(total);
        }
        Self { opening, start, done }
    }

    /// When teams, people and categories were set up.
    pub(crate) fn opening(&self) -> Instant {
        self.opening
    }

    /// The moment at which that fraction of all work was done; from 0 to 1.
    pub(crate) fn at(&self, fraction: f64) -> Instant {
        let total = self.done.last().copied().unwrap_or(0.0);
        let wanted = fraction.clamp(0.0, 0.9995) * total;
        let after = self.done.partition_point(|done| *done <= wanted);
        let hour = after.clamp(1, self.done.len() - 1) - 1;
        let within = (wanted - self.done[hour]) / (self.done[hour + 1] - self.done[hour]);
        let milliseconds = (hour as f64 + within) * HOUR_MS as f64;
        Instant::from_millisecond(self.start.as_millisecond() + milliseconds as i64)
    }
}

/// How much happens in that hour after `start`.
fn weight(start: Instant, hour: i64) -> f64 {
    let at =
        Timestamp::from_millisecond(start.as_millisecond() + hour * HOUR_MS).unwrap_or(Timestamp::UNIX_EPOCH);
    let local = at.to_zoned(TimeZone::UTC);
    let by_hour = match local.hour() {
        9..=11 => 1.0,
        13..=16 => 0.9,
        8 | 12 => 0.6,
        17..=18 => 0.4,
        19..=22 => 0.08,
        7 => 0.15,
        _ => 0.004,
    };
    let by_weekday = match local.weekday() {
        Weekday::Monday => 1.15,
        Weekday::Saturday => 0.08,
        Weekday::Sunday => 0.12,
        Weekday::Friday => 0.85,
        _ => 1.0,
    };
    let in_assessment = usize::try_from(hour / 24).is_ok_and(|day| ASSESSMENT_DAYS.contains(&day));
    by_hour * by_weekday * if in_assessment { 1.8 } else { 1.0 }
}
