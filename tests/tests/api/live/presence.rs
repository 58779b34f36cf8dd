//! Who is on an item, who writes there, and who is online.

use std::sync::Arc;

use serde_json::{Value, json};
use tests::{Person, Socket, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        colleagues_see_each_other_come_and_go,
        two_tabs_of_a_person_are_one,
        a_requester_hears_of_a_reply_and_of_nothing_else,
        a_reply_that_becomes_a_note_is_over_for_the_requester,
        staff_hear_what_a_requester_writes,
        a_line_that_breaks_ends_the_typing,
        typing_needs_the_room_and_is_told_once_in_a_while,
        tasks_have_rooms_for_staff_alone,
        staff_of_the_team_and_admins_hear_who_is_online,
        staff_ask_who_is_online_and_requesters_may_not,
    ]
}

/// A websocket in the ticket's room, and the answer to joining it.
async fn join(person: &Person, ticket: &Value) -> (Socket, Value) {
    let mut socket = person.connect().await;
    socket.send(json!({"action": "join:ticket", "ticketId": ticket["id"]})).await;
    let joined = socket.wait_for("joined", |data| data["ticketId"] == ticket["id"]).await;
    (socket, joined["data"]["viewers"].clone())
}

fn start(ticket: &Value, is_internal: bool) -> Value {
    json!({"action": "typing:start", "workItemId": ticket["id"], "isInternal": is_internal})
}

/// Waits until everything that was sent before has been dealt with.
async fn settled(socket: &mut Socket) {
    let before = socket.heard_of("pong").len();
    socket.send(json!({"action": "ping"})).await;
    eventually("a pong", Socket::PATIENCE, || async {
        (socket.heard_of("pong").len() > before).then_some(())
    })
    .await;
}

async fn colleagues_see_each_other_come_and_go(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (agent, alone) = join(&world.agent, &ticket).await;
    assert_eq!(alone, json!([]));
    let (mut colleague, viewers) = join(&world.colleague, &ticket).await;
    let known = json!({"id": world.agent.id, "name": world.agent.name});
    assert_eq!(viewers, json!([{"user": known, "isTyping": false, "isInternal": false}]));
    let heard = agent.wait_for("user:viewing", |data| data["isViewing"] == true).await;
    assert_eq!(heard["data"]["user"]["id"], json!(world.colleague.id));
    assert_eq!(heard["data"]["workItemId"], ticket["id"]);
    assert!(heard["at"].is_string());
    colleague.send(json!({"action": "leave:ticket", "ticketId": ticket["id"]})).await;
    agent.wait_for("user:viewing", |data| data["isViewing"] == false).await;
    assert!(colleague.heard_of("user:viewing").is_empty(), "nobody is told of oneself");
}

async fn two_tabs_of_a_person_are_one(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (agent, _) = join(&world.agent, &ticket).await;
    let (mut first, _) = join(&world.colleague, &ticket).await;
    let (second, viewers) = join(&world.colleague, &ticket).await;
    assert_eq!(viewers.as_array().unwrap().len(), 1, "{viewers}");
    first.send(json!({"action": "leave:ticket", "ticketId": ticket["id"]})).await;
    settled(&mut first).await;
    let (_manager, viewers) = join(&world.manager, &ticket).await;
    assert_eq!(viewers.as_array().unwrap().len(), 2, "{viewers}");
    agent.wait_for("user:viewing", |data| data["user"]["id"] == json!(world.manager.id)).await;
    let of_colleague = |heard: &Value| heard["data"]["user"]["id"] == json!(world.colleague.id);
    assert_eq!(agent.heard_of("user:viewing").into_iter().filter(of_colleague).count(), 1);
    second.cut();
    agent.wait_for("user:viewing", |data| data["isViewing"] == false).await;
}

