//! The docs area: the OpenAPI document, and a page that people can read. It needs no sign-in and no table.

mod page;

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http_api::{ApiError, Router};
use utoipa_axum::routes;

/// The document, as `cargo xtask openapi --write` wrote it.
const DOCUMENT: &str = include_str!("../../../docs/openapi.json");

/// It changes with a deployment only.
const CACHE: &str = "public, max-age=300";

/// The area's operations, for the document itself.
pub fn router() -> Router {
    Router::new().routes(routes!(read_document)).routes(routes!(read_page))
}

/// The service that answers requests.
pub fn service() -> axum::Router {
    http_api::run::finish(
        axum::Router::new().route("/api/openapi.json", get(read_document)).route("/api/docs", get(read_page)),
    )
}

/// Reads the OpenAPI document.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "docs",
    responses((status = 200, description = "The document", body = serde_json::Value, content_type = "application/json"))
)]
async fn read_document() -> Response {
    ([(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, CACHE)], DOCUMENT).into_response()
}

/// Shows the document as a page.
#[utoipa::path(
    get,
    path = "/api/docs",
    tag = "docs",
    responses((status = 200, description = "The page", body = String, content_type = "text/html"))
)]
async fn read_page() -> Response {
    match page::render(DOCUMENT) {
        Ok(page) => ([(header::CACHE_CONTROL, CACHE)], Html(page)).into_response(),
        Err(error) => ApiError::internal(&format!("the page cannot be drawn: {error}")).into_response(),
    }
}
