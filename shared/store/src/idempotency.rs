//! Answers kept for a day, so that a repeated request gets the first one again.

use domain::{Instant, UserId};
use serde::{Deserialize, Serialize};

use crate::record::{Place, Record};
use crate::{Result, Store, keys};

/// The answer to a request that carried an idempotency key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredAnswer {
    user_id: UserId,
    key: String,
    request_hash: String,
    body: String,
    expires_at: i64,
}

impl StoredAnswer {
    const KEPT_SECONDS: i64 = 24 * 3600;

    /// `body` answers the request whose hash is `request_hash`, made by `user` with `key`.
    pub fn new(user: UserId, key: &str, request_hash: String, body: String, at: Instant) -> Self {
        let expires_at = at.as_second() + Self::KEPT_SECONDS;
        Self { user_id: user, key: key.to_owned(), request_hash, body, expires_at }
    }

    /// The first answer, if the repeat is the same request.
    pub fn body_for(&self, request_hash: &str) -> Option<&str> {
        (self.request_hash == request_hash).then_some(self.body.as_str())
    }
}

impl Store {
    /// The answer that a request of this key was given, if it came before.
    pub async fn stored_answer(&self, user: UserId, key: &str) -> Result<Option<StoredAnswer>> {
        self.get(&keys::idempotency(user, key)).await
    }
}

impl Record for StoredAnswer {
    fn kind(&self) -> &'static str {
        "ANSWER"
    }

    fn place(&self) -> Place {
        Place::at(keys::idempotency(self.user_id, &self.key)).expiring(self.expires_at)
    }
}
