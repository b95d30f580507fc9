//! What an import did, for people and for programs.

use crate::card::CardId;
use crate::cli::language::say;
use crate::cli::{check, out, print_json, tell_note};
use crate::import::Severity;
use crate::markdown;
use crate::messages::{CommandMessage, Message};
use crate::store::library::shown;
use crate::store::seen::Change;
use crate::store::shelf::How;
use crate::store::spelling::slashed;
use crate::workspace::{Action, Brought, Draft, Imported, Twin};
use serde::Serialize;
use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

/// So many lines of a difference are shown.
const MOST: usize = 20;

/// One file in `--json` output: that of `check --json` and what importing it did.
#[derive(Serialize)]
struct FileJson<'a> {
    #[serde(flatten)]
    file: check::FileJson<'a>,
    action: Action,
    how: How,
    waits: Vec<String>,
    moved: Vec<ChangeJson<'a>>,
    doubtful: Vec<ChangeJson<'a>>,
    duplicates: Vec<&'a Twin>,
    images: Vec<String>,
    history: Option<Brought>,
    /// Cards the user marked out.
    out: Vec<&'a CardId>,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    from: &'a CardId,
    from_question: &'a str,
    to: &'a CardId,
    question: &'a str,
}

impl<'a> ChangeJson<'a> {
    fn of(change: &'a Change) -> ChangeJson<'a> {
        ChangeJson {
            from: &change.from.id,
            from_question: &change.from.question,
            to: &change.to.id,
            question: &change.to.question,
        }
    }
}

/// Prints what an import did.
pub(super) fn print(imported: &Imported, as_json: bool, dry_run: bool) -> anyhow::Result<()> {
    if as_json {
        let files: Vec<FileJson<'_>> = imported.drafts.iter().map(|draft| json(imported, draft)).collect();
        imported.removed.iter().for_each(|path| tell_note(&removed(path)));
        return print_json(&files);
    }
    print_for_people(imported, dry_run)
}

fn json<'a>(imported: &'a Imported, draft: &'a Draft) -> FileJson<'a> {
    let mut file = check::json(&draft.file);
    file.deck.clone_from(&draft.deck);
    let ids: HashSet<&CardId> = draft.file.notes.cards.iter().map(|card| &card.id).collect();
    let of_file = |change: &&Change| ids.contains(&change.to.id);
    let of_twin = |twin: &&Twin| ids.contains(&twin.card) || ids.contains(&twin.other);
    FileJson {
        file,
        action: draft.action,
        how: draft.entry.how,
        waits: draft
            .waits
            .iter()
            .map(|(new, line)| format!("{} {line}", if *new { '+' } else { '-' }))
            .collect(),
        moved: imported.moves.iter().filter(of_file).map(ChangeJson::of).collect(),
        doubtful: imported.doubtful.iter().filter(of_file).map(ChangeJson::of).collect(),
        duplicates: imported.twins.iter().filter(of_twin).collect(),
        images: draft.images.iter().map(|path| slashed(path)).collect(),
        history: brought(imported, draft),
        out: draft.entry.out.iter().filter(|id| ids.contains(id)).collect(),
    }
}

/// What a draft brought into the progress file; nothing for notes.
fn brought(imported: &Imported, draft: &Draft) -> Option<Brought> {
    let of_file = |(path, _): &&(PathBuf, Brought)| *path == *draft.file.path;
    imported.history.iter().find(of_file).map(|(_, brought)| *brought)
}

fn print_for_people(imported: &Imported, dry_run: bool) -> anyhow::Result<()> {
    let mut out = out();
    if dry_run {
        writeln!(out, "{}", say(CommandMessage::DryRun))?;
    }
    for draft in &imported.drafts {
        let path = shown(&draft.file.path);
        let action = Box::new(Message::from(match draft.action {
            Action::Added => CommandMessage::ActionAdded,
            Action::Updated => CommandMessage::ActionUpdated,
            Action::Unchanged => CommandMessage::ActionUnchanged,
            Action::Skipped => CommandMessage::ActionSkipped,
        }));
        if draft.action == Action::Skipped {
            writeln!(out, "{}", say(CommandMessage::NoQuestions { action, path }))?;
            continue;
        }
        let (cards, deck) = (draft.file.notes.cards.len(), draft.deck.clone());
        let style = draft.file.notes.style.unwrap_or("");
        let head = match draft.entry.how {
            How::Link => CommandMessage::ImportedLink { action, path: path.clone(), deck, cards, style },
            How::Copy => CommandMessage::ImportedCopy { action, path: path.clone(), deck, cards, style },
        };
        writeln!(out, "{}", say(head))?;
        if !draft.images.is_empty() {
            let images = CommandMessage::ImagesCarried { count: draft.images.len() };
            writeln!(out, "          {}", say(images))?;
        }
        for line in shown_lines(&draft.waits) {
            writeln!(out, "          {line}")?;
        }
        if let Some(offer) = offer(draft).filter(|_| imported.drafts.len() == 1) {
            writeln!(out, "          {offer}")?;
        }
        if let Some(brought) = brought(imported, draft) {
            lines(&brought).iter().try_for_each(|line| writeln!(out, "          {line}"))?;
        }
        let worth = draft.file.notes.diagnostics.iter().filter(|found| found.severity != Severity::Note);
        for found in worth.clone().take(3) {
            let (line, what) = (found.line, say(&found.message));
            writeln!(out, "          {}", say(CommandMessage::RemarkAt { line, what }))?;
        }
        let rest = worth.count().saturating_sub(3);
        if rest > 0 {
            let more = CommandMessage::MoreRemarks { count: rest, path };
            writeln!(out, "          {}", say(more))?;
        }
    }
    for path in &imported.removed {
        writeln!(out, "{}", removed(path))?;
    }
    for change in &imported.moves {
        let (from, to) = (line(&change.from.question), line(&change.to.question));
        let kept = match from == to {
            true => CommandMessage::ProgressKept { question: to },
            false => CommandMessage::ProgressMoved { from, to },
        };
        writeln!(out, "{}", say(kept))?;
    }
    for change in &imported.doubtful {
        let (from, to) = (line(&change.from.question), line(&change.to.question));
        writeln!(out, "{}", say(CommandMessage::PerhapsSame { from, to }))?;
    }
    if !imported.doubtful.is_empty() {
        writeln!(out, "{}", say(CommandMessage::AskedOnTerminal))?;
    }
    for twin in &imported.twins {
        let (question, deck, other) = (line(&twin.question), twin.deck.clone(), twin.other_deck.clone());
        let fate = match twin.merged {
            true => CommandMessage::TwinMerged { question, deck, other },
            false => CommandMessage::TwinStands { question, deck, other },
        };
        writeln!(out, "{}", say(fate))?;
    }
    Ok(())
}

/// What a package brought, in sentences.
fn lines(brought: &Brought) -> Vec<String> {
    let mut lines = Vec::new();
    if brought.reviews > 0 {
        let (reviews, cards) = (brought.reviews, brought.cards);
        lines.push(say(CommandMessage::ReviewsTaken { reviews, cards }));
    }
    let mut line = |count: usize, message: fn(usize) -> CommandMessage| {
        if count > 0 {
            lines.push(say(message(count)));
        }
    };
    line(brought.due_dates, |count| CommandMessage::DueKept { count });
    line(brought.suspended, |count| CommandMessage::SuspendedKept { count });
    line(brought.flagged, |count| CommandMessage::FlaggedKept { count });
    line(brought.future, |count| CommandMessage::FutureLeft { count });
    line(brought.without_reviews, |count| CommandMessage::Unreviewed { count });
    lines
}

/// A difference as it is shown.
pub(super) fn shown_lines(lines: &[(bool, String)]) -> Vec<String> {
    let line = |(is_new, line): &(bool, String)| {
        format!("{} {}", if *is_new { '+' } else { '-' }, crate::markdown::clean(line))
    };
    let mut shown: Vec<String> = lines.iter().take(MOST).map(line).collect();
    let rest = lines.len().saturating_sub(MOST);
    if rest > 0 {
        shown.push(say(CommandMessage::MoreLines { count: rest }));
    }
    shown
}

/// What may be offered for notes that are copied although they could be referred to.
fn offer(draft: &Draft) -> Option<String> {
    let path = draft.entry.origin.as_ref()?;
    let can_be = draft.entry.how == How::Copy
        && draft.file.package.is_none()
        && draft.file.original.is_none()
        && crate::store::shelf::why_copied(path).is_none();
    let path = shown(path);
    can_be.then(|| say(CommandMessage::OfferLink { path }))
}

fn removed(path: &Path) -> String {
    say(CommandMessage::FileGone { path: shown(path) })
}

/// A question on one line, as text.
pub(super) fn line(question: &str) -> String {
    let text = markdown::text(&markdown::inlines(question)).replace('\n', " ");
    crate::ui::widgets::shorten(&text, 70)
}
