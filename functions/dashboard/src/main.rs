//! The Lambda of the dashboard area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(dashboard_function::router()).await
}
