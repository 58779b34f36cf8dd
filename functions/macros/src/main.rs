//! The Lambda of the macros area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(macros_function::router()).await
}
