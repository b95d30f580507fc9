//! Random keys, clicks, pastes, sizes, decks and logs over all screens: nothing panics, and nothing that a
//! terminal would obey is ever drawn.
//!
//! `BACKPROP_EVENTS=1000000 cargo test --release --test it random_keys:: -- --nocapture` plays so many events.

use crate::harness::player::play;
use backprop::ui::keymap::Context;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// Events of one game; another one begins with another seed.
const GAME: usize = 500;

/// Says which game it was when it fails.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("this was game {}", self.0);
        }
    }
}

#[test]
fn whatever_is_pressed_nothing_panics_and_only_text_is_drawn() {
    let wanted: usize = std::env::var("BACKPROP_EVENTS").map_or(800, |count| count.parse().unwrap());
    let first: u64 = std::env::var("BACKPROP_GAME").map_or(0, |game| game.parse().unwrap());
    let (mut events, mut places) = (0, BTreeMap::<String, usize>::new());
    for seed in first.. {
        if events >= wanted {
            break;
        }
        let _seed = Seed(seed);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let mut bytes = std::iter::from_fn(|| Some(chance.random::<u8>()));
        let (played, drawn) = play(&mut bytes, GAME);
        events += played;
        for (place, count) in drawn {
            *places.entry(place).or_default() += count;
        }
    }
    println!("{events} events; drawn: {places:?}");
    let missing: Vec<String> = Context::SCREENS.iter().map(|context| format!("{context:?}")).collect();
    let missing: Vec<&String> = missing.iter().filter(|place| !places.contains_key(*place)).collect();
    assert!(wanted < 100_000 || missing.is_empty(), "never reached: {missing:?}");
}

/// What the player found, and the least that shows it.
mod found {
    use crate::harness::desk;
    use backprop::card::Lang;
    use backprop::desk::Desk;
    use backprop::store::builtin::BUILTIN;
    use backprop::typeset::theme::Theme;
    use backprop::ui::app::{App, Look};
    use backprop::ui::keymap::{Context, Key};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn home() -> (App, Desk) {
        let desk = desk::desk(vec![BUILTIN[0].deck()], Lang::En);
        (App::home(Look::new(Theme::plain(), Lang::En)), desk)
    }

    fn drawn(app: &mut App, desk: &Desk) -> String {
        app.resize((80, 24).into(), desk);
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let frame = terminal.draw(|frame| app.view(frame, desk)).unwrap();
        frame.buffer.content.iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn a_window_without_lines_is_laid_out_by_every_list() {
        for size in [(200, 0), (0, 0), (0, 24), (1, 1)] {
            let (mut app, mut desk) = home();
            app.resize(size.into(), &desk);
            app.key(Key::Char('b'), &mut desk);
            assert_eq!(app.context(), Context::Browse, "{size:?}");
        }
    }

    #[test]
    fn a_notice_with_the_name_of_a_file_is_text() {
        let (mut app, mut desk) = home();
        app.notify("no\u{202e}tes\u{e0041}.md");
        app.resize((80, 24).into(), &desk);
        assert!(drawn(&mut app, &desk).contains("notes.md"));
        app.key(Key::Down, &mut desk);
        app.not_saved(1, "/home/\u{2067}me");
        assert!(drawn(&mut app, &desk).contains("/home/me"));
    }

    #[test]
    fn a_key_that_cannot_be_seen_types_nothing() {
        let (mut app, mut desk) = home();
        app.key(Key::Char('b'), &mut desk);
        app.key(Key::Char('/'), &mut desk);
        for letter in ['p', '\u{202b}', '\u{1b}', '\u{9b}', '\u{200b}', '\u{e0041}', 'o'] {
            app.key(Key::Char(letter), &mut desk);
        }
        assert_eq!(app.context(), Context::Field);
        assert!(drawn(&mut app, &desk).contains("po"));
        assert!(!drawn(&mut app, &desk).contains(backprop::markdown::is_hidden));
    }
}
