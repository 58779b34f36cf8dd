//! Activities to counters: how a team's work stands, and what happened on each day.
//!
//! What an activity adds and that it was counted are one transaction, so a message that comes twice counts once. History
//! that was loaded counts too.

use domain::{Instant, statistics};
use events::{Message, Retry};
use store::Store;

/// Counts what the message tells of.
///
/// # Errors
/// The message is not for this worker, or the table failed; it comes again.
pub async fn handle(store: &Store, message: Message) -> Result<(), Retry> {
    let Message::ActivityRecordedV1 { activity } = message else {
        return Err(Retry::failed("this message is not for the statistics worker"));
    };
    let additions = statistics::additions(&activity);
    if additions.is_empty() {
        return Ok(());
    }
    store.count_activity(activity.id, &additions, Instant::now()).await.map_err(Retry::failed)
}

#[cfg(test)]
mod tests {
    use aws_lambda_events::event::sqs::SqsEvent;

    use super::*;

    #[test]
    fn the_sample_event_is_counted() {
        let event: SqsEvent =
            serde_json::from_str(include_str!("../../../events/statistics/ticket-updated.json")).unwrap();
        let body = event.records[0].body.as_deref().unwrap();
        let Message::ActivityRecordedV1 { activity } = serde_json::from_str(body).unwrap() else {
            panic!("{body}")
        };
        assert!(!statistics::additions(&activity).is_empty());
    }
}
