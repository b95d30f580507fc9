//! A player without a plan: chance picks decks, logs, settings, sizes and events, and after every event
//! the whole screen is drawn and looked at. What chance says is a row of bytes, so that a seeded
//! generator can play as well as a fuzzer.

use super::desk::{choose, redo_in_files, undo_in_files};
use backprop::card::{CardId, Deck, Grade, Lang};
use backprop::day::{At, Calendar, Day};
use backprop::desk::{Desk, StateOwner};
use backprop::import;
use backprop::markdown;
use backprop::messages;
#[cfg(feature = "images")]
use backprop::messages::PictureRefused;
use backprop::progress::{Answered, Confidence, Kind, LogEvent as Happened, Progress, Review, Target};
use backprop::quiz::code::{Report, Stop};
use backprop::quiz::interview::Length;
use backprop::quiz::session::{Session, Subject};
use backprop::quiz::typed::grader::{GradedPoint, GraderFailure, Verdict};
use backprop::settings::{ROWS, Settings};
use backprop::state::Scheduler;
use backprop::store::builtin::BUILTIN;
use backprop::store::folder::{FolderEntry, FolderExtent, FolderView, Gives};
use backprop::store::library;
use backprop::typeset::theme::{ColourDepth, TerminalLook, Theme};
use backprop::ui::app::{App, Effect, Event, Look, ProgramTask, TaskEnd};
use backprop::ui::keymap::{Action, Context, Key};
#[cfg(feature = "images")]
use backprop::ui::pictures;
use backprop::ui::pictures::{Pictures, Protocol};
use backprop::ui::screens::choices::{ChoiceRow, Choices};
use backprop::ui::screens::interview::setup::Setup;
use backprop::ui::screens::preview::{Preview, PreviewDraft};
use backprop::ui::screens::reported::Reported;
use backprop::ui::screens::study::Study;
use backprop::ui::screens::task::TaskScreen;
use backprop::ui::spot::Spot;
use backprop::ui::undoing;
use backprop::workspace::InterviewReport;
#[cfg(feature = "images")]
use image::DynamicImage;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

/// What chance says, byte by byte.
struct Chance<'a> {
    bytes: &'a mut dyn Iterator<Item = u8>,
    is_over: bool,
}

