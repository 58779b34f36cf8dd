//! The Lambda of the notifications area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(notifications_function::router()).await
}
