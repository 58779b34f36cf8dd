//! `/api/auth/two-factor`

use std::sync::Arc;

use auth::totp::SharedSecret;
use domain::Instant;
use reqwest::Method;
use serde_json::json;
use tests::{PASSWORD, Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_second_factor_is_asked_for_once_it_is_confirmed,
        a_code_signs_in_once,
        a_recovery_code_signs_in_once,
        guesses_at_a_code_close_the_account_for_a_while,
        every_step_takes_the_password,
        it_can_be_switched_off_and_is_told,
        an_admin_takes_it_off_for_somebody_who_lost_it,
        a_new_password_leaves_it_on,
    ]
}

/// A person who signs in with a code, with the secret and the recovery codes.
async fn guarded(world: &World) -> (Person, SharedSecret, Vec<String>) {
    let person = world.person("AGENT", &[&world.it]).await;
    let proposed = person.post("/api/auth/two-factor", json!({"password": PASSWORD})).await.ok(200);
    let secret = SharedSecret::from_base32(proposed["secret"].as_str().unwrap(), &person.email).unwrap();
    assert_eq!(proposed["uri"], secret.uri());
    // The code of the step before, so that the present one is left for signing in.
    let code = secret.code(Instant::now().plus_seconds(-30));
    let confirmed = person.post("/api/auth/two-factor/confirm", json!({"code": code})).await.ok(200);
    let codes = confirmed["recoveryCodes"].as_array().unwrap();
    let codes = codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect();
    (person, secret, codes)
}

async fn a_second_factor_is_asked_for_once_it_is_confirmed(world: Arc<World>) {
    let person = world.person("AGENT", &[&world.it]).await;
    let status = person.get("/api/auth/two-factor").await.ok(200);
    assert_eq!(status, json!({"isEnabled": false, "since": null, "recoveryCodesLeft": 0}));
    person.post("/api/auth/two-factor/confirm", json!({"code": "123456"})).await.names(
        422,
        "validation",
        "code",
    );
    person.post("/api/auth/two-factor", json!({"password": PASSWORD})).await.ok(200);
    Person::try_sign_in(&world.api, &person.email, PASSWORD).await.ok(200);
    person.post("/api/auth/two-factor/confirm", json!({"code": "12345x"})).await.names(
        422,
        "validation",
        "code",
    );

    let (person, _, codes) = guarded(&world).await;
    assert_eq!(codes.len(), 10);
    let status = person.get("/api/auth/two-factor").await.ok(200);
    assert_eq!((&status["isEnabled"], &status["recoveryCodesLeft"]), (&json!(true), &json!(10)));
    let answer = Person::try_sign_in(&world.api, &person.email, PASSWORD).await;
    answer.names(401, "second-factor-required", "code");
    assert_eq!(answer.header("set-cookie"), "");
    Person::try_sign_in(&world.api, &person.email, "not the password").await.problem(401, "unauthenticated");
    world.mail_to(&person, "signing in takes a code").await;
}

async fn a_code_signs_in_once(world: Arc<World>) {
    let (person, secret, _) = guarded(&world).await;
    let code = secret.code(Instant::now());
    let (one, other) = tokio::join!(
        Person::try_code(&world.api, &person.email, &code),
        Person::try_code(&world.api, &person.email, &code),
    );
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200, "{} {}", one.text, other.text);
    assert_ne!(statuses[1], 200, "one code opened two sessions");
    Person::try_code(&world.api, &person.email, &code).await.names(401, "second-factor-wrong", "code");
}

async fn a_recovery_code_signs_in_once(world: Arc<World>) {
    let (person, _, codes) = guarded(&world).await;
    Person::try_code(&world.api, &person.email, &codes[0].to_uppercase()).await.ok(200);
    Person::try_code(&world.api, &person.email, &codes[0]).await.names(401, "second-factor-wrong", "code");
    let again =
        Person::of(&world.api, &person.email, &Person::try_code(&world.api, &person.email, &codes[1]).await);
    assert_eq!(again.get("/api/auth/two-factor").await.ok(200)["recoveryCodesLeft"], 8);
    let renewed =
        again.post("/api/auth/two-factor/recovery-codes", json!({"password": PASSWORD})).await.ok(200);
    Person::try_code(&world.api, &person.email, &codes[2]).await.names(401, "second-factor-wrong", "code");
    let code = renewed["recoveryCodes"][0].as_str().unwrap();
    Person::try_code(&world.api, &person.email, code).await.ok(200);
}

async fn guesses_at_a_code_close_the_account_for_a_while(world: Arc<World>) {
    let (person, secret, _) = guarded(&world).await;
    for _ in 0..5 {
        Person::try_code(&world.api, &person.email, "000000").await.names(401, "second-factor-wrong", "code");
    }
    let code = secret.code(Instant::now());
    Person::try_code(&world.api, &person.email, &code).await.problem(429, "throttled");
}

async fn every_step_takes_the_password(world: Arc<World>) {
    let (person, ..) = guarded(&world).await;
    for path in ["", "/disable", "/recovery-codes"] {
        let path = format!("/api/auth/two-factor{path}");
        person.post(&path, json!({"password": "wrong"})).await.names(422, "validation", "password");
        let body = json!({"password": PASSWORD});
        world.api.call(Method::POST, &path).json(body).await.problem(401, "unauthenticated");
    }
    assert_eq!(person.get("/api/auth/two-factor").await.ok(200)["isEnabled"], true);
    let without = world.person("USER", &[]).await;
    without
        .post("/api/auth/two-factor/recovery-codes", json!({"password": PASSWORD}))
        .await
        .problem(404, "not-found");
}

async fn it_can_be_switched_off_and_is_told(world: Arc<World>) {
    let (person, ..) = guarded(&world).await;
    let body = || json!({"password": PASSWORD});
    person.post("/api/auth/two-factor/disable", body()).await.ok(204);
    person.post("/api/auth/two-factor/disable", body()).await.ok(204);
    Person::try_sign_in(&world.api, &person.email, PASSWORD).await.ok(200);
    world.mail_to(&person, "takes no code").await;
    world.quiet().await;
    assert_eq!(world.mails_to(&person, "takes no code").await.len(), 1);
}

async fn an_admin_takes_it_off_for_somebody_who_lost_it(world: Arc<World>) {
    let (person, ..) = guarded(&world).await;
    let path = format!("/api/users/{}/two-factor", person.id);
    for other in [&world.manager, &world.agent, &world.requester, &person] {
        other.delete(&path).await.problem(403, "forbidden");
    }
    world.admin.delete(&path).await.ok(204);
    Person::try_sign_in(&world.api, &person.email, PASSWORD).await.ok(200);
    world.mail_to(&person, "takes no code").await;
}

async fn a_new_password_leaves_it_on(world: Arc<World>) {
    let (person, secret, _) = guarded(&world).await;
    let new = "kranich tumble orbit lamp";
    let body = json!({"currentPassword": PASSWORD, "password": new});
    person.post("/api/auth/change-password", body).await.ok(204);
    Person::try_sign_in(&world.api, &person.email, new).await.names(401, "second-factor-required", "code");
    let body = json!({"email": person.email, "password": new, "code": secret.code(Instant::now())});
    world.api.from_another_desk().call(Method::POST, "/api/auth/login").json(body).await.ok(200);
}
