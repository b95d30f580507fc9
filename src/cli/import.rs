//! `backprop import`: add notes to the library, as a copy or by a link, and keep progress over edits.
//!
//! Files become drafts, a preview may change them, the shelf takes them, the library is read again, and
//! what that brings to light (edited cards, doubtful ones, cards written twice) is told or asked about.

mod agreeing;
mod drafts;
mod history;
mod report;

use super::setup::{self, Files, Library, Setup};
use super::{Global, out, study, tell};
use crate::card::CardId;
use crate::day::At;
use crate::desk::Desk;
use crate::import::{self, Style};
use crate::progress::Kind;
use crate::store::apart::Apart;
use crate::store::dirs::Dirs;
use crate::store::library::{self, shown};
use crate::store::seen::{self, Change, Seen, Source};
use crate::store::shelf::{How, Item, Shelf};
use crate::terminal::{self, Clock, End};
use crate::ui::app::{App, Chosen};
use crate::ui::screens::preview::{Draft as Shown, Preview};
use anyhow::{Context, bail};
use drafts::{Action, Draft};
use report::Report;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// What programs read, on the page of the long help.
const JSON: &str = "\
--json prints an array, one object a file: that of `check --json` (file, encoding, style, deck, cards,
diagnostics) and
  action      added, updated, unchanged, or skipped (no questions)
  how         link (the notes stay the truth) or copy
  waits       lines that came from other machines and are not in the notes: + or - and the line
  moved       cards whose progress was carried over: from, from_question, to, question
  doubtful    the same of cards that may be old ones, edited; nothing was moved
  duplicates  cards that stand twice: card, deck, question, other, other_deck, other_question, merged
  images      images carried along, as paths below decks/ of the data folder
  history     of a package: reviews added to the progress file, their cards, due dates taken over, cards
              suspended; null for notes
  out         cards marked out";

#[derive(clap::Args)]
#[command(after_long_help = JSON)]
pub(super) struct Args {
    /// Files or folders of notes, or packages of Anki; none reads everything imported again
    #[arg(value_name = "FILE or DIR")]
    paths: Vec<PathBuf>,
    /// Name of the deck; the file's own otherwise. All files named go into this one deck
    #[arg(long, value_name = "NAME")]
    deck: Option<String>,
    /// Read every file in this style instead of the one that fits best
    #[arg(long, value_name = "STYLE")]
    style: Option<String>,
    /// Refer to the notes where they stand, which is the rule: they stay the truth, edits show up, and a
    /// mirror serves when they are away
    #[arg(long, conflicts_with = "copy")]
    link: bool,
    /// Make a deck that lives in the data folder alone
    #[arg(long)]
    copy: bool,
    /// Take what arrived from other machines into the notes, and let files that went be gone
    #[arg(long, conflicts_with = "decline")]
    accept: bool,
    /// Leave the notes as they are, and keep aside what arrived from other machines
    #[arg(long)]
    decline: bool,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Import without a preview and without questions
    #[arg(long, short)]
    yes: bool,
    /// Make cards that stand twice one card
    #[arg(long)]
    merge_duplicates: bool,
    /// Take back that an edited card was given this card's progress, or that two were merged
    #[arg(long, value_name = "CARD", conflicts_with = "paths")]
    undo: Option<String>,
    /// Print JSON for programs
    #[arg(long)]
    json: bool,
}

impl Args {
    /// Whether there is somebody to ask.
    fn may_ask(&self) -> bool {
        let quiet = self.yes || self.dry_run || self.json;
        !quiet && io::stdin().is_terminal() && io::stdout().is_terminal() && terminal::require().is_ok()
    }
}

