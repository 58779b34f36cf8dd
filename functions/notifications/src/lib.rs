//! The notifications area: what the bell shows.

mod delete;
mod list;
mod mark_all_read;
mod mark_read;
mod push;
mod unread;

pub use push::Deployment;

use http_api::{Router, routes};

/// The area's operations.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_notifications))
        .routes(routes!(mark_all_read::mark_all_notifications_read))
        .routes(routes!(mark_read::mark_notification_read))
        .routes(routes!(unread::count_unread_notifications))
        .routes(routes!(delete::delete_notification))
        .routes(routes!(push::list_push_subscriptions))
        .routes(routes!(push::create_push_subscription))
        .routes(routes!(push::delete_push_subscription))
}
