//! `backprop import`: add notes to the library, as a copy or by a link, and keep progress over edits.
//!
//! Files become drafts, a preview may change them, and the workspace takes them; what that brought to light
//! (edited cards, doubtful ones, cards written twice) is told or asked about.

mod asking;
mod report;

use super::language::{failure, say};
use super::opening;
use super::{Global, out, study, tell, tell_error, tell_note};
use crate::card::CardId;
use crate::messages::{CommandMessage, DiskMessage, Help, HelpPage, Message};
use crate::store::library;
use crate::store::shelf::Wish;
use crate::store::spelling::shown;
use crate::terminal::{self, ProgramEnd};
use crate::ui::app::App;
use crate::ui::importing;
use crate::workspace::{
    Command, Draft, Drafts, Import, ImportAction, ImportChoice, Imported, Outcome, Request, Workspace, choose,
};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(clap::Args)]
#[command(after_long_help = say(HelpPage::Import))]
pub(super) struct Args {
    #[arg(help = say(Help::ImportPaths))]
    #[arg(value_name = "FILE or DIR")]
    paths: Vec<PathBuf>,
    #[arg(help = say(Help::ImportDeck))]
    #[arg(long, value_name = "NAME")]
    deck: Option<String>,
    #[arg(help = say(Help::Style))]
    #[arg(long, value_name = "STYLE")]
    style: Option<String>,
    #[arg(help = say(Help::ImportLink))]
    #[arg(long, conflicts_with = "copy")]
    link: bool,
    #[arg(help = say(Help::ImportCopy))]
    #[arg(long)]
    copy: bool,
    #[arg(help = say(Help::ImportAccept))]
    #[arg(long, conflicts_with = "decline")]
    accept: bool,
    #[arg(help = say(Help::ImportDecline))]
    #[arg(long)]
    decline: bool,
    #[arg(help = say(Help::ImportDryRun))]
    #[arg(long)]
    dry_run: bool,
    #[arg(help = say(Help::ImportYes))]
    #[arg(long, short)]
    yes: bool,
    #[arg(help = say(Help::ImportMerge))]
    #[arg(long)]
    merge_duplicates: bool,
    #[arg(help = say(Help::ImportUndo))]
    #[arg(long, value_name = "CARD", conflicts_with = "paths")]
    undo: Option<String>,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

impl Args {
    /// Whether there is somebody to ask.
    fn may_ask(&self) -> bool {
        let quiet = self.yes || self.dry_run || self.json;
        !quiet && io::stdin().is_terminal() && io::stdout().is_terminal() && terminal::require().is_ok()
    }

    /// What comes by standard input, where that is named.
    fn stream(&self) -> anyhow::Result<Option<Vec<u8>>> {
        let is_named = self.paths.iter().any(|path| path.as_os_str() == library::STREAM);
        Ok(is_named.then(|| library::stream_bytes(io::stdin().lock())).transpose()?)
    }

