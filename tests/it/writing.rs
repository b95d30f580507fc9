//! Notes are written back: in every style and encoding, a changed card and a new one differ from the
//! file before by just that.

#[cfg(unix)]
use crate::harness::terminal::Terminal;
use backprop::card::{Card, Face};
use backprop::import::{self, STYLES};
use backprop::store::notes_file::{self, Wording};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Notes as people write them, beside the sample of each style.
const NOTES: [(&str, &str); 24] = [
    ("Q and A", "Q: What is a?\nA: first\nline two\n\nQ: What is b?\nA: second\n"),
    ("Chinese labels", "问：什么是池化？\n答：降维\n保留特征\n\n问：什么是卷积？\n答：滤波\n"),
    ("labels and numbers", "Q1: What is a?\nA1: first\n\nQ2: What is b?\nA2: second\n"),
    ("bold labels", "**Q: What is a?**\n\n**A:** first\n\n**Q: What is b?**\n\n**A:** second\n"),
    (
        "bold labels, answer below",
        "**Question 1:** What is a?\n\n**Answer:**\n\nfirst\n\n**Question 2:** What is b?\n\n**Answer:**\n\nsecond\n",
    ),
    ("numbered", "intro\n\n1.什么是池化？\n旧答案\n第二行\n\n2.什么是卷积？\ny  \n"),
    ("numbered headings", "# T\n\n### 1. What is a?\n\nfirst\n\n- x\n- y\n\n### 2. What is b?\n\nsecond\n"),
    ("bold numbered headings", "### 1. **What is a?**\n\nfirst\n\n### 2. **What is b?**\n\nsecond\n"),
    ("headings", "# CNN\n\n## What is a?\n\nfirst\n\n## What is b?\n\nsecond\n"),
    (
        "headings with ids",
        "# T\n\n## What is a?\n\n<!-- id: a -->\n\nfirst\n\n## What is b?\n\n<!-- id: b -->\n\nsecond\n",
    ),
    ("bold", "**What is a?**\n\nfirst\n\n**What is b?**\n\nsecond\n"),
    ("bullets", "- What is a?\n  - first\n  - more\n- What is b?\n  - second\n"),
    (
        "table",
        "| # | Question | Answer |\n|---|---|---|\n| 1 | What is a? | first |\n| 2 | What is b? | second `x|y` |\n",
    ),
    ("csv", "question,answer\nWhat is a?,first\n\"What is b?\",\"second, and\nmore\"\n"),
    ("csv of three columns", "id,question,answer\n1,What is a?,first\n2,What is b?,second\n"),
    (
        "details",
        "<details>\n<summary>What is a?</summary>\n\nfirst\n\n</details>\n\n<details>\n<summary>What is b?</summary>\n\nsecond\n\n</details>\n",
    ),
    (
        "details on one line",
        "<details><summary>What is a?</summary>first</details>\n\n<details><summary>What is b?</summary>second</details>\n",
    ),
    ("definitions", "Pooling\n: first\n\nConvolution\n: second\n    more\n"),
    ("Obsidian", "#flashcards\n\nWhat is a?::first\nWhat is b?::second\n"),
    ("Obsidian, several lines", "#flashcards\n\nWhat is a?\n?\nfirst\nmore\n\nWhat is b?\n?\nsecond\n"),
    ("Anki's text", "#separator:tab\n#html:false\nWhat is a?\tfirst\nWhat is b?\tsecond\n"),
    ("hashcards", "Q: What is a?\nA: first\n\nC: A [x] is here.\n\nQ: What is b?\nA: second\n"),
    ("Windows", "1. What is a?\r\nfirst\r\n\r\n2. What is b?\r\nsecond\r\n"),
    ("no end of line", "1. What is a?\nfirst\n\n2. What is b?\nsecond"),
];

fn all_notes() -> Vec<(String, String)> {
    let samples = STYLES.iter().map(|style| (format!("sample of {}", style.name), style.sample.to_owned()));
    let own = NOTES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    samples.chain(own).collect()
}

