use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};

/// Builds the functions and the edge in the release profile.
///
/// The functions are built together with everything else in the workspace but the edge, so that tests and
/// deployment share one build of the dependencies. The edge is a server; built along with them it would add
/// the server half of the HTTP library to each function.
pub(crate) fn binaries() -> Result<()> {
    cargo(&["build", "--release", "--workspace", "--exclude", "edge", "--exclude", "xtask", "--bins"])?;
    cargo(&["build", "--release", "--package", "edge"])
}

fn cargo(arguments: &[&str]) -> Result<()> {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(program)
        .args(arguments)
        .current_dir(stack::root())
        .status()
        .context("starting cargo")?;
    ensure!(status.success(), "`cargo {}` failed", arguments.join(" "));
    Ok(())
}

/// Builds the web app into `web/dist`, unless it is newer than all of its sources.
pub(crate) fn web_app() -> Result<()> {
    let web = stack::root().join("web");
    if !web.join("package.json").exists() {
        return Ok(());
    }
    // npm writes this file at the end of an installation.
    let installed = modified(&web.join("node_modules/.package-lock.json"));
    if installed.is_none() || installed < modified(&web.join("package-lock.json")) {
        npm(&web, &["ci", "--no-audit", "--no-fund"])?;
    }
    let built = modified(&web.join("dist/index.html"));
    if built.is_none() || built < newest_source(&web)? {
        npm(&web, &["run", "build"])?;
    }
    Ok(())
}

fn npm(web: &Path, arguments: &[&str]) -> Result<()> {
    let status = Command::new("npm").args(arguments).current_dir(web).status().context("starting npm")?;
    ensure!(status.success(), "`npm {}` failed in web/", arguments.join(" "));
    Ok(())
}

fn modified(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|it| it.modified()).ok()
}

fn newest_source(folder: &Path) -> Result<Option<SystemTime>> {
    let mut newest = None;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == "node_modules" || name == "dist" {
            continue;
        }
        let found =
            if entry.file_type()?.is_dir() { newest_source(&entry.path())? } else { modified(&entry.path()) };
        newest = newest.max(found);
    }
    Ok(newest)
}
