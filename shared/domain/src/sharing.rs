//! Who has what somebody keeps for daily work: saved views and macros.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::TeamId;

/// Who has it besides whoever made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(tag = "with", rename_all = "SCREAMING_SNAKE_CASE", deny_unknown_fields)]
pub enum Sharing {
    /// Nobody.
    Nobody,
    /// Those who work in a team.
    #[schema(title = "TeamSharing")]
    Team {
        /// Which team.
        #[serde(rename = "teamId")]
        team_id: TeamId,
    },
    /// All who work on tickets.
    Everyone,
}

impl Sharing {
    /// The team whose it is.
    pub const fn team(self) -> Option<TeamId> {
        match self {
            Sharing::Team { team_id } => Some(team_id),
            Sharing::Nobody | Sharing::Everyone => None,
        }
    }
}
