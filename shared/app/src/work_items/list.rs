//! Lists of tickets and of tasks.

use domain::policy::{Operation, Standing};
use domain::saved_view::{Sort, SortOrder, Whose};
use domain::{CategoryId, Instant, Priority, Role, TeamId, UserId, WorkItemSummary, WorkItemType};
use store::{Cursor, ListScope, Page, StatusFilter, Store};

use crate::views;
use crate::{Caller, Result};

/// What a list leaves out. Everything that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemFilter {
    /// Only this priority.
    pub priority: Option<Priority>,
    /// Only this category.
    pub category_id: Option<CategoryId>,
    /// Only what this person raised.
    pub creator_id: Option<UserId>,
    /// Only this person's work.
    pub assignee_id: Option<UserId>,
    /// Only this team's queue.
    pub team_id: Option<TeamId>,
    /// Only what nobody works on.
    pub is_unassigned: bool,
    /// Only what has this tag.
    pub tag: Option<String>,
    /// Only what is due before this moment.
    pub due_before: Option<Instant>,
    /// Only what was raised at or after this moment.
    pub created_after: Option<Instant>,
    /// Only what was raised before this moment.
    pub created_before: Option<Instant>,
}

impl ItemFilter {
    fn takes(&self, item: &WorkItemSummary) -> bool {
        let assignee = item.assignee.as_ref().map(|person| person.id);
        self.priority.is_none_or(|priority| item.priority == priority)
            && self.category_id.is_none_or(|category| item.category_id == Some(category))
            && self.creator_id.is_none_or(|creator| item.creator.id == creator)
            && self.assignee_id.is_none_or(|person| assignee == Some(person))
            && (!self.is_unassigned || assignee.is_none())
            && self.tag.as_ref().is_none_or(|tag| item.tags.contains(tag))
            && self.due_before.is_none_or(|before| item.due_date.is_some_and(|due| due < before))
            && self.created_after.is_none_or(|after| item.created_at >= after)
            && self.created_before.is_none_or(|before| item.created_at < before)
            && self.team_id.is_none_or(|team| item.team_id == Some(team))
    }
}

/// What to list.
#[derive(Debug, Clone)]
pub struct ItemQuery {
    /// Tickets or tasks.
    pub item_type: WorkItemType,
    /// Whose.
    pub view: Whose,
    /// In which statuses.
    pub status: StatusFilter,
    /// What is left out. A team in it takes the place of the view, else an assignee.
    pub filter: ItemFilter,
    /// By what it is put in order, and which end comes first; none for the flow of status.
    pub sort: Option<(Sort, SortOrder)>,
    /// Where the last page ended.
    pub after: Option<Cursor>,
    /// How many are looked through for it, 100 at most.
    pub limit: usize,
}

fn scope(user_id: UserId, role: Role, team_ids: &[TeamId], query: &ItemQuery) -> ListScope {
    match (query.filter.team_id, query.filter.assignee_id, query.view) {
        (_, _, Whose::Deleted) => ListScope::Deleted,
        (_, _, Whose::Watching) => ListScope::Watcher(user_id),
        (Some(team), _, _) => ListScope::Teams(vec![team]),
        (None, Some(user), _) => ListScope::Assignee(user),
        (None, None, Whose::Created) => ListScope::Creator(user_id),
        (None, None, _) if role == Role::User => ListScope::Creator(user_id),
        (None, None, Whose::Mine) => ListScope::Assignee(user_id),
        (None, None, Whose::All) if role == Role::Admin => ListScope::All,
        (None, None, Whose::All) => ListScope::Known(user_id, team_ids.to_vec()),
        (None, None, Whose::Team) => ListScope::Teams(team_ids.to_vec()),
    }
}

/// Where an item stands in the order: texts that sort as they are, the first the lowest.
fn rank(item: &WorkItemSummary, (sort, order): (Sort, SortOrder)) -> String {
    let moment = |at: Instant| u64::try_from(at.as_millisecond()).unwrap_or_default();
    let value = match sort {
        Sort::Created => Some(moment(item.created_at)),
        Sort::Updated => Some(moment(item.updated_at)),
        Sort::Due => item.due_date.map(moment),
        Sort::Priority => Some(item.priority as u64),
    };
    match (value, order) {
        // What is never due comes last, whichever end is first.
        (None, _) => "~".into(),
        (Some(value), SortOrder::Asc) => format!("{value:020}"),
        (Some(value), SortOrder::Desc) => format!("{:020}", u64::MAX - value),
    }
}

