//! `/api/macros`, and using them on tickets

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Document, Test, World, eventually};

/// How long an index may lag behind.
const WAIT: Duration = Duration::from_secs(5);

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_macro_is_made_changed_and_deleted,
        a_macro_is_had_by_whom_it_is_shared_with,
        a_macro_that_breaks_a_rule_is_refused_with_its_name,
        a_macro_says_and_does_everything_at_once,
        a_macro_is_edited_before_it_is_said,
        whom_a_macros_words_mention_is_told,
        a_macro_of_which_one_part_is_refused_does_nothing,
        a_macro_is_used_by_those_who_handle_the_ticket,
        a_canned_reply_changes_nothing_else,
        files_go_along_with_what_a_macro_says,
        words_are_checked_with_what_stands_in_for_variables,
        a_repeat_gets_its_answer_after_the_ticket_was_given_away,
    ]
}

fn path(kept: &Value) -> String {
    format!("/api/macros/{}", kept["id"].as_str().unwrap())
}

fn on(ticket: &Value, kept: &Value) -> String {
    format!("/api/tickets/{}/macros/{}", ticket["id"].as_str().unwrap(), kept["id"].as_str().unwrap())
}

async fn a_macro_is_made_changed_and_deleted(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let body = json!({"name": " Ask for more ", "description": "When it is unclear",
        "reply": {"content": "<p>Hi {{requester.firstName}}<script>x</script></p>"},
        "actions": {"status": "ON_HOLD", "addTags": ["Needs Info", "needs-info"], "assignee": "me"}});
    let made = agent.post("/api/macros", body).await;
    assert_eq!(made.header("etag"), "\"1\"");
    let kept = made.ok(201);
    assert_eq!(kept["name"], "Ask for more");
    assert_eq!(kept["reply"], json!({"content": "<p>Hi {{requester.firstName}}</p>", "isInternal": false}));
    assert_eq!(kept["actions"], json!({"status": "ON_HOLD", "assignee": "me", "addTags": ["needs-info"]}));
    eventually("the macro is listed", WAIT, || async {
        let listed = agent.pages("/api/macros", 1).await;
        listed.iter().any(|one| one["id"] == kept["id"]).then_some(())
    })
    .await;
    let patch = json!({"description": null, "reply": null, "actions": {"priority": "LOW"}});
    let changed = agent.patch(&path(&kept), patch).if_match(&json!(1)).await.ok(200);
    assert_eq!((&changed["reply"], &changed["actions"]), (&Value::Null, &json!({"priority": "LOW"})));
    let lost = agent.patch(&path(&kept), json!({"name": "other"})).if_match(&json!(1)).await;
    assert_eq!(lost.problem(412, "stale")["current"], changed);
    assert_eq!(agent.get(&path(&kept)).await.ok(200), changed);
    agent.delete(&path(&kept)).await.ok(204);
    agent.get(&path(&kept)).await.problem(404, "not-found");
}

async fn a_macro_is_had_by_whom_it_is_shared_with(world: Arc<World>) {
    let words = json!({"content": "<p>Hello</p>"});
    let body = |sharing: Value| json!({"name": "Shared", "reply": words, "sharing": sharing});
    let team = json!({"with": "TEAM", "teamId": world.it});
    let of_team = world.manager.post("/api/macros", body(team.clone())).await.ok(201);
    world.agent.post("/api/macros", body(team)).await.problem(403, "forbidden");
    world.manager.post("/api/macros", body(json!({"with": "EVERYONE"}))).await.problem(403, "forbidden");
    world.requester.post("/api/macros", body(json!({"with": "NOBODY"}))).await.problem(403, "forbidden");
    world.requester.get("/api/macros").await.problem(403, "forbidden");
    for (person, has, may) in [
        (&world.admin, true, true),
        (&world.manager, true, true),
        (&world.agent, true, false),
        (&world.outsider, false, false),
    ] {
        let read = person.get(&path(&of_team)).await;
        if has {
            assert_eq!(read.ok(200)["canEdit"], json!(may));
        } else {
            read.problem(404, "not-found");
        }
    }
    world.agent.delete(&path(&of_team)).await.problem(403, "forbidden");
    world.requester.delete(&path(&of_team)).await.problem(403, "forbidden");
    world.outsider.delete(&path(&of_team)).await.problem(404, "not-found");
}

