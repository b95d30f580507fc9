//! What is asked for by name: filters, decks and folders. A name that there is none of is answered with those that
//! there are.

use crate::harness::home::{Home, text};
use crate::harness::run::program;
use std::fs;

const NOTES: &str = "# Nets\n\n## Pooling\n\n1. What is max pooling?\n   the largest\n\n2. What is average pooling?\n   the mean\n";

fn home() -> Home {
    let home = Home::new();
    home.write("nets.md", NOTES);
    home.say(&["import", "--yes", "--link", &home.name("nets.md")]);
    home
}

/// Rows: a filter that no card can have, and what is said to be allowed.
#[test]
fn a_filter_that_there_is_none_of_says_which_there_are() {
    let home = home();
    for (filter, allowed) in [
        ("is:bogus", "is:suspended"),
        ("deck:nosuch", "nets"),
        ("topic:nosuch", "Pooling"),
        ("is:", "is:due"),
    ] {
        let output = home.run(&["cards", filter]);
        let said = text(&output.stderr);
        assert!(
            !output.status.success() && said.contains(filter.rsplit(':').next().unwrap()),
            "{filter}: {said}"
        );
        assert!(said.contains(allowed) && output.stdout.is_empty(), "{filter}: {said}");
    }
    for (filter, cards) in
        [("is:new", 2), ("is:新卡", 2), ("deck:nets", 2), ("topic:pooling", 2), ("is:flagged", 0)]
    {
        let found = home.json(&["cards", "--json", filter, "deck:nets"]);
        assert_eq!(found.as_array().unwrap().len(), cards, "{filter}");
    }
}

/// A folder that happens to be called like a deck does not hide it, where the deck is not read from it.
#[test]
fn a_folder_named_like_a_deck_does_not_hide_it() {
    let home = home();
    let here = home.path("here");
    fs::create_dir_all(here.join("nets")).unwrap();
    let run =
        |arguments: &[&str]| program(home.path("data")).args(arguments).current_dir(&here).output().unwrap();
    for arguments in [&["cards", "nets"][..], &["next", "nets"], &["plan", "nets"]] {
        let output = run(arguments);
        let said = text(&output.stdout) + &text(&output.stderr);
        assert!(!said.contains("no questions found"), "{arguments:?}: {said}");
    }
    assert!(text(&run(&["cards", "nets"]).stdout).contains("max pooling"));
    // With its path it is the folder.
    fs::write(
        here.join("nets/other.md"),
        "1. What is a stride?\n   the step\n2. What is dilation?\n   gaps\n",
    )
    .unwrap();
    let said = text(&run(&["cards", "./nets"]).stdout);
    assert!(said.contains("stride") && !said.contains("max pooling"), "{said}");
    // A linked folder is read as a whole by its name.
    assert!(run(&["import", "--yes", "--link", "nets"]).status.success());
    assert!(text(&run(&["cards", "nets"]).stdout).contains("stride"));
}
