//! Who hears what without asking.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        an_agent_sees_a_new_ticket_within_two_seconds,
        the_requester_hears_an_answer_live,
        a_change_tells_what_it_was_and_what_it_is,
        everybody_concerned_hears_and_nobody_else,
        who_loses_sight_of_a_ticket_hears_that_it_is_gone,
        a_notification_comes_live_to_its_owner,
        a_requesters_reply_that_reopens_is_told,
        an_entry_of_the_feed_comes_live_to_who_may_know_of_it,
        what_is_done_to_an_account_comes_live_to_admins,
    ]
}

async fn an_agent_sees_a_new_ticket_within_two_seconds(world: Arc<World>) {
    let socket = world.agent.connect().await;
    // The first push also waits for the workers to start, which is not what is measured.
    let first = world.raise(&world.requester).await;
    socket.wait_for("ticket:updated", |data| data["ticket"]["id"] == first["id"]).await;

    let ticket = world.raise(&world.requester).await;
    let patience = Duration::from_secs(2);
    let heard =
        socket.wait_within(patience, "ticket:updated", |data| data["ticket"]["id"] == ticket["id"]).await;
    assert_eq!(heard["data"]["action"], "created");
    assert!(heard["id"].as_str().unwrap().starts_with("act_"), "{heard}");
    assert!(heard["at"].is_string());
    for field in
        ["ticketNumber", "title", "status", "priority", "creator", "teamId", "version", "commentCount"]
    {
        assert_eq!(heard["data"]["ticket"][field], ticket[field], "{field}");
    }
    assert!(heard["data"]["ticket"].get("description").is_none());
}

async fn the_requester_hears_an_answer_live(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let socket = world.requester.connect().await;
    let comment = world.agent.comment(&ticket, "We are on it").await.ok(201);
    let heard = socket.wait_for("comment:added", |data| data["comment"]["id"] == comment["id"]).await;
    assert_eq!(heard["data"]["comment"], comment);
    assert_eq!(heard["data"]["workItemId"], ticket["id"]);
    assert_eq!(heard["data"]["number"], ticket["number"]);
}

async fn a_change_tells_what_it_was_and_what_it_is(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let socket = world.requester.connect().await;
    world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    let heard = socket.wait_for("ticket:updated", |data| data["ticket"]["version"] == 2).await;
    assert_eq!(heard["data"]["action"], "updated");
    assert_eq!(heard["data"]["ticket"]["status"], "IN_PROGRESS");
    assert_eq!(
        heard["data"]["changes"],
        json!([{"field": "status", "before": "OPEN", "after": "IN_PROGRESS"}])
    );
}

async fn everybody_concerned_hears_and_nobody_else(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let concerned = [&world.requester, &world.agent, &world.colleague, &world.manager, &world.admin];
    let others = [&world.outsider, &world.stranger];
    let mut ears = Vec::new();
    for person in concerned {
        ears.push((person, person.connect().await));
    }
    let mut deaf = Vec::new();
    for person in others {
        deaf.push((person, person.connect().await));
    }
    let text = world.unique("word");
    world.agent.comment(&ticket, &text).await.ok(201);
    for (person, socket) in &ears {
        socket.wait_for("comment:added", |data| data.to_string().contains(&text)).await;
        assert_eq!(
            socket.heard_of("comment:added").iter().filter(|heard| heard.to_string().contains(&text)).count(),
            1,
            "{}",
            person.name
        );
    }
    // What each of them hears next shows that the line works and that the first was not for them.
    for (person, socket) in &deaf {
        let own =
            person.post("/api/tickets", json!({"title": "Mine", "teamId": world.courses})).await.ok(201);
        socket.wait_for("ticket:updated", |data| data["ticket"]["id"] == own["id"]).await;
        assert!(!socket.has_heard_text(&text), "{}", person.name);
    }
}

async fn who_loses_sight_of_a_ticket_hears_that_it_is_gone(world: Arc<World>) {
    let team = world.team().await;
    let agent = world.person("AGENT", &[&team]).await;
    let ticket = world.raise_in(&world.requester, &team).await;
    let socket = agent.connect().await;
    world.admin.change(&ticket, json!({"teamId": world.it})).await.ok(200);
    let heard = socket.wait_for("item:gone", |data| data["workItemId"] == ticket["id"]).await;
    assert_eq!(
        heard["data"],
        json!({"workItemId": ticket["id"], "type": "TICKET", "number": ticket["number"]})
    );
    assert!(socket.heard_of("ticket:updated").iter().all(|one| one["data"]["ticket"]["version"] != 2));
}

