//! The keys of the screen: what each does, when it does nothing, and what is recorded by Enter.

use super::*;
use crate::card::{Deck, Lang};
use crate::day::{At, Calendar};
use crate::import;
use crate::typeset::theme::Theme;
use crate::workspace::ReportNotes;

const NOTES: &str = "1. Why does dropout reduce overfitting?\nIt averages.\n\n\
    2. How are embedding models trained?\nIn pairs.\n\n3. What do tied embeddings save?\nA matrix.\n";

fn desk() -> Desk {
    let cards = import::read(NOTES.as_bytes(), None, None, None).cards;
    let deck = Deck { name: "basics".to_owned(), titles: vec![(Lang::En, "Basics".to_owned())], cards };
    Desk::new(vec![deck], Calendar::utc(), At(1_000_000_000_000), Lang::En)
}

fn look() -> Look {
    // The picker stands below it.
    Look { is_alone: false, ..Look::new(Theme::plain(), Lang::En) }
}

/// One question that is sure, one with two cards, one that no card asks.
fn screen(desk: &Desk) -> Reported {
    let asked = ["Why does dropout reduce overfitting?", "How do you use embeddings?", "Zebra?"];
    let asked = (3..).zip(asked).map(|(line, text)| (line, "Acme".to_owned(), text.to_owned()));
    let mut report = InterviewReport::of(asked.collect(), vec![(9, "Bye.".to_owned())], desk);
    let cards: Vec<CardId> = desk.places().map(|place| desk.card(place).id.clone()).collect();
    // What the matcher makes of them is tested elsewhere.
    let found = [(cards[..2].to_vec(), true), (cards[1..].to_vec(), false), (Vec::new(), false)];
    for (asked, (cards, is_sure)) in report.questions.iter_mut().zip(found) {
        (asked.cards, asked.is_sure) = (cards, is_sure);
        asked.asks = asked.found();
    }
    let mut screen = Reported::new(report, desk);
    screen.arrange(Size::new(80, 24), desk, &look());
    screen
}

fn press(screen: &mut Reported, desk: &mut dyn StateOwner, action: Action) -> Step {
    let step = screen.update(Event::Action(action), desk, &look());
    screen.arrange(Size::new(80, 24), desk.desk(), &look());
    step
}

fn notes_of(step: Step) -> Option<ReportNotes> {
    match step {
        Step::Ask(Effect::NoteReport(notes)) => Some(notes),
        _ => None,
    }
}

#[test]
fn each_key_says_what_a_question_asks_and_the_same_again_takes_it_back() {
    let mut desk = desk();
    let mut screen = screen(&desk);
    use AskedAs::{Card, LeftOut, NoCard, Open};
    assert_eq!(screen.said(), [Card(0), Open, NoCard]);
    for (keys, said) in [
        (&[Action::PickFirst][..], [Open, Open, NoCard]),
        (&[Action::PickNone], [NoCard, Open, NoCard]),
        (&[Action::MarkOut], [LeftOut, Open, NoCard]),
        (&[Action::MarkOut], [Card(0), Open, NoCard]),
        (&[Action::Next, Action::PickSecond], [Card(0), Card(1), NoCard]),
        // There is no third card, and nothing else is not sure.
        (&[Action::PickThird, Action::Next], [Card(0), Card(1), NoCard]),
        (&[Action::PickNone], [Card(0), NoCard, NoCard]),
        // No card can be chosen or refused where there is none.
        (&[Action::Down, Action::PickFirst, Action::PickNone], [Card(0), NoCard, NoCard]),
        (&[Action::MarkOut], [Card(0), NoCard, LeftOut]),
        (&[Action::Undo, Action::Undo], [Card(0), Card(1), NoCard]),
        (&[Action::Redo], [Card(0), NoCard, NoCard]),
    ] {
        keys.iter().for_each(|key| drop(press(&mut screen, &mut desk, *key)));
        assert_eq!(screen.said(), said, "{keys:?}");
    }
    assert_eq!(screen.cursor, 1, "the cursor is where something was taken back");
    assert!(!desk.undoable.has(Done::Reported, screen.opened), "nothing is recorded before Enter");
}

