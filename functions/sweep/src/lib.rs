//! What nobody does while people work: forgetting websocket connections whose end nobody told, going on with merges that
//! stopped, removing for good what was deleted thirty days ago and files that belong to nothing, telling the mail worker of
//! mails that waited for a time of the day, digests among them, and reminding people of what is due.
//!
//! Doing any of it twice changes nothing, so an overlap of two runs is harmless.

use domain::work_item::RESTORABLE_SECONDS;
use domain::{Action, Activity, Instant, PersonRef, Role, Upload, UploadStatus, WorkItem, WorkItemType};
use events::{Message, NotSent, Queue};
use files::{Files, FilesError};
use futures::{StreamExt, TryStreamExt};
use store::{CommitError, Key, Store, StoreError};

/// The most pages of one run; what is left waits for the next.
const PAGES: usize = 10;

/// How many connections are removed at the same time.
const AT_ONCE: usize = 16;

/// A merge that is older and not through was left by whoever began it.
const MERGE_SECONDS: i64 = 60;

/// What was deleted is removed so long after it can be restored no more: whoever restores it at the last moment does not
/// meet the removal.
const GRACE_SECONDS: i64 = 3600;

/// People are reminded so long before something is due.
const AHEAD_SECONDS: i64 = 24 * 3600;

/// What one run did.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Swept {
    /// Connections that were forgotten.
    pub connections: usize,
    /// Merges that are through now.
    pub merges: usize,
    /// Items that are gone for good.
    pub items: usize,
    /// Files whose content is gone.
    pub files: usize,
    /// Collected mails that the mail worker was told of.
    pub mails: usize,
    /// Digests that the mail worker was told of.
    pub digests: usize,
    /// Items of whose due date people were reminded.
    pub reminders: usize,
}

/// What went wrong. What was done until then stays done, and the next run goes on.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    /// In the table.
    #[error(transparent)]
    Commit(#[from] CommitError),
    /// In the bucket.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// In a queue.
    #[error(transparent)]
    Queue(#[from] NotSent),
}

impl From<StoreError> for SweepError {
    fn from(error: StoreError) -> Self {
        Self::Commit(error.into())
    }
}

/// Does what there is to do at `now`. A step that fails keeps none of the others from being done.
///
/// # Errors
/// What failed first; each failure is logged.
pub async fn sweep(store: &Store, files: &Files, mails: &Queue, now: Instant) -> Result<Swept, SweepError> {
    let mut failed = None;
    let mut done = |step: &'static str, result: Result<usize, SweepError>| {
        result.unwrap_or_else(|error| {
            tracing::error!(step, %error, "a step of the sweep failed");
            failed.get_or_insert(error);
            0
        })
    };
    let swept = Swept {
        // First, since people wait for it.
        mails: done("mails", wake_mails(store, mails, now).await),
        digests: done("digests", wake_digests(store, mails, now).await),
        reminders: done("reminders", remind(store, now).await),
        connections: done("connections", forget_connections(store, now).await),
        merges: done("merges", finish_merges(store, now).await),
        items: done("items", remove_deleted(store, now).await),
        // After the items, whose files are removed with them.
        files: done("files", remove_files(store, files, now).await),
    };
    failed.map_or(Ok(swept), Err)
}

/// Tells the mail worker of what is to be mailed by now: what was collected in quiet hours, and what a timer or a
/// worker lost. Whoever is told twice finds nothing left to do.
async fn wake_mails(store: &Store, mails: &Queue, now: Instant) -> Result<usize, SweepError> {
    let due = store.due_mails(now).await?;
    futures::stream::iter(&due)
        .map(|due| async move {
            let message = Message::CollectedMailDueV1 {
                user_id: due.user_id,
                work_item_id: due.work_item_id,
                window: due.id,
                at: now,
            };
            mails.send(&message, 0).await
        })
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await?;
    Ok(due.len())
}

/// Tells the mail worker of digests that are due.
async fn wake_digests(store: &Store, mails: &Queue, now: Instant) -> Result<usize, SweepError> {
    let due = store.due_digests(now).await?;
    futures::stream::iter(&due)
        .map(|due| async move {
            mails.send(&Message::DigestDueV1 { user_id: due.user_id, digest: due.id, at: now }, 0).await
        })
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await?;
    Ok(due.len())
}

