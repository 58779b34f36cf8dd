//! Mails: multipart, HTML and text, one thread a ticket in any client.

use domain::policy::Standing;
use domain::{
    Action, Activity, ActivityId, Comment, Instant, Notification, NotificationType, TimeZone, User, WorkItem,
    WorkItemSummary, rich_text,
};
use mail_builder::MessageBuilder;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::raw::Raw;
use mail_builder::headers::url::URL;
use minijinja::{Environment, Value, context};

use crate::account::AccountLetter;
use crate::wording::{ChangeLine, page_of};
use crate::{CommentFor, Recipient, headline};

/// Embedded, so that nothing is read from a disk at run time. A name ending in `.html` escapes what it shows.
const TEMPLATES: [(&str, &str); 15] = [
    ("frame.html", include_str!("templates/frame.html")),
    ("account.html", include_str!("templates/account.html")),
    ("account.txt", include_str!("templates/account.txt")),
    ("layout.html", include_str!("templates/layout.html")),
    ("layout.txt", include_str!("templates/layout.txt")),
    ("assigned.html", include_str!("templates/assigned.html")),
    ("assigned.txt", include_str!("templates/assigned.txt")),
    ("updated.html", include_str!("templates/updated.html")),
    ("updated.txt", include_str!("templates/updated.txt")),
    ("digest.html", include_str!("templates/digest.html")),
    ("digest.txt", include_str!("templates/digest.txt")),
    ("several.html", include_str!("templates/several.html")),
    ("several.txt", include_str!("templates/several.txt")),
    ("comment.html", include_str!("templates/comment.html")),
    ("comment.txt", include_str!("templates/comment.txt")),
];

/// A mail cannot be made: a fault of a template or of the configuration, never of the data.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The configured sender is no address.
    #[error("`MAIL_FROM` must be an address, or a name and an address in angle brackets")]
    InvalidSender,
    /// There is no letter to send.
    #[error("there is no letter to send")]
    NothingToSay,
    /// A template is wrong.
    #[error("a mail template failed: {0}")]
    Template(#[from] minijinja::Error),
    /// The MIME message cannot be written.
    #[error("the MIME message cannot be written: {0}")]
    Mime(#[from] std::io::Error),
}

/// A mail that is ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address that it goes to.
    pub to: String,
    /// The address that it comes from.
    pub from: String,
    /// The whole message with its headers.
    pub mime: Vec<u8>,
}

/// What one person is told of one activity.
#[derive(Debug, Clone)]
pub struct Letter<'a> {
    activity: &'a Activity,
    item: &'a WorkItemSummary,
    why: NotificationType,
    comment: Option<CommentFor>,
    /// Sanitised HTML; empty where the letter is about something else.
    description: String,
    zone: TimeZone,
}

impl<'a> Letter<'a> {
    /// The letter to a recipient of this standing, who lives in this time zone, or none where there is nothing to
    /// say: the comment is gone, or it is not for this person.
    pub fn new(
        activity: &'a Activity,
        recipient: Recipient,
        standing: Standing,
        comment: Option<&Comment>,
        zone: TimeZone,
    ) -> Option<Self> {
        let comment = match activity.action {
            Action::Commented | Action::CommentEdited => Some(CommentFor::new(standing, comment?.clone())?),
            // The bell tells of files; several come at a time, and mostly with a comment.
            Action::Attached => return None,
            _ => None,
        };
        Some(Self {
            activity,
            item: activity.work_item.as_ref()?,
            why: recipient.notification_type,
            comment,
            description: String::new(),
            zone,
        })
    }

    /// The same letter, which says what the item is about if it tells somebody that it is theirs now.
    #[must_use]
    pub fn describing(self, item: &WorkItem) -> Self {
        let is_theirs = self.why == NotificationType::TicketAssigned;
        let description = if is_theirs { item.description.clone() } else { String::new() };
        Self { description, ..self }
    }

    /// What it tells; `page` is the item's in the app, to which images lead.
    fn facts(&self, page: &str) -> Value {
        let comment = self.comment.as_ref().map(CommentFor::comment);
        let changes: Vec<ChangeLine> = self.activity.changes.iter().filter_map(ChangeLine::of).collect();
        context! {
            headline => headline(self.activity, self.item, self.why, &self.zone),
            actor => self.activity.actor.name.as_str(),
            changes => changes,
            // It was sanitised when it was written, so the template shows it as it is.
            comment_html => comment.map(|comment| rich_text::with_linked_images(&comment.content, page)),
            comment_text => comment.map(|comment| rich_text::plain_text(&comment.content)),
            description_html => rich_text::with_linked_images(&self.description, page),
            description_text => rich_text::plain_text(&self.description),
            is_internal => self.activity.is_internal,
        }
    }

