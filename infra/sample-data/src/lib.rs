//! The sample help desk: who works there, and what happened in the ninety days before a given moment.
//!
//! [`plan`] is pure and deterministic: the same moment gives the same plan, and another moment gives the same
//! story on other dates. It stores nothing and knows no storage; a loader replays it through the product's own
//! operations, with the clock and the actor of each step.

mod calendar;
mod categories;
mod people;
mod random;
mod scenarios;
mod script;
mod slots;
#[cfg(test)]
mod tests;
mod tickets;
mod voice;

use domain::{
    Category, CategoryId, CommentId, Instant, Priority, Role, Status, Team, TeamId, User, UserId, WorkItemId,
};

/// The password of every sample person.
pub const SAMPLE_PASSWORD: &str = "sail-the-seven-seas";

/// The addresses to show to whoever wants to look around: one for each role.
pub const SIGN_INS: [(Role, &str); 4] = [
    (Role::Admin, "admin@seaversity.example"),
    (Role::Manager, "manager@seaversity.example"),
    (Role::Agent, "agent@seaversity.example"),
    (Role::User, "user@seaversity.example"),
];

/// How many days the history covers.
pub const HISTORY_DAYS: i64 = 90;

/// Everything that the sample help desk holds, and how it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The teams, each with its manager, who is among the people.
    pub teams: Vec<Team>,
    /// The people; the first team of each is the home team.
    pub people: Vec<User>,
    /// The categories, each with the team that looks after it.
    pub categories: Vec<Category>,
    /// The tickets, oldest first.
    pub tickets: Vec<TicketPlan>,
}

/// A ticket as its requester raised it, and what happened to it since.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketPlan {
    /// An id that carries the moment of creation.
    pub id: WorkItemId,
    /// Who raised it.
    pub creator: UserId,
    /// One line.
    pub title: String,
    /// HTML that sanitising leaves as it is.
    pub description: String,
    /// What the requester asked for.
    pub priority: Priority,
    /// What kind of problem.
    pub category_id: CategoryId,
    /// The category's team.
    pub team_id: TeamId,
    /// When it was raised.
    pub created_at: Instant,
    /// What happened since, in order; no two steps share a moment.
    pub steps: Vec<Step>,
}

/// One thing that somebody did to a ticket.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// It was given to somebody.
    Assign {
        /// Who did it.
        by: UserId,
        /// Who is to work on it.
        to: UserId,
        /// When.
        at: Instant,
    },
    /// It was moved along the flow.
    Status {
        /// Who did it.
        by: UserId,
        /// The new status.
        to: Status,
        /// When.
        at: Instant,
    },
    /// It became more or less urgent.
    Priority {
        /// Who did it.
        by: UserId,
        /// The new priority.
        to: Priority,
        /// When.
        at: Instant,
    },
    /// Somebody wrote something. A requester's public word on a resolved ticket reopens it; no step of its own
    /// tells of that.
    Comment {
        /// An id that carries the moment of writing.
        id: CommentId,
        /// Who wrote it.
        by: UserId,
        /// HTML that sanitising leaves as it is.
        html: String,
        /// Whether only those who handle the ticket may read it.
        is_internal: bool,
        /// When.
        at: Instant,
    },
}

impl Step {
    /// Who did it.
    pub fn by(&self) -> UserId {
        match self {
            Step::Assign { by, .. }
            | Step::Status { by, .. }
            | Step::Priority { by, .. }
            | Step::Comment { by, .. } => *by,
        }
    }

    /// When it was done.
    pub fn at(&self) -> Instant {
        match self {
            Step::Assign { at, .. }
            | Step::Status { at, .. }
            | Step::Priority { at, .. }
            | Step::Comment { at, .. } => *at,
        }
    }
}

/// The help desk as it stands at `now`, with its history of [`HISTORY_DAYS`].
pub fn plan(now: Instant) -> Plan {
    let calendar = calendar::Calendar::ending(now);
    let (teams, people) = people::people(calendar.opening());
    let categories = categories::categories(calendar.opening(), &teams);
    let tickets = tickets::tickets(&calendar, &teams, &people, &categories);
    Plan { teams, people, categories, tickets }
}