pub(super) fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    if let Some(card) = &args.undo {
        return undo(card, global);
    }
    let style = args.style.as_deref().map(style_named).transpose()?;
    let dirs = Dirs::find(global.data_dir.as_deref())?;
    let data = dirs.data.clone();
    let shelf = Shelf::of(&dirs)?;
    let now = Clock::new(setup::start_of_clock()?).now();
    let (mut drafts, unreadable) = drafts::gather(args, style, &shelf, &Seen::new(&data))?;
    unreadable.iter().for_each(|problem| tell(&format!("error: {problem}")));
    if drafts.is_empty() && unreadable.is_empty() && !args.paths.is_empty() {
        bail!(library::NO_NOTES);
    }
    if args.may_ask() && drafts.iter().any(|draft| draft.action.changes()) {
        match preview(&drafts, global)? {
            Ok(chosen) => drafts::choose(&mut drafts, &chosen),
            Err(code) => {
                tell("nothing was imported");
                return Ok(code);
            }
        }
    }
    let mut report = Report::default();
    if !args.dry_run {
        store(args, &dirs, now, &mut drafts, &mut report)?;
    }
    // From here on the library is as it will be, and is read once.
    if args.dry_run {
        let (setup, library) = setup::look_at_library(global)?;
        report.changes(foresee(&data, &drafts, &setup.desk, &library));
        duplicates(args, &data, &mut drafts, setup, library, &mut report)?;
    } else {
        let (mut setup, library) = setup::open_library(global)?;
        setup.tell_notices();
        report.changes(recognise(args, &data, &mut setup, &library)?);
        report.history = history::bring(&drafts, &mut setup)?;
        duplicates(args, &data, &mut drafts, setup, library, &mut report)?;
    }
    report.print(&drafts, args.json, args.dry_run)?;
    let failed = !unreadable.is_empty()
        || (!drafts.is_empty() && drafts.iter().all(|draft| draft.action == Action::Skipped));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn style_named(name: &str) -> anyhow::Result<&'static Style> {
    import::named(name).with_context(|| {
        let known: Vec<&str> = import::STYLES.iter().map(|style| style.name).collect();
        format!("there is no style named {name}; styles: {}", known.join(", "))
    })
}

/// Shows the drafts that would change something; when the user leaves without importing, the exit code.
fn preview(drafts: &[Draft], global: &Global) -> anyhow::Result<Result<Vec<(usize, Chosen)>, ExitCode>> {
    let Setup { mut desk, mut files, clock, .. } = setup::without_decks(global)?;
    let shown: Vec<usize> = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.action.changes())
        .map(|(index, _)| index)
        .collect();
    let screens = shown.iter().map(|index| {
        let Draft { file, entry, .. } = &drafts[*index];
        let style = file.notes.style.filter(|_| entry.style.is_some()).and_then(import::named);
        let out = entry.out.iter().cloned().collect();
        Shown::new(self::shown(&file.path), file.bytes.clone(), style, out)
    });
    let screen = Preview::new(screens.collect());
    let mut app = App::with(Box::new(screen), study::look(&desk).0);
    let end = terminal::run(&mut app, &mut desk, &clock, &mut files)?;
    Ok(match end {
        End::Accepted(chosen) => Ok(shown.into_iter().zip(chosen).collect()),
        End::Quit => Err(ExitCode::SUCCESS),
        End::Signal(number) => Err(ExitCode::from(128u8.saturating_add(number as u8))),
    })
}

/// Puts the drafts on the shelf.
fn store(args: &Args, dirs: &Dirs, now: At, drafts: &mut [Draft], report: &mut Report) -> anyhow::Result<()> {
    let is_idle = |draft: &Draft| !draft.action.changes() && draft.entry.refers.is_none();
    if drafts.iter().all(is_idle) && args.paths.is_empty() {
        return Ok(());
    }
    let (mut shelf, _lock) = Shelf::lock_of(dirs)?;
    let mut gone = Vec::new();
    for folder in drafts::folders(args, &shelf) {
        gone.extend(shelf.remove_missing(&folder));
        if drafts.iter().any(|draft| draft.refers_to(&folder)) {
            gone.extend(shelf.remove_below(&folder));
        }
    }
    gone.extend(drafts.iter().filter_map(|draft| agreeing::replaced(&mut shelf, draft)));
    shelf.keep_edited(&gone, now)?.iter().for_each(|told| tell(&format!("note: {told}")));
    let mut bar = Bar::new(drafts.len());
    for (index, draft) in drafts.iter_mut().enumerate() {
        bar.show(index, &draft.file.path);
        if draft.entry.how == How::Link && draft.action != Action::Skipped {
            agreeing::set(&mut shelf, draft)?;
        }
        let images = import::images(&draft.file.notes.cards);
        // Images may have changed although the notes have not.
        let is_to_copy = draft.action.changes() || (draft.action == Action::Unchanged && !images.is_empty());
        if draft.entry.how == How::Link || !is_to_copy {
            continue;
        }
        let (package, original) = (draft.file.package.as_deref(), draft.file.original.as_deref());
        let (entry, bytes) = (draft.entry.clone(), draft.file.bytes.as_slice());
        let item = Item { entry, bytes, images: &images, package, original, now };
        let put = shelf.put(&item)?;
        draft.told(put.told);
        draft.images = put.images;
        // A long import that is broken off keeps what it has.
        if index % 200 == 199 {
            shelf.save()?;
        }
    }
    shelf.save()?;
    shelf.save_known()?;
    shelf.delete_copies(&gone);
    report.removed = gone.into_iter().filter(drafts::has_left).map(|entry| entry.path()).collect();
    report.removed.extend(agreeing::settle(args, &shelf, now, drafts)?);
    bar.clear();
    Ok(())
}

