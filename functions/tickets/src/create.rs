//! `POST /api/tickets`, and the same of tasks

use app::views::WorkItem;
use app::work_items::{self, NewItem};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use domain::{
    AttachmentId, CategoryId, ChecklistEntry, FieldValues, Instant, Priority, TeamId, UserId, WorkItemType,
};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Repeat, Result, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A new ticket or task.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewWorkItem)]
pub(crate) struct Input {
    /// One line.
    #[garde(custom(http_api::rules::line::<1, 200>))]
    #[schema(min_length = 1, max_length = 200)]
    title: String,
    /// HTML; what the editor does not make is dropped.
    #[garde(custom(http_api::rules::rich))]
    #[serde(default)]
    #[schema(max_length = 65536)]
    description: String,
    /// The category's unless told, or `MEDIUM`; a requester may go up to `HIGH`.
    #[garde(skip)]
    priority: Option<Priority>,
    /// The kind of problem; a ticket needs it unless `teamId` is given.
    #[garde(skip)]
    category_id: Option<CategoryId>,
    /// Whose queue; the category's team unless told, and for a task the home team of who makes it.
    #[garde(skip)]
    team_id: Option<TeamId>,
    /// Who is to work on it; only staff can say.
    #[garde(skip)]
    assignee_id: Option<UserId>,
    /// In whose name a ticket is raised; only staff can say, and a task has none.
    #[garde(skip)]
    requester_id: Option<UserId>,
    /// When it is to be done; only staff can say.
    #[garde(skip)]
    due_date: Option<Instant>,
    /// How long it will take; only staff can say.
    #[garde(range(min = 0.0, max = 10_000.0))]
    #[schema(minimum = 0, maximum = 10000)]
    estimated_hours: Option<f64>,
    /// Words to find it by; only staff can give them.
    #[garde(length(max = 20))]
    #[serde(default)]
    #[schema(max_items = 20)]
    tags: Vec<String>,
    /// What it is made up of; only staff can say.
    #[garde(length(max = 100), custom(crate::plan::checklist))]
    #[serde(default)]
    #[schema(max_items = 100)]
    checklist: Vec<ChecklistEntry>,
    /// The answers to what the category asks for, by the keys of its fields.
    #[garde(skip)]
    #[serde(default)]
    #[schema(value_type = Object)]
    custom_fields: FieldValues,
    /// Keys of own uploads that go on it.
    #[garde(length(max = 10))]
    #[serde(default)]
    #[schema(max_items = 10)]
    upload_keys: Vec<AttachmentId>,
}

impl From<Input> for NewItem {
    fn from(input: Input) -> Self {
        Self {
            title: input.title,
            description: input.description,
            priority: input.priority,
            category_id: input.category_id,
            team_id: input.team_id,
            assignee_id: input.assignee_id,
            requester_id: input.requester_id,
            due_date: input.due_date,
            estimated_minutes: input.estimated_hours.map(crate::plan::minutes),
            tags: input.tags,
            checklist: input.checklist,
            custom_fields: input.custom_fields,
            upload_keys: input.upload_keys,
        }
    }
}

/// Raises a ticket.
#[utoipa::path(
    post,
    path = "/api/tickets",
    tag = "tickets",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The ticket; `Location` and `ETag` are set", body = WorkItem), AnyProblem)
)]
pub(crate) async fn create_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<WorkItem>)> {
    let repeatable = repeat.of("create_ticket", &input)?;
    let item =
        work_items::create(&api.store, &caller, WorkItemType::Ticket, &input.into(), repeatable.as_ref())
            .await?;
    Ok((StatusCode::CREATED, crate::created(&item), Json(item)))
}

/// Makes a task.
#[utoipa::path(
    post,
    path = "/api/tasks",
    tag = "tasks",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The task; `Location` and `ETag` are set", body = WorkItem), AnyProblem)
)]
pub(crate) async fn create_task(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<WorkItem>)> {
    let repeatable = repeat.of("create_task", &input)?;
    let item =
        work_items::create(&api.store, &caller, WorkItemType::Task, &input.into(), repeatable.as_ref())
            .await?;
    Ok((StatusCode::CREATED, crate::created(&item), Json(item)))
}
