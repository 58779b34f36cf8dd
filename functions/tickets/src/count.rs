//! `GET /api/tickets/count`, and the same of tasks

use app::Caller;
use app::work_items;
use axum::Json;
use axum::extract::State;
use domain::WorkItemType;
use http_api::{AnyProblem, ApiState, Paging, Query, Result, SignedIn};
use serde::Serialize;
use utoipa::ToSchema;

use crate::list::Parameters;

/// How many items a list has, as far as they were counted.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ItemCount)]
pub(crate) struct Count {
    /// So many.
    count: usize,
    /// Whether there may be more.
    is_more: bool,
}

async fn count(
    api: &ApiState,
    caller: &Caller,
    item_type: WorkItemType,
    mut parameters: Parameters,
) -> Result<Json<Count>> {
    parameters.limit.get_or_insert(Paging::MAX_LIMIT);
    let (count, is_more) = work_items::count(&api.store, caller, &parameters.into_query(item_type)?).await?;
    Ok(Json(Count { count, is_more }))
}

/// Counts the tickets of a list up to `limit`, 100 unless told; where a filter sifts, among the first 500 of them.
#[utoipa::path(
    get,
    path = "/api/tickets/count",
    tag = "tickets",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "The count", body = Count), AnyProblem)
)]
pub(crate) async fn count_tickets(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<Count>> {
    count(&api, &caller, WorkItemType::Ticket, parameters).await
}

/// Counts the tasks of a list up to `limit`, 100 unless told; where a filter sifts, among the first 500 of them.
#[utoipa::path(
    get,
    path = "/api/tasks/count",
    tag = "tasks",
    params(Parameters),
    security(("bearer" = [])),
    responses((status = 200, description = "The count", body = Count), AnyProblem)
)]
pub(crate) async fn count_tasks(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Query(parameters): Query<Parameters>,
) -> Result<Json<Count>> {
    count(&api, &caller, WorkItemType::Task, parameters).await
}
