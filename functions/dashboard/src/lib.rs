//! The dashboard area: what happened, for everybody as far as they may know of it.

mod activity;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new().routes(routes!(activity::list_activity))
}
