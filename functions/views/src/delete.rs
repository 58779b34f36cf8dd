//! `DELETE /api/views/{id}`

use app::saved_views;
use axum::extract::State;
use axum::http::StatusCode;
use domain::ViewId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Deletes a view.
#[utoipa::path(
    delete,
    path = "/api/views/{id}",
    tag = "views",
    params(("id" = ViewId, Path, description = "The view's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is deleted"), AnyProblem)
)]
pub(crate) async fn delete_view(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<ViewId>,
) -> Result<StatusCode> {
    saved_views::delete(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
