//! `GET /api/views`

use app::saved_views;
use app::views::SavedView;
use axum::Json;
use axum::extract::State;
use domain::TeamId;
use http_api::page::read_paging;
use http_api::{AnyProblem, ApiState, Query, ReadPage, Result, SignedIn};
use serde::Deserialize;
use utoipa::IntoParams;

const LIST: &str = "views";

/// Which views to list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Only what this team shares, rather than the own, the teams' and everyone's.
    team_id: Option<TeamId>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many entries, 25 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<usize>,
}

/// Lists the views that the caller has, by name: the own, those of the caller's teams, and everyone's.
#[utoipa::path(
    get,
    path = "/api/views",
    tag = "views",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<SavedView>), AnyProblem)
)]
pub(crate) async fn list_views(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<SavedView>>> {
    let (after, limit) = read_paging(parameters.cursor.as_deref(), parameters.limit, LIST)?;
    let page = saved_views::list(&api.store, &caller, parameters.team_id, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(LIST, page)))
}
