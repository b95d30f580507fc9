//! Laws over the table of modes: what a mode records, what it can prove, and that undo takes it back.

use crate::harness::desk::desk;
use backprop::card::{Card, CardId, Deck, Face, Grade, Lang, Source};
use backprop::desk::Desk;
use backprop::messages::{Choice, ModeName};
use backprop::progress::{Confidence, Kind, LogEvent, Points, Review};
use backprop::quiz::mode::{MODES, NUMBERS, Pick, Task};
use backprop::quiz::session::{AskingPhase, Reveal, Session, Subject};
use backprop::settings::ROWS;
use backprop::store::builtin::BUILTIN;
use std::collections::HashSet;

fn builtin(lang: Lang) -> Desk {
    desk(vec![BUILTIN[0].deck()], lang)
}

/// The deck of a name: choice needs one with mistakes.
fn deck_named(name: &str, lang: Lang) -> Desk {
    desk(vec![BUILTIN.iter().find(|builtin| builtin.name == name).unwrap().deck()], lang)
}

fn choose(desk: &mut Desk, key: &str, value: &str) {
    let row = ROWS.iter().find(|row| row.key == key).unwrap();
    assert!((row.set)(&mut desk.settings, value));
}

fn pass(desk: &mut Desk, seconds: i64) {
    desk.now = desk.calendar.moment(desk.now.at.plus_seconds(seconds));
}

fn deck_of(answers: &[(&str, &str)]) -> Vec<Deck> {
    let face = |(question, answer): &(&str, &str)| Face {
        lang: Lang::of(question),
        topic: Vec::new().into(),
        question: (*question).into(),
        answer: (*answer).into(),
        source: Source { file: None, question_line: 1, answer_lines: None },
        metadata: None,
    };
    let cards =
        answers.iter().map(|pair| Card { id: CardId::from(pair.0), faces: [face(pair)].into() }).collect();
    vec![Deck { name: "own".into(), titles: vec![(Lang::En, "own".into())], cards }]
}

/// Answers the card at hand as its task asks for.
fn answer(session: &mut Session, desk: &Desk) {
    match &session.trial.as_ref().unwrap().task {
        Task::Pick(options) => {
            let right = options.right;
            session.choose(right, desk);
        }
        Task::Write(_) => {
            session.write("nonsense about a gradient".to_owned());
            session.reveal(desk);
        }
        Task::Compute(computation) => {
            let right = computation.drawn.answer.to_string();
            session.write(right);
            session.reveal(desk);
        }
        Task::Fill(passage) => {
            let gaps: Vec<&str> = passage.gaps.iter().map(|gap| gap.text.as_str()).collect();
            session.write(gaps.join("; "));
            session.reveal(desk);
        }
        Task::Code(_) => {
            session.write("def f(): return 1".to_owned());
            session.reveal(desk);
        }
        Task::Say => session.reveal(desk),
    }
}

fn reviews(desk: &Desk) -> Vec<Review> {
    let review = |event: LogEvent| match event.kind {
        Kind::Review(review) => Some(review),
        _ => None,
    };
    desk.progress.counting().filter_map(review).collect()
}

#[test]
fn every_mode_records_what_it_can_prove_and_undo_takes_it_back() {
    for lang in [Lang::En, Lang::Zh] {
        for pick in Pick::all() {
            let mut desk = deck_named("transformer", lang);
            let mut session = Session::start(Subject::default(), &desk);
            session.ask_by(pick, &desk);
            for given in [Grade::Easy, Grade::Good, Grade::Hard, Grade::Again] {
                let card = desk.card(session.place().unwrap()).id.clone();
                pass(&mut desk, 30);
                answer(&mut session, &desk);
                let trial = session.trial.clone().unwrap();
                let (before, count) = (desk.state(&card), reviews(&desk).len());
                session.grade(given, &mut desk);
                let review = reviews(&desk).pop().unwrap();
                assert_eq!(review.mode.as_ref(), trial.mode.name.name());
                assert_eq!(review.grade, given.min(trial.best()), "{} {lang:?}", pick.name());
                assert!(review.ms == 30_000, "{}", review.ms);

                assert!(session.undo(&mut desk).is_some());
                assert_eq!((desk.state(&card), reviews(&desk).len()), (before, count), "{}", pick.name());
                let back = session.trial.clone().unwrap();
                assert_eq!((&back.task, &back.checklist), (&trial.task, &trial.checklist), "{}", pick.name());
                assert!(matches!(session.phase, AskingPhase::Shown(_, Reveal::All)));
                session.grade(given, &mut desk);
                assert_eq!(reviews(&desk).len(), count + 1);
            }
        }
    }
}

