//! `/api/auth/sessions`

use std::sync::Arc;

use reqwest::Method;
use tests::{Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        sign_ins_are_listed_with_where_they_came_from,
        one_sign_in_is_ended_and_the_others_go_on,
        nobody_ends_the_sign_in_of_another,
        signing_out_everywhere_ends_all_or_all_others,
        a_websocket_falls_silent_with_its_sign_in,
        sign_ins_beyond_the_bound_end_with_the_others,
    ]
}

async fn sign_ins_are_listed_with_where_they_came_from(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let other = Person::sign_in(&world.api, &person.email).await;
    let list = other.get("/api/auth/sessions").await;
    assert!(!list.text.contains("Hash"), "{}", list.text);
    let items = list.ok(200)["items"].as_array().unwrap().clone();
    assert_eq!(items.len(), 2);
    assert_eq!(
        (&items[0]["isCurrent"], &items[1]["isCurrent"]),
        (&true.into(), &false.into()),
        "the newest first"
    );
    assert!(items[0]["ipAddress"].as_str().unwrap().starts_with("127."), "{items:?}");
    assert_ne!(items[0]["ipAddress"], items[1]["ipAddress"], "each desk has an address of its own");
    world.api.call(Method::GET, "/api/auth/sessions").await.problem(401, "unauthenticated");
}

async fn one_sign_in_is_ended_and_the_others_go_on(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let other = Person::sign_in(&world.api, &person.email).await;
    let items = person.get("/api/auth/sessions").await.ok(200)["items"].as_array().unwrap().clone();
    let ended = items.iter().find(|item| item["isCurrent"] == false).unwrap();
    let path = format!("/api/auth/sessions/{}", ended["id"].as_str().unwrap());
    person.delete(&path).await.ok(204);
    person.delete(&path).await.ok(204);
    other.get("/api/users/me").await.problem(401, "unauthenticated");
    other.refresh(&other.cookie).await.problem(401, "unauthenticated");
    assert_eq!(person.get("/api/auth/sessions").await.ok(200)["items"].as_array().unwrap().len(), 1);
    person.delete("/api/auth/sessions/1").await.names(400, "malformed", "id");
}

async fn nobody_ends_the_sign_in_of_another(world: Arc<World>) {
    let (person, thief) = (world.person("USER", &[]).await, world.person("ADMIN", &[]).await);
    let items = person.get("/api/auth/sessions").await.ok(200)["items"].clone();
    thief.delete(&format!("/api/auth/sessions/{}", items[0]["id"].as_str().unwrap())).await.ok(204);
    person.get("/api/users/me").await.ok(200);
}

async fn signing_out_everywhere_ends_all_or_all_others(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let other = Person::sign_in(&world.api, &person.email).await;
    person.delete("/api/auth/sessions?keepCurrent=true").await.ok(204);
    other.get("/api/users/me").await.problem(401, "unauthenticated");
    person.get("/api/users/me").await.ok(200);
    person.delete("/api/auth/sessions?keepCurrent=perhaps").await.names(400, "malformed", "keepCurrent");
    let answer = person.delete("/api/auth/sessions").await;
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{}", answer.header("set-cookie"));
    answer.ok(204);
    person.get("/api/users/me").await.problem(401, "unauthenticated");
}

async fn a_websocket_falls_silent_with_its_sign_in(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let socket = agent.connect().await;
    agent.delete("/api/auth/sessions").await.ok(204);
    world.raise(&world.requester).await;
    world.quiet().await;
    assert!(socket.heard_of("ticket:updated").is_empty());
}

async fn sign_ins_beyond_the_bound_end_with_the_others(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    world.crowd_sign_ins(&person).await;
    let desk = Person::sign_in(&world.api, &person.email).await;
    desk.delete("/api/auth/sessions?keepCurrent=true").await.ok(204);
    person.get("/api/users/me").await.problem(401, "unauthenticated");
    assert_eq!(desk.get("/api/auth/sessions").await.ok(200)["items"].as_array().unwrap().len(), 1);
}
