//! Lists of tickets and of tasks.

use domain::{Status, TeamId, UserId, WorkItemSummary, WorkItemType};
use futures::future::try_join_all;

use crate::query::{Order, Range, into_page, merge};
use crate::record::Index;
use crate::work_items::{Watch, within};
use crate::{Cursor, Key, Page, Result, Store, keys};

/// Whose items a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListScope {
    /// Assigned to a person.
    Assignee(UserId),
    /// Raised by a person.
    Creator(UserId),
    /// In the queue of any of these teams: one Query each, at the same time.
    Teams(Vec<TeamId>),
    /// Assigned to a person, raised by them, or in the queue of any of these teams: one Query each, at the same time.
    Known(UserId, Vec<TeamId>),
    /// Every item of its type.
    All,
    /// Followed by a person, the newest first: the list of them, then the items.
    Watcher(UserId),
    /// What was deleted and can be restored, the newest first, whatever its status.
    Deleted,
}

/// Which statuses a list shows: always a run along the flow, so that one Query reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusFilter {
    /// Every status.
    Any,
    /// There is still work to do.
    Active,
    /// There is none.
    Done,
    /// This one.
    Only(Status),
}

impl StatusFilter {
    /// Whether the status is among them.
    pub fn takes(self, status: Status) -> bool {
        match self {
            StatusFilter::Any => true,
            StatusFilter::Active => status.is_active(),
            StatusFilter::Done => !status.is_active(),
            StatusFilter::Only(only) => status == only,
        }
    }

    fn range(self) -> (String, String) {
        let (low, high) = match self {
            StatusFilter::Any => (Status::Cancelled, Status::Open),
            StatusFilter::Active => (Status::OnHold, Status::Open),
            StatusFilter::Done => (Status::Cancelled, Status::Resolved),
            StatusFilter::Only(status) => (status, status),
        };
        (format!("{}#", keys::status_rank(low)), format!("{}#{}", keys::status_rank(high), keys::LAST))
    }
}

impl Store {
    /// One page of items along the flow of status, in each status the newest first: one Query, or one for each
    /// team at the same time. A page costs the same however many items there are.
    pub async fn work_items(
        &self,
        item_type: WorkItemType,
        scope: &ListScope,
        filter: StatusFilter,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<WorkItemSummary>> {
        let (from, to) = filter.range();
        let range = |index, partition| Range {
            index: Some(index),
            partition,
            from: from.clone(),
            to: to.clone(),
            order: Order::Descending,
        };
        let assigned_to = |user| range(Index::One, keys::of_assignee(item_type, user));
        let raised_by = |user| range(Index::Three, keys::of_creator(item_type, user));
        let queue_of = |team: &TeamId| range(Index::Two, keys::of_team(item_type, *team));
        let ranges: Vec<Range> = match scope {
            ListScope::Assignee(user) => vec![assigned_to(*user)],
            ListScope::Creator(user) => vec![raised_by(*user)],
            ListScope::All => vec![range(Index::Four, keys::of_all(item_type))],
            ListScope::Teams(teams) => teams.iter().map(queue_of).collect(),
            ListScope::Known(user, teams) => {
                teams.iter().map(queue_of).chain([assigned_to(*user), raised_by(*user)]).collect()
            }
            ListScope::Watcher(user) => {
                let page = self.watched(*user, after, limit.min(Self::WATCHED_AT_ONCE)).await?;
                return Ok(page.filter_map(|item| {
                    let fits =
                        item.item_type == item_type && item.deleted_at.is_none() && filter.takes(item.status);
                    fits.then_some(item)
                }));
            }
            ListScope::Deleted => vec![Range {
                from: " ".into(),
                to: keys::LAST.into(),
                ..range(Index::Four, keys::of_deleted(item_type))
            }],
        };
        let reads = ranges.iter().map(|range| self.read_range(range, after, limit + 1));
        into_page(merge(try_join_all(reads).await?, Order::Descending), limit)
    }

    /// As many as one BatchGetItem reads.
    const WATCHED_AT_ONCE: usize = 100;

    /// One page of what the person follows, the newest items first: the list, then the items themselves.
    async fn watched(
        &self,
        user: UserId,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<WorkItemSummary>> {
        let range = within(keys::user_partition(user), keys::WATCH);
        let page: Page<Watch> = self.page(&range, after, limit).await?;
        let wanted: Vec<Key> = page.items.iter().map(|watch| keys::work_item(watch.work_item_id)).collect();
        if wanted.is_empty() {
            return Ok(Page { items: Vec::new(), next: page.next });
        }
        let found = self.fetch(&wanted).await?;
        let items = wanted.iter().filter_map(|key| found.get(key).transpose()).collect::<Result<_>>()?;
        Ok(Page { items, next: page.next })
    }
}
