//! `POST /api/tickets/{id}/assign`

use app::tickets::{self, Assignee};
use app::views::Ticket;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use garde::Validate;
use http_api::{AnyProblem, ApiError, ApiState, Body, IfMatch, Result, SignedIn};
use serde::Deserialize;
use utoipa::ToSchema;

/// Who is to work on the ticket.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = TicketAssignment)]
pub(crate) struct Input {
    /// A person's id, `me`, or null for nobody.
    #[garde(skip)]
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    assignee_id: Option<String>,
}

/// Gives a ticket to somebody, or to nobody.
#[utoipa::path(
    post,
    path = "/api/tickets/{id}/assign",
    tag = "tickets",
    params(
        ("id" = String, Path, description = "The ticket's id or number"),
        ("If-Match" = String, Header, description = "The `ETag` that was read")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = Ticket), AnyProblem)
)]
pub(crate) async fn assign_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(ticket): http_api::Ticket,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<Ticket>)> {
    let assignee =
        match input.assignee_id.as_deref() {
            None => Assignee::Nobody,
            Some("me") => Assignee::Me,
            Some(text) => Assignee::Person(text.parse().map_err(|error: domain::ids::InvalidId| {
                ApiError::invalid("assigneeId", error.to_string())
            })?),
        };
    let ticket = tickets::assign(&api.store, &caller, &ticket, version, assignee).await?;
    Ok((http_api::etag(ticket.summary.version), Json(ticket)))
}
