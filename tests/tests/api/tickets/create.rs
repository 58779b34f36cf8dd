//! `POST /api/tickets`

use std::collections::BTreeSet;
use std::sync::Arc;

use futures::future::join_all;
use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_new_ticket_is_open_and_has_a_number_an_address_and_a_version,
        the_team_follows_from_the_category,
        a_ticket_without_a_team_is_refused,
        twenty_at_once_get_twenty_numbers,
        a_requester_cannot_ask_for_critical_nor_choose_who_works_on_it,
        staff_may_ask_for_critical_and_choose_who_works_on_it,
        staff_raise_a_ticket_in_somebody_elses_name,
        what_is_referred_to_must_exist,
        a_repeat_with_the_same_key_makes_one_ticket,
        a_key_with_another_body_is_refused,
        a_key_is_one_persons_own,
        a_malformed_key_is_refused,
        scripts_in_the_description_are_dropped_and_formatting_stays,
        text_of_any_kind_is_kept_as_it_was,
    ]
}

async fn a_new_ticket_is_open_and_has_a_number_an_address_and_a_version(world: Arc<World>) {
    let body = json!({"title": "  No network in room 12 ", "description": "<p>Since <strong>noon</strong></p>", "categoryId": world.network});
    let answer = world.requester.post("/api/tickets", body).await;
    let ticket = answer.ok(201);
    let id = ticket["id"].as_str().unwrap();
    assert_eq!(answer.header("location"), format!("/api/tickets/{id}"));
    assert_eq!(answer.header("etag"), "\"1\"");
    let number = ticket["ticketNumber"].as_str().unwrap();
    assert!(number.strip_prefix("T-").is_some_and(|digits| digits.len() >= 4), "{number}");
    let expected = json!({
        "type": "TICKET", "title": "No network in room 12", "description": "<p>Since <strong>noon</strong></p>",
        "status": "OPEN", "priority": "MEDIUM", "assignee": null, "teamId": world.it, "categoryId": world.network,
        "creator": {"id": world.requester.id, "name": world.requester.name}, "completedAt": null,
        "commentCount": 0, "version": 1, "allowedStatuses": ["CLOSED"], "canEdit": false, "canAssign": false,
        "canCommentInternally": false,
    });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&ticket[field], value, "{field}");
    }
    assert_eq!(ticket["createdAt"], ticket["updatedAt"]);
    assert_eq!(world.requester.get(answer.header("location")).await.ok(200)["ticket"], ticket);
}

async fn the_team_follows_from_the_category(world: Arc<World>) {
    let body = json!({"title": "x", "categoryId": world.network, "teamId": world.courses});
    let told = world.requester.post("/api/tickets", body).await.ok(201);
    assert_eq!(told["teamId"], world.courses, "a team that is given goes first");
}

async fn a_ticket_without_a_team_is_refused(world: Arc<World>) {
    for body in [json!({"title": "x"}), json!({"title": "x", "categoryId": world.unrouted})] {
        world.requester.post("/api/tickets", body).await.names(422, "validation", "categoryId");
    }
}

async fn twenty_at_once_get_twenty_numbers(world: Arc<World>) {
    let tickets = join_all((0..20).map(|_| world.raise(&world.requester))).await;
    for field in ["ticketNumber", "id"] {
        let distinct: BTreeSet<&str> = tickets.iter().filter_map(|ticket| ticket[field].as_str()).collect();
        assert_eq!(distinct.len(), 20, "{field}");
    }
}

async fn a_requester_cannot_ask_for_critical_nor_choose_who_works_on_it(world: Arc<World>) {
    let with = |more: Value| {
        let mut body = json!({"title": "x", "teamId": world.it});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        world.requester.post("/api/tickets", body)
    };
    with(json!({"priority": "CRITICAL"})).await.problem(403, "forbidden");
    with(json!({"assigneeId": world.agent.id})).await.problem(403, "forbidden");
    assert_eq!(with(json!({"priority": "HIGH"})).await.ok(201)["priority"], "HIGH");
}

async fn staff_may_ask_for_critical_and_choose_who_works_on_it(world: Arc<World>) {
    let body =
        json!({"title": "x", "teamId": world.it, "priority": "CRITICAL", "assigneeId": world.colleague.id});
    let ticket = world.agent.post("/api/tickets", body).await.ok(201);
    assert_eq!(ticket["priority"], "CRITICAL");
    assert_eq!(ticket["assignee"], json!({"id": world.colleague.id, "name": world.colleague.name}));
    let body = json!({"title": "x", "teamId": world.it, "assigneeId": world.requester.id});
    world.agent.post("/api/tickets", body).await.names(422, "validation", "assigneeId");
}