/// The name of an encoding, and a text in it.
type Encoding = (&'static str, fn(&str) -> Vec<u8>);

/// How a text may stand on the disk.
fn encodings() -> [Encoding; 5] {
    fn wide(text: &str) -> Vec<u8> {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    }
    [
        ("UTF-8", |text| text.as_bytes().to_vec()),
        ("UTF-8 with a mark", |text| format!("\u{feff}{text}").into_bytes()),
        ("GB18030", |text| encoding_rs::GB18030.encode(text).0.into_owned()),
        ("Big5", |text| encoding_rs::BIG5.encode(text).0.into_owned()),
        ("UTF-16", wide),
    ]
}

/// The rarer encodings are written by the same code, so every third of the notes is enough for them.
fn is_tried(encoding: &str, at: usize) -> bool {
    matches!(encoding, "UTF-8" | "GB18030") || at.is_multiple_of(3)
}

/// Enough of a language for its encoding to be recognised.
fn preface(name: &str) -> &'static str {
    match name {
        "GB18030" => "以下是关于深度学习的一些笔记，主要用来准备面试的时候复习。\n\n",
        "Big5" => "以下是關於深度學習的一些筆記，主要用來準備面試的時候複習，請大家多多指教，謝謝。\n\n",
        _ => "",
    }
}

/// Text in front would be another file: these begin with what they are.
fn may_have_preface(text: &str) -> bool {
    !["<!--", "#separator", "question,", "id,", "---"].iter().any(|start| text.starts_with(start))
}

fn cards(path: &Path) -> Vec<Card> {
    import::read(&fs::read(path).unwrap(), Some(&Arc::new(PathBuf::from(path))), None, None).cards
}

fn said(card: &Card) -> (String, String) {
    let face = &card.faces[0];
    (face.question.trim().to_owned(), face.answer.trim().to_owned())
}

/// The lines of a file that differ: the first one and the last one of what is there now, with their
/// number before.
fn changed_lines(before: &[u8], after: &[u8]) -> (usize, usize, usize) {
    let text = |bytes: &[u8]| import::text(bytes);
    let (before, after) = (text(before), text(after));
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let most = old.len().min(new.len()) - start;
    let end =
        old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(one, other)| one == other).count();
    (start + 1, old.len() - end, new.len() - end)
}

/// Whether a card has holes: what it asks and what it says is one text.
fn has_holes(face: &Face) -> bool {
    face.question.contains("[…]")
}

/// What a card with other words is to say, for each way of changing it.
fn wordings(face: &Face) -> Vec<(&'static str, Wording)> {
    let (question, answer) = (face.question.to_string(), face.answer.to_string());
    let new_question = match question.strip_suffix(['?', '？']) {
        Some(start) => format!("{start} exactly?"),
        None => format!("Why {question}"),
    };
    let new_answer = answer.replace("first", "a rather new text").replace("second", "another text");
    let new_answer = if new_answer == answer { format!("{answer} And so on.") } else { new_answer };
    let row = |name, question: &str, answer: &str| {
        (name, Wording { question: question.to_owned(), answer: answer.to_owned() })
    };
    if has_holes(face) {
        return vec![
            row("question", &format!("Here, {question}"), &answer),
            row("both", &format!("Here, {question}"), &format!("Here, {answer}")),
        ];
    }
    vec![
        row("question", &new_question, &answer),
        row("answer", &question, &new_answer),
        row("both", &new_question, &new_answer),
    ]
}

