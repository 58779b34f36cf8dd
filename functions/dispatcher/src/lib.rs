//! From the table's stream to the queues: each new activity record becomes one message in each of them, each loaded
//! one a message in that of the statistics alone, and each request for a password one in that of the mails.
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
    push: Queue,
    statistics: Queue,
}

impl Dispatcher {
    /// The queues that the environment names: `MAIL_QUEUE_URL`, `LIVE_QUEUE_URL`, `PUSH_QUEUE_URL` and
    /// `STATISTICS_QUEUE_URL`.
    pub async fn from_env() -> Result<Self, events::MissingVariable> {
        let mail_url = events::required("MAIL_QUEUE_URL")?;
        let live_url = events::required("LIVE_QUEUE_URL")?;
        let push_url = events::required("PUSH_QUEUE_URL")?;
        let statistics_url = events::required("STATISTICS_QUEUE_URL")?;
        let config = aws_config::defaults(aws_config::BehaviorVersion::latest()).load().await;
        let client = aws_sdk_sqs::Client::new(&config);
        Ok(Self {
            mail: Queue::new(client.clone(), mail_url),
            live: Queue::new(client.clone(), live_url),
            push: Queue::new(client.clone(), push_url),
            statistics: Queue::new(client, statistics_url),
        })
    }

    /// Sends what the batch holds to the queues that it is for. The stream delivers again from the first record that
    /// did not reach all of them.
    pub async fn dispatch(&self, event: Event) -> DynamoDbEventResponse {
        let read = read(&event);
        let that_are = |takes: fn(Audience) -> bool| -> Vec<Outgoing> {
            read.outgoing.iter().filter(|message| takes(message.audience)).cloned().collect()
        };
        let (for_mail, for_live, for_statistics) = (
            that_are(|audience| audience != Audience::Statistics),
            that_are(|audience| audience == Audience::All),
            that_are(|audience| audience != Audience::Mail),
        );
        let (mail, live, push, statistics) = tokio::join!(
            self.mail.send(&for_mail),
            self.live.send(&for_live),
            self.push.send(&for_live),
            self.statistics.send(&for_statistics)
        );
        events::retry_from(
            &event.records,
            read.unreadable.into_iter().chain(mail).chain(live).chain(push).chain(statistics),
        )
    }
}
