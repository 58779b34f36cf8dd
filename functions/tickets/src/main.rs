//! The Lambda of the tickets area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(tickets_function::router()).await
}
