//! Cloze: a passage of the answer with a gap, which the learner types.
//!
//! The gaps that an author marked come first, as `==marked words==` in the answer or as `[…]` in the
//! question. Without them a gap is a formula, a number or a concept of the passage. The gap says what sort of
//! thing fits, and how its words begin ([`GapCue`]). Only what can be known is asked: nothing that stands elsewhere in the passage or in the question (in another wording or
//! language too), no single letter, nothing that is one of several examples or of a list. A passage is one
//! point, or what stands before the points. One sitting never shows the same gap of a card twice; when
//! all were shown, the card is asked by recall. What was typed is compared, see [`compare`].

pub mod compare;
mod counted;
mod formula;
mod gap;
mod known;
mod misspelt;
mod symbols;
#[cfg(test)]
mod variants;
mod wording;

pub use gap::{Gap, GapCue};

use super::asking::ModeContext;
use super::terms;
use crate::card::han::is_han;
use crate::card::{Card, CardId, Face, Grade};
use crate::markdown;
use compare::Fit;
pub(super) use known::is_telling;
use std::collections::HashMap;
use std::ops::Range;

/// A passage with gaps.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Passage {
    /// Markdown with [`GAP`] in place of what is asked; empty when the question has the gaps.
    pub asked: String,
    /// The same with the gaps filled and set off.
    pub filled: String,
    /// What is asked, in order; empty where the card does not say what fits.
    pub gaps: Vec<Gap>,
    /// What the learner typed.
    pub text: String,
    /// How what was typed fits, once the answer is shown; nothing where nothing was typed.
    pub fit: Option<Fit>,
}

impl Passage {
    /// Whether the learner types what is missing; without a gap that is known they say it.
    pub fn is_typed(&self) -> bool {
        !self.gaps.is_empty()
    }

    /// Compares what was typed with the gaps; several are parted by semicolons or commas.
    pub fn judge(&mut self) {
        self.fit = (!self.text.trim().is_empty() && !self.gaps.is_empty())
            .then(|| compare::in_passage(&self.text, &self.gaps, &self.asked.split(GAP).collect::<Vec<_>>()));
    }

    /// The grade that it speaks for; nothing where nothing was typed.
    pub fn suggests(&self) -> Option<Grade> {
        self.fit.map(|fit| match fit {
            Fit::Right => Grade::Good,
            Fit::Close => Grade::Hard,
            Fit::Wrong => Grade::Again,
        })
    }
}

/// What stands in place of a gap, as in decks that are imported with gaps of their own.
pub const GAP: &str = "[…]";

/// What a card is asked by; none where all its gaps were shown in this sitting.
pub(super) fn task(asking: &ModeContext<'_>) -> Option<Passage> {
    let (card, face) = (asking.card(), asking.face());
    if face.question.contains(GAP) {
        return Some(Passage { gaps: gaps_of_question(face), ..Passage::default() });
    }
    let found = candidates(card, face);
    let is_fresh = |one: &&GapCandidate| !asking.sitting.gaps.contains(&mark(&card.id, &one.gap.text));
    let fresh: Vec<&GapCandidate> = found.iter().filter(is_fresh).collect();
    let chosen = fresh.get((asking.seed() % fresh.len().max(1) as u64) as usize)?;
    Some(cut(&chosen.passage, &chosen.place, &chosen.gap))
}

/// How a gap that was shown is remembered.
pub fn mark(card: &CardId, gap: &str) -> (CardId, String) {
    (card.clone(), gap.to_lowercase())
}

/// Every passage with a gap that a card can be asked by.
pub fn all(card: &Card, face: &Face) -> Vec<Passage> {
    candidates(card, face).iter().map(|one| cut(&one.passage, &one.place, &one.gap)).collect()
}

/// A gap in a passage.
struct GapCandidate {
    passage: String,
    place: Range<usize>,
    gap: Gap,
}

