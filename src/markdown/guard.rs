//! What protects the signs inside it: code, formulas, tags, addresses and escapes. Every rule that looks
//! for signs in running text (bars of tables, brackets and braces of holes, colons, marks) asks here first.

use super::elements::{self, Tags};
use std::ops::Range;

/// What protects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guard {
    /// `` `code` ``
    Code,
    /// `$…$`, `$$…$$`, `\(…\)`, `\[…\]`
    Formula,
    /// A tag or a comment of HTML.
    Tag,
    /// `<https://…>`
    Address,
    /// A backslash with the sign behind it.
    Escape,
}

/// A stretch whose signs mean nothing to other rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guarded {
    /// The bytes, marks included.
    pub(crate) range: Range<usize>,
    /// What protects them.
    pub(crate) guard: Guard,
}

/// The protected stretches of a text, in order. Nothing but code reaches over a blank line.
pub(crate) fn guarded(text: &str) -> Vec<Guarded> {
    if memchr::memchr3(b'`', b'$', b'\\', text.as_bytes()).is_none() && !text.contains('<') {
        return Vec::new();
    }
    let mut scanner = Scanner { text, tags: Tags::new(text), hopeless: Vec::new(), paragraph: 0 };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(next) = text[at..].find(['`', '$', '\\', '<']) {
        at += next;
        match scanner.at(at) {
            Ok((end, guard)) => {
                found.push(Guarded { range: at..end, guard });
                at = end;
            }
            Err(end) => at = end,
        }
    }
    found
}

/// Whether a place lies in one of the stretches.
pub(crate) fn holds(found: &[Guarded], place: usize) -> bool {
    let index = found.partition_point(|one| one.range.end <= place);
    found.get(index).is_some_and(|one| one.range.start <= place)
}

/// The places of a pattern outside of protected stretches.
pub(crate) fn places(text: &str, pattern: &str) -> Vec<usize> {
    if !text.contains(pattern) {
        return Vec::new();
    }
    let found = guarded(text);
    text.match_indices(pattern).map(|(at, _)| at).filter(|at| !holds(&found, *at)).collect()
}

struct Scanner<'a> {
    text: &'a str,
    tags: Tags<'a>,
    /// Closing marks that do not stand before a place.
    hopeless: Vec<(String, usize)>,
    /// Where the paragraph at hand ends.
    paragraph: usize,
}

impl Scanner<'_> {
    /// The end of what is protected from here, or the place to go on from.
    fn at(&mut self, at: usize) -> Result<(usize, Guard), usize> {
        let rest = &self.text[at..];
        match rest.as_bytes()[0] {
            b'`' => {
                let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
                self.code(at, ticks).map(|end| (end, Guard::Code)).ok_or(at + ticks)
            }
            b'$' => self.formula(at),
            b'\\' => {
                let close = match rest.as_bytes().get(1) {
                    Some(b'(') => self.close(at + 2, "\\)"),
                    Some(b'[') => self.close(at + 2, "\\]"),
                    _ => None,
                };
                if let Some(close) = close.filter(|close| !self.text[at + 2..*close].trim().is_empty()) {
                    return Ok((close + 2, Guard::Formula));
                }
                let sign = rest[1..].chars().next().filter(char::is_ascii_punctuation);
                sign.map(|_| (at + 2, Guard::Escape)).ok_or(at + 1)
            }
            _ => match elements::address(rest) {
                Some(length) => Ok((at + length, Guard::Address)),
                None => self.tags.end(at).map(|end| (end, Guard::Tag)).ok_or(at + 1),
            },
        }
    }

    /// The place behind the run of as many ticks.
    fn code(&mut self, at: usize, ticks: usize) -> Option<usize> {
        let name = "`".repeat(ticks.min(40));
        if self.is_hopeless(&name, at) {
            return None;
        }
        let mut from = at + ticks;
        while let Some(found) = self.text[from..].find('`') {
            let start = from + found;
            let run = self.text[start..].bytes().take_while(|byte| *byte == b'`').count();
            if run == ticks {
                return Some(start + run);
            }
            from = start + run;
        }
        self.hopeless.push((name, self.text.len()));
        None
    }

    fn formula(&mut self, at: usize) -> Result<(usize, Guard), usize> {
        if self.text[at..].starts_with("$$") {
            let close = self.close(at + 2, "$$").filter(|close| *close > at + 2);
            return close.map(|close| (close + 2, Guard::Formula)).ok_or(at + 2);
        }
        if self.text[at + 1..].starts_with(|letter: char| letter.is_whitespace()) {
            return Err(at + 1);
        }
        let mut from = at + 1;
        while let Some(close) = self.close(from, "$") {
            let inner = &self.text[at + 1..close];
            let is_escaped = inner.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            if !is_escaped && !inner.ends_with(char::is_whitespace) {
                let is_it = is_formula(inner, &self.text[close + 1..]);
                return if is_it { Ok((close + 1, Guard::Formula)) } else { Err(at + 1) };
            }
            from = close + 1;
        }
        Err(at + 1)
    }

    /// Where a closing mark stands next, in the same paragraph.
    fn close(&mut self, from: usize, mark: &str) -> Option<usize> {
        if self.is_hopeless(mark, from) {
            return None;
        }
        if self.paragraph <= from {
            self.paragraph = from + paragraph_end(self.text.get(from..)?);
        }
        let found = self.text.get(from..self.paragraph)?.find(mark).map(|found| from + found);
        if found.is_none() {
            self.hopeless.push((mark.to_owned(), self.paragraph));
        }
        found
    }

    fn is_hopeless(&mut self, mark: &str, from: usize) -> bool {
        self.hopeless.retain(|(_, until)| *until > from);
        self.hopeless.iter().any(|(known, _)| known == mark)
    }
}

