//! `/api/teams` and `/api/categories`

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        teams_are_listed_by_name_each_once,
        a_team_is_read_and_its_members_are_listed,
        categories_are_listed_with_their_team,
        what_does_not_exist_is_told_so,
        an_admin_makes_changes_and_deletes_a_team,
        a_team_and_a_category_are_changed_by_admins_and_their_managers_alone,
        a_stale_change_is_refused_with_what_stands,
        names_are_given_once,
        a_team_in_use_is_not_deleted,
        a_team_of_before_its_members_were_counted_is_deleted,
        a_team_is_deleted_or_gets_what_comes_to_it_and_never_both,
        what_is_taken_up_again_of_a_deleted_team_goes_to_a_queue,
        members_come_and_go_with_effect_on_the_next_request,
        what_breaks_a_rule_is_named,
        a_category_asks_for_fields,
        a_deleted_category_takes_no_new_work_and_stays_on_the_old,
    ]
}

async fn teams_are_listed_by_name_each_once(world: Arc<World>) {
    let made = [world.team().await, world.team().await];
    let listed = world.requester.pages("/api/teams", 1).await;
    for id in made.iter().chain([&world.it, &world.courses]) {
        assert_eq!(listed.iter().filter(|team| team["id"] == **id).count(), 1);
    }
    let names: Vec<String> =
        listed.iter().map(|team| team["name"].as_str().unwrap().to_lowercase()).collect();
    assert!(names.is_sorted(), "{names:?}");
}

async fn a_team_is_read_and_its_members_are_listed(world: Arc<World>) {
    let team = world.requester.get(&format!("/api/teams/{}", world.it)).await.ok(200);
    assert_eq!((&team["name"], &team["color"]), (&"IT support".into(), &"#0b7285".into()));
    let members = world.agent.pages(&format!("/api/teams/{}/members", world.it), 100).await;
    for person in [&world.manager, &world.agent, &world.colleague] {
        assert!(members.iter().any(|member| member["id"] == person.id), "{}", person.name);
    }
    assert!(!members.iter().any(|member| member["id"] == world.outsider.id));
}

async fn categories_are_listed_with_their_team(world: Arc<World>) {
    let listed = world.requester.pages("/api/categories", 1).await;
    let network = listed.iter().find(|category| category["id"] == world.network).unwrap();
    assert_eq!(network["teamId"], world.it);
    let unrouted = world.requester.get(&format!("/api/categories/{}", world.unrouted)).await.ok(200);
    assert!(unrouted["teamId"].is_null());
}

async fn what_does_not_exist_is_told_so(world: Arc<World>) {
    for path in ["teams/team_", "categories/cat_"] {
        let path = format!("/api/{path}01990000000070008000000000000001");
        world.agent.get(&path).await.problem(404, "not-found");
    }
    world
        .agent
        .get("/api/teams/team_01990000000070008000000000000001/members")
        .await
        .problem(404, "not-found");
    world.agent.get("/api/teams/it").await.names(400, "malformed", "id");
    world.agent.get("/api/categories/1").await.names(400, "malformed", "id");
    world.agent.get("/api/teams?limit=1000").await.names(400, "malformed", "limit");
}

fn of(list: &str, entry: &Value) -> String {
    format!("/api/{list}/{}", entry["id"].as_str().unwrap())
}

