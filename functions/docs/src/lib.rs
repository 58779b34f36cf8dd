//! The docs area: the OpenAPI document, and a page that people can read. It needs no sign-in and no table.

use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use http_api::{Router, routes};

/// The document that `cargo xtask openapi --write` wrote, without its white space.
const DOCUMENT: &str = include_str!(concat!(env!("OUT_DIR"), "/openapi.json"));

/// The same as a page; `build/` draws it.
const PAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/page.html"));

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
    ([(header::CACHE_CONTROL, CACHE)], Html(PAGE)).into_response()
}

#[cfg(test)]
#[path = "../build/page.rs"]
mod page;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_operation_of_the_document_stands_on_the_page() {
        assert_eq!(page::render(DOCUMENT).unwrap(), PAGE);
        let document: serde_json::Value = serde_json::from_str(DOCUMENT).unwrap();
        for (_, item) in document["paths"].as_object().unwrap() {
            for (_, operation) in item.as_object().unwrap() {
                let id = operation["operationId"].as_str().unwrap();
                assert!(PAGE.contains(&format!("id=\"{id}\"")), "{id}");
            }
        }
        assert!(!PAGE.contains("<script"));
    }

    #[test]
    fn schemas_are_told_in_words() {
        let of = |text: &str| page::kind(&serde_json::from_str(text).unwrap());
        assert_eq!(of(r##"{"$ref":"#/components/schemas/Ticket"}"##), "Ticket");
        assert_eq!(of(r##"{"type":"array","items":{"$ref":"#/a/Comment"}}"##), "list of Comment");
        assert_eq!(of(r#"{"type":["string","null"],"format":"date-time"}"#), "string or null (date-time)");
    }
}
