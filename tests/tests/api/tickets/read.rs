//! `GET /api/tickets/{id}`

use std::sync::Arc;

use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_ticket_is_read_by_id_and_by_number,
        the_newest_fifty_comments_come_along_and_a_cursor_leads_to_the_older,
        what_does_not_exist_and_what_is_not_for_you_look_the_same,
        a_malformed_id_is_refused,
    ]
}

async fn a_ticket_is_read_by_id_and_by_number(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let number = ticket["ticketNumber"].as_str().unwrap();
    let by_id = world.agent.read(&ticket).await;
    for number in [number.to_owned(), number.to_lowercase()] {
        let answer = world.agent.get(&format!("/api/tickets/{number}")).await;
        assert_eq!(answer.ok(200), by_id);
        assert_eq!(answer.header("etag"), "\"1\"");
    }
    assert_eq!(by_id["ticket"]["canEdit"], true);
    assert_eq!(by_id["ticket"]["canAssign"], true);
    assert_eq!(by_id["ticket"]["canCommentInternally"], true);
}

async fn the_newest_fifty_comments_come_along_and_a_cursor_leads_to_the_older(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    for number in 0..53 {
        world.agent.comment(&ticket, &format!("word {number}")).await.ok(201);
    }
    let details = world.requester.read(&ticket).await;
    let comments = details["comments"]["items"].as_array().unwrap();
    let contents: Vec<&str> = comments.iter().map(|comment| comment["content"].as_str().unwrap()).collect();
    let expected: Vec<String> = (3..53).map(|number| format!("<p>word {number}</p>")).collect();
    assert_eq!(contents, expected);
    assert_eq!(details["ticket"]["commentCount"], 53);
    let cursor = details["comments"]["nextCursor"].as_str().expect("there are older ones");
    let id = ticket["id"].as_str().unwrap();
    let older = world.requester.get(&format!("/api/tickets/{id}/comments?cursor={cursor}")).await.ok(200);
    let contents: Vec<&str> = older["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|comment| comment["content"].as_str().unwrap())
        .collect();
    assert_eq!(contents, ["<p>word 2</p>", "<p>word 1</p>", "<p>word 0</p>"]);
    assert!(older["nextCursor"].is_null());
}

async fn what_does_not_exist_and_what_is_not_for_you_look_the_same(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let id = ticket["id"].as_str().unwrap();
    let nowhere = format!("{}1990000000070008000000000000001", &id[..id.find('_').unwrap() + 2]);
    let missing = world.stranger.get(&format!("/api/tickets/{nowhere}")).await;
    let hidden = world.stranger.get(&format!("/api/tickets/{id}")).await;
    missing.problem(404, "not-found");
    hidden.problem(404, "not-found");
    assert_eq!(missing.text, hidden.text);
    let number = ticket["ticketNumber"].as_str().unwrap();
    world.stranger.get(&format!("/api/tickets/{number}")).await.problem(404, "not-found");
    world.stranger.get("/api/tickets/T-99999999").await.problem(404, "not-found");
}

async fn a_malformed_id_is_refused(world: Arc<World>) {
    for id in ["1", "T-1", "T-x", "usr_01990000000070008000000000000001", "tkt_1", "null", "wi_", "*"] {
        world.agent.get(&format!("/api/tickets/{id}")).await.names(400, "malformed", "id");
    }
    // These may not even reach an operation.
    for id in ["%00", "%F0%9F%91%8B", "%2e%2e%2f", "%FF", "a%20b"] {
        let answer = world.agent.get(&format!("/api/tickets/{id}")).await;
        assert!([400, 404].contains(&answer.status), "{id}: {}", answer.text);
    }
}