#[test]
fn every_card_can_be_asked_in_every_mode_or_falls_back_to_recall() {
    let own = [
        ("What is x?", "Short."),
        ("什么是 y？", "短。"),
        ("Code?", "```\nx = 1\n```"),
        ("Table?", "|a|b|\n|-|-|\n|1|2|"),
        ("$\\alpha$?", "$$x$$"),
        ("==?", "== == ==a=="),
        ("A kernel of size […] has […] weights.", "A kernel of size 3 has 9 weights."),
    ];
    for mode in MODES {
        for decks in [vec![BUILTIN[1].deck()], deck_of(&own), deck_of(&own[..1])] {
            let mut desk = builtin(Lang::Zh);
            desk.decks = decks;
            let mut session = Session::start(Subject::default(), &desk);
            session.ask_by(Pick::One(mode), &desk);
            while session.place().is_some() && reviews(&desk).len() < 30 {
                let trial = session.trial.clone().unwrap();
                assert!(trial.mode == mode || trial.mode.name == ModeName::Recall);
                answer(&mut session, &desk);
                session.grade(Grade::Good, &mut desk);
                pass(&mut desk, 200);
            }
            assert!(!reviews(&desk).is_empty());
        }
    }
}

/// A session by choice in a deck with mistakes, at the first card that can be asked so.
fn choosing(desk: &mut Desk) -> Session {
    let mut session = Session::start(Subject::default(), desk);
    session.ask_by(Pick::named("choice").unwrap(), desk);
    for _ in 0..20 {
        if matches!(session.trial.as_ref().unwrap().task, Task::Pick(_)) {
            return session;
        }
        session.bury(desk);
    }
    panic!("no card can be asked by choice");
}

#[test]
fn a_wrong_choice_is_a_lapse_and_a_card_is_chosen_once_in_a_sitting() {
    let mut desk = deck_named("transformer", Lang::En);
    let mut session = choosing(&mut desk);
    let card = desk.card(session.place().unwrap()).id.clone();
    let Task::Pick(options) = session.trial.clone().unwrap().task else { panic!("no choice") };
    session.choose(options.claims.len(), &desk);
    assert!(matches!(session.phase, AskingPhase::Asked(_)), "there is no such claim");
    session.choose((options.right + 1) % options.claims.len(), &desk);
    assert_eq!(session.suggests(), Some(Grade::Again));
    session.grade(Grade::Easy, &mut desk);
    assert_eq!(reviews(&desk)[0].grade, Grade::Again);
    pass(&mut desk, 120);
    for _ in 0..40 {
        let trial = session.trial.clone().unwrap();
        if desk.card(session.place().unwrap()).id == card {
            assert_eq!(trial.mode.name, ModeName::Recall);
            return;
        }
        answer(&mut session, &desk);
        session.grade(Grade::Good, &mut desk);
        pass(&mut desk, 60);
    }
    panic!("the card did not come back");
}

#[test]
fn one_sitting_never_shows_the_same_gap_twice() {
    for lang in [Lang::En, Lang::Zh] {
        let mut desk = deck_named("transformer", lang);
        let mut session = Session::start(Subject::default(), &desk);
        session.ask_by(Pick::named("cloze").unwrap(), &desk);
        let (mut seen, mut shown) = (HashSet::new(), 0);
        for step in 0..160 {
            let Some(place) = session.place() else { break };
            let face = desk.face(place);
            if let Task::Fill(passage) = &session.trial.as_ref().unwrap().task {
                shown += 1;
                let [gap] = &passage.gaps[..] else { panic!("{} gaps", passage.gaps.len()) };
                assert!(seen.insert((place, gap.text.to_lowercase())), "{gap:?} of {}", face.question);
                assert!(passage.filled.contains(&format!("==‹{}›==", gap.text)), "{gap:?}");
                let restored = passage.filled.replace("==‹", "").replace("›==", "");
                let answer = face.answer.replace("==", "");
                assert!(answer.contains(restored.lines().next().unwrap()), "{restored}");
            }
            session.reveal(&desk);
            // Some come back at once, some later, and new ones have room.
            session.grade(if step % 3 == 0 { Grade::Again } else { Grade::Good }, &mut desk);
            pass(&mut desk, 61);
        }
        assert!(shown > 25, "{shown}");
    }
}

