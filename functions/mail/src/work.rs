//! Mails about work: the first about an item at once, what follows within minutes together, and nothing while the
//! person is not to be disturbed. See `docs/adr/0018-mails-collapse-in-windows.md`.

use std::collections::HashMap;
use std::time::Duration;

use domain::{
    Action, Activity, ActivityId, Comment, CommentId, Instant, TimeZone, User, UserId, WorkItem, WorkItemId,
};
use events::{Message, Queue, Retry};
use futures::future::{join_all, try_join_all};
use notify::{Chosen, Letter, MailTime};
use store::{Choices, Collect, CommitError, Key, MailBatch, MailWindow, Opened};

use crate::{MailWorker, letter_to};

/// How often collecting, and closing a window, is tried while others collect in it.
const TRIES: u32 = 8;

/// The most of what was collected that one mail tells: the newest. It is also as many as are read at once.
const MOST_LETTERS: usize = 50;

/// Waits before each try but the first, longer each time: about three seconds in all.
async fn let_others_pass(attempt: u32) {
    if attempt > 0 {
        tokio::time::sleep(Duration::from_millis(25 << (attempt - 1))).await;
    }
}

fn zone_of(chosen: Chosen<'_>) -> TimeZone {
    chosen.preferences.zone(&chosen.settings.default_time_zone)
}

/// A letter, and when it goes.
struct Due<'a> {
    person: &'a User,
    letter: Letter<'a>,
    time: MailTime,
}

impl MailWorker {
    /// Mails everybody whom the activity concerns. What is gone by now, or nobody's business, is done with.
    pub(crate) async fn tell_of(&self, activity: &Activity) -> Result<(), Retry> {
        let recipients = notify::recipients(activity);
        let Some(item) = activity.work_item_id.filter(|_| !recipients.is_empty()) else {
            return Ok(());
        };
        let ids: Vec<UserId> = recipients.iter().map(|recipient| recipient.user_id).collect();
        let (chosen, comment, assigned) = tokio::join!(
            self.store.choices(&ids, Some(item)),
            self.comment_of(activity),
            self.assigned_by(activity)
        );
        let (settings, people) = chosen.map_err(Retry::failed)?;
        let (comment, assigned, now) = (comment?, assigned?, Instant::now());

        let mut due: Vec<Due<'_>> = Vec::new();
        for (recipient, choices) in recipients.into_iter().zip(&people) {
            let Some(Choices { person, preferences, is_muted }) = choices else { continue };
            let chosen = Chosen { preferences, settings: &settings, is_muted: *is_muted };
            let time = notify::decide(recipient.notification_type, chosen, now).mail;
            if time != MailTime::Never
                && let Some(letter) =
                    letter_to(activity, recipient, person, comment.as_ref(), zone_of(chosen))
            {
                let letter = match &assigned {
                    Some(item) => letter.describing(item),
                    None => letter,
                };
                due.push(Due { person, letter, time });
            }
        }
        join_all(due.iter().map(|due| self.mail_or_collect(activity.id, item, due, now)))
            .await
            .into_iter()
            .collect()
    }

    /// Sends the letter where nothing about the item went out to the person a moment ago; otherwise, and in quiet
    /// hours, leaves it to the end of the window.
    async fn mail_or_collect(
        &self,
        activity: ActivityId,
        item: WorkItemId,
        due: &Due<'_>,
        now: Instant,
    ) -> Result<(), Retry> {
        let Due { person, letter, time } = due;
        if !self.claim(activity, person).await? {
            return Ok(());
        }
        for attempt in 0..TRIES {
            let_others_pass(attempt).await;
            let window = match time {
                MailTime::Never => return Ok(()),
                MailTime::Now => {
                    let ends_at = now.plus_seconds(self.collapse_seconds);
                    match self.store.open_mail_window(person.id, item, activity, now, ends_at).await {
                        Ok(Opened::First) => {
                            return self
                                .send(activity, person, async |at| {
                                    self.mailer.compose(letter, person, at).map_err(Retry::failed)
                                })
                                .await;
                        }
                        Ok(Opened::Running(window)) => Some(window),
                        Err(error) => return self.given_back(activity, person, Retry::failed(error)).await,
                    }
                }
                MailTime::NotBefore(_) => {
                    let window = self.store.mail_window(person.id, item).await.map_err(Retry::failed)?;
                    window.filter(|window| window.ends_at > now || !window.collected.is_empty())
                }
            };
            let into = match (&window, time) {
                (Some(window), _) => Collect::Into(window),
                (None, MailTime::NotBefore(end)) => Collect::Until(*end),
                (None, _) => continue,
            };
            match self.store.collect_mail(person.id, item, activity, now, into).await {
                Ok(()) => return self.wake_at_the_end(window.as_ref()).await,
                Err(CommitError::Stale) => {}
                Err(error) => return self.given_back(activity, person, Retry::failed(error)).await,
            }
        }
        self.given_back(activity, person, Retry::Busy).await
    }

    async fn given_back(&self, activity: ActivityId, person: &User, error: Retry) -> Result<(), Retry> {
        self.give_back(activity, person).await;
        Err(error)
    }

