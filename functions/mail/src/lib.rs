//! Activities to mails: ticket assigned, ticket updated, comment added, and what concerns an account.
//!
//! Each mail is claimed in the table before it is sent and marked as sent right after, so a message that is
//! delivered twice sends nothing twice. SES knows no idempotency token, but it tells of each mail that it takes: that
//! event marks the mail too, so a worker may die between the send and its mark. See
//! `docs/adr/0012-mails-are-sent-once.md`.

mod account;
mod outbox;

use domain::{Activity, ActivityId, Instant, User};
use events::{Message, Retry};
use futures::future::join_all;
use notify::{Letter, Mail, Mailer, Recipient};
use store::{Channel, Claim, Key, Store};

pub use outbox::{Outbox, SendError};

/// How long a claim holds: longer than the function may run, shorter than a message stays hidden in the queue.
const LEASE_SECONDS: i64 = 60;

/// The worker of one deployment.
#[derive(Debug)]
pub struct MailWorker {
    store: Store,
    mailer: Mailer,
    outbox: Outbox,
}

impl MailWorker {
    /// The worker that the environment describes: `MAIL_FROM`, `MAIL_CONFIGURATION_SET`, `APP_URL`, and the SDK's own.
    pub async fn from_env(store: Store) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let mailer = Mailer::new(&events::required("MAIL_FROM")?, &events::required("APP_URL")?)?;
        let outbox = Outbox::connect(events::required("MAIL_CONFIGURATION_SET")?).await;
        Ok(Self { store, mailer, outbox })
    }

    /// Does what the message asks for.
    pub async fn handle(&self, message: Message) -> Result<(), Retry> {
        match message {
            Message::ActivityRecordedV1 { activity } => {
                self.tell_of(&activity).await?;
                self.tell_of_account(&activity).await
            }
            Message::PasswordResetRequestedV1 { request } => self.reset_password(&request).await,
            Message::MailSentV1 { tags } => {
                let ([activity], [user]) = (tags.activity_id, tags.user_id);
                let marked =
                    self.store.finish_delivery(activity, Channel::Mail, Some(user), Instant::now()).await;
                marked.map_err(Retry::failed)
            }
        }
    }

    /// Mails everybody whom the activity concerns. What is gone by now, or nobody's business, is done with.
    async fn tell_of(&self, activity: &Activity) -> Result<(), Retry> {
        let recipients = notify::recipients(activity);
        if recipients.is_empty() {
            return Ok(());
        }
        let keys: Vec<Key> = recipients.iter().map(|recipient| Key::user(recipient.user_id)).collect();
        let (people, comment) = tokio::join!(self.store.fetch(&keys), self.comment_of(activity));
        let (people, comment) = (people.map_err(Retry::failed)?, comment?);

        let mut letters: Vec<(User, Letter<'_>)> = Vec::new();
        for (recipient, key) in recipients.into_iter().zip(&keys) {
            let person: Option<User> = people.get(key).map_err(Retry::failed)?;
            letters.extend(person.and_then(|person| {
                let letter = letter_to(activity, recipient, &person, comment.as_ref())?;
                Some((person, letter))
            }));
        }
        let sent = join_all(letters.iter().map(|(person, letter)| {
            self.deliver(activity.id, person, async |now| {
                self.mailer.compose(letter, person, now).map_err(Retry::failed)
            })
        }));
        sent.await.into_iter().collect()
    }

    async fn comment_of(&self, activity: &Activity) -> Result<Option<domain::Comment>, Retry> {
        match (activity.work_item_id, activity.comment_id) {
            (Some(work_item), Some(comment)) => {
                self.store.comment(work_item, comment).await.map_err(Retry::failed)
            }
            _ => Ok(None),
        }
    }

    /// Writes and sends the mail of `id` to this person, unless it was sent.
    async fn deliver(
        &self,
        id: ActivityId,
        person: &User,
        compose: impl AsyncFnOnce(Instant) -> Result<Mail, Retry>,
    ) -> Result<(), Retry> {
        let (now, to) = (Instant::now(), Some(person.id));
        let claim = self
            .store
            .claim_delivery(id, Channel::Mail, to, now, LEASE_SECONDS)
            .await
            .map_err(Retry::failed)?;
        match claim {
            Claim::Done => return Ok(()),
            Claim::Busy => return Err(Retry::Busy),
            Claim::Mine => {}
        }
        let mail = match compose(now).await {
            Ok(mail) => mail,
            Err(error) => {
                self.give_back(id, person).await;
                return Err(error);
            }
        };
        if let Err(error) = self.outbox.send(mail, id, person.id).await {
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

/// The letter to this person, unless there is nothing that this person may be told.
fn letter_to<'a>(
    activity: &'a Activity,
    recipient: Recipient,
    person: &User,
    comment: Option<&domain::Comment>,
) -> Option<Letter<'a>> {
    let standing = notify::standing_of(activity, person)?;
    Letter::new(activity, recipient, standing, comment)
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
        let letter = |comment: Option<&domain::Comment>| letter_to(&activity, recipient, &requester, comment);
        assert!(letter(Some(&comment(&activity, false))).is_some());
        assert!(letter(Some(&comment(&activity, true))).is_none());
        assert!(letter(None).is_none(), "the comment is gone");
    }

    #[test]
    fn a_deactivated_person_gets_nothing() {
        let activity = sample();
        let recipient = notify::recipients(&activity)[0];
        let gone = User { is_active: false, ..person(recipient.user_id, Role::User) };
        assert!(letter_to(&activity, recipient, &gone, Some(&comment(&activity, false))).is_none());
    }
}
