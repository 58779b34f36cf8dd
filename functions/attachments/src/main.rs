//! The Lambda of the areas of attachments and uploads.

use files::Files;
use http_api::state::required;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let files = Files::new(|| store::aws::config("S3"), required("FILES_BUCKET")?);
    http_api::run(attachments_function::router().extend(files)).await
}