/// One page of items that the reader may see.
///
/// The token tells which list the reader most likely means, so the list is read beside the session. Where the
/// session says otherwise, because role or teams changed since the token was signed, it is read once more.
pub async fn list(store: &Store, caller: &Caller, query: &ItemQuery) -> Result<Page<views::WorkItemSummary>> {
    let claims = &caller.claims;
    let guess = scope(claims.user_id, claims.role, &claims.team_ids, query);
    let (principal, page) = caller.check_with(store, read(store, &guess, query)).await?;
    let meant = scope(principal.user_id, principal.role, &principal.team_ids, query);
    let page = if meant == guess { page } else { read(store, &meant, query).await? };
    if query.item_type == WorkItemType::Task {
        principal.may_in_general(Operation::CreateTask)?;
    }
    if query.view == Whose::Deleted {
        principal.may_in_general(Operation::DeleteWork)?;
    }
    Ok(page.filter_map(|item| {
        let standing = principal.standing(&item);
        (standing != Standing::Stranger).then(|| views::WorkItemSummary::new(&item, standing))
    }))
}

/// So many are looked through where a filter sifts what is counted.
const COUNT_WINDOW: usize = 500;

/// How many items of the list the reader may see, `limit` at most, and whether there may be more.
pub async fn count(store: &Store, caller: &Caller, query: &ItemQuery) -> Result<(usize, bool)> {
    let scope = scope(caller.claims.user_id, caller.claims.role, &caller.claims.team_ids, query);
    let is_sifted = sieve(&scope, &query.filter) != ItemFilter::default();
    let window = if is_sifted { COUNT_WINDOW } else { query.limit };
    let page =
        list(store, caller, &ItemQuery { limit: window, sort: None, after: None, ..query.clone() }).await?;
    let count = page.items.len();
    Ok((count.min(query.limit), count > query.limit || page.next.is_some()))
}

/// What is left to sift of what the scope holds.
fn sieve(scope: &ListScope, filter: &ItemFilter) -> ItemFilter {
    match scope {
        ListScope::Teams(_) if filter.team_id.is_some() => ItemFilter { team_id: None, ..filter.clone() },
        ListScope::Assignee(_) => ItemFilter { assignee_id: None, ..filter.clone() },
        _ => filter.clone(),
    }
}

/// What is sifted out leaves the page short: each page costs what it looks through. One that is put in another order
/// looks through more, and always through the same number.
async fn read(store: &Store, scope: &ListScope, query: &ItemQuery) -> store::Result<Page<WorkItemSummary>> {
    let left = sieve(scope, &query.filter);
    let (after, limit) = (query.after.as_ref(), query.limit);
    if let Some(sort) = query.sort {
        let rank = |item: &WorkItemSummary| left.takes(item).then(|| rank(item, sort));
        return store.sorted_work_items(query.item_type, scope, query.status, after, limit, rank).await;
    }
    let page = store.work_items(query.item_type, scope, query.status, after, limit).await?;
    Ok(page.filter_map(|item| left.takes(&item).then_some(item)))
}

#[cfg(test)]
mod tests {
    use domain::{PersonRef, WorkItem};

    use super::*;

    fn item(priority: Priority, due: Option<i64>) -> WorkItemSummary {
        let at = Instant::from_millisecond(1_000);
        let creator = PersonRef::new(UserId::new(at), "Ana", None);
        let item = WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "Help", creator, at);
        WorkItem { priority, due_date: due.map(Instant::from_millisecond), ..item }.to_summary()
    }

    #[test]
    fn ranks_follow_the_order_that_is_asked_for() {
        let low = item(Priority::Low, Some(5));
        let high = item(Priority::High, Some(70));
        let of = |item, sort, order| rank(item, (sort, order));
        assert!(of(&high, Sort::Priority, SortOrder::Desc) < of(&low, Sort::Priority, SortOrder::Desc));
        assert!(of(&low, Sort::Priority, SortOrder::Asc) < of(&high, Sort::Priority, SortOrder::Asc));
        assert!(of(&low, Sort::Due, SortOrder::Asc) < of(&high, Sort::Due, SortOrder::Asc));
        assert!(of(&high, Sort::Due, SortOrder::Desc) < of(&low, Sort::Due, SortOrder::Desc));
        assert_eq!(of(&low, Sort::Created, SortOrder::Asc), of(&high, Sort::Created, SortOrder::Asc));
    }

    #[test]
    fn what_is_never_due_comes_last_in_both_orders() {
        let (due, never) = (item(Priority::Low, Some(5)), item(Priority::Low, None));
        for order in [SortOrder::Asc, SortOrder::Desc] {
            assert!(rank(&due, (Sort::Due, order)) < rank(&never, (Sort::Due, order)));
        }
    }
}
