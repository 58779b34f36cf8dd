use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};

/// The root of the checkout that the command was given in. Two checkouts may share a build folder, and so a binary: where
/// it was compiled says nothing of where it is run.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let compiled = Path::new(env!("CARGO_MANIFEST_DIR"));
        let here = std::env::current_dir().unwrap_or_else(|_| compiled.to_owned());
        let is_root =
            |folder: &&Path| folder.join("template.yaml").is_file() && folder.join("infra/stack").is_dir();
        let found = here.ancestors().find(is_root).or_else(|| compiled.ancestors().find(is_root));
        found.unwrap_or(compiled).to_owned()
    })
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