#[test]
fn a_gap_is_typed_and_compared_and_the_grade_stays_the_learners() {
    let notes = [("Pooling?", "It ==halves== the map.\n- and ==keeps== the maximum")];
    for (right, suggested) in [(Some(""), Some(Grade::Good)), (None, Some(Grade::Again))] {
        let mut desk = desk(deck_of(&notes), Lang::En);
        let mut session = Session::start(Subject::default(), &desk);
        session.ask_by(Pick::named("cloze").unwrap(), &desk);
        let Task::Fill(passage) = session.trial.clone().unwrap().task else { panic!("no gap") };
        assert!(["halves", "keeps"].contains(&passage.gaps[0].text.as_str()) && passage.gaps.len() == 1);
        session.write(right.map_or("doubles".to_owned(), |_| passage.gaps[0].text.to_uppercase()));
        session.reveal(&desk);
        assert_eq!(session.suggests(), suggested);
        session.grade(Grade::Easy, &mut desk);
        let given = reviews(&desk).pop().unwrap();
        assert_eq!((given.grade, &*given.mode), (Grade::Good, "cloze"), "a gap proves no more than good");
    }
    // Nothing typed suggests nothing.
    let desk = desk(deck_of(&notes), Lang::En);
    let mut session = Session::start(Subject::default(), &desk);
    session.ask_by(Pick::named("cloze").unwrap(), &desk);
    session.reveal(&desk);
    assert_eq!(session.suggests(), None);
}

#[test]
fn a_question_with_gaps_of_its_own_is_asked_by_them() {
    let mut desk = builtin(Lang::En);
    desk.decks = deck_of(&[("A kernel has […] weights.", "A kernel has 9 weights.")]);
    let mut session = Session::start(Subject::default(), &desk);
    session.ask_by(Pick::named("cloze").unwrap(), &desk);
    assert!(matches!(&session.trial.as_ref().unwrap().task, Task::Fill(passage) if passage.asked.is_empty()));
    session.write("nine".to_owned());
    session.reveal(&desk);
    assert_eq!(session.suggests(), Some(Grade::Good));
}

#[test]
fn confidence_is_asked_in_every_mode_and_recorded() {
    for pick in Pick::all() {
        let mut desk = builtin(Lang::En);
        choose(&mut desk, "confidence", "on");
        let mut session = Session::start(Subject::default(), &desk);
        session.ask_by(pick, &desk);
        // Statements and a passage help: the question comes before them.
        let helps = match &session.trial.as_ref().unwrap().task {
            Task::Pick(_) => true,
            Task::Fill(passage) => !passage.asked.is_empty(),
            Task::Say | Task::Write(_) | Task::Compute(_) | Task::Code(_) => false,
        };
        let before = Some(None).filter(|_| helps);
        let is_asked = |session: &Session| match session.phase {
            AskingPhase::Sure(_, reveal) => Some(reveal),
            _ => None,
        };
        assert_eq!(is_asked(&session), before, "{}", pick.name());
        if !helps {
            answer(&mut session, &desk);
            assert_eq!(is_asked(&session), Some(Some(Reveal::All)), "{}", pick.name());
        }
        session.choose(0, &desk);
        session.reveal(&desk);
        assert!(matches!(session.phase, AskingPhase::Sure(..)), "{}", pick.name());
        session.grade(Grade::Good, &mut desk);
        assert!(reviews(&desk).is_empty(), "graded before the answer was shown");
        session.sure(Confidence::Maybe, &desk);
        if helps {
            assert!(matches!(session.phase, AskingPhase::Asked(_)), "{}", pick.name());
            answer(&mut session, &desk);
        }
        session.grade(Grade::Again, &mut desk);
        assert_eq!(reviews(&desk)[0].confidence, Some(Confidence::Maybe), "{}", pick.name());
    }
}

