//! Notes of one question, or of a few, each in a section of its own: a heading that says nothing but "question", and
//! one that says nothing but "answer".

use crate::import::ask::Asking;
use crate::import::page::{Page, mark};
use crate::import::style::{Answer, Question, Reading, extent};

const QUESTIONS: [&str; 7] = ["问题", "题目", "题", "问", "問題", "question", "질문"];
const ANSWERS: [&str; 9] = ["答案", "解答", "回答", "参考答案", "參考答案", "答", "解", "answer", "답변"];
/// Sections of what is asked next.
const FURTHER: [&str; 3] = ["追问", "追問", "follow-up"];
/// A question takes no more lines.
const LONGEST: usize = 40;

/// The reading of a file in which such pairs of headings take most of the text; nothing where there is none.
pub(super) fn read(page: &Page<'_>) -> Option<Reading> {
    let headings: Vec<usize> =
        (1..=page.len()).filter(|line| page.level(*line).is_some() && !page.is_hidden(*line)).collect();
    let mut questions: Vec<Question> = Vec::new();
    // Where the section at hand is one of further questions, the question that they follow.
    let mut parent = None;
    for (place, line) in headings.iter().enumerate() {
        let level = page.level(*line);
        let end = section_end(page, &headings[place + 1..], level);
        let below = headings[place + 1..].first().copied().filter(|below| page.level(*below) == level);
        if is_named(page, *line, &QUESTIONS)
            && let Some(answer) = below.filter(|below| is_named(page, *below, &ANSWERS))
            && let Some(question) = pair(page, *line, answer, &headings[place + 2..])
        {
            parent = Some(question.line);
            questions.push(question);
        } else if let Some(parent) = parent.filter(|_| heads_further(page, *line)) {
            questions.extend(further(page, *line + 1, end, parent));
        }
    }
    let first = questions.first()?;
    let is_first = headings.iter().take_while(|line| **line < first.line).count() <= 2;
    let (_, covered) = extent(page, &questions);
    (is_first && covered * 2 >= page.told)
        .then(|| Reading { is_declared: true, ..Reading::weighed(page, questions) })
}

fn is_named(page: &Page<'_>, line: usize, names: &[&str]) -> bool {
    let text = page.heading(line).map_or(String::new(), |(_, text)| text.to_lowercase());
    names.contains(&text.trim_matches(|letter: char| !letter.is_alphanumeric()))
}

fn heads_further(page: &Page<'_>, line: usize) -> bool {
    let text = page.heading(line).map_or(String::new(), |(_, text)| text.to_lowercase());
    FURTHER.iter().any(|name| text.contains(name))
}

/// The last line before the next heading of this level or above.
fn section_end(page: &Page<'_>, below: &[usize], level: Option<u8>) -> usize {
    below.iter().find(|next| page.level(**next) <= level).map_or(page.len(), |next| next - 1)
}

/// What stands between the two headings, with what stands below the second.
fn pair(page: &Page<'_>, line: usize, answer: usize, below: &[usize]) -> Option<Question> {
    let (first, last) = page.trimmed(line + 1, answer - 1).filter(|(first, last)| last - first < LONGEST)?;
    // A list of questions, with a chapter of answers to them.
    if (first..=last).filter(|line| page.has(*line, mark::NUMBER)).count() > 1 {
        return None;
    }
    let end = section_end(page, below, page.level(answer));
    let mut question = Question::new(page, first, page.stem(first).question());
    question.sure = true;
    question.context = Some(line);
    if last > first {
        question.text = format!("{}\n{}", question.text, page.slice(first + 1, last).trim_end());
        question.last_line = last;
    }
    question.answer = match page.trimmed(answer + 1, end) {
        Some((from, until)) => Answer::Lines(from, until),
        None => Answer::Lines(answer, answer - 1),
    };
    question.limit = end;
    Some(question)
}

/// The lines in a section that stand out and ask, with the text below each.
fn further(page: &Page<'_>, from: usize, end: usize, parent: usize) -> Vec<Question> {
    let stands_out = |line: &usize| {
        (page.has(*line, mark::WHOLE | mark::NUMBER | mark::QUESTION) || page.level(*line).is_some())
            && page.asks(*line) == Asking::Yes
    };
    let lines: Vec<usize> = (from..=end).filter(stands_out).collect();
    let nexts = lines.iter().skip(1).map(|next| next - 1).chain([end]);
    let follow = |(line, last): (&usize, usize)| {
        let mut question = Question::new(page, *line, page.stem(*line).question());
        (question.sure, question.parent, question.limit) = (true, Some(parent), last);
        question.answer = match page.trimmed(line + 1, last) {
            Some((first, until)) => Answer::Lines(first, until),
            None => Answer::Lines(line + 1, *line),
        };
        question
    };
    lines.iter().zip(nexts).map(follow).collect()
}