/// The gaps that the author marked and that can be asked; the others where none was marked.
fn candidates(card: &Card, face: &Face) -> Vec<GapCandidate> {
    let passages = passages(&face.answer);
    let others: Vec<Vec<String>> = card
        .faces
        .iter()
        .filter(|other| other.lang != face.lang)
        .map(|other| self::passages(&other.answer))
        .filter(|other| other.len() == passages.len())
        .collect();
    let is_known = |one: &GapCandidate| known::is_askable(&one.passage, &one.place, &face.question);
    let own = passages.iter().enumerate().flat_map(|(at, passage)| {
        let others: Vec<&str> = others.iter().map(|other| other[at].as_str()).collect();
        marked_with(passage, &others)
    });
    let own: Vec<GapCandidate> = own.filter(is_known).collect();
    if passages.iter().any(|passage| !marked(passage).is_empty()) {
        return own;
    }
    passages.iter().flat_map(|passage| found(passage)).filter(is_known).collect()
}

/// The marked gaps of a passage, each with what is marked in its place in the other languages.
fn marked_with(passage: &str, others: &[&str]) -> Vec<GapCandidate> {
    let places = marked(passage);
    let others: Vec<Vec<&str>> = others
        .iter()
        .map(|other| marked(other).into_iter().map(|place| &other[inner(&place)]).collect::<Vec<_>>())
        .filter(|other| other.len() == places.len())
        .collect();
    let of = |(at, place): (usize, Range<usize>)| GapCandidate {
        passage: passage.to_owned(),
        gap: Gap {
            text: passage[inner(&place)].to_owned(),
            also: others
                .iter()
                .map(|other| other[at].to_owned())
                .filter(|other| compare::may_say_the_same(&passage[inner(&place)], other))
                .collect(),
        },
        place,
    };
    places.into_iter().enumerate().map(of).collect()
}

/// What stands between the marks.
fn inner(place: &Range<usize>) -> Range<usize> {
    place.start + 2..place.end - 2
}

/// What the gaps of a question stand for: what the answer has where the question has them.
fn gaps_of_question(face: &Face) -> Vec<Gap> {
    let parts: Vec<&str> = face.question.split(GAP).collect();
    let Some(start) = face.answer.find(parts[0]) else { return Vec::new() };
    let mut rest = &face.answer[start + parts[0].len()..];
    let mut gaps = Vec::new();
    for part in &parts[1..] {
        let line = rest.lines().next().unwrap_or_default().len();
        let end = if part.is_empty() { Some(line) } else { rest.find(part) };
        let Some(end) = end.filter(|end| *end > 0) else { return Vec::new() };
        gaps.push(Gap { text: rest[..end].replace("==", "").trim().to_owned(), also: Vec::new() });
        rest = &rest[end + part.len()..];
    }
    gaps
}

/// The passages of an answer: what stands before its points, and each point.
fn passages(answer: &str) -> Vec<String> {
    let points = markdown::written_points(answer);
    let before = points.first().map_or(usize::MAX, |point| point.first_line);
    let lines: Vec<&str> = answer.lines().collect();
    let mut passages: Vec<String> = markdown::blocks(answer)
        .iter()
        .filter(|block| block.last_line < before && matches!(block.content, markdown::Content::Paragraph(_)))
        .map(|block| lines[block.first_line..=block.last_line].join("\n"))
        .collect();
    passages.extend(points.into_iter().map(|point| point.text));
    passages.retain(|passage| !passage.contains("```") && !passage.contains("!["));
    passages
}

/// Where `==marked words==` stand in a passage.
fn marked(text: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("==").map(|at| from + at) {
        let Some(close) = text[open + 2..].find("==").map(|at| open + 2 + at) else { break };
        let inner = &text[open + 2..close];
        from = close + 2;
        if inner.is_empty() || inner.contains('\n') || inner.starts_with(' ') || inner.ends_with(' ') {
            from = open + 2;
            continue;
        }
        places.push(open..close + 2);
    }
    places
}

