//! `GET /api/teams/{id}/members`

use app::AppError;
use app::views::User;
use axum::Json;
use axum::extract::State;
use domain::TeamId;
use domain::policy::Operation;
use http_api::{AnyProblem, ApiState, Id, Paging, Query, ReadPage, Result, SignedIn};
use store::PeopleFilter;

const LIST: &str = "members";

/// Lists a team's members by name.
#[utoipa::path(
    get,
    path = "/api/teams/{id}/members",
    tag = "teams",
    params(("id" = TeamId, Path, description = "The team's id"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<User>), AnyProblem)
)]
pub(crate) async fn list_team_members(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Id(id): Id<TeamId>,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<User>>> {
    let (after, limit) = paging.read(LIST)?;
    let filter = PeopleFilter { team: Some(id), ..PeopleFilter::default() };
    let reads =
        async { tokio::try_join!(api.store.team(id), api.store.users(&filter, after.as_ref(), limit)) };
    let (principal, (team, page)) = caller.check_with(&api.store, reads).await?;
    principal.may_in_general(Operation::ListMembers).map_err(AppError::from)?;
    team.ok_or(AppError::NotFound("team"))?;
    Ok(Json(ReadPage::new(LIST, page.filter_map(|user| Some(User::from(user))))))
}
