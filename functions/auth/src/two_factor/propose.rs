//! `POST /api/auth/two-factor`

use app::AppError;
use auth::totp::SharedSecret;
use axum::Json;
use axum::extract::State;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};
use serde::Serialize;
use utoipa::ToSchema;

use super::PasswordProof;
use crate::password::OwnAccount;

/// A secret for an authenticator app.
#[derive(Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProposedSecret {
    /// For typing it in: base32.
    secret: String,
    /// For a QR code: `otpauth://totp/…`.
    uri: String,
}

/// Makes a secret for the caller's authenticator app. It counts once a code of it was confirmed; until then signing in
/// is as before. Asking again makes another one.
#[utoipa::path(
    post,
    path = "/api/auth/two-factor",
    tag = "auth",
    request_body = PasswordProof,
    security(("bearer" = [])),
    responses((status = 200, description = "The secret", body = ProposedSecret), AnyProblem)
)]
pub(crate) async fn propose_two_factor(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(proof): Body<PasswordProof>,
) -> Result<Json<ProposedSecret>> {
    let account = OwnAccount::read_proven(&api, &caller, proof.password, "password").await?;
    let secret = SharedSecret::generate(&account.user.email)
        .ok_or_else(|| AppError::Internal("no shared secret could be made".into()))?;
    let proposed = ProposedSecret { secret: secret.to_base32(), uri: secret.uri().to_owned() };
    account.write(&api, None, |after| after.proposed_secret = Some(proposed.secret.clone())).await?;
    Ok(Json(proposed))
}
