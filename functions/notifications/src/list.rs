//! `GET /api/notifications`

use app::views::Notification;
use axum::Json;
use axum::extract::State;
use http_api::{AnyProblem, ApiState, Paging, Query, ReadPage, Result, SignedIn};

const LIST: &str = "notifications";

/// Lists the caller's notifications, newest first.
#[utoipa::path(
    get,
    path = "/api/notifications",
    tag = "notifications",
    params(Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Notification>), AnyProblem)
)]
pub(crate) async fn list_notifications(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Notification>>> {
    let (after, limit) = paging.read(LIST)?;
    let notifications = api.store.notifications(caller.claims.user_id, after.as_ref(), limit);
    let (_, page) = caller.check_with(&api.store, notifications).await?;
    Ok(Json(ReadPage::new(LIST, page.filter_map(|notification| Some(Notification::from(notification))))))
}
