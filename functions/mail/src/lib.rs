//! Activities to mails: ticket assigned, ticket updated, comment added, and what concerns an account.
//!
//! Each mail is claimed in the table before it is sent and marked as sent right after, so a message that is
//! delivered twice sends nothing twice. SES knows no idempotency token, but it tells of each mail that it takes: that
//! event marks the mail too, so a worker may die between the send and its mark. See
//! `docs/adr/0012-mails-are-sent-once.md`.

mod account;
mod digest;
mod outbox;
mod work;

use domain::{Activity, ActivityId, Instant, TimeZone, User};
use events::{Message, Queue, Retry};
use notify::{Letter, Mail, Mailer, Recipient};
use store::{Channel, Claim, Store};

pub use outbox::{Outbox, SendError};

/// How long a claim holds: longer than the function may run, shorter than a message stays hidden in the queue.
const LEASE_SECONDS: i64 = 60;

/// The worker of one deployment.
#[derive(Debug)]
pub struct MailWorker {
    store: Store,
    mailer: Mailer,
    outbox: Outbox,
    /// The worker's own queue, for what is to be mailed later.
    queue: Queue,
    /// For so long what follows a mail about an item is collected.
    collapse_seconds: i64,
}

impl MailWorker {
    /// The worker that the environment describes: `MAIL_FROM`, `MAIL_CONFIGURATION_SET`, `MAIL_QUEUE_URL`,
    /// `COLLAPSE_SECONDS`, `APP_URL`, and the SDK's own.
    pub async fn from_env(store: Store) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let mailer = Mailer::new(&events::required("MAIL_FROM")?, &events::required("APP_URL")?)?;
        let outbox = Outbox::connect(events::required("MAIL_CONFIGURATION_SET")?).await;
        let queue = Queue::connect(events::required("MAIL_QUEUE_URL")?).await;
        Ok(Self { store, mailer, outbox, queue, collapse_seconds: events::seconds("COLLAPSE_SECONDS")? })
    }

    /// Does what the message asks for.
    pub async fn handle(&self, message: Message) -> Result<(), Retry> {
        match message {
            Message::ActivityRecordedV1 { activity } => {
                self.tell_of(&activity).await?;
                self.tell_of_account(&activity).await
            }
            Message::FileArrivedV1 { .. } => Err(Retry::failed("this message is not for the mail worker")),
            Message::CollectedMailDueV1 { user_id, work_item_id, window, at } => {
                self.mail_collected(user_id, work_item_id, window, at).await
            }
            Message::DigestDueV1 { user_id, digest, at } => self.mail_digest(user_id, digest, at).await,
            Message::PasswordResetRequestedV1 { request } => self.reset_password(&request).await,
            Message::MailSentV1 { tags } => {
                let ([activity], [user]) = (tags.activity_id, tags.user_id);
                let marked =
                    self.store.finish_delivery(activity, Channel::Mail, Some(user), Instant::now()).await;
                marked.map_err(Retry::failed)
            }
        }
    }

    /// Writes and sends the mail of `id` to this person, unless it was sent.
    async fn deliver(
        &self,
        id: ActivityId,
        person: &User,
        compose: impl AsyncFnOnce(Instant) -> Result<Mail, Retry>,
    ) -> Result<(), Retry> {
        if self.claim(id, person).await? { self.send(id, person, compose).await } else { Ok(()) }
    }

    /// Claims the mail of `id` to this person; false where it was sent.
    async fn claim(&self, id: ActivityId, person: &User) -> Result<bool, Retry> {
        let claim =
            self.store.claim_delivery(id, Channel::Mail, Some(person.id), Instant::now(), LEASE_SECONDS);
        match claim.await.map_err(Retry::failed)? {
            Claim::Done => Ok(false),
            Claim::Busy => Err(Retry::Busy),
            Claim::Mine => Ok(true),
        }
    }

    /// Writes and sends the mail that was claimed.
    async fn send(
        &self,
        id: ActivityId,
        person: &User,
        compose: impl AsyncFnOnce(Instant) -> Result<Mail, Retry>,
    ) -> Result<(), Retry> {
        let (now, to) = (Instant::now(), Some(person.id));
        let mail = match compose(now).await {
            Ok(mail) => mail,
            Err(error) => {
                self.give_back(id, person).await;
                return Err(error);
            }
        };
        let sent = self.outbox.send(mail, id, person.id).await;
        if sent == Err(SendError::Impossible) {
            // Tried again it would fail again, for ever: it is done with, and told to whoever reads the log.
            tracing::error!(activity_id = %id, user_id = %person.id, "no mail can be sent to this person's address");
            return self.store.finish_delivery(id, Channel::Mail, to, now).await.map_err(Retry::failed);
        }
        if let Err(error) = sent {
            // Without an answer nobody knows whether the mail is out. The claim then stays until it runs out, and
            // the event that tells of the mail comes first.
            if error.is_answer() {
                self.give_back(id, person).await;
            }
            return Err(Retry::failed(error));
        }
        // The mail is out. Failing the message now would send it once more, so a lost mark is only told.
        if let Err(error) = self.store.finish_delivery(id, Channel::Mail, to, Instant::now()).await {
            tracing::error!(activity_id = %id, user_id = %person.id, %error, "a sent mail was not marked as sent");
        }
        tracing::info!(activity_id = %id, user_id = %person.id, "a mail was sent");
        Ok(())
    }

    async fn give_back(&self, id: ActivityId, person: &User) {
        if let Err(error) = self.store.release_delivery(id, Channel::Mail, Some(person.id)).await {
            tracing::warn!(activity_id = %id, user_id = %person.id, %error, "a claim was not given back; it runs out");
        }
    }
}

