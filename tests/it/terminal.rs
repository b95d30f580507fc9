//! The real program in a real pseudo-terminal: what it makes of keys, the mouse, signals and the terminal.

#![cfg(unix)]

use crate::harness::terminal::{PATIENCE, Terminal, log, notes, reviews};
use portable_pty::CommandBuilder;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const LEAVES: &[u8] = b"\x1b[?1049l";
const SHOWS_CURSOR: &[u8] = b"\x1b[?25h";

#[test]
fn a_grader_judges_what_was_typed_and_a_bad_one_does_not_hold_anything_up() {
    let home = tempfile::tempdir().unwrap();
    let script = home.path().join("grader.sh");
    let with = |text: &str| {
        fs::write(&script, text).unwrap();
        fs::write(home.path().join("config.toml"), "[quiz]\nmode = \"typed\"\n").unwrap();
        let setting = format!("grader = \"sh {}\"\n", script.display());
        fs::write(home.path().join("machine.toml"), setting).unwrap();
        let mut terminal = Terminal::start(home.path(), &["study", "--lang", "en"], &[], 80, 24);
        terminal.wait_for("Ctrl-S");
        terminal.press("\x1b[200~随机 swap\x1b[201~");
        terminal.wait_for("swap");
        terminal.press("\x13");
        terminal.wait_for("Your answer");
        terminal
    };
    let good = "read request\ncase $request in *随机*) printf '{\"grade\":\"good\",\"remarks\":\"Say \\\\u001b[31mwhy.\"}';; esac";
    let mut terminal = with(good);
    terminal.wait_for("Grader · Good");
    terminal.wait_for("Say [31mwhy.");
    terminal.press("\r");
    terminal.wait_for("19 new");
    assert!(log(home.path()).contains(r#""grade":"good","mode":"typed""#), "{}", log(home.path()));
    drop(terminal);

    let mut terminal = with("exec sleep 60");
    terminal.press("1");
    terminal.wait_for("19 new");
    terminal.press("\x03");
    assert!(terminal.end().success());
    assert_eq!(reviews(home.path()), 2);

    let terminal = with("echo nonsense");
    terminal.wait_for("The grader gave no verdict");
}

#[test]
fn the_first_start_reaches_a_question_of_the_built_in_deck() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(home.path(), &["--lang", "zh"], &[], 80, 24);
    terminal.wait_for("深度学习面试基础");
    terminal.press("\r");
    terminal.wait_for("神经网络的损失函数为什么是非凸的");
    terminal.press(" ");
    terminal.wait_for("凸的定义");
    terminal.press("L");
    terminal.wait_for("Definition of convexity");
    terminal.press("qq");
    assert!(terminal.end().success());
    terminal.wait_for_bytes(LEAVES);
}

#[test]
fn signals_leave_the_terminal_whole() {
    for (signal, code) in [("-TERM", 143), ("-HUP", 129), ("-INT", 130)] {
        let home = tempfile::tempdir().unwrap();
        let mut terminal = Terminal::start(home.path(), &[], &[], 80, 24);
        terminal.wait_for("backprop");
        terminal.signal(signal);
        assert_eq!(terminal.end().exit_code(), code, "{signal}");
        terminal.wait_for_bytes(LEAVES);
        let bytes = terminal.bytes();
        let left = bytes.windows(LEAVES.len()).rposition(|window| window == LEAVES).unwrap();
        assert!(
            bytes[left..].windows(SHOWS_CURSOR.len()).any(|window| window == SHOWS_CURSOR),
            "{signal}: no cursor"
        );
    }
}

#[test]
fn control_c_leaves_from_anywhere() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(home.path(), &[], &[], 80, 24);
    terminal.wait_for("backprop");
    terminal.press("\r");
    terminal.wait_for("show answer");
    terminal.press("?");
    terminal.wait_for("Keys");
    terminal.press("\x03");
    assert!(terminal.end().success());
}

