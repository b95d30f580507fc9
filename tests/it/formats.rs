//! Notes of other programs: the samples in `tests/formats`, files that are recognised and refused, and
//! files that want to do harm.

use crate::harness::home::Home;
use crate::harness::run::{fed, program};
use backprop::import::format::{FilePictures, converted};
use backprop::import::{self, Severity};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(name)).unwrap()
}

/// What a file is, with its questions and answers.
fn cards(bytes: &[u8]) -> (&'static str, Vec<(String, String)>) {
    let notes = import::read(bytes, None, None, None);
    let pair =
        |card: &backprop::card::Card| (card.faces[0].question.to_string(), card.faces[0].answer.to_string());
    (notes.encoding, notes.cards.iter().map(pair).collect())
}

/// What is said of a file that gives no card.
fn refusal(bytes: &[u8]) -> (String, String) {
    let notes = import::read(bytes, None, None, None);
    assert_eq!(notes.cards, []);
    let told = notes.diagnostics.first().expect("something is said");
    assert_eq!(told.severity, Severity::Error);
    (told.message.to_string(), told.help.to_string())
}

fn assert_cards(bytes: &[u8], format: &str, expected: &[(&str, &str)]) {
    let (found, cards) = cards(bytes);
    let cards: Vec<(&str, &str)> = cards.iter().map(|(one, other)| (one.as_str(), other.as_str())).collect();
    assert_eq!((found, cards.as_slice()), (format, expected));
}

#[test]
fn notebooks_give_their_text_code_formulas_and_pictures() {
    assert_cards(
        &sample("notebook.ipynb"),
        "Jupyter notebook",
        &[
            (
                "What does a convolution share?",
                "Its weights: $y_i = \\sum_k w_k x_{i+k}$.\n\n![the filter](cell-2-image.png)\n\n\
                 ```python\nimport numpy as np\n\n# a comment, no heading\nprint(np.convolve([1, 2, 3], [0, 1]))\n```",
            ),
            (
                "Why is pooling used?",
                "- it lowers the resolution\n- it bears small shifts\n\n```python\nx.max()\n```",
            ),
            ("What is padding?", "![](cell-5-image.png)\n\nZeros around the input."),
        ],
    );
    assert_cards(
        &sample("notebook-v3.ipynb"),
        "Jupyter notebook",
        &[
            ("What is a gate?", "A factor between 0 and 1.\n\n```python\nsigmoid(x)\n```"),
            ("What is a cell state?", "What is carried along."),
            ("Why does it vanish?", "Factors below 1."),
        ],
    );
    let notebook = sample("notebook.ipynb");
    let pictures = FilePictures::of(&notebook);
    let first = pictures.get("cell-2-image.png", 1 << 20).unwrap().unwrap();
    let second = pictures.get("cell-5-image.png", 1 << 20).unwrap().unwrap();
    assert!(first.starts_with(b"\x89PNG") && second.starts_with(b"\x89PNG") && first != second);
    assert!(pictures.get("cell-2-image.png", 10).unwrap().is_err());
    assert!(pictures.get("cell-3-image.png", 1 << 20).is_none());
}

#[test]
fn a_saved_page_gives_its_own_text() {
    assert_cards(
        &sample("page.html"),
        "HTML page",
        &[
            (
                "What is dropout?",
                "Units are switched off with probability $p < 1$.\n\n- while **training** only\n- a kind of ensemble",
            ),
            (
                "Which loss is used for classes?",
                "Cross entropy:\n\n$$L = -\\sum_i y_i \\log p_i$$\n\n\
                 ![the loss](./Training%20notes_files/loss%20curve.png)\n\n\
                 ```python\nloss = -(y * np.log(p)).sum()\n# not a heading\n```",
            ),
            (
                "How is a rate warmed up?",
                "Linearly, in $t < T$ steps; it costs \\$5 and `$x`.\n\n| step | rate |\n|---|---|\n| 0 | 0 |\n\n\
                 ![warm up](picture-1.png)",
            ),
        ],
    );
    let picture = FilePictures::of(&sample("page.html")).get("picture-1.png", 1 << 20).unwrap().unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
}

#[test]
fn folds_encodings_and_parts_of_pages() {
    let page = "<!-- a --><HTML><body><details><summary><b>什么是池化？</b></summary><p>降低分辨率。</p></details>\
                <details><summary>什么是卷积？</summary><ul><li>共享参数</li></ul></details>\
                <details><summary>为什么用ReLU？</summary>稀疏</details></body></html>";
    let expected =
        [("什么是池化？", "降低分辨率。"), ("什么是卷积？", "- 共享参数"), ("为什么用ReLU？", "稀疏")];
    let bare = |text: &str| text.replace("**", "");
    let (_, found) = cards(page.as_bytes());
    assert_eq!(
        found.iter().map(|(one, two)| (bare(one), bare(two))).collect::<Vec<_>>(),
        expected.map(|(one, two)| (one.to_owned(), two.to_owned()))
    );
    let declared = "<!DOCTYPE html><html><meta charset=\"windows-1251\"><h2>Что это?</h2><p>Слой</p>\
                    <h2>Где он?</h2><p>В сети</p><h2>Зачем он?</h2><p>Учится</p></html>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(declared);
    assert_eq!(cards(&bytes).1[0], ("Что это?".to_owned(), "Слой".to_owned()));
    // Notes that have HTML in them are notes.
    for notes in [
        "<div align=center>\n\n# T\n\n</div>\n\n1. a?\nx\n",
        "<details>\n<summary>a?</summary>\n\nx\n</details>\n",
    ] {
        assert_eq!(converted(notes.as_bytes()), None, "{notes}");
    }
    // An element that is never closed takes nothing with it.
    let (_, open) =
        cards(b"<html><nav><h2>What is a?</h2><p>x</p><h2>What is b?</h2><p>y</p><h2>What is c?</h2>z");
    assert_eq!(open.len(), 3);
}

