//! Handing mails to SES.

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::error::ProvideErrorMetadata;
use aws_sdk_sesv2::primitives::Blob;
use aws_sdk_sesv2::types::{Destination, EmailContent, RawMessage};
use notify::Mail;

/// SES did not take a mail. Only the error's code is kept: its message may quote an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("SES did not take a mail: {0}")]
pub struct SendError(String);

/// The way out.
#[derive(Debug, Clone)]
pub struct Outbox {
    client: Client,
}

impl Outbox {
    /// The outbox that the environment describes: region and credentials.
    pub async fn connect() -> Self {
        let config = aws_config::defaults(aws_config::BehaviorVersion::latest()).load().await;
        Self { client: Client::new(&config) }
    }

    /// Sends one mail.
    ///
    /// # Errors
    /// SES refuses it or cannot be reached.
    pub async fn send(&self, mail: Mail) -> Result<(), SendError> {
        let raw = RawMessage::builder()
            .data(Blob::new(mail.mime))
            .build()
            .map_err(|error| SendError(error.to_string()))?;
        let answer = self
            .client
            .send_email()
            .from_email_address(mail.from)
            .destination(Destination::builder().to_addresses(mail.to).build())
            .content(EmailContent::builder().raw(raw).build())
            .send()
            .await;
        match answer {
            Ok(_) => Ok(()),
            Err(error) => Err(SendError(error.code().unwrap_or("it cannot be reached").to_owned())),
        }
    }
}
