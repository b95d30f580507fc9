//! A candidate: a line that starts with a number, and how it is set.

use crate::import::ask::Asking;
use crate::import::page::{LineKind, Page, mark};
use crate::import::stem::{Bold, Delimiter, Label, Number, bare_number};
use crate::import::style::Question;

/// A line that starts with a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) line: u32,
    pub(super) number: u32,
    pub(super) prefix: u32,
    /// Headings without a number so far: a new chapter may start again from 1.
    pub(super) chapter: u32,
    pub(super) delimiter: Delimiter,
    pub(super) set: Set,
    pub(super) look: LineLook,
}

impl Candidate {
    pub(super) fn repeats_as(&self, next: &Candidate) -> bool {
        // What asks may be in bold or not.
        let bold = if self.look.asks && next.look.asks { self.look.bold } else { next.look.bold };
        let is_like = self.look.is_like(&LineLook { bold, ..next.look });
        self.number == next.number && self.prefix == next.prefix && is_like
    }

    /// Whether it stands in a quote, and the other does not.
    pub(super) fn is_quoted_beside(&self, other: &Candidate) -> bool {
        self.set == Set::Quote && other.set != Set::Quote
    }

    pub(super) fn question(&self, page: &Page<'_>) -> Question {
        // The text is filled in for the chain that wins.
        let line = self.line as usize;
        let mut question = Question::new(page, line, String::new());
        question.sure = page.has(line, mark::QUESTION) || matches!(self.delimiter, Delimiter::Word(_));
        question
    }

    /// Its text, without the number.
    pub(super) fn text(&self, page: &Page<'_>) -> String {
        let line = self.line as usize;
        match self.delimiter {
            Delimiter::Bare => {
                let text = page.heading_stem(line).question();
                bare_number(&text).map_or(text.clone(), |(_, rest)| rest.to_owned())
            }
            _ => page.stem(line).question(),
        }
    }
}

/// How a line is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Set {
    Heading(u8),
    Quote,
    Bold,
    Plain,
    Indented,
}

/// How a numbered line looks apart from its number. Questions of one author mostly look alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LineLook {
    pub(super) heading: bool,
    pub(super) bold: bool,
    pub(super) indent: u8,
    pub(super) after_blank: bool,
    pub(super) asks: bool,
    /// A short line that heads a chapter stands right above.
    pub(super) headed: bool,
    /// It is number 1 of a list whose first lines have texts of their own below them, as questions do.
    pub(super) anew: bool,
}

impl LineLook {
    pub(super) fn setting(&self) -> usize {
        usize::from(self.heading) + 2 * usize::from(self.bold) + 4 * usize::from(self.indent > 0)
    }

    /// Whether a new list of questions may begin with the other line: it looks the same, but for the blank
    /// line below a chapter's name.
    pub(super) fn is_followed_by(&self, other: &LineLook) -> bool {
        // What asks may stand closer to the text above than the list before it.
        let is_free = other.headed || self.asks && other.asks && self.after_blank;
        let after_blank = if is_free { self.after_blank } else { other.after_blank };
        self.is_like(&LineLook { after_blank, ..*other })
    }

    pub(super) fn is_like(&self, other: &LineLook) -> bool {
        (self.heading, self.bold, self.indent, self.after_blank)
            == (other.heading, other.bold, other.indent, other.after_blank)
    }
}

/// How many settings there are: heading or not, bold or not, indented or not.
pub(super) const SETTINGS: usize = 8;

pub(super) fn candidates(page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut chapter = 0;
    for line in 1..=page.len() {
        let heading = match page.kind(line) {
            LineKind::Heading(_) => true,
            LineKind::Text | LineKind::Quote => false,
            _ => continue,
        };
        match candidate(page, line, chapter) {
            Some(mut candidate) => {
                // A rule parts lists as a heading does.
                if candidate.number == 1
                    && !heading
                    && found.last().is_some_and(is_plain)
                    && below_rule(page, line)
                {
                    chapter += 1;
                    candidate.chapter = chapter;
                }
                // Chapters may be numbered in another way than questions.
                if heading || candidate.delimiter == Delimiter::Roman || is_han_numbered(page, line) {
                    chapter += 1;
                }
                found.push(candidate);
            }
            None if heading => chapter += 1,
            None => {}
        }
    }
    let mut found = without_inner(page, found);
    count_lazy(page, &mut found);
    mark_new_lists(page, &mut found);
    found
}

fn is_plain(candidate: &Candidate) -> bool {
    !candidate.look.heading && candidate.look.indent == 0
}

/// Whether nothing stands between a line and a rule above it.
fn below_rule(page: &Page<'_>, line: usize) -> bool {
    let above = (1..line).rev().find(|above| !page.is_blank(*above));
    page.stem(line).indent == 0 && above.is_some_and(|above| page.kind(above) == LineKind::Rule)
}

