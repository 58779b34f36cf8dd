//! `GET /api/views/{id}`

use app::saved_views;
use app::views::SavedView;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::ViewId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn, etag};

/// Reads one view.
#[utoipa::path(
    get,
    path = "/api/views/{id}",
    tag = "views",
    params(("id" = ViewId, Path, description = "The view's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The view; the version is the `ETag`", body = SavedView), AnyProblem)
)]
pub(crate) async fn read_view(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<ViewId>,
) -> Result<(HeaderMap, Json<SavedView>)> {
    let view = saved_views::read(&api.store, &caller, id).await?;
    Ok((etag(view.version), Json(view)))
}
