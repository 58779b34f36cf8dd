//! Those who follow a ticket.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_watcher_sees_comments_on_and_hears_of_the_ticket,
        a_watcher_sees_nothing_internal_and_changes_nothing,
        who_follows_no_more_sees_nothing,
        a_requester_sees_no_other_watchers,
        only_active_people_follow,
        two_who_follow_at_once_both_do,
    ]
}

fn watchers(ticket: &Value, who: &str) -> String {
    format!("/api/tickets/{}/watchers/{who}", ticket["id"].as_str().unwrap())
}

async fn a_watcher_sees_comments_on_and_hears_of_the_ticket(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let friend = world.person("USER", &[]).await;
    let socket = friend.connect().await;
    let watched = world.agent.call(Method::PUT, &watchers(&ticket, &friend.id)).await.ok(200);
    assert_eq!(watched["watchers"], json!([{"id": friend.id, "name": friend.name}]));
    assert_eq!((&watched["version"], &watched["isWatching"]), (&json!(2), &json!(false)));
    let again = world.agent.call(Method::PUT, &watchers(&ticket, &friend.id)).await.ok(200);
    assert_eq!(again["version"], 2);

    assert_eq!(friend.read(&ticket).await["ticket"]["isWatching"], true);
    let listed = friend.pages("/api/tickets?view=watching", 1).await;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["id"], ticket["id"]);
    friend.comment(&ticket, "I have it too").await.ok(201);
    let word = world.unique("an answer");
    world.agent.comment(&ticket, &word).await.ok(201);
    socket
        .wait_for("comment:added", |data| data["comment"]["content"].as_str().unwrap().contains(&word))
        .await;
    world.mail_to(&friend, &word).await;
    let told = friend.pages("/api/notifications", 10).await;
    assert!(told.iter().any(|one| one["workItemId"] == ticket["id"]), "{told:?}");
}

async fn a_watcher_sees_nothing_internal_and_changes_nothing(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let friend = world.person("USER", &[]).await;
    let socket = friend.connect().await;
    let ticket = world.agent.call(Method::PUT, &watchers(&ticket, &friend.id)).await.ok(200);
    let secret = world.unique("secret");
    let note = world.agent.note(&ticket, &secret).await.ok(201);
    world.agent.change(&ticket, json!({"tags": [secret]})).await.ok(200);
    world.quiet().await;
    let path = format!("/api/tickets/{}", ticket["id"].as_str().unwrap());
    for answer in [
        friend.get(&path).await,
        friend.get(&format!("{path}/comments")).await,
        friend.get("/api/tickets?view=watching").await,
        friend.get("/api/notifications").await,
    ] {
        assert!(!answer.text.contains(&secret), "{}", answer.text);
    }
    assert!(!socket.has_heard_text(&secret), "{:?}", socket.heard());
    assert!(world.mails_to(&friend, &secret).await.is_empty());
    let note = format!("/api/comments/{}", note["id"].as_str().unwrap());
    friend.get(&note).await.problem(404, "not-found");
    friend.get(&format!("{path}/activity")).await.problem(403, "forbidden");
    let now = friend.read(&ticket).await["ticket"].clone();
    assert_eq!(now["allowedStatuses"], json!([]));
    friend.change(&now, json!({"status": "CLOSED"})).await.problem(403, "forbidden");
    friend.change(&now, json!({"title": "Mine now"})).await.problem(403, "forbidden");
    friend.note(&ticket, "x").await.problem(403, "forbidden");
}

async fn who_follows_no_more_sees_nothing(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let friend = world.person("USER", &[]).await;
    world.agent.call(Method::PUT, &watchers(&ticket, &friend.id)).await.ok(200);
    friend.read(&ticket).await;
    friend.delete(&watchers(&ticket, "me")).await.ok(200);
    friend.get(&format!("/api/tickets/{}", ticket["id"].as_str().unwrap())).await.problem(404, "not-found");
    assert!(friend.pages("/api/tickets?view=watching", 10).await.is_empty());
    friend.call(Method::PUT, &watchers(&ticket, "me")).await.problem(404, "not-found");
}

async fn a_requester_sees_no_other_watchers(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    world.agent.call(Method::PUT, &watchers(&ticket, "me")).await.ok(200);
    world.requester.call(Method::PUT, &watchers(&ticket, "me")).await.ok(200);
    let seen = world.requester.read(&ticket).await["ticket"].clone();
    assert_eq!(seen["watchers"], json!([{"id": world.requester.id, "name": world.requester.name}]));
    assert_eq!(world.agent.read(&ticket).await["ticket"]["watchers"].as_array().unwrap().len(), 2);
}

async fn only_active_people_follow(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let gone = world.person("USER", &[]).await;
    world.admin.delete(&format!("/api/users/{}", gone.id)).await.ok(204);
    for who in [gone.id.as_str(), "usr_01990000000070008000000000000001"] {
        world.agent.call(Method::PUT, &watchers(&ticket, who)).await.names(422, "validation", "userId");
    }
    world.agent.call(Method::PUT, &watchers(&ticket, "x")).await.names(400, "malformed", "userId");
}

async fn two_who_follow_at_once_both_do(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (one, other) = tokio::join!(
        world.agent.call(Method::PUT, &watchers(&ticket, "me")),
        world.colleague.call(Method::PUT, &watchers(&ticket, "me")),
    );
    one.ok(200);
    other.ok(200);
    assert_eq!(world.admin.read(&ticket).await["ticket"]["watchers"].as_array().unwrap().len(), 2);
}
