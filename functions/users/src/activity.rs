//! `GET /api/users/{id}/activity`

use app::feeds;
use app::views::FeedEntry;
use axum::Json;
use axum::extract::State;
use domain::UserId;
use http_api::{AnyProblem, ApiState, Id, Paging, Query, ReadPage, Result, SignedIn};

const LIST: &str = "person-activity";

/// Lists what a person did, newest first: to staff what they handle, to oneself one's own deeds. A page may be short and
/// still have a next one.
#[utoipa::path(
    get,
    path = "/api/users/{id}/activity",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<FeedEntry>), AnyProblem)
)]
pub(crate) async fn list_user_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<FeedEntry>>> {
    let (after, limit) = paging.read(LIST)?;
    let page = feeds::of_user(&api.store, &caller, id, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(LIST, page)))
}
