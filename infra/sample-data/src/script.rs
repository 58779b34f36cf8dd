//! The course of one ticket: which steps it takes, without their moments.

use domain::{Priority, Status};

use crate::random::Random;
use crate::scenarios::Scenario;
use crate::voice;

/// Who takes a step, seen from the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Actor {
    Requester,
    Assignee,
    /// Somebody else of the team.
    Colleague,
    Manager,
}

/// One step. The texts still have their gaps.
#[derive(Debug, Clone)]
pub(crate) enum Beat {
    /// To the first assignee, or to the second.
    Assign {
        by: Actor,
        second: bool,
    },
    Status {
        by: Actor,
        to: Status,
    },
    Priority {
        by: Actor,
        to: Priority,
    },
    Comment {
        by: Actor,
        text: String,
        is_internal: bool,
    },
}

/// A step, how long after the one before it came, and whether the story is whole without it.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) beat: Beat,
    /// In fractions of the history's work.
    pub(crate) gap: f64,
    /// A comment that may be left out, or put in.
    pub(crate) optional: bool,
    pub(crate) included: bool,
}

impl Scene {
    /// Whether the requester hears from the desk here.
    fn is_from_the_desk(&self) -> bool {
        match &self.beat {
            Beat::Comment { by, is_internal, .. } => self.included && *by != Actor::Requester && !is_internal,
            _ => false,
        }
    }
}

/// How a ticket ends, for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Waiting,
    Assigned,
    InProgress,
    OnHold,
    Resolved,
    Closed,
    Cancelled,
}

/// An hour of work, as a fraction of the history's.
const HOUR: f64 = 0.0017;

pub(crate) fn write(
    random: &mut Random,
    scenario: &Scenario,
    raised: Priority,
    ending: Ending,
) -> Vec<Scene> {
    let mut script = Script { random, scenario, raised, scenes: Vec::new() };
    match ending {
        Ending::Waiting => script.wait(),
        Ending::Assigned => {
            script.wait();
            script.assign();
        }
        Ending::InProgress => script.work(),
        Ending::OnHold => {
            script.work();
            script.hold();
        }
        Ending::Resolved => {
            script.solve();
        }
        Ending::Closed => script.close(),
        Ending::Cancelled => script.cancel(),
    }
    script.scenes
}

struct Script<'a> {
    random: &'a mut Random,
    scenario: &'a Scenario,
    raised: Priority,
    scenes: Vec<Scene>,
}

