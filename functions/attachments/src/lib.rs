//! The areas of attachments and of uploads: files on tickets and tasks, and files on their way. Their content never comes
//! through here: browsers send it to the bucket, and fetch it from there.

mod create;
mod delete;
mod list;
mod upload;
mod upload_complete;
mod upload_create;
mod upload_delete;

use app::uploads::NewFile;
use domain::Purpose;
use garde::Validate;
use http_api::{Router, routes};
use serde::Deserialize;
use utoipa::ToSchema;

/// The areas' operations. They need [`files::Files`] as an extension.
pub fn router() -> Router {
    Router::new()
        .routes(routes!(list::list_ticket_attachments))
        .routes(routes!(list::list_task_attachments))
        .routes(routes!(create::create_ticket_attachment))
        .routes(routes!(create::create_task_attachment))
        .routes(routes!(delete::delete_ticket_attachment))
        .routes(routes!(delete::delete_task_attachment))
        .routes(routes!(upload_create::create_upload))
        .routes(routes!(upload::read_upload))
        .routes(routes!(upload_complete::complete_upload))
        .routes(routes!(upload_delete::delete_upload))
}

/// A name on a client's disk.
fn any_name(value: &str, (): &()) -> garde::Result {
    if (1..=255).contains(&value.chars().count()) {
        Ok(())
    } else {
        Err(garde::Error::new("must be 1 to 255 characters"))
    }
}

/// A new file on a ticket or a task.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = NewAttachment)]
pub(crate) struct AttachmentInput {
    /// Its name; of a path the last part is kept.
    #[garde(custom(any_name))]
    #[schema(min_length = 1, max_length = 255, example = "report.pdf")]
    file_name: String,
    /// How many bytes it has: exactly so many are taken.
    #[garde(skip)]
    #[schema(minimum = 1, maximum = 10485760)]
    file_size: u64,
    /// What it is; its content is compared with it.
    #[garde(length(max = 200))]
    #[schema(max_length = 200, example = "application/pdf")]
    mime_type: String,
    /// Whether only those who handle the ticket may see it.
    #[garde(skip)]
    #[serde(default)]
    is_internal: bool,
}

impl AttachmentInput {
    fn into_file(self) -> NewFile {
        NewFile {
            file_name: self.file_name,
            file_size: self.file_size,
            mime_type: self.mime_type,
            purpose: Purpose::Attachment,
        }
    }
}
