//! `cargo xtask bench`: builds everything in the release profile and runs the bench.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::Args;

/// The arguments of `cargo xtask bench`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Writes the figures as JSON, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measures one part: `cold-start`, `binaries`, `counts` or `end-to-end`
    #[arg(long, value_name = "PART")]
    only: Option<String>,
}

/// The bench is a program of its own, so that this one needs no AWS SDK for it.
pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    crate::prerequisites::check()?;
    crate::build::binaries()?;
    let mut command = Command::new(stack::binaries()?.join("bench"));
    // The engine that the bench starts inherits it.
    command.env("ENGINE_DYNAMODB_MEMORY", "1");
    if let Some(file) = &arguments.json {
        command.arg("--json").arg(file);
    }
    if let Some(part) = &arguments.only {
        command.args(["--only", part]);
    }
    let status = command.status().context("starting the bench")?;
    ensure!(status.success(), "the bench failed");
    Ok(())
}
