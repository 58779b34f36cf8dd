//! The deployed product over HTTP, the websocket and the outbox. Modules mirror the addresses.

mod auth;
mod bad_input;
mod catalogue;
mod comments;
mod docs;
mod feeds;
mod leaks;
mod live;
mod notifications;
mod tickets;
mod users;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [
        auth::tests(),
        bad_input::tests(),
        catalogue::tests(),
        comments::tests(),
        docs::tests(),
        feeds::tests(),
        leaks::tests(),
        live::tests(),
        notifications::tests(),
        tickets::tests(),
        users::tests(),
    ];
    tests::Run::all("test-api", tests.into_iter().flatten().collect())
}