#[test]
fn it_follows_the_size_of_the_window() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(home.path(), &[], &[], 80, 24);
    terminal.wait_for("Ready today");
    for (columns, rows, text) in [(40, 12, "Enter study"), (10, 3, "too small"), (120, 40, "Last 12 weeks")] {
        terminal.resize(columns, rows);
        terminal.wait_for(text);
    }
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn without_colour_the_state_is_still_told() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(home.path(), &[], &[("NO_COLOR", "1")], 80, 24);
    terminal.wait_for("backprop");
    terminal.press("\r ");
    terminal.wait_for("Again");
    terminal.press("qq");
    terminal.end();
    let text = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    for sequence in
        text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m').map(|(codes, _)| codes))
    {
        let codes: Vec<&str> = sequence.split(';').collect();
        let coloured = |code: &&str| {
            code.parse::<u32>().is_ok_and(|code| {
                (30..39).contains(&code) || (40..49).contains(&code) || (90..108).contains(&code)
            })
        };
        assert!(!codes.iter().any(coloured), "{sequence:?} is a colour");
    }
    assert!(text.contains("\x1b[7m") || text.contains(";7m"), "the cursor of the list is reversed");
}

#[test]
fn the_editor_opens_at_the_question_and_the_answer_is_read_again() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let editor = home.path().join("editor.sh");
    let script = "#!/bin/sh\necho \"$1 $2\" > \"$(dirname \"$0\")/called\"\nsed -i 's/Answer 1\\./Another answer./' \"$2\"\n";
    fs::write(&editor, script).unwrap();
    fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let editor = editor.to_str().unwrap();
    let mut terminal =
        Terminal::start(home.path(), &["study", file.to_str().unwrap()], &[("EDITOR", editor)], 80, 24);
    terminal.wait_for("Question 1?");
    terminal.press(" ");
    terminal.wait_for("Answer 1.");
    terminal.press("e");
    terminal.wait_for("Another answer.");
    assert_eq!(
        fs::read_to_string(home.path().join("called")).unwrap().trim(),
        format!("+1 {}", file.display())
    );
    terminal.press("3");
    terminal.wait_for("Question 2?");
    terminal.press("q");
    assert!(terminal.end().success());
    assert_eq!(reviews(home.path()), 1);
}

#[test]
fn the_words_of_the_editor_are_those_of_a_shell() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let editor = home.path().join("my editor.sh");
    fs::write(&editor, "#!/bin/sh\nfor word; do echo \"<$word>\"; done > \"$(dirname \"$0\")/called\"\n")
        .unwrap();
    fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let (editor, file) = (editor.to_str().unwrap(), file.to_str().unwrap());
    for (command, words) in [
        (editor.to_owned(), ""),
        (format!("{editor} --wait"), "<--wait>\n"),
        (format!("'{editor}' --cmd 'let g:x=1'"), "<--cmd>\n<let g:x=1>\n"),
    ] {
        let _ = fs::remove_file(home.path().join("called"));
        let environment = [("VISUAL", command.as_str())];
        let mut terminal = Terminal::start(home.path(), &["study", file], &environment, 80, 24);
        terminal.wait_for("Question 1?");
        terminal.press("e");
        let start = Instant::now();
        let said = || fs::read_to_string(home.path().join("called")).unwrap_or_default();
        while !said().contains("notes.md") {
            assert!(start.elapsed() < PATIENCE, "{command}: {}", terminal.screen());
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(said(), format!("{words}<+1>\n<{file}>\n"), "{command}");
    }
    // What is wrong is told to its end.
    for (command, way_out) in [
        (
            "no-such-editor-anywhere-on-this-machine --with a --long b --list c",
            "set EDITOR to the name of yours",
        ),
        ("ed 'it is not closed", "a quotation mark is not closed in ed 'it is not closed"),
    ] {
        let environment = [("VISUAL", command)];
        let mut terminal = Terminal::start(home.path(), &["study", file], &environment, 80, 24);
        terminal.wait_for("Question 1?");
        terminal.press("e");
        terminal.wait_until(way_out, |screen| {
            screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(way_out)
        });
    }
}

