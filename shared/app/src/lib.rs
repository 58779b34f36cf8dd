//! What the product does, apart from how it is asked: the operations on tickets, comments and accounts, and the
//! shapes that clients see.
//!
//! Every operation checks the session in the same moment as its first read, and asks the policy with the
//! [`domain::Principal`] that only this check gives. It knows nothing of HTTP.

pub mod accounts;
pub mod attachments;
pub mod audience;
pub mod caller;
pub mod catalogue;
pub mod comments;
pub mod error;
pub mod feeds;
pub mod idempotency;
pub mod macros;
pub mod notices;
pub mod pictures;
pub mod push;
mod rich;
pub mod saved_views;
pub mod settings;
mod shelf;
pub mod statistics;
pub mod uploads;
pub mod views;
pub mod work_items;

pub use caller::Caller;
pub use error::{AppError, FieldError, Result};
pub use idempotency::Repeatable;
