//! The same record of the stream, and the same message of a queue, delivered twice.

use std::sync::Arc;

use serde_json::{Value, json};
use stack::Queue;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![a_record_that_comes_twice_is_told_once]
}

async fn a_record_that_comes_twice_is_told_once(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let socket = person.connect().await;
    let ticket = world.raise(&person).await;
    let ticket = world.agent.assign(&ticket, json!("me")).await.ok(200);
    let ticket = world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    let word = world.unique("once");
    world.agent.comment(&ticket, &word).await.ok(201);
    socket.wait_for("comment:added", |data| data.to_string().contains(&word)).await;
    world.mail_to(&person, &word).await;
    world.quiet().await;
    let before = (socket.heard(), world.mails().await.len(), notifications(&person).await);
    let told: u64 = before.2.iter().map(|notification| notification["count"].as_u64().unwrap()).sum();
    assert_eq!(told, 3, "{:#?}", before.2);

    let records = world.stack().redeliver(4).await.unwrap();
    assert_eq!(records, 4);
    world.quiet().await;
    assert_eq!(socket.heard(), before.0);
    assert_eq!(world.mails().await.len(), before.1);
    assert_eq!(notifications(&person).await, before.2);
    assert_eq!(world.stack().queue_depth(Queue::DispatcherFailures).await.unwrap().visible, 0);
}

async fn notifications(person: &tests::Person) -> Vec<Value> {
    person.pages("/api/notifications", 100).await
}
