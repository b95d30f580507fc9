//! Items of lists in HTML: `<li>What is it?</li>`, with the answer below or inside.

use crate::import::ask::{Asking, asking};
use crate::import::page::{LineKind, Page, plain_text};
use crate::import::stem::Stem;
use crate::import::style::{Answer, Question, Reading};

/// Fewer items are no list of questions.
const FEWEST: usize = 3;

/// The outermost items of the lists in HTML.
pub(super) fn read(page: &Page<'_>) -> Reading {
    if !["<li", "<LI", "<dt", "<DT", "<p><"].into_iter().any(|tag| page.contains(tag)) {
        return Reading::default();
    }
    let mut depth = 0i32;
    let mut items: Vec<(usize, i32)> = Vec::new();
    // How deep the lists are that are still open below each line.
    let mut depths = vec![0];
    for line in 1..=page.len() {
        if matches!(page.kind(line), LineKind::Html | LineKind::Text) && page.line(line).contains('<') {
            let lower = page.line(line).to_ascii_lowercase();
            if opens(lower.trim_start()) {
                items.push((line, depth));
            }
            let count = |tag: &str| i32::try_from(lower.matches(tag).count()).unwrap_or(0);
            depth +=
                count("<ul") + count("<ol") + count("<dl") - count("</ul") - count("</ol") - count("</dl");
        }
        depths.push(depth);
    }
    let Some(outer) = items.iter().map(|(_, depth)| *depth).min() else { return Reading::default() };
    items.retain(|(_, depth)| *depth == outer);
    let nexts: Vec<usize> = items.iter().skip(1).map(|(line, _)| *line).chain([page.len() + 1]).collect();
    let cards =
        items.iter().zip(nexts).filter_map(|((line, _), next)| item(page, *line, next, &depths, outer));
    let questions: Vec<Question> = cards.collect();
    let asking = questions.iter().filter(|question| asking(&question.text) > Asking::No).count();
    if questions.len() < FEWEST {
        return Reading::default();
    }
    let reading = Reading::judged(page, questions);
    // Terms are the whole file, or a part of a manual.
    if asking * 2 < reading.questions.len() && !reading.evidence.covers(0.6) {
        Reading::default()
    } else {
        reading
    }
}

/// A term of a list of terms. Options of a program stand in such lists too, as code.
fn is_term(source: &str) -> bool {
    let text = source.trim_start();
    let begins = text.get(..3).is_some_and(|begin| begin.eq_ignore_ascii_case("<dt"));
    begins && !text.contains(['`', '_', '(']) && !text.contains("<code") && !text.contains("<a ")
}

/// An item, a term of a list of terms, or a paragraph all in bold.
fn opens(text: &str) -> bool {
    let bold = |(open, close): (&str, &str)| text.starts_with(open) && text.trim_end().ends_with(close);
    [("<p><strong>", "</strong></p>"), ("<p><b>", "</b></p>")].into_iter().any(bold)
        || ["<li", "<dt"]
            .iter()
            .any(|tag| text.strip_prefix(tag).is_some_and(|rest| rest.starts_with(['>', ' '])))
}

fn item(page: &Page<'_>, line: usize, next: usize, depths: &[i32], outer: i32) -> Option<Question> {
    let source = page.line(line);
    let inner = &source[source.find('>')? + 1..];
    let lower = inner.to_ascii_lowercase();
    let ends = ["</li", "</dt", "</p", "<dd", "<br", "<p>", "<p ", "<ul", "<ol", "<div"];
    let end = ends.iter().filter_map(|tag| lower.find(tag)).filter(|at| *at > 0).min().unwrap_or(inner.len());
    let text = Stem::of(plain_text(&inner[..end]).trim()).question();
    let is_anchor = lower.trim_start().starts_with("<a ") && lower.contains("href=\"#");
    if !text.contains(char::is_alphabetic) || is_anchor {
        return None;
    }
    let mut question = Question::new(page, line, &*text);
    question.sure = asking(&text) > Asking::No || is_term(source);
    let closes = |below: &usize| page.level(*below).is_some() || depths[*below] < outer;
    let last = (line + 1..next).find(closes).unwrap_or(next) - 1;
    let says = |below: &usize| plain_text(page.line(*below)).chars().any(|letter| !letter.is_whitespace());
    let told: Vec<usize> = (line + 1..=last).filter(says).collect();
    let behind = plain_text(&inner[end..]).trim().to_owned();
    question.answer = match (told.first(), told.last()) {
        (Some(first), Some(last)) => Answer::Lines(*first, *last),
        _ if !behind.is_empty() => Answer::Beside(behind),
        _ => Answer::Lines(line + 1, line),
    };
    question.limit = last;
    Some(question)
}
