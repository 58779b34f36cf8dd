//! `GET /api/tickets/{id}`

use app::tickets;
use app::views::{Comment, Ticket};
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use http_api::{AnyProblem, ApiState, ReadPage, Result, SignedIn};
use serde::Serialize;
use utoipa::ToSchema;

/// How many comments come with a ticket.
const COMMENTS: usize = 50;

/// A ticket with its newest comments.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TicketDetails {
    /// The ticket.
    ticket: Ticket,
    /// The newest comments, oldest first; `nextCursor` leads to older ones, by the list of comments.
    comments: ReadPage<Comment>,
}

/// Reads a ticket and its newest 50 comments.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number")),
    security(("bearer" = [])),
    responses((status = 200, description = "The ticket; its version is the `ETag`", body = TicketDetails), AnyProblem)
)]
pub(crate) async fn read_ticket(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(ticket): http_api::Ticket,
) -> Result<(HeaderMap, Json<TicketDetails>)> {
    let details = tickets::read(&api.store, &caller, &ticket, COMMENTS).await?;
    let headers = http_api::etag(details.ticket.summary.version);
    let comments = ReadPage::new(http_api::page::COMMENTS, details.comments);
    Ok((headers, Json(TicketDetails { ticket: details.ticket, comments })))
}