async fn a_notification_comes_live_to_its_owner(world: Arc<World>) {
    let agent = world.person("AGENT", &[&world.it]).await;
    let ticket = world.raise(&world.requester).await;
    let (owner, other) = (agent.connect().await, world.colleague.connect().await);
    world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    let heard = owner.wait_for("notification:new", |data| data["workItemId"] == ticket["id"]).await;
    assert_eq!(heard["data"]["type"], "TICKET_ASSIGNED");
    let listed = agent.get("/api/notifications").await.ok(200);
    assert_eq!(listed["items"], json!([heard["data"]]));
    other
        .wait_for("ticket:updated", |data| {
            data["ticket"]["version"] == 2 && data["ticket"]["id"] == ticket["id"]
        })
        .await;
    assert!(
        other.heard_of("notification:new").iter().all(|heard| heard["data"]["workItemId"] != ticket["id"])
    );
}

async fn a_requesters_reply_that_reopens_is_told(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let ticket = world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
    let resolved = world.agent.change(&ticket, json!({"status": "RESOLVED"})).await.ok(200);
    let socket = world.agent.connect().await;
    let comment = world.requester.comment(&resolved, "Still broken").await.ok(201);
    socket.wait_for("comment:added", |data| data["comment"]["id"] == comment["id"]).await;
    let fits =
        |data: &serde_json::Value| data["ticket"]["id"] == ticket["id"] && data["ticket"]["version"] == 4;
    let heard = socket.wait_for("ticket:updated", fits).await;
    assert_eq!(heard["data"]["ticket"]["status"], "IN_PROGRESS");
}

async fn an_entry_of_the_feed_comes_live_to_who_may_know_of_it(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (agent, admin) = (world.agent.connect().await, world.admin.connect().await);
    let (requester, outsider) = (world.requester.connect().await, world.outsider.connect().await);
    let text = "word ".repeat(5_000);
    let change = json!({"priority": "HIGH", "tags": ["lamp"], "description": format!("<p>{text}</p>")});
    world.manager.change(&ticket, change).await.ok(200);
    let is_it = |data: &serde_json::Value| data["item"]["id"] == ticket["id"] && data["action"] == "UPDATED";
    let fields = |heard: &serde_json::Value| -> Vec<String> {
        let changes = heard["data"]["changes"].as_array().unwrap().iter();
        changes.map(|change| change["field"].as_str().unwrap().to_owned()).collect()
    };
    let heard = agent.wait_for("activity:new", is_it).await;
    assert_eq!(heard["data"]["actor"]["id"], json!(world.manager.id));
    assert_eq!(heard["id"], heard["data"]["id"]);
    assert!(fields(&heard).contains(&"tags".to_owned()), "{heard}");
    assert!(!heard.to_string().contains("word word"), "what is long is left to the list");
    let listed = world.agent.get("/api/dashboard/activity?limit=100").await.ok(200);
    assert!(listed["items"].as_array().unwrap().iter().any(|entry| entry["id"] == heard["id"]));
    admin.wait_for("activity:new", is_it).await;
    let told = requester.wait_for("activity:new", is_it).await;
    assert!(fields(&told).contains(&"priority".to_owned()) && !told.to_string().contains("lamp"), "{told}");
    let own = world.outsider.post("/api/tickets", json!({"title": "Mine", "teamId": world.courses})).await;
    let own = own.ok(201);
    outsider.wait_for("activity:new", |data| data["item"]["id"] == own["id"]).await;
    assert!(
        outsider.heard_of("activity:new").iter().all(|heard| heard["data"]["item"]["id"] != ticket["id"])
    );
}

async fn what_is_done_to_an_account_comes_live_to_admins(world: Arc<World>) {
    let (admin, agent) = (world.admin.connect().await, world.agent.connect().await);
    let name = world.unique("newcomer");
    let body = json!({"email": format!("{name}@desk.example"), "name": name, "role": "USER"});
    let made = world.admin.post("/api/users", body).await.ok(201);
    let is_it = |data: &serde_json::Value| data["userId"] == made["id"];
    let heard = admin.wait_for("activity:new", is_it).await;
    assert_eq!(heard["data"]["action"], "USER_CREATED");
    let ticket = world.raise(&world.requester).await;
    agent.wait_for("activity:new", |data| data["item"]["id"] == ticket["id"]).await;
    assert!(!agent.heard_of("activity:new").iter().any(|heard| is_it(&heard["data"])));
}
