//! The Lambda of the docs area. It reads no table, so it needs no state.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    http_api::run::init_logs();
    lambda_http::run(docs_function::service()).await
}
