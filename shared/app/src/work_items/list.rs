//! Lists of tickets and of tasks.

use domain::policy::{Operation, Standing};
use domain::saved_view::{Sort, SortOrder, Whose};
use domain::{CategoryId, Instant, Priority, Role, TeamId, UserId, WorkItemSummary, WorkItemType};
use store::{Cursor, ListScope, Page, StatusFilter, Store};

use crate::caller::Reader;
use crate::views;
use crate::{Caller, Result};

/// What a list leaves out. Everything that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemFilter {
    /// Only these priorities; any where none is given.
    pub priorities: Vec<Priority>,
    /// Only these categories; any where none is given.
    pub category_ids: Vec<CategoryId>,
    /// Only what this person raised.
    pub creator_id: Option<UserId>,
    /// Only this person's work.
    pub assignee_id: Option<UserId>,
    /// Only this team's queue.
    pub team_id: Option<TeamId>,
    /// Only what nobody works on.
    pub is_unassigned: bool,
    /// Only what has this tag, of what the reader handles: nobody else sees tags.
    pub tag: Option<String>,
    /// Only what is due before this moment.
    pub due_before: Option<Instant>,
    /// Only what was raised at or after this moment.
    pub created_after: Option<Instant>,
    /// Only what was raised before this moment.
    pub created_before: Option<Instant>,
}

