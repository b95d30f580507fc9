//! Question bullets: an item that asks, its answer in the items and paragraphs nested in it.

mod items;
mod listed;

use super::super::arrow;
use super::super::ask::Asking;
use super::super::cloze;
use super::super::page::{LineKind, Page, mark};
use super::super::proof::named_alike;
use super::super::stem::{Bold, Label, Stem};
use super::super::style::{Answer, Question, Reading, Style};
use crate::markdown::places;
use std::collections::HashMap;

pub(in crate::import) const STYLE: Style = Style {
    name: "bullets",
    about: "items of a list that ask are questions, what is nested in them is the answer",
    sample: "# CNN\n\n- What does pooling do?\n  - It shrinks the map.\n  - It keeps the strongest signal.\n- 为什么提出CNN？\n    - 参数太多。\n",
    read,
    insisted,
};

/// Tags with which outliners mark a block as a card.
const TAGS: [&str; 4] = ["#card", "[[card]]", "#flashcard", "#[[card]]"];

fn read(page: &Page<'_>) -> Reading {
    let may_be_tagged = page.contains("#card") || page.contains("[[card]]") || page.contains("#flashcard");
    let tagged = if may_be_tagged { tagged(page) } else { Vec::new() };
    // One tag alone may be spoken of; one with an answer is meant.
    let is_meant = |question: &Question| match question.answer {
        Answer::Lines(first, last) => first <= last,
        _ => true,
    };
    if tagged.len() > 1 || tagged.first().is_some_and(is_meant) {
        return Reading::judged(page, tagged);
    }
    let (reading, items) = (asking(page), listed::items_of_lists(page));
    if items.is_empty() {
        return reading;
    }
    listed::or_wider(reading, Reading::weighed(page, bounded(page, items)).trusted())
}

/// Where no item asks, all items at the least indent.
fn insisted(page: &Page<'_>) -> Reading {
    let is_item = |line: usize| page.has(line, mark::BULLET);
    let least = (1..=page.len()).filter(|line| is_item(*line)).map(|line| page.stem(line).indent).min();
    read(page).or_marked(page, |line| is_item(line) && Some(page.stem(line).indent) == least)
}

