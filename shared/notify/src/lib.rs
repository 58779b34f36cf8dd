//! Who is told of an activity, and in what words: under the bell and by mail.
//!
//! The rules are pure: whoever calls them reads the records and sends the result. That an internal comment stays
//! inside is a matter of type: [`CommentFor`] gives a requester a [`domain::PublicComment`] or nothing.

mod account;
mod audience;
mod channels;
#[cfg(feature = "gateway")]
pub mod gateway;
mod mail;
mod wording;

pub use account::AccountLetter;
pub use audience::{CommentFor, Recipient, recipients, standing_of};
pub use channels::{Bell, Chosen, MailTime, Told, decide};
pub use mail::{Letter, Mail, MailError, Mailer};
pub use wording::{account_notification, headline, notification, role_change};
