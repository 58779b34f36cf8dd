//! A merge that is interrupted.

use std::future::IntoFuture;
use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use serde_json::{Value, json};
use tests::{Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_merge_interrupted_at_any_moment_and_asked_for_again_ends_whole,
        a_merge_that_nobody_asks_for_again_is_finished_by_the_schedule,
        a_merge_into_what_is_merged_meanwhile_ends_where_that_goes_on,
    ]
}

/// As many as take several steps.
const COMMENTS: usize = 100;

/// Two tickets, one of them with a long conversation.
async fn pair(world: &World) -> (Value, Value) {
    let (source, target) = tokio::join!(world.raise(&world.requester), world.raise(&world.requester));
    join_all((0..COMMENTS).map(|number| {
        let source = &source;
        async move {
            let word = format!("word {number}");
            if number % 4 == 0 {
                world.agent.note(source, &word).await.ok(201)
            } else {
                world.requester.comment(source, &word).await.ok(201)
            }
        }
    }))
    .await;
    (source, target)
}

/// Asks for the merge and kills the function so many milliseconds later; whether it was through already.
async fn interrupt(world: &World, source: &Value, target: &Value, after: u64) -> bool {
    let path = format!("/api/tickets/{}/merge", source["id"].as_str().unwrap());
    let ask = async { world.agent.post(&path, json!({"into": target["id"]})).may_fail().await.status };
    let kill = async {
        tokio::time::sleep(Duration::from_millis(after)).await;
        world.stack().kill_function("tickets").await.unwrap();
    };
    let (status, ()) = tokio::join!(ask, kill);
    status == 200
}

/// Asks for the merge and kills the function once the first comments are over; whether others are left.
async fn interrupt_halfway(world: &World, source: &Value, target: &Value) -> bool {
    let path = |item: &Value| format!("/api/tickets/{}", item["id"].as_str().unwrap());
    let ask = world.agent.post(&format!("{}/merge", path(source)), json!({"into": target["id"]})).may_fail();
    let kill = async {
        // Comments are listed by another function, which lives on.
        while world.agent.pages(&format!("{}/comments", path(target)), 100).await.is_empty() {}
        world.stack().kill_function("tickets").await.unwrap();
    };
    tokio::join!(ask.into_future(), kill);
    !world.agent.pages(&format!("{}/comments", path(source)), 100).await.is_empty()
}

async fn expect_whole(world: &World, source: &Value, target: &Value) {
    let path = |item: &Value| format!("/api/tickets/{}", item["id"].as_str().unwrap());
    let (from, into) = (world.agent.read(source).await, world.agent.read(target).await);
    let counts = (&from["ticket"]["commentCount"], &into["ticket"]["commentCount"]);
    assert_eq!(counts, (&json!(0), &json!(COMMENTS)));
    assert_eq!(
        (&from["ticket"]["status"], &from["ticket"]["mergedInto"]["id"]),
        (&json!("CLOSED"), &target["id"])
    );
    let moved = world.agent.pages(&format!("{}/comments", path(target)), 100).await;
    let mut said: Vec<&str> = moved.iter().map(|comment| comment["content"].as_str().unwrap()).collect();
    said.sort_unstable();
    said.dedup();
    assert_eq!((moved.len(), said.len()), (COMMENTS, COMMENTS));
    assert!(world.agent.pages(&format!("{}/comments", path(source)), 100).await.is_empty());
    let public = world.requester.pages(&format!("{}/comments", path(target)), 100).await;
    assert_eq!(public.len(), COMMENTS - COMMENTS.div_ceil(4));
    for item in [source, target] {
        let history = world.agent.pages(&format!("{}/activity", path(item)), 100).await;
        assert_eq!(history.iter().filter(|entry| entry["action"] == "MERGED").count(), 1);
    }
}

async fn a_merge_interrupted_at_any_moment_and_asked_for_again_ends_whole(world: Arc<World>) {
    let mut interrupted = 0;
    for after in [10, 25, 45, 70, 100] {
        let (source, target) = pair(&world).await;
        if !interrupt(&world, &source, &target, after).await {
            interrupted += 1;
        }
        let path = format!("/api/tickets/{}/merge", source["id"].as_str().unwrap());
        eventually("the merge to be through", Duration::from_secs(20), || async {
            let answer = world.agent.post(&path, json!({"into": target["id"]})).may_fail().await;
            (answer.status == 200).then_some(())
        })
        .await;
        expect_whole(&world, &source, &target).await;
    }
    assert!(interrupted > 0, "no merge was caught in the middle of it");
}

/// A merge that was caught in the middle of it: source and target.
async fn caught(world: &World) -> (Value, Value) {
    for _ in 0..5 {
        let (source, target) = pair(world).await;
        if interrupt_halfway(world, &source, &target).await {
            return (source, target);
        }
    }
    panic!("no merge was caught in the middle of it");
}

async fn a_merge_that_nobody_asks_for_again_is_finished_by_the_schedule(world: Arc<World>) {
    let (source, target) = caught(&world).await;
    finish_by_schedule(&world, &source).await;
    expect_whole(&world, &source, &target).await;
}

async fn a_merge_into_what_is_merged_meanwhile_ends_where_that_goes_on(world: Arc<World>) {
    let (source, between) = caught(&world).await;
    let end = world.raise(&world.requester).await;
    let path = |item: &Value| format!("/api/tickets/{}", item["id"].as_str().unwrap());
    eventually("the second merge to be through", Duration::from_secs(20), || async {
        let ask = world.agent.post(&format!("{}/merge", path(&between)), json!({"into": end["id"]}));
        (ask.may_fail().await.status == 200).then_some(())
    })
    .await;
    finish_by_schedule(&world, &source).await;
    for item in [&source, &between] {
        assert!(world.agent.pages(&format!("{}/comments", path(item)), 100).await.is_empty());
        assert_eq!(world.agent.read(item).await["ticket"]["commentCount"], json!(0));
    }
    assert_eq!(world.agent.pages(&format!("{}/comments", path(&end)), 100).await.len(), COMMENTS);
    assert_eq!(world.agent.read(&end).await["ticket"]["commentCount"], json!(COMMENTS));
}

/// Lets the schedule do now what it would do in two minutes, until nothing is left on `source`.
async fn finish_by_schedule(world: &World, source: &Value) {
    let in_two_minutes = domain::Instant::now().plus_seconds(120);
    let event = json!({
        "id": "1", "source": "aws.events", "detail-type": "Scheduled Event", "region": "us-east-1",
        "account": "000000000000", "time": in_two_minutes, "resources": [], "detail": {},
    });
    let invoke = json!({
        "FunctionName": format!("{}-sweep", world.stack().description().stack),
        "InvocationType": "Event",
        "Payload": event.to_string(),
    });
    world.stack().aws("lambda", "invoke", invoke).await.unwrap();
    eventually("the schedule to finish the merge", Duration::from_secs(20), || async {
        let answer =
            world.agent.get(&format!("/api/tickets/{}", source["id"].as_str().unwrap())).may_fail().await;
        (answer.status == 200 && answer.json()["ticket"]["commentCount"] == json!(0)).then_some(())
    })
    .await;
}