#[test]
fn what_is_not_read_is_named_with_the_way() {
    let tar = [vec![b'a'; 257], b"ustar\x0000".to_vec(), vec![0; 300]].concat();
    for (bytes, format, way) in [
        (&b"%PDF-1.7\n1. What is a?\n"[..], "PDF", "pdftotext"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture (PNG)", "tesseract"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture (JPEG)", "tesseract"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture (WebP)", "tesseract"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\x03", "gzip", "gunzip"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "7-Zip", "7z x"),
        (b"Rar!\x1a\x07\x01\0", "RAR", "unrar x"),
        (&tar, "tar", "tar -xf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "old Office", "soffice"),
        (b"SQLite format 3\0\x10\0", "SQLite", ".apkg"),
        (b"{\\rtf1\\ansi 1. What is a?\\par x}", "RTF", "pandoc -f rtf"),
        (b"\\documentclass{article}\n\\begin{document}\n1. What?\n", "LaTeX", "pandoc -f latex"),
        (b"<?xml version=\"1.0\"?>\n<opml><body/></opml>", "XML", "pandoc"),
        (b"{\"a\": [\"1. What is a?\", \"x\"]}", "JSON", "Markdown, CSV"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n1. What?\n", "MHTML", "HTML only"),
    ] {
        let (message, help) = refusal(bytes);
        assert!(message.contains(format) && help.contains(way), "{format}: {message}; {help}");
        assert!(!help.contains("number the questions"), "{help}");
    }
    // Letters that begin a format begin texts too.
    for text in [
        "BZh is bzip2\n1. What is a?\nx\n2. b?\ny\n",
        "[1] What is a?\n",
        "ID3 is a tree\n",
        "{a} 1. b?\nc\n",
    ] {
        let told = import::read(text.as_bytes(), None, None, None).diagnostics;
        assert!(told.iter().all(|told| !told.message.to_string().contains("not read here")), "{text}");
    }
}

#[test]
fn damaged_and_hostile_files_end_in_words() {
    let notebook = sample("notebook.ipynb");
    for end in [notebook.len() / 3, notebook.len() / 2, notebook.len() - 3] {
        let (message, help) = refusal(&notebook[..end]);
        assert!(message.contains("Jupyter notebook") && help.contains("save or export"), "{message}; {help}");
    }
    let deep = format!("{{\"nbformat\":4,\"cell_type\":1,\"cells\":{}", "[".repeat(1_000_000));
    assert!(refusal(deep.as_bytes()).0.contains("cannot be read"));
    for odd in ["{\"cells\":[{\"cell_type\":\"code\",\"source\":7}]}", "{\"cells\":{\"cell_type\":1}}"] {
        assert!(refusal(odd.as_bytes()).0.contains("cannot be read"));
    }
    for piece in [
        "<nav>",
        "<div><nav></div>",
        "<math>",
        "<details>",
        "<main>",
        "$$",
        "<button>",
        "<script type=math/tex>",
        "</nav>",
    ] {
        let page = format!("<!doctype html>MathJax{}", piece.repeat(400_000 / piece.len()));
        let begun = std::time::Instant::now();
        import::read(page.as_bytes(), None, None, None);
        assert!(begun.elapsed().as_secs() < 20, "{piece} took {:?}", begun.elapsed());
    }
}

#[test]
fn importing_makes_notes_with_pictures_that_can_be_changed() {
    let home = Home::new();
    fs::create_dir_all(home.path("Training notes_files")).unwrap();
    let curve = [b"\x89PNG\r\n\x1a\n".to_vec(), vec![7; 60]].concat();
    home.write("Training notes_files/loss curve.png", &curve);
    // Content decides, not the name.
    let files =
        [home.write("lesson.txt", sample("notebook.ipynb")), home.write("page.md", sample("page.html"))];
    for (file, deck) in files.iter().zip(["lesson", "page"]) {
        let told = home.json(&["import", "--json", file]);
        assert_eq!((&told[0]["action"], &told[0]["how"]), (&"added".into(), &"copy".into()));
        assert_eq!(told[0]["cards"].as_array().unwrap().len(), 3);
        assert_eq!(told[0]["images"].as_array().unwrap().len(), 2, "{told:#}");
        for image in told[0]["images"].as_array().unwrap() {
            let bytes = fs::read(home.path("data/decks").join(image.as_str().unwrap())).unwrap();
            assert!(bytes.starts_with(b"\x89PNG"), "{image}");
        }
        let cards = home.json(&["cards", "--deck", deck, "--json"]);
        assert_eq!(cards.as_array().unwrap().len(), 3);
    }
    let copy = fs::read_to_string(home.path("data/decks/lesson/lesson.txt.md")).unwrap();
    assert!(copy.starts_with("# Convolutional networks\n\n## What does a convolution share?"), "{copy}");
    assert_eq!(home.json(&["import", "--json", &files[0]])[0]["action"], "unchanged");
    let before = fs::read(&files[1]).unwrap();
    assert_eq!(before, sample("page.html"));
}

/// A notebook as its program writes it: one line for each line of a cell.
fn notebook(cells: &[(&str, &str)]) -> String {
    let cell = |(kind, text): &(&str, &str)| {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let mut cell = serde_json::json!({ "cell_type": kind, "metadata": {}, "source": lines });
        if *kind == "code" {
            cell["outputs"] = serde_json::json!([]);
        }
        cell
    };
    let cells: Vec<_> = cells.iter().map(cell).collect();
    let whole = serde_json::json!({ "cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5 });
    serde_json::to_string_pretty(&whole).unwrap()
}

/// The questions of a notebook, each with its line in the file and the line its answer ends on.
fn placed(notebook: &str) -> Vec<(String, String, Option<String>)> {
    let notes = import::read(notebook.as_bytes(), None, None, None);
    let lines = import::FileLines::of(notebook.as_bytes());
    let line =
        |number: usize| notebook.lines().nth(lines.of_line(number) - 1).unwrap_or_default().trim().to_owned();
    let row = |card: &backprop::card::Card| {
        let face = &card.faces[0];
        let end = face.source.answer_lines.map(|(_, last)| line(last));
        (face.question.to_string(), line(face.source.question_line), end)
    };
    notes.cards.iter().map(row).collect()
}

#[test]
fn cells_that_begin_with_questions_are_cards_with_the_lines_of_their_file() {
    let text = notebook(&[
        ("markdown", "# Trees"),
        ("markdown", "What does a split maximise?\n- the gain\n- over all features"),
        ("markdown", "Why prune a tree?"),
        ("markdown", "It has learnt the noise."),
        ("code", "tree.prune(0.01)"),
        ("markdown", "How deep is a stump?\n\nOne level."),
        (
            "markdown",
            "What is a leaf?\n* the end of a path\n\nWhat does it predict?\n* the mean of its examples",
        ),
    ]);
    let told = placed(&text);
    let questions: Vec<&str> = told.iter().map(|(question, ..)| question.as_str()).collect();
    let expected = [
        "What does a split maximise?",
        "Why prune a tree?",
        "How deep is a stump?",
        "What is a leaf?",
        "What does it predict?",
    ];
    assert_eq!(questions, expected);
    for (question, line, _) in &told {
        assert!(line.starts_with(&format!("\"{question}")), "{question} on {line}");
    }
    let ends: Vec<&str> = told.iter().map(|(.., end)| end.as_deref().unwrap_or_default()).collect();
    let answers = [
        "\"- over all features\"",
        "\"tree.prune(0.01)\"",
        "\"One level.\"",
        "\"* the end of a path\\n\",",
        "\"* the mean of its examples\"",
    ];
    assert_eq!(ends, answers);
}

#[test]
fn a_course_in_a_notebook_gives_no_card_of_its_paragraphs() {
    let text = notebook(&[
        ("markdown", "# Fitting a line"),
        ("markdown", "We load the points first.\nThen we plot them."),
        ("code", "plot(points)"),
        ("markdown", "What do we see?"),
        ("markdown", "The points rise from left to right."),
        ("markdown", "Now the slope:\n- it is a ratio"),
        ("code", "slope(points)"),
    ]);
    assert_eq!(placed(&text), []);
}

#[test]
fn lines_of_saved_pages_and_org_notes_are_those_of_their_files() {
    let page = "<!doctype html>\n<html><body>\n<h2>What is a <i>token</i>?</h2>\n\n<p>A piece of a word.</p>\n\
                <h2>What is a merge?</h2>\n<p>Two tokens that became one.</p>\n</body></html>\n";
    let org = "* Words\n** What is a stem?\n   What is left of a word.\n** What is a lemma?\n   Its form in a lexicon.\n\
               ** What is a morpheme?\n   A part that means something.\n";
    for (text, lines) in [(page, vec![3, 6]), (org, vec![2, 4, 6])] {
        let notes = import::read(text.as_bytes(), None, None, None);
        let places = import::FileLines::of(text.as_bytes());
        let found: Vec<usize> =
            notes.cards.iter().map(|card| places.of_line(card.faces[0].source.question_line)).collect();
        assert_eq!(found, lines, "{text}");
    }
}

#[test]
fn check_reads_standard_input() {
    let home = Home::new();
    let check = |arguments: &[&str], input: &[u8]| {
        let output = fed(program(home.path("data")).arg("check").args(arguments), input);
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let notes = "1. What is a?\nx\n2. What is b?\ny\n3. What is c?\nz\n";
    let (code, told, _) = check(&["-"], notes.as_bytes());
    assert_eq!(code, Some(0));
    assert!(told.starts_with("-: 3 cards, UTF-8, numbered"), "{told}");
    let file = home.write("own.md", "1. What is d?\nw\n2. What is e?\nv\n");
    let (_, told, _) = check(&["--json", "-", &file], &sample("notebook.ipynb"));
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&told[0]["encoding"], &told[0]["file"]), (&"Jupyter notebook".into(), &"-".into()));
    // Its lines are those of the notebook, not of the Markdown that was made of it.
    let notebook = String::from_utf8(sample("notebook.ipynb")).unwrap();
    for card in told[0]["cards"].as_array().unwrap() {
        let line = card["question_line"].as_u64().unwrap() as usize;
        let text = notebook.lines().nth(line - 1).unwrap();
        assert!(text.contains(card["question"].as_str().unwrap()), "line {line}: {text}");
    }
    assert_eq!(told[1]["cards"].as_array().unwrap().len(), 2);
    let (code, told, _) = check(&["-"], b"%PDF-1.4");
    assert_eq!(code, Some(1));
    assert!(told.contains("pdftotext"), "{told}");
}

/// An archive of these files.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let document =
        format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())])
}