#[test]
fn only_what_does_something_is_offered() {
    let mut desk = desk();
    let mut screen = screen(&desk);
    let live = |screen: &Reported, desk: &Desk| -> Vec<Action> {
        let all = [
            Action::Accept,
            Action::PickFirst,
            Action::PickSecond,
            Action::PickThird,
            Action::PickNone,
            Action::MarkOut,
            Action::Next,
            Action::Undo,
            Action::Redo,
        ];
        all.into_iter().filter(|action| screen.is_live(*action, desk)).collect()
    };
    press(&mut screen, &mut desk, Action::Last);
    assert_eq!(live(&screen, &desk), [Action::Accept, Action::MarkOut, Action::Next]);
    press(&mut screen, &mut desk, Action::MarkOut);
    press(&mut screen, &mut desk, Action::Up);
    let offered = [
        Action::Accept,
        Action::PickFirst,
        Action::PickSecond,
        Action::PickNone,
        Action::MarkOut,
        Action::Undo,
    ];
    assert_eq!(live(&screen, &desk), offered);
    press(&mut screen, &mut desk, Action::First);
    press(&mut screen, &mut desk, Action::MarkOut);
    assert!(!live(&screen, &desk).contains(&Action::Accept), "nothing is left to record");
    assert!(notes_of(press(&mut screen, &mut desk, Action::Accept)).is_none());
}

#[test]
fn enter_records_what_was_chosen_and_u_takes_it_all_back() {
    let mut desk = desk();
    let mut screen = screen(&desk);
    press(&mut screen, &mut desk, Action::Next);
    press(&mut screen, &mut desk, Action::PickFirst);
    let notes = notes_of(press(&mut screen, &mut desk, Action::Accept)).expect("it is asked for");
    assert_eq!((notes.asked.len(), notes.new.len()), (2, 1), "{notes:?}");
    assert!(notes.asked.iter().all(|(_, place)| place == "Acme"));
    desk.note_report(notes.asked, Vec::new()).unwrap();
    let told = screen.update(Event::ReportNoted, &mut desk, &look());
    assert!(
        matches!(told, Step::Notice(told) if told.contains("3 recorded") && told.contains("1 of them new"))
    );

    // It is done: nothing else can be chosen, and Esc leaves at once.
    let before = screen.said();
    for action in [Action::PickSecond, Action::MarkOut, Action::Accept] {
        assert!(!screen.is_live(action, &desk), "{action:?}");
        assert!(matches!(press(&mut screen, &mut desk, action), Step::Stay), "{action:?}");
    }
    assert_eq!(screen.said(), before);
    assert!(matches!(press(&mut screen, &mut desk, Action::Back), Step::Return(_)));

    assert!(matches!(press(&mut screen, &mut desk, Action::Undo), Step::Ask(Effect::Undo(_))));
    let entry = desk.undoable.last(screen.opened).cloned().unwrap();
    let crate::desk::Reversal::Report(report) = entry.how else { panic!("{entry:?}") };
    assert_eq!(report.events.len(), 2);
    let again = desk.turn_report(report).unwrap();
    desk.undoable.pop(crate::desk::Reversal::Report(again));
    assert_eq!(desk.progress.counting().count(), 0, "no card was asked");
    assert!(screen.is_live(Action::Accept, &desk), "it can be recorded again");
    assert!(matches!(press(&mut screen, &mut desk, Action::Redo), Step::Ask(Effect::Redo(_))));
}

#[test]
fn leaving_asks_once_where_choices_would_be_lost() {
    let mut desk = desk();
    let mut screen = screen(&desk);
    assert!(matches!(press(&mut screen, &mut desk, Action::Back), Step::Close));
    press(&mut screen, &mut desk, Action::MarkOut);
    assert!(matches!(press(&mut screen, &mut desk, Action::Back), Step::Notice(_)));
    press(&mut screen, &mut desk, Action::Down);
    assert!(
        matches!(press(&mut screen, &mut desk, Action::Back), Step::Notice(_)),
        "another key came between"
    );
    assert!(matches!(press(&mut screen, &mut desk, Action::Back), Step::Close));
}

#[test]
fn a_click_moves_to_a_question_and_takes_a_card() {
    let mut desk = desk();
    let mut screen = screen(&desk);
    let line = |screen: &Reported, text: &str| {
        let found = screen.lines.iter().position(|line| line.to_string().contains(text));
        found.unwrap_or_else(|| panic!("{text}: {:?}", screen.lines))
    };
    let at = line(&screen, "How do you use");
    screen.update(Event::Row(at), &mut desk, &look());
    screen.arrange(Size::new(80, 24), &desk, &look());
    let at = line(&screen, "What do tied");
    screen.update(Event::Row(at), &mut desk, &look());
    assert!(matches!(screen.said()[1], AskedAs::Card(_)), "{:?}", screen.said());
    for at in [screen.lines.len() - 1, 99] {
        assert!(matches!(screen.update(Event::Row(at), &mut desk, &look()), Step::Stay));
    }
}
