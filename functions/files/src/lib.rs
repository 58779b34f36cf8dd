//! Files that have arrived: whether each is what it says, its small picture, and only then its place on an item.
//!
//! What was looked at is written to another key than the one that its sender can write to, so that nobody can put
//! something else in its place later. An arrival that is told of twice changes nothing: the record of the upload says
//! what has become of it. See `docs/adr/0017-files-are-looked-at-before-they-are-shown.md`.

mod media;
mod picture;

use domain::attachment::MOST_ATTACHMENTS;
use domain::{
    Action, Activity, AttachmentId, Change, Instant, Purpose, Target, Upload, UploadStatus, WorkItem, policy,
};
use events::{Message, Retry};
use files::{Content, Files};
use store::{CommitError, Key, Store, UploadChange};

pub use media::fits;
pub use picture::{Cut, Unreadable, small};

/// A file that never changes may be kept by whoever has its address.
const FOR_EVER: &str = "private, max-age=31536000, immutable";

/// Pictures of people are shown to everybody, under names that nobody guesses.
const FOR_EVERYBODY: &str = "public, max-age=31536000, immutable";

/// The longer side of a thumbnail.
const THUMBNAIL_PIXELS: u32 = 400;

/// The sides of a picture of a person.
const AVATAR_PIXELS: u32 = 256;

/// The worker of one deployment.
#[derive(Debug)]
pub struct FilesWorker {
    store: Store,
    files: Files,
}

/// What became of a file that was looked at.
enum Verdict {
    /// It is what it says.
    Good {
        /// Whether there is a small picture of it.
        has_thumbnail: bool,
    },
    /// It is not, for this reason.
    Bad(&'static str),
}

impl FilesWorker {
    /// The worker on this table and this bucket.
    pub fn new(store: Store, files: Files) -> Self {
        Self { store, files }
    }

    /// Does what the message asks for. What is gone by now is done with.
    pub async fn handle(&self, message: Message) -> Result<(), Retry> {
        let Message::FileArrivedV1 { key } = message else {
            return Err(Retry::failed("this message is not for the files worker"));
        };
        let id = key.0;
        let upload = self.store.upload(id).await.map_err(Retry::failed)?;
        if upload.is_none() {
            // It was swept while it was looked at, or was never begun here.
            self.forget(id).await?;
        }
        if let Some(upload) = upload.filter(|upload| upload.status == UploadStatus::Pending) {
            match self.files.read(&id.arrival_key(), upload.file_size).await.map_err(Retry::failed)? {
                // It was dealt with before, and the record is about to say so.
                Content::None => return Err(Retry::Busy),
                Content::TooLarge => self.reject(&upload, "it is larger than it was said to be").await?,
                Content::Whole(content) => match self.look(&upload, content).await? {
                    Verdict::Bad(reason) => self.reject(&upload, reason).await?,
                    Verdict::Good { has_thumbnail } => {
                        let seen = Upload { has_thumbnail, ..upload };
                        self.take(seen, Instant::now()).await?;
                    }
                },
            }
        }
        // Nobody reads from there any more; also what came after a decision goes.
        self.files.delete(&id.arrival_key()).await.map_err(Retry::failed)
    }

    /// Whether the content is what the upload says; if so, it is written to where it stays.
    async fn look(&self, upload: &Upload, content: Vec<u8>) -> Result<Verdict, Retry> {
        if content.len() as u64 != upload.file_size {
            return Ok(Verdict::Bad("it is not as large as it was said to be"));
        }
        let Some(media) = fits(&upload.mime_type, &content) else {
            return Ok(Verdict::Bad("its content is not of the type that it was said to be"));
        };
        let cut = match upload.purpose {
            Purpose::Avatar => Cut::Square(AVATAR_PIXELS),
            Purpose::Attachment => Cut::Within(THUMBNAIL_PIXELS),
        };
        let picture = match picture::format_of(media) {
            Some(format) => match small(&content, format, cut) {
                Ok(picture) => Some(picture),
                Err(unreadable) => return Ok(Verdict::Bad(unreadable.reason())),
            },
            None => None,
        };
        let has_thumbnail = picture.is_some();
        match (upload.purpose, picture) {
            (Purpose::Avatar, Some(picture)) => {
                self.put(&upload.id.avatar_key(), "image/jpeg", FOR_EVERYBODY, picture).await?;
            }
            (Purpose::Avatar, None) => return Ok(Verdict::Bad("it is not a picture")),
            (Purpose::Attachment, picture) => {
                if let Some(picture) = picture {
                    self.put(&upload.id.thumbnail_key(), "image/jpeg", FOR_EVER, picture).await?;
                }
                self.put(&upload.id.file_key(), media.name, FOR_EVER, content).await?;
            }
        }
        Ok(Verdict::Good { has_thumbnail })
    }

    async fn put(&self, key: &str, mime_type: &str, kept: &str, content: Vec<u8>) -> Result<(), Retry> {
        self.files.put(key, mime_type, kept, content).await.map_err(Retry::failed)
    }