impl Script<'_> {
    fn step(&mut self, hours: (f64, f64), beat: Beat) {
        let gap = self.random.between(hours.0, hours.1) * HOUR;
        self.scenes.push(Scene { beat, gap, optional: false, included: true });
    }

    fn status(&mut self, hours: (f64, f64), by: Actor, to: Status) {
        self.step(hours, Beat::Status { by, to });
    }

    /// A comment that belongs to the story.
    fn say(&mut self, hours: (f64, f64), by: Actor, text: &str) {
        let text = self.phrase(by, text);
        let is_internal = false;
        self.step(hours, Beat::Comment { by, text, is_internal });
    }

    /// A comment that comes in so many cases of a hundred, and that may be changed to make up the number.
    fn maybe_say(&mut self, percent: u64, hours: (f64, f64), by: Actor, text: &str) {
        let included = self.random.chance(percent);
        self.say(hours, by, text);
        self.make_optional(included);
    }

    fn maybe_note(&mut self, percent: u64, hours: (f64, f64), by: Actor, text: &str) {
        let included = self.random.chance(percent);
        self.note(hours, by, text);
        self.make_optional(included);
    }

    fn note(&mut self, hours: (f64, f64), by: Actor, text: &str) {
        let text = paragraphs(text);
        let is_internal = true;
        self.step(hours, Beat::Comment { by, text, is_internal });
    }

    fn make_optional(&mut self, included: bool) {
        if let Some(scene) = self.scenes.last_mut() {
            scene.optional = true;
            scene.included = included;
        }
    }

    /// The text as that person would put it.
    fn phrase(&mut self, by: Actor, text: &str) -> String {
        let body = paragraphs(text);
        if by == Actor::Requester {
            let tail = if text.len() > 60 { *self.random.pick(&voice::REQUESTER_TAILS) } else { "" };
            format!("{body}{tail}")
        } else {
            let is_first = !self.scenes.iter().any(Scene::is_from_the_desk);
            let greeting = if is_first {
                *self.random.pick(&voice::FIRST_GREETINGS)
            } else {
                *self.random.pick(&voice::GREETINGS)
            };
            let parting = self.random.pick(&voice::PARTINGS);
            format!("{greeting}{body}{parting}")
        }
    }

    fn wait(&mut self) {
        let triage = *self.random.pick(&voice::TRIAGE);
        self.maybe_note(40, (0.3, 5.0), Actor::Manager, triage);
        let chase = *self.random.pick(&voice::CHASES);
        self.maybe_say(25, (6.0, 20.0), Actor::Requester, chase);
    }

    fn assign(&mut self) {
        let by = *self.random.pick(&[Actor::Manager, Actor::Assignee, Actor::Assignee]);
        self.step((0.1, 6.0), Beat::Assign { by, second: false });
    }

    /// From the queue to the diagnosis.
    fn work(&mut self) {
        self.assign();
        self.status((0.02, 2.0), Actor::Assignee, Status::InProgress);
        if self.random.chance(75) {
            self.say((0.1, 1.5), Actor::Assignee, self.scenario.ask);
            self.maybe_say(88, (0.4, 9.0), Actor::Requester, self.scenario.answer);
        }
        let is_grave = self.scenario.priority == Priority::Critical;
        let ceiling = if is_grave { Priority::Critical } else { Priority::High };
        if self.raised < ceiling && (is_grave || self.random.chance(15)) {
            let to = match self.raised {
                Priority::Low => Priority::Medium,
                Priority::Medium => Priority::High,
                _ => Priority::Critical,
            };
            self.step((0.1, 2.0), Beat::Priority { by: Actor::Assignee, to });
            let raise = *self.random.pick(&voice::RAISES);
            self.note((0.03, 0.1), Actor::Assignee, raise);
        }
        self.maybe_note(52, (0.3, 5.0), Actor::Assignee, self.scenario.notes[0]);
        if self.random.chance(10) {
            let hand_over = *self.random.pick(&voice::HAND_OVERS);
            self.note((0.2, 4.0), Actor::Assignee, hand_over);
            self.step((0.02, 0.1), Beat::Assign { by: Actor::Assignee, second: true });
        }
    }

    fn hold(&mut self) {
        let hold = *self.random.pick(&voice::HOLDS);
        self.say((0.5, 6.0), Actor::Assignee, hold);
        self.status((0.02, 0.1), Actor::Assignee, Status::OnHold);
    }

    /// From the queue to the solution.
    fn solve(&mut self) {
        self.work();
        let held = self.random.chance(14);
        if held {
            self.hold();
        }
        if self.random.chance(16) {
            let chase = *self.random.pick(&voice::CHASES);
            self.say((6.0, 18.0), Actor::Requester, chase);
        }
        self.maybe_say(34, (0.5, 9.0), Actor::Assignee, self.scenario.update);
        if held {
            self.status((2.0, 20.0), Actor::Assignee, Status::InProgress);
        }
        self.maybe_note(30, (0.5, 6.0), Actor::Colleague, self.scenario.notes[1]);
        self.say((0.5, 8.0), Actor::Assignee, self.scenario.solution);
        self.status((0.02, 0.3), Actor::Assignee, Status::Resolved);
        if self.random.chance(9) {
            // The requester's word reopens the ticket.
            let not_yet = *self.random.pick(&voice::NOT_YET);
            self.say((2.0, 16.0), Actor::Requester, not_yet);
            let second = *self.random.pick(&voice::SECOND_FIXES);
            self.say((1.0, 9.0), Actor::Assignee, second);
            self.status((0.02, 0.3), Actor::Assignee, Status::Resolved);
        }
    }

    fn close(&mut self) {
        if self.random.chance(6) {
            self.work();
            let word = *self.random.pick(&voice::SELF_CLOSED);
            self.say((3.0, 16.0), Actor::Requester, word);
            self.status((0.02, 0.1), Actor::Requester, Status::Closed);
            return;
        }
        self.solve();
        if self.random.chance(62) {
            // Thanks before closing would reopen the ticket, so they come after.
            self.status((1.0, 22.0), Actor::Requester, Status::Closed);
            let thanks = *self.random.pick(&voice::THANKS);
            self.maybe_say(65, (0.02, 0.1), Actor::Requester, thanks);
        } else {
            let word = *self.random.pick(&voice::NO_NEWS_CLOSED);
            self.maybe_say(40, (18.0, 40.0), Actor::Assignee, word);
            self.status((0.1, 12.0), Actor::Assignee, Status::Closed);
        }
        if self.random.chance(3) {
            let not_yet = *self.random.pick(&voice::NOT_YET);
            self.say((6.0, 20.0), Actor::Requester, not_yet);
            self.status((0.02, 0.1), Actor::Requester, Status::InProgress);
            let second = *self.random.pick(&voice::SECOND_FIXES);
            self.say((1.0, 9.0), Actor::Assignee, second);
            self.status((0.02, 0.2), Actor::Assignee, Status::Resolved);
            self.status((4.0, 20.0), Actor::Requester, Status::Closed);
        }
    }

    fn cancel(&mut self) {
        if self.random.chance(55) {
            self.assign();
        }
        let word = *self.random.pick(&voice::WITHDRAWALS);
        self.say((1.0, 9.0), Actor::Requester, word);
        let last = *self.random.pick(&voice::CANCELLATIONS);
        self.maybe_say(70, (0.3, 5.0), Actor::Manager, last);
        self.status((0.05, 0.5), Actor::Manager, Status::Cancelled);
    }
}

/// The text as the editor would make it: a paragraph for each line, unless it is HTML already.
pub(crate) fn paragraphs(text: &str) -> String {
    if text.starts_with('<') {
        return text.to_owned();
    }
    text.lines().map(|line| format!("<p>{line}</p>")).collect()
}
