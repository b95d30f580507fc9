//! Golden screens: a story is keys and the screens they lead to.
//!
//! Each file in `stories/` starts with settings (`size 80x24`, `lang zh`, `notes FILE`, `deck NAME`, `log FILE`,
//! `study`, `preview`, `set SETTING VALUE`), then
//! alternates `> keys` with the screen after them. `BLESS=1 cargo test --test it stories::` writes what the
//! program draws; read the difference before committing it.

use crate::harness::desk;
use backprop::card::{Deck, Lang};
use backprop::desk::{Desk, StateOwner};
use backprop::import;
use backprop::messages;
use backprop::progress::{Progress, event};
use backprop::quiz::code::Report;
use backprop::quiz::session::{Session, Subject};
use backprop::settings::{ROWS, Settings};
use backprop::state::Scheduler;
use backprop::store::builtin::{BUILTIN, Builtin};
use backprop::store::folder::{FolderEntry, FolderExtent, FolderView, Gives, PickKind, WholeFolder};
use backprop::typeset::theme::Theme;
use backprop::ui::app::{App, Effect, Event, Look, ProgramTask, TaskEnd};
use backprop::ui::keymap::{Action, Context, Key, Keymap};
use backprop::ui::screens::choices::{ChoiceRow, Choices};
use backprop::ui::screens::preview::{Preview, PreviewDraft};
use backprop::ui::screens::reported::Reported;
use backprop::ui::screens::study::Study;
use backprop::ui::screens::task::TaskScreen;
use backprop::ui::spot::Spot;
use backprop::ui::undoing;
use backprop::workspace::InterviewReport;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

struct Stage {
    app: App,
    desk: Desk,
    terminal: Terminal<TestBackend>,
    effect: Option<Effect>,
}

#[derive(Default)]
struct Scene {
    size: (u16, u16),
    lang: Option<Lang>,
    notes: Option<String>,
    /// A built-in deck in place of the first.
    deck: Option<String>,
    /// A review log, whose last day is the day of the story.
    log: Option<String>,
    study: bool,
    /// At most so many answers.
    limit: Option<u32>,
    preview: bool,
    /// Settings by their keys.
    set: Vec<(String, String)>,
}

