//! What waits for a time of the day: the sweep is told that the time has come. That ends the websockets of all, which
//! is why these tests stand here.

use std::sync::Arc;
use std::time::Duration;

use domain::Instant;
use serde_json::{Value, json};
use stack::Queue;
use tests::{Person, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        a_mail_waits_for_the_end_of_the_quiet_hours,
        a_digest_lists_what_is_unread_once,
        a_due_date_reminds_the_assignee_and_staff_once,
        what_a_dead_worker_left_is_mailed_once,
    ]
}

async fn sweep_at(world: &World, at: Instant) {
    sweep(world, at).await;
    world.quiet().await;
}

async fn sweep(world: &World, at: Instant) {
    let event = json!({
        "version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event",
        "source": "aws.events", "account": "000000000000", "time": at.to_string(), "region": "eu-central-1",
        "resources": [], "detail": {},
    });
    let function = format!("{}-sweep", world.stack().description().stack);
    let parameters = json!({"FunctionName": function, "Payload": event.to_string()});
    let answer = world.stack().aws("lambda", "invoke", parameters).await.unwrap();
    assert_eq!(answer["FunctionError"], Value::Null, "{answer}");
}

async fn choose(person: &Person, body: Value) {
    person.patch("/api/settings/user", body).if_match(&json!(0)).await.ok(200);
}

/// From an hour ago until in two hours, on the person's clock.
fn now_quiet() -> Value {
    let hour = |hours: i64| {
        let at = Instant::now().plus_seconds(hours * 3600).to_string();
        format!("{}:00", &at[11..13])
    };
    let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    json!({"isEnabled": true, "start": hour(-1), "end": hour(2), "days": days})
}

async fn a_mail_waits_for_the_end_of_the_quiet_hours(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    choose(&person, json!({"quietHours": now_quiet(), "timeZone": "UTC"})).await;
    let socket = person.connect().await;
    let ticket = world.raise(&person).await;
    let words = [world.unique("night"), world.unique("night")];
    for word in &words {
        world.agent.comment(&ticket, word).await.ok(201);
    }
    socket.wait_for("comment:added", |data| data.to_string().contains(&words[1])).await;
    world.quiet().await;
    let told = person.pages("/api/notifications", 10).await;
    assert!(!told.is_empty(), "the list shows it");
    assert!(socket.heard_of("notification:new").is_empty(), "the bell is silent");
    sweep_at(&world, Instant::now()).await;
    assert!(world.mails_to(&person, &words[0]).await.is_empty(), "the mail waits");
    for _ in 0..2 {
        sweep_at(&world, Instant::now().plus_seconds(3 * 3600)).await;
        let mails = world.mails_to(&person, ticket["ticketNumber"].as_str().unwrap()).await;
        assert_eq!(mails.len(), 1, "one mail, once");
        assert!(words.iter().all(|word| mails[0].contains(word)), "{}", mails[0].text);
    }
}

async fn a_digest_lists_what_is_unread_once(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ways = json!({"mail": false, "digest": true});
    let digest = json!({"frequency": "DAILY", "hour": 8});
    choose(&person, json!({"notifications": {"COMMENT_ADDED": ways}, "digest": digest, "timeZone": "UTC"}))
        .await;
    let (unread, read) = (world.raise(&person).await, world.raise(&person).await);
    world.agent.comment(&read, "one").await.ok(201);
    world.quiet().await;
    person.patch("/api/notifications/read-all", Value::Null).await.ok(204);
    world.agent.comment(&unread, "two").await.ok(201);
    world.quiet().await;
    let number = |ticket: &Value| ticket["ticketNumber"].as_str().unwrap().to_owned();
    let (unread, read) = (number(&unread), number(&read));
    assert!(world.mails_to(&person, &unread).await.is_empty());
    for _ in 0..2 {
        sweep_at(&world, Instant::now().plus_seconds(24 * 3600)).await;
        let mails = world.mails_to(&person, &unread).await;
        assert_eq!(mails.len(), 1, "one digest, once");
        assert!(!mails[0].contains(&read), "what was read is not in it: {}", mails[0].text);
    }
    // The next day has nothing new.
    sweep_at(&world, Instant::now().plus_seconds(3 * 24 * 3600)).await;
    assert_eq!(world.mails_to(&person, &unread).await.len(), 1);
}

