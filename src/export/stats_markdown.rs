//! Statistics as Markdown: tables that read well as text and on any web page.

use super::material::statistics;
use super::{Format, Material};
use crate::messages::{self, ExportMessage, Message};
use crate::stats::sections::SECTIONS;
use crate::stats::table::{Cell, Table};
use std::fmt::Write;

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: ExportMessage::StatsMarkdown,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let stats = statistics(material)?;
    let words = messages::of(material.desk.lang_of_words);
    let mut out =
        format!("# backprop: {}\n\n{}\n", words.stats.title, (words.stats.at)(&stats.day.to_string()));
    out.push_str(&format!("\n{}\n", words.stats.about));
    if stats.only_these_decks {
        out.push_str(&format!("\n{}\n", words.stats.only_these));
    }
    for section in &SECTIONS {
        write!(out, "\n## {}\n", section.title(words)).expect("writing to a string never fails");
        for table in section.tables(&stats, words) {
            write_table(&mut out, &table);
        }
    }
    Ok(out.into_bytes())
}

fn write_table(out: &mut String, table: &Table) {
    let (title, about) = table.heading;
    out.push_str(&format!("\n### {title}\n\n{about}\n"));
    if table.is_empty() {
        return;
    }
    out.push('\n');
    let titles = table.columns.iter().map(|(_, title)| escaped(title));
    line(out, titles);
    // A column is as its first figure is.
    let is_number = |column: usize| {
        let figure = table.rows.iter().map(|row| &row[column]).find(|cell| **cell != Cell::None);
        figure.is_some_and(Cell::is_number)
    };
    line(
        out,
        (0..table.columns.len()).map(|column| if is_number(column) { "--:" } else { "---" }.to_owned()),
    );
    for row in &table.rows {
        line(out, row.iter().map(|cell| escaped(&cell.shown())));
    }
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}

/// A text that Markdown shows as it is, on one line. An escaped `]` is left alone: after an escaped
/// `[` it would end a formula in some readers, and it opens nothing.
fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for letter in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | '<' | '>' | '|' | '$' | '#' | '~') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    #[test]
    fn a_text_in_a_cell_stays_what_it_is() {
        for text in ["a|b", "2*3*4 `x` <b>", "[a](b) $x^2$ \\", "_x_ ~~y~~ **z**"] {
            assert_eq!(markdown::text(&markdown::inlines(&escaped(text))), text);
        }
        assert_eq!(escaped("a\nb"), "a b");
    }
}
