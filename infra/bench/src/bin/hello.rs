//! The least function that answers over HTTP: what a cold start is measured against.

use axum::Router;
use axum::routing::get;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    lambda_http::run(Router::new().route("/api/hello", get(|| async { "hello" }))).await
}
