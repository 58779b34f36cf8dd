//! Files on tickets and tasks.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::files::{attachments_of, fetch, put, send};
use tests::{Document, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_file_is_there_once_it_was_looked_at,
        a_picture_has_a_thumbnail_and_is_shown_inline,
        what_is_not_what_it_says_is_rejected,
        an_address_takes_exactly_what_was_announced,
        what_cannot_be_taken_is_refused_by_its_field,
        a_lost_connection_costs_one_part,
        an_internal_file_reaches_no_requester,
        strangers_know_of_no_files,
        a_file_is_not_taken_from_who_may_not_add_it_any_more,
        a_file_is_removed_by_whom_a_comment_would_be,
        a_task_has_files_too,
        files_go_along_with_a_merge,
        a_file_that_was_looked_at_cannot_be_replaced,
    ]
}

fn one(item: &Value, attachment: &Value) -> String {
    format!("{}/{}", attachments_of(item), attachment["id"].as_str().unwrap())
}

async fn a_file_is_there_once_it_was_looked_at(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let ticket = world.agent.assign(&ticket, json!("me")).await.ok(200);
    let socket = world.agent.connect().await;
    let document = Document::text("../Grüße aus dem Büro.txt", "What I see is this.");
    let upload = world.requester.begin_attaching(&ticket, &document, false).await;
    assert_eq!(
        (&upload["status"], &upload["fileName"]),
        (&json!("PENDING"), &json!("Grüße aus dem Büro.txt"))
    );
    assert_eq!((&upload["workItemId"], &upload["links"]), (&ticket["id"], &Value::Null));
    assert!(world.agent.attachments(&ticket).await.is_empty());
    send(&upload, &document.content).await;
    let heard = socket.wait_for("attachment:added", |data| data["attachmentId"] == upload["key"]).await;
    assert_eq!((&heard["data"]["workItemId"], &heard["data"]["type"]), (&ticket["id"], &json!("TICKET")));

    let shown = &world.agent.attachments(&ticket).await[0];
    assert_eq!((&shown["id"], &shown["uploadedBy"]["id"]), (&upload["key"], &json!(world.requester.id)));
    assert_eq!(
        (&shown["fileSize"], &shown["mimeType"]),
        (&json!(document.content.len()), &json!("text/plain"))
    );
    assert_eq!((&shown["previewUrl"], &shown["thumbnailUrl"]), (&Value::Null, &Value::Null));
    let saved = fetch(&shown["downloadUrl"]).await;
    assert_eq!((saved.status, saved.content.as_slice()), (200, document.content.as_slice()));
    assert!(saved.header("content-disposition").starts_with("attachment; filename="), "{saved:?}");
    assert!(
        saved
            .header("content-disposition")
            .ends_with("filename*=UTF-8''Gr%C3%BC%C3%9Fe%20aus%20dem%20B%C3%BCro.txt")
    );

    let own = world.requester.until(&upload, "ATTACHED").await;
    assert_eq!(fetch(&own["links"]["downloadUrl"]).await.content, document.content);
    world.quiet().await;
    let history =
        world.agent.pages(&format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap()), 10).await;
    let told = history.iter().find(|entry| entry["action"] == "ATTACHED").unwrap();
    assert_eq!(told["attachmentId"], upload["key"]);
    assert_eq!(told["changes"][0]["after"], json!(["Grüße aus dem Büro.txt"]));
    let bell = world.agent.pages("/api/notifications", 100).await;
    let line = format!(
        "{}: {} attached Grüße aus dem Büro.txt",
        ticket["number"].as_str().unwrap(),
        world.requester.name
    );
    assert!(bell.iter().any(|one| one["title"] == json!(line)), "{bell:#?}");
    assert!(world.objects_of(&upload["key"]).await.iter().all(|key| !key.starts_with("uploads/")));
}

