//! The docs area: the OpenAPI document, and a page that people can read. It needs no sign-in and no table.

use std::io::Read;

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::read::GzDecoder;
use http_api::{ApiError, Router, routes};

/// The document that `cargo xtask openapi --write` wrote, without its white space, in gzip.
const DOCUMENT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/openapi.json.gz"));

/// The same as a page, in gzip; `build/` draws it.
const PAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/page.html.gz"));

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
async fn read_document(headers: HeaderMap) -> Result<Response, ApiError> {
    answer(&headers, "application/json", DOCUMENT)
}

/// Shows the document as a page.
#[utoipa::path(
    get,
    path = "/api/docs",
    tag = "docs",
    responses((status = 200, description = "The page", body = String, content_type = "text/html"))
)]
async fn read_page(headers: HeaderMap) -> Result<Response, ApiError> {
    answer(&headers, "text/html; charset=utf-8", PAGE)
}

/// As it is kept for those who take gzip, as every browser does; unpacked for everybody else.
fn answer(headers: &HeaderMap, content_type: &str, packed: &'static [u8]) -> Result<Response, ApiError> {
    let about = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, CACHE),
        (header::VARY, "accept-encoding"),
    ];
    if takes_gzip(headers) {
        return Ok((about, [(header::CONTENT_ENCODING, "gzip")], packed).into_response());
    }
    Ok((about, unpacked(packed).map_err(|error| ApiError::internal(&error.to_string()))?).into_response())
}

/// Whether the request's `Accept-Encoding` names gzip, other than to refuse it.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let listed = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    listed.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let is_refused =
            weight.trim().strip_prefix("q=").is_none_or(|q| q.parse().is_ok_and(|q: f32| q <= 0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !is_refused
    })
}

fn unpacked(packed: &[u8]) -> std::io::Result<String> {
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text)?;
    Ok(text)
}

#[cfg(test)]
#[path = "../build/page.rs"]
mod page;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_operation_of_the_document_stands_on_the_page() {
        let (document, page) = (unpacked(DOCUMENT).unwrap(), unpacked(PAGE).unwrap());
        assert_eq!(page::render(&document).unwrap(), page);
        let document: serde_json::Value = serde_json::from_str(&document).unwrap();
        for (_, item) in document["paths"].as_object().unwrap() {
            for (_, operation) in item.as_object().unwrap() {
                let id = operation["operationId"].as_str().unwrap();
                assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
            }
        }
        assert!(!page.contains("<script"));
    }

    #[test]
    fn only_who_takes_gzip_gets_it() {
        for (accepted, is_packed) in [
            ("gzip, deflate, br, zstd", true),
            ("br;q=1.0, GZIP;q=0.8", true),
            ("gzip;q=0", false),
            ("br", false),
            ("", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepted.parse().unwrap())]);
            assert_eq!(takes_gzip(&headers), is_packed, "{accepted}");
        }
        assert!(!takes_gzip(&HeaderMap::new()));
    }

    #[test]
    fn schemas_are_told_in_words() {
        let of = |text: &str| page::kind(&serde_json::from_str(text).unwrap());
        assert_eq!(of(r##"{"$ref":"#/components/schemas/Ticket"}"##), "Ticket");
        assert_eq!(of(r##"{"type":"array","items":{"$ref":"#/a/Comment"}}"##), "list of Comment");
        assert_eq!(of(r#"{"type":["string","null"],"format":"date-time"}"#), "string or null (date-time)");
    }
}