    const fn template(&self) -> (&'static str, &'static str) {
        match self.why {
            NotificationType::TicketAssigned => ("assigned.html", "assigned.txt"),
            NotificationType::CommentAdded | NotificationType::Mention => ("comment.html", "comment.txt"),
            _ => ("updated.html", "updated.txt"),
        }
    }
}

/// Makes mails of one deployment.
#[derive(Debug)]
pub struct Mailer {
    templates: Environment<'static>,
    sender_name: String,
    sender_address: String,
    app_url: String,
}

impl Mailer {
    /// The mailer that sends from `mail_from` (`help@example.edu`, or `Help <help@example.edu>`) and links to the
    /// app at `app_url`.
    ///
    /// # Errors
    /// `mail_from` holds no address.
    pub fn new(mail_from: &str, app_url: &str) -> Result<Self, MailError> {
        let (name, address) = match mail_from.trim().strip_suffix('>').and_then(|text| text.split_once('<')) {
            Some((name, address)) => (name.trim().trim_matches('"'), address.trim()),
            None => ("", mail_from.trim()),
        };
        let well_formed = matches!(address.split_once('@'), Some((local, domain)) if !local.is_empty() && !domain.is_empty());
        if !well_formed {
            return Err(MailError::InvalidSender);
        }
        let mut templates = Environment::new();
        for (file, source) in TEMPLATES {
            templates.add_template(file, source)?;
        }
        Ok(Self {
            templates,
            sender_name: if name.is_empty() { "Seaversity".into() } else { name.into() },
            sender_address: address.into(),
            app_url: app_url.trim_end_matches('/').into(),
        })
    }

    /// The mail that carries the letter to this person, dated `at`.
    pub fn compose(&self, letter: &Letter<'_>, to: &User, at: Instant) -> Result<Mail, MailError> {
        let facts = context! { ..self.facts(letter, to), ..letter.facts(&self.page(letter)) };
        self.compose_about(letter.activity.id, letter, letter.template(), facts, to, at)
    }

    /// The mail that carries several letters about one item, the oldest first, to this person, dated `at`. There must
    /// be at least one.
    ///
    /// # Errors
    /// As for one; there is none without a letter.
    pub fn compose_several(
        &self,
        id: ActivityId,
        letters: &[Letter<'_>],
        to: &User,
        at: Instant,
    ) -> Result<Mail, MailError> {
        let Some(newest) = letters.last() else { return Err(MailError::NothingToSay) };
        if let [only] = letters {
            let facts = context! { ..self.facts(only, to), ..only.facts(&self.page(only)) };
            return self.compose_about(id, only, only.template(), facts, to, at);
        }
        let entries: Vec<Value> = letters.iter().map(|letter| letter.facts(&self.page(letter))).collect();
        let facts = context! {
            headline => format!("{} things happened", letters.len()),
            entries,
            ..self.facts(newest, to)
        };
        self.compose_about(id, newest, ("several.html", "several.txt"), facts, to, at)
    }

    /// What a mail shows of the item, as it is after the letter.
    fn facts(&self, letter: &Letter<'_>, to: &User) -> Value {
        let item = letter.item;
        context! {
            name => to.name.as_str(),
            number => item.number.as_str(),
            title => item.title.as_str(),
            requester => item.creator.name.as_str(),
            assignee => item.assignee.as_ref().map(|person| person.name.as_str()),
            status => item.status.label(),
            priority => item.priority.as_str().to_lowercase(),
            ticket_url => self.page(letter),
            noun => item.item_type.noun(),
            preferences_url => self.preferences_url(),
        }
    }

    fn page(&self, letter: &Letter<'_>) -> String {
        format!("{}{}", self.app_url, page_of(letter.item))
    }

    fn preferences_url(&self) -> String {
        format!("{}/settings/notifications", self.app_url)
    }

    fn compose_about(
        &self,
        id: ActivityId,
        letter: &Letter<'_>,
        (html, text): (&'static str, &'static str),
        facts: Value,
        to: &User,
        at: Instant,
    ) -> Result<Mail, MailError> {
        let item = letter.item;
        let html = self.templates.get_template(html)?.render(facts.clone())?;
        let text = self.templates.get_template(text)?.render(facts)?;
        let thread = format!("{}@{}", item.id, self.domain());
        let message = self
            .message(id, to, at)
            .subject(one_line(&format!("[{}] {}", item.number, item.title)))
            .in_reply_to(MessageId::new(thread.as_str()))
            .references(MessageId::new(thread.as_str()))
            .header("List-Unsubscribe", URL::new(self.preferences_url()));
        self.finish(message, to, html, text)
    }

    /// The digest of these notifications for this person, from the organisation of that name.
    pub fn compose_digest(
        &self,
        id: ActivityId,
        organisation: &str,
        lines: &[Notification],
        to: &User,
        at: Instant,
    ) -> Result<Mail, MailError> {
        let subject = format!("{}: {} unread", one_line(organisation), lines.len());
        let lines: Vec<Value> = lines
            .iter()
            .map(|line| {
                context! {
                    title => line.title.as_str(),
                    message => line.message.as_str(),
                    count => line.count,
                    url => format!("{}{}", self.app_url, line.link.as_deref().unwrap_or_default()),
                }
            })
            .collect();
        let facts = context! {
            subject => subject.as_str(),
            name => to.name.as_str(),
            lines,
            preferences_url => self.preferences_url(),
        };
        let html = self.templates.get_template("digest.html")?.render(facts.clone())?;
        let text = self.templates.get_template("digest.txt")?.render(facts)?;
        let message = self
            .message(id, to, at)
            .subject(subject)
            .header("List-Unsubscribe", URL::new(self.preferences_url()));
        self.finish(message, to, html, text)
    }

    /// The mail about this person's account that `cause` brought about.
    pub fn compose_account(
        &self,
        letter: &AccountLetter,
        cause: ActivityId,
        to: &User,
        at: Instant,
    ) -> Result<Mail, MailError> {
        let facts = letter.facts(to, &self.app_url);
        let html = self.templates.get_template("account.html")?.render(facts.clone())?;
        let text = self.templates.get_template("account.txt")?.render(facts)?;
        let message = self.message(cause, to, at).subject(letter.subject());
        self.finish(message, to, html, text)
    }

    fn domain(&self) -> &str {
        self.sender_address.rsplit('@').next().unwrap_or_default()
    }

    fn message(&self, cause: ActivityId, to: &User, at: Instant) -> MessageBuilder<'_> {
        MessageBuilder::new()
            .from((self.sender_name.as_str(), self.sender_address.as_str()))
            .to((one_line(&to.name), to.email.clone()))
            .date(at.as_second())
            .message_id(MessageId::new(format!("{cause}.{}@{}", to.id, self.domain())))
            .header("Auto-Submitted", Raw::new("auto-generated"))
    }

