use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;
use stack::{Options, Stack};

use crate::{build, prerequisites, sample};

/// The arguments of `cargo xtask up`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Starts anew, without the data of the last run
    #[arg(long)]
    fresh: bool,
    /// Returns once everything is up; `cargo xtask down` stops it
    #[arg(long)]
    detach: bool,
}

/// Builds, starts, deploys, fills, and stays.
pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    prerequisites::check()?;
    let started = Instant::now();
    let say = |step: &str| eprintln!("[{:>4} s] {step}", started.elapsed().as_secs());

    // Downloads and compiling hardly compete, so the engine is brought while cargo works.
    say("building the functions (the first time takes about ten minutes)");
    std::thread::scope(|scope| {
        let engine = scope.spawn(|| stack::prepare(&say));
        build::binaries()?;
        if stack::root().join("web/package.json").exists() {
            say("building the web app");
        }
        build::web_app()?;
        engine.join().map_err(|_| anyhow::anyhow!("bringing the engine panicked"))??;
        Ok::<(), anyhow::Error>(())
    })?;

    let (interrupted, interruption) = std::sync::mpsc::channel();
    if !arguments.detach {
        ctrlc::set_handler(move || {
            // The receiver is gone only when this process is already ending.
            let _ = interrupted.send(());
        })
        .context("listening for Ctrl-C")?;
    }
    let options = Options { fresh: arguments.fresh, ..Options::for_people() };
    let stack = Stack::start_with(options, &say).await?;
    if sample::is_missing(&stack).await? {
        say("loading the sample data");
        sample::load(&stack).await?;
    }
    say("up");
    print_addresses(&stack);
    if arguments.detach {
        println!("\nStop it with `cargo xtask down`.");
        stack.keep();
        return Ok(());
    }
    println!("\nCtrl-C stops it; the data stay.");
    tokio::task::spawn_blocking(move || interruption.recv()).await??;
    eprintln!("\nstopping");
    stack.stop().await
}

fn print_addresses(stack: &Stack) {
    println!("\nSeaversity     {}", stack.app_url());
    println!("API            {}/api/docs", stack.app_url());
    println!("Websocket      {}", stack.ws_url());
    println!("AWS services   {} (access key and secret: test)", stack.engine_url());
    println!("Mails          {}/_ministack/ses/messages", stack.engine_url());
    println!("Logs           {}", stack.state().display());
    let people = sample::sign_ins();
    if !people.is_empty() {
        println!("\nSign in as");
    }
    for person in people {
        println!("  {:<28} {:<36} {}", person.role, person.email, person.password);
    }
}
