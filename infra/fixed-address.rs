//! The build script of every function: its program stands at a fixed address.
//!
//! A program that can be loaded anywhere has some 40,000 pointers that the loader writes before `main`, and copies
//! each page that holds one: a third of a cold start beyond a hello world's. Heap, stack and libraries stay where
//! chance puts them.

pub(crate) fn main() {
    println!("cargo::rerun-if-changed=../../infra/fixed-address.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
