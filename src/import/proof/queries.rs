//! What the choice among readings asks of the evidence for each.

use super::{Pattern, ReadingEvidence};

impl ReadingEvidence {
    /// Whether the cards take at least this share of the text.
    pub(in crate::import) fn covers(&self, share: f32) -> bool {
        self.coverage >= share
    }

    /// Whether most are numbered and their numbers run.
    pub(in crate::import) fn runs_on(&self) -> bool {
        self.numbered >= 0.7 && self.runs >= 0.5
    }

    /// Whether labels or folds mark most answers.
    pub(in crate::import) fn has_marked_answers(&self) -> bool {
        self.paired >= 0.3
    }

    /// Whether these are one list, of which enough asks for the rest to be taken on trust.
    pub(in crate::import) fn is_a_list(&self) -> bool {
        let is_set_alike = self.runs >= 0.85 || self.bold_items >= 0.95;
        (is_set_alike && self.precision >= 0.3)
            || (self.runs >= 0.85 && self.pattern == Pattern::Runs)
            || self.sure >= 0.9
    }

    /// Whether nearly each answer has a label.
    pub(in crate::import) fn is_paired(&self) -> bool {
        self.paired >= 0.95
    }

    /// Whether nearly each question has a label, and its answer too.
    pub(in crate::import) fn is_labelled(&self) -> bool {
        self.sure >= 0.9 && self.paired >= 0.9
    }

    /// Whether the numbers count from the first to the last, and nearly each has an answer.
    pub(in crate::import) fn counts_through(&self) -> bool {
        self.numbered >= 0.95
            && self.runs >= 0.95
            && self.restarts == 1
            && self.answered * 10 >= self.count * 9
    }

    /// Whether labels with numbers that run head parts of the file, which together are all of it.
    pub(in crate::import) fn is_an_outline(&self) -> bool {
        self.count > 2 && self.sure >= 0.9 && self.numbered >= 0.9 && self.runs >= 0.9 && self.coverage >= 0.9
    }

    /// How many ask, how many are answered, and the share of the text that the cards take, in percent.
    pub(in crate::import) fn counts(&self) -> (usize, usize, usize) {
        (self.asking, self.answered, (self.coverage.min(1.0) * 100.0).round() as usize)
    }

    /// What speaks for the reading, in one line.
    pub(in crate::import) fn told(&self) -> String {
        let percent = |share: f32| (share.min(1.0) * 100.0).round();
        let mut told = format!("{} of {} ask, {} answered", self.asking, self.count, self.answered);
        if self.numbered >= 0.5 {
            told.push_str(&format!(", {} % of the numbers run on", percent(self.runs)));
        }
        if self.paired >= 0.5 {
            told.push_str(&format!(", {} % of the answers are marked", percent(self.paired)));
        }
        format!("{told}, {} % of the text", percent(self.coverage))
    }
}
