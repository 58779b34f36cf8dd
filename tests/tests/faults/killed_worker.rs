//! A worker that dies in the middle of a batch.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use stack::Queue;
use tests::{Person, Test, World, eventually};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        each_recipient_has_one_mail_although_the_mail_worker_was_killed,
        a_killed_api_function_is_up_again,
    ]
}

/// How many letters are on the way when the worker dies.
const LETTERS: usize = 24;

async fn each_recipient_has_one_mail_although_the_mail_worker_was_killed(world: Arc<World>) {
    let people = join_all((0..LETTERS).map(|_| world.person("USER", &[]))).await;
    let tickets = join_all(people.iter().map(|person| world.raise(person))).await;
    world.quiet().await;
    // A letter that the dead worker had in hand stays claimed for a minute; with five tries at this distance the
    // message outlives that.
    world.stack().set_retry_delay(Queue::Mail, 25).await.unwrap();
    let word = world.unique("letter");
    let begun = world.mails().await.len();
    join_all(tickets.iter().map(|ticket| async { world.agent.comment(ticket, &word).await.ok(201) })).await;

    eventually("the mail worker to be in the middle of it", Duration::from_secs(30), || async {
        let sent = world.mails().await.len() - begun;
        (sent >= 1).then_some(())
    })
    .await;
    let killed = world.stack().kill_function("mail").await.unwrap();
    assert!(!killed.is_empty(), "there was a worker to kill");
    let sent = world.mails().await.len() - begun;
    assert!(sent < LETTERS, "it was over already: {sent} of {LETTERS}");

    // A new worker soon has done all that the dead one had not taken.
    eventually("the rest to be done", Duration::from_secs(20), || async {
        rests(&world).await.then_some(())
    })
    .await;
    eventually("every letter", Duration::from_secs(150), || async {
        let each = letters(&world, &people, &word).await;
        each.values().all(|count| *count >= 1).then_some(())
    })
    .await;
    world.quiet().await;
    let each = letters(&world, &people, &word).await;
    for person in &people {
        assert_eq!(each[&person.email], 1, "{}: {each:?}", person.email);
    }
    assert_eq!(world.stack().queue_depth(Queue::MailDeadLetters).await.unwrap().visible, 0);
}

/// Whether no message waits and no mail worker is at one.
async fn rests(world: &World) -> bool {
    let depth = world.stack().queue_depth(Queue::Mail).await.unwrap();
    let processes = world.stack().function_processes().await.unwrap();
    let is_busy = processes.iter().any(|process| process.busy && process.function.ends_with("-mail"));
    depth.visible == 0 && !is_busy
}

async fn letters(world: &World, people: &[Person], word: &str) -> BTreeMap<String, usize> {
    let mails = world.mails().await;
    let count =
        |person: &Person| mails.iter().filter(|mail| mail.to == person.email && mail.contains(word)).count();
    people.iter().map(|person| (person.email.clone(), count(person))).collect()
}

async fn a_killed_api_function_is_up_again(world: Arc<World>) {
    world.agent.get("/api/tickets").await.ok(200);
    world.stack().kill_function("tickets").await.unwrap();
    // The request that meets the dead process may fail, as on AWS; the next is served by a new one.
    eventually("the tickets to be served again", Duration::from_secs(10), || async {
        let answer = world.agent.get("/api/tickets").may_fail().await;
        (answer.status == 200).then_some(())
    })
    .await;
}
