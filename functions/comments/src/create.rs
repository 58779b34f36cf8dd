//! `POST /api/tickets/{id}/comments`, and the same of tasks

use app::Caller;
use app::comments::{self, NewComment};
use app::views::AddedComment;
use app::work_items::ItemRef;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::AttachmentId;
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
    /// Keys of own uploads that go on the ticket with it, internal where it is.
    #[garde(length(max = 10))]
    #[serde(default)]
    #[schema(max_items = 10)]
    upload_keys: Vec<AttachmentId>,
}

/// Adds a comment to a ticket. A requester's word reopens a resolved ticket; where that was resolved long ago, or is
/// closed, it opens another, which follows it up and holds the words.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/comments",
    tag = "comments",
    params(("id" = String, Path, description = "The ticket's id or number"), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The comment, and the ticket that it opened", body = AddedComment), AnyProblem)
)]
pub(crate) async fn create_ticket_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, Json<AddedComment>)> {
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
    responses((status = 201, description = "The comment", body = AddedComment), AnyProblem)
)]
pub(crate) async fn create_task_comment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, Json<AddedComment>)> {
    create(&api, &caller, &item, repeat, input).await
}

async fn create(
    api: &ApiState,
    caller: &Caller,
    item: &ItemRef,
    repeat: Repeat,
    input: Input,
) -> Result<(StatusCode, Json<AddedComment>)> {
    let repeatable = repeat.of("create_comment", &(&item.name, &input))?;
    let new =
        NewComment { content: input.content, is_internal: input.is_internal, upload_keys: input.upload_keys };
    let comment = comments::add(&api.store, caller, item, &new, repeatable.as_ref()).await?;
    Ok((StatusCode::CREATED, Json(comment)))
}
