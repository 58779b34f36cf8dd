//! `PATCH /api/tickets/{id}`

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Call, Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_change_at_the_present_version_is_made,
        a_stale_version_is_answered_with_what_stands_now,
        a_version_must_be_given_and_well_formed,
        a_patch_that_changes_nothing_makes_no_version,
        null_clears_what_may_be_empty,
        the_flow_of_status_is_kept,
        a_requester_only_closes_and_reopens,
        only_an_admin_takes_a_ticket_out_of_every_team,
    ]
}

fn path(ticket: &Value) -> String {
    format!("/api/tickets/{}", ticket["id"].as_str().unwrap())
}

async fn a_change_at_the_present_version_is_made(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let change = json!({"title": "New title", "priority": "CRITICAL", "description": "<p>New</p>", "categoryId": world.network});
    let answer = world.agent.change(&ticket, change.clone()).await;
    let after = answer.ok(200);
    assert_eq!(answer.header("etag"), "\"2\"");
    assert_eq!(after["version"], 2);
    for (field, value) in change.as_object().unwrap() {
        assert_eq!(&after[field], value, "{field}");
    }
    assert_eq!(after["status"], "OPEN");
    assert!(after["updatedAt"].as_str() > ticket["updatedAt"].as_str());
    assert_eq!(world.agent.read(&ticket).await["ticket"], after);
}

async fn a_stale_version_is_answered_with_what_stands_now(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let now = world.agent.change(&ticket, json!({"priority": "HIGH"})).await.ok(200);
    let refused = world.colleague.change(&ticket, json!({"title": "Too late"})).await;
    assert_eq!(refused.problem(412, "stale")["current"], now);
    assert_eq!(world.agent.read(&ticket).await["ticket"], now);
}

async fn a_version_must_be_given_and_well_formed(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let patch = || -> Call { world.agent.patch(&path(&ticket), json!({"title": "x"})) };
    patch().await.problem(428, "version-missing");
    for bad in ["1", "*", "\"x\"", "W/\"1\"", "\"1\", \"2\"", "\"-1\"", "\"+1\"", "\"01\"", ""] {
        patch().header("If-Match", bad).await.names(400, "malformed", "If-Match");
    }
    assert_eq!(world.agent.read(&ticket).await["ticket"]["version"], 1);
}

async fn a_patch_that_changes_nothing_makes_no_version(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    for body in [json!({}), json!({"title": ticket["title"], "status": "OPEN"})] {
        assert_eq!(world.agent.change(&ticket, body).await.ok(200)["version"], 1);
    }
    let listed = world.agent.get(&format!("{}/activity", path(&ticket))).await.ok(200);
    assert_eq!(listed["items"].as_array().unwrap().len(), 1, "only that it was raised");
}

async fn null_clears_what_may_be_empty(world: Arc<World>) {
    let body = json!({"title": "x", "categoryId": world.network});
    let ticket = world.requester.post("/api/tickets", body).await.ok(201);
    let after = world.agent.change(&ticket, json!({"categoryId": null})).await.ok(200);
    assert!(after["categoryId"].is_null());
    assert_eq!(after["teamId"], world.it);
}

async fn the_flow_of_status_is_kept(world: Arc<World>) {
    // Each way to a status, and what may follow there.
    let table: [(&[&str], &[&str]); 6] = [
        (&[], &["IN_PROGRESS", "CANCELLED"]),
        (&["IN_PROGRESS"], &["ON_HOLD", "RESOLVED", "CANCELLED"]),
        (&["IN_PROGRESS", "ON_HOLD"], &["IN_PROGRESS", "RESOLVED", "CANCELLED"]),
        (&["IN_PROGRESS", "RESOLVED"], &["CLOSED", "IN_PROGRESS"]),
        (&["IN_PROGRESS", "RESOLVED", "CLOSED"], &["IN_PROGRESS"]),
        (&["CANCELLED"], &[]),
    ];
    for (way, allowed) in table {
        let raised = world.raise(&world.requester).await;
        let mut ticket = world.agent.read(&raised).await["ticket"].clone();
        for status in way {
            ticket = world.agent.change(&ticket, json!({"status": status})).await.ok(200);
            assert_eq!(ticket["status"], *status);
        }
        assert_eq!(ticket["allowedStatuses"], json!(allowed), "{way:?}");
        let is_done = ["RESOLVED", "CLOSED", "CANCELLED"].iter().any(|done| ticket["status"] == *done);
        assert_eq!(ticket["completedAt"].is_string(), is_done, "{way:?}");
        for status in ["OPEN", "IN_PROGRESS", "ON_HOLD", "RESOLVED", "CLOSED", "CANCELLED"] {
            if allowed.contains(&status) || ticket["status"] == status {
                continue;
            }
            let refused = world.agent.change(&ticket, json!({"status": status})).await;
            assert_eq!(
                refused.problem(409, "status-refused")["allowed"],
                json!(allowed),
                "{way:?} to {status}"
            );
        }
    }
}

async fn a_requester_only_closes_and_reopens(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let refuse = async |person: &Person, ticket: &Value, body: Value| {
        person.change(ticket, body).await.problem(403, "forbidden");
    };
    for body in [
        json!({"title": "x"}),
        json!({"priority": "LOW"}),
        json!({"teamId": world.courses}),
        json!({"status": "CLOSED", "description": "x"}),
    ] {
        refuse(&world.requester, &ticket, body).await;
    }
    let refused = world.requester.change(&ticket, json!({"status": "RESOLVED"})).await;
    assert_eq!(refused.problem(409, "status-refused")["allowed"], json!(["CLOSED"]));
    let closed = world.requester.change(&ticket, json!({"status": "CLOSED"})).await.ok(200);
    assert_eq!(closed["allowedStatuses"], json!(["IN_PROGRESS"]));
    let reopened = world.requester.change(&closed, json!({"status": "IN_PROGRESS"})).await.ok(200);
    assert_eq!(reopened["status"], "IN_PROGRESS");
    assert!(reopened["completedAt"].is_null());
}

async fn only_an_admin_takes_a_ticket_out_of_every_team(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    world.agent.change(&ticket, json!({"teamId": null})).await.problem(403, "forbidden");
    let moved = world.agent.change(&ticket, json!({"teamId": world.courses})).await.ok(200);
    world.agent.get(&path(&ticket)).await.problem(404, "not-found");
    world.outsider.get(&path(&ticket)).await.ok(200);
    let nowhere = world.admin.change(&moved, json!({"teamId": null})).await.ok(200);
    assert!(nowhere["teamId"].is_null());
    world.outsider.get(&path(&ticket)).await.problem(404, "not-found");
}