async fn an_admin_makes_changes_and_deletes_a_team(world: Arc<World>) {
    let name = world.unique("Library");
    let body = json!({"name": format!(" {name} "), "description": "Books", "managerId": world.manager.id});
    let made = world.admin.post("/api/teams", body).await;
    assert_eq!(made.header("etag"), "\"1\"");
    let team = made.ok(201);
    assert_eq!((&team["name"], &team["manager"]["name"]), (&json!(name), &json!(world.manager.name)));
    let patch = json!({"color": "#0099ff", "description": null, "managerId": null});
    let changed = world.admin.patch(&of("teams", &team), patch).if_match(&json!(1)).await.ok(200);
    assert_eq!((&changed["color"], &changed["description"]), (&json!("#0099ff"), &json!(null)));
    assert_eq!(changed["manager"], json!(null));
    assert_eq!(world.agent.get(&of("teams", &team)).await.ok(200), changed);
    world.admin.delete(&of("teams", &team)).await.ok(204);
    world.admin.get(&of("teams", &team)).await.problem(404, "not-found");
    world.admin.delete(&of("teams", &team)).await.problem(404, "not-found");
    world.admin.post("/api/teams", json!({"name": name})).await.ok(201);
}

async fn a_team_and_a_category_are_changed_by_admins_and_their_managers_alone(world: Arc<World>) {
    let team = world.team().await;
    let manager = world.person("MANAGER", &[&team]).await;
    let agent = world.person("AGENT", &[&team]).await;
    let path = format!("/api/teams/{team}");
    let mut version = 1;
    for (person, may) in [
        (&manager, true),
        (&agent, false),
        (&world.manager, false),
        (&world.requester, false),
        (&world.admin, true),
    ] {
        let body = json!({"description": world.unique("words")});
        let answer = person.patch(&path, body).if_match(&json!(version)).await;
        let category = json!({"name": world.unique("Category"), "teamId": team});
        let made = person.post("/api/categories", category).await;
        if may {
            answer.ok(200);
            version += 1;
            let category = made.ok(201);
            let patch = json!({"icon": "book"});
            person.patch(&of("categories", &category), patch).if_match(&json!(1)).await.ok(200);
            person.delete(&of("categories", &category)).await.ok(204);
        } else {
            answer.problem(403, "forbidden");
            made.problem(403, "forbidden");
            let network = format!("/api/categories/{}", world.network);
            if person.id != world.manager.id {
                person
                    .patch(&network, json!({"icon": "x"}))
                    .if_match(&json!(1))
                    .await
                    .problem(403, "forbidden");
                person.delete(&network).await.problem(403, "forbidden");
            }
        }
        if person.id != world.admin.id {
            person.post("/api/teams", json!({"name": world.unique("No")})).await.problem(403, "forbidden");
            person.delete(&path).await.problem(403, "forbidden");
        }
    }
    manager.post("/api/categories", json!({"name": world.unique("No team")})).await.problem(403, "forbidden");
    for (method, path) in [(Method::POST, "/api/teams"), (Method::POST, "/api/categories")] {
        world.api.call(method, path).json(json!({"name": "x"})).await.problem(401, "unauthenticated");
    }
}

async fn a_stale_change_is_refused_with_what_stands(world: Arc<World>) {
    let team = world.admin.post("/api/teams", json!({"name": world.unique("Stale")})).await.ok(201);
    let category = world.admin.post("/api/categories", json!({"name": world.unique("Stale")})).await.ok(201);
    for path in [of("teams", &team), of("categories", &category)] {
        world.admin.patch(&path, json!({"description": "a"})).await.problem(428, "version-missing");
        let (one, other) = tokio::join!(
            world.admin.patch(&path, json!({"description": "one"})).if_match(&json!(1)),
            world.admin.patch(&path, json!({"description": "other"})).if_match(&json!(1)),
        );
        let (won, lost) = if one.status == 200 { (one, other) } else { (other, one) };
        assert_eq!(lost.problem(412, "stale")["current"], won.ok(200), "{path}");
    }
}

