//! Replies to tickets that are over.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Document, Person, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_reply_reopens_within_the_days_and_opens_a_follow_up_after_them,
        a_reply_to_a_closed_ticket_opens_a_follow_up,
        a_reply_that_opens_a_follow_up_happens_once_with_the_same_key,
        the_words_of_staff_and_of_followers_open_no_follow_up,
        files_and_mentions_of_the_reply_are_on_the_follow_up,
        the_team_hears_of_a_follow_up_that_a_reply_opened,
    ]
}

/// A ticket of the requester's that the agent has resolved.
async fn resolved(world: &World) -> Value {
    let ticket = world.raise(&world.requester).await;
    let ticket = world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    world.agent.change(&ticket, json!({"status": "RESOLVED"})).await.ok(200)
}

async fn closed(world: &World) -> Value {
    let ticket = world.raise(&world.requester).await;
    world.requester.change(&ticket, json!({"status": "CLOSED"})).await.ok(200)
}

fn named(item: &Value) -> Value {
    json!({"id": item["id"], "type": "TICKET", "number": item["number"]})
}

async fn actions(person: &Person, ticket: &Value) -> Vec<Value> {
    let path = format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap());
    person.pages(&path, 10).await.into_iter().map(|entry| entry["action"].clone()).collect()
}

async fn a_reply_reopens_within_the_days_and_opens_a_follow_up_after_them(world: Arc<World>) {
    let (young, old) = (resolved(&world).await, resolved(&world).await);
    world.age(&young, 1).await;
    world.age(&old, 400).await;

    let stays = world.requester.comment(&young, "Still broken").await.ok(201);
    assert_eq!(stays["workItemId"], young["id"]);
    assert!(stays.get("followUp").is_none(), "{stays}");
    assert_eq!(world.requester.read(&young).await["ticket"]["status"], "IN_PROGRESS");

    let comment = world.requester.comment(&old, "Broken again").await.ok(201);
    let new = &comment["followUp"];
    assert_eq!(comment["workItemId"], new["id"]);
    let read = world.agent.read(new).await;
    let ticket = &read["ticket"];
    assert_eq!(named(ticket), *new);
    for field in ["title", "teamId", "creator", "priority"] {
        assert_eq!(ticket[field], old[field], "{field}");
    }
    assert_eq!((&ticket["status"], &ticket["commentCount"]), (&json!("OPEN"), &json!(1)));
    assert_eq!(ticket["links"], json!([{"kind": "FOLLOWS_UP", "item": named(&old)}]));
    assert_eq!(read["comments"]["items"][0]["content"], "<p>Broken again</p>");
    assert_eq!(actions(&world.agent, new).await, ["COMMENTED", "CREATED"]);

    let before = world.agent.read(&old).await;
    assert_eq!(before["ticket"]["status"], "RESOLVED");
    assert_eq!(before["ticket"]["links"], json!([{"kind": "FOLLOWED_UP_BY", "item": new}]));
    assert_eq!(before["ticket"]["commentCount"], 0);
    assert_eq!(actions(&world.agent, &old).await[0], "LINKS_CHANGED");

    // What it opened is a ticket like any other, and the words are a comment like any other.
    let by_id = format!("/api/comments/{}", comment["id"].as_str().unwrap());
    assert_eq!(world.requester.get(&by_id).await.ok(200)["workItemId"], new["id"]);
    world.requester.comment(new, "And now it smokes").await.ok(201);
    assert_eq!(world.requester.read(new).await["ticket"]["commentCount"], 2);
}

async fn a_reply_to_a_closed_ticket_opens_a_follow_up(world: Arc<World>) {
    let ticket = closed(&world).await;
    let comment = world.requester.comment(&ticket, "It is back").await.ok(201);
    assert_ne!(comment["followUp"]["id"], ticket["id"]);
    assert_eq!(world.requester.read(&ticket).await["ticket"]["status"], "CLOSED");
    let new = world.requester.read(&comment["followUp"]).await;
    assert_eq!(new["comments"]["items"][0]["id"], comment["id"]);
    assert_eq!(new["ticket"]["links"], json!([]), "whom the plan is not for sees no links");
}

