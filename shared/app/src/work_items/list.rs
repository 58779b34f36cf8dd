//! Lists of tickets and of tasks.

use domain::policy::{Operation, Standing};
use domain::{CategoryId, Instant, Priority, Role, TeamId, UserId, WorkItemSummary, WorkItemType};
use serde::{Deserialize, Serialize};
use store::{Cursor, ListScope, Page, PageSize, StatusFilter, Store};
use utoipa::ToSchema;

use crate::views;
use crate::{Caller, Result};

/// Which tickets a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// Assigned to the reader; for a requester, raised by the reader.
    #[default]
    Mine,
    /// In the queues of the reader's teams.
    Team,
    /// Everything that the reader may see.
    All,
    /// Raised by the reader.
    Created,
    /// Followed by the reader, the newest first; `status` sifts.
    Watching,
    /// Deleted less than thirty days ago, which only an admin sees; `status` does not count.
    Deleted,
}

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
    pub view: View,
    /// In which statuses.
    pub status: StatusFilter,
    /// What is left out. A team in it takes the place of the view, else an assignee.
    pub filter: ItemFilter,
    /// Where the last page ended.
    pub after: Option<Cursor>,
    /// How many, 100 at most.
    pub limit: usize,
}

fn scope(user_id: UserId, role: Role, team_ids: &[TeamId], query: &ItemQuery) -> ListScope {
    match (query.filter.team_id, query.filter.assignee_id, query.view) {
        (_, _, View::Deleted) => ListScope::Deleted,
        (_, _, View::Watching) => ListScope::Watcher(user_id),
        (Some(team), _, _) => ListScope::Teams(vec![team]),
        (None, Some(user), _) => ListScope::Assignee(user),
        (None, None, View::Created) => ListScope::Creator(user_id),
        (None, None, _) if role == Role::User => ListScope::Creator(user_id),
        (None, None, View::Mine) => ListScope::Assignee(user_id),
        (None, None, View::All) if role == Role::Admin => ListScope::All,
        (None, None, View::Team | View::All) => ListScope::Teams(team_ids.to_vec()),
    }
}

/// How many items are looked through for a page where a filter sifts.
const WINDOW: usize = 100;

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
    if query.view == View::Deleted {
        principal.may_in_general(Operation::DeleteWork)?;
    }
    Ok(page.filter_map(|item| {
        let standing = principal.standing(&item);
        (standing != Standing::Stranger).then(|| views::WorkItemSummary::new(&item, standing))
    }))
}

async fn read(store: &Store, scope: &ListScope, query: &ItemQuery) -> store::Result<Page<WorkItemSummary>> {
    let left = match scope {
        ListScope::Teams(_) if query.filter.team_id.is_some() => {
            ItemFilter { team_id: None, ..query.filter.clone() }
        }
        ListScope::Assignee(_) => ItemFilter { assignee_id: None, ..query.filter.clone() },
        _ => query.filter.clone(),
    };
    let is_sifted = left != ItemFilter::default();
    let size = PageSize { limit: query.limit, window: if is_sifted { WINDOW } else { query.limit } };
    let keep = |item: &WorkItemSummary| left.takes(item);
    store.work_items(query.item_type, scope, query.status, query.after.as_ref(), size, keep).await
}
