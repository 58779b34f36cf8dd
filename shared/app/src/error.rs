//! Why an operation did not happen.

use domain::Status;
use domain::policy::Denied;
use store::{CommitError, StoreError};

/// The result of an operation.
pub type Result<T> = std::result::Result<T, AppError>;

/// A field and the rule that it breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's path on the wire.
    pub field: String,
    /// The rule, in a few words.
    pub rule: String,
}

/// Why an operation did not happen. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// There is no good session.
    #[error("{0}")]
    Unauthenticated(&'static str),
    /// The password is right, and the account asks for a code besides it, which is missing or wrong.
    #[error("{}", if *.is_missing { "enter a code of your authenticator app, or a recovery code" } else { "the code is wrong, or was used already" })]
    SecondFactor {
        /// Whether no code was sent.
        is_missing: bool,
    },
    /// A rule is in the way.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// It does not exist, or not for this person.
    #[error("there is no such {0}, or it is not for you")]
    NotFound(&'static str),
    /// Fields break rules.
    #[error("a field breaks a rule")]
    Invalid(Vec<FieldError>),
    /// The status cannot follow from the present one.
    #[error("a {noun} that is {} cannot become {}", from.label(), to.label())]
    StatusRefused {
        /// What it is.
        noun: &'static str,
        /// The present status.
        from: Status,
        /// The one that was asked for.
        to: Status,
        /// Those that may follow.
        allowed: &'static [Status],
    },
    /// It was merged into another, which goes on in its place.
    #[error("the {noun} was merged into {into}, which goes on in its place")]
    Merged {
        /// What it is.
        noun: &'static str,
        /// The other's number.
        into: String,
    },
    /// Somebody changed it meanwhile.
    #[error("the {what} has changed since you read it")]
    Stale {
        /// What it is.
        what: &'static str,
        /// The view of it as it is now.
        current: Box<serde_json::Value>,
    },
    /// An account has that e-mail.
    #[error("an account with that e-mail exists")]
    EmailTaken,
    /// Another one has that name.
    #[error("there is another {0} with that name")]
    NameTaken(&'static str),
    /// The account changed meanwhile.
    #[error("the account has changed since it was read; try again")]
    AccountChanged,
    /// The present state is in the way.
    #[error("{0}")]
    Conflict(&'static str),
    /// The idempotency key was used for another request.
    #[error("this `Idempotency-Key` was used for a different request")]
    KeyReused,
    /// Too many attempts.
    #[error("too many attempts; try again in {retry_after_seconds} seconds")]
    Throttled {
        /// When to try again.
        retry_after_seconds: i64,
    },
    /// Many change the same record at once.
    #[error("many people change this at the moment; try again")]
    Contended,
    /// A fault within.
    #[error("internal error: {0}")]
    Internal(String),
}

impl AppError {
    /// Somebody changed it meanwhile; this is how it stands.
    pub fn stale(what: &'static str, current: &impl serde::Serialize) -> Self {
        match serde_json::to_value(current) {
            Ok(current) => Self::Stale { what, current: Box::new(current) },
            Err(error) => error.into(),
        }
    }

    /// One field that breaks a rule.
    pub fn invalid(field: &str, rule: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError { field: field.into(), rule: rule.into() }])
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Contended => Self::Contended,
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<CommitError> for AppError {
    /// For writes whose conditions only a fault can break.
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Store(error) => error.into(),
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<files::FilesError> for AppError {
    fn from(error: files::FilesError) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
