//! Definition lists: a term on a line, `: ` and its meaning on the next; or both on one line.

mod inline;

pub(in crate::import) use inline::terms_within;

use super::super::page::{LineKind, Page};
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "definitions",
    about: "terms with their meaning behind a dash, or on the next line behind a colon",
    sample: "Pooling\n: Shrinks the map.\n\n卷积\n:   用一个核扫过整张图。\n    权重共享。\n",
    read,
    insisted: read,
};

fn read(page: &Page<'_>) -> Reading {
    let mut questions = Vec::new();
    let mut line = 2;
    while line <= page.len() {
        let source = page.line(line);
        if !source.starts_with([':', ' ', '：']) || !opens(source) || page.kind(line) != LineKind::Text {
            line += 1;
            continue;
        }
        let above = (1..line).rev().take(2).find(|above| !page.is_blank(*above));
        let Some(term) = above.filter(|term| page.kind(*term) == LineKind::Text && !opens(page.line(*term)))
        else {
            line += 1;
            continue;
        };
        let within = |below: &usize| {
            let source = page.line(*below);
            page.is_blank(*below)
                || opens(source)
                || source.starts_with("    ")
                || source.starts_with('\t')
                || (!page.is_blank(below - 1) && page.kind(*below) == LineKind::Text)
        };
        let end = (line + 1..=page.len()).take_while(within).last().unwrap_or(line);
        // The last line may be the next term.
        let next_term = |last: usize| {
            last < page.len()
                && opens(page.line(last + 1))
                && !opens(page.line(last))
                && page.is_blank(last - 1)
        };
        let end = (line..=end).rev().find(|last| !page.is_blank(*last) && !next_term(*last)).unwrap_or(line);
        let mut question = Question::new(page, term, page.stem(term).question());
        question.sure = true;
        question.answer = Answer::Lines(line, end);
        questions.push(question);
        line = end + 1;
    }
    if questions.len() > 1 {
        return Reading::judged(page, questions);
    }
    let doubled = doubled(page);
    if doubled.is_empty() { inline::read(page) } else { Reading::judged(page, doubled) }
}

/// Terms and questions as AsciiDoc lists them: `What is it?::`, with the meaning on the lines below or behind the colons.
/// None where fewer than half have it below: other programs have two colons within a line.
fn doubled(page: &Page<'_>) -> Vec<Question> {
    if !page.contains("::") {
        return Vec::new();
    }
    let entries: Vec<(usize, &str, &str)> = (1..=page.len())
        .filter_map(|line| entry(page, line).map(|(term, rest)| (line, term, rest)))
        .collect();
    let is_open = |(line, term, rest): &&(usize, &str, &str)| {
        let below = (line + 1..=page.len()).find(|below| !page.is_blank(*below));
        // Two colons above indented code are a mark of reStructuredText.
        let is_near = below.is_some_and(|below| below == line + 1 || term.ends_with(['?', '？']));
        rest.is_empty() && is_near
    };
    let open = entries.iter().filter(is_open).count();
    if open < 2 || open * 2 < entries.len() {
        return Vec::new();
    }
    let nexts = entries.iter().skip(1).map(|(line, ..)| *line).chain([page.len() + 1]);
    let question = |((line, term, rest), next): (&(usize, &str, &str), usize)| {
        let end = (line + 1..next).find(|below| page.level(*below).is_some()).unwrap_or(next) - 1;
        let mut question = Question::new(page, *line, *term);
        question.sure = true;
        question.limit = end;
        question.answer = match page.trimmed(line + 1, end) {
            _ if !rest.is_empty() => Answer::Behind((*rest).to_owned()),
            Some((first, last)) => Answer::Lines(first, last),
            None => Answer::Lines(line + 1, *line),
        };
        question
    };
    entries.iter().zip(nexts).map(question).collect()
}

/// A term before two colons that end its line or stand before a blank, and what is behind them.
fn entry<'a>(page: &Page<'a>, line: usize) -> Option<(&'a str, &'a str)> {
    if page.kind(line) != LineKind::Text || page.item(line) > 0 {
        return None;
    }
    let text = page.line(line).trim_end();
    let at = text.find("::")?;
    let (term, rest) = (text[..at].trim_end(), &text[at + 2..]);
    let is_parted = rest.is_empty() || rest.starts_with(' ');
    (is_parted && term.starts_with(|first: char| first.is_alphanumeric() || first == '¿'))
        .then_some((term, rest.trim()))
}

/// `: meaning`, at most three spaces in.
fn opens(line: &str) -> bool {
    let text = line.trim_start_matches(' ');
    line.len() - text.len() < 4
        && text.strip_prefix([':', '：']).is_some_and(|rest| rest.starts_with([' ', '\t']))
}