#[test]
fn word_documents_give_text_lists_tables_code_formulas_and_pictures() {
    let bytes = sample("pandoc.docx");
    assert_cards(
        &bytes,
        "Word document",
        &[
            (
                "What is *dropout*?",
                "Units are **switched off** with $p<1$ and `code`; see [a page](https://example.org/a).\n\n\
                 - first\n  1. inner one\n  2. inner two\n- second\n\n\
                 $$\\frac{a_{i}^{2}}{\\sqrt{b+1}} =\\sum_{i=1}^{n} x_{i} \\leq \\alpha$$",
            ),
            (
                "Which loss is used?",
                "| name | formula |\n|---|---|\n| CE | $-\\log p$ |\n| MSE | $(y-\\hat{y} )^{2}$ |\n\n\
                 ![the curve](rId11.png)\n\nthe curve",
            ),
            (
                "How is it coded?",
                "```\nx = a < b\n# no heading\n```\n>\n> a quote\n\n\
                 $\\begin{pmatrix}a & b \\\\ c & d\\end{pmatrix} \\mathbf{x} =\\int_{0}^{1} f (x) dx$",
            ),
        ],
    );
    let picture = FilePictures::of(&bytes).get("rId11.png", 1 << 20).unwrap().unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    assert_cards(
        &sample("python.docx"),
        "Word document",
        &[
            ("什么是池化？", "降低分辨率，**保留**特征。\n\n- 最大值\n  - 窗口\n- 平均值"),
            ("为什么用卷积？", "1. 共享参数\n2. 局部连接\n\n![](image1.png)"),
            ("两种池化有什么不同？", "| 池化 | 取 |\n|---|---|\n| 最大 | max |"),
        ],
    );
    let typed = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let lines = [
        "1. What is a gate?",
        "A factor.",
        "2. What is a &lt;CLS&gt;?",
        "A token.",
        "3. Why \\(x\\)?",
        "Text.",
    ];
    let (_, found) = cards(&document(&lines.map(typed).concat()));
    let first = (found[0].0.as_str(), found[0].1.as_str());
    assert_eq!((found.len(), first), (3, ("What is a gate?", "A factor.")));
}