async fn a_macro_that_breaks_a_rule_is_refused_with_its_name(world: Arc<World>) {
    let nobody = "usr_01990000000070008000000000000001";
    for (field, change) in [
        ("name", json!({"name": ""})),
        ("actions", json!({"reply": null})),
        ("reply.content", json!({"reply": {"content": "<p> </p>"}})),
        ("reply.content", json!({"reply": {"content": "{{ticket.colour}}"}})),
        ("reply.content", json!({"reply": {"content": "x".repeat(9000)}})),
        ("actions.addTags[0]", json!({"actions": {"addTags": ["a/b"]}})),
        ("actions.assignee", json!({"actions": {"assignee": nobody}})),
        ("actions.assignee", json!({"actions": {"assignee": world.requester.id}})),
        ("actions.categoryId", json!({"actions": {"categoryId": "cat_01990000000070008000000000000001"}})),
        ("actions.teamId", json!({"actions": {"teamId": "team_01990000000070008000000000000001"}})),
        ("actions.status", json!({"actions": {"status": "LOST"}})),
    ] {
        let mut body = json!({"name": "x", "reply": {"content": "<p>x</p>"}});
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        world.agent.post("/api/macros", body).await.names(422, "validation", field);
    }
}

async fn resolving(world: &World) -> Value {
    let body = json!({"name": "Solved", "reply": {"content": "<p>Hi {{requester.firstName}}, {{ticket.number}} is solved. {{agent.name}}</p>"},
        "actions": {"status": "IN_PROGRESS", "priority": "LOW", "assignee": "me", "addTags": ["solved"]}});
    world.agent.post("/api/macros", body).await.ok(201)
}

async fn a_macro_says_and_does_everything_at_once(world: Arc<World>) {
    let kept = resolving(&world).await;
    let ticket = world.raise_in(&world.requester, &world.it).await;
    let said = format!("<p>Hi Rosa, {} is solved. Ana Agent</p>", ticket["number"].as_str().unwrap());
    let preview = world.agent.get(&on(&ticket, &kept)).await.ok(200);
    assert_eq!(preview["reply"]["content"], json!(said));
    assert_eq!(preview["actions"]["assignee"], json!("me"));

    let key = world.unique("macro");
    let used = world.agent.post(&on(&ticket, &kept), json!({})).key(&key).await;
    let outcome = used.ok(200);
    assert_eq!(outcome["comment"]["content"], json!(said));
    let item = &outcome["item"];
    assert_eq!((&item["status"], &item["priority"]), (&json!("IN_PROGRESS"), &json!("LOW")));
    assert_eq!((&item["assignee"]["id"], &item["tags"]), (&json!(world.agent.id), &json!(["solved"])));
    let again = world.agent.post(&on(&ticket, &kept), json!({})).key(&key).await.ok(200);
    assert_eq!(again, outcome, "a repeat gets the first answer");

    let read = world.agent.read(&ticket).await;
    assert_eq!(read["comments"]["items"].as_array().unwrap().len(), 1);
    assert_eq!((&read["ticket"]["version"], &read["ticket"]["commentCount"]), (&item["version"], &json!(1)));
    let activity = format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap());
    let entries = world.agent.get(&activity).await.ok(200);
    let actions: Vec<&str> =
        entries["items"].as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    for action in ["CREATED", "UPDATED", "ASSIGNED", "COMMENTED"] {
        assert_eq!(actions.iter().filter(|one| **one == action).count(), 1, "{actions:?}");
    }
    let mail =
        world.mail_to(&world.requester, &format!("{} is solved", ticket["number"].as_str().unwrap())).await;
    assert!(mail.text.contains("Hi Rosa"), "{}", mail.text);
}

