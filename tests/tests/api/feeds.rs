//! What people did, and what was done to a team's work.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        what_a_person_did_is_told_to_who_handles_it,
        a_teams_work_is_told_newest_first,
        a_requester_reads_their_own_deeds_and_nobody_elses,
    ]
}

/// What was done, but for the making of the account, which these people did themselves.
fn actions(entries: &[Value]) -> Vec<&str> {
    let all = entries.iter().map(|entry| entry["action"].as_str().unwrap());
    all.filter(|action| *action != "USER_CREATED").collect()
}

async fn what_a_person_did_is_told_to_who_handles_it(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team, &world.courses]).await;
    let colleague = world.person("AGENT", &[&team]).await;
    let ticket = world.raise_in(&agent, &team).await;
    agent.note(&ticket, "Only for us").await.ok(201);
    let elsewhere = world.raise_in(&agent, &world.courses).await;
    let feed = format!("/api/users/{}/activity", agent.id);
    let own = agent.pages(&feed, 2).await;
    assert_eq!(actions(&own), ["CREATED", "COMMENTED", "CREATED"]);
    assert_eq!(own[0]["item"]["number"], elsewhere["number"]);
    assert_eq!((&own[2]["item"]["id"], &own[2]["title"]), (&ticket["id"], &ticket["title"]));
    let seen = colleague.pages(&feed, 1).await;
    assert_eq!(actions(&seen), ["COMMENTED", "CREATED"], "nothing of the other team's ticket");
    assert_eq!(world.admin.pages(&feed, 100).await, own);
    world
        .admin
        .get("/api/users/usr_01990000000070008000000000000001/activity")
        .await
        .problem(404, "not-found");
    agent.get("/api/users/x/activity").await.names(400, "malformed", "id");
}

async fn a_teams_work_is_told_newest_first(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let ticket = world.raise_in(&world.requester, &team).await;
    agent.change(&ticket, json!({"priority": "HIGH"})).await.ok(200);
    let feed = format!("/api/teams/{team}/activity");
    let told = agent.pages(&feed, 1).await;
    assert_eq!(actions(&told), ["UPDATED", "CREATED"]);
    assert_eq!(told[0]["changes"][0]["field"], "priority");
    assert!(world.outsider.pages(&feed, 10).await.is_empty(), "who does not handle it is told nothing");
    world.requester.get(&feed).await.problem(403, "forbidden");
    world
        .agent
        .get("/api/teams/team_01990000000070008000000000000001/activity")
        .await
        .problem(404, "not-found");
}

async fn a_requester_reads_their_own_deeds_and_nobody_elses(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    person.comment(&ticket, "Please").await.ok(201);
    let own = person.pages(&format!("/api/users/{}/activity", person.id), 10).await;
    assert_eq!(actions(&own), ["COMMENTED", "CREATED"]);
    person.get(&format!("/api/users/{}/activity", world.agent.id)).await.problem(403, "forbidden");
}