/// What became of edited cards.
#[derive(Default)]
struct Done {
    moves: Vec<Change>,
    doubtful: Vec<Change>,
}

/// What became of edited cards; asks about what is doubtful.
fn recognise(
    args: &Args,
    data: &std::path::Path,
    setup: &mut Setup,
    library: &Library,
) -> anyhow::Result<Done> {
    let Setup { desk, files, news, .. } = setup;
    let news = std::mem::take(news);
    let seen = Seen::new(data);
    let sources: Vec<Source<'_>> = library.sources.iter().map(setup::ReadSource::borrowed).collect();
    let mut moves = news.moves;
    let mut doubtful = seen.doubts(&sources, &desk.progress);
    if args.may_ask() && !doubtful.is_empty() {
        let answers = ask(&doubtful)?;
        let mut answered = Vec::new();
        let mut open = Vec::new();
        for (change, answer) in doubtful.into_iter().zip(answers) {
            let is_free = desk.progress.record(&change.to.id).is_none();
            match answer {
                Some(true) if is_free => {
                    let kind = Kind::Move { to: change.to.id.clone() };
                    files.note(desk, &change.from.id, kind)?;
                    moves.push(change);
                }
                Some(_) => answered.push((change.from.id, change.to.id)),
                None => open.push(change),
            }
        }
        files.sync(desk)?.iter().for_each(|notice| tell(&format!("note: {notice}")));
        seen.answered(&answered)?;
        doubtful = open;
    }
    Ok(Done { moves, doubtful })
}

/// What importing the drafts would do to edited cards.
fn foresee(data: &std::path::Path, drafts: &[Draft], desk: &Desk, library: &Library) -> Done {
    let replaced: Vec<&std::path::Path> = drafts.iter().map(|draft| draft.place.as_path()).collect();
    let mut sources: Vec<Source<'_>> = library
        .sources
        .iter()
        .map(setup::ReadSource::borrowed)
        .filter(|source| !replaced.contains(&source.path))
        .collect();
    let brought = drafts.iter().filter(|draft| draft.action != Action::Skipped);
    sources.extend(brought.map(|draft| {
        let cards = &draft.file.notes.cards;
        Source { path: &draft.place, style: draft.entry.style.as_deref(), cards, print: seen::print(cards) }
    }));
    let apart = Apart::open(data);
    let reread = |path: &std::path::Path, style: Option<&str>| setup::reread(&apart, path, style);
    let news = Seen::new(data).compare(&sources, &desk.progress, reread);
    Done { moves: news.moves, doubtful: news.doubtful }
}

/// Asks about each pair: yes, no, or later.
fn ask(doubtful: &[Change]) -> anyhow::Result<Vec<Option<bool>>> {
    let mut answers = Vec::new();
    let mut out = out();
    for change in doubtful {
        writeln!(out, "\nIs this the same card, edited?\n  before: {}", report::line(&change.from.question))?;
        writeln!(out, "  now:    {}", report::line(&change.to.question))?;
        write!(out, "y: yes, keep the progress   n: no, a new card   Enter: ask me later > ")?;
        out.flush()?;
        let mut line = String::new();
        if io::stdin().read_line(&mut line)? == 0 {
            break;
        }
        answers.push(match line.trim().to_lowercase().as_str() {
            "y" | "yes" | "是" => Some(true),
            "n" | "no" | "否" => Some(false),
            _ => None,
        });
    }
    answers.resize(doubtful.len(), None);
    Ok(answers)
}

