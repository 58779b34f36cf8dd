//! Uploads, and the attachments that they become.
//!
//! The record of an upload stays as long as there is content, and says what has become of it; one that belongs to
//! nothing stands in a list by the moment from which it may be removed.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::attachment::MOST_ATTACHMENTS;
use domain::{Activity, Attachment, AttachmentId, Instant, Upload, UploadStatus, WorkItemId};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::transaction::{Transaction, Versioned};
use crate::work_items::within;
use crate::{CommitError, Key, Page, Result, Store, keys};

impl Record for Upload {
    fn kind(&self) -> &'static str {
        "UPLOAD"
    }

    fn place(&self) -> Place {
        let place = Place::at(keys::upload(self.id));
        match self.status {
            UploadStatus::Attached => place,
            _ => place.listed(Index::Four, keys::UPLOADS, keys::by_time(self.due_at, self.id)),
        }
    }
}

impl Record for Attachment {
    fn kind(&self) -> &'static str {
        "ATTACHMENT"
    }

    fn place(&self) -> Place {
        Place::at(keys::attachment(self.work_item_id, self.id))
    }
}

/// A change of an upload that belongs to another change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadChange {
    /// As it was read.
    pub before: Upload,
    /// As it shall be.
    pub after: Upload,
    /// The attachment that it becomes in the same moment.
    pub attachment: Option<Attachment>,
}

impl UploadChange {
    pub(crate) fn add_to<'t>(&self, transaction: Transaction<'t>) -> Result<Transaction<'t>> {
        let transaction =
            transaction.change(&self.before, &self.after, Versioned::By(self.before.version))?;
        match &self.attachment {
            Some(attachment) => transaction.create(attachment),
            None => Ok(transaction),
        }
    }
}

impl Key {
    /// An upload.
    pub fn upload(id: AttachmentId) -> Self {
        keys::upload(id)
    }

    /// A file on an item.
    pub fn attachment(item: WorkItemId, id: AttachmentId) -> Self {
        keys::attachment(item, id)
    }
}

impl Store {
    /// A new upload.
    pub async fn create_upload(&self, upload: &Upload) -> std::result::Result<(), CommitError> {
        self.transaction().create(upload)?.commit().await
    }

    /// An upload, whatever has become of it.
    pub async fn upload(&self, id: AttachmentId) -> Result<Option<Upload>> {
        self.get(&keys::upload(id)).await
    }

    /// A changed upload.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it changed since it was read.
    pub async fn change_upload(
        &self,
        before: &Upload,
        after: &Upload,
    ) -> std::result::Result<(), CommitError> {
        self.transaction().change(before, after, Versioned::By(before.version))?.commit().await
    }

    /// An upload that becomes an attachment, with the activity that tells of it.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where the upload changed since it was read, or the item is gone or was merged.
    pub async fn attach(
        &self,
        change: &UploadChange,
        item: WorkItemId,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let transaction = change.add_to(self.transaction())?.create(activity)?;
        let touched = transaction.update(&keys::work_item(item), |update| {
            update
                .update_expression("SET updatedAt = :at")
                .condition_expression("attribute_exists(pk) AND attribute_not_exists(mergedInto)")
                .expression_attribute_values(":at", AttributeValue::S(activity.created_at.to_string()))
        })?;
        touched.commit().await
    }

    /// The files on an item, newest first, internal ones among them.
    pub async fn attachments(&self, item: WorkItemId) -> Result<Vec<Attachment>> {
        let range = within(keys::work_partition(item), keys::ATTACHMENT);
        Ok(self.page(&range, None, 2 * MOST_ATTACHMENTS).await?.items)
    }

    /// Removes a file from its item. The content goes when its upload is swept.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it is gone, or moved to another item.
    pub async fn delete_attachment(
        &self,
        attachment: &Attachment,
        upload: &UploadChange,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let transaction = upload.add_to(self.transaction())?;
        transaction
            .delete_existing(&keys::attachment(attachment.work_item_id, attachment.id))?
            .create(activity)?
            .commit()
            .await
    }

    /// Uploads that belong to nothing and are to be removed by `now`, the oldest first.
    pub async fn due_uploads(&self, now: Instant) -> Result<Page<Upload>> {
        const AT_ONCE: usize = 50;
        let range = Range {
            index: Some(Index::Four),
            partition: keys::UPLOADS.into(),
            from: " ".into(),
            to: keys::by_time(now, keys::LAST),
            order: Order::Ascending,
        };
        self.page(&range, None, AT_ONCE).await
    }

    /// Forgets an upload whose content is gone.
    pub async fn forget_upload(&self, upload: &Upload) -> std::result::Result<(), CommitError> {
        self.transaction().delete_version(&keys::upload(upload.id), upload.version)?.commit().await
    }
}