    fn finish(
        &self,
        message: MessageBuilder<'_>,
        to: &User,
        html: String,
        text: String,
    ) -> Result<Mail, MailError> {
        let mime = message.text_body(text).html_body(html).write_to_vec()?;
        Ok(Mail { to: to.email.clone(), from: self.sender_address.clone(), mime })
    }
}

/// The text without anything that could begin another header.
fn one_line(text: &str) -> String {
    text.replace(domain::line::is_control, " ")
}

#[cfg(test)]
mod tests {
    use domain::Role;

    use super::*;
    use crate::audience::tests::{activity, at, change, comment, person, user};
    use crate::recipients;

    fn mailer() -> Mailer {
        Mailer::new("help@example.edu", "https://help.example.edu/").unwrap()
    }

    /// Headers unfolded, body with quoted-printable's soft breaks joined and its signs decoded.
    fn parse(mail: &Mail) -> (String, String) {
        let text = String::from_utf8(mail.mime.clone()).unwrap();
        let (headers, body) = text.split_once("\r\n\r\n").unwrap();
        let headers = headers.replace("\r\n\t", " ").replace("\r\n ", " ");
        let body = body.replace("=\r\n", "").replace("=3D", "=");
        (headers, body)
    }

    fn header<'t>(headers: &'t str, name: &str) -> &'t str {
        headers
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .unwrap_or_else(|| panic!("{name} in {headers}"))
    }

    fn compose(
        activity: &Activity,
        to: &User,
        standing: Standing,
        comment: Option<&Comment>,
    ) -> Option<Mail> {
        let recipient = recipients(activity).into_iter().find(|recipient| recipient.user_id == to.id)?;
        let letter = Letter::new(activity, recipient, standing, comment, TimeZone::UTC)?;
        Some(mailer().compose(&letter, to, at()).unwrap())
    }

    #[test]
    fn a_reply_reaches_the_requester_in_the_tickets_thread() {
        let (agent, requester) = (person("Ana Silva"), person("Jonas Weber"));
        let activity = activity(Action::Commented, &agent, &requester, Some(&agent));
        let to = user(&requester, Role::User, vec![]);
        let said = comment(&activity, false);
        let mail = compose(&activity, &to, Standing::Requester, Some(&said)).unwrap();
        assert_eq!((mail.to.as_str(), mail.from.as_str()), ("someone@example.edu", "help@example.edu"));

        let (headers, body) = parse(&mail);
        let item = activity.work_item_id.unwrap();
        assert_eq!(header(&headers, "Subject"), "[T-0042] The <grade> book is empty");
        assert_eq!(header(&headers, "Message-ID"), format!("<{}.{}@example.edu>", activity.id, to.id));
        assert_eq!(header(&headers, "In-Reply-To"), format!("<{item}@example.edu>"));
        assert_eq!(header(&headers, "References"), format!("<{item}@example.edu>"));
        assert_eq!(header(&headers, "List-Unsubscribe"), "<https://help.example.edu/settings/notifications>");
        assert_eq!(header(&headers, "Auto-Submitted"), "auto-generated");
        assert!(header(&headers, "From").contains("<help@example.edu>"), "{headers}");
        assert!(header(&headers, "Content-Type").starts_with("multipart/alternative"));

        assert!(body.contains("Please try again & tell us."), "the text part: {body}");
        assert!(body.contains("<strong>again</strong>"), "the HTML part: {body}");
        assert!(body.contains("The &lt;grade&gt; book is empty"), "titles are escaped: {body}");
        assert!(body.contains(&format!("https://help.example.edu/tickets/{item}")), "{body}");
        assert!(body.contains("#0067B3"), "{body}");
        assert!(body.contains("Ana Silva replied"), "{body}");
    }

    #[test]
    fn an_internal_note_reaches_handlers_only() {
        let (agent, requester, assignee) = (person("Ana"), person("Jonas"), person("Mei"));
        let mut activity = activity(Action::Commented, &agent, &requester, Some(&assignee));
        let recipient =
            Recipient { user_id: requester.id, notification_type: NotificationType::CommentAdded };
        let note = comment(&activity, true);
        assert!(Letter::new(&activity, recipient, Standing::Requester, Some(&note), TimeZone::UTC).is_none());
        activity.is_internal = true;
        let mail = compose(&activity, &user(&assignee, Role::Agent, vec![]), Standing::Handler, Some(&note))
            .unwrap();
        assert!(parse(&mail).1.contains("added an internal note"));
    }

    #[test]
    fn a_comment_that_is_gone_makes_no_mail() {
        let (agent, requester) = (person("Ana"), person("Jonas"));
        let activity = activity(Action::Commented, &agent, &requester, None);
        let to = user(&requester, Role::User, vec![]);
        assert_eq!(compose(&activity, &to, Standing::Requester, None), None);
    }

    #[test]
    fn a_change_shows_before_and_after() {
        let (agent, requester) = (person("Ana"), person("Jonas"));
        let mut activity = activity(Action::Updated, &agent, &requester, None);
        activity.changes = vec![change("status"), change("description")];
        let to = user(&requester, Role::User, vec![]);
        let (_, body) = parse(&compose(&activity, &to, Standing::Requester, None).unwrap());
        assert!(body.contains("Status: in progress -> resolved"), "{body}");
        assert!(!body.to_lowercase().contains("description"), "{body}");
    }

    #[test]
    fn an_assignment_tells_the_assignee_and_the_requester_apart() {
        let (agent, requester, assignee) = (person("Ana"), person("Jonas"), person("Mei Lin"));
        let activity = activity(Action::Assigned, &agent, &requester, Some(&assignee));
        let to_assignee = user(&assignee, Role::Agent, vec![]);
        let to_requester = user(&requester, Role::User, vec![]);
        let (_, first) = parse(&compose(&activity, &to_assignee, Standing::Handler, None).unwrap());
        let (_, second) = parse(&compose(&activity, &to_requester, Standing::Requester, None).unwrap());
        assert!(first.contains("Ana assigned this ticket to you"), "{first}");
        assert!(second.contains("Mei Lin now works on this ticket"), "{second}");
    }

    #[test]
    fn names_and_titles_cannot_add_headers() {
        let (agent, requester) = (person("Ana"), person("Jonas\r\nBcc: evil@example.com"));
        let mut activity = activity(Action::Commented, &agent, &requester, None);
        activity.work_item.as_mut().unwrap().title = "a\r\nX-Evil: 1".into();
        let to = user(&requester, Role::User, vec![]);
        let said = comment(&activity, false);
        let (headers, _) = parse(&compose(&activity, &to, Standing::Requester, Some(&said)).unwrap());
        for line in headers.lines() {
            assert!(!line.starts_with("Bcc") && !line.starts_with("X-Evil"), "{headers}");
        }
    }

    #[test]
    fn the_sender_is_an_address_with_or_without_a_name() {
        let named = Mailer::new("\"Help desk\" <help@example.edu>", "https://x").unwrap();
        assert_eq!(
            (named.sender_name.as_str(), named.sender_address.as_str()),
            ("Help desk", "help@example.edu")
        );
        assert_eq!(mailer().sender_name, "Seaversity");
        for bad in ["", "help", "@example.edu", "help@", "Help <help>"] {
            let refused = Mailer::new(bad, "https://x");
            assert!(matches!(refused, Err(MailError::InvalidSender)), "{bad}");
        }
    }
}
