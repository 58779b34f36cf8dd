//! What travels between the functions: the messages in the queues, and how a batch of them is worked through.
//!
//! It also holds what each worker's `main` needs: structured logs and required environment variables. It knows
//! neither the table nor what a worker does about a message.

mod batch;
mod environment;
mod message;
#[cfg(feature = "queue")]
mod queue;

pub use batch::{Retry, each_message, each_message_in_turn, retry_from};
pub use environment::{MissingVariable, init, required, seconds};
pub use message::{MailTags, Message, NOT_CARRIED};
#[cfg(feature = "queue")]
pub use queue::{NotSent, Queue};
