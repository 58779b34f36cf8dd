//! Files on their way: begun here, sent by the browser straight to the bucket, looked at by the worker, and claimed by
//! what they are for.

use domain::attachment::{MAX_FILE_BYTES, PART_BYTES, UNCLAIMED_SECONDS};
use domain::media::{Form, MediaType, clean_name};
use domain::{Attachment, AttachmentId, Principal, Purpose, Target, Upload, UploadStatus};
use files::{Disposition, Files, LIFETIME_SECONDS, Part};
use store::{CommitError, Fetched, Key, Store, UploadChange};

use crate::views::{self, FileLinks, Transfer, TransferPart};
use crate::{AppError, Caller, FieldError, Result};

/// What an upload that is not there, or not for this person, is called.
const UPLOAD: &str = "upload";

/// The most uploads that one request claims.
pub const MOST_CLAIMED: usize = 10;

/// What a client says of a file.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Its name on the client's disk.
    pub file_name: String,
    /// How many bytes it has.
    pub file_size: u64,
    /// What it is.
    pub mime_type: String,
    /// What it is for.
    pub purpose: Purpose,
}

/// Begins an upload that belongs to nothing yet. One that is not claimed within a day is removed.
pub async fn begin(store: &Store, files: &Files, caller: &Caller, new: &NewFile) -> Result<views::Upload> {
    let principal = caller.check_alone(store).await?;
    begin_for(store, files, caller, &principal, new, None).await
}

/// Begins an upload, which goes to `target` once it has arrived.
pub(crate) async fn begin_for(
    store: &Store,
    files: &Files,
    caller: &Caller,
    principal: &Principal,
    new: &NewFile,
    target: Option<Target>,
) -> Result<views::Upload> {
    let mut upload = checked(caller, principal, new, target)?;
    if upload.is_multipart() {
        let begun = files.begin_parts(&upload.id.arrival_key(), &upload.mime_type).await?;
        upload.multipart_id = Some(begun);
    }
    store.create_upload(&upload).await?;
    let transfer = transfer(files, caller, &upload, &[]).await?;
    Ok(view(upload, Some(transfer), None))
}

fn checked(caller: &Caller, principal: &Principal, new: &NewFile, target: Option<Target>) -> Result<Upload> {
    let mut errors = Vec::new();
    let mut broken = |field: &str, rule: String| errors.push(FieldError { field: field.into(), rule });
    let file_name = clean_name(&new.file_name);
    if file_name.is_none() {
        broken("fileName", "must be the name of a file".into());
    }
    if !(1..=MAX_FILE_BYTES).contains(&new.file_size) {
        broken("fileSize", format!("must be 1 to {MAX_FILE_BYTES} bytes"));
    }
    let named = new.mime_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let media = MediaType::find(&named);
    match (media, new.purpose) {
        (None, _) => broken(
            "mimeType",
            format!("must be one of {}", MediaType::names().collect::<Vec<_>>().join(", ")),
        ),
        (Some(media), Purpose::Avatar) if media.form != Form::Picture => {
            broken("mimeType", "must be that of a picture".into());
        }
        _ => {}
    }
    let (Some(file_name), Some(media), true) = (file_name, media, errors.is_empty()) else {
        return Err(AppError::Invalid(errors));
    };
    Ok(Upload {
        id: AttachmentId::new(caller.at),
        owner: principal.to_ref(),
        owner_role: principal.role,
        purpose: new.purpose,
        file_name,
        file_size: new.file_size,
        mime_type: media.name.into(),
        status: UploadStatus::Pending,
        reason: None,
        multipart_id: None,
        target,
        has_thumbnail: false,
        version: 1,
        created_at: caller.at,
        due_at: caller.at.plus_seconds(UNCLAIMED_SECONDS),
    })
}

