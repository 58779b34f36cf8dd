//! The deployed product over HTTP, the websocket and the outbox. Modules mirror the addresses.

mod auth;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [auth::tests()];
    tests::Run::all("test-api", tests.into_iter().flatten().collect())
}