#[test]
fn pages_of_pandoc_keep_their_formulas() {
    let (format, found) = cards(&sample("pandoc.html"));
    assert_eq!((format, found.len()), ("HTML page", 3));
    assert!(
        found[0].1.contains("$$\\frac{a_i^2}{\\sqrt{b+1}} = \\sum_{i=1}^{n} x_i \\le \\alpha$$"),
        "{}",
        found[0].1
    );
    assert!(
        found[1].1.contains("| MSE | $(y-\\hat y)^2$ |") && found[1].1.contains("![the curve](curve.png)")
    );
    assert!(found[2].1.contains("x = a < b\n# no heading\n```"), "{}", found[2].1);
}

/// A deck as Mochi writes it: keys are keywords, and a deck's cards a list.
const MOCHI: &str = r##"{"~:version":2,"~:decks":[{"~:id":"~:d1","~:name":"Attention","~:cards":{"~#list":[
{"~:id":"~:c1","~:content":"What is **softmax**?\n---\nA distribution: $p_i$.\n\n![](@media/curve.png)","~:deck-id":"~:d1"},
{"~:id":"~:c2","~:content":"A query meets {{1::keys}} and gathers {{2::values}}."},
{"~:id":"~:c3","~:content":"","~:fields":{"~:name":{"~:value":"Why scale?"},"~:b":{"~:value":"Large products saturate."}}},
{"~:id":"~:c4","~:content":"Gone?\n---\nyes","~:trashed?":{"~#dt":1}}]}}]}"##;

#[test]
fn mochi_gives_its_cards_with_pictures_and_holes() {
    let bytes = zipped(&[("data.json", MOCHI.as_bytes()), ("curve.png", b"\x89PNG\r\n\x1a\n")]);
    assert_cards(
        &bytes,
        "Mochi export",
        &[
            ("What is **softmax**?", "A distribution: $p_i$.\n\n![](curve.png)"),
            ("A query meets […] and gathers values.", "A query meets **keys** and gathers **values**."),
            ("A query meets keys and gathers […].", "A query meets **keys** and gathers **values**."),
            ("Why scale?", "Large products saturate."),
        ],
    );
    assert!(FilePictures::of(&bytes).get("curve.png", 100).unwrap().is_ok());
    let notes = import::read(&bytes, None, None, None);
    assert_eq!(notes.cards[0].id.as_str(), "mochi-c1");
    assert!(refusal(&zipped(&[("data.json", b"{\"decks\": [")])).0.contains("cannot be read"));
    assert!(refusal(&zipped(&[("data.edn", b"{}")])).0.contains("old form"));
}