/// A built-in deck, read once.
fn built_in(builtin: &Builtin) -> Deck {
    thread_local!(static READ: RefCell<HashMap<&'static str, Deck>> = RefCell::default());
    READ.with_borrow_mut(|read| read.entry(builtin.name).or_insert_with(|| builtin.deck()).clone())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories")
}

fn progress(log: Option<&str>) -> Progress {
    let text = log.map_or(String::new(), |name| std::fs::read_to_string(folder().join(name)).unwrap());
    let lines = text.lines().filter_map(|line| line.strip_prefix(','));
    let events: Vec<_> = lines.map(|line| event::parse(line.as_bytes()).unwrap().to_event()).collect();
    Progress::of(Scheduler::default(), &events)
}

impl Stage {
    fn new(settings: &Scene) -> Stage {
        let lang = settings.lang.unwrap_or(Lang::En);
        let decks = match &settings.notes {
            None if settings.deck.as_deref() == Some("all") => BUILTIN.iter().map(built_in).collect(),
            None => {
                let is_wanted =
                    |builtin: &&Builtin| settings.deck.as_ref().is_none_or(|name| name == builtin.name);
                vec![built_in(BUILTIN.iter().find(is_wanted).unwrap())]
            }
            Some(name) => {
                let (bytes, file) = (std::fs::read(folder().join(name)).unwrap(), PathBuf::from(name).into());
                let notes = import::read(&bytes, Some(&file), None, None);
                vec![Deck { name: name.clone(), titles: vec![(lang, name.clone())], cards: notes.cards }]
            }
        };
        let mut choices = Settings::default();
        for (key, value) in &settings.set {
            let row = ROWS.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no setting: {key}"));
            assert!((row.set)(&mut choices, value), "{key} {value}");
        }
        let desk = Desk {
            progress: progress(settings.log.as_deref()),
            settings: choices,
            ..desk::desk(decks, lang)
        };
        let look = Look::new(Theme::plain(), lang);
        let app = if settings.preview {
            let name = settings.notes.clone().unwrap_or("hurried.md".to_owned());
            let files = [name, "essay.md".to_owned()].map(|name| {
                let bytes = std::fs::read(folder().join(&name)).unwrap();
                PreviewDraft::new(name, bytes, None, HashSet::new())
            });
            App::with(Box::new(Preview::new(files.into())), look)
        } else if settings.study {
            let subject = Subject { limit: settings.limit, ..Subject::default() };
            App::with(Box::new(Study::new(Session::start(subject, &desk))), look)
        } else {
            App::home(look)
        };
        let (width, height) = settings.size;
        let mut stage = Stage {
            app,
            desk,
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
            effect: None,
        };
        stage.app.resize((width, height).into(), &stage.desk);
        stage
    }

    /// One word of a line of keys: a key's name, a click (`@10,3`), a wait (`+10m`, `+1d`), a size, `x20` for a
    /// repeat, `=a_text` that is pasted, with spaces for its strokes, `&a_text` that the editor leaves in a code card,
    /// with `|` for a new line, or what its tests tell, `&{…}`.
    fn word(&mut self, word: &str, before: Option<Key>) -> Option<Key> {
        if let Some(span) = word.strip_prefix('+').filter(|span| !span.is_empty()) {
            let (count, unit) = span.split_at(span.len() - 1);
            let seconds = match unit {
                "s" => 1,
                "m" => 60,
                "h" => 3600,
                "d" => 86_400,
                _ => panic!("no unit: {word}"),
            };
            self.pass(count.parse::<i64>().unwrap() * seconds);
            self.effect = self.app.event(Event::Wake, &mut self.desk);
            return before;
        }
        if let Some((x, y)) = word.strip_prefix('@').and_then(|place| place.split_once(',')) {
            self.click(x.parse().unwrap(), y.parse().unwrap());
            return before;
        }
        if let Some(written) = word.strip_prefix('&') {
            self.edit_or_test(written);
            return before;
        }
        if let Some(text) = word.strip_prefix('=') {
            self.pass(20);
            self.effect = self.app.paste(&text.replace('_', " "), &mut self.desk);
            return before;
        }
        if let Some((width, height)) =
            word.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)))
        {
            self.terminal.backend_mut().resize(width, height);
            self.app.resize((width, height).into(), &self.desk);
            return before;
        }
        let (key, times) = match word.strip_prefix('x').and_then(|count| count.parse::<usize>().ok()) {
            Some(count) => (before.unwrap(), count - 1),
            None => (named(word), 1),
        };
        for _ in 0..times {
            // A person takes a moment for every key.
            self.pass(2);
            self.effect = self.app.key(key, &mut self.desk);
            self.choose();
        }
        Some(key)
    }

    /// Does what the shell would with a code card: its editor, trust, and a run of its tests.
    fn edit_or_test(&mut self, written: &str) {
        let written = written.replace('_', " ").replace('|', "\n");
        if self.app.context() == Context::Task {
            let lines = written.lines().map(str::to_owned).collect();
            self.app.event(Event::TaskSaid(lines, None), &mut self.desk);
            self.effect = self.app.event(Event::TaskEnded(TaskEnd::Done), &mut self.desk);
            return;
        }
        match self.effect.take() {
            Some(Effect::WriteCode { card, .. }) => {
                self.pass(60);
                self.effect = self.app.event(Event::Coded(card, written), &mut self.desk);
            }
            Some(Effect::Trust { key, .. }) => {
                self.desk.settings.trusted.insert(key);
                self.effect = self.app.event(Event::Trusted, &mut self.desk);
            }
            Some(Effect::RunTests { card, answer, .. }) => {
                self.app.tested(card, answer, Report::read(&written, "", None), &mut self.desk);
            }
            other => panic!("nothing to edit or test: {other:?}"),
        }
    }

    /// Clicks on a cell of what is drawn, counted from 0.
    fn click(&mut self, x: u16, y: u16) {
        self.screen();
        let spot = Spot::of(&self.terminal.backend().buffer()[(x, y)]);
        self.effect = spot.and_then(|spot| self.app.click(spot, &mut self.desk));
        self.choose();
    }

    /// Does what the shell would with folders, tasks and settings, but for the files.
    fn choose(&mut self) {
        match self.effect.take() {
            Some(Effect::LookInto { kind, .. }) => {
                let folder = Event::Folder(a_folder(kind));
                self.effect = self.app.event(folder, &mut self.desk);
            }
            Some(Effect::Import(_)) => {
                let lines = vec!["added     cnn.md → cnn: 12 cards (numbered)".to_owned()];
                let decks = vec![self.desk.decks[0].name.clone()];
                let over = TaskScreen::over(ProgramTask::Import, TaskEnd::Done, lines, decks);
                self.app.imported(12, Box::new(over), &mut self.desk);
            }
            Some(Effect::ReadReport(_)) => {
                let name = if self.desk.lang_of_words == Lang::Zh { "report-zh.md" } else { "report.md" };
                let report = InterviewReport::read(&folder().join(name), &self.desk).unwrap();
                let shown = Reported::new(report, &self.desk);
                self.effect = self.app.show(Box::new(shown), &mut self.desk);
            }
            Some(Effect::NoteReport(notes)) => {
                self.desk.note_report(notes.asked, Vec::new()).unwrap();
                self.effect = self.app.event(Event::ReportNoted, &mut self.desk);
            }
            Some(Effect::Run(task)) => {
                let task = match task {
                    ProgramTask::Export { what, format, .. } => {
                        let to = format!("/home/anna/{what}.{format}").into();
                        ProgramTask::Export { what, format, to }
                    }
                    task => task,
                };
                self.effect = self.app.show(Box::new(TaskScreen::new(task)), &mut self.desk);
                let said = Event::TaskSaid(vec!["First line.".to_owned()], Some(40));
                self.app.event(said, &mut self.desk);
            }
            Some(Effect::ListRemovable) => {
                let deck = &self.desk.decks[0];
                let (name, about) =
                    (deck.title(self.desk.lang_of_words).to_owned(), deck.cards.len().to_string());
                let task = ProgramTask::Remove(deck.name.clone());
                let rows = vec![ChoiceRow { name, about, task }];
                self.effect = self.app.show(Box::new(Choices::removable(rows)), &mut self.desk);
            }
            Some(Effect::StopTask) => {
                self.effect = self.app.event(Event::TaskEnded(TaskEnd::Stopped), &mut self.desk);
            }
            effect => self.effect = effect,
        }
        self.choose_setting();
    }

    /// Changes a setting as the shell would, but for the file.
    fn choose_setting(&mut self) {
        match self.effect.take() {
            Some(Effect::Choose { row, value }) => desk::choose(&mut self.desk, row, &value),
            Some(Effect::Undo(since)) => {
                let taken = match self.desk.undoable.is_in_files(since) {
                    true => desk::undo_in_files(&mut self.desk),
                    false => StateOwner::undo(&mut self.desk, since),
                };
                let taken = taken.unwrap();
                self.app.notify(undoing::said(&taken, &self.desk, messages::of(self.desk.lang_of_words)));
            }
            Some(Effect::Redo(since)) => {
                let again = match self.desk.undoable.is_undone_in_files(since) {
                    true => desk::redo_in_files(&mut self.desk),
                    false => StateOwner::redo(&mut self.desk, since),
                };
                let again = again.unwrap();
                self.app.notify(undoing::said_again(
                    &again,
                    &self.desk,
                    messages::of(self.desk.lang_of_words),
                ));
            }
            effect => return self.effect = effect,
        }
        self.app.settings_changed(&self.desk);
    }

    fn pass(&mut self, seconds: i64) {
        self.desk.now = self.desk.calendar.moment(self.desk.now.at.plus_seconds(seconds));
    }

    fn screen(&mut self) -> String {
        let frame = self.terminal.draw(|frame| self.app.view(frame, &self.desk)).unwrap();
        let buffer = frame.buffer;
        let mut text = String::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut skip = 0;
            for x in 0..buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                if skip == 0 {
                    line.push_str(symbol);
                    skip = unicode_width::UnicodeWidthStr::width(symbol).max(1);
                }
                skip -= 1;
            }
            writeln!(text, "{}", line.trim_end()).unwrap();
        }
        if let Some(effect) = &self.effect {
            writeln!(text, "asks: {effect:?}").unwrap();
        }
        text
    }
}

