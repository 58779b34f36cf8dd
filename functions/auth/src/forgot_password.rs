//! `POST /api/auth/forgot-password`

use app::AppError;
use axum::extract::State;
use axum::http::StatusCode;
use domain::{ActivityId, Instant, PasswordResetRequest};
use garde::Validate;
use http_api::{Address, AnyProblem, ApiState, Body, Result};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::attempts::{self, LINKS_PER_ACCOUNT, LINKS_PER_ADDRESS};

/// Whose password was forgotten.
#[derive(Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = ForgottenPassword)]
pub(crate) struct Input {
    /// In any case.
    #[garde(custom(http_api::rules::known_email))]
    #[schema(max_length = 254)]
    email: String,
}

/// Asks for a link by which to choose a new password. It comes by mail, where the e-mail has an account; the answer is
/// the same, in the same time, where it has none.
#[utoipa::path(
    post,
    path = "/api/auth/forgot-password",
    tag = "auth",
    request_body = Input,
    responses((status = 202, description = "The link is on its way, if there is such an account"), AnyProblem)
)]
pub(crate) async fn forgot_password(
    State(api): State<ApiState>,
    Address(address): Address,
    Body(input): Body<Input>,
) -> Result<StatusCode> {
    let at = Instant::now();
    let email = input.email.trim().to_lowercase();
    attempts::count(&api.store, (LINKS_PER_ACCOUNT, &email), (LINKS_PER_ADDRESS, &address), at).await?;
    let request = PasswordResetRequest { id: ActivityId::new(at), email, created_at: at };
    api.store.request_password_reset(&request).await.map_err(AppError::from)?;
    Ok(StatusCode::ACCEPTED)
}
