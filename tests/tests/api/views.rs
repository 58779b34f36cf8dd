//! `/api/views`

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tests::{Person, Test, World, eventually};

/// How long an index may lag behind.
const WAIT: Duration = Duration::from_secs(5);

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_view_is_kept_changed_and_deleted,
        a_view_is_had_by_whom_it_is_shared_with_and_kept_by_those_who_may,
        a_stale_view_is_refused_with_what_stands,
        a_view_that_breaks_a_rule_is_refused_with_its_name,
        a_list_is_counted,
    ]
}

fn path(view: &Value) -> String {
    format!("/api/views/{}", view["id"].as_str().unwrap())
}

async fn keep(person: &Person, sharing: Value) -> Value {
    let body = json!({"name": "Kept", "itemType": "TICKET", "filter": {}, "sharing": sharing});
    person.post("/api/views", body).await.ok(201)
}

async fn a_view_is_kept_changed_and_deleted(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let filter = json!({"whose": "team", "status": "ACTIVE", "priority": ["HIGH", "CRITICAL"], "tag": "Wi Fi", "due": "WEEK",
        "createdFrom": "2026-11-01", "unassigned": true});
    let body = json!({"name": " Urgent network ", "itemType": "TICKET", "filter": filter,
        "columns": ["status", "due"]});
    let made = agent.post("/api/views", body).await;
    assert_eq!(made.header("etag"), "\"1\"");
    let view = made.ok(201);
    assert_eq!((&view["name"], &view["filter"]["tag"]), (&json!("Urgent network"), &json!("wi-fi")));
    assert_eq!(view["filter"]["priority"], json!(["HIGH", "CRITICAL"]));
    assert_eq!((&view["sharing"], &view["canEdit"]), (&json!({"with": "NOBODY"}), &json!(true)));
    eventually("the view is listed", WAIT, || async {
        let listed = agent.pages("/api/views", 1).await;
        listed.iter().any(|one| one["id"] == view["id"]).then_some(())
    })
    .await;
    let patch = json!({"name": "Network", "filter": {"whose": "all"}, "columns": []});
    let changed = agent.patch(&path(&view), patch).if_match(&json!(1)).await.ok(200);
    assert_eq!(changed["filter"], json!({"whose": "all"}));
    assert_eq!(agent.get(&path(&view)).await.ok(200), changed);
    agent.delete(&path(&view)).await.ok(204);
    agent.get(&path(&view)).await.problem(404, "not-found");
    agent.delete(&path(&view)).await.problem(404, "not-found");
}

async fn a_view_is_had_by_whom_it_is_shared_with_and_kept_by_those_who_may(world: Arc<World>) {
    let own = keep(&world.agent, json!({"with": "NOBODY"})).await;
    let team = keep(&world.manager, json!({"with": "TEAM", "teamId": world.it})).await;
    let all = keep(&world.admin, json!({"with": "EVERYONE"})).await;
    // Who has the agent's own, the team's and everyone's; and who may change each.
    let table = [
        (&world.admin, [false, true, true], [false, true, true]),
        (&world.manager, [false, true, true], [false, true, false]),
        (&world.agent, [true, true, true], [true, false, false]),
        (&world.colleague, [false, true, true], [false, false, false]),
        (&world.outsider, [false, false, true], [false, false, false]),
    ];
    let mut versions = [1, 1, 1];
    for (person, has, may) in table {
        let listed = eventually("what was kept is listed", WAIT, || async {
            let listed = person.pages("/api/views", 2).await;
            listed.iter().any(|one| one["id"] == all["id"]).then_some(listed)
        })
        .await;
        for (position, view) in [&own, &team, &all].into_iter().enumerate() {
            // An admin has what every team shares, and lists what the own teams share.
            let is_listed = has[position] && (position != 1 || person.id != world.admin.id);
            assert_eq!(listed.iter().any(|one| one["id"] == view["id"]), is_listed, "{}", person.name);
            let read = person.get(&path(view)).await;
            let version = json!(versions[position]);
            let changed =
                person.patch(&path(view), json!({"name": world.unique("name")})).if_match(&version).await;
            if !has[position] {
                read.problem(404, "not-found");
                changed.problem(404, "not-found");
                person.delete(&path(view)).await.problem(404, "not-found");
                continue;
            }
            assert_eq!(read.ok(200)["canEdit"], json!(may[position]), "{}", person.name);
            if may[position] {
                changed.ok(200);
                versions[position] += 1;
            } else {
                changed.problem(403, "forbidden");
                person.delete(&path(view)).await.problem(403, "forbidden");
            }
        }
    }
    for path in ["/api/views".to_owned(), path(&all)] {
        world.requester.get(&path).await.problem(403, "forbidden");
    }
    let body = json!({"name": "x", "itemType": "TICKET", "filter": {}});
    world.requester.post("/api/views", body).await.problem(403, "forbidden");
    let of_team = format!("/api/views?teamId={}", world.it);
    world.outsider.get(&of_team).await.problem(404, "not-found");
    assert!(world.admin.pages(&of_team, 100).await.iter().any(|one| one["id"] == team["id"]));
    let shared = json!({"name": "x", "itemType": "TASK", "filter": {}, "sharing": {"with": "TEAM", "teamId": world.it}});
    world.agent.post("/api/views", shared).await.problem(403, "forbidden");
    let everyone = json!({"sharing": {"with": "EVERYONE"}});
    world.agent.patch(&path(&own), everyone).if_match(&json!(versions[0])).await.problem(403, "forbidden");
}

