//! What a build without a feature says where that feature would be, in both languages.

#![cfg(not(all(feature = "images", feature = "anki", feature = "highlight")))]

use crate::harness::home::Home;

/// The command that makes a build with everything.
const WAY_OUT: &str = "`cargo install --locked --path .`";

/// What a command says, in English and in Chinese.
fn said(home: &Home, arguments: &[&str]) -> [String; 2] {
    ["en", "zh"].map(|lang| {
        let output = home.run(&[&["--lang", lang], arguments].concat());
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
    })
}

#[test]
fn doctor_names_what_is_missing() {
    let home = Home::new();
    for said in said(&home, &["doctor"]) {
        assert!(said.contains(WAY_OUT), "{said}");
        for (feature, is_built) in [
            ("images", cfg!(feature = "images")),
            ("anki", cfg!(feature = "anki")),
            ("highlight", cfg!(feature = "highlight")),
        ] {
            let lacking =
                said.lines().find(|line| line.contains("without") || line.contains("未启用")).unwrap();
            assert_eq!(lacking.contains(feature), !is_built, "{lacking}");
        }
    }
}

#[test]
#[cfg(not(feature = "anki"))]
fn packages_are_refused_with_the_build_that_reads_them() {
    let home = Home::new();
    let package = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packages/latest.apkg");
    // By its name, and by its bytes under another name.
    let renamed = home.write("backup.zip", std::fs::read(package).unwrap());
    let written = home.name("deck.apkg");
    for arguments in [
        &["import", "--yes", package][..],
        &["import", "--yes", &renamed],
        &["check", package],
        &["export", "deck", "transformer", "--format", "apkg", "-o", &written],
    ] {
        for said in said(&home, arguments) {
            assert!(said.contains(WAY_OUT) && said.contains("`anki`"), "{arguments:?}: {said}");
        }
    }
    assert!(!home.path("deck.apkg").exists());
}