async fn a_macro_is_edited_before_it_is_said(world: Arc<World>) {
    let kept = resolving(&world).await;
    let ticket = world.raise_in(&world.requester, &world.it).await;
    let words = json!({"content": "<p>In other words {{agent.name}}</p>"});
    let outcome = world.agent.post(&on(&ticket, &kept), words).await.ok(200);
    assert_eq!(
        outcome["comment"]["content"], "<p>In other words {{agent.name}}</p>",
        "what was edited stays"
    );
    let empty = json!({"content": "<p> </p>"});
    world.agent.post(&on(&ticket, &kept), empty).await.names(422, "validation", "content");
    let silent = json!({"name": "Silent", "actions": {"priority": "HIGH"}});
    let silent = world.agent.post("/api/macros", silent).await.ok(201);
    let words = json!({"content": "<p>x</p>"});
    world.agent.post(&on(&ticket, &silent), words).await.names(422, "validation", "content");
    let outcome = world.agent.post(&on(&ticket, &silent), json!({})).await.ok(200);
    assert_eq!((&outcome["comment"], &outcome["item"]["priority"]), (&Value::Null, &json!("HIGH")));
    let idle = world.agent.post(&on(&ticket, &silent), json!({})).await.ok(200);
    assert_eq!(idle["item"]["version"], outcome["item"]["version"], "what changes nothing writes nothing");
}

async fn whom_a_macros_words_mention_is_told(world: Arc<World>) {
    let colleague = world.person("AGENT", &[&world.it]).await;
    let kept = resolving(&world).await;
    let ticket = world.raise_in(&world.requester, &world.it).await;
    let mention = |id: &str| json!({"content": format!("<p>Ask <span data-type=\"mention\" data-id=\"{id}\">@them</span></p>")});
    let stranger = mention(&world.stranger.id);
    world.agent.post(&on(&ticket, &kept), stranger).await.names(422, "validation", "content");
    assert_eq!(world.agent.read(&ticket).await["ticket"]["commentCount"], json!(0), "nothing happened");
    let outcome = world.agent.post(&on(&ticket, &kept), mention(&colleague.id)).await.ok(200);
    assert_eq!(outcome["comment"]["mentions"][0]["id"], json!(colleague.id));
    eventually("the colleague is told", Duration::from_secs(30), || async {
        let told = colleague.pages("/api/notifications", 100).await;
        told.iter().any(|one| one["type"] == "MENTION").then_some(())
    })
    .await;
}

async fn a_macro_of_which_one_part_is_refused_does_nothing(world: Arc<World>) {
    let body =
        json!({"name": "Close", "reply": {"content": "<p>Closed</p>"}, "actions": {"status": "CLOSED"}});
    let kept = world.agent.post("/api/macros", body).await.ok(201);
    let ticket = world.raise_in(&world.requester, &world.it).await;
    world.agent.post(&on(&ticket, &kept), json!({})).await.problem(409, "status-refused");
    let read = world.agent.read(&ticket).await;
    assert_eq!((&read["ticket"]["status"], &read["ticket"]["commentCount"]), (&json!("OPEN"), &json!(0)));
}

async fn a_macro_is_used_by_those_who_handle_the_ticket(world: Arc<World>) {
    let body = json!({"name": "Hello", "reply": {"content": "<p>Hello</p>", "isInternal": true}, "sharing": {"with": "EVERYONE"}});
    let kept = world.admin.post("/api/macros", body).await.ok(201);
    let ticket = world.raise_in(&world.requester, &world.it).await;
    world.outsider.get(&on(&ticket, &kept)).await.problem(404, "not-found");
    world.outsider.post(&on(&ticket, &kept), json!({})).await.problem(404, "not-found");
    world.requester.get(&on(&ticket, &kept)).await.problem(403, "forbidden");
    world.requester.post(&on(&ticket, &kept), json!({})).await.problem(403, "forbidden");
    for person in [&world.admin, &world.manager, &world.colleague] {
        let outcome = person.post(&on(&ticket, &kept), json!({})).await.ok(200);
        assert_eq!(outcome["comment"]["isInternal"], json!(true));
    }
    let own = json!({"name": "Own", "reply": {"content": "<p>Hello</p>"}});
    let own = world.agent.post("/api/macros", own).await.ok(201);
    world.colleague.post(&on(&ticket, &own), json!({})).await.problem(404, "not-found");
    let task = world.agent.post("/api/tasks", json!({"title": "Tidy up", "teamId": world.it})).await.ok(201);
    let path = format!("/api/tasks/{}/macros/{}", task["id"].as_str().unwrap(), own["id"].as_str().unwrap());
    assert_eq!(world.agent.get(&path).await.ok(200)["reply"]["content"], "<p>Hello</p>");
    world.agent.post(&path, json!({})).await.ok(200);
}

