//! README and manual tell the truth: every command in them runs, every figure names the command that gives it,
//! both languages say the same, and links lead somewhere.
//!
//! A block of code says in its first line how it is checked:
//!
//! - `sh`: it is run, in a home that it shares with the other blocks of its page;
//! - `sh terminal`: each line needs a terminal, and says so without one, which takes a right command line;
//! - `sh skip REASON`: it is not run; such blocks are counted below;
//! - `console`: what follows `$ ` is run, and the lines below it are what it prints; `…` stands for any lines.

#[cfg(unix)]
use crate::harness::terminal::Terminal;
use backprop::card::Lang;
use backprop::ui::manual::PAGES;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// Blocks that are not run, by reason: in README twice, once a language; in the manual once for both.
#[cfg(unix)]
const SKIPPED: [(&str, usize); 3] = [("cargo", 2), ("minutes", 1), ("model", 1)];

const NOTES: &str = "1.什么是池化？\n（1）降低分辨率\n（2）对小的平移不敏感\n\n2.为什么用 ReLU？\n正区间的导数为 1，…\n3.有哪些优化器\n";

const LOG: &str = r#"[{"backprop":"progress","version":1}
,{"at":"2026-11-21T10:00:00.123Z","day":"2026-11-21","card":"pooling","event":"review","grade":"good","mode":"recall","ms":5400}
]
"#;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A document, its path from the root of the repository.
struct Document {
    path: String,
    text: String,
}

impl Document {
    fn of(path: &str) -> Document {
        Document { path: path.to_owned(), text: fs::read_to_string(root().join(path)).unwrap() }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut lines = self.text.lines().enumerate();
        while let Some((number, line)) = lines.next() {
            if !line.starts_with("```") {
                continue;
            }
            let fence: String = line.chars().take_while(|letter| *letter == '`').collect();
            let info = line[fence.len()..].to_owned();
            let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != fence);
            blocks.push(Block { line: number + 1, info, lines: inside.map(str::to_owned).collect() });
        }
        blocks
    }

    /// What stands below each heading, code left out, with the commands of the code.
    fn sections(&self) -> Vec<String> {
        let mut sections = vec![String::new()];
        // The fence that ends the code.
        let mut code: Option<&str> = None;
        for line in self.text.lines() {
            let fence = &line[..line.len() - line.trim_start_matches('`').len()];
            let is_fence = fence.len() >= 3;
            if line.starts_with('#') && code.is_none() {
                sections.push(String::new());
            }
            let section = sections.last_mut().unwrap();
            match code {
                Some(_) if line.starts_with("backprop ") || line.starts_with("cargo ") => {
                    section.push_str(&format!("`{line}`\n"));
                }
                Some(open) if is_fence && line == open => code = None,
                Some(_) => {}
                None if is_fence => code = Some(fence),
                None => section.extend([line, "\n"]),
            }
        }
        sections
    }
}

struct Block {
    #[cfg_attr(not(unix), expect(dead_code, reason = "told where a block is run, which takes sh"))]
    line: usize,
    info: String,
    lines: Vec<String>,
}

/// A line without the comment at its end.
fn bare(line: &str) -> &str {
    line.split(" # ").next().unwrap().trim_end()
}

fn pages(lang: &str) -> Vec<Document> {
    PAGES.iter().map(|page| Document::of(&format!("content/manual/{lang}/{}.md", page.subject))).collect()
}

fn readmes() -> [Document; 2] {
    [Document::of("README.md"), Document::of("content/manual/zh/README.md")]
}

fn all() -> Vec<Document> {
    readmes().into_iter().chain(pages("en")).chain(pages("zh")).collect()
}

/// A folder to live in, with notes in it, the data folder of another machine, and the program on the path.
struct Home(tempfile::TempDir);

/// What the first start of all makes once: reading the library takes seconds in a build that is not optimised.
static CACHE: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let home = Home::without_cache();
    assert!(home.backprop(&["cards"]).status.success());
    let files =
        fs::read_dir(home.0.path().join("data/cache/notes")).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: PathBuf| (path.file_name().unwrap().to_str().unwrap().to_owned(), path);
    files.map(named).map(|(name, path)| (name, fs::read(path).unwrap())).collect()
});

impl Home {
    fn new() -> Home {
        let home = Home::without_cache();
        let cache = home.0.path().join("data/cache/notes");
        fs::create_dir_all(&cache).unwrap();
        for (name, bytes) in CACHE.iter() {
            fs::write(cache.join(name), bytes).unwrap();
        }
        home
    }

