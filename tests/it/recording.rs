//! The recording in the README: the real program in a terminal, its screens drawn as one animated SVG.
//!
//! `BLESS=1 cargo test --test it recording::` makes it anew; without that, the same keys are pressed and the picture that
//! is there is looked over.

#![cfg(unix)]

use crate::harness::run::program;
use crate::harness::terminal::Terminal;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

const FILE: &str = "assets/recording.svg";
const COLUMNS: u16 = 80;
const ROWS: u16 = 24;
/// A cell in pixels.
const CELL: (u32, u32) = (9, 19);
const MARGIN: u32 = 12;
const NOW: &str = "2026-11-22T10:00:00Z";

/// What is pressed, what is waited for, how long it stands in tenths of a second, and what is said below it.
const STEPS: &[(&str, &str, u32, &str)] = &[
    ("", "q quit", 30, "$ backprop"),
    ("\r", "Space show answer", 30, "Enter: the question that helps most"),
    (" ", "2 Hard", 40, "Space: the answer"),
    ("L", "深度学习面试基础", 35, "L: the same card in Chinese"),
    ("L", "Deep learning interview basics", 10, "L: and back"),
    ("3", "Space show answer", 25, "3: good; saved, and the next one"),
    (" ", "2 Hard", 25, "Space"),
];

/// One frame: its cells as SVG, and how long it stands.
struct Frame {
    drawn: String,
    tenths: u32,
}

fn colour(colour: vt100::Color, otherwise: &str) -> String {
    const SIXTEEN: [&str; 16] = [
        "#1e2127", "#e06c75", "#98c379", "#d19a66", "#61afef", "#c678dd", "#56b6c2", "#abb2bf", "#6b7280",
        "#f28b93", "#b5e09a", "#e5c07b", "#85c7ff", "#dda2ee", "#7fd5df", "#ffffff",
    ];
    match colour {
        vt100::Color::Default => otherwise.to_owned(),
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        vt100::Color::Idx(index @ 0..16) => SIXTEEN[usize::from(index)].to_owned(),
        vt100::Color::Idx(index @ 16..232) => {
            let level = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
            let index = index - 16;
            let (r, g, b) = (level(index / 36), level(index / 6 % 6), level(index % 6));
            format!("#{r:02x}{g:02x}{b:02x}")
        }
        vt100::Color::Idx(index) => {
            let level = 8 + 10 * (index - 232);
            format!("#{level:02x}{level:02x}{level:02x}")
        }
    }
}

/// How a cell looks.
#[derive(PartialEq)]
struct CellLook {
    sign: String,
    ground: Option<String>,
    /// Its style as a class.
    class: String,
}

/// Cells side by side that look the same.
struct Run {
    column: u16,
    width: u16,
    text: String,
    look: CellLook,
}

