//! Statistics as a user gets them: the command and its exports, from the real binary.

use crate::harness::home::Home;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Notes whose words would act on a page if they got there as they are.
const NOTES: &str = "# Notes\n\n## <img src=x onerror=alert(1)> & \"topic\"\n\n1. What is `</script><script>alert(1)</script>` | **bold**?\n<!-- id: pool -->\nAn answer.\n\n2. 什么是池化？\n<!-- id: conv -->\n降维\n";

/// A library with a deck of two cards and a log of three weeks.
fn studied() -> Home {
    let home = Home::new();
    fs::write(home.path("notes.md"), NOTES).unwrap();
    home.say(&["import", "-y", home.path("notes.md").to_str().unwrap()]);
    let mut lines = vec![r#"[{"backprop":"progress","version":1}"#.to_owned()];
    for day in 1..22 {
        for (card, minute) in [("pool", 0), ("conv", 1), ("of-no-deck", 2)] {
            let grade = if (day + minute) % 5 == 0 { "again" } else { "good" };
            lines.push(format!(
                r#",{{"at":"2026-11-{day:02}T09:{minute}0:00.000Z","day":"2026-11-{day:02}","card":"{card}","event":"review","grade":"{grade}","mode":"recall","ms":9000,"confidence":"likely"}}"#
            ));
        }
    }
    lines.push(r#",{"at":"2026-11-10T08:00:00.000Z","day":"2026-11-10","event":"plan","date":"2026-12-01","minutes":30,"weights":{}}"#.to_owned());
    fs::write(home.path("data/progress.json"), lines.join("\n") + "\n]\n").unwrap();
    home
}

#[test]
fn the_command_and_the_export_tell_the_same() {
    let home = studied();
    let figures = home.json(&["stats", "--json"]);
    assert_eq!(figures["grades"]["again"], 12);
    assert_eq!(figures["days"].as_array().unwrap().len(), 21);
    let mut exported = home.json(&["export", "stats"]);
    // The clock went on between the two.
    exported["at"] = figures["at"].clone();
    assert_eq!(exported, figures);
    let ours = home.json(&["stats", "notes", "--json"]);
    assert_eq!(ours["days"][0]["answers"], 2, "the card of no deck is left out");
    let told = home.say(&["stats"]);
    assert!(told.contains("Answers in all") && told.contains("Expected recall"), "{told}");
    let told = home.say(&["stats", "--lang", "zh"]);
    // Decks are called as on the screens; scripts get their names.
    assert!(told.contains("真实保持率") && told.contains("Notes"), "{told}");
    assert!(told.contains("深度学习面试基础") && !told.contains("deep-learning"), "{told}");
    let table = home.say(&["export", "stats", "--format", "csv"]);
    assert!(table.contains(",deep-learning,") && !table.contains("interview basics"), "{table}");
}

#[test]
fn at_another_time_only_what_had_happened_counts() {
    let home = studied();
    let past = home.json(&["stats", "--at", "2026-11-07T09:01:30Z", "--json"]);
    assert_eq!((&past["day"], &past["today"]["answers"]), (&"2026-11-07".into(), &2.into()));
    assert_eq!(past["days"].as_array().unwrap().len(), 7);
    assert_eq!(past["readiness"], Value::Null, "the date was set later");
    let future = home.json(&["stats", "--at", "2027-01-01T09:00:00Z", "--json"]);
    let recall = |figures: &Value| figures["cards"]["expected"].as_f64().unwrap();
    assert!(recall(&future) < recall(&home.json(&["stats", "--json"])));
    assert_eq!(home.run(&["stats", "--at", "soon"]).status.code(), Some(1));
}

#[test]
fn values_come_as_one_line_a_figure() {
    let home = studied();
    let text = home.say(&["export", "stats", "--format", "csv"]);
    let mut lines = text.split_terminator("\r\n");
    assert_eq!(lines.next(), Some("section,table,row,label,column,value"));
    let all: Vec<&str> = lines.collect();
    assert!(all.contains(&"overview,grades,1,Again,answers,12"), "{}", &text[..2000]);
    assert!(all.iter().any(|line| line.starts_with("retention,retention,3,all,recall,0.")));
    // Keys and labels stay, whatever language the program speaks.
    let chinese = home.say(&["export", "stats", "--format", "csv", "--lang", "zh"]);
    let overview = |text: &str| {
        text.lines().filter(|line| line.starts_with("overview")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(overview(&text), overview(&chinese));
    assert!(all.iter().any(|line| line.contains("readiness,readiness,1,2026-11-01,expected,")));
}

#[test]
fn the_markdown_holds_tables_of_even_rows() {
    let home = studied();
    for lang in ["en", "zh"] {
        let text = home.say(&["export", "stats", "--format", "markdown", "--lang", lang]);
        let mut options = pulldown_cmark::Options::empty();
        options.insert(pulldown_cmark::Options::ENABLE_TABLES);
        let (mut cells, mut rows) = (0, Vec::new());
        for event in pulldown_cmark::Parser::new_ext(&text, options) {
            use pulldown_cmark::{Event, TagEnd};
            match event {
                Event::End(TagEnd::TableCell) => cells += 1,
                Event::End(TagEnd::TableRow | TagEnd::TableHead) => rows.push(std::mem::take(&mut cells)),
                Event::End(TagEnd::Table) => {
                    assert!(rows.len() > 1 && rows.iter().all(|row| *row == rows[0]), "{rows:?}");
                    rows.clear();
                }
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
                _ => {}
            }
        }
        assert!(text.matches("\n### ").count() >= 24, "{text}");
    }
}

/// Elements that have no end.
const VOID: [&str; 3] = ["meta", "link", "br"];

/// Checks that every element ends where it should, and gives the names of all.
fn elements(html: &str) -> Vec<String> {
    let (mut open, mut all) = (Vec::new(), Vec::new());
    let body = html.strip_prefix("<!DOCTYPE html>").unwrap();
    for tag in body.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("a lone <: {tag}"));
        let name = tag.trim_start_matches('/').split_whitespace().next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "ends at its place");
        } else {
            all.push(name.to_owned());
            if !VOID.contains(&name) {
                open.push(name.to_owned());
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    all
}

#[test]
fn the_page_needs_nothing_and_nothing_in_it_acts() {
    let home = studied();
    for lang in ["en", "zh"] {
        let page = home.say(&["export", "stats", "--format", "html", "--lang", lang]);
        let elements = elements(&page);
        for forbidden in ["script", "img", "iframe", "object", "form"] {
            assert!(elements.iter().all(|name| name != forbidden), "{forbidden}");
        }
        assert!(elements.iter().filter(|name| *name == "svg").count() > 15);
        // The name of a vocabulary is no address that is loaded.
        let rest = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!rest.contains("http") && !rest.contains("url(") && !rest.contains("@import"));
        assert!(rest.contains("prefers-color-scheme: dark") && rest.contains("@media print"));
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        let mut words = page.split(|letter: char| !letter.is_alphanumeric());
        assert!(words.all(|word| word != "NaN" && word != "inf"), "every shape has its place");
    }
}

/// A browser that is on this machine.
fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| names.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

/// What a browser says on its console while it shows a page.
fn console(browser: &Path, page: &Path, profile: &Path) -> String {
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--enable-logging=stderr", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", page.display()))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.stdout.len() > 20, "the page was shown");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    told.lines().filter(|line| line.contains("CONSOLE")).collect::<Vec<_>>().join("\n")
}

/// Runs where a browser is.
#[test]
fn a_browser_has_nothing_to_complain_about() {
    let Some(browser) = browser() else { return };
    let home = studied();
    let faulty = home.path("faulty.html");
    fs::write(&faulty, "<!DOCTYPE html><title>x</title><script>console.error('seen')</script>").unwrap();
    assert!(console(&browser, &faulty, &home.path("profile")).contains("seen"), "a complaint would be heard");
    let page = home.path("stats.html");
    home.say(&["export", "stats", "--format", "html", "-o", page.to_str().unwrap()]);
    assert_eq!(console(&browser, &page, &home.path("profile")), "");
}
