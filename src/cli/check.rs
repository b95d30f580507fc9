//! `backprop check`: read notes without importing them.

use super::language::{lang, say};
use super::opening::named_style;
use super::{print_json, tell_error, tell_note};
use crate::card::{Card, CardId, Lang};
use crate::import::{self, Account, Considered, Diagnostic, FileLines, Severity};
use crate::markdown;
use crate::messages::{self, DiskMessage, Help, Message, TaskMessage, style_name};
use crate::store::apart::{Apart, Read};
use crate::store::leaf;
use crate::store::library::{self, ReadFile};
use crate::store::spelling::shown;
use crate::store::spelling::slashed;
use crate::store::twins::standing_twice;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::{Serialize, Serializer};
use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(help = say(Help::CheckPaths))]
    #[arg(required = true, value_name = "FILE or DIR")]
    paths: Vec<PathBuf>,
    #[arg(help = say(Help::Style))]
    #[arg(long, value_name = "STYLE")]
    style: Option<String>,
    #[arg(help = say(Help::Json))]
    #[arg(long)]
    json: bool,
}

/// One file in `--json` output.
#[derive(Serialize)]
pub(super) struct FileJson<'a> {
    file: String,
    encoding: &'a str,
    style: Option<&'a str>,
    why: &'a str,
    readings: &'a [Considered],
    pub(super) deck: String,
    cards: ReadCards<'a>,
    diagnostics: Vec<Diagnostic>,
}

/// The cards of a file, and the lines of the file for those of its notes.
struct ReadCards<'a>(&'a [Card], FileLines);

/// One card in `--json` output. Lines are 1-based; an absent answer has null lines.
#[derive(Serialize)]
struct ReadCardJson<'a> {
    id: &'a str,
    question: &'a str,
    topic: &'a [String],
    question_line: usize,
    answer_first_line: Option<usize>,
    answer_last_line: Option<usize>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let style = args.style.as_deref().map(named_style).transpose()?;
    let (streams, paths): (Vec<PathBuf>, Vec<PathBuf>) =
        args.paths.iter().cloned().partition(|path| path.as_os_str() == library::STREAM);
    let (mut files, mut unreadable) = library::read_notes(&paths, style);
    if !streams.is_empty() {
        match library::read_stream(io::stdin().lock(), style) {
            Ok(file) => files.insert(0, file),
            Err(problem) => unreadable.push(problem),
        }
    }
    unreadable.iter().for_each(|problem| tell_error(&say(Message::from(problem))));
    if files.is_empty() && unreadable.is_empty() {
        tell_error(&say(DiskMessage::NoNotes));
    }
    library::listing(&paths).copies.iter().for_each(|copy| tell_note(&say(Message::from(copy))));
    tell_apart(&mut files);
    tell_again(&mut files);
    if args.json {
        print_json(&files.iter().map(checked).collect::<Vec<_>>())?;
    } else {
        print(&files)?;
    }
    let failed = !unreadable.is_empty() || files.iter().all(|file| file.notes.cards.is_empty());
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Gives cards that ask the same as one of an earlier file and answer otherwise ids of their own, and
/// says so where they stand.
fn tell_apart(files: &mut [ReadFile]) {
    let cards = files.iter().flat_map(|file| &file.notes.cards);
    let twice = standing_twice(cards.map(|card| &card.id));
    let reads = files.iter_mut().map(|file| Read {
        path: &file.path,
        cards: &mut file.notes.cards,
        print: None,
        out: None,
    });
    for meeting in Apart::none().tell(&mut reads.collect::<Vec<_>>(), &twice) {
        let (path, line) = &meeting.first;
        let message = TaskMessage::AsksOtherwise { path: shown(path), line: *line };
        let help = TaskMessage::RewordOne;
        let diagnostics = &mut files[meeting.file].notes.diagnostics;
        diagnostics.push(Diagnostic::warning(meeting.place.1, message, help));
        diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    }
}

