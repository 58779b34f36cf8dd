//! The Lambda of the notifications area.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let deployment = notifications_function::Deployment::from_env()?;
    http_api::run(notifications_function::router().extend(deployment)).await
}