impl Chance<'_> {
    fn byte(&mut self) -> u8 {
        self.bytes.next().unwrap_or_else(|| {
            self.is_over = true;
            0
        })
    }

    /// A number below `bound`; 0 where nothing is below it.
    fn below(&mut self, bound: usize) -> usize {
        match bound {
            0 | 1 => 0,
            2..=256 => usize::from(self.byte()) % bound,
            _ => usize::from(u16::from_be_bytes([self.byte(), self.byte()])) % bound,
        }
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    fn text(&mut self, of: &[&'static str]) -> &'static str {
        of[self.below(of.len())]
    }

    fn is(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

/// Pieces of a line: words, wide and combining letters, formulas, links, and what only looks like text.
const INLINE: &[&str] = &[
    "Why does it converge",
    "反向传播",
    "卷积层的感受野怎么算",
    "e\u{301}\u{323}o\u{308}",
    "👩‍👩‍👧‍👦🇨🇳",
    "ｆｕｌｌ",
    "ไม่ใช่",
    "שלום",
    "مرحبا",
    "$\\frac{\\partial L}{\\partial w_{ij}}$",
    "$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$",
    "$$\\sum_{i=1}^n \\sqrt[3]{x_i^2}$$",
    "$\\left( \\frac{",
    "`let x = 1;`",
    "**bold** and *slanted*",
    "~~gone~~ ==marked==",
    "[a link](https://example.org/a?b=c)",
    "<https://example.org/反向>",
    "![a picture](picture.png)",
    "![](../../elsewhere.png)",
    "[^1]",
    "<b>html</b><br>",
    "a_very_long_word_that_no_line_of_a_narrow_window_can_hold_without_being_broken_somewhere_in_its_middle",
    "\u{1b}]0;title\u{7}",
    "\u{1b}[201~",
    "a\u{202e}b\u{2066}c",
    "z\u{200b}w\u{200d}\u{feff}",
    "\u{9b}31m",
    "tab\tbed",
    "|",
    "#",
    "-",
    "==hole==",
    "\u{fe0f}\u{20e3}",
    "\u{e0041}",
    "\u{2028}",
    "&#27;&#x9b;&zwj;",
];

/// Pieces of an answer that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "- one point\n- another point\n- 第三点\n",
    "1. first\n2. second\n   - nested\n     - deeper\n       - deepest\n",
    "| a | b |\n|:-:|--:|\n| 1 | 宽宽宽 |\n| `x` | $y^2$ |\n",
    "| a | b | c | d | e | f | g | h |\n|-|-|-|-|-|-|-|-|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n",
    "```python\ndef f(x):\n\treturn x  # 注释\n```\n",
    "```\n\u{1b}[2J\n",
    "> a quote\n>\n> > of a quote\n",
    "$$\n\\begin{aligned} a &= b \\\\ &= c \\end{aligned}\n$$\n",
    "![a picture](picture.png)\n",
    "<details><summary>more</summary>\n\nhidden\n\n</details>\n",
    "- [ ] open\n- [x] done\n",
    "---\n",
    "[^1]: a note\n",
    "```python starter\ndef f():\n```\n\n```python tests\nassert f() == 1\n```\n",
    "\u{1b}P+q544e\u{1b}\\\n",
];

const HEADINGS: &[&str] =
    &["# CNN\n\n", "## 循环神经网络\n\n", "# \u{1b}]0;x\u{7} *Norms* $x$\n\n", "### e\u{301}\n\n", ""];

fn letter(chance: &mut Chance<'_>) -> char {
    let number = match chance.below(8) {
        0 => chance.below(0x20),
        1 => 0x80 + chance.below(0x20),
        2 => 0x300 + chance.below(0x70),
        3 => 0x4e00 + chance.below(0x5000),
        4 => 0x1f300 + chance.below(0x300),
        5 => 0x2000 + chance.below(0x70),
        6 => chance.below(0x1_0000) << 5,
        _ => 0x20 + chance.below(0x5f),
    };
    char::from_u32(number as u32).unwrap_or('\u{fffd}')
}

fn folder_of(chance: &mut Chance<'_>) -> Vec<FolderEntry> {
    let entry = |chance: &mut Chance<'_>| {
        let gives = [Gives::Folder, Gives::Questions(12), Gives::Unread, Gives::Log][chance.below(4)];
        FolderEntry { name: line(chance), gives }
    };
    (0..chance.below(40)).map(|_| entry(chance)).collect()
}

fn line(chance: &mut Chance<'_>) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(3) {
        if chance.is(6) {
            for _ in 0..chance.below(12) {
                text.push(letter(chance));
            }
        } else {
            text.push_str(chance.text(INLINE));
        }
        text.push(' ');
    }
    text
}

fn answer(chance: &mut Chance<'_>) -> String {
    let mut text = String::new();
    for _ in 0..chance.below(4) {
        if chance.is(3) {
            text.push_str(&line(chance));
            text.push('\n');
        } else {
            text.push_str(chance.text(BLOCKS));
        }
        text.push('\n');
    }
    text
}

fn notes(chance: &mut Chance<'_>) -> String {
    let mut text = String::new();
    for number in 1..=1 + chance.below(6) {
        text.push_str(chance.text(HEADINGS));
        text.push_str(&format!("{number}. {}?\n\n{}\n", line(chance), answer(chance)));
    }
    text
}

fn deck(number: usize, chance: &mut Chance<'_>) -> Deck {
    let name = format!("notes-{number}");
    let file = Arc::new(PathBuf::from(format!("{name}.md")));
    let notes = import::read(notes(chance).as_bytes(), Some(&file), None, None);
    Deck {
        name,
        titles: notes.title.map(|title| (Lang::of(&title), title)).into_iter().collect(),
        cards: notes.cards,
    }
}

fn decks(chance: &mut Chance<'_>) -> Vec<Deck> {
    let own = |chance: &mut Chance<'_>, count| (0..count).map(|number| deck(number, chance)).collect();
    let decks = match chance.below(8) {
        0 => vec![BUILTIN[0].deck()],
        1 => Vec::new(),
        2 | 3 => own(chance, 2),
        _ => own(chance, 1),
    };
    library::settle(decks)
}

/// Something that may have happened to a card.
fn kind(chance: &mut Chance<'_>, now: At, ids: &[CardId]) -> Kind {
    let grade = *chance.one(&Grade::ALL);
    let confidence = *chance.one(&Confidence::ALL);
    match chance.below(18) {
        16.. => Kind::note(
            chance.one(&["", "a\u{1b}]0;x\u{7}\n\n    b", "我的笔记 🧑‍🚀"]).to_string(),
            chance.one::<&str>(&["", "我的笔记 🧑‍🚀"]),
        ),
        0 => Kind::Suspend,
        1 => Kind::Bury,
        2 => Kind::Flag,
        3 => Kind::Asked { went: Some(grade), place: "".into() },
        4 => Kind::Answered(Answered { round: now, ms: 5000, pace: 60_000, confidence }),
        5 => Kind::Due { on: Day(chance.below(60_000) as i32) },
        6 => Kind::Move { to: chance.one(ids).clone() },
        7 => {
            let date = Day(Calendar::utc().moment(now).day.0 + chance.below(40) as i32 - 3);
            let weights = r#"{"notes-0":2.0,"notes-0 › CNN":0.0,"\u001b]0;x\u0007":1.5}"#;
            Kind::Plan(Target {
                date: Some(date),
                minutes: chance.below(200) as u32,
                weights: weights.into(),
                ..Target::default()
            })
        }
        _ => {
            let ms = chance.below(200_000) as u32;
            Kind::Review(Review { confidence: Some(confidence), ..Review::new(grade, "recall", ms) })
        }
    }
}

/// A log of the days before `now`, with an id that no deck has.
fn progress(decks: &[Deck], now: At, chance: &mut Chance<'_>) -> Progress {
    let cards = decks.iter().flat_map(|deck| &deck.cards).map(|card| card.id.clone());
    let ids: Vec<CardId> = cards.chain([CardId::from("\u{1b}]0;gone\u{7}")]).collect();
    let mut events = Vec::new();
    for _ in 0..chance.below(40) {
        let at = now.plus_seconds(-(chance.below(60_000) as i64) * 60);
        let (card, kind) = (chance.one(&ids).clone(), kind(chance, at, &ids));
        let card = if matches!(kind, Kind::Plan(_)) { CardId::from("") } else { card };
        events.push(Happened { at, day: Calendar::utc().moment(at).day, card, kind });
    }
    Progress::of(Scheduler::default(), &events)
}

fn settings(chance: &mut Chance<'_>) -> Settings {
    let mut settings = Settings::default();
    for _ in 0..chance.below(5) {
        let row = chance.one(ROWS);
        for _ in 0..chance.below(8) {
            let value = (row.step)(&settings, 1);
            (row.set)(&mut settings, &value);
        }
    }
    settings
}

/// A running program.
struct Game {
    app: App,
    desk: Desk,
    /// The whole log, where only its end is in memory.
    whole: Option<Progress>,
    terminal: Terminal<TestBackend>,
    /// A card whose answer a grader has.
    judged: Option<CardId>,
}

const SIZES: &[(u16, u16)] = &[
    (80, 24),
    (40, 12),
    (120, 40),
    (20, 5),
    (0, 0),
    (1, 1),
    (21, 6),
    (0, 24),
    (80, 0),
    (3, 60),
    (200, 4),
    (200, 60),
];

impl Game {
    fn new(chance: &mut Chance<'_>) -> Game {
        let calendar = Calendar::utc();
        let now = At::parse("2026-11-22T10:00:00.000Z").expect("it is a time");
        let decks = decks(chance);
        let mut progress = progress(&decks, now, chance);
        let mut whole = None;
        if chance.is(6) {
            let end = Progress::resume(Scheduler::default(), progress.snapshot());
            whole = Some(std::mem::replace(&mut progress, end));
        }
        let lang = *chance.one(&[Lang::En, Lang::Zh]);
        let mut desk = Desk { progress, ..Desk::new(decks, calendar, now, lang) };
        let chosen = settings(chance);
        if desk.choose(chosen).is_err() {
            // Other rules need the whole log; the program loads it first.
            whole.take().into_iter().for_each(|whole| desk.progress.replace_history(whole));
        }
        let terminal = TerminalLook {
            colours: !chance.is(4),
            depth: *chance.one(&[ColourDepth::Sixteen, ColourDepth::Indexed, ColourDepth::All]),
            is_dark: *chance.one(&[None, Some(true), Some(false)]),
            lines: !chance.is(4),
        };
        let protocol = *chance.one(&[Protocol::Blocks, Protocol::Off]);
        let look = Look {
            terminal,
            pictures: Arc::new(Pictures::new(protocol, None, chance.is(2))),
            ..Look::new(Theme::chosen(desk.settings.theme, terminal), lang)
        };
        let subject = Subject::default();
        let app = match chance.below(5) {
            0 if !subject.selection(&desk).is_empty() => {
                App::with(Box::new(Study::new(Session::start(subject, &desk))), look)
            }
            1 => {
                let setup = Setup::new(Length { questions: 2, minutes: 1 }, None, &desk);
                if setup.has_cards() { App::with(Box::new(setup), look) } else { App::home(look) }
            }
            2 => {
                let draft = |number: usize, chance: &mut Chance<'_>| {
                    PreviewDraft::new(
                        format!("notes-{number}.md"),
                        notes(chance).into_bytes(),
                        None,
                        HashSet::new(),
                    )
                };
                let drafts = (0..=chance.below(2)).map(|number| draft(number, chance)).collect();
                App::with(Box::new(Preview::new(drafts)), look)
            }
            _ => App::home(look),
        };
        let terminal = Terminal::new(TestBackend::new(80, 24)).expect("memory takes everything");
        let mut game = Game { app, desk, whole, terminal, judged: None };
        game.app.settings_changed(&game.desk);
        let &(width, height) = chance.one(&SIZES[..4]);
        game.resize(width, height);
        game
    }

    fn resize(&mut self, width: u16, height: u16) {
        self.terminal.backend_mut().resize(width, height);
    }

    /// Lets something happen; `false` when the program ends.
    fn step(&mut self, chance: &mut Chance<'_>) -> bool {
        let seconds = [0, 1, 2, 60, 3600, 86_400][chance.below(16).min(5) % 6];
        self.desk.now = self.desk.calendar.moment(self.desk.now.at.plus_seconds(seconds));
        let effect = match chance.below(32) {
            0 => {
                let &(width, height) = chance.one(SIZES);
                self.resize(width, height);
                None
            }
            1 => {
                let (width, height) = if chance.is(4) { (201, 61) } else { (90, 30) };
                self.resize(chance.below(width) as u16, chance.below(height) as u16);
                None
            }
            2 => {
                let text = line(chance);
                self.app.paste(&text, &mut self.desk)
            }
            3..=5 => self.click(chance),
            6 => {
                let action = *chance.one(&[Action::Up, Action::Down]);
                (0..3)
                    .fold(None, |effect, _| effect.or(self.app.event(Event::Action(action), &mut self.desk)))
            }
            7 => {
                let at = self.app.wake_at(&self.desk).filter(|at| *at > self.desk.now.at);
                self.desk.now = self.desk.calendar.moment(at.unwrap_or(self.desk.now.at));
                self.app.wake(&mut self.desk)
            }
            8 => {
                self.look_at_pictures(chance);
                None
            }
            9 => {
                self.others_act(chance);
                None
            }
            10 => self.app.key(Key::Char(letter(chance)), &mut self.desk),
            11 => self.app.key(*chance.one(NAMED), &mut self.desk),
            12 => self.app.key(Key::Char(*chance.one(&['1', '2', '3', '4', '9', '0'])), &mut self.desk),
            13 => self.app.key(Key::Ctrl((b'a' + chance.below(26) as u8) as char), &mut self.desk),
            // These know few keys that do not leave them, and every other one may type.
            14..=17 if matches!(self.app.context(), Context::List | Context::Field) => {
                self.app.key(Key::Esc, &mut self.desk)
            }
            _ => {
                let keys = keys(self.app.context());
                self.app.key(*chance.one(&keys), &mut self.desk)
            }
        };
        effect.is_none_or(|effect| self.perform(effect, chance))
    }

    fn click(&mut self, chance: &mut Chance<'_>) -> Option<Effect> {
        let buffer = self.terminal.backend().buffer();
        let spots: Vec<Spot> = buffer.content.iter().filter_map(Spot::of).collect();
        if spots.is_empty() {
            return None;
        }
        let spot = *chance.one(&spots);
        self.app.click(spot, &mut self.desk)
    }

    /// What the thread that reads pictures delivers.
    #[cfg(feature = "images")]
    fn look_at_pictures(&mut self, chance: &mut Chance<'_>) {
        for job in self.app.missing_pictures() {
            let how = self.app.pictures().how();
            match job.size {
                None => {
                    let size = match chance.below(4) {
                        0 => Err(PictureRefused::Missing),
                        1 => Ok((1, 1)),
                        2 => Ok((16_000, 3)),
                        _ => Ok((640, 480)),
                    };
                    self.app.with_pictures(|pictures| pictures.learn(job.key, size), &self.desk);
                }
                Some(size) => {
                    if let Ok(drawing) = pictures::draw(&DynamicImage::new_rgba8(4, 3), size, how) {
                        self.app.with_pictures(|pictures| pictures.keep(job, Arc::new(drawing)), &self.desk);
                    }
                }
            }
        }
    }

    /// There is no such thread in this build.
    #[cfg(not(feature = "images"))]
    fn look_at_pictures(&mut self, _: &mut Chance<'_>) {
        assert!(self.app.missing_pictures().is_empty());
    }

    /// Other programs: a grader answers, notes change, a disk is full.
    fn others_act(&mut self, chance: &mut Chance<'_>) {
        match chance.below(5) {
            0 => {
                let card = self.judged.take().or(self.app.card(&self.desk));
                let points = (0..chance.below(6))
                    .map(|_| GradedPoint { is_covered: chance.is(2), ..GradedPoint::default() });
                let points = Some(points.collect()).filter(|_| chance.is(2));
                let remarks = backprop::markdown::clean(&line(chance));
                let verdict = Verdict { grade: Some(Grade::Hard), remarks, points };
                let verdict = if chance.is(4) { Err(GraderFailure::Stopped) } else { Ok(verdict) };
                card.into_iter().for_each(|card| self.app.judged(&card, &verdict, &mut self.desk));
            }
            1 | 2 => {
                self.desk.decks = decks(chance);
                self.app.decks_changed(None, &mut self.desk);
                self.app.tell_reread(1);
            }
            3 => self.app.not_saved(3, &line(chance)),
            _ => self.app.background_is(chance.is(2), &self.desk),
        }
    }

    /// Does what the shell would; `false` when the program ends.
    fn perform(&mut self, effect: Effect, chance: &mut Chance<'_>) -> bool {
        match effect {
            Effect::Quit | Effect::Accept(_) => return false,
            Effect::Choose { row, value } => {
                let mut settings = self.desk.settings.clone();
                if (ROWS[row].set)(&mut settings, &value) && settings.rules != self.desk.settings.rules {
                    self.load_history();
                }
                choose(&mut self.desk, row, &value);
                self.app.settings_changed(&self.desk);
            }
            Effect::Undo(since) => {
                self.load_history();
                let taken = match self.desk.undoable.is_in_files(since) {
                    true => undo_in_files(&mut self.desk),
                    false => StateOwner::undo(&mut self.desk, since),
                };
                let taken = taken.expect("it is asked for what is there");
                let _ = undoing::said(&taken, &self.desk, messages::of(self.desk.lang_of_words));
                self.app.settings_changed(&self.desk);
            }
            Effect::Redo(since) => {
                self.load_history();
                let again = match self.desk.undoable.is_undone_in_files(since) {
                    true => redo_in_files(&mut self.desk),
                    false => StateOwner::redo(&mut self.desk, since),
                };
                let again = again.expect("it is asked for what is there");
                let _ = undoing::said_again(&again, &self.desk, messages::of(self.desk.lang_of_words));
                self.app.settings_changed(&self.desk);
            }
            Effect::LoadHistory => {
                self.load_history();
                let effect = self.app.event(Event::Wake, &mut self.desk);
                assert!(effect.is_none(), "the log was loaded, and is asked for again: {effect:?}");
            }
            Effect::Write { place, is_new, question, answer } => {
                let before = self.app.card(&self.desk);
                let text = format!("1. {question}\n\n{answer}\n");
                let cards = import::read(text.as_bytes(), None, None, None).cards;
                let now = cards.first().map(|card| card.id.clone()).filter(|_| !is_new);
                let deck = &mut self.desk.decks[place.deck].cards;
                let at = if is_new { deck.len() } else { place.card };
                deck.splice(at..(at + usize::from(!is_new)).min(deck.len()), cards);
                let decks = std::mem::take(&mut self.desk.decks);
                self.desk.decks = library::settle(decks);
                self.app.decks_changed(before.zip(now).as_ref(), &mut self.desk);
            }
            Effect::Edit { .. } => {
                self.app.decks_changed(None, &mut self.desk);
            }
            Effect::WriteReport { name, text } => {
                assert_eq!(markdown::clean(&text), text);
                self.app.report_written(&format!("/tmp/{name}.md"), &self.desk);
            }
            Effect::Judge { card, .. } => self.judged = Some(card),
            Effect::WriteCode { card, text } => {
                let written = format!("{text}{}", line(chance));
                if let Some(effect) = self.app.event(Event::Coded(card, written), &mut self.desk) {
                    return self.perform(effect, chance);
                }
            }
            Effect::Trust { key, .. } => {
                self.desk.settings.trusted.insert(key);
                if let Some(effect) = self.app.event(Event::Trusted, &mut self.desk) {
                    return self.perform(effect, chance);
                }
            }
            Effect::RunTests { card, answer, .. } => {
                let told = format!("{{\"ok\":1}}\n{{\"failed\":{{\"what\":{:?}}}}}\n{{\"end\":true}}", "x");
                let stopped = chance.is(3).then_some(Stop::Memory);
                let report = Report::read(&told, &line(chance), stopped);
                self.app.tested(card, answer, report, &mut self.desk);
            }
            Effect::OpenLink(url) => assert_eq!(markdown::clean(&url), url),
            Effect::LookInto { .. } => {
                let entries = chance.is(2).then(|| folder_of(chance));
                let extent = *chance.one(&[FolderExtent::Whole, FolderExtent::Reading, FolderExtent::Cut]);
                let folder = FolderView { path: "/home/anna/notes".into(), entries, extent, whole: None };
                if let Some(effect) = self.app.event(Event::Folder(folder), &mut self.desk) {
                    return self.perform(effect, chance);
                }
            }
            Effect::Import(paths) => {
                assert!(!paths.is_empty());
                let (end, lines) = (TaskEnd::Done, vec![markdown::clean(&line(chance))]);
                let decks = self.desk.decks.iter().take(1).map(|deck| deck.name.clone()).collect();
                let over = TaskScreen::over(ProgramTask::Import, end, lines, decks);
                self.app.imported(3, Box::new(over), &mut self.desk);
            }
            Effect::ReadReport(_) | Effect::ReadTyped(_) => {
                if matches!(effect, Effect::ReadTyped(_)) {
                    self.app.event(Event::ReportWritten, &mut self.desk);
                }
                let own = self.desk.places().next().map(|place| self.desk.face(place).question.to_string());
                let asked = own.into_iter().chain([line(chance), "谢谢大佬".to_owned(), line(chance)]);
                let asked = (1..).zip(asked).map(|(line, text)| (line, "Acme".to_owned(), text)).collect();
                let left = vec![(9, line(chance))];
                let report = InterviewReport::of(asked, left, &self.desk);
                let shown = Reported::new(report, &self.desk);
                self.app.show(Box::new(shown), &mut self.desk);
            }
            Effect::NoteReport(notes) => {
                self.load_history();
                self.desk.note_report(notes.asked, Vec::new()).unwrap();
                self.app.event(Event::ReportNoted, &mut self.desk);
            }
            Effect::Run(task) => {
                self.app.show(Box::new(TaskScreen::new(task)), &mut self.desk);
                let said = Event::TaskSaid(vec![markdown::clean(&line(chance))], Some(40));
                self.app.event(said, &mut self.desk);
                if chance.is(2) {
                    self.app.event(Event::TaskEnded(TaskEnd::Failed), &mut self.desk);
                }
            }
            Effect::ListRemovable => {
                let row = |deck: &backprop::card::Deck| ChoiceRow {
                    name: deck.name.clone(),
                    about: deck.cards.len().to_string(),
                    task: ProgramTask::Remove(deck.name.clone()),
                };
                let rows = self.desk.decks.iter().map(row).collect();
                self.app.show(Box::new(Choices::removable(rows)), &mut self.desk);
            }
            Effect::StopTask => {
                self.app.event(Event::TaskEnded(TaskEnd::Stopped), &mut self.desk);
            }
            // What a terminal is given must be text and nothing else.
            Effect::Copy(text) => assert_eq!(markdown::clean(&text), text),
            Effect::Stop | Effect::Redraw => (),
        }
        !chance.is_over
    }

    fn load_history(&mut self) {
        self.whole.take().into_iter().for_each(|whole| self.desk.progress.replace_history(whole));
    }

    /// Draws as the shell does, and looks at every cell.
    fn draw(&mut self) {
        let size = self.terminal.size().expect("memory has a size");
        self.app.resize(size, &self.desk);
        let (app, desk) = (&self.app, &self.desk);
        let frame = self.terminal.draw(|frame| app.view(frame, desk)).expect("memory takes everything");
        for cell in &frame.buffer.content {
            let symbol = cell.symbol();
            let is_plain = symbol.bytes().all(|byte| (b' '..=b'~').contains(&byte));
            assert!(
                is_plain || markdown::clean(symbol) == symbol,
                "{symbol:?} is on the screen of {:?}",
                self.app.context()
            );
        }
    }
}

