//! What people hear of, by what they have chosen and muted.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Person, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        what_is_switched_off_is_not_told,
        a_muted_item_is_silent_but_for_mentions_and_assignments,
        what_follows_a_mail_within_the_window_is_one_more_mail,
        changes_of_one_type_are_told_by_one_notification_until_it_is_read,
        who_gets_another_role_is_told,
    ]
}

async fn choose(person: &Person, body: Value) {
    person.patch("/api/settings/user", body).if_match(&json!(0)).await.ok(200);
}

async fn told(person: &Person) -> Vec<Value> {
    person.pages("/api/notifications", 100).await
}

async fn what_is_switched_off_is_not_told(world: Arc<World>) {
    let [silent, unmailed, watcher] =
        [world.person("USER", &[]).await, world.person("USER", &[]).await, world.person("USER", &[]).await];
    choose(&silent, json!({"notifications": {"COMMENT_ADDED": {"inApp": false}}})).await;
    choose(&unmailed, json!({"notifications": {"COMMENT_ADDED": {"mail": false}}})).await;
    let ticket = world.raise(&silent).await;
    for person in [&unmailed, &watcher] {
        let path = format!("/api/tickets/{}/watchers/{}", ticket["id"].as_str().unwrap(), person.id);
        world.agent.call(reqwest::Method::PUT, &path).await.ok(200);
    }
    let word = world.unique("chosen");
    world.agent.comment(&ticket, &word).await.ok(201);
    world.mail_to(&watcher, &word).await;
    world.mail_to(&silent, &word).await;
    world.quiet().await;
    assert_eq!(told(&silent).await.len(), 0);
    assert_eq!(told(&unmailed).await.len(), 1);
    assert!(world.mails_to(&unmailed, &word).await.is_empty());
}

async fn a_muted_item_is_silent_but_for_mentions_and_assignments(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let ticket = world.raise(&world.requester).await;
    let ticket = world.agent.assign(&ticket, json!(agent.id)).await.ok(200);
    let path = format!("/api/tickets/{}", ticket["id"].as_str().unwrap());
    assert_eq!(agent.read(&ticket).await["isMuted"], false);
    for _ in 0..2 {
        agent.post(&format!("{path}/mute"), Value::Null).await.ok(204);
    }
    assert_eq!(agent.read(&ticket).await["isMuted"], true);
    assert_eq!(world.agent.read(&ticket).await["isMuted"], false);
    world.quiet().await;
    assert_eq!(told(&agent).await.len(), 1);

    let word = world.unique("muted");
    world.requester.comment(&ticket, &word).await.ok(201);
    world.quiet().await;
    assert_eq!(told(&agent).await.len(), 1);
    assert!(world.mails_to(&agent, &word).await.is_empty());
    let word = world.unique("mentioned");
    let content = format!("<p><span data-type=\"mention\" data-id=\"{}\">@x</span> {word}</p>", agent.id);
    world.agent.post(&format!("{path}/comments"), json!({"content": content})).await.ok(201);
    world.mail_to(&agent, &word).await;

    agent.delete(&format!("{path}/mute")).await.ok(204);
    assert_eq!(agent.read(&ticket).await["isMuted"], false);
    let word = world.unique("heard");
    world.requester.comment(&ticket, &word).await.ok(201);
    world.mail_to(&agent, &word).await;

    world.outsider.post(&format!("{path}/mute"), Value::Null).await.problem(404, "not-found");
    world.stranger.delete(&format!("{path}/mute")).await.problem(404, "not-found");
    world.requester.post(&format!("{path}/mute"), Value::Null).await.ok(204);
    world.requester.delete(&format!("{path}/mute")).await.ok(204);
    let task = agent.post("/api/tasks", json!({"title": "x"})).await.ok(201);
    let path = format!("/api/tasks/{}/mute", task["id"].as_str().unwrap());
    agent.post(&path, Value::Null).await.ok(204);
    agent.delete(&path).await.ok(204);
    world.requester.post(&path, Value::Null).await.problem(404, "not-found");
}

async fn what_follows_a_mail_within_the_window_is_one_more_mail(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let words: Vec<String> = (0..5).map(|_| world.unique("window")).collect();
    for word in &words {
        world.agent.comment(&ticket, word).await.ok(201);
    }
    for word in &words {
        world.mail_to(&person, word).await;
    }
    world.quiet().await;
    let mails = world.mails_to(&person, ticket["ticketNumber"].as_str().unwrap()).await;
    for word in &words {
        let with = mails.iter().filter(|mail| mail.contains(word)).count();
        assert_eq!(with, 1, "{word} is told once");
    }
    assert!(mails.len() < words.len(), "{} mails of {} comments", mails.len(), words.len());
    assert!(mails.iter().all(|mail| mail.references == mails[0].references), "all are in one thread");
}

async fn changes_of_one_type_are_told_by_one_notification_until_it_is_read(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let socket = person.connect().await;
    let ticket = world.raise(&person).await;
    let words: Vec<String> = (0..4).map(|_| world.unique("bell")).collect();
    for word in &words {
        world.agent.comment(&ticket, word).await.ok(201);
    }
    let all = eventually("four changes to be told", Duration::from_secs(30), || async {
        let all = told(&person).await;
        let count: u64 = all.iter().map(|one| one["count"].as_u64().unwrap()).sum();
        (count == 4).then_some(all)
    })
    .await;
    assert!(all.len() < 4, "{all:#?}");
    socket.wait_for("notification:new", |data| data["count"].as_u64() > Some(1)).await;
    person.patch("/api/notifications/read-all", Value::Null).await.ok(204);
    world.agent.comment(&ticket, "once more").await.ok(201);
    eventually("another one", Duration::from_secs(30), || async {
        let now = told(&person).await;
        (now.len() == all.len() + 1 && now[0]["isRead"] == false && now[0]["count"] == 1).then_some(())
    })
    .await;
}

async fn who_gets_another_role_is_told(world: Arc<World>) {
    let person = world.person("AGENT", &[]).await;
    let path = format!("/api/users/{}", person.id);
    let socket = person.connect().await;
    world.admin.patch(&path, json!({"role": "MANAGER"})).if_match(&json!(1)).await.ok(200);
    let heard = socket.wait_for("notification:new", |data| data["type"] == "SYSTEM").await;
    assert_eq!(heard["data"]["workItemId"], Value::Null);
    let mail = world.mail_to(&person, "a manager").await;
    assert!(mail.text.contains(&world.admin.name), "{}", mail.text);
    let all = told(&person).await;
    assert_eq!((all.len(), all[0]["type"].clone()), (1, json!("SYSTEM")));
    // Another change of the account is nobody's news.
    world.admin.patch(&path, json!({"name": "Other"})).if_match(&json!(2)).await.ok(200);
    world.quiet().await;
    assert_eq!(told(&person).await.len(), 1);
}
