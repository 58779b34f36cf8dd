//! The auth area: signing in and out, and keeping a session alive. It alone holds the key that signs tokens.

pub mod cookie;
mod login;
mod logout;
mod refresh;
mod session;
pub mod signing;
mod websocket_token;

use http_api::{Router, routes};

/// The area's operations. They need a [`signing::SigningKey`] and [`cookie::Cookies`] as extensions.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(login::login))
        .routes(routes!(refresh::refresh))
        .routes(routes!(logout::logout))
        .routes(routes!(session::read_session))
        .routes(routes!(websocket_token::create_websocket_token))
}
