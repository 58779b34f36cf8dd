//! `GET /api/tickets/{id}/activity`

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![each_change_is_recorded_with_who_and_what, activity_is_not_for_requesters]
}

async fn each_change_is_recorded_with_who_and_what(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let ticket = world.agent.assign(&ticket, json!("me")).await.ok(200);
    let ticket =
        world.agent.change(&ticket, json!({"status": "IN_PROGRESS", "priority": "HIGH"})).await.ok(200);
    let comment = world.requester.comment(&ticket, "thanks").await.ok(201);
    let path = format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap());
    let listed = world.agent.pages(&path, 1).await;
    assert_eq!(listed, world.agent.pages(&path, 100).await);
    let told: Vec<(&Value, &Value)> =
        listed.iter().map(|entry| (&entry["action"], &entry["actor"]["id"])).collect();
    let (requester, agent) = (json!(world.requester.id), json!(world.agent.id));
    assert_eq!(
        told,
        [
            (&json!("COMMENTED"), &requester),
            (&json!("UPDATED"), &agent),
            (&json!("ASSIGNED"), &agent),
            (&json!("CREATED"), &requester),
        ]
    );
    assert_eq!(listed[0]["commentId"], comment["id"]);
    assert_eq!(
        listed[1]["changes"],
        json!([
            {"field": "status", "before": "OPEN", "after": "IN_PROGRESS"},
            {"field": "priority", "before": "MEDIUM", "after": "HIGH"},
        ])
    );
    assert_eq!(listed[2]["changes"][0]["after"]["id"], world.agent.id);
    assert!(listed[2]["changes"][0]["before"].is_null());
}

async fn activity_is_not_for_requesters(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let path = format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap());
    world.requester.get(&path).await.problem(403, "forbidden");
    world.stranger.get(&path).await.problem(404, "not-found");
}
