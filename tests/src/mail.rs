use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
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
    /// Reads an entry of the outbox. The headers stand only in the whole message, in base64; what the engine keeps
    /// beside it are the parts for reading.
    pub fn read(entry: &Value) -> Option<Mail> {
        let text = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
        let raw = STANDARD.decode(text("RawMessage")).ok()?;
        let message = MessageParser::new().parse(&raw).unwrap_or_default();
        Some(Mail {
            to: entry["To"][0].as_str()?.to_owned(),
            subject: message.subject().map_or_else(|| text("Subject"), str::to_owned),
            text: message.body_text(0).map_or_else(|| text("BodyText"), Cow::into_owned),
            html: message.body_html(0).map_or_else(|| text("BodyHtml"), Cow::into_owned),
            message_id: message.message_id().unwrap_or_default().to_owned(),
            in_reply_to: ids(message.in_reply_to()),
            references: ids(message.references()),
            raw: String::from_utf8_lossy(&raw).into_owned(),
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
