//! The Lambda of the categories area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run(categories_function::router()).await
}
