//! Quotes: a quoted line is the question, the text below is its answer.

use super::super::page::{Kind, Page};
use super::super::style::{Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "quotes",
    about: "quoted lines are questions, the text below is their answer",
    sample: "> What does pooling do?\n\nIt shrinks the map.\n\n> 为什么提出CNN？\n\n参数太多。\n",
    read,
};

/// A quoted question takes no more lines.
const LONGEST: usize = 3;

fn read(page: &Page<'_>) -> Reading {
    let mut questions = Vec::new();
    let mut line = 1;
    while line <= page.len() {
        if page.kind(line) != Kind::Quote {
            line += 1;
            continue;
        }
        let last =
            (line..=page.len()).take_while(|below| page.kind(*below) == Kind::Quote).last().unwrap_or(line);
        let text = page.stem(line).question();
        if last - line < LONGEST && !text.is_empty() && !page.labels_answer(line) {
            let mut question = Question::new(page, line, text);
            for more in line + 1..=last {
                question.text.push('\n');
                question.text.push_str(page.stem(more).text);
            }
            question.last_line = last;
            questions.push(question);
        }
        line = last + 1;
    }
    if questions.len() < 2 { Reading::default() } else { Reading::judged(page, questions) }
}
