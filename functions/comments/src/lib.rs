//! The comments area: the conversation on a ticket.

mod create;
mod list;
mod read;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_comments))
        .routes(routes!(create::create_comment))
        .routes(routes!(read::read_comment))
}