/// A folder with something of every kind.
fn a_folder(kind: PickKind) -> FolderView {
    let entry = |name: &str, gives| FolderEntry { name: name.to_owned(), gives };
    let entries = match kind {
        PickKind::Notes => vec![
            entry("old notes", Gives::Folder),
            entry("cnn.md", Gives::Questions(12)),
            entry("面试 Transformer.md", Gives::Questions(84)),
            entry("essay.txt", Gives::Questions(0)),
            entry("all my cards.apkg", Gives::Unread),
        ],
        PickKind::Reports => vec![entry("asked.txt", Gives::Unread)],
        PickKind::Backups => {
            vec![entry("old", Gives::Folder), entry("backprop-2026-11-20.zip", Gives::Unread)]
        }
        PickKind::Logs => vec![entry("laptop", Gives::Folder), entry("progress.json", Gives::Log)],
    };
    let whole = (kind == PickKind::Notes).then_some(WholeFolder { files: 6, questions: Some(101) });
    FolderView { path: "/home/anna/notes".into(), entries: Some(entries), extent: FolderExtent::Whole, whole }
}

fn named(word: &str) -> Key {
    match word {
        "Space" => Key::Char(' '),
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Right" => Key::Right,
        "Left" => Key::Left,
        "PgDn" => Key::PageDown,
        "PgUp" => Key::PageUp,
        "Home" => Key::Home,
        "End" => Key::End,
        "Tab" => Key::Tab,
        _ => match word.strip_prefix("Ctrl-") {
            Some(letter) => Key::Ctrl(letter.to_lowercase().chars().next().unwrap()),
            None => Key::Char(
                word.chars()
                    .next()
                    .filter(|_| word.chars().count() == 1)
                    .unwrap_or_else(|| panic!("no key: {word}")),
            ),
        },
    }
}

fn settings(head: &str) -> Scene {
    let mut settings = Scene { size: (80, 24), ..Scene::default() };
    for line in head.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(' ').unwrap_or((line, "")) {
            ("size", size) => {
                let (width, height) = size.split_once('x').unwrap();
                settings.size = (width.parse().unwrap(), height.parse().unwrap());
            }
            ("lang", lang) => settings.lang = Some(if lang == "zh" { Lang::Zh } else { Lang::En }),
            ("notes", file) => settings.notes = Some(file.to_owned()),
            ("deck", name) => settings.deck = Some(name.to_owned()),
            ("log", file) => settings.log = Some(file.to_owned()),
            ("study", _) => settings.study = true,
            ("limit", answers) => settings.limit = Some(answers.parse().unwrap()),
            ("preview", _) => settings.preview = true,
            ("set", row) => {
                let (key, value) = row.split_once(' ').unwrap();
                settings.set.push((key.to_owned(), value.to_owned()));
            }
            ("", _) => {}
            (other, _) => panic!("no setting: {other}"),
        }
    }
    settings
}

/// Plays a story and gives it back with the screens the program drew.
fn play(story: &str) -> String {
    let (head, _) = story.split_once("\n>").unwrap();
    let mut stage = Stage::new(&settings(head));
    let mut told = format!("{}\n", head.trim_end());
    for keys in story.lines().filter_map(|line| line.strip_prefix('>')) {
        let mut before = None;
        for word in keys.split_whitespace().take_while(|word| *word != "#") {
            before = stage.word(word, before);
        }
        write!(told, ">{keys}\n{}", stage.screen()).unwrap();
    }
    told
}

