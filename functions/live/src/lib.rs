//! Activities to pushes: `ticket:updated`, `comment:added` and `notification:new`, and the notifications themselves.
//!
//! Who gets what is asked of the policy with each listener's session as it is now, not as it was when the websocket
//! was opened: who lost a role, a team or the session hears no more from that moment on. A message delivered twice is
//! done once; where a failure makes it come again, clients tell a repeat by the activity's id.

mod audience;
mod pushes;

use domain::{Activity, Instant, Notification, User};
use events::{Message, Retry};
use futures::StreamExt;
use futures::future::try_join_all;
use notify::gateway::{Gateway, Posted};
use store::{Channel, Claim, Key, Store};

pub use audience::{Audience, Listener};
pub use pushes::{Push, pushes};

/// How long a claim holds: longer than the function may run, shorter than a message stays hidden in the queue.
const LEASE_SECONDS: i64 = 60;

/// How many posts are under way at the same time for one activity.
const POSTS_AT_ONCE: usize = 32;

/// The worker of one deployment.
#[derive(Debug)]
pub struct LiveWorker {
    store: Store,
    gateway: Gateway,
}

impl LiveWorker {
    /// The worker on this table and this gateway.
    pub fn new(store: Store, gateway: Gateway) -> Self {
        Self { store, gateway }
    }

    /// Tells everybody whom the message concerns. What is gone by now is done with.
    pub async fn handle(&self, message: Message) -> Result<(), Retry> {
        let Message::ActivityRecordedV1 { activity } = message else {
            return Err(Retry::failed("this message is not for the live worker"));
        };
        if activity.is_import || activity.work_item.is_none() {
            return Ok(());
        }
        let (id, now) = (activity.id, Instant::now());
        // The reads go out beside the claim: a second delivery, which wastes them, is rare.
        let (claim, audience) = tokio::join!(
            self.store.claim_delivery(id, Channel::Live, None, now, LEASE_SECONDS),
            self.prepare(&activity, now),
        );
        match claim.map_err(Retry::failed)? {
            Claim::Done => return Ok(()),
            Claim::Busy => return Err(Retry::Busy),
            Claim::Mine => {}
        }
        let told = match audience {
            Ok(prepared) => self.tell(&activity, prepared).await,
            Err(error) => Err(error),
        };
        if let Err(error) = told {
            if let Err(error) = self.store.release_delivery(id, Channel::Live, None).await {
                tracing::warn!(activity_id = %id, %error, "a claim was not given back; it runs out");
            }
            return Err(error);
        }
        self.store.finish_delivery(id, Channel::Live, None, Instant::now()).await.map_err(Retry::failed)
    }

    /// Reads everything that the pushes need, all at the same time.
    async fn prepare(&self, activity: &Activity, now: Instant) -> Result<Prepared, Retry> {
        let comment = async {
            match (activity.work_item_id, activity.comment_id) {
                (Some(work_item), Some(comment)) => self.store.comment(work_item, comment).await,
                _ => Ok(None),
            }
        };
        let (audience, notifications, comment) = tokio::try_join!(
            audience::read(&self.store, activity, now),
            self.notifications(activity),
            comment
        )
        .map_err(Retry::failed)?;
        Ok(Prepared { audience, notifications, comment })
    }

    /// The notifications of those who may know of the activity.
    async fn notifications(&self, activity: &Activity) -> store::Result<Vec<Notification>> {
        let recipients = notify::recipients(activity);
        let Some(item) = activity.work_item.as_ref().filter(|_| !recipients.is_empty()) else {
            return Ok(Vec::new());
        };
        let keys: Vec<Key> = recipients.iter().map(|recipient| Key::user(recipient.user_id)).collect();
        let people = self.store.fetch(&keys).await?;
        let mut notifications = Vec::new();
        for (recipient, key) in recipients.into_iter().zip(&keys) {
            let person: Option<User> = people.get(key)?;
            if person.is_some_and(|person| notify::standing_of(activity, &person).is_some()) {
                notifications.push(notify::notification(activity, item, recipient));
            }
        }
        Ok(notifications)
    }

    /// Writes the notifications, then posts: a client that hears of one finds it in its list.
    async fn tell(&self, activity: &Activity, prepared: Prepared) -> Result<(), Retry> {
        let Prepared { audience, notifications, comment } = prepared;
        try_join_all(notifications.iter().map(|notification| self.store.put_notification(notification)))
            .await
            .map_err(Retry::failed)?;
        let posts = pushes(activity, comment.as_ref(), &notifications, &audience.listeners);
        let (posted, ()) = tokio::join!(self.post_all(posts), self.hang_up(&audience.over));
        posted
    }

    async fn post_all(&self, posts: Vec<Push>) -> Result<(), Retry> {
        futures::stream::iter(posts)
            .map(|push| self.post(push))
            .buffer_unordered(POSTS_AT_ONCE)
            // Each is tried, also after one has failed.
            .fold(Ok(()), async |all, one| all.and(one))
            .await
    }

    async fn post(&self, push: Push) -> Result<(), Retry> {
        let Push { connection_id, texts } = push;
        for text in texts {
            match self.gateway.post(&connection_id, &text).await.map_err(Retry::failed)? {
                Posted::Taken => {}
                Posted::TooLarge => tracing::warn!(connection_id, "a push was too large for the gateway"),
                Posted::Gone => {
                    return self.store.close_connection(&connection_id).await.map_err(Retry::failed);
                }
            }
        }
        Ok(())
    }

    /// Closes websockets whose sign-in is over. The gateway's word of it removes their records.
    async fn hang_up(&self, connections: &[String]) {
        futures::stream::iter(connections)
            .for_each_concurrent(POSTS_AT_ONCE, |id| self.gateway.close(id))
            .await;
    }
}

/// What was read for one activity.
struct Prepared {
    audience: Audience,
    notifications: Vec<Notification>,
    comment: Option<domain::Comment>,
}