    /// Gives the file to the item that it is for, or keeps it until somebody claims it.
    async fn take(&self, upload: Upload, now: Instant) -> Result<(), Retry> {
        let before = Upload { has_thumbnail: false, ..upload.clone() };
        let Some(target) = upload.target.clone() else {
            let after = upload.becoming(UploadStatus::Ready);
            return done(self.store.change_upload(&before, &after).await);
        };
        let Some(item) = self.item(&target).await? else {
            return done(self.store.change_upload(&before, &upload.removed(now)).await);
        };
        if self.store.attachments(item.id).await.map_err(Retry::failed)?.len() >= MOST_ATTACHMENTS {
            return self.reject(&before, "the ticket has fifty attachments, which is the most").await;
        }
        let target = Target { work_item_id: item.id, ..target };
        if !self.may_add(&upload, &item, &target).await? {
            return self.reject(&before, "you may not add files to the ticket any more").await;
        }
        let after = Upload { target: Some(target.clone()), ..upload.becoming(UploadStatus::Attached) };
        let attachment = after.attached_to(&target);
        let activity = attached(&after, item, &target, now);
        let change = UploadChange { before, after, attachment: Some(attachment) };
        done(self.store.attach(&change, target.work_item_id, &activity).await)
    }

    /// Whether whoever sent the file may still put it there: days may lie between the first word of it and its arrival.
    async fn may_add(&self, upload: &Upload, item: &WorkItem, target: &Target) -> Result<bool, Retry> {
        let owner = self.store.user(upload.owner.id).await.map_err(Retry::failed)?;
        Ok(owner.filter(|owner| owner.is_active).is_some_and(|owner| {
            let standing = policy::standing(owner.id, owner.role, &owner.team_ids, item.into());
            policy::visible_attachment(standing, upload.attached_to(target)).is_some()
        }))
    }

    /// The item that the file goes on: the one that goes on in its place, where it was merged meanwhile.
    async fn item(&self, target: &Target) -> Result<Option<WorkItem>, Retry> {
        const MOST_MERGES: usize = 10;
        let mut id = target.work_item_id;
        for _ in 0..MOST_MERGES {
            let key = Key::work_item(id);
            let found = self.store.fetch(std::slice::from_ref(&key)).await.map_err(Retry::failed)?;
            let Some(item) = found.get::<WorkItem>(&key).map_err(Retry::failed)? else { return Ok(None) };
            match &item.merged_into {
                Some(target) => id = target.id,
                None => return Ok(Some(item).filter(|item| item.deleted_at.is_none())),
            }
        }
        Ok(None)
    }

    async fn reject(&self, upload: &Upload, reason: &'static str) -> Result<(), Retry> {
        tracing::info!(attachment_id = %upload.id, reason, "a file was rejected");
        self.forget(upload.id).await?;
        let after = Upload { reason: Some(reason.into()), ..upload.becoming(UploadStatus::Rejected) };
        done(self.store.change_upload(upload, &after).await)
    }

    /// Removes what may have been written before the file was found wanting.
    async fn forget(&self, id: AttachmentId) -> Result<(), Retry> {
        for key in [id.file_key(), id.thumbnail_key(), id.avatar_key()] {
            self.files.delete(&key).await.map_err(Retry::failed)?;
        }
        Ok(())
    }
}

/// Somebody who was faster makes the message come again, which then finds what there is.
fn done(committed: Result<(), CommitError>) -> Result<(), Retry> {
    match committed {
        Err(CommitError::Stale | CommitError::Taken) => Err(Retry::Busy),
        other => other.map_err(Retry::failed),
    }
}

fn attached(upload: &Upload, mut item: WorkItem, target: &Target, now: Instant) -> Activity {
    item.updated_at = now;
    let names = Change::between("attachments", &Vec::new(), &vec![upload.file_name.as_str()]);
    Activity {
        changes: names.into_iter().collect(),
        work_item_id: Some(item.id),
        work_item: Some(item.to_summary()),
        attachment_id: Some(upload.id),
        is_internal: target.is_internal,
        ..Activity::new(Action::Attached, upload.owner.clone(), upload.owner_role, now)
    }
}

#[cfg(test)]
mod tests {
    use aws_lambda_events::event::sqs::SqsEvent;

    use super::*;

    #[test]
    fn the_sample_event_tells_which_file_has_arrived() {
        let event: SqsEvent =
            serde_json::from_str(include_str!("../../../events/files/file-arrived.json")).unwrap();
        let body = event.records[0].body.as_deref().unwrap();
        let Message::FileArrivedV1 { key } = serde_json::from_str(body).unwrap() else { panic!("{body}") };
        assert_eq!(key.0.to_string(), "att_0199a1b2c3d47000800000000000000f");
    }

    #[test]
    fn an_event_of_another_key_cannot_be_read() {
        for key in ["files/att_0199a1b2c3d47000800000000000000f", "uploads/photo.png", ""] {
            let body = serde_json::json!({ "type": "FileArrivedV1", "key": key });
            assert!(serde_json::from_value::<Message>(body).is_err(), "{key}");
        }
    }
}
