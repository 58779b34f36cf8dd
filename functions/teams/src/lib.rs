//! The teams area.

mod list;
mod members;
mod read;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_teams))
        .routes(routes!(read::read_team))
        .routes(routes!(members::list_team_members))
}