#[test]
fn every_story_goes_as_it_is_told() {
    let mut stories: Vec<PathBuf> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    stories.retain(|path| path.extension().is_some_and(|ending| ending == "story"));
    stories.sort();
    assert!(!stories.is_empty());
    let mut differing = Vec::new();
    for path in stories {
        let told = std::fs::read_to_string(&path).unwrap();
        let played = play(&told);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, played).unwrap();
        } else if played != told {
            let line = played.lines().zip(told.lines()).position(|(one, other)| one != other);
            let at = line.map_or(told.lines().count().min(played.lines().count()), |line| line);
            let show = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
            differing.push(format!(
                "{}:{}\n  told   {}\n  played {}",
                path.display(),
                at + 1,
                show(&told),
                show(&played)
            ));
        }
    }
    assert!(differing.is_empty(), "BLESS=1 accepts what is drawn\n{}", differing.join("\n"));
}

/// Screens at any size: no panic, and the smallest one says so.
#[test]
fn every_screen_draws_at_any_size() {
    let routes: [&[&str]; 35] = [
        &[],
        &["?"],
        &["Enter"],
        &["Enter", "?"],
        &["Enter", "Right", "Right"],
        &["Enter", "Space"],
        &["Enter", "Space", "Down", "L"],
        &["Enter", "s", "b"],
        &["b"],
        &["b", "/", "x"],
        &["b", "i"],
        &["b", "d", "3"],
        &[","],
        &[":"],
        &["Enter", ":", "s", "u"],
        &["a", "Space", "3"],
        &["i"],
        &["i", "Down", "Down", "Space", "Left", "?"],
        &["i", "Enter"],
        &["i", "Enter", "4", "Esc"],
        &["i", "Enter", "4", "Esc", "Esc"],
        &["i", "Enter", "4", "Esc", "Esc", "Space", "j", "a"],
        &["i", "Enter", "4", "Esc", "Esc", "1"],
        &["b", "i", "A", "2"],
        &["Enter", "Space", "N", "x"],
        &["b", "i", "N", "=say_max_first", "Ctrl-s", "End"],
        &["s"],
        &["s", "Right", "Right", "t"],
        &["s", "Left"],
        &["s", "Left", "Left", "Left", "Left"],
        &["p", "Right", "Down", "Down", "Left"],
        &["p", "Right", "Esc"],
        &["p", "Right", "Esc", "+20d", "p"],
        &["p", "s", "Right", "Down"],
        &[":", "=report", "Enter", "Down", "Enter", "Tab", "1"],
    ];
    for lang in [Lang::En, Lang::Zh] {
        let previews: [&[&str]; 3] = [&[], &["x", "s"], &["n"]];
        let routes = routes.into_iter().map(|route| (false, route));
        for (preview, route) in routes.chain(previews.into_iter().map(|route| (true, route))) {
            let log = Some("reviews.json".to_owned());
            let settings = Scene { size: (80, 24), lang: Some(lang), log, preview, ..Scene::default() };
            let mut stage = Stage::new(&settings);
            for key in route {
                stage.word(key, None);
            }
            for (width, height) in [
                (200, 60),
                (80, 24),
                (40, 12),
                (21, 6),
                (20, 5),
                (19, 5),
                (20, 4),
                (7, 3),
                (1, 1),
                (3, 40),
                (300, 2),
            ] {
                stage.word(&format!("{width}x{height}"), None);
                let screen = stage.screen();
                assert!(width < 8 || !screen.trim().is_empty(), "{route:?} at {width}x{height} is blank");
            }
        }
    }
}

