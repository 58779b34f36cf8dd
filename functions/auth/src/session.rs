//! `GET /api/auth/session`, and the answer of signing in and refreshing.

use app::views::User;
use app::{AppError, Caller};
use auth::Signer;
use auth::tokens::ACCESS_SECONDS;
use axum::Json;
use axum::extract::State;
use domain::Instant;
use http_api::{AnyProblem, ApiState, Result, SignedIn};
use serde::Serialize;
use utoipa::ToSchema;

/// A session that was just begun or kept alive.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    /// Who signed in.
    user: User,
    /// For `Authorization: Bearer …`.
    access_token: String,
    /// When the access token ends.
    expires_at: Instant,
}

impl Session {
    /// The session with a new access token.
    pub(crate) fn sign(
        signer: &Signer,
        session: &domain::Session,
        user: domain::User,
        at: Instant,
    ) -> std::result::Result<Self, AppError> {
        let access_token =
            signer.sign_access(session, at).map_err(|error| AppError::Internal(error.to_string()))?;
        Ok(Self { user: user.into(), access_token, expires_at: at.plus_seconds(ACCESS_SECONDS) })
    }
}

/// Who is signed in.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CurrentSession {
    /// Who it is.
    user: User,
    /// When the access token ends.
    expires_at: Instant,
}

/// Reads who is signed in.
#[utoipa::path(
    get,
    path = "/api/auth/session",
    tag = "auth",
    security(("bearer" = [])),
    responses((status = 200, description = "The session", body = CurrentSession), AnyProblem)
)]
pub(crate) async fn read_session(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
) -> Result<Json<CurrentSession>> {
    let Caller { claims, .. } = &caller;
    let (_, user) = caller.check_with(&api.store, api.store.user(claims.user_id)).await?;
    let user = user.ok_or(AppError::NotFound("person"))?.into();
    let expires_at = Instant::from_millisecond(claims.expires_at.saturating_mul(1000));
    Ok(Json(CurrentSession { user, expires_at }))
}
