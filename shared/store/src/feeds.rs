//! What happened, by who did it and by team.

use domain::{Activity, TeamId, UserId};

use crate::query::{Order, Range};
use crate::record::Index;
use crate::{Cursor, Page, Result, Store, keys};

/// Whose deeds a feed shows, the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// What a person did.
    User(UserId),
    /// What was done to a team's work.
    Team(TeamId),
}

impl Store {
    /// One page of a feed.
    pub async fn feed(&self, feed: Feed, after: Option<&Cursor>, limit: usize) -> Result<Page<Activity>> {
        let (index, partition) = match feed {
            Feed::User(user) => (Index::One, keys::acted_by(user)),
            Feed::Team(team) => (Index::Two, keys::feed_of(team)),
        };
        let range = Range {
            index: Some(index),
            partition,
            from: " ".into(),
            to: keys::LAST.into(),
            order: Order::Descending,
        };
        self.page(&range, after, limit).await
    }
}
