//! What a whole report of interviews asked: noted at once, and taken back at once.

use super::{Desk, Done, EditedFile, LoggedReport, Reversal, UndoEntry};
use crate::card::CardId;
use crate::progress::{Kind, NeedsHistory};

impl Desk {
    /// Notes that interviews asked these cards, each with which one it was. With the files that gained questions it is
    /// one thing to be taken back.
    pub fn note_report(
        &mut self,
        asked: Vec<(CardId, String)>,
        files: Vec<EditedFile>,
    ) -> Result<(), NeedsHistory> {
        let now = self.now;
        let note = |(card, place): (CardId, String)| {
            let kind = Kind::Asked { went: None, place: place.into() };
            self.progress.note(now, &card, kind.clone()).map(|at| (card, at, kind))
        };
        let events: Vec<_> = asked.into_iter().map(note).collect::<Result<_, _>>()?;
        if !events.is_empty() || !files.is_empty() {
            let report = LoggedReport { is_noted: true, events, files };
            self.undoable.push(UndoEntry::of_files(Done::Reported, Reversal::Report(report)));
        }
        Ok(())
    }

    /// Takes the events of a report back, or notes them again, each at its time; gives what turns that again.
    pub fn turn_report(&mut self, report: LoggedReport) -> Result<LoggedReport, NeedsHistory> {
        let LoggedReport { is_noted, events, files } = report;
        let turn = |(card, at, kind): (CardId, _, Kind)| {
            if is_noted {
                self.progress.note(self.now, &card, Kind::Undo { of: at })?;
                return Ok((card, at, kind));
            }
            let then = self.calendar.moment(at);
            let again = self.progress.note_at(then, &card, kind.clone());
            let at = again.or_else(|_| self.progress.note(self.now, &card, kind.clone()))?;
            Ok((card, at, kind))
        };
        let events = events.into_iter().map(turn).collect::<Result<_, NeedsHistory>>()?;
        let files = files.into_iter().map(EditedFile::turned).collect();
        Ok(LoggedReport { is_noted: !is_noted, events, files })
    }
}
