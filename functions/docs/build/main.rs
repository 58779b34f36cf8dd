//! Draws the page and packs the document while the function is built, so that a request only gives them out.

#[path = "../../../infra/fixed-address.rs"]
mod fixed_address;
mod page;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    fixed_address::main();
    let written = Path::new("../../docs/openapi.json");
    for input in [written, Path::new("build")] {
        println!("cargo::rerun-if-changed={}", input.display());
    }
    let document = std::fs::read_to_string(written)?;
    let packed: serde_json::Value = serde_json::from_str(&document)?;
    let folder = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("openapi.json"), packed.to_string())?;
    std::fs::write(Path::new(&folder).join("page.html"), page::render(&document)?)?;
    Ok(())
}
