//! `/api/settings` and `/api/settings/user`

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        who_has_chosen_nothing_reads_what_holds_then,
        what_is_chosen_is_read_again_and_is_ones_own,
        a_stale_version_of_the_own_settings_changes_nothing,
        each_broken_rule_of_the_own_settings_is_named,
        everybody_reads_the_organisations_settings_and_admins_change_them,
        everybody_reads_the_limits_and_nobody_sets_them,
    ]
}

const OWN: &str = "/api/settings/user";
const SYSTEM: &str = "/api/settings";

async fn who_has_chosen_nothing_reads_what_holds_then(world: Arc<World>) {
    for role in ["ADMIN", "MANAGER", "AGENT", "USER"] {
        let person = world.person(role, &[]).await;
        let answer = person.get(OWN).await;
        assert_eq!(answer.header("etag"), "\"0\"");
        let settings = answer.ok(200);
        assert_eq!(settings["notifications"].as_object().unwrap().len(), 7);
        assert_eq!(
            settings["notifications"]["TICKET_ASSIGNED"],
            json!({"inApp": true, "mail": true, "digest": false, "push": true})
        );
        assert_eq!(settings["quietHours"]["isEnabled"], false);
        assert_eq!(settings["timeZone"], Value::Null);
        assert_eq!(settings["theme"], "SYSTEM");
        assert_eq!(settings["dashboard"], json!([]));
    }
    world.api.call(reqwest::Method::GET, OWN).await.problem(401, "unauthenticated");
}

async fn change(person: &Person, version: u64, body: Value) -> tests::Answer {
    person.patch(OWN, body).if_match(&json!(version)).await
}

async fn what_is_chosen_is_read_again_and_is_ones_own(world: Arc<World>) {
    let (person, other) = (world.person("USER", &[]).await, world.person("USER", &[]).await);
    let chosen = json!({
        "notifications": {"COMMENT_ADDED": {"mail": false}},
        "quietHours": {"isEnabled": true, "start": "21:30", "end": "06:00", "days": ["SUNDAY", "MONDAY"]},
        "timeZone": "Europe/Berlin",
        "theme": "DARK",
        "dashboard": ["MY_WORK", "SUMMARY"],
    });
    let answer = change(&person, 0, chosen).await;
    assert_eq!(answer.header("etag"), "\"1\"");
    let changed = answer.ok(200);
    assert_eq!(changed["notifications"]["COMMENT_ADDED"]["mail"], false);
    assert_eq!(changed["notifications"]["COMMENT_ADDED"]["inApp"], true);
    assert_eq!(changed["quietHours"]["days"], json!(["MONDAY", "SUNDAY"]));
    assert_eq!(changed["dashboard"], json!(["MY_WORK", "SUMMARY"]));
    let cleared = change(&person, 1, json!({"timeZone": null})).await.ok(200);
    assert_eq!((cleared["timeZone"].clone(), cleared["theme"].clone()), (Value::Null, json!("DARK")));
    assert_eq!(person.get(OWN).await.ok(200), cleared);
    assert_eq!(other.get(OWN).await.ok(200)["version"], 0);
    // What changes nothing writes nothing.
    assert_eq!(change(&person, 2, json!({"theme": "DARK"})).await.ok(200)["version"], 2);
}

async fn a_stale_version_of_the_own_settings_changes_nothing(world: Arc<World>) {
    let person = world.person("AGENT", &[]).await;
    change(&person, 0, json!({"theme": "LIGHT"})).await.ok(200);
    let refused = change(&person, 0, json!({"theme": "DARK"})).await.problem(412, "stale");
    assert_eq!(refused["current"]["theme"], "LIGHT");
    person.patch(OWN, json!({"theme": "DARK"})).await.problem(428, "version-missing");
    assert_eq!(person.get(OWN).await.ok(200)["theme"], "LIGHT");
}

async fn each_broken_rule_of_the_own_settings_is_named(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let quiet = |start: &str, end: &str| json!({"quietHours": {"isEnabled": true, "start": start, "end": end, "days": []}});
    for (body, field) in [
        (json!({"timeZone": "Mars/Olympus"}), "timeZone"),
        (json!({"notifications": {"SYSTEM": {"mail": false}}}), "notifications.SYSTEM.mail"),
        (
            json!({"notifications": {"MENTION": {"inApp": false, "digest": true}}}),
            "notifications.MENTION.digest",
        ),
        (quiet("22:00", "22:00"), "quietHours.end"),
        (quiet("25:00", "22:00"), "quietHours.start"),
        (json!({"dashboard": ["MY_WORK", "MY_WORK"]}), "dashboard[1]"),
        (json!({"digest": {"frequency": "DAILY", "hour": 24}}), "digest.hour"),
        (json!({"theme": "PINK"}), "theme"),
        (json!({"colour": "pink"}), "colour"),
    ] {
        change(&person, 0, body).await.names(422, "validation", field);
    }
    assert_eq!(person.get(OWN).await.ok(200)["version"], 0);
}

