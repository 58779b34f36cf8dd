//! A push service of browsers that fails for a while.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use stack::Queue;
use tests::{Browser, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![a_browser_is_told_once_its_push_service_is_back]
}

async fn a_browser_is_told_once_its_push_service_is_back(world: Arc<World>) {
    world.stack().set_retry_delay(Queue::Push, 1).await.unwrap();
    let agent = world.person("AGENT", &[&world.it]).await;
    let browser = Browser::start().await;
    agent.post("/api/notifications/push-subscriptions", browser.subscription()).await.ok(201);
    browser.answer_with(503);
    let ticket = world.raise(&world.requester).await;
    world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    let tried = |count| {
        let browser = &browser;
        eventually("the push service is tried", Duration::from_secs(60), move || async move {
            (browser.count() >= count).then_some(())
        })
    };
    tried(2).await;
    browser.answer_with(201);
    let failed = browser.count();
    tried(failed + 1).await;
    world.quiet().await;
    assert!(browser.count() <= failed + 2, "one that was taken is not sent again");
    assert_eq!(world.stack().queue_depth(Queue::PushDeadLetters).await.unwrap().visible, 0);
}
