//! The comments area: the conversation on a ticket or a task.

mod create;
mod delete;
mod list;
mod mentionable;
mod read;
mod split;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_ticket_comments))
        .routes(routes!(list::list_task_comments))
        .routes(routes!(mentionable::list_ticket_mentionable))
        .routes(routes!(mentionable::list_task_mentionable))
        .routes(routes!(create::create_ticket_comment))
        .routes(routes!(create::create_task_comment))
        .routes(routes!(read::read_comment))
        .routes(routes!(update::update_comment))
        .routes(routes!(delete::delete_comment))
        .routes(routes!(split::split_comment))
}
