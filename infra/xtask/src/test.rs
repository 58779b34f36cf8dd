//! `cargo xtask test`: everything that must hold before a change goes in.
//!
//! Needs no stack started before and leaves none running. A step that fails does not keep the others from running,
//! unless they need what it makes.

mod conformance;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, ValueEnum};
use stack::{Options, Stack, find_program};

use crate::{build, prerequisites, sample};

/// The arguments of `cargo xtask test`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Runs this step alone; can be given again for another
    #[arg(long, value_enum)]
    only: Vec<Step>,
}

/// What is checked, in this order: what is quick and often wrong comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// Formatting
    Format,
    /// Lints of all crates
    Lints,
    /// Licences, advisories and sources of the dependencies
    Licences,
    /// Lints of template.yaml
    Template,
    /// Tests of each crate by itself
    Units,
    /// Functions, edge and web app
    Build,
    /// Lints, tests, types and size of the web app
    Web,
    /// Tests of the template and of the dependencies between crates
    Contract,
    /// The deployed product over HTTP and websocket
    Api,
    /// The deployed product, asked by generated requests whether it keeps the OpenAPI document
    Conformance,
    /// The deployed product when something breaks
    Faults,
    /// The deployed product in a browser
    Browser,
}

/// How a step ended that did not fail.
pub(crate) enum Outcome {
    Passed,
    /// It could not be done here; the reason is told.
    Skipped(String),
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    fn about(self) -> String {
        let value = self.to_possible_value();
        value.and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }

    /// Whether it runs what [`Step::Build`] builds.
    fn needs_build(self) -> bool {
        matches!(self, Step::Api | Step::Conformance | Step::Faults | Step::Browser)
    }

    async fn run(self) -> Result<Outcome> {
        match self {
            Step::Format => cargo(&["fmt", "--all", "--check"]),
            Step::Lints => {
                cargo(&["clippy", "--release", "--workspace", "--all-targets", "--", "-D", "warnings"])
            }
            Step::Licences => licences(),
            Step::Template => template(),
            Step::Units => units(),
            Step::Build => {
                build::binaries()?;
                build::web_app()?;
                Ok(Outcome::Passed)
            }
            Step::Web => web(),
            Step::Contract => tests(&["--test", "template", "--test", "dependencies"]),
            Step::Api => tests(&["--test", "api"]),
            Step::Conformance => conformance::run().await,
            Step::Faults => tests(&["--test", "faults"]),
            Step::Browser => browser().await,
        }
    }
}

pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    prerequisites::check()?;
    let steps: Vec<Step> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| arguments.only.is_empty() || arguments.only.contains(step))
        .collect();
    let mut summary = Summary::default();
    for (position, step) in steps.iter().enumerate() {
        eprintln!("\n[{}/{}] {}: {}", position + 1, steps.len(), step.name(), step.about());
        if step.needs_build() && summary.failed.contains(&Step::Build) {
            summary.skip(*step, "the build failed");
            continue;
        }
        let started = Instant::now();
        let ended = step.run().await;
        summary.note(*step, ended, started.elapsed().as_secs_f64());
    }
    summary.tell()
}

#[derive(Default)]
struct Summary {
    lines: Vec<String>,
    passed: usize,
    skipped: usize,
    failed: Vec<Step>,
}

impl Summary {
    fn note(&mut self, step: Step, ended: Result<Outcome>, seconds: f64) {
        let name = step.name();
        let line = match ended {
            Ok(Outcome::Passed) => {
                self.passed += 1;
                format!("passed   {name:<10} {seconds:>7.1} s")
            }
            Ok(Outcome::Skipped(reason)) => return self.skip(step, &reason),
            Err(error) => {
                self.failed.push(step);
                format!("FAILED   {name:<10} {seconds:>7.1} s  {error:#}")
            }
        };
        eprintln!("{line}");
        self.lines.push(line);
    }

    fn skip(&mut self, step: Step, reason: &str) {
        self.skipped += 1;
        let line = format!("skipped  {:<10}            {reason}", step.name());
        eprintln!("{line}");
        self.lines.push(line);
    }

    fn tell(self) -> Result<()> {
        println!("\n{}", self.lines.join("\n"));
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        println!("\n{} passed, {} failed{skipped}", self.passed, self.failed.len());
        ensure!(self.failed.is_empty(), "not everything holds");
        Ok(())
    }
}

fn licences() -> Result<Outcome> {
    if find_program(&["cargo-deny"]).is_none() {
        return Ok(Outcome::Skipped(
            "cargo-deny is not installed (`cargo install cargo-deny --locked`)".into(),
        ));
    }
    // Advisories are a database of their own, which is fetched: the CI workflow asks it.
    cargo(&["deny", "check", "bans", "licenses", "sources"])
}

/// What is built for tests is chosen as [`build::binaries`] chooses, so that both share the dependencies.
const ALL_BUT_TOOLS: [&str; 6] = ["--release", "--workspace", "--exclude", "edge", "--exclude", "xtask"];

/// Libraries, and of the programs the one that holds tests: those of the functions only start their library, and need
/// not be linked twice.
const UNITS: [&str; 3] = ["--lib", "--bin", "bench"];