/// Formulas, numbers and concepts of a passage.
fn found(passage: &str) -> Vec<GapCandidate> {
    let hidden = verbatim(passage);
    // What a point is called could be said in many ways.
    let name = passage.strip_prefix("**").and_then(|rest| rest.find("**")).map_or(0, |end| end + 2);
    let mut ranges: Vec<Range<usize>> =
        hidden.iter().filter(|(_, is_formula)| *is_formula).map(|(range, _)| range.clone()).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    let terms = terms::terms(&plain(passage));
    terms.iter().for_each(|term| *counts.entry(term.key.clone()).or_default() += 1);
    for term in terms.iter().filter(|term| counts[&term.key] == 1) {
        let is_number = term.surface.starts_with(|letter: char| letter.is_ascii_digit());
        let is_known = term.is_concept && known::is_telling(&term.key);
        if !(is_number || is_known && known::is_telling_wording(&term.surface)) {
            continue;
        }
        if let [place] = &places(passage, &as_written(passage, &term.surface), &hidden)[..] {
            ranges.push(place.clone());
        }
    }
    let of = |place: Range<usize>| GapCandidate {
        passage: passage.to_owned(),
        gap: Gap { text: passage[place.clone()].to_owned(), also: Vec::new() },
        place,
    };
    // `Beta(4, 1)` and `$V = 128$k` are one word.
    let ends = |place: &Range<usize>| {
        passage[place.end..]
            .chars()
            .next()
            .is_none_or(|next| next != '(' && (!next.is_alphanumeric() || is_han(next)))
    };
    ranges.retain(|place| place.start >= name && ends(place));
    ranges.into_iter().map(of).collect()
}

/// Formulas (`true`) and what else is not running text: code and the addresses of links.
fn verbatim(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['$', '`', '(']).map(|open| at + open) {
        let sign = &text[open..=open];
        let is_address = sign == "(" && text[..open].ends_with(']');
        let close = match sign {
            "(" if !is_address => None,
            "(" => text[open..].find(')').map(|close| open + close),
            sign => text[open + 1..].find(sign).map(|close| open + 1 + close),
        };
        match close {
            Some(close) => {
                found.push((open..close + 1, sign == "$"));
                at = close + 1;
            }
            None => at = open + 1,
        }
    }
    found
}

/// Where a text stands as words of their own, outside of formulas and code.
fn places(text: &str, wanted: &str, hidden: &[(Range<usize>, bool)]) -> Vec<Range<usize>> {
    let is_word = |letter: char| letter.is_alphanumeric() && !is_han(letter);
    let found = text.match_indices(wanted).map(|(at, found)| at..at + found.len());
    found
        .filter(|range| {
            let before = text[..range.start].chars().next_back().is_some_and(is_word);
            let after = text[range.end..].chars().next().is_some_and(is_word);
            let splits = before && wanted.starts_with(is_word) || after && wanted.ends_with(is_word);
            // `micro-[…]` is half a word too.
            let hangs = text[..range.start].ends_with('-') || text[range.end..].starts_with('-');
            // And so is the first part of `LLM.int8`.
            let mut behind = text[range.end..].chars();
            let hangs =
                hangs || behind.next() == Some('.') && behind.next().is_some_and(char::is_alphanumeric);
            let hangs = hangs || known::splits_name(&text[..range.start], wanted, &text[range.end..]);
            let splits =
                splits || hangs || known::splits_word(&text[..range.start], wanted, &text[range.end..]);
            !splits && !hidden.iter().any(|(other, _)| range.start < other.end && other.start < range.end)
        })
        .collect()
}

/// How a passage writes a term: the comparison has lost capitals, hyphens and some signs.
fn as_written(text: &str, surface: &str) -> String {
    let lower = text.to_lowercase();
    for form in [surface.to_owned(), surface.replace(' ', "-"), surface.replace('x', "×")] {
        if let Some(at) = lower.find(&form)
            && lower.len() == text.len()
        {
            return text[at..at + form.len()].to_owned();
        }
    }
    surface.to_owned()
}

/// A passage with this gap. Other marks are left out: only one thing is asked.
fn cut(text: &str, place: &Range<usize>, gap: &Gap) -> Passage {
    let before = text[..place.start].replace("==", "");
    let after = text[place.end..].replace("==", "");
    let mut gap = gap.clone();
    gap.also.extend(with_unit(&gap.text, &after));
    Passage {
        asked: format!("{before}{GAP}{after}"),
        // Set off by a sign as well as by its style.
        filled: format!("{before}==‹{}›=={after}", gap.text),
        gaps: vec![gap],
        ..Passage::default()
    }
}

