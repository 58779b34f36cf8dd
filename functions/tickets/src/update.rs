//! `PATCH /api/tickets/{id}`, and the same of tasks

use app::views::WorkItem;
use app::work_items::{self, ItemPatch};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{CategoryId, ChecklistEntry, FieldValues, Instant, Priority, Status, TeamId};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, IfMatch, Result, SignedIn, etag};
use serde::Deserialize;
use utoipa::ToSchema;

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = WorkItemPatch)]
pub(crate) struct Input {
    /// One line.
    #[garde(custom(http_api::rules::optional_line::<1, 200>))]
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
    /// HTML; what the editor does not make is dropped.
    #[garde(custom(http_api::rules::optional_rich))]
    #[schema(max_length = 65536)]
    description: Option<String>,
    /// One that may follow the present one.
    #[garde(skip)]
    status: Option<Status>,
    /// How urgent.
    #[garde(skip)]
    priority: Option<Priority>,
    /// The kind of problem; null for none. Answers that the new one does not ask for are left behind.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<CategoryId>)]
    category_id: Option<Option<CategoryId>>,
    /// Whose queue; null for nobody's, which only an admin can say.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<TeamId>)]
    team_id: Option<Option<TeamId>>,
    /// When it is to be done; null for no date.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<Instant>)]
    due_date: Option<Option<Instant>>,
    /// How long it will take; null for unknown.
    #[garde(custom(crate::plan::optional_hours))]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 10000)]
    estimated_hours: Option<Option<f64>>,
    /// Words to find it by: all of them.
    #[garde(custom(crate::plan::optional_tags))]
    #[schema(max_items = 20)]
    tags: Option<Vec<String>>,
    /// What it is made up of: all of it.
    #[garde(inner(length(max = 100)), custom(crate::plan::optional_checklist))]
    #[schema(max_items = 100)]
    checklist: Option<Vec<ChecklistEntry>>,
    /// The answers to what the category asks for, by the keys of its fields: all of them.
    #[garde(skip)]
    #[schema(value_type = Option<Object>)]
    custom_fields: Option<FieldValues>,
}

impl From<Input> for ItemPatch {
    fn from(input: Input) -> Self {
        Self {
            title: input.title,
            description: input.description,
            status: input.status,
            priority: input.priority,
            category_id: input.category_id,
            team_id: input.team_id,
            due_date: input.due_date,
            estimated_minutes: input.estimated_hours.map(|hours| hours.map(crate::plan::minutes)),
            tags: input.tags,
            checklist: input.checklist,
            custom_fields: input.custom_fields,
        }
    }
}

/// Changes a ticket. Its requester may close or reopen it, and change nothing else.
#[utoipa::path(
    patch,
    path = "/api/tickets/{id}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("If-Match" = String, Header, description = "The `ETag` that was read")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn update_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let item = work_items::change(&api.store, &caller, &item, version, &input.into()).await?;
    Ok((etag(item.summary.version), Json(item)))
}

/// Changes a task. Its requester may close or reopen it, and change nothing else.
#[utoipa::path(
    patch,
    path = "/api/tasks/{id}",
    tag = "tasks",
    params(("id" = String, Path, description = "The task's id or number"), ("If-Match" = String, Header, description = "The `ETag` that was read")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The task as it is now", body = WorkItem), AnyProblem)
)]
pub(crate) async fn update_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Task(item): http_api::Task,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<WorkItem>)> {
    let item = work_items::change(&api.store, &caller, &item, version, &input.into()).await?;
    Ok((etag(item.summary.version), Json(item)))
}
