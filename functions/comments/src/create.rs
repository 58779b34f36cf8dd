//! `POST /api/tickets/{id}/comments`, and the same of tasks

use app::Caller;
use app::comments::{self, NewComment};
use app::views::Comment;
use app::work_items::ItemRef;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Repeat, Result, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A new comment.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewComment)]
pub(crate) struct Input {
    /// HTML; what the editor does not make is dropped, and something must be left.
    #[garde(custom(http_api::rules::rich))]
    #[schema(min_length = 1, max_length = 65536)]
    content: String,
    /// Whether only those who handle the ticket may read it.
    #[garde(skip)]
    #[serde(default)]
    is_internal: bool,
}

/// Adds a comment to a ticket. A requester's word on a resolved ticket reopens it.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/comments",
    tag = "comments",
    params(("id" = String, Path, description = "The ticket's id or number"), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The comment", body = Comment), AnyProblem)
)]
pub(crate) async fn create_ticket_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, Json<Comment>)> {
    create(&api, &caller, &item, repeat, input).await
}

/// Adds a comment to a task.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/comments",
    tag = "comments",
    params(("id" = String, Path, description = "The task's id or number"), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The comment", body = Comment), AnyProblem)
)]
pub(crate) async fn create_task_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, Json<Comment>)> {
    create(&api, &caller, &item, repeat, input).await
}

async fn create(
    api: &ApiState,
    caller: &Caller,
    item: &ItemRef,
    repeat: Repeat,
    input: Input,
) -> Result<(StatusCode, Json<Comment>)> {
    let repeatable = repeat.of("create_comment", &(&item.name, &input))?;
    let new = NewComment { content: input.content, is_internal: input.is_internal };
    let comment = comments::add(&api.store, caller, item, &new, repeatable.as_ref()).await?;
    Ok((StatusCode::CREATED, Json(comment)))
}
