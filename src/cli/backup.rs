//! `backprop backup`: one archive of what is the learner's own, and the way back.

use super::clock::clock;
use super::language::{failure, say};
use super::printing::tell_share;
use super::{Global, answer, out, print_json, tell_note};
use crate::day::{At, Calendar, Zone};
use crate::messages::{BackupMessage, Help, Message};
use crate::store::backup::{self, Changes};
use crate::store::dirs::Dirs;
use crate::store::library;
use crate::store::problem::Problem;
use crate::store::settings_file::SettingsFile;
use crate::store::spelling::shown;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::BackupFile))]
    #[arg(value_name = "FILE or DIR", conflicts_with = "restore")]
    file: Option<PathBuf>,
    #[arg(help = say(Help::BackupRestore))]
    #[arg(long, value_name = "FILE")]
    restore: Option<PathBuf>,
    #[arg(help = say(Help::BackupDryRun))]
    #[arg(long, requires = "restore")]
    dry_run: bool,
    #[arg(help = say(Help::BackupYes))]
    #[arg(long, requires = "restore")]
    yes: bool,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

/// What was written, in `--json` output.
#[derive(Serialize)]
struct WrittenJson {
    file: String,
    files: usize,
    bytes: u64,
}

/// What changes, in `--json` output.
#[derive(Serialize)]
struct RestoredJson<'a> {
    made: String,
    new: &'a [String],
    replaced: &'a [String],
    newer: &'a [String],
    gone: &'a [String],
    events_only_here: usize,
    done: bool,
    aside: Option<String>,
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let dirs = Dirs::find(global.data_dir.as_deref())?;
    let now = clock()?.now();
    if let Some(aside) = backup::finish(&dirs)? {
        tell_note(&say(BackupMessage::Finished { aside: shown(&aside) }));
    }
    match &args.restore {
        Some(file) => restore(args, file, &dirs, now),
        None => write(args, &dirs, now),
    }
}

fn write(args: &Args, dirs: &Dirs, now: At) -> anyhow::Result<ExitCode> {
    let target = target(args.file.as_deref(), dirs, now);
    let written = match backup::write(dirs, &target, now, &mut tell_share()) {
        Err(Problem::Io { cause, .. }) if cause.kind() == io::ErrorKind::AlreadyExists => {
            return Err(failure(BackupMessage::TargetExists { path: shown(&target) }));
        }
        written => written?,
    };
    for (path, why) in written.left {
        tell_note(&say(BackupMessage::NotTaken { path, why: why.into() }));
    }
    let ending = target.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| ending != "zip") {
        tell_note(&say(BackupMessage::IsZip { path: shown(&target) }));
    }
    let (file, files, bytes) = (shown(&target), written.files, written.bytes);
    if args.json {
        print_json(&WrittenJson { file, files, bytes })?;
    } else {
        writeln!(out(), "{}", say(BackupMessage::Written { path: file, files, size: size(bytes) }))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The file that was named; in a folder one that is named by the day.
fn target(named: Option<&Path>, dirs: &Dirs, now: At) -> PathBuf {
    let folder = match named {
        Some(file) if !file.is_dir() => return file.to_path_buf(),
        Some(folder) => folder,
        None => Path::new(""),
    };
    let rollover_hour =
        SettingsFile::in_folder(&dirs.config).read().map_or(0, |(read, _)| read.day_starts_at);
    let day = Calendar { zone: Zone::Local, rollover_hour }.moment(now).day;
    let file = |name: &str| folder.join(format!("{name}.zip"));
    file(&library::unique_name(&format!("backprop-{day}"), |name| file(name).exists()))
}

/// Day and time of this machine's clock.
pub(super) fn local(at: At) -> String {
    let offset = Calendar { zone: Zone::Local, rollover_hour: 0 }.offset(at);
    at.plus_seconds(offset).to_string().replace('T', " ").chars().take(16).collect()
}

fn restore(args: &Args, file: &Path, dirs: &Dirs, now: At) -> anyhow::Result<ExitCode> {
    let backup = backup::open(file, dirs, &mut tell_share())?;
    let changes = backup.changes(dirs)?;
    let made = backup.at;
    if !args.json {
        let (files, decks, answers) = (backup.files, backup.decks, backup.answers);
        let holds = [
            BackupMessage::Made { at: local(made), files },
            BackupMessage::Decks { decks },
            BackupMessage::Answers { answers },
        ];
        let holds: Vec<String> = holds.iter().map(say).collect();
        writeln!(out(), "{}", holds.join(" · "))?;
        print(&changes)?;
    }
    let is_done = !args.dry_run && !changes.is_none();
    if is_done && changes.moves_aside() && !args.yes {
        agree(args.json)?;
    }
    let aside = if is_done { backup.restore(dirs, &changes, now)? } else { None };
    if args.json {
        let Changes { new, replaced, newer, gone, events } = &changes;
        let aside = aside.as_deref().map(shown);
        let events_only_here = *events;
        let made = made.to_string();
        print_json(&RestoredJson {
            made,
            new,
            replaced,
            newer,
            gone,
            events_only_here,
            done: is_done,
            aside,
        })?;
    } else if is_done {
        let files = changes.new.len() + changes.replaced.len();
        writeln!(out(), "{}", say(BackupMessage::Done { files }))?;
        if let Some(aside) = aside {
            writeln!(out(), "{}", say(BackupMessage::Aside { aside: shown(&aside) }))?;
        }
    }
    let of_machine = changes.new.iter().chain(&changes.replaced).any(|path| path == backup::MACHINE);
    if is_done && of_machine {
        let path = shown(&dirs.config.join(backup::MACHINE_ASIDE));
        tell_note(&say(BackupMessage::MachineAside { path }));
    }
    Ok(ExitCode::SUCCESS)
}

/// Asks whether what is here may give way; without an answer it does not.
fn agree(is_silent: bool) -> anyhow::Result<()> {
    if is_silent || !io::stdin().is_terminal() {
        return Err(failure(BackupMessage::HowTo));
    }
    write!(out(), "{}", say(BackupMessage::Ask))?;
    match answer()? {
        Some(true) => Ok(()),
        _ => Err(failure(BackupMessage::NotDone)),
    }
}

/// What is said of so many files, by some of their names.
type PathsSaid = fn(usize, String) -> BackupMessage;

fn print(changes: &Changes) -> anyhow::Result<()> {
    let mut lines: Vec<Message> = Vec::new();
    let rows: [(&[String], PathsSaid); 4] = [
        (&changes.new, |count, names| BackupMessage::New { count, names }),
        (&changes.replaced, |count, names| BackupMessage::Replaced { count, names }),
        (&changes.newer, |_, names| BackupMessage::NewerHere { names }),
        (&changes.gone, |count, names| BackupMessage::Gone { count, names }),
    ];
    for (paths, said) in rows.into_iter().filter(|(paths, _)| !paths.is_empty()) {
        lines.push(said(paths.len(), listed(paths)).into());
    }
    if changes.events > 0 {
        lines.push(BackupMessage::EventsHere { events: changes.events }.into());
    }
    if changes.is_none() {
        lines.push(BackupMessage::AllThere.into());
    }
    let mut out = out();
    lines.iter().try_for_each(|line| writeln!(out, "{}", say(line)))?;
    Ok(())
}

/// A few names.
fn listed(paths: &[String]) -> String {
    const MOST: usize = 5;
    let few: Vec<&str> = paths.iter().take(MOST).map(String::as_str).collect();
    format!("{}{}", few.join(", "), if paths.len() > MOST { ", …" } else { "" })
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
