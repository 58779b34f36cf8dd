//! The Lambda of the settings area.

use app::views::Limits;
use http_api::state::required;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    let limits = Limits::new(required("API_RATE_LIMIT")?.parse()?, required("API_BURST_LIMIT")?.parse()?);
    http_api::run(settings_function::router().extend(limits)).await
}
