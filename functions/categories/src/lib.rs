//! The categories area.

mod create;
mod delete;
mod list;
mod read;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_categories))
        .routes(routes!(create::create_category))
        .routes(routes!(read::read_category))
        .routes(routes!(update::update_category))
        .routes(routes!(delete::delete_category))
}
