//! Stems: lines that say only what others ask. Their sub-questions are the cards, the stem is the context of
//! each; and follow-ups are cards below the question they follow.

use super::extent::ends;
use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, mark, plain_text};
use crate::import::stem::{Delimiter, Stem};
use crate::import::style::{Answer, Question};

/// A stem has its first sub-question among the first lines below it, or behind a table or code.
const NEAR: usize = 60;

/// An item below a question.
struct NestedItem<'a> {
    line: usize,
    stem: Stem<'a>,
    asks: bool,
}

/// The questions with sub-questions in the place of their stems; `None` where there are no stems.
pub(in crate::import) fn unfolded(page: &Page<'_>, questions: &[Question]) -> Option<Vec<Question>> {
    let ends = ends(page, questions);
    let mut subs: Vec<Option<Vec<Question>>> =
        questions.iter().zip(&ends).map(|(question, end)| subs(page, question, *end)).collect();
    let is_bare =
        |question: &Question| question.text.is_empty() && question.answer == Answer::Below && !question.sure;
    if subs.iter().any(Option::is_some) && are_options(page, questions, &ends) {
        subs.fill(None);
    }
    if subs.iter().all(Option::is_none) && !questions.iter().any(is_bare) {
        return None;
    }
    let mut unfolded: Vec<Question> = Vec::with_capacity(questions.len());
    for (question, subs) in questions.iter().zip(subs) {
        match subs {
            Some(subs) => {
                if let Some(before) = unfolded.last_mut() {
                    before.limit = before.limit.min(question.line - 1);
                }
                unfolded.extend(subs);
            }
            // A number without a text is a stem or nothing.
            None if is_bare(question) => {}
            None => unfolded.push(question.clone()),
        }
    }
    Some(unfolded)
}

/// Whether lines by letters stand below most questions, and hardly any of these asks: options to choose from.
fn are_options(page: &Page<'_>, questions: &[Question], ends: &[usize]) -> bool {
    let (mut lists, mut all, mut asking) = (0, 0, 0);
    for (question, end) in questions.iter().zip(ends) {
        let items = items(page, question.last_line + 1, *end);
        let by_letters = |item: &NestedItem<'_>| behind_roman(page.line(item.line).trim_start()).is_some();
        if items.len() > 1 && items.iter().all(by_letters) {
            lists += 1;
            all += items.len();
            asking += items.iter().filter(|item| item.asks).count();
        }
    }
    lists > 2 && lists * 3 >= questions.len() * 2 && asking * 3 < all
}

/// Parts follow-ups from the questions they follow.
pub(super) fn part(page: &Page<'_>, questions: &mut Vec<Question>) {
    if !["追", "ollow", "полнит"].into_iter().any(|word| page.contains(word)) {
        return;
    }
    let ends = ends(page, questions);
    let mut parted = Vec::with_capacity(questions.len());
    for (question, end) in std::mem::take(questions).into_iter().zip(ends) {
        follow_ups(page, question, end, &mut parted);
    }
    *questions = parted;
}

/// The sub-questions of a question that is a stem.
fn subs(page: &Page<'_>, question: &Question, end: usize) -> Option<Vec<Question>> {
    let first = match question.answer {
        Answer::Below => question.last_line + 1,
        Answer::Lines(first, _) => first,
        _ => return None,
    };
    // What asks itself has points below it, not parts, unless all that stands there is counted by letters.
    let asks_itself =
        page.asks(question.line) == Asking::Yes || question.sure || question.text.contains(['?', '？']);
    let told = first_told(page, first);
    let may_be_lettered = || !question.told && told <= end && begins_letters(page.line(told));
    if asks_itself && !may_be_lettered() {
        return None;
    }
    let items = items(page, first, end);
    if asks_itself && !are_parts(page, told, end, &items) {
        return None;
    }
    let head = items.first()?;
    let asking = items.iter().filter(|item| item.asks).count();
    let enough = if question.text.is_empty() { 1 } else { 2 };
    let material = page.trimmed(first, head.line - 1).filter(|_| head.line > first);
    let is_short = material.is_none_or(|(first, last)| last - first < NEAR);
    // Below a number without a text stand parts, whatever they say.
    let asks = asking * 3 >= items.len() * 2 || (question.text.is_empty() && head.line == told);
    if items.len() < enough || !asks || !is_short {
        return None;
    }
    let mut context = question.text.clone();
    let (mut shown, topic) = (String::new(), context.trim_end_matches(['.', '。', ':', '：']).to_owned());
    if let Some((first, last)) = material {
        context.push_str("\n\n");
        context.push_str(&page.slice(first, last));
        shown = context;
    }
    let lasts = items.iter().skip(1).map(|next| next.line - 1).chain([end]);
    let mut subs: Vec<Question> = items
        .iter()
        .zip(lasts)
        .map(|(item, last)| {
            let text = text_of(&item.stem);
            let text = if shown.is_empty() { text } else { format!("{shown}\n\n{text}") };
            let mut sub = Question::new(page, item.line, text);
            sub.limit = last;
            // Nothing else looks at lines that are marked by a letter alone.
            sub.sure = item.asks && !page.has(item.line, mark::NUMBER | mark::BULLET);
            sub.stem = (shown.is_empty() && !topic.is_empty()).then(|| topic.clone());
            sub
        })
        .collect();
    subs[0].context = Some(question.line);
    Some(subs)
}

/// Whether a line begins with the first letter.
fn begins_letters(line: &str) -> bool {
    line.trim_start().trim_start_matches('(').starts_with('a')
}