#[test]
fn a_card_is_changed_inside_the_program_and_keeps_its_progress() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let mut terminal = Terminal::start(home.path(), &["study", file.to_str().unwrap()], &[], 80, 24);
    terminal.wait_for("Question 1?");
    terminal.press(" 1");
    terminal.wait_for("Question 2?");
    terminal.press("u");
    terminal.wait_for("Answer 1.");
    terminal.press("3");
    terminal.wait_for("Question 2?");
    terminal.press("u");
    terminal.wait_for("Answer 1.");
    terminal.press("1");
    terminal.wait_for("Question 2?");
    terminal.press(" w");
    terminal.wait_for("Ctrl-S save");
    terminal.press("新的答案 \x1b[200~pasted q\x1b[201~\r\t");
    terminal.press("\x1b[F Really?");
    terminal.press("\x13");
    terminal.wait_for("Question 2? Really?");
    terminal.wait_for("新的答案 pasted q");
    // The editor showed both as well; the grades come back when it is saved.
    terminal.wait_for("Again");
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("\n\n2. Question 2? Really?\n新的答案 pasted q\nAnswer 2.\n\n3. Question 3?"),
        "{text}"
    );
    terminal.press("w");
    terminal.wait_for("Ctrl-S save");
    terminal.press("x\x1b");
    terminal.wait_for("Esc again");
    terminal.press("\x1b");
    terminal.wait_for("Again");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    terminal.press("3");
    terminal.wait_for("Question 3?");
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn pasted_text_presses_no_keys() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let mut terminal = Terminal::start(home.path(), &["study", file.to_str().unwrap()], &[], 80, 24);
    terminal.wait_for("Question 1?");
    terminal.press("\x1b[200~ 4 4 4\x1b[201~");
    terminal.press(" ");
    terminal.wait_for("Answer 1.");
    assert_eq!(reviews(home.path()), 0);
}

#[test]
fn the_wheel_scrolls_a_long_answer() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(home.path(), &["study", "--lang", "en"], &[], 80, 24);
    terminal.wait_for("show answer");
    terminal.press(" ");
    terminal.wait_for("1–17 of");
    terminal.press("\x1b[<65;10;10M");
    terminal.wait_for("4–20 of");
    terminal.press("\x1b[<64;10;10M");
    terminal.wait_for("1–17 of");
    terminal.press("j");
    terminal.wait_for("2–18 of");
}

#[test]
fn the_shell_can_take_the_terminal_back_for_a_while() {
    if !Path::new("/bin/bash").exists() {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let mut bash = CommandBuilder::new("/bin/bash");
    bash.args(["--norc", "--noprofile", "-i"]);
    let mut terminal = Terminal::start_command(bash, home.path(), &[("PS1", "shell> ")], 80, 24);
    terminal.wait_for("shell>");
    terminal.press(&format!("{} study --lang en\n", env!("CARGO_BIN_EXE_backprop")));
    terminal.wait_for("show answer");
    terminal.press("\x1a");
    terminal.wait_until("the shell", |screen| screen.contains("Stopped") && screen.contains("shell>"));
    terminal.press("fg\n");
    terminal.wait_for("show answer");
    terminal.press(" ");
    terminal.wait_for("Again");
    terminal.press("q");
    terminal.wait_until("the shell again", |screen| screen.contains("shell>") && !screen.contains("Again"));
    terminal.press("exit\n");
    terminal.end();
}

/// Reports of a click on a text of the screen, at its first letter.
fn click_on(terminal: &Terminal, text: &str) -> String {
    let screen = terminal.screen();
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
    let column = unicode_width::UnicodeWidthStr::width(&line[..line.find(text).unwrap()]);
    format!("\x1b[<0;{0};{1}M\x1b[<0;{0};{1}m", column + 1, row + 1)
}

#[test]
fn everything_can_be_clicked_and_a_drag_gives_the_mouse_back() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let mut terminal = Terminal::start(home.path(), &["study", file.to_str().unwrap()], &[], 80, 24);
    terminal.wait_for("show answer");
    terminal.wait_for_bytes(b"\x1b[?1000h");
    let click = click_on(&terminal, "show answer");
    terminal.press(&click);
    terminal.wait_for("Good");
    let click = click_on(&terminal, "Good");
    terminal.press(&click);
    terminal.wait_for("Question 2?");
    assert_eq!(reviews(home.path()), 1);
    terminal.press("\x1b[<0;5;3M\x1b[<0;15;3m");
    terminal.wait_for("Select with the mouse now");
    terminal.wait_for_bytes(b"\x1b[?1000l");
    terminal.press("?");
    terminal.wait_until("the keys", |screen| screen.contains("Keys") && screen.contains("q back"));
    let click = click_on(&terminal, "q back");
    terminal.press(&click);
    terminal.wait_for("Question 2?");
    terminal.press("m");
    terminal.wait_for("belongs to the terminal");
    terminal.press("q");
    assert!(terminal.end().success());
    // For that run only.
    assert!(!home.path().join("config.toml").exists());
}