    fn without_cache() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        fs::create_dir(path.join("notes")).unwrap();
        fs::create_dir(path.join("old-laptop")).unwrap();
        fs::write(path.join("old-laptop/progress.json"), LOG).unwrap();
        for name in ["notes.md", "other.md", "notes/first.md"] {
            fs::write(path.join(name), NOTES).unwrap();
        }
        Home(folder)
    }

    #[cfg(unix)]
    fn sh(&self, script: &str) -> Output {
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_backprop")).parent().unwrap();
        let path = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}:{path}", program.display());
        self.run(Command::new("sh").args(["-e", "-c", script]).env("PATH", path).env("HOME", self.0.path()))
    }

    fn backprop(&self, arguments: &[&str]) -> Output {
        self.run(Command::new(env!("CARGO_BIN_EXE_backprop")).args(arguments))
    }

    fn run(&self, command: &mut Command) -> Output {
        command
            .current_dir(self.0.path())
            .env("BACKPROP_DATA_DIR", self.0.path().join("data"))
            .env("BACKPROP_NOW", "2026-11-22T10:00:00Z")
            .env("TZ", "UTC")
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Runs the blocks of a document; gives how many commands were checked, and why others were not.
#[cfg(unix)]
fn run(document: &Document, wrong: &mut Vec<String>) -> (usize, Vec<String>) {
    let home = Home::new();
    let (mut commands, mut skipped) = (0, Vec::new());
    for block in document.blocks() {
        let place = format!("{}:{}", document.path, block.line);
        let code: Vec<&str> = block.lines.iter().map(|line| bare(line)).collect();
        let (kind, how) = block.info.split_once(' ').unwrap_or((&block.info, ""));
        match (kind, how) {
            ("sh", "") => {
                commands += code.len();
                // The line at which it stopped is the last one that `-v` says.
                let output = home.sh(&format!("set -v\n{}", code.join("\n")));
                if !output.status.success() {
                    wrong.push(format!("{place}: {}", said(&output)));
                }
            }
            ("sh", "terminal") => {
                for line in code {
                    commands += 1;
                    let output = home.sh(line);
                    if output.status.code() != Some(1) || !said(&output).contains("needs a terminal") {
                        wrong.push(format!("{place}: {line}: {}", said(&output)));
                    }
                }
            }
            ("sh", how) => match how.split_once(' ') {
                Some(("skip", reason)) => skipped.push(reason.to_owned()),
                _ => wrong.push(format!("{place}: {how} is no way to check a block")),
            },
            ("console", _) => {
                commands += 1;
                let (first, expected) = block.lines.split_first().unwrap();
                let output = home.sh(&format!("{{ {}; }} 2>&1", first.trim_start_matches("$ ")));
                if !fits(expected, &said(&output).lines().collect::<Vec<_>>()) {
                    wrong.push(format!("{place}: it prints {}", said(&output)));
                }
            }
            _ => {}
        }
    }
    (commands, skipped)
}

/// Whether lines are those that were expected; `…` stands for any number of them.
#[cfg(unix)]
fn fits(expected: &[String], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((first, rest)) if first == "…" => (0..=lines.len()).any(|from| fits(rest, &lines[from..])),
        Some((first, rest)) => {
            lines.split_first().is_some_and(|(line, lines)| line.trim_end() == first && fits(rest, lines))
        }
    }
}

