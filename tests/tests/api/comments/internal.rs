//! What handlers say among themselves reaches no requester, by whatever way.

use std::sync::Arc;

use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        an_internal_comment_is_in_no_answer_to_a_requester,
        an_internal_comment_is_in_no_push_mail_or_notification_to_a_requester,
    ]
}

async fn an_internal_comment_is_in_no_answer_to_a_requester(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let secret = world.unique("secret");
    let before = person.read(&ticket).await;
    let note = world.agent.note(&ticket, &secret).await.ok(201);
    let id = note["id"].as_str().unwrap();
    let path = format!("/api/tickets/{}", ticket["id"].as_str().unwrap());
    for address in [
        path.clone(),
        format!("{path}/comments"),
        format!("{path}/comments?limit=1"),
        format!("{path}/activity"),
        format!("/api/comments/{id}"),
        "/api/tickets".to_owned(),
        "/api/notifications".to_owned(),
    ] {
        let answer = person.get(&address).await;
        assert!(!answer.text.contains(&secret), "{address}: {}", answer.text);
        assert!(!answer.text.contains(id), "{address}: {}", answer.text);
    }
    assert_eq!(person.read(&ticket).await["ticket"]["commentCount"], 0);
    assert_eq!(before["comments"], person.read(&ticket).await["comments"]);
    person.note(&ticket, "me too").await.problem(403, "forbidden");

    let seen = world.colleague.read(&ticket).await;
    assert_eq!(seen["comments"]["items"], json!([note]));
    assert_eq!(seen["ticket"]["commentCount"], 1);
}

async fn an_internal_comment_is_in_no_push_mail_or_notification_to_a_requester(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let ticket = world.agent.assign(&ticket, json!("me")).await.ok(200);
    let (secret, public) = (world.unique("secret"), world.unique("public"));
    let (mut looking, working) = (person.connect().await, world.colleague.connect().await);
    looking.send(json!({"action": "join:ticket", "ticketId": ticket["id"]})).await;
    looking.wait_for("joined", |data| data["ticketId"] == ticket["id"]).await;

    // By the colleague, so that the assignee has mail of it: then the workers have certainly been there.
    world.colleague.note(&ticket, &secret).await.ok(201);
    working.wait_for("comment:added", |data| data.to_string().contains(&secret)).await;
    world.mail_to(&world.agent, &secret).await;
    world.colleague.comment(&ticket, &public).await.ok(201);
    looking.wait_for("comment:added", |data| data.to_string().contains(&public)).await;
    world.mail_to(&person, &public).await;

    assert!(!looking.has_heard_text(&secret), "{:#?}", looking.heard());
    assert!(!looking.has_heard_text("\"isInternal\":true"), "{:#?}", looking.heard());
    assert_eq!(world.mails_to(&person, &secret).await.len(), 0);
    let notifications = person.get("/api/notifications").await;
    assert!(!notifications.text.contains(&secret), "{}", notifications.text);
    let about_comments = notifications.json()["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["type"] == "COMMENT_ADDED")
        .count();
    assert_eq!(about_comments, 1, "{}", notifications.text);
}