async fn a_stale_view_is_refused_with_what_stands(world: Arc<World>) {
    let view = keep(&world.agent, json!({"with": "NOBODY"})).await;
    world.agent.patch(&path(&view), json!({"name": "a"})).await.problem(428, "version-missing");
    let won = world.agent.patch(&path(&view), json!({"name": "one"})).if_match(&json!(1)).await.ok(200);
    let lost = world.agent.patch(&path(&view), json!({"name": "other"})).if_match(&json!(1)).await;
    assert_eq!(lost.problem(412, "stale")["current"], won);
}

async fn a_view_that_breaks_a_rule_is_refused_with_its_name(world: Arc<World>) {
    let unknown = "team_01990000000070008000000000000001";
    for (field, change) in [
        ("name", json!({"name": " "})),
        ("filter.whose", json!({"filter": {"whose": "deleted"}})),
        ("filter.tag", json!({"filter": {"tag": "a/b"}})),
        ("filter.unassigned", json!({"filter": {"unassigned": true, "assigneeId": world.agent.id}})),
        ("filter.priority", json!({"filter": {"priority": ["URGENT"]}})),
        ("filter.categoryId", json!({"filter": {"categoryId": vec![&world.network; 21]}})),
        ("filter.createdFrom", json!({"filter": {"createdFrom": "soon"}})),
        ("sharing.teamId", json!({"sharing": {"with": "TEAM", "teamId": unknown}})),
        ("itemType", json!({"itemType": "PROJECT"})),
        ("columns[0]", json!({"columns": [""]})),
    ] {
        let mut body = json!({"name": "x", "itemType": "TICKET", "filter": {}});
        body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        world.admin.post("/api/views", body).await.names(422, "validation", field);
    }
    world.agent.get("/api/views/view_1").await.names(400, "malformed", "id");
}

async fn a_list_is_counted(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    for _ in 0..3 {
        world.raise_in(&world.requester, &team).await;
    }
    let count = |query: String| {
        let agent = &agent;
        async move { agent.get(&format!("/api/tickets/count?{query}")).await.ok(200) }
    };
    eventually("three are counted", WAIT, || async {
        let answer = count("view=team&status=ACTIVE".into()).await;
        (answer == json!({"count": 3, "isMore": false})).then_some(())
    })
    .await;
    assert_eq!(count("view=team&limit=2".into()).await, json!({"count": 2, "isMore": true}));
    assert_eq!(count("view=team&status=DONE".into()).await["count"], json!(0));
    assert_eq!(world.outsider.get("/api/tickets/count?view=mine").await.ok(200)["isMore"], json!(false));
    agent.get("/api/tasks/count?view=team").await.ok(200);
    world.requester.get("/api/tasks/count").await.problem(403, "forbidden");
    agent.get("/api/tickets/count?limit=101").await.names(400, "malformed", "limit");
}
