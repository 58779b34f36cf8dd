use std::process::Command;

use anyhow::{Result, bail};
use stack::find_program;

struct Missing {
    what: &'static str,
    why: &'static str,
    rocky: &'static str,
    debian: &'static str,
    macos: &'static str,
}

/// Checks what `up` needs before anything long begins, and names what is missing with how to install it.
///
/// # Errors
///
/// When something is missing that has no substitute.
pub(crate) fn check() -> Result<()> {
    let mut missing = Vec::new();
    if stack::python().is_none() {
        missing.push(Missing {
            what: "Python 3.10 or newer, with venv",
            why: "the embedded AWS engine is written in it",
            rocky: "sudo dnf install python3.11",
            debian: "sudo apt install python3 python3-venv",
            macos: "brew install python@3.12",
        });
    }
    let node = Command::new("node").arg("--version").output();
    let node_major = node.ok().and_then(|output| {
        String::from_utf8_lossy(&output.stdout)
            .trim()
            .trim_start_matches('v')
            .split('.')
            .next()?
            .parse::<u32>()
            .ok()
    });
    if node_major.is_none_or(|major| major < 20) || find_program(&["npm"]).is_none() {
        missing.push(Missing {
            what: "Node 20 or newer, with npm",
            why: "it builds the web app",
            rocky: "sudo dnf module enable nodejs:20 && sudo dnf install nodejs npm",
            debian: "sudo apt install nodejs npm",
            macos: "brew install node",
        });
    }
    if find_program(&["cc", "gcc", "clang"]).is_none() {
        missing.push(Missing {
            what: "a C compiler",
            why: "the functions' TLS library is built with it",
            rocky: "sudo dnf install gcc cmake",
            debian: "sudo apt install build-essential cmake",
            macos: "xcode-select --install",
        });
    }
    let java = Command::new("java").arg("-version").output().is_ok_and(|output| output.status.success());
    if !java {
        eprintln!("Java 17 is not installed: the engine's own table is used, which is slow with much data.");
        eprintln!("  Rocky Linux: sudo dnf install java-17-openjdk-headless");
        eprintln!("  Debian:      sudo apt install openjdk-17-jre-headless");
        eprintln!("  macOS:       brew install openjdk@17\n");
    }
    if missing.is_empty() {
        return Ok(());
    }
    let mut text = String::from("this machine lacks:\n");
    for it in missing {
        text += &format!("\n{} ({})\n", it.what, it.why);
        text += &format!(
            "  Rocky Linux: {}\n  Debian:      {}\n  macOS:       {}\n",
            it.rocky, it.debian, it.macos
        );
    }
    bail!(text)
}
