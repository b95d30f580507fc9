//! Numbered questions: `1.text`, `1、text`, `1) text`, `（1）text`, also as headings or in bold.
//!
//! One line's look proves nothing, since answers have numbered lists of their own. What makes a
//! question is the running sequence over the whole file: of all chains of numbers that count upwards,
//! the one that explains most lines is the list of questions, and the rest are points of answers.

use super::super::diagnostic::Diagnostic;
use super::super::page::{Kind, Page, heading_text};
use super::super::style::{Question, Reading, Style};
use std::collections::HashMap;

pub(in crate::import) const STYLE: Style = Style {
    name: "numbered",
    about: "numbers that count through the whole file are questions, other numbered lines are points",
    sample: "1.池化的作用是什么？\n（1）降维\n（2）不变性\n\n2.什么是卷积？\n1）局部连接\n2）共享参数\n3.什么是RNN？\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let mut candidates: HashMap<Delimiter, Vec<Candidate<'_>>> = HashMap::new();
    let mut chapter = 0;
    for line in 1..=page.len() {
        match candidate(page, line, chapter) {
            Some((delimiter, candidate)) => candidates.entry(delimiter).or_default().push(candidate),
            None if matches!(page.kind(line), Kind::Heading(_)) => chapter += 1,
            None => {}
        }
    }
    let chains = candidates.into_values().map(|candidates| best_chain(&candidates));
    // The outermost numbering opens the file, so of equal chains the earlier one is it.
    let best = chains.reduce(|one, other| if other.rank() > one.rank() { other } else { one });
    let Some(chain) = best else { return Reading::default() };
    Reading {
        // One numbered line is no sequence, yet a file may hold a single question.
        fit: if chain.links.len() > 1 { 0.9 } else { 0.2 },
        diagnostics: gaps(&chain.links),
        questions: chain.links.iter().map(|link| link.question(page)).collect(),
    }
}

/// What stands behind or around a number. Numbers of one list share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Delimiter {
    /// `1.`
    Dot,
    /// `1、`
    Comma,
    /// `1)` or `1）`
    Bracket,
    /// `(1)` or `（1）`
    Brackets,
}

/// A line that starts with a number.
#[derive(Debug, Clone, PartialEq)]
struct Candidate<'a> {
    line: usize,
    number: u32,
    text: &'a str,
    look: Look,
    /// Headings without a number so far: a new chapter may start again from 1.
    chapter: usize,
}

/// How a numbered line looks apart from its number. Questions of one author mostly look alike.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Look {
    heading: bool,
    bold: bool,
    indent: usize,
    after_blank: bool,
    asks: bool,
}

/// How many settings there are: heading or not, bold or not, indented or not.
const SETTINGS: usize = 8;

impl Look {
    fn setting(&self) -> usize {
        usize::from(self.heading) + 2 * usize::from(self.bold) + 4 * usize::from(self.indent > 0)
    }
}

fn candidate<'a>(page: &Page<'a>, line: usize, chapter: usize) -> Option<(Delimiter, Candidate<'a>)> {
    if !matches!(page.kind(line), Kind::Text | Kind::Heading(_)) {
        return None;
    }
    let whole = page.line(line);
    let text = whole.trim_start_matches([' ', '\t', '\u{3000}']);
    let indent = whole.len() - text.len();
    let unmarked = if text.starts_with('#') { heading_text(text) } else { text };
    let plain = unmarked.trim_start_matches("**");
    let (number, delimiter, rest) = number(plain)?;
    let bold = plain.len() < unmarked.len();
    let rest = if bold { unbold(rest) } else { rest.trim() };
    if rest.is_empty() {
        return None;
    }
    let look = Look {
        heading: unmarked.len() < text.len(),
        bold,
        indent,
        after_blank: line == 1 || page.is_blank(line - 1),
        asks: rest.ends_with(['?', '？']),
    };
    Some((delimiter, Candidate { line, number, text: rest, look, chapter }))
}

/// The number a text starts with, its delimiter, and what follows.
fn number(text: &str) -> Option<(u32, Delimiter, &str)> {
    let opened = text.strip_prefix(['(', '（']);
    let digits = opened.unwrap_or(text);
    let end = digits.find(|letter: char| digit(letter).is_none())?;
    let letters = &digits[..end];
    if letters.is_empty() || letters.chars().count() > 4 {
        return None;
    }
    let number = letters.chars().filter_map(digit).fold(0, |sum, value| sum * 10 + value);
    let mut rest = digits[end..].chars();
    let delimiter = match (rest.next()?, opened.is_some()) {
        (')' | '）', true) => Delimiter::Brackets,
        (')' | '）', false) => Delimiter::Bracket,
        ('.' | '．', false) => Delimiter::Dot,
        ('、', false) => Delimiter::Comma,
        _ => return None,
    };
    let rest = rest.as_str();
    // A digit behind a dot makes a version or a decimal: 3.14, 2.0版.
    let decimal = delimiter == Delimiter::Dot && rest.chars().next().and_then(digit).is_some();
    (!decimal).then_some((number, delimiter, rest))
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => letter.to_digit(10),
    }
}

