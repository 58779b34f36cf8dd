//! `GET /api/tickets/{id}/comments` and `GET /api/comments/{id}`

use std::sync::Arc;

use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        comments_are_listed_newest_first_each_once,
        internal_comments_leave_no_gaps_and_hide_none_of_the_public_ones,
        a_comment_that_does_not_exist_and_one_that_is_not_for_you_look_the_same,
    ]
}

async fn comments_are_listed_newest_first_each_once(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    for number in 0..7 {
        world.agent.comment(&ticket, &format!("word {number}")).await.ok(201);
    }
    let list = format!("/api/tickets/{}/comments", ticket["ticketNumber"].as_str().unwrap());
    let expected: Vec<String> = (0..7).rev().map(|number| format!("<p>word {number}</p>")).collect();
    for limit in [1, 3, 7, 100] {
        let listed = world.requester.pages(&list, limit).await;
        let contents: Vec<&str> = listed.iter().map(|comment| comment["content"].as_str().unwrap()).collect();
        assert_eq!(contents, expected, "by {limit}");
    }
}

async fn internal_comments_leave_no_gaps_and_hide_none_of_the_public_ones(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    for number in 0..9 {
        let text = format!("word {number}");
        let written = if number % 3 == 0 {
            world.agent.comment(&ticket, &text)
        } else {
            world.agent.note(&ticket, &text)
        };
        written.await.ok(201);
    }
    let list = format!("/api/tickets/{}/comments", ticket["id"].as_str().unwrap());
    for limit in [1, 2, 4, 9] {
        assert_eq!(world.requester.pages(&list, limit).await.len(), 3, "by {limit}");
        assert_eq!(world.agent.pages(&list, limit).await.len(), 9, "by {limit}");
    }
    // The oldest is public, the two before it are not: neither page tells that there is something between.
    let page = |query: String| world.requester.get(&query);
    let first = page(format!("{list}?limit=2")).await.ok(200);
    assert_eq!(first["items"].as_array().unwrap().len(), 2, "a full page");
    let next = first["nextCursor"].as_str().unwrap();
    let last = page(format!("{list}?limit=2&cursor={next}")).await.ok(200);
    assert_eq!((last["items"].as_array().unwrap().len(), &last["nextCursor"]), (1, &serde_json::Value::Null));
}

async fn a_comment_that_does_not_exist_and_one_that_is_not_for_you_look_the_same(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let public = world.agent.comment(&ticket, "word").await.ok(201);
    let internal = world.agent.note(&ticket, "word").await.ok(201);
    let path = |id: &str| format!("/api/comments/{id}");
    let (public, internal) = (path(public["id"].as_str().unwrap()), path(internal["id"].as_str().unwrap()));
    let missing = world.stranger.get(&path("cmt_01990000000070008000000000000001")).await;
    missing.problem(404, "not-found");
    for hidden in [
        world.stranger.get(&public).await,
        world.outsider.get(&public).await,
        world.requester.get(&internal).await,
    ] {
        hidden.problem(404, "not-found");
        assert_eq!(hidden.text, missing.text);
    }
    world.agent.get(&internal).await.ok(200);
    world.agent.get("/api/comments/1").await.names(400, "malformed", "id");
}
