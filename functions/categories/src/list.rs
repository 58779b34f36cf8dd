//! `GET /api/categories`

use app::AppError;
use app::views::Category;
use axum::Json;
use axum::extract::State;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Paging, Query, ReadPage, Result, SignedIn};

const LIST: &str = "categories";

/// Lists categories by name.
#[utoipa::path(
    get,
    path = "/api/categories",
    tag = "categories",
    params(Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Category>), AnyProblem)
)]
pub(crate) async fn list_categories(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Category>>> {
    let (after, limit) = paging.read(LIST)?;
    let (principal, page) =
        caller.check_with(&api.store, api.store.categories(after.as_ref(), limit)).await?;
    principal.may_in_general(Operation::ReadCatalogue).map_err(AppError::from)?;
    Ok(Json(ReadPage::new(LIST, page.filter_map(|team| Some(Category::from(team))))))
}