/// The caller's own upload: how far it is, with fresh addresses for what has not arrived.
pub async fn read(store: &Store, files: &Files, caller: &Caller, key: AttachmentId) -> Result<views::Upload> {
    let (principal, upload) = own(store, caller, key).await?;
    let transfer = match upload.status {
        UploadStatus::Pending => match arrived(files, &upload).await? {
            Arrived::Whole => None,
            Arrived::Parts(parts) => Some(transfer(files, caller, &upload, &parts).await?),
        },
        _ => None,
    };
    let links = match (upload.status, &upload.target) {
        (UploadStatus::Ready, _) if upload.purpose == Purpose::Attachment => {
            let nowhere = Target {
                work_item_id: domain::WorkItemId::from_uuid(upload.id.uuid()),
                item_type: domain::WorkItemType::Ticket,
                is_internal: false,
            };
            Some(links(files, caller, &upload.attached_to(&nowhere)).await?)
        }
        (UploadStatus::Attached, Some(target)) => {
            crate::attachments::links_for(store, files, caller, &principal, target, key).await?
        }
        _ => None,
    };
    Ok(view(upload, transfer, links))
}

/// Puts the parts of the caller's own upload together. Doing so twice is no error.
pub async fn complete(
    store: &Store,
    files: &Files,
    caller: &Caller,
    key: AttachmentId,
) -> Result<views::Upload> {
    let (_, upload) = own(store, caller, key).await?;
    if let (UploadStatus::Pending, Some(multipart_id)) = (upload.status, &upload.multipart_id)
        && let Arrived::Parts(parts) = arrived(files, &upload).await?
    {
        let is_whole = pieces(&upload).all(|(number, _, size)| has(&parts, number, size));
        if !is_whole {
            return Err(AppError::Conflict("parts are missing; read the upload for which, and send them"));
        }
        files.complete_parts(&upload.id.arrival_key(), multipart_id, &parts).await?;
    }
    Ok(view(upload, None, None))
}

/// Gives up the caller's own upload, which belongs to nothing yet.
pub async fn delete(store: &Store, caller: &Caller, key: AttachmentId) -> Result<()> {
    let (_, upload) = own(store, caller, key).await?;
    if upload.status == UploadStatus::Attached {
        return Err(AppError::Conflict("it belongs to something by now; remove it there"));
    }
    match store.change_upload(&upload, &upload.removed(caller.at)).await {
        Err(CommitError::Stale) => {
            Err(AppError::Conflict("the upload has changed since it was read; try again"))
        }
        other => Ok(other?),
    }
}

/// The caller's own upload.
async fn own(store: &Store, caller: &Caller, key: AttachmentId) -> Result<(Principal, Upload)> {
    let (principal, upload) = caller.check_with(store, store.upload(key)).await?;
    let upload = upload
        .filter(|upload| upload.owner.id == principal.user_id && upload.status != UploadStatus::Removed)
        .ok_or(AppError::NotFound(UPLOAD))?;
    Ok((principal, upload))
}

/// The uploads of these keys as they go to `target`: at once what was looked at already, and the rest by the worker
/// that looks at it. They were read along with the session.
pub(crate) fn claim(
    found: &Fetched,
    principal: &Principal,
    keys: &[AttachmentId],
    target: &Target,
) -> Result<Vec<UploadChange>> {
    let mut changes: Vec<UploadChange> = Vec::with_capacity(keys.len());
    for (position, key) in keys.iter().enumerate() {
        let upload: Option<Upload> = found.get(&Key::upload(*key))?;
        let upload = upload.filter(|upload| {
            upload.owner.id == principal.user_id
                && upload.purpose == Purpose::Attachment
                && upload.target.is_none()
                && matches!(upload.status, UploadStatus::Pending | UploadStatus::Ready)
                && !keys[..position].contains(key)
        });
        let before = upload.ok_or_else(|| {
            AppError::invalid(
                &format!("uploadKeys[{position}]"),
                "must be the key of an upload of your own that belongs to nothing yet, named once",
            )
        })?;
        let status = match before.status {
            UploadStatus::Ready => UploadStatus::Attached,
            other => other,
        };
        let after = Upload { target: Some(target.clone()), ..before.becoming(status) };
        let attachment = (status == UploadStatus::Attached).then(|| after.attached_to(target));
        changes.push(UploadChange { before, after, attachment });
    }
    Ok(changes)
}