#[test]
fn notes_changed_by_another_program_are_read_again_and_keep_their_progress() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let mut terminal = Terminal::start(home.path(), &["study", file.to_str().unwrap()], &[], 80, 24);
    terminal.wait_for("Question 1?");
    terminal.press(" 4");
    terminal.wait_for("Question 2?");
    terminal.press(" ");
    terminal.wait_for("Answer 2.");
    // As editors save: a new file takes the place of the old one.
    let text = fs::read_to_string(&file).unwrap().replace("Answer 2.", "A better answer.");
    fs::write(home.path().join("new"), text.replace("Question 1?", "Question 1, reworded?")).unwrap();
    fs::rename(home.path().join("new"), &file).unwrap();
    terminal.wait_for("A better answer.");
    terminal.wait_for("read again");
    // The notice goes away by itself.
    terminal.wait_until("the key bar", |screen| !screen.contains("read again"));
    terminal.press("3");
    terminal.wait_for("Question 3?");
    terminal.press("q");
    assert!(terminal.end().success());
    assert!(log(home.path()).contains("\"move\""), "{}", log(home.path()));
    assert_eq!(reviews(home.path()), 2);
}

#[test]
fn the_first_answer_of_a_card_counts_though_its_question_changes_meanwhile() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let arguments = ["study", file.to_str().unwrap()];
    let mut terminal = Terminal::start(home.path(), &arguments, &[], 80, 24);
    terminal.wait_for("Question 1?");
    terminal.press(" ");
    terminal.wait_for("Answer 1.");
    let text = fs::read_to_string(&file).unwrap().replace("Question 1?", "Question 1, reworded?");
    fs::write(&file, text).unwrap();
    terminal.wait_for("Question 1, reworded?");
    terminal.press("4");
    terminal.wait_for("Question 2?");
    terminal.press("q");
    assert!(terminal.end().success());
    assert_eq!(reviews(home.path()), 1);
    let mut terminal = Terminal::start(home.path(), &arguments, &[], 80, 24);
    terminal.wait_for("Question 2?");
    terminal.press("q");
    terminal.end();
}

#[test]
fn links_are_given_to_terminals_that_have_them() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("links.md");
    fs::write(&file, "1. Where?\nSee [the paper](https://example.org/a).\n").unwrap();
    for (term, has_links) in [("xterm-kitty", true), ("xterm-256color", false)] {
        let arguments = ["study", file.to_str().unwrap()];
        let mut terminal = Terminal::start(home.path(), &arguments, &[("TERM", term)], 80, 24);
        terminal.wait_for("Where?");
        terminal.press(" ");
        terminal.wait_for("the paper");
        terminal.press("q");
        terminal.end();
        let text = String::from_utf8_lossy(&terminal.bytes()).into_owned();
        assert_eq!(text.contains(";https://example.org/a\x1b\\"), has_links, "{term}");
    }
}

#[test]
fn the_background_is_asked_for_once_and_a_late_answer_presses_no_keys() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let arguments = ["study", file.to_str().unwrap()];
    let answer = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
    let colours = [("COLORTERM", "truecolor")];
    let mut terminal = Terminal::start(home.path(), &arguments, &colours, 80, 24);
    terminal.wait_for_bytes(b"\x1b]11;?");
    terminal.wait_for("Question 1?");
    terminal.press(answer);
    // The text of the light theme.
    terminal.wait_for_bytes(b"38;2;43;48;59");
    terminal.press(" ");
    terminal.wait_for("Answer 1.");
    terminal.press(answer);
    terminal.press("3");
    terminal.wait_for("Question 2?");
    terminal.press("q");
    terminal.end();
    assert_eq!(reviews(home.path()), 1);
    let far = [("SSH_CONNECTION", "1 2 3 4"), ("TMUX", ""), ("COLORTERM", "truecolor")];
    let mut terminal = Terminal::start(home.path(), &arguments, &far, 80, 24);
    terminal.wait_for("Question 2?");
    terminal.press("q");
    terminal.end();
    let asked = terminal.bytes().windows(6).any(|bytes| bytes == b"\x1b]11;?");
    assert!(!asked, "nothing is asked through a connection");
}

