//! Activities to the browsers that people have asked to tell.
//!
//! Who is told of what is decided as for the bell. A browser is told as long as the sign-in lasts in which it asked for
//! it; what its push service has forgotten is forgotten here too. A message delivered twice is done once; where a
//! failure makes it come again, the browser shows the same notification in place of the first.

mod sender;

use app::notices::{self, Notice};
use domain::{Activity, Instant, Notification, PushSubscription, UserId};
use events::{Message, Retry};
use futures::StreamExt;
use futures::future::join_all;
use serde::Serialize;
use store::{Channel, Claim, Store};

pub use sender::{Sender, Sent};

/// How long a claim holds: longer than the function may run, shorter than a message stays hidden in the queue.
const LEASE_SECONDS: i64 = 60;

/// How many messages are on their way at the same time for one activity.
const AT_ONCE: usize = 32;

/// The worker of one deployment.
#[derive(Debug)]
pub struct PushWorker {
    store: Store,
    sender: Sender,
}

/// What a browser is sent; its worker for pushes shows it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Payload<'a> {
    title: &'a str,
    body: &'a str,
    /// The page in the app, from its root.
    link: &'a str,
    /// One with the same tag takes the place of the one before.
    tag: String,
    at: Instant,
}

impl PushWorker {
    /// The worker on this table.
    pub fn new(store: Store, sender: Sender) -> Self {
        Self { store, sender }
    }

    /// Tells the browsers of everybody whom the message concerns. What is gone by now is done with.
    pub async fn handle(&self, message: Message) -> Result<(), Retry> {
        let Message::ActivityRecordedV1 { activity } = message else {
            return Err(Retry::failed("this message is not for the push worker"));
        };
        let now = Instant::now();
        let mut notices = notices::of(&self.store, &activity, now).await.map_err(Retry::failed)?;
        notices.retain(|notice| notice.told.push);
        let people: Vec<UserId> = notices.iter().map(|notice| notice.notification.user_id).collect();
        let browsers = self.store.push_subscriptions_of(&people).await.map_err(Retry::failed)?;
        let (live, over): (Vec<_>, Vec<_>) = browsers
            .into_iter()
            .partition(|(_, session)| session.as_ref().is_some_and(|session| session.is_live(now)));
        for (browser, _) in over {
            self.forget(&browser).await?;
        }
        let told = notices.iter().map(|Notice { notification, .. }| {
            let of_person = live.iter().map(|(browser, _)| browser);
            let of_person = of_person.filter(|browser| browser.user_id == notification.user_id).collect();
            self.tell(&activity, notification, of_person, now)
        });
        join_all(told).await.into_iter().collect()
    }

    /// Tells all browsers of one person, unless that was done.
    async fn tell(
        &self,
        activity: &Activity,
        notification: &Notification,
        browsers: Vec<&PushSubscription>,
        now: Instant,
    ) -> Result<(), Retry> {
        if browsers.is_empty() {
            return Ok(());
        }
        let (id, user) = (activity.id, Some(notification.user_id));
        let claim = self.store.claim_delivery(id, Channel::Push, user, now, LEASE_SECONDS).await;
        match claim.map_err(Retry::failed)? {
            Claim::Done => return Ok(()),
            Claim::Busy => return Err(Retry::Busy),
            Claim::Mine => {}
        }
        let payload = payload(notification)?;
        let sent = futures::stream::iter(browsers)
            .map(|browser| self.send(browser, &payload, now))
            .buffer_unordered(AT_ONCE)
            // Each is tried, also after one has failed.
            .fold(Ok(()), async |all, one| all.and(one))
            .await;
        if let Err(error) = sent {
            if let Err(error) = self.store.release_delivery(id, Channel::Push, user).await {
                tracing::warn!(activity_id = %id, %error, "a claim was not given back; it runs out");
            }
            return Err(error);
        }
        self.store.finish_delivery(id, Channel::Push, user, Instant::now()).await.map_err(Retry::failed)
    }

    async fn send(&self, browser: &PushSubscription, payload: &[u8], now: Instant) -> Result<(), Retry> {
        match self.sender.send(browser, payload, now).await? {
            Sent::Taken => Ok(()),
            Sent::Gone => self.forget(browser).await,
        }
    }

    async fn forget(&self, browser: &PushSubscription) -> Result<(), Retry> {
        self.store.forget_push_subscription(browser.user_id, browser.id).await.map_err(Retry::failed)
    }
}

/// A notification as a browser gets it. Titles of tickets are short, so that it fits into the 4 KB that every push
/// service takes.
fn payload(notification: &Notification) -> Result<Vec<u8>, Retry> {
    let about =
        notification.work_item_id.map_or_else(|| notification.id.to_string(), |item| item.to_string());
    serde_json::to_vec(&Payload {
        title: &notification.title,
        body: &notification.message,
        link: notification.link.as_deref().unwrap_or("/"),
        tag: format!("{about} {}", notification.notification_type.as_str()),
        at: notification.created_at,
    })
    .map_err(Retry::failed)
}

#[cfg(test)]
mod tests {
    use aws_lambda_events::event::sqs::SqsEvent;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_browser_is_sent_what_the_bell_shows() {
        let event: SqsEvent =
            serde_json::from_str(include_str!("../../../events/push/ticket-updated.json")).unwrap();
        let body = event.records[0].body.as_deref().unwrap();
        let Ok(Message::ActivityRecordedV1 { activity }) = serde_json::from_str(body) else {
            panic!("{body}")
        };
        let item = activity.work_item.as_ref().unwrap();
        let recipient = notify::recipients(&activity)[0];
        let notification = notify::notification(&activity, item, recipient, &domain::TimeZone::UTC);
        let sent: Value = serde_json::from_slice(&payload(&notification).unwrap()).unwrap();
        assert_eq!(
            sent,
            json!({
                "title": notification.title,
                "body": item.title,
                "link": format!("/tickets/{}", item.id),
                "tag": format!("{} TICKET_UPDATED", item.id),
                "at": activity.created_at,
            })
        );
    }
}
