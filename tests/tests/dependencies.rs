//! The direction in which the workspace's crates may depend on each other, and what their programs may hold.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Each library may use those in the lines above its own, and none of its own line.
const LAYERS: [&[&str]; 4] =
    [&["domain"], &["store", "events", "auth", "files", "notify"], &["app"], &["http-api"]];

/// Functions without an HTTP interface; they skip `http-api`.
const WORKERS: [&str; 8] =
    ["websocket", "dispatcher", "mail", "live", "push", "files", "statistics", "sweep"];

/// What runs and tests the product from outside; everything may be used there.
const TOOLS: [&str; 7] = ["stack", "edge", "api-document", "sample-data", "xtask", "bench", "tests"];

/// It holds no code and fixes the features of third-party crates, so it has no direction.
const BUILD_FEATURES: &str = "build-features";

/// What cargo knows of the workspace's crates.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--no-deps"])
        .current_dir(stack::root())
        .output()
        .expect("cargo starts");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo's metadata is JSON");
    metadata["packages"].as_array().expect("the workspace has packages").clone()
}

/// The dependencies of each crate of the workspace on others of it; development dependencies aside.
fn workspace() -> BTreeMap<String, Vec<String>> {
    let packages = packages();
    let name = |value: &Value| value["name"].as_str().expect("a package has a name").to_owned();
    let is_code = |package: &&Value| package["name"].as_str() != Some(BUILD_FEATURES);
    let members: Vec<String> = packages.iter().filter(is_code).map(name).collect();
    packages
        .iter()
        .filter(is_code)
        .map(|package| {
            let dependencies = package["dependencies"].as_array().expect("a package lists its dependencies");
            let own = dependencies
                .iter()
                .filter(|dependency| dependency["kind"].as_str() != Some("dev"))
                .map(name)
                .filter(|dependency| members.contains(dependency));
            (name(package), own.collect())
        })
        .collect()
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&name))
}

#[test]
fn each_crate_has_a_place() {
    for name in workspace().keys() {
        let placed = layer(name).is_some() || name.ends_with("-function") || TOOLS.contains(&name.as_str());
        assert!(placed, "`{name}` has no place in the direction of dependencies; give it one in this test");
    }
}

#[test]
fn libraries_depend_on_lower_layers_only() {
    for (name, dependencies) in workspace() {
        let Some(own) = layer(&name) else { continue };
        for dependency in dependencies {
            assert!(
                layer(&dependency).is_some_and(|other| other < own),
                "`{name}` must not use `{dependency}`"
            );
        }
    }
}

#[test]
fn functions_use_libraries_and_never_each_other() {
    for (name, dependencies) in workspace() {
        let Some(area) = name.strip_suffix("-function") else {
            continue;
        };
        for dependency in dependencies {
            assert!(layer(&dependency).is_some(), "`{name}` must not use `{dependency}`");
            let skipped = WORKERS.contains(&area) && dependency == "http-api";
            assert!(!skipped, "`{name}` is a worker and has no use for `{dependency}`");
        }
    }
}

#[test]
fn what_starts_the_stack_knows_nothing_of_the_product() {
    let workspace = workspace();
    for name in ["stack", "edge"] {
        assert_eq!(workspace[name], Vec::<String>::new(), "{name}");
    }
}

#[test]
fn the_programs_of_functions_hold_nothing_to_test() {
    let functions = std::fs::read_dir(stack::root().join("functions")).expect("there are functions");
    for function in functions {
        let program = function.expect("a function's folder is readable").path().join("src/main.rs");
        let text = std::fs::read_to_string(&program).expect("each function has a program");
        assert!(!text.contains("#[test]"), "{} is not among what is tested", program.display());
    }
}

/// The text of all that belongs to a library, by its `src/lib.rs`.
fn sources(library: &Path) -> String {
    let mut folders = vec![library.parent().expect("a library stands in a folder").to_path_buf()];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of sources is readable") {
            let path = entry.expect("a folder of sources is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                text += &std::fs::read_to_string(&path).expect("a source is text");
            }
        }
    }
    text
}

/// Such a library is not linked for tests, so a test in it would never run.
#[test]
fn a_library_that_is_said_to_hold_no_tests_holds_none() {
    let in_test = ["#[test]", "#[tokio::test]", "proptest! {"];
    let in_example = ["/// ```", "//! ```"];
    for package in packages() {
        let targets = package["targets"].as_array().expect("a package has targets");
        for target in targets.iter().filter(|target| target["kind"][0] == "lib") {
            let path = target["src_path"].as_str().expect("a target has a file");
            let text = sources(Path::new(path));
            for (flag, marks) in [("test", &in_test[..]), ("doctest", &in_example[..])] {
                let holds = marks.iter().any(|mark| text.contains(mark));
                assert!(
                    !holds || target[flag] == true,
                    "{path}: take `{flag} = false` out of its Cargo.toml"
                );
            }
        }
    }
}
