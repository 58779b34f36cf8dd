//! Messages that no worker can deal with.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use stack::Queue;
use tests::{Document, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_poison_message_ends_among_the_dead_letters_and_holds_up_nobody,
        a_redrive_finishes_the_work
    ]
}

/// As in the template.
const USUAL_DELAY_SECONDS: u32 = 180;

async fn dead(world: &World, queue: Queue) -> u64 {
    world.stack().queue_depth(queue).await.unwrap().visible
}

async fn a_poison_message_ends_among_the_dead_letters_and_holds_up_nobody(world: Arc<World>) {
    let queues = [
        (Queue::Mail, Queue::MailDeadLetters),
        (Queue::Live, Queue::LiveDeadLetters),
        (Queue::Push, Queue::PushDeadLetters),
        (Queue::Statistics, Queue::StatisticsDeadLetters),
        (Queue::Files, Queue::FilesDeadLetters),
    ];
    let socket = world.requester.connect().await;
    let ticket = world.raise(&world.requester).await;
    world.quiet().await;
    for (queue, _) in queues {
        world.stack().set_retry_delay(queue, 1).await.unwrap();
        for poison in ["not JSON", "{}", "{\"type\": \"ActivityRecordedV99\"}"] {
            world.stack().send_message(queue, poison).await.unwrap();
        }
    }
    let word = world.unique("behind the poison");
    world.agent.comment(&ticket, &word).await.ok(201);
    socket.wait_for("comment:added", |data| data.to_string().contains(&word)).await;
    world.mail_to(&world.requester, &word).await;
    world.agent.attach(&ticket, &Document::text("behind.txt", &word), false).await;

    for (queue, end) in queues {
        eventually("three dead letters", Duration::from_secs(60), || async {
            (dead(&world, end).await == 3).then_some(())
        })
        .await;
        assert_eq!(world.stack().queue_depth(queue).await.unwrap().visible, 0);
        assert_eq!(world.mails_to(&world.requester, &word).await.len(), 1);
    }
    // An operator looks at them and takes them out.
    for (queue, end) in queues {
        world.stack().set_retry_delay(queue, USUAL_DELAY_SECONDS).await.unwrap();
        let purge = json!({"QueueUrl": world.stack().queue_url(end)});
        world.stack().aws("sqs", "purge_queue", purge).await.unwrap();
    }
}

/// A good message can end there too, when what it needs was broken for long; once that is mended it is sent again.
async fn a_redrive_finishes_the_work(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    world.quiet().await;
    let stack = world.stack();
    // The mapping is off, so the message waits in the queue and is moved by hand, as after five failures.
    let mapping = mail_mapping(&world).await;
    set_enabled(&world, &mapping, false).await;
    let word = world.unique("late");
    world.agent.comment(&ticket, &word).await.ok(201);
    let received = eventually("the message to arrive", Duration::from_secs(20), || async {
        let wanted = json!({"QueueUrl": stack.queue_url(Queue::Mail), "MaxNumberOfMessages": 10});
        let answer = stack.aws("sqs", "receive_message", wanted).await.unwrap();
        answer["Messages"].as_array().filter(|messages| !messages.is_empty()).cloned()
    })
    .await;
    for message in received {
        stack.send_message(Queue::MailDeadLetters, message["Body"].as_str().unwrap()).await.unwrap();
        let receipt =
            json!({"QueueUrl": stack.queue_url(Queue::Mail), "ReceiptHandle": message["ReceiptHandle"]});
        stack.aws("sqs", "delete_message", receipt).await.unwrap();
    }
    assert_eq!(world.mails_to(&person, &word).await.len(), 0);
    set_enabled(&world, &mapping, true).await;

    assert!(stack.redrive(Queue::MailDeadLetters, Queue::Mail).await.unwrap() >= 1);
    world.mail_to(&person, &word).await;
    world.quiet().await;
    assert_eq!(world.mails_to(&person, &word).await.len(), 1);
    assert_eq!(dead(&world, Queue::MailDeadLetters).await, 0);
}

async fn mail_mapping(world: &World) -> String {
    let function = format!("{}-mail", world.stack().description().stack);
    let listed =
        world.stack().aws("lambda", "list_event_source_mappings", json!({"FunctionName": function})).await;
    listed.unwrap()["EventSourceMappings"][0]["UUID"]
        .as_str()
        .expect("the mail worker reads a queue")
        .to_owned()
}

async fn set_enabled(world: &World, mapping: &str, enabled: bool) {
    let change = json!({"UUID": mapping, "Enabled": enabled});
    world.stack().aws("lambda", "update_event_source_mapping", change).await.unwrap();
    eventually("the mapping to change", Duration::from_secs(20), || async {
        let now =
            world.stack().aws("lambda", "get_event_source_mapping", json!({"UUID": mapping})).await.unwrap();
        (now["State"] == if enabled { "Enabled" } else { "Disabled" }).then_some(())
    })
    .await;
}
