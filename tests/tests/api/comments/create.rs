//! `POST /api/tickets/{id}/comments`

use std::sync::Arc;

use futures::future::join_all;
use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_comment_is_there_at_once_and_counted,
        a_requesters_reply_reopens_a_resolved_ticket,
        staff_and_internal_words_reopen_nothing,
        a_comment_must_say_something,
        what_grows_too_long_when_it_is_made_safe_is_refused,
        a_repeat_with_the_same_key_makes_one_comment,
        fifty_at_once_are_fifty,
    ]
}

async fn a_comment_is_there_at_once_and_counted(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let comment = world.agent.comment(&ticket, "Have you tried turning it off?").await.ok(201);
    let expected = json!({
        "workItemId": ticket["id"], "author": {"id": world.agent.id, "name": world.agent.name}, "authorRole": "AGENT",
        "content": "<p>Have you tried turning it off?</p>", "isInternal": false,
    });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&comment[field], value, "{field}");
    }
    let read = world.requester.read(&ticket).await;
    assert_eq!(read["comments"]["items"], json!([comment]));
    assert_eq!(read["ticket"]["commentCount"], 1);
    assert_eq!(read["ticket"]["version"], 1, "a comment makes no version, so no editor is disturbed");
    let by_id =
        world.requester.get(&format!("/api/comments/{}", comment["id"].as_str().unwrap())).await.ok(200);
    assert_eq!(by_id, comment);
}

async fn a_requesters_reply_reopens_a_resolved_ticket(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let ticket = world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    let resolved = world.agent.change(&ticket, json!({"status": "RESOLVED"})).await.ok(200);
    world.requester.comment(&resolved, "Still broken").await.ok(201);
    let after = world.requester.read(&ticket).await;
    assert_eq!(after["ticket"]["status"], "IN_PROGRESS");
    assert!(after["ticket"]["completedAt"].is_null());
    assert_eq!(after["ticket"]["version"], 4);
}

async fn staff_and_internal_words_reopen_nothing(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let ticket = world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    let resolved = world.agent.change(&ticket, json!({"status": "RESOLVED"})).await.ok(200);
    world.agent.comment(&resolved, "Done").await.ok(201);
    world.agent.note(&resolved, "It was the cable").await.ok(201);
    assert_eq!(world.agent.read(&ticket).await["ticket"]["status"], "RESOLVED");
}

async fn what_grows_too_long_when_it_is_made_safe_is_refused(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    for long in ["&".repeat(60_000), format!("{} word", "<a>".repeat(20_000))] {
        let comments = format!("/api/tickets/{}/comments", ticket["id"].as_str().unwrap());
        let answer = world.requester.post(&comments, json!({"content": long})).await;
        answer.names(422, "validation", "content");
        let body = json!({"title": "Long", "description": long, "categoryId": world.network});
        world.requester.post("/api/tickets", body).await.names(422, "validation", "description");
        let answer = world.agent.change(&ticket, json!({"description": long})).await;
        answer.names(422, "validation", "description");
    }
    assert_eq!(world.agent.read(&ticket).await["ticket"]["commentCount"], 0);
}

async fn a_comment_must_say_something(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let path = format!("/api/tickets/{}/comments", ticket["id"].as_str().unwrap());
    for content in ["", "   ", "<p></p>", "<p> <br> </p>", "<script>alert(1)</script>", "\u{0}"] {
        let answer = world.requester.post(&path, json!({"content": content})).await;
        answer.names(422, "validation", "content");
    }
    let long = "x".repeat(64 * 1024 + 1);
    world.requester.post(&path, json!({"content": long})).await.names(422, "validation", "content");
    world.requester.post(&path, json!({"content": "x", "isInternal": "no"})).await.names(
        422,
        "validation",
        "isInternal",
    );
    world.requester.post(&path, json!({})).await.names(422, "validation", "content");
    assert_eq!(world.requester.read(&ticket).await["ticket"]["commentCount"], 0);
}

async fn a_repeat_with_the_same_key_makes_one_comment(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let key = world.unique("comment");
    let first = world.requester.comment(&ticket, "Once").key(&key).await.ok(201);
    let again = world.requester.comment(&ticket, "Once").key(&key).await.ok(201);
    assert_eq!(first, again);
    world.requester.comment(&ticket, "Twice").key(&key).await.names(422, "key-reused", "Idempotency-Key");
    let read = world.requester.read(&ticket).await;
    assert_eq!(read["comments"]["items"], json!([first]));
    assert_eq!(read["ticket"]["commentCount"], 1);
}

async fn fifty_at_once_are_fifty(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let texts: Vec<String> = (0..50).map(|number| format!("word {number}")).collect();
    let written = join_all(texts.iter().enumerate().map(|(number, text)| {
        let person = if number % 2 == 0 { &world.agent } else { &world.requester };
        async { person.comment(&ticket, text).await.ok(201) }
    }));
    written.await;
    let read = world.requester.read(&ticket).await;
    assert_eq!(read["ticket"]["commentCount"], 50);
    let items = read["comments"]["items"].as_array().unwrap();
    let mut contents: Vec<&str> = items.iter().map(|comment| comment["content"].as_str().unwrap()).collect();
    contents.sort_unstable();
    let mut expected: Vec<String> = texts.iter().map(|text| format!("<p>{text}</p>")).collect();
    expected.sort_unstable();
    assert_eq!(contents, expected);
}
