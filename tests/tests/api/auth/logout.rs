//! `POST /api/auth/logout`

use std::sync::Arc;

use reqwest::Method;
use tests::{Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        signing_out_holds_from_the_next_request_on,
        signing_out_on_one_device_leaves_the_other_signed_in,
        signing_out_without_a_session_is_no_error,
    ]
}

async fn signing_out_holds_from_the_next_request_on(world: Arc<World>) {
    let person = world.person("AGENT", &[&world.it]).await;
    person.get("/api/tickets").await.ok(200);
    let answer = person.sign_out().await;
    answer.ok(204);
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{}", answer.header("set-cookie"));
    for path in ["/api/tickets", "/api/auth/session", "/api/users/me", "/api/notifications", "/api/teams"] {
        person.get(path).await.problem(401, "unauthenticated");
    }
    person.refresh(&person.cookie).await.problem(401, "unauthenticated");
}

async fn signing_out_on_one_device_leaves_the_other_signed_in(world: Arc<World>) {
    let phone = world.person("USER", &[]).await;
    let desk = Person::sign_in(&world.api, &phone.email).await;
    phone.sign_out().await.ok(204);
    desk.get("/api/auth/session").await.ok(200);
    phone.get("/api/auth/session").await.problem(401, "unauthenticated");
}

async fn signing_out_without_a_session_is_no_error(world: Arc<World>) {
    world.api.call(Method::POST, "/api/auth/logout").await.ok(204);
}