/// `text**` or `text** more` of a line that opened with `**`.
fn unbold(rest: &str) -> &str {
    let rest = rest.trim();
    rest.strip_suffix("**").unwrap_or(rest).trim()
}

/// A chain of candidates that count upwards.
struct Chain<'a> {
    score: f32,
    links: Vec<Candidate<'a>>,
}

impl Chain<'_> {
    /// More explained lines first, then the earlier start.
    fn rank(&self) -> (f32, std::cmp::Reverse<usize>) {
        (self.score, std::cmp::Reverse(self.links.first().map_or(usize::MAX, |link| link.line)))
    }
}

/// How much a number may skip and still belong to the chain.
const LONGEST_GAP: u32 = 12;

/// The chain of highest score: dynamic programming over the candidates, each of which may follow the
/// best chain that ends one number lower, or a few lower, or in the same number right before it, or
/// may start a new chapter from 1.
fn best_chain<'a>(candidates: &[Candidate<'a>]) -> Chain<'a> {
    let mut scores: Vec<f32> = Vec::with_capacity(candidates.len());
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    // The best chain that ends in a number, for each way its last line is set: a list inside an answer
    // must not push aside the headings around it.
    let mut ending_in: HashMap<u32, [Option<usize>; SETTINGS]> = HashMap::new();
    let mut best_so_far: Option<usize> = None;
    // The best chain among the chapters before the one at hand.
    let mut best_of_earlier_chapters: Option<usize> = None;
    for (index, this) in candidates.iter().enumerate() {
        if index > 0 && candidates[index - 1].chapter != this.chapter {
            best_of_earlier_chapters = best_so_far;
        }
        let mut score = if this.number <= 1 { 1.0 } else { 0.2 };
        let mut from = None;
        let mut consider = |previous: Option<usize>, gain: f32| {
            if let Some(previous) = previous {
                let total = scores[previous] + gain + likeness(&candidates[previous].look, &this.look);
                if total > score {
                    (score, from) = (total, Some(previous));
                }
            }
        };
        for gap in 1..=LONGEST_GAP.min(this.number) {
            let skipped = (gap - 1) as f32;
            let gain = if gap == 1 { 1.0 } else { 0.5 - 0.1 * skipped };
            for previous in ending_in.get(&(this.number - gap)).into_iter().flatten() {
                consider(*previous, gain);
            }
        }
        // A repeated number is an author's slip only where nothing numbered stands between and both
        // lines are set alike.
        let slip = index.checked_sub(1).filter(|previous| candidates[*previous].repeats_as(this));
        consider(slip, 0.2);
        if this.number == 1 {
            consider(best_of_earlier_chapters, 1.0);
        }
        scores.push(score);
        before.push(from);
        let place = &mut ending_in.entry(this.number).or_default()[this.look.setting()];
        if place.is_none_or(|rival| score > scores[rival]) {
            *place = Some(index);
        }
        if best_so_far.is_none_or(|best| score > scores[best]) {
            best_so_far = Some(index);
        }
    }
    let mut links = Vec::new();
    let mut cursor = best_so_far;
    while let Some(index) = cursor {
        links.push(candidates[index].clone());
        cursor = before[index];
    }
    links.reverse();
    Chain { score: best_so_far.map_or(0.0, |best| scores[best]), links }
}

/// What two numbered lines gain from looking alike; at most 0.5, so that a look never outweighs a
/// number.
fn likeness(one: &Look, other: &Look) -> f32 {
    let same = |equal: bool, weight: f32| if equal { weight } else { 0.0 };
    same(one.heading == other.heading, 0.1)
        + same(one.bold == other.bold, 0.1)
        + same(one.indent == other.indent, 0.1)
        + same(one.after_blank == other.after_blank, 0.1)
        + same(other.asks, 0.05)
        + same(other.after_blank, 0.05)
}

