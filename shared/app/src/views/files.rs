//! Files, and files on their way.

use domain::{AttachmentId, Instant, PersonRef, Purpose, UploadStatus, WorkItemId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Addresses of a file's content, at the bucket's origin. Whoever has one may use it until it ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileLinks {
    /// Where the browser saves it from.
    pub download_url: String,
    /// Where it is shown from; null for what is no picture and no PDF.
    pub preview_url: Option<String>,
    /// A picture of it of 400 pixels at most; null for what is no picture.
    pub thumbnail_url: Option<String>,
    /// When the addresses end.
    pub expires_at: Instant,
}

/// A file on a ticket or a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// Which file it is; `<img src="attachment:…">` in a description or a comment shows it.
    pub id: AttachmentId,
    /// The ticket.
    pub work_item_id: WorkItemId,
    /// The name that it is saved under.
    pub file_name: String,
    /// How many bytes it has.
    pub file_size: u64,
    /// What it is.
    pub mime_type: String,
    /// Who attached it.
    pub uploaded_by: PersonRef,
    /// Whether only those who handle the ticket see it.
    pub is_internal: bool,
    /// When it was sent.
    pub created_at: Instant,
    /// Whether the reader may remove it.
    pub can_delete: bool,
    /// Where it is.
    #[serde(flatten)]
    pub links: FileLinks,
}

/// A piece of a file that is sent by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TransferPart {
    /// Its number, from 1 on.
    pub number: i32,
    /// Where in the file it begins, in bytes.
    pub offset: u64,
    /// How many bytes it has: exactly so many are taken.
    pub size: u64,
    /// Where it is sent by `PUT`; null for one that has arrived.
    pub url: Option<String>,
}

/// How a file's content is sent: straight to the bucket, by the addresses of its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Transfer {
    /// The parts. A file of up to 5 MiB is one.
    pub parts: Vec<TransferPart>,
    /// The `Content-Type` that the `PUT` must carry; null where it carries none.
    pub content_type: Option<String>,
    /// Whether the parts are to be put together by `POST /api/uploads/{key}/complete` once all have arrived.
    pub needs_completion: bool,
    /// When the addresses end. Reading the upload again gives fresh ones.
    pub expires_at: Instant,
}

/// A file that somebody sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Upload {
    /// Which upload it is, and which attachment it becomes.
    pub key: AttachmentId,
    /// What it is for.
    pub purpose: Purpose,
    /// The name that it is saved under.
    pub file_name: String,
    /// How many bytes it has.
    pub file_size: u64,
    /// What it says it is.
    pub mime_type: String,
    /// How far it is.
    pub status: UploadStatus,
    /// Why it was rejected; null where it was not.
    pub reason: Option<String>,
    /// The ticket or task that it is on, or will be on when it has arrived.
    pub work_item_id: Option<WorkItemId>,
    /// When it was begun.
    pub created_at: Instant,
    /// How its content is sent; null once it has arrived.
    pub transfer: Option<Transfer>,
    /// Where it is; null until it was found to be what it says, and for pictures of people.
    pub links: Option<FileLinks>,
}
