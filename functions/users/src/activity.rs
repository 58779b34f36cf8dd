//! `GET /api/users/{id}/activity`

use app::feeds;
use app::views::FeedEntry;
use axum::Json;
use axum::extract::State;
use domain::UserId;
use http_api::{AnyProblem, ApiState, FeedParameters, Id, Query, ReadPage, Result, SignedIn};

const LIST: &str = "person-activity";

/// Lists what a person did, newest first: to staff as far as they may know of it, to oneself one's own deeds. A page may
/// be short and still have a next one.
#[utoipa::path(
    get,
    path = "/api/users/{id}/activity",
    tag = "users",
    params(("id" = UserId, Path, description = "The person's id"), FeedParameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<FeedEntry>), AnyProblem)
)]
pub(crate) async fn list_user_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<UserId>,
    Query(parameters): Query<FeedParameters>,
) -> Result<Json<ReadPage<FeedEntry>>> {
    let page = parameters.read(LIST)?;
    let entries = feeds::of_user(&api.store, &caller, id, &page).await?;
    Ok(Json(ReadPage::new(LIST, entries)))
}