#[test]
fn points_that_were_ticked_are_recorded() {
    let mut desk = builtin(Lang::En);
    let mut session = Session::start(Subject::default(), &desk);
    let card = desk.card(session.place().unwrap()).id.clone();
    session.reveal_point(&desk);
    session.reveal_point(&desk);
    session.tick(&desk);
    session.reveal_point(&desk);
    session.tick(&desk);
    session.reveal(&desk);
    assert_eq!(session.suggests(), Some(Grade::Again));
    session.grade(Grade::Hard, &mut desk);
    let points = Some(Points::new(5, [1, 3, 4]));
    assert_eq!(reviews(&desk)[0].points, points);
    assert_eq!(desk.progress.record(&card).unwrap().points, points);
}

#[test]
fn a_deck_can_have_a_mode_of_its_own() {
    let mut desk = builtin(Lang::En);
    choose(&mut desk, "mode", "cloze");
    choose(&mut desk, "deck_modes", "deep-learning=typed other=choice");
    let session = Session::start(Subject::default(), &desk);
    assert_eq!(session.trial.as_ref().unwrap().mode.name, ModeName::Typed);
    choose(&mut desk, "deck_modes", "");
    let session = Session::start(Subject::default(), &desk);
    assert_eq!(session.trial.unwrap().mode.name, ModeName::Cloze);
}

#[test]
fn the_manual_tells_of_every_mode() {
    let manual = include_str!("../../content/manual/en/study.md");
    for pick in Pick::all() {
        assert!(manual.contains(&format!("| `{}` |", pick.name())), "{}", pick.name());
    }
}

/// A card with a drill, an ordinary one.
const DRILLED: [(&str, &str); 2] = [
    (
        "size",
        "The size.\n\n- **A**: one.\n\n```drill\nHow much is {n} times 3 MiB?\nn = 2, 5\nanswer = 3 * n MiB\n```",
    ),
    ("plain", "Only text.\n\n- **B**: two."),
];

#[test]
fn a_drill_is_compared_by_value_and_proves_good_at_most() {
    for (typed, suggested) in
        [(None, Some(Grade::Good)), (Some("1"), Some(Grade::Again)), (Some("much"), None), (Some(""), None)]
    {
        let mut desk = desk(deck_of(&DRILLED), Lang::En);
        let mut session = Session::start(Subject::default(), &desk);
        session.ask_by(Pick::One(&NUMBERS), &desk);
        let Task::Compute(computation) = session.trial.as_ref().unwrap().task.clone() else {
            panic!("no drill")
        };
        assert!(
            ["How much is 2 times 3 MiB?", "How much is 5 times 3 MiB?"]
                .contains(&&*computation.drawn.question)
        );
        session.write(typed.map_or(format!("{} KiB", computation.drawn.answer * 1024.0), str::to_owned));
        session.reveal(&desk);
        assert_eq!(session.suggests(), suggested, "{typed:?}");
        session.grade(Grade::Easy, &mut desk);
        let given = reviews(&desk).pop().unwrap();
        assert_eq!((given.grade, &*given.mode), (Grade::Good, "numbers"));
        let asked = session.trial.as_ref().unwrap();
        assert_eq!(
            (asked.mode.name, &asked.task),
            (ModeName::Recall, &Task::Say),
            "a card without a drill is recalled"
        );
    }
}

#[test]
fn one_session_asks_the_same_values_again_only_when_there_are_no_others() {
    let drill = |values: &str| {
        format!("- **A**: one.\n\n```drill\nHow much is {{n}} times 3?\nn = {values}\nanswer = 3 * n\n```")
    };
    for (values, count) in [("2, 5", 2), ("1, 2, 3, 4, 5, 6, 7", 7), ("4", 1)] {
        let answer = drill(values);
        let mut desk = desk(deck_of(&[("size", &answer)]), Lang::En);
        let mut session = Session::start(Subject::default(), &desk);
        session.ask_by(Pick::One(&NUMBERS), &desk);
        let mut asked = Vec::new();
        for _ in 0..3 * count {
            let Some(Task::Compute(computation)) = session.trial.as_ref().map(|trial| trial.task.clone())
            else {
                break;
            };
            asked.push(computation.drawn.question);
            session.write("x".to_owned());
            session.reveal(&desk);
            session.grade(Grade::Again, &mut desk);
            pass(&mut desk, 3600);
            session.refresh(&desk);
        }
        assert!(asked.len() >= 2 * count, "{values}: {asked:?}");
        for round in asked.chunks_exact(count) {
            assert_eq!(round.iter().collect::<HashSet<_>>().len(), count, "{values}: {asked:?}");
        }
    }
}
