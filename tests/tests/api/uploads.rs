//! Files on their way, and pictures of people.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::files::{fetch, send};
use tests::{Document, Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_new_ticket_claims_what_was_uploaded_for_it,
        a_comment_claims_what_was_uploaded_for_it,
        an_upload_is_claimed_once_and_by_its_owner,
        an_upload_can_be_given_up,
        a_person_has_a_picture,
        a_picture_is_chosen_by_its_person_and_by_admins,
        what_is_no_picture_is_nobodys_picture,
    ]
}

fn image(key: &Value) -> String {
    format!("<img src=\"attachment:{}\" alt=\"the screen\">", key.as_str().unwrap())
}

async fn a_new_ticket_claims_what_was_uploaded_for_it(world: Arc<World>) {
    let ready = world.requester.upload(&Document::picture("screen.png", 40, 30), "ATTACHMENT").await;
    assert!(ready["links"]["thumbnailUrl"].is_string() && ready["workItemId"].is_null());
    let late = Document::text("late.txt", "later");
    let mut announced = late.announced();
    announced["purpose"] = json!("ATTACHMENT");
    let pending = world.requester.post("/api/uploads", announced).await.ok(201);
    let body = json!({
        "title": world.unique("See the picture"), "teamId": world.it, "uploadKeys": [ready["key"], pending["key"]],
        "description": format!("<p>Here: {}<img src=\"https://example.org/x.png\"></p>", image(&ready["key"])),
    });
    let key = world.unique("claim");
    let ticket = world.requester.post("/api/tickets", body.clone()).key(&key).await.ok(201);
    let again = world.requester.post("/api/tickets", body.clone()).key(&key).await.ok(201);
    assert_eq!(ticket, again);
    let description = ticket["description"].as_str().unwrap();
    assert!(
        description.contains(&image(&ready["key"])) && !description.contains("example.org"),
        "{description}"
    );
    let listed = world.agent.attachments(&ticket).await;
    assert_eq!(listed.iter().map(|one| &one["id"]).collect::<Vec<_>>(), [&ready["key"]]);
    send(&pending, &late.content).await;
    world.requester.until(&pending, "ATTACHED").await;
    assert_eq!(world.agent.attachments(&ticket).await.len(), 2);
    world.requester.post("/api/tickets", body).await.names(422, "validation", "uploadKeys[0]");
}

async fn a_comment_claims_what_was_uploaded_for_it(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let comments = format!("/api/tickets/{}/comments", ticket["id"].as_str().unwrap());
    let public = world.agent.upload(&Document::picture("a.png", 20, 20), "ATTACHMENT").await;
    let internal = world.agent.upload(&Document::text("b.txt", "x"), "ATTACHMENT").await;
    let content = image(&public["key"]);
    let body = json!({"content": content, "uploadKeys": [public["key"]]});
    let key = world.unique("claim");
    let comment = world.agent.post(&comments, body.clone()).key(&key).await.ok(201);
    assert_eq!(comment, world.agent.post(&comments, body).key(&key).await.ok(201));
    assert_eq!(comment["content"], json!(content));
    let mail = world.mail_to(&world.requester, "[image: the screen]").await;
    assert!(!mail.contains("attachment:att_"));
    let note = json!({"content": "<p>n</p>", "isInternal": true, "uploadKeys": [internal["key"]]});
    world.agent.post(&comments, note).await.ok(201);
    assert_eq!(world.requester.attachments(&ticket).await.len(), 1);
    assert_eq!(world.agent.attachments(&ticket).await.len(), 2);
}

async fn an_upload_is_claimed_once_and_by_its_owner(world: Arc<World>) {
    let upload = world.requester.upload(&Document::text("a.txt", "x"), "ATTACHMENT").await;
    let raise = |person: &Person, keys: Value| {
        person.post("/api/tickets", json!({"title": "t", "teamId": world.it, "uploadKeys": keys}))
    };
    let key = &upload["key"];
    raise(&world.stranger, json!([key])).await.names(422, "validation", "uploadKeys[0]");
    raise(&world.requester, json!([key, key])).await.names(422, "validation", "uploadKeys[1]");
    raise(&world.requester, json!(["nonsense"])).await.names(422, "validation", "uploadKeys[0]");
    raise(&world.requester, json!(vec![key; 11])).await.names(422, "validation", "uploadKeys");
    let picture = world.requester.upload(&Document::picture("me.png", 30, 30), "AVATAR").await;
    raise(&world.requester, json!([picture["key"]])).await.names(422, "validation", "uploadKeys[0]");
    // Of many who claim it at the same moment one gets it.
    let tries = (0..4).map(|_| async { raise(&world.requester, json!([key])).await.status });
    let mut statuses = futures::future::join_all(tries).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422, 422, 422]);
}

