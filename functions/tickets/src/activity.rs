//! `GET /api/tickets/{id}/activity`

use app::tickets;
use app::views::Activity;
use axum::Json;
use axum::extract::State;
use http_api::{AnyProblem, ApiState, Paging, Query, ReadPage, Result, SignedIn};

const LIST: &str = "ticket-activity";

/// Lists what happened to a ticket, newest first.
#[utoipa::path(
    get,
    path = "/api/tickets/{id}/activity",
    tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id or number"), Paging),
    security(("bearer" = [])),
    responses((status = 200, description = "One page", body = ReadPage<Activity>), AnyProblem)
)]
pub(crate) async fn list_ticket_activity(
    State(api): State<ApiState>,
    SignedIn(caller): SignedIn,
    http_api::Ticket(ticket): http_api::Ticket,
    Query(paging): Query<Paging>,
) -> Result<Json<ReadPage<Activity>>> {
    let (after, limit) = paging.read(LIST)?;
    let page = tickets::activity(&api.store, &caller, &ticket, after.as_ref(), limit).await?;
    Ok(Json(ReadPage::new(LIST, page)))
}
