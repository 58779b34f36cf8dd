//! `cargo xtask openapi`: the OpenAPI document from the code.

use anyhow::{Context, Result};
use clap::Args;

/// The arguments of `cargo xtask openapi`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Writes it to `docs/openapi.json` instead of printing it
    #[arg(long)]
    write: bool,
}

pub(crate) async fn run(arguments: Arguments) -> Result<()> {
    let document = api_document::written()?;
    if arguments.write {
        let path = stack::root().join("docs/openapi.json");
        std::fs::write(&path, document).with_context(|| format!("writing {}", path.display()))?;
    } else {
        print!("{document}");
    }
    Ok(())
}
