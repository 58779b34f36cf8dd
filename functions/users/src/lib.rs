//! The users area: people and their accounts.

mod activity;
mod avatar;
mod create;
mod delete;
mod invite;
mod list;
mod me;
mod read;
mod reset_two_factor;
mod update;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_users))
        .routes(routes!(create::create_user))
        .routes(routes!(create::register))
        .routes(routes!(me::read_me))
        .routes(routes!(me::update_me))
        .routes(routes!(read::read_user))
        .routes(routes!(activity::list_user_activity))
        .routes(routes!(update::update_user))
        .routes(routes!(avatar::choose_user_avatar))
        .routes(routes!(delete::delete_user))
        .routes(routes!(invite::invite_user))
        .routes(routes!(reset_two_factor::reset_user_two_factor))
}
