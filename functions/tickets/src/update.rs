//! `PATCH /api/tickets/{id}`

use app::tickets::{self, TicketPatch};
use app::views::Ticket;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use domain::{CategoryId, Priority, Status, TeamId};
use garde::Validate;
use http_api::extract::present;
use http_api::{AnyProblem, ApiState, Body, IfMatch, Result, SignedIn};
use serde::Deserialize;
use utoipa::ToSchema;

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = TicketPatch)]
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
    /// The kind of problem; null for none.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<CategoryId>)]
    category_id: Option<Option<CategoryId>>,
    /// Whose queue; null for nobody's, which only an admin can say.
    #[garde(skip)]
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<TeamId>)]
    team_id: Option<Option<TeamId>>,
}

/// Changes a ticket's fields. Its requester can close or reopen it, and nothing else.
#[utoipa::path(
    patch,
    path = "/api/tickets/{id}",
    tag = "tickets",
    params(
        ("id" = String, Path, description = "The ticket's id or number"),
        ("If-Match" = String, Header, description = "The `ETag` that was read")
    ),
    request_body = Input,
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket as it is now", body = Ticket), AnyProblem)
)]
pub(crate) async fn update_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(ticket): http_api::Ticket,
    IfMatch(version): IfMatch,
    Body(input): Body<Input>,
) -> Result<(HeaderMap, Json<Ticket>)> {
    let patch = TicketPatch {
        title: input.title,
        description: input.description,
        status: input.status,
        priority: input.priority,
        category_id: input.category_id,
        team_id: input.team_id,
    };
    let ticket = tickets::change(&api.store, &caller, &ticket, version, &patch).await?;
    Ok((http_api::etag(ticket.summary.version), Json(ticket)))
}
