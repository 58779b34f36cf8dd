//! What a requester's word does to a ticket that the team thinks is done.

use crate::{Instant, Settings, Status, WorkItem, WorkItemType};

/// What becomes of an item when whoever raised it replies in public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The words are added, and nothing else happens.
    Stands,
    /// The words are added, and the item is worked on again.
    Reopens,
    /// The item stays as it is; the words are the beginning of a ticket that takes it up again.
    OpensFollowUp,
}

const DAY_SECONDS: i64 = 24 * 3600;

impl Settings {
    /// What a public reply of the requester at `at` does to the item. Tasks have no follow-ups.
    pub fn reply_to(&self, item: &WorkItem, at: Instant) -> Reply {
        let is_ticket = item.item_type == WorkItemType::Ticket;
        match item.status {
            Status::Closed if is_ticket => Reply::OpensFollowUp,
            Status::Resolved if is_ticket && self.is_past(item, at) => Reply::OpensFollowUp,
            Status::Resolved => Reply::Reopens,
            _ => Reply::Stands,
        }
    }

    fn is_past(&self, item: &WorkItem, at: Instant) -> bool {
        let reopened_for = i64::from(self.follow_up_after_days) * DAY_SECONDS;
        item.completed_at.is_some_and(|resolved_at| at >= resolved_at.plus_seconds(reopened_for))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PersonRef, UserId};

    fn item(item_type: WorkItemType, status: Status) -> WorkItem {
        let at = Instant::from_millisecond(1_790_000_000_000);
        let creator = PersonRef::new(UserId::new(at), "Rosa", None);
        let mut item = WorkItem::new(item_type, item_type.number(1), "It is broken", creator, at);
        item.set_status(status, at);
        item
    }

    fn reply(item: &WorkItem, follow_up_after_days: u16, seconds_later: i64) -> Reply {
        let settings = Settings { follow_up_after_days, ..Settings::default() };
        settings.reply_to(item, item.created_at.plus_seconds(seconds_later))
    }

    #[test]
    fn a_reply_reopens_until_the_days_are_over() {
        let resolved = item(WorkItemType::Ticket, Status::Resolved);
        assert_eq!(reply(&resolved, 14, 0), Reply::Reopens);
        assert_eq!(reply(&resolved, 14, 14 * DAY_SECONDS - 1), Reply::Reopens);
        assert_eq!(reply(&resolved, 14, 14 * DAY_SECONDS), Reply::OpensFollowUp);
    }

    #[test]
    fn without_days_each_reply_to_a_resolved_ticket_is_a_follow_up() {
        assert_eq!(reply(&item(WorkItemType::Ticket, Status::Resolved), 0, 0), Reply::OpensFollowUp);
    }

    #[test]
    fn a_closed_ticket_is_taken_up_again_however_young_it_is() {
        assert_eq!(reply(&item(WorkItemType::Ticket, Status::Closed), 365, 0), Reply::OpensFollowUp);
    }

    #[test]
    fn what_is_not_done_or_was_given_up_takes_the_words() {
        for status in [Status::Open, Status::InProgress, Status::OnHold, Status::Cancelled] {
            assert_eq!(
                reply(&item(WorkItemType::Ticket, status), 0, DAY_SECONDS),
                Reply::Stands,
                "{status:?}"
            );
        }
    }

    #[test]
    fn a_task_has_no_follow_up() {
        assert_eq!(reply(&item(WorkItemType::Task, Status::Resolved), 0, DAY_SECONDS), Reply::Reopens);
        assert_eq!(reply(&item(WorkItemType::Task, Status::Closed), 0, DAY_SECONDS), Reply::Stands);
    }
}