/// Finds cards that stand twice, of which at least one was brought along now; merges them when told to.
fn duplicates(
    args: &Args,
    data: &std::path::Path,
    drafts: &mut [Draft],
    setup: Setup,
    library: Library,
    report: &mut Report,
) -> anyhow::Result<()> {
    let (Setup { mut desk, mut files, .. }, Library { mut decks, merged, .. }) = (setup, library);
    drafts::name_as_in(drafts, &desk);
    if args.dry_run {
        // What is to be updated does not stand beside its new self.
        decks.retain(|deck| !drafts.iter().any(|draft| draft.deck == deck.name));
    }
    report.duplicates = drafts::duplicates(drafts, &decks, &merged, &desk);
    let open = report.duplicates.iter().filter(|twin| !twin.merged).count();
    if open == 0 || args.dry_run {
        return Ok(());
    }
    let mut merge = args.merge_duplicates;
    if !merge && args.may_ask() {
        for twin in report.duplicates.iter().filter(|twin| !twin.merged) {
            tell(&format!("twice: {} ({}, {})", report::line(&twin.question), twin.deck, twin.other_deck));
        }
        let mut out = out();
        write!(out, "{open} cards stand twice. y: make each pair one card   Enter: leave them > ")?;
        out.flush()?;
        let mut line = String::new();
        io::stdin().read_line(&mut line)?;
        merge = matches!(line.trim().to_lowercase().as_str(), "y" | "yes" | "是");
    }
    if merge { merge_twins(data, &mut desk, &mut files, report) } else { Ok(()) }
}

fn merge_twins(
    data: &std::path::Path,
    desk: &mut Desk,
    files: &mut Files,
    report: &mut Report,
) -> anyhow::Result<()> {
    let (mut shelf, _lock) = Shelf::lock(data)?;
    for twin in report.duplicates.iter_mut().filter(|twin| !twin.merged) {
        let (copy, kept) = twin.copy_and_kept();
        files.note(desk, &copy, Kind::Move { to: kept.clone() })?;
        shelf.merge(copy, kept);
        twin.merged = true;
    }
    files.sync(desk)?.iter().for_each(|notice| tell(&format!("note: {notice}")));
    Ok(shelf.save()?)
}

/// Takes back the last move of a card.
fn undo(card: &str, global: &Global) -> anyhow::Result<ExitCode> {
    let Setup { mut desk, mut files, .. } = setup::look(&[], global)?;
    let data = Dirs::find(global.data_dir.as_deref())?.data;
    let given = CardId::from(card);
    let name = desk.progress.present_id(&given).clone();
    let is_its = |id: &CardId| desk.progress.present_id(id) == &name;
    let last =
        desk.progress.moves().rev().find(|(_, from, to, undone)| !undone && is_its(from) && is_its(to));
    let Some((of, from, to, _)) = last.map(|(at, from, to, undone)| (at, from.clone(), to.clone(), undone))
    else {
        bail!(
            "{card}: no progress was ever carried over to or from this card; `backprop cards` lists the cards"
        );
    };
    files.note(&mut desk, &from, Kind::Undo { of })?;
    files.sync(&mut desk)?.iter().for_each(|notice| tell(&format!("note: {notice}")));
    let (mut shelf, _lock) = Shelf::lock(&data)?;
    shelf.part(&from);
    shelf.save()?;
    writeln!(out(), "{to} no longer has the progress of {from}")?;
    Ok(ExitCode::SUCCESS)
}

/// A bar on stderr while many files are stored, on a terminal only.
struct Bar {
    of: usize,
    is_shown: bool,
}

impl Bar {
    fn new(of: usize) -> Bar {
        Bar { of, is_shown: of > 20 && io::stderr().is_terminal() }
    }

    fn show(&mut self, done: usize, path: &std::path::Path) {
        if self.is_shown {
            let name = path.file_name().map(std::path::Path::new).map_or(String::new(), shown);
            let filled = "█".repeat(done * 20 / self.of);
            let name = crate::ui::widgets::shorten(&name, 40);
            let _ = write!(io::stderr(), "\r\x1b[K{filled:░<20} {done}/{} {name}", self.of);
        }
    }

    fn clear(&self) {
        if self.is_shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Command;
    use crate::store::leaf::READ;
    use clap::Parser;
    use std::collections::HashSet;
    use std::fs::{self, File};
    use std::time::{Duration, SystemTime};

    /// Runs `backprop import`; gives the files of the cache that were read.
    fn import(words: &[&str]) -> Vec<PathBuf> {
        let args = crate::cli::Args::try_parse_from(words).unwrap();
        let Some(Command::Import(import)) = args.command else { panic!("{words:?}") };
        READ.take();
        assert_eq!(run(&import, &args.global).unwrap(), ExitCode::SUCCESS);
        READ.take()
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
            let read = import(&[&base[..], more].concat());
            let once: HashSet<&PathBuf> = read.iter().collect();
            assert!(read.len() >= 31, "{more:?}: {}", read.len());
            assert_eq!(once.len(), read.len(), "{more:?}");
        }
    }
}
