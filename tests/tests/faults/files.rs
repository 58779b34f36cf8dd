//! Files that nobody claims, that arrive twice, or whose ticket is gone.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use stack::Queue;
use tests::files::send;
use tests::{Document, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        what_nobody_claims_within_a_day_is_removed,
        the_content_of_what_was_removed_goes_with_the_next_sweep,
        a_ticket_that_is_gone_for_good_leaves_no_content,
        an_arrival_that_is_told_of_twice_attaches_once,
        a_file_whose_worker_is_killed_is_attached_all_the_same,
        content_without_a_record_is_removed,
    ]
}

async fn what_nobody_claims_within_a_day_is_removed(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let attached = world.requester.attach(&ticket, &Document::picture("kept.png", 50, 50), false).await;
    let ready = world.requester.upload(&Document::picture("a.png", 50, 50), "ATTACHMENT").await;
    let picture = world.requester.upload(&Document::picture("me.png", 50, 50), "AVATAR").await;
    let large = Document::text("large.txt", &"x".repeat(6 * 1024 * 1024));
    let pending = world.requester.begin_attaching(&ticket, &large, false).await;
    world.sweep_in(23).await;
    for upload in [&ready, &picture, &pending] {
        let address = format!("/api/uploads/{}", upload["key"].as_str().unwrap());
        world.requester.get(&address).await.ok(200);
    }
    world.sweep_in(25).await;
    for upload in [&ready, &picture, &pending] {
        let address = format!("/api/uploads/{}", upload["key"].as_str().unwrap());
        world.requester.get(&address).await.problem(404, "not-found");
        assert_eq!(world.objects_of(&upload["key"]).await, Vec::<String>::new());
    }
    assert_eq!(world.objects_of(&attached["id"]).await.len(), 2);
    assert_eq!(world.agent.attachments(&ticket).await.len(), 1);
}

async fn the_content_of_what_was_removed_goes_with_the_next_sweep(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let attached = world.requester.attach(&ticket, &Document::picture("a.png", 50, 50), false).await;
    let person = world.person("USER", &[]).await;
    let picture = person.upload(&Document::picture("me.png", 50, 50), "AVATAR").await;
    let avatar = format!("/api/users/{}/avatar", person.id);
    person.patch(&avatar, json!({"uploadKey": picture["key"]})).await.ok(200);
    world.sweep_in(25).await;
    assert_eq!(world.objects_of(&picture["key"]).await.len(), 1, "a picture in use stays");
    let one = format!(
        "/api/tickets/{}/attachments/{}",
        ticket["id"].as_str().unwrap(),
        attached["id"].as_str().unwrap()
    );
    world.requester.delete(&one).await.ok(204);
    world.admin.delete(&format!("/api/users/{}", person.id)).await.ok(204);
    world.sweep_in(0).await;
    for key in [&attached["id"], &picture["key"]] {
        assert_eq!(world.objects_of(key).await, Vec::<String>::new());
    }
}

async fn a_ticket_that_is_gone_for_good_leaves_no_content(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let attached = world.requester.attach(&ticket, &Document::picture("a.png", 50, 50), false).await;
    let late = Document::text("late.txt", "x");
    let on_its_way = world.requester.begin_attaching(&ticket, &late, false).await;
    world.admin.delete(&format!("/api/tickets/{}", ticket["id"].as_str().unwrap())).await.ok(204);
    world.sweep_in(24 * 29).await;
    assert_eq!(world.objects_of(&attached["id"]).await.len(), 2);
    world.sweep_in(24 * 31).await;
    assert_eq!(world.objects_of(&attached["id"]).await, Vec::<String>::new());
    // It arrives where nothing is any more.
    send(&on_its_way, &late.content).await;
    eventually("the late one to go", Duration::from_secs(20), || async {
        world.objects_of(&on_its_way["key"]).await.is_empty().then_some(())
    })
    .await;
}

async fn an_arrival_that_is_told_of_twice_attaches_once(world: Arc<World>) {
    let ticket = world.raise(&world.requester).await;
    let attached = world.requester.attach(&ticket, &Document::text("a.txt", "x"), false).await;
    let key = format!("uploads/{}", attached["id"].as_str().unwrap());
    let message = json!({"type": "FileArrivedV1", "key": key}).to_string();
    for _ in 0..2 {
        world.stack().send_message(Queue::Files, &message).await.unwrap();
    }
    world.quiet().await;
    let history =
        world.agent.pages(&format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap()), 10).await;
    assert_eq!(history.iter().filter(|entry| entry["action"] == "ATTACHED").count(), 1);
    assert_eq!(world.agent.attachments(&ticket).await.len(), 1);
    assert_eq!(world.objects_of(&attached["id"]).await.len(), 1);
    assert_eq!(world.stack().queue_depth(Queue::FilesDeadLetters).await.unwrap().visible, 0);
}

async fn a_file_whose_worker_is_killed_is_attached_all_the_same(world: Arc<World>) {
    world.stack().set_retry_delay(Queue::Files, 1).await.unwrap();
    let ticket = world.raise(&world.requester).await;
    let document = Document::picture("large.png", 1500, 1500);
    let upload = world.requester.begin_attaching(&ticket, &document, false).await;
    send(&upload, &document.content).await;
    let mut killed = 0;
    for _ in 0..20 {
        killed += world.stack().kill_function("files").await.unwrap().len();
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(killed > 0, "no worker was caught");
    world.requester.until(&upload, "ATTACHED").await;
    world.quiet().await;
    assert_eq!(world.agent.attachments(&ticket).await.len(), 1);
    assert!(world.objects_of(&upload["key"]).await.iter().all(|key| !key.starts_with("uploads/")));
}

async fn content_without_a_record_is_removed(world: Arc<World>) {
    let key = "uploads/att_01990000000070008000000000000001";
    let bucket = world.stack().output("FilesBucketName");
    let object = json!({"Bucket": bucket, "Key": key, "Body": "left over"});
    world.stack().aws("s3", "put_object", object).await.unwrap();
    eventually("it to go", Duration::from_secs(20), || async {
        world.objects_of(&json!("att_01990000000070008000000000000001")).await.is_empty().then_some(())
    })
    .await;
}
