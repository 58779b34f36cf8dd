//! How often somebody may try.

use app::{AppError, Result};
use domain::Instant;
use store::{Attempt, AttemptLimit, Store};

const WINDOW_SECONDS: i64 = 15 * 60;

/// Passwords and codes tried for one account.
pub(crate) const PER_ACCOUNT: AttemptLimit =
    AttemptLimit { scope: "account", attempts: 5, window_seconds: WINDOW_SECONDS };

/// Passwords and codes tried from one address.
pub(crate) const PER_ADDRESS: AttemptLimit =
    AttemptLimit { scope: "address", attempts: 30, window_seconds: WINDOW_SECONDS };

/// Links asked for one e-mail.
pub(crate) const LINKS_PER_ACCOUNT: AttemptLimit =
    AttemptLimit { scope: "link-account", attempts: 3, window_seconds: WINDOW_SECONDS };

/// Links asked for from one address.
pub(crate) const LINKS_PER_ADDRESS: AttemptLimit =
    AttemptLimit { scope: "link-address", attempts: 10, window_seconds: WINDOW_SECONDS };

/// Lets only what was counted within its limit go on.
pub(crate) fn within_limit(attempt: Attempt) -> Result<()> {
    match attempt {
        Attempt::Allowed => Ok(()),
        Attempt::Refused { retry_after_seconds } => Err(AppError::Throttled { retry_after_seconds }),
    }
}

/// Counts an attempt for this account and from this address; refused beyond either limit.
pub(crate) async fn count(
    store: &Store,
    (account_limit, account): (AttemptLimit, &str),
    (address_limit, address): (AttemptLimit, &str),
    at: Instant,
) -> Result<()> {
    let (account, address) = tokio::try_join!(
        store.count_attempt(account_limit, account, at),
        store.count_attempt(address_limit, address, at),
    )?;
    within_limit(account)?;
    within_limit(address)
}

/// Takes a good attempt back.
pub(crate) async fn forgive(store: &Store, email: &str, address: &str) -> store::Result<()> {
    tokio::try_join!(store.forgive_attempt(PER_ACCOUNT, email), store.forgive_attempt(PER_ADDRESS, address))?;
    Ok(())
}
