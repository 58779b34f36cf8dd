//! `POST /api/auth/login`

use std::sync::Arc;

use reqwest::Method;
use serde_json::json;
use tests::{PASSWORD, Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        the_right_password_begins_a_session,
        the_email_is_taken_in_any_case,
        an_unknown_email_is_answered_like_a_wrong_password,
        five_failures_close_an_account_for_a_while,
        failures_of_one_account_leave_another_open,
        attempts_at_the_same_moment_cannot_pass_the_limit_together,
        thirty_failures_close_an_address,
        a_deactivated_person_cannot_sign_in,
        a_body_that_is_no_sign_in_is_refused,
    ]
}

const WRONG: &str = "not the password";

async fn the_right_password_begins_a_session(world: Arc<World>) {
    let answer = Person::try_sign_in(&world.api, &world.agent.email, PASSWORD).await;
    let session = answer.ok(200);
    assert_eq!(session["user"]["id"], world.agent.id);
    assert_eq!(session["user"]["role"], "AGENT");
    assert_eq!(session["user"]["teamId"], world.it);
    let cookie = answer.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/api/auth"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(
        !answer.text.contains(cookie.split(['=', ';']).nth(1).unwrap()),
        "the refresh token is in the body"
    );
    assert!(!answer.text.contains("argon2"), "{}", answer.text);
}

async fn the_email_is_taken_in_any_case(world: Arc<World>) {
    let loud = format!(" {} ", world.agent.email.to_uppercase());
    Person::try_sign_in(&world.api, &loud, PASSWORD).await.ok(200);
}

async fn an_unknown_email_is_answered_like_a_wrong_password(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let unknown = Person::try_sign_in(&world.api, "nobody@desk.example", WRONG).await;
    let wrong = Person::try_sign_in(&world.api, &person.email, WRONG).await;
    unknown.problem(401, "unauthenticated");
    assert_eq!((unknown.status, &unknown.text), (wrong.status, &wrong.text));
    assert_eq!(unknown.header("set-cookie"), "");
}

async fn five_failures_close_an_account_for_a_while(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    for _ in 0..5 {
        Person::try_sign_in(&world.api, &person.email, WRONG).await.problem(401, "unauthenticated");
    }
    let refused = Person::try_sign_in(&world.api, &person.email, PASSWORD).await;
    refused.problem(429, "throttled");
    let seconds: u32 = refused.header("retry-after").parse().expect("`Retry-After` is a number");
    assert!((1..=900).contains(&seconds), "{seconds}");
    person.get("/api/auth/session").await.ok(200);
}

async fn failures_of_one_account_leave_another_open(world: Arc<World>) {
    let (victim, bystander) = (world.unique("nobody"), world.person("USER", &[]).await);
    for _ in 0..6 {
        Person::try_sign_in(&world.api, &format!("{victim}@desk.example"), WRONG).await;
    }
    Person::try_sign_in(&world.api, &bystander.email, PASSWORD).await.ok(200);
}

async fn attempts_at_the_same_moment_cannot_pass_the_limit_together(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let attempts = (0..12).map(|_| Person::try_sign_in(&world.api, &person.email, WRONG));
    let answers = futures::future::join_all(attempts).await;
    let tried = answers.iter().filter(|answer| answer.status == 401).count();
    assert_eq!(tried, 5, "{:?}", answers.iter().map(|answer| answer.status).collect::<Vec<_>>());
}

async fn thirty_failures_close_an_address(world: Arc<World>) {
    let desk = world.api.from_another_desk();
    // Each attempt names another address of its own invention, which helps nothing.
    let attempt = |number: usize| {
        let body = json!({"email": format!("{}@desk.example", world.unique("nobody")), "password": WRONG});
        let forged = format!("198.51.100.{number}");
        desk.call(Method::POST, "/api/auth/login").header("X-Forwarded-For", forged).json(body)
    };
    for number in 0..30 {
        attempt(number).await.problem(401, "unauthenticated");
    }
    attempt(30).await.problem(429, "throttled");
    Person::try_sign_in(&world.api, &world.stranger.email, PASSWORD).await.ok(200);
}

async fn a_deactivated_person_cannot_sign_in(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    world
        .admin
        .patch(&format!("/api/users/{}", person.id), json!({"isActive": false}))
        .if_match(&json!(1))
        .await
        .ok(200);
    let right = Person::try_sign_in(&world.api, &person.email, PASSWORD).await;
    right.problem(401, "unauthenticated");
    let unknown = Person::try_sign_in(&world.api, "nobody@desk.example", PASSWORD).await;
    assert_eq!(right.text, unknown.text);
}

async fn a_body_that_is_no_sign_in_is_refused(world: Arc<World>) {
    let desk = world.api.from_another_desk();
    let login = || desk.call(Method::POST, "/api/auth/login");
    login().json(json!({"email": "nonsense", "password": "x"})).await.names(422, "validation", "email");
    login().json(json!({"email": "a@b.example"})).await.names(422, "validation", "password");
    login().json(json!({"email": "a@b.example", "password": 7})).await.names(422, "validation", "password");
    let long = "x".repeat(201);
    login().json(json!({"email": "a@b.example", "password": long})).await.names(
        422,
        "validation",
        "password",
    );
    login().body("application/json", "{").await.problem(400, "malformed");
}
