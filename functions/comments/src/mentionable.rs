//! `GET /api/tickets/{id}/mentionable`, and the same of tasks

use app::comments;
use app::work_items::ItemRef;
use axum::Json;
use axum::extract::State;
use domain::{PersonRef, PersonSearch};
use http_api::extract::person_search;
use http_api::{AnyProblem, ApiState, Query, Result, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Whom to suggest.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Input {
    /// Beginnings of words of the name, or of the e-mail, case and accents aside.
    #[serde(default, deserialize_with = "person_search")]
    #[param(value_type = Option<String>, max_length = 120)]
    search: PersonSearch,
    /// Whether it is for an internal comment.
    #[serde(default)]
    internal: bool,
}

/// Those who can be mentioned.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mentionable {
    /// By name, ten at most.
    items: Vec<PersonRef>,
}

/// Suggests whom a comment on a ticket can mention: those who may read it, ten at most.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}/mentionable",
    tag = "comments",
    params(("id" = String, Path, description = "The ticket's id or number"), Input),
    security(("bearer" = [])),
    responses((status = 200, description = "The people", body = Mentionable), AnyProblem)
)]
pub(crate) async fn list_ticket_mentionable(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    Query(input): Query<Input>,
) -> Result<Json<Mentionable>> {
    suggest(&api, &caller, &item, &input).await
}

/// Suggests whom a comment on a task can mention: those who may read it, ten at most.
#[utoipa::path(
    get,
    path = "/api/tasks/{id}/mentionable",
    tag = "comments",
    params(("id" = String, Path, description = "The task's id or number"), Input),
    security(("bearer" = [])),
    responses((status = 200, description = "The people", body = Mentionable), AnyProblem)
)]
pub(crate) async fn list_task_mentionable(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    Query(input): Query<Input>,
) -> Result<Json<Mentionable>> {
    suggest(&api, &caller, &item, &input).await
}

async fn suggest(
    api: &ApiState,
    caller: &app::Caller,
    item: &ItemRef,
    input: &Input,
) -> Result<Json<Mentionable>> {
    let items = comments::mentionable(&api.store, caller, item, &input.search, input.internal).await?;
    Ok(Json(Mentionable { items }))
}
