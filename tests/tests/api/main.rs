//! The deployed product over HTTP, the websocket and the outbox. Modules mirror the addresses.

mod attachments;
mod auth;
mod bad_input;
mod catalogue;
mod choices;
mod comments;
mod docs;
mod feeds;
mod leaks;
mod live;
mod macros;
mod notifications;
mod operations;
mod push;
mod settings;
mod statistics;
mod tickets;
mod uploads;
mod users;
mod views;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [
        attachments::tests(),
        auth::tests(),
        bad_input::tests(),
        catalogue::tests(),
        choices::tests(),
        comments::tests(),
        docs::tests(),
        feeds::tests(),
        leaks::tests(),
        live::tests(),
        macros::tests(),
        notifications::tests(),
        operations::tests(),
        push::tests(),
        settings::tests(),
        statistics::tests(),
        tickets::tests(),
        uploads::tests(),
        users::tests(),
        views::tests(),
    ];
    tests::Run::all("test-api", tests.into_iter().flatten().collect())
}
