//! Working through a batch so that one bad message does not hold up the others.

use aws_lambda_events::event::dynamodb::EventRecord;
use aws_lambda_events::event::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use aws_lambda_events::event::streams::DynamoDbEventResponse;
use futures::StreamExt;

use crate::Message;

/// How many messages of one batch are worked on at the same time: as many as a batch holds.
const AT_ONCE: usize = 10;

/// Why a message must come again.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Retry {
    /// Another worker has the same activity in hand.
    #[error("another worker is at it")]
    Busy,
    /// Something failed. The text goes to the log, so it holds no address and no content.
    #[error("{0}")]
    Failed(String),
}

impl Retry {
    /// A failure, told by its text.
    pub fn failed(cause: impl std::fmt::Display) -> Self {
        Self::Failed(cause.to_string())
    }
}

/// Hands each message of the batch to `handle`, several at a time, and reports those that must come again. A
/// message that cannot be read is one of them, so that it ends among the dead letters rather than being lost.
pub async fn each_message<H, F>(event: SqsEvent, handle: H) -> SqsBatchResponse
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Retry>>,
{
    work_off(event, AT_ONCE, handle).await
}

/// The same one after the other, for work that would only meet itself in the same records.
pub async fn each_message_in_turn<H, F>(event: SqsEvent, handle: H) -> SqsBatchResponse
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Retry>>,
{
    work_off(event, 1, handle).await
}

async fn work_off<H, F>(event: SqsEvent, at_once: usize, handle: H) -> SqsBatchResponse
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Retry>>,
{
    let handle = &handle;
    let failed: Vec<String> = futures::stream::iter(event.records)
        .map(|record| async move {
            let message_id = record.message_id.clone().unwrap_or_default();
            let done = one_message(&message_id, &record, handle).await;
            (!done).then_some(message_id)
        })
        .buffer_unordered(at_once)
        .filter_map(std::future::ready)
        .collect()
        .await;
    let mut response = SqsBatchResponse::default();
    for message_id in failed {
        response.add_failure(message_id);
    }
    response
}

/// Whether the message is done with.
async fn one_message<H, F>(message_id: &str, record: &SqsMessage, handle: &H) -> bool
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Retry>>,
{
    let message: Message = match serde_json::from_str(record.body.as_deref().unwrap_or_default()) {
        Ok(message) => message,
        Err(error) => {
            // Where it broke, not the parser's text: that may quote the body.
            tracing::error!(
                message_id,
                line = error.line(),
                column = error.column(),
                "a message cannot be read"
            );
            return false;
        }
    };
    let activity_id = message.activity_id();
    match handle(message).await {
        Ok(()) => true,
        Err(Retry::Busy) => {
            tracing::warn!(message_id, %activity_id, "another worker has this message in hand; it comes again");
            false
        }
        Err(Retry::Failed(cause)) => {
            tracing::error!(message_id, %activity_id, cause, "a message failed; it comes again");
            false
        }
    }
}

/// The answer that makes the stream deliver again from the first record whose position is in `failed`. Records
/// come in the order of their sequence numbers, so the lowest position is the lowest number.
pub fn retry_from(records: &[EventRecord], failed: impl IntoIterator<Item = usize>) -> DynamoDbEventResponse {
    let mut response = DynamoDbEventResponse::default();
    let first = failed.into_iter().min().and_then(|position| records.get(position));
    if let Some(record) = first {
        let mut failure = aws_lambda_events::event::streams::DynamoDbBatchItemFailure::default();
        failure.item_identifier = record.change.sequence_number.clone();
        response.batch_item_failures.push(failure);
    }
    response
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use serde_json::json;

    use super::*;

    fn body(activity: &str) -> String {
        json!({
            "type": "ActivityRecordedV1",
            "activity": {
                "id": activity,
                "action": "UPDATED",
                "actor": { "id": "usr_01990000000070008000000000000001", "name": "Ana" },
                "actorRole": "AGENT",
                "createdAt": "2026-11-24T09:30:00.000Z"
            }
        })
        .to_string()
    }

    fn batch(bodies: &[(&str, String)]) -> SqsEvent {
        let records: Vec<_> =
            bodies.iter().map(|(id, body)| json!({ "messageId": id, "body": body })).collect();
        serde_json::from_value(json!({ "Records": records })).unwrap()
    }

    fn failures(response: SqsBatchResponse) -> Vec<String> {
        let mut ids: Vec<_> =
            response.batch_item_failures.into_iter().map(|failure| failure.item_identifier).collect();
        ids.sort();
        ids
    }

    const FIRST: &str = "act_01990000000070008000000000000001";
    const SECOND: &str = "act_01990000000070008000000000000002";

    #[tokio::test]
    async fn only_the_failed_and_the_unreadable_come_again() {
        let seen = Mutex::new(Vec::new());
        let event = batch(&[
            ("good", body(FIRST)),
            ("bad", body(SECOND)),
            ("poison", "{".into()),
            ("unknown", r#"{"type":"SomethingElseV9"}"#.into()),
        ]);
        let response = each_message(event, |message| {
            let id = message.activity_id().to_string();
            seen.lock().unwrap().push(id.clone());
            async move { if id == SECOND { Err(Retry::failed("no")) } else { Ok(()) } }
        })
        .await;
        assert_eq!(failures(response), ["bad", "poison", "unknown"]);
        assert_eq!(seen.into_inner().unwrap().len(), 2);
    }

    #[tokio::test]
    async fn a_message_in_other_hands_comes_again() {
        let response = each_message(batch(&[("one", body(FIRST))]), |_| async { Err(Retry::Busy) }).await;
        assert_eq!(failures(response), ["one"]);
    }

    #[test]
    fn the_stream_comes_again_from_the_first_failure() {
        let records: Vec<EventRecord> = ["100", "101", "102"]
            .into_iter()
            .map(|number| {
                serde_json::from_value(json!({
                    "awsRegion": "eu-west-1", "eventID": number, "eventName": "INSERT",
                    "dynamodb": { "SequenceNumber": number, "SizeBytes": 1 }
                }))
                .unwrap()
            })
            .collect();
        let response = retry_from(&records, [2, 1]);
        assert_eq!(response.batch_item_failures.len(), 1);
        assert_eq!(response.batch_item_failures[0].item_identifier.as_deref(), Some("101"));
        assert!(retry_from(&records, []).batch_item_failures.is_empty());
    }
}
