//! Categories of work.

use serde::{Deserialize, Serialize};

use crate::{CategoryId, CustomField, Instant, Priority, TeamId};

/// A kind of problem, and the team that looks after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Category {
    /// Which category it is.
    pub id: CategoryId,
    /// The name that a requester sees.
    pub name: String,
    /// When to choose it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `#rrggbb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// The name of an icon of the app's set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// The team that new work of this category goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
    /// How urgent new work of this category is where nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_priority: Option<Priority>,
    /// What it asks for besides what every ticket has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<CustomField>,
    /// When it was deleted: it is in no list and takes no new work, and stays for the work that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Instant>,
    /// Goes up with each change.
    pub version: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl Category {
    /// A category made at `at`, of which nothing but the name and the team is known yet.
    pub fn new(name: &str, team_id: Option<TeamId>, at: Instant) -> Self {
        Self {
            id: CategoryId::new(at),
            name: name.trim().to_owned(),
            description: None,
            color: None,
            icon: None,
            team_id,
            default_priority: None,
            fields: Vec::new(),
            deleted_at: None,
            version: 1,
            created_at: at,
            updated_at: at,
        }
    }
}
