//! A reply that opened a ticket of its own.

use domain::{Activity, Comment, WorkItem};

use crate::idempotency::StoredAnswer;
use crate::work_items::{CommentPointer, Number};
use crate::{CommitError, ItemChange, Store, UploadChange};

/// A ticket that a reply to another opened, with that reply.
#[derive(Debug, Clone, Copy)]
pub struct OpenedFollowUp<'a> {
    /// The ticket, which counts the reply already.
    pub item: &'a WorkItem,
    /// That it was raised.
    pub created: &'a Activity,
    /// The reply, which is the ticket's.
    pub comment: &'a Comment,
    /// That it was said.
    pub commented: &'a Activity,
    /// The other end of the link.
    pub followed_up: ItemChange<'a>,
}

impl Store {
    /// A ticket that a reply opened, the files that came along with it and, for a repeatable request, the answer: one
    /// transaction.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where the ticket that is followed up changed since it was read.
    pub async fn open_follow_up(
        &self,
        opened: &OpenedFollowUp<'_>,
        uploads: &[UploadChange],
        answer: Option<&StoredAnswer>,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self
            .transaction()
            .create(opened.item)?
            .create(&Number::of(opened.item))?
            .create(opened.created)?
            .create(opened.comment)?
            .create(&CommentPointer::of(opened.comment))?
            .create(opened.commented)?;
        transaction = opened.followed_up.add_to(transaction)?;
        for upload in uploads {
            transaction = upload.add_to(transaction)?;
        }
        if let Some(answer) = answer {
            transaction = transaction.remember(answer)?;
        }
        transaction.commit().await
    }
}
