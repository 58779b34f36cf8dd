//! The Lambda of the teams area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(teams_function::router()).await
}
