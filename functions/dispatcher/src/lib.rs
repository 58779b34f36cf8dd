//! From the table's stream to the queues: each new activity record becomes one message in each of them, and each
//! request for a password one in that of the mails.
//!
//! It decides nothing: the mapping's filter lets only such new records through, and the consumers ask the
//! policy. A record may be delivered twice and out of order; the consumers are idempotent, so nothing is kept here.

mod queue;
mod stream;

use aws_lambda_events::event::dynamodb::Event;
use aws_lambda_events::event::streams::DynamoDbEventResponse;

pub use queue::Queue;
pub use stream::{Audience, Outgoing, read};

/// The queues of one deployment.
#[derive(Debug, Clone)]
pub struct Dispatcher {
    mail: Queue,
    live: Queue,
}

impl Dispatcher {
    /// The queues that the environment names: `MAIL_QUEUE_URL` and `LIVE_QUEUE_URL`.
    pub async fn from_env() -> Result<Self, events::MissingVariable> {
        let mail_url = events::required("MAIL_QUEUE_URL")?;
        let live_url = events::required("LIVE_QUEUE_URL")?;
        let config = aws_config::defaults(aws_config::BehaviorVersion::latest()).load().await;
        let client = aws_sdk_sqs::Client::new(&config);
        Ok(Self { mail: Queue::new(client.clone(), mail_url), live: Queue::new(client, live_url) })
    }

    /// Sends what the batch holds to the queues that it is for. The stream delivers again from the first record that
    /// did not reach all of them.
    pub async fn dispatch(&self, event: Event) -> DynamoDbEventResponse {
        let read = read(&event);
        let for_all: Vec<Outgoing> =
            read.outgoing.iter().filter(|message| message.audience == Audience::All).cloned().collect();
        let (mail, live) = tokio::join!(self.mail.send(&read.outgoing), self.live.send(&for_all));
        events::retry_from(&event.records, read.unreadable.into_iter().chain(mail).chain(live))
    }
}
