//! Merging one ticket into another.

use std::sync::Arc;

use futures::future::join_all;
use serde_json::{Value, json};
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        comments_followers_and_tags_go_over_and_the_source_closes,
        what_a_ticket_was_raised_with_goes_over_as_a_comment,
        merges_into_one_ticket_at_the_same_moment_are_all_counted,
        a_merged_ticket_takes_nothing_more,
        what_cannot_be_merged_is_refused,
        a_merge_asked_for_twice_at_once_moves_each_comment_once,
        a_long_conversation_goes_over_whole,
    ]
}

fn merge(source: &Value) -> String {
    format!("/api/tickets/{}/merge", source["id"].as_str().unwrap())
}

async fn comments_followers_and_tags_go_over_and_the_source_closes(world: Arc<World>) {
    let (source, target) = (world.raise(&world.stranger).await, world.raise(&world.requester).await);
    let first = world.unique("first");
    let (second, secret) = (world.unique("second"), world.unique("secret"));
    world.stranger.comment(&source, &first).await.ok(201);
    world.requester.comment(&target, &second).await.ok(201);
    let note = world.agent.note(&source, &secret).await.ok(201);
    world.agent.change(&source, json!({"tags": ["wifi"]})).await.ok(200);
    let merged = world.agent.post(&merge(&source), json!({"into": target["number"]})).await.ok(200);
    assert_eq!((&merged["id"], &merged["tags"]), (&target["id"], &json!(["wifi"])));
    assert_eq!(
        (&merged["commentCount"], &merged["watchers"][0]["id"]),
        (&json!(3), &json!(world.stranger.id))
    );
    assert_eq!(merged["links"][0]["kind"], "MERGED_FROM");

    let details = world.agent.read(&target).await;
    let said: Vec<&str> = details["comments"]["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["content"].as_str().unwrap())
        .collect();
    assert_eq!(said, [&first, &second, &secret].map(|text| format!("<p>{text}</p>")));
    let closed = world.stranger.read(&source).await;
    assert_eq!(closed["comments"]["items"], json!([]));
    assert_eq!(
        (&closed["ticket"]["status"], &closed["ticket"]["commentCount"]),
        (&json!("CLOSED"), &json!(0))
    );
    assert_eq!(closed["ticket"]["mergedInto"]["number"], target["number"]);
    assert_eq!(world.agent.read(&source).await["ticket"]["commentCount"], 0);

    for person in [&world.stranger, &world.requester] {
        let seen = person.read(&target).await;
        assert_eq!(seen["comments"]["items"].as_array().unwrap().len(), 2, "{}", person.name);
        assert!(!seen.to_string().contains(&secret));
    }
    let note = world.agent.get(&format!("/api/comments/{}", note["id"].as_str().unwrap())).await.ok(200);
    assert_eq!(note["workItemId"], target["id"]);
}

async fn what_a_ticket_was_raised_with_goes_over_as_a_comment(world: Arc<World>) {
    let words = world.unique("the beamer stays dark");
    let body = json!({"title": "Dark", "description": format!("<p>{words}</p>"), "teamId": world.it});
    let source = world.stranger.post("/api/tickets", body).await.ok(201);
    let target = world.raise(&world.requester).await;
    world.requester.comment(&target, "Later").await.ok(201);
    let merged = world.agent.post(&merge(&source), json!({"into": target["id"]})).await.ok(200);
    assert_eq!(merged["commentCount"], json!(2));
    world.agent.post(&merge(&source), json!({"into": target["id"]})).await.ok(200);
    let details = world.requester.read(&target).await;
    let said = details["comments"]["items"].as_array().unwrap();
    assert_eq!((said.len(), &details["ticket"]["commentCount"]), (2, &json!(2)));
    assert_eq!(said[0]["content"], json!(format!("<p>{words}</p>")));
    assert_eq!(said[0]["author"]["id"], json!(world.stranger.id));
    assert_eq!(said[0]["createdAt"], source["createdAt"]);
}

async fn merges_into_one_ticket_at_the_same_moment_are_all_counted(world: Arc<World>) {
    let target = world.raise(&world.requester).await;
    let sources = join_all((0..4).map(|number| {
        let body = json!({"title": "Dark", "description": format!("<p>{number}</p>"), "teamId": world.it});
        let stranger = &world.stranger;
        async move { stranger.post("/api/tickets", body).await.ok(201) }
    }))
    .await;
    let merges = sources.iter().map(|source| {
        let asked = world.agent.post(&merge(source), json!({"into": target["id"]}));
        async move { asked.await.ok(200) }
    });
    let words = (0..4).map(|number| {
        let said = world.requester.comment(&target, &format!("word {number}"));
        async move { said.await.ok(201) }
    });
    tokio::join!(join_all(merges), join_all(words));
    let details = world.requester.read(&target).await;
    assert_eq!(details["comments"]["items"].as_array().unwrap().len(), 8);
    assert_eq!(details["ticket"]["commentCount"], json!(8));
}

async fn a_merged_ticket_takes_nothing_more(world: Arc<World>) {
    let (source, target) = (world.raise(&world.requester).await, world.raise(&world.requester).await);
    let third = world.raise(&world.requester).await;
    world.agent.post(&merge(&source), json!({"into": target["id"]})).await.ok(200);
    let now = world.agent.read(&source).await["ticket"].clone();
    assert_eq!((&now["canEdit"], &now["canComment"]), (&json!(false), &json!(false)));
    assert_eq!(now["allowedStatuses"], json!([]));
    for answer in [
        world.agent.comment(&source, "Hello?").await,
        world.agent.change(&now, json!({"status": "IN_PROGRESS"})).await,
        world.agent.assign(&now, json!("me")).await,
        world.agent.post(&merge(&source), json!({"into": third["id"]})).await,
        world.agent.post(&merge(&third), json!({"into": source["id"]})).await,
    ] {
        let problem = answer.problem(409, "merged");
        assert!(problem["detail"].as_str().unwrap().contains(target["number"].as_str().unwrap()));
    }
    let again = world.agent.post(&merge(&source), json!({"into": target["id"]})).await.ok(200);
    assert_eq!(again["id"], target["id"], "the same merge once more is done already");
}

async fn what_cannot_be_merged_is_refused(world: Arc<World>) {
    let source = world.raise(&world.requester).await;
    let foreign = world.raise_in(&world.requester, &world.courses).await;
    let task = world.agent.post("/api/tasks", json!({"title": "A task"})).await.ok(201);
    for into in [
        json!(source["id"]),
        json!(foreign["id"]),
        json!(task["id"]),
        json!(task["number"]),
        json!("wi_01990000000070008000000000000001"),
        json!("nonsense"),
    ] {
        world.agent.post(&merge(&source), json!({"into": into})).await.names(422, "validation", "into");
    }
    assert_eq!(world.agent.read(&source).await["ticket"]["version"], 1);
}

async fn a_merge_asked_for_twice_at_once_moves_each_comment_once(world: Arc<World>) {
    let (source, target) = (world.raise(&world.requester).await, world.raise(&world.requester).await);
    for number in 0..5 {
        world.requester.comment(&source, &format!("word {number}")).await.ok(201);
    }
    let ask = || world.agent.post(&merge(&source), json!({"into": target["id"]}));
    let (one, other) = tokio::join!(ask(), ask());
    one.ok(200);
    other.ok(200);
    let details = world.agent.read(&target).await;
    assert_eq!(details["comments"]["items"].as_array().unwrap().len(), 5);
    assert_eq!(details["ticket"]["commentCount"], 5);
    assert_eq!(world.agent.read(&source).await["ticket"]["commentCount"], 0);
}

async fn a_long_conversation_goes_over_whole(world: Arc<World>) {
    let (source, target) = (world.raise(&world.requester).await, world.raise(&world.requester).await);
    futures::future::join_all((0..60).map(|number| {
        let (world, source) = (&world, &source);
        async move { world.requester.comment(source, &format!("word {number}")).await.ok(201) }
    }))
    .await;
    let merged = world.agent.post(&merge(&source), json!({"into": target["id"]})).await.ok(200);
    assert_eq!(merged["commentCount"], 60);
    let path = format!("/api/tickets/{}/comments", target["id"].as_str().unwrap());
    assert_eq!(world.agent.pages(&path, 25).await.len(), 60);
}