/// Without lists that stand directly below a numbered line, line below line, where the outer count goes on behind
/// them below a blank line: they are points of its answer. What asks is none.
fn without_inner(page: &Page<'_>, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut inner = vec![false; candidates.len()];
    let mut place = 0;
    while place + 1 < candidates.len() {
        let outer = candidates[place];
        let goes_on = |one: &Candidate, next: &Candidate| {
            let step = next.line - one.line;
            step < 4 && next.number == one.number + step && next.delimiter == one.delimiter
        };
        let first = place + 1;
        let head = candidates[first];
        let is_below = head.number == 1 && head.line == outer.line + 1 && head.delimiter == outer.delimiter;
        let mut last = first;
        while is_below && last + 1 < candidates.len() && goes_on(&candidates[last], &candidates[last + 1]) {
            last += 1;
        }
        let resumes = candidates.get(last + 1).is_some_and(|next| {
            let is_next = next.number == outer.number + 1 && next.look.after_blank;
            (is_next || next.number == 1 && next.look.headed) && next.look.indent == outer.look.indent
        });
        let asking = candidates[first..=last].iter().filter(|one| one.look.asks).count();
        let alike = head.look.indent == outer.look.indent && !outer.look.heading && outer.look.after_blank;
        if is_below
            && last > first
            && resumes
            && alike
            && asking * 2 <= last - first
            && !page.is_blank(head.line as usize)
        {
            inner[first..=last].fill(true);
        }
        place = last.max(place + 1);
    }
    candidates.into_iter().zip(inner).filter(|(_, inner)| !inner).map(|(candidate, _)| candidate).collect()
}

/// Lists that begin anew behind an answer, and whose items have answers: points of an answer have none, or
/// are announced.
fn mark_new_lists(page: &Page<'_>, candidates: &mut [Candidate]) {
    let has_text = |line: usize, next: usize| {
        (line + 1..next).find(|below| !page.is_furniture(*below)).is_some_and(|below| page.item(below) == 0)
    };
    for place in 1..candidates.len().saturating_sub(1) {
        let (this, next) = (candidates[place], candidates[place + 1]);
        let line = this.line as usize;
        if this.number != 1 || next.number != 2 || next.delimiter != this.delimiter {
            continue;
        }
        let behind = candidates.get(place + 2).map_or(page.len() + 1, |behind| behind.line as usize);
        let above = (1..line).rev().find(|above| !page.is_blank(*above));
        let is_behind_text = above.is_some_and(|above| {
            above > candidates[place - 1].line as usize && !page.line(above).trim_end().ends_with([':', '：'])
        });
        let answered = has_text(line, next.line as usize) && has_text(next.line as usize, behind);
        candidates[place].look.anew = is_behind_text && answered && this.look.indent == next.look.indent;
    }
}

/// Markdown counts for authors who number every item of a list with 1.
fn count_lazy(page: &Page<'_>, candidates: &mut [Candidate]) {
    // Of each list that is open: its indent, the place of its last item, and whether all are numbered 1.
    let mut open: Vec<(u8, usize, bool)> = Vec::new();
    for place in 0..candidates.len() {
        let this = candidates[place];
        let line = this.line as usize;
        if page.item(line) == 0 || this.delimiter == Delimiter::Han {
            continue;
        }
        open.retain(|(indent, ..)| *indent <= this.look.indent);
        let same = open.last().filter(|(indent, ..)| *indent == this.look.indent).copied();
        open.retain(|(indent, ..)| *indent < this.look.indent);
        let mut all_ones = this.number == 1;
        if let Some((_, before, ones)) = same {
            let goes_on = candidates[before].delimiter == this.delimiter
                && is_one_list(page, candidates[before].line as usize, line, this.look.indent);
            all_ones = all_ones && (ones || !goes_on);
            if all_ones && goes_on {
                candidates[place].number = candidates[before].number + 1;
            }
        }
        open.push((this.look.indent, place, all_ones));
    }
}

/// Whether nothing ends a list between two of its items.
fn is_one_list(page: &Page<'_>, above: usize, line: usize, indent: u8) -> bool {
    (above + 1..line).all(|between| {
        let text = page.line(between);
        page.is_blank(between)
            || page.item(between) > 0 && page.stem(between).indent > usize::from(indent)
            || text.starts_with([' ', '\t'])
            || page.kind(between) == LineKind::Verbatim
            || !page.is_blank(between - 1) && page.level(between).is_none()
    })
}

