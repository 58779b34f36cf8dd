//! Reading one ticket.

use domain::WorkItemId;
use domain::policy::{self, WorkItemOperation};
use store::{Cursor, Key, Page, Store};

use super::{TICKET, visible};
use crate::views::{Activity, Comment, Ticket};
use crate::{AppError, Caller, Result};

/// A ticket with its newest comments.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketDetails {
    /// The ticket.
    pub ticket: Ticket,
    /// The newest comments that the reader may see, oldest first; `next` leads to older ones.
    pub comments: Page<Comment>,
}

/// How a client names a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TicketRef {
    /// By its id.
    Id(WorkItemId),
    /// By the number that people say, in capitals: one read more.
    Number(String),
}

impl TicketRef {
    /// Reads an id or a number.
    ///
    /// # Errors
    /// The rule, where it is neither.
    pub fn parse(text: &str) -> std::result::Result<Self, &'static str> {
        const RULE: &str = "must be a ticket's id (`wi_…`) or number (`T-0042`)";
        if let Ok(id) = text.parse() {
            return Ok(Self::Id(id));
        }
        let upper = text.to_ascii_uppercase();
        let digits = upper.strip_prefix("T-").ok_or(RULE)?;
        let is_number = (4..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { Ok(Self::Number(upper)) } else { Err(RULE) }
    }

    /// The id. A number is looked up beside the session, so that nobody whose session is over learns which exist.
    ///
    /// # Errors
    /// No ticket has the number, or the session has ended.
    pub async fn resolve(&self, store: &Store, caller: &Caller) -> Result<WorkItemId> {
        match self {
            Self::Id(id) => Ok(*id),
            Self::Number(number) => {
                let (_, found) = caller.check_with(store, store.work_item_by_number(number)).await?;
                found.ok_or(AppError::NotFound(TICKET))
            }
        }
    }
}

/// The ticket and its newest `limit` comments: one Query, with the session check beside it.
pub async fn read(store: &Store, caller: &Caller, ticket: &TicketRef, limit: usize) -> Result<TicketDetails> {
    let id = ticket.resolve(store, caller).await?;
    let (principal, conversation) = caller.check_with(store, store.conversation(id, limit)).await?;
    let conversation = conversation.ok_or(AppError::NotFound(TICKET))?;
    let item = visible(&principal, Some(conversation.item))?;
    principal.may(WorkItemOperation::View, &item)?;
    let standing = principal.standing(&item);
    let mut comments = conversation
        .comments
        .filter_map(|comment| policy::visible_comment(standing, comment).map(Comment::from));
    comments.items.reverse();
    Ok(TicketDetails { ticket: Ticket::new(&item, &principal), comments })
}

/// What happened to the ticket, newest first.
pub async fn activity(
    store: &Store,
    caller: &Caller,
    ticket: &TicketRef,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<Activity>> {
    let id = ticket.resolve(store, caller).await?;
    let keys = [caller.session_key(), Key::work_item(id)];
    let (found, activities) = tokio::join!(store.fetch(&keys), store.activities(id, after, limit));
    let found = found?;
    let principal = caller.check(found.get(&keys[0])?)?;
    let item = visible(&principal, found.get(&keys[1])?)?;
    principal.may(WorkItemOperation::ViewActivity, &item)?;
    Ok(activities?.filter_map(|activity| Some(Activity::from(activity))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_named_by_id_or_number() {
        assert_eq!(TicketRef::parse("t-0042"), Ok(TicketRef::Number("T-0042".into())));
        assert_eq!(TicketRef::parse("T-123456"), Ok(TicketRef::Number("T-123456".into())));
        assert!(matches!(TicketRef::parse("wi_01900000000070008000000000000000"), Ok(TicketRef::Id(_))));
        for bad in [
            "",
            "T-",
            "T-1",
            "T-00x2",
            "TASK-0001",
            "usr_01900000000070008000000000000000",
            "T-1234567890123",
        ] {
            assert!(TicketRef::parse(bad).is_err(), "{bad}");
        }
    }
}