    fn request(&self) -> anyhow::Result<Request> {
        let wish = match (self.accept, self.decline) {
            (true, _) => Wish::Accept,
            (_, true) => Wish::Decline,
            _ => Wish::Wait,
        };
        Ok(Request {
            paths: self.paths.clone(),
            deck: self.deck.clone(),
            style: self.style.as_deref().map(opening::named_style).transpose()?,
            link: self.link,
            copy: self.copy,
            stream: self.stream()?,
            wish,
            unites_twins: self.merge_duplicates,
        })
    }
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    if let Some(card) = &args.undo {
        return undo(card, global);
    }
    let request = args.request()?;
    let mut workspace = opening::opening(&[], None, global)?.without_decks()?;
    opening::tell_notices(&mut workspace);
    let Drafts { mut drafts, unreadable, told } = workspace.drafts(&request)?;
    told.iter().for_each(|told| tell_note(&say(told)));
    unreadable.iter().for_each(|problem| tell_error(&say(Message::from(problem))));
    if drafts.is_empty() && unreadable.is_empty() && !args.paths.is_empty() {
        return Err(failure(DiskMessage::NoNotes));
    }
    if args.may_ask() && !importing::worth_a_look(&drafts).is_empty() {
        match preview(&drafts, &mut workspace)? {
            Ok(chosen) => choose(&mut drafts, &chosen),
            Err(code) => {
                tell(&say(CommandMessage::NothingImported));
                return Ok(code);
            }
        }
    }
    let imported = import(args, request, drafts, &mut workspace)?;
    report::print(&imported, args.json, args.dry_run)?;
    let drafts = &imported.drafts;
    let failed = !unreadable.is_empty()
        || (!drafts.is_empty() && drafts.iter().all(|draft| draft.action == ImportAction::Skipped));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Imports the drafts, and asks about what came to light.
fn import(
    args: &Args,
    request: Request,
    drafts: Vec<Draft>,
    workspace: &mut Workspace,
) -> anyhow::Result<Imported> {
    let import = Import { request, drafts, dry_run: args.dry_run, watcher: Some(bar) };
    let Outcome::Imported(imported) = workspace.run(Command::Import(Box::new(import)))? else {
        unreachable!("an import says what it did")
    };
    let mut imported = *imported;
    opening::tell_notices(workspace);
    if args.may_ask() {
        asking::about_waiting(workspace, &mut imported)?;
        asking::about_doubtful(workspace, &mut imported)?;
        asking::about_twins(workspace, &mut imported)?;
        opening::tell_notices(workspace);
    }
    Ok(imported)
}

/// Shows the drafts that would change something; when the user leaves without importing, the exit code.
fn preview(
    drafts: &[Draft],
    workspace: &mut Workspace,
) -> anyhow::Result<Result<Vec<ImportChoice>, ExitCode>> {
    let indices = importing::worth_a_look(drafts);
    let screen = importing::preview(drafts, &indices);
    let mut app = App::with(Box::new(screen), study::look(workspace.state()).0);
    let end = terminal::run(&mut app, workspace)?;
    Ok(match end {
        ProgramEnd::Accepted(chosen) => Ok(importing::choices(indices, chosen)),
        ProgramEnd::Quit => Err(ExitCode::SUCCESS),
        ProgramEnd::Signal(number) => Err(ExitCode::from(128u8.saturating_add(number as u8))),
    })
}

/// Takes back the last move of a card.
fn undo(card: &str, global: &Global) -> anyhow::Result<ExitCode> {
    let mut workspace = opening::look(&[], global)?;
    let undone = workspace.run(Command::UndoMove(CardId::from(card)))?;
    opening::tell_notices(&mut workspace);
    let Outcome::Parted { from, to } = undone else { unreachable!("taking a move back parts two cards") };
    let (from, to) = (from.to_string(), to.to_string());
    writeln!(out(), "{}", say(CommandMessage::Parted { from, to }))?;
    Ok(ExitCode::SUCCESS)
}

/// A bar on stderr while many files are stored, on a terminal only.
fn bar(done: usize, of: usize, path: &Path) {
    if of <= 20 || !io::stderr().is_terminal() {
        return;
    }
    let name = path.file_name().map(Path::new).map_or(String::new(), shown);
    let filled = "█".repeat(done * 20 / of);
    let name = crate::ui::widgets::shorten(&name, 40);
    let line = if done < of { format!("{filled:░<20} {done}/{of} {name}") } else { String::new() };
    let _ = write!(io::stderr(), "\r\x1b[K{line}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::CliCommand;
    use crate::store::leaf::READ;
    use crate::store::seen;
    use clap::Parser;
    use std::collections::HashSet;
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    /// Runs `backprop import`; gives the files of the cache that were read, and the records of what was seen.
    fn import(words: &[&str]) -> [Vec<PathBuf>; 2] {
        let args = crate::cli::Args::try_parse_from(words).unwrap();
        let Some(CliCommand::Import(import)) = args.command else { panic!("{words:?}") };
        READ.take();
        seen::READ.take();
        assert_eq!(run(&import, &args.global).unwrap(), ExitCode::SUCCESS);
        [READ.take(), seen::READ.take()]
    }

    #[test]
    fn an_import_reads_each_deck_of_the_library_once() {
        let (home, notes) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let home = home.path().to_str().unwrap();
        let files: Vec<PathBuf> = (1..=12).map(|file| notes.path().join(format!("n{file}.md"))).collect();
        for (file, path) in files.iter().enumerate() {
            fs::write(path, format!("# T\n\n1. What is thing {file}?\n\nIt is {file}.\n")).unwrap();
            // What was written just now is not cached.
            let past = SystemTime::now() - Duration::from_secs(60);
            File::options().append(true).open(path).unwrap().set_modified(past).unwrap();
        }
        let names: Vec<&str> = files.iter().map(|path| path.to_str().unwrap()).collect();
        let base = ["backprop", "--data-dir", home, "import", "--link", "--yes"];
        import(&[&base[..], &names[..11]].concat());
        for more in [&names[11..], &["--dry-run"], &[]] {
            let [caches, records] = import(&[&base[..], more].concat());
            // Who imports all of it again looks at the records first, to say what has changed.
            let looks = if more.len() == 1 && !more[0].starts_with('-') { 1 } else { 2 };
            for (read, looks) in [(caches, 1), (records, looks)] {
                let once: HashSet<&PathBuf> = read.iter().collect();
                assert!(once.len() >= 12, "{more:?}: {}", read.len());
                assert!(read.len() <= once.len() * looks, "{more:?}: {read:?}");
            }
        }
    }
}
