//! Draws the page and packs the document while the function is built, so that a request only gives them out.

#[path = "../../../infra/fixed-address.rs"]
mod fixed_address;
mod page;

use std::fs::File;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    fixed_address::main();
    let written = Path::new("../../docs/openapi.json");
    for input in [written, Path::new("build")] {
        println!("cargo::rerun-if-changed={}", input.display());
    }
    let document = std::fs::read_to_string(written)?;
    let packed: serde_json::Value = serde_json::from_str(&document)?;
    let folder = std::env::var("OUT_DIR")?;
    pack(&Path::new(&folder).join("openapi.json.gz"), &packed.to_string())?;
    pack(&Path::new(&folder).join("page.html.gz"), &page::render(&document)?)?;
    Ok(())
}

fn pack(path: &Path, text: &str) -> std::io::Result<()> {
    let mut encoder = GzEncoder::new(File::create(path)?, Compression::best());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()?;
    Ok(())
}