async fn a_requester_hears_of_a_reply_and_of_nothing_else(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (requester, _) = join(&world.requester, &ticket).await;
    let (colleague, viewers) = join(&world.colleague, &ticket).await;
    assert_eq!(viewers[0]["user"]["id"], json!(world.requester.id), "staff see who waits");
    let (mut agent, _) = join(&world.agent, &ticket).await;
    agent.send(start(&ticket, true)).await;
    let noted = colleague.wait_for("user:typing", |data| data["isTyping"] == true).await;
    assert_eq!(noted["data"]["isInternal"], true);
    let (late, viewers) = join(&world.requester, &ticket).await;
    assert_eq!(viewers, json!([]), "a requester sees nobody who looks or writes a note");
    agent.send(start(&ticket, false)).await;
    let heard = requester.wait_for("user:typing", |data| data["isTyping"] == true).await;
    assert_eq!(heard["data"]["user"], json!({"id": world.agent.id, "name": world.agent.name}));
    assert_eq!(heard["data"]["isInternal"], false);
    agent.send(json!({"action": "typing:stop", "workItemId": ticket["id"]})).await;
    requester.wait_for("user:typing", |data| data["isTyping"] == false).await;
    for socket in [&requester, &late] {
        assert!(socket.heard_of("user:viewing").is_empty(), "{:?}", socket.heard());
        assert!(!socket.has_heard_text(&world.colleague.id), "{:?}", socket.heard());
    }
}

async fn a_reply_that_becomes_a_note_is_over_for_the_requester(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (requester, _) = join(&world.requester, &ticket).await;
    let (colleague, _) = join(&world.colleague, &ticket).await;
    let (mut agent, _) = join(&world.agent, &ticket).await;
    agent.send(start(&ticket, false)).await;
    requester.wait_for("user:typing", |data| data["isTyping"] == true).await;
    // Who does not say is taken for writing what fewer may know of.
    agent.send(json!({"action": "typing:start", "workItemId": ticket["id"]})).await;
    requester.wait_for("user:typing", |data| data["isTyping"] == false).await;
    colleague.wait_for("user:typing", |data| data["isInternal"] == true && data["isTyping"] == true).await;
    assert!(!requester.heard().iter().any(|heard| heard["data"]["isInternal"] == true));
}

async fn staff_hear_what_a_requester_writes(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (agent, _) = join(&world.agent, &ticket).await;
    let (mut requester, _) = join(&world.requester, &ticket).await;
    requester.send(start(&ticket, true)).await;
    let heard = agent.wait_for("user:typing", |data| data["isTyping"] == true).await;
    assert_eq!(heard["data"]["user"]["id"], json!(world.requester.id));
    assert_eq!(heard["data"]["isInternal"], false, "a requester writes nothing internal");
}

async fn a_line_that_breaks_ends_the_typing(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (requester, _) = join(&world.requester, &ticket).await;
    let (colleague, _) = join(&world.colleague, &ticket).await;
    let (mut agent, _) = join(&world.agent, &ticket).await;
    agent.send(start(&ticket, false)).await;
    requester.wait_for("user:typing", |data| data["isTyping"] == true).await;
    agent.cut();
    requester.wait_for("user:typing", |data| data["isTyping"] == false).await;
    let is_agents = |data: &Value| data["user"]["id"] == json!(world.agent.id);
    colleague.wait_for("user:viewing", |data| is_agents(data) && data["isViewing"] == false).await;
}

async fn typing_needs_the_room_and_is_told_once_in_a_while(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let (colleague, _) = join(&world.colleague, &ticket).await;
    let mut agent = world.agent.connect().await;
    agent.send(start(&ticket, false)).await;
    agent.wait_for("error", |data| data["action"] == "typing:start").await;
    agent.send(json!({"action": "typing:stop", "workItemId": ticket["id"]})).await;
    agent.send(json!({"action": "join:ticket", "ticketId": ticket["id"]})).await;
    agent.wait_for("joined", |_| true).await;
    for _ in 0..3 {
        agent.send(start(&ticket, false)).await;
        settled(&mut agent).await;
    }
    agent.send(json!({"action": "typing:stop", "workItemId": ticket["id"]})).await;
    colleague.wait_for("user:typing", |data| data["isTyping"] == false).await;
    let told = colleague.heard_of("user:typing");
    assert!(told.len() < 4, "each of three was told: {told:?}");
    assert_eq!(agent.heard_of("error").len(), 1, "{:?}", agent.heard());
}

