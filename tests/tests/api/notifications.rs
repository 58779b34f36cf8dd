//! `/api/notifications`

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Person, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_person_is_told_of_what_others_do_and_not_of_what_they_do_themselves,
        a_notification_is_marked_as_read_by_its_owner_alone,
        all_are_marked_as_read_at_once,
        notifications_are_listed_newest_first_each_once,
        unread_ones_are_counted_and_removed_ones_are_gone,
        nobody_removes_what_is_told_to_another,
    ]
}

/// Waits until the person has so many.
async fn have(person: &Person, count: usize) -> Vec<Value> {
    let what = format!("{count} notifications of {}", person.name);
    eventually(&what, Duration::from_secs(30), || async {
        let all = person.pages("/api/notifications", 100).await;
        (all.len() >= count).then_some(all)
    })
    .await
}

async fn a_person_is_told_of_what_others_do_and_not_of_what_they_do_themselves(world: Arc<World>) {
    let (requester, agent) = (world.person("USER", &[]).await, world.person("AGENT", &[&world.it]).await);
    let ticket = world.raise(&requester).await;
    let ticket = world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    let ticket = agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    agent.comment(&ticket, "On my way").await.ok(201);
    requester.comment(&ticket, "Thank you").await.ok(201);
    let kinds =
        |all: &[Value]| all.iter().map(|it| it["type"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let to_agent = have(&agent, 2).await;
    assert_eq!(kinds(&to_agent), ["COMMENT_ADDED", "TICKET_ASSIGNED"]);
    // What follows within the window is told by the same notification.
    let to_requester = eventually("what the requester is told", Duration::from_secs(30), || async {
        let all = requester.pages("/api/notifications", 100).await;
        let told: u64 = all.iter().map(|it| it["count"].as_u64().unwrap()).sum();
        (told == 3).then_some(all)
    })
    .await;
    let mut told = kinds(&to_requester);
    told.dedup();
    assert_eq!(told, ["COMMENT_ADDED", "TICKET_UPDATED"]);
    for notification in to_agent.iter().chain(&to_requester) {
        assert_eq!(notification["workItemId"], ticket["id"]);
        assert_eq!(notification["isRead"], false);
        assert_eq!(notification["link"], format!("/tickets/{}", ticket["id"].as_str().unwrap()));
        let number = ticket["ticketNumber"].as_str().unwrap();
        assert!(notification["title"].as_str().unwrap().contains(number), "{notification}");
    }
}

async fn a_notification_is_marked_as_read_by_its_owner_alone(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    world.agent.comment(&ticket, "Hello").await.ok(201);
    let told = have(&person, 1).await;
    let path = format!("/api/notifications/{}/read", told[0]["id"].as_str().unwrap());
    world.stranger.patch(&path, Value::Null).await.problem(404, "not-found");
    assert_eq!(have(&person, 1).await[0]["isRead"], false);
    for _ in 0..2 {
        person.patch(&path, Value::Null).await.ok(204);
    }
    assert_eq!(have(&person, 1).await[0]["isRead"], true);
    person.patch("/api/notifications/1/read", Value::Null).await.names(400, "malformed", "id");
}

async fn all_are_marked_as_read_at_once(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    for number in 0..3 {
        let ticket = world.raise(&person).await;
        world.agent.comment(&ticket, &format!("word {number}")).await.ok(201);
    }
    have(&person, 3).await;
    person.patch("/api/notifications/read-all", Value::Null).await.ok(204);
    assert!(have(&person, 3).await.iter().all(|notification| notification["isRead"] == true));
}

async fn notifications_are_listed_newest_first_each_once(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    for number in 0..4 {
        let ticket = world.raise(&person).await;
        world.agent.comment(&ticket, &format!("word {number}")).await.ok(201);
    }
    let whole = have(&person, 4).await;
    let times: Vec<&str> =
        whole.iter().map(|notification| notification["createdAt"].as_str().unwrap()).collect();
    assert!(times.is_sorted_by(|one, next| one >= next), "{times:?}");
    assert_eq!(person.pages("/api/notifications", 3).await, whole);
}

async fn unread_ones_are_counted_and_removed_ones_are_gone(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    for _ in 0..3 {
        let ticket = world.raise(&world.requester).await;
        world.agent.assign(&ticket, serde_json::json!(agent.id)).await.ok(200);
    }
    let told = tests::eventually("three notifications", std::time::Duration::from_secs(20), || async {
        Some(agent.pages("/api/notifications", 10).await).filter(|told| told.len() == 3)
    })
    .await;
    let count = || async { agent.get("/api/notifications/unread-count").await.ok(200) };
    assert_eq!(count().await, serde_json::json!({"count": 3, "isMore": false}));
    let path = |position: usize| format!("/api/notifications/{}", told[position]["id"].as_str().unwrap());
    agent.patch(&format!("{}/read", path(0)), serde_json::json!({})).await.ok(204);
    agent.delete(&path(1)).await.ok(204);
    agent.delete(&path(1)).await.ok(204);
    assert_eq!(count().await["count"], 1);
    assert_eq!(agent.pages("/api/notifications", 10).await.len(), 2);
}

async fn nobody_removes_what_is_told_to_another(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let ticket = world.raise(&world.requester).await;
    world.agent.assign(&ticket, serde_json::json!(agent.id)).await.ok(200);
    let told = tests::eventually("a notification", std::time::Duration::from_secs(20), || async {
        agent.pages("/api/notifications", 10).await.into_iter().next()
    })
    .await;
    let path = format!("/api/notifications/{}", told["id"].as_str().unwrap());
    world.agent.delete(&path).await.ok(204);
    assert_eq!(agent.pages("/api/notifications", 10).await.len(), 1);
    agent.delete("/api/notifications/1").await.names(400, "malformed", "id");
}
