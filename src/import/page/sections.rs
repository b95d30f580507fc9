//! Sections: what the heads above lines say of the questions below them.

use super::super::stem::Delimiter;
use super::askers::names_terms;
use super::{LineKind, Page, SectionHead, mark};

/// The head of a section stands so many lines above its questions at most.
const FARTHEST: usize = 200;
/// The name of a section has no more letters.
const LONGEST_NAME: usize = 24;
/// What the head of a section with blanks to fill says.
const BLANKS: &str = "填空";

impl Page<'_> {
    /// Whether the head of the section a line stands in says that terms are to be explained: `五、名词解释`.
    pub(in crate::import) fn is_below_terms(&self, line: usize) -> bool {
        self.head_above(line).is_some_and(|head| head.says_terms)
    }

    /// Whether it says that blanks are to be filled.
    pub(in crate::import) fn is_below_blanks(&self, line: usize) -> bool {
        self.head_above(line).is_some_and(|head| head.says_blanks)
    }

    fn head_above(&self, line: usize) -> Option<&SectionHead> {
        let heads = self.sections.get_or_init(|| self.section_heads());
        let head = heads[..heads.partition_point(|head| head.line < line)].last()?;
        (line - head.line <= FARTHEST).then_some(head)
    }

    /// The heads of all sections, where any says something of its questions.
    fn section_heads(&self) -> Vec<SectionHead> {
        if !self.contains(BLANKS) && !names_terms(&self.text.to_ascii_lowercase()) {
            return Vec::new();
        }
        let head = |line: usize| SectionHead {
            line,
            says_terms: self.says_terms(line),
            says_blanks: self.line(line).contains(BLANKS),
        };
        (1..=self.len()).filter(|line| self.heads_section(*line)).map(head).collect()
    }

    fn heads_section(&self, line: usize) -> bool {
        if self.is_blank(line) {
            return false;
        }
        if self.level(line).is_some() {
            return true;
        }
        let stem = self.stem(line);
        let is_chapter = stem.number.is_some_and(|number| {
            matches!(number.delimiter, Delimiter::Han | Delimiter::HanBrackets | Delimiter::Roman)
        });
        is_chapter
            || self.kind(line) == LineKind::Text
                && self.item(line) == 0
                && !self.has(line, mark::NUMBER | mark::BULLET)
                && stem.text.chars().count() <= LONGEST_NAME
                && !stem.text.ends_with(['。', '；', '.'])
    }

    /// Whether a line that heads a section says that terms stand below it.
    fn says_terms(&self, line: usize) -> bool {
        names_terms(&self.heading_stem(line).text.to_lowercase())
    }
}