/// The settings are the whole stack's, so what is changed here is changed back, and hurts nobody meanwhile.
async fn everybody_reads_the_organisations_settings_and_admins_change_them(world: Arc<World>) {
    let before = world.requester.get(SYSTEM).await.ok(200);
    assert_eq!(before["requesterPriorityCap"], "HIGH");
    let version = before["version"].clone();
    for person in [&world.manager, &world.agent, &world.requester] {
        assert_eq!(person.get(SYSTEM).await.ok(200), before);
        person.patch(SYSTEM, json!({"name": "Mine"})).if_match(&version).await.problem(403, "forbidden");
    }
    assert_eq!(before["followUpAfterDays"], 14);
    let admin = &world.admin;
    for (body, field) in [
        (json!({"followUpAfterDays": 366}), "followUpAfterDays"),
        (json!({"followUpAfterDays": -1}), "followUpAfterDays"),
        (json!({"followUpAfterDays": 1.5}), "followUpAfterDays"),
        (json!({"name": ""}), "name"),
        (json!({"defaultTimeZone": "Nowhere"}), "defaultTimeZone"),
        (json!({"requesterPriorityCap": "HIGHEST"}), "requesterPriorityCap"),
    ] {
        admin.patch(SYSTEM, body).if_match(&version).await.names(422, "validation", field);
    }
    let cap = |to: &str| json!({"requesterPriorityCap": to, "name": "Seaversity"});
    let mut raising = cap("CRITICAL");
    raising["followUpAfterDays"] = json!(30);
    let raised = admin.patch(SYSTEM, raising).if_match(&version).await.ok(200);
    assert_eq!(raised["followUpAfterDays"], 30);
    assert_eq!(world.agent.get(SYSTEM).await.ok(200)["followUpAfterDays"], 30);
    let ticket = json!({"title": "It burns", "teamId": world.it, "priority": "CRITICAL"});
    world.requester.post("/api/tickets", ticket.clone()).await.ok(201);
    admin.patch(SYSTEM, cap("LOW")).if_match(&version).await.problem(412, "stale");
    let mut back = cap("HIGH");
    back["followUpAfterDays"] = json!(14);
    admin.patch(SYSTEM, back).if_match(&raised["version"]).await.ok(200);
    world.requester.post("/api/tickets", ticket).await.problem(403, "forbidden");
    let done = admin.get(&format!("/api/users/{}/activity", admin.id)).await.ok(200);
    assert!(done.to_string().contains("SETTINGS_UPDATED"), "{done}");
    the_way_to_moodle_needs_its_address(&world).await;
}

async fn everybody_reads_the_limits_and_nobody_sets_them(world: Arc<World>) {
    let settings = world.requester.get(SYSTEM).await.ok(200);
    let limits = &settings["limits"];
    assert_eq!((&limits["requestsPerSecond"], &limits["requestsAtOnce"]), (&json!(2000), &json!(1000)));
    let version = &settings["version"];
    let raised = json!({"limits": {"requestsPerSecond": 1}});
    world.admin.patch(SYSTEM, raised).if_match(version).await.names(422, "validation", "limits");
    // What is told is what is kept.
    let file = json!({
        "fileName": "a.txt", "mimeType": "text/plain", "purpose": "ATTACHMENT",
        "fileSize": limits["attachmentBytes"].as_u64().unwrap() + 1,
    });
    world.requester.post("/api/uploads", file).await.names(422, "validation", "fileSize");
    let most = limits["bulkItems"].as_u64().unwrap() as usize;
    let ids: Vec<String> = (0..=most).map(|number| format!("wi_01990000000070008000{number:012x}")).collect();
    let bulk = |ids: &[String]| {
        world.agent.post("/api/tickets/bulk", json!({"ids": ids, "change": {"priority": "LOW"}}))
    };
    bulk(&ids[..most]).await.ok(200);
    bulk(&ids).await.names(422, "validation", "ids");
}

async fn the_way_to_moodle_needs_its_address(world: &World) {
    let change = async |body: Value| {
        let version = world.admin.get(SYSTEM).await.ok(200)["version"].clone();
        world.admin.patch(SYSTEM, body).if_match(&version).await
    };
    for body in [
        json!({"moodleIntegration": true}),
        json!({"moodleUrl": "moodle.example.org"}),
        json!({"moodleUrl": "javascript:alert(1)"}),
        json!({"moodleUrl": "http://moodle.example.org"}),
        json!({"moodleUrl": format!("https://moodle.example.org/{}", "x".repeat(200))}),
        json!({"moodleIntegration": true, "moodleUrl": null}),
    ] {
        change(body).await.names(422, "validation", "moodleUrl");
    }
    let read = world.requester.get(SYSTEM).await.ok(200);
    assert_eq!((&read["moodleIntegration"], &read["moodleUrl"]), (&json!(false), &Value::Null));
    let shown = json!({"moodleIntegration": true, "moodleUrl": " https://Moodle.example.org/ "});
    change(shown).await.ok(200);
    let read = world.requester.get(SYSTEM).await.ok(200);
    let site = json!("https://moodle.example.org");
    assert_eq!((&read["moodleIntegration"], &read["moodleUrl"]), (&json!(true), &site));
    change(json!({"moodleUrl": null})).await.names(422, "validation", "moodleUrl");
    let hidden = change(json!({"moodleIntegration": false})).await.ok(200);
    assert_eq!(hidden["moodleUrl"], site, "who shows it again need not write it again");
    change(json!({"moodleUrl": null})).await.ok(200);
}