async fn names_are_given_once(world: Arc<World>) {
    let name = world.unique("Once");
    let team = world.admin.post("/api/teams", json!({"name": name})).await.ok(201);
    let loud = json!({"name": name.to_uppercase()});
    world.admin.post("/api/teams", loud.clone()).await.names(409, "name-taken", "name");
    let other = world.admin.post("/api/teams", json!({"name": world.unique("Other")})).await.ok(201);
    world.admin.patch(&of("teams", &other), loud.clone()).if_match(&json!(1)).await.names(
        409,
        "name-taken",
        "name",
    );
    world.admin.patch(&of("teams", &team), loud).if_match(&json!(1)).await.ok(200);

    let body = |team: &str| json!({"name": name, "teamId": team});
    world.admin.post("/api/categories", body(&world.it)).await.ok(201);
    world.admin.post("/api/categories", body(&world.it)).await.names(409, "name-taken", "name");
    world.admin.post("/api/categories", body(&world.courses)).await.ok(201);
}

async fn a_team_in_use_is_not_deleted(world: Arc<World>) {
    let team = world.team().await;
    let path = format!("/api/teams/{team}");
    let refused = || async { world.admin.delete(&path).await.problem(409, "conflict") };
    let category = json!({"name": world.unique("Of the team"), "teamId": team});
    let category = world.admin.post("/api/categories", category).await.ok(201);
    assert!(refused().await["detail"].as_str().unwrap().contains("categories"));
    world.admin.delete(&of("categories", &category)).await.ok(204);
    let ticket = world.raise_in(&world.requester, &team).await;
    assert!(refused().await["detail"].as_str().unwrap().contains("open work"));
    world.admin.change(&ticket, json!({"status": "CANCELLED"})).await.ok(200);
    let member = world.person("AGENT", &[&team]).await;
    assert!(refused().await["detail"].as_str().unwrap().contains("members"));
    world.admin.delete(&format!("{path}/members/{}", member.id)).await.ok(204);
    world.admin.delete(&path).await.ok(204);
}

async fn a_team_of_before_its_members_were_counted_is_deleted(world: Arc<World>) {
    let team = world.team().await;
    let person = world.person("AGENT", &[&team]).await;
    world.uncount(&team).await;
    let path = format!("/api/teams/{team}");
    world.admin.delete(&path).await.problem(409, "conflict");
    world.admin.delete(&format!("{path}/members/{}", person.id)).await.ok(204);
    world.admin.delete(&path).await.ok(204);
    world.admin.get(&path).await.problem(404, "not-found");
}

async fn a_team_is_deleted_or_gets_what_comes_to_it_and_never_both(world: Arc<World>) {
    for _ in 0..6 {
        let team = world.team().await;
        let path = format!("/api/teams/{team}");
        let person = world.person("AGENT", &[]).await;
        let category = json!({"name": world.unique("Late"), "teamId": team});
        let (deleted, joined, made) = tokio::join!(
            world.admin.delete(&path),
            world.admin.call(Method::PUT, &format!("{path}/members/{}", person.id)),
            world.admin.post("/api/categories", category),
        );
        let came = [joined.status == 204, made.status == 201];
        assert!(
            (deleted.status == 204) != came.contains(&true),
            "deleted: {}, came to it: {came:?}",
            deleted.status
        );
        world.admin.get(&path).await.ok(if deleted.status == 204 { 404 } else { 200 });
    }
}