#[test]
fn what_a_terminal_says_unasked_presses_no_keys() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let mut terminal = Terminal::start(home.path(), &["study", file.to_str().unwrap()], &[], 80, 24);
    terminal.wait_for("Question 1?");
    terminal.press(" ");
    terminal.wait_for("Answer 1.");
    for said in [
        "\x1bP>|tmux 3.3a\x1b\\",
        "\x1bP1$r4 q\x1b\\",
        "\x1b]4;1;rgb:1/2/3\x07",
        "\x1b]l 1 2 3 title\x1b\\",
        "\x1b_Gi=31;1 2 3\x1b\\",
        "\x1b^1 2 3 q\x1b\\",
        "\x1bX1 2 3 q\x1b\\",
        "\x1b[?62;4c",
        "\u{90}>|3.3a\u{9c}",
    ] {
        terminal.press(said);
        // In pieces, as through a slow connection, and in the smallest.
        let middle = said.char_indices().nth(said.chars().count() / 2).unwrap().0;
        for part in [&said[..middle], &said[middle..]] {
            terminal.press(part);
            std::thread::sleep(Duration::from_millis(60));
        }
        said.chars().for_each(|letter| terminal.press(&letter.to_string()));
        std::thread::sleep(Duration::from_millis(60));
        assert!(terminal.screen().contains("Answer 1."), "{said:?}: {}", terminal.screen());
        assert_eq!(reviews(home.path()), 0, "{said:?}");
    }
    // A user may press such a key: the next one counts.
    terminal.press("\x1bP");
    std::thread::sleep(Duration::from_millis(700));
    terminal.press("3");
    terminal.wait_for("Question 2?");
    terminal.press("q");
    assert!(terminal.end().success());
    assert_eq!(reviews(home.path()), 1);
}

#[test]
#[cfg(feature = "images")]
fn only_a_kitty_that_knows_pictures_as_characters_gets_them() {
    let home = tempfile::tempdir().unwrap();
    for (version, is_new) in [("kitty(0.27.1)", false), ("kitty(0.35.2)", true)] {
        let environment = [("COLORTERM", "truecolor"), ("TERM", "xterm-kitty"), ("COLORFGBG", "15;0")];
        let mut terminal = Terminal::start(home.path(), &["--lang", "en"], &environment, 80, 40);
        terminal.wait_for("q quit");
        terminal.wait_for_bytes(b"\x1b[>0q");
        terminal.press("b/lstm steps\r");
        terminal.wait_for("> What is the core idea of an LSTM");
        terminal.press("ii");
        terminal.wait_for("Image");
        terminal.wait_for("▀");
        terminal.press(&format!("\x1bP>|{version}\x1b\\"));
        let sends = |terminal: &Terminal| terminal.bytes().windows(3).any(|bytes| bytes == b"\x1b_G");
        if is_new {
            terminal.wait_for_bytes(b"\x1b_G");
        } else {
            std::thread::sleep(Duration::from_millis(300));
            assert!(!sends(&terminal), "{version} would show boxes");
        }
        terminal.press("qqqqq");
        terminal.end();
    }
}

#[test]
#[cfg(feature = "images")]
fn pictures_are_shown_in_the_way_of_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    for (images, sign) in
        [("blocks", "▀"), ("kitty", "\x1b_G"), ("iterm2", "\x1b]1337;File="), ("sixel", "\x1bP"), ("off", "")]
    {
        fs::write(home.path().join("config.toml"), format!("[look]\nimages = \"{images}\"\n")).unwrap();
        let colours = [("COLORTERM", "truecolor")];
        let mut terminal = Terminal::start(home.path(), &["--lang", "en"], &colours, 80, 40);
        terminal.wait_for("q quit");
        terminal.press("b/lstm steps\r");
        terminal.wait_for("> What is the core idea of an LSTM");
        terminal.press("ii");
        terminal.wait_for("Image");
        if !sign.is_empty() {
            terminal.wait_for_bytes(sign.as_bytes());
        }
        terminal.press("qqqqq");
        terminal.end();
        let has_blocks = String::from_utf8_lossy(&terminal.bytes()).contains('▀');
        assert_eq!(has_blocks, images == "blocks");
    }
}