/// The items that ask, with those that stand beside them; or all items at the margin.
fn asking(page: &Page<'_>) -> Reading {
    // Indents of lists: the one that asks most is that of the questions.
    let mut weights: Vec<(usize, f32, usize)> = Vec::new();
    let mut items: Vec<(usize, Stem<'_>, bool)> = Vec::new();
    let asker = |line: usize| page.has(line, mark::BULLET) && page.asks(line) > Asking::No;
    let every = every(page).or_better(items::read(page));
    if !(1..=page.len()).any(asker) {
        return every;
    }
    for line in 1..=page.len() {
        if !page.has(line, mark::BULLET)
            || page.item(line) == 0
            || page.is_anchor(line)
            || !matches!(page.kind(line), LineKind::Text)
            || page.is_hidden(line)
        {
            continue;
        }
        let stem = page.stem(line);
        let asks = page.asks(line);
        match weights.iter().position(|(indent, ..)| *indent == stem.indent) {
            Some(place) => {
                let row = &mut weights[place];
                (row.1, row.2) = (row.1 + asks.weight(), row.2 + 1);
            }
            None if weights.len() < 40 => weights.push((stem.indent, asks.weight(), 1)),
            None => continue,
        }
        items.push((line, stem, asks > Asking::No));
    }
    let heaviest = weights.iter().copied().reduce(|one, other| if other.1 > one.1 { other } else { one });
    let Some((indent, weight, count)) = heaviest.filter(|(_, weight, _)| *weight > 0.0) else {
        return every;
    };
    // Items that are all set alike are one list: boxes to tick, bold lines, or nothing but items.
    let at_indent = || items.iter().filter(|(_, stem, _)| stem.indent == indent);
    let has_box = |_: usize, stem: &Stem<'_>| stem.task.is_some();
    let is_bold = |line: usize, _: &Stem<'_>| page.has(line, mark::WHOLE);
    let alike = |test: &dyn Fn(usize, &Stem<'_>) -> bool| {
        at_indent().filter(|(line, stem, _)| test(*line, stem)).count() * 10 >= count * 9
    };
    let share = weight / count as f32;
    let (are_boxes, are_bold) = (alike(&has_box), alike(&is_bold));
    let is_alike = |line: usize, stem: &Stem<'_>| {
        (are_boxes && has_box(line, stem)) || (are_bold && is_bold(line, stem))
    };
    // Each with a text of its own in or below it is an entry, whether it asks or not.
    let has_text = |index: usize, line: usize| {
        items.get(index + 1).is_some_and(|(_, next, _)| next.indent > indent)
            || (line < page.len() && !page.is_blank(line + 1) && page.item(line + 1) == 0)
    };
    let entries = items.iter().enumerate().filter(|(_, (_, stem, _))| stem.indent == indent);
    let told = entries.filter(|(index, (line, ..))| has_text(*index, *line)).count();
    let are_entries = share >= 0.35 && count > 3 && told * 10 >= count * 9;
    // Of a list of bare questions some are only named.
    let named = at_indent().filter(|(.., asks)| *asks).count();
    let are_bare = page.promises && count > 7 && told * 4 <= count && named * 5 >= count * 3;
    // A report of interviews is nothing but headings and items.
    let is_report = page.promises && share >= 0.3 && count > 5 && has_only_items(page);
    let all = share >= 0.6 || are_entries || are_bare || is_report;
    let all_alike = share >= 0.35;
    let links = items.iter().filter(|(line, stem, _)| stem.indent == indent && page.is_link(*line)).count();
    let are_links = links * 3 > count * 2;
    let mut questions = Vec::new();
    let mark_of = |line: usize| page.line(line).trim_start().chars().next();
    let asking = || items.iter().filter(|(_, stem, asks)| stem.indent == indent && *asks);
    let mark = asking().next().and_then(|(line, ..)| mark_of(*line));
    // Where all that asks has one mark, items with another one are points of answers.
    let one_mark = asking().filter(|(line, ..)| mark_of(*line) == mark).count() * 10 >= asking().count() * 9;
    for (index, (line, stem, asks)) in items.iter().enumerate() {
        let is_other = one_mark && mark_of(*line) != mark;
        if stem.indent != indent || is_other || stem.label == Some(Label::Answer) || stem.text.is_empty() {
            continue;
        }
        let nested = has_text(index, *line);
        // Among questions one that does not ask, in the same list, is one too.
        let beside = questions.last().is_some_and(|(last, _): &(usize, Question)| {
            line - last < 40 && (*last..*line).all(|between| page.level(between).is_none())
        });
        let is_beside = is_report || (all && (nested || beside)) || (all_alike && is_alike(*line, stem));
        if *asks || (is_beside && (are_links || !page.is_link(*line))) {
            questions.push((*line, Question::new(page, *line, stem.question())));
        }
    }
    let mut reading = answered(page, questions, indent);
    if are_entries && reading.evidence.covers(0.8) && page.chapters_of_a_project == 0 && !page.form {
        reading = reading.trusted();
    }
    reading.or_better(every)
}

/// Whether each line that says something is a heading, an item, or indented below one, and several headings have items.
fn has_only_items(page: &Page<'_>) -> bool {
    let is_inside = |line: usize| page.item(line) > 0 || page.line(line).starts_with([' ', '\t']);
    let mut lines = (1..=page.len()).filter(|line| !page.is_furniture(*line));
    let heads = (1..page.len()).filter(|line| page.level(*line).is_some());
    let heads_items = |line: &usize| {
        (line + 1..=page.len())
            .find(|below| !page.is_furniture(*below))
            .is_some_and(|below| page.item(below) > 0)
    };
    lines.all(|line| page.level(line).is_some() || is_inside(line)) && heads.filter(heads_items).count() > 1
}

