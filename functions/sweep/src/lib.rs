//! Forgets websocket connections whose end nobody told: the gateway keeps none longer than two hours.
//!
//! Removing one twice changes nothing, so an overlap of two runs is harmless.

use domain::Instant;
use futures::{StreamExt, TryStreamExt};
use store::{Result, Store};

/// The most pages of one run; what is left waits for the next.
const PAGES: usize = 10;

/// How many connections are removed at the same time.
const AT_ONCE: usize = 16;

/// Removes the connections that are over at `now`, and tells how many.
pub async fn sweep(store: &Store, now: Instant) -> Result<usize> {
    let mut removed = 0;
    for _ in 0..PAGES {
        let stale = store.stale_connections(now.as_second()).await?;
        if stale.is_empty() {
            break;
        }
        removed += stale.len();
        futures::stream::iter(stale)
            .map(|connection| async move { store.close_connection(&connection.id).await })
            .buffer_unordered(AT_ONCE)
            .try_collect::<()>()
            .await?;
    }
    Ok(removed)
}

#[cfg(test)]
mod tests {
    use aws_lambda_events::event::eventbridge::EventBridgeEvent;

    #[test]
    fn the_sample_event_is_a_schedule() {
        let event: EventBridgeEvent =
            serde_json::from_str(include_str!("../../../events/sweep/schedule.json")).unwrap();
        assert_eq!(event.source, "aws.events");
        assert_eq!(event.detail_type, "Scheduled Event");
    }
}
