//! `/api/openapi.json` and `/api/docs`

use std::sync::Arc;

use reqwest::Method;
use serde_json::Value;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        the_document_is_served_as_it_stands_in_the_repository,
        the_page_shows_each_operation,
        both_are_packed_for_whoever_takes_that,
    ]
}

async fn the_document_is_served_as_it_stands_in_the_repository(world: Arc<World>) {
    let answer = world.api.call(Method::GET, "/api/openapi.json").await;
    let served: Value = answer.ok(200);
    let written = std::fs::read_to_string(stack::root().join("docs/openapi.json")).unwrap();
    assert_eq!(served, serde_json::from_str::<Value>(&written).unwrap());
    assert_eq!(answer.header("content-type"), "application/json");
}

async fn the_page_shows_each_operation(world: Arc<World>) {
    let page = world.api.call(Method::GET, "/api/docs").await;
    assert_eq!(page.status, 200);
    assert!(page.header("content-type").starts_with("text/html"), "{}", page.header("content-type"));
    let document: Value = world.api.call(Method::GET, "/api/openapi.json").await.ok(200);
    let operations =
        document["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    for operation in operations.filter_map(|operation| operation["operationId"].as_str()) {
        assert!(page.text.contains(operation), "{operation}");
    }
}

async fn both_are_packed_for_whoever_takes_that(world: Arc<World>) {
    for path in ["/api/openapi.json", "/api/docs"] {
        let plain = world.api.call(Method::GET, path).await;
        let packed = world.api.call(Method::GET, path).header("Accept-Encoding", "gzip, br").await;
        assert_eq!((packed.status, packed.header("content-encoding")), (200, "gzip"));
        assert_eq!(plain.header("content-encoding"), "");
        for answer in [&plain, &packed] {
            assert_eq!(answer.header("vary"), "accept-encoding");
        }
        assert_eq!(packed.header("content-type"), plain.header("content-type"));
        assert_eq!(packed.text, plain.text);
    }
}
