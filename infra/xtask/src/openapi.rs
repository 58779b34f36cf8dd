//! `cargo xtask openapi`: the OpenAPI document, and the table of permissions, from the code.

use anyhow::{Context, Result};
use clap::Args;

/// The arguments of `cargo xtask openapi`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Writes it to `docs/openapi.json`, and the policy's answers to `docs/PERMISSIONS.md`, instead of printing it
    #[arg(long)]
    write: bool,
}

pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    let document = api_document::written()?;
    if arguments.write {
        for (file, text) in
            [("docs/openapi.json", document), ("docs/PERMISSIONS.md", api_document::permissions::written())]
        {
            let path = stack::root().join(file);
            std::fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        }
    } else {
        print!("{document}");
    }
    Ok(())
}