impl ItemFilter {
    fn takes(&self, item: &WorkItemSummary, reader: Reader<'_>) -> bool {
        let sees_tags = || reader.standing(item) == Standing::Handler;
        let assignee = item.assignee.as_ref().map(|person| person.id);
        let is_of_category = |id| self.category_ids.contains(&id);
        (self.priorities.is_empty() || self.priorities.contains(&item.priority))
            && (self.category_ids.is_empty() || item.category_id.is_some_and(is_of_category))
            && self.creator_id.is_none_or(|creator| item.creator.id == creator)
            && self.assignee_id.is_none_or(|person| assignee == Some(person))
            && (!self.is_unassigned || assignee.is_none())
            && self.tag.as_ref().is_none_or(|tag| item.tags.contains(tag) && sees_tags())
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
    /// What is left out. For staff, a team in it takes the place of the view, else an assignee.
    pub filter: ItemFilter,
    /// By what it is put in order, and which end comes first; none for the flow of status.
    pub sort: Option<(Sort, SortOrder)>,
    /// Where the last page ended.
    pub after: Option<Cursor>,
    /// How many are looked through for it, 100 at most.
    pub limit: usize,
}

/// Where the list is read from: places that hold nothing but what the reader may see, so that neither a cursor nor a
/// short page tells of anything else.
fn scope(reader: Reader<'_>, query: &ItemQuery) -> ListScope {
    let Reader { user_id, role, team_ids } = reader;
    match (query.view, query.filter.team_id, query.filter.assignee_id) {
        (Whose::Deleted, _, _) => ListScope::Deleted,
        (Whose::Watching, _, _) => ListScope::Watcher(user_id),
        _ if !role.is_staff() => ListScope::Creator(user_id),
        (_, Some(team), _) if reader.reads_team(team) => ListScope::Teams(vec![team]),
        // Of another team's work there is what one raised, and what one was given.
        (_, Some(_), _) => ListScope::Known(user_id, Vec::new()),
        (_, None, Some(person)) if role == Role::Admin || person == user_id => ListScope::Assignee(person),
        (_, None, Some(_)) => ListScope::Known(user_id, team_ids.to_vec()),
        (Whose::Created, None, None) => ListScope::Creator(user_id),
        (Whose::Mine, None, None) => ListScope::Assignee(user_id),
        (Whose::Team, None, None) => ListScope::Teams(team_ids.to_vec()),
        (Whose::All, None, None) if role == Role::Admin => ListScope::All,
        (Whose::All, None, None) => ListScope::Known(user_id, team_ids.to_vec()),
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
    let guess = Reader::from(&caller.claims);
    let (principal, page) = caller.check_with(store, read(store, guess, query)).await?;
    let reader = Reader::from(&principal);
    let page = if reader == guess { page } else { read(store, reader, query).await? };
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
    let scope = scope(Reader::from(&caller.claims), query);
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
async fn read(store: &Store, reader: Reader<'_>, query: &ItemQuery) -> store::Result<Page<WorkItemSummary>> {
    let scope = &scope(reader, query);
    let left = sieve(scope, &query.filter);
    let (after, limit) = (query.after.as_ref(), query.limit);
    if let Some(sort) = query.sort {
        let rank = |item: &WorkItemSummary| left.takes(item, reader).then(|| rank(item, sort));
        return store.sorted_work_items(query.item_type, scope, query.status, after, limit, rank).await;
    }
    let page = store.work_items(query.item_type, scope, query.status, after, limit).await?;
    Ok(page.filter_map(|item| left.takes(&item, reader).then_some(item)))
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

    fn query(view: Whose, filter: ItemFilter) -> ItemQuery {
        let status = StatusFilter::Any;
        ItemQuery {
            item_type: WorkItemType::Ticket,
            view,
            status,
            filter,
            sort: None,
            after: None,
            limit: 25,
        }
    }

    #[test]
    fn a_list_is_read_from_what_the_reader_may_see() {
        let at = Instant::from_millisecond(1_000);
        let (own, other) = (UserId::new(at), UserId::new(at));
        let teams = [TeamId::new(at)];
        let elsewhere = TeamId::new(at);
        let of = |role, view, team_id, assignee_id| {
            let filter = ItemFilter { team_id, assignee_id, ..ItemFilter::default() };
            scope(Reader { user_id: own, role, team_ids: &teams }, &query(view, filter))
        };
        for view in [Whose::Mine, Whose::Team, Whose::All, Whose::Created] {
            let raised = ListScope::Creator(own);
            assert_eq!(of(Role::User, view, None, None), raised);
            assert_eq!(of(Role::User, view, Some(teams[0]), Some(other)), raised, "whatever is asked for");
        }
        assert_eq!(of(Role::User, Whose::Watching, Some(elsewhere), None), ListScope::Watcher(own));
        for role in [Role::Agent, Role::Manager] {
            let queue = ListScope::Teams(teams.to_vec());
            assert_eq!(of(role, Whose::All, Some(teams[0]), Some(other)), queue);
            assert_eq!(of(role, Whose::All, Some(elsewhere), None), ListScope::Known(own, vec![]));
            assert_eq!(of(role, Whose::All, None, Some(own)), ListScope::Assignee(own));
            assert_eq!(of(role, Whose::All, None, Some(other)), ListScope::Known(own, teams.to_vec()));
        }
        assert_eq!(of(Role::Admin, Whose::All, Some(elsewhere), None), ListScope::Teams(vec![elsewhere]));
        assert_eq!(of(Role::Admin, Whose::Mine, None, Some(other)), ListScope::Assignee(other));
        assert_eq!(of(Role::Admin, Whose::All, None, None), ListScope::All);
    }

    #[test]
    fn a_tag_finds_what_the_reader_handles() {
        let at = Instant::from_millisecond(1_000);
        let team = TeamId::new(at);
        let tagged =
            WorkItemSummary { tags: vec!["vip".into()], team_id: Some(team), ..item(Priority::Low, None) };
        let filter = ItemFilter { tag: Some("vip".into()), ..ItemFilter::default() };
        let handler = Reader { user_id: UserId::new(at), role: Role::Agent, team_ids: &[team] };
        let requester = Reader { user_id: tagged.creator.id, role: Role::User, team_ids: &[team] };
        assert!(filter.takes(&tagged, handler));
        assert!(!filter.takes(&tagged, requester), "who raised it sees no tags");
    }

    #[test]
    fn what_is_never_due_comes_last_in_both_orders() {
        let (due, never) = (item(Priority::Low, Some(5)), item(Priority::Low, None));
        for order in [SortOrder::Asc, SortOrder::Desc] {
            assert!(rank(&due, (Sort::Due, order)) < rank(&never, (Sort::Due, order)));
        }
    }
}