/// Gaps and repeats in the numbering.
fn gaps(links: &[Candidate<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(first) = links.first().filter(|first| first.number > 1) {
        let message = format!("the numbering starts at {}", first.number);
        found.push(Diagnostic::note(
            first.line,
            message,
            "nothing is lost; number from 1 if a question is missing",
        ));
    }
    for pair in links.windows(2) {
        let (before, this) = (&pair[0], &pair[1]);
        if this.number == before.number {
            let message = format!("number {} again, after line {}", this.number, before.line);
            found.push(Diagnostic::warning(
                this.line,
                message,
                "both were read as questions; renumber one of them",
            ));
        } else if this.number > before.number + 1 {
            let missing = match this.number - before.number {
                2 => format!("number {} is missing", before.number + 1),
                _ => format!("numbers {} to {} are missing", before.number + 1, this.number - 1),
            };
            let message = format!("{missing}: {} stands on line {}", before.number, before.line);
            found.push(Diagnostic::warning(
                this.line,
                message,
                "nothing is lost; renumber if no question is missing",
            ));
        }
    }
    found
}

impl Candidate<'_> {
    fn repeats_as(&self, next: &Candidate<'_>) -> bool {
        let set = |look: &Look| (look.heading, look.bold, look.indent, look.after_blank);
        self.number == next.number && set(&self.look) == set(&next.look)
    }

    fn question(&self, page: &Page<'_>) -> Question {
        let level = match page.kind(self.line) {
            Kind::Heading(level) => Some(level),
            _ => None,
        };
        Question { line: self.line, text: self.text.to_owned(), level }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pages with the lines their questions stand on.
    #[test]
    fn the_running_sequence_makes_the_questions() {
        let rows: [(&str, &str, &[usize]); 14] = [
            ("no space behind the dot", "1.a\nx\n2.b\n", &[1, 3]),
            ("a heading without a space", "###1.a\nx\n\n2.b\n", &[1, 4]),
            ("questions on consecutive lines", "1.a\n2.b\n3.c\nx\n", &[1, 2, 3]),
            ("points in brackets", "1.a\n（1）x\n（2）y\n2.b\n1）x\n2）y\n3.c\n(1) x\n", &[1, 4, 7]),
            (
                "a list inside an answer",
                "1. a?\n\nx\n\n2. b?\n\n   1. x\n   2. y\n   3. z\n\n3. c?\n\n4. d?\n",
                &[1, 5, 11, 13],
            ),
            (
                "an unindented list inside",
                "1. a?\n\n2. b?\n1. x\n2. y\n3. z\n\n3. c?\n\n4. d?\n",
                &[1, 3, 8, 10],
            ),
            ("versions and decimals", "1.a\n3.14是圆周率\n2.0版\n2.b\n", &[1, 4]),
            ("code", "1.a\n```\n2.x\n```\n2.b\n", &[1, 5]),
            ("a gap and a repeat", "1.a\n\n2.b\n\n2.c\n\n5.d\n", &[1, 3, 5, 7]),
            ("a new chapter", "# A\n1.a\n2.b\n# B\n1.c\n2.d\n", &[2, 3, 5, 6]),
            ("full-width", "１．a\n２．b\n", &[1, 2]),
            ("the Chinese comma", "1、a\n1.x\n2.y\n2、b\n3、c\n", &[1, 4, 5]),
            ("bold", "**1. a?**\n\nx\n\n**2. b?**\n\ny\n", &[1, 5]),
            ("headings", "## 1. a\n\n1. x\n2. y\n\n## 2. b\n\n1. x\n\n## 3. c\n", &[1, 6, 10]),
        ];
        for (name, text, lines) in rows {
            let reading = read(&Page::new(text));
            let found: Vec<usize> = reading.questions.iter().map(|question| question.line).collect();
            assert_eq!(found, lines, "{name}");
        }
    }

    #[test]
    fn gaps_and_repeats_are_told() {
        let reading = read(&Page::new("1.a\n\n2.b\n\n2.c\n\n5.d\n"));
        let told: Vec<(usize, &str)> = reading
            .diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.line, diagnostic.message.as_str()))
            .collect();
        assert_eq!(
            told,
            [(5, "number 2 again, after line 3"), (7, "numbers 3 to 4 are missing: 2 stands on line 5")]
        );
    }

    #[test]
    fn a_question_loses_its_number_and_marks_only() {
        for (line, text) in
            [("###1.池化？", "池化？"), ("**2. Why?**", "Why?"), ("3.  C#", "C#"), ("(4) x", "x")]
        {
            assert_eq!(read(&Page::new(line)).questions[0].text, text, "{line}");
        }
    }

    #[test]
    fn a_megabyte_of_numbered_lines_takes_linear_time() {
        let text = "1.\n1. x\n2. y\n".repeat(80_000);
        assert!(!read(&Page::new(&text)).questions.is_empty());
    }
}