/// The items at the margin, whether they ask or not, where each has a text of its own.
fn every(page: &Page<'_>) -> Reading {
    let mut questions: Vec<(usize, Question)> = Vec::new();
    for line in 1..=page.len() {
        if !page.has(line, mark::BULLET)
            || page.item(line) != 1
            || page.is_anchor(line)
            || page.is_hidden(line)
        {
            continue;
        }
        let stem = page.stem(line);
        if stem.indent == 0 && stem.label != Some(Label::Answer) && !stem.text.is_empty() {
            questions.push((line, Question::new(page, line, stem.question())));
        }
    }
    // Where nearly all have one mark, items with another one are points of answers.
    let mark_of = |line: usize| page.line(line).chars().next();
    let mut marks: HashMap<Option<char>, usize> = HashMap::new();
    questions.iter().for_each(|(line, _)| *marks.entry(mark_of(*line)).or_default() += 1);
    let most =
        marks.iter().max_by_key(|(mark, count)| (**count, **mark)).map(|(mark, count)| (*mark, *count));
    if let Some((mark, _)) = most.filter(|(_, count)| count * 5 >= questions.len() * 4) {
        questions.retain(|(line, _)| mark_of(*line) == mark || page.asks(*line) > Asking::No);
    }
    if questions.len() < 6 {
        return Reading::default();
    }
    // Where nearly all answers begin with one name, items without it stand beside the list.
    let own: Vec<Question> = questions.iter().map(|(_, question)| question.clone()).collect();
    if let Some(named) = named_alike(page, &own) {
        let mut named = named.into_iter();
        questions.retain(|_| named.next().unwrap_or_default());
    }
    answered(page, questions, 0)
}

/// The questions with their answers, which stand in the items or below them.
fn answered(page: &Page<'_>, questions: Vec<(usize, Question)>, indent: usize) -> Reading {
    if is_flat(page, &questions, indent) {
        let starts: Vec<usize> = questions.iter().map(|(line, _)| *line).collect();
        let nexts = starts.iter().skip(1).copied().chain([page.len() + 1]);
        let questions = questions.into_iter().zip(nexts).map(|((_, mut question), next)| {
            question.limit = next - 1;
            question
        });
        return Reading::judged(page, questions.collect());
    }
    Reading::judged(page, bounded(page, questions))
}

/// Whether the answers stand below the items, not in them.
fn is_flat(page: &Page<'_>, questions: &[(usize, Question)], indent: usize) -> bool {
    if indent > 3 {
        return false;
    }
    let (mut inside, mut below, mut told) = (0usize, 0usize, 0usize);
    let nexts = questions.iter().skip(1).map(|(line, _)| *line).chain([page.len() + 1]);
    for ((line, _), next) in questions.iter().zip(nexts) {
        let Some(first) = (line + 1..next).find(|below| !page.is_furniture(*below)) else { continue };
        let text = page.line(first);
        let is_nested = indent_of(page, first) > indent
            || (page.kind(first) == LineKind::Verbatim && text.starts_with(' '));
        let is_item = page.has(first, mark::BULLET);
        told += usize::from(is_nested || !is_item);
        inside += usize::from(is_nested);
        below += usize::from(!is_nested && !is_item && page.level(first).is_none());
    }
    below > inside && below * 2 > told && told * 5 >= questions.len() * 2
}

/// The indent of a line, in which the marks of a quote count as text.
fn indent_of(page: &Page<'_>, line: usize) -> usize {
    match page.kind(line) {
        LineKind::Quote => Stem::of(page.line(line)).indent,
        _ => page.stem(line).indent,
    }
}