/// The clock of a round wakes the program once a second, and writes only the figures that change.
#[test]
fn a_running_clock_costs_one_wake_up_a_second() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal =
        Terminal::start(home.path(), &["interview", "deep-learning", "--lang", "en"], &[], 80, 24);
    terminal.wait_for("for each question");
    terminal.press("\r");
    terminal.wait_for("0:01/3:00");
    let switches = || switches(&terminal);
    let (before, bytes) = (switches(), terminal.bytes().len());
    terminal.wait_for("0:05/3:00");
    // A wake-up is one switch, now and then two when the machine is busy.
    let (woken, written) = (switches() - before, terminal.bytes().len() - bytes);
    assert!(woken <= 8, "{woken} wake-ups in 4 seconds");
    assert!(written <= 4 * 200, "{written} bytes in 4 seconds");
}

/// The clock of recall does the same while the question is shown; a setting takes it away.
#[test]
fn the_clock_of_recall_costs_one_wake_up_a_second_and_can_be_off() {
    let home = tempfile::tempdir().unwrap();
    let file = notes(home.path());
    let words = ["study", file.to_str().unwrap(), "--lang", "en"];
    let terminal = Terminal::start(home.path(), &words, &[], 80, 24);
    terminal.wait_for("0:58");
    let (before, bytes) = (switches(&terminal), terminal.bytes().len());
    terminal.wait_for("0:54");
    let (woken, written) = (switches(&terminal) - before, terminal.bytes().len() - bytes);
    println!("{woken} wake-ups and {written} bytes in 4 seconds of the clock");
    assert!(woken <= 8, "{woken} wake-ups in 4 seconds");
    assert!(written <= 4 * 200, "{written} bytes in 4 seconds");
    drop(terminal);
    fs::write(home.path().join("config.toml"), "[quiz]\nclock = \"off\"\n").unwrap();
    let terminal = Terminal::start(home.path(), &words, &[], 80, 24);
    terminal.wait_for("show answer");
    std::thread::sleep(Duration::from_millis(300));
    let before = switches(&terminal);
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(switches(&terminal), before, "it woke up without a clock");
}

/// How often the program's main thread woke up or was put aside, where the system counts it.
fn switches(terminal: &Terminal) -> u64 {
    let pid = terminal.process_id();
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let counts = status.lines().filter_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
    counts.map(|count| count.trim().parse::<u64>().unwrap()).sum()
}

#[test]
fn idle_costs_nothing() {
    let home = tempfile::tempdir().unwrap();
    // With notes that are watched.
    let file = notes(home.path());
    let mut terminal = Terminal::start(home.path(), &["study", file.to_str().unwrap()], &[], 80, 24);
    terminal.wait_for("show answer");
    // The clock of the question stands no more once the answer is shown.
    terminal.press(" ");
    terminal.wait_for("Answer 1");
    let pid = terminal.process_id();
    std::thread::sleep(Duration::from_millis(300));
    // Wake-ups show as context switches, where the system counts them.
    let switches = || {
        let threads = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten();
        let status = |thread: std::io::Result<fs::DirEntry>| {
            fs::read_to_string(thread.unwrap().path().join("status")).unwrap_or_default()
        };
        let counts = threads.map(status).flat_map(|status| {
            let counts = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
            counts.map(|(_, count)| count.trim().parse::<u64>().unwrap()).collect::<Vec<_>>()
        });
        counts.sum::<u64>()
    };
    let (before, bytes) = (switches(), terminal.bytes().len());
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!((switches(), terminal.bytes().len()), (before, bytes), "it woke up while idle");
}

