//! What every HTTP function shares: who calls, what was sent, how errors and pages are answered, and how a router
//! runs in its Lambda. The rules of the product are elsewhere.

pub mod caller;
pub mod extract;
pub mod feed;
pub mod page;
pub mod problem;
pub mod router;
pub mod rules;
pub mod run;
pub mod state;

pub use caller::{Address, SignedIn};
pub use extract::{Body, Id, IfMatch, LastId, Query, Repeat, Task, Ticket, etag};
pub use feed::FeedParameters;
pub use page::{Paging, ReadPage};
pub use problem::{AnyProblem, ApiError, Problem};
pub use router::Router;
pub use run::run;
pub use state::{Api, ApiState};

/// The result of a handler.
pub type Result<T> = std::result::Result<T, ApiError>;
