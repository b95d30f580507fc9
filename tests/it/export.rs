//! Exports as other programs get them: the real binary, its output, and what comes back from it.

use crate::harness::home::{Home, text};
use serde_json::Value;
use std::fs;

const NOTES: &str = "# 卷积\n\n1. 什么是\"卷积\"？\n<!-- id: conv -->\n局部连接\n\n2. 什么是池化？\n<!-- id: pool -->\n降维\n";

#[test]
fn reviews_come_out_as_a_table_and_as_lines() {
    let home = Home::new();
    let notes = home.write("notes.md", NOTES);
    home.say(&["import", "-y", &notes]);
    let other = home.write("other.md", "1. Elsewhere?\n<!-- id: of-no-deck -->\nYes.\n");
    home.say(&["grade", "conv", "good", "--ms", "5400"]);
    home.say_at("2026-11-22T10:00:01Z", &["grade", "pool", "again"]);
    home.say_at("2026-11-22T10:00:02Z", &["grade", "of-no-deck", "easy", "--in", &other]);
    let table = home.say(&["export", "reviews", "--format", "csv"]);
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines.len(), 5, "{table}");
    assert_eq!(lines[0], "at,day,card,deck,topic,question,grade,mode,ms,confidence,points,missed");
    let row = "2026-11-22T10:00:00.000Z,2026-11-22,conv,notes,,\"什么是\"\"卷积\"\"？\",good,recall,5400,,,";
    assert_eq!(lines[1], row);
    assert_eq!(lines[3], "2026-11-22T10:00:02.000Z,2026-11-22,of-no-deck,,,,easy,recall,0,,,");
    let file = home.path("out.jsonl");
    assert_eq!(
        home.say(&["export", "reviews", "notes", "--format", "jsonl", "-o", file.to_str().unwrap()]),
        ""
    );
    let read = fs::read_to_string(file).unwrap();
    let rows: Vec<Value> = read.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let graded: Vec<_> = rows.iter().map(|row| (row["card"].as_str(), row["grade"].as_str())).collect();
    assert_eq!(graded, [(Some("conv"), Some("good")), (Some("pool"), Some("again"))]);
    assert_eq!((rows[0]["ms"].as_u64(), rows[0]["deck"].as_str()), (Some(5400), Some("notes")));
}

#[test]
fn an_undone_review_is_not_exported() {
    let home = Home::new();
    home.say(&["grade", "pooling", "good"]);
    let log = home.path("data/progress.json");
    let text = fs::read_to_string(&log).unwrap();
    let undo = ",{\"at\":\"2026-11-22T10:00:05.000Z\",\"day\":\"2026-11-22\",\"card\":\"pooling\",\"event\":\"undo\",\"of\":\"2026-11-22T10:00:00.000Z\"}\n]\n";
    fs::write(&log, text.replace("]\n", undo)).unwrap();
    assert_eq!(home.say(&["export", "reviews", "--format", "jsonl"]), "");
}

#[test]
fn a_format_that_is_not_there_is_told_with_those_that_are() {
    let home = Home::new();
    let output = home.run_at("2026-11-22T10:00:00Z", &["export", "reviews", "--format", "xlsx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("formats: csv, jsonl"), "{}", text(&output.stderr));
    let output = home.run_at("2026-11-22T10:00:00Z", &["export", "nothing"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_deck_comes_out_as_lines_of_json() {
    let home = Home::new();
    let notes = home.write(
        "notes.md",
"# CNN\n\n1. Why pool?\n<!-- id: pool -->\n\n- fewer values\n- some *invariance*\n\n# RNN\n\n2. What is a gate?\n\nA product.\n",
    );
    home.say(&["import", "-y", &notes]);
    let written = home.say(&["export", "deck", "notes", "--format", "jsonl"]);
    let lines: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines.len(), &lines[1]["points"]), (2, &serde_json::json!(["A product."])));
    let line = &lines[0];
    assert_eq!((&line["id"], &line["deck"], &line["lang"]), (&"pool".into(), &"notes".into(), &"en".into()));
    assert_eq!((&line["topic"][0], &line["question"]), (&"CNN".into(), &"Why pool?".into()));
    assert_eq!(line["points"], serde_json::json!(["fewer values", "some *invariance*"]));
    let built_in = home.say(&["export", "deck", "deep-learning", "--format", "jsonl"]);
    let langs = |lang: &str| built_in.lines().filter(|line| line.contains(lang)).count();
    assert_eq!(langs("\"lang\":\"en\""), langs("\"lang\":\"zh\""), "both languages of each card");
}
