//! Sending to one queue.

use std::time::Duration;

use aws_sdk_sqs::Client;
use aws_sdk_sqs::error::DisplayErrorContext;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;

use crate::Outgoing;

/// The most messages that one call takes.
const BATCH: usize = 10;

/// How often messages are sent that the queue refused one by one. The SDK repeats calls that fail as a whole.
const TRIES: u32 = 3;

/// A queue.
#[derive(Debug, Clone)]
pub struct Queue {
    client: Client,
    url: String,
}

impl Queue {
    /// The queue at `url`.
    pub fn new(client: Client, url: String) -> Self {
        Self { client, url }
    }

    /// Sends the messages in their order, and returns the positions of those that the queue did not take.
    pub async fn send(&self, messages: &[Outgoing]) -> Vec<usize> {
        let mut failed = Vec::new();
        for chunk in messages.chunks(BATCH) {
            let mut left: Vec<&Outgoing> = chunk.iter().collect();
            for attempt in 0..TRIES {
                if attempt > 0 {
                    tokio::time::sleep(Duration::from_millis(50 << attempt)).await;
                }
                left = self.send_once(left).await;
                if left.is_empty() {
                    break;
                }
            }
            failed.extend(left.iter().map(|message| message.position));
        }
        if !failed.is_empty() {
            tracing::error!(queue = self.url, messages = failed.len(), "messages did not reach the queue");
        }
        failed
    }

    /// One call; returns those that were not taken.
    async fn send_once<'m>(&self, messages: Vec<&'m Outgoing>) -> Vec<&'m Outgoing> {
        let mut call = self.client.send_message_batch().queue_url(&self.url);
        for message in &messages {
            let entry = SendMessageBatchRequestEntry::builder()
                .id(message.position.to_string())
                .message_body(&message.body)
                .build();
            match entry {
                Ok(entry) => call = call.entries(entry),
                Err(error) => {
                    tracing::error!(%error, "a batch entry cannot be built");
                    return messages;
                }
            }
        }
        match call.send().await {
            Ok(answer) => messages
                .into_iter()
                .filter(|message| {
                    let id = message.position.to_string();
                    !answer.successful.iter().any(|taken| taken.id == id)
                })
                .collect(),
            Err(error) => {
                tracing::warn!(queue = self.url, error = %DisplayErrorContext(error), "a batch was not sent");
                messages
            }
        }
    }
}
