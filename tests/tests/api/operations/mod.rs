//! Every operation of the OpenAPI document: asked for by each role, with a wrong body, with a wrong id and with a stale
//! version. An operation that is in the document and not in the table, or the other way round, is a failure.

mod recipe;
mod table;

use std::collections::BTreeSet;
use std::sync::Arc;

use futures::StreamExt;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Person, Test, World};

use recipe::{Cast, Request};
use table::{PUBLIC, ROLES, TABLE};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        each_operation_answers_each_role_as_the_table_says,
        each_operation_asks_for_a_sign_in,
        each_operation_refuses_what_is_no_body_of_its_own,
        each_operation_tells_that_an_id_is_wrong,
        each_change_needs_the_present_version,
    ]
}

/// So many operations are tried at the same time.
const AT_ONCE: usize = 12;

/// An operation of the document.
#[derive(Clone)]
struct Operation {
    /// `PATCH /api/tickets/{id}`.
    name: String,
    method: Method,
    path: String,
    details: Value,
}

impl Operation {
    fn has_body(&self) -> bool {
        self.details.get("requestBody").is_some()
    }

    fn is_public(&self) -> bool {
        PUBLIC.contains(&self.name.as_str())
    }

    fn needs_version(&self) -> bool {
        self.details["parameters"].as_array().into_iter().flatten().any(|one| one["name"] == "If-Match")
    }
}

async fn operations(world: &World) -> Vec<Operation> {
    let document: Value = world.api.call(Method::GET, "/api/openapi.json").await.ok(200);
    let methods = [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE];
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in &methods {
            if let Some(details) = item.get(method.as_str().to_lowercase()) {
                all.push(Operation {
                    name: format!("{method} {path}"),
                    method: method.clone(),
                    path: path.clone(),
                    details: details.clone(),
                });
            }
        }
    }
    all
}

fn send(person: &Person, operation: &Operation, request: &Request) -> tests::Call {
    let call = person.call(operation.method.clone(), &request.address);
    let call = if operation.has_body() { call.json(request.body.clone()) } else { call };
    match &request.version {
        Some(version) => call.if_match(version),
        None => call,
    }
}

