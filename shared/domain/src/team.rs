//! Teams.

use serde::{Deserialize, Serialize};

use crate::{Instant, PersonRef, TeamId};

/// A group of people who share a queue of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// Which team it is.
    pub id: TeamId,
    /// A unique name.
    pub name: String,
    /// What the team looks after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `#rrggbb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manager: Option<PersonRef>,
    /// Goes up with each change.
    pub version: u64,
    /// Goes up with each person and category that comes to belong to it: whoever deletes it has seen all of them.
    #[serde(default)]
    pub joined: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl Team {
    /// A team made at `at`, of which nothing but the name is known yet.
    pub fn new(name: &str, at: Instant) -> Self {
        Self {
            id: TeamId::new(at),
            name: name.trim().to_owned(),
            description: None,
            color: None,
            manager: None,
            version: 1,
            joined: 0,
            created_at: at,
            updated_at: at,
        }
    }
}