fn paragraph_end(text: &str) -> usize {
    let mut at = 0;
    while let Some(found) = text[at..].find('\n') {
        let below = &text[at + found + 1..];
        let line = below.find('\n').map_or(below, |end| &below[..end]);
        if line.trim().is_empty() && !below.is_empty() {
            return at + found;
        }
        at += found + 1;
    }
    text.len()
}

/// `从$5涨到$10` is about money, `变量$甲和$乙` about code.
pub(super) fn is_formula(source: &str, behind: &str) -> bool {
    let chinese = source.contains(|c| matches!(c, '\u{3001}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}'));
    let before_digit = behind.starts_with(|c: char| c.is_ascii_digit());
    !before_digit && (!chinese || source.contains(['\\', '=', '^', '_', '<', '>', '+', '(']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_formulas_and_tags_protect() {
        for (text, expected) in [
            ("a `b|c` d", &["`b|c`"][..]),
            ("``a`|b`` `c", &["``a`|b``"]),
            ("$P(A|B)$ and $x$", &["$P(A|B)$", "$x$"]),
            ("costs $5 or $10", &[]),
            ("从$5涨到$10", &[]),
            ("$$a|b$$ \\(c|d\\) \\[e|f\\]", &["$$a|b$$", "\\(c|d\\)", "\\[e|f\\]"]),
            ("\\| \\$x$ \\[", &["\\|", "\\$", "\\["]),
            ("<b>x</b> <CLS> <https://a.b>", &["<b>", "</b>", "<https://a.b>"]),
            ("$a\n\nb$", &[]),
            ("\\(a\n \nb\\)", &["\\(", "\\)"]),
            ("x $a\\$|b$", &["$a\\$|b$"]),
        ] {
            let found: Vec<&str> = guarded(text).into_iter().map(|one| &text[one.range]).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(places("a|`b|c`|$d|e$", "|"), [1, 7]);
    }

    #[test]
    fn hostile_text_ends_soon() {
        for piece in ["`", "$", "\\(", "\\[", "$a", "``", "`a", "$$", "<", "$a\n"] {
            let mut text = piece.repeat(200_000 / piece.len());
            text.extend((0..300).map(|ticks| format!("{} ", "`".repeat(ticks))));
            let begun = std::time::Instant::now();
            guarded(&text);
            assert!(begun.elapsed().as_secs() < 10, "{piece} took {:?}", begun.elapsed());
        }
    }
}
