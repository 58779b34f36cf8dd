//! Invitations, forgotten passwords and changed ones.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Mail, PASSWORD, Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        an_invitation_lets_a_new_person_choose_a_password,
        only_an_admin_registers_people,
        an_invitation_can_be_sent_once_more,
        a_forgotten_password_is_replaced_by_a_link_and_every_session_ends,
        a_link_is_good_once_and_dies_with_the_password,
        asking_for_a_link_tells_nothing_of_who_has_an_account,
        links_are_asked_for_three_times_at_most,
        a_password_that_is_easy_to_guess_is_refused_with_the_reason,
        a_changed_password_ends_the_other_sessions_and_is_told,
        changing_takes_the_present_password,
        guesses_at_the_present_password_are_counted,
    ]
}

const NEW: &str = "kranich tumble orbit lamp";

/// The token of the link that a mail carries.
fn token(mail: &Mail, page: &str) -> String {
    let link = mail.text.split_whitespace().find(|word| word.contains(&format!("/{page}#token=")));
    let link = link.unwrap_or_else(|| panic!("no link to {page}: {}", mail.text));
    link.split_once("#token=").expect("it was found by this").1.to_owned()
}

async fn choose(world: &World, token: &str, password: &str) -> Answer {
    let body = json!({"token": token, "password": password});
    world.api.call(Method::POST, "/api/auth/reset-password").json(body).await
}

async fn forget(world: &World, email: &str) -> Answer {
    let desk = world.api.from_another_desk();
    desk.call(Method::POST, "/api/auth/forgot-password").json(json!({"email": email})).await
}

async fn reset_link(world: &World, person: &Person) -> String {
    forget(world, &person.email).await.ok(202);
    token(&world.mail_to(person, "/reset-password#token=").await, "reset-password")
}

fn account(world: &World) -> (String, Value) {
    let email = format!("{}@desk.example", world.unique("invited"));
    let body = json!({"email": email, "name": "Ina Invited", "role": "AGENT", "teamIds": [world.it]});
    (email, body)
}

async fn an_invitation_lets_a_new_person_choose_a_password(world: Arc<World>) {
    let (email, body) = account(&world);
    let user = world.admin.post("/api/auth/register", body).await.ok(201);
    assert_eq!((&user["isInvited"], &user["isActive"]), (&json!(true), &json!(true)));
    Person::try_sign_in(&world.api, &email, PASSWORD).await.problem(401, "unauthenticated");

    let mail = world.mail_at(&email, "choose").await;
    assert!(mail.html.contains("Ina Invited"), "{}", mail.html);
    choose(&world, &token(&mail, "welcome"), PASSWORD).await.ok(204);
    let person = Person::sign_in(&world.api, &email).await;
    let user = person.get("/api/users/me").await.ok(200);
    assert_eq!(user["isInvited"], false);
    assert_eq!(user["teamIds"], json!([world.it]));
    let members = world.agent.pages(&format!("/api/teams/{}/members", world.it), 100).await;
    assert!(members.contains(&user), "the members are copies that follow");
}

async fn only_an_admin_registers_people(world: Arc<World>) {
    for path in ["/api/auth/register", "/api/users"] {
        for person in [&world.manager, &world.agent, &world.requester] {
            let (_, body) = account(&world);
            person.post(path, body).await.problem(403, "forbidden");
        }
        let (_, body) = account(&world);
        world.api.call(Method::POST, path).json(body).await.problem(401, "unauthenticated");
    }
}

async fn an_invitation_can_be_sent_once_more(world: Arc<World>) {
    let (email, body) = account(&world);
    let user = world.admin.post("/api/users", body).await.ok(201);
    let invite = format!("/api/users/{}/invite", user["id"].as_str().unwrap());
    let first = token(&world.mail_at(&email, "/welcome#token=").await, "welcome");
    world.manager.post(&invite, json!({})).await.problem(403, "forbidden");
    world.admin.post(&invite, json!({})).await.ok(202);
    let mails = tests::eventually("a second invitation", std::time::Duration::from_secs(30), || async {
        Some(world.mails_at(&email, "/welcome#token=").await).filter(|mails| mails.len() == 2)
    })
    .await;
    let second = token(&mails[1], "welcome");
    assert_ne!(first, second);
    choose(&world, &second, NEW).await.ok(204);
    choose(&world, &first, NEW).await.names(422, "validation", "token");
    world.admin.post(&invite, json!({})).await.problem(409, "conflict");
}