#[test]
fn a_grader_of_the_shared_settings_runs_only_once_it_is_confirmed() {
    let home = tempfile::tempdir().unwrap();
    let marker = home.path().join("ran");
    let script = home.path().join("grader.sh");
    fs::write(&script, format!("touch {}; echo '{{\"remarks\":\"Fine.\"}}'", marker.display())).unwrap();
    let setting = format!("[quiz]\nmode = \"typed\"\ngrader = \"sh {}\"\n", script.display());
    fs::write(home.path().join("config.toml"), setting).unwrap();
    let answer = || {
        let mut terminal = Terminal::start(home.path(), &["study", "--lang", "en"], &[], 80, 24);
        terminal.wait_for("Ctrl-S");
        terminal.press("swap");
        terminal.wait_for("swap");
        terminal.press("\x13");
        terminal.wait_for("Your answer");
        terminal
    };
    let mut terminal = answer();
    terminal.press("1");
    terminal.wait_for("19 new");
    terminal.press("\x03");
    assert!(terminal.end().success());
    assert!(!marker.exists(), "it ran although nobody had confirmed it");

    let mut terminal = Terminal::start(home.path(), &["--lang", "en"], &[], 100, 40);
    terminal.wait_for("backprop");
    terminal.press(",");
    terminal.wait_for("Grader");
    // Five settings stand below it.
    terminal.press("Gkkkkk");
    terminal.wait_for("names this grader");
    terminal.press("\r");
    terminal.wait_for("machine.toml");
    let machine = home.path().join("machine.toml");
    terminal.wait_until("it to be written", |_| {
        fs::read_to_string(&machine).is_ok_and(|text| text.contains("grader = \"sh "))
    });
    terminal.press("\x03");
    terminal.end();
    answer().wait_for("Fine.");
    assert!(marker.exists());
}

/// A folder of four files that is imported, and a session of the deck of one of them, at its first question.
fn study_a_file_of_a_folder(home: &Path) -> Terminal {
    let folder = home.join("my-notes");
    fs::create_dir(&folder).unwrap();
    for name in ["alpha", "beta", "gamma", "delta"] {
        let cards =
            [1, 2].map(|number| format!("{number}. What is {name} {number}?\nThe {name} of {number}.\n\n"));
        fs::write(folder.join(format!("{name}.md")), format!("# {name}\n\n{}", cards.concat())).unwrap();
    }
    let mut terminal =
        Terminal::start(home, &["import", "--link", folder.to_str().unwrap(), "--yes"], &[], 80, 24);
    assert!(terminal.end().success());
    let mut terminal = Terminal::start(home, &["study", "alpha"], &[], 80, 24);
    terminal.wait_for("What is alpha 1?");
    terminal.press(" ");
    terminal.wait_for("The alpha of 1.");
    terminal
}

#[test]
fn notes_that_leave_a_folder_are_said_to_be_gone_and_the_card_at_hand_stays() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = study_a_file_of_a_folder(home.path());
    let (file, aside) = (home.path().join("my-notes/alpha.md"), home.path().join("aside.md"));
    fs::rename(&file, &aside).unwrap();
    terminal.wait_for("is gone: its cards (2) are not asked");
    terminal.press_away("3", "The alpha of 1.");
    assert_eq!(reviews(home.path()), 1);
    assert!(!terminal.screen().contains("What is alpha 2?"), "{}", terminal.screen());
    fs::rename(&aside, &file).unwrap();
    terminal.wait_for("read again");
    terminal.wait_for("1 new · 1 learning");
    terminal.press("q");
    assert!(terminal.end().success());
    assert!(log(home.path()).contains("\"good\""));
}

#[test]
fn notes_that_change_while_a_card_is_edited_wait_without_work() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = study_a_file_of_a_folder(home.path());
    terminal.press("w");
    terminal.wait_for("Ctrl-S save");
    let file = home.path().join("my-notes/beta.md");
    let changed = fs::read_to_string(&file).unwrap().replace("The beta of 1.", "Another beta.");
    fs::write(&file, changed).unwrap();
    std::thread::sleep(Duration::from_millis(800));
    let before = ticks(&terminal);
    std::thread::sleep(Duration::from_secs(2));
    assert!(ticks(&terminal) - before < 10, "it works on while it waits");
    terminal.press("\x1b");
    terminal.wait_for("read again");
}

/// The processor time that the program has taken, in hundredths of a second, where the system counts it.
fn ticks(terminal: &Terminal) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{}/stat", terminal.process_id())).unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    behind_name.split(' ').skip(12).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
}

#[test]
fn a_session_follows_its_notes_under_another_name() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = study_a_file_of_a_folder(home.path());
    fs::rename(home.path().join("my-notes/alpha.md"), home.path().join("my-notes/omega.md")).unwrap();
    terminal.wait_for("read again");
    assert!(!terminal.screen().contains("gone"), "{}", terminal.screen());
    terminal.press("3");
    terminal.wait_for("What is alpha 2?");
    terminal.press("q");
    assert!(terminal.end().success());
    assert_eq!(reviews(home.path()), 1);
}
