//! Nobody reads what is not theirs, by any operation that the OpenAPI document describes: a new one is covered by itself.

use std::collections::HashSet;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures::{StreamExt, stream};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Document, Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![no_reading_operation_tells_a_requester_what_is_internal_or_of_others]
}

/// So many addresses are asked at once.
const AT_ONCE: usize = 6;

/// What must reach no requester, with the ids by which one could try.
struct Secrets {
    words: Vec<String>,
    ids: Vec<String>,
}

/// An internal comment and a plan on the requester's own ticket, another's ticket with a comment, and a task.
async fn keep_secrets(world: &World, requester: &Person) -> Secrets {
    let word = |what: &str| world.unique(&format!("secret-{what}"));
    let words = ["note", "tag", "entry", "foreign", "reply", "task", "file"].map(word);
    let [note, tag, entry, foreign, reply, task, file] = &words;
    let own = world.raise(requester).await;
    let note = world.agent.note(&own, note).await.ok(201);
    let plan = json!({"tags": [tag], "checklist": [{"text": entry}], "estimatedHours": 4});
    world.agent.change(&own, plan).await.ok(200);
    let body = json!({"title": foreign, "teamId": world.it, "assigneeId": world.agent.id});
    let other = world.colleague.post("/api/tickets", body).await.ok(201);
    let reply = world.agent.comment(&other, reply).await.ok(201);
    let (hidden_file, foreign_file) = (format!("{file}.txt"), format!("{file}-elsewhere.txt"));
    let hidden_file = world.agent.attach(&own, &Document::text(&hidden_file, "x"), true).await;
    let foreign_file = world.colleague.attach(&other, &Document::text(&foreign_file, "x"), false).await;
    let task = world.agent.post("/api/tasks", json!({"title": task, "tags": [tag]})).await.ok(201);
    let link = json!({"kind": "RELATES_TO", "item": other["number"]});
    let links = format!("/api/tickets/{}/links", own["id"].as_str().unwrap());
    world.agent.post(&links, link).await.ok(200);
    let ids = [&own, &note, &other, &reply, &task, &hidden_file, &foreign_file]
        .map(|one| one["id"].as_str().unwrap().to_owned());
    let numbers = [&own, &other, &task].map(|one| one["number"].as_str().unwrap().to_owned());
    let mut hidden: Vec<String> = words.into();
    hidden
        .extend([other["number"].as_str().unwrap().to_owned(), task["number"].as_str().unwrap().to_owned()]);
    let places = [world.it.clone(), world.network.clone(), world.agent.id.clone(), requester.id.clone()];
    Secrets { words: hidden, ids: ids.into_iter().chain(numbers).chain(places).collect() }
}

/// The path with each of its parameters as each id.
fn filled(path: &str, ids: &[String]) -> Vec<String> {
    match path.find('{').zip(path.find('}')) {
        None => vec![path.to_owned()],
        Some((start, end)) => ids
            .iter()
            .flat_map(|id| filled(&format!("{}{id}{}", &path[..start], &path[end + 1..]), ids))
            .collect(),
    }
}

/// Every address of an operation: its path, and each of its query's parameters as each value that it may have.
fn addresses(path: &str, operation: &Value, ids: &[String]) -> Vec<String> {
    let paths = filled(path, ids);
    let mut all = paths.clone();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        if parameter["in"] != "query" {
            continue;
        }
        let name = parameter["name"].as_str().unwrap();
        if name == "limit" {
            all.extend(paths.iter().map(|path| format!("{path}?limit=1")));
        }
        let schema = parameter["schema"].to_string();
        let enumerated: Vec<String> = values_of(&parameter["schema"]);
        let values =
            if enumerated.is_empty() && !schema.contains("integer") { ids.to_vec() } else { enumerated };
        for path in &paths {
            // No id is a cursor.
            let limits = if name == "cursor" { &[100][..] } else { &[1, 100] };
            for limit in limits {
                all.extend(values.iter().map(|value| format!("{path}?{name}={value}&limit={limit}")));
            }
        }
    }
    all
}

/// The values of an enumeration, wherever it stands in the schema.
fn values_of(schema: &Value) -> Vec<String> {
    match schema {
        Value::Object(fields) => {
            let own = fields.get("enum").and_then(Value::as_array).into_iter().flatten();
            let own = own.filter_map(Value::as_str).map(str::to_owned);
            own.chain(fields.values().flat_map(values_of)).collect()
        }
        Value::Array(items) => items.iter().flat_map(values_of).collect(),
        _ => Vec::new(),
    }
}

/// Work, comments and activities that a text names.
fn named(text: &str) -> HashSet<String> {
    let ids = ["wi_", "cmt_", "act_"].into_iter().flat_map(|prefix| {
        text.match_indices(prefix).filter_map(|(start, _)| text.get(start..start + prefix.len() + 32))
    });
    ids.map(str::to_owned).collect()
}

/// What the place in a list names at which its next page begins.
fn named_by_cursor(answer: &Answer) -> HashSet<String> {
    let body: Value = serde_json::from_str(&answer.text).unwrap_or_default();
    let Some(cursor) = body["nextCursor"].as_str() else { return HashSet::new() };
    named(&String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).unwrap()).unwrap())
}

async fn no_reading_operation_tells_a_requester_what_is_internal_or_of_others(world: Arc<World>) {
    let requester = world.person("USER", &[]).await;
    let socket = requester.connect().await;
    let secrets = keep_secrets(&world, &requester).await;
    // The requester knows what these name without any filter, and nothing else.
    let mut known = HashSet::new();
    for list in ["/api/tickets", "/api/dashboard/activity", "/api/notifications"] {
        known.extend(named(&requester.get(&format!("{list}?limit=100")).await.text));
    }
    let document: Value = world.api.call(Method::GET, "/api/openapi.json").await.ok(200);
    let mut asked = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        let Some(operation) = operations.get("get") else { continue };
        let asks = addresses(path, operation, &secrets.ids).into_iter().map(async |address| {
            let answer = requester.get(&address).await;
            let unknown: Vec<String> = named_by_cursor(&answer).difference(&known).cloned().collect();
            assert!(unknown.is_empty(), "the cursor of {address} tells {unknown:?}: {}", answer.text);
            // What was asked with is told back in a refusal.
            for word in secrets.words.iter().filter(|word| !address.contains(*word)) {
                assert!(!answer.text.contains(word.as_str()), "{address} tells {word}: {}", answer.text);
            }
        });
        asked += stream::iter(asks).buffer_unordered(AT_ONCE).count().await;
    }
    assert!(asked > 200, "{asked} addresses");
    world.quiet().await;
    for word in &secrets.words {
        assert!(!socket.has_heard_text(word), "a push tells {word}: {:?}", socket.heard());
        assert!(world.mails_to(&requester, word).await.is_empty(), "a mail tells {word}");
    }
}