pub(super) fn candidate(page: &Page<'_>, line: usize, chapter: u32) -> Option<Candidate> {
    if !page.has(line, mark::NUMBER) || page.is_hidden(line) || page.is_anchor(line) {
        return None;
    }
    let source = page.line(line);
    let stem = page.stem(line);
    let level = page.level(line);
    let bare = || level.and_then(|_| bare_number(page.heading_stem(line).text)).map(|(number, _)| number);
    let Number { value, prefix, delimiter } = stem.number.or_else(bare)?;
    let is_bare_stem = stem.text.is_empty() && heads_items(page, line);
    if (stem.text.is_empty() && !is_bare_stem)
        || stem.label == Some(Label::Answer)
        || value == 0 && delimiter != Delimiter::Dot
    {
        return None;
    }
    let heading = level.is_some() || stem.heading;
    let bold =
        stem.bold != Bold::No || stem.text.len() < source.len() && source.trim_start().starts_with("**");
    let set = match level {
        Some(level) => Set::Heading(level),
        None if page.kind(line) == LineKind::Quote => Set::Quote,
        None if bold => Set::Bold,
        None if stem.indent > 1 && !stem.heading => Set::Indented,
        None => Set::Plain,
    };
    let look = LineLook {
        heading,
        bold,
        indent: u8::try_from(stem.indent).unwrap_or(u8::MAX),
        after_blank: line == 1 || page.is_blank(line - 1),
        asks: page.asks(line) == Asking::Yes,
        headed: value == 1
            && (chapter_above(page, 1, line).is_some()
                || heads_outline(page, line, stem.indent)
                || is_below_key(page, line)),
        anew: false,
    };
    // A heading with a number is a chapter to those below it, but not to its own kind.
    let line = u32::try_from(line).ok()?;
    Some(Candidate { line, number: value, prefix, chapter, delimiter, set, look })
}

/// Whether the next line that says something is an item: a number alone may be a stem.
fn heads_items(page: &Page<'_>, line: usize) -> bool {
    let bold = page.line(line).contains("**") || page.level(line).is_some();
    let below = (line + 1..=page.len().min(line + 4)).find(|below| !page.is_blank(*below));
    bold && below.is_some_and(|below| page.has(below, mark::BULLET | mark::NUMBER))
}

/// The line that stands directly above one, where it is short and at the margin.
pub(super) fn line_above(page: &Page<'_>, line: usize) -> Option<usize> {
    let above = line.checked_sub(1).filter(|above| *above > 0)?;
    let (text, kind) = (page.line(above), page.kind(above));
    let is_name = kind == LineKind::Text && page.item(above) == 0 && text.chars().count() <= 20;
    (is_name && !page.has(above, mark::NUMBER) && !text.starts_with([' ', '\t'])).then_some(above)
}

/// The line from `first` on that stands right above this one and heads a chapter.
pub(in crate::import) fn chapter_above(page: &Page<'_>, first: usize, line: usize) -> Option<usize> {
    let above = (first..line).rev().take(3).find(|above| !page.is_blank(*above));
    above.filter(|above| heads_chapter(page, *above))
}

/// The lines of an outline right above the head of a chapter, and that head, outermost first: `一、`, `（一）`.
pub(super) fn outline_above(page: &Page<'_>, first: usize, head: usize) -> Vec<usize> {
    let mut heads = vec![head];
    if is_han_numbered(page, head) {
        let above = (first..head).rev().filter(|line| !page.is_blank(*line));
        heads.extend(
            above.take_while(|line| is_han_numbered(page, *line) && heads_chapter(page, *line)).take(2),
        );
    }
    heads.reverse();
    heads
}

/// Whether the line above says that answers follow, and nothing else.
fn is_below_key(page: &Page<'_>, line: usize) -> bool {
    let above = (1..line).rev().take(3).find(|above| !page.is_blank(*above));
    above.is_some_and(|above| page.has(above, mark::ANSWER) && page.stem(above).text.is_empty())
}

/// Whether the line above is an item without a number that this one is nested in.
fn heads_outline(page: &Page<'_>, line: usize, indent: usize) -> bool {
    let above = (1..line).rev().take(3).find(|above| page.has(*above, mark::BULLET));
    indent > 1
        && above.is_some_and(|above| !page.has(above, mark::NUMBER) && page.stem(above).indent < indent)
}

/// Whether a line begins with a Chinese number, in brackets or not: `一、`, `（二）`.
fn is_han_numbered(page: &Page<'_>, line: usize) -> bool {
    let number = page.stem(line).number;
    number.is_some_and(|number| matches!(number.delimiter, Delimiter::Han | Delimiter::HanBrackets))
}

fn heads_chapter(page: &Page<'_>, line: usize) -> bool {
    if page.kind(line) != LineKind::Text || page.item(line) > 0 {
        return false;
    }
    let numbered = is_han_numbered(page, line);
    // An outline needs no blank lines.
    let stands_free = line < 2 || page.is_furniture(line - 1);
    if !stands_free && !numbered {
        return false;
    }
    let stem = page.stem(line);
    let text = stem.text.trim_end().trim_matches(['-', '=', '~', '—', '─']);
    let short = is_short(text) && !text.ends_with(['。', '.', '；', ';', '，', ',', '、', '！', '!']);
    let heads = if stands_free { numbered || stem.bold == Bold::Whole || short } else { short };
    !text.is_empty() && stem.indent == 0 && heads
}

/// Whether a text is no longer than the name of a chapter.
fn is_short(text: &str) -> bool {
    text.chars().count() <= if text.is_ascii() { LONGEST_NAME } else { LONGEST_NAME / 2 }
}

/// The name of a chapter has no more letters; wide ones count twice.
const LONGEST_NAME: usize = 40;
