//! Formulas of deep learning and how they look: `formulas.txt` has each one's source and its drawing.
//!
//! `BLESS=1 cargo test --test it formulas::` writes what the program draws; read the difference before
//! committing it.

use backprop::typeset;
use backprop::typeset::theme::Theme;
use std::path::Path;

/// A width given in the sheet (`# width 40`) holds until the next.
const WIDTH: u16 = 76;

fn drawn(source: &str, width: u16) -> String {
    let page = typeset::lay_out(source, width, &Theme::plain());
    let line = |line: &ratatui::text::Line<'_>| format!("{line}").trim_end().to_owned();
    page.lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The sheet with every drawing made anew.
fn redrawn(sheet: &str) -> String {
    let mut out = String::new();
    let mut width = WIDTH;
    for line in sheet.lines().filter(|line| line.starts_with(['#', '>'])) {
        out.push_str(line);
        out.push('\n');
        if let Some(number) = line.strip_prefix("# width ") {
            width = number.parse().unwrap();
        }
        if let Some(source) = line.strip_prefix("> ") {
            out.push_str(&drawn(source, width));
            out.push_str("\n\n");
        }
    }
    out
}

#[test]
fn formulas_read_right() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formulas.txt");
    let sheet = std::fs::read_to_string(&path).unwrap();
    let drawn = redrawn(&sheet);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    assert!(sheet.lines().filter(|line| line.starts_with('>')).count() >= 60);
    if sheet != drawn {
        let differs = sheet.lines().zip(drawn.lines()).position(|(sheet, drawn)| sheet != drawn);
        panic!("line {} differs; BLESS=1 writes:\n{drawn}", differs.map_or(0, |line| line + 1));
    }
}
