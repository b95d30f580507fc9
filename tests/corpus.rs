//! Real notes with gold labels, where they are at hand, scored by the rules of their `score.py`.

use backprop::card::Lang;
use backprop::import::{self, Notes};
use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;

/// A question line and the lines of its answer.
type Row = (usize, Option<(usize, usize)>);

/// What one file scores.
struct Score {
    f1: f64,
    matched: usize,
    answers: usize,
    wrong: Vec<String>,
}

#[test]
fn the_corpus_is_read_as_its_gold_labels_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(entries) = std::fs::read_dir(folder.join("gold")) else { return };
    let (mut files, mut f1, mut answers, mut answered) = (0, 0.0, 0.0, 0);
    let mut wrong = Vec::new();
    for entry in entries {
        let path = entry.expect("a folder can be listed").path();
        let gold: Value =
            serde_json::from_slice(&std::fs::read(&path).expect("it can be read")).expect("it is JSON");
        let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let bytes = std::fs::read(folder.join("files").join(format!("{name}.md"))).expect("it can be read");
        let notes = import::read(&bytes, None, None, None);
        let score = score(&gold, &rows(&notes), &String::from_utf8_lossy(&bytes));
        (files, f1) = (files + 1, f1 + score.f1);
        if score.matched > 0 {
            (answered, answers) = (answered + 1, answers + score.answers as f64 / score.matched as f64);
        }
        wrong.extend(score.wrong.iter().map(|wrong| format!("{name}: {wrong}")));
    }
    let (f1, answers) = (f1 / f64::from(files), answers / f64::from(answered));
    assert!(f1 >= 0.98 && answers >= 0.95, "F1 {f1}, answers {answers}\n{}", wrong.join("\n"));
}

fn rows(notes: &Notes) -> Vec<Row> {
    let sources = notes.cards.iter().map(|card| &card.face(Lang::En).source);
    sources.map(|source| (source.question_line, source.answer_lines)).collect()
}

fn score(gold: &Value, found: &[Row], text: &str) -> Score {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let number = |value: &Value| value.as_u64().map(|number| number as usize);
    let range = |card: &Value, first: &str, last: &str| Some((number(&card[first])?, number(&card[last])?));
    let unclear: Vec<(usize, usize)> = gold["ambiguous"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| range(row, "first_line", "last_line"))
        .collect();
    let is_unclear = |line: usize| unclear.iter().any(|(first, last)| (*first..=*last).contains(&line));
    let cards = gold["cards"].as_array().expect("gold has cards");
    let mut matches: HashMap<usize, usize> = HashMap::new();
    let mut taken = vec![false; found.len()];
    for offset in [0i64, 1, -1] {
        for (index, card) in cards.iter().enumerate() {
            let line = number(&card["question_line"]).expect("a card has a line") as i64 + offset;
            if matches.contains_key(&index) {
                continue;
            }
            if let Some(place) =
                (0..found.len()).find(|place| !taken[*place] && found[*place].0 as i64 == line)
            {
                taken[place] = true;
                matches.insert(index, place);
            }
        }
    }
    let mut score = Score { f1: 0.0, matched: 0, answers: 0, wrong: Vec::new() };
    let mut counted = 0;
    for (index, card) in cards.iter().enumerate() {
        let line = number(&card["question_line"]).expect("a card has a line");
        if is_unclear(line) {
            continue;
        }
        counted += 1;
        let Some(place) = matches.get(&index) else {
            score.wrong.push(format!("line {line} is missing"));
            continue;
        };
        score.matched += 1;
        let others = card["answer_alt"].as_array().into_iter().flatten();
        let mut accepted = vec![trimmed(&lines, range(card, "answer_first_line", "answer_last_line"))];
        accepted.extend(others.map(|row| trimmed(&lines, number(&row[0]).zip(number(&row[1])))));
        let answer = trimmed(&lines, found[*place].1);
        if accepted.contains(&answer) {
            score.answers += 1;
        } else {
            score.wrong.push(format!("line {line} is answered on {answer:?}, not {accepted:?}"));
        }
    }
    let extra = (0..found.len()).filter(|place| !taken[*place] && !is_unclear(found[*place].0));
    let extra: Vec<usize> = extra.map(|place| found[place].0).collect();
    score.wrong.extend(extra.iter().map(|line| format!("line {line} is no question")));
    let matched = score.matched as f64;
    let precision =
        if score.matched + extra.len() == 0 { 1.0 } else { matched / (score.matched + extra.len()) as f64 };
    let recall = if counted == 0 { 1.0 } else { matched / f64::from(counted) };
    score.f1 = if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
    score
}

/// A range without what stands around an answer but is none of it.
fn trimmed(lines: &[&str], range: Option<(usize, usize)>) -> Option<(usize, usize)> {
    let (first, last) = range?;
    let says = |line: &usize| !is_furniture(lines[line - 1]);
    let start =
        (first.max(1)..=last.min(lines.len())).find(|line| says(line) && !is_label(lines[line - 1]))?;
    let end = (start..=last.min(lines.len())).rev().find(says)?;
    Some((start, end))
}

fn is_furniture(line: &str) -> bool {
    let text =
        line.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}'));
    let same = |mark: char| {
        text.chars().filter(|letter| *letter == mark).count() > 2
            && text.chars().all(|letter| letter == mark || letter == ' ')
    };
    let wrapper = |part: &str| {
        ["details", "p", "div", "br", "b", "i", "center", "span", "summary"]
            .contains(&part.trim_start_matches('/').split([' ', '/', '>']).next().unwrap_or(""))
    };
    let lower = text.to_lowercase();
    text.is_empty()
        || ['-', '*', '_', '='].into_iter().any(same)
        || (text.starts_with("<!--") && text.ends_with("-->"))
        || (text.starts_with('<')
            && text.ends_with('>')
            && text.split('<').skip(1).all(wrapper)
            && text.split('>').all(|part| {
                part.is_empty() || part.trim_start().starts_with('<') || part.contains("</summary")
            }))
        || (["back to top", "返回顶部", "[↑]"].iter().any(|word| lower.contains(word)) && text.len() < 80)
}

fn is_label(line: &str) -> bool {
    let core = line.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    ["answer", "answers", "ans", "答", "答案", "参考答案", "解答", "解析", "回答", "a"]
        .contains(&core.as_str())
}