async fn an_upload_can_be_given_up(world: Arc<World>) {
    let upload = world.requester.upload(&Document::text("a.txt", "x"), "ATTACHMENT").await;
    let address = format!("/api/uploads/{}", upload["key"].as_str().unwrap());
    world.stranger.delete(&address).await.problem(404, "not-found");
    world.requester.delete(&address).await.ok(204);
    world.requester.delete(&address).await.problem(404, "not-found");
    world.requester.get(&address).await.problem(404, "not-found");
}

fn avatar_of(person: &Person) -> String {
    format!("/api/users/{}/avatar", person.id)
}

async fn a_person_has_a_picture(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let choose = |key: &Value| person.patch(&avatar_of(&person), json!({"uploadKey": key}));
    let upload = person.upload(&Document::picture("me.png", 900, 600), "AVATAR").await;
    assert_eq!(upload["links"], Value::Null);
    let user = choose(&upload["key"]).await.ok(200);
    let path = user["avatar"].as_str().unwrap().to_owned();
    let at_app = |path: &str| json!(format!("{}{path}", world.stack().app_url()));
    let picture = fetch(&at_app(&path)).await;
    assert_eq!(
        (picture.status, picture.header("content-type"), picture.sides()),
        (200, "image/jpeg", (256, 256))
    );
    assert_eq!(picture.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(person.get("/api/users/me").await.ok(200)["avatar"], json!(path));
    // The sign-in carries it, so that what the person does from now on does too.
    let ticket = world.raise(&person).await;
    assert_eq!(ticket["creator"]["avatar"], json!(path));
    choose(&upload["key"]).await.ok(200);

    let second = person.upload(&Document::picture("new.png", 30, 30), "AVATAR").await;
    let user = choose(&second["key"]).await.ok(200);
    assert_ne!(user["avatar"], json!(path));
    choose(&upload["key"]).await.names(422, "validation", "uploadKey");
    assert_eq!(choose(&Value::Null).await.ok(200)["avatar"], Value::Null);
    let ticket = world.raise(&person).await;
    assert_eq!(ticket["creator"].get("avatar"), None);
}

async fn a_picture_is_chosen_by_its_person_and_by_admins(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let of = |who: &Person, key: &Value| who.patch(&avatar_of(&person), json!({"uploadKey": key}));
    let theirs = person.upload(&Document::picture("me.png", 30, 30), "AVATAR").await;
    of(&world.stranger, &theirs["key"]).await.problem(404, "not-found");
    of(&world.agent, &theirs["key"]).await.problem(403, "forbidden");
    of(&world.admin, &theirs["key"]).await.names(422, "validation", "uploadKey");
    let upload = world.admin.upload(&Document::picture("them.png", 30, 30), "AVATAR").await;
    assert!(of(&world.admin, &upload["key"]).await.ok(200)["avatar"].is_string());
    world.admin.patch("/api/users/nonsense/avatar", json!({"uploadKey": null})).await.names(
        400,
        "malformed",
        "id",
    );
    person.patch(&avatar_of(&person), json!({})).await.names(422, "validation", "uploadKey");
}

async fn what_is_no_picture_is_nobodys_picture(world: Arc<World>) {
    let mut announced = Document::text("a.txt", "x").announced();
    announced["purpose"] = json!("AVATAR");
    world.requester.post("/api/uploads", announced).await.names(422, "validation", "mimeType");
    let person = world.person("USER", &[]).await;
    let document = Document::picture("me.png", 30, 30);
    let attachment = person.upload(&document, "ATTACHMENT").await;
    let choose = |key: &Value| person.patch(&avatar_of(&person), json!({"uploadKey": key}));
    choose(&attachment["key"]).await.names(422, "validation", "uploadKey");
    let mut announced = document.announced();
    announced["purpose"] = json!("AVATAR");
    let pending = person.post("/api/uploads", announced).await.ok(201);
    choose(&pending["key"]).await.problem(409, "conflict");
}
