//! Changing a ticket's fields.

use domain::policy::{Denied, WorkItemOperation};
use domain::{
    Action, Category, CategoryId, Change, Principal, Priority, Role, Status, Team, TeamId, WorkItem,
    rich_text,
};
use store::{Fetched, Key, Store};

use super::{TicketRef, activity_of, commit_change, expect_version, visible};
use crate::views::Ticket;
use crate::{AppError, Caller, Result};

/// The fields to change: absent ones stay; of those that may be empty, an inner none empties.
#[derive(Debug, Clone, Default)]
pub struct TicketPatch {
    /// One line.
    pub title: Option<String>,
    /// HTML as the editor made it.
    pub description: Option<String>,
    /// A status that may follow.
    pub status: Option<Status>,
    /// How urgent.
    pub priority: Option<Priority>,
    /// What kind of problem.
    pub category_id: Option<Option<CategoryId>>,
    /// Whose queue.
    pub team_id: Option<Option<TeamId>>,
}

impl TicketPatch {
    fn touches_only_status(&self) -> bool {
        self.title.is_none()
            && self.description.is_none()
            && self.priority.is_none()
            && self.category_id.is_none()
            && self.team_id.is_none()
    }
}

/// Changes the ticket, if it still has `version`. A patch that changes nothing writes nothing.
pub async fn change(
    store: &Store,
    caller: &Caller,
    ticket: &TicketRef,
    version: u64,
    patch: &TicketPatch,
) -> Result<Ticket> {
    let item_key = Key::work_item(ticket.resolve(store, caller).await?);
    let wanted: Vec<Key> = [caller.session_key(), item_key.clone()]
        .into_iter()
        .chain(patch.category_id.flatten().map(Key::category))
        .chain(patch.team_id.flatten().map(Key::team))
        .collect();
    let found = store.fetch(&wanted).await?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    let before = visible(&principal, found.get(&item_key)?)?;
    if patch.touches_only_status() {
        principal.may(WorkItemOperation::CloseOrReopen, &before)?;
    } else {
        principal.may(WorkItemOperation::Edit, &before)?;
    }
    expect_version(&principal, &before, version)?;

    let mut after = apply(caller, &principal, patch, &before, &found)?;
    let changes = changes_between(&before, &after);
    if changes.is_empty() {
        return Ok(Ticket::new(&before, &principal));
    }
    after.version += 1;
    after.updated_at = caller.at;
    let activity = activity_of(caller, &principal, Action::Updated, &after, changes);
    commit_change(store, &principal, &before, &after, &activity).await
}

fn apply(
    caller: &Caller,
    principal: &Principal,
    patch: &TicketPatch,
    before: &WorkItem,
    found: &Fetched,
) -> Result<WorkItem> {
    let mut after = before.clone();
    if let Some(title) = &patch.title {
        after.title = title.trim().to_owned();
    }
    if let Some(description) = &patch.description {
        after.description = rich_text::sanitise(description);
    }
    if let Some(priority) = patch.priority {
        after.priority = priority;
    }
    if let Some(category) = patch.category_id {
        if let Some(id) = category {
            found
                .get::<Category>(&Key::category(id))?
                .filter(|category| category.deleted_at.is_none())
                .ok_or_else(|| AppError::invalid("categoryId", "must be the id of a category"))?;
        }
        after.category_id = category;
    }
    if let Some(team) = patch.team_id {
        match team {
            Some(id) => {
                found
                    .get::<Team>(&Key::team(id))?
                    .ok_or_else(|| AppError::invalid("teamId", "must be the id of a team"))?;
            }
            None if principal.role == Role::Admin => {}
            None => return Err(Denied("only an admin can take a ticket out of every team").into()),
        }
        after.team_id = team;
    }
    if let Some(status) = patch.status
        && status != before.status
    {
        let allowed = principal.next_statuses(before);
        if !allowed.contains(&status) {
            return Err(AppError::StatusRefused { from: before.status, to: status, allowed });
        }
        after.set_status(status, caller.at);
    }
    Ok(after)
}

fn changes_between(before: &WorkItem, after: &WorkItem) -> Vec<Change> {
    [
        Change::between("title", &before.title, &after.title),
        Change::between("description", &before.description, &after.description),
        Change::between("status", &before.status, &after.status),
        Change::between("priority", &before.priority, &after.priority),
        Change::between("categoryId", &before.category_id, &after.category_id),
        Change::between("teamId", &before.team_id, &after.team_id),
    ]
    .into_iter()
    .flatten()
    .collect()
}
