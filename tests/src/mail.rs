use mail_parser::{HeaderValue, MessageParser};
use serde_json::Value;

/// A mail as it lay in the engine's outbox.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Whom it goes to, one address.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The part for programs that show no HTML.
    pub text: String,
    /// The part for those that do.
    pub html: String,
    /// Its own id, without brackets.
    pub message_id: String,
    /// The mail that it answers.
    pub in_reply_to: Vec<String>,
    /// The thread that it belongs to.
    pub references: Vec<String>,
    /// Everything as it was sent.
    pub raw: String,
}

impl Mail {
    /// Reads an entry of the outbox.
    pub fn read(entry: &Value) -> Option<Mail> {
        let raw = entry["RawMessage"].as_str()?;
        let message = MessageParser::new().parse(raw.as_bytes())?;
        let to = message.to()?.first()?.address()?.to_owned();
        Some(Mail {
            to,
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).unwrap_or_default().into_owned(),
            message_id: message.message_id().unwrap_or_default().to_owned(),
            in_reply_to: ids(message.in_reply_to()),
            references: ids(message.references()),
            raw: raw.to_owned(),
        })
    }

    /// Whether this text stands anywhere in it, whatever the encoding.
    pub fn contains(&self, text: &str) -> bool {
        [&self.subject, &self.text, &self.html, &self.raw].iter().any(|part| part.contains(text))
    }
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    value.as_text_list().map(|list| list.iter().map(|it| it.to_string()).collect()).unwrap_or_default()
}
