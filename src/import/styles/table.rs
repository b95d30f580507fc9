//! Tables: one column asks, the next one answers.

use super::super::ask::{Asking, asking};
use super::super::page::{Kind, Page, plain_text};
use super::super::style::{Answer, Question, Reading, Style};

pub(in crate::import) const STYLE: Style = Style {
    name: "table",
    about: "rows of tables are cards: one column asks, the next one answers",
    sample: "| Question | Answer |\n|---|---|\n| What does pooling do? | It shrinks the map. |\n| 为什么提出CNN？ | 参数太多。 |\n",
    read,
};

fn read(page: &Page<'_>) -> Reading {
    let mut questions = Vec::new();
    let mut line = 1;
    while line <= page.len() {
        if page.kind(line) != Kind::Table {
            line += 1;
            continue;
        }
        // Tables that follow one another are told apart by their second lines.
        let mut end = line;
        while end < page.len() && page.kind(end + 1) == Kind::Table {
            end += 1;
        }
        rows(page, line, end, &mut questions);
        line = end + 1;
    }
    Reading::judged(page, questions)
}

const ASKED: [&str; 26] = [
    "question",
    "questions",
    "q",
    "front",
    "term",
    "concept",
    "prompt",
    "问题",
    "题目",
    "问",
    "面试题",
    "术语",
    "概念",
    "正面",
    "名词",
    "問題",
    "вопрос",
    "термин",
    "pregunta",
    "pergunta",
    "domanda",
    "질문",
    "word",
    "key question",
    "知识点",
    "考点",
];
const ANSWERED: [&str; 26] = [
    "answer",
    "answers",
    "a",
    "back",
    "definition",
    "meaning",
    "explanation",
    "response",
    "答案",
    "回答",
    "答",
    "解释",
    "定义",
    "解答",
    "背面",
    "参考答案",
    "说明",
    "ответ",
    "определение",
    "respuesta",
    "resposta",
    "risposta",
    "답변",
    "답",
    "解析",
    "含义",
];

fn rows(page: &Page<'_>, first: usize, last: usize, questions: &mut Vec<Question>) {
    if last < first + 2 {
        return;
    }
    let name = |cell: &&str| cell.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let head: Vec<String> = cells(page.line(first)).iter().map(name).collect();
    let asked = head.iter().position(|name| ASKED.contains(&name.as_str()));
    let answered = head.iter().position(|name| ANSWERED.contains(&name.as_str()));
    let column = asked.unwrap_or_else(|| {
        let second = cells(page.line(first + 2));
        let figure = second.first().is_some_and(|cell| cell.chars().all(|letter| !letter.is_alphabetic()));
        usize::from(figure && head.len() > 2)
    });
    let answer = answered.filter(|place| *place != column).unwrap_or(column + 1);
    let named = asked.is_some() && answered.is_some();
    let mut found = Vec::new();
    let mut asks = 0.0;
    let mut count = 0usize;
    for line in first + 2..=last {
        let row = cells(page.line(line));
        let (Some(text), Some(answer)) = (row.get(column), row.get(answer)) else { continue };
        if text.is_empty() || text.contains("](#") {
            continue;
        }
        count += 1;
        let weight = asking(&plain_text(text));
        asks += weight.weight();
        let mut question = Question::new(page, line, plain(text));
        question.sure = named || weight > Asking::No;
        question.answer =
            if answer.is_empty() { Answer::Lines(line + 1, line) } else { Answer::Beside(plain(answer)) };
        found.push(question);
    }
    if named || (count > 0 && asks / count as f32 >= 0.6) {
        questions.append(&mut found);
    }
}

fn plain(cell: &str) -> String {
    cell.replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n").replace("\\|", "|")
}

/// The cells of a row. Bars in code and behind a backslash are no borders; a formula's are, to Markdown.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let (mut cells, mut start, mut escaped, mut code) = (Vec::new(), 0, false, false);
    for (at, letter) in line.char_indices() {
        match letter {
            '`' if !escaped => code = !code && line[at + 1..].contains('`'),
            '|' if !escaped && !code => {
                cells.push(line[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
        if cells.len() > 64 {
            return cells;
        }
    }
    let rest = line[start..].trim();
    if !rest.is_empty() {
        cells.push(rest);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_inside_cells_are_no_borders() {
        assert_eq!(cells("| a | b |"), ["a", "b"]);
        assert_eq!(cells("a|b\\|c|`d|e`"), ["a", "b\\|c", "`d|e`"]);
        assert_eq!(cells("| a |  | c |"), ["a", "", "c"]);
    }
}