/// What an activity says of files that come along with it.
pub(crate) fn change_of(uploads: &[UploadChange]) -> Option<domain::Change> {
    let attached = uploads.iter().filter_map(|change| change.attachment.as_ref());
    let names: Vec<&str> = attached.map(|attachment| attachment.file_name.as_str()).collect();
    domain::Change::between("attachments", &Vec::new(), &names)
}

/// What has arrived of an upload that nobody has looked at.
enum Arrived {
    /// Its parts were put together.
    Whole,
    /// These parts; of one that is sent whole, nothing is known before the worker has looked at it.
    Parts(Vec<Part>),
}

async fn arrived(files: &Files, upload: &Upload) -> Result<Arrived> {
    let Some(multipart_id) = &upload.multipart_id else { return Ok(Arrived::Parts(Vec::new())) };
    let parts = files.arrived_parts(&upload.id.arrival_key(), multipart_id).await?;
    Ok(parts.map_or(Arrived::Whole, Arrived::Parts))
}

/// Number, offset and size of each part.
fn pieces(upload: &Upload) -> impl Iterator<Item = (i32, u64, u64)> {
    let size = upload.file_size;
    (1..)
        .zip((0..upload.part_count()).map(|index| index * PART_BYTES))
        .map(move |(number, offset)| (number, offset, PART_BYTES.min(size - offset)))
}

fn has(parts: &[Part], number: i32, size: u64) -> bool {
    parts.iter().any(|part| part.number == number && part.size == size)
}

async fn transfer(files: &Files, caller: &Caller, upload: &Upload, arrived: &[Part]) -> Result<Transfer> {
    let key = upload.id.arrival_key();
    let mut parts = Vec::new();
    for (number, offset, size) in pieces(upload) {
        let url = match &upload.multipart_id {
            Some(_) if has(arrived, number, size) => None,
            Some(multipart_id) => {
                Some(files.address_to_put_part(&key, multipart_id, number, size, caller.at).await?)
            }
            None => Some(files.address_to_put(&key, &upload.mime_type, size, caller.at).await?),
        };
        parts.push(TransferPart { number, offset, size, url });
    }
    let is_multipart = upload.multipart_id.is_some();
    Ok(Transfer {
        parts,
        content_type: (!is_multipart).then(|| upload.mime_type.clone()),
        needs_completion: is_multipart,
        expires_at: end_of(caller),
    })
}

fn end_of(caller: &Caller) -> domain::Instant {
    caller.at.plus_seconds(LIFETIME_SECONDS.cast_signed())
}

/// Addresses of the content of a file that was looked at.
pub(crate) async fn links(files: &Files, caller: &Caller, file: &Attachment) -> Result<FileLinks> {
    let media = MediaType::find(&file.mime_type);
    let is_shown = media.is_some_and(MediaType::is_shown_inline);
    let (key, name, at) = (&file.storage_key, &file.file_name, caller.at);
    let download_url = files.address_to_get(key, &file.mime_type, Disposition::Save(name), at).await?;
    let preview_url = match is_shown {
        true => Some(files.address_to_get(key, &file.mime_type, Disposition::Show(name), at).await?),
        false => None,
    };
    let thumbnail_url = match file.has_thumbnail {
        true => {
            let thumbnail = file.id.thumbnail_key();
            Some(files.address_to_get(&thumbnail, "image/jpeg", Disposition::Show(name), at).await?)
        }
        false => None,
    };
    Ok(FileLinks { download_url, preview_url, thumbnail_url, expires_at: end_of(caller) })
}

fn view(upload: Upload, transfer: Option<Transfer>, links: Option<FileLinks>) -> views::Upload {
    views::Upload {
        key: upload.id,
        purpose: upload.purpose,
        file_name: upload.file_name,
        file_size: upload.file_size,
        mime_type: upload.mime_type,
        status: upload.status,
        reason: upload.reason,
        work_item_id: upload.target.map(|target| target.work_item_id),
        created_at: upload.created_at,
        transfer,
        links,
    }
}
