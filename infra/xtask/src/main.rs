//! The task runner: `cargo xtask up`, `test`, `bench`, `openapi`, `down`.
//!
//! Each command is a file of its own. What it is *not* for: anything that the product does when it runs.

mod bench;
mod build;
mod down;
mod openapi;
mod prerequisites;
mod sample;
mod test;
mod up;

use clap::{Parser, Subcommand};

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Runs, tests and measures Seaversity on one machine")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Builds everything and runs it on this machine, until Ctrl-C
    Up(up::Arguments),
    /// Stops what `up --detach` started; the data stay
    Down,
    /// Checks everything: formatting, lints, all tests
    Test(test::Arguments),
    /// Measures, and prints counts and ratios
    Bench(bench::Arguments),
    /// Prints the OpenAPI document
    Openapi(openapi::Arguments),
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Task::Up(arguments) => up::run(arguments).await,
        Task::Down => down::run().await,
        Task::Test(arguments) => test::run(arguments).await,
        Task::Bench(arguments) => bench::run(arguments).await,
        Task::Openapi(arguments) => openapi::run(arguments).await,
    }
}