/// What went wrong for any operation, all of it at once.
async fn for_each<F>(operations: Vec<Operation>, check: impl Fn(Operation) -> F)
where
    F: Future<Output = Vec<String>>,
{
    let wrong: Vec<Vec<String>> =
        futures::stream::iter(operations).map(check).buffer_unordered(AT_ONCE).collect().await;
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_problem(answer: &Answer) -> bool {
    answer.header("content-type") == "application/problem+json" && answer.json()["code"].is_string()
}

async fn each_operation_answers_each_role_as_the_table_says(world: Arc<World>) {
    let operations = operations(&world).await;
    let described: BTreeSet<&str> = operations.iter().map(|operation| operation.name.as_str()).collect();
    let listed: BTreeSet<&str> = TABLE.iter().map(|(name, _)| *name).chain(PUBLIC).collect();
    assert_eq!(described, listed, "the document and the table name the same operations");
    let cast = &Cast::new(&world).await;
    let signed_in = operations.into_iter().filter(|operation| !operation.is_public()).collect();
    for_each(signed_in, async |operation| {
        let (_, expected) = TABLE.iter().find(|(name, _)| *name == operation.name).unwrap();
        let mut wrong = Vec::new();
        for (role, expected) in ROLES.iter().zip(expected) {
            let person = cast.person(role, &operation.name).await;
            let request = cast.request(&operation.name, &operation.path, &person).await;
            let answer = send(&person, &operation, &request).await;
            if answer.status != *expected {
                wrong.push(format!("{} by {role}: {} in place of {expected}", operation.name, answer.status));
            } else if answer.status >= 400 && !is_problem(&answer) {
                wrong.push(format!("{} by {role}: no problem, but {}", operation.name, answer.text));
            }
        }
        wrong
    })
    .await;
}

async fn each_operation_asks_for_a_sign_in(world: Arc<World>) {
    let mut operations = operations(&world).await;
    operations.retain(|operation| !operation.is_public());
    let forged = world.requester.with_token(&format!("{}x", world.requester.token));
    for_each(operations, async |operation| {
        let address = recipe::with_ids(&operation.path, recipe::UNKNOWN);
        let mut wrong = Vec::new();
        let nobody = world.api.call(operation.method.clone(), &address).json(json!({})).await;
        let forger = forged.call(operation.method.clone(), &address).json(json!({})).await;
        for (who, answer) in [("nobody", nobody), ("a forger", forger)] {
            if answer.status != 401 || !is_problem(&answer) {
                wrong.push(format!("{} by {who}: {} {}", operation.name, answer.status, answer.text));
            }
        }
        wrong
    })
    .await;
}

async fn each_operation_refuses_what_is_no_body_of_its_own(world: Arc<World>) {
    let mut operations = operations(&world).await;
    operations.retain(Operation::has_body);
    let cast = &Cast::new(&world).await;
    for_each(operations, async |operation| {
        let admin = &cast.person("admin", &operation.name).await;
        let request = cast.request(&operation.name, &operation.path, admin).await;
        let call = || {
            let call = admin.call(operation.method.clone(), &request.address);
            match &request.version {
                Some(version) => call.if_match(version),
                None => call,
            }
        };
        let mut wrong = Vec::new();
        for (what, answer) in [
            ("no JSON", call().body("application/json", "{\"").await),
            ("a list", call().json(json!([1])).await),
            ("a field that is none", call().json(json!({"nonsense": true})).await),
        ] {
            if ![400, 422].contains(&answer.status) || !is_problem(&answer) {
                wrong.push(format!("{} with {what}: {} {}", operation.name, answer.status, answer.text));
            }
        }
        let plain = call().body("text/plain", "hello").await;
        if plain.status != 415 || !is_problem(&plain) {
            wrong.push(format!("{} with a text: {} {}", operation.name, plain.status, plain.text));
        }
        wrong
    })
    .await;
}

async fn each_operation_tells_that_an_id_is_wrong(world: Arc<World>) {
    let mut operations = operations(&world).await;
    operations.retain(|operation| operation.path.contains('{'));
    let cast = &Cast::new(&world).await;
    for_each(operations, async |operation| {
        let admin = &cast.person("admin", &operation.name).await;
        let body = cast.request(&operation.name, &operation.path, admin).await;
        let mut wrong = Vec::new();
        let unknown = Request { address: recipe::with_ids(&operation.path, recipe::UNKNOWN), ..body.clone() };
        let answer = send(admin, &operation, &unknown).await;
        // What is gone already need not be removed again.
        let is_removal = table::GONE_ALREADY.contains(&operation.name.as_str());
        if answer.status != if is_removal { 204 } else { 404 } {
            wrong.push(format!("{} of nothing: {} {}", operation.name, answer.status, answer.text));
        }
        let malformed = Request { address: recipe::with_ids(&operation.path, |_| "1".into()), ..body };
        let answer = send(admin, &operation, &malformed).await;
        if ![400, 404].contains(&answer.status) || !is_problem(&answer) {
            wrong.push(format!("{} of `1`: {} {}", operation.name, answer.status, answer.text));
        }
        wrong
    })
    .await;
}

async fn each_change_needs_the_present_version(world: Arc<World>) {
    let mut operations = operations(&world).await;
    operations.retain(Operation::needs_version);
    assert!(operations.len() > 8, "{} operations take a version", operations.len());
    let cast = &Cast::new(&world).await;
    for_each(operations, async |operation| {
        let admin = &cast.person("admin", &operation.name).await;
        let request = cast.request(&operation.name, &operation.path, admin).await;
        let stale = Request { version: Some(json!(999_999)), ..request.clone() };
        let answer = send(admin, &operation, &stale).await;
        let mut wrong = Vec::new();
        if answer.status != 412 || !is_problem(&answer) || answer.json()["current"].is_null() {
            wrong.push(format!("{} of another version: {} {}", operation.name, answer.status, answer.text));
        }
        let answer = send(admin, &operation, &Request { version: None, ..request }).await;
        if answer.status != 428 || !is_problem(&answer) {
            wrong.push(format!("{} without a version: {} {}", operation.name, answer.status, answer.text));
        }
        wrong
    })
    .await;
}