/// The answer ends where the list does: at text that is not indented, or at an item of the same depth.
fn bounded(page: &Page<'_>, questions: Vec<(usize, Question)>) -> Vec<Question> {
    let starts: Vec<usize> = questions.iter().map(|(line, _)| *line).collect();
    let mut bounded = Vec::with_capacity(questions.len());
    for (index, (line, mut question)) in questions.into_iter().enumerate() {
        let next = starts.get(index + 1).copied().unwrap_or(page.len() + 1);
        let indent = page.stem(line).indent;
        let outside = |below: &usize| {
            let text = page.line(*below);
            let depth = text.len() - text.trim_start().len();
            let opens = page.item(*below) > 0 && indent_of(page, *below) <= indent;
            // Lazy text right below an item still belongs to it.
            let stands = depth == 0
                && page.is_blank(below - 1)
                && matches!(page.kind(*below), LineKind::Text | LineKind::Table | LineKind::Quote);
            !page.is_blank(*below)
                && (opens || (stands && page.item(*below) == 0) || page.level(*below).is_some())
        };
        let end = (line + 1..next).find(outside).unwrap_or(next) - 1;
        question.answer = match page.trimmed(line + 1, end) {
            Some((first, last)) if end > line => Answer::Lines(first, last),
            _ => Answer::Lines(line + 1, line),
        };
        bounded.push(question);
    }
    bounded
}

fn tagged(page: &Page<'_>) -> Vec<Question> {
    let mut found = Vec::new();
    for line in 1..=page.len() {
        let text = page.line(line);
        let Some(tag) = TAGS.iter().find(|tag| !places(text, tag).is_empty()) else { continue };
        let stem = page.stem(line);
        if !stem.bullet || page.kind(line) == LineKind::Verbatim {
            continue;
        }
        let words = text.replace(tag, " ");
        let tagged = Stem::of(&words);
        let stem_text = tagged.question();
        let mut question =
            Question::new(page, line, stem_text.split_whitespace().collect::<Vec<_>>().join(" "));
        question.sure = true;
        let within = |below: &usize| {
            page.is_blank(*below)
                || page.stem(*below).indent > stem.indent
                || page.kind(*below) == LineKind::Verbatim
        };
        let end = (line + 1..=page.len()).take_while(within).last().unwrap_or(line);
        let property = |line: &usize| {
            let text = page.line(*line).trim_start();
            text.split_once("::").is_some_and(|(name, _)| {
                !name.is_empty()
                    && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
            })
        };
        let first =
            (line + 1..=end).find(|below| !property(below) && !page.is_furniture(*below)).unwrap_or(end + 1);
        question.answer = match (first <= end).then(|| page.trimmed(first, end)).flatten() {
            Some((first, last)) => Answer::Lines(first, last),
            None => match meaning(&tagged) {
                Some((term, meaning)) => {
                    question.text = term.to_owned();
                    Answer::Beside(meaning.to_owned())
                }
                None => Answer::Lines(line + 1, line),
            },
        };
        if let Some(shown) = cloze::filled(&question.text) {
            // What is nested in a block with holes goes on with its answer.
            let more = match question.answer {
                Answer::Lines(first, last) if first <= last => format!("\n\n{}", page.slice(first, last)),
                _ => String::new(),
            };
            question.text = cloze::asked(&question.text);
            question.last_line = end;
            question.answer = Answer::Beside(shown + &more);
        }
        if found.last().is_none_or(|last: &Question| {
            last.last_line < line && !matches!(last.answer, Answer::Lines(_, last) if last >= line)
        }) {
            found.push(question);
        }
    }
    found
}

/// A term in bold and what it means behind a colon or a dash.
fn meaning<'a>(stem: &Stem<'a>) -> Option<(&'a str, &'a str)> {
    let Bold::Lead(at) = stem.bold else { return None };
    let (term, meaning) =
        arrow::bold_term(&stem.text[..at], stem.text[at..].trim_start_matches(['*', '_', ' ']))?;
    Some((term, meaning.trim_end()))
}