async fn tasks_have_rooms_for_staff_alone(world: Arc<World>) {
    let task = world.agent.post("/api/tasks", json!({"title": "Label the cables"})).await.ok(201);
    let mut agent = world.agent.connect().await;
    agent.send(json!({"action": "join:task", "taskId": task["id"]})).await;
    agent.wait_for("joined", |data| data["taskId"] == task["id"]).await;
    let mut colleague = world.colleague.connect().await;
    colleague.send(json!({"action": "join:ticket", "ticketId": task["id"]})).await;
    colleague.wait_for("error", |data| data["action"] == "join:ticket").await;
    colleague.send(json!({"action": "join:task", "taskId": task["id"]})).await;
    agent.wait_for("user:viewing", |data| data["user"]["id"] == json!(world.colleague.id)).await;
    colleague.send(start(&task, true)).await;
    agent.wait_for("user:typing", |data| data["isInternal"] == true).await;
    colleague.send(json!({"action": "leave:task", "taskId": task["id"]})).await;
    agent.wait_for("user:viewing", |data| data["isViewing"] == false).await;
    let mut requester = world.requester.connect().await;
    requester.send(json!({"action": "join:task", "taskId": task["id"]})).await;
    let refused = requester.wait_for("error", |data| data["action"] == "join:task").await;
    assert_eq!(refused["data"]["detail"], "there is no such task, or it is not for you");
}

async fn staff_of_the_team_and_admins_hear_who_is_online(world: Arc<World>) {
    let team = world.team().await;
    let watcher = world.person("AGENT", &[&team]).await;
    let newcomer = world.person("AGENT", &[&team]).await;
    let (ear, admin) = (watcher.connect().await, world.admin.connect().await);
    let (outsider, requester) = (world.outsider.connect().await, world.requester.connect().await);
    let is_newcomers = |data: &Value| data["user"]["id"] == json!(newcomer.id);
    let first = newcomer.connect().await;
    let heard = ear.wait_for("user:online", is_newcomers).await;
    assert_eq!(heard["data"]["user"]["name"], json!(newcomer.name));
    admin.wait_for("user:online", is_newcomers).await;
    let mut second = newcomer.connect().await;
    settled(&mut second).await;
    first.cut();
    // Of two lines that end at the same moment, each may find itself the last, and the news may come twice.
    eventually("the first line to be forgotten", Socket::PATIENCE, || async {
        (world.connections(&newcomer).await == 1).then_some(())
    })
    .await;
    settled(&mut second).await;
    assert_eq!(ear.heard_of("user:online").len(), 1, "the second connection is no news");
    assert!(ear.heard_of("user:offline").is_empty(), "nor is the end of one of two");
    second.cut();
    ear.wait_for("user:offline", is_newcomers).await;
    admin.wait_for("user:offline", is_newcomers).await;
    assert_eq!(ear.heard_of("user:offline").len(), 1, "the end of the last is told once");
    for socket in [&outsider, &requester] {
        assert!(!socket.has_heard_text(&newcomer.id), "{:?}", socket.heard());
    }
}

async fn staff_ask_who_is_online_and_requesters_may_not(world: Arc<World>) {
    let (here, away) = (world.person("AGENT", &[]).await, world.person("AGENT", &[]).await);
    let _open = here.connect().await;
    let ask = json!({"action": "presence:ask", "userIds": [here.id, away.id]});
    let mut agent = world.agent.connect().await;
    agent.send(ask.clone()).await;
    let state = agent.wait_for("presence:state", |_| true).await;
    assert_eq!(state["data"], json!({"userIds": [here.id, away.id], "online": [here.id]}));
    let mut requester = world.requester.connect().await;
    requester.send(ask).await;
    requester.wait_for("error", |data| data["action"] == "presence:ask").await;
    assert!(requester.heard_of("presence:state").is_empty());
}