/// Every screen by a way to it. A screen that no row leads to fails the test below.
pub(crate) const SCREENS: &[(&str, &str, &str)] = &[
    ("home", "", ""),
    ("home-help", "", "?"),
    ("answer-help-search", "", "Enter Space ? / i m a g e"),
    ("home-palette", "", ":"),
    ("manual", "", "? h"),
    ("manual-plan", "", "p ? h PgDn"),
    ("interview-setup", "", "i Down"),
    ("interview-question", "", "i Left x7 Enter +75s"),
    ("interview-grading", "", "i Left x7 Enter +75s 4 +9s 2 +9s 3 Space"),
    ("interview-report", "", "i Left x7 Enter +75s 4 +9s 2 +9s 3 1 3 4"),
    ("plan", "", "p Right Right Down Right"),
    ("plan-sheet", "", "p Right s"),
    ("asked", "", "b A"),
    ("reported", "deck all", ": r e p o r t Enter Down Down Enter Tab 1"),
    ("stats", "", "Enter Space 3 Space 1 q +2d s"),
    ("stats-table", "", "Enter Space 3 Space 1 q +2d s Right t"),
    ("settings", "", ", Down x12"),
    ("settings-typed", "", ", End Enter Ctrl-u =/opt/py/bin/python3"),
    ("settings-refused", "", ", d Ctrl-u =many Enter"),
    ("theme", "", ", Down x12 Enter Down x2"),
    ("after", "log reviews.json", "p Right Esc +17d w"),
    ("after-next", "log reviews.json", "p Right Esc +17d w Down x2 =+9d"),
    ("backup", "", ": b a c k u p Enter"),
    ("remove", "", ": r e m o v e Enter"),
    ("restore", "", ": r e s t o r e Enter Down Down Enter &comes_back:_progress.json"),
    ("question", "", "Enter"),
    ("points", "", "Enter Right Right"),
    ("answer", "", "Enter Space"),
    ("checked", "", "Enter Space x"),
    ("sure", "", ", Down x18 Right Esc Enter Space"),
    ("sure-choice", "deck transformer\nset mode choice\nset confidence on\nstudy", ""),
    ("sure-cloze", "set mode cloze\nset confidence on\nstudy", ""),
    ("undone", "notes linked.md\nstudy", "Space 1 Space 4 u"),
    ("undone-earlier", "log reviews.json\nstudy", "u"),
    ("practice", "notes linked.md\nstudy", "Space 4 Space 4 p"),
    ("chosen", "notes linked.md", "b Space Space Enter"),
    ("chosen-finish", "notes linked.md", "b Space Space Enter Space 4 Space 4"),
    ("held-back", "set new_cards 0\nnotes linked.md\nstudy", ""),
    ("limit", "limit 2\nnotes linked.md\nstudy", "Space 4 Space 1"),
    ("typed", "set mode typed\nstudy", "=Swapping_two_hidden_units_gives_the_same_function."),
    ("typed-judged", "set mode typed\nstudy", "=Swapping_two_hidden_units_gives_the_same_function. Ctrl-s"),
    ("typed-taken-up", "set mode typed", "Enter =half_an_answer Ctrl-p =home Enter Enter"),
    ("choice", "deck transformer\nset mode choice\nstudy", "Down"),
    ("choice-judged", "deck transformer\nset mode choice\nstudy", "1"),
    ("cloze", "set mode cloze\nstudy", ""),
    ("errors", "log reviews.json", "e"),
    ("ticking", "deck transformer\nstudy", "Space t 1 3"),
    ("task", "", ": d o c t o r Enter &All_is_well.|No_problems."),
    ("task-runs", "", ": t u n e Enter +3s"),
    ("import", "", ": i m p o r t Enter"),
    ("imported", "", ": i m p o r t Enter c n n Enter"),
    ("export", "", ": e x p o r t Enter"),
    ("sync", "", ": s y n c Enter"),
    ("welcome", "", ": w e l c o m e Enter + 1 0 d Down Down Right"),
    ("coding", "set mode code\nnotes coding.md\nstudy", ""),
    ("untrusted", "set mode code\nnotes coding.md\nstudy", "Enter &def_mean(values):|____return_sum(values)"),
    ("answer-help", "", "Enter Space ?"),
    ("answer-rich", "notes linked.md\nstudy", "Space"),
    ("answer-end", "notes linked.md\nstudy", "Space End"),
    ("links", "notes linked.md\nstudy", "Space o"),
    ("finish", "notes linked.md\nstudy", "Space 1 Space 4 +15m Space 4"),
    ("picture", "", "b / l s t m Enter i i"),
    ("browse", "", "b"),
    ("browse-search", "", "b / 梯 度"),
    ("browse-nothing", "", "b / q q q q"),
    ("browse-filters", "", "b Tab Down x9"),
    ("browse-due", "", "b d 3"),
    ("details", "", "Enter Space 3 q +2d b i"),
    ("editor", "notes linked.md\nstudy", "Space w"),
    ("editor-new", "notes linked.md\nstudy", "q"),
    ("preview", "notes hurried.md\npreview", "Down x"),
    ("note", "notes linked.md\nstudy", "Space N =先说_max，再说_mean。 Enter =not_$x$_**y**"),
    (
        "note-shown",
        "notes linked.md\nstudy",
        "Space N =先说_max，再说_mean。 Enter Enter =Not_the_sum! Ctrl-s",
    ),
];

/// Ways that the palette has from everywhere, by the names that find them in both languages, and commands.
const EVERYWHERE: [&str; 15] = [
    "browse",
    "interview",
    "plan",
    "sheet",
    "stats",
    "manual",
    "import",
    "export",
    "sync",
    "merge",
    "backup",
    "restore",
    "tune",
    "doctor",
    "theme",
];

/// What was done is taken back, and done again, from the palette of every screen, and is not listed where there is
/// nothing.
#[test]
fn the_palette_takes_back_what_was_done_on_another_screen() {
    for (lang, undo, redo) in [("en", "undo", "redo"), ("zh", "撤销", "恢复")] {
        for route in ["", "s", "b", "i", "?", "h"] {
            let mut stage = Stage::new(&settings(&format!("size 80x24\nlang {lang}\nnotes linked.md\n")));
            let list = |stage: &mut Stage, name: &str| {
                stage.word("Ctrl-p", None);
                stage.word(&format!("={name}"), None);
                // Below what was typed stand the names of what is found; others may hold these letters too.
                let screen = stage.screen();
                let rows = screen.lines().skip(2).map(|row| row.trim_start_matches([' ', '>']));
                rows.filter_map(|row| row.strip_prefix(name)).any(|rest| rest.starts_with("  "))
            };
            assert!(!list(&mut stage, undo), "{lang} {route}: nothing was done\n{}", stage.screen());
            for word in ["Esc", "Enter", "Space", "Space", "3", "Esc", "Esc"]
                .into_iter()
                .chain(route.split_whitespace())
            {
                stage.word(word, None);
            }
            assert!(list(&mut stage, undo), "{lang} {route}:\n{}", stage.screen());
            // An answer is taken back in the log, which stands outside of the stage.
            let effect = stage.app.key(named("Enter"), &mut stage.desk);
            assert!(matches!(effect, Some(Effect::Undo(_))), "{lang} {route}: {effect:?}");
            assert!(!list(&mut stage, redo), "{lang} {route}: nothing was taken back");
        }
    }
}

