//! Deleting and restoring.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_deleted_ticket_is_nowhere_until_it_is_restored,
        a_deleted_ticket_is_listed_for_admins_alone,
        comments_are_edited_and_removed_with_their_history,
        a_requester_changes_their_own_comment,
    ]
}

fn path(item: &Value) -> String {
    format!("/api/tickets/{}", item["id"].as_str().unwrap())
}

async fn a_deleted_ticket_is_nowhere_until_it_is_restored(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let comment = world.agent.comment(&ticket, "A word").await.ok(201);
    let comment = format!("/api/comments/{}", comment["id"].as_str().unwrap());
    let socket = world.agent.connect().await;
    world.admin.delete(&path(&ticket)).await.ok(204);
    world.admin.delete(&path(&ticket)).await.ok(204);
    let heard = socket.wait_for("ticket:updated", |data| data["ticket"]["id"] == ticket["id"]).await;
    assert_eq!(heard["data"]["action"], "deleted");
    for person in [&world.agent, &world.requester] {
        person.get(&path(&ticket)).await.problem(404, "not-found");
        person
            .get(&format!("/api/tickets/{}", ticket["number"].as_str().unwrap()))
            .await
            .problem(404, "not-found");
        person.get(&format!("{}/comments", path(&ticket))).await.problem(404, "not-found");
        person.get(&comment).await.problem(404, "not-found");
        person.comment(&ticket, "Hello?").await.problem(404, "not-found");
        let listed = person.pages("/api/tickets?view=created", 100).await;
        assert!(listed.iter().all(|one| one["id"] != ticket["id"]));
    }
    let shown = &world.admin.read(&ticket).await["ticket"];
    assert_ne!(shown["deletedAt"], json!(null));
    assert_eq!((&shown["canEdit"], &shown["canDelete"]), (&json!(false), &json!(true)));
    world.admin.change(shown, json!({"title": "x"})).await.problem(404, "not-found");

    let restored = world.admin.post(&format!("{}/restore", path(&ticket)), json!({})).await.ok(200);
    assert_eq!(restored["deletedAt"], json!(null));
    assert_eq!(world.requester.read(&ticket).await["comments"]["items"].as_array().unwrap().len(), 1);
    let listed = world.requester.pages("/api/tickets?view=created", 100).await;
    assert!(listed.iter().any(|one| one["id"] == ticket["id"]));
}

async fn a_deleted_ticket_is_listed_for_admins_alone(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    world.admin.delete(&path(&ticket)).await.ok(204);
    let listed = world.admin.pages("/api/tickets?view=deleted", 100).await;
    assert!(listed.iter().any(|one| one["id"] == ticket["id"]));
    for person in [&world.manager, &world.agent, &world.requester] {
        person.get("/api/tickets?view=deleted").await.problem(403, "forbidden");
    }
}

async fn comments_are_edited_and_removed_with_their_history(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let comment = world.agent.comment(&ticket, "The first wording").await.ok(201);
    let socket = world.requester.connect().await;
    let one = format!("/api/comments/{}", comment["id"].as_str().unwrap());
    let edited =
        world.agent.patch(&one, json!({"content": "<p>The <script>x</script>second</p>"})).await.ok(200);
    assert_eq!(edited["content"], "<p>The second</p>");
    assert!(edited["updatedAt"].as_str() > edited["createdAt"].as_str());
    socket.wait_for("comment:updated", |data| data["comment"]["id"] == comment["id"]).await;
    world.agent.patch(&one, json!({"content": "<p> </p>"})).await.names(422, "validation", "content");
    world.colleague.patch(&one, json!({"content": "<p>x</p>"})).await.problem(403, "forbidden");
    world.manager.delete(&one).await.ok(204);
    socket.wait_for("comment:deleted", |data| data["commentId"] == comment["id"]).await;
    world.manager.delete(&one).await.problem(404, "not-found");
    let details = world.agent.read(&ticket).await;
    assert_eq!((&details["comments"]["items"], &details["ticket"]["commentCount"]), (&json!([]), &json!(0)));
    let history = world.agent.pages(&format!("{}/activity", path(&ticket)), 10).await;
    let of =
        |action: &str| history.iter().find(|entry| entry["action"] == action).unwrap()["changes"][0].clone();
    assert_eq!(of("COMMENT_EDITED")["before"], "<p>The first wording</p>");
    assert_eq!(of("COMMENT_DELETED")["before"], "<p>The second</p>");
}

async fn a_requester_changes_their_own_comment(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let own = world.requester.comment(&ticket, "Mine").await.ok(201);
    let theirs = world.agent.comment(&ticket, "Theirs").await.ok(201);
    let of = |comment: &Value| format!("/api/comments/{}", comment["id"].as_str().unwrap());
    world.requester.patch(&of(&own), json!({"content": "<p>Better</p>"})).await.ok(200);
    world.requester.patch(&of(&theirs), json!({"content": "<p>Ha</p>"})).await.problem(403, "forbidden");
    world.stranger.patch(&of(&own), json!({"content": "<p>Ha</p>"})).await.problem(404, "not-found");
    world.requester.delete(&of(&own)).await.ok(204);
}
