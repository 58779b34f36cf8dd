//! `GET /api/teams`

use app::AppError;
use app::views::Team;
use axum::Json;
use axum::extract::State;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Paging, Query, ReadPage, Result, SignedIn};

const LIST: &str = "teams";

/// Lists teams by name.
#[utoipa::path(
    get,
    path = "/api/teams",
    tag = "teams",
    params(Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Team>), AnyProblem)
)]
pub(crate) async fn list_teams(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Team>>> {
    let (after, limit) = paging.read(LIST)?;
    let (principal, page) = caller.check_with(&api.store, api.store.teams(after.as_ref(), limit)).await?;
    principal.may_in_general(Operation::ReadCatalogue).map_err(AppError::from)?;
    Ok(Json(ReadPage::new(LIST, page.filter_map(|team| Some(Team::from(team))))))
}
