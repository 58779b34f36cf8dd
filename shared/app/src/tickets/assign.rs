//! Giving a ticket to somebody.

use domain::policy::WorkItemOperation;
use domain::{Action, Change, User, UserId};
use store::{Key, Store};

use super::{TicketRef, activity_of, commit_change, expect_version, visible};
use crate::views::Ticket;
use crate::{AppError, Caller, Result};

/// Who is to work on a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assignee {
    /// Nobody for now.
    Nobody,
    /// The caller.
    Me,
    /// This person.
    Person(UserId),
}

/// Assigns the ticket, if it still has `version`.
pub async fn assign(
    store: &Store,
    caller: &Caller,
    ticket: &TicketRef,
    version: u64,
    assignee: Assignee,
) -> Result<Ticket> {
    let item_key = Key::work_item(ticket.resolve(store, caller).await?);
    let assignee_key = match assignee {
        Assignee::Nobody => None,
        Assignee::Me => Some(Key::user(caller.claims.user_id)),
        Assignee::Person(id) => Some(Key::user(id)),
    };
    let wanted: Vec<Key> =
        [caller.session_key(), item_key.clone()].into_iter().chain(assignee_key.clone()).collect();
    let found = store.fetch(&wanted).await?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    let before = visible(&principal, found.get(&item_key)?)?;
    principal.may(WorkItemOperation::Assign, &before)?;
    expect_version(&principal, &before, version)?;

    let person: Option<User> = assignee_key.as_ref().map(|key| found.get(key)).transpose()?.flatten();
    let person = person.filter(|user| user.is_active && user.role.is_staff());
    if assignee_key.is_some() && person.is_none() {
        return Err(AppError::invalid(
            "assigneeId",
            "must be the id of an active person who works on tickets",
        ));
    }
    let mut after = before.clone();
    after.assignee = person.map(|user| user.to_ref());
    if before.assignee.as_ref().map(|person| person.id) == after.assignee.as_ref().map(|person| person.id) {
        return Ok(Ticket::new(&before, &principal));
    }
    after.version += 1;
    after.updated_at = caller.at;
    let changes = Change::between("assignee", &before.assignee, &after.assignee).into_iter().collect();
    let mut activity = activity_of(caller, &principal, Action::Assigned, &after, changes);
    activity.previous_assignee.clone_from(&before.assignee);
    commit_change(store, &principal, &before, &after, &activity).await
}