#[test]
fn a_changed_card_is_written_in_every_style_and_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let (mut failed, mut count) = (Vec::new(), 0);
    for (at, (name, text)) in all_notes().into_iter().enumerate() {
        for (encoding, encode) in encodings().into_iter().filter(|(name, _)| is_tried(name, at)) {
            let text = match may_have_preface(&text) {
                true => format!("{}{text}", preface(encoding)),
                false => text.clone(),
            };
            let bytes = encode(&text);
            let path = folder.path().join(if name.contains("csv") { "n.csv" } else { "n.md" });
            fs::write(&path, &bytes).unwrap();
            if import::text(&bytes).trim_start_matches('\u{feff}') != text {
                // Simplified text in Big5, or too few letters to be known by.
                continue;
            }
            let before = cards(&path);
            assert!(before.len() > 1, "{name}, {encoding}");
            for (index, card) in before.iter().enumerate() {
                for (what, wording) in wordings(&card.faces[0]) {
                    count += 1;
                    fs::write(&path, &bytes).unwrap();
                    let row = format!("{name}, {encoding}, card {}, {what}", index + 1);
                    if let Err(problem) = notes_file::rewrite(&card.faces[0], None, &wording) {
                        failed.push(format!("{row}: {problem}"));
                        continue;
                    }
                    let after = cards(&path);
                    let others = before.iter().zip(&after).enumerate().filter(|(at, _)| *at != index);
                    let is_same = others.map(|(_, pair)| pair).all(|(one, other)| said(one) == said(other));
                    let wanted = (wording.question.clone(), wording.answer.trim().to_owned());
                    let is_said = said(&after[index]) == wanted
                        || (has_holes(&card.faces[0]) && said(&after[index]).0 == wanted.0);
                    let (first, last, _) = changed_lines(&bytes, &fs::read(&path).unwrap());
                    let face = &card.faces[0];
                    let own = face.source.answer_lines.map_or(face.source.question_line, |lines| lines.1);
                    let is_near = face.source.question_line <= first && last <= own;
                    if !is_same || !is_said || !is_near || after.len() != before.len() {
                        failed.push(format!(
                            "{row}: {:?}\n{}",
                            said(&after[index]),
                            import::text(&fs::read(&path).unwrap())
                        ));
                    }
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} of {count}:\n{}", failed.len(), failed.join("\n"));
    assert!(count > 500, "{count}");
}

#[test]
fn a_new_card_is_written_in_every_style_and_encoding() {
    let folder = tempfile::tempdir().unwrap();
    let (mut failed, mut count) = (Vec::new(), 0);
    for (at, (name, text)) in all_notes().into_iter().enumerate() {
        for (encoding, encode) in encodings().into_iter().filter(|(name, _)| is_tried(name, at)) {
            let text = match may_have_preface(&text) {
                true => format!("{}{text}", preface(encoding)),
                false => text.clone(),
            };
            let bytes = encode(&text);
            let path = folder.path().join(if name.contains("csv") { "n.csv" } else { "n.md" });
            if import::text(&bytes).trim_start_matches('\u{feff}') != text {
                continue;
            }
            let answers = ["It is new.", "It is new,\nand has two lines, \"so\"."];
            for answer in answers {
                count += 1;
                fs::write(&path, &bytes).unwrap();
                let before = cards(&path);
                let row = format!("{name}, {encoding}");
                let wording = Wording { question: "What is this?".to_owned(), answer: answer.to_owned() };
                if let Err(problem) = notes_file::append(&path, None, &wording) {
                    failed.push(format!("{row}: {problem}"));
                    continue;
                }
                let after = cards(&path);
                let is_same = before.iter().zip(&after).all(|(one, other)| said(one) == said(other));
                let (question, new) = after.last().map(said).unwrap_or_default();
                // A definition is read with its colon.
                let new = new.strip_prefix(": ").filter(|_| name.contains("definitions")).unwrap_or(&new);
                let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
                let (_, last, _) = changed_lines(&bytes, &fs::read(&path).unwrap());
                let whole = text.trim_end().lines().count();
                if after.len() != before.len() + 1
                    || !is_same
                    || question != "What is this?"
                    || lines(new) != lines(answer)
                    || last + 1 < whole
                {
                    failed.push(format!("{row}:\n{}", import::text(&fs::read(&path).unwrap())));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} of {count}:\n{}", failed.len(), failed.join("\n"));
    assert!(count > 150, "{count}");
}

/// The text with another word in a card's answer, or in what has holes, and nothing else different.
#[cfg(unix)]
fn with_word(text: &str, face: &Face) -> String {
    let (said, line) = match has_holes(face) {
        true => (&face.question, face.source.question_line),
        false => (&face.answer, face.source.answer_lines.map_or(face.source.question_line, |lines| lines.0)),
    };
    let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
    let words = said.split(|letter: char| !letter.is_alphanumeric());
    let word =
        words.filter(|word| text[start..].contains(word)).max_by_key(|word| word.chars().count()).unwrap();
    let at = start + text[start..].find(word).unwrap();
    format!("{}zebra{}", &text[..at], &text[at..])
}

/// The program is in a terminal, and the editor is a script that writes what is wanted.
#[cfg(unix)]
#[test]
fn what_an_editor_changed_is_read_again_in_every_style_and_encoding() {
    use std::os::unix::fs::PermissionsExt;
    let (samples, mut count) = (STYLES.len(), 0);
    for (at, (name, text)) in all_notes().into_iter().enumerate() {
        for (encoding, encode) in
            encodings().into_iter().filter(|(name, _)| matches!(*name, "UTF-8" | "GB18030"))
        {
            // Each style in both, and every way of writing in one of them.
            if at >= samples && at.is_multiple_of(2) != (encoding == "UTF-8") {
                continue;
            }
            let text = match may_have_preface(&text) {
                true => format!("{}{text}", preface(encoding)),
                false => text.clone(),
            };
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(if name.contains("csv") { "n.csv" } else { "n.md" });
            fs::write(&path, encode(&text)).unwrap();
            if import::text(&encode(&text)) != text {
                continue;
            }
            let row = format!("{name}, {encoding}");
            let before = cards(&path);
            let wanted = encode(&with_word(&text, &before[0].faces[0]));
            fs::write(folder.path().join("wanted"), &wanted).unwrap();
            let editor = folder.path().join("editor.sh");
            let script = "#!/bin/sh\nfor file; do :; done\ncat \"${0%/*}/wanted\" > \"$file\"\n";
            fs::write(&editor, script).unwrap();
            fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
            let environment = [("EDITOR", editor.to_str().unwrap())];
            let arguments = ["study", path.to_str().unwrap(), "--lang", "en"];
            let mut terminal = Terminal::start(folder.path(), &arguments, &environment, 100, 30);
            terminal.wait_for("show answer");
            terminal.press(" ");
            terminal.wait_for("Easy");
            terminal.press("e");
            terminal.wait_until(&format!("{row}: the new word"), |screen| screen.contains("zebra"));
            terminal.press_away("3", "Easy");
            terminal.press("\x03");
            terminal.end();
            assert!(fs::read(&path).unwrap() == wanted, "{row}");
            let after = cards(&path);
            assert_eq!(after.len(), before.len(), "{row}");
            assert!(
                before[1..].iter().zip(&after[1..]).all(|(one, other)| said(one).1 == said(other).1),
                "{row}"
            );
            count += 1;
        }
    }
    assert!(count > 2 * samples, "{count}");
}

#[test]
fn a_new_definition_may_have_paragraphs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n.md");
    let text = "Pooling\n: first\n\nConvolution\n: second\n    more\n";
    for (answer, written) in [
        ("It is new.", ": It is new.\n"),
        ("It is new.\n\nIt has paragraphs.", ": It is new.\n\n    It has paragraphs.\n"),
        (": It is new.", ": It is new.\n"),
    ] {
        fs::write(&path, text).unwrap();
        let wording = Wording { question: "Stride".to_owned(), answer: answer.to_owned() };
        notes_file::append(&path, None, &wording).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), format!("{text}\nStride\n{written}"));
    }
}

#[test]
fn what_an_encoding_cannot_hold_is_refused_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n.md");
    let text = format!("{}1. 什麼是池化？\n降維\n\n2. 什麼是卷積？\n濾波\n", preface("Big5"));
    let bytes = encoding_rs::BIG5.encode(&text).0.into_owned();
    fs::write(&path, &bytes).unwrap();
    let before = cards(&path);
    let wording =
        Wording { question: before[0].faces[0].question.to_string(), answer: "x → 𝕏 😀".to_owned() };
    let problem = notes_file::rewrite(&before[0].faces[0], None, &wording).unwrap_err().to_string();
    assert!(problem.contains("Big5") && problem.contains("UTF-8"), "{problem}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_card_is_found_again_when_the_file_changed_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n.md");
    fs::write(&path, "1. a?\nx\n2. b?\ny\n").unwrap();
    let before = cards(&path);
    fs::write(&path, "Intro.\n\n1. a?\nnew\n2. b?\ny\n").unwrap();
    let wording = Wording { question: "b?".to_owned(), answer: "z".to_owned() };
    notes_file::rewrite(&before[1].faces[0], None, &wording).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "Intro.\n\n1. a?\nnew\n2. b?\nz\n");
}

#[test]
fn an_answer_that_looks_like_other_cards_stays_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("n.md");
    fs::write(&path, "1. What is a?\nx\n2. What is b?\ny\n").unwrap();
    let card = &cards(&path)[0];
    let wording = Wording { question: "What is a?".to_owned(), answer: "x\n2. What is new?\nz".to_owned() };
    notes_file::rewrite(&card.faces[0], None, &wording).unwrap();
    let after: Vec<(String, String)> = cards(&path).iter().map(said).collect();
    assert_eq!(after.len(), 2);
    assert_eq!(after[1], ("What is b?".to_owned(), "y".to_owned()));
    assert!(after[0].1.contains("2. What is new?"), "{after:?}");
}