fn look(cell: &vt100::Cell) -> CellLook {
    let (mut sign, mut ground) = (colour(cell.fgcolor(), "#d7dae0"), colour(cell.bgcolor(), ""));
    if cell.inverse() {
        (sign, ground) = (if ground.is_empty() { "#1e2127".to_owned() } else { ground }, sign);
    }
    let mut class = String::new();
    for (holds, letter) in
        [(cell.bold(), 'b'), (cell.italic(), 'i'), (cell.underline(), 'u'), (cell.dim(), 'd')]
    {
        if holds {
            class.push(letter);
        }
    }
    CellLook { sign, ground: Some(ground).filter(|ground| !ground.is_empty()), class }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The cells of a screen: grounds first, then runs of one look. A wide sign is a run of its own, so that
/// every column stays where it is whatever the font.
fn drawn(screen: &vt100::Screen) -> String {
    let (mut grounds, mut signs) = (String::new(), String::new());
    for row in 0..ROWS {
        let y = MARGIN + u32::from(row) * CELL.1;
        let mut run: Option<Run> = None;
        let mut flush = |run: &mut Option<Run>| {
            let Some(Run { column, width, text, look: CellLook { sign, ground, class } }) = run.take() else {
                return;
            };
            let (x, length) = (MARGIN + u32::from(column) * CELL.0, u32::from(width) * CELL.0);
            if let Some(ground) = ground {
                writeln!(
                    grounds,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{}\" fill=\"{ground}\"/>",
                    CELL.1
                )
                .unwrap();
            }
            if !text.trim().is_empty() {
                let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
                let lead = text.chars().take_while(|letter| *letter == ' ').count() as u32;
                let text = text.trim();
                let cells =
                    if width == 2 && text.chars().count() == 1 { 2 } else { text.chars().count() as u32 };
                writeln!(
                    signs,
                    "<text x=\"{}\" y=\"{}\" textLength=\"{}\" fill=\"{sign}\"{class}>{}</text>",
                    x + lead * CELL.0,
                    y + CELL.1 - 5,
                    cells * CELL.0,
                    escaped(text)
                )
                .unwrap();
            }
        };
        for column in 0..COLUMNS {
            let Some(cell) = screen.cell(row, column) else { continue };
            if cell.is_wide_continuation() {
                continue;
            }
            let (look, sign) = (look(cell), if cell.has_contents() { cell.contents() } else { " " });
            let width = if cell.is_wide() { 2 } else { 1 };
            let is_alone = cell.is_wide() || sign.chars().count() != 1;
            match &mut run {
                Some(run) if !is_alone && run.look == look => {
                    run.width += 1;
                    run.text.push_str(sign);
                }
                _ => {
                    flush(&mut run);
                    run = Some(Run { column, width, text: sign.to_owned(), look });
                }
            }
            if is_alone {
                flush(&mut run);
            }
        }
        flush(&mut run);
    }
    grounds + &signs
}

/// One picture that shows the frames in turn, for ever; what moves is said in a title.
fn animated(frames: &[Frame]) -> String {
    let (width, height) =
        (u32::from(COLUMNS) * CELL.0 + 2 * MARGIN, u32::from(ROWS + 2) * CELL.1 + 2 * MARGIN);
    let total: u32 = frames.iter().map(|frame| frame.tenths).sum();
    let percent = |tenths: u32| format!("{:.2}%", f64::from(tenths) * 100.0 / f64::from(total));
    let (mut style, mut body, mut begun) = (String::new(), String::new(), 0);
    for (number, frame) in frames.iter().enumerate() {
        let (from, to) = (percent(begun), percent(begun + frame.tenths));
        begun += frame.tenths;
        let before = if number == 0 { String::new() } else { "0%{visibility:hidden}".to_owned() };
        let after =
            if number + 1 == frames.len() { String::new() } else { format!("{to}{{visibility:hidden}}") };
        let last =
            if number + 1 == frames.len() { "100%{visibility:visible}" } else { "100%{visibility:hidden}" };
        writeln!(
            style,
            "@keyframes f{number}{{{before}{from}{{visibility:visible}}{after}{last}}}#f{number}{{animation-name:f{number}}}"
        )
        .unwrap();
        writeln!(body, "<g id=\"f{number}\" class=\"f\">\n{}</g>", frame.drawn).unwrap();
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\n\
         <title>backprop: a question, its answer, the same in Chinese, a grade, the next question</title>\n<style>\n\
         text{{font:15px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC','PingFang SC','Microsoft YaHei',monospace;white-space:pre}}\n\
         [class*=b]{{font-weight:bold}}[class*=i]{{font-style:italic}}[class*=u]{{text-decoration:underline}}[class*=d]{{opacity:.6}}\n\
         .f{{visibility:hidden;opacity:1;animation:{}s step-end infinite}}\n{style}</style>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1e2127\"/>\n{body}</svg>\n",
        f64::from(total) / 10.0
    )
}

/// A learner who has begun: a plan, and some answers of the days before.
fn begun(home: &Path) {
    let run = |arguments: &[&str]| {
        let mut command = program(home);
        let output =
            command.args(["--lang", "en"]).args(arguments).env("BACKPROP_NOW", NOW).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["plan", "--date", "2026-12-05", "--minutes", "40"]);
    let listed: serde_json::Value =
        serde_json::from_str(&run(&["cards", "--deck", "transformer", "--json"])).unwrap();
    for (number, card) in listed.as_array().unwrap().iter().take(24).enumerate() {
        let (day, grade) = (15 + number / 6, ["good", "good", "hard", "good", "again", "easy"][number % 6]);
        let at = format!("2026-11-{day}T10:{:02}:00Z", number % 6 * 2);
        run(&["grade", card["id"].as_str().unwrap(), grade, "--at", &at, "--ms", "21000"]);
    }
}

/// Waits until the whole screen is drawn: nothing was sent for a while.
fn settle(terminal: &Terminal) {
    let mut before = usize::MAX;
    while before != terminal.bytes().len() {
        before = terminal.bytes().len();
        std::thread::sleep(Duration::from_millis(300));
    }
}

#[test]
fn the_recording_shows_the_program() {
    let home = tempfile::tempdir().unwrap();
    begun(home.path());
    let environment = [("COLORTERM", "truecolor"), ("COLORFGBG", "15;0"), ("BACKPROP_NOW", NOW)];
    let mut terminal = Terminal::start(home.path(), &["--lang", "en"], &environment, COLUMNS, ROWS);
    let mut frames = Vec::new();
    for (keys, expected, tenths, said) in STEPS {
        terminal.press(keys);
        terminal.wait_for(expected);
        settle(&terminal);
        let mut drawn = drawn(terminal.seen.lock().unwrap().0.screen());
        writeln!(
            drawn,
            "<text x=\"{}\" y=\"{}\" fill=\"#85c7ff\" class=\"b\">{}</text>",
            MARGIN + 2 * CELL.0,
            MARGIN + u32::from(ROWS + 1) * CELL.1 + 12,
            escaped(said)
        )
        .unwrap();
        frames.push(Frame { drawn, tenths: *tenths });
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let differ: BTreeSet<&str> = frames.iter().map(|frame| frame.drawn.as_str()).collect();
    assert_eq!(differ.len(), frames.len(), "two frames are the same");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, animated(&frames)).unwrap();
    }
    let picture = fs::read_to_string(&path).unwrap();
    assert!(picture.len() < 300_000, "{} bytes", picture.len());
    assert_eq!(
        picture.matches("class=\"f\"").count(),
        STEPS.len(),
        "`BLESS=1 cargo test --test it recording::`"
    );
}