async fn a_forgotten_password_is_replaced_by_a_link_and_every_session_ends(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let other = Person::sign_in(&world.api, &person.email).await;
    let token = reset_link(&world, &person).await;
    choose(&world, &token, NEW).await.ok(204);
    for session in [&person, &other] {
        session.get("/api/users/me").await.problem(401, "unauthenticated");
        session.refresh(&session.cookie).await.problem(401, "unauthenticated");
    }
    Person::try_sign_in(&world.api, &person.email, PASSWORD).await.problem(401, "unauthenticated");
    Person::try_sign_in(&world.api, &person.email, NEW).await.ok(200);
    let word = world.mail_to(&person, "your password was changed").await;
    assert!(word.subject.contains("password was changed"), "{}", word.subject);
}

async fn a_link_is_good_once_and_dies_with_the_password(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let token = reset_link(&world, &person).await;
    choose(&world, &token, NEW).await.ok(204);
    choose(&world, &token, "another tumble orbit lamp").await.names(422, "validation", "token");

    let changed =
        Person::of(&world.api, &person.email, &Person::try_sign_in(&world.api, &person.email, NEW).await);
    forget(&world, &person.email).await.ok(202);
    let mails = tests::eventually("a second link", std::time::Duration::from_secs(30), || async {
        Some(world.mails_to(&person, "/reset-password#token=").await).filter(|mails| mails.len() == 2)
    })
    .await;
    let body = json!({"currentPassword": NEW, "password": "yet another tumble lamp"});
    changed.post("/api/auth/change-password", body).await.ok(204);
    let token = self::token(&mails[1], "reset-password");
    choose(&world, &token, NEW).await.names(422, "validation", "token");
    choose(&world, "no token at all", NEW).await.names(422, "validation", "token");
}

async fn asking_for_a_link_tells_nothing_of_who_has_an_account(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let nobody = format!("{}@desk.example", world.unique("nobody"));
    let known = forget(&world, &person.email.to_uppercase()).await;
    let unknown = forget(&world, &nobody).await;
    assert_eq!((known.status, &known.text), (unknown.status, &unknown.text));
    world.mail_to(&person, "/reset-password#token=").await;
    world.quiet().await;
    assert!(world.mails_at(&nobody, "").await.is_empty());
    forget(&world, "no address").await.names(422, "validation", "email");
}

async fn links_are_asked_for_three_times_at_most(world: Arc<World>) {
    for email in [world.person("USER", &[]).await.email, format!("{}@desk.example", world.unique("nobody"))] {
        for _ in 0..3 {
            forget(&world, &email).await.ok(202);
        }
        forget(&world, &email).await.problem(429, "throttled");
    }
}

async fn a_password_that_is_easy_to_guess_is_refused_with_the_reason(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let token = reset_link(&world, &person).await;
    for bad in ["short", "Password1!", &person.name, &"long ".repeat(50)] {
        choose(&world, &token, bad).await.names(422, "validation", "password");
    }
    choose(&world, &token, NEW).await.ok(204);
}

async fn a_changed_password_ends_the_other_sessions_and_is_told(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let other = Person::sign_in(&world.api, &person.email).await;
    let body = json!({"currentPassword": PASSWORD, "password": NEW});
    person.post("/api/auth/change-password", body).await.ok(204);
    person.get("/api/users/me").await.ok(200);
    person.refresh(&person.cookie).await.ok(200);
    other.get("/api/users/me").await.problem(401, "unauthenticated");
    Person::try_sign_in(&world.api, &person.email, NEW).await.ok(200);
    world.mail_to(&person, "your password was changed").await;
}

async fn changing_takes_the_present_password(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let change = |current: &str, new: &str| {
        person.post("/api/auth/change-password", json!({"currentPassword": current, "password": new}))
    };
    change("not the password", NEW).await.names(422, "validation", "currentPassword");
    change(PASSWORD, "qwertyuiop").await.names(422, "validation", "password");
    change(PASSWORD, "").await.names(422, "validation", "password");
    Person::try_sign_in(&world.api, &person.email, PASSWORD).await.ok(200);
    let body = json!({"currentPassword": PASSWORD, "password": NEW});
    world
        .api
        .call(Method::POST, "/api/auth/change-password")
        .json(body)
        .await
        .problem(401, "unauthenticated");
}

async fn guesses_at_the_present_password_are_counted(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let guess = || person.post("/api/auth/change-password", json!({"currentPassword": "x", "password": NEW}));
    for _ in 0..5 {
        guess().await.names(422, "validation", "currentPassword");
    }
    guess().await.problem(429, "throttled");
}
