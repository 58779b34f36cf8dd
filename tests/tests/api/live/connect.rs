//! `/ws?token=…`

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tests::{Socket, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_websocket_opens_with_its_token,
        a_websocket_stays_shut_without_a_good_token,
        a_session_that_ended_opens_no_websocket,
        a_session_that_ends_is_hung_up_on,
    ]
}

async fn a_websocket_opens_with_its_token(world: Arc<World>) {
    let mut socket = world.requester.connect().await;
    socket.send(json!({"action": "ping"})).await;
    socket.wait_for("pong", |_| true).await;
}

async fn a_websocket_stays_shut_without_a_good_token(world: Arc<World>) {
    let url = world.api.websocket_url();
    let good = world.requester.websocket_token().await;
    let reversed: String = good.rsplit('.').next().unwrap().chars().rev().collect();
    let forged = format!("{}.{reversed}", good.rsplit_once('.').unwrap().0);
    assert!(Socket::open_at(url).await.is_err(), "without a token");
    for token in ["", "nonsense", &forged, &world.requester.token] {
        assert!(Socket::open(url, token).await.is_err(), "{token}");
    }
    Socket::open(url, &good).await.expect("the good one opens");
}

async fn a_session_that_ended_opens_no_websocket(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let token = person.websocket_token().await;
    person.sign_out().await.ok(204);
    assert!(Socket::open(world.api.websocket_url(), &token).await.is_err());
}

async fn a_session_that_ends_is_hung_up_on(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let (socket, other) = (person.connect().await, world.agent.connect().await);
    person.sign_out().await.ok(204);
    let text = world.unique("after the end");
    world.agent.comment(&ticket, &text).await.ok(201);
    other.wait_for("comment:added", |data| data.to_string().contains(&text)).await;
    eventually("the line to be closed", Duration::from_secs(10), || async {
        socket.is_closed().then_some(())
    })
    .await;
    assert!(!socket.has_heard_text(&text));
}