async fn staff_raise_a_ticket_in_somebody_elses_name(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let body = json!({"title": "They called", "teamId": world.courses, "requesterId": person.id});
    let ticket = world.agent.post("/api/tickets", body.clone()).await.ok(201);
    assert_eq!(ticket["creator"]["id"], json!(person.id));
    let told = world.mail_to(&person, ticket["ticketNumber"].as_str().unwrap()).await;
    assert!(told.text.contains(&format!("{} raised this ticket for you", world.agent.name)), "{}", told.text);
    assert!(person.pages("/api/tickets", 10).await.iter().any(|one| one["id"] == ticket["id"]));
    person.comment(&ticket, "Thank you").await.ok(201);
    assert!(
        !world.agent.read(&ticket).await["ticket"]["canEdit"].as_bool().unwrap(),
        "who is in another team follows it, and no more"
    );
    let path = format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap());
    let history = world.admin.pages(&path, 10).await;
    let raised = history.iter().find(|entry| entry["action"] == "CREATED").unwrap();
    assert_eq!(raised["actor"]["id"], json!(world.agent.id));
    world.requester.post("/api/tickets", body).await.problem(403, "forbidden");
    let gone =
        json!({"title": "x", "teamId": world.it, "requesterId": "usr_01990000000070008000000000000001"});
    world.agent.post("/api/tickets", gone).await.names(422, "validation", "requesterId");
    let task = json!({"title": "x", "teamId": world.it, "requesterId": person.id});
    world.agent.post("/api/tasks", task).await.names(422, "validation", "requesterId");
}

async fn what_is_referred_to_must_exist(world: Arc<World>) {
    let nowhere = |prefix: &str| format!("{prefix}_01990000000070008000000000000001");
    for (field, prefix) in [("categoryId", "cat"), ("teamId", "team"), ("assigneeId", "usr")] {
        let mut body = json!({"title": "x", "teamId": world.it});
        body[field] = json!(nowhere(prefix));
        world.agent.post("/api/tickets", body.clone()).await.names(422, "validation", field);
        body[field] = json!(nowhere("wrong"));
        world.agent.post("/api/tickets", body).await.names(422, "validation", field);
    }
}

async fn a_repeat_with_the_same_key_makes_one_ticket(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let body = json!({"title": "Once", "teamId": world.it});
    let first = person.post("/api/tickets", body.clone()).key("one-and-only").await;
    let again = person.post("/api/tickets", body).key("one-and-only").await;
    assert_eq!(first.ok(201), again.ok(201));
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!(person.pages("/api/tickets", 100).await.len(), 1);
}

async fn a_key_with_another_body_is_refused(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let post =
        |title: &str| person.post("/api/tickets", json!({"title": title, "teamId": world.it})).key("k_1");
    post("One").await.ok(201);
    post("Two").await.names(422, "key-reused", "Idempotency-Key");
    assert_eq!(person.pages("/api/tickets", 100).await.len(), 1);
}

async fn a_key_is_one_persons_own(world: Arc<World>) {
    let key = world.unique("shared");
    let body = json!({"title": "x", "teamId": world.it});
    let one = world.requester.post("/api/tickets", body.clone()).key(&key).await.ok(201);
    let other = world.stranger.post("/api/tickets", body).key(&key).await.ok(201);
    assert_ne!(one["id"], other["id"]);
}

async fn a_malformed_key_is_refused(world: Arc<World>) {
    let long = "k".repeat(65);
    for key in ["", "two words", "a/b", &long] {
        let body = json!({"title": "x", "teamId": world.it});
        let answer = world.requester.post("/api/tickets", body).key(key).await;
        answer.names(400, "malformed", "Idempotency-Key");
    }
}

async fn scripts_in_the_description_are_dropped_and_formatting_stays(world: Arc<World>) {
    let sent = "<p onclick=\"x()\">Hi <em>there</em><script>alert(1)</script></p><img src=x onerror=y>\
                <a href=\"javascript:z()\">bad</a><a href=\"https://example.org/\">good</a><ul><li>one</li></ul>\
                <code class=\"m_1 m_2\">c</code>";
    let body = json!({"title": "<script>alert(1)</script>", "description": sent, "teamId": world.it});
    let ticket = world.requester.post("/api/tickets", body).await.ok(201);
    let description = ticket["description"].as_str().unwrap();
    for gone in ["script", "onclick", "onerror", "javascript", "<img", "m_1"] {
        assert!(!description.contains(gone), "{description}");
    }
    for kept in ["<p>Hi <em>there</em></p>", "href=\"https://example.org/\"", "<ul><li>one</li></ul>"] {
        assert!(description.contains(kept), "{description}");
    }
    assert_eq!(ticket["title"], "<script>alert(1)</script>", "a title is plain text, and shown as such");
}

async fn text_of_any_kind_is_kept_as_it_was(world: Arc<World>) {
    for text in [
        "\u{1f44b}\u{1f3fd} \u{1f469}\u{200d}\u{1f4bb} drucker kaputt \u{df}\u{e4}\u{f6}",
        "\u{634}\u{628}\u{643}\u{629} \u{627}\u{644}\u{645}\u{643}\u{62a}\u{628} \u{645}\u{639}\u{637}\u{644}\u{629}",
        "Robert'); DROP TABLE tickets;-- \" OR 1=1",
        "{{7*7}} ${jndi:ldap://x} %00 ../../etc/passwd",
    ] {
        let body = json!({"title": text, "description": format!("<p>{text}</p>"), "teamId": world.it});
        let ticket = world.requester.post("/api/tickets", body).await.ok(201);
        let read = &world.agent.read(&ticket).await["ticket"];
        assert_eq!(read["title"], text);
        assert_eq!(read["description"], format!("<p>{text}</p>"));
    }
}
