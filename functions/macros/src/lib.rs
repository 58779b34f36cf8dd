//! The area of macros: what an agent does with one click, canned replies among them. Using one belongs to the ticket.

mod create;
mod delete;
mod list;
mod read;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_macros))
        .routes(routes!(create::create_macro))
        .routes(routes!(read::read_macro))
        .routes(routes!(update::update_macro))
        .routes(routes!(delete::delete_macro))
}
