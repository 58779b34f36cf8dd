//! `POST /api/tickets/{id}/assign`

use std::sync::Arc;

use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_ticket_is_given_to_somebody_to_me_and_to_nobody,
        only_active_staff_can_be_given_a_ticket,
        an_assignment_needs_the_present_version,
        who_a_ticket_is_assigned_to_may_work_on_it_from_any_team,
    ]
}

async fn a_ticket_is_given_to_somebody_to_me_and_to_nobody(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let given = world.agent.assign(&ticket, json!(world.colleague.id)).await.ok(200);
    assert_eq!(given["assignee"], json!({"id": world.colleague.id, "name": world.colleague.name}));
    let taken = world.agent.assign(&given, json!("me")).await.ok(200);
    assert_eq!(taken["assignee"]["id"], world.agent.id);
    let again = world.agent.assign(&taken, json!("me")).await.ok(200);
    assert_eq!(again["version"], taken["version"], "it was so already");
    let left = world.agent.assign(&taken, json!(null)).await.ok(200);
    assert!(left["assignee"].is_null());
    assert_eq!(left["version"], 4);
}

async fn only_active_staff_can_be_given_a_ticket(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let gone = world.person("AGENT", &[&world.it]).await;
    world
        .admin
        .patch(&format!("/api/users/{}", gone.id), json!({"isActive": false}))
        .if_match(&json!(1))
        .await
        .ok(200);
    let nobody = "usr_01990000000070008000000000000001";
    for assignee in [&world.stranger.id, &world.requester.id, &gone.id, nobody, "", "you", "team_1"] {
        world.agent.assign(&ticket, json!(assignee)).await.names(422, "validation", "assigneeId");
    }
    let path = format!("/api/tickets/{}/assign", ticket["id"].as_str().unwrap());
    let bare = world.agent.post(&path, json!({})).if_match(&json!(1)).await;
    bare.names(422, "validation", "assigneeId");
    assert_eq!(world.agent.read(&ticket).await["ticket"]["version"], 1);
}

async fn an_assignment_needs_the_present_version(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let now = world.agent.assign(&ticket, json!("me")).await.ok(200);
    let refused = world.colleague.assign(&ticket, json!("me")).await;
    assert_eq!(refused.problem(412, "stale")["current"]["assignee"], now["assignee"]);
    let path = format!("/api/tickets/{}/assign", ticket["id"].as_str().unwrap());
    world.agent.post(&path, json!({"assigneeId": "me"})).await.problem(428, "version-missing");
}

async fn who_a_ticket_is_assigned_to_may_work_on_it_from_any_team(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let given = world.agent.assign(&ticket, json!(world.outsider.id)).await.ok(200);
    let begun = world.outsider.change(&given, json!({"status": "IN_PROGRESS"})).await.ok(200);
    world.outsider.note(&begun, "looking").await.ok(201);
    world.outsider.assign(&begun, json!(null)).await.ok(200);
    let path = format!("/api/tickets/{}", ticket["id"].as_str().unwrap());
    world.outsider.get(&path).await.problem(404, "not-found");
}
