//! The last answers of the log, and the last things that were done, for those who take them back.

use super::event::{Kind, Review};
use super::log::{LogEntry, What};
use super::{LogEvent, NeedsHistory, Progress, visible_until};
use crate::card::CardId;
use crate::day::At;

/// A graded answer as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastAnswer {
    /// When it was graded: the instant by which it is taken back.
    pub at: At,
    /// The card, by its present id.
    pub card: CardId,
    /// What it was.
    pub review: Review,
}

impl Progress {
    /// The last graded answers that count at `now`, at most `count` of them, the newest first.
    pub fn last_answers(&self, count: usize, now: At) -> Result<Vec<LastAnswer>, NeedsHistory> {
        let folding = self.folding();
        let is_past = |at: At| at <= visible_until(now);
        let entries = self.log.entries().iter().rev();
        let counting = entries.filter(|entry| is_past(entry.at) && folding.counts(entry));
        let answers = counting.filter_map(|entry| match entry.what {
            What::Review(_) => {
                let card = self.ties.name_of(&self.log.ids, entry.card).clone();
                let Kind::Review(review) = self.log.event(entry).kind else { return None };
                Some(LastAnswer { at: entry.at, card, review })
            }
            _ => None,
        });
        let answers: Vec<LastAnswer> = answers.take(count).collect();
        if answers.len() < count && !self.is_whole() { Err(NeedsHistory) } else { Ok(answers) }
    }

    /// The events of the last things done that count at `now`, the newest first, with at most `count` things; `is_one`
    /// says of an event and the one after it in the log whether both were done at once.
    pub fn last_done(
        &self,
        count: usize,
        now: At,
        is_meant: impl Fn(&Kind) -> bool,
        is_one: impl Fn(&LogEvent, &LogEvent) -> bool,
    ) -> Result<Vec<LogEvent>, NeedsHistory> {
        let folding = self.folding();
        let is_past = |entry: &&LogEntry| entry.at <= visible_until(now);
        let counting = self.log.entries().iter().rev().filter(is_past).filter(|entry| folding.counts(entry));
        let (mut done, mut things) = (Vec::<LogEvent>::new(), 0);
        for entry in counting {
            let card = self.ties.name_of(&self.log.ids, entry.card).clone();
            let event = LogEvent { card, ..self.log.event(entry) };
            if !is_meant(&event.kind) {
                continue;
            }
            things += usize::from(!done.last().is_some_and(|after| is_one(&event, after)));
            if things > count {
                return Ok(done);
            }
            done.push(event);
        }
        if self.is_whole() { Ok(done) } else { Err(NeedsHistory) }
    }

    /// Whether the note on a card was written in several places at once: it has more than the last one of them.
    pub fn is_note_of_several(&self, id: &CardId) -> bool {
        let (Some(note), Some(number)) = (self.own_note(id), self.log.ids.find(id.as_str())) else {
            return false;
        };
        let (folding, kin) = (self.folding(), self.ties.kin(number));
        let own = self.log.entries().iter().rev().filter(|entry| self.ties.kin(entry.card) == kin);
        let last = own.filter(|entry| folding.counts(entry)).find_map(|entry| match entry.what {
            What::Note { text, .. } => Some(self.log.text(text)),
            _ => None,
        });
        last.is_some_and(|last| **last != *note)
    }

    /// Whether the log has anything of a card, by any id it ever had, though it may be taken back.
    pub fn knows(&self, id: &CardId) -> bool {
        !id.as_str().is_empty() && self.log.ids.find(id.as_str()).is_some()
    }

    /// All ids that the log names.
    pub fn ids(&self) -> impl Iterator<Item = &CardId> {
        self.log.ids.list().iter().filter(|id| !id.as_str().is_empty())
    }
}
