//! `POST /api/tickets/{id}/attachments`, and the same of tasks

use app::attachments;
use app::views::Upload;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use files::Files;
use http_api::{AnyProblem, ApiState, Body, Result, SignedIn};

use crate::AttachmentInput;
use crate::upload_create::location;

/// Begins an upload that goes on a ticket: it is there for others once its content has arrived and was found to be what it
/// says.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/attachments",
    tag = "attachments",
    params(("id" = String, Path, description = "The ticket's id or number")),
    request_body = AttachmentInput,
    security(("bearer" = [])),
    responses((status = 201, description = "The upload, and how its content is sent; `Location` is set", body = Upload), AnyProblem)
)]
pub(crate) async fn create_ticket_attachment(
    State(api): State<ApiState>,
    Extension(files): Extension<Files>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    Body(input): Body<AttachmentInput>,
) -> Result<(StatusCode, HeaderMap, Json<Upload>)> {
    let is_internal = input.is_internal;
    let new = input.into_file();
    let upload = attachments::add(&api.store, &files, &caller, &item, &new, is_internal).await?;
    Ok((StatusCode::CREATED, location(&upload), Json(upload)))
}

/// Begins an upload that goes on a task: it is there for others once its content has arrived and was found to be what it
/// says.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/attachments",
    tag = "attachments",
    params(("id" = String, Path, description = "The task's id or number")),
    request_body = AttachmentInput,
    security(("bearer" = [])),
    responses((status = 201, description = "The upload, and how its content is sent; `Location` is set", body = Upload), AnyProblem)
)]
pub(crate) async fn create_task_attachment(
    State(api): State<ApiState>,
    Extension(files): Extension<Files>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    Body(input): Body<AttachmentInput>,
) -> Result<(StatusCode, HeaderMap, Json<Upload>)> {
    let is_internal = input.is_internal;
    let new = input.into_file();
    let upload = attachments::add(&api.store, &files, &caller, &item, &new, is_internal).await?;
    Ok((StatusCode::CREATED, location(&upload), Json(upload)))
}
