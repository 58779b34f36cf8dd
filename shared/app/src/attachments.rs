//! Files on tickets and tasks.

use domain::attachment::MOST_ATTACHMENTS;
use domain::policy::{self, WorkItemOperation};
use domain::{Action, Activity, Attachment, AttachmentId, Change, Principal, Target, Upload, WorkItem};
use files::Files;
use store::{CommitError, Key, Store, UploadChange};

use crate::uploads::{self, NewFile};
use crate::views::{self, FileLinks};
use crate::work_items::{ItemRef, activity_of, expect_unmerged, read_with_session, visible};
use crate::{AppError, Caller, Result};

/// What an attachment that is not there, or not for this person, is called.
const ATTACHMENT: &str = "attachment";

/// The item has as many as it may.
pub(crate) const FULL: AppError = AppError::Conflict("it has fifty attachments, which is the most");

/// What somebody must be allowed to do who adds a file of this kind.
pub(crate) const fn adding(is_internal: bool) -> WorkItemOperation {
    if is_internal { WorkItemOperation::CommentInternally } else { WorkItemOperation::CommentPublicly }
}

/// Begins an upload that goes on the item once it has arrived and was found to be what it says.
pub async fn add(
    store: &Store,
    files: &Files,
    caller: &Caller,
    item: &ItemRef,
    new: &NewFile,
    is_internal: bool,
) -> Result<views::Upload> {
    let id = item.resolve(store, caller).await?;
    let key = Key::work_item(id);
    let (read, present) =
        tokio::join!(read_with_session(store, caller, [key.clone()]), store.attachments(id));
    let (principal, found) = read?;
    let item = visible(&principal, item.item_type, found.get(&key)?)?;
    principal.may(adding(is_internal), &item)?;
    expect_unmerged(&item)?;
    if present?.len() >= MOST_ATTACHMENTS {
        return Err(FULL);
    }
    let target = Target { work_item_id: item.id, item_type: item.item_type, is_internal };
    uploads::begin_for(store, files, caller, &principal, new, Some(target)).await
}

/// The files on the item that the caller may see, newest first.
pub async fn list(
    store: &Store,
    files: &Files,
    caller: &Caller,
    item: &ItemRef,
) -> Result<Vec<views::Attachment>> {
    let id = item.resolve(store, caller).await?;
    let key = Key::work_item(id);
    let (read, present) =
        tokio::join!(read_with_session(store, caller, [key.clone()]), store.attachments(id));
    let (principal, found) = read?;
    let item = visible(&principal, item.item_type, found.get(&key)?)?;
    principal.may(WorkItemOperation::View, &item)?;
    let standing = principal.standing(&item);
    let mut shown = Vec::new();
    for attachment in present?.into_iter().filter_map(|one| policy::visible_attachment(standing, one)) {
        let links = uploads::links(files, caller, &attachment).await?;
        shown.push(view(caller, &principal, &item, attachment, links));
    }
    Ok(shown)
}

/// Removes a file from the item; its content goes with the next sweep.
pub async fn delete(store: &Store, caller: &Caller, item: &ItemRef, id: AttachmentId) -> Result<()> {
    let item_id = item.resolve(store, caller).await?;
    let keys = [Key::work_item(item_id), Key::attachment(item_id, id), Key::upload(id)];
    let (principal, found) = read_with_session(store, caller, keys.clone()).await?;
    let item = visible(&principal, item.item_type, found.get(&keys[0])?)?;
    let attachment: Option<Attachment> = found.get(&keys[1])?;
    let attachment = attachment
        .and_then(|attachment| policy::visible_attachment(principal.standing(&item), attachment))
        .ok_or(AppError::NotFound(ATTACHMENT))?;
    principal.may_remove_attachment(&attachment, &item, caller.at)?;
    expect_unmerged(&item)?;
    let before: Upload = found.get(&keys[2])?.ok_or(AppError::NotFound(ATTACHMENT))?;
    let after = before.removed(caller.at);
    let change = UploadChange { before, after, attachment: None };
    let activity = of_attachment(caller, &principal, &item, &attachment);
    match store.delete_attachment(&attachment, &change, &activity).await {
        Err(CommitError::Stale) => Err(AppError::NotFound(ATTACHMENT)),
        other => Ok(other?),
    }
}

fn of_attachment(
    caller: &Caller,
    principal: &Principal,
    item: &WorkItem,
    attachment: &Attachment,
) -> Activity {
    let changes = Change::between("attachments", &vec![attachment.file_name.as_str()], &Vec::new());
    Activity {
        attachment_id: Some(attachment.id),
        is_internal: attachment.is_internal,
        ..activity_of(caller, principal, Action::AttachmentDeleted, item, changes.into_iter().collect())
    }
}

/// Addresses of an attachment's content, for somebody who may see it.
pub(crate) async fn links_for(
    store: &Store,
    files: &Files,
    caller: &Caller,
    principal: &Principal,
    target: &Target,
    id: AttachmentId,
) -> Result<Option<FileLinks>> {
    let keys = [Key::work_item(target.work_item_id), Key::attachment(target.work_item_id, id)];
    let found = store.fetch(&keys).await?;
    let Ok(item) = visible(principal, target.item_type, found.get(&keys[0])?) else { return Ok(None) };
    let attachment: Option<Attachment> = found.get(&keys[1])?;
    match attachment.and_then(|one| policy::visible_attachment(principal.standing(&item), one)) {
        Some(attachment) => Ok(Some(uploads::links(files, caller, &attachment).await?)),
        None => Ok(None),
    }
}

fn view(
    caller: &Caller,
    principal: &Principal,
    item: &WorkItem,
    attachment: Attachment,
    links: FileLinks,
) -> views::Attachment {
    let is_open_to_change = item.merged_into.is_none();
    views::Attachment {
        can_delete: is_open_to_change
            && principal.may_remove_attachment(&attachment, item, caller.at).is_ok(),
        id: attachment.id,
        work_item_id: attachment.work_item_id,
        file_name: attachment.file_name,
        file_size: attachment.file_size,
        mime_type: attachment.mime_type,
        uploaded_by: attachment.uploaded_by,
        is_internal: attachment.is_internal,
        created_at: attachment.created_at,
        links,
    }
}
