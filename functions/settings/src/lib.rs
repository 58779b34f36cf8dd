//! The settings area: what people have chosen for themselves, and what the organisation has set for everybody.

mod system;
mod user;

use http_api::{Router, routes};

/// The area's operations. They need [`app::views::Limits`] as an extension.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(system::read_settings))
        .routes(routes!(system::update_settings))
        .routes(routes!(user::read_user_settings))
        .routes(routes!(user::update_user_settings))
}