async fn a_picture_has_a_thumbnail_and_is_shown_inline(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let document = Document::picture("screen.png", 1600, 900);
    let shown = world.requester.attach(&ticket, &document, false).await;
    let thumbnail = fetch(&shown["thumbnailUrl"]).await;
    assert_eq!(
        (thumbnail.status, thumbnail.header("content-type"), thumbnail.sides()),
        (200, "image/jpeg", (400, 225))
    );
    assert!(thumbnail.content.len() < document.content.len() / 4);
    let preview = fetch(&shown["previewUrl"]).await;
    assert_eq!((preview.status, preview.header("content-type")), (200, "image/png"));
    assert!(preview.header("content-disposition").starts_with("inline; "));
    assert_eq!(preview.content, document.content);
    let pdf =
        Document { name: "a.pdf".into(), mime_type: "application/pdf", content: b"%PDF-1.7\n%%EOF".into() };
    let pdf = world.requester.attach(&ticket, &pdf, false).await;
    assert_eq!(pdf["thumbnailUrl"], Value::Null);
    assert!(fetch(&pdf["previewUrl"]).await.header("content-disposition").starts_with("inline; "));
}

async fn what_is_not_what_it_says_is_rejected(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let page = b"<!DOCTYPE html><script>alert(1)</script>".to_vec();
    let half = Document::picture("half.png", 60, 60).content[..90].to_vec();
    for (mime_type, content, reason) in [
        ("application/pdf", page, "its content is not of the type that it was said to be"),
        ("image/png", half, "it cannot be read as a picture"),
    ] {
        let document = Document { name: "a.bin".into(), mime_type, content };
        let upload = world.requester.begin_attaching(&ticket, &document, false).await;
        send(&upload, &document.content).await;
        let rejected = world.requester.until(&upload, "REJECTED").await;
        assert_eq!((&rejected["reason"], &rejected["links"]), (&json!(reason), &Value::Null));
        tests::eventually("its content to go", std::time::Duration::from_secs(20), || async {
            world.objects_of(&upload["key"]).await.is_empty().then_some(())
        })
        .await;
    }
    assert!(world.agent.attachments(&ticket).await.is_empty());
    let history =
        world.agent.pages(&format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap()), 10).await;
    assert!(history.iter().all(|entry| entry["action"] != "ATTACHED"));
}

async fn an_address_takes_exactly_what_was_announced(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let document = Document::text("a.txt", "12345");
    let upload = world.requester.begin_attaching(&ticket, &document, false).await;
    let transfer = &upload["transfer"];
    let address = &transfer["parts"][0]["url"];
    assert_eq!(put(address, &transfer["contentType"], b"123456").await, 403);
    assert_eq!(put(address, &json!("text/html"), b"12345").await, 403);
    let elsewhere = address
        .as_str()
        .unwrap()
        .replace(upload["key"].as_str().unwrap(), "att_01990000000070008000000000000001");
    assert_eq!(put(&json!(elsewhere), &transfer["contentType"], b"12345").await, 403);
    assert_eq!(put(address, &transfer["contentType"], b"12345").await, 200);
    world.requester.until(&upload, "ATTACHED").await;
}

async fn what_cannot_be_taken_is_refused_by_its_field(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let good = Document::text("a.txt", "x").announced();
    for (field, value) in [
        ("fileSize", json!(0)),
        ("fileSize", json!(10 * 1024 * 1024 + 1)),
        ("fileSize", json!(-1)),
        ("fileName", json!("")),
        ("fileName", json!("/")),
        ("fileName", json!("x".repeat(256))),
        ("mimeType", json!("text/html")),
        ("mimeType", json!("image/svg+xml")),
        ("mimeType", json!("")),
        ("isInternal", json!("yes")),
        ("purpose", json!("AVATAR")),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        world.requester.post(&attachments_of(&ticket), bad).await.names(422, "validation", field);
    }
    let mut largest = good.clone();
    largest["fileSize"] = json!(10 * 1024 * 1024);
    largest["mimeType"] = json!("Text/Plain; charset=utf-8");
    let upload = world.requester.post(&attachments_of(&ticket), largest).await.ok(201);
    assert_eq!(
        (&upload["mimeType"], upload["transfer"]["parts"].as_array().unwrap().len()),
        (&json!("text/plain"), 2)
    );
    world.requester.get("/api/uploads/att_1").await.names(400, "malformed", "key");
    world.requester.delete(&format!("{}/nonsense", attachments_of(&ticket))).await.names(
        400,
        "malformed",
        "attachmentId",
    );
}

