//! The tickets area: raising, listing, reading, changing and assigning. Comments are an area of their own.

mod activity;
mod assign;
mod create;
mod list;
mod read;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_tickets))
        .routes(routes!(create::create_ticket))
        .routes(routes!(read::read_ticket))
        .routes(routes!(update::update_ticket))
        .routes(routes!(assign::assign_ticket))
        .routes(routes!(activity::list_ticket_activity))
}
