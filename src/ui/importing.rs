//! An import as it is shown: which drafts are worth a look, their preview, and what came of them, in lines.

use super::app::Chosen;
use super::screens::preview::{Preview, PreviewDraft as Shown};
use crate::card::Lang;
use crate::import::{self, Diagnostic, Owner};
use crate::markdown;
use crate::messages::{CommandMessage, Message, Quoted, Say};
use crate::store::shelf::{GoneNotes, How, Removed};
use crate::store::spelling::shown;
use crate::workspace::{Brought, Draft, ImportAction, ImportChoice, Imported};
use std::path::PathBuf;

/// So many lines of a difference are shown.
const MOST: usize = 20;

/// The drafts that are worth a look: importing them changes something, there is only one and its lines may be made
/// cards, or the user has named it.
pub(crate) fn worth_a_look(drafts: &[Draft]) -> Vec<usize> {
    let is_shown = |draft: &Draft| {
        let has_lines = || draft.file.notes.spans.iter().any(|span| span.owner == Owner::Rest);
        let is_asked_for = draft.is_named && draft.action == ImportAction::Unchanged;
        let may_have_cards = drafts.len() == 1 && draft.action == ImportAction::Skipped && has_lines();
        draft.action.changes() || is_asked_for || may_have_cards
    };
    (0..drafts.len()).filter(|index| is_shown(&drafts[*index])).collect()
}

/// The preview of these drafts.
pub(crate) fn preview(drafts: &[Draft], indices: &[usize]) -> Preview {
    let screens = indices.iter().map(|index| {
        let Draft { file, entry, .. } = &drafts[*index];
        let is_chosen = entry.style(&drafts[*index].inside()).is_some();
        let style = file.notes.style.filter(|_| is_chosen).and_then(import::named);
        let out = entry.out.iter().cloned().collect();
        Shown::new(shown(&file.path), file.bytes.clone(), style, out).with_marks(entry.marks.clone())
    });
    Preview::new(screens.collect())
}

/// What was chosen in the preview of these drafts.
pub(crate) fn choices(indices: Vec<usize>, chosen: Vec<Chosen>) -> Vec<ImportChoice> {
    let choice = |(draft, Chosen { style, out, marks })| ImportChoice { draft, style, out, marks };
    indices.into_iter().zip(chosen).map(choice).collect()
}

/// What a draft brought into the progress file; nothing for notes.
pub(crate) fn brought(imported: &Imported, draft: &Draft) -> Option<Brought> {
    let of_file = |(path, _): &&(PathBuf, Brought)| *path == *draft.file.path;
    imported.history.iter().find(of_file).map(|(_, brought)| *brought)
}

/// What an import did, in lines.
pub(crate) fn lines(imported: &Imported, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for draft in &imported.drafts {
        of_draft(imported, draft, lang, &mut lines);
    }
    lines.extend(imported.removed.iter().map(|gone| removed(gone, lang)));
    for change in &imported.moves {
        let (from, to) = (question(&change.from.question), question(&change.to.question));
        let kept = match from == to {
            true => CommandMessage::ProgressKept { question: to },
            false => CommandMessage::ProgressMoved { from, to },
        };
        lines.push(kept.say(lang));
    }
    for change in &imported.doubtful {
        let (from, to) = (question(&change.from.question), question(&change.to.question));
        lines.push(CommandMessage::PerhapsSame { from, to }.say(lang));
    }
    if !imported.doubtful.is_empty() {
        lines.push(CommandMessage::AskedOnTerminal.say(lang));
    }
    for twin in &imported.twins {
        let (question, deck, other) = (question(&twin.question), twin.deck.clone(), twin.other_deck.clone());
        let fate = match twin.merged {
            true => CommandMessage::TwinMerged { question, deck, other },
            false => CommandMessage::TwinStands { question, deck, other },
        };
        lines.push(fate.say(lang));
    }
    lines
}

