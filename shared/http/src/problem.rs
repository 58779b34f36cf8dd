//! Errors as clients see them: `application/problem+json` (RFC 9457). Internal ones are logged here, once, and masked.

use app::AppError;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::Status;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A field and the rule that it breaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldProblem {
    /// The field's path in the body, or the name of the parameter or header.
    pub field: String,
    /// The rule.
    pub rule: String,
}

/// Why a request was refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The kind of problem, as an address.
    #[serde(rename = "type")]
    pub problem_type: String,
    /// The kind of problem, in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What the matter is here.
    pub detail: String,
    /// The kind of problem, for programs.
    pub code: String,
    /// The fields that break rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The statuses that may follow, where another was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed: Option<Vec<Status>>,
    /// What stands now, in the shape in which it is read, where the client's version was stale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<Box<serde_json::Value>>,
}

/// An error on its way to the client.
#[derive(Debug)]
pub struct ApiError {
    problem: Box<Problem>,
    retry_after_seconds: Option<i64>,
}

impl ApiError {
    /// A problem of this status, code and detail.
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self {
            problem: Box::new(Problem {
                problem_type: format!("/problems/{code}"),
                title: status.canonical_reason().unwrap_or("Error").to_owned(),
                status: status.as_u16(),
                detail: detail.into(),
                code: code.to_owned(),
                errors: Vec::new(),
                allowed: None,
                current: None,
            }),
            retry_after_seconds: None,
        }
    }

    /// Fields that break rules: 422 for a body, 400 for what is malformed.
    pub fn fields(status: StatusCode, errors: Vec<FieldProblem>) -> Self {
        let code = if status == StatusCode::UNPROCESSABLE_ENTITY { "validation" } else { "malformed" };
        let detail = errors
            .iter()
            .map(|error| format!("`{}` {}", error.field, error.rule))
            .collect::<Vec<_>>()
            .join("; ");
        let mut error = Self::new(status, code, detail);
        error.problem.errors = errors;
        error
    }

    /// A field of the body that breaks a rule.
    pub fn invalid(field: &str, rule: impl Into<String>) -> Self {
        let error = FieldProblem { field: field.to_owned(), rule: rule.into() };
        Self::fields(StatusCode::UNPROCESSABLE_ENTITY, vec![error])
    }

    /// A parameter or header that is malformed.
    pub fn malformed(field: &str, rule: impl Into<String>) -> Self {
        Self::fields(
            StatusCode::BAD_REQUEST,
            vec![FieldProblem { field: field.to_owned(), rule: rule.into() }],
        )
    }

    /// There is no good token or session.
    pub fn unauthenticated(detail: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthenticated", detail)
    }

    /// A fault within, told only to the log.
    pub fn internal(cause: &str) -> Self {
        tracing::error!(cause, "a request failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "something went wrong on our side; try again",
        )
    }

    /// What is told, for answers that tell of several things.
    pub fn into_problem(self) -> Problem {
        *self.problem
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl From<AppError> for ApiError {
    fn from(error: AppError) -> Self {
        let detail = error.to_string();
        match error {
            AppError::Unauthenticated(_) => Self::unauthenticated(&detail),
            AppError::SecondFactor { is_missing } => {
                let code = if is_missing { "second-factor-required" } else { "second-factor-wrong" };
                let mut refused = Self::new(StatusCode::UNAUTHORIZED, code, &detail);
                refused.problem.errors.push(FieldProblem { field: "code".into(), rule: detail });
                refused
            }
            AppError::Denied(_) => Self::new(StatusCode::FORBIDDEN, "forbidden", detail),
            AppError::NotFound(_) => Self::new(StatusCode::NOT_FOUND, "not-found", detail),
            AppError::Invalid(errors) => Self::fields(
                StatusCode::UNPROCESSABLE_ENTITY,
                errors
                    .into_iter()
                    .map(|error| FieldProblem { field: error.field, rule: error.rule })
                    .collect(),
            ),
            AppError::StatusRefused { allowed, .. } => {
                let mut refused = Self::new(StatusCode::CONFLICT, "status-refused", detail);
                refused.problem.allowed = Some(allowed.to_vec());
                refused
            }
            AppError::Stale { current, .. } => {
                let mut stale = Self::new(StatusCode::PRECONDITION_FAILED, "stale", detail);
                stale.problem.current = Some(current);
                stale
            }
            AppError::EmailTaken => {
                let mut taken = Self::new(StatusCode::CONFLICT, "email-taken", &detail);
                taken.problem.errors.push(FieldProblem { field: "email".into(), rule: detail });
                taken
            }
            AppError::Merged { .. } => Self::new(StatusCode::CONFLICT, "merged", detail),
            AppError::NameTaken(_) => {
                let mut taken = Self::new(StatusCode::CONFLICT, "name-taken", &detail);
                taken.problem.errors.push(FieldProblem { field: "name".into(), rule: detail });
                taken
            }
            AppError::AccountChanged | AppError::Conflict(_) => {
                Self::new(StatusCode::CONFLICT, "conflict", detail)
            }
            AppError::KeyReused => {
                let mut reused = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "key-reused", &detail);
                reused.problem.errors.push(FieldProblem { field: "Idempotency-Key".into(), rule: detail });
                reused
            }
            AppError::Throttled { retry_after_seconds } => {
                let mut throttled = Self::new(StatusCode::TOO_MANY_REQUESTS, "throttled", detail);
                throttled.retry_after_seconds = Some(retry_after_seconds);
                throttled
            }
            AppError::Contended => {
                let mut contended = Self::new(StatusCode::SERVICE_UNAVAILABLE, "contended", detail);
                contended.retry_after_seconds = Some(1);
                contended
            }
            AppError::Internal(cause) => Self::internal(&cause),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = (self.status(), Json(&self.problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after_seconds {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        if self.status() == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// In an operation's description: any refusal is a [`Problem`].
#[derive(utoipa::IntoResponses)]
pub enum AnyProblem {
    /// Not JSON, or a malformed parameter, header or id
    #[response(status = 400, content_type = "application/problem+json")]
    Malformed(Problem),
    /// No good token, or the session has ended
    #[response(status = 401, content_type = "application/problem+json")]
    Unauthenticated(Problem),
    /// A rule is in the way
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(Problem),
    /// It does not exist, or is not for the caller's eyes
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(Problem),
    /// The path has no such method
    #[response(status = 405, content_type = "application/problem+json")]
    NoSuchMethod(Problem),
    /// The present state is in the way
    #[response(status = 409, content_type = "application/problem+json")]
    Conflict(Problem),
    /// It changed since the client read it
    #[response(status = 412, content_type = "application/problem+json")]
    Stale(Problem),
    /// The body is larger than 256 KB
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Problem),
    /// The body is not `application/json`
    #[response(status = 415, content_type = "application/problem+json")]
    NotJson(Problem),
    /// A field breaks a rule
    #[response(status = 422, content_type = "application/problem+json")]
    Invalid(Problem),
    /// `If-Match` is missing
    #[response(status = 428, content_type = "application/problem+json")]
    VersionMissing(Problem),
    /// Too many attempts; see `Retry-After`
    #[response(status = 429, content_type = "application/problem+json")]
    Throttled(Problem),
    /// A fault on our side
    #[response(status = 500, content_type = "application/problem+json")]
    Internal(Problem),
    /// Many change the same thing at once; see `Retry-After`
    #[response(status = 503, content_type = "application/problem+json")]
    Contended(Problem),
}
