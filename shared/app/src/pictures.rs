//! Pictures of people.

use domain::{AttachmentId, Purpose, Upload, UploadStatus, User, UserId};
use store::{Key, Store, UploadChange};

use crate::accounts::{self, PERSON, Write};
use crate::{AppError, Caller, Result, views};

/// Gives the person the picture that the caller has uploaded, or none. The picture before goes with the next sweep.
pub async fn choose(
    store: &Store,
    caller: &Caller,
    person: UserId,
    picture: Option<AttachmentId>,
) -> Result<views::User> {
    let session = caller.session_key();
    let wanted: Vec<Key> =
        [session.clone(), Key::user(person)].into_iter().chain(picture.map(Key::upload)).collect();
    let found = store.fetch(&wanted).await?;
    let principal = caller.check(found.get(&session)?)?;
    let before: Option<User> = found.get(&Key::user(person))?;
    let before = before.filter(|user| user.deleted_at.is_none());
    if !principal.role.is_staff() && principal.user_id != person {
        return Err(AppError::NotFound(PERSON));
    }
    let before = before.ok_or(AppError::NotFound(PERSON))?;
    principal.may_choose_picture(person)?;
    if before.avatar == picture {
        return Ok(before.into());
    }
    let mut pictures = Vec::new();
    if let Some(key) = picture {
        let upload: Option<Upload> = found.get(&Key::upload(key))?;
        let upload = upload
            .filter(|upload| upload.owner.id == principal.user_id && upload.purpose == Purpose::Avatar)
            .ok_or_else(|| {
                AppError::invalid("uploadKey", "must be the key of a picture that you uploaded")
            })?;
        match upload.status {
            UploadStatus::Ready => {}
            UploadStatus::Pending => {
                return Err(AppError::Conflict(
                    "the picture has not been looked at yet; try again in a moment",
                ));
            }
            _ => {
                return Err(AppError::invalid(
                    "uploadKey",
                    "must be a picture that was taken and is used by nobody",
                ));
            }
        }
        let after = upload.becoming(UploadStatus::Attached);
        pictures.push(UploadChange { before: upload, after, attachment: None });
    }
    pictures.extend(given_up(store, caller, &before).await?);
    let after = User { avatar: picture, ..before.clone() };
    let write = Write { actor: None, credentials: None, pictures };
    accounts::write(store, caller, &principal, &before, after, write).await
}

/// The person's present picture on its way out.
pub(crate) async fn given_up(store: &Store, caller: &Caller, person: &User) -> Result<Option<UploadChange>> {
    let Some(picture) = person.avatar else { return Ok(None) };
    let upload = store.upload(picture).await?;
    Ok(upload.map(|before| {
        let after = before.removed(caller.at);
        UploadChange { before, after, attachment: None }
    }))
}
