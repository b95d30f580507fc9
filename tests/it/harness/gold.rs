//! Notes with gold labels: the project's own, and real ones where they are at hand; and how readings of them
//! are scored.

use backprop::card::Lang;
use backprop::import::{self, Notes};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// A question line and the lines of its answer.
pub(crate) type Row = (usize, Option<(usize, usize)>);

/// A question line with the ranges that are accepted as its answer.
pub(crate) type Labelled = (usize, Vec<Option<(usize, usize)>>);

/// A text and the cards it holds.
#[derive(Clone)]
pub(crate) struct Gold {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Question lines with the ranges that are accepted as answers.
    pub(crate) cards: Vec<Labelled>,
    /// Lines on which a card counts neither for nor against.
    pub(crate) unclear: Vec<(usize, usize)>,
}

/// What one text scores.
pub(crate) struct Score {
    pub(crate) f1: f64,
    pub(crate) matched: usize,
    pub(crate) answers: usize,
    pub(crate) wrong: Vec<String>,
}

/// The text without its marks, and the cards the marks stand for.
pub(crate) fn unmarked(marked: &str) -> (String, Vec<Row>) {
    let (mut text, mut rows) = (String::new(), Vec::<Row>::new());
    let mut together = 0;
    for (index, line) in marked.lines().enumerate() {
        let (mark, rest) = line.split_once('|').unwrap_or_else(|| panic!("no mark on line {}", index + 1));
        text.push_str(rest);
        text.push('\n');
        let line = index + 1;
        match (mark, rows.last_mut()) {
            ("Q", _) => rows.push((line, None)),
            ("B", _) => {
                rows.push((line, Some((line, line))));
                together = line;
            }
            ("b", Some(row)) if together > 0 => row.1 = Some((row.0, line)),
            ("A", Some(row)) => row.1 = Some((row.1.map_or(line, |(first, _)| first), line)),
            (" ", _) => {}
            (mark, _) => panic!("mark {mark:?} on line {line}"),
        }
    }
    (text, rows)
}

/// The project's own notes.
pub(crate) fn own() -> Vec<Gold> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notes");
    let entries = fs::read_dir(folder).expect("the folder of notes is there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    let gold = |path: &std::path::PathBuf| {
        let (text, rows) = unmarked(&fs::read_to_string(path).expect("notes can be read"));
        let name = path.file_stem().expect("notes have a name").to_string_lossy().into_owned();
        let cards = rows.into_iter().map(|(line, answer)| (line, vec![answer])).collect();
        Gold { name, text, cards, unclear: Vec::new() }
    };
    paths.iter().map(gold).collect()
}

/// Real notes; none where they are not at hand.
pub(crate) fn corpus() -> Vec<Gold> {
    let above = ["../shared/corpus", "../../shared/corpus"];
    let mut folders = above.iter().map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    let Some(folder) = folders.find(|folder| folder.exists()) else { return Vec::new() };
    let Ok(entries) = fs::read_dir(folder.join("gold")) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it can be listed").path()).collect();
    paths.sort();
    paths.iter().map(|path| labelled(&folder, path)).collect()
}

fn labelled(folder: &Path, path: &Path) -> Gold {
    let gold: Value = serde_json::from_slice(&fs::read(path).expect("it can be read")).expect("it is JSON");
    let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
    let bytes = fs::read(folder.join("files").join(format!("{name}.md"))).expect("it can be read");
    let number = |value: &Value| value.as_u64().map(|number| number as usize);
    let range = |card: &Value, first: &str, last: &str| Some((number(&card[first])?, number(&card[last])?));
    let unclear = gold["ambiguous"].as_array().into_iter().flatten();
    let card = |card: &Value| {
        let others = card["answer_alt"].as_array().into_iter().flatten();
        let mut accepted = vec![range(card, "answer_first_line", "answer_last_line")];
        accepted.extend(others.map(|row| number(&row[0]).zip(number(&row[1]))));
        (number(&card["question_line"]).expect("a card has a line"), accepted)
    };
    Gold {
        name,
        text: import::text(&bytes),
        cards: gold["cards"].as_array().expect("gold has cards").iter().map(card).collect(),
        unclear: unclear.filter_map(|row| range(row, "first_line", "last_line")).collect(),
    }
}

pub(crate) fn rows(notes: &Notes) -> Vec<Row> {
    let sources = notes.cards.iter().map(|card| &card.face(Lang::En).source);
    sources.map(|source| (source.question_line, source.answer_lines)).collect()
}

/// Scores what was found.
pub(crate) fn score(gold: &Gold, found: &[Row]) -> Score {
    let lines: Vec<&str> = gold.text.trim_start_matches('\u{feff}').lines().collect();
    let is_unclear = |line: usize| gold.unclear.iter().any(|(first, last)| (*first..=*last).contains(&line));
    let mut matches: HashMap<usize, usize> = HashMap::new();
    let mut taken = vec![false; found.len()];
    for offset in [0i64, 1, -1] {
        for (index, (line, _)) in gold.cards.iter().enumerate() {
            let line = *line as i64 + offset;
            if matches.contains_key(&index) {
                continue;
            }
            let place = (0..found.len()).find(|place| !taken[*place] && found[*place].0 as i64 == line);
            if let Some(place) = place {
                taken[place] = true;
                matches.insert(index, place);
            }
        }
    }
    let mut score = Score { f1: 0.0, matched: 0, answers: 0, wrong: Vec::new() };
    let mut counted = 0;
    for (index, (line, accepted)) in gold.cards.iter().enumerate().filter(|(_, card)| !is_unclear(card.0)) {
        counted += 1;
        let Some(place) = matches.get(&index) else {
            score.wrong.push(format!("line {line} is missing"));
            continue;
        };
        score.matched += 1;
        let accepted: Vec<_> = accepted.iter().map(|range| trimmed(&lines, *range)).collect();
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
        || ["-", "*", "+", "- [ ]", "- [x]", "* [ ]"].contains(&text)
        || ['-', '*', '_', '='].into_iter().any(same)
        || ["collapsed::", "id::", "created::"].iter().any(|name| text.starts_with(name))
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
