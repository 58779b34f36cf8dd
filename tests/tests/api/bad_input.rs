//! Whatever is sent, the answer is a refusal that says what is wrong: never a fault.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_body_that_is_not_json_is_refused,
        a_body_of_another_kind_is_refused,
        a_field_that_breaks_a_rule_is_named,
        a_body_of_a_megabyte_is_refused,
        null_characters_are_refused_or_dropped,
        deep_nesting_is_refused,
        an_address_that_does_not_exist_is_not_found,
        unknown_methods_are_refused,
    ]
}

async fn raw(world: &World, content_type: &str, body: impl Into<Vec<u8>>) -> Answer {
    world.requester.call(Method::POST, "/api/tickets").body(content_type, body.into()).await
}

async fn a_body_that_is_not_json_is_refused(world: Arc<World>) {
    for body in ["", "{", "nonsense", "{\"title\": \"x\",}", "{\"title\": \"x\"} {}", "<ticket/>", "title=x"]
    {
        raw(&world, "application/json", body).await.problem(400, "malformed");
    }
    let no_unicode = raw(&world, "application/json", b"{\"title\": \"\xff\xfe\"}".to_vec()).await;
    assert!([400, 422].contains(&no_unicode.status), "{}", no_unicode.text);
    for body in ["[]", "7", "\"x\"", "null", "true"] {
        raw(&world, "application/json", body).await.problem(422, "validation");
    }
}

async fn a_body_of_another_kind_is_refused(world: Arc<World>) {
    let body = json!({"title": "x", "teamId": world.it}).to_string();
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
    ] {
        raw(&world, kind, body.clone()).await.problem(415, "not-json");
    }
    raw(&world, "Application/JSON; charset=utf-8", body.clone()).await.ok(201);
    let bare = world.requester.call(Method::POST, "/api/tickets").await;
    bare.problem(415, "not-json");
}

async fn a_field_that_breaks_a_rule_is_named(world: Arc<World>) {
    let cases: [(&str, Value); 19] = [
        ("title", json!("\u{2060}\u{feff}")),
        ("description", json!("<ul><li>".repeat(1000))),
        ("title", json!("x".repeat(201))),
        ("title", json!("")),
        ("title", json!("   ")),
        ("title", json!("two\nlines")),
        ("title", json!(7)),
        ("title", json!(null)),
        ("title", json!(["x"])),
        ("title", json!({"x": 1})),
        ("description", json!("x".repeat(64 * 1024 + 1))),
        ("description", json!(true)),
        ("priority", json!("URGENT")),
        ("priority", json!("high")),
        ("priority", json!(1)),
        ("categoryId", json!("network")),
        ("teamId", json!(7)),
        ("assigneeId", json!("'; DROP TABLE people; --")),
        ("status", json!("CLOSED")),
    ];
    for (field, value) in cases {
        let mut body = json!({"title": "x", "teamId": world.it});
        body[field] = value;
        world.requester.post("/api/tickets", body).await.names(422, "validation", field);
    }
    world.requester.post("/api/tickets", json!({"teamId": world.it})).await.names(422, "validation", "title");
    let ticket = world.raise(&world.requester).await;
    for (field, value) in [
        ("status", json!("LOST")),
        ("priority", json!("URGENT")),
        ("title", json!("x".repeat(201))),
        ("version", json!(7)),
        ("teamId", json!("x")),
    ] {
        let mut body = json!({});
        body[field] = value;
        world.agent.change(&ticket, body).await.names(422, "validation", field);
    }
    let longest = json!({"title": "\u{1f44b}".repeat(200), "teamId": world.it});
    world.requester.post("/api/tickets", longest).await.ok(201);
}

async fn a_body_of_a_megabyte_is_refused(world: Arc<World>) {
    let body = json!({"title": "x".repeat(1024 * 1024), "teamId": world.it});
    world.requester.post("/api/tickets", body).await.problem(413, "too-large");
    let body = json!({"title": "x".repeat(250 * 1024), "teamId": world.it});
    world.requester.post("/api/tickets", body).await.names(422, "validation", "title");
}

async fn null_characters_are_refused_or_dropped(world: Arc<World>) {
    let body = |title: &str, description: &str| json!({"title": title, "description": description, "teamId": world.it});
    world.requester.post("/api/tickets", body("a\u{0}b", "")).await.names(422, "validation", "title");
    world.requester.post("/api/tickets", body("x", "a\u{0}b")).await.names(422, "validation", "description");
    raw(&world, "application/json", b"\0\0\0".to_vec()).await.problem(400, "malformed");
    for path in ["/api/tickets/%00", "/api/users/%00", "/api/comments/%00"] {
        let answer = world.agent.get(path).await;
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.text);
    }
}

async fn deep_nesting_is_refused(world: Arc<World>) {
    let deep = format!("{{\"title\": {}{}}}", "[".repeat(20_000), "]".repeat(20_000));
    let answer = raw(&world, "application/json", deep).await;
    assert!((400..500).contains(&answer.status), "{}: {}", answer.status, answer.text);
    let nested = format!("{}x{}", "<blockquote>".repeat(2_000), "</blockquote>".repeat(2_000));
    let body = json!({"title": "x", "description": nested, "teamId": world.it});
    let answer = world.requester.post("/api/tickets", body).await;
    assert!([201, 422].contains(&answer.status), "{}: {}", answer.status, answer.text);
}

async fn an_address_that_does_not_exist_is_not_found(world: Arc<World>) {
    for path in ["/api/nothing", "/api/tickets/x/y/z", "/api/tickets/T-0001/nothing"] {
        let answer = world.agent.get(path).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.text);
    }
}

async fn unknown_methods_are_refused(world: Arc<World>) {
    for (method, path) in
        [(Method::DELETE, "/api/tickets"), (Method::PUT, "/api/users/me"), (Method::PATCH, "/api/auth/login")]
    {
        let answer = world.agent.call(method, path).await;
        assert!([404, 405].contains(&answer.status), "{path}: {} {}", answer.status, answer.text);
    }
}
