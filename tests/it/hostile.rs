//! Hostile text: codes that a terminal or a reader would obey come in by every door, and leave by none.

use crate::harness::home::{Home, text};
use crate::harness::not_run;
use serde_json::{Value, json};
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Rows: what it is, and the text.
const CORPUS: [(&str, &str); 28] = [
    ("clipboard", "\u{1b}]52;c;ZXZpbA==\u{7}"),
    ("title", "\u{1b}]0;owned\u{7}"),
    ("title that ends as DCS does", "\u{1b}]2;owned\u{1b}\\"),
    ("hyperlink", "\u{1b}]8;;http://evil\u{1b}\\here\u{1b}]8;;\u{1b}\\"),
    ("notification", "\u{1b}]777;notify;a;b\u{7}"),
    ("device control", "\u{1b}P+q544e\u{1b}\\"),
    ("picture", "\u{1b}_Ga=T;AAAA\u{1b}\\"),
    ("privacy message", "\u{1b}^x\u{1b}\\"),
    ("scrollback", "\u{1b}[3J"),
    ("invisible", "\u{1b}[8m"),
    ("report", "\u{1b}[6n"),
    ("reset", "\u{1b}c"),
    ("other letters", "\u{1b}(0"),
    ("C1 CSI", "\u{9b}8m"),
    ("C1 OSC", "\u{9d}0;owned\u{9c}"),
    ("C1 DCS", "\u{90}x\u{9c}"),
    ("end of a paste", "\u{1b}[201~\u{3}"),
    ("backspaces", "safe\u{8}\u{8}\u{8}\u{8}evil"),
    ("a line written over", "evil\u{7f}\u{b}\u{c}"),
    ("override", "\u{202e}lived\u{202c}"),
    ("isolate", "\u{2066}a\u{2067}b\u{2069}"),
    ("marks of direction", "\u{200e}a\u{200f}\u{61c}"),
    ("zero width", "z\u{200b}w\u{200c}n\u{200d}j\u{2060}"),
    ("byte order mark inside", "a\u{feff}b"),
    ("tags", "\u{e0001}\u{e0041}\u{e007f}"),
    ("separators", "l\u{2028}m\u{2029}n\u{85}o"),
    ("joiners and fillers without width", "a\u{34f}b\u{1160}c\u{17b4}d\u{1d173}e\u{1bca0}f"),
    ("shift and enquiry", "\u{e}\u{5}\u{ad}"),
];

