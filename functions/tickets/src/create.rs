//! `POST /api/tickets`

use app::tickets::{self, NewTicket};
use app::views::Ticket;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use domain::{CategoryId, Priority, TeamId, UserId};
use garde::Validate;
use http_api::{AnyProblem, ApiState, Body, Repeat, Result, SignedIn};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A new ticket.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewTicket)]
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
    /// `MEDIUM` unless told; a requester may go up to `HIGH`.
    #[garde(skip)]
    priority: Option<Priority>,
    /// The kind of problem; required unless `teamId` is given.
    #[garde(skip)]
    category_id: Option<CategoryId>,
    /// Whose queue; the category's team unless told.
    #[garde(skip)]
    team_id: Option<TeamId>,
    /// Who is to work on it; only staff can say.
    #[garde(skip)]
    assignee_id: Option<UserId>,
}

/// Raises a ticket.
#[utoipa::path(
    post,
    path = "/api/tickets",
    tag = "tickets",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gets the first answer", pattern = "^[A-Za-z0-9_-]{1,64}$")),
    request_body = Input,
    security(("bearer" = [])),
    responses(
        (status = 201, description = "The ticket; `Location` and `ETag` are set", body = Ticket),
        AnyProblem
    )
)]
pub(crate) async fn create_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    repeat: Repeat,
    Body(input): Body<Input>,
) -> Result<(StatusCode, HeaderMap, Json<Ticket>)> {
    let repeatable = repeat.of("create_ticket", &input)?;
    let new = NewTicket {
        title: input.title,
        description: input.description,
        priority: input.priority.unwrap_or(Priority::Medium),
        category_id: input.category_id,
        team_id: input.team_id,
        assignee_id: input.assignee_id,
    };
    let ticket = tickets::create(&api.store, &caller, &new, repeatable.as_ref()).await?;
    let mut headers = http_api::etag(ticket.summary.version);
    if let Ok(location) = HeaderValue::from_str(&format!("/api/tickets/{}", ticket.summary.id)) {
        headers.insert(header::LOCATION, location);
    }
    Ok((StatusCode::CREATED, headers, Json(ticket)))
}