#[cfg(unix)]
#[test]
fn every_command_runs() {
    let documents: Vec<Document> = readmes().into_iter().chain(pages("en")).collect();
    // Pages have nothing to do with each other, and a command waits for the disk most of the time.
    let done: Vec<(usize, Vec<String>, Vec<String>)> = std::thread::scope(|scope| {
        let check = |document| {
            move || {
                let mut wrong = Vec::new();
                let (commands, skipped) = run(document, &mut wrong);
                (commands, skipped, wrong)
            }
        };
        let threads: Vec<_> = documents.iter().map(|document| scope.spawn(check(document))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let (mut wrong, mut commands, mut skipped) = (Vec::new(), 0, BTreeMap::new());
    for (of_page, not, failed) in done {
        commands += of_page;
        wrong.extend(failed);
        for reason in not {
            *skipped.entry(reason).or_insert(0) += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(commands > 70, "{commands} commands");
    assert_eq!(skipped, SKIPPED.map(|(reason, count)| (reason.to_owned(), count)).into());
}

#[cfg(unix)]
#[test]
fn a_wrong_command_is_seen() {
    for (block, is_right) in [
        ("```sh\nbackprop cards\n```", true),
        ("```sh\nbackprop cards --dew\n```", false),
        ("```sh\nbackprop grade nowhere good\nbackprop cards\n```", false),
        ("```sh terminal\nbackprop study notes.md --new 3   # some\n```", true),
        ("```sh terminal\nbackprop study --mode dream\n```", false),
        ("```sh terminal\nbackprop cards\n```", false),
        ("```sh perhaps\nbackprop cards\n```", false),
        ("```console\n$ backprop undo\nnothing to undo\n```", false),
        ("```console\n$ backprop --version\nbackprop …\n```", false),
        ("```console\n$ backprop check notes.md\n…\n7 | 3.有哪些优化器\n…\n```", true),
    ] {
        let mut wrong = Vec::new();
        run(&Document { path: String::new(), text: block.to_owned() }, &mut wrong);
        assert_eq!(wrong.is_empty(), is_right, "{block}: {wrong:?}");
    }
}

/// What stands in backticks and is a command of cargo or the program.
fn commands_in(text: &str) -> Vec<&str> {
    let spans = text.split('`').skip(1).step_by(2);
    spans.filter(|span| span.contains("cargo ") || span.starts_with("backprop ")).collect()
}

/// Whether a text has a number that was measured: with a unit of time or size, or a share.
fn has_figure(text: &str) -> bool {
    let is_number =
        |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit()) && !word.contains(':');
    let words: Vec<&str> = text.split([' ', '\n', '|', '(', ')', ',', ';', '，', '；', '、']).collect();
    let has_share = words.iter().any(|word| {
        let before = word.split('%').next().unwrap_or_default();
        word.contains('%') && before.ends_with(|letter: char| letter.is_ascii_digit())
    });
    let is_unit = |word: &str| matches!(word.trim_end_matches(['.', '。']), "ms" | "s" | "MB" | "kB");
    has_share || words.windows(2).any(|pair| is_number(pair[0]) && is_unit(pair[1]))
}

#[test]
fn every_figure_names_the_command_that_gives_it() {
    let mut wrong = Vec::new();
    for document in all() {
        let sections = document.sections();
        for section in sections.iter().filter(|section| has_figure(section)) {
            if commands_in(section).is_empty() {
                wrong.push(format!("{}: {section}", document.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (text, has) in [
        ("it takes 4.7 ms", true),
        ("92% of them", true),
        ("占 92%，", true),
        ("16 MB.", true),
        ("20 × 5 cells", false),
        ("at least 8 times", false),
    ] {
        assert_eq!(has_figure(text), has, "{text}");
    }
}

#[test]
fn every_test_and_bench_that_is_named_exists() {
    let sources: BTreeMap<String, String> = ["tests/it", "benches"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), path))
        .map(|(name, path)| (name, fs::read_to_string(path).unwrap_or_default()))
        .collect();
    let mut seen = BTreeSet::new();
    for document in all() {
        for command in commands_in(&document.text) {
            let words: Vec<&str> = command.split(' ').collect();
            let Some(at) = words.iter().position(|word| matches!(*word, "--test" | "--bench")) else {
                continue;
            };
            // `--test it FILE::NAME`, `--bench FILE NAME`.
            let (file, name) = match words[at + 1] {
                "it" => {
                    words[at + 2].split_once("::").unwrap_or_else(|| panic!("{}: {command}", document.path))
                }
                file => (file, ""),
            };
            let source = sources.get(file).unwrap_or_else(|| panic!("{}: {command}", document.path));
            let skipped = if words[at + 1] == "it" { at + 3 } else { at + 2 };
            assert!(
                name.is_empty() || source.contains(&format!("fn {name}")),
                "{}: {command}",
                document.path
            );
            for word in words.iter().skip(skipped).filter(|word| !word.starts_with("--")) {
                assert!(source.contains(word), "{}: {command}: {word}", document.path);
            }
            for (variable, _) in words.iter().filter_map(|word| word.split_once('=')) {
                assert!(source.contains(variable), "{}: {command}: {variable}", document.path);
            }
            seen.insert(file.to_owned());
        }
    }
    assert!(seen.len() >= 12, "{seen:?}");
}

#[test]
fn both_languages_have_the_same_pages_and_commands() {
    let names = |lang: &str| -> BTreeSet<String> {
        let folder = fs::read_dir(root().join("content/manual").join(lang)).unwrap();
        let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name != "README.md").collect()
    };
    let subjects: BTreeSet<String> = PAGES.iter().map(|page| format!("{}.md", page.subject)).collect();
    assert_eq!((names("en"), names("zh")), (subjects.clone(), subjects));
    let commands = |document: &Document| -> Vec<(String, Vec<String>)> {
        let blocks = document.blocks().into_iter().filter(|block| {
            let kind = block.info.split(' ').next().unwrap_or_default();
            matches!(kind, "sh" | "console" | "python" | "toml")
        });
        let code = |lines: &[String]| lines.iter().map(|line| bare(line).to_owned()).collect();
        // What a command prints is in the language of its page.
        let lines = |block: &Block| if block.info == "console" { 1 } else { block.lines.len() };
        blocks.map(|block| (block.info.clone(), code(&block.lines[..lines(&block)]))).collect()
    };
    for (english, chinese) in pages("en").iter().zip(&pages("zh")) {
        assert_eq!(commands(english), commands(chinese), "{}", english.path);
        let shape = |document: &Document| -> Vec<usize> {
            document.sections().iter().map(|section| section.matches("\n|").count()).collect()
        };
        assert_eq!(shape(english), shape(chinese), "{}: sections and rows of tables", english.path);
    }
}

#[cfg(unix)]
#[test]
fn chinese_pages_show_what_the_program_prints_in_chinese() {
    let mut shown = 0;
    for document in pages("zh") {
        for block in document.blocks().iter().filter(|block| block.info == "console") {
            let home = Home::new();
            let (first, expected) = block.lines.split_first().unwrap();
            let output = home.sh(&format!(
                "LC_ALL=zh_CN.UTF-8; export LC_ALL; {{ {}; }} 2>&1",
                first.trim_start_matches("$ ")
            ));
            let printed = said(&output);
            assert!(
                fits(expected, &printed.lines().collect::<Vec<_>>()),
                "{}: it prints {printed}",
                document.path
            );
            shown += 1;
        }
    }
    assert!(shown > 0);
}

#[test]
fn links_lead_somewhere_and_the_readme_is_short() {
    let readme = Document::of("README.md");
    assert!(readme.text.len() <= 8_000, "{} bytes", readme.text.len());
    assert!(readme.text.starts_with("# backprop\n\n```\ncargo run --release\n```\n"));
    for document in all() {
        let folder = root().join(&document.path).parent().unwrap().to_owned();
        for target in document.text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if !target.contains("://") {
                assert!(folder.join(target).exists(), "{}: {target}", document.path);
            }
        }
        for subject in PAGES.iter().filter(|_| document.path.ends_with("README.md")) {
            assert!(document.text.contains(&format!("{}.md)", subject.subject)), "{}", subject.subject);
        }
    }
}

#[test]
fn the_manual_has_every_command() {
    let home = Home::new();
    let help = said(&home.backprop(&["help"]));
    let listed = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    // A description that goes on is further in than a name.
    let names = listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 20, "{names:?}");
    let manual: String = pages("en").iter().chain(&readmes()).map(|page| page.text.clone()).collect();
    for name in names {
        assert!(manual.contains(&format!("backprop {name}")), "{name}");
    }
    for page in &PAGES {
        assert!(help.contains(&format!("  {} ", page.subject)), "{}", page.subject);
    }
}

fn files_below(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// Every command that a page of help, a message or an error names is one: its words are right, whatever it does.
#[test]
fn every_command_that_the_program_names_is_a_right_one() {
    let home = Home::new();
    let (mut wrong, mut seen) = (Vec::new(), std::collections::BTreeSet::new());
    for file in files_below(&root().join("src/messages")) {
        let text = fs::read_to_string(file).unwrap();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let commands = lines.flat_map(|line| line.split('`').filter(|span| span.starts_with("backprop ")));
        seen.extend(commands.map(str::to_owned));
    }
    for command in &seen {
        let word = |word: &str| match word {
            "{hour}" => "14:00".to_owned(),
            "YYYY-MM-DD" => "2026-12-06".to_owned(),
            other => other.trim_matches(['{', '}']).to_owned(),
        };
        let words: Vec<String> =
            command.split_whitespace().skip(1).map(word).chain(["--help".to_owned()]).collect();
        let output = home.backprop(&words.iter().map(String::as_str).collect::<Vec<_>>());
        if !output.status.success() {
            wrong.push(format!("{command}: {}", said(&output)));
        }
    }
    assert!(seen.len() > 40, "{seen:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn help_shows_pages_and_commands() {
    let home = Home::new();
    let page = home.backprop(&["help", "plan"]);
    assert_eq!(String::from_utf8(page.stdout).unwrap(), PAGES[3].text(Lang::En));
    let chinese = home.backprop(&["--lang", "zh", "help", "plan"]);
    assert_eq!(String::from_utf8(chinese.stdout).unwrap(), PAGES[3].text(Lang::Zh));
    let command = home.backprop(&["help", "grade"]);
    assert!(said(&command).contains("Usage: backprop grade"), "{}", said(&command));
    let nothing = home.backprop(&["help", "nothing"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(said(&nothing).contains("pages: study, cards"), "{}", said(&nothing));
}

#[cfg(unix)]
#[test]
fn in_a_terminal_a_page_is_drawn() {
    let home = Home::new();
    let data = home.0.path().join("data");
    let terminal = Terminal::start_in(home.0.path(), &data, &["help", "study"], &[]);
    let (_, sent) = terminal.end_to_the_last_byte();
    let sent = String::from_utf8_lossy(&sent);
    assert!(sent.contains("\u{1b}[1"), "{sent}");
    assert!(sent.contains("Modes") && !sent.contains("**") && !sent.contains("## "), "{sent}");
}