/// What became of one file.
fn of_draft(imported: &Imported, draft: &Draft, lang: Lang, lines: &mut Vec<String>) {
    let path = shown(&draft.file.path);
    let action = Quoted::from(Message::from(match draft.action {
        ImportAction::Added => CommandMessage::ActionAdded,
        ImportAction::Updated => CommandMessage::ActionUpdated,
        ImportAction::Unchanged => CommandMessage::ActionUnchanged,
        ImportAction::Skipped => CommandMessage::ActionSkipped,
    }));
    if draft.action == ImportAction::Skipped {
        lines.push(CommandMessage::NoQuestions { action, path }.say(lang));
        return;
    }
    let (cards, deck) = (draft.file.notes.cards.len(), draft.deck.clone());
    let style = draft.file.notes.style.unwrap_or("");
    let head = match draft.entry.how {
        How::Link => CommandMessage::ImportedLink { action, path: path.clone(), deck, cards, style },
        How::Copy => CommandMessage::ImportedCopy { action, path: path.clone(), deck, cards, style },
    };
    lines.push(head.say(lang));
    let mut below = |line: String| lines.push(format!("          {line}"));
    if !draft.images.is_empty() {
        below(CommandMessage::ImagesCarried { count: draft.images.len() }.say(lang));
    }
    difference(&draft.waits, lang).into_iter().for_each(&mut below);
    if let Some(offer) = offer(draft, lang).filter(|_| imported.drafts.len() == 1) {
        below(offer);
    }
    if draft.action == ImportAction::Unchanged && imported.drafts.len() == 1 {
        below(CommandMessage::OfferStyle { path: path.clone() }.say(lang));
    }
    if let Some(brought) = brought(imported, draft) {
        of_package(&brought, lang).into_iter().for_each(&mut below);
    }
    let remarks = remarks(draft);
    for found in remarks.iter().take(REMARKS) {
        let (line, what) = (found.line, found.message.say(lang));
        below(CommandMessage::RemarkAt { line, what }.say(lang));
    }
    let rest = remarks.len().saturating_sub(REMARKS);
    if rest > 0 {
        below(CommandMessage::MoreRemarks { count: rest, path }.say(lang));
    }
}

/// So many remarks on a file are shown.
const REMARKS: usize = 3;

/// What is odd about a draft, as `check` tells it: what is not shown of it first, then warnings, then notes.
pub(crate) fn remarks(draft: &Draft) -> Vec<Diagnostic> {
    let file = &draft.file;
    let mut remarks = import::account(&file.bytes, &file.notes).diagnostics;
    remarks.extend(file.notes.diagnostics.iter().cloned());
    remarks.sort_by_key(|remark| remark.severity);
    remarks
}

/// What a package brought, in sentences.
fn of_package(brought: &Brought, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if brought.reviews > 0 {
        let (reviews, cards) = (brought.reviews, brought.cards);
        lines.push(CommandMessage::ReviewsTaken { reviews, cards }.say(lang));
    }
    let mut line = |count: usize, message: fn(usize) -> CommandMessage| {
        if count > 0 {
            lines.push(message(count).say(lang));
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
pub(crate) fn difference(lines: &[(bool, String)], lang: Lang) -> Vec<String> {
    let line = |(is_new, line): &(bool, String)| {
        format!("{} {}", if *is_new { '+' } else { '-' }, markdown::clean(line))
    };
    let mut shown: Vec<String> = lines.iter().take(MOST).map(line).collect();
    let rest = lines.len().saturating_sub(MOST);
    if rest > 0 {
        shown.push(CommandMessage::MoreLines { count: rest }.say(lang));
    }
    shown
}

/// What may be offered for notes that are copied although they could be referred to.
fn offer(draft: &Draft, lang: Lang) -> Option<String> {
    let path = draft.entry.origin.as_ref()?;
    let can_be = draft.entry.how == How::Copy
        && draft.file.package.is_none()
        && draft.file.original.is_none()
        && crate::store::shelf::can_be_referred_to(path);
    let path = shown(path);
    can_be.then(|| CommandMessage::OfferLink { path }.say(lang))
}

/// What became of a deck that was removed.
pub(crate) fn taken_out(Removed { entry, aside, file }: &Removed) -> CommandMessage {
    if let Some(file) = file {
        return CommandMessage::LeftOut { source: shown(file) };
    }
    let source = shown(&entry.path());
    let name = entry.deck.clone().unwrap_or_else(|| source.clone());
    match aside.as_deref().map(shown) {
        Some(aside) if entry.how == How::Link => CommandMessage::RemovedMirror { name, source, aside },
        Some(aside) => CommandMessage::RemovedCopy { name, aside },
        None => CommandMessage::Removed { name, source },
    }
}

/// That a file left with its folder.
pub(crate) fn removed(gone: &GoneNotes, lang: Lang) -> String {
    let path = shown(&gone.notes);
    match gone.kept.as_deref().map(shown) {
        Some(kept) => CommandMessage::FileGoneKept { path, kept }.say(lang),
        None => CommandMessage::FileGone { path }.say(lang),
    }
}

/// A question on one line, as text.
pub(crate) fn question(question: &str) -> String {
    let text = markdown::text(&markdown::inlines(question)).replace(['\n', '\t'], " ");
    super::widgets::shorten(&text, 70)
}