/// The hour of an interview is that of its day: the arrows leave it with the day, and come back to it.
#[test]
fn arrows_in_the_plan_take_no_hour_to_another_day() {
    let mut stage = Stage::new(&settings("size 80x24\nlang en\n"));
    for word in ["p", "d", "=2026-12-08_14:00", "Enter"] {
        stage.word(word, None);
    }
    assert!(stage.screen().contains("14:00"), "{}", stage.screen());
    for (key, has_hour) in
        [("Right", false), ("Right", false), ("Left", false), ("Left", true), ("Left", false)]
    {
        stage.word(key, None);
        assert_eq!(stage.screen().contains("14:00"), has_hour, "{key}: {}", stage.screen());
    }
}

/// Whatever is on the screen, the palette has the other screens and the commands, and each of them does something
/// that is seen, in both languages and at every usual size. `BACKPROP_PALETTE=all` presses each of them on every
/// screen; languages and sizes take turns.
#[test]
fn the_palette_leads_everywhere_from_every_screen() {
    let all = std::env::var_os("BACKPROP_PALETTE").is_some_and(|value| value == "all");
    let mut met = HashSet::new();
    let mut pressed = 0;
    for (name, head, route) in SCREENS {
        let begin = |turn: usize| {
            let (lang, size) = (["en", "zh"][turn % 2], ["80x24", "40x12", "200x60", "120x40"][turn / 2 % 4]);
            let mut stage = Stage::new(&settings(&format!("size {size}\nlang {lang}\n{head}")));
            let mut before = None;
            for word in route.split_whitespace() {
                before = stage.word(word, before);
            }
            stage
        };
        let mut stage = begin(0);
        let context = stage.app.context();
        stage.word("Ctrl-p", None);
        // A field takes every key; it is left first.
        if stage.app.context() != Context::Field
            || !stage.screen().contains("All actions")
            || !met.insert(context)
        {
            continue;
        }
        let turn = met.len();
        for (at, way) in EVERYWHERE.into_iter().enumerate() {
            // Each way is pressed from every fifth screen, so that the suite stays short.
            if !all && (at + turn) % 5 != 0 {
                continue;
            }
            let mut stage = begin(at + 3 * turn);
            let before = stage.screen();
            stage.word("Ctrl-p", None);
            stage.word(&format!("={way}"), None);
            let listed = stage.screen();
            if name.contains(way) {
                continue;
            }
            let has_none =
                ["Nothing by that name", "没有匹配的操作"].iter().any(|text| listed.contains(text));
            assert!(!has_none, "{way} is not in the palette of {name}");
            stage.word("Enter", None);
            let after = stage.screen();
            let does = after != before && after != listed;
            assert!(does || stage.effect.is_some(), "{way} from {name} does nothing:\n{after}");
            pressed += 1;
        }
    }
    assert!(met.len() > 15, "the palette was opened on {} screens", met.len());
    println!("{pressed} entries from {} screens", met.len());
}

/// What people type, and what they mean by it: the first entry that is found, from home.
const MEANT: [(&str, &str, &str); 43] = [
    ("en", "bac", "backup into one file"),
    ("en", "back", "backup into one file"),
    ("en", "res", "restore a backup"),
    ("en", "st", "study"),
    ("en", "stu", "study"),
    ("en", "stat", "statistics"),
    ("en", "s", "study"),
    ("en", "im", "import notes"),
    ("en", "add", "new card"),
    ("en", "note", "import notes"),
    ("en", "ex", "export statistics, reviews, decks"),
    ("en", "exit", "quit"),
    ("en", "del", "remove a deck"),
    ("en", "rem", "remove a deck"),
    ("en", "date", "plan"),
    ("en", "pl", "plan"),
    ("en", "int", "mock interview"),
    ("en", "th", "Theme"),
    ("en", "lang", "中文"),
    ("en", "he", "help"),
    ("en", "key", "help"),
    ("en", "check", "doctor: check files, settings, terminal"),
    ("en", "git", "sync with your other machines"),
    ("en", "conf", "settings"),
    ("en", "search", "search"),
    ("en", "quit", "quit"),
    ("zh", "bei", "备份成一个文件"),
    ("zh", "bf", "备份成一个文件"),
    ("zh", "hf", "恢复备份"),
    ("zh", "tj", "统计"),
    ("zh", "xx", "学习"),
    ("zh", "sz", "设置"),
    ("zh", "dr", "导入笔记"),
    ("zh", "dc", "导出统计、记录、卡组"),
    ("zh", "jh", "面试计划"),
    ("zh", "mn", "模拟面试"),
    ("zh", "ll", "浏览"),
    ("zh", "笔记", "导入笔记"),
    ("zh", "删除", "移除卡组"),
    ("zh", "日期", "面试计划"),
    ("zh", "ps", "配色"),
    ("zh", "tc", "退出"),
    ("zh", "備份", "备份成一个文件"),
];