async fn a_canned_reply_changes_nothing_else(world: Arc<World>) {
    let body = json!({"name": "Thanks", "reply": {"content": "<p>Thanks for “{{ticket.title}}”</p>"}});
    let kept = world.agent.post("/api/macros", body).await.ok(201);
    let ticket = world.raise_in(&world.requester, &world.it).await;
    let outcome = world.agent.post(&on(&ticket, &kept), json!({})).await.ok(200);
    assert_eq!(
        (&outcome["item"]["version"], &outcome["item"]["status"]),
        (&ticket["version"], &json!("OPEN"))
    );
    assert_eq!(outcome["item"]["commentCount"], json!(1));
}

async fn words_are_checked_with_what_stands_in_for_variables(world: Arc<World>) {
    let reply = json!({"content": "<p>{{ticket.title}}</p>".repeat(300)});
    let long = world.agent.post("/api/macros", json!({"name": "Long", "reply": reply})).await.ok(201);
    let reply = json!({"content": "<p><a href=\"{{ticket.title}}\">Read</a></p>"});
    let link = world.agent.post("/api/macros", json!({"name": "Link", "reply": reply})).await.ok(201);
    let raised = async |title: String| {
        let body = json!({"title": title, "teamId": world.it});
        world.requester.post("/api/tickets", body).await.ok(201)
    };
    let signs = raised("&".repeat(200)).await;
    world.agent.get(&on(&signs, &long)).await.names(422, "validation", "content");
    world.agent.post(&on(&signs, &long), json!({})).await.names(422, "validation", "content");
    let script = raised("javascript:alert(1)".into()).await;
    let said = world.agent.post(&on(&script, &link), json!({})).await.ok(200)["comment"]["content"].clone();
    assert!(!said.as_str().unwrap().contains("javascript:"), "{said}");
}

async fn a_repeat_gets_its_answer_after_the_ticket_was_given_away(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let body = json!({"name": "Not ours", "reply": {"content": "<p>Others do this.</p>"}, "actions": {"teamId": world.it}});
    let kept = agent.post("/api/macros", body).await.ok(201);
    let ticket = world.raise_in(&world.requester, &team).await;
    let key = world.unique("given");
    let outcome = agent.post(&on(&ticket, &kept), json!({})).key(&key).await.ok(200);
    agent.get(&format!("/api/tickets/{}", ticket["id"].as_str().unwrap())).await.problem(404, "not-found");
    let again = agent.post(&on(&ticket, &kept), json!({})).key(&key).await.ok(200);
    assert_eq!(again, outcome);
    agent.post(&on(&ticket, &kept), json!({})).key(&world.unique("new")).await.problem(404, "not-found");
}

async fn files_go_along_with_what_a_macro_says(world: Arc<World>) {
    let reply = json!({"content": "<p>See the file.</p>", "isInternal": true});
    let body = json!({"name": "File", "reply": reply, "actions": {"priority": "LOW"}});
    let kept = world.agent.post("/api/macros", body).await.ok(201);
    let body = json!({"name": "Silent", "actions": {"priority": "LOW"}});
    let silent = world.agent.post("/api/macros", body).await.ok(201);
    let ticket = world.raise_in(&world.requester, &world.it).await;
    let upload = world.agent.upload(&Document::text("steps.txt", "x"), "ATTACHMENT").await;
    let with = json!({"uploadKeys": [upload["key"]]});
    world.agent.post(&on(&ticket, &silent), with.clone()).await.names(422, "validation", "uploadKeys");
    let key = world.unique("file");
    let outcome = world.agent.post(&on(&ticket, &kept), with.clone()).key(&key).await.ok(200);
    assert_eq!(outcome["item"]["priority"], json!("LOW"));
    let files = world.agent.attachments(&ticket).await;
    assert_eq!((files.len(), &files[0]["isInternal"]), (1, &json!(true)));
    assert!(world.requester.attachments(&ticket).await.is_empty());
    assert_eq!(world.agent.post(&on(&ticket, &kept), with.clone()).key(&key).await.ok(200), outcome);
    world.agent.post(&on(&ticket, &kept), with).await.names(422, "validation", "uploadKeys[0]");
}
