//! What people come to a help desk with, by category. Gaps in braces are filled by [`crate::slots`].

mod accounts;
mod course_access;
mod enrolment;
mod grades;
mod hardware;
mod network;
mod quiz;
mod sign_in;
mod software;

use domain::Priority;

/// Whose problem it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    Students,
    Teachers,
    Anyone,
}

/// A problem with the conversation about it. Texts that do not begin with a tag are one paragraph for each
/// line.
pub(crate) struct Scenario {
    pub(crate) audience: Audience,
    pub(crate) priority: Priority,
    pub(crate) titles: [&'static str; 3],
    /// What the requester reports: the first under the first two titles, the second under the third.
    pub(crate) reports: [&'static str; 2],
    /// What the agent wants to know.
    pub(crate) ask: &'static str,
    /// What the requester answers.
    pub(crate) answer: &'static str,
    /// What the handlers tell each other.
    pub(crate) notes: [&'static str; 2],
    /// What the agent says in between.
    pub(crate) update: &'static str,
    /// What solved it.
    pub(crate) solution: &'static str,
}

/// The scenarios of each category, in the order of the categories.
pub(crate) const ALL: [&[Scenario]; 9] = [
    course_access::SCENARIOS,
    enrolment::SCENARIOS,
    grades::SCENARIOS,
    quiz::SCENARIOS,
    sign_in::SCENARIOS,
    network::SCENARIOS,
    hardware::SCENARIOS,
    software::SCENARIOS,
    accounts::SCENARIOS,
];