/// A number with the unit that stands behind its gap: who types `30%` before a `%` has said the same.
fn with_unit(number: &str, behind: &str) -> Option<String> {
    let is_number = number.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    let behind = behind.strip_prefix(' ').unwrap_or(behind);
    let first = behind.chars().next().filter(|_| is_number)?;
    let end = match first {
        '%' | '‰' | '°' => first.len_utf8(),
        first if is_han(first) => first.len_utf8(),
        _ => behind.find(|letter: char| !letter.is_alphabetic() || is_han(letter)).unwrap_or(behind.len()),
    };
    (end > 0).then(|| format!("{number} {}", &behind[..end]))
}

fn plain(source: &str) -> String {
    markdown::text(&markdown::inlines(source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_gaps_are_taken_as_they_are_marked() {
        let text = "A ==kernel== of ==3×3== has == no gap == here, a==b.";
        let found = marked_with(text, &["一个==卷积核==，大小==3×3==。"]);
        assert_eq!(found[0].gap, Gap { text: "kernel".into(), also: vec!["卷积核".into()] });
        assert_eq!(found.len(), 2);
        let passage = cut(text, &found[1].place, &found[1].gap);
        assert_eq!(passage.asked, "A kernel of […] has  no gap  here, ab.");
    }

    /// Rows: a passage, what is typed into its gap, and whether that is right.
    #[test]
    fn a_number_may_be_typed_with_the_unit_behind_its_gap() {
        for (passage, typed, is_right) in [
            ("多花约 ==30==% 的计算", "30%", true),
            ("多花约 ==30==% 的计算", "0.3", true),
            ("多花约 ==30==% 的计算", "3", false),
            ("一共 ==1750== 亿参数", "1750亿", true),
            ("一共 ==1750== 亿参数", "175B", true),
            ("一共 ==1750== 亿参数", "1750", true),
            ("一共 ==1750== 亿参数", "1750万", false),
            ("It takes ==140== GB of memory.", "140 GB", true),
            ("It takes ==140== GB of memory.", "0.14 TB", true),
            ("It takes ==140== GB of memory.", "140 MB", false),
            ("It has ==12== layers.", "12 heads", false),
            ("It has ==12== layers.", "12 layers", true),
        ] {
            let marked = marked_with(passage, &[]);
            let passage = cut(passage, &marked[0].place, &marked[0].gap);
            assert_eq!(compare::all(typed, &passage.gaps) == Fit::Right, is_right, "{typed}: {passage:?}");
        }
    }

    #[test]
    fn a_gap_of_a_question_is_what_the_answer_has_there() {
        let face = |question: &str, answer: &str| {
            let source = crate::card::Source { file: None, question_line: 1, answer_lines: None };
            let (question, answer) = (question.into(), answer.into());
            let lang = crate::card::Lang::En;
            Face { lang, topic: [].into(), question, answer, source, metadata: None }
        };
        for (question, answer, gaps) in [
            ("A kernel has […] weights.", "A kernel has 9 weights.", vec!["9"]),
            ("[…] has […].", "A net has two layers.\n\nMore.", vec!["A net", "two layers"]),
            ("It is […]", "It is so\nand more", vec!["so"]),
            ("A kernel has […] weights.", "Nine.", vec![]),
        ] {
            let found = gaps_of_question(&face(question, answer));
            assert_eq!(found.iter().map(|gap| gap.text.as_str()).collect::<Vec<_>>(), gaps, "{question}");
        }
    }

    /// Rows: a passage in which nothing is marked, and the gaps that are found in it.
    #[test]
    fn a_gap_that_nobody_marked_is_no_name_of_a_point_and_no_part_of_a_word() {
        for (passage, gaps) in [
            ("**Dropout**: It thins layers with $p = 0.5$ in them.", vec!["$p = 0.5$"]),
            ("A list of $V = 128$k rows is read by dropout.", vec!["dropout"]),
            ("What dropout(x) gives is read here.", vec![]),
        ] {
            let texts: Vec<String> = found(passage).into_iter().map(|one| one.gap.text).collect();
            assert_eq!(texts, gaps, "{passage}");
        }
    }
}
