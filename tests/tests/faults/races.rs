//! Two at the same moment.

use std::future::IntoFuture;
use std::sync::Arc;

use futures::future::join_all;
use serde_json::json;
use tests::{Test, World};

pub(crate) fn tests() -> Vec<Test> {
    tests::tests![
        of_two_agents_who_save_at_once_exactly_one_wins,
        of_two_agents_who_take_a_ticket_at_once_exactly_one_has_it,
        the_same_post_twice_at_once_with_one_key_makes_one_ticket,
        the_same_comment_twice_at_once_with_one_key_is_one_comment,
        a_reply_and_a_change_at_once_are_both_kept,
    ]
}

/// So often, since once might be luck.
const ROUNDS: usize = 8;

async fn of_two_agents_who_save_at_once_exactly_one_wins(world: Arc<World>) {
    for _ in 0..ROUNDS {
        let ticket = world.raise(&world.requester).await;
        let (one, other) = tokio::join!(
            world.agent.change(&ticket, json!({"title": "By Ana"})).into_future(),
            world.colleague.change(&ticket, json!({"title": "By Carl"})).into_future(),
        );
        let (won, lost) = if one.status == 200 { (one, other) } else { (other, one) };
        let won = won.ok(200);
        let current = lost.problem(412, "stale")["current"].clone();
        assert_eq!((&current["title"], &current["version"]), (&won["title"], &json!(2)));
        let read = world.agent.read(&ticket).await;
        assert_eq!(read["ticket"]["title"], won["title"]);
        assert_eq!(read["ticket"]["version"], 2);
    }
}

async fn of_two_agents_who_take_a_ticket_at_once_exactly_one_has_it(world: Arc<World>) {
    for _ in 0..ROUNDS {
        let ticket = world.raise(&world.requester).await;
        let (one, other) = tokio::join!(
            world.agent.assign(&ticket, json!("me")).into_future(),
            world.colleague.assign(&ticket, json!("me")).into_future(),
        );
        let mut statuses = [one.status, other.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412]);
        let winner = if one.status == 200 { &world.agent } else { &world.colleague };
        assert_eq!(world.agent.read(&ticket).await["ticket"]["assignee"]["id"], winner.id);
    }
}

async fn the_same_post_twice_at_once_with_one_key_makes_one_ticket(world: Arc<World>) {
    for _ in 0..ROUNDS {
        let person = world.person("USER", &[]).await;
        let body = json!({"title": "Once", "teamId": world.it});
        let posts = (0..4).map(|_| person.post("/api/tickets", body.clone()).key("the-key").into_future());
        let answers = join_all(posts).await;
        for answer in &answers {
            assert_eq!(answer.ok(201), answers[0].ok(201));
        }
        assert_eq!(person.pages("/api/tickets", 100).await.len(), 1);
    }
}

async fn the_same_comment_twice_at_once_with_one_key_is_one_comment(world: Arc<World>) {
    for _ in 0..ROUNDS {
        let ticket = world.raise(&world.requester).await;
        let key = world.unique("key");
        let posts = (0..4).map(|_| world.requester.comment(&ticket, "Once").key(&key).into_future());
        let answers = join_all(posts).await;
        for answer in &answers {
            assert_eq!(answer.ok(201), answers[0].ok(201));
        }
        let read = world.requester.read(&ticket).await;
        assert_eq!(read["comments"]["items"].as_array().unwrap().len(), 1);
        assert_eq!(read["ticket"]["commentCount"], 1);
    }
}

/// The reply reopens the ticket, so it writes what the change writes too.
async fn a_reply_and_a_change_at_once_are_both_kept(world: Arc<World>) {
    for _ in 0..ROUNDS {
        let ticket = world.raise(&world.requester).await;
        let ticket = world.agent.change(&ticket, json!({"status": "IN_PROGRESS"})).await.ok(200);
        let resolved = world.agent.change(&ticket, json!({"status": "RESOLVED"})).await.ok(200);
        let (reply, change) = tokio::join!(
            world.requester.comment(&resolved, "Still broken").into_future(),
            world.agent.change(&resolved, json!({"priority": "HIGH"})).into_future(),
        );
        reply.ok(201);
        assert!([200, 412].contains(&change.status), "{}", change.text);
        let after = &world.agent.read(&ticket).await["ticket"];
        assert_eq!(after["status"], "IN_PROGRESS");
        assert_eq!(after["commentCount"], 1);
        assert_eq!(after["priority"], if change.status == 200 { "HIGH" } else { "MEDIUM" });
    }
}