fn units() -> Result<Outcome> {
    let doctests = [&["test"], &ALL_BUT_TOOLS[..], &["--doc"]].concat();
    if find_program(&["cargo-nextest"]).is_none() {
        return cargo(&[&["test"], &ALL_BUT_TOOLS[..], &UNITS].concat()).and_then(|_| cargo(&doctests));
    }
    cargo(&[&["nextest", "run"], &ALL_BUT_TOOLS[..], &UNITS, &["--no-fail-fast"]].concat())?;
    cargo(&doctests)
}

fn tests(which: &[&str]) -> Result<Outcome> {
    cargo(&[&["test"], &ALL_BUT_TOOLS[..], which].concat())
}

fn cargo(arguments: &[&str]) -> Result<Outcome> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run_in(stack::root(), Command::new(program).args(arguments))
}

/// `cfn-lint` knows CloudFormation, `sam` also what SAM makes of it.
fn template() -> Result<Outcome> {
    let programs = python_programs("lint")?.join("bin");
    run_in(stack::root(), Command::new(programs.join("cfn-lint")).arg("template.yaml"))?;
    run_in(
        stack::root(),
        Command::new(programs.join("sam"))
            .args(["validate", "--lint", "--template", "template.yaml", "--region", "eu-central-1"])
            .env("SAM_CLI_TELEMETRY", "0"),
    )
}

/// The virtual environment with `infra/requirements-<name>.txt`, made once beside the engine's.
pub(crate) fn python_programs(name: &str) -> Result<PathBuf> {
    let wanted = stack::root().join(format!("infra/requirements-{name}.txt"));
    let wanted_text = std::fs::read_to_string(&wanted)?;
    let engine = stack::prepare(&|step| eprintln!("  {step}"))?;
    let cache = engine.python.ancestors().nth(3).context("the engine stands in the cache folder")?;
    let target = cache.join(name);
    // What is installed is written down last, so that an interrupted installation is made anew.
    let complete = target.join("installed.txt");
    if std::fs::read_to_string(&complete).is_ok_and(|installed| installed == wanted_text) {
        return Ok(target);
    }
    eprintln!("  installing infra/requirements-{name}.txt from PyPI (about a minute, once)");
    let python = stack::python().context("Python 3.10 or newer with its `venv` module is needed")?;
    run_in(stack::root(), Command::new(python).args(["-m", "venv", "--clear"]).arg(&target))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run_in(stack::root(), Command::new(target.join("bin/python")).args(pip).arg(&wanted))?;
    std::fs::write(complete, wanted_text)?;
    Ok(target)
}

fn web() -> Result<Outcome> {
    let web = stack::root().join("web");
    if !web.join("package.json").exists() {
        return Ok(Outcome::Skipped("there is no web app yet".into()));
    }
    // Installs what is missing, and what is measured must be built.
    build::web_app()?;
    for script in ["lint", "test", "api:check", "size"] {
        npm(&web, &["run", script])?;
    }
    Ok(Outcome::Passed)
}

/// Two people in two browsers, against a stack with the sample data. It is told by the environment where that is.
async fn browser() -> Result<Outcome> {
    let folder = stack::root().join("tests/browser");
    if !folder.join("package-lock.json").exists() {
        return Ok(Outcome::Skipped("there are no browser tests yet".into()));
    }
    let Some(chromium) = find_program(&["chromium", "chromium-browser", "google-chrome"]) else {
        bail!(
            "Chromium is needed: `sudo dnf install chromium`, `sudo apt install chromium`, `brew install chromium`"
        );
    };
    npm(&folder, &["ci", "--no-audit", "--no-fund"])?;
    npm(&folder, &["run", "check"])?;
    // Ctrl-C ends npm; this process lives on to stop the stack.
    ctrlc::set_handler(|| {}).context("listening for Ctrl-C")?;
    let stack = Stack::start(Options::for_tests("test-browser")).await?;
    sample::load(&stack).await?;
    let mut command = Command::new("npm");
    command
        .args(["run", "e2e"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("CHROMIUM", chromium)
        .env("BASE_URL", stack.app_url())
        .env("ENGINE_URL", stack.engine_url());
    for person in sample::sign_ins() {
        // `ADMIN_EMAIL`, `MANAGER_EMAIL`, `AGENT_EMAIL`, `REQUESTER_EMAIL`; all have the same password.
        command.env(format!("{}_EMAIL", person.role.to_uppercase()), person.email);
        command.env("PASSWORD", person.password);
    }
    let ended = run_in(&folder, &mut command);
    stack.stop().await?;
    ended
}

fn npm(folder: &Path, arguments: &[&str]) -> Result<()> {
    run_in(folder, Command::new("npm").args(arguments)).map(drop)
}

fn run_in(folder: &Path, command: &mut Command) -> Result<Outcome> {
    let words: Vec<String> = [command.get_program()]
        .into_iter()
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let status = command.current_dir(folder).status().with_context(|| format!("starting {}", words[0]))?;
    let program =
        Path::new(&words[0]).file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
    ensure!(status.success(), "`{program} {}` failed", words[1..].join(" "));
    Ok(Outcome::Passed)
}
