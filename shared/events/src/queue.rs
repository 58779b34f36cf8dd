//! Sending one message to a queue, perhaps for later.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::error::DisplayErrorContext;

use crate::Message;

/// A queue did not take a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a message did not reach the queue: {0}")]
pub struct NotSent(String);

/// A queue.
#[derive(Debug, Clone)]
pub struct Queue {
    client: Client,
    url: String,
}

impl Queue {
    /// The most that a queue holds a message back.
    pub const LONGEST_DELAY_SECONDS: i64 = 900;

    /// The queue at `url`, reached as the environment says.
    pub async fn connect(url: String) -> Self {
        let config = aws_config::defaults(aws_config::BehaviorVersion::latest()).load().await;
        Self { client: Client::new(&config), url }
    }

    /// Sends the message, to be delivered after so many seconds, or after the most that a queue holds one back.
    ///
    /// # Errors
    /// The queue did not take it.
    pub async fn send(&self, message: &Message, delay_seconds: i64) -> Result<(), NotSent> {
        let body = serde_json::to_string(message).map_err(|error| NotSent(error.to_string()))?;
        let delay = delay_seconds.clamp(0, Self::LONGEST_DELAY_SECONDS);
        self.client
            .send_message()
            .queue_url(&self.url)
            .message_body(body)
            .delay_seconds(i32::try_from(delay).unwrap_or(0))
            .send()
            .await
            .map_err(|error| NotSent(DisplayErrorContext(&error).to_string()))?;
        Ok(())
    }
}
