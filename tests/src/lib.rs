//! The harness: a stack of its own, a small world of people in it, and clients that act as a browser would.
//!
//! A test goes through HTTP, the websocket and the engine's outbox. What it is *not* for: reaching into the
//! product. The exceptions go through the product's own storage: [`World::start`] writes the first admin, the teams and
//! the categories, because over HTTP only an admin makes people and there is no first one, and [`World::age`] does what
//! only time does.

mod browser;
/// Sending files, and documents to send.
pub mod files;
mod http;
mod mail;
mod people;
mod run;
mod socket;
mod world;

pub use browser::Browser;
pub use files::Document;
pub use http::{Answer, Api, Call};
pub use mail::Mail;
pub use people::{PASSWORD, Person};
pub use run::{Run, Test};
pub use socket::Socket;
pub use world::World;

use std::time::{Duration, Instant};

/// Asks `question` again and again until it answers, and panics after `patience` with what was waited for.
pub async fn eventually<T, F>(what: &str, patience: Duration, question: impl Fn() -> F) -> T
where
    F: Future<Output = Option<T>>,
{
    let deadline = Instant::now() + patience;
    loop {
        if let Some(answer) = question().await {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited {patience:?} for {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
