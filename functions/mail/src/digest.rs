//! The digest: one mail of what is unread under the bell.

use domain::{ActivityId, Instant, Notification, UserId};
use events::Retry;
use store::{CommitError, Digest, Store};

use crate::MailWorker;

impl MailWorker {
    /// Mails the digest where there is something in it, and sets the next one. The one that is sent is claimed under
    /// its id, so a worker that dies in between sends nothing twice.
    pub(crate) async fn mail_digest(&self, user: UserId, id: ActivityId, at: Instant) -> Result<(), Retry> {
        let now = Instant::now().max(at);
        let people = [user];
        let (digest, chosen, unread) = tokio::try_join!(
            self.store.digest(user),
            self.store.choices(&people, None),
            self.store.notifications(user, None, Store::NEWEST_NOTIFICATIONS),
        )
        .map_err(Retry::failed)?;
        let Some(digest) = digest.filter(|digest| digest.id == id && digest.due_at <= now) else {
            return Ok(());
        };
        let (settings, people) = chosen;
        let choices = people.into_iter().flatten().find(|choices| choices.person.is_active);
        if let Some(choices) = &choices {
            let is_on = settings.email_notifications && settings.daily_summaries;
            let lines: Vec<Notification> = unread
                .items
                .into_iter()
                .filter(|one| {
                    is_on
                        && !one.is_read
                        && one.created_at > digest.since
                        && choices.preferences.channels(one.notification_type).digest
                })
                .collect();
            if !lines.is_empty() {
                self.deliver(id, &choices.person, async |at| {
                    let mail = self.mailer.compose_digest(id, &settings.name, &lines, &choices.person, at);
                    mail.map_err(Retry::failed)
                })
                .await?;
            }
        }
        let next = choices.and_then(|choices| {
            let zone = choices.preferences.zone(&settings.default_time_zone);
            Some(Digest::new(user, now, choices.preferences.digest.next(&zone, now)?))
        });
        match self.store.replace_digest(&digest, next.as_ref()).await {
            // The person has chosen anew meanwhile.
            Ok(()) | Err(CommitError::Stale) => Ok(()),
            Err(error) => Err(Retry::failed(error)),
        }
    }
}
