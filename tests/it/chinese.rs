//! With a Chinese locale the program speaks Chinese: screens, help, errors, reports and exports. JSON, the statistics
//! as CSV, code, commands, keys and names stay as they are.

use crate::harness::home::{Home, text};
use crate::stories::{SCREENS, written_interview};
use std::process::{Command, Output, Stdio};

const NOTES: &str = "# 卷积\n\n1. 什么是池化？\n\n- 降低分辨率\n- 对小的平移不敏感\n\n2. 为什么用激活函数？\n\n引入非线性。\n\n4. 有哪些优化器？\n\n4. 有哪些优化器？\n";

/// The commands there are.
const COMMANDS: [&str; 23] = [
    "study",
    "interview",
    "import",
    "remove",
    "check",
    "cards",
    "next",
    "plan",
    "grade",
    "answer",
    "undo",
    "asked",
    "note",
    "stats",
    "export",
    "tune",
    "merge",
    "sync",
    "doctor",
    "completions",
    "man",
    "licences",
    "help",
];

fn run(home: &Home, setting: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_backprop"));
    command.args(arguments).env_clear().envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
    command.env("HOME", home.path("home")).env("BACKPROP_DATA_DIR", home.path("data"));
    command.env("BACKPROP_NOW", "2026-11-22T10:00:00Z").env("TZ", "UTC").env("TERM", "xterm");
    command.envs(setting.iter().copied()).stdin(Stdio::null()).output().unwrap()
}

/// What is left of a line without code and commands.
fn prose(line: &str) -> String {
    let outside: String = line.split('`').step_by(2).collect::<Vec<_>>().join("` `");
    let mut words = Vec::new();
    let mut is_command = false;
    for word in outside.split(' ') {
        // A command runs up to the next word of the reader's language.
        is_command = word == "backprop" || (is_command && word.is_ascii());
        words.push(if is_command { "" } else { word });
    }
    words.join(" ")
}

/// Names of keys, which help and bars show beside each other.
const KEYS: [&str; 9] = ["Space", "Enter", "Home", "End", "Esc", "Backspace", "Tab", "PgDn", "PgUp"];

/// Runs of three English words in a row.
fn english(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut fence, mut is_style) = (None, false);
    for line in text.lines() {
        let ticks = line.trim_start().bytes().take_while(|byte| *byte == b'`').count();
        if ticks >= 3 {
            // A longer fence holds shorter ones.
            fence = match fence {
                None => Some(ticks),
                Some(open) if ticks >= open => None,
                open => open,
            };
            continue;
        }
        is_style = (is_style || line.contains("<style>")) && !line.contains("</style>");
        if fence.is_some() || is_style {
            continue;
        }
        // Letters of another script end a word.
        let spaced = |letter: char| if letter.is_ascii() { letter.to_string() } else { " \0 ".to_owned() };
        let prose: String = prose(line).chars().map(spaced).collect();
        let mut run: Vec<&str> = Vec::new();
        for word in prose.split(' ').chain([""]) {
            let bare = word.trim_matches(|letter: char| matches!(letter, '(' | ')' | '"' | '\'' | '*'));
            let ends = bare.ends_with([',', '.', ';', ':', '?', '!']);
            let bare = bare.trim_end_matches([',', '.', ';', ':', '?', '!']);
            let is_word = !bare.is_empty() && bare.chars().all(|letter| letter.is_ascii_alphabetic());
            let is_word = is_word && !KEYS.contains(&bare);
            if is_word {
                run.push(bare);
            }
            if !is_word || ends {
                if run.len() >= 3 {
                    found.push(format!("{} in: {line}", run.join(" ")));
                }
                run.clear();
            }
        }
    }
    found
}

fn check(home: &Home, setting: &[(&str, &str)], arguments: &[&str], wrong: &mut Vec<String>) -> Output {
    let output = run(home, setting, arguments);
    for said in [&output.stdout, &output.stderr] {
        for found in english(&text(said)) {
            wrong.push(format!("{}: {found}", arguments.join(" ")));
        }
    }
    output
}

const LOCALE: &[(&str, &str)] = &[("LANG", "zh_CN.UTF-8")];