/// Whether a reader or a terminal does something at this character instead of showing it. The program
/// has its own list; this one is written down again, so that a gap in that one is found.
fn acts(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' | '\u{200b}'..='\u{200f}')
        || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
        || matches!(letter, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}')
        || matches!(letter, '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

#[track_caller]
fn assert_plain(what: &str, said: &str) {
    if let Some(at) = said.find(acts) {
        let near: String = said[..at].chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
        let rest: String = said[at..].chars().take(20).collect();
        panic!("{what}: {near:?} and then {rest:?}");
    }
}

/// Notes with the corpus in every place that notes have, and a word for each row.
fn notes() -> String {
    let mut notes = String::new();
    for (number, (_, evil)) in CORPUS.iter().enumerate() {
        notes.push_str(&format!(
            "# Topic {evil} of {number}\n\n\
             ## {number}. What is marker{number} {evil} here?\n\n\
             - point {evil} one\n\
             - a [link {evil}](https://example.org/{evil}?{number}) and <https://example.org/{number}{evil}>\n\
             - ![alt {evil}](picture{evil}.png) and $x {evil} y$ and `code {evil}`\n\
             - <b title=\"{evil}\">html {evil}</b> &#27;]0;entity&#7; &#x9b;8m [^{number}]\n\n\
             ```{evil}\nblock {evil}\n```\n\n\
             | head {evil} | b |\n|---|---|\n| cell {evil} | x |\n\n\
             $$\n\\text{{{evil}}}\n$$\n\n\
             [^{number}]: note {evil}\n\n"
        ));
    }
    notes
}

fn csv() -> String {
    let row = |(number, (_, evil)): (usize, &(&str, &str))| format!("csv{number} {evil}?,answer {evil}\n");
    "question,answer\n".to_owned() + &CORPUS.iter().enumerate().map(row).collect::<String>()
}

/// The oldest sample with the corpus in its fields, the names of its decks and of its media.
fn package() -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages/oldest.apkg");
    let mut zip = ZipArchive::new(Cursor::new(fs::read(path).unwrap())).unwrap();
    let evil: String = CORPUS.iter().map(|(_, evil)| *evil).collect();
    let escaped = json!(evil).to_string();
    let escaped = escaped.trim_matches('"');
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        match name.as_str() {
            "collection.anki2" => bytes = changed(&bytes, &evil, escaped),
            "media" => bytes = String::from_utf8(bytes).unwrap().replace("(1)", escaped).into_bytes(),
            _ => (),
        }
        out.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// A build without packages refuses them, whatever they hold.
#[cfg(not(feature = "anki"))]
fn changed(database: &[u8], _: &str, _: &str) -> Vec<u8> {
    database.to_vec()
}

#[cfg(feature = "anki")]
fn changed(database: &[u8], evil: &str, escaped: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.db");
    fs::write(&path, database).unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    let fields = "UPDATE notes SET flds = replace(flds, char(31), ?1 || char(31)) || ?1, tags = ?1";
    connection.execute(fields, [evil.replace('\u{1f}', "")]).unwrap();
    connection.execute("UPDATE notes SET flds = replace(flds, '(1)', ?1)", [evil]).unwrap();
    connection.execute("UPDATE col SET decks = replace(decks, 'CNN', 'CNN' || ?1)", [escaped]).unwrap();
    drop(connection);
    fs::read(&path).unwrap()
}

/// A log with the corpus in ids, modes, weights, and in events and fields that nobody knows.
fn log() -> String {
    let mut log = "[{\"backprop\":\"progress\",\"version\":1}\n".to_owned();
    let mut push = |minute: usize, rest: Value| {
        let mut event = json!({ "at": format!("2026-11-20T10:{minute:02}:00.000Z"), "day": "2026-11-20" });
        event.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        log.push_str(&format!(",{event}\n"));
    };
    for (number, (_, evil)) in CORPUS.iter().enumerate() {
        let id = format!("gone{evil}{number}");
        push(number, json!({ "card": id, "event": "review", "grade": "good", "mode": evil, "ms": 9000 }));
        push(number, json!({ "card": id, "event": evil, "more": evil }));
        push(number, json!({ "from": id, "event": "move", "to": format!("moved{evil}{number}") }));
        let weights = json!({ evil.to_owned(): 2.0, format!("deep-learning › {evil}"): 3.0 });
        push(30, json!({ "event": "plan", "date": "2026-12-24", "minutes": 20, "weights": weights }));
    }
    log.push_str(&format!("damaged {}\n]\n", CORPUS[0].1));
    log
}

fn settings() -> String {
    let escaped = |evil: &str| json!(evil).to_string();
    let mut settings = String::new();
    for (number, (_, evil)) in CORPUS.iter().enumerate() {
        // TOML has the escapes of JSON for these.
        settings.push_str(&format!("[t{number}]\n{} = 1\n", escaped(evil)));
    }
    let (title, csi) = (escaped(CORPUS[1].1), escaped(CORPUS[13].1));
    settings.push_str(&format!(
        "[study]\nnew_cards = {title}\n[display]\ntheme = {csi}\nlanguage = {title}\n\
         [quiz]\ngrader = {title}\nmode = {csi}\n[quiz.decks]\n{title} = {csi}\n\
         [keys]\n{title} = [{csi}]\ngood = [{title}]\n"
    ));
    settings
}

/// A home where everything that was ever read is hostile.
fn home() -> Home {
    let home = Home::new();
    home.write("notes.md", notes());
    home.write("table.csv", csv());
    home.write("deck.apkg", package());
    let files = home.path("files");
    fs::create_dir(&files).unwrap();
    for (number, (_, evil)) in CORPUS.iter().enumerate() {
        // These names are what a shell makes of a star; some systems do not take them.
        let evil = evil.replace(['/', '\\'], "_");
        let text = format!("1. What is file{number}?\n\nIt is {number}. ![]({evil}.png)\n\n2. And?\n");
        let make = |evil: &str| {
            let folder = files.join(format!("f{number}{evil}"));
            fs::create_dir(&folder)?;
            fs::write(folder.join(format!("n{number}{evil}.md")), &text)
        };
        match make(&evil) {
            Ok(()) => {}
            Err(_) if cfg!(windows) => make("").unwrap_or_else(|cause| panic!("{evil:?}: {cause}")),
            Err(cause) => panic!("{evil:?}: {cause}"),
        }
    }
    fs::create_dir_all(home.path("data")).unwrap();
    home.write("data/progress.json", log());
    home
}

fn run(home: &Home, arguments: &[&str]) -> Output {
    let output = home.run(arguments);
    let plain = |bytes: &[u8]| text(bytes).replace("\r\n", "\n").replace('\t', " ");
    assert_plain(&format!("stdout of {arguments:?}"), &plain(&output.stdout));
    assert_plain(&format!("stderr of {arguments:?}"), &plain(&output.stderr));
    output
}

#[test]
fn whatever_comes_in_only_text_goes_out() {
    let home = home();
    home.write("data/config.toml", settings());
    let [notes, table, deck, files] =
        ["notes.md", "table.csv", "deck.apkg", "files"].map(|name| home.name(name));
    let doors = [notes.as_str(), &table, &deck, &files];
    let checked = run(&home, &[&["check"], &doors[..]].concat());
    run(&home, &[&["check", "--json"], &doors[..]].concat());
    // The first start of all mends the log and says so.
    let first = run(&home, &["cards"]);
    assert!(text(&first.stderr).contains("damaged") && text(&first.stderr).contains("config.toml"));
    run(&home, &[&["import", "--dry-run"], &doors[..]].concat());
    run(&home, &[&["import", "--yes", "--json"], &doors[..]].concat());
    let imported = run(&home, &["import", "--yes", &notes]);
    assert!(imported.status.success(), "{}", text(&imported.stderr));

    // Another machine's list of decks.
    let list = home.path("data/decks/decks.json");
    let mut decks: Value = serde_json::from_slice(&fs::read(&list).unwrap()).unwrap();
    let sources = decks["sources"].as_array_mut().unwrap();
    for (source, (_, evil)) in sources.iter_mut().zip(CORPUS.iter().cycle()) {
        let name = source["deck"].as_str().unwrap_or_default().to_owned();
        source["deck"] = json!(format!("{name}{evil}"));
        source["title"] = json!(format!("Title {evil}"));
    }
    fs::write(&list, decks.to_string()).unwrap();

    let cards = run(&home, &["cards"]);
    for number in 0..CORPUS.len() {
        for marker in [format!("marker{number} "), format!("csv{number} "), format!("file{number}?")] {
            assert!(text(&cards.stdout).contains(&marker), "{marker} did not come in");
            assert!(text(&checked.stdout).contains(&marker), "{marker} was not checked");
        }
    }
    let id = home.json(&["cards", "--json"])[40]["id"].as_str().unwrap().to_owned();
    let missing = format!("nowhere{}.md", CORPUS[1].1);
    let rows: [&[&str]; 20] = [
        &["cards", "--json"],
        &["next", &notes],
        &["grade", &id, "good"],
        &["grade", CORPUS[1].1, "good"],
        &["stats"],
        &["plan"],
        &["plan", "--sheet"],
        &["plan", "--weight", CORPUS[13].1],
        &["export", "decks", "--format", "markdown"],
        &["export", "decks", "--format", "csv"],
        &["export", "stats", "--format", "markdown"],
        &["export", "reviews", "--format", "jsonl"],
        &["export", "reviews", "--format", "csv"],
        &["doctor"],
        &["check", &missing],
        &["cards", "--deck", CORPUS[0].1],
        &["import", "--undo", CORPUS[19].1],
        &["merge", &missing],
        &["remove", CORPUS[13].1],
        &[CORPUS[1].1],
    ];
    for row in rows {
        run(&home, row);
    }
    run(&home, &["remove", &files]);
    run(&home, &["--data-dir", &home.name(&format!("other{}", CORPUS[1].1)), "grade", "x", "good"]);
}

#[test]
fn what_another_machine_s_git_says_is_shown_as_text() {
    let git = |folder: &Path, arguments: &[&str]| {
        let mut command = Command::new("git");
        command.arg("-C").arg(folder).args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let home = Home::new();
    let remote = home.path("remote.git");
    fs::create_dir(&remote).unwrap();
    if !cfg!(unix) || !git(&remote, &["init", "--bare"]) {
        return not_run("a hook that prints control codes", "there is no git with hooks in sh");
    }
    let codes = CORPUS.map(|(_, evil)| evil).concat();
    let hook = remote.join("hooks/pre-receive");
    fs::create_dir_all(remote.join("hooks")).unwrap();
    fs::write(&hook, format!("#!/bin/sh\ncat <<'END'\nno {codes}\nEND\nexit 1\n")).unwrap();
    #[cfg(unix)]
    fs::set_permissions(&hook, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let log = "[{\"backprop\":\"progress\",\"version\":1}\n]\n";
    fs::create_dir_all(home.path("data")).unwrap();
    home.write("data/progress.json", log);
    let sent = run(&home, &["sync", &home.name("remote.git")]);
    // Whoever can write into a folder can put a hook there: it does not run, and says nothing.
    assert!(sent.status.success(), "{}", text(&sent.stderr));
    let told = format!("{}{}", text(&sent.stdout), text(&sent.stderr));
    assert!(!told.contains("hook") && !told.contains("ZXZpbA=="), "{told}");
}

#[cfg(unix)]
mod screen {
    use super::*;
    use crate::harness::terminal::Terminal;

    /// What the program itself sends: modes and places, colours, the end of a line or screen, a question
    /// for the colour of the background, and links to web addresses.
    fn is_ours(sequence: &str) -> bool {
        let Some(rest) = sequence.strip_prefix("\u{1b}") else { return false };
        if let Some(body) = rest.strip_prefix(']') {
            let body = body.trim_end_matches("\u{1b}\\").trim_end_matches('\u{7}');
            // The row that is a link in itself has no id.
            let link = body.strip_prefix("8;id=").and_then(|link| link.split_once(';'));
            let is_web = |(_, address): (&str, &str)| address.starts_with("http") && address.is_ascii();
            return body == "11;?" || body == "8;;" || link.is_some_and(is_web);
        }
        let Some(body) = rest.strip_prefix('[') else { return false };
        let (last, numbers) = (body.chars().last().unwrap_or(' '), &body[..body.len() - 1]);
        match last {
            'H' | 'h' | 'l' => true,
            // Neither blinking nor invisible.
            'm' => {
                !numbers.split(';').any(|number| matches!(number, "5" | "8"))
                    || numbers.starts_with("38;5;")
                    || numbers.starts_with("48;5;")
            }
            'J' => numbers == "2",
            'K' => true,
            'c' => numbers.is_empty(),
            _ => false,
        }
    }

    /// Takes the sequences out of what was sent; gives the text between them.
    fn read(sent: &str) -> String {
        let mut shown = String::new();
        let mut rest = sent;
        while let Some(at) = rest.find('\u{1b}') {
            shown.push_str(&rest[..at]);
            rest = &rest[at..];
            let length = match rest.as_bytes().get(1) {
                Some(b'[') => rest[2..].find(|letter| matches!(letter, '@'..='~')).map(|end| end + 3),
                Some(b']') => {
                    let end = rest[1..].find(['\u{7}', '\u{1b}']).map(|end| end + 1);
                    end.map(|end| if rest[end..].starts_with('\u{7}') { end + 1 } else { end + 2 })
                }
                _ => Some(2),
            };
            // The last one may be cut off.
            let Some(length) = length.filter(|length| *length <= rest.len()) else { break };
            assert!(
                is_ours(&rest[..length]),
                "{:?} was sent, and then {:?}",
                &rest[..length],
                rest.get(length..length + 20)
            );
            rest = &rest[length..];
        }
        shown
    }

    /// Starts the program on a terminal that is known for its links.
    fn start(home: &Home, arguments: &[&str]) -> Terminal {
        let environment = [("BACKPROP_NOW", "2026-11-22T10:00:00Z"), ("VTE_VERSION", "7600")];
        Terminal::start_in(&home.path(""), &home.path("data"), arguments, &environment)
    }

    /// Ends the program, and gives what it showed.
    fn end(terminal: Terminal) -> String {
        let sent = String::from_utf8(terminal.interrupt()).expect("only UTF-8 is sent");
        let shown = read(&sent);
        assert_plain("the screen", &shown.replace("\r\n", "\n").replace('\r', ""));
        shown
    }

    #[test]
    fn a_deck_of_codes_is_studied_on_a_terminal_that_sees_none_of_them() {
        let home = home();
        let (notes, files) = (home.name("notes.md"), home.name("files"));
        assert!(run(&home, &["import", "--yes", &notes, &files]).status.success());
        let mut study = start(&home, &["study", &notes, "--new", "100"]);
        study.settle();
        for number in 0..CORPUS.len() {
            study.wait_for("show answer");
            study.press(" ");
            if number % 3 == 0 {
                study.wait_for("Easy");
                study.press_and_rest("G");
            }
            study.press_away("4", "Easy");
        }
        study.press_and_rest("u");
        for key in ["o", "\u{1b}", "w", "\t", "\u{1b}", "?", "\u{1b}", ":", "\u{1b}"] {
            study.press_and_rest(key);
        }
        let shown = end(study);
        for number in 0..CORPUS.len() {
            assert!(shown.contains(&format!("marker{number}")), "marker{number} was not asked");
        }

        let mut started = start(&home, &[]);
        started.settle();
        for key in [
            "b", "j", "j", "i", "q", "\t", "\u{1b}", "q", "s", "l", "t", "q", "p", "s", "q", "q", ",", "q",
            "i", "\u{1b}",
        ] {
            started.press_and_rest(key);
        }
        end(started);

        let mut typed = start(&home, &["study", &notes, "--mode", "typed"]);
        typed.settle();
        // What would end a paste is for the terminal to take out of it.
        let pasted: String =
            CORPUS.iter().map(|(_, evil)| *evil).filter(|evil| !evil.contains("[201~")).collect();
        typed.press_and_rest(&format!("\u{1b}[200~pasted {pasted}\u{1b}[201~"));
        typed.press_and_rest("\u{13}");
        let shown = end(typed);
        assert!(shown.contains("ZXZpbA=="), "nothing was pasted: {shown}");
    }

    #[test]
    fn diagnostics_on_a_terminal_are_coloured_and_nothing_else() {
        let home = home();
        let (notes, files) = (home.name("notes.md"), home.name("files"));
        let check = start(&home, &["check", &notes, &files, &home.name("nowhere\u{1b}]0;x\u{7}")]);
        let sent = String::from_utf8(check.end_to_the_last_byte().1).unwrap();
        let shown = read(&sent);
        assert_plain("diagnostics", &shown.replace("\r\n", "\n"));
        assert!(shown.contains("marker3") && sent.contains("\u{1b}["), "{shown}");
    }
}