async fn a_reply_that_opens_a_follow_up_happens_once_with_the_same_key(world: Arc<World>) {
    let ticket = closed(&world).await;
    let key = world.unique("key");
    let say = || world.requester.comment(&ticket, "Once").key(&key);
    let (one, other) = tokio::join!(say(), say());
    let (one, other) = (one.ok(201), other.ok(201));
    assert_eq!(one, other);
    assert_eq!(say().await.ok(201), one);
    let links = world.agent.read(&ticket).await["ticket"]["links"].clone();
    assert_eq!(links, json!([{"kind": "FOLLOWED_UP_BY", "item": one["followUp"]}]));
    assert_eq!(world.agent.read(&one["followUp"]).await["ticket"]["commentCount"], 1);
}

async fn the_words_of_staff_and_of_followers_open_no_follow_up(world: Arc<World>) {
    let old = resolved(&world).await;
    world.age(&old, 400).await;
    let watcher = format!("/api/tickets/{}/watchers/{}", old["id"].as_str().unwrap(), world.stranger.id);
    world.agent.call(reqwest::Method::PUT, &watcher).await.ok(200);
    for ticket in [&old, &closed(&world).await] {
        for answer in [world.agent.comment(ticket, "Done").await, world.agent.note(ticket, "The cable").await]
        {
            let comment = answer.ok(201);
            assert_eq!(comment["workItemId"], ticket["id"]);
            assert!(comment.get("followUp").is_none(), "{comment}");
        }
    }
    let follower = world.stranger.comment(&old, "Mine is broken too").await.ok(201);
    assert_eq!(follower["workItemId"], old["id"]);
    let after = &world.agent.read(&old).await["ticket"];
    assert_eq!((&after["status"], &after["links"]), (&json!("RESOLVED"), &json!([])));
}

async fn files_and_mentions_of_the_reply_are_on_the_follow_up(world: Arc<World>) {
    let assignee = world.person("AGENT", &[&world.it]).await;
    let elsewhere = world.person("AGENT", &[&world.courses]).await;
    let (one, other) = (closed(&world).await, closed(&world).await);
    let one = world.agent.assign(&one, json!(assignee.id)).await.ok(200);
    let other = world.agent.assign(&other, json!(elsewhere.id)).await.ok(200);
    let upload = world.requester.upload(&Document::text("log.txt", "it broke"), "ATTACHMENT").await;
    let say = |ticket: &Value, person: &Person, keys: Value| {
        let mention =
            format!("<span data-type=\"mention\" data-id=\"{}\">@{}</span>", person.id, person.name);
        let path = format!("/api/tickets/{}/comments", ticket["id"].as_str().unwrap());
        world.requester.post(&path, json!({"content": format!("<p>{mention} again</p>"), "uploadKeys": keys}))
    };
    let comment = say(&one, &assignee, json!([upload["key"]])).await.ok(201);
    let mut new = comment["followUp"].clone();
    assert_eq!(comment["mentions"], json!([{"id": assignee.id, "name": assignee.name}]));
    let files = world.agent.attachments(&new).await;
    assert_eq!(files.iter().map(|file| &file["id"]).collect::<Vec<_>>(), [&upload["key"]]);
    assert!(world.agent.attachments(&one).await.is_empty());
    let told = eventually("the assignee to be told", Duration::from_secs(30), || async {
        let list = assignee.pages("/api/notifications", 100).await;
        list.into_iter().find(|told| told["type"] == "MENTION")
    });
    assert_eq!(told.await["workItemId"], new["id"]);

    // Whom the old ticket shows may be named, and is not told where they may not read the new one.
    let comment = say(&other, &elsewhere, json!([])).await.ok(201);
    new = comment["followUp"].clone();
    assert_eq!(comment["mentions"], json!([]));
    elsewhere.get(&format!("/api/tickets/{}", new["id"].as_str().unwrap())).await.problem(404, "not-found");
}

async fn the_team_hears_of_a_follow_up_that_a_reply_opened(world: Arc<World>) {
    let ticket = closed(&world).await;
    let socket = world.colleague.connect().await;
    let comment = world.requester.comment(&ticket, "It is back").await.ok(201);
    let new = &comment["followUp"]["id"];
    let heard = socket.wait_for("ticket:updated", |data| data["ticket"]["id"] == *new).await;
    assert_eq!(heard["data"]["action"], "created");
    let heard = socket.wait_for("comment:added", |data| data["workItemId"] == *new).await;
    assert_eq!(heard["data"]["comment"]["id"], comment["id"]);
    socket.wait_for("ticket:updated", |data| data["ticket"]["id"] == ticket["id"]).await;
}
