//! Measures the product: counts and ratios that hold on any machine, and times that hold on this one.
//!
//! `cargo xtask bench` builds everything and starts this. It brings up a stack of its own, loads tables of three
//! sizes by a bulk path, and asks each operation in this process (to count what it asks of the table) and through
//! the whole stack. What it is *not* for: deciding whether answers are right, which the tests do.

mod bounds;
mod cold_start;
mod data;
mod end_to_end;
mod event;
mod in_process;
mod memory;
mod operation;
mod people;
mod prices;
mod recorder;
mod report;
mod runtime_api;
mod statistics;
mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::{Parser, ValueEnum};
use stack::{Options, Stack};
use store::Store;

use crate::data::Loaded;
use crate::in_process::InProcess;
use crate::memory::MemoryEngine;
use crate::operation::Requests;
use crate::people::People;
use crate::recorder::Recorder;
use crate::report::{Report, USUAL_SIZE};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    ColdStart,
    Binaries,
    Counts,
    EndToEnd,
}

#[derive(Debug, Parser)]
struct Arguments {
    /// Writes the figures as JSON, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measures one part
    #[arg(long, value_name = "PART")]
    only: Option<Part>,
}

impl Arguments {
    fn wants(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }
}

/// Tickets in a table, and comments on each but the newest, which have as many at each size.
const SIZES: [(usize, usize); 3] = [(100, 3), (USUAL_SIZE, 3), (100_000, 1)];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut report = Report::default();
    let folder = stack::binaries()?;
    if arguments.wants(Part::Binaries) {
        report.binaries = binary_sizes(&folder)?;
    }
    if arguments.only != Some(Part::Binaries) {
        let stack = Stack::start(Options::for_bench("bench")).await?;
        let measured = measure(&arguments, &stack, &folder, &mut report).await;
        stack.stop().await?;
        measured?;
    }
    let over = report.print();
    if let Some(file) = &arguments.json {
        let text = serde_json::to_string_pretty(&report.to_json())?;
        std::fs::write(file, text + "\n").with_context(|| format!("writing {}", file.display()))?;
    }
    match over {
        0 => println!("\nEvery figure is within its bound."),
        _ => println!("\n{over} figures are over their bound."),
    }
    Ok(())
}

async fn measure(arguments: &Arguments, stack: &Stack, folder: &Path, report: &mut Report) -> Result<()> {
    if arguments.wants(Part::ColdStart) {
        eprintln!("  starting each function again and again");
        report.cold_starts = Some(cold_start::measure(stack, folder).await?);
    }
    if arguments.wants(Part::Counts) {
        count_all(stack, report).await?;
    }
    if arguments.wants(Part::EndToEnd) {
        let store = Store::new(table::client(stack.dynamodb_url(), None), stack.table());
        let (people, loaded) = load(&store, USUAL_SIZE, 3).await?;
        eprintln!("  waiting until the stream has passed");
        stack.until_quiet(Duration::from_secs(300)).await?;
        eprintln!("  asking through the whole stack");
        report.end_to_end = end_to_end::measure(stack, &people, &loaded).await?;
    }
    Ok(())
}

/// Counts what each operation asks of the table, at each size in a table of its own.
async fn count_all(stack: &Stack, report: &mut Report) -> Result<()> {
    let definition = table::definition(stack).await?;
    let engine = MemoryEngine::start(stack.state()).await?;
    for (size, comments) in SIZES {
        let name = format!("bench-{size}");
        let store = Store::new(table::client(&engine.url, None), &name);
        table::create(store.client(), &definition, &name).await?;
        let started = Instant::now();
        let (people, loaded) = load(&store, size, comments).await?;
        report.loading_seconds.insert(size, started.elapsed().as_secs_f64());

        let requests = Requests {
            agent: people::sign_in(&store, &people.agent).await?,
            requester: people::sign_in(&store, &people.requester).await?,
            people,
            // Every second ticket is the first team's.
            tickets: loaded.tickets.into_iter().take(data::NEWEST / 2).collect(),
        };
        let recorder = Recorder::default();
        let recorded = Store::new(table::client(&engine.url, Some(recorder.clone())), &name);
        let runs = if size == USUAL_SIZE { 200 } else { 20 };
        let counts = InProcess::over(recorded, recorder)?.measure(&requests, runs).await?;
        report.counts.insert(size, counts);
    }
    Ok(())
}

async fn load(store: &Store, size: usize, comments: usize) -> Result<(People, Loaded)> {
    let people = people::create(store).await?;
    let started = Instant::now();
    let loaded = data::load(store, &people, size, comments).await?;
    eprintln!(
        "  loaded {size} tickets, {} records, in {:.1} s",
        loaded.items,
        started.elapsed().as_secs_f64()
    );
    Ok((people, loaded))
}

fn binary_sizes(folder: &Path) -> Result<BTreeMap<String, u64>> {
    let mut sizes = BTreeMap::new();
    for entry in std::fs::read_dir(stack::root().join("functions"))? {
        let area = entry?.file_name().to_string_lossy().into_owned();
        let binary = folder.join(format!("{area}-function"));
        let bytes = std::fs::metadata(&binary)
            .with_context(|| format!("{}: build the functions first", binary.display()))?
            .len();
        sizes.insert(area, bytes);
    }
    ensure!(!sizes.is_empty(), "there are no functions");
    Ok(sizes)
}
