//! `GET /api/notifications/unread-count`

use axum::Json;
use axum::extract::State;
use http_api::{AnyProblem, ApiState, Result, SignedIn};
use serde::Serialize;
use store::Store;
use utoipa::ToSchema;

/// How many notifications were not read yet.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UnreadCount {
    /// Those among the newest hundred.
    count: usize,
    /// Whether all of these are unread, so that there may be more.
    is_more: bool,
}

/// Counts the caller's unread notifications among the newest hundred.
#[utoipa::path(
    get,
    path = "/api/notifications/unread-count",
    tag = "notifications",
    security(("bearer" = [])),
    responses((status = 200, description = "The count", body = UnreadCount), AnyProblem)
)]
pub(crate) async fn count_unread_notifications(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
) -> Result<Json<UnreadCount>> {
    let unread = api.store.unread_notifications(caller.claims.user_id);
    let (_, count) = caller.check_with(&api.store, unread).await?;
    Ok(Json(UnreadCount { count, is_more: count == Store::NEWEST_NOTIFICATIONS }))
}