async fn a_lost_connection_costs_one_part(world: Arc<World>) {
    const PART: usize = 5 * 1024 * 1024;
    let ticket = world.raise(&world.requester).await;
    let document = Document::text("log.txt", &"0123456789abcde\n".repeat(9 * 1024 * 1024 / 16));
    let upload = world.requester.begin_attaching(&ticket, &document, false).await;
    let transfer = &upload["transfer"];
    assert_eq!((&transfer["needsCompletion"], &transfer["contentType"]), (&json!(true), &Value::Null));
    assert_eq!(put(&transfer["parts"][0]["url"], &Value::Null, &document.content[..PART]).await, 200);
    assert_eq!(put(&transfer["parts"][1]["url"], &Value::Null, &document.content[PART..][..100]).await, 403);

    let address = format!("/api/uploads/{}", upload["key"].as_str().unwrap());
    let complete = || world.requester.post(&format!("{address}/complete"), json!({}));
    complete().await.problem(409, "conflict");
    let resumed = world.requester.get(&address).await.ok(200);
    let parts = &resumed["transfer"]["parts"];
    assert_eq!((&parts[0]["url"], &parts[1]["offset"]), (&Value::Null, &json!(PART)));
    assert!(parts[1]["url"].is_string());
    send(&resumed, &document.content).await;
    complete().await.ok(200);
    complete().await.ok(200);
    world.requester.until(&upload, "ATTACHED").await;
    let shown = &world.agent.attachments(&ticket).await[0];
    assert!(fetch(&shown["downloadUrl"]).await.content == document.content);
}

async fn an_internal_file_reaches_no_requester(world: Arc<World>) {
    let requester = world.person("USER", &[]).await;
    let ticket = world.raise(&requester).await;
    let socket = requester.connect().await;
    let name = world.unique("internal");
    let document = Document::text(&format!("{name}.txt"), "Between us.");
    let attachment = world.agent.attach(&ticket, &document, true).await;
    assert_eq!(attachment["isInternal"], json!(true));
    assert_eq!(world.colleague.attachments(&ticket).await.len(), 1);
    assert!(requester.attachments(&ticket).await.is_empty());
    requester.delete(&one(&ticket, &attachment)).await.problem(404, "not-found");
    let address = format!("/api/uploads/{}", attachment["id"].as_str().unwrap());
    requester.get(&address).await.problem(404, "not-found");
    let mut announced = document.announced();
    announced["isInternal"] = json!(true);
    requester.post(&attachments_of(&ticket), announced).await.problem(403, "forbidden");
    world.quiet().await;
    assert!(!socket.has_heard_text(&name) && !socket.has_heard_text(attachment["id"].as_str().unwrap()));
    assert!(requester.pages("/api/notifications", 100).await.is_empty());
    // Whoever lost sight of it has no addresses either, although the upload is theirs.
    let links = |upload: Value| upload["links"].clone();
    assert!(!links(world.agent.get(&address).await.ok(200)).is_null());
}

async fn a_file_is_not_taken_from_who_may_not_add_it_any_more(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let ticket = world.raise_in(&world.requester, &team).await;
    let document = Document::text("late.txt", "x");
    let upload = agent.begin_attaching(&ticket, &document, true).await;
    world.admin.delete(&format!("/api/teams/{team}/members/{}", agent.id)).await.ok(204);
    send(&upload, &document.content).await;
    let rejected = agent.until(&upload, "REJECTED").await;
    assert!(rejected["reason"].as_str().unwrap().contains("may not"), "{rejected}");
    assert!(world.admin.attachments(&ticket).await.is_empty());
}

async fn strangers_know_of_no_files(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let document = Document::text("a.txt", "x");
    let attachment = world.requester.attach(&ticket, &document, false).await;
    for person in [&world.stranger, &world.outsider] {
        person.get(&attachments_of(&ticket)).await.problem(404, "not-found");
        person.post(&attachments_of(&ticket), document.announced()).await.problem(404, "not-found");
        person.delete(&one(&ticket, &attachment)).await.problem(404, "not-found");
        let upload = format!("/api/uploads/{}", attachment["id"].as_str().unwrap());
        person.get(&upload).await.problem(404, "not-found");
        person.delete(&upload).await.problem(404, "not-found");
        person.post(&format!("{upload}/complete"), json!({})).await.problem(404, "not-found");
    }
}

