//! `GET /api/tickets`

use std::sync::Arc;

use futures::future::join_all;
use serde_json::{Value, json};
use tests::{Person, Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        pages_hold_each_ticket_once_along_the_flow_of_status,
        a_new_ticket_in_between_neither_repeats_nor_hides_another,
        each_view_shows_its_own,
        a_list_is_put_in_the_order_that_is_asked_for,
        a_status_filter_shows_only_that_status,
        a_list_of_somebody_elses_work_shows_only_what_the_reader_may_see,
        a_tag_finds_nothing_for_who_does_not_see_tags,
        a_summary_leaves_the_description_out,
        a_cursor_of_another_list_is_refused,
        a_malformed_parameter_is_refused_by_name,
    ]
}

fn ids(tickets: &[Value]) -> Vec<&str> {
    tickets.iter().map(|ticket| ticket["id"].as_str().unwrap()).collect()
}

fn sorted(mut ids: Vec<&str>) -> Vec<&str> {
    ids.sort_unstable();
    ids
}

/// Takes a new ticket along to this status.
async fn bring(agent: &Person, ticket: Value, statuses: &[&str]) -> Value {
    let mut ticket = ticket;
    for status in statuses {
        ticket = agent.change(&ticket, json!({"status": status})).await.ok(200);
    }
    ticket
}

async fn pages_hold_each_ticket_once_along_the_flow_of_status(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let raised = join_all((0..13).map(|_| world.raise_in(&world.requester, &team))).await;
    let ways: [&[&str]; 6] = [
        &[],
        &["IN_PROGRESS"],
        &["IN_PROGRESS", "ON_HOLD"],
        &["IN_PROGRESS", "RESOLVED"],
        &["IN_PROGRESS", "RESOLVED", "CLOSED"],
        &["CANCELLED"],
    ];
    let brought =
        raised.iter().enumerate().map(|(at, ticket)| bring(&agent, ticket.clone(), ways[at % ways.len()]));
    join_all(brought).await;

    let whole = agent.pages("/api/tickets?view=team", 100).await;
    assert_eq!(sorted(ids(&whole)), sorted(ids(&raised)));
    let order = ["OPEN", "IN_PROGRESS", "ON_HOLD", "RESOLVED", "CLOSED", "CANCELLED"];
    let rank = |ticket: &Value| order.iter().position(|status| ticket["status"] == *status).unwrap();
    for pair in whole.windows(2) {
        let (one, next) = (&pair[0], &pair[1]);
        let newest_first = one["createdAt"].as_str() >= next["createdAt"].as_str();
        assert!(rank(one) < rank(next) || (rank(one) == rank(next) && newest_first), "{one} before {next}");
    }
    for limit in [1, 4, 5, 13] {
        assert_eq!(ids(&agent.pages("/api/tickets?view=team", limit).await), ids(&whole), "by {limit}");
    }
}

async fn a_new_ticket_in_between_neither_repeats_nor_hides_another(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let raised = join_all((0..6).map(|_| world.raise(&person))).await;
    let first = person.get("/api/tickets?limit=3").await.ok(200);
    world.raise(&person).await;
    let cursor = first["nextCursor"].as_str().unwrap();
    let second = person.get(&format!("/api/tickets?limit=3&cursor={cursor}")).await.ok(200);
    let both: Vec<&Value> =
        [&first, &second].iter().flat_map(|page| page["items"].as_array().unwrap()).collect();
    let seen = sorted(both.iter().map(|ticket| ticket["id"].as_str().unwrap()).collect());
    assert_eq!(seen, sorted(ids(&raised)));
}