/// Whether these items begin on the first line that tells something, and each asks and is answered below.
fn are_parts(page: &Page<'_>, told: usize, end: usize, items: &[NestedItem<'_>]) -> bool {
    let Some(head) = items.first().filter(|_| items.len() > 1) else { return false };
    let nexts = items.iter().skip(1).map(|next| next.line).chain([end + 1]);
    let is_part = |(item, next): (&NestedItem<'_>, usize)| {
        let asks = item.asks && item.stem.text.trim_end().ends_with(['?', '？']);
        asks && (item.line + 1..next).any(|line| !page.is_furniture(line))
    };
    head.line == told && items.iter().zip(nexts).all(is_part)
}

/// The first line from here on that says something.
fn first_told(page: &Page<'_>, from: usize) -> usize {
    (from..=page.len()).find(|line| !page.is_furniture(*line)).unwrap_or(from)
}

/// The items of one list below a question: set alike, one behind the other.
fn items<'a>(page: &Page<'a>, first: usize, end: usize) -> Vec<NestedItem<'a>> {
    let mut found: Vec<NestedItem<'a>> = Vec::new();
    for line in first..=end {
        let lettered = || behind_roman(page.line(line).trim_start()).is_some();
        if page.kind(line) != LineKind::Text
            || !(page.has(line, mark::NUMBER | mark::BULLET) || lettered())
            || page.is_hidden(line)
        {
            continue;
        }
        let stem = page.stem(line);
        let alike = |item: &NestedItem<'_>| {
            item.stem.indent == stem.indent
                && item.stem.bullet == stem.bullet
                && kind_of(&item.stem) == kind_of(&stem)
        };
        if stem.text.is_empty() || !found.first().is_none_or(alike) {
            continue;
        }
        let plain = plain_text(behind_roman(stem.text).unwrap_or(stem.text));
        // Points of an answer hold words that ask too: outside of English only a mark tells.
        let asks = if plain.is_ascii() || is_english(&plain) {
            // A short tag in brackets stands before the question: `[E] Explain it`.
            asking(&plain).max(asking(stem.text)) > Asking::No
        } else {
            plain.trim_end().ends_with(['?', '？', '؟', '吗', '呢'])
        };
        found.push(NestedItem { line, stem, asks });
    }
    found
}

/// Whether a text is written in Latin letters, but for signs such as curly quotes.
fn is_english(text: &str) -> bool {
    text.chars().filter(|letter| letter.is_alphabetic()).all(|letter| letter < '\u{250}')
}

fn kind_of(stem: &Stem<'_>) -> (Option<Delimiter>, bool) {
    (stem.number.map(|number| number.delimiter), behind_roman(stem.text).is_some())
}

fn text_of(stem: &Stem<'_>) -> String {
    let text = stem.question();
    behind_roman(&text).map_or(text.clone(), str::to_owned)
}

/// What follows `ii.` or `(b)`.
fn behind_roman(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let letters = inner.bytes().take_while(|byte| b"ivx".contains(byte)).count();
    let letters = if letters > 0 {
        letters
    } else {
        usize::from(inner.starts_with(|letter| matches!(letter, 'a'..='h')))
    };
    let rest = inner.get(letters..).filter(|_| (1..6).contains(&letters))?;
    let rest = rest.strip_prefix(['.', ')'])?;
    rest.starts_with([' ', '\t']).then(|| rest.trim_start())
}

/// The question up to its first follow-up, and its follow-ups.
fn follow_ups(page: &Page<'_>, mut question: Question, end: usize, into: &mut Vec<Question>) {
    let follows = |line: &usize| follow_up(page, *line).is_some();
    let lines: Vec<usize> = match question.answer {
        Answer::Below | Answer::Behind(_) => (question.last_line + 1..=end).filter(follows).collect(),
        _ => Vec::new(),
    };
    let Some(first) = lines.first() else { return into.push(question) };
    let parent = question.line;
    question.limit = question.limit.min(first - 1);
    let level = question.level;
    into.push(question);
    for (index, line) in lines.iter().enumerate() {
        let mut follow = Question::new(page, *line, follow_up(page, *line).unwrap_or_default());
        follow.limit = lines.get(index + 1).map_or(end, |next| next - 1);
        follow.level = follow.level.or(level);
        follow.parent = Some(parent);
        into.push(follow);
    }
}

/// Who asks a follow-up has no more letters.
const LONGEST_ASKER: usize = 12;

/// The text of a line that is labelled as a follow-up.
fn follow_up(page: &Page<'_>, line: usize) -> Option<String> {
    const WORDS: [&str; 6] =
        ["追问", "追問", "follow-up question", "follow-up", "follow up", "дополнительный вопрос"];
    if matches!(page.kind(line), LineKind::Verbatim | LineKind::Blank) {
        return None;
    }
    let source = page.line(line);
    if !source.is_ascii() || source.contains(':') {
        let text = page.stem(line).question();
        let lower = text.to_lowercase();
        // Who asks may stand before it: `面试官追问：…`.
        let asker = |at: &usize| {
            let before = &lower[..*at];
            before.chars().count() <= LONGEST_ASKER
                && before.chars().all(|letter| letter.is_alphabetic() || letter == ' ')
        };
        let place = |word: &&str| lower.find(*word).filter(asker).map(|at| at + word.len());
        let end = WORDS.iter().find_map(place)?;
        let rest = text.get(end..)?.trim_start_matches(|letter: char| letter.is_numeric() || letter == ' ');
        let rest = rest.strip_prefix([':', '：', '】'])?.trim_matches(['*', ' ']);
        return (!rest.is_empty()).then(|| rest.to_owned());
    }
    None
}
