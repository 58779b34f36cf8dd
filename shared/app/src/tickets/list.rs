//! Lists of tickets.

use domain::policy::Standing;
use domain::{Role, TeamId, UserId, WorkItemSummary, WorkItemType};
use serde::{Deserialize, Serialize};
use store::{Cursor, ListScope, Page, StatusFilter, Store};
use utoipa::ToSchema;

use crate::views::TicketSummary;
use crate::{AppError, Caller, Result};

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
}

/// What to list.
#[derive(Debug, Clone)]
pub struct TicketQuery {
    /// Whose.
    pub view: View,
    /// In which statuses.
    pub status: StatusFilter,
    /// Only this person's work; it takes the place of the view.
    pub assignee_id: Option<UserId>,
    /// Only this team's queue; it takes the place of the view.
    pub team_id: Option<TeamId>,
    /// Where the last page ended.
    pub after: Option<Cursor>,
    /// How many, 100 at most.
    pub limit: usize,
}

fn scope(user_id: UserId, role: Role, team_ids: &[TeamId], query: &TicketQuery) -> ListScope {
    match (query.team_id, query.assignee_id, query.view) {
        (Some(team), _, _) => ListScope::Teams(vec![team]),
        (None, Some(user), _) => ListScope::Assignee(user),
        (None, None, View::Created) => ListScope::Creator(user_id),
        (None, None, _) if role == Role::User => ListScope::Creator(user_id),
        (None, None, View::Mine) => ListScope::Assignee(user_id),
        (None, None, View::All) if role == Role::Admin => ListScope::All,
        (None, None, View::Team | View::All) => ListScope::Teams(team_ids.to_vec()),
    }
}

/// One page of tickets that the reader may see.
///
/// The token tells which list the reader most likely means, so the list is read beside the session. Where the
/// session says otherwise, because role or teams changed since the token was signed, it is read once more.
pub async fn list(store: &Store, caller: &Caller, query: &TicketQuery) -> Result<Page<TicketSummary>> {
    if query.team_id.is_some() && query.assignee_id.is_some() {
        return Err(AppError::invalid("assigneeId", "cannot be combined with `teamId`"));
    }
    let claims = &caller.claims;
    let guess = scope(claims.user_id, claims.role, &claims.team_ids, query);
    let (principal, page) = caller.check_with(store, read(store, &guess, query)).await?;
    let meant = scope(principal.user_id, principal.role, &principal.team_ids, query);
    let page = if meant == guess { page } else { read(store, &meant, query).await? };
    Ok(page.filter_map(|item| {
        let standing = principal.standing(&item);
        (standing != Standing::Stranger).then(|| TicketSummary::new(&item, standing))
    }))
}

async fn read(store: &Store, scope: &ListScope, query: &TicketQuery) -> store::Result<Page<WorkItemSummary>> {
    store.work_items(WorkItemType::Ticket, scope, query.status, query.after.as_ref(), query.limit).await
}