async fn each_view_shows_its_own(world: Arc<World>) {
    let (team, other) = (world.team().await, world.team().await);
    let agent = world.person("AGENT", &[&team]).await;
    let in_team = world.raise_in(&world.requester, &team).await;
    let elsewhere = world.raise_in(&agent, &other).await;
    let mine = agent.assign(&in_team, json!("me")).await.ok(200);
    let unassigned = world.raise_in(&world.requester, &team).await;
    let given = world.raise_in(&world.requester, &other).await;
    let given = world.admin.assign(&given, json!(agent.id)).await.ok(200);
    let both = world.raise_in(&agent, &team).await;
    let cases = [
        ("", vec![&mine, &given]),
        ("?view=mine", vec![&mine, &given]),
        ("?view=team", vec![&mine, &unassigned, &both]),
        ("?view=all", vec![&mine, &unassigned, &elsewhere, &given, &both]),
        ("?view=created", vec![&elsewhere, &both]),
    ];
    for (query, expected) in cases {
        let expected = sorted(expected.into_iter().map(|ticket| ticket["id"].as_str().unwrap()).collect());
        for limit in [1, 2, 100] {
            let listed = agent.pages(&format!("/api/tickets{query}"), limit).await;
            assert_eq!(sorted(ids(&listed)), expected, "`{query}` by {limit}");
        }
    }
    for query in ["", "?view=mine", "?view=all", "?view=created", "?view=team"] {
        let listed = world.requester.pages(&format!("/api/tickets{query}"), 100).await;
        assert!(listed.iter().all(|ticket| ticket["creator"]["id"] == world.requester.id), "`{query}`");
        assert!(ids(&listed).contains(&mine["id"].as_str().unwrap()), "`{query}`");
    }
    let all = world.admin.pages("/api/tickets?view=all", 100).await;
    for ticket in [&mine, &unassigned, &elsewhere] {
        assert!(ids(&all).contains(&ticket["id"].as_str().unwrap()));
    }
}

async fn a_list_is_put_in_the_order_that_is_asked_for(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let mut tickets = Vec::new();
    for (priority, due) in [
        ("LOW", Some("2031-01-03T00:00:00.000Z")),
        ("CRITICAL", None),
        ("MEDIUM", Some("2031-01-01T00:00:00.000Z")),
        ("CRITICAL", Some("2031-01-02T00:00:00.000Z")),
        ("HIGH", None),
    ] {
        let body = json!({"title": "One of five", "teamId": team, "priority": priority, "dueDate": due});
        tickets.push(agent.post("/api/tickets", body).await.ok(201));
    }
    agent.change(&tickets[1], json!({"status": "IN_PROGRESS"})).await.ok(200);
    for (query, expected) in [
        ("sort=created", [4, 3, 2, 1, 0]),
        ("sort=created&order=asc", [0, 1, 2, 3, 4]),
        ("sort=updated", [1, 4, 3, 2, 0]),
        ("sort=updated&order=asc", [0, 2, 3, 4, 1]),
        ("sort=priority", [3, 1, 4, 2, 0]),
        ("sort=priority&order=asc", [0, 2, 4, 3, 1]),
        ("sort=due", [2, 3, 0, 4, 1]),
        ("sort=due&order=desc", [0, 3, 2, 4, 1]),
    ] {
        let expected: Vec<&str> = expected.iter().map(|at| tickets[*at]["id"].as_str().unwrap()).collect();
        for limit in [1, 2, 5, 100] {
            let listed = agent.pages(&format!("/api/tickets?view=team&{query}"), limit).await;
            assert_eq!(ids(&listed), expected, "{query} by {limit}");
        }
    }
    let urgent = agent.pages("/api/tickets?view=team&sort=due&priority=CRITICAL", 1).await;
    assert_eq!(ids(&urgent), [tickets[3]["id"].as_str().unwrap(), tickets[1]["id"].as_str().unwrap()]);
    let by_due = agent.get("/api/tickets?view=team&sort=due&limit=2").await.ok(200);
    let cursor = by_due["nextCursor"].as_str().unwrap();
    for query in ["", "&sort=priority", "&sort=due&order=desc"] {
        let answer = agent.get(&format!("/api/tickets?view=team{query}&cursor={cursor}")).await;
        answer.names(400, "malformed", "cursor");
    }
    let count = agent.get("/api/tickets/count?view=team&sort=due&priority=CRITICAL").await.ok(200);
    assert_eq!(count, json!({"count": 2, "isMore": false}));
}

async fn a_status_filter_shows_only_that_status(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let open = world.raise_in(&world.requester, &team).await;
    let resolved =
        bring(&agent, world.raise_in(&world.requester, &team).await, &["IN_PROGRESS", "RESOLVED"]).await;
    let held =
        bring(&agent, world.raise_in(&world.requester, &team).await, &["IN_PROGRESS", "ON_HOLD"]).await;
    let cases = [
        ("OPEN", vec![&open]),
        ("ON_HOLD", vec![&held]),
        ("RESOLVED", vec![&resolved]),
        ("CLOSED", vec![]),
        ("ACTIVE", vec![&open, &held]),
        ("DONE", vec![&resolved]),
    ];
    for (status, expected) in cases {
        let listed = agent.pages(&format!("/api/tickets?view=team&status={status}"), 1).await;
        let expected: Vec<&str> = expected.into_iter().map(|ticket| ticket["id"].as_str().unwrap()).collect();
        assert_eq!(ids(&listed), expected, "{status}");
    }
}

