//! Browsers that are told of things while the app is not open there (<https://www.w3.org/TR/push-api/>).

use serde::{Deserialize, Serialize};

use crate::{Instant, PushSubscriptionId, SessionId, UserId};

/// One browser of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PushSubscription {
    /// Which one it is.
    pub id: PushSubscriptionId,
    /// Whose browser it is.
    pub user_id: UserId,
    /// The sign-in in that browser. Once it is over, nothing is told there.
    pub session_id: SessionId,
    /// Where the browser's push service takes messages for it. Who knows it can send there, so it is told to nobody.
    pub endpoint: String,
    /// The browser's public key on P-256, uncompressed, in base64url.
    pub p256dh: String,
    /// The secret of 16 bytes that the browser shares with the sender, in base64url.
    pub auth: String,
    /// What the person knows the browser by: `Firefox on Linux`.
    pub device: String,
    /// When the browser was first told of.
    pub created_at: Instant,
    /// When it was last told of.
    pub renewed_at: Instant,
}

impl PushSubscription {
    /// The most that one person has; a further one takes the place of that which was renewed longest ago.
    pub const MOST: usize = 10;

    /// How long one lasts that is not renewed. The app renews its own whenever it is opened.
    pub const LASTS_SECONDS: i64 = 90 * 24 * 3600;
}
