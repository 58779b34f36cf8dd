//! Browsers that are told.

use domain::{Instant, PushSubscriptionId, SessionId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A browser that is told while the app is not open there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PushSubscription {
    /// Which one it is.
    pub id: PushSubscriptionId,
    /// What the person knows the browser by.
    #[schema(example = "Firefox on Linux")]
    pub device: String,
    /// Whether it is that of the sign-in which asks.
    pub is_current: bool,
    /// When the browser was first told of.
    pub created_at: Instant,
    /// When it was last told of.
    pub renewed_at: Instant,
}

impl PushSubscription {
    /// What somebody signed in as `session` sees.
    pub fn new(one: domain::PushSubscription, session: SessionId) -> Self {
        Self {
            id: one.id,
            device: one.device,
            is_current: one.session_id == session,
            created_at: one.created_at,
            renewed_at: one.renewed_at,
        }
    }
}
