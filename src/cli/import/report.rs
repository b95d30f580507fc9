//! What an import did, for people and for programs.

use super::drafts::{Action, Draft};
use super::history::Brought;
use super::{Done, agreeing};
use crate::card::CardId;
use crate::cli::{check, out, print_json, tell};
use crate::import::Severity;
use crate::markdown;
use crate::matching::Portrait;
use crate::store::library::shown;
use crate::store::seen::Change;
use crate::store::shelf::How;
use crate::store::spelling::slashed;
use serde::Serialize;
use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

/// Everything an import brought to light.
#[derive(Default)]
pub(super) struct Report {
    moves: Vec<Change>,
    doubtful: Vec<Change>,
    pub(super) duplicates: Vec<Twin>,
    /// What packages brought into the progress file, by their paths.
    pub(super) history: Vec<(PathBuf, Brought)>,
    /// Sources that left the library with their folder.
    pub(super) removed: Vec<PathBuf>,
}

/// A card that stands twice, in `--json` output.
#[derive(Debug, Serialize)]
pub(super) struct Twin {
    /// The copy.
    pub(super) card: CardId,
    pub(super) deck: String,
    pub(super) question: String,
    /// The card that is kept.
    pub(super) other: CardId,
    pub(super) other_deck: String,
    pub(super) other_question: String,
    /// Whether they are one card.
    pub(super) merged: bool,
}

impl Twin {
    /// Two cards that could be one.
    pub(super) fn of(copy: &(&str, Portrait), kept: &(&str, Portrait)) -> Twin {
        Twin {
            card: copy.1.id.clone(),
            deck: copy.0.to_owned(),
            question: copy.1.question.to_string(),
            other: kept.1.id.clone(),
            other_deck: kept.0.to_owned(),
            other_question: kept.1.question.to_string(),
            merged: false,
        }
    }

    /// The same id in two decks: one card already, asked in the other deck.
    pub(super) fn same(portrait: &Portrait, deck: &str, other_deck: &str) -> Twin {
        let card = (deck, portrait.clone());
        Twin { merged: true, ..Twin::of(&card, &(other_deck, portrait.clone())) }
    }

    pub(super) fn copy_and_kept(&self) -> (CardId, CardId) {
        (self.card.clone(), self.other.clone())
    }
}

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

impl Report {
    /// Takes in what became of edited cards.
    pub(super) fn changes(&mut self, done: Done) {
        (self.moves, self.doubtful) = (done.moves, done.doubtful);
    }

    pub(super) fn print(&self, drafts: &[Draft], as_json: bool, dry_run: bool) -> anyhow::Result<()> {
        if as_json {
            let files: Vec<FileJson<'_>> = drafts.iter().map(|draft| self.json(draft)).collect();
            self.removed.iter().for_each(|path| tell(&format!("note: {}", removed(path))));
            return print_json(&files);
        }
        self.for_people(drafts, dry_run)
    }

    fn json<'a>(&'a self, draft: &'a Draft) -> FileJson<'a> {
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
            moved: self.moves.iter().filter(of_file).map(ChangeJson::of).collect(),
            doubtful: self.doubtful.iter().filter(of_file).map(ChangeJson::of).collect(),
            duplicates: self.duplicates.iter().filter(of_twin).collect(),
            images: draft.images.iter().map(|path| slashed(path)).collect(),
            history: self.brought(draft),
            out: draft.entry.out.iter().filter(|id| ids.contains(id)).collect(),
        }
    }

    /// What a draft brought into the progress file; nothing for notes.
    fn brought(&self, draft: &Draft) -> Option<Brought> {
        let of_file = |(path, _): &&(PathBuf, Brought)| *path == *draft.file.path;
        self.history.iter().find(of_file).map(|(_, brought)| *brought)
    }

    fn for_people(&self, drafts: &[Draft], dry_run: bool) -> anyhow::Result<()> {
        let mut out = out();
        if dry_run {
            writeln!(out, "nothing is written; this would be done:")?;
        }
        for draft in drafts {
            let path = shown(&draft.file.path);
            let action = draft.action.name();
            if draft.action == Action::Skipped {
                writeln!(out, "{action:<9} {path}: no questions found; `backprop check {path}` explains")?;
                continue;
            }
            let cards = count(draft.file.notes.cards.len(), "card", "cards");
            let style = draft.file.notes.style.unwrap_or("");
            let linked = if draft.entry.how == How::Link { ", linked" } else { ", copied" };
            writeln!(out, "{action:<9} {path} -> {}: {cards}, {style}{linked}", draft.deck)?;
            if !draft.images.is_empty() {
                writeln!(
                    out,
                    "          {}",
                    count(draft.images.len(), "image carried along", "images carried along")
                )?;
            }
            for line in agreeing::shown_lines(&draft.waits) {
                writeln!(out, "          {line}")?;
            }
            if let Some(offer) = agreeing::offer(draft).filter(|_| drafts.len() == 1) {
                writeln!(out, "          {offer}")?;
            }
            if let Some(brought) = self.brought(draft) {
                brought.lines().iter().try_for_each(|line| writeln!(out, "          {line}"))?;
            }
            let worth = draft.file.notes.diagnostics.iter().filter(|found| found.severity != Severity::Note);
            for found in worth.clone().take(3) {
                writeln!(out, "          line {}: {}", found.line, found.message)?;
            }
            let rest = worth.count().saturating_sub(3);
            if rest > 0 {
                writeln!(out, "          {rest} more remarks; `backprop check {path}` shows them")?;
            }
        }
        for path in &self.removed {
            writeln!(out, "{}", removed(path))?;
        }
        for change in &self.moves {
            let (from, to) = (line(&change.from.question), line(&change.to.question));
            if from == to {
                writeln!(out, "progress kept: {to}")?;
            } else {
                writeln!(out, "progress kept: {from} -> {to}")?;
            }
        }
        for change in &self.doubtful {
            let (from, to) = (line(&change.from.question), line(&change.to.question));
            writeln!(out, "perhaps the same card, nothing was moved: {from} -> {to}")?;
        }
        if !self.doubtful.is_empty() {
            writeln!(out, "`backprop import` on a terminal asks about them")?;
        }
        for twin in &self.duplicates {
            let fate = if twin.merged { "one card" } else { "twice; --merge-duplicates makes it one card" };
            writeln!(out, "{} ({}, {}): {fate}", line(&twin.question), twin.deck, twin.other_deck)?;
        }
        Ok(())
    }
}

fn removed(path: &std::path::Path) -> String {
    format!("removed   {}: it is no longer in its folder; its progress is kept", shown(path))
}

pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A question on one line, as text.
pub(super) fn line(question: &str) -> String {
    let text = markdown::text(&markdown::inlines(question)).replace('\n', " ");
    crate::ui::widgets::shorten(&text, 70)
}
