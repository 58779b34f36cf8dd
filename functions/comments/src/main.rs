//! The Lambda of the comments area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(comments_function::router()).await
}
