//! `GET /api/categories/{id}`

use app::AppError;
use app::views::Category;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::CategoryId;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Id, Result, SignedIn, etag};

/// Reads one category.
#[utoipa::path(
    get,
    path = "/api/categories/{id}",
    tag = "categories",
    params(("id" = CategoryId, Path, description = "The category's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "The category; the version is the `ETag`", body = Category), AnyProblem)
)]
pub(crate) async fn read_category(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<CategoryId>,
) -> Result<(HeaderMap, Json<Category>)> {
    let (principal, category) = caller.check_with(&api.store, api.store.category(id)).await?;
    principal.may_in_general(Operation::ReadCatalogue).map_err(AppError::from)?;
    let category = category.ok_or(AppError::NotFound("category"))?;
    Ok((etag(category.version), Json(category.into())))
}
