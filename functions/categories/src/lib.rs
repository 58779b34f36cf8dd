//! The categories area.

mod list;
mod read;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new().routes(routes!(list::list_categories)).routes(routes!(read::read_category))
}
