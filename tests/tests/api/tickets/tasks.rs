//! `/api/tasks`: the same as tickets, for staff alone.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_task_goes_through_its_life,
        a_task_has_numbers_of_its_own_and_is_no_ticket,
        a_requester_meets_no_task_anywhere,
        a_task_is_told_live_to_staff,
        a_task_asked_for_twice_is_made_once,
    ]
}

fn path(task: &Value) -> String {
    format!("/api/tasks/{}", task["id"].as_str().unwrap())
}

async fn a_task_goes_through_its_life(world: Arc<World>) {
    let body = json!({
        "title": "Replace the switch", "estimatedHours": 2, "assigneeId": world.colleague.id,
        "checklist": [{"text": "Order it"}],
    });
    let made = world.agent.post("/api/tasks", body).await;
    assert!(made.header("location").starts_with("/api/tasks/wi_"));
    let task = made.ok(201);
    assert_eq!((&task["type"], &task["teamId"]), (&json!("TASK"), &json!(world.it)), "the maker's home team");
    assert_eq!((&task["ticketNumber"], &task["taskNumber"]), (&json!(null), &task["number"]));

    let change = json!({"status": "IN_PROGRESS", "checklist": [{"text": "Order it", "isDone": true}]});
    let begun = world.colleague.patch(&path(&task), change).if_match(&json!(1)).await.ok(200);
    assert_eq!(begun["checklist"][0]["isDone"], true);
    let stale = world.agent.patch(&path(&task), json!({"title": "x"})).if_match(&json!(1)).await;
    assert_eq!(stale.problem(412, "stale")["current"]["version"], 2);
    let assign = format!("{}/assign", path(&task));
    world.agent.post(&assign, json!({"assigneeId": "me"})).if_match(&json!(2)).await.ok(200);
    world
        .agent
        .post(&format!("{}/comments", path(&task)), json!({"content": "<p>Ordered</p>"}))
        .await
        .ok(201);
    let details = world.manager.get(&path(&task)).await.ok(200);
    assert_eq!(details["task"]["assignee"]["id"], world.agent.id);
    assert_eq!(details["comments"]["items"].as_array().unwrap().len(), 1);
    let list = format!("{}/comments", path(&task));
    assert_eq!(world.manager.pages(&list, 10).await.len(), 1);
    assert_eq!(world.manager.pages(&format!("{}/activity", path(&task)), 10).await.len(), 4);
    let mine = world.agent.pages("/api/tasks?view=mine&status=ACTIVE", 100).await;
    assert!(mine.iter().any(|one| one["id"] == task["id"]));
    world.agent.delete(&path(&task)).await.problem(403, "forbidden");
    world.admin.delete(&path(&task)).await.ok(204);
    world.agent.get(&path(&task)).await.problem(404, "not-found");
    world.admin.post(&format!("{}/restore", path(&task)), json!({})).await.ok(200);
    let ids = json!({"ids": [task["id"]], "change": {"priority": "HIGH"}});
    assert_eq!(world.agent.post("/api/tasks/bulk", ids).await.ok(200)["done"], 1);
}

async fn a_task_has_numbers_of_its_own_and_is_no_ticket(world: Arc<World>) {
    let task = world.agent.post("/api/tasks", json!({"title": "Count the cables"})).await.ok(201);
    let number = task["number"].as_str().unwrap();
    assert!(number.starts_with("TASK-"), "{number}");
    let lower = number.to_lowercase();
    assert_eq!(world.agent.get(&format!("/api/tasks/{lower}")).await.ok(200)["task"], task);
    let as_ticket = format!("/api/tickets/{}", task["id"].as_str().unwrap());
    world.agent.get(&as_ticket).await.problem(404, "not-found");
    world.agent.get(&format!("/api/tickets/{number}")).await.names(400, "malformed", "id");
    world.agent.patch(&as_ticket, json!({"title": "x"})).if_match(&json!(1)).await.problem(404, "not-found");
    let ticket = world.raise(&world.requester).await;
    world.agent.get(&path(&ticket)).await.problem(404, "not-found");
    let tickets = world.agent.pages("/api/tickets?view=created", 100).await;
    assert!(tickets.iter().all(|one| one["id"] != task["id"]));
    let both = json!({"ids": [task["id"], ticket["id"]], "change": {"priority": "LOW"}});
    assert_eq!(world.agent.post("/api/tickets/bulk", both).await.ok(200)["failed"], 1);
}

async fn a_requester_meets_no_task_anywhere(world: Arc<World>) {
    let task = world.agent.post("/api/tasks", json!({"title": world.unique("hidden")})).await.ok(201);
    let member = world.person("USER", &[&world.it]).await;
    for person in [&world.requester, &member] {
        person.post("/api/tasks", json!({"title": "Mine"})).await.problem(403, "forbidden");
        person.get("/api/tasks").await.problem(403, "forbidden");
        person.get(&path(&task)).await.problem(404, "not-found");
        person.get(&format!("{}/comments", path(&task))).await.problem(404, "not-found");
        let watcher = format!("{}/watchers/{}", path(&task), person.id);
        world.agent.call(reqwest::Method::PUT, &watcher).await.names(422, "validation", "userId");
    }
    world.outsider.get(&path(&task)).await.problem(404, "not-found");
    let nowhere = world.person("ADMIN", &[]).await;
    nowhere.post("/api/tasks", json!({"title": "No team"})).await.names(422, "validation", "categoryId");
}

async fn a_task_is_told_live_to_staff(world: Arc<World>) {
    let socket = world.colleague.connect().await;
    let body = json!({"title": "Look at it", "assigneeId": world.colleague.id});
    let task = world.agent.post("/api/tasks", body).await.ok(201);
    socket.wait_for("task:updated", |data| data["task"]["id"] == task["id"]).await;
    socket
        .wait_for("notification:new", |data| {
            data["link"] == format!("/tasks/{}", task["id"].as_str().unwrap())
        })
        .await;
    let mail = world.mail_to(&world.colleague, task["number"].as_str().unwrap()).await;
    assert!(mail.text.contains("assigned this task to you"), "{}", mail.text);
}

async fn a_task_asked_for_twice_is_made_once(world: Arc<World>) {
    let key = world.unique("key");
    let ask = || world.agent.post("/api/tasks", json!({"title": "Once"})).key(&key);
    let (one, other) = tokio::join!(ask(), ask());
    assert_eq!(one.ok(201), other.ok(201));
    world
        .agent
        .post("/api/tickets", json!({"title": "Once", "teamId": world.it}))
        .key(&key)
        .await
        .problem(422, "key-reused");
}
