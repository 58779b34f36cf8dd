//! `POST /api/auth/websocket-token`

use std::sync::Arc;

use app::AppError;
use auth::tokens::WEBSOCKET_SECONDS;
use axum::extract::State;
use axum::{Extension, Json};
use domain::Instant;
use http_api::{AnyProblem, ApiState, Result, SignedIn};
use serde::Serialize;
use utoipa::ToSchema;

use crate::signing::SigningKey;

/// A token that opens the websocket and nothing else.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WebsocketToken {
    /// For `/ws?token=…`.
    token: String,
    /// A minute from now.
    expires_at: Instant,
}

/// Makes a token that opens the websocket within a minute: a browser cannot send a header there, and an access token
/// does not belong in an address.
#[utoipa::path(
    post,
    path = "/api/auth/websocket-token",
    tag = "auth",
    security(("bearer" = [])),
    responses((status = 200, description = "The token", body = WebsocketToken), AnyProblem)
)]
pub(crate) async fn create_websocket_token(
    State(api): State<ApiState>,
    Extension(key): Extension<Arc<SigningKey>>,
    SignedIn(caller): SignedIn,
) -> Result<Json<WebsocketToken>> {
    let claims = &caller.claims;
    let session = api.store.session(claims.user_id, claims.session_id).await.map_err(AppError::from)?;
    caller.check(session.clone())?;
    let session = session.ok_or(AppError::Unauthenticated("the session has ended; sign in again"))?;
    let token = key
        .signer()
        .await?
        .sign_websocket(&session, caller.at)
        .map_err(|error| AppError::Internal(error.to_string()))?;
    Ok(Json(WebsocketToken { token, expires_at: caller.at.plus_seconds(WEBSOCKET_SECONDS) }))
}
