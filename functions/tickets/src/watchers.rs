//! `PUT` and `DELETE /api/tickets/{id}/watchers/{userId}`, and the same of tasks

use std::str::FromStr;

use app::Caller;
use app::views::WorkItem;
use app::work_items;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::UserId;
use domain::ids::InvalidId;
use http_api::{AnyProblem, ApiState, LastId, Result, SignedIn, etag};

/// A person's id, or `me`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Watcher {
    Me,
    Person(UserId),
}

impl FromStr for Watcher {
    type Err = InvalidId;

    fn from_str(text: &str) -> std::result::Result<Self, InvalidId> {
        if text == "me" { Ok(Self::Me) } else { text.parse().map(Self::Person) }
    }
}

impl Watcher {
    fn id(self, caller: &Caller) -> UserId {
        match self {
            Self::Me => caller.claims.user_id,
            Self::Person(id) => id,
        }
    }
}

/// Lets somebody follow a ticket: who may see it oneself, staff of its team anybody. One who does already is no error.
#[utoipa::path(
    put,
    path = "/api/tickets/{id}/watchers/{userId}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("userId" = String, Path, description = "A person's id, or `me`")),
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn watch_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    LastId(watcher): LastId<Watcher>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let person = watcher.id(&caller);
    let item = work_items::watch(&api.store, &caller, &item, person).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Lets somebody follow a task: who may see it oneself, staff of its team anybody. One who does already is no error.
#[utoipa::path(
    put,
    path = "/api/tasks/{id}/watchers/{userId}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), ("userId" = String, Path, description = "A person's id, or `me`")),
    security(("bearer" = [])),
    responses((status = 200, description = "The task as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn watch_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    LastId(watcher): LastId<Watcher>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let person = watcher.id(&caller);
    let item = work_items::watch(&api.store, &caller, &item, person).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Lets somebody follow a ticket no more. One who does not is no error.
#[utoipa::path(
    delete,
    path = "/api/tickets/{id}/watchers/{userId}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("userId" = String, Path, description = "A person's id, or `me`")),
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn unwatch_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    LastId(watcher): LastId<Watcher>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let person = watcher.id(&caller);
    let item = work_items::unwatch(&api.store, &caller, &item, person).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Lets somebody follow a task no more. One who does not is no error.
#[utoipa::path(
    delete,
    path = "/api/tasks/{id}/watchers/{userId}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), ("userId" = String, Path, description = "A person's id, or `me`")),
    security(("bearer" = [])),
    responses((status = 200, description = "The task as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn unwatch_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    LastId(watcher): LastId<Watcher>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let person = watcher.id(&caller);
    let item = work_items::unwatch(&api.store, &caller, &item, person).await?;
    Ok((etag(item.summary.version), Json(item)))
}
