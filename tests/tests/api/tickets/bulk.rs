//! Changing many at once.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        each_item_gets_a_result_of_its_own,
        fields_tags_and_assignee_change_together,
        two_hundred_are_changed_in_one_request,
        what_is_no_bulk_change_is_refused_whole,
        only_an_admin_deletes_in_bulk,
    ]
}

fn bulk(ids: &[&Value], change: Value) -> Value {
    json!({"ids": ids, "change": change})
}

async fn each_item_gets_a_result_of_its_own(world: Arc<World>) {
    let own = world.raise(&world.requester).await;
    let foreign = world.raise_in(&world.requester, &world.courses).await;
    let cancelled = world.raise(&world.requester).await;
    world.agent.change(&cancelled, json!({"status": "CANCELLED"})).await.ok(200);
    let nothing = json!("wi_01990000000070008000000000000001");
    let ids = [&own["id"], &foreign["id"], &cancelled["id"], &nothing];
    let answer =
        world.agent.post("/api/tickets/bulk", bulk(&ids, json!({"status": "IN_PROGRESS"}))).await.ok(200);
    assert_eq!((&answer["done"], &answer["failed"]), (&json!(1), &json!(3)));
    let items = answer["items"].as_array().unwrap();
    assert!(items.iter().zip(ids).all(|(item, id)| item["id"] == *id), "in the order of the request");
    assert_eq!((&items[0]["version"], &items[0]["problem"]), (&json!(2), &json!(null)));
    let code = |position: usize| items[position]["problem"]["code"].as_str().unwrap();
    assert_eq!([code(1), code(2), code(3)], ["not-found", "status-refused", "not-found"]);
    assert_eq!(world.agent.read(&own).await["ticket"]["status"], "IN_PROGRESS");
}

async fn fields_tags_and_assignee_change_together(world: Arc<World>) {
    let one = world.raise(&world.requester).await;
    let one = world.agent.change(&one, json!({"tags": ["old", "kept"]})).await.ok(200);
    let change = json!({
        "priority": "HIGH", "assigneeId": "me", "addTags": ["New"], "removeTags": ["old"],
    });
    let answer = world.agent.post("/api/tickets/bulk", bulk(&[&one["id"]], change)).await.ok(200);
    assert_eq!(answer["items"][0]["problem"], json!(null), "{answer}");
    let now = &world.agent.read(&one).await["ticket"];
    assert_eq!((&now["priority"], &now["tags"]), (&json!("HIGH"), &json!(["kept", "new"])));
    assert_eq!(now["assignee"]["id"], world.agent.id);
    assert_eq!(now["version"], answer["items"][0]["version"]);
    let path = format!("/api/tickets/{}/activity", one["id"].as_str().unwrap());
    let history = world.agent.pages(&path, 10).await;
    let mut actions: Vec<&str> =
        history.iter().take(2).map(|entry| entry["action"].as_str().unwrap()).collect();
    actions.sort_unstable();
    assert_eq!(actions, ["ASSIGNED", "UPDATED"]);
    let nobody = bulk(&[&one["id"]], json!({"assigneeId": null}));
    world.agent.post("/api/tickets/bulk", nobody).await.ok(200);
    assert_eq!(world.agent.read(&one).await["ticket"]["assignee"], json!(null));
}

async fn two_hundred_are_changed_in_one_request(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let raised = futures::future::join_all((0..200).map(|_| world.raise_in(&agent, &team))).await;
    let ids: Vec<&Value> = raised.iter().map(|ticket| &ticket["id"]).collect();
    let answer = agent.post("/api/tickets/bulk", bulk(&ids, json!({"priority": "CRITICAL"}))).await.ok(200);
    assert_eq!((&answer["done"], &answer["failed"]), (&json!(200), &json!(0)));
    let listed = agent.pages(&format!("/api/tickets?teamId={team}&priority=CRITICAL"), 100).await;
    assert_eq!(listed.len(), 200);
}

async fn what_is_no_bulk_change_is_refused_whole(world: Arc<World>) {
    let one = world.raise(&world.requester).await;
    let id = &one["id"];
    let many: Vec<Value> = (0..201).map(|_| id.clone()).collect();
    let priority = json!({"priority": "LOW"});
    for (body, field) in [
        (bulk(&[], priority.clone()), "ids"),
        (json!({"ids": many, "change": priority}), "ids"),
        (bulk(&[id, id], json!({"priority": "LOW"})), "ids[1]"),
        (bulk(&[id], json!({})), "change"),
        (bulk(&[id], json!({"priority": "LOW", "delete": true})), "change"),
        (bulk(&[id], json!({"status": "GONE"})), "change.status"),
        (bulk(&[id], json!({"addTags": ["a b", "\u{0}"]})), "addTags[1]"),
        (bulk(&[id], json!({"assigneeId": "x"})), "assigneeId"),
        (bulk(&[id], json!({"title": "All the same"})), "change.title"),
    ] {
        world.agent.post("/api/tickets/bulk", body).await.names(422, "validation", field);
    }
    assert_eq!(world.agent.read(&one).await["ticket"]["version"], 1);
    let answer =
        world.requester.post("/api/tickets/bulk", bulk(&[id], json!({"priority": "LOW"}))).await.ok(200);
    assert_eq!(answer["items"][0]["problem"]["code"], "forbidden");
}

async fn only_an_admin_deletes_in_bulk(world: Arc<World>) {
    let (one, other) = (world.raise(&world.requester).await, world.raise(&world.requester).await);
    let body = || bulk(&[&one["id"], &other["id"]], json!({"delete": true}));
    for person in [&world.manager, &world.agent, &world.requester] {
        person.post("/api/tickets/bulk", body()).await.problem(403, "forbidden");
    }
    assert_eq!(world.admin.post("/api/tickets/bulk", body()).await.ok(200)["done"], 2);
    let path = format!("/api/tickets/{}", one["id"].as_str().unwrap());
    world.agent.get(&path).await.problem(404, "not-found");
}