async fn what_is_taken_up_again_of_a_deleted_team_goes_to_a_queue(world: Arc<World>) {
    let (team, heir) = (world.team().await, world.team().await);
    let category = json!({"name": world.unique("Inherited"), "teamId": team});
    let category = world.admin.post("/api/categories", category).await.ok(201);
    let mut tickets = Vec::new();
    for _ in 0..5 {
        let body = json!({"title": "It came back", "categoryId": category["id"]});
        tickets.push(world.requester.post("/api/tickets", body).await.ok(201));
    }
    for ticket in &mut tickets {
        assert_eq!(ticket["teamId"], json!(team));
        *ticket = world.admin.change(ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
        *ticket = world.admin.change(ticket, json!({"status": "RESOLVED"})).await.ok(200);
    }
    tickets[1] = world.admin.change(&tickets[1], json!({"status": "CLOSED"})).await.ok(200);
    let deleted = format!("/api/tickets/{}", tickets[3]["id"].as_str().unwrap());
    world.admin.delete(&deleted).await.ok(204);
    world
        .admin
        .patch(&of("categories", &category), json!({"teamId": heir}))
        .if_match(&json!(1))
        .await
        .ok(200);
    world.admin.delete(&format!("/api/teams/{team}")).await.ok(204);

    world.requester.comment(&tickets[0], "It is back").await.ok(201);
    let reopened = &world.admin.read(&tickets[0]).await["ticket"];
    assert_eq!((&reopened["status"], &reopened["teamId"]), (&json!("IN_PROGRESS"), &json!(heir)));
    let follow_up = world.requester.comment(&tickets[1], "It is back").await.ok(201)["followUp"].clone();
    assert_eq!(world.admin.read(&follow_up).await["ticket"]["teamId"], json!(heir));
    let changed = world.requester.change(&tickets[2], json!({"status": "IN_PROGRESS"})).await.ok(200);
    assert_eq!(changed["teamId"], json!(heir));
    let bulk = json!({"ids": [tickets[4]["id"]], "change": {"status": "IN_PROGRESS"}});
    assert_eq!(world.admin.post("/api/tickets/bulk", bulk).await.ok(200)["done"], json!(1));
    assert_eq!(world.admin.read(&tickets[4]).await["ticket"]["teamId"], json!(heir));
    let restored = world.admin.post(&format!("{deleted}/restore"), json!({})).await.ok(200);
    assert_eq!(restored["teamId"], json!(heir));
}

async fn members_come_and_go_with_effect_on_the_next_request(world: Arc<World>) {
    let team = world.team().await;
    let manager = world.person("MANAGER", &[&team]).await;
    let agent = world.person("AGENT", &[]).await;
    let ticket = world.raise_in(&world.requester, &team).await;
    let member = format!("/api/teams/{team}/members/{}", agent.id);
    for other in [&agent, &world.manager, &world.requester] {
        other.call(Method::PUT, &member).await.problem(403, "forbidden");
        other.delete(&member).await.problem(403, "forbidden");
    }
    manager.call(Method::PUT, &member).await.ok(204);
    manager.call(Method::PUT, &member).await.ok(204);
    agent.read(&ticket).await;
    assert_eq!(agent.get("/api/users/me").await.ok(200)["teamIds"], json!([team]));
    manager.delete(&member).await.ok(204);
    agent.get(&of("tickets", &ticket)).await.problem(404, "not-found");
    let nobody = format!("/api/teams/{team}/members/usr_01990000000070008000000000000001");
    manager.call(Method::PUT, &nobody).await.problem(404, "not-found");
    manager.call(Method::PUT, &format!("/api/teams/{team}/members/x")).await.names(
        400,
        "malformed",
        "userId",
    );
}

async fn what_breaks_a_rule_is_named(world: Arc<World>) {
    let options: Vec<String> = (0..50).map(|number| format!("{}{number}", "\u{1f600}".repeat(75))).collect();
    let large: Vec<Value> = (0..15)
        .map(|number| {
            json!({"key": format!("f{number}"), "label": "Large", "kind": "SELECT", "options": options})
        })
        .collect();
    let cases = [
        ("teams", "name", json!("")),
        ("teams", "name", json!("two\nlines")),
        ("teams", "color", json!("blue")),
        ("teams", "managerId", json!(world.agent.id)),
        ("teams", "managerId", json!("nobody")),
        ("teams", "description", json!("x".repeat(501))),
        ("categories", "teamId", json!("team_01990000000070008000000000000001")),
        ("categories", "defaultPriority", json!("URGENT")),
        ("categories", "icon", json!("x".repeat(41))),
        ("teams", "name", json!("\u{202e}ti")),
        ("teams", "name", json!("\u{200b}")),
        ("categories", "fields", json!(large)),
        ("categories", "fields[0].key", json!([{"key": "Room", "label": "Room", "kind": "TEXT"}])),
        ("categories", "fields[0].options", json!([{"key": "room", "label": "Room", "kind": "SELECT"}])),
        ("categories", "fields[0].kind", json!([{"key": "room", "label": "Room", "kind": "COLOUR"}])),
    ];
    for (list, field, value) in cases {
        let mut body = json!({"name": world.unique("Bad")});
        body[field.split('[').next().unwrap()] = value;
        world.admin.post(&format!("/api/{list}"), body).await.names(422, "validation", field);
    }
    world.admin.post("/api/teams", json!({})).await.names(422, "validation", "name");
}

async fn a_category_asks_for_fields(world: Arc<World>) {
    let fields = json!([
        {"key": "room", "label": "Room", "kind": "TEXT", "isRequired": true, "help": "As on the door"},
        {"key": "system", "label": "System", "kind": "SELECT", "options": ["Mac", "PC"], "isRequired": false},
    ]);
    let body = json!({
        "name": world.unique("Rooms"), "teamId": world.it, "defaultPriority": "HIGH", "fields": fields,
    });
    let category = world.admin.post("/api/categories", body).await.ok(201);
    assert_eq!(category["fields"][0]["help"], "As on the door");
    assert_eq!(category["fields"][1]["options"], json!(["Mac", "PC"]));

    let raise = |values: Value| {
        let body =
            json!({"title": "The screen is dark", "categoryId": category["id"], "customFields": values});
        world.requester.post("/api/tickets", body)
    };
    raise(json!({})).await.names(422, "validation", "customFields.room");
    raise(json!({"room": "B 12", "system": "Amiga"})).await.names(422, "validation", "customFields.system");
    raise(json!({"room": "B 12", "floor": 1})).await.names(422, "validation", "customFields.floor");
    let ticket = raise(json!({"room": "B 12", "system": "PC"})).await.ok(201);
    assert_eq!(ticket["customFields"], json!({"room": "B 12", "system": "PC"}));
    assert_eq!(ticket["priority"], "HIGH", "the category's, where nobody says");
    let changed = world.agent.change(&ticket, json!({"customFields": {"room": "B 13"}})).await.ok(200);
    assert_eq!(changed["customFields"], json!({"room": "B 13"}));
    world.agent.change(&changed, json!({"customFields": {}})).await.names(
        422,
        "validation",
        "customFields.room",
    );
    let both = json!({"customFields": {"room": "C 1"}, "teamId": world.courses});
    let changed = world.admin.change(&changed, both).await.ok(200);
    assert_eq!(
        (&changed["customFields"]["room"], &changed["teamId"]),
        (&json!("C 1"), &json!(world.courses))
    );
    let moved = world.admin.change(&changed, json!({"categoryId": world.network})).await.ok(200);
    assert_eq!(moved["customFields"], json!({}), "what the new category does not ask for is left behind");
}

async fn a_deleted_category_takes_no_new_work_and_stays_on_the_old(world: Arc<World>) {
    let body = json!({"name": world.unique("Gone"), "teamId": world.it});
    let category = world.admin.post("/api/categories", body).await.ok(201);
    let raise =
        || world.requester.post("/api/tickets", json!({"title": "Something", "categoryId": category["id"]}));
    let ticket = raise().await.ok(201);
    world.admin.delete(&of("categories", &category)).await.ok(204);
    raise().await.names(422, "validation", "categoryId");
    assert_eq!(world.agent.read(&ticket).await["ticket"]["categoryId"], category["id"]);
    let read = world.requester.get(&of("categories", &category)).await.ok(200);
    assert_eq!((&read["name"], &read["isDeleted"]), (&category["name"], &json!(true)));
    let listed = world.requester.pages("/api/categories", 100).await;
    assert!(listed.iter().all(|one| one["id"] != category["id"]));
    world.admin.delete(&of("categories", &category)).await.problem(404, "not-found");
}
