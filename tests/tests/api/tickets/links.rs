//! Links between items.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_link_stands_at_both_ends_and_goes_from_both,
        a_link_needs_the_right_to_change_both_ends,
        what_is_no_link_is_refused,
        a_closed_ticket_is_taken_up_again_in_a_linked_one,
        a_comment_becomes_a_ticket_of_who_wrote_it,
        a_follow_up_and_a_split_asked_for_twice_happen_once,
    ]
}

fn path(item: &Value) -> String {
    format!("/api/tickets/{}", item["id"].as_str().unwrap())
}

async fn a_link_stands_at_both_ends_and_goes_from_both(world: Arc<World>) {
    let (one, other) = (world.raise(&world.requester).await, world.raise(&world.requester).await);
    let body = json!({"kind": "BLOCKS", "item": other["number"]});
    let linked = world.agent.post(&format!("{}/links", path(&one)), body.clone()).await.ok(200);
    let name = |item: &Value| json!({"id": item["id"], "type": "TICKET", "number": item["number"]});
    assert_eq!(linked["links"], json!([{"kind": "BLOCKS", "item": name(&other)}]));
    let reverse = &world.agent.read(&other).await["ticket"];
    assert_eq!(reverse["links"], json!([{"kind": "BLOCKED_BY", "item": name(&one)}]));
    assert_eq!(reverse["version"], 2);
    let again = world.agent.post(&format!("{}/links", path(&one)), body).await.ok(200);
    assert_eq!(again["version"], linked["version"]);
    let gone = world.agent.delete(&format!("{}/links/{}", path(&other), one["id"].as_str().unwrap()));
    assert_eq!(gone.await.ok(200)["links"], json!([]));
    assert_eq!(world.agent.read(&one).await["ticket"]["links"], json!([]));
    let history = world.agent.pages(&format!("{}/activity", path(&one)), 10).await;
    let actions: Vec<&str> = history.iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["LINKS_CHANGED", "LINKS_CHANGED", "CREATED"]);
}

async fn a_link_needs_the_right_to_change_both_ends(world: Arc<World>) {
    let own = world.raise(&world.requester).await;
    let foreign = world.raise_in(&world.requester, &world.courses).await;
    let link = |item: &Value| json!({"kind": "RELATES_TO", "item": item["id"]});
    let links = format!("{}/links", path(&own));
    world.agent.post(&links, link(&foreign)).await.names(422, "validation", "item");
    world.requester.post(&links, link(&foreign)).await.problem(403, "forbidden");
    world.admin.post(&links, link(&foreign)).await.ok(200);
}

async fn what_is_no_link_is_refused(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let links = format!("{}/links", path(&ticket));
    let nothing = "wi_01990000000070008000000000000001";
    for (body, field) in [
        (json!({"kind": "BLOCKS", "item": ticket["id"]}), "item"),
        (json!({"kind": "BLOCKS", "item": nothing}), "item"),
        (json!({"kind": "BLOCKS", "item": "nonsense"}), "item"),
        (json!({"kind": "MERGED_INTO", "item": nothing}), "kind"),
        (json!({"kind": "LIKES", "item": nothing}), "kind"),
        (json!({"kind": "BLOCKS"}), "item"),
    ] {
        world.agent.post(&links, body).await.names(422, "validation", field);
    }
}

async fn a_closed_ticket_is_taken_up_again_in_a_linked_one(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let again = || {
        let body = json!({"description": "<p>It is back.</p>"});
        world.requester.post(&format!("{}/follow-up", path(&ticket)), body)
    };
    again().await.problem(409, "conflict");
    world.requester.change(&ticket, json!({"status": "CLOSED"})).await.ok(200);
    assert_eq!(world.requester.read(&ticket).await["ticket"]["canFollowUp"], true);
    let new = again().await;
    assert!(new.header("location").starts_with("/api/tickets/wi_"), "{}", new.header("location"));
    let new = new.ok(201);
    assert_eq!((&new["title"], &new["teamId"]), (&ticket["title"], &ticket["teamId"]));
    assert_eq!(new["creator"]["id"], world.requester.id);
    let seen = &world.agent.read(&new).await["ticket"];
    assert_eq!(seen["links"][0]["kind"], "FOLLOWS_UP");
    assert_eq!(seen["links"][0]["item"]["number"], ticket["number"]);
    assert_eq!(world.agent.read(&ticket).await["ticket"]["links"][0]["kind"], "FOLLOWED_UP_BY");
    let unlinked = world.agent.delete(&format!("{}/links/{}", path(&new), ticket["id"].as_str().unwrap()));
    assert_eq!(unlinked.await.ok(200)["links"].as_array().unwrap().len(), 1, "what happened stays");
}

async fn a_comment_becomes_a_ticket_of_who_wrote_it(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let comment = world.requester.comment(&ticket, "The printer is broken too").await.ok(201);
    let split = |id: &Value| {
        let path = format!("/api/comments/{}/split", id.as_str().unwrap());
        world.agent.post(&path, json!({"title": "The printer"}))
    };
    let new = split(&comment["id"]).await.ok(201);
    assert_eq!(new["creator"]["id"], world.requester.id);
    assert!(new["description"].as_str().unwrap().contains("The printer is broken too"));
    assert_eq!(world.agent.read(&new).await["ticket"]["links"][0]["kind"], "SPLIT_FROM");
    assert_eq!(world.agent.read(&ticket).await["comments"]["items"].as_array().unwrap().len(), 1);
    let note = world.agent.note(&ticket, "Only for us").await.ok(201);
    split(&note["id"]).await.problem(409, "conflict");
    split(&json!("cmt_01990000000070008000000000000001")).await.problem(404, "not-found");
}

async fn a_follow_up_and_a_split_asked_for_twice_happen_once(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let comment = world.requester.comment(&ticket, "And another thing").await.ok(201);
    let closed = world.requester.change(&ticket, json!({"status": "CLOSED"})).await.ok(200);
    let follow_up = format!("{}/follow-up", path(&closed));
    let split = format!("/api/comments/{}/split", comment["id"].as_str().unwrap());
    for (path, body) in
        [(follow_up, json!({"description": "<p>Again</p>"})), (split, json!({"title": "Another thing"}))]
    {
        let key = world.unique("key");
        let ask = || world.agent.post(&path, body.clone()).key(&key);
        let (one, other) = tokio::join!(ask(), ask());
        assert_eq!(one.ok(201), other.ok(201), "{path}");
    }
}
