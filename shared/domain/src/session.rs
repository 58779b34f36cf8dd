//! A sign-in: the record that each request is checked against.

use serde::{Deserialize, Serialize};

use crate::{AttachmentId, Instant, Role, SessionId, TeamId, User, UserId};

/// One sign-in of one person. It holds what the policy needs, so that one read decides; whoever changes the
/// person's role, teams or state changes or removes it in the same transaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// Which sign-in it is.
    pub id: SessionId,
    /// Whose it is.
    pub user_id: UserId,
    /// The person's name.
    pub name: String,
    /// The person's picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<AttachmentId>,
    /// The person's role.
    pub role: Role,
    /// The person's teams.
    pub team_ids: Vec<TeamId>,
    /// SHA-256 of the refresh token that is good now, in hex.
    pub refresh_hash: String,
    /// SHA-256 of the one before, in hex: for a client that never got the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_refresh_hash: Option<String>,
    /// When the refresh token was last replaced.
    pub refreshed_at: Instant,
    /// When the person signed in.
    pub created_at: Instant,
    /// The browser or program, as it named itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// The address that the person signed in from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_address: Option<String>,
    /// Seconds since 1970: after this the session is over, and the table drops it.
    pub expires_at: i64,
}

impl Session {
    /// A sign-in of `user` that begins at `at` and lasts for so long.
    pub fn begin(id: SessionId, user: &User, refresh_hash: String, at: Instant, lasts_seconds: i64) -> Self {
        Self {
            id,
            user_id: user.id,
            name: user.name.clone(),
            avatar: user.avatar,
            role: user.role,
            team_ids: user.team_ids.clone(),
            refresh_hash,
            previous_refresh_hash: None,
            refreshed_at: at,
            created_at: at,
            user_agent: None,
            ip_address: None,
            expires_at: at.as_second() + lasts_seconds,
        }
    }

    /// Whether the session is still good at `at`. The table's own removal lags, so it is asked each time.
    pub fn is_live(&self, at: Instant) -> bool {
        at.as_second() < self.expires_at
    }
}
