//! What nobody does while people work: forgetting websocket connections whose end nobody told, going on with merges that
//! stopped, and removing for good what was deleted thirty days ago.
//!
//! Doing any of it twice changes nothing, so an overlap of two runs is harmless.

use domain::{Instant, WorkItemType};
use futures::{StreamExt, TryStreamExt};
use store::{CommitError, Store};

/// The most pages of one run; what is left waits for the next.
const PAGES: usize = 10;

/// How many connections are removed at the same time.
const AT_ONCE: usize = 16;

/// A merge that is older and not through was left by whoever began it.
const MERGE_SECONDS: i64 = 60;

/// For so long what was deleted can be restored.
const RESTORABLE_SECONDS: i64 = 30 * 24 * 3600;

/// What one run did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Swept {
    /// Connections that were forgotten.
    pub connections: usize,
    /// Merges that are through now.
    pub merges: usize,
    /// Items that are gone for good.
    pub items: usize,
}

/// Does what there is to do at `now`.
pub async fn sweep(store: &Store, now: Instant) -> Result<Swept, CommitError> {
    Ok(Swept {
        connections: forget_connections(store, now).await?,
        merges: finish_merges(store, now).await?,
        items: remove_deleted(store, now).await?,
    })
}

async fn forget_connections(store: &Store, now: Instant) -> store::Result<usize> {
    let mut forgotten = 0;
    for _ in 0..PAGES {
        let stale = store.stale_connections(now.as_second()).await?;
        if stale.is_empty() {
            break;
        }
        forgotten += stale.len();
        futures::stream::iter(stale)
            .map(|connection| async move { store.close_connection(&connection.id).await })
            .buffer_unordered(AT_ONCE)
            .try_collect::<()>()
            .await?;
    }
    Ok(forgotten)
}

async fn finish_merges(store: &Store, now: Instant) -> Result<usize, CommitError> {
    let left = store.unfinished_merges(now.plus_seconds(-MERGE_SECONDS)).await?;
    for merge in &left {
        while store.continue_merge(merge).await? {}
    }
    Ok(left.len())
}

async fn remove_deleted(store: &Store, now: Instant) -> Result<usize, CommitError> {
    let mut removed = 0;
    for item_type in [WorkItemType::Ticket, WorkItemType::Task] {
        let old = store.deleted_items(item_type, now.plus_seconds(-RESTORABLE_SECONDS)).await?;
        for item in &old {
            store.purge(item).await?;
        }
        removed += old.len();
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
