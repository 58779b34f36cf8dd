//! Raising, reading, changing and assigning tickets.

mod assign;
mod change;
mod create;
mod list;
mod read;

pub use assign::{Assignee, assign};
pub use change::{TicketPatch, change};
pub use create::{NewTicket, create};
pub use list::{TicketQuery, View, list};
pub use read::{TicketDetails, TicketRef, activity, read};

use domain::policy::Standing;
use domain::{Action, Activity, Change, Principal, WorkItem};
use store::Store;

use crate::views::Ticket;
use crate::{AppError, Caller, Result};

/// What a person who has nothing to do with a ticket is told.
pub(crate) const TICKET: &str = "ticket";

/// The ticket, unless it is none of this person's business.
pub(crate) fn visible(principal: &Principal, item: Option<WorkItem>) -> Result<WorkItem> {
    item.filter(|item| principal.standing(item) != Standing::Stranger).ok_or(AppError::NotFound(TICKET))
}

/// The record of what `principal` did to `item`, which is as it is afterwards.
pub(crate) fn activity_of(
    caller: &Caller,
    principal: &Principal,
    action: Action,
    item: &WorkItem,
    changes: Vec<Change>,
) -> Activity {
    Activity {
        changes,
        work_item_id: Some(item.id),
        work_item: Some(item.to_summary()),
        ..caller.activity(principal, action)
    }
}

/// Checks that the client's version is the present one.
fn expect_version(principal: &Principal, item: &WorkItem, version: u64) -> Result<()> {
    if item.version == version { Ok(()) } else { Err(stale(principal, item)) }
}

fn stale(principal: &Principal, item: &WorkItem) -> AppError {
    AppError::stale(TICKET, &Ticket::new(item, principal))
}

/// Writes the change; where somebody was faster, answers with what stands now.
async fn commit_change(
    store: &Store,
    principal: &Principal,
    before: &WorkItem,
    after: &WorkItem,
    activity: &Activity,
) -> Result<Ticket> {
    match store.change_work_item(before, after, activity).await {
        Ok(()) => Ok(Ticket::new(after, principal)),
        Err(store::CommitError::Stale) => {
            let key = store::Key::work_item(before.id);
            let current = store.fetch(std::slice::from_ref(&key)).await?.get::<WorkItem>(&key)?;
            Err(stale(principal, &visible(principal, current)?))
        }
        Err(error) => Err(error.into()),
    }
}
