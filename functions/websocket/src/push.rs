//! Telling others.

use std::time::Duration;

use domain::Instant;
use futures::StreamExt;
use notify::gateway::Posted;
use serde::Serialize;
use serde_json::json;

use crate::Sockets;

/// How many posts are under way at the same time.
const POSTS_AT_ONCE: usize = 32;

/// How long the telling may take: it is worth nothing later, and who caused it waits.
const PATIENCE: Duration = Duration::from_secs(2);

/// A message for one connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Post {
    pub(crate) connection_id: String,
    pub(crate) text: String,
}

/// A message on the wire. It comes from no activity, so it has no id.
pub(crate) fn message(event: &str, data: impl Serialize, now: Instant) -> String {
    json!({ "event": event, "data": data, "at": now }).to_string()
}

impl Sockets {
    /// Posts all, as far as they can be posted soon.
    pub(crate) async fn post_all(&self, posts: Vec<Post>) {
        let all = futures::stream::iter(posts).for_each_concurrent(POSTS_AT_ONCE, |post| self.post(post));
        if tokio::time::timeout(PATIENCE, all).await.is_err() {
            tracing::warn!("what people do now took too long to tell");
        }
    }

    async fn post(&self, post: Post) {
        let Post { connection_id, text } = post;
        match self.gateway.post(&connection_id, &text).await {
            Ok(Posted::Taken | Posted::TooLarge) => {}
            Ok(Posted::Gone) => {
                if let Err(error) = self.store.forget_gone_connection(&connection_id, Instant::now()).await {
                    tracing::warn!(connection_id, %error, "a connection that is gone was not removed");
                }
            }
            Err(error) => tracing::warn!(connection_id, %error, "a message was not sent"),
        }
    }
}
