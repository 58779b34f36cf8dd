//! What people did, and what was done to a team's work.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        what_a_person_did_is_told_to_who_handles_it,
        a_teams_work_is_told_newest_first,
        a_requester_reads_their_own_deeds_and_nobody_elses,
        everybody_reads_what_they_may_know_of,
        feeds_of_several_sources_tell_each_entry_once,
        a_feed_is_sifted,
        what_is_asked_wrongly_of_a_feed_is_named,
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

const ALL: &str = "/api/dashboard/activity";

/// What was done to this item, as somebody's feed tells it.
async fn told(person: &Person, query: &str, item: &Value) -> Vec<String> {
    let entries = person.pages(&format!("{ALL}?{query}"), 100).await;
    let of_item = entries.iter().filter(|entry| entry["item"]["id"] == item["id"]);
    of_item.map(|entry| entry["action"].as_str().unwrap().to_owned()).collect()
}

async fn everybody_reads_what_they_may_know_of(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let requester = world.person("USER", &[]).await;
    let ticket = world.raise_in(&requester, &team).await;
    agent.note(&ticket, "Only for us").await.ok(201);
    let ticket = agent.change(&ticket, json!({"tags": ["lamp"]})).await.ok(200);
    let ticket = agent.change(&ticket, json!({"priority": "HIGH", "tags": []})).await.ok(200);
    agent.comment(&ticket, "For all").await.ok(201);
    let whole = ["COMMENTED", "UPDATED", "UPDATED", "COMMENTED", "CREATED"];
    assert_eq!(told(&agent, "", &ticket).await, whole);
    assert_eq!(told(&world.admin, "", &ticket).await, whole);
    assert_eq!(told(&requester, "", &ticket).await, ["COMMENTED", "UPDATED", "CREATED"]);
    let entries = requester.pages(ALL, 100).await;
    assert!(!json!(entries).to_string().contains("lamp"), "{entries:?}");
    for person in [&world.outsider, &world.stranger] {
        assert!(told(person, "", &ticket).await.is_empty(), "{}", person.name);
        assert!(told(person, &format!("userId={}", agent.id), &ticket).await.is_empty());
        assert!(told(person, &format!("teamId={team}"), &ticket).await.is_empty());
    }
    // A ticket that staff raised elsewhere is theirs to follow, as it is a requester's.
    let raised = world.raise_in(&world.outsider, &team).await;
    agent.comment(&raised, "We look at it").await.ok(201);
    agent.note(&raised, "Again").await.ok(201);
    assert_eq!(told(&world.outsider, "", &raised).await, ["COMMENTED", "CREATED"]);
    world.api.call(reqwest::Method::GET, ALL).await.problem(401, "unauthenticated");
}

async fn feeds_of_several_sources_tell_each_entry_once(world: Arc<World>) {
    let (one, other) = (world.team().await, world.team().await);
    let agent = world.person("AGENT", &[&one, &other]).await;
    for team in [&one, &other, &one] {
        let ticket = world.raise_in(&agent, team).await;
        world.admin.comment(&ticket, "Seen").await.ok(201);
    }
    let entries = agent.pages(ALL, 100).await;
    assert_eq!(
        actions(&entries),
        ["COMMENTED", "CREATED", "COMMENTED", "CREATED", "COMMENTED", "CREATED"],
        "own deeds to the own teams' work stand in two feeds"
    );
    for limit in [1, 2, 3] {
        assert_eq!(agent.pages(ALL, limit).await, entries, "by {limit}");
    }
}

async fn a_feed_is_sifted(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let colleague = world.person("AGENT", &[&team]).await;
    let ticket = world.raise_in(&agent, &team).await;
    let task = agent.post("/api/tasks", json!({"title": "Look", "teamId": team})).await.ok(201);
    colleague.comment(&ticket, "Seen").await.ok(201);
    let ticket = colleague.assign(&ticket, json!("me")).await.ok(200);
    let read = async |feed: &str| actions(&agent.pages(feed, 2).await).join(" ");
    for feed in [ALL.to_owned(), format!("/api/teams/{team}/activity")] {
        assert_eq!(read(&feed).await, "ASSIGNED COMMENTED CREATED CREATED");
        assert_eq!(read(&format!("{feed}?group=COMMENTED")).await, "COMMENTED");
        assert_eq!(read(&format!("{feed}?group=CREATED&itemType=TASK")).await, "CREATED");
    }
    assert_eq!(read(&format!("{ALL}?userId={}", colleague.id)).await, "ASSIGNED COMMENTED");
    assert_eq!(read(&format!("{ALL}?userId={}&group=ASSIGNED", colleague.id)).await, "ASSIGNED");
    let of_colleague = format!("/api/users/{}/activity?itemType=TICKET&group=ASSIGNED", colleague.id);
    assert_eq!(read(&of_colleague).await, "ASSIGNED");
    assert_eq!(read(&format!("{ALL}?teamId={team}&userId={}", agent.id)).await, "CREATED CREATED");
    let by_admin = told(&world.admin, &format!("teamId={team}&itemType=TASK"), &task).await;
    assert_eq!(by_admin, ["CREATED"]);
    assert!(told(&world.requester, &format!("userId={}", colleague.id), &ticket).await.is_empty());
}

async fn what_is_asked_wrongly_of_a_feed_is_named(world: Arc<World>) {
    for (query, field) in [
        ("group=FLYING", "group"),
        ("itemType=PROJECT", "itemType"),
        ("userId=x", "userId"),
        ("teamId=usr_01990000000070008000000000000001", "teamId"),
        ("limit=101", "limit"),
        ("cursor=x", "cursor"),
        ("color=red", "color"),
    ] {
        world.agent.get(&format!("{ALL}?{query}")).await.names(400, "malformed", field);
    }
}
