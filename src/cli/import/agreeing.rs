//! Notes and their mirrors agree again after an import; what waits is shown and asked about.

use super::drafts::{Action, Draft};
use super::{Args, out};
use crate::day::At;
use crate::import::{self, Diagnostic};
use crate::store::library::{self, shown};
use crate::store::shelf::{Entry, How, Mirrors, Refers, Settled, Shelf, Wish, said};
use std::io::{self, Write};
use std::path::PathBuf;

/// So many lines of a difference are shown.
const MOST: usize = 20;

/// Takes the line out of the list whose place a draft takes; gives it where its copy goes too.
pub(super) fn replaced(shelf: &mut Shelf, draft: &Draft) -> Option<Entry> {
    let old = draft.replaces.as_ref().filter(|_| draft.action.changes())?;
    shelf.take_out(&old.source);
    // The copy of a file becomes its mirror.
    let is_kept = old.copy.is_some() && old.copy == draft.entry.copy;
    (!is_kept).then(|| old.clone())
}

/// Puts the line of notes that are referred to into the list, and carries their images along.
pub(super) fn set(shelf: &mut Shelf, draft: &mut Draft) -> anyhow::Result<()> {
    if draft.entry.refers.is_some() && draft.entry.copy.is_none() {
        draft.entry.copy = Some(shelf.place_for_mirror(&draft.entry));
    }
    if draft.action.changes() {
        shelf.set(draft.entry.clone());
    }
    if let Some(old) = draft.replaces.take().filter(|old| old.copy == draft.entry.copy) {
        shelf.adopt(&old, &draft.entry)?;
    }
    let images = import::images(&draft.file.notes.cards);
    if draft.entry.refers.is_some() && !images.is_empty() {
        draft.images = shelf.mirror_images(&draft.entry, &draft.place, &images)?.images;
    }
    Ok(())
}

/// Lets notes and mirrors agree; gives files that are gone.
pub(super) fn settle(
    args: &Args,
    shelf: &Shelf,
    now: At,
    drafts: &mut [Draft],
) -> anyhow::Result<Vec<PathBuf>> {
    let wish = match (args.accept, args.decline) {
        (true, _) => Wish::Accept,
        (_, true) => Wish::Decline,
        _ => Wish::Wait,
    };
    let mut mirrors = Mirrors::of(shelf, now);
    let referring = drafts.iter_mut().filter(|draft| draft.entry.refers.is_some());
    for draft in referring.filter(|draft| draft.action != Action::Skipped) {
        let Some(mut settled) = mirrors.settle(&draft.place, wish)? else { continue };
        if let Settled::Waits(difference) = &settled
            && args.may_ask()
            && let Some(wish) = asked(draft, &difference.lines)?
        {
            settled = mirrors.settle(&draft.place, wish)?.unwrap_or(settled);
        }
        if let Settled::Waits(difference) = &settled {
            draft.waits.clone_from(&difference.lines);
        }
        if matches!(settled, Settled::Written | Settled::Met(_)) {
            reread(draft);
        }
        if let Some(said) = said(&draft.place, &settled) {
            draft.told(vec![Diagnostic::warning(1, said, "")]);
        }
    }
    let mut gone = Vec::new();
    let keys: Vec<PathBuf> = drafts.iter().map(|draft| draft.entry.source.clone()).collect();
    let folders = shelf.entries().iter().filter(|entry| entry.refers == Some(Refers::Folder));
    for entry in folders.filter(|entry| keys.contains(&entry.source) || args.paths.is_empty()) {
        gone.extend(mirrors.sweep(entry, wish)?);
    }
    mirrors.save()?;
    Ok(gone)
}

/// The notes have other words now.
fn reread(draft: &mut Draft) {
    if let Ok(file) = library::read_file(&draft.file.path, draft.entry.style()) {
        draft.file = file;
        draft.action = Action::Updated;
    }
}

/// Shows what would go into the notes and asks; `None` for later.
fn asked(draft: &Draft, lines: &[(bool, String)]) -> anyhow::Result<Option<Wish>> {
    let mut out = out();
    writeln!(out, "\n{}: changes from another machine", shown(&draft.file.path))?;
    shown_lines(lines).iter().try_for_each(|line| writeln!(out, "  {line}"))?;
    write!(out, "y: take them into the file   n: keep the file as it is   Enter: ask me later > ")?;
    out.flush()?;
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(match line.trim().to_lowercase().as_str() {
        "y" | "yes" | "是" => Some(Wish::Accept),
        "n" | "no" | "否" => Some(Wish::Decline),
        _ => None,
    })
}

/// A difference as it is shown.
pub(super) fn shown_lines(lines: &[(bool, String)]) -> Vec<String> {
    let line = |(is_new, line): &(bool, String)| {
        format!("{} {}", if *is_new { '+' } else { '-' }, crate::markdown::clean(line))
    };
    let mut shown: Vec<String> = lines.iter().take(MOST).map(line).collect();
    let rest = lines.len().saturating_sub(MOST);
    if rest > 0 {
        shown.push(format!("and {rest} more lines"));
    }
    shown
}

/// What may be offered for notes that are copied although they could be referred to.
pub(super) fn offer(draft: &Draft) -> Option<String> {
    let path = draft.entry.origin.as_ref()?;
    let can_be = draft.entry.how == How::Copy
        && draft.file.package.is_none()
        && draft.file.original.is_none()
        && crate::store::shelf::why_copied(path).is_none();
    let path = shown(path);
    can_be.then(|| format!("a copy; `backprop import --link {path}` lets the file stay the truth"))
}