#[test]
fn archives_are_known_by_what_is_in_them() {
    for (file, format, way) in [
        ("META-INF/container.xml", "an EPUB book", "pandoc -f epub"),
        ("xl/workbook.xml", "an Excel", "CSV"),
        ("ppt/presentation.xml", "PowerPoint", "outline"),
        ("content.xml", "OpenDocument", "pandoc -f odt"),
        ("a/notes.md", "ZIP archive", "unzip"),
    ] {
        let (message, help) = refusal(&zipped(&[(file, b"<x/>")]));
        assert!(message.contains(format) && help.contains(way), "{message}; {help}");
    }
}

#[test]
#[cfg(feature = "anki")]
fn a_package_under_another_name_is_one() {
    let home = Home::new();
    let package = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/latest.apkg")).unwrap();
    let file = home.write("backup.zip", package);
    let told = home.json(&["import", "--json", &file]);
    assert!(told[0]["cards"].as_array().unwrap().len() > 4, "{told:#}");
    assert!(!told[0]["history"].is_null());
}

#[test]
fn hostile_documents_end_in_words() {
    let whole = sample("pandoc.docx");
    for end in [10, whole.len() / 3, whole.len() - 10] {
        assert!(refusal(&whole[..end]).0.contains("cannot be read"));
    }
    let bomb = vec![b' '; 100 << 20];
    assert!(refusal(&zipped(&[("word/document.xml", &bomb)])).0.contains("larger than 64 MB"));
    for (body, why) in [
        ("<w:p>".repeat(100_000), "nested deeper"),
        ("</w:body>".to_owned(), "cannot be read"),
        ("<w:p><w:r>".to_owned(), "cannot be read"),
    ] {
        let (message, _) = refusal(&document(&body));
        assert!(message.contains(why), "{message}");
    }
    // Entities are not expanded.
    let lol = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>1. &b;</w:t></w:r></w:p></w:body></w:document>";
    refusal(&zipped(&[("word/document.xml", lol.as_bytes())]));
    let wide = format!(
        "<w:tbl><w:tr>{}</w:tr>{}</w:tbl>",
        "<w:tc/>".repeat(3_000),
        "<w:tr><w:tc/></w:tr>".repeat(3_000)
    );
    import::read(&document(&wide), None, None, None);
}

#[test]
fn org_notes_give_headings_code_tables_and_pictures() {
    let notes = "#+TITLE: Networks\n#+STARTUP: overview\n\n* Training\n** TODO [#A] What is /dropout/?  :net:exam:\n   :PROPERTIES:\n   \
                 :ID: x-1\n   :END:\nUnits are *switched off* with \\(p < 1\\) and =code=.\n# a comment\n** Which loss is used?\n\
                 SCHEDULED: <2026-11-01>\n#+begin_src python\nx = a * b\n,* no heading\n#+end_src\n| a | b |\n|---+---|\n| 1 | 2 |\n\
                 ** How does it look?\n[[file:img/curve one.png]]\n- term :: what it means, see [[https://example.org/a][a page]]\n\
                 #+begin_quote\na quote\n#+end_quote\n";
    assert_cards(
        notes.as_bytes(),
        "Org notes",
        &[
            ("What is *dropout*?", "Units are **switched off** with $p < 1$ and `code`."),
            (
                "Which loss is used?",
                "```python\nx = a * b\n* no heading\n```\n| a | b |\n|---|---|\n| 1 | 2 |",
            ),
            (
                "How does it look?",
                "![](img/curve%20one.png)\n- **term**: what it means, see [a page](https://example.org/a)\n> a quote",
            ),
        ],
    );
    // Bullets of Markdown are no headings of Org.
    for text in ["* a\n* b\n", "# T\n\n```org\n* a\n#+begin_src x\n```\n", "## T\n\n* a\n\n#+title: x\n"] {
        assert_eq!(converted(text.as_bytes()), None, "{text}");
    }
}

#[test]
fn notes_of_anki_in_json_are_those_of_its_packages() {
    let deck = sample("crowdanki/deck.json");
    assert_cards(
        &deck,
        "CrowdAnki deck",
        &[
            (
                "What does **softmax** give?",
                "A distribution: $p_i = e^{x_i} / \\sum_j e^{x_j}$.\n![](media/heads.png)",
            ),
            ("Query", "What a position looks for"),
            ("What a position looks for", "Query"),
            (
                "Scores are divided by […] before softmax.",
                "Scores are divided by **$\\sqrt{d_k}$** before softmax.",
            ),
            (
                "Scores are divided by $\\sqrt{d_k}$ before [which function?].",
                "Scores are divided by $\\sqrt{d_k}$ before **softmax**.",
            ),
        ],
    );
    let notes = import::read(&deck, None, None, None);
    assert_eq!(notes.title.as_deref(), Some("Deep learning"));
    assert_eq!(notes.cards[0].faces[0].topic[..], ["Attention".to_owned(), "attention".to_owned()]);
    // What a package of the same notes calls its cards.
    assert!(notes.cards[2].id.as_str().starts_with("anki-") && notes.cards[2].id.as_str().ends_with("-2"));
    let (format, listed) = cards(&sample("notes-info.json"));
    assert_eq!((format, listed.len()), ("Anki notes (JSON)", 4));
    assert_eq!(listed[2].0, "Scores are divided by […] before softmax.");
    // Pictures stand in the folder beside the deck.
    let home = Home::new();
    fs::create_dir_all(home.path("crowd/media")).unwrap();
    fs::write(home.path("crowd/media/heads.png"), sample("crowdanki/media/heads.png")).unwrap();
    let file = home.write("crowd/deck.json", deck);
    let told = home.json(&["import", "--json", &file]);
    assert_eq!(told[0]["images"].as_array().unwrap().len(), 1, "{told:#}");
}