const NAMED: &[Key] = &[
    Key::Enter,
    Key::Esc,
    Key::Backspace,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::PageUp,
    Key::PageDown,
    Key::Home,
    Key::End,
    Key::Tab,
    Key::Delete,
];

/// The keys that mean something in a place. Those that leave it come once, however many they are.
fn keys(context: Context) -> Vec<Key> {
    let keymap = backprop::ui::keymap::Keymap::default();
    let (mut keys, mut leaving) = (Vec::new(), Vec::new());
    for bound in keymap.of(context) {
        let leaves = matches!(bound.binding.action, Action::Back | Action::Quit | Action::Stop);
        if leaves { leaving.extend(bound.keys_in(context)) } else { keys.extend(bound.keys_in(context)) }
    }
    keys.extend(leaving.first());
    keys
}

/// Plays until chance has nothing more to say, or this many events have happened; gives how many did,
/// and how often each place was drawn.
pub(crate) fn play(bytes: &mut dyn Iterator<Item = u8>, most: usize) -> (usize, BTreeMap<String, usize>) {
    let mut chance = Chance { bytes, is_over: false };
    let (mut events, mut places) = (0, BTreeMap::new());
    let mut game = Game::new(&mut chance);
    game.draw();
    while events < most && !chance.is_over {
        events += 1;
        if !game.step(&mut chance) {
            game = Game::new(&mut chance);
        }
        game.draw();
        *places.entry(format!("{:?}", game.app.context())).or_default() += 1;
    }
    (events, places)
}
