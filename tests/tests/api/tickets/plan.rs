//! Due dates, estimates, tags and checklists.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        staff_plan_a_ticket_and_a_requester_does_not_see_the_plan,
        a_requester_plans_nothing,
        what_breaks_a_rule_is_named,
        lists_are_sifted_by_each_filter,
    ]
}

async fn staff_plan_a_ticket_and_a_requester_does_not_see_the_plan(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let plan = json!({
        "dueDate": "2026-12-24T17:00:00.000Z",
        "estimatedHours": 1.5,
        "tags": ["Wi-Fi", " exam week ", "wi-fi"],
        "checklist": [{"text": "Look at the router"}, {"text": "Tell the class", "isDone": true}],
    });
    let planned = world.agent.change(&ticket, plan).await.ok(200);
    assert_eq!(planned["tags"], json!(["wi-fi", "exam-week"]));
    assert_eq!(planned["estimatedHours"], 1.5);
    assert_eq!(planned["checklist"][0], json!({"text": "Look at the router", "isDone": false}));
    assert_eq!(planned["dueDate"], "2026-12-24T17:00:00.000Z");

    let seen = &world.requester.read(&ticket).await["ticket"];
    assert_eq!((&seen["tags"], &seen["checklist"]), (&json!([]), &json!([])));
    assert_eq!((&seen["estimatedHours"], &seen["links"]), (&json!(null), &json!([])));
    assert_eq!(seen["dueDate"], planned["dueDate"]);

    let cleared = json!({"dueDate": null, "estimatedHours": null, "tags": [], "checklist": []});
    let cleared = world.agent.change(&planned, cleared).await.ok(200);
    assert_eq!((&cleared["dueDate"], &cleared["tags"]), (&json!(null), &json!([])));
}

async fn a_requester_plans_nothing(world: Arc<World>) {
    for (field, value) in [
        ("dueDate", json!("2026-12-24T17:00:00.000Z")),
        ("estimatedHours", json!(2)),
        ("tags", json!(["urgent"])),
        ("checklist", json!([{"text": "Do it"}])),
    ] {
        let mut body = json!({"title": "Mine", "teamId": world.it});
        body[field] = value.clone();
        world.requester.post("/api/tickets", body.clone()).await.problem(403, "forbidden");
        let ticket = world.agent.post("/api/tickets", body).await.ok(201);
        assert_ne!(ticket[field], json!(null), "{field}");
        let own = world.raise(&world.requester).await;
        let mut patch = json!({});
        patch[field] = value;
        world.requester.change(&own, patch).await.problem(403, "forbidden");
    }
}

async fn what_breaks_a_rule_is_named(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let tags: Vec<String> = (0..21).map(|number| format!("tag{number}")).collect();
    let entries: Vec<Value> = (0..101).map(|_| json!({"text": "Do it"})).collect();
    for (field, named, value) in [
        ("dueDate", "dueDate", json!("tomorrow")),
        ("estimatedHours", "estimatedHours", json!(-1)),
        ("estimatedHours", "estimatedHours", json!(10_001)),
        ("tags", "tags[1]", json!(["good", "bad\u{0}"])),
        ("tags", "tags[0]", json!(["x".repeat(41)])),
        ("tags", "tags", json!(tags)),
        ("checklist", "checklist", json!([{"text": " "}])),
        ("checklist", "checklist", json!(entries)),
        ("customFields", "customFields.colour", json!({"colour": "red"})),
    ] {
        let mut body = json!({});
        body[field] = value;
        world.agent.change(&ticket, body).await.names(422, "validation", named);
    }
    assert_eq!(world.agent.read(&ticket).await["ticket"]["version"], 1);
}

async fn lists_are_sifted_by_each_filter(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let mut wanted = Vec::new();
    for number in 0..6 {
        let mut body = json!({"title": "One of six", "teamId": team});
        if number % 2 == 0 {
            body["priority"] = json!("HIGH");
            body["tags"] = json!(["even"]);
            body["categoryId"] = json!(world.network);
            body["dueDate"] = json!("2026-01-01T00:00:00.000Z");
            body["assigneeId"] = json!(agent.id);
        }
        let ticket = agent.post("/api/tickets", body).await.ok(201);
        if number % 2 == 0 {
            wanted.insert(0, ticket["id"].clone());
        }
    }
    for filter in [
        "priority=HIGH".to_owned(),
        "priority=CRITICAL,HIGH".to_owned(),
        format!("categoryId={},{}", world.network, world.unrouted),
        "tag=Even".to_owned(),
        format!("categoryId={}", world.network),
        "dueBefore=2026-06-01T00:00:00Z".to_owned(),
        format!("assigneeId={}", agent.id),
        format!("priority=HIGH&tag=even&categoryId={}", world.network),
    ] {
        for limit in [1, 2, 100] {
            let found = agent.pages(&format!("/api/tickets?teamId={team}&status=OPEN&{filter}"), limit).await;
            let found: Vec<Value> = found.into_iter().map(|ticket| ticket["id"].clone()).collect();
            assert_eq!(found, wanted, "{filter}, {limit} a page");
        }
    }
    let nobodys = agent.pages(&format!("/api/tickets?teamId={team}&unassigned=true"), 2).await;
    assert_eq!(nobodys.len(), 3);
    let others = agent.pages(&format!("/api/tickets?teamId={team}&creatorId={}", world.agent.id), 2).await;
    assert!(others.is_empty());
    let later =
        agent.pages(&format!("/api/tickets?teamId={team}&createdAfter=2099-01-01T00:00:00Z"), 2).await;
    assert!(later.is_empty());
    for (name, value) in [
        ("priority", "URGENT"),
        ("priority", "HIGH,"),
        ("priority", &["LOW"; 21].join(",")),
        ("categoryId", "cat_1"),
        ("dueBefore", "soon"),
        ("tag", "%00"),
        ("unassigned", "perhaps"),
    ] {
        agent.get(&format!("/api/tickets?{name}={value}")).await.names(400, "malformed", name);
    }
}
