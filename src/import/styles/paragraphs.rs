//! Plain questions: a line without any mark that ends with a question mark, its answer in the lines below.

use super::super::page::{Kind, Page};
use super::super::style::{Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "paragraphs",
    about: "lines that ask and bear no mark are questions, the lines below are their answers",
    sample: "What does pooling do?\nIt shrinks the map.\n\n为什么提出CNN？\n参数太多。\n\nWhat is a stride?\n\nThe step of the kernel.\n",
    read,
};

/// A question has no more letters.
const LONGEST: usize = 200;

fn read(page: &Page<'_>) -> Reading {
    let (mut questions, mut blocks) = (Vec::new(), 0usize);
    for line in 1..=page.len() {
        let begins = line == 1 || page.is_furniture(line - 1) || page.level(line - 1).is_some();
        if !begins || page.is_furniture(line) || page.level(line).is_some() {
            continue;
        }
        if asks(page, line) {
            let mut question = Question::new(page, line, page.line(line).trim());
            question.sure = true;
            questions.push(question);
        }
        // What stands above the first question is a title or an introduction.
        blocks += usize::from(!questions.is_empty());
    }
    let answered = |question: &&Question| {
        let below = (question.line + 1..=page.len()).find(|below| !page.is_furniture(*below));
        below.is_some_and(|below| !asks(page, below) && page.level(below).is_none())
    };
    // An essay asks now and then; here nearly every other block does.
    let all = questions.len();
    let enough = all > 2 && all * 3 >= blocks && questions.iter().filter(answered).count() * 5 >= all * 4;
    let reading = if enough { Reading::judged(page, questions) } else { Reading::default() };
    if reading.evidence.covers(0.6) { reading } else { Reading::default() }
}

/// A line of running text that is one question.
fn asks(page: &Page<'_>, line: usize) -> bool {
    let text = page.line(line).trim_end();
    page.kind(line) == Kind::Text
        && page.item(line) == 0
        && !page.has(line, u8::MAX)
        && text.ends_with(['?', '？', '؟'])
        && !text.starts_with([' ', '\t', '*', '_', '<', '[', '!', '#'])
        && text.chars().count() <= LONGEST
}
