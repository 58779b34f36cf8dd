//! Activities to pushes: `ticket:updated`, `comment:added`, `activity:new` and `notification:new`, and the notifications
//! themselves.
//!
//! Who gets what is asked of the policy with each listener's session as it is now, not as it was when the websocket
//! was opened: who lost a role, a team or the session hears no more from that moment on. A message delivered twice is
//! done once; where a failure makes it come again, clients tell a repeat by the activity's id.

mod audience;
mod pushes;

use app::notices::{self, Notice};
use domain::{Activity, Instant, Notification};
use events::{Message, Retry};
use futures::StreamExt;
use futures::future::try_join_all;
use notify::Bell;
use notify::gateway::{Gateway, Posted};
use store::{Channel, Claim, Store};

pub use app::audience::{Audience, Listener};
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
    /// For so long one notification tells of all changes of one type of an item.
    collapse_seconds: i64,
}

impl LiveWorker {
    /// The worker on this table and this gateway.
    pub fn new(store: Store, gateway: Gateway, collapse_seconds: i64) -> Self {
        Self { store, gateway, collapse_seconds }
    }

    /// Tells everybody whom the message concerns. What is gone by now is done with.
    pub async fn handle(&self, message: Message) -> Result<(), Retry> {
        let Message::ActivityRecordedV1 { activity } = message else {
            return Err(Retry::failed("this message is not for the live worker"));
        };
        if activity.is_import {
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
        let rooms = audience::rooms(activity);
        let (audience, notices, comment) = tokio::try_join!(
            Audience::in_rooms(&self.store, &rooms, now),
            notices::of(&self.store, activity, now),
            comment
        )
        .map_err(Retry::failed)?;
        Ok(Prepared { audience, notices, comment })
    }

    /// Writes the notifications, then posts: a client that hears of one finds it in its list.
    async fn tell(&self, activity: &Activity, prepared: Prepared) -> Result<(), Retry> {
        let Prepared { audience, notices, comment } = prepared;
        let under_the_bell = notices.iter().filter(|notice| notice.told.bell != Bell::Off);
        let written = try_join_all(under_the_bell.map(async |notice| {
            let told = self.store.tell(&notice.notification, activity.id, self.collapse_seconds).await?;
            store::Result::Ok((notice.told.bell == Bell::Live).then_some(told))
        }));
        let live: Vec<Notification> = written.await.map_err(Retry::failed)?.into_iter().flatten().collect();
        let posts = pushes(activity, comment.as_ref(), &live, &audience.listeners);
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
                    let forgotten = self.store.forget_gone_connection(&connection_id, Instant::now()).await;
                    forgotten.map_err(Retry::failed)?;
                    return Ok(());
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
    notices: Vec<Notice>,
    comment: Option<domain::Comment>,
}
