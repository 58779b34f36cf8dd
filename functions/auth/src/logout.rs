//! `POST /api/auth/logout`

use app::AppError;
use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use http_api::{AnyProblem, ApiState, Result};

use crate::cookie::{self, Cookies};

/// Ends the session that the cookie belongs to, with effect on its next request. Without one there is nothing to end.
#[utoipa::path(
    post,
    path = "/api/auth/logout",
    tag = "auth",
    responses((status = 204, description = "Signed out; the cookie is taken away"), AnyProblem)
)]
pub(crate) async fn logout(
    State(api): State<ApiState>,
    Extension(cookies): Extension<Cookies>,
    headers: HeaderMap,
) -> Result<(StatusCode, HeaderMap)> {
    if let Some(token) = cookie::read(&headers) {
        let session = api.store.session(token.user_id, token.session_id).await.map_err(AppError::from)?;
        let hash = token.hash();
        let is_owner = session.is_some_and(|session| {
            session.refresh_hash == hash
                || session.previous_refresh_hash.is_some_and(|previous| previous == hash)
        });
        if is_owner {
            api.store.end_session(token.user_id, token.session_id).await.map_err(AppError::from)?;
        }
    }
    Ok((StatusCode::NO_CONTENT, cookies.clear()))
}
