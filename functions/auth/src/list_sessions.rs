//! `GET /api/auth/sessions`

use app::AppError;
use axum::Json;
use axum::extract::State;
use domain::policy::Operation;
use domain::{Instant, SessionId};
use http_api::{AnyProblem, ApiState, Result, SignedIn};
use serde::Serialize;
use utoipa::ToSchema;

/// One sign-in of the caller.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignIn {
    /// Which one it is.
    id: SessionId,
    /// Whether it is the one that asks.
    is_current: bool,
    /// The browser or program, as it named itself; null where it did not.
    user_agent: Option<String>,
    /// The address that the person signed in from.
    ip_address: Option<String>,
    /// When the person signed in.
    created_at: Instant,
    /// When it was last renewed, which happens about every fifteen minutes of use.
    last_active_at: Instant,
}

/// The caller's sign-ins.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignIns {
    /// The newest first; 50 at most.
    items: Vec<SignIn>,
}

/// Lists where the caller is signed in.
#[utoipa::path(
    get,
    path = "/api/auth/sessions",
    tag = "auth",
    security(("bearer" = [])),
    responses((status = 200, description = "The sign-ins", body = SignIns), AnyProblem)
)]
pub(crate) async fn list_sessions(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
) -> Result<Json<SignIns>> {
    let (principal, sessions) =
        caller.check_with(&api.store, api.store.sessions(caller.claims.user_id)).await?;
    principal.may_in_general(Operation::SecureOwnAccount).map_err(AppError::from)?;
    let items = sessions
        .into_iter()
        .filter(|session| session.is_live(caller.at))
        .map(|session| SignIn {
            id: session.id,
            is_current: session.id == principal.session_id,
            user_agent: session.user_agent,
            ip_address: session.ip_address,
            created_at: session.created_at,
            last_active_at: session.refreshed_at,
        })
        .collect();
    Ok(Json(SignIns { items }))
}
