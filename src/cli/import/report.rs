//! What an import did, for people and for programs.

use crate::card::CardId;
use crate::cli::language::{lang, say};
use crate::cli::{check, out, print_json, tell_note};
use crate::import::Diagnostic;
use crate::messages::CommandMessage;
use crate::store::seen::Change;
use crate::store::shelf::How;
use crate::store::spelling::slashed;
use crate::ui::importing;
use crate::workspace::{Brought, Draft, ImportAction, Imported, Twin};
use serde::Serialize;
use std::collections::HashSet;
use std::io::Write;

/// One file in `--json` output: that of `check --json` and what importing it did.
#[derive(Serialize)]
struct ImportedFileJson<'a> {
    #[serde(flatten)]
    file: check::FileJson<'a>,
    action: ImportAction,
    how: How,
    waits: Vec<String>,
    moved: Vec<ChangeJson<'a>>,
    doubtful: Vec<ChangeJson<'a>>,
    duplicates: Vec<&'a Twin>,
    images: Vec<String>,
    history: Option<Brought>,
    /// Cards the user marked out.
    out: Vec<&'a CardId>,
    /// Lines that no card shows in full.
    lost: Vec<Diagnostic>,
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
        let files: Vec<ImportedFileJson<'_>> =
            imported.drafts.iter().map(|draft| json(imported, draft)).collect();
        imported.removed.iter().for_each(|path| tell_note(&importing::removed(path, lang())));
        return print_json(&files);
    }
    print_for_people(imported, dry_run)
}

fn json<'a>(imported: &'a Imported, draft: &'a Draft) -> ImportedFileJson<'a> {
    let mut file = check::json(&draft.file);
    file.deck.clone_from(&draft.deck);
    let ids: HashSet<&CardId> = draft.file.notes.cards.iter().map(|card| &card.id).collect();
    let of_file = |change: &&Change| ids.contains(&change.to.id);
    let of_twin = |twin: &&Twin| ids.contains(&twin.card) || ids.contains(&twin.other);
    ImportedFileJson {
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
        history: importing::brought(imported, draft),
        out: draft.entry.out.iter().filter(|id| ids.contains(id)).collect(),
        lost: check::lost(&draft.file),
    }
}

fn print_for_people(imported: &Imported, dry_run: bool) -> anyhow::Result<()> {
    let mut out = out();
    if dry_run {
        writeln!(out, "{}", say(CommandMessage::DryRun))?;
    }
    for line in importing::lines(imported, lang()) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
