//! `POST /api/tickets/{id}/assign`, and the same of tasks

use app::views::WorkItem;
use app::work_items::{self, Assignee};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::ids::InvalidId;
use garde::Validate;
use http_api::{AnyProblem, ApiError, ApiState, Body, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// Who is to work on it.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = Assignment)]
pub(crate) struct Input {
    /// A person's id, `me`, or null for nobody.
    #[garde(skip)]
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    assignee_id: Option<String>,
}

/// Whom the text names.
pub(crate) fn read_assignee(text: Option<&str>) -> Result<Assignee> {
    Ok(match text {
        None => Assignee::Nobody,
        Some("me") => Assignee::Me,
        Some(id) => {
            let id =
                id.parse().map_err(|error: InvalidId| ApiError::invalid("assigneeId", error.to_string()));
            Assignee::Person(id?)
        }
    })
}

/// Gives a ticket to somebody, or to nobody.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/assign",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("If-Match" = String, Header, description = "The `ETag` that was read")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn assign_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let assignee = read_assignee(input.assignee_id.as_deref())?;
    let item = work_items::assign(&api.store, &caller, &item, version, assignee).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Gives a task to somebody, or to nobody.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/assign",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), ("If-Match" = String, Header, description = "The `ETag` that was read")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The task as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn assign_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let assignee = read_assignee(input.assignee_id.as_deref())?;
    let item = work_items::assign(&api.store, &caller, &item, version, assignee).await?;
    Ok((etag(item.summary.version), Json(item)))
}
