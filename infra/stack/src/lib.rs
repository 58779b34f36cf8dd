//! The whole product on one machine: the embedded engine, the deployed template, the edge in front.
//!
//! `cargo xtask up`, the tests and the bench start stacks with it. Each stack has a name, ports and a state
//! folder of its own (`.seaversity/<name>/`), so that several run side by side. What it is *not* for: product
//! rules and sample data; and it has no AWS SDK, so that the task runner builds in seconds.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! let stack = stack::Stack::start(stack::Options::for_tests("integration")).await?;
//! let answer = reqwest::get(format!("{}/api/docs", stack.app_url())).await?;
//! stack.stop().await?;
//! # Ok(()) }
//! ```

mod control;
mod home;
mod paths;
mod process;
mod start;

pub use control::{FunctionProcess, Queue, QueueDepth};
pub use home::{EngineHome, prepare, python};
pub use paths::{binaries, root};
pub use process::{find_program, is_alive};
pub use start::{Access, Description, Options, Ports, Stack};
