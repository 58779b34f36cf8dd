//! Asking for a new password.

use serde::{Deserialize, Serialize};

use crate::{ActivityId, Instant};

/// Somebody asked for a link by which to choose a new password. Whether the e-mail has an account was not looked up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PasswordResetRequest {
    /// What follows from it is keyed by this, as it is for an activity.
    pub id: ActivityId,
    /// In lower case.
    pub email: String,
    /// When it was asked.
    pub created_at: Instant,
}

impl PasswordResetRequest {
    /// What its record is called, in the table and in the stream.
    pub const KIND: &str = "PASSWORD_RESET_REQUEST";
}