async fn a_list_of_somebody_elses_work_shows_only_what_the_reader_may_see(world: Arc<World>) {
    let (team, other) = (world.team().await, world.team().await);
    let worker = world.person("AGENT", &[&team, &other]).await;
    let reader = world.person("AGENT", &[&team]).await;
    let seen = world.raise_in(&world.requester, &team).await;
    let hidden = world.raise_in(&world.requester, &other).await;
    for ticket in [&seen, &hidden] {
        worker.assign(ticket, json!("me")).await.ok(200);
    }
    let listed = reader.pages(&format!("/api/tickets?assigneeId={}", worker.id), 1).await;
    assert_eq!(ids(&listed), [seen["id"].as_str().unwrap()]);
    let listed = reader.pages(&format!("/api/tickets?teamId={other}"), 10).await;
    assert_eq!(ids(&listed), [] as [&str; 0]);
    let listed = reader.pages(&format!("/api/tickets?teamId={team}"), 10).await;
    assert_eq!(ids(&listed), [seen["id"].as_str().unwrap()]);
    let listed = world.requester.pages(&format!("/api/tickets?teamId={team}"), 10).await;
    assert_eq!(ids(&listed), [seen["id"].as_str().unwrap()], "a requester's own, and no others");
    // Nor is it told by a cursor, or by a number, that there is more.
    let user = world.person("USER", &[&team]).await;
    for (person, query) in [
        (&reader, format!("teamId={other}")),
        (&user, format!("teamId={other}")),
        (&user, format!("teamId={team}&sort=due")),
        (&user, format!("assigneeId={}", worker.id)),
        (&user, format!("view=team&creatorId={}", world.requester.id)),
    ] {
        let page = person.get(&format!("/api/tickets?limit=1&{query}")).await.ok(200);
        assert_eq!(page, json!({"items": [], "nextCursor": null}), "{} asks for {query}", person.name);
        let count = person.get(&format!("/api/tickets/count?limit=1&{query}")).await.ok(200);
        assert_eq!((&count["count"], &count["isMore"]), (&json!(0), &json!(false)), "{query}");
    }
}

async fn a_tag_finds_nothing_for_who_does_not_see_tags(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let tag = world.unique("quiet");
    world.agent.change(&ticket, json!({"tags": [tag]})).await.ok(200);
    let list = format!("/api/tickets?view=created&tag={tag}");
    assert!(person.pages(&list, 10).await.is_empty(), "its tags are not for its requester");
    let found = world.admin.pages(&format!("/api/tickets?view=all&teamId={}&tag={tag}", world.it), 100).await;
    assert_eq!(ids(&found), [ticket["id"].as_str().unwrap()]);
}

async fn a_summary_leaves_the_description_out(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    world.raise(&person).await;
    let listed = person.pages("/api/tickets", 10).await;
    for field in ["description", "allowedStatuses", "canEdit"] {
        assert!(listed[0].get(field).is_none(), "{field}");
    }
}

async fn a_cursor_of_another_list_is_refused(world: Arc<World>) {
    let page = world.agent.get("/api/users?limit=1").await.ok(200);
    let cursor = page["nextCursor"].as_str().expect("there are more people");
    world.agent.get(&format!("/api/users?limit=1&cursor={cursor}")).await.ok(200);
    for cursor in [cursor, "nonsense", "", "%00", "AAAA"] {
        let answer = world.agent.get(&format!("/api/tickets?cursor={cursor}")).await;
        answer.names(400, "malformed", "cursor");
    }
}

async fn a_malformed_parameter_is_refused_by_name(world: Arc<World>) {
    let cases = [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=-1", "limit"),
        ("limit=ten", "limit"),
        ("view=everything", "view"),
        ("status=LOST", "status"),
        ("status=open", "status"),
        ("assigneeId=me%00", "assigneeId"),
        ("teamId=usr_01990000000070008000000000000001", "teamId"),
        ("order=desc", "order"),
        ("sort=title", "sort"),
        ("sort=due&order=down", "order"),
        ("view=all&view=mine", "view"),
    ];
    for (query, field) in cases {
        world.agent.get(&format!("/api/tickets?{query}")).await.names(400, "malformed", field);
    }
}
