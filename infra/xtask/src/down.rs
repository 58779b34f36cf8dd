use anyhow::Result;
use stack::{Options, Stack};

/// Stops the stack of `up`, whoever started it.
pub(crate) async fn run() -> Result<()> {
    match Stack::attach(&Options::for_people().name) {
        Ok(stack) => {
            stack.stop().await?;
            println!("Stopped. `cargo xtask up` starts it again with the same data.");
        }
        Err(_) => println!("Nothing is running."),
    }
    Ok(())
}
