//! `GET` and `POST /api/tickets/{id}/macros/{macroId}`, and the same of tasks

use app::Caller;
use app::work_items::{self, ItemRef, MacroOutcome, MacroPreview, MacroWords};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{AttachmentId, MacroId};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, LastId, Repeat, Result, SignedIn, etag};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a macro is used.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = MacroUse)]
pub(crate) struct Input {
    /// HTML to say in place of the macro's own words; absent for those.
    #[garde(custom(http_api::rules::optional_rich))]
    #[schema(min_length = 1, max_length = 65536)]
    content: Option<String>,
    /// Keys of own uploads that go along with what is said, internal where it is.
    #[garde(length(max = 10))]
    #[serde(default)]
    #[schema(max_items = 10)]
    upload_keys: Vec<AttachmentId>,
}

/// Tells what a macro would say and do with a ticket.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}/macros/{macroId}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("macroId" = MacroId, Path, description = "The macro's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "What it would say and do", body = MacroPreview), AnyProblem)
)]
pub(crate) async fn preview_ticket_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    LastId(id): LastId<MacroId>,
) -> Result<Json<MacroPreview>> {
    Ok(Json(work_items::preview_macro(&api.store, &caller, &item, id).await?))
}

/// Tells what a macro would say and do with a task.
#[utoipa::path(
    get,
    path = "/api/tasks/{id}/macros/{macroId}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), ("macroId" = MacroId, Path, description = "The macro's id")),
    security(("bearer" = [])),
    responses((status = 200, description = "What it would say and do", body = MacroPreview), AnyProblem)
)]
pub(crate) async fn preview_task_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    LastId(id): LastId<MacroId>,
) -> Result<Json<MacroPreview>> {
    Ok(Json(work_items::preview_macro(&api.store, &caller, &item, id).await?))
}

/// Uses a macro on a ticket as it is now: everything that it does and says happens at once, or nothing.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/macros/{macroId}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("macroId" = MacroId, Path, description = "The macro's id"), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "What it did", body = MacroOutcome), AnyProblem)
)]
pub(crate) async fn use_ticket_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    LastId(id): LastId<MacroId>,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<MacroOutcome>)> {
    use_it(&api, &caller, &item, id, repeat, &input).await
}

/// Uses a macro on a task as it is now: everything that it does and says happens at once, or nothing.
#[utoipa::path(
    post,
    path = "/api/tasks/{id}/macros/{macroId}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), ("macroId" = MacroId, Path, description = "The macro's id"), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "What it did", body = MacroOutcome), AnyProblem)
)]
pub(crate) async fn use_task_macro(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    LastId(id): LastId<MacroId>,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<MacroOutcome>)> {
    use_it(&api, &caller, &item, id, repeat, &input).await
}

async fn use_it(
    api: &ApiState,
    caller: &Caller,
    item: &ItemRef,
    id: MacroId,
    repeat: Repeat,
    input: &Input,
) -> Result<(HeaderMap, Json<MacroOutcome>)> {
    let repeatable = repeat.of("use_macro", &(&item.name, id, input))?;
    let said = MacroWords { content: input.content.as_deref(), upload_keys: &input.upload_keys };
    let outcome = work_items::use_macro(&api.store, caller, item, id, said, repeatable.as_ref()).await?;
    Ok((etag(outcome.item.summary.version), Json(outcome)))
}