async fn what_a_dead_worker_left_is_mailed_once(world: Arc<World>) {
    let person = world.person("USER", &[]).await;
    let ticket = world.raise(&person).await;
    let words = [world.unique("first"), world.unique("second"), world.unique("third")];
    world.quiet().await;
    // It holds for what is received from now on.
    world.stack().set_retry_delay(Queue::Mail, 25).await.unwrap();
    world.agent.comment(&ticket, &words[0]).await.ok(201);
    world.mail_to(&person, &words[0]).await;
    for word in &words[1..] {
        world.agent.comment(&ticket, word).await.ok(201);
    }
    // Whatever the worker has in hand now is delivered again, or found by the sweep.
    world.stack().kill_function("mail").await.unwrap();
    // What it had claimed stays claimed for a minute. A window takes two seconds here, so what is collected behind the
    // sweep's moment is due soon after.
    eventually("every comment to be mailed", Duration::from_secs(150), || async {
        sweep(&world, Instant::now().plus_seconds(10)).await;
        let mut told = 0;
        for word in &words {
            told += usize::from(!world.mails_to(&person, word).await.is_empty());
        }
        (told == words.len()).then_some(())
    })
    .await;
    sweep_at(&world, Instant::now().plus_seconds(10)).await;
    for word in &words {
        assert_eq!(world.mails_to(&person, word).await.len(), 1, "{word}");
    }
    // As in the template, for the tests that follow.
    world.stack().set_retry_delay(Queue::Mail, 180).await.unwrap();
}

async fn a_due_date_reminds_the_assignee_and_staff_once(world: Arc<World>) {
    let (agent, requester) = (world.person("AGENT", &[&world.it]).await, world.person("USER", &[]).await);
    let ticket = world.raise(&requester).await;
    let ticket = world.manager.assign(&ticket, json!(agent.id)).await.ok(200);
    let due = |hours: i64| json!({"dueDate": Instant::now().plus_seconds(hours * 3600).to_string()});
    let ticket = world.manager.change(&ticket, due(30)).await.ok(200);
    let reminders = || async {
        let all = agent.pages("/api/notifications", 100).await;
        all.into_iter().filter(|one| one["type"] == "DUE_DATE").collect::<Vec<_>>()
    };
    sweep_at(&world, Instant::now()).await;
    assert!(reminders().await.is_empty(), "it is more than a day away");
    let ticket = world.manager.change(&ticket, due(20)).await.ok(200);
    for _ in 0..2 {
        sweep_at(&world, Instant::now()).await;
        assert_eq!(reminders().await.len(), 1, "once for each due date");
    }
    world.mail_to(&agent, "is due on").await;
    assert!(!requester.pages("/api/notifications", 100).await.iter().any(|one| one["type"] == "DUE_DATE"));
    let path = format!("/api/tickets/{}/activity", ticket["id"].as_str().unwrap());
    let history = agent.pages(&path, 100).await;
    assert_eq!(history[0]["action"], "DUE_SOON");
    assert_eq!(history[0]["actor"]["name"], "Seaversity");
    // Another due date is another reminder; what is done needs none.
    let ticket = world.manager.change(&ticket, due(10)).await.ok(200);
    agent.patch("/api/notifications/read-all", Value::Null).await.ok(204);
    world.manager.change(&ticket, json!({"status": "CANCELLED"})).await.ok(200);
    sweep_at(&world, Instant::now()).await;
    assert_eq!(reminders().await.len(), 1);
}