#[test]
fn json_gives_its_cards_under_any_usual_names() {
    assert_cards(
        &sample("choices.json"),
        "JSON deck",
        &[
            (
                "Which layer shares its weights?\n\nA. Dense\nB. Convolution\nC. Dropout",
                "B. Convolution\n\nOne kernel passes over the whole map.",
            ),
            (
                "哪种激活函数会饱和？\n\nA. ReLU\nB. Sigmoid",
                "B. Sigmoid\n\n两端导数接近 0：$\\sigma'(x) \\to 0$",
            ),
        ],
    );
    let notes = import::read(&sample("choices.json"), None, None, None);
    assert!(
        notes
            .diagnostics
            .iter()
            .any(|told| told.message.to_string() == "fields that are not shown: difficulty")
    );
    for (json, expected) in [
        (r#"[{"question":"What is a?","answer":"x"}]"#, &[("What is a?", "x")][..]),
        (
            r#"{"front":"Pooling","back":"It <b>shrinks</b>.<br>Always."}"#,
            &[("Pooling", "It **shrinks**.\nAlways.")],
        ),
        ("{\"q\":\"a\",\"a\":\"x\"}\n{\"q\":\"b\",\"a\":\"y\"}\n", &[("a", "x"), ("b", "y")]),
        (
            r#"[{"问题":"什么是池化？","答案":["取最大","取平均"]}]"#,
            &[("什么是池化？", "- 取最大\n- 取平均")],
        ),
        (
            r#"{"What is a?":"x","What is b?":"y","Why c?":"z"}"#,
            &[("What is a?", "x"), ("What is b?", "y"), ("Why c?", "z")],
        ),
        (
            r#"[["What is a?","x"],["What is b?","y"],["Why c?","z"]]"#,
            &[("What is a?", "x"), ("What is b?", "y"), ("Why c?", "z")],
        ),
        (
            r#"{"results":[{"category":"CNN","question":"Is &quot;same&quot; padded?","correct_answer":"yes","incorrect_answers":["no","at times"]}]}"#,
            &[("Is \"same\" padded?\n\nA. at times\nB. no\nC. yes", "C. yes")],
        ),
        (
            r#"[{"question":"Which?","choices":[{"text":"one","isCorrect":false},{"text":"two","isCorrect":true}]}]"#,
            &[("Which?\n\nA. one\nB. two", "B. two")],
        ),
        (
            r#"[{"题目":"多选？","A":"甲","B":"乙","C":"丙","答案":"AC","解析":"都对"}]"#,
            &[("多选？\n\nA. 甲\nB. 乙\nC. 丙", "A. 甲\nC. 丙\n\n都对")],
        ),
        (
            r#"{"data":[{"title":"t","paragraphs":[{"context":"c","qas":[{"question":"Where?","id":"1","answers":[{"text":"here","answer_start":3}]}]}]}]}"#,
            &[("Where?", "here")],
        ),
        // A question without an answer stays one, and an answer may have parts with names.
        (
            r#"[{"question":"What is PPO?","answer":null},{"question":"What is KTO?","answer":"prospect"},{"question":"What is GRPO?"},{"question":"What is ORPO?","answer":{"short":"odds","long":"odds ratio"}}]"#,
            &[
                ("What is PPO?", ""),
                ("What is KTO?", "prospect"),
                ("What is GRPO?", ""),
                ("What is ORPO?", "- **long**: odds ratio\n- **short**: odds"),
            ],
        ),
    ] {
        let (format, found) = cards(json.as_bytes());
        let found: Vec<(&str, &str)> = found.iter().map(|(one, two)| (one.as_str(), two.as_str())).collect();
        assert_eq!((format, &found[..]), ("JSON deck", expected), "{json}");
    }
    // Settings and data are no cards.
    for other in [
        r#"{"name":"pkg","description":"a tool","scripts":{"test":"x"}}"#,
        r#"[{"name":"a","description":"b"},{"name":"c","description":"d"}]"#,
        r#"[{"id":1,"title":"Fix it","body":"now"}]"#,
        r#"[[1,2],[3,4]]"#,
    ] {
        refusal(other.as_bytes());
    }
}

#[test]
fn cards_in_front_matter_come_before_those_of_the_text() {
    assert_cards(
        &sample("front-matter.md"),
        "YAML deck",
        &[
            ("What is a learning rate?", "The length of a step: $w - \\eta g$."),
            ("Which schedules are usual?", "- cosine\n- step: 0.1 every 30\n\n![the rate](rate.png)"),
            ("Is this: a \"colon\"?", "yes: it is"),
            ("What does momentum add?", "A running mean of gradients:\n\n$$v_t = \\beta v_{t-1} + g_t$$"),
            ("Why is Adam scaled?", "By $\\sqrt{\\hat v}$."),
            ("When is SGD better?", "Often for vision."),
        ],
    );
    let lone = "flashcards:\n  - front: 池化\n    back: |\n      降低分辨率\n      保留特征\n  - {front: b, back: y}\n";
    assert_cards(lone.as_bytes(), "YAML deck", &[("池化", "降低分辨率\n保留特征"), ("b", "y")]);
    // Front matter without cards, and notes that look like YAML, are what they were.
    for text in [
        "---\ntitle: x\nquestions: 3\n---\n\n1. What is a?\nx\n2. What is b?\ny\n",
        "- Q: What is a?\n  A: x\n- Q: What is b?\n  A: y\n",
        "Q: What is a?\nA: x\n\nQ: What is b?\nA: y\n",
        "---\ncard_id: null\n---\nWhat?\n---\nx\n---\ncard_id: null\n---\nWhy?\n---\ny\n",
    ] {
        assert_eq!(converted(text.as_bytes()), None, "{text}");
    }
    // Aliases grow nothing, and depth ends.
    let bomb = format!(
        "---\na: &a [x,x,x,x,x,x,x,x,x]\n{}question: 1\nanswer: 2\n---\n\n1. What is a?\nx\n2. What is b?\ny\n",
        (b'b'..=b'z')
            .map(|key| format!(
                "{0}: &{0} [*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1},*{1}]\n",
                key as char,
                (key - 1) as char
            ))
            .collect::<String>()
    );
    import::read(bomb.as_bytes(), None, None, None);
    let deep = format!(
        "---\nquestion: a\nanswer: {}\n---\n\n1. What is a?\nx\n2. What is b?\ny\n",
        "[".repeat(100_000)
    );
    assert_eq!(cards(deep.as_bytes()).1.len(), 2);
}

#[test]
fn exports_of_notion_give_pages_databases_and_pictures() {
    let id = |name: &str| format!("{name} 0123456789abcdef0123456789abcdef");
    let root = id("Interview");
    let page = "# Interview\n\n- What is a toggle?\n    \n    Folded text.\n    \n- Why fold?\n    \n    - to hide $x$\n- Which picture?\n    \n    ![a](CNN%20notes/p%201.png)\n";
    let cnn = "# CNN notes\n\n## What is pooling?\n\n    It shrinks.\n\n## What is stride?\n\nA step.\n\n## Why padding?\n\nEdges.\n\n![b](CNN%20notes/q.png)\n";
    let csv = "\u{feff}Name,Tags,Created\nWhat is BERT?,nlp,1\n\"Why, though?\",nlp,2\nHow big is it?,,3\n";
    let bert = "# What is BERT?\n\nTags: nlp\nCreated: 1\n\nAn **encoder**.\n\n- masked\n";
    let words = "Term,Definition,Level\nLogit,Before softmax,1\nEpoch,All data once,2\n";
    let png = b"\x89PNG\r\n\x1a\nxx";
    let inner = zipped(&[
        (&format!("{root}.md"), page.as_bytes()),
        (&format!("Interview/{}.md", id("CNN notes")), cnn.as_bytes()),
        ("CNN notes/p 1.png", png),
        ("Interview/CNN notes/q.png", png),
        (&format!("Interview/{}.csv", id("Models")), b"Name\nonly the view\n"),
        (&format!("Interview/{}_all.csv", id("Models")), csv.as_bytes()),
        (&format!("Interview/Models/{}.md", id("What is BERT")), bert.as_bytes()),
        (&format!("Interview/{}.csv", id("Words")), words.as_bytes()),
    ]);
    let bytes = zipped(&[("ExportBlock-1-Part-1.zip", &inner)]);
    assert_cards(
        &bytes,
        "Notion export",
        &[
            ("What is a toggle?", "Folded text."),
            ("Why fold?", "- to hide $x$"),
            ("Which picture?", "![a](CNN%20notes/p%201.png)"),
            ("What is pooling?", "It shrinks."),
            ("What is stride?", "A step."),
            ("Why padding?", "Edges.\n\n![b](Interview/CNN%20notes/q.png)"),
            ("What is BERT?", "An **encoder**.\n\n- masked"),
            ("Why, though?", ""),
            ("How big is it?", ""),
            ("Logit", "Before softmax"),
            ("Epoch", "All data once"),
        ],
    );
    let pictures = FilePictures::of(&bytes);
    assert!(pictures.get("CNN notes/p 1.png", 100).unwrap().unwrap().starts_with(b"\x89PNG"));
    assert!(pictures.get("Interview/CNN notes/q.png", 100).unwrap().is_ok());
    let notes = import::read(&bytes, None, None, None);
    let told: Vec<String> = notes.diagnostics.iter().map(|told| told.message.to_string()).collect();
    assert!(told.contains(&"Words: columns that are not shown: Level".to_owned()), "{told:?}");
    // Without questions, and with a bomb inside, it ends in words.
    let (message, help) = refusal(&zipped(&[(&format!("{root}.md"), b"# Diary\n\nToday.\n")]));
    assert!(message.contains("no questions found") && help.contains("unzip"), "{message}; {help}");
    let bomb = zipped(&[("x.md", &vec![b' '; 70 << 20])]);
    assert!(refusal(&zipped(&[("ExportBlock-1-Part-1.zip", &bomb)])).0.contains("larger than 64 MB"));
    let parts: Vec<(String, Vec<u8>)> =
        (0..30).map(|part| (format!("ExportBlock-1-Part-{part}.zip"), zipped(&[("a", b"")]))).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    assert!(refusal(&zipped(&parts)).0.contains("more than 16 archives"));
}

#[test]
fn hostile_json_ends_in_words() {
    for deep in ["[{\"a\":", "{\"question\":[", "[["] {
        let text = deep.repeat(200_000 / deep.len());
        assert!(
            refusal(format!("[{{\"question\":\"x\",\"answer\":{text}").as_bytes())
                .0
                .contains("cannot be read")
        );
    }
    let wide = format!("[{}{{\"question\":\"a\",\"answer\":\"b\"}}]", "{\"x\":1},".repeat(100_000));
    assert_eq!(cards(wide.as_bytes()).1.len(), 1);
    let long = format!("[{}{{}}]", "{\"question\":\"a\",\"answer\":\"b\"},".repeat(600_000));
    assert!(refusal(long.as_bytes()).0.contains("larger than 16 MB"));
    let odd = r#"{"__type__":"Deck","name":7,"children":{"a":1},"notes":[{"fields":7},{"fields":["{{c1::a}}"],"note_model_uuid":"x"}],"note_models":[{"flds":"x","tmpls":[1]}]}"#;
    refusal(odd.as_bytes());
    let nested = "{\"__type__\":\"Deck\",\"children\":[".repeat(60) + &"]}".repeat(60);
    refusal(nested.as_bytes());
}

#[test]
fn logseq_and_remnote_are_read_where_they_stand() {
    let notes = "- A {{cloze kernel}} has {{cloze $k^2$ \\\\ how many?}} weights #card\n  card-ease:: 2.5\n  - nested words\n- Pooling #card\n  - takes the {{cloze largest}}\n- What is stride? #card\n  - a step\n";
    let (format, found) = cards(notes.as_bytes());
    let expected = [
        ("A […] has [how many?] weights", "A **kernel** has $k^2$ weights\n\n- nested words"),
        ("Pooling", "- takes the **largest**"),
        ("What is stride?", "- a step"),
    ];
    let found: Vec<(&str, String)> =
        found.iter().map(|(one, two)| (one.as_str(), two.replace("\n  -", "\n-"))).collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(one, two)| (*one, two.trim())).collect();
    assert_eq!((format, &found[..]), ("UTF-8", &expected[..]));
    assert_eq!(converted(notes.as_bytes()), None);
    let one = "- Only one #card\n  - its answer\n- a note\n";
    assert_eq!(cards(one.as_bytes()).1, [("Only one".to_owned(), "  - its answer".to_owned())]);
}

