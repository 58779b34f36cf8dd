//! `DELETE /api/tickets/{id}/attachments/{attachmentId}`, and the same of tasks

use app::attachments;
use axum::extract::State;
use axum::http::StatusCode;
use domain::AttachmentId;
use http_api::{AnyProblem, ApiState, LastId, Result, SignedIn};

/// Removes a file from a ticket: who attached it (a USER for fifteen minutes), managers of the team and admins.
#[utoipa::path(
    delete,
    path = "/api/tickets/{id}/attachments/{attachmentId}",
    tag = "attachments",
    params(("id" = String, Path, description = "The ticket's id or number"), ("attachmentId" = AttachmentId, Path, description = "The attachment's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is gone"), AnyProblem)
)]
pub(crate) async fn delete_ticket_attachment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    LastId(id): LastId<AttachmentId>,
) -> Result<StatusCode> {
    attachments::delete(&api.store, &caller, &item, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Removes a file from a task: who attached it (a USER for fifteen minutes), managers of the team and admins.
#[utoipa::path(
    delete,
    path = "/api/tasks/{id}/attachments/{attachmentId}",
    tag = "attachments",
    params(("id" = String, Path, description = "The task's id or number"), ("attachmentId" = AttachmentId, Path, description = "The attachment's id")),
    security(("bearer" = [])),
    responses((status = 204, description = "It is gone"), AnyProblem)
)]
pub(crate) async fn delete_task_attachment(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    LastId(id): LastId<AttachmentId>,
) -> Result<StatusCode> {
    attachments::delete(&api.store, &caller, &item, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