async fn a_file_is_removed_by_whom_a_comment_would_be(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let socket = world.requester.connect().await;
    let theirs = world.agent.attach(&ticket, &Document::text("theirs.txt", "x"), false).await;
    let own = world.requester.attach(&ticket, &Document::text("own.txt", "x"), false).await;
    let can = |listed: &[Value], of: &Value| {
        listed.iter().find(|one| one["id"] == of["id"]).unwrap()["canDelete"].clone()
    };
    let listed = world.requester.attachments(&ticket).await;
    assert_eq!((can(&listed, &own), can(&listed, &theirs)), (json!(true), json!(false)));
    world.requester.delete(&one(&ticket, &theirs)).await.problem(403, "forbidden");
    world.colleague.delete(&one(&ticket, &theirs)).await.problem(403, "forbidden");
    let upload = format!("/api/uploads/{}", own["id"].as_str().unwrap());
    world.requester.delete(&upload).await.problem(409, "conflict");
    world.manager.delete(&one(&ticket, &theirs)).await.ok(204);
    world.requester.delete(&one(&ticket, &own)).await.ok(204);
    world.requester.delete(&one(&ticket, &own)).await.problem(404, "not-found");
    world.requester.get(&upload).await.problem(404, "not-found");
    socket.wait_for("attachment:deleted", |data| data["attachmentId"] == theirs["id"]).await;
    assert!(world.agent.attachments(&ticket).await.is_empty());
    let history =
        world.agent.pages(&format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap()), 10).await;
    let gone = history.iter().find(|entry| entry["action"] == "ATTACHMENT_DELETED").unwrap();
    assert_eq!(gone["changes"][0]["before"], json!(["own.txt"]));
}

async fn a_task_has_files_too(world: Arc<World>) {
    let title = world.unique("Replace the switch");
    let task = world.agent.post("/api/tasks", json!({"title": title})).await.ok(201);
    let attachment = world.agent.attach(&task, &Document::text("plan.md", "# Plan"), false).await;
    assert_eq!(world.colleague.attachments(&task).await.len(), 1);
    world.requester.get(&attachments_of(&task)).await.problem(404, "not-found");
    let as_ticket = attachments_of(&task).replace("/tasks/", "/tickets/");
    world.agent.get(&as_ticket).await.problem(404, "not-found");
    world.agent.delete(&one(&task, &attachment)).await.ok(204);
}

async fn files_go_along_with_a_merge(world: Arc<World>) {
    let (source, target) = (world.raise(&world.requester).await, world.raise(&world.requester).await);
    let there = world.requester.attach(&source, &Document::text("a.txt", "x"), false).await;
    let late = Document::text("late.txt", "y");
    let on_its_way = world.requester.begin_attaching(&source, &late, false).await;
    let merge = format!("/api/tickets/{}/merge", source["id"].as_str().unwrap());
    world.agent.post(&merge, json!({"into": target["id"]})).await.ok(200);
    send(&on_its_way, &late.content).await;
    let arrived = world.requester.until(&on_its_way, "ATTACHED").await;
    assert_eq!(arrived["workItemId"], target["id"]);
    let mut ids: Vec<Value> =
        world.agent.attachments(&target).await.iter().map(|one| one["id"].clone()).collect();
    ids.sort_by_key(Value::to_string);
    let mut expected = vec![there["id"].clone(), on_its_way["key"].clone()];
    expected.sort_by_key(Value::to_string);
    assert_eq!(ids, expected);
    assert!(world.agent.attachments(&source).await.is_empty());
    world.requester.post(&attachments_of(&source), late.announced()).await.problem(409, "merged");
    world.requester.delete(&one(&target, &there)).await.ok(204);
}

async fn a_file_that_was_looked_at_cannot_be_replaced(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let document = Document::text("a.txt", "harmless");
    let upload = world.requester.begin_attaching(&ticket, &document, false).await;
    send(&upload, &document.content).await;
    world.requester.until(&upload, "ATTACHED").await;
    // The address still holds.
    send(&upload, b"harmful!").await;
    tests::eventually("the second one to go", std::time::Duration::from_secs(20), || async {
        world.objects_of(&upload["key"]).await.iter().all(|key| !key.starts_with("uploads/")).then_some(())
    })
    .await;
    let shown = &world.agent.attachments(&ticket).await[0];
    assert_eq!(fetch(&shown["downloadUrl"]).await.content, document.content);
}
