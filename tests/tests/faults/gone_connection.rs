//! A device that went away without a word.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use stack::Queue;
use tests::{Person, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_push_to_a_gone_connection_forgets_it_and_serves_the_others,
        a_push_while_a_connection_is_opened_leaves_it_alone,
    ]
}

async fn a_push_to_a_gone_connection_forgets_it_and_serves_the_others(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let before = connections(&world, &person.id).await;
    assert_eq!(before, [] as [String; 0]);

    // The gateway loses this connection and tells nobody, which is what a missed `$disconnect` looks like.
    let mut records = lost_connection(&world, &person).await;
    let opened = records.iter_mut().find(|record| record["kind"]["S"] == "CONNECTION").unwrap();
    let end: i64 = opened["expiresAt"]["N"].as_str().unwrap().parse().unwrap();
    opened["expiresAt"] = json!({"N": (end - 60).to_string()});
    write(&world, records).await;
    assert_eq!(connections(&world, &person.id).await.len(), 1);
    let here = person.connect().await;

    let word = world.unique("word");
    world.agent.comment(&ticket, &word).await.ok(201);
    here.wait_for("comment:added", |data| data.to_string().contains(&word)).await;
    eventually("the gone connection to be forgotten", Duration::from_secs(20), || async {
        (connections(&world, &person.id).await.len() == 1).then_some(())
    })
    .await;
    world.quiet().await;
    assert_eq!(here.heard_of("comment:added").len(), 1);
    assert_eq!(world.stack().queue_depth(Queue::LiveDeadLetters).await.unwrap().visible, 0);
}

async fn a_push_while_a_connection_is_opened_leaves_it_alone(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    // Its records are there, and the gateway does not know it yet.
    let records = lost_connection(&world, &person).await;
    write(&world, records).await;
    world.agent.comment(&ticket, "Are you there?").await.ok(201);
    world.quiet().await;
    assert_eq!(connections(&world, &person.id).await.len(), 1);
    assert_eq!(world.stack().queue_depth(Queue::LiveDeadLetters).await.unwrap().visible, 0);
}

/// The records of a connection that the gateway no longer knows; they are gone from the table.
async fn lost_connection(world: &World, person: &Person) -> Vec<Value> {
    let left = person.connect().await;
    let records = records(world, &person.id).await;
    left.cut();
    eventually("the gateway to notice", Duration::from_secs(20), || async {
        connections(world, &person.id).await.is_empty().then_some(())
    })
    .await;
    records
}

async fn write(world: &World, records: Vec<Value>) {
    for record in records {
        let put = json!({"TableName": world.stack().table(), "Item": record});
        world.stack().aws("dynamodb", "put_item", put).await.unwrap();
    }
}

/// The records of a person's connections and of the rooms that they are in, as the table holds them.
async fn records(world: &World, user: &str) -> Vec<Value> {
    let is_connection = |kind: &Value| kind["S"] == "CONNECTION" || kind["S"] == "ROOM_MEMBER";
    let mut found = Vec::new();
    let mut scan = json!({"TableName": world.stack().table()});
    loop {
        let page = world.stack().aws("dynamodb", "scan", scan.clone()).await.unwrap();
        let items = page["Items"].as_array().unwrap().iter();
        found.extend(
            items.filter(|item| is_connection(&item["kind"]) && item.to_string().contains(user)).cloned(),
        );
        // A page holds 1 MB, and other tests leave more than that.
        match page.get("LastEvaluatedKey") {
            Some(key) => scan["ExclusiveStartKey"] = key.clone(),
            None => return found,
        }
    }
}

/// The ids of a person's connections that the product knows.
async fn connections(world: &World, user: &str) -> Vec<String> {
    let records = records(world, user).await;
    let known = records.iter().filter(|item| item["kind"]["S"] == "CONNECTION");
    known.map(|item| item["id"]["S"].as_str().unwrap().to_owned()).collect()
}
