//! `POST /api/auth/refresh`

use std::sync::Arc;

use reqwest::Method;
use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        refreshing_replaces_the_token,
        an_answer_that_got_lost_can_be_asked_for_again,
        two_tabs_may_refresh_at_the_same_moment,
        a_stolen_refresh_token_ends_the_whole_session,
        a_refresh_token_is_worth_nothing_without_its_secret,
        a_deactivated_person_cannot_refresh,
    ]
}

async fn refreshing_replaces_the_token(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let answer = person.refresh(&person.cookie).await;
    let session = answer.ok(200);
    assert_ne!(answer.cookie(), person.cookie);
    let renewed = person.with_token(session["accessToken"].as_str().unwrap());
    assert_eq!(renewed.get("/api/auth/session").await.ok(200)["user"]["id"], person.id);
    person.refresh(&answer.cookie()).await.ok(200);
}

async fn an_answer_that_got_lost_can_be_asked_for_again(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    person.refresh(&person.cookie).await.ok(200);
    let again = person.refresh(&person.cookie).await;
    again.ok(200);
    person.refresh(&again.cookie()).await.ok(200);
}

async fn two_tabs_may_refresh_at_the_same_moment(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let (one, other) = tokio::join!(person.refresh(&person.cookie), person.refresh(&person.cookie));
    one.ok(200);
    other.ok(200);
}

async fn a_stolen_refresh_token_ends_the_whole_session(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let second = person.refresh(&person.cookie).await;
    let third = person.refresh(&second.cookie()).await;
    let owner = person.with_token(third.ok(200)["accessToken"].as_str().unwrap());
    owner.get("/api/auth/session").await.ok(200);

    let thief = person.refresh(&person.cookie).await;
    thief.problem(401, "unauthenticated");
    assert!(thief.header("set-cookie").contains("Max-Age=0"), "{}", thief.header("set-cookie"));

    owner.get("/api/auth/session").await.problem(401, "unauthenticated");
    owner
        .post("/api/tickets", json!({"title": "x", "teamId": world.it}))
        .await
        .problem(401, "unauthenticated");
    owner.refresh(&third.cookie()).await.problem(401, "unauthenticated");
}

async fn a_refresh_token_is_worth_nothing_without_its_secret(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let (rest, secret) = person.cookie.rsplit_once('.').unwrap();
    let forged = format!("{rest}.{}", "A".repeat(secret.len()));
    let bad = [String::new(), "seaversity_refresh=".into(), "seaversity_refresh=a.b.c".into(), forged];
    for cookie in bad {
        let mut call = world.api.call(Method::POST, "/api/auth/refresh");
        if !cookie.is_empty() {
            call = call.header("Cookie", &cookie);
        }
        call.await.problem(401, "unauthenticated");
    }
}

async fn a_deactivated_person_cannot_refresh(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    world
        .admin
        .patch(&format!("/api/users/{}", person.id), json!({"isActive": false}))
        .if_match(&json!(1))
        .await
        .ok(200);
    person.refresh(&person.cookie).await.problem(401, "unauthenticated");
}
