//! Each role and relation against each operation on a ticket.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        each_operation_is_answered_by_role_and_relation,
        each_operation_without_a_ticket_is_answered_by_role,
    ]
}

#[derive(Clone, Copy, Debug)]
enum Operation {
    Read,
    ListComments,
    ReadComment,
    Comment,
    Note,
    Edit,
    Close,
    Assign,
    Activity,
    Watch,
    AddWatcher,
    Link,
    Merge,
    FollowUp,
    Delete,
    Restore,
    EditComment,
    DeleteComment,
    SplitComment,
}

async fn attempt(world: &World, person: &Person, operation: Operation) -> u16 {
    let ticket = world.raise(&world.requester).await;
    let path = format!("/api/tickets/{}", ticket["id"].as_str().unwrap());
    let ticket = match operation {
        // Those who handle a ticket close it once it is resolved.
        Operation::Close => {
            let begun = world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
            world.agent.change(&begun, json!({"status": "RESOLVED"})).await.ok(200)
        }
        _ => ticket,
    };
    let answer = match operation {
        Operation::Read => person.get(&path).await,
        Operation::ListComments => person.get(&format!("{path}/comments")).await,
        Operation::ReadComment => {
            let comment = world.agent.comment(&ticket, "word").await.ok(201);
            person.get(&format!("/api/comments/{}", comment["id"].as_str().unwrap())).await
        }
        Operation::Comment => person.comment(&ticket, "word").await,
        Operation::Note => person.note(&ticket, "word").await,
        Operation::Edit => person.change(&ticket, json!({"title": "New"})).await,
        Operation::Close => person.change(&ticket, json!({"status": "CLOSED"})).await,
        Operation::Assign => person.assign(&ticket, json!(world.agent.id)).await,
        Operation::Activity => person.get(&format!("{path}/activity")).await,
        Operation::Watch => person.call(Method::PUT, &format!("{path}/watchers/me")).await,
        Operation::AddWatcher => {
            person.call(Method::PUT, &format!("{path}/watchers/{}", world.colleague.id)).await
        }
        Operation::Link => {
            let other = world.raise(&world.requester).await;
            person.post(&format!("{path}/links"), json!({"kind": "BLOCKS", "item": other["id"]})).await
        }
        Operation::Merge => {
            let other = world.raise(&world.requester).await;
            person.post(&format!("{path}/merge"), json!({"into": other["number"]})).await
        }
        Operation::FollowUp => {
            world.requester.change(&ticket, json!({"status": "CLOSED"})).await.ok(200);
            person.post(&format!("{path}/follow-up"), json!({"description": "<p>Again.</p>"})).await
        }
        Operation::Delete => person.delete(&path).await,
        Operation::Restore => {
            world.admin.delete(&path).await.ok(204);
            person.post(&format!("{path}/restore"), json!({})).await
        }
        Operation::EditComment | Operation::DeleteComment | Operation::SplitComment => {
            let comment = world.agent.comment(&ticket, "word").await.ok(201);
            let comment = format!("/api/comments/{}", comment["id"].as_str().unwrap());
            match operation {
                Operation::EditComment => person.patch(&comment, json!({"content": "<p>other</p>"})).await,
                Operation::DeleteComment => person.delete(&comment).await,
                _ => person.post(&format!("{comment}/split"), json!({"title": "Apart"})).await,
            }
        }
    };
    answer.status
}

async fn each_operation_is_answered_by_role_and_relation(world: Arc<World>) {
    use Operation as Op;
    let member = world.person("USER", &[&world.it]).await;
    let people = [
        ("admin", &world.admin),
        ("manager of the team", &world.manager),
        ("agent of the team", &world.agent),
        ("agent of another team", &world.outsider),
        ("requester", &world.requester),
        ("another requester", &world.stranger),
        ("requester who belongs to the team", &member),
    ];
    let table = [
        (Op::Read, [200, 200, 200, 404, 200, 404, 404]),
        (Op::ListComments, [200, 200, 200, 404, 200, 404, 404]),
        (Op::ReadComment, [200, 200, 200, 404, 200, 404, 404]),
        (Op::Comment, [201, 201, 201, 404, 201, 404, 404]),
        (Op::Note, [201, 201, 201, 404, 403, 404, 404]),
        (Op::Edit, [200, 200, 200, 404, 403, 404, 404]),
        (Op::Close, [200, 200, 200, 404, 200, 404, 404]),
        (Op::Assign, [200, 200, 200, 404, 403, 404, 404]),
        (Op::Activity, [200, 200, 200, 404, 403, 404, 404]),
        (Op::Watch, [200, 200, 200, 404, 200, 404, 404]),
        (Op::AddWatcher, [200, 200, 200, 404, 403, 404, 404]),
        (Op::Link, [200, 200, 200, 404, 403, 404, 404]),
        (Op::Merge, [200, 200, 200, 404, 403, 404, 404]),
        (Op::FollowUp, [201, 201, 201, 404, 201, 404, 404]),
        (Op::Delete, [204, 403, 403, 403, 403, 403, 403]),
        (Op::Restore, [200, 403, 403, 403, 403, 403, 403]),
        (Op::EditComment, [200, 200, 200, 404, 403, 404, 404]),
        (Op::DeleteComment, [204, 204, 204, 404, 403, 404, 404]),
        (Op::SplitComment, [201, 201, 201, 404, 403, 404, 404]),
    ];
    for (operation, expected) in table {
        for ((who, person), expected) in people.iter().zip(expected) {
            assert_eq!(attempt(&world, person, operation).await, expected, "{operation:?} by the {who}");
        }
    }
}

async fn each_operation_without_a_ticket_is_answered_by_role(world: Arc<World>) {
    let people = [&world.admin, &world.manager, &world.agent, &world.requester];
    let account = || {
        let email = format!("{}@desk.example", world.unique("new"));
        json!({"email": email, "name": "New", "role": "USER"})
    };
    let someone = world.person("USER", &[]).await;
    let get = |path: String| ("GET", path, Value::Null);
    let table = [
        (get("/api/users".into()), [200, 200, 200, 403]),
        (get("/api/users/me".into()), [200, 200, 200, 200]),
        (get(format!("/api/users/{}", someone.id)), [200, 200, 200, 403]),
        (get("/api/teams".into()), [200, 200, 200, 200]),
        (get(format!("/api/teams/{}", world.it)), [200, 200, 200, 200]),
        (get(format!("/api/teams/{}/members", world.it)), [200, 200, 200, 403]),
        (get("/api/categories".into()), [200, 200, 200, 200]),
        (get(format!("/api/categories/{}", world.network)), [200, 200, 200, 200]),
        (get("/api/notifications".into()), [200, 200, 200, 200]),
        (get("/api/tickets?view=all".into()), [200, 200, 200, 200]),
        (("POST", "/api/users".into(), account()), [201, 403, 403, 403]),
        (("PATCH", format!("/api/users/{}", someone.id), json!({"name": "Renamed"})), [200, 403, 403, 403]),
    ];
    for ((method, path, body), expected) in table {
        for (person, expected) in people.iter().zip(expected) {
            let answer = match method {
                "GET" => person.get(&path).await,
                "POST" => person.post(&path, body.clone()).await,
                _ => person.patch(&path, body.clone()).if_match(&json!(1)).await,
            };
            assert_eq!(answer.status, expected, "{method} {path} by {}: {}", person.name, answer.text);
        }
    }
}
