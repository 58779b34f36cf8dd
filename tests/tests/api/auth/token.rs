//! Access tokens, and what of a person's account they do not outlive.

use std::sync::Arc;

use reqwest::Method;
use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        without_a_token_nothing_is_answered,
        a_forged_token_is_refused,
        an_expired_token_is_refused,
        a_websocket_token_opens_nothing_else,
        deactivation_holds_from_the_next_request_on,
        a_changed_role_holds_from_the_next_request_on,
        a_changed_team_holds_from_the_next_request_on,
    ]
}

async fn without_a_token_nothing_is_answered(world: Arc<World>) {
    for path in ["/api/tickets", "/api/users", "/api/teams", "/api/categories", "/api/notifications"] {
        let answer = world.api.call(Method::GET, path).await;
        answer.problem(401, "unauthenticated");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        let call = world.api.call(Method::GET, path).header("Authorization", "Basic YTpi");
        call.await.problem(401, "unauthenticated");
    }
}

async fn a_forged_token_is_refused(world: Arc<World>) {
    let parts: Vec<&str> = world.agent.token.split('.').collect();
    let encoded = |value: serde_json::Value| base64url(value.to_string().as_bytes());
    let none = encoded(json!({"alg": "none", "typ": "JWT"}));
    let stronger = encoded(
        json!({"sub": world.admin.id, "role": "ADMIN", "aud": "api", "iss": "seaversity", "exp": 4_000_000_000_u64}),
    );
    let symmetric = encoded(json!({"alg": "HS256", "typ": "JWT"}));
    let forged = [
        format!("{none}.{}.", parts[1]),
        format!("{none}.{stronger}."),
        format!("{}.{stronger}.{}", parts[0], parts[2]),
        format!("{symmetric}.{}.{}", parts[1], parts[2]),
        format!("{}.{}.{}", parts[0], parts[1], parts[2].chars().rev().collect::<String>()),
        "a.b.c".to_owned(),
        "\u{e4}".to_owned(),
    ];
    for token in forged {
        world.agent.with_token(&token).get("/api/tickets").await.problem(401, "unauthenticated");
    }
}

async fn an_expired_token_is_refused(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let good = world.sign_token(&person, 0).await;
    person.with_token(&good).get("/api/tickets").await.ok(200);
    let old = world.sign_token(&person, 15 * 60 + 1).await;
    person.with_token(&old).get("/api/tickets").await.problem(401, "unauthenticated");
}

async fn a_websocket_token_opens_nothing_else(world: Arc<World>) {
    let token = world.agent.websocket_token().await;
    world.agent.with_token(&token).get("/api/tickets").await.problem(401, "unauthenticated");
}

async fn deactivation_holds_from_the_next_request_on(world: Arc<World>) {
    let person = world.person("AGENT", &[&world.it]).await;
    person.get("/api/tickets?view=team").await.ok(200);
    world
        .admin
        .patch(&format!("/api/users/{}", person.id), json!({"isActive": false}))
        .if_match(&json!(1))
        .await
        .ok(200);
    person.get("/api/tickets?view=team").await.problem(401, "unauthenticated");
}

async fn a_changed_role_holds_from_the_next_request_on(world: Arc<World>) {
    let person = world.person("AGENT", &[&world.it]).await;
    let ticket = world.raise(&world.requester).await;
    person.read(&ticket).await;
    world
        .admin
        .patch(&format!("/api/users/{}", person.id), json!({"role": "USER"}))
        .if_match(&json!(1))
        .await
        .ok(200);
    person.get(&format!("/api/tickets/{}", ticket["id"].as_str().unwrap())).await.problem(404, "not-found");
    person.get("/api/users").await.problem(403, "forbidden");
    assert_eq!(person.get("/api/tickets?view=team").await.ok(200)["items"], json!([]));
}

async fn a_changed_team_holds_from_the_next_request_on(world: Arc<World>) {
    let team = world.team().await;
    let person = world.person("AGENT", &[&world.courses]).await;
    let ticket = world.raise_in(&world.requester, &team).await;
    let address = format!("/api/tickets/{}", ticket["id"].as_str().unwrap());
    person.get(&address).await.problem(404, "not-found");
    world
        .admin
        .patch(&format!("/api/users/{}", person.id), json!({"teamIds": [team]}))
        .if_match(&json!(1))
        .await
        .ok(200);
    person.get(&address).await.ok(200);
    let listed = person.get("/api/tickets?view=team").await.ok(200);
    assert_eq!(listed["items"][0]["id"], ticket["id"]);
}

fn base64url(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}
