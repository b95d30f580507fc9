//! Statistics as one HTML page that needs nothing else: charts inline, light and dark, for a phone, a
//! wide window and paper. It has no script, and loads nothing.

mod svg;

use super::material::statistics;
use super::{Failed, Format, Material};
use crate::messages::ExportMessage;
use crate::stats::Stats;
use crate::stats::sections::SECTIONS;
use crate::stats::table::{Cell, Table};
use crate::stats::words::{self, Words};
use maud::{DOCTYPE, Markup, PreEscaped, html};

pub(super) const FORMAT: Format = Format {
    name: "html",
    about: ExportMessage::StatsHtml,
    is_text: true,
    has_images: false,
    write,
    places: None,
};

const STYLE: &str = include_str!("stats_html/style.css");

/// A table with more rows is folded away below its chart.
const SHORT: usize = 14;

fn write(material: &Material<'_>) -> Result<Vec<u8>, Failed> {
    let stats = statistics(material)?;
    let words = words::of(material.desk.lang_of_words);
    Ok(page(&stats, words).into_string().into_bytes())
}

fn page(stats: &Stats, words: &'static Words) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                // A browser asks for an icon unless the page has one.
                link rel="icon" href="data:,";
                title { "backprop: " (words.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { "backprop: " (words.title) }
                    p { (format!("{} · {}", (words.at)(&stats.day.to_string()), words.about)) }
                    @if stats.only_these_decks { p { (words.only_these) } }
                    nav {
                        @for (section, title) in SECTIONS.iter().zip(words.sections) {
                            a href=(format!("#{}", section.key)) { (title) } " "
                        }
                    }
                }
                main {
                    @for (section, title) in SECTIONS.iter().zip(words.sections) {
                        section id=(section.key) {
                            h2 { (title) }
                            @for table in section.tables(stats, words) { (block(&table, stats, words)) }
                        }
                    }
                }
            }
        }
    }
}

fn block(table: &Table, stats: &Stats, words: &Words) -> Markup {
    let (title, about) = table.heading;
    html! {
        article.wide[is_wide(table)] {
            h3 { (title) }
            p { (about) }
            @if table.is_empty() {
                p.nothing { "–" }
            } @else {
                @for chart in &table.charts { (svg::chart(*chart, table, stats.day)) }
                @if table.charts.is_empty() {
                    (rows(table))
                } @else {
                    details open[table.rows.len() <= SHORT] {
                        summary { ((words.rows)(table.rows.len())) }
                        (rows(table))
                    }
                }
            }
        }
    }
}

/// Whether a table has the whole width for itself. Beside a chart, there is room for more of it.
fn is_wide(table: &Table) -> bool {
    table.columns.len() >= if table.charts.is_empty() { 7 } else { 9 }
}

fn rows(table: &Table) -> Markup {
    html! {
        div.scroll {
            table {
                thead { tr { @for (_, title) in &table.columns { th scope="col" { (title) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for cell in row {
                                @if cell.is_number() || *cell == Cell::None {
                                    td.number { (cell.shown()) }
                                } @else {
                                    td { (cell.shown()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
