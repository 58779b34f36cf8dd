//! Files: an upload on its way, and the attachment that it becomes. What goes to a requester accepts only a
//! [`PublicAttachment`], so that an internal one cannot leak.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AttachmentId, Instant, PersonRef, WorkItemId, WorkItemType};

/// The most that a file may hold.
pub const MAX_FILE_BYTES: u64 = 10 * 1024 * 1024;

/// The most attachments of an item.
pub const MOST_ATTACHMENTS: usize = 50;

/// A file that is larger is sent in parts of this size, so that a lost connection costs one of them. Also the least
/// that S3 takes for a part which is not the last.
pub const PART_BYTES: u64 = 5 * 1024 * 1024;

/// An upload that nobody has claimed by then is removed.
pub const UNCLAIMED_SECONDS: i64 = 24 * 3600;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Purpose {
    /// It goes on a ticket or a task.
    Attachment,
    /// It is a picture of a person.
    Avatar,
}

/// How far an upload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum UploadStatus {
    /// It is on its way, or is being looked at.
    Pending,
    /// It is what it says, and belongs to nothing yet.
    Ready,
    /// It belongs to an item or a person.
    Attached,
    /// It is not what it says, and its content is gone.
    Rejected,
    /// It is to be removed, and is there for nobody any more.
    Removed,
}

/// Where an upload goes once it has arrived and is what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// The item.
    pub work_item_id: WorkItemId,
    /// Ticket or task.
    pub item_type: WorkItemType,
    /// Whether only those who handle the item may see it.
    pub is_internal: bool,
}

/// A file that somebody sends. It keeps its id when it becomes an attachment, and its record stays as long as the
/// content does, so that no content is ever without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Upload {
    /// Which file it is.
    pub id: AttachmentId,
    /// Who sends it.
    pub owner: PersonRef,
    /// The owner's role then.
    pub owner_role: crate::Role,
    /// What it is for.
    pub purpose: Purpose,
    /// The name that it is saved under.
    pub file_name: String,
    /// How many bytes it says it has.
    pub file_size: u64,
    /// What it says it is: one of [`crate::media::MediaType`].
    pub mime_type: String,
    /// How far it is.
    pub status: UploadStatus,
    /// Why it was rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The storage's name for it while it is sent in parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multipart_id: Option<String>,
    /// Where it goes, or where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Whether it has a small picture.
    #[serde(default)]
    pub has_thumbnail: bool,
    /// Goes up with each change.
    pub version: u64,
    /// When it was begun.
    pub created_at: Instant,
    /// When it is removed, unless it belongs to something by then.
    pub due_at: Instant,
}

impl Upload {
    /// How many parts it is sent in.
    pub const fn part_count(&self) -> u64 {
        self.file_size.div_ceil(PART_BYTES)
    }

    /// Whether it is sent in parts which somebody must then put together.
    pub const fn is_multipart(&self) -> bool {
        self.file_size > PART_BYTES
    }

    /// The same with another status, one version on.
    #[must_use]
    pub fn becoming(&self, status: UploadStatus) -> Self {
        Self { status, version: self.version + 1, ..self.clone() }
    }

    /// The same, to be removed from `at` on.
    #[must_use]
    pub fn removed(&self, at: Instant) -> Self {
        Self { due_at: at, ..self.becoming(UploadStatus::Removed) }
    }

    /// The attachment that it is on `target`.
    pub fn attached_to(&self, target: &Target) -> Attachment {
        Attachment {
            id: self.id,
            work_item_id: target.work_item_id,
            file_name: self.file_name.clone(),
            file_size: self.file_size,
            mime_type: self.mime_type.clone(),
            storage_key: self.id.file_key(),
            uploaded_by: self.owner.clone(),
            is_internal: target.is_internal,
            has_thumbnail: self.has_thumbnail,
            created_at: self.created_at,
        }
    }
}

/// A file on a ticket or a task. It arrived whole and is what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Which file it is.
    pub id: AttachmentId,
    /// What it is on.
    pub work_item_id: WorkItemId,
    /// The name that it is saved under.
    pub file_name: String,
    /// How many bytes it has.
    pub file_size: u64,
    /// What it is.
    pub mime_type: String,
    /// Where its content is.
    pub storage_key: String,
    /// Who sent it.
    pub uploaded_by: PersonRef,
    /// Whether only those who handle the item may see it.
    pub is_internal: bool,
    /// Whether it has a small picture.
    #[serde(default)]
    pub has_thumbnail: bool,
    /// When it was sent.
    pub created_at: Instant,
}

/// An attachment that is known to be public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicAttachment(Attachment);

impl PublicAttachment {
    /// The attachment, if it is public.
    pub fn new(attachment: Attachment) -> Option<Self> {
        (!attachment.is_internal).then_some(Self(attachment))
    }

    /// The attachment itself.
    pub fn into_inner(self) -> Attachment {
        self.0
    }
}

impl AttachmentId {
    /// Where the content is put by whoever sends it. Nothing is ever read from there but by the worker that looks at it.
    pub fn arrival_key(&self) -> String {
        format!("{ARRIVALS}{self}")
    }

    /// Where the content is once it was looked at; nobody but the worker writes there.
    pub fn file_key(&self) -> String {
        format!("files/{self}")
    }

    /// Where its small picture is.
    pub fn thumbnail_key(&self) -> String {
        format!("thumbnails/{self}.jpg")
    }

    /// Where it is as the picture of a person, which is also its path at the app's origin.
    pub fn avatar_key(&self) -> String {
        format!("avatars/{}.jpg", self.uuid().simple())
    }
}

const ARRIVALS: &str = "uploads/";

/// The key of an object that has arrived: [`AttachmentId::arrival_key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ArrivalKey(pub AttachmentId);

impl fmt::Display for ArrivalKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.arrival_key())
    }
}

impl FromStr for ArrivalKey {
    type Err = crate::ids::InvalidId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.strip_prefix(ARRIVALS).unwrap_or_default().parse().map(Self)
    }
}

impl From<ArrivalKey> for String {
    fn from(key: ArrivalKey) -> String {
        key.to_string()
    }
}

impl TryFrom<String> for ArrivalKey {
    type Error = crate::ids::InvalidId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_an_arrival_reads_back_and_others_are_refused() {
        let id = AttachmentId::new(Instant::from_millisecond(1_790_000_000_000));
        assert_eq!(id.arrival_key().parse(), Ok(ArrivalKey(id)));
        for bad in [id.file_key(), id.to_string(), "uploads/".into(), "uploads/att_12".into()] {
            assert!(bad.parse::<ArrivalKey>().is_err(), "{bad}");
        }
    }
}
