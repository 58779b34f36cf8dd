//! The teams area.

mod activity;
mod add_member;
mod create;
mod delete;
mod list;
mod members;
mod read;
mod remove_member;
mod statistics;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_teams))
        .routes(routes!(create::create_team))
        .routes(routes!(read::read_team))
        .routes(routes!(activity::list_team_activity))
        .routes(routes!(statistics::read_team_statistics))
        .routes(routes!(update::update_team))
        .routes(routes!(delete::delete_team))
        .routes(routes!(members::list_team_members))
        .routes(routes!(add_member::add_team_member))
        .routes(routes!(remove_member::remove_team_member))
}
