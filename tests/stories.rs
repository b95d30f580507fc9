//! Golden screens: a story is keys and the screens they lead to.
//!
//! Each file in `stories/` starts with settings (`size 80x24`, `lang zh`, `notes FILE`, `study`,
//! `preview`), then
//! alternates `> keys` with the screen after them. `BLESS=1 cargo test --test stories` writes what the
//! program draws; read the difference before committing it.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use backprop::card::{Deck, Lang};
use backprop::day::{At, Calendar};
use backprop::desk::Desk;
use backprop::import;
use backprop::progress::Progress;
use backprop::quiz::session::{Session, Subject};
use backprop::settings::{ROWS, Settings};
use backprop::state::Scheduler;
use backprop::store::library;
use backprop::ui::app::{App, Effect, Event, Look};
use backprop::ui::keymap::Key;
use backprop::ui::screens::preview::{Draft, Preview};
use backprop::ui::screens::study::Study;
use backprop::ui::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::collections::HashSet;
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
    study: bool,
    preview: bool,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories")
}

impl Stage {
    fn new(settings: &Scene) -> Stage {
        let lang = settings.lang.unwrap_or(Lang::En);
        let decks = match &settings.notes {
            None => library::builtin_decks(),
            Some(name) => {
                let notes = import::read(&std::fs::read(folder().join(name)).unwrap(), None, None, None);
                vec![Deck { name: name.clone(), titles: vec![(lang, name.clone())], cards: notes.cards }]
            }
        };
        let desk = Desk {
            decks,
            progress: Progress::new(Scheduler::default()),
            scheduler: Scheduler::default(),
            settings: Settings::default(),
            calendar: Calendar::utc(),
            now: Calendar::utc().moment(At::parse("2026-11-22T10:00:00.000Z").unwrap()),
            lang,
            lang_of_words: lang,
        };
        let look = Look::new(Theme::plain(), lang);
        let app = if settings.preview {
            let name = settings.notes.clone().unwrap_or("hurried.md".to_owned());
            let files = [name, "essay.md".to_owned()].map(|name| {
                let bytes = std::fs::read(folder().join(&name)).unwrap();
                Draft::new(name, bytes, None, HashSet::new())
            });
            App::with(Box::new(Preview::new(files.into())), look)
        } else if settings.study {
            App::with(Box::new(Study::new(Session::start(Subject::default(), &desk))), look)
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

    /// One word of a line of keys: a key's name, a wait (`+10m`, `+1d`), a size or `x20` for a repeat.
    fn word(&mut self, word: &str, before: Option<Key>) -> Option<Key> {
        if let Some(span) = word.strip_prefix('+') {
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

    /// Changes a setting as the shell would, but for the file.
    fn choose(&mut self) {
        if let Some(Effect::Choose { row, value }) =
            self.effect.take_if(|effect| matches!(effect, Effect::Choose { .. }))
        {
            let mut settings = self.desk.settings.clone();
            assert!((ROWS[row].set)(&mut settings, &value));
            self.desk.choose(settings).unwrap();
            self.app.settings_changed(&self.desk);
        }
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
            ("study", _) => settings.study = true,
            ("preview", _) => settings.preview = true,
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
    let routes: [&[&str]; 21] = [
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
        &["p", "Right", "Down", "Down", "Left"],
        &["p", "Right", "Esc"],
        &["p", "Right", "Esc", "+20d", "p"],
        &["b", "A"],
        &["p", "s", "Right", "Down"],
    ];
    for lang in [Lang::En, Lang::Zh] {
        let previews: [&[&str]; 3] = [&[], &["x", "s"], &["n"]];
        let routes = routes.into_iter().map(|route| (false, route));
        for (preview, route) in routes.chain(previews.into_iter().map(|route| (true, route))) {
            let settings = Scene { size: (80, 24), lang: Some(lang), preview, ..Scene::default() };
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
