//! No answer shows markup where there is a way to draw it.

use backprop::import;
use backprop::typeset;
use backprop::typeset::theme::Theme;
use ratatui::style::{Color, Style};
use std::path::{Path, PathBuf};

/// Code may contain anything, so that it gets a colour of its own here and is skipped by it.
const CODE: Color = Color::Indexed(200);

fn theme() -> Theme {
    let mut theme = Theme::plain();
    theme.code = Style::new().bg(CODE);
    theme.code_block = theme.code;
    theme
}

/// The files of the built-in decks, and those of the shared corpus where there is one.
fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["content/en", "content/zh", "../shared/corpus/files"].map(|folder| root.join(folder));
    let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .collect()
}

/// What is left of the markup in a line.
fn left_over(line: &str) -> Option<&'static str> {
    let signs = [
        "**", "](", "~~", "```", "![", "[^", "<!--", "-->", "$$", "\\(", "\\[", "- [ ]", "- [x]", "|--",
        "|:-",
    ];
    if let Some(sign) = signs.into_iter().find(|sign| line.contains(sign)) {
        return Some(sign);
    }
    let after =
        |start: &str| line.match_indices(start).map(|(at, _)| &line[at + start.len()..]).collect::<Vec<_>>();
    let letters = |text: &str| text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let tag = |rest: &&str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        letters(rest) > 0
            && rest[letters(rest)..]
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .starts_with(['>', ' ', '/'])
    };
    let entity = |rest: &&str| letters(rest) > 1 && rest[letters(rest)..].starts_with(';');
    let heading = |text: &str| text.trim_start_matches('#').starts_with(' ') && text.starts_with('#');
    [
        (after("<").iter().any(tag), "a tag"),
        (after("&").iter().any(entity), "an entity"),
        (after("\\").iter().any(|rest| letters(rest) > 1), "a command of LaTeX"),
        (line.matches('$').count() > 1, "$"),
        (heading(line), "a heading"),
    ]
    .into_iter()
    .find_map(|(found, name)| found.then_some(name))
}

/// How many lines were looked at, and in which markup was left.
#[derive(Default)]
struct Left {
    lines: usize,
    found: Vec<String>,
}

impl Left {
    /// Our own decks show none at all. Real notes hold markup that is broken or that nobody meant: `2**2`,
    /// `$` as brackets, escaped stars, formulas without their signs. Of their lines few may be left.
    fn is_little(own: &Left, others: &Left) {
        assert!(own.lines > 100);
        assert!(own.found.is_empty(), "{} lines\n{}", own.found.len(), own.found.join("\n"));
        let few = others.found.len() * 1000 <= 4 * others.lines;
        assert!(few, "{} of {} lines\n{}", others.found.len(), others.lines, others.found.join("\n"));
    }
}

fn is_own(path: &Path) -> bool {
    !path.to_string_lossy().contains("corpus")
}

#[test]
fn no_markup_is_left() {
    let (theme, mut own, mut others, mut answers) = (theme(), Left::default(), Left::default(), 0);
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        let notes = import::read(&bytes, None, None, None);
        let mut sources: Vec<String> =
            notes.cards.iter().flat_map(|card| &card.faces).map(|face| face.answer.to_string()).collect();
        answers += sources.len();
        let left = if is_own(&path) {
            // What is no answer today may be one to a better reader.
            sources.push(String::from_utf8_lossy(&bytes).into_owned());
            &mut own
        } else {
            &mut others
        };
        for source in sources {
            for width in [36, 76, 92] {
                for line in typeset::lay_out(&source, width, &theme).lines {
                    assert!(line.width() <= usize::from(width), "{}: {line}", path.display());
                    let spans = line.spans.iter().filter(|span| span.style.bg != Some(CODE));
                    let text: String = spans.map(|span| span.content.as_ref()).collect();
                    left.lines += 1;
                    if let Some(sign) = left_over(&text) {
                        let file = path.file_name().unwrap().to_string_lossy().into_owned();
                        left.found.push(format!("{file} at {width}: {sign} in {text:?}"));
                    }
                }
            }
        }
    }
    assert!(answers >= 46);
    Left::is_little(&own, &others);
}

/// Questions stand on every screen, and headings above them.
#[test]
fn no_markup_is_left_in_questions_and_headings() {
    let (theme, mut own, mut others, mut questions) = (theme(), Left::default(), Left::default(), 0);
    for path in files() {
        let notes = import::read(&std::fs::read(&path).unwrap(), None, None, None);
        let left = if is_own(&path) { &mut own } else { &mut others };
        for face in notes.cards.iter().flat_map(|card| &card.faces) {
            questions += 1;
            let headings = face.topic.iter().map(String::as_str);
            for source in headings.chain([face.question.as_str()]) {
                let lines = match source == face.question.as_str() {
                    true => typeset::lay_out_question(source, 76, &theme),
                    false => typeset::lay_out_inline(source, 76, Style::new(), &theme),
                };
                let spans = lines.iter().flat_map(|line| &line.spans);
                let drawn: String = spans
                    .filter(|span| span.style.bg != Some(CODE))
                    .map(|span| span.content.as_ref())
                    .collect();
                // In lists there are no colours; code stands as it is.
                let first = source.lines().next().unwrap_or_default();
                let plain = if source.contains('`') { String::new() } else { typeset::plain(first) };
                let sign = left_over(&drawn).or(left_over(&plain));
                left.lines += 1;
                left.found.extend(sign.map(|sign| format!("{}: {sign} in {source:?}", path.display())));
            }
        }
    }
    assert!(questions >= 46);
    Left::is_little(&own, &others);
}
