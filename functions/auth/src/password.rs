//! Passwords: checking them away from the requests that wait, and replacing them.

use app::{AppError, Caller, Result};
use auth::{passwords, strength};
use domain::policy::Operation;
use domain::{Principal, Session, User};
use http_api::ApiState;
use store::{Credentials, Key};

use crate::attempts;

/// Whether the password is the one of these credentials. Where there are none it takes the same time.
pub(crate) async fn is_right(password: String, credentials: Option<&Credentials>) -> Result<bool> {
    let known = credentials.and_then(|known| known.password_hash.as_deref());
    let (hash, is_known) = (known.unwrap_or_else(|| passwords::decoy()).to_owned(), known.is_some());
    let is_equal = blocking(move || passwords::verify(&password, &hash)).await?;
    Ok(is_known && is_equal)
}

/// The hash of a new password of this person, if it is hard enough to guess.
pub(crate) async fn hash_new(password: String, user: &User) -> Result<String> {
    let (email, name) = (user.email.clone(), user.name.clone());
    blocking(move || {
        if let Some(rule) = strength::objection(&password, &[&email, &name]) {
            return Err(AppError::invalid("password", rule));
        }
        passwords::hash(&password).map_err(|_| AppError::invalid("password", "cannot be used"))
    })
    .await?
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| AppError::Internal(error.to_string()))
}

/// The caller's account, read to be changed.
pub(crate) struct OwnAccount {
    pub(crate) principal: Principal,
    pub(crate) user: User,
    pub(crate) credentials: Credentials,
}

impl OwnAccount {
    /// Reads it.
    pub(crate) async fn read(api: &ApiState, caller: &Caller) -> Result<Self> {
        let key = Key::user(caller.claims.user_id);
        let found = api.store.fetch(&[caller.session_key(), key.clone()]).await?;
        let session: Option<Session> = found.get(&caller.session_key())?;
        let principal = caller.check(session)?;
        principal.may_in_general(Operation::SecureOwnAccount)?;
        let user: User = found.get(&key)?.ok_or(AppError::NotFound("person"))?;
        let credentials = api.store.credentials(&user.email).await?.ok_or(AppError::NotFound("person"))?;
        Ok(Self { principal, user, credentials })
    }

    /// Reads it for somebody who proves to know the password: a session left open is not enough for this.
    pub(crate) async fn read_proven(
        api: &ApiState,
        caller: &Caller,
        password: String,
        field: &'static str,
    ) -> Result<Self> {
        let account = Self::read(api, caller).await?;
        let email = &account.user.email;
        attempts::within_limit(api.store.count_attempt(attempts::PER_ACCOUNT, email, caller.at).await?)?;
        if !is_right(password, Some(&account.credentials)).await? {
            return Err(AppError::invalid(field, "is not your password"));
        }
        api.store.forgive_attempt(attempts::PER_ACCOUNT, email).await?;
        Ok(account)
    }

    /// Writes the credentials that `change` makes of these.
    pub(crate) async fn write(
        &self,
        api: &ApiState,
        activity: Option<&domain::Activity>,
        change: impl FnOnce(&mut Credentials),
    ) -> Result<()> {
        let mut after = self.credentials.clone();
        change(&mut after);
        after.version += 1;
        match api.store.change_credentials(&self.credentials, &after, activity).await {
            Err(store::CommitError::Stale) => Err(AppError::AccountChanged),
            other => Ok(other?),
        }
    }
}
