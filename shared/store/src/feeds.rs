//! What happened: by who did it, by team, by who raised the work, and all of it.

use domain::{Activity, TeamId, UserId};
use futures::future::try_join_all;

use crate::query::{Order, Range, into_page, merge};
use crate::record::Index;
use crate::{Cursor, Page, Result, Store, keys};

/// Where a feed is read from, the newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// What a person did.
    User(UserId),
    /// What was done to a team's work, to the team and to its categories.
    Team(TeamId),
    /// What was done to the work that a person raised, as far as it is told to them as its requester.
    RaisedBy(UserId),
    /// Everything.
    All,
}

impl Feed {
    fn range(self) -> Range {
        let (index, partition) = match self {
            Feed::User(user) => (Index::One, keys::acted_by(user)),
            Feed::Team(team) => (Index::Two, keys::feed_of(team)),
            Feed::RaisedBy(user) => (Index::Three, keys::raised_by(user)),
            Feed::All => (Index::Four, keys::ACTIVITIES.into()),
        };
        Range {
            index: Some(index),
            partition,
            from: " ".into(),
            to: keys::LAST.into(),
            order: Order::Descending,
        }
    }
}

impl Store {
    /// One page of several feeds as one: a Query for each at the same time. What stands in two of them is told once.
    pub async fn feed(&self, feeds: &[Feed], after: Option<&Cursor>, limit: usize) -> Result<Page<Activity>> {
        let ranges: Vec<Range> = feeds.iter().map(|feed| feed.range()).collect();
        let reads = ranges.iter().map(|range| self.read_range(range, after, limit + 1));
        into_page(merge(try_join_all(reads).await?, Order::Descending), limit)
    }
}
