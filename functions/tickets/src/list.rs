//! `GET /api/tickets`, and the same of tasks

use app::Caller;
use app::views::WorkItemSummary;
use app::work_items::{self, ItemFilter, ItemQuery};
use axum::Json;
use axum::extract::State;
use domain::saved_view::{Sort, SortOrder, StatusChoice, Whose};
use domain::work_item::tag;
use domain::{CategoryId, Instant, Priority, TeamId, UserId, WorkItemType};
use http_api::extract::several;
use http_api::page::read_paging;
use http_api::{AnyProblem, ApiError, ApiState, Query, ReadPage, Result, SignedIn};
use serde::Deserialize;
use store::StatusFilter;
use utoipa::IntoParams;

fn status_filter(choice: StatusChoice) -> StatusFilter {
    match choice {
        StatusChoice::Active => StatusFilter::Active,
        StatusChoice::Done => StatusFilter::Done,
        one => one.only().map_or(StatusFilter::Any, StatusFilter::Only),
    }
}

/// What to list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Parameters {
    /// Whose; `mine` unless told.
    #[param(inline)]
    view: Option<Whose>,
    /// In which statuses; all unless told.
    #[param(inline)]
    status: Option<StatusChoice>,
    /// Only this person's work; it takes the place of `view`, unless `teamId` does.
    assignee_id: Option<UserId>,
    /// Only this team's queue; it takes the place of `view`.
    team_id: Option<TeamId>,
    /// Only these priorities, separated by commas.
    #[serde(default, deserialize_with = "several")]
    #[param(inline, style = Form, explode = false, min_items = 1, max_items = 20)]
    priority: Vec<Priority>,
    /// Only these categories, separated by commas.
    #[serde(default, deserialize_with = "several")]
    #[param(style = Form, explode = false, min_items = 1, max_items = 20)]
    category_id: Vec<CategoryId>,
    /// Only what this person raised.
    creator_id: Option<UserId>,
    /// Only what nobody works on.
    #[serde(default)]
    #[param(default = false)]
    unassigned: bool,
    /// Only what has this tag.
    #[param(max_length = 40)]
    tag: Option<String>,
    /// Only what is due before this moment.
    due_before: Option<Instant>,
    /// Only what was raised at or after this moment.
    created_after: Option<Instant>,
    /// Only what was raised before this moment.
    created_before: Option<Instant>,
    /// By what the list is put in order, in blocks of 500 items; the flow of status unless told, in each status the
    /// newest first.
    #[param(inline)]
    sort: Option<Sort>,
    /// Which end of `sort` comes first; the latest, the most urgent and the soonest due unless told.
    #[param(inline)]
    order: Option<SortOrder>,
    /// `nextCursor` of the page before, of the same list in the same order.
    cursor: Option<String>,
    /// How many are looked through, 25 unless told; of a count, 100 unless told.
    #[param(minimum = 1, maximum = 100)]
    pub(crate) limit: Option<usize>,
}

impl Parameters {
    fn sort(&self) -> Result<Option<(Sort, SortOrder)>> {
        match (self.sort, self.order) {
            (None, Some(_)) => Err(ApiError::malformed("order", "needs `sort`")),
            (sort, order) => Ok(sort.map(|sort| (sort, order.unwrap_or(sort.usual_order())))),
        }
    }

    /// The name of the list in its cursors: a place in one order is none in another.
    fn list_name(&self, item_type: WorkItemType) -> Result<String> {
        let items = match item_type {
            WorkItemType::Ticket => "tickets",
            WorkItemType::Task => "tasks",
        };
        Ok(match self.sort()? {
            None => items.to_owned(),
            Some((sort, order)) => format!("{items} by {} {}", sort.as_str(), order.as_str()),
        })
    }

    pub(crate) fn into_query(self, item_type: WorkItemType) -> Result<ItemQuery> {
        let sort = self.sort()?;
        let list = self.list_name(item_type)?;
        let (after, limit) = read_paging(self.cursor.as_deref(), self.limit, &list)?;
        Ok(ItemQuery {
            item_type,
            view: self.view.unwrap_or_default(),
            status: self.status.map_or(StatusFilter::Any, status_filter),
            filter: ItemFilter {
                team_id: self.team_id,
                assignee_id: self.assignee_id,
                priorities: self.priority,
                category_ids: self.category_id,
                creator_id: self.creator_id,
                is_unassigned: self.unassigned,
                tag: self.tag.as_deref().map(read_tag).transpose()?,
                due_before: self.due_before,
                created_after: self.created_after,
                created_before: self.created_before,
            },
            sort,
            after,
            limit,
        })
    }
}

fn read_tag(text: &str) -> Result<String> {
    tag(text).ok_or_else(|| ApiError::malformed("tag", "must be 1 to 40 letters, digits and `-_.:+`"))
}

async fn list(
    api: &ApiState,
    caller: &Caller,
    item_type: WorkItemType,
    parameters: Parameters,
) -> Result<Json<ReadPage<WorkItemSummary>>> {
    let name = parameters.list_name(item_type)?;
    let page = work_items::list(&api.store, caller, &parameters.into_query(item_type)?).await?;
    Ok(Json(ReadPage::new(&name, page)))
}

/// Lists tickets along the flow of status, in each status the newest first, or as `sort` says. Where a filter leaves much out, a page may be
/// short, or empty, and still have a next one.
#[utoipa::path(
    get,
    path = "/api/tickets",
    tag = "tickets",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<WorkItemSummary>), AnyProblem)
)]
pub(crate) async fn list_tickets(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<WorkItemSummary>>> {
    list(&api, &caller, WorkItemType::Ticket, parameters).await
}

/// Lists tasks along the flow of status, in each status the newest first, or as `sort` says. Where a filter leaves much out, a page may be
/// short, or empty, and still have a next one.
#[utoipa::path(
    get,
    path = "/api/tasks",
    tag = "tasks",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<WorkItemSummary>), AnyProblem)
)]
pub(crate) async fn list_tasks(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<ReadPage<WorkItemSummary>>> {
    list(&api, &caller, WorkItemType::Task, parameters).await
}