#[test]
fn the_palette_finds_what_people_mean_by_a_few_letters() {
    let mut wrong = Vec::new();
    for (lang, typed, meant) in MEANT {
        let mut stage = Stage::new(&settings(&format!("size 80x24\nlang {lang}\ndeck all")));
        stage.word("Ctrl-p", None);
        stage.word(&format!("={typed}"), None);
        let screen = stage.screen();
        let first: Vec<&str> = screen.lines().map(str::trim).skip(2).take(4).collect();
        let is_so = first[0].trim_start_matches("> ").starts_with(meant);
        if !is_so {
            wrong.push(format!("{typed} means {meant}:\n{}\n", first.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Decks that nobody has asked for are folded where the window has no room for them, until the learner says which.
#[test]
fn home_folds_decks_where_there_is_no_room() {
    let mut stage = Stage::new(&settings("size 80x24\nlang en\ndeck all"));
    let last = BUILTIN.last().unwrap().deck().title(Lang::En).to_owned();
    let mut shows = |word: &str, is_listed: bool| {
        stage.word(word, None);
        let screen = stage.screen();
        assert!(screen.contains(if is_listed { "▾" } else { "▸" }), "{word}:\n{screen}");
        assert_eq!(screen.contains(&last), is_listed, "{word}:\n{screen}");
    };
    shows("80x24", false);
    shows("120x40", true);
    shows("80x24", false);
    // The row of the fold stands below all decks and the first six.
    for _ in 0..7 {
        shows("Down", false);
    }
    shows("120x40", true);
    shows("Enter", false);
    shows("200x60", false);
    shows("Enter", true);
}

/// What a new user wants first: the keys from home, and what is then on the screen, in English and Chinese.
const TASKS: [(&str, &str, [&str; 2]); 12] = [
    ("begin to study", "Enter", ["Space show answer", "Space 显示答案"]),
    ("answer and grade a card", "Enter Space 3", ["u undo", "u 撤销"]),
    ("take a grade back", "Enter Space 3 u", ["Undone", "已撤销"]),
    ("set the day of the interview", "p d + 1 0 Enter", ["10 days left", "还有 10 天"]),
    ("import notes", ": i m Enter Down Down Down Enter Enter", ["Space show answer", "Space 显示答案"]),
    ("find a card", "/ l s t m", ["LSTM", "LSTM"]),
    ("see statistics", "s", ["Today and so far", "今日与累计"]),
    ("change the language", "L", ["周日", "Sun"]),
    ("choose a theme", ": t h e m Enter Down Enter", ["p plan", "p 面试计划"]),
    ("begin a mock interview", "i Enter", ["Question 1 of 10", "1/10"]),
    ("back everything up", ": b a c k u Enter Enter", ["Backup", "备份"]),
    ("switch a deck off", "Down x", ["off\n", "已停用\n"]),
];

/// So many keys each of these tasks takes; the sum does not grow.
#[test]
fn what_a_new_user_wants_is_a_few_keys_away() {
    let mut sum = 0;
    for (task, keys, shown) in TASKS {
        for (lang, shown) in ["en", "zh"].into_iter().zip(shown) {
            let mut stage = Stage::new(&settings(&format!("size 100x30\nlang {lang}")));
            for key in keys.split_whitespace() {
                stage.word(key, None);
            }
            let screen = stage.screen();
            assert!(screen.contains(shown), "{task} by {keys}:\n{screen}");
        }
        let count = keys.split_whitespace().count();
        println!("{count:>3}  {task}");
        sum += count;
    }
    assert!(sum <= 50, "{sum} keys");
}

/// Golden screens in both languages and the two usual sizes; in small windows something is said.
#[test]
fn every_screen_looks_as_it_should() {
    let golden = folder().join("../screens");
    let (mut differing, mut contexts) = (Vec::new(), HashSet::new());
    for (name, head, route) in SCREENS {
        let mut drawn = String::new();
        for lang in ["en", "zh"] {
            for size in ["80x24", "120x40", "40x12", "20x5"] {
                let mut stage = Stage::new(&settings(&format!("size {size}\nlang {lang}\n{head}")));
                let mut before = None;
                for word in route.split_whitespace() {
                    before = stage.word(word, before);
                }
                contexts.insert(stage.app.context());
                let screen = stage.screen();
                assert!(screen.lines().filter(|line| !line.trim().is_empty()).count() >= 3, "{name} {size}");
                let is_source = matches!(*name, "editor" | "preview" | "note");
                assert!(is_source || !screen.contains("**") && !screen.contains('$'), "{name}: markup");
                if size.len() > 5 || size == "80x24" {
                    write!(drawn, "== {name} {lang} {size}\n{screen}").unwrap();
                }
            }
        }
        let path = golden.join(format!("{name}.txt"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::create_dir_all(&golden).unwrap();
            std::fs::write(&path, drawn).unwrap();
        } else if std::fs::read_to_string(&path).unwrap_or_default() != drawn {
            differing.push(name);
        }
    }
    assert!(differing.is_empty(), "BLESS=1 accepts what is drawn: {differing:?}");
    let missing: Vec<&Context> =
        Context::SCREENS.iter().filter(|context| !contexts.contains(context)).collect();
    assert!(missing.is_empty(), "no row of SCREENS leads to {missing:?}");
}

/// The report on a mock interview, as `e` has it written in Chinese.
pub(crate) fn written_interview() -> String {
    let (_, head, route) = SCREENS.iter().find(|(name, ..)| *name == "interview-report").unwrap();
    let words: Vec<String> = route.split_whitespace().chain(["e"]).map(str::to_owned).collect();
    match walk(&format!("size 80x24\nlang zh\n{head}"), &words).effect {
        Some(Effect::WriteReport { text, .. }) => text,
        other => panic!("no report is written: {other:?}"),
    }
}

/// What a story begins with, and the words that it is told by.
type Route = (String, Vec<String>);

/// Every story and every way to a screen, the latter in both languages.
fn routes() -> Vec<Route> {
    let mut routes = Vec::new();
    for (_, head, route) in SCREENS {
        for lang in ["en", "zh"] {
            let words = route.split_whitespace().map(str::to_owned).collect();
            routes.push((format!("size 80x24\nlang {lang}\n{head}"), words));
        }
    }
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "story") {
            continue;
        }
        let story = std::fs::read_to_string(path).unwrap();
        let (head, _) = story.split_once("\n>").unwrap();
        let keys = story.lines().filter_map(|line| line.strip_prefix('>'));
        let words = keys.flat_map(|keys| keys.split_whitespace().take_while(|word| *word != "#"));
        routes.push((head.to_owned(), words.map(str::to_owned).collect()));
    }
    routes
}

fn walk(head: &str, words: &[String]) -> Stage {
    let mut stage = Stage::new(&settings(head));
    words.iter().fold(None, |before, word| stage.word(word, before));
    stage
}

/// What a state is: the picture without any notice, where one is, and what is known.
fn state(stage: &mut Stage) -> (ratatui::buffer::Buffer, Context, u64, String) {
    // A key that cannot be seen does nothing but take a notice away.
    stage.app.key(Key::Char('\u{200b}'), &mut stage.desk);
    stage.app.resize(stage.terminal.backend().size().unwrap(), &stage.desk);
    let frame = stage.terminal.draw(|frame| stage.app.view(frame, &stage.desk)).unwrap();
    let (picture, settings) = (frame.buffer.clone(), format!("{:?}", stage.app.wants_mouse(&stage.desk)));
    (picture, stage.app.context(), stage.desk.progress.changes(), settings)
}

/// The keys that the last line offers.
fn offered(stage: &mut Stage) -> Vec<Key> {
    let frame = stage.terminal.draw(|frame| stage.app.view(frame, &stage.desk)).unwrap();
    let last = frame.area.height - 1;
    let spots = (0..frame.area.width).filter_map(|x| Spot::of(&frame.buffer[(x, last)]));
    let key = |spot| if let Spot::Key(key) = spot { Some(key) } else { None };
    let mut keys: Vec<Key> = spots.filter_map(key).collect();
    keys.dedup();
    keys
}

/// The law of the bar and the palette: what they show does something, and what does something they show.
#[test]
fn what_is_offered_works_and_what_works_is_offered() {
    let keymap = Keymap::default();
    // Each key of each place once where it is live and once where it is not; or in every state that differs.
    let is_all = std::env::var_os("BACKPROP_LAW").is_some();
    let (mut seen, mut wrong, mut pressed) = (HashSet::new(), Vec::new(), 0);
    for (head, words) in routes() {
        let (mut stage, mut before) = (Stage::new(&settings(&head)), None);
        for end in 0..=words.len() {
            if let Some(word) = end.checked_sub(1).map(|last| &words[last]) {
                before = stage.word(word, before);
            }
            let (context, live) = (stage.app.context(), stage.app.live(&stage.desk));
            let here = format!("{context:?} after {} ({})", words[..end].join(" "), head.replace('\n', ", "));
            for key in offered(&mut stage) {
                if keymap.action(context, key).is_none_or(|action| !live.contains(&action)) {
                    wrong.push(format!("{here}: the bar shows {key}, which is not live"));
                }
            }
            for bound in keymap.of(context) {
                let action = bound.binding.action;
                // Leaving the first screen may need another key; the rest is the shell's.
                if action.moves() || matches!(action, Action::Back | Action::Stop | Action::Redraw) {
                    continue;
                }
                let Some(key) = bound.keys_in(context).next() else { continue };
                if !seen.insert((context, action, live.contains(&action), is_all.then(|| live.clone()))) {
                    continue;
                }
                let mut stage = walk(&head, &words[..end]);
                stage.pass(1);
                let before = state(&mut stage);
                stage.effect = stage.app.key(key, &mut stage.desk);
                let is_asked = stage.effect.is_some();
                stage.choose();
                let does = is_asked || state(&mut stage) != before;
                pressed += 1;
                let fault = match (live.contains(&action), does) {
                    (true, false) => "is offered, does nothing",
                    (false, true) => "works, is not offered",
                    _ => continue,
                };
                wrong.push(format!("{here}: {key} ({action:?}) {fault}"));
            }
        }
    }
    println!("{pressed} keys pressed");
    assert!(pressed > 250, "{pressed} keys");
    assert!(wrong.is_empty(), "{} of {pressed}:\n{}", wrong.len(), wrong.join("\n"));
}
