//! Notes as hurried people write them, each with its gold labels in the margin.
//!
//! The two columns before a line say what it is: `? ` begins a question, `+ ` goes on with it, `! ` belongs to the
//! answer, `* ` is question and answer, `~ ` may be counted either way, and two blanks stand before the rest.

use std::path::Path;

use backprop::card::Lang;
use backprop::import::{self, Notes};

/// A question's line and the lines of its answer.
type Card = (usize, Option<(usize, usize)>);

struct Gold {
    text: String,
    marks: Vec<char>,
    cards: Vec<Card>,
}

fn gold(labelled: &str) -> Gold {
    let mut gold = Gold { text: String::new(), marks: Vec::new(), cards: Vec::new() };
    for (index, line) in labelled.lines().enumerate() {
        let mark = line.chars().next().unwrap_or(' ');
        assert!("?+!*~ ".contains(mark), "line {}: no mark: {line}", index + 1);
        let text = line.get(2..).unwrap_or("");
        gold.text.push_str(text);
        gold.text.push('\n');
        gold.marks.push(if text.trim().is_empty() { ' ' } else { mark });
        match mark {
            '?' => gold.cards.push((index + 1, None)),
            '*' => gold.cards.push((index + 1, Some((index + 1, index + 1)))),
            '!' => {
                let (_, answer) = gold.cards.last_mut().unwrap();
                *answer = Some((answer.map_or(index + 1, |lines| lines.0), index + 1));
            }
            _ => {}
        }
    }
    gold
}

/// The lines of an answer without those at its ends that may be counted either way.
fn trimmed(gold: &Gold, lines: Option<(usize, usize)>) -> Option<(usize, usize)> {
    let (mut first, mut last) = lines?;
    let either = |line: usize| {
        gold.marks.get(line - 1).is_none_or(|mark| *mark == '~')
            || gold.text.lines().nth(line - 1).is_none_or(|text| text.trim().is_empty())
    };
    while first <= last && either(first) {
        first += 1;
    }
    while last >= first && either(last) {
        last -= 1;
    }
    (first <= last).then_some((first, last))
}

fn cards(notes: &Notes) -> Vec<Card> {
    let faces = notes.cards.iter().map(|card| card.face(Lang::En));
    faces.map(|face| (face.source.question_line, face.source.answer_lines)).collect()
}

/// F1 of the questions' lines, the share of answers that are right among them, and what is wrong, a line each.
fn score(gold: &Gold, notes: &Notes) -> (f64, f64, String) {
    let read: Vec<Card> =
        cards(notes).into_iter().filter(|(line, _)| gold.marks.get(line - 1) != Some(&'~')).collect();
    let mut wrong = String::new();
    let (mut found, mut answered) = (0, 0);
    for (line, answer) in &gold.cards {
        let Some((_, got)) = read.iter().find(|(at, _)| at == line) else {
            wrong.push_str(&format!("   line {line}: no card\n"));
            continue;
        };
        found += 1;
        match trimmed(gold, *got) == *answer {
            true => answered += 1,
            false => wrong.push_str(&format!("   line {line}: answer {got:?}, not {answer:?}\n")),
        }
    }
    for (line, _) in read.iter().filter(|(line, _)| !gold.cards.iter().any(|(at, _)| at == line)) {
        wrong.push_str(&format!("   line {line}: a card that is none\n"));
    }
    if !wrong.is_empty() {
        wrong.push_str(&format!("   {}\n", notes.why));
    }
    let all = (read.len() + gold.cards.len()).max(1);
    let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
    (share(2 * found, all), if found == 0 { 0.0 } else { share(answered, found) }, wrong)
}

/// Macro averages over a folder of labelled notes.
fn measure(folder: &str) -> (f64, f64) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let (mut f1, mut answers) = (0.0, 0.0);
    for file in &files {
        let gold = gold(&std::fs::read_to_string(file).unwrap());
        let notes = import::read(gold.text.as_bytes(), None, None, None);
        let (one, other, wrong) = score(&gold, &notes);
        println!("{:24} {one:.3} {other:.3}\n{wrong}", file.file_stem().unwrap().to_string_lossy());
        f1 += one;
        answers += other;
    }
    let count = files.len() as f64;
    println!("{} notes: F1 {:.3}, answers {:.3}", files.len(), f1 / count, answers / count);
    (f1 / count, answers / count)
}

#[test]
fn hurried_notes_give_their_cards() {
    let (f1, answers) = measure("margins");
    assert!(f1 >= 0.95 && answers >= 0.93, "F1 {f1:.3}, answers {answers:.3}");
}

/// These were written before the kinds above were mended, and gave F1 .856 and answers .810 before their own kinds were.
#[test]
fn other_notes_give_most_of_their_cards() {
    let (f1, answers) = measure("margins_unseen");
    assert!(f1 >= 0.95 && answers >= 0.9, "F1 {f1:.3}, answers {answers:.3}");
}

/// And these after the lists above were long known; they were scored before anything was mended for them, which gave
/// F1 .407 and answers .396.
#[test]
fn later_notes_give_most_of_their_cards() {
    let (f1, answers) = measure("margins_later");
    assert!(f1 >= 0.95 && answers >= 0.93, "F1 {f1:.3}, answers {answers:.3}");
}