#[test]
fn importing_standard_input_makes_a_copy_that_is_known_again() {
    let home = Home::new();
    let import = |arguments: &[&str], input: &[u8]| -> serde_json::Value {
        let output = fed(program(home.path("data")).args(["import", "--json", "-"]).args(arguments), input);
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let notes = "# Gates\n\n1. What is a gate?\nx\n2. What is b?\ny\n3. What is c?\nz\n";
    let told = import(&[], notes.as_bytes());
    assert_eq!((&told[0]["action"], &told[0]["how"]), (&"added".into(), &"copy".into()), "{told:#}");
    assert_eq!((&told[0]["deck"], &told[0]["file"]), (&"gates".into(), &"-".into()));
    assert_eq!(import(&[], notes.as_bytes())[0]["action"], "unchanged");
    let more = format!("{notes}4. What is d?\nw\n");
    assert_eq!(import(&[], more.as_bytes())[0]["action"], "updated");
    assert_eq!(home.json(&["cards", "--deck", "gates", "--json"]).as_array().unwrap().len(), 4);
    // Another name is another deck; another program's format becomes Markdown.
    let told = import(&["--deck", "Layers"], &sample("choices.json"));
    assert_eq!((&told[0]["deck"], &told[0]["encoding"]), (&"layers".into(), &"JSON deck".into()));
    let copies: Vec<_> = walk(&home.path("data/decks"));
    let copy = copies.iter().find(|path| path.to_string_lossy().contains("layers")).expect("there is a copy");
    assert!(fs::read_to_string(copy).unwrap().starts_with("<!-- backprop deck -->"));
    // Reading everything again leaves them.
    home.run(&["import", "--yes"]);
    assert_eq!(home.json(&["cards", "--deck", "gates", "--json"]).as_array().unwrap().len(), 4);
    assert_eq!(import(&[], b"no questions here")[0]["action"], "skipped");
}

/// All files below a folder.
fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walk(&path)) } else { files.push(path) }
    }
    files
}

/// Rows: a table with a column of marks beside its answers, some letters of which stand in the answers too.
#[test]
fn a_column_that_is_not_shown_is_said_once() {
    for (head, marks) in [("seen?", ["x", "", "x"]), ("done", ["ok", "no", "ok"]), ("状态", ["会", "", "会"])]
    {
        let row = |(at, mark): (usize, &str)| {
            format!("| {} | What is matrix {at}? | an ok box, no exit 不会消失 | {mark} |\n", at + 1)
        };
        let rows: String = marks.into_iter().enumerate().map(row).collect();
        let notes = format!("| # | Q | my answer | {head} |\n|---|---|---|---|\n{rows}");
        let read = import::read(notes.as_bytes(), None, None, None);
        assert_eq!(read.cards.len(), 3, "{notes}");
        let told: Vec<String> = read.diagnostics.iter().map(|told| told.message.to_string()).collect();
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains(head), "{told:?}");
    }
}
