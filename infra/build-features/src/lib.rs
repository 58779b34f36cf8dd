//! It holds no code. It names the features under which the heavy third-party crates are built, for whatever part of
//! the workspace is asked for: Cargo unites features only within one command, so that without it `cargo test -p mail`
//! would compile the AWS SDK again, in another variant than `cargo build --workspace` did.
