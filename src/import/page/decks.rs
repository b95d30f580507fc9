//! Decks in blocks of code: pairs of labels that somebody fenced, so that their lines stay as they are.

use super::super::stem::{Label, Stem};
use super::{LineKind, Page};

/// Fewer pairs are a sample of how notes are written.
const FEWEST: usize = 2;
/// Languages of blocks that hold no code.
const PLAIN: [&str; 6] = ["", "text", "txt", "plain", "plaintext", "none"];

/// A block between two fences: their lines.
struct FencedBlock {
    first: usize,
    last: usize,
}

impl Page<'_> {
    /// Makes text of fenced pairs of labels, where they are most of the file. A sample in a manual is a small part of it.
    pub(super) fn mark_decks(&mut self) {
        if !self.contains("```") && !self.contains("~~~") {
            return;
        }
        let blocks = self.plain_blocks().into_iter();
        let decks: Vec<(usize, FencedBlock)> =
            blocks.filter_map(|block| Some((self.pairs_of(&block)?, block))).collect();
        let told = |first: usize, last: usize| {
            let says = |line: &usize| {
                !self.line(*line).trim().is_empty()
                    && !matches!(self.kind(*line), LineKind::Heading(_) | LineKind::Matter | LineKind::Rule)
            };
            (first..=last).filter(says).count()
        };
        let inside: usize = decks.iter().map(|(_, block)| told(block.first, block.last)).sum();
        let pairs: usize = decks.iter().map(|(pairs, _)| pairs).sum();
        if pairs < FEWEST || inside * 2 < told(1, self.len()) {
            return;
        }
        for (_, FencedBlock { first, last }) in decks {
            for line in first..=last {
                let is_blank = self.line(line).trim().is_empty();
                self.lines[line - 1].kind = match line == first || line == last {
                    true => LineKind::Rule,
                    false if is_blank => LineKind::Blank,
                    false => LineKind::Text,
                };
            }
        }
    }

    /// The blocks between fences that name no language.
    fn plain_blocks(&self) -> Vec<FencedBlock> {
        let mut found = Vec::new();
        let mut line = 1;
        while line <= self.len() {
            let first = line;
            line += 1;
            let Some((fence, language)) = self.fence(first) else { continue };
            let closes = |below: &usize| {
                self.fence(*below).is_some_and(|(other, rest)| other.starts_with(fence) && rest.is_empty())
            };
            // The end of code that begins behind a label is no beginning: text follows it.
            let is_inside = |below: &usize| self.kind(*below) == LineKind::Verbatim;
            let Some(last) = (line..=self.len()).take_while(is_inside).find(closes) else { continue };
            if PLAIN.contains(&language) {
                found.push(FencedBlock { first, last });
            }
            line = last + 1;
        }
        found
    }

    /// The signs of a fence and what stands behind them.
    fn fence(&self, line: usize) -> Option<(&str, &str)> {
        if self.kind(line) != LineKind::Verbatim {
            return None;
        }
        let text = self.line(line).trim();
        let sign = text.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
        let rest = text.trim_start_matches(sign);
        let fence = &text[..text.len() - rest.len()];
        (fence.len() >= 3).then_some((fence, rest.trim()))
    }

    /// How many questions with answers a block has that begins with one; `None` where many have none.
    fn pairs_of(&self, block: &FencedBlock) -> Option<usize> {
        let (mut asked, mut answered, mut open) = (0usize, 0usize, false);
        for line in block.first + 1..block.last {
            let text = self.line(line);
            if text.trim().is_empty() {
                continue;
            }
            match Stem::of(text).label {
                Some(Label::Question) => (asked, open) = (asked + 1, true),
                Some(Label::Answer) if open => (answered, open) = (answered + 1, false),
                _ if asked == 0 => return None,
                _ => {}
            }
        }
        (answered > 0 && answered * 4 >= asked * 3).then_some(answered)
    }
}
