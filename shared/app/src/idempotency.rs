//! Requests that may be sent twice and happen once.

use domain::{Instant, UserId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use store::{Store, StoredAnswer};

use crate::{AppError, Caller, Result};

/// The key that a client gave, and what it asked for with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeatable {
    key: String,
    request_hash: String,
}

impl Repeatable {
    /// `operation` names what is asked, `request` is all of it.
    pub fn new(key: String, operation: &str, request: &impl Serialize) -> Result<Self> {
        let mut hasher = Sha256::new();
        hasher.update(operation.as_bytes());
        hasher.update([0]);
        hasher.update(serde_json::to_vec(request)?);
        let request_hash = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { key, request_hash })
    }

    pub(crate) fn answer(&self, user: UserId, answer: &impl Serialize, at: Instant) -> Result<StoredAnswer> {
        Ok(StoredAnswer::new(user, &self.key, self.request_hash.clone(), serde_json::to_string(answer)?, at))
    }
}

/// The first answer, where this is a repeat: for requests whose repeat no longer finds what the first one used up.
pub(crate) async fn earlier<T: DeserializeOwned>(
    store: &Store,
    user: UserId,
    repeatable: Option<&Repeatable>,
) -> Result<Option<T>> {
    let Some(repeatable) = repeatable else { return Ok(None) };
    let stored = store.stored_answer(user, &repeatable.key).await?;
    stored.map(|stored| replay(Some(repeatable), &stored)).transpose()
}

/// The first answer, where this is a repeat that is refused for what the first one did: the item was merged meanwhile, or
/// is out of the caller's sight. Otherwise the refusal.
pub(crate) async fn first_answer_or<T: DeserializeOwned>(
    refusal: AppError,
    store: &Store,
    caller: &Caller,
    repeatable: Option<&Repeatable>,
) -> Result<T> {
    match refusal {
        AppError::NotFound(_) | AppError::Denied(_) | AppError::Merged { .. } => {
            earlier(store, caller.claims.user_id, repeatable).await?.ok_or(refusal)
        }
        other => Err(other),
    }
}

/// The first answer to a request that came again.
pub(crate) fn replay<T: DeserializeOwned>(
    repeatable: Option<&Repeatable>,
    stored: &StoredAnswer,
) -> Result<T> {
    let body = repeatable.and_then(|repeatable| stored.body_for(&repeatable.request_hash));
    Ok(serde_json::from_str(body.ok_or(AppError::KeyReused)?)?)
}
