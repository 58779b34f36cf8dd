//! `DELETE /api/categories/{id}`

use app::catalogue;
use axum::extract::State;
use axum::http::StatusCode;
use domain::CategoryId;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn};

/// Deletes a category: it is in no list and takes no new work. Work that has it keeps it.
#[utoipa::path(
    delete,
    path = "/api/categories/{id}",
    tag = "categories",
    params(("id" = CategoryId, Path, description = "The category's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is deleted"), AnyProblem)
)]
pub(crate) async fn delete_category(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<CategoryId>,
) -> Result<StatusCode> {
    catalogue::delete_category(&api.store, &caller, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
