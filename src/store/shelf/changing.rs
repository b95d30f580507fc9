//! A card is changed or added in the program: in the user's own file where that can be written, else in its
//! mirror, from which it goes into the file later.

use super::agreed::Agreed;
use super::mirrors::{Mirrors, Wish};
use super::{Entry, How, Shelf};
use crate::card::Face;
use crate::day::At;
use crate::import::Style;
use crate::import::edit::{self, EditRefusal, Wording};
use crate::messages::{Message, NotesMessage};
use crate::store::problem::Problem;
use crate::store::spelling::shown;
use crate::store::{kept, lines, notes_file};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// What a file is to say, given what it says.
type Edit<'a> = &'a dyn Fn(&[u8]) -> Result<Vec<u8>, EditRefusal>;

impl Shelf {
    /// Lets a card say something else; gives what to say besides.
    pub fn rewrite(
        &self,
        file: &Path,
        face: &Face,
        wording: &Wording,
        now: At,
    ) -> Result<Option<Message>, Problem> {
        let style = self.style_of(file);
        self.change(file, now, &|bytes| edit::reworded(bytes, style, face, wording))
    }

    /// Adds a card to a file; gives what to say besides.
    pub fn append(&self, file: &Path, wording: &Wording, now: At) -> Result<Option<Message>, Problem> {
        let style: Option<&'static Style> = self.style_of(file);
        self.change(file, now, &|bytes| edit::with_card(bytes, style, wording))
    }

    fn change(&self, file: &Path, now: At, edit: Edit<'_>) -> Result<Option<Message>, Problem> {
        let bytes = fs::read(file).map_err(Problem::io("read", file))?;
        let written = match edit(&bytes) {
            Ok(written) => written,
            Err(EditRefusal::Changed) => return self.unite(file, &bytes, now, edit),
            Err(why) => return Err(refused(file, &why)),
        };
        if self.is_mirror(file) {
            notes_file::write(file, &written)?;
            self.mark_edited(file, now)?;
            return Ok(None);
        }
        let done = if is_read_only(file) {
            Err(Problem::io("write", file)(ErrorKind::PermissionDenied.into()))
        } else {
            notes_file::write(file, &written)
        };
        match done {
            Err(problem) if is_refused_by_the_system(&problem) && self.mirror_of(file).is_some() => {
                self.change_mirror(file, now, edit)?;
                Ok(Some(NotesMessage::InCopyForNow { path: shown(file) }.into()))
            }
            done => done.map(|()| None),
        }
    }

    /// Changes the mirror of a file that cannot be written.
    fn change_mirror(&self, file: &Path, now: At, edit: Edit<'_>) -> Result<(), Problem> {
        let (shelf, _lock) = Shelf::lock_at(&self.data, &self.config)?;
        let mut mirrors = Mirrors::of(&shelf, now);
        mirrors.settle(file, Wish::Wait)?;
        let Some(mirror) = shelf.mirror_of(file) else { return Ok(()) };
        let bytes = fs::read(&mirror).map_err(Problem::io("read", &mirror))?;
        let written = edit(&bytes).map_err(|why| refused(&mirror, &why))?;
        notes_file::write(&mirror, &written)?;
        mirrors.edited(&mirror);
        mirrors.save()
    }

    /// Remembers that a mirror was changed in this program.
    pub fn mark_edited(&self, mirror: &Path, now: At) -> Result<(), Problem> {
        let (shelf, _lock) = Shelf::lock_at(&self.data, &self.config)?;
        let mut mirrors = Mirrors::of(&shelf, now);
        mirrors.edited(mirror);
        mirrors.save()
    }

    /// Unites a change with what another program has written into the same card meanwhile.
    fn unite(&self, file: &Path, bytes: &[u8], now: At, edit: Edit<'_>) -> Result<Option<Message>, Problem> {
        let changed =
            || Problem::ChangedMeanwhile { path: file.to_path_buf(), why: NotesMessage::ChangedSince };
        let pair = self.pair(file).ok_or_else(changed)?;
        let agreed = Agreed::load(&self.config);
        let base = agreed.get(&pair.key).ok_or_else(changed)?;
        let mine =
            edit(base.as_bytes()).ok().and_then(|bytes| edit::plain_text(&bytes)).ok_or_else(changed)?;
        let theirs = edit::plain_text(bytes).ok_or_else(changed)?;
        let united = lines::unite(base, &theirs, &mine);
        if united.met {
            let kept = kept::keep(&self.data, &pair.deck, "md", now, mine.as_bytes())?;
            let why = NotesMessage::TheirsStands { kept: shown(&kept) };
            return Err(Problem::ChangedMeanwhile { path: file.to_path_buf(), why });
        }
        let written = edit::rewritten(bytes, &united.text).map_err(|why| refused(file, &why))?;
        notes_file::write(file, &written)?;
        Ok(Some(NotesMessage::BothStand { path: shown(file) }.into()))
    }

    /// Keeps the copies of lines that leave the list where they were changed here; gives where.
    pub fn keep_edited<'a>(
        &self,
        gone: impl IntoIterator<Item = &'a Entry>,
        now: At,
    ) -> Result<Vec<Message>, Problem> {
        let mut told = Vec::new();
        for entry in gone.into_iter().filter(|entry| entry.how == How::Copy) {
            let Some(copy) = self.copy_of(entry) else { continue };
            let Ok(bytes) = fs::read(&copy) else { continue };
            let is_edited = entry.bytes.as_ref().is_some_and(|known| *known != super::texts::hash(&bytes));
            if is_edited {
                let deck = entry.deck.clone().unwrap_or_else(|| entry.name());
                let kept = kept::keep(&self.data, &deck, "md", now, &bytes)?;
                told.push(NotesMessage::CopyKept { deck, kept: shown(&kept) }.into());
            }
        }
        Ok(told)
    }
}

fn refused(file: &Path, why: &EditRefusal) -> Problem {
    notes_file::refused(file, notes_file::said(why))
}

fn is_read_only(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|file| file.permissions().readonly())
}

fn is_refused_by_the_system(problem: &Problem) -> bool {
    matches!(problem, Problem::Io { cause, .. } if matches!(cause.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem))
}
