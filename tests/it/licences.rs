//! The list of crates that `backprop licences` prints is that of the crates in the program.

use crate::harness::not_run;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The crates that the program is built of on some system, not those of its tests: name, version, licence.
/// `None` where those of other systems have never been fetched.
fn crates() -> Option<String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--all-features"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    if !output.status.success() {
        not_run("licences of all crates", "those of other systems were never fetched");
        return None;
    }
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let by_id = |list: &Value| -> BTreeMap<String, Value> {
        let list = list.as_array().unwrap().iter();
        list.map(|entry| (entry["id"].as_str().unwrap().to_owned(), entry.clone())).collect()
    };
    let (packages, nodes) = (by_id(&metadata["packages"]), by_id(&metadata["resolve"]["nodes"]));
    let root = metadata["resolve"]["root"].as_str().unwrap().to_owned();
    let (mut found, mut waiting) = (BTreeSet::from([root.clone()]), vec![root.clone()]);
    while let Some(id) = waiting.pop() {
        for dependency in nodes[&id]["deps"].as_array().unwrap() {
            let kinds = dependency["dep_kinds"].as_array().unwrap();
            let id = dependency["pkg"].as_str().unwrap().to_owned();
            if kinds.iter().any(|kind| kind["kind"] != "dev") && found.insert(id.clone()) {
                waiting.push(id);
            }
        }
    }
    found.remove(&root);
    let row = |id: &String| {
        let package = &packages[id];
        let text = |field: &str| package[field].as_str().unwrap_or("see its files").to_owned();
        format!("{}\t{}\t{}\n", text("name"), text("version"), text("license"))
    };
    let rows: BTreeSet<String> = found.iter().map(row).collect();
    Some(rows.into_iter().collect())
}

#[test]
fn the_list_of_crates_is_whole() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/crates.tsv");
    let Some(crates) = crates() else { return };
    assert!(crates.lines().count() > 100, "{crates}");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, crates).unwrap();
        return;
    }
    let listed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        listed == crates,
        "the crates changed: `BLESS=1 cargo test --test it licences::` writes the list"
    );
}

#[test]
fn they_are_printed_with_the_grammars() {
    let output = Command::new(env!("CARGO_BIN_EXE_backprop")).arg("licences").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    for part in ["| ratatui | ", "| fsrs | ", "MIT or Apache-2.0"] {
        assert!(text.contains(part), "{part}");
    }
    #[cfg(feature = "highlight")]
    for part in ["## Grammars", "Permission is hereby granted"] {
        assert!(text.contains(part), "{part}");
    }
}