/// A home with notes of its own and some history.
fn home() -> (Home, String) {
    let home = Home::new();
    let notes = home.write("notes.md", NOTES);
    assert!(run(&home, LOCALE, &["import", &notes, "--yes"]).status.success());
    let cards = run(&home, LOCALE, &["cards", "--deck", "notes", "--json"]);
    let cards: serde_json::Value = serde_json::from_slice(&cards.stdout).unwrap();
    let card = cards[0]["id"].as_str().unwrap().to_owned();
    assert!(run(&home, LOCALE, &["grade", &card, "good"]).status.success());
    (home, card)
}

#[test]
fn every_page_of_help_is_chinese() {
    let home = Home::new();
    let mut wrong = Vec::new();
    for setting in [LOCALE, &[("LC_ALL", "C")]] {
        let lang: &[&str] = if setting == LOCALE { &[] } else { &["--lang", "zh"] };
        for command in COMMANDS {
            for flag in ["--help", "-h"] {
                let arguments = [lang, &[command, flag]].concat();
                let output = check(&home, setting, &arguments, &mut wrong);
                assert!(output.status.success(), "{command}");
                let page = text(&output.stdout);
                assert!(page.contains("用法：") && page.contains("选项："), "{page}");
                // What stands for a value has a Chinese name; letters such as `N` are none.
                for value in page.split(['<', '[']).skip(1).filter_map(|rest| rest.split(['>', ']']).next()) {
                    let words = value.split(|letter: char| !letter.is_ascii_uppercase());
                    assert!(words.clone().all(|word| word.len() < 3), "{command}: {value}");
                    assert!(!value.contains(" or "), "{command}: {value}");
                }
            }
        }
        check(&home, setting, &[lang, &["--help"]].concat(), &mut wrong);
        check(&home, setting, &[lang, &["help"]].concat(), &mut wrong);
        check(&home, setting, &[lang, &["help", "study"]].concat(), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn wrong_command_lines_are_answered_in_chinese() {
    let (home, card) = home();
    let (bad, nothing) = (home.write("bad.bin", [0u8, 1, 2, 255]), home.write("nothing.md", "一段话。\n"));
    let missing = home.name("missing.md");
    let (pdf, zip) = (home.write("a.pdf", b"%PDF-1.7\n"), home.write("a.zip", b"PK\x03\x04 broken"));
    let (latex, json) = (home.write("a.tex", "\\documentclass{x}\n"), home.write("a.json", "{\"a\": \"b\"}"));
    let mut wrong = Vec::new();
    for (code, arguments) in [
        (2, &["--wat"][..]),
        (2, &["studie"]),
        (2, &["check"]),
        (2, &["check", "--style"]),
        (2, &["grade", &card, "great"]),
        (2, &["interview", "--questions", "0"]),
        (2, &["interview", "--questions", "x"]),
        (2, &["plan", "--clear", "--minutes", "30"]),
        (2, &["plan", "--json", "--json"]),
        (2, &["import", "--accept", "--decline"]),
        (2, &["answer", &card, "--grade", "good"]),
        (2, &["export", "cake"]),
        (2, &["--lang", "fr"]),
        (1, &["check", &missing]),
        (1, &["check", &bad]),
        (1, &["check", &nothing]),
        (1, &["check", &nothing, "--style", "cake"]),
        (1, &["check", &pdf]),
        (1, &["check", &zip]),
        (1, &["check", &latex]),
        (1, &["check", &json]),
        (1, &["import", &pdf, "--yes"]),
        (1, &["check", "/"]),
        (1, &["import", &missing, "--yes"]),
        (1, &["import", &nothing, "--yes"]),
        (1, &["study"]),
        (1, &["interview"]),
        (1, &["cards", "--at", "soon"]),
        (1, &["cards", "--deck", "cake"]),
        (1, &["grade", "cake", "good"]),
        (1, &["note", "cake"]),
        (1, &["remove", "cake"]),
        (1, &["plan", "--date", "soon"]),
        (1, &["plan", "--date", "2020-01-01"]),
        (1, &["plan", "--minutes", "30"]),
        (1, &["plan", "--weight", "cake"]),
        (1, &["plan", "--date", "2026-12-05", "--weight", "cake=2"]),
        (1, &["plan", "--simulate"]),
        (1, &["tune"]),
        (1, &["tune", "--revert"]),
        (1, &["merge", &missing]),
        (1, &["import", "--undo", "cake"]),
        (1, &["export", "deck", "--format", "cake"]),
        (1, &["help", "cake"]),
        (1, &["man", "cake"]),
        (1, &["man", "--manual", "cake"]),
        (1, &["asked", "--from", &nothing]),
        (1, &["answer", &card, &missing]),
    ] {
        let output = check(&home, LOCALE, arguments, &mut wrong);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", text(&output.stderr));
        assert!(!text(&output.stderr).contains("error:"), "{arguments:?}: {}", text(&output.stderr));
    }
    let early = [("LANG", "zh_CN.UTF-8"), ("BACKPROP_NOW", "2020-01-01T00:00:00Z")];
    check(&home, &early, &["grade", &card, "good"], &mut wrong);
    check(&home, &early, &["cards", "--deck", "notes"], &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reports_and_exports_are_chinese() {
    let (home, card) = home();
    let (notes, answer) = (home.name("notes.md"), home.write("answer.txt", "池化降低分辨率。\n"));
    let report = home
        .write("report.md", "# 某公司一面\n\n1. 什么是池化？\n2. 讲讲注意力机制？\n3. 有哪些正则化方法？\n");
    #[cfg(feature = "anki")]
    let package = home.name("deck.apkg");
    let other = home.write("other.md", NOTES.replace("引入非线性", "非线性"));
    let mut wrong = Vec::new();
    for arguments in [
        &["check", &notes][..],
        &["check", &other, &notes],
        &["import", &notes, "--dry-run"],
        &["import", &other, "--yes", "--copy"],
        &["import"],
        &["cards", "--deck", "notes"],
        &["next", "notes"],
        &["grade", &card, "easy"],
        &["answer", &card, &answer],
        &["note", &card],
        &["note", &card, "我的笔记"],
        &["note", &card],
        &["note", &card, ""],
        &["asked", &card, "good"],
        &["asked", "--from", &report, "--dry-run"],
        &["asked", "--from", &report],
        &["plan"],
        &["plan", "--date", "2026-12-05", "--minutes", "30"],
        &["plan", "notes"],
        &["plan", "notes", "--sheet"],
        &["plan", "--clear"],
        &["stats", "notes"],
        &["export", "stats", "notes"],
        &["export", "stats", "notes", "--format", "markdown"],
        &["export", "stats", "notes", "--format", "html"],
        &["export", "reviews", "notes"],
        &["export", "deck", "notes"],
        &["export", "deck", "notes", "--format", "csv"],
        &["export", "deck", "notes", "--format", "hashcards"],
        #[cfg(feature = "anki")]
        &["export", "deck", "notes", "--format", "apkg", "-o", &package],
        &["doctor"],
        &["doctor", "--repair"],
        &["merge", &home.name("data/progress.json")],
        &["undo"],
        &["undo", "9"],
        &["remove", "other"],
        &["sync"],
    ] {
        check(&home, LOCALE, arguments, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the screens of the stories show and the program did not write: notes, and what the stories type.
fn shown_texts() -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts: Vec<String> = SCREENS.iter().map(|(_, _, route)| route.replace('_', " ")).collect();
    for file in std::fs::read_dir(root.join("stories")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            texts.push(std::fs::read_to_string(path).unwrap());
        }
    }
    texts
        .join("\n")
        .replace(['*', '`', '[', ']', '_', '$'], "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The stories hold the drawn screens to these files, each screen in both languages and several sizes.
#[test]
fn every_screen_is_chinese() {
    let (texts, mut wrong, mut drawn) = (shown_texts(), Vec::new(), 0);
    for (name, ..) in SCREENS {
        let path = format!("{}/tests/screens/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let screens = std::fs::read_to_string(&path).unwrap();
        let screens = format!("\n{screens}");
        for screen in screens.split("\n== ").filter(|screen| screen.starts_with(&format!("{name} zh "))) {
            drawn += 1;
            for found in english(screen.split_once('\n').unwrap().1) {
                let words = found.split_once(" in: ").unwrap().0;
                if !texts.contains(words) {
                    wrong.push(format!("{name}: {found}"));
                }
            }
        }
    }
    assert!(drawn >= 2 * SCREENS.len(), "{drawn} screens");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_report_of_an_interview_is_chinese() {
    let report = written_interview();
    assert!(report.contains("## ") && report.contains("| "), "{report}");
    assert_eq!(english(&report), [""; 0], "{report}");
}

/// Settings that are wrong in every way, and what `doctor` and a command say of them.
#[test]
fn wrong_settings_are_told_in_chinese() {
    let home = Home::new();
    let mut wrong = Vec::new();
    for (config, machine) in [
        ("[study\nnew_cards = 3\n", "editor = \n"),
        (
            "x = 3\nnew_cards = 3\n[stduy]\ny = 1\n[study]\nnew_crads = 3\nnew_cards = -1\nreviews = []\n",
            "edtior = \"x\"\n",
        ),
        (
            "[study]\nday_starts_at = 30\nlearning_steps = [\"1x\"]\ndecks_off = 3\nretention = 2.0\n",
            "theme = \"dark\"\n",
        ),
        (
            "[look]\ntheme = \"drak\"\neditor = \"vi\"\n[quiz]\ngrader = \"judge\"\ndeck_modes = [\"x\"]\n",
            "measured = 3\n",
        ),
        (
            "[memory]\nweights = [1]\nweigths = []\n[keys]\ngood = 3\nwat = \"x\"\neasy = \"Ctrl-Foo\"\n",
            "grader_seconds = 0\n",
        ),
    ] {
        home.write("data/config.toml", config);
        home.write("data/machine.toml", machine);
        for arguments in [&["cards", "--deck", "vision"][..], &["doctor"], &["tune", "--revert"]] {
            let output = check(&home, LOCALE, arguments, &mut wrong);
            let said = text(&output.stdout) + &text(&output.stderr);
            assert!(said.contains("config.toml"), "the settings were read: {arguments:?}: {said}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Files of other programs that are cut off or are not what their names say.
#[test]
fn damaged_files_of_other_programs_are_told_in_chinese() {
    let home = Home::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut wrong = Vec::new();
    let mut refused = 0;
    for file in [
        "formats/pandoc.docx",
        "formats/python.docx",
        "formats/notebook.ipynb",
        "formats/choices.json",
        "packages/latest.apkg",
        "packages/legacy.apkg",
        "packages/oldest.apkg",
    ] {
        let whole = std::fs::read(root.join(file)).unwrap();
        let name = file.rsplit('/').next().unwrap();
        let half = whole[..whole.len() / 2].to_vec();
        let mut flipped = whole.clone();
        let (from, to) = (whole.len() / 8, whole.len() / 2);
        flipped[from..to].iter_mut().step_by(7).for_each(|byte| *byte ^= 0x55);
        for bytes in
            [half, flipped, b"PK\x03\x04".to_vec(), b"{\"cells\": [{\"cell_type\": \"markdown\"".to_vec()]
        {
            let path = home.write(name, bytes);
            for arguments in [&["check", &path][..], &["import", &path, "--yes"]] {
                refused += usize::from(!check(&home, LOCALE, arguments, &mut wrong).status.success());
            }
        }
    }
    let archive = |name: &str, text: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
        zip.finish().unwrap().into_inner()
    };
    let deep = "<a>".repeat(300);
    for (name, inside, text) in [
        ("a.docx", "word/document.xml", "<w:document><w:body>"),
        ("b.docx", "word/document.xml", ""),
        ("c.docx", "word/document.xml", deep.as_str()),
        ("d.docx", "word/document.xml", "<a></b>"),
        ("e.docx", "other.xml", "<a/>"),
        ("a.mochi", "data.json", "{"),
        ("a.apkg", "collection.anki2", "no database"),
        ("b.apkg", "collection.anki21b", "not packed"),
        ("c.apkg", "media", "{}"),
    ] {
        let path = home.write(name, archive(inside, text));
        let output = check(&home, LOCALE, &["check", &path], &mut wrong);
        refused += usize::from(!output.status.success());
    }
    assert!(refused >= 40, "{refused} were refused");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Progress, lists and remotes that are damaged or away.
#[test]
fn damaged_libraries_and_remotes_are_told_in_chinese() {
    let (home, card) = home();
    let mut wrong = Vec::new();
    for arguments in [
        &["sync", "/nowhere/at/all"][..],
        &["sync"],
        &["sync", "--repair"],
        &["sync", "ftp://example.invalid/x"],
        &["merge", &home.write("broken.json", "[{\"backprop\":\"progress\"")],
        &["merge", &home.write("other.json", "{}")],
        &["export", "stats", "-o", "/nowhere/at/all.html"],
        &["asked", &card, "good"],
        &["answer", &card, &home.write("long.txt", "x".repeat(200_000))],
    ] {
        check(&home, LOCALE, arguments, &mut wrong);
    }
    let progress = std::fs::read(home.path("data/progress.json")).unwrap();
    let list = std::fs::read(home.path("data/decks/decks.json")).unwrap();
    for (name, bytes) in [
        ("progress.json", progress[..progress.len() / 2].to_vec()),
        ("progress.json", b"{\"not\": \"ours\"}".to_vec()),
        ("decks/decks.json", list[..list.len() / 2].to_vec()),
        ("decks/decks.json", b"{\"backprop\": \"cake\", \"version\": 1, \"sources\": []}".to_vec()),
        ("decks/decks.json", b"{\"backprop\": \"decks\", \"version\": 99, \"sources\": []}".to_vec()),
        ("decks/decks.json", b"{\"backprop\": \"decks\", \"version\": 1, \"sources\": [{\"source\": \"x\", \"how\": \"copy\"}, 3]}".to_vec()),
    ] {
        std::fs::write(home.path("data/progress.json"), &progress).unwrap();
        std::fs::write(home.path("data/decks/decks.json"), &list).unwrap();
        std::fs::write(home.path(&format!("data/{name}")), bytes).unwrap();
        for arguments in [&["cards", "--deck", "notes"][..], &["doctor"], &["doctor", "--repair", "--yes"], &["import"], &["sync"]] {
            check(&home, LOCALE, arguments, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn grades_are_told_in_chinese_and_pages_are_found_by_their_titles() {
    let (home, card) = home();
    for arguments in [&["grade", &card, "good"][..], &["asked", &card, "hard"], &["next"]] {
        let output = run(&home, LOCALE, arguments);
        let said = text(&output.stdout);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        let grades = ["again", "hard", "good", "easy"];
        let words: Vec<&str> = said.split(|letter: char| !letter.is_ascii_alphabetic()).collect();
        assert!(!words.iter().any(|word| grades.contains(word)), "{arguments:?}: {said}");
    }
    for (name, has) in [("导入", "backprop import"), ("卡片", "backprop cards"), ("同步", "backprop sync")]
    {
        let output = run(&home, LOCALE, &["help", name]);
        let page = text(&output.stdout);
        assert!(output.status.success() && page.contains(has), "{name}: {page}{}", text(&output.stderr));
    }
    let wrong = run(&home, LOCALE, &["help", "没有这页"]);
    assert!(!wrong.status.success() && text(&wrong.stderr).contains("手册没有"));
}

#[test]
fn english_sentences_are_seen_and_names_are_not() {
    for text in ["错误：nothing was written", "No such file or directory", "a, then it was seen"] {
        assert!(!english(text).is_empty(), "{text}");
    }
    for text in [
        "运行 `backprop doctor --repair now please` 修复",
        "backprop completions bash > x",
        "again, hard, good, easy",
        "卷积 CNN 与 RNN",
        "```\nthis is code\n```",
    ] {
        assert_eq!(english(text), [""; 0], "{text}");
    }
}

/// Styles have Chinese names, which are taken where one is typed; no blank stands behind a sign of full width.
#[test]
fn styles_and_signs_are_chinese() {
    let home = Home::new();
    let notes =
        home.write("notes.md", "## 什么是池化？\n\n降低分辨率\n\n## 为什么用激活函数？\n\n引入非线性。\n");
    let zh = [("LANG", "zh_CN.UTF-8")];
    let say = |arguments: &[&str]| text(&run(&home, &zh, arguments).stdout);
    let checked = say(&["check", &notes]);
    assert!(checked.contains("，标题（") && checked.contains("采用 标题："), "{checked}");
    assert!(!checked.contains("headings"), "{checked}");
    assert_eq!(say(&["check", "--style", "标题", &notes]), say(&["check", "--style", "headings", &notes]));
    let wrong = text(&run(&home, &zh, &["check", "--style", "题目", &notes]).stderr);
    assert!(wrong.contains("标题") && wrong.contains("编号"), "{wrong}");
    let imported = say(&["import", "--yes", &notes]);
    assert!(imported.contains("2 张卡片，标题，"), "{imported}");
    let empty = home.write("empty.md", "## 什么是池化？\n\n## 为什么？\n");
    let finished = say(&["next", "--style", "标题", &empty]);
    assert!(finished.contains("这一轮学完了。没有安排"), "{finished}");
    for page in [&["--help"][..], &["check", "--help"], &["stats"]] {
        let said = say(page);
        assert!(!said.contains("： ") && !said.contains("。 "), "{page:?}: {said}");
    }
}
