//! Handing mails to SES.

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::config::interceptors::InterceptorContext;
use aws_sdk_sesv2::config::retry::{ClassifyRetry, RetryAction};
use aws_sdk_sesv2::error::ProvideErrorMetadata;
use aws_sdk_sesv2::primitives::Blob;
use aws_sdk_sesv2::types::{Destination, EmailContent, MessageTag, RawMessage};
use domain::{ActivityId, UserId};
use notify::Mail;

/// A mail was not sent, as far as is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// SES refused it for now. Only the error's code is kept: its message may quote an address.
    #[error("SES did not take a mail: {0}")]
    Refused(String),
    /// SES will never take it: there is no mail to such an address.
    #[error("there is no mail to such an address")]
    Impossible,
    /// SES did not answer, or with an error of its own. It may have taken the mail.
    #[error("SES did not say whether it took a mail")]
    NoAnswer,
}

impl SendError {
    /// Whether SES said so: the mail is not out.
    pub fn is_answer(&self) -> bool {
        matches!(self, SendError::Refused(_) | SendError::Impossible)
    }
}

/// The way out.
#[derive(Debug, Clone)]
pub struct Outbox {
    client: Client,
    /// The configuration set that tells of each mail which SES takes.
    configuration_set: String,
}

impl Outbox {
    /// The outbox that the environment describes: region and credentials.
    pub async fn connect(configuration_set: String) -> Self {
        let config = aws_config::defaults(aws_config::BehaviorVersion::latest()).load().await;
        let config = aws_sdk_sesv2::config::Builder::from(&config).retry_classifier(OnlyWhatWasRefused);
        Self { client: Client::from_conf(config.build()), configuration_set }
    }

    /// Sends one mail, with the activity that it tells of and whom it tells as tags.
    ///
    /// # Errors
    /// SES refuses it or does not answer.
    pub async fn send(&self, mail: Mail, activity: ActivityId, user: UserId) -> Result<(), SendError> {
        let raw = RawMessage::builder()
            .data(Blob::new(mail.mime))
            .build()
            .map_err(|error| SendError::Refused(error.to_string()))?;
        // An address of an account from before such addresses were refused: SES reads what is in ASCII alone.
        if !mail.to.is_ascii() {
            return Err(SendError::Impossible);
        }
        let answer = self
            .client
            .send_email()
            .from_email_address(mail.from)
            .destination(Destination::builder().to_addresses(mail.to).build())
            .content(EmailContent::builder().raw(raw).build())
            .configuration_set_name(&self.configuration_set)
            .email_tags(tag("activity_id", activity))
            .email_tags(tag("user_id", user))
            .send()
            .await;
        match answer {
            Ok(_) => Ok(()),
            Err(error) => Err(match error.raw_response() {
                Some(answer) if answer.status().is_client_error() => {
                    SendError::Refused(error.code().unwrap_or("no code").to_owned())
                }
                _ => SendError::NoAnswer,
            }),
        }
    }
}

/// Keeps the SDK from trying again at once what may have been sent. Too fast a pace is refused, and tried again.
#[derive(Debug)]
struct OnlyWhatWasRefused;

impl ClassifyRetry for OnlyWhatWasRefused {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.response() {
            Some(answer) if answer.status().is_client_error() => RetryAction::NoActionIndicated,
            _ => RetryAction::RetryForbidden,
        }
    }

    fn name(&self) -> &'static str {
        "only what was refused"
    }
}

fn tag(name: &str, value: impl std::fmt::Display) -> MessageTag {
    MessageTag::builder().name(name).value(value.to_string()).build().expect("a tag has a name and a value")
}