    /// Has the queue tell of the window's end, once. Where that fails, or the end is too far away for the queue, the
    /// sweep finds the window.
    async fn wake_at_the_end(&self, window: Option<&MailWindow>) -> Result<(), Retry> {
        let Some(window) = window.filter(|window| window.collected.is_empty()) else { return Ok(()) };
        let milliseconds = window.ends_at.as_millisecond() - Instant::now().as_millisecond();
        let seconds = milliseconds.max(0) / 1000 + 1;
        if seconds > Queue::LONGEST_DELAY_SECONDS {
            return Ok(());
        }
        let message = Message::CollectedMailDueV1 {
            user_id: window.user_id,
            work_item_id: window.work_item_id,
            window: window.id,
            at: window.ends_at,
        };
        if let Err(error) = self.queue.send(&message, seconds).await {
            tracing::error!(window = %window.id, %error, "the end of a window is left to the sweep");
        }
        Ok(())
    }

    /// Mails what the window has collected, if it has ended: closes it first, so that nothing is added to what is
    /// being mailed, and then sends the batch. Whoever finds the batch of a worker that died goes on with it.
    pub(crate) async fn mail_collected(
        &self,
        user: UserId,
        item: WorkItemId,
        window: ActivityId,
        at: Instant,
    ) -> Result<(), Retry> {
        let now = Instant::now().max(at);
        if let Some(batch) = self.store.mail_batch(user, window).await.map_err(Retry::failed)? {
            return self.mail_batch(&batch, now).await;
        }
        for attempt in 0..TRIES {
            let_others_pass(attempt).await;
            let found = self.store.mail_window(user, item).await.map_err(Retry::failed)?;
            let Some(found) = found
                .filter(|found| found.id == window && found.ends_at <= now && !found.collected.is_empty())
            else {
                return Ok(());
            };
            let (settings, people) = self.store.choices(&[user], Some(item)).await.map_err(Retry::failed)?;
            let quiet = people[0]
                .as_ref()
                .and_then(|choices| choices.preferences.quiet_until(&settings.default_time_zone, now));
            let closed = match quiet {
                Some(end) => self.store.postpone_mail_window(&found, end).await.map(|()| None),
                None => {
                    let next = now.plus_seconds(self.collapse_seconds);
                    self.store.close_mail_window(&found, now, next).await.map(Some)
                }
            };
            match closed {
                Ok(Some(batch)) => return self.mail_batch(&batch, now).await,
                Ok(None) => return Ok(()),
                // Something was collected meanwhile.
                Err(CommitError::Stale | CommitError::Taken) => {}
                Err(error) => return Err(Retry::failed(error)),
            }
        }
        Err(Retry::Busy)
    }

    /// Sends one mail that tells of everything in the batch that the person still wants to hear of, and forgets it.
    async fn mail_batch(&self, batch: &MailBatch, now: Instant) -> Result<(), Retry> {
        let (user, item) = (batch.user_id, batch.work_item_id);
        let mut ids = batch.collected.clone();
        ids.sort_unstable();
        let newest = &ids[ids.len().saturating_sub(MOST_LETTERS)..];
        let people = [user];
        let (people, activities) =
            tokio::join!(self.store.choices(&people, Some(item)), self.store.activities_by_id(item, newest));
        let ((settings, people), activities) =
            (people.map_err(Retry::failed)?, activities.map_err(Retry::failed)?);
        let comments = self.comments_of(&activities).await?;
        if let Some(Choices { person, preferences, is_muted }) = &people[0] {
            let chosen = Chosen { preferences, settings: &settings, is_muted: *is_muted };
            let letters: Vec<Letter<'_>> = activities
                .iter()
                .filter_map(|activity| {
                    let all = notify::recipients(activity);
                    let recipient = all.into_iter().find(|recipient| recipient.user_id == user)?;
                    let wanted =
                        notify::decide(recipient.notification_type, chosen, now).mail != MailTime::Never;
                    let comment = activity.comment_id.and_then(|id| comments.get(&id));
                    letter_to(activity, recipient, person, comment, zone_of(chosen)).filter(|_| wanted)
                })
                .collect();
            if !letters.is_empty() {
                let sent = self
                    .deliver(batch.id, person, async |at| {
                        self.mailer.compose_several(batch.id, &letters, person, at).map_err(Retry::failed)
                    })
                    .await;
                match sent {
                    // Another was told of the window's end too. Should it die, the sweep finds the batch.
                    Err(Retry::Busy) => return Ok(()),
                    other => other?,
                }
            }
        }
        self.store.forget_mail_batch(batch).await.map_err(Retry::failed)
    }

    /// The item as it is now, where the activity gave it to somebody.
    async fn assigned_by(&self, activity: &Activity) -> Result<Option<WorkItem>, Retry> {
        let is_given = matches!(activity.action, Action::Created | Action::Assigned);
        let has_assignee = activity.work_item.as_ref().is_some_and(|item| item.assignee.is_some());
        let Some(id) = activity.work_item_id.filter(|_| is_given && has_assignee) else { return Ok(None) };
        let key = Key::work_item(id);
        let found = self.store.fetch(std::slice::from_ref(&key)).await.map_err(Retry::failed)?;
        found.get(&key).map_err(Retry::failed)
    }

    async fn comments_of(&self, activities: &[Activity]) -> Result<HashMap<CommentId, Comment>, Retry> {
        let found = try_join_all(activities.iter().map(|activity| self.comment_of(activity))).await?;
        Ok(found.into_iter().flatten().map(|comment| (comment.id, comment)).collect())
    }

    async fn comment_of(&self, activity: &Activity) -> Result<Option<Comment>, Retry> {
        match (activity.work_item_id, activity.comment_id) {
            (Some(work_item), Some(comment)) => {
                self.store.comment(work_item, comment).await.map_err(Retry::failed)
            }
            _ => Ok(None),
        }
    }
}
