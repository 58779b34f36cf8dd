//! The users area: people and their accounts.

mod create;
mod list;
mod me;
mod read;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_users))
        .routes(routes!(create::create_user))
        .routes(routes!(me::read_me))
        .routes(routes!(me::update_me))
        .routes(routes!(read::read_user))
        .routes(routes!(update::update_user))
}
