//! Who can be mentioned in a comment, and who is told.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Call, Person, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        who_is_mentioned_is_told_once_by_the_bell_and_by_mail,
        only_people_who_may_read_the_comment_are_mentioned,
        an_edit_tells_those_whom_it_mentions_anew,
        suggestions_hold_those_who_may_read_it_and_nobody_else,
        a_requester_is_suggested_only_whom_the_ticket_shows,
    ]
}

fn content(people: &[&Person], text: &str) -> String {
    let spans: String = people
        .iter()
        .map(|person| {
            format!("<span data-type=\"mention\" data-id=\"{}\">@{}</span> ", person.id, person.name)
        })
        .collect();
    format!("<p>{spans}{text}</p>")
}

fn comment(by: &Person, ticket: &Value, content: &str, is_internal: bool) -> Call {
    let path = format!("/api/tickets/{}/comments", ticket["id"].as_str().unwrap());
    by.post(&path, json!({"content": content, "isInternal": is_internal}))
}

async fn mentions_of(person: &Person) -> Vec<Value> {
    let all = person.pages("/api/notifications", 100).await;
    all.into_iter().filter(|notification| notification["type"] == "MENTION").collect()
}

async fn is_mentioned(person: &Person, times: usize) -> Vec<Value> {
    let what = format!("{} to be mentioned", person.name);
    eventually(&what, Duration::from_secs(30), || async {
        Some(mentions_of(person).await).filter(|mentions| mentions.len() == times)
    })
    .await
}

async fn who_is_mentioned_is_told_once_by_the_bell_and_by_mail(world: Arc<World>) {
    let requester = world.person("USER", &[]).await;
    let mentioned = world.person("AGENT", &[&world.it]).await;
    let ticket = world.raise(&requester).await;
    let word = world.unique("look");
    let said =
        comment(&world.agent, &ticket, &content(&[&mentioned, &world.agent], &word), true).await.ok(201);
    assert_eq!(said["mentions"][0], json!({"id": mentioned.id, "name": mentioned.name}));
    assert!(said["content"].as_str().unwrap().contains(&mentioned.id), "{said}");
    let told = is_mentioned(&mentioned, 1).await;
    assert!(told[0]["title"].as_str().unwrap().contains("mentioned you"), "{}", told[0]);
    let mail = world.mail_to(&mentioned, &word).await;
    assert!(mail.text.contains("mentioned you"), "{}", mail.text);
    world.quiet().await;
    assert_eq!(mentioned.pages("/api/notifications", 100).await.len(), 1);
    assert!(mentions_of(&world.agent).await.is_empty(), "nobody is told of what they did themselves");
    assert!(requester.pages("/api/notifications", 100).await.is_empty(), "the note is internal");
}

async fn only_people_who_may_read_the_comment_are_mentioned(world: Arc<World>) {
    let requester = world.person("USER", &[]).await;
    let ticket = world.raise(&requester).await;
    let gone = world.person("AGENT", &[&world.it]).await;
    let path = format!("/api/users/{}", gone.id);
    world.admin.patch(&path, json!({"isActive": false})).if_match(&json!(1)).await.ok(200);
    for (person, is_internal) in
        [(&world.outsider, false), (&world.stranger, false), (&requester, true), (&gone, false)]
    {
        let refused = comment(&world.agent, &ticket, &content(&[person], "hello"), is_internal).await;
        refused.names(422, "validation", "content");
        assert!(!refused.text.contains(&person.name), "a refusal tells no name: {}", refused.text);
    }
    // A requester mentions whom the ticket shows, and learns nothing about others.
    comment(&requester, &ticket, &content(&[&world.colleague], "hello"), false).await.names(
        422,
        "validation",
        "content",
    );
    let ticket = world.agent.assign(&ticket, json!(world.colleague.id)).await.ok(200);
    comment(&requester, &ticket, &content(&[&world.colleague], "hello"), false).await.ok(201);
    comment(&world.agent, &ticket, &content(&[&requester], "hello"), false).await.ok(201);
}

