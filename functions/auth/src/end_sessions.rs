//! `DELETE /api/auth/sessions`

use app::AppError;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Query, Result, SignedIn};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::cookie::Cookies;

/// Which sign-ins to end.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Whether the one that asks goes on; it ends too unless told.
    #[serde(default)]
    #[param(default = false)]
    keep_current: bool,
}

/// Signs the caller out everywhere, with effect on the next request of each sign-in.
#[utoipa::path(
    delete,
    path = "/api/auth/sessions",
    tag = "auth",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 204, description = "They have ended"), AnyProblem)
)]
pub(crate) async fn end_sessions(
    State(api): State<ApiState>,
    Extension(cookies): Extension<Cookies>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<(StatusCode, HeaderMap)> {
    let principal = caller.check_alone(&api.store).await?;
    principal.may_in_general(Operation::SecureOwnAccount).map_err(AppError::from)?;
    let kept = parameters.keep_current.then_some(principal.session_id);
    api.store.end_sessions(principal.user_id, kept).await.map_err(AppError::from)?;
    let headers = if kept.is_some() { HeaderMap::new() } else { cookies.clear() };
    Ok((StatusCode::NO_CONTENT, headers))
}
