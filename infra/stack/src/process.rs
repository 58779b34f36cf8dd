use std::fs::OpenOptions;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// The first of the named programs that stands in the search path.
pub fn find_program(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    names.iter().find_map(|name| {
        std::env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
    })
}

/// Whether a process with this id exists.
pub fn is_alive(pid: u32) -> bool {
    Command::new("kill")
        .args(["-0", &pid.to_string()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Starts a program that outlives this one: in a process group of its own, so that Ctrl-C does not reach it,
/// and with its output in `log`.
pub(crate) fn spawn_detached(command: &mut Command, log: &Path) -> Result<Child> {
    let file = OpenOptions::new().create(true).append(true).open(log)?;
    command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .process_group(0)
        .spawn()
        .with_context(|| format!("starting {}", command.get_program().display()))
}

/// Asks a process to end, and waits until it has. `child` is given when it is a child of this process, which
/// then has to be waited for.
pub(crate) fn terminate(pid: u32, mut child: Option<&mut Child>, patience: Duration) -> Result<()> {
    Command::new("kill").args(["-TERM", &pid.to_string()]).stderr(Stdio::null()).status()?;
    let deadline = Instant::now() + patience;
    loop {
        let ended = match child.as_deref_mut() {
            Some(child) => child.try_wait()?.is_some(),
            None => !is_alive(pid),
        };
        if ended {
            return Ok(());
        }
        if Instant::now() > deadline {
            Command::new("kill").args(["-KILL", &pid.to_string()]).stderr(Stdio::null()).status()?;
            if let Some(child) = child {
                child.wait()?;
            }
            bail!("process {pid} did not end within {} s and was killed", patience.as_secs());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Runs a program to its end; its output goes into `log`, of which the end is shown when it fails.
pub(crate) fn run_logged(command: &mut Command, log: &Path, what: &str) -> Result<()> {
    let file = std::fs::File::create(log)?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file.try_clone()?)
        .stderr(file)
        .status()
        .with_context(|| format!("{what}: starting {}", command.get_program().display()))?;
    ensure!(status.success(), "{what} failed; the end of {}:\n{}", log.display(), last_lines(log, 15));
    Ok(())
}

/// The last lines of a log, for error messages.
pub(crate) fn last_lines(log: &Path, count: usize) -> String {
    let bytes = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}