async fn an_edit_tells_those_whom_it_mentions_anew(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (first, second) =
        (world.person("AGENT", &[&world.it]).await, world.person("AGENT", &[&world.it]).await);
    let said = comment(&world.agent, &ticket, &content(&[&first], "look"), false).await.ok(201);
    is_mentioned(&first, 1).await;
    let path = format!("/api/comments/{}", said["id"].as_str().unwrap());
    let edited =
        world.agent.patch(&path, json!({"content": content(&[&first, &second], "look here")})).await.ok(200);
    assert_eq!(edited["mentions"].as_array().unwrap().len(), 2);
    is_mentioned(&second, 1).await;
    world.quiet().await;
    assert_eq!(mentions_of(&first).await.len(), 1, "it mentioned the first before");
    let refused = world.agent.patch(&path, json!({"content": content(&[&world.stranger], "look")})).await;
    refused.names(422, "validation", "content");
    let read = world.agent.get(&path).await.ok(200);
    assert_eq!(read["mentions"], edited["mentions"]);
}

async fn suggested(by: &Person, ticket: &Value, query: &str) -> Vec<String> {
    let path = format!("/api/tickets/{}/mentionable{query}", ticket["id"].as_str().unwrap());
    let answer = by.get(&path).await.ok(200);
    let items = answer["items"].as_array().unwrap();
    items.iter().map(|person| person["id"].as_str().unwrap().to_owned()).collect()
}

async fn suggestions_hold_those_who_may_read_it_and_nobody_else(world: Arc<World>) {
    let team = world.team().await;
    let (own, other) = (world.person("AGENT", &[&team]).await, world.person("AGENT", &[&team]).await);
    let stranger = world.person("AGENT", &[&world.courses]).await;
    let requester = world.person("USER", &[]).await;
    let ticket = world.raise_in(&requester, &team).await;
    let of = |query: String| {
        let (own, ticket) = (&own, &ticket);
        async move { suggested(own, ticket, &query).await }
    };
    assert_eq!(of(format!("?search={}", other.name.to_uppercase())).await, [other.id.as_str()]);
    assert_eq!(of(format!("?search={}", stranger.name)).await, [] as [&str; 0]);
    assert_eq!(of(format!("?search={}", requester.name)).await, [requester.id.as_str()]);
    assert_eq!(of(format!("?search={}&internal=true", requester.name)).await, [] as [&str; 0]);
    assert_eq!(of("?search=Ada".into()).await, [world.admin.id.as_str()]);
    assert!(!of(String::new()).await.contains(&own.id), "nobody mentions themselves");
    let path = format!("/api/tickets/{}/mentionable", ticket["id"].as_str().unwrap());
    stranger.get(&path).await.problem(404, "not-found");
    own.get(&format!("{path}?search={}", "x".repeat(121))).await.names(400, "malformed", "search");
    let task = own.post("/api/tasks", json!({"title": "x"})).await.ok(201);
    let path = format!("/api/tasks/{}/mentionable?search={}", task["id"].as_str().unwrap(), other.name);
    assert_eq!(own.get(&path).await.ok(200)["items"][0]["id"], other.id);
    requester.get(&path).await.problem(404, "not-found");
}

async fn a_requester_is_suggested_only_whom_the_ticket_shows(world: Arc<World>) {
    let requester = world.person("USER", &[]).await;
    let ticket = world.raise(&requester).await;
    assert_eq!(suggested(&requester, &ticket, "").await, [] as [&str; 0]);
    let ticket = world.agent.assign(&ticket, json!("me")).await.ok(200);
    assert_eq!(suggested(&requester, &ticket, "").await, [world.agent.id.as_str()]);
    let by_email = format!("?search={}", world.agent.email);
    assert_eq!(suggested(&requester, &ticket, &by_email).await, [] as [&str; 0], "an e-mail is not told");
    assert_eq!(suggested(&world.colleague, &ticket, &by_email).await, [world.agent.id.as_str()]);
    let path = format!("/api/tickets/{}/mentionable?internal=true", ticket["id"].as_str().unwrap());
    requester.get(&path).await.problem(403, "forbidden");
}
