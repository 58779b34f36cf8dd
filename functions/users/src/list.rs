//! `GET /api/users`

use app::views::User;
use axum::Json;
use axum::extract::State;
use domain::policy::Operation;
use domain::{PersonSearch, Role, TeamId};
use http_api::extract::person_search;
use http_api::page::read_paging;
use http_api::{AnyProblem, ApiError, ApiState, Query, ReadPage, Result, SignedIn};
use serde::Deserialize;
use store::PeopleFilter;
use utoipa::IntoParams;

const LIST: &str = "users";

/// Whom to list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Only people of this role.
    role: Option<Role>,
    /// Only people of this team.
    team_id: Option<TeamId>,
    /// Only people of whom words of the name, or the e-mail, begin so: each word that is given begins one of theirs, case
    /// and accents aside.
    #[serde(default, deserialize_with = "person_search")]
    #[param(value_type = Option<String>, max_length = 120)]
    search: PersonSearch,
    /// Only people whose account signs in, or only others.
    is_active: Option<bool>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many entries, 25 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<usize>,
}

/// Lists people, deactivated ones among them: by name, or by the word of it that was searched for.
#[utoipa::path(
    get,
    path = "/api/users",
    tag = "users",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<User>), AnyProblem)
)]
pub(crate) async fn list_users(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<User>>> {
    let (after, limit) = read_paging(parameters.cursor.as_deref(), parameters.limit, LIST)?;
    let filter = PeopleFilter {
        role: parameters.role,
        team: parameters.team_id,
        search: parameters.search,
        is_active: parameters.is_active,
    };
    let users = api.store.users(&filter, after.as_ref(), limit);
    let (principal, page) = caller.check_with(&api.store, users).await?;
    principal
        .may_in_general(Operation::ListUsers)
        .map_err(|denied| ApiError::from(app::AppError::from(denied)))?;
    Ok(Json(ReadPage::new(LIST, page.filter_map(|user| Some(User::from(user))))))
}
