//! Statistics as one HTML page that needs nothing else: charts inline, light and dark, for a phone, a
//! wide window and paper. It has no script, and loads nothing.

mod svg;

use super::material::statistics;
use super::{Format, Material};
use crate::messages::{self, ExportMessage, Message, Messages};
use crate::stats::Stats;
use crate::stats::sections::SECTIONS;
use crate::stats::table::{Cell, Table};
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

fn write(material: &Material<'_>) -> Result<Vec<u8>, Message> {
    let stats = statistics(material)?;
    let words = messages::of(material.desk.lang_of_words);
    Ok(page(&stats, words).into_string().into_bytes())
}

fn page(stats: &Stats, words: &'static Messages) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.stats.code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                // A browser asks for an icon unless the page has one.
                link rel="icon" href="data:,";
                title { "backprop: " (words.stats.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { "backprop: " (words.stats.title) }
                    p { (format!("{} · {}", (words.stats.at)(&stats.day.to_string()), words.stats.about)) }
                    @if stats.only_these_decks { p { (words.stats.only_these) } }
                    nav {
                        @for section in &SECTIONS {
                            a href=(format!("#{}", section.key)) { (section.title(words)) } " "
                        }
                    }
                }
                main {
                    @for section in &SECTIONS {
                        section id=(section.key) {
                            h2 { (section.title(words)) }
                            @for table in section.tables(stats, words) { (block(&table, stats, words)) }
                        }
                    }
                }
            }
        }
    }
}

fn block(table: &Table, stats: &Stats, words: &Messages) -> Markup {
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
                        summary { ((words.stats.rows)(table.rows.len())) }
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
