//! Browsers that are told while the app is not open there.

use std::sync::Arc;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Browser, Person, Test, World, eventually};

const PATH: &str = "/api/notifications/push-subscriptions";

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_browser_is_told_what_the_bell_tells,
        nobodys_browser_tells_what_they_did_themselves_or_switched_off,
        a_browser_is_told_as_long_as_its_sign_in_lasts,
        what_a_push_service_has_forgotten_is_forgotten,
        a_browser_tells_of_itself_and_is_renewed,
        a_person_has_ten_browsers_and_nobody_elses,
        a_browser_that_breaks_a_rule_is_refused_by_its_field,
    ]
}

async fn subscribe(person: &Person, browser: &Browser) -> Value {
    person.post(PATH, browser.subscription()).await.ok(201)
}

async fn subscriptions(person: &Person) -> Vec<Value> {
    person.get(PATH).await.ok(200)["items"].as_array().unwrap().clone()
}

async fn told(browser: &Browser, count: usize) {
    eventually("the browser is told", Duration::from_secs(30), || async {
        (browser.count() >= count).then_some(())
    })
    .await;
}

async fn a_browser_is_told_what_the_bell_tells(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let (one, other) = (Browser::start().await, Browser::start().await);
    for browser in [&one, &other] {
        subscribe(&agent, browser).await;
    }
    let key = agent.get(PATH).await.ok(200)["publicKey"].as_str().unwrap().to_owned();
    let ticket = world.raise(&world.requester).await;
    let assigned = world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    for browser in [&one, &other] {
        told(browser, 1).await;
        let messages = browser.messages(&key);
        assert_eq!(
            messages[0]["title"],
            format!("{} was assigned to you", ticket["number"].as_str().unwrap())
        );
        assert_eq!(messages[0]["body"], ticket["title"]);
        assert_eq!(messages[0]["link"], format!("/tickets/{}", ticket["id"].as_str().unwrap()));
    }
    world.manager.change(&assigned, json!({"priority": "HIGH"})).await.ok(200);
    told(&one, 2).await;
    let messages = one.messages(&key);
    assert_ne!(messages[0]["tag"], messages[1]["tag"], "each type has a line of its own");
    eventually("the bell tells it too", Duration::from_secs(30), || async {
        let bell = agent.pages("/api/notifications", 10).await;
        (bell[0]["title"] == messages[1]["title"]).then_some(())
    })
    .await;
}

async fn nobodys_browser_tells_what_they_did_themselves_or_switched_off(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let browser = Browser::start().await;
    subscribe(&agent, &browser).await;
    let chosen = json!({"notifications": {"COMMENT_ADDED": {"push": false}}});
    let settings = agent.patch("/api/settings/user", chosen).if_match(&json!(0)).await.ok(200);
    assert_eq!(settings["notifications"]["COMMENT_ADDED"]["push"], false);
    assert_eq!(settings["notifications"]["MENTION"]["push"], true);
    let ticket = world.raise(&world.requester).await;
    agent.assign(&ticket, json!(agent.id)).await.ok(200);
    world.requester.comment(&ticket, "Any news?").await.ok(201);
    world.quiet().await;
    assert_eq!(browser.count(), 0);
    assert_eq!(agent.pages("/api/notifications", 10).await.len(), 1, "the bell tells of the comment");
}

async fn a_browser_is_told_as_long_as_its_sign_in_lasts(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let elsewhere = Person::sign_in(&world.api, &agent.email).await;
    let (left, kept) = (Browser::start().await, Browser::start().await);
    subscribe(&agent, &left).await;
    subscribe(&elsewhere, &kept).await;
    agent.call(Method::POST, "/api/auth/logout").header("Cookie", &agent.cookie).await.ok(204);
    let ticket = world.raise(&world.requester).await;
    world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    told(&kept, 1).await;
    world.quiet().await;
    assert_eq!(left.count(), 0);
    let remaining = subscriptions(&elsewhere).await;
    assert_eq!(remaining.len(), 1);
    assert_eq!(remaining[0]["isCurrent"], true);
}

async fn what_a_push_service_has_forgotten_is_forgotten(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let (gone, there) = (Browser::start().await, Browser::start().await);
    for browser in [&gone, &there] {
        subscribe(&agent, browser).await;
    }
    gone.answer_with(410);
    let ticket = world.raise(&world.requester).await;
    world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    told(&there, 1).await;
    eventually("the browser is forgotten", Duration::from_secs(30), || async {
        (subscriptions(&agent).await.len() == 1).then_some(())
    })
    .await;
}

async fn a_browser_tells_of_itself_and_is_renewed(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let browser = Browser::start().await;
    let first = subscribe(&person, &browser).await;
    assert_eq!(first["device"], "Firefox on Linux");
    assert_eq!(first["isCurrent"], true);
    let again = subscribe(&person, &browser).await;
    assert_eq!((&again["id"], &again["createdAt"]), (&first["id"], &first["createdAt"]));
    let listed = subscriptions(&person).await;
    assert_eq!(listed, [again]);
    assert!(!person.get(PATH).await.text.contains("127.0.0.1"), "where to send is nobody's business");
    let own = format!("{PATH}/{}", first["id"].as_str().unwrap());
    for _ in 0..2 {
        person.delete(&own).await.ok(204);
    }
    assert!(subscriptions(&person).await.is_empty());
}

async fn a_person_has_ten_browsers_and_nobody_elses(world: Arc<World>) {
    let (person, stranger) = (world.person("USER", &[]).await, world.person("USER", &[]).await);
    let browser = Browser::start().await;
    let mut ids = Vec::new();
    for number in 0..11 {
        let mut body = browser.subscription();
        body["endpoint"] = json!(format!("{}{number}", body["endpoint"].as_str().unwrap()));
        ids.push(person.post(PATH, body).await.ok(201)["id"].clone());
    }
    let kept: Vec<Value> = subscriptions(&person).await.iter().map(|one| one["id"].clone()).collect();
    assert_eq!(kept.len(), 10);
    assert!(!kept.contains(&ids[0]), "the one renewed longest ago is gone");
    assert!(subscriptions(&stranger).await.is_empty());
    stranger.delete(&format!("{PATH}/{}", ids[5].as_str().unwrap())).await.ok(204);
    assert_eq!(subscriptions(&person).await.len(), 10);
    stranger.delete(&format!("{PATH}/nonsense")).await.names(400, "malformed", "id");
}

async fn a_browser_that_breaks_a_rule_is_refused_by_its_field(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let good = Browser::start().await.subscription();
    for (pointer, value, field) in [
        ("/endpoint", json!("https://169.254.169.254/latest/meta-data"), "endpoint"),
        ("/endpoint", json!("http://127.0.0.1@example.org/"), "endpoint"),
        ("/endpoint", json!("nonsense"), "endpoint"),
        ("/endpoint", json!(""), "endpoint"),
        ("/keys/p256dh", json!("AAAA"), "keys.p256dh"),
        ("/keys/auth", json!("?"), "keys.auth"),
        ("/device", json!("a\nb"), "device"),
        ("/device", json!(""), "device"),
    ] {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = value.clone();
        person.post(PATH, body).await.names(422, "validation", field);
    }
    assert!(subscriptions(&person).await.is_empty());
}
