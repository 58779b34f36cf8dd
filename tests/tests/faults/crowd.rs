//! Many at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use serde_json::{Value, json};
use tests::{Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![a_thousand_tickets_of_fifty_clients_are_all_there_once]
}

const TICKETS: usize = 1000;
const CLIENTS: usize = 50;

async fn a_thousand_tickets_of_fifty_clients_are_all_there_once(world: Arc<World>) {
    let team = world.team().await;
    let assignee = world.person("AGENT", &[&team]).await;
    let word = world.unique("crowd");
    let clients = [&world.admin, &world.manager, &world.agent, &world.colleague, &world.outsider];
    let raised: Vec<Value> = futures::stream::iter(0..TICKETS)
        .map(|number| {
            let title = format!("{word} {number}");
            let client = clients[number % clients.len()];
            let body = json!({"title": title, "teamId": team, "assigneeId": assignee.id});
            async move { client.post("/api/tickets", body).await.ok(201) }
        })
        .buffer_unordered(CLIENTS)
        .collect()
        .await;
    let numbers: BTreeSet<&str> = raised.iter().map(|ticket| ticket["number"].as_str().unwrap()).collect();
    assert_eq!(numbers.len(), TICKETS, "a number was given twice");
    let listed = assignee.pages(&format!("/api/tickets?teamId={team}"), 100).await;
    let listed: BTreeSet<&str> = listed.iter().map(|ticket| ticket["number"].as_str().unwrap()).collect();
    assert_eq!(listed, numbers, "a ticket was lost");

    eventually("a mail for each ticket", Duration::from_secs(150), || async {
        (world.count_mails_to(&assignee, &word).await >= TICKETS).then_some(())
    })
    .await;
    world.quiet().await;
    let mut mails: BTreeMap<String, usize> = BTreeMap::new();
    for mail in world.mails_to(&assignee, &word).await {
        *mails.entry(mail.subject).or_default() += 1;
    }
    assert_eq!(mails.len(), TICKETS);
    assert!(mails.values().all(|count| *count == 1), "a mail came twice");
    let told = assignee.pages("/api/notifications", 100).await;
    let told: BTreeMap<&str, usize> = told.iter().fold(BTreeMap::new(), |mut told, one| {
        *told.entry(one["workItemId"].as_str().unwrap()).or_default() += 1;
        told
    });
    assert_eq!(told.len(), TICKETS, "a notification is missing");
    assert!(told.values().all(|count| *count == 1), "a notification came twice");
    let figures = world.admin.get(&format!("/api/teams/{team}/stats")).await.ok(200);
    assert_eq!(figures["tickets"]["created"], json!(TICKETS), "a ticket was counted twice, or not at all");
    assert_eq!(figures["tickets"]["byAssignee"][0]["count"], json!(TICKETS));
    let created = world.admin.pages(&format!("/api/teams/{team}/activity?group=CREATED"), 100).await;
    let of: BTreeSet<&str> = created.iter().map(|entry| entry["item"]["number"].as_str().unwrap()).collect();
    assert_eq!((created.len(), of), (TICKETS, numbers), "an activity is missing, or is there twice");
}
