//! Definition lists: a term on a line, `: ` and its meaning on the next; or both on one line.

mod inline;

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
    if questions.len() < 2 { inline::read(page) } else { Reading::judged(page, questions) }
}

/// `: meaning`, at most three spaces in.
fn opens(line: &str) -> bool {
    let text = line.trim_start_matches(' ');
    line.len() - text.len() < 4
        && text.strip_prefix([':', '：']).is_some_and(|rest| rest.starts_with([' ', '\t']))
}
