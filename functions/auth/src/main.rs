//! The Lambda of the auth area.

use std::sync::Arc;

use auth_function::signing::SigningKey;
use http_api::state::required;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let key = Arc::new(SigningKey::new(required("SIGNING_KEY_SECRET_ARN")?));
    let cookies = auth_function::cookie::Cookies::for_app(&required("APP_URL")?);
    http_api::run::beside({
        let key = Arc::clone(&key);
        async move { key.load_ahead().await }
    });
    http_api::run(auth_function::router().extend(key).extend(cookies)).await
}
