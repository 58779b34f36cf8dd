//! The Lambda of the views area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(views_function::router()).await
}