/// Records for each item that is due within a day, or overdue, that people are reminded: once for each due date. The
/// activity tells them.
async fn remind(store: &Store, now: Instant) -> Result<usize, SweepError> {
    let mut reminded = 0;
    for _ in 0..PAGES {
        let due = store.reminders(now.plus_seconds(AHEAD_SECONDS)).await?;
        let keys: Vec<Key> = due.iter().map(|reminder| Key::work_item(reminder.work_item_id)).collect();
        if keys.is_empty() {
            break;
        }
        let items = store.fetch(&keys).await?;
        for (reminder, key) in due.iter().zip(&keys) {
            let Some(item) = items.get::<WorkItem>(key)? else { continue };
            let activity = Activity {
                work_item_id: Some(item.id),
                work_item: Some(item.to_summary()),
                ..Activity::new(Action::DueSoon, PersonRef::system(), Role::Admin, now)
            };
            match store.remind(reminder, &activity).await {
                Ok(()) => reminded += 1,
                // It changed meanwhile, or another run was faster.
                Err(CommitError::Stale) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if due.len() < Store::REMINDERS_AT_ONCE {
            break;
        }
    }
    Ok(reminded)
}

async fn forget_connections(store: &Store, now: Instant) -> Result<usize, SweepError> {
    let mut forgotten = 0;
    for _ in 0..PAGES {
        let stale = store.stale_connections(now.as_second()).await?;
        if stale.is_empty() {
            break;
        }
        forgotten += stale.len();
        futures::stream::iter(stale)
            .map(|connection| async move { store.close_connection(&connection.id).await.map(drop) })
            .buffer_unordered(AT_ONCE)
            .try_collect::<()>()
            .await?;
    }
    Ok(forgotten)
}

async fn finish_merges(store: &Store, now: Instant) -> Result<usize, SweepError> {
    let left = store.unfinished_merges(now.plus_seconds(-MERGE_SECONDS)).await?;
    for merge in &left {
        while store.continue_merge(merge).await? {}
    }
    Ok(left.len())
}

async fn remove_deleted(store: &Store, now: Instant) -> Result<usize, SweepError> {
    let mut removed = 0;
    for item_type in [WorkItemType::Ticket, WorkItemType::Task] {
        let old =
            store.deleted_items(item_type, now.plus_seconds(-RESTORABLE_SECONDS - GRACE_SECONDS)).await?;
        for item in &old {
            store.purge(item, now).await?;
        }
        removed += old.len();
    }
    Ok(removed)
}

async fn remove_files(store: &Store, files: &Files, now: Instant) -> Result<usize, SweepError> {
    let mut removed = 0;
    for _ in 0..PAGES {
        let due = store.due_uploads(now).await?.items;
        if due.is_empty() {
            break;
        }
        let gone: Vec<bool> = futures::stream::iter(&due)
            .map(|upload| remove_file(store, files, upload, now))
            .buffer_unordered(AT_ONCE)
            .try_collect()
            .await?;
        let count = gone.into_iter().filter(|is_gone| *is_gone).count();
        removed += count;
        // What others changed in this moment waits for the next run.
        if count < due.len() {
            break;
        }
    }
    Ok(removed)
}

/// Removes a file: first it is there for nobody, so that nobody claims it meanwhile, then goes its content, and last its
/// record. False where somebody was faster.
async fn remove_file(
    store: &Store,
    files: &Files,
    upload: &Upload,
    now: Instant,
) -> Result<bool, SweepError> {
    let mut upload = upload.clone();
    if upload.status != UploadStatus::Removed {
        let removed = upload.removed(now);
        match store.change_upload(&upload, &removed).await {
            Err(CommitError::Stale) => return Ok(false),
            other => other?,
        }
        upload = removed;
    }
    if let Some(multipart_id) = &upload.multipart_id {
        files.abort_parts(&upload.id.arrival_key(), multipart_id).await?;
    }
    let (id, is_avatar) = (upload.id, upload.purpose == domain::Purpose::Avatar);
    let kept = if is_avatar { vec![id.avatar_key()] } else { vec![id.file_key(), id.thumbnail_key()] };
    for key in kept.into_iter().chain([id.arrival_key()]) {
        files.delete(&key).await?;
    }
    match store.forget_upload(&upload).await {
        Err(CommitError::Stale) => Ok(false),
        other => Ok(other.map(|()| true)?),
    }
}

#[cfg(test)]
mod tests {
    use aws_lambda_events::event::eventbridge::EventBridgeEvent;

    #[test]
    fn the_sample_event_is_a_schedule() {
        let event: EventBridgeEvent =
            serde_json::from_str(include_str!("../../../events/sweep/schedule.json")).unwrap();
        assert_eq!(event.source, "aws.events");
        assert_eq!(event.detail_type, "Scheduled Event");
    }
}
