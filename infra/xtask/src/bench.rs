use clap::Args;

/// The arguments of `cargo xtask bench`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {}

pub(crate) async fn run(_arguments: Arguments) -> anyhow::Result<()> {
    anyhow::bail!("`cargo xtask bench` is not written yet")
}
