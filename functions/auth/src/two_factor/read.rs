//! `GET /api/auth/two-factor`

use axum::Json;
use axum::extract::State;
use domain::Instant;
use http_api::{AnyProblem, ApiState, Result, SignedIn};
use serde::Serialize;
use utoipa::ToSchema;

use crate::password::OwnAccount;

/// Whether signing in asks for a code.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TwoFactor {
    /// Whether it does.
    is_enabled: bool,
    /// Since when; null where it does not.
    since: Option<Instant>,
    /// Recovery codes that were not used yet.
    recovery_codes_left: usize,
}

/// Tells whether signing in asks the caller for a code.
#[utoipa::path(
    get,
    path = "/api/auth/two-factor",
    tag = "auth",
    security(("bearer" = [])),
    responses((status = 200, description = "Whether it does", body = TwoFactor), AnyProblem)
)]
pub(crate) async fn read_two_factor(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
) -> Result<Json<TwoFactor>> {
    let factor = OwnAccount::read(&api, &caller).await?.credentials.second_factor;
    Ok(Json(TwoFactor {
        is_enabled: factor.is_some(),
        since: factor.as_ref().map(|factor| factor.since),
        recovery_codes_left: factor.map_or(0, |factor| factor.recovery_hashes.len()),
    }))
}
