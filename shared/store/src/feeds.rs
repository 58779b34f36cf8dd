//! What happened, by who did it, by team, and all of it.

use domain::{Activity, TeamId, UserId};
use futures::future::try_join_all;

use crate::query::{Order, Range, into_page};
use crate::record::Index;
use crate::work_items::merge_descending;
use crate::{Cursor, Page, Result, Store, keys};

/// Whose deeds a feed shows, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feed {
    /// What a person did.
    User(UserId),
    /// What was done to the work of any of these teams: one Query each, at the same time.
    Teams(Vec<TeamId>),
    /// Everything.
    All,
}

impl Store {
    /// One page of a feed.
    pub async fn feed(&self, feed: &Feed, after: Option<&Cursor>, limit: usize) -> Result<Page<Activity>> {
        let range = |index, partition| Range {
            index: Some(index),
            partition,
            from: " ".into(),
            to: keys::LAST.into(),
            order: Order::Descending,
        };
        let ranges = match feed {
            Feed::User(user) => vec![range(Index::One, keys::acted_by(*user))],
            Feed::Teams(teams) => teams.iter().map(|team| range(Index::Two, keys::feed_of(*team))).collect(),
            Feed::All => vec![range(Index::Four, keys::FEED.into())],
        };
        let reads = ranges.iter().map(|range| self.read_range(range, after, limit + 1));
        into_page(merge_descending(try_join_all(reads).await?), limit)
    }
}
