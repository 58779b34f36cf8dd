//! The task runner.

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("test") => match Command::new("cargo").args(["test", "--release", "--workspace"]).status() {
            Ok(status) if status.success() => ExitCode::SUCCESS,
            _ => ExitCode::FAILURE,
        },
        _ => {
            eprintln!("usage: cargo xtask test");
            ExitCode::FAILURE
        }
    }
}
