//! `join:ticket`, `leave:ticket`, and what is refused.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_ticket_that_is_not_for_you_cannot_be_joined,
        after_leaving_a_ticket_and_losing_sight_of_it_nothing_comes,
        a_message_that_means_nothing_is_refused_and_the_line_stays_open,
    ]
}

async fn a_ticket_that_is_not_for_you_cannot_be_joined(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let mut socket = world.stranger.connect().await;
    let missing = "wi_01990000000070008000000000000001";
    for id in [&ticket["id"], &json!(missing)] {
        socket.send(json!({"action": "join:ticket", "ticketId": id})).await;
    }
    let refused = socket.wait_for("error", |data| data["action"] == "join:ticket").await;
    assert!(refused["data"]["detail"].is_string());
    let mut allowed = world.agent.connect().await;
    allowed.send(json!({"action": "join:ticket", "ticketId": ticket["id"]})).await;
    allowed.wait_for("joined", |data| data["ticketId"] == ticket["id"]).await;

    world.agent.comment(&ticket, "word").await.ok(201);
    allowed.wait_for("comment:added", |data| data["workItemId"] == ticket["id"]).await;
    assert_eq!(socket.heard_of("error").len(), 2, "{:#?}", socket.heard());
    assert_eq!(
        socket.heard_of("error")[0]["data"],
        socket.heard_of("error")[1]["data"],
        "both look the same"
    );
    assert!(socket.heard_of("comment:added").is_empty());
}

async fn after_leaving_a_ticket_and_losing_sight_of_it_nothing_comes(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let given = world.agent.assign(&ticket, json!(world.outsider.id)).await.ok(200);
    let mut socket = world.outsider.connect().await;
    socket.send(json!({"action": "join:ticket", "ticketId": ticket["id"]})).await;
    socket.wait_for("joined", |data| data["ticketId"] == ticket["id"]).await;
    world.agent.assign(&given, json!(null)).await.ok(200);
    let witness = world.agent.connect().await;
    let text = world.unique("word");
    world.agent.comment(&ticket, &text).await.ok(201);
    witness.wait_for("comment:added", |data| data.to_string().contains(&text)).await;
    socket.send(json!({"action": "leave:ticket", "ticketId": ticket["id"]})).await;
    socket.send(json!({"action": "ping"})).await;
    socket.wait_for("pong", |_| true).await;
    assert!(!socket.has_heard_text(&text), "a room does not outlive the right to be in it");
}

async fn a_message_that_means_nothing_is_refused_and_the_line_stays_open(world: Arc<World>) {
    let mut socket = world.requester.connect().await;
    let bad = [
        "",
        "nonsense",
        "{}",
        "[]",
        "{\"action\": 7}",
        "{\"action\": \"fly\"}",
        "{\"action\": \"join:ticket\"}",
        "{\"action\": \"join:ticket\", \"ticketId\": \"x\"}",
        "{\"action\": \"typing:start\"}",
        "{\"action\": \"typing:stop\", \"workItemId\": 7}",
        "{\"action\": \"presence:ask\", \"userIds\": \"x\"}",
        "\u{0}",
        "\u{1f41f}",
    ];
    for text in bad {
        socket.send_text(text).await;
    }
    socket.send(json!({"action": "ping"})).await;
    socket.wait_within(Duration::from_secs(20), "pong", |_| true).await;
    for error in socket.heard_of("error") {
        assert!(error["data"]["detail"].is_string(), "{error}");
    }
    assert!(!socket.heard_of("error").is_empty());
}
