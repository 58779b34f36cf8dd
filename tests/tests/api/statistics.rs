//! `/api/teams/{id}/stats`

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![a_teams_figures_follow_its_work, figures_are_for_admins_and_the_teams_managers,]
}

fn path(team: &str) -> String {
    format!("/api/teams/{team}/stats")
}

fn count_of(list: &Value, name: &str, key: &Value) -> u64 {
    let entries = list.as_array().unwrap();
    entries.iter().find(|entry| entry[name] == *key).map_or(0, |entry| entry["count"].as_u64().unwrap())
}

async fn a_teams_figures_follow_its_work(world: Arc<World>) {
    let (team, other) = (world.team().await, world.team().await);
    let agent = world.person("AGENT", &[&team, &other]).await;
    let mut tickets = Vec::new();
    for _ in 0..4 {
        tickets.push(world.raise_in(&world.requester, &team).await);
    }
    // One is worked on, one solved and taken up again, one solved, one moved away, where it is deleted and restored.
    agent.assign(&tickets[0], json!("me")).await.ok(200);
    for ticket in &tickets[1..3] {
        let begun = agent.change(ticket, json!({"status": "IN_PROGRESS", "priority": "HIGH"})).await.ok(200);
        agent.change(&begun, json!({"status": "RESOLVED"})).await.ok(200);
    }
    world.requester.comment(&tickets[1], "not yet").await.ok(201);
    agent.change(&tickets[3], json!({"teamId": other})).await.ok(200);
    let moved = format!("/api/tickets/{}", tickets[3]["id"].as_str().unwrap());
    world.admin.delete(&moved).await.ok(204);
    world.admin.post(&format!("{moved}/restore"), json!({})).await.ok(200);
    let task = json!({"title": "Tidy up", "teamId": team, "assigneeId": agent.id});
    agent.post("/api/tasks", task).await.ok(201);

    let figures = eventually("everything is counted", Duration::from_secs(20), || async {
        let figures = world.admin.get(&path(&team)).await.ok(200);
        let counted = figures["tickets"]["created"] == 4
            && figures["tickets"]["active"] == 2
            && figures["tickets"]["reopened"] == 1
            && figures["tasks"]["active"] == 1;
        counted.then_some(figures)
    })
    .await;
    let of = &figures["tickets"];
    assert_eq!(count_of(&of["byStatus"], "status", &json!("OPEN")), 1);
    assert_eq!(count_of(&of["byStatus"], "status", &json!("IN_PROGRESS")), 1);
    assert_eq!(count_of(&of["byPriority"], "priority", &json!("HIGH")), 1);
    assert_eq!(count_of(&of["byAssignee"], "assigneeId", &json!(agent.id)), 1);
    assert_eq!((&of["unassigned"], &of["completed"]), (&json!(1), &json!(2)));
    assert_eq!(of["meanCompletionMinutes"], json!(0));
    assert_eq!(figures["days"][0]["ticketsCreated"], json!(4));
    assert_eq!(figures["days"][0]["tasksCreated"], json!(1));
    eventually("the other team has the ticket", Duration::from_secs(20), || async {
        let figures = world.admin.get(&path(&other)).await.ok(200);
        (figures["tickets"]["active"] == 1 && figures["tickets"]["unassigned"] == 1).then_some(())
    })
    .await;
}

async fn figures_are_for_admins_and_the_teams_managers(world: Arc<World>) {
    let of = path(&world.it);
    world.admin.get(&of).await.ok(200);
    world.manager.get(&format!("{of}?days=7")).await.ok(200);
    for person in [&world.agent, &world.outsider, &world.requester] {
        person.get(&of).await.problem(403, "forbidden");
    }
    world.manager.get(&path(&world.courses)).await.problem(403, "forbidden");
    let nowhere = "team_01990000000070008000000000000001";
    world.admin.get(&path(nowhere)).await.problem(404, "not-found");
    for days in ["0", "91", "x"] {
        world.admin.get(&format!("{of}?days={days}")).await.names(400, "malformed", "days");
    }
    world.admin.get(&path("it")).await.names(400, "malformed", "id");
}
