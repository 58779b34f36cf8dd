//! Removing for good what was deleted long ago.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Attachment, Comment, Instant, WorkItem, WorkItemType};

use crate::query::{Order, Range};
use crate::record::{Index, from_item};
use crate::transaction::Transaction;
use crate::{CommitError, Key, Result, Store, keys};

impl Store {
    /// Items that were deleted before `before`, the oldest first.
    pub async fn deleted_items(&self, item_type: WorkItemType, before: Instant) -> Result<Vec<WorkItem>> {
        const AT_ONCE: usize = 25;
        let range = Range {
            index: Some(Index::Four),
            partition: keys::of_deleted(item_type),
            from: " ".into(),
            to: before.to_string(),
            order: Order::Ascending,
        };
        Ok(self.page(&range, None, AT_ONCE).await?.items)
    }

    /// Removes an item with everything that belongs to it, but for its number, which is never given again. The item
    /// itself goes last, so what stops in between is begun again. The content of its files goes when their uploads are
    /// swept, from `now` on.
    pub async fn purge(&self, item: &WorkItem, now: Instant) -> std::result::Result<(), CommitError> {
        const AT_ONCE: usize = 40;
        let range = Range {
            index: None,
            partition: keys::work_partition(item.id),
            from: " ".into(),
            to: keys::LAST.into(),
            order: Order::Ascending,
        };
        let mut transaction = self.transaction();
        for watcher in &item.watchers {
            transaction = transaction.delete(&keys::watch(watcher.id, item.id))?;
        }
        if !transaction.is_empty() {
            transaction.commit().await?;
        }
        loop {
            let read = self.read_range(&range, None, AT_ONCE).await?;
            if read.placed.is_empty() {
                return Ok(());
            }
            let mut transaction = self.transaction();
            for entry in read.placed {
                if entry.sort.starts_with(keys::COMMENT) {
                    let comment: Comment = from_item(entry.item.clone())?;
                    transaction = transaction.delete(&keys::comment_pointer(comment.id))?;
                }
                if entry.sort.starts_with(keys::ATTACHMENT) {
                    let attachment: Attachment = from_item(entry.item)?;
                    transaction = remove_content(transaction, &attachment, now)?;
                }
                transaction = transaction.delete(&Key::new(keys::work_partition(item.id), entry.sort))?;
            }
            transaction.commit().await?;
        }
    }
}

/// Gives the file's upload over to the sweep.
fn remove_content<'t>(
    transaction: Transaction<'t>,
    attachment: &Attachment,
    now: Instant,
) -> Result<Transaction<'t>> {
    let text = |value: String| AttributeValue::S(value);
    transaction.update(&keys::upload(attachment.id), |update| {
        update
            .update_expression(
                "SET #status = :removed, dueAt = :now, gsi4pk = :list, gsi4sk = :place ADD #version :one",
            )
            .condition_expression("attribute_exists(pk)")
            .expression_attribute_names("#status", "status")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":removed", text("REMOVED".into()))
            .expression_attribute_values(":now", text(now.to_string()))
            .expression_attribute_values(":list", text(keys::UPLOADS.into()))
            .expression_attribute_values(":place", text(keys::by_time(now, attachment.id)))
            .expression_attribute_values(":one", AttributeValue::N("1".into()))
    })
}