/// The letter to this person, whose time zone is `zone`, unless there is nothing that this person may be told.
fn letter_to<'a>(
    activity: &'a Activity,
    recipient: Recipient,
    person: &User,
    comment: Option<&domain::Comment>,
    zone: TimeZone,
) -> Option<Letter<'a>> {
    let standing = notify::standing_of(activity, person)?;
    Letter::new(activity, recipient, standing, comment, zone)
}

#[cfg(test)]
mod tests {
    use aws_lambda_events::event::sqs::SqsEvent;
    use domain::{Action, NotificationType, Role};

    use super::*;

    fn sample() -> Box<Activity> {
        let event: SqsEvent =
            serde_json::from_str(include_str!("../../../events/mail/comment-added.json")).unwrap();
        let body = event.records[0].body.as_deref().unwrap();
        let Message::ActivityRecordedV1 { activity } = serde_json::from_str(body).unwrap() else {
            panic!("{body}")
        };
        activity
    }

    fn person(id: domain::UserId, role: Role) -> User {
        let at = Instant::from_millisecond(0);
        User {
            id,
            email: "jonas@example.edu".into(),
            name: "Jonas".into(),
            role,
            team_ids: vec![],
            avatar: None,
            is_active: true,
            is_invited: false,
            deleted_at: None,
            version: 1,
            created_at: at,
            updated_at: at,
        }
    }

    fn comment(activity: &Activity, is_internal: bool) -> domain::Comment {
        domain::Comment {
            id: activity.comment_id.unwrap(),
            work_item_id: activity.work_item_id.unwrap(),
            author: activity.actor.clone(),
            author_role: Role::Agent,
            content: "<p>Done.</p>".into(),
            mentions: vec![],
            is_internal,
            created_at: activity.created_at,
            updated_at: activity.created_at,
        }
    }

    #[test]
    fn the_event_of_a_sent_mail_tells_which_it_was() {
        let event: SqsEvent =
            serde_json::from_str(include_str!("../../../events/mail/mail-sent.json")).unwrap();
        let body = event.records[0].body.as_deref().unwrap();
        let Message::MailSentV1 { tags } = serde_json::from_str(body).unwrap() else { panic!("{body}") };
        assert_eq!(tags.activity_id, [sample().id]);
        assert_eq!(tags.user_id, [sample().work_item.unwrap().creator.id]);
    }

    #[test]
    fn the_sample_event_tells_the_requester_of_a_comment() {
        let activity = sample();
        assert_eq!(activity.action, Action::Commented);
        let recipients = notify::recipients(&activity);
        let requester = activity.work_item.as_ref().unwrap().creator.id;
        assert_eq!(recipients.len(), 1, "the assignee wrote it");
        assert_eq!(recipients[0].user_id, requester);
        assert_eq!(recipients[0].notification_type, NotificationType::CommentAdded);
    }

    #[test]
    fn a_requester_gets_public_comments_and_no_others() {
        let activity = sample();
        let recipient = notify::recipients(&activity)[0];
        let requester = person(recipient.user_id, Role::User);
        let letter = |comment: Option<&domain::Comment>| {
            letter_to(&activity, recipient, &requester, comment, TimeZone::UTC)
        };
        assert!(letter(Some(&comment(&activity, false))).is_some());
        assert!(letter(Some(&comment(&activity, true))).is_none());
        assert!(letter(None).is_none(), "the comment is gone");
    }

    #[test]
    fn a_deactivated_person_gets_nothing() {
        let activity = sample();
        let recipient = notify::recipients(&activity)[0];
        let gone = User { is_active: false, ..person(recipient.user_id, Role::User) };
        assert!(
            letter_to(&activity, recipient, &gone, Some(&comment(&activity, false)), TimeZone::UTC).is_none()
        );
    }
}
