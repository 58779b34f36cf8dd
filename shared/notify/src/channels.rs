//! By which ways a person is told, and when.

use domain::{Instant, NotificationType, Preferences, Settings};

/// How the bell tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bell {
    /// Not at all.
    Off,
    /// In the list alone: the person is not to be disturbed.
    Silent,
    /// In the list, and at once to whoever has the app open.
    Live,
}

/// When a mail goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTime {
    /// Not at all.
    Never,
    /// Now, as far as nothing about the same item went out a moment ago.
    Now,
    /// Not before the quiet hours end.
    NotBefore(Instant),
}

/// The ways of one notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The bell.
    pub bell: Bell,
    /// The mail.
    pub mail: MailTime,
    /// Whether the person's browsers tell.
    pub push: bool,
}

/// What was chosen that decides the ways.
#[derive(Debug, Clone, Copy)]
pub struct Chosen<'a> {
    /// By the person.
    pub preferences: &'a Preferences,
    /// By the organisation.
    pub settings: &'a Settings,
    /// Whether the person has muted the item.
    pub is_muted: bool,
}

/// The ways by which a notification of this type is told at `now`. Who has muted an item still hears of being
/// mentioned in it and of getting it.
pub fn decide(why: NotificationType, chosen: Chosen<'_>, now: Instant) -> Told {
    use NotificationType::{Mention, TicketAssigned};
    let Chosen { preferences, settings, is_muted } = chosen;
    if is_muted && !matches!(why, Mention | TicketAssigned) {
        return Told { bell: Bell::Off, mail: MailTime::Never, push: false };
    }
    let ways = preferences.channels(why);
    let quiet = preferences.quiet_until(&settings.default_time_zone, now);
    Told {
        bell: match (ways.in_app, quiet) {
            (false, _) => Bell::Off,
            (true, Some(_)) => Bell::Silent,
            (true, None) => Bell::Live,
        },
        mail: match (ways.mail && settings.email_notifications, quiet) {
            (false, _) => MailTime::Never,
            (true, Some(end)) => MailTime::NotBefore(end),
            (true, None) => MailTime::Now,
        },
        push: ways.push && quiet.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use domain::UserId;
    use domain::preferences::{Channels, QuietHours};

    use super::*;
    use Bell::{Live, Off, Silent};
    use MailTime::{Never, NotBefore, Now};

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn the_ways_follow_from_what_was_chosen() {
        let (day, night) = (at("2026-11-27T12:00:00Z"), at("2026-11-27T23:00:00Z"));
        let end = at("2026-11-28T07:00:00Z");
        let none = Preferences::of(UserId::new(day));
        let with = |in_app, mail, is_quiet| {
            let push = in_app;
            let mut chosen = none.clone();
            for of in NotificationType::ALL {
                chosen.notifications.insert(of, Channels { in_app, mail, digest: false, push });
            }
            chosen.quiet_hours = QuietHours { is_enabled: is_quiet, ..QuietHours::default() };
            chosen
        };
        let table = [
            (none.clone(), day, Live, Now),
            (none.clone(), night, Live, Now),
            (with(true, true, true), day, Live, Now),
            (with(true, true, true), night, Silent, NotBefore(end)),
            (with(false, true, true), night, Off, NotBefore(end)),
            (with(true, false, true), night, Silent, Never),
            (with(false, true, false), day, Off, Now),
            (with(true, false, false), day, Live, Never),
            (with(false, false, false), day, Off, Never),
        ];
        let (on, off) = (Settings::default(), Settings { email_notifications: false, ..Settings::default() });
        for (preferences, now, bell, mail) in &table {
            for why in NotificationType::ALL {
                let chosen = Chosen { preferences, settings: &on, is_muted: false };
                let expected = Told { bell: *bell, mail: *mail, push: *bell == Live };
                assert_eq!(decide(why, chosen, *now), expected, "{why:?} at {now}");
                let told = decide(why, Chosen { settings: &off, ..chosen }, *now);
                assert_eq!(told, Told { mail: Never, ..expected }, "without mails");
            }
        }
    }

    #[test]
    fn a_muted_item_tells_of_mentions_and_of_getting_it() {
        let now = at("2026-11-27T12:00:00Z");
        let (preferences, settings) = (Preferences::of(UserId::new(now)), Settings::default());
        let chosen = Chosen { preferences: &preferences, settings: &settings, is_muted: true };
        for why in NotificationType::ALL {
            let passes = matches!(why, NotificationType::Mention | NotificationType::TicketAssigned);
            let expected = if passes {
                Told { bell: Live, mail: Now, push: true }
            } else {
                Told { bell: Off, mail: Never, push: false }
            };
            assert_eq!(decide(why, chosen, now), expected, "{why:?}");
        }
    }
}
