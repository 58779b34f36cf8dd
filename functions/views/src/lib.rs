//! The area of saved views: lists of work kept under a name.

mod create;
mod delete;
mod list;
mod read;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_views))
        .routes(routes!(create::create_view))
        .routes(routes!(read::read_view))
        .routes(routes!(update::update_view))
        .routes(routes!(delete::delete_view))
}
