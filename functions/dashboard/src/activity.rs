//! `GET /api/dashboard/activity`

use app::feeds::{self, FeedFilter, FeedPage};
use app::views::FeedEntry;
use axum::Json;
use axum::extract::State;
use domain::{ActionGroup, TeamId, UserId, WorkItemType};
use http_api::page::read_paging;
use http_api::{AnyProblem, ApiState, Query, ReadPage, Result, SignedIn};
use serde::Deserialize;
use utoipa::IntoParams;

const LIST: &str = "activity";

/// What to list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Only actions of this kind.
    #[param(inline)]
    group: Option<ActionGroup>,
    /// Only what was done to tickets, or to tasks.
    #[param(inline)]
    item_type: Option<WorkItemType>,
    /// Only what this person did.
    user_id: Option<UserId>,
    /// Only what was done to this team's work, to the team and to its categories.
    team_id: Option<TeamId>,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many are looked through, 25 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<usize>,
}

/// Lists what happened, newest first, as far as one may know of it. A page may be short, or empty, and still have a next
/// one.
#[utoipa::path(
    get,
    path = "/api/dashboard/activity",
    tag = "dashboard",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<FeedEntry>), AnyProblem)
)]
pub(crate) async fn list_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<FeedEntry>>> {
    let (after, limit) = read_paging(parameters.cursor.as_deref(), parameters.limit, LIST)?;
    let filter = FeedFilter {
        group: parameters.group,
        item_type: parameters.item_type,
        user_id: parameters.user_id,
        team_id: parameters.team_id,
    };
    let page = FeedPage { filter, after, limit };
    let entries = feeds::of_everything(&api.store, &caller, &page).await?;
    Ok(Json(ReadPage::new(LIST, entries)))
}
