use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The repository's root.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own)
}

/// The folder that holds the release binaries, wherever the build folder is.
///
/// # Errors
///
/// When `cargo metadata` fails.
pub fn binaries() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(root())
        .output()
        .context("running `cargo metadata`")?;
    ensure!(output.status.success(), "`cargo metadata` failed: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let target =
        metadata["target_directory"].as_str().context("no `target_directory` in cargo's metadata")?;
    Ok(Path::new(target).join("release"))
}

/// Where what is downloaded once per machine stands: `$SEAVERSITY_CACHE`, or the user's cache folder.
pub(crate) fn cache() -> PathBuf {
    if let Some(folder) = std::env::var_os("SEAVERSITY_CACHE") {
        return folder.into();
    }
    if let Some(folder) = std::env::var_os("XDG_CACHE_HOME") {
        return Path::new(&folder).join("seaversity");
    }
    match std::env::var_os("HOME") {
        Some(home) => Path::new(&home).join(".cache/seaversity"),
        None => root().join(".seaversity/cache"),
    }
}
