//! `POST /api/tickets/bulk`, and the same of tasks

use app::work_items::{self, BulkChange, BulkOutcome, MOST_AT_ONCE};
use axum::Json;
use axum::extract::State;
use domain::{CategoryId, Priority, Status, TeamId, WorkItemId, WorkItemType};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiError, ApiState, Body, Problem, Result, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What to change, of which items.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = BulkChange)]
pub(crate) struct Input {
    /// The items, each once.
    #[garde(length(min = 1, max = MOST_AT_ONCE))]
    #[schema(min_items = 1, max_items = 200)]
    ids: Vec<WorkItemId>,
    /// What is to become of each.
    #[garde(dive)]
    change: Wanted,
}

/// What is to become of each item: at least one of these.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = BulkFields)]
pub(crate) struct Wanted {
    /// One that may follow the present one of each.
    #[garde(skip)]
    status: Option<Status>,
    /// How urgent.
    #[garde(skip)]
    priority: Option<Priority>,
    /// The kind of problem.
    #[garde(skip)]
    category_id: Option<CategoryId>,
    /// Whose queue.
    #[garde(skip)]
    team_id: Option<TeamId>,
    /// A person's id, `me`, or null for nobody.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>)]
    assignee_id: Option<Option<String>>,
    /// Tags to add.
    #[garde(length(max = 20))]
    #[serde(default)]
    #[schema(max_items = 20)]
    add_tags: Vec<String>,
    /// Tags to take away.
    #[garde(length(max = 20))]
    #[serde(default)]
    #[schema(max_items = 20)]
    remove_tags: Vec<String>,
    /// Whether to delete, which only an admin may and which goes alone.
    #[garde(skip)]
    #[serde(default)]
    delete: bool,
}

/// What became of one item.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Outcome {
    /// Which item.
    id: WorkItemId,
    /// Its version now; null where it is as it was.
    version: Option<u64>,
    /// Why it is as it was; null where it changed, or had nothing to change.
    problem: Option<Problem>,
}

/// What became of each item, in the order of the request.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Outcomes {
    /// How many are as they were asked to be.
    done: usize,
    /// How many could not be changed.
    failed: usize,
    /// Each of them.
    items: Vec<Outcome>,
}

impl From<Vec<BulkOutcome>> for Outcomes {
    fn from(outcomes: Vec<BulkOutcome>) -> Self {
        let items: Vec<Outcome> = outcomes
            .into_iter()
            .map(|BulkOutcome { id, result }| match result {
                Ok(version) => Outcome { id, version: Some(version), problem: None },
                Err(error) => {
                    Outcome { id, version: None, problem: Some(ApiError::from(error).into_problem()) }
                }
            })
            .collect();
        let failed = items.iter().filter(|outcome| outcome.problem.is_some()).count();
        Self { done: items.len() - failed, failed, items }
    }
}

impl Wanted {
    fn into_change(self) -> Result<BulkChange> {
        Ok(BulkChange {
            status: self.status,
            priority: self.priority,
            category_id: self.category_id,
            team_id: self.team_id,
            assignee: self.assignee_id.map(|id| crate::assign::read_assignee(id.as_deref())).transpose()?,
            add_tags: self.add_tags,
            remove_tags: self.remove_tags,
            delete: self.delete,
        })
    }
}

/// Changes up to 200 tickets, each as it would be alone and with a result of its own. One that cannot be changed does not
/// keep the others from it.
#[utoipa::path(
    post,
    path = "/api/tickets/bulk",
    tag = "tickets",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "What became of each", body = Outcomes), AnyProblem)
)]
pub(crate) async fn change_tickets(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<Json<Outcomes>> {
    let change = input.change.into_change()?;
    let outcomes =
        work_items::change_many(&api.store, &caller, WorkItemType::Ticket, &input.ids, &change).await?;
    Ok(Json(outcomes.into()))
}

/// Changes up to 200 tasks, each as it would be alone and with a result of its own. One that cannot be changed does not
/// keep the others from it.
#[utoipa::path(
    post,
    path = "/api/tasks/bulk",
    tag = "tasks",
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "What became of each", body = Outcomes), AnyProblem)
)]
pub(crate) async fn change_tasks(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    Body(input): Body<Input>,
) -> Result<Json<Outcomes>> {
    let change = input.change.into_change()?;
    let outcomes =
        work_items::change_many(&api.store, &caller, WorkItemType::Task, &input.ids, &change).await?;
    Ok(Json(outcomes.into()))
}
