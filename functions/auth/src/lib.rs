//! The auth area: signing in and out, keeping a session alive, passwords and the second factor. It alone holds the key
//! that signs tokens.

mod attempts;
mod change_password;
pub mod cookie;
mod end_session;
mod end_sessions;
mod forgot_password;
mod list_sessions;
mod login;
mod logout;
mod password;
mod refresh;
mod reset_password;
mod session;
pub mod signing;
mod two_factor;
mod websocket_token;

use http_api::{Router, routes};

/// The area's operations. They need a [`signing::SigningKey`] and [`cookie::Cookies`] as extensions.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(login::login))
        .routes(routes!(refresh::refresh))
        .routes(routes!(logout::logout))
        .routes(routes!(session::read_session))
        .routes(routes!(list_sessions::list_sessions))
        .routes(routes!(end_sessions::end_sessions))
        .routes(routes!(end_session::end_session))
        .routes(routes!(forgot_password::forgot_password))
        .routes(routes!(reset_password::reset_password))
        .routes(routes!(change_password::change_password))
        .routes(routes!(two_factor::read_two_factor))
        .routes(routes!(two_factor::propose_two_factor))
        .routes(routes!(two_factor::confirm_two_factor))
        .routes(routes!(two_factor::disable_two_factor))
        .routes(routes!(two_factor::renew_recovery_codes))
        .routes(routes!(websocket_token::create_websocket_token))
}
