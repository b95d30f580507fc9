//! `backprop stats`: the figures, short for people, whole for programs.

use super::language::say;
use super::opening;
use super::{Global, out, print_json};
use crate::desk::Desk;
use crate::messages::{self, Help};
use crate::stats::Stats;
use crate::stats::sections::SECTIONS;
use crate::stats::table::Table;
use crate::ui::format::figure;
use crate::workspace::Command;
use std::io::{self, Write};
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::StatsSources))]
    #[arg(value_name = "DECK or FILE")]
    sources: Vec<String>,
    #[command(flatten)]
    track: opening::TrackArgs,
    #[arg(help = say(Help::StatsAt))]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(help = say(Help::StatsJson))]
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::open(&args.sources, global)?;
    opening::tell_notices(&mut workspace);
    args.track.narrow(&mut workspace)?;
    opening::look_from(&mut workspace, args.at.as_deref())?;
    workspace.run(Command::LoadHistory)?;
    let desk = workspace.state();
    let stats = Stats::of(desk, !args.sources.is_empty())?;
    if args.json {
        print_json(&stats)?;
    } else {
        print(&stats, desk)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn print(stats: &Stats, desk: &Desk) -> anyhow::Result<()> {
    let words = messages::of(desk.lang_of_words);
    let mut out = out();
    writeln!(out, "{}", (words.stats.at)(&stats.day.to_string()))?;
    for section in &SECTIONS {
        let tables = section.tables(stats, words);
        for table in tables.iter().filter(|table| table.is_brief && !table.is_empty()) {
            writeln!(out, "\n{}{}{}", section.title(words), words.names.colon, table.heading.0)?;
            print_table(&mut out, table)?;
        }
    }
    Ok(())
}

fn print_table(out: &mut impl Write, table: &Table) -> io::Result<()> {
    let shown: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(figure).collect()).collect();
    let titles: Vec<String> = table.columns.iter().map(|(_, title)| (*title).to_owned()).collect();
    // A table of figures says what they are; titles would only repeat it.
    let lines: Vec<&Vec<String>> =
        (table.columns.len() > 2).then_some(&titles).into_iter().chain(&shown).collect();
    let widths: Vec<usize> = (0..titles.len())
        .map(|column| lines.iter().map(|line| line[column].width()).max().unwrap_or(0))
        .collect();
    for line in lines {
        write!(out, " ")?;
        for (column, (cell, width)) in line.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.width());
            if column == 0 { write!(out, " {cell}{gap}")? } else { write!(out, "  {gap}{cell}")? }
        }
        writeln!(out)?;
    }
    Ok(())
}
