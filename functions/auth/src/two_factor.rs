//! The second factor: codes of an authenticator app, and recovery codes.

mod confirm;
mod disable;
mod propose;
mod read;
mod renew_codes;

pub(crate) use confirm::*;
pub(crate) use disable::*;
pub(crate) use propose::*;
pub(crate) use read::*;
pub(crate) use renew_codes::*;

use app::{AppError, Result};
use auth::secrets;
use auth::totp::SharedSecret;
use domain::Instant;
use garde::Validate;
use serde::{Deserialize, Serialize};
use store::{Credentials, SecondFactor};
use utoipa::ToSchema;

/// The password, to prove that it is not just somebody at an unlocked computer.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PasswordProof {
    /// The caller's.
    #[garde(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    password: String,
}

/// Recovery codes, shown this once: each is good once in place of a code of the app.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecoveryCodes {
    /// As `abcd-efgh-jkmn`.
    recovery_codes: Vec<String>,
}

impl RecoveryCodes {
    /// New ones, with the hashes to keep.
    fn generate() -> (Self, Vec<String>) {
        let recovery_codes = secrets::recovery_codes();
        let hashes = recovery_codes.iter().map(|code| secrets::hash(code)).collect();
        (Self { recovery_codes }, hashes)
    }
}

/// The credentials after the code was spent, which is one of the app or a recovery code.
///
/// # Errors
/// There is no code where one is asked for, or it is wrong or was used.
pub(crate) fn spend(
    credentials: &Credentials,
    code: Option<&str>,
    at: Instant,
) -> Result<Option<Credentials>> {
    let Some(factor) = &credentials.second_factor else { return Ok(None) };
    let code = code
        .map(str::trim)
        .filter(|code| !code.is_empty())
        .ok_or(AppError::SecondFactor { is_missing: true })?;
    let used =
        use_code(factor, code, &credentials.email, at).ok_or(AppError::SecondFactor { is_missing: false })?;
    Ok(Some(Credentials {
        second_factor: Some(used),
        version: credentials.version + 1,
        ..credentials.clone()
    }))
}

fn use_code(factor: &SecondFactor, code: &str, email: &str, at: Instant) -> Option<SecondFactor> {
    let mut used = factor.clone();
    if let Some(recovery) = secrets::read_recovery_code(code) {
        let hash = secrets::hash(&recovery);
        used.recovery_hashes.retain(|kept| *kept != hash);
        return (used.recovery_hashes.len() < factor.recovery_hashes.len()).then_some(used);
    }
    let digits: String = code.chars().filter(|character| !character.is_whitespace()).collect();
    used.last_step =
        SharedSecret::from_base32(&factor.secret, email)?.check(&digits, factor.last_step, at)?;
    Some(used)
}

#[cfg(test)]
mod tests {
    use domain::UserId;

    use super::*;

    fn at() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    fn credentials() -> (Credentials, SharedSecret, RecoveryCodes) {
        let secret = SharedSecret::generate("ana@desk.example").unwrap();
        let (codes, recovery_hashes) = RecoveryCodes::generate();
        let factor = SecondFactor { secret: secret.to_base32(), last_step: 0, recovery_hashes, since: at() };
        let credentials = Credentials {
            email: "ana@desk.example".into(),
            user_id: UserId::new(at()),
            password_hash: None,
            second_factor: Some(factor),
            proposed_secret: None,
            version: 1,
        };
        (credentials, secret, codes)
    }

    #[test]
    fn a_code_of_the_app_is_good_once() {
        let (credentials, secret, _) = credentials();
        let code = secret.code(at());
        let spent =
            spend(&credentials, Some(&format!("{} {}", &code[..3], &code[3..])), at()).unwrap().unwrap();
        assert_eq!(spent.version, 2);
        assert!(matches!(
            spend(&spent, Some(&code), at()),
            Err(AppError::SecondFactor { is_missing: false })
        ));
        let next = secret.code(at().plus_seconds(30));
        assert!(spend(&spent, Some(&next), at().plus_seconds(30)).unwrap().is_some());
    }

    #[test]
    fn a_recovery_code_is_good_once_and_leaves_the_others() {
        let (credentials, _, codes) = credentials();
        let code = codes.recovery_codes[3].to_uppercase();
        let spent = spend(&credentials, Some(&code), at()).unwrap().unwrap();
        assert_eq!(spent.second_factor.as_ref().unwrap().recovery_hashes.len(), 9);
        assert!(spend(&spent, Some(&code), at()).is_err());
        assert!(spend(&spent, Some(&codes.recovery_codes[4]), at()).is_ok());
    }

    #[test]
    fn without_a_second_factor_no_code_is_asked_for() {
        let (mut credentials, ..) = credentials();
        assert!(matches!(
            spend(&credentials, Some(" "), at()),
            Err(AppError::SecondFactor { is_missing: true })
        ));
        credentials.second_factor = None;
        assert_eq!(spend(&credentials, None, at()).unwrap(), None);
    }
}