/// Says where a card of an earlier file stands once more: an import makes one card of both.
fn tell_again(files: &mut [ReadFile]) {
    let twice = standing_twice(files.iter().flat_map(|file| &file.notes.cards).map(|card| &card.id));
    if twice.is_empty() {
        return;
    }
    let mut firsts: HashMap<(CardId, Lang), (usize, Arc<PathBuf>, usize)> = HashMap::new();
    for (index, file) in files.iter_mut().enumerate() {
        for card in &file.notes.cards {
            let (face, key) = (&card.faces[0], (card.id.clone(), card.faces[0].lang));
            let line = face.source.question_line;
            let (before, path, first) = firsts.entry(key).or_insert_with(|| (index, file.path.clone(), line));
            if *before != index {
                let message = TaskMessage::AsksTheSame { path: shown(path), line: *first };
                let help = TaskMessage::OneCard;
                file.notes.diagnostics.push(Diagnostic::note(line, message, help));
            }
        }
        file.notes.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    }
}

/// One file in the `--json` output of this command: what was read, and what became of its characters.
#[derive(Serialize)]
struct CheckedJson<'a> {
    #[serde(flatten)]
    file: FileJson<'a>,
    characters: Account,
    lost: Vec<Diagnostic>,
}

fn checked(file: &ReadFile) -> CheckedJson<'_> {
    let characters = import::account(&file.bytes, &file.notes);
    let lost = placed(&characters.diagnostics, &lines_of(file));
    CheckedJson { file: json(file), characters, lost }
}

/// The lines of a file that no card shows in full.
pub(super) fn lost(file: &ReadFile) -> Vec<Diagnostic> {
    placed(&import::account(&file.bytes, &file.notes).diagnostics, &lines_of(file))
}

pub(super) fn json(file: &ReadFile) -> FileJson<'_> {
    let lines = lines_of(file);
    FileJson {
        file: slashed(&file.path),
        encoding: file.notes.encoding,
        style: file.notes.style,
        why: &file.notes.why,
        readings: &file.notes.readings,
        deck: leaf::name_of(&file.path),
        diagnostics: placed(&file.notes.diagnostics, &lines),
        cards: ReadCards(&file.notes.cards, lines),
    }
}

/// The lines of a file of another program's format, for those of the notes that were made of it.
fn lines_of(file: &ReadFile) -> FileLines {
    FileLines::of(file.original.as_deref().unwrap_or_default())
}

/// Diagnostics with the lines of the file.
fn placed(diagnostics: &[Diagnostic], lines: &FileLines) -> Vec<Diagnostic> {
    let place = |told: &Diagnostic| {
        let (line, last_line) = lines.of_lines(told.line, told.last_line);
        Diagnostic { line, last_line, ..told.clone() }
    };
    diagnostics.iter().map(place).collect()
}

/// Writes card after card, since a file may hold a million.
impl Serialize for ReadCards<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(self.0.iter().map(|card| card_json(card, &self.1)))
    }
}

fn card_json<'a>(card: &'a Card, lines: &FileLines) -> ReadCardJson<'a> {
    let face = &card.faces[0];
    let answer = face.source.answer_lines.map(|(first, last)| lines.of_lines(first, last));
    ReadCardJson {
        id: card.id.as_str(),
        question: &face.question,
        topic: &face.topic,
        question_line: lines.of_line(face.source.question_line),
        answer_first_line: answer.map(|(first, _)| first),
        answer_last_line: answer.map(|(_, last)| last),
    }
}

