//! `POST /api/tickets/{id}/follow-up`

use app::views::WorkItem;
use app::work_items::{self, FollowUp};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Repeat, Result, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is still, or again, the matter.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewFollowUp)]
pub(crate) struct Input {
    /// One line; the closed ticket's unless told.
    #[garde(custom(http_api::rules::optional_line::<1, 200>))]
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
    /// HTML; what the editor does not make is dropped.
    #[garde(custom(http_api::rules::rich))]
    #[schema(max_length = 65536)]
    description: String,
}

/// Takes up a closed ticket again in a new one, which goes to the same team and is linked.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/follow-up",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 201, description = "The new ticket; `Location` and `ETag` are set", body = WorkItem), AnyProblem)
)]
pub(crate) async fn follow_up_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(item): http_api::Ticket,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<WorkItem>)> {
    let repeatable = repeat.of("follow_up_ticket", &(&item.name, &input))?;
    let new = FollowUp { title: input.title, description: input.description };
    let item = work_items::follow_up(&api.store, &caller, &item, &new, repeatable.as_ref()).await?;
    Ok((StatusCode::CREATED, crate::created(&item), Json(item)))
}
