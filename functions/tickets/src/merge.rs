//! `POST /api/tickets/{id}/merge`, and the same of tasks

use app::views::WorkItem;
use app::work_items::{self, ItemRef};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::WorkItemType;
use garde::Validate;
use http_api::{AnyProblem, ApiError, ApiState, Body, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// What it is merged into.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = MergeTarget)]
pub(crate) struct Input {
    /// The id or number of the item that goes on, of the same kind.
    #[garde(length(min = 1, max = 60))]
    #[schema(min_length = 1, max_length = 60)]
    into: String,
}

/// Merges a ticket into another: its comments, those who follow it, who raised it and its tags go over, and it closes with a
/// link. Asking again for the same merge goes on with what is left of it.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/merge",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket that goes on", body = WorkItem), AnyProblem)
)]
pub(crate) async fn merge_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let target =
        ItemRef::parse(WorkItemType::Ticket, &input.into).map_err(|rule| ApiError::invalid("into", rule))?;
    let item = work_items::merge(&api.store, &caller, &item, &target).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Merges a task into another: its comments, those who follow it, who raised it and its tags go over, and it closes with a
/// link. Asking again for the same merge goes on with what is left of it.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/merge",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The task that goes on", body = WorkItem), AnyProblem)
)]
pub(crate) async fn merge_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let target =
        ItemRef::parse(WorkItemType::Task, &input.into).map_err(|rule| ApiError::invalid("into", rule))?;
    let item = work_items::merge(&api.store, &caller, &item, &target).await?;
    Ok((etag(item.summary.version), Json(item)))
}