/// The cards and diagnostics for people: every file with its cards, then what is odd.
fn print(files: &[ReadFile]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let renderer = if io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    for (index, file) in files.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let style = file.notes.style.map_or(String::new(), |style| {
            let why = (messages::of(lang()).preview.style)(style).unwrap_or(&file.notes.why).to_owned();
            say(TaskMessage::CheckStyle { style: style_name(style, lang()).to_owned(), why })
        });
        let (path, cards) = (shown(&file.path), file.notes.cards.len());
        let head = TaskMessage::CheckHead { path, cards, encoding: file.notes.encoding.to_owned() };
        writeln!(out, "{}{style}", say(head))?;
        for reading in file.notes.readings.iter().take(READINGS) {
            writeln!(out, "        {}", say(told_reading(reading)))?;
        }
        let places = lines_of(file);
        for card in &file.notes.cards {
            let face = &card.faces[0];
            let question = markdown::text(&markdown::inlines(&face.question)).replace('\n', " ");
            let answer_lines = face.source.answer_lines.map(|(first, last)| places.of_lines(first, last));
            let answer = match answer_lines {
                Some((first, last)) if first == last => TaskMessage::AnswerLine { line: first },
                Some((first, last)) => TaskMessage::AnswerLines { first, last },
                None => TaskMessage::NoAnswer,
            };
            let answer = say(answer);
            writeln!(out, "{:>6}  {question}  [{answer}]", places.of_line(face.source.question_line))?;
        }
        let account = import::account(&file.bytes, &file.notes);
        let text = import::text(&file.bytes);
        let lines: Vec<&str> = text.split('\n').collect();
        for diagnostic in file.notes.diagnostics.iter().chain(&account.diagnostics) {
            let line = lines.get(diagnostic.line - 1).copied().unwrap_or_default();
            let number = places.of_line(diagnostic.line);
            writeln!(out, "\n{}", drawn(diagnostic, (number, line), &file.path, &renderer))?;
        }
        if account.visible > 0 {
            writeln!(out, "\n{}", counted(&account))?;
        }
    }
    Ok(())
}

/// What is said of a reading, in one line.
fn told_reading(reading: &Considered) -> TaskMessage {
    let Considered { style, questions, taken, asking, answered, share, why } = reading.clone();
    let why = say(&why);
    match taken {
        true => TaskMessage::ReadAs { style, questions, asking, answered, share, why },
        false => TaskMessage::NotReadAs { style, questions, asking, answered, share, why },
    }
}

/// So many readings are told of.
const READINGS: usize = 4;

/// What became of the characters of a file, in one line.
fn counted(account: &Account) -> String {
    let removed: Vec<String> =
        account.removed.iter().map(|(rule, count)| format!("{} {count}", say(rule.about()))).collect();
    let mut line = say(TaskMessage::OnCards { visible: account.visible, shown: account.shown });
    if account.told > 0 {
        line.push_str(&say(TaskMessage::InNamedLines { count: account.told }));
    }
    if account.lost > 0 {
        line.push_str(&say(TaskMessage::Lost { count: account.lost }));
    }
    if !removed.is_empty() {
        line.push_str(&say(TaskMessage::LeftOut { what: removed.join(", ") }));
    }
    line
}

/// A diagnostic with its source line, as compilers draw it.
fn drawn(diagnostic: &Diagnostic, (number, line): (usize, &str), path: &Path, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => (Level::ERROR, TaskMessage::LevelError),
        Severity::Warning => (Level::WARNING, TaskMessage::LevelWarning),
        Severity::Note => (Level::NOTE, TaskMessage::LevelNote),
    };
    let (level, help_level) =
        (level.0.with_name(say(level.1)), Level::HELP.with_name(say(TaskMessage::LevelHelp)));
    let line = markdown::clean(line);
    let path = shown(path);
    let snippet = Snippet::source(line.as_str())
        .line_start(number)
        .path(path.as_str())
        .annotation(AnnotationKind::Primary.span(0..line.len()));
    let (message, help) =
        (markdown::clean(&say(&diagnostic.message)), markdown::clean(&say(&diagnostic.help)));
    let report =
        [level.primary_title(message.as_str()).element(snippet).element(help_level.message(help.as_str()))];
    renderer.render(&report)
}
