//! The application without a screen and without a command line: commands in, outcomes and files out.

use backprop::card::{CardId, Grade, Lang};
use backprop::day::{At, Day};
use backprop::desk::{Changed, Done, Place, StateChange, StateOwner, UndoMark, When};
use backprop::progress::{Kind, Review, Target};
use backprop::quiz::session::{AskingPhase, Session, Subject};
use backprop::store::dirs::Dirs;
use backprop::store::notes_file::Wording;
use backprop::store::shelf::Wish;
use backprop::typeset::theme::{ColourDepth, TerminalLook, Theme};
use backprop::ui::app::{App, Effect, Event, Look};
use backprop::ui::keymap::Key;
use backprop::ui::screens::editor::Editor;
use backprop::workspace::{
    Clock, Command, Drafts, Import, ImportAction, Imported, Opening, Outcome, PlanChange, Request, Workspace,
};
use ratatui::layout::Size;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const NOTES: &str = "# Notes\n\n1. What is pooling?\n\nIt makes maps smaller.\n\n2. What is a stride?\n\nThe step of a window.\n";

struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Home {
        let home = Home { folder: tempfile::tempdir().unwrap() };
        fs::write(home.path("notes.md"), NOTES).unwrap();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn opening(&self, names: &[&Path]) -> Opening {
        let noon = At::parse("2026-11-29T12:00:00.000Z").unwrap();
        Opening {
            dirs: Dirs::below(&self.path("home")),
            clock: Clock::standing(Some(noon)),
            names: names.iter().map(|name| name.to_str().unwrap().to_owned()).collect(),
            style: None,
            lang: Some(Lang::En),
            locale: Lang::En,
        }
    }

    /// The workspace of the notes alone.
    fn of_notes(&self) -> Workspace {
        self.opening(&[&self.path("notes.md")]).open().unwrap()
    }

    fn log(&self) -> String {
        fs::read_to_string(self.path("home/progress.json")).unwrap_or_default()
    }
}

fn request(paths: &[PathBuf]) -> Request {
    Request {
        paths: paths.to_vec(),
        deck: None,
        style: None,
        link: true,
        copy: false,
        wish: Wish::Wait,
        stream: None,
        unites_twins: false,
    }
}

fn import(workspace: &mut Workspace, request: Request) -> Imported {
    let Drafts { drafts, unreadable, .. } = workspace.drafts(&request).unwrap();
    assert!(unreadable.is_empty());
    let import = Import { request, drafts, dry_run: false, watcher: None };
    match workspace.run(Command::Import(Box::new(import))).unwrap() {
        Outcome::Imported(imported) => *imported,
        other => panic!("{other:?}"),
    }
}

fn first_card(workspace: &Workspace) -> CardId {
    workspace.state().decks[0].cards[0].id.clone()
}

fn graded(card: &CardId, grade: Grade) -> Command {
    Command::Change(StateChange::record(card, Kind::Review(Review::new(grade, "recall", 0)), When::Now))
}

#[test]
fn a_grade_is_in_the_file_when_the_command_returns_and_undo_takes_it_back() {
    let home = Home::new();
    let mut workspace = home.of_notes();
    let card = first_card(&workspace);
    workspace.run(graded(&card, Grade::Good)).unwrap();
    assert!(home.log().contains(r#""grade":"good""#), "{}", home.log());
    assert_eq!(workspace.state().state(&card).reps, 1);
    // Another one that opens the same home sees it.
    assert_eq!(home.of_notes().state().state(&card).reps, 1);
    let undo = |count| Command::Change(StateChange::UndoAnswers(count));
    let Outcome::Changed(Changed::Undone(undone)) = workspace.run(undo(3)).unwrap() else { panic!() };
    assert_eq!((undone.len(), &undone[0].card, undone[0].done), (1, &card, Done::Graded(Grade::Good)));
    assert_eq!(home.of_notes().state().state(&card).reps, 0);
    let again = workspace.run(undo(1)).unwrap_err();
    assert!(again.to_string().contains("nothing to undo"), "{again}");
}

#[test]
fn what_one_undo_took_back_comes_back_once() {
    let home = Home::new();
    let mut workspace = home.of_notes();
    let cards: Vec<CardId> = workspace.state().decks[0].cards.iter().map(|card| card.id.clone()).collect();
    for card in &cards {
        workspace.run(graded(card, Grade::Good)).unwrap();
    }
    workspace.run(Command::Change(StateChange::UndoAnswers(2))).unwrap();
    assert!(cards.iter().all(|card| workspace.state().state(card).reps == 0));
    let Outcome::Changed(Changed::Undone(back)) = workspace.run(Command::RedoLast).unwrap() else { panic!() };
    assert_eq!(back.len(), 2);
    for opened in [&workspace, &home.of_notes()] {
        assert!(cards.iter().all(|card| opened.state().state(card).reps == 1));
    }
    let again = workspace.run(Command::RedoLast).unwrap_err();
    assert!(again.to_string().contains("nothing to bring back"), "{again}");
    // Taken back and brought back again and again, each stays one answer.
    for count in [1, 2, 1] {
        workspace.run(Command::Change(StateChange::UndoAnswers(count))).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(10));
        let Outcome::Changed(Changed::Undone(back)) = workspace.run(Command::RedoLast).unwrap() else {
            panic!()
        };
        assert_eq!(back.len(), count);
        assert!(cards.iter().all(|card| home.of_notes().state().state(card).reps == 1));
    }
}

/// Each command is a run of its own, a minute after the one before: the chain stands in the log.
#[test]
fn undos_come_back_one_by_one_until_something_new_is_done() {
    let home = Home::new();
    let cards: Vec<CardId> =
        home.of_notes().state().decks[0].cards.iter().map(|card| card.id.clone()).collect();
    let (first, second) = (&cards[0], &cards[1]);
    let mut minutes = 0;
    let mut open = || {
        minutes += 1;
        let noon = At::parse("2026-11-29T12:00:00.000Z").unwrap();
        let clock = Clock::standing(Some(noon.plus_seconds(60 * minutes)));
        Opening { clock, ..home.opening(&[&home.path("notes.md")]) }.open().unwrap()
    };
    let mut change = |card: &CardId, kind: Kind| {
        open().run(Command::Change(StateChange::record(card, kind, When::Now))).unwrap();
    };
    let grade = |grade| Kind::Review(Review::new(grade, "recall", 0));
    change(first, grade(Grade::Good));
    change(second, grade(Grade::Hard));
    change(first, Kind::Flag);
    change(first, Kind::note("mine".to_owned(), ""));
    change(second, Kind::Suspend);
    let seen = |workspace: &Workspace| {
        cards
            .iter()
            .map(|card| {
                let progress = &workspace.state().progress;
                let record = progress.record(card);
                let seen = record.map(|record| (record.state.reps, record.suspended, record.flagged));
                (seen, progress.own_note(card).map(str::to_owned))
            })
            .collect::<Vec<_>>()
    };
    let all = seen(&open());
    let done =
        [Done::Graded(Grade::Good), Done::Graded(Grade::Hard), Done::Flagged, Done::Noted, Done::Suspended];
    let redo = |mut workspace: Workspace| match workspace.run(Command::RedoLast) {
        Ok(Outcome::Changed(Changed::Undone(back))) => back.iter().map(|back| back.done).collect(),
        Ok(other) => panic!("{other:?}"),
        Err(_) => Vec::new(),
    };
    for _ in 0..2 {
        for _ in done {
            open().run(Command::Change(StateChange::UndoLast(1))).unwrap();
        }
        assert_ne!(seen(&open()), all);
        for done in done {
            assert_eq!(redo(open()), [done]);
        }
        assert_eq!(redo(open()), []);
        assert_eq!(seen(&open()), all);
    }
    // What a screen brings back is one of the chain, and what is new ends it.
    let mut workspace = open();
    let since = workspace.state().undoable.mark();
    workspace.run(Command::Change(StateChange::record(first, grade(Grade::Easy), When::Now))).unwrap();
    for change in [StateChange::Undo(since), StateChange::Redo(since), StateChange::Undo(since)] {
        workspace.run(Command::Change(change)).unwrap();
    }
    assert_eq!(redo(open()), [Done::Graded(Grade::Easy)]);
    open().run(Command::Change(StateChange::UndoLast(2))).unwrap();
    open().run(Command::Change(StateChange::record(first, Kind::Unflag, When::Now))).unwrap();
    assert_eq!(redo(open()), []);
}

#[test]
fn an_open_workspace_imports_removes_and_writes() {
    let home = Home::new();
    let mut workspace = home.opening(&[]).open().unwrap();
    let (built_in, notes) = (workspace.state().decks.len(), home.path("notes.md"));
    let imported = import(&mut workspace, request(std::slice::from_ref(&notes)));
    assert_eq!(imported.drafts[0].action, ImportAction::Added);
    assert_eq!(workspace.state().decks.len(), built_in + 1, "the decks are new at once");
    let again = import(&mut workspace, request(&[]));
    assert_eq!(again.drafts[0].action, ImportAction::Unchanged);

    let place = workspace.state().places().last().unwrap();
    let wording = Wording { question: "What is a stride, exactly?".into(), answer: "A step.".into() };
    workspace.run(graded(&workspace.state().card(place).id.clone(), Grade::Good)).unwrap();
    let Outcome::Written(Some(id)) = workspace.run(Command::Write { place, is_new: false, wording }).unwrap()
    else {
        panic!()
    };
    assert!(fs::read_to_string(&notes).unwrap().contains("exactly?"));
    assert_eq!(workspace.state().state(&id).reps, 1, "the edited card keeps its progress");

    let Outcome::Removed(removed) = workspace.run(Command::Remove(vec!["notes".into()])).unwrap() else {
        panic!()
    };
    assert_eq!((removed.len(), workspace.state().decks.len()), (1, built_in));
    let unknown = workspace.run(Command::Remove(vec!["notes".into()])).unwrap_err();
    assert!(unknown.to_string().contains("no imported deck"), "{unknown}");
}

/// The place of the card that asks this.
fn asking(workspace: &Workspace, question: &str) -> Place {
    let state = workspace.state();
    let is_it = |place: &Place| {
        let face = state.face(*place);
        face.source.file.is_some() && face.question == question
    };
    state.places().find(is_it).unwrap()
}

#[test]
fn a_card_that_is_written_while_lines_come_above_it_stays_the_card_it_was() {
    let new = "0. What is padding?\n\nZeros around a map.\n\n1. What is pooling?";
    for question in ["What is a stride?", "What is the stride?"] {
        let home = Home::new();
        let mut workspace = home.opening(&[]).open().unwrap();
        import(&mut workspace, request(&[home.path("notes.md")]));
        let place = asking(&workspace, "What is a stride?");
        let id = workspace.state().card(place).id.clone();
        let mut session = Session::start(Subject::of_cards(vec![id.clone()]), workspace.state());
        session.reveal(workspace.state());
        fs::write(home.path("notes.md"), NOTES.replace("1. What is pooling?", new)).unwrap();

        let wording = Wording { question: question.into(), answer: "The step of a kernel.".into() };
        let written = workspace.run(Command::Write { place, is_new: false, wording }).unwrap();
        let Outcome::Written(Some(now)) = written else { panic!("{written:?}") };
        let state = workspace.state();
        assert_eq!(state.card(asking(&workspace, question)).id, now);
        assert_eq!(now == id, question == "What is a stride?");
        session.decks_changed(Some(&(id.clone(), now.clone())), state);
        assert_eq!(session.place(), Some(asking(&workspace, question)), "{question}");
        session.grade(Grade::Good, &mut workspace);
        let state = workspace.state();
        assert_eq!(state.state(&now).reps, 1);
        let padding = &state.card(asking(&workspace, "What is padding?")).id;
        assert_eq!(state.state(padding).reps, 0, "nobody was asked it");
        assert_eq!(session.tally().answers, 1);
    }
}

#[test]
fn a_card_that_is_gone_from_its_file_leaves_no_answer_open() {
    let home = Home::new();
    let item = |name: &str| format!("{name}. What is {name}{name}?\n\nIt is number {name}.\n\n");
    let notes = |left: &dyn Fn(&str) -> bool| {
        ["1", "2", "3"].into_iter().filter(|name| left(name)).map(item).collect::<String>()
    };
    fs::write(home.path("notes.md"), notes(&|_| true)).unwrap();
    let mut workspace = home.of_notes();
    let mut session = Session::start(Subject::default(), workspace.state());
    session.reveal(workspace.state());
    let gone = session.place().map(|place| workspace.state().face(place).question.clone()).unwrap();
    fs::write(home.path("notes.md"), notes(&|name| !gone.contains(name))).unwrap();
    workspace.run(Command::Reload(None)).unwrap();
    session.decks_changed(None, workspace.state());
    assert!(matches!(session.phase, AskingPhase::Asked(_)), "{:?}", session.phase);
}

#[test]
fn cards_that_stand_twice_are_part_of_the_outcome_and_unite() {
    let home = Home::new();
    let (one, other) = (home.path("notes.md"), home.path("other.md"));
    fs::write(&other, NOTES.replace("# Notes", "# Other").replace("pooling?", "Pooling ?")).unwrap();
    let mut workspace = home.opening(&[]).without_decks().unwrap();
    import(&mut workspace, request(&[one]));
    let imported = import(&mut workspace, request(&[other]));
    let open: Vec<_> = imported.twins.iter().filter(|twin| !twin.merged).collect();
    assert!(!imported.twins.is_empty());
    let pairs = open.iter().map(|twin| twin.copy_and_kept()).collect();
    workspace.run(Command::Unite(pairs)).unwrap();
}

#[test]
fn plan_settings_and_reports_are_commands_too() {
    let home = Home::new();
    let mut workspace = home.of_notes();
    let date = Day::parse("2026-12-20");
    let change = PlanChange { date, minutes: Some(40), ..PlanChange::default() };
    workspace.run(Command::Plan { change, at: None }).unwrap();
    assert!(home.log().contains(r#""minutes":40"#), "{}", home.log());
    let past = PlanChange { date: Day::parse("2026-11-01"), ..PlanChange::default() };
    assert!(workspace.run(Command::Plan { change: past, at: None }).is_err());

    let row = backprop::settings::ROWS.iter().position(|row| row.key == "new_cards").unwrap();
    workspace.run(Command::Choose { row, value: "7".into() }).unwrap();
    assert_eq!(workspace.state().settings.limits.new, 7);
    assert_eq!(home.of_notes().state().settings.limits.new, 7);
    assert!(workspace.run(Command::Choose { row, value: "many".into() }).is_err());

    let report = Command::WriteReport { name: "mock".into(), text: "# Mock".into() };
    let Outcome::ReportWritten(path) = workspace.run(report).unwrap() else { panic!() };
    assert_eq!(fs::read_to_string(path).unwrap(), "# Mock");
    let refused = workspace.run(Command::Tune { takes: true, watcher: None }).unwrap_err();
    assert!(refused.to_string().starts_with("not tuned"), "{refused}");
}

#[test]
fn logs_of_other_machines_are_taken_in() {
    let (home, other) = (Home::new(), Home::new());
    fs::write(other.path("notes.md"), NOTES).unwrap();
    let mut there = other.of_notes();
    let card = first_card(&there);
    there.run(graded(&card, Grade::Easy)).unwrap();
    let mut workspace = home.of_notes();
    let Outcome::Merged(taken) = workspace.run(Command::Merge(vec![other.path("home")])).unwrap() else {
        panic!()
    };
    assert_eq!(taken[0].new, 1);
    assert_eq!(workspace.state().state(&card).reps, 1);
    let own = workspace.run(Command::Merge(vec![home.path("home")])).unwrap_err();
    assert!(own.to_string().contains("progress file itself"), "{own}");
}

/// What is done last is taken back first: an answer, a setting, an edit, a new card. Only what was done since the
/// mark is.
#[test]
fn one_list_takes_back_answers_settings_and_edits() {
    let home = Home::new();
    let mut workspace = home.opening(&[]).open().unwrap();
    let notes = home.path("notes.md");
    import(&mut workspace, request(std::slice::from_ref(&notes)));
    let place = workspace.state().places().last().unwrap();
    let card = workspace.state().card(place).id.clone();
    workspace.run(graded(&card, Grade::Easy)).unwrap();
    let since = workspace.state().undoable.mark();

    let row = backprop::settings::ROWS.iter().position(|row| row.key == "new_cards").unwrap();
    let before = workspace.state().settings.limits.new;
    workspace.run(Command::Choose { row, value: "7".into() }).unwrap();
    workspace.run(Command::Choose { row, value: "7".into() }).unwrap();
    let wording = Wording { question: "How wide is a stride?".into(), answer: "A step.".into() };
    let Outcome::Written(Some(edited)) =
        workspace.run(Command::Write { place, is_new: false, wording }).unwrap()
    else {
        panic!()
    };
    workspace.run(graded(&edited, Grade::Good)).unwrap();
    let wording = Wording { question: "What is padding?".into(), answer: "Zeros.".into() };
    workspace.run(Command::Write { place, is_new: true, wording }).unwrap();
    assert_eq!(workspace.state().decks[place.deck].cards.len(), 3);

    let mut undo = || {
        let undone = workspace.run(Command::Change(StateChange::Undo(since))).unwrap();
        let Outcome::Changed(Changed::TakenBack(taken)) = undone else { panic!("{undone:?}") };
        let (state, text) = (workspace.state(), fs::read_to_string(&notes).unwrap());
        let reps = state.state(&card).reps;
        (taken.map(|taken| taken.done), text, reps, state.settings.limits.new)
    };
    let (done, text, reps, new) = undo();
    assert_eq!((done, reps, new), (Some(Done::Added), 2, 7));
    assert!(text.contains("How wide") && !text.contains("padding"), "{text}");
    assert_eq!(undo().0, Some(Done::Graded(Grade::Good)));
    let (done, text, reps, _) = undo();
    assert_eq!((done, text.as_str(), reps), (Some(Done::Rewritten), NOTES, 1), "with its history");
    let (done, _, _, new) = undo();
    assert_eq!((done, new), (Some(Done::Chosen(row)), before));
    assert_eq!((undo().0, home.of_notes().state().settings.limits.new), (None, before));
    let again = home.opening(&[]).open().unwrap();
    assert_eq!((again.state().card(place).id.clone(), again.state().state(&card).reps), (card.clone(), 1));

    // All of it is done again in turn, and taken back once more.
    let mut redo = || {
        let redone = workspace.run(Command::Change(StateChange::Redo(since))).unwrap();
        let Outcome::Changed(Changed::TakenBack(again)) = redone else { panic!("{redone:?}") };
        again.map(|again| again.done)
    };
    let all = [Done::Chosen(row), Done::Rewritten, Done::Graded(Grade::Good), Done::Added].map(Some);
    assert_eq!([redo(), redo(), redo(), redo()], all);
    assert_eq!(redo(), None);
    let state = workspace.state();
    assert_eq!((state.state(&edited).reps, state.settings.limits.new), (2, 7));
    let text = fs::read_to_string(&notes).unwrap();
    assert!(text.contains("How wide") && text.contains("padding"), "{text}");
    let undone = workspace.run(Command::Change(StateChange::Undo(since))).unwrap();
    let Outcome::Changed(Changed::TakenBack(Some(taken))) = undone else { panic!("{undone:?}") };
    assert_eq!(taken.done, Done::Added);
    // What is done after an undo takes the way back.
    workspace.run(graded(&edited, Grade::Hard)).unwrap();
    let nothing = workspace.run(Command::Change(StateChange::Redo(since))).unwrap();
    assert!(matches!(nothing, Outcome::Changed(Changed::TakenBack(None))), "{nothing:?}");
}

#[test]
fn a_session_does_again_what_it_took_back() {
    let home = Home::new();
    let mut workspace = home.of_notes();
    let mut session = Session::start(Subject::default(), workspace.state());
    let first = session.place().unwrap();
    session.reveal(workspace.state());
    session.grade(Grade::Good, &mut workspace);
    let second = session.place().unwrap();
    assert!(session.undo(&mut workspace).is_some() && session.place() == Some(first));
    assert_eq!(session.tally().answers, 0);
    assert!(session.redo(&mut workspace).is_some() && session.place() == Some(second));
    let card = workspace.state().card(first).id.clone();
    assert_eq!((session.tally().answers, workspace.state().state(&card).reps), (1, 1));
    assert!(session.undo(&mut workspace).is_some() && session.place() == Some(first));
    session.suspend(&mut workspace);
    assert!(session.redo(&mut workspace).is_none() && session.undo(&mut workspace).is_some());
    assert!(session.redo(&mut workspace).is_some() && session.place() == Some(second));
    assert_eq!(workspace.state().state(&card).reps, 0);
}

/// A file that was changed after the edit stays as it is, and is named.
#[test]
fn an_edit_is_not_taken_back_over_what_another_program_wrote() {
    let home = Home::new();
    let mut workspace = home.of_notes();
    let (notes, since) = (home.path("notes.md"), workspace.state().undoable.mark());
    let place = workspace.state().places().last().unwrap();
    let wording = Wording { question: "What is a stride?".into(), answer: "So far it moves.".into() };
    workspace.run(Command::Write { place, is_new: false, wording }).unwrap();
    let theirs = format!("{}\n3. More?\n\nYes.\n", fs::read_to_string(&notes).unwrap());
    fs::write(&notes, &theirs).unwrap();
    let refused = workspace.run(Command::Change(StateChange::Undo(since))).unwrap_err().to_string();
    assert!(refused.contains("notes.md") && refused.contains("changed since"), "{refused}");
    assert_eq!(fs::read_to_string(&notes).unwrap(), theirs);
}

/// What a built-in card says is corrected in the learner's own deck, and taken back there.
#[test]
fn the_correction_of_a_built_in_card_is_taken_back() {
    let home = Home::new();
    let mut workspace = home.opening(&[]).open().unwrap();
    let (place, since) = (workspace.state().places().next().unwrap(), workspace.state().undoable.mark());
    let answer = workspace.state().face(place).answer.clone();
    let question = workspace.state().face(place).question.to_string();
    for text in ["Mine.", "Mine again."] {
        let wording = Wording { question: question.clone(), answer: text.into() };
        workspace.run(Command::Write { place, is_new: false, wording }).unwrap();
        assert_eq!(&*workspace.state().face(place).answer, text);
    }
    let mut undo = || {
        workspace.run(Command::Change(StateChange::Undo(since))).unwrap();
        workspace.state().face(place).answer.clone()
    };
    assert_eq!(&*undo(), "Mine.");
    assert_eq!(undo(), answer, "the built-in words again");
}

#[test]
fn a_card_that_is_changed_is_found_again_where_another_program_put_others_above_it() {
    let home = Home::new();
    let mut workspace = home.of_notes();
    let place = workspace.state().places().next().unwrap();
    let id = workspace.state().card(place).id.clone();
    for above in ["0. What is padding?\n\nZeros.\n\n", "0. Intro\n\n"] {
        let text = NOTES.replace("1. What", &format!("{above}1. What"));
        fs::write(home.path("notes.md"), text).unwrap();
        let wording = Wording { question: "What is pooling?".into(), answer: "Fewer.".into() };
        let place = workspace.state().find(&id).unwrap();
        let write = Command::Write { place, is_new: false, wording };
        let Outcome::Written(Some(written)) = workspace.run(write).unwrap() else { panic!() };
        assert_eq!(written, id);
        fs::write(home.path("notes.md"), NOTES).unwrap();
        workspace.run(Command::Reload(None)).unwrap();
    }
}

#[test]
fn decks_of_one_title_are_told_apart_and_removed_by_what_the_screen_calls_them() {
    let home = Home::new();
    let text = |of: &str| format!("# Models\n\n## What is {of}?\n\nThe {of} of it.\n\n## Why {of}?\n\nSo.\n");
    for name in ["02-llm", "04-llm"] {
        fs::write(home.path(&format!("{name}.md")), text(name)).unwrap();
    }
    let mut workspace = home.opening(&[]).open().unwrap();
    import(&mut workspace, request(&[home.path("02-llm.md"), home.path("04-llm.md"), home.path("notes.md")]));
    let own = |workspace: &Workspace| {
        let is_own = |deck: &&backprop::card::Deck| deck.cards.iter().any(backprop::card::Card::is_own);
        let decks = workspace.state().decks.iter().filter(is_own);
        decks.map(|deck| deck.title(Lang::En).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(own(&workspace), ["Models (02-llm)", "Models (04-llm)", "Notes"]);
    let remove = |name: &str| Command::Remove(vec![name.to_owned()]);
    let several = workspace.run(remove("models")).unwrap_err().to_string();
    assert!(several.contains("02-llm, 04-llm"), "{several}");
    workspace.run(remove("models (04-llm)")).unwrap();
    workspace.run(remove("NOTES")).unwrap();
    assert_eq!(own(&workspace), ["Models"]);
}

/// The lines that are written into a file meanwhile and the answer that is saved over them: none of both is lost.
#[test]
fn an_edit_that_meets_another_program_is_shown_beside_what_that_wrote() {
    let home = Home::new();
    let mut workspace = home.opening(&[]).open().unwrap();
    let notes = home.path("notes.md");
    import(&mut workspace, request(std::slice::from_ref(&notes)));
    let place = asking(&workspace, "What is pooling?");
    let mut app = editing(place, &workspace);
    app.paste(" Mine.", &mut workspace);
    fs::write(&notes, NOTES.replace("It makes maps smaller.", "It makes maps smaller. Theirs.")).unwrap();

    let Outcome::Met { place: Some(now), .. } = save(&mut app, &mut workspace) else { panic!() };
    assert!(workspace.state().face(now).answer.contains("Theirs."));
    assert!(!fs::read_to_string(&notes).unwrap().contains("Mine."));
    app.event(Event::Met(now), &mut workspace);
    app.decks_changed(None, &mut workspace);
    let drawn = drawn(&app, workspace.state());
    assert!(drawn.contains("Theirs.") && drawn.contains("Mine.") && drawn.contains("saves yours"), "{drawn}");

    // Both together, and then saved.
    app.key(Key::Ctrl('o'), &mut workspace);
    let Outcome::Written(Some(_)) = save(&mut app, &mut workspace) else { panic!() };
    let text = fs::read_to_string(&notes).unwrap();
    assert!(text.contains("smaller. Theirs.") && text.contains("Mine."), "{text}");
    assert!(text.contains("The step of a window."), "{text}");
}

/// The card that is edited is taken out of its file meanwhile: what was typed is added as a new card, and no other
/// card of the file changes.
#[test]
fn an_edit_of_a_card_that_is_gone_touches_no_other_card() {
    let card = |number: usize| format!("{number}. What is step {number}?\n- step {number}\n\n");
    for gone in 1..=3 {
        let home = Home::new();
        let notes = home.path("steps.md");
        fs::write(&notes, (1..=3).map(card).collect::<String>()).unwrap();
        let mut workspace = home.opening(&[]).open().unwrap();
        import(&mut workspace, request(std::slice::from_ref(&notes)));
        let place = asking(&workspace, &format!("What is step {gone}?"));
        let mut app = editing(place, &workspace);
        app.paste(" mine", &mut workspace);
        let others: String = (1..=3).filter(|number| *number != gone).map(card).collect();
        let others = others + "- a precious point\n";
        fs::write(&notes, &others).unwrap();

        let Outcome::Met { place: None, beside } = save(&mut app, &mut workspace) else { panic!("{gone}") };
        assert_eq!(fs::read_to_string(&notes).unwrap(), others, "{gone}");
        app.event(Event::Lost(beside), &mut workspace);
        app.decks_changed(None, &mut workspace);
        assert!(drawn(&app, workspace.state()).contains("gone from its file"), "{gone}");
        save(&mut app, &mut workspace);
        let text = fs::read_to_string(&notes).unwrap();
        assert!(text.starts_with(others.trim_end()), "{gone}: {text}");
        assert!(text.contains(&format!("What is step {gone}?")) && text.contains("mine"), "{gone}: {text}");
        assert_eq!(asking(&workspace, &format!("What is step {gone}?")).deck, place.deck);
    }
}

/// Notes that went away while a card of theirs is edited: the edit waits in the copy that serves.
#[test]
fn an_edit_of_notes_that_went_away_is_kept_for_them() {
    let home = Home::new();
    let mut workspace = home.opening(&[]).open().unwrap();
    let notes = home.path("notes.md");
    import(&mut workspace, request(std::slice::from_ref(&notes)));
    let place = asking(&workspace, "What is pooling?");
    let away = home.path("elsewhere.md");
    fs::rename(&notes, &away).unwrap();
    let wording = Wording { question: "What is pooling?".into(), answer: "It picks the maximum.".into() };
    let outcome = workspace.run(Command::Write { place, is_new: false, wording }).unwrap();
    assert!(matches!(outcome, Outcome::Written(Some(_))));
    let place = asking(&workspace, "What is pooling?");
    assert_eq!(workspace.state().face(place).answer, "It picks the maximum.");
    import(&mut workspace, request(std::slice::from_ref(&away)));
    assert!(fs::read_to_string(&away).unwrap().contains("It picks the maximum."));
}

/// The editor of a card, and nothing else on the screen.
fn editing(place: Place, workspace: &Workspace) -> App {
    let terminal = TerminalLook { colours: false, depth: ColourDepth::All, is_dark: Some(true), lines: true };
    let look = Look::new(Theme::chosen(workspace.state().settings.theme, terminal), Lang::En);
    let mut app = App::with(Box::new(Editor::change(place, workspace.state())), look);
    app.resize(Size::new(80, 24), workspace.state());
    app
}

/// Saves what the editor holds, as its key does.
fn save(app: &mut App, workspace: &mut Workspace) -> Outcome {
    let Some(Effect::Write { place, is_new, question, answer }) = app.key(Key::Ctrl('s'), workspace) else {
        panic!("nothing is saved")
    };
    workspace.run(Command::Write { place, is_new, wording: Wording { question, answer } }).unwrap()
}

fn drawn(app: &App, desk: &backprop::desk::Desk) -> String {
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(80, 24)).unwrap();
    let frame = terminal.draw(|frame| app.view(frame, desk)).unwrap();
    let cells = frame.buffer.content.iter();
    cells.map(ratatui::buffer::Cell::symbol).collect()
}

/// A file under another name is the deck that it was, with what was added on either side meanwhile.
#[test]
fn moved_notes_with_new_cards_are_the_same_deck() {
    let home = Home::new();
    let mut workspace = home.opening(&[]).open().unwrap();
    let notes = home.path("notes.md");
    import(&mut workspace, request(std::slice::from_ref(&notes)));
    let decks = workspace.state().decks.len();
    let moved = home.path("renamed.md");
    fs::rename(&notes, &moved).unwrap();
    fs::write(&moved, format!("{NOTES}\n3. What is padding?\n\nZeros.\n")).unwrap();

    let mut workspace = home.opening(&[]).open().unwrap();
    let place = asking(&workspace, "What is a stride?");
    let wording = Wording { question: "What is dilation?".into(), answer: "Gaps in a kernel.".into() };
    workspace.run(Command::Write { place, is_new: true, wording }).unwrap();
    import(&mut workspace, request(std::slice::from_ref(&moved)));
    let state = workspace.state();
    assert_eq!(state.decks.len(), decks);
    for question in ["What is pooling?", "What is padding?", "What is dilation?"] {
        let is_it = |place: &Place| state.face(*place).question == question;
        assert_eq!(state.places().filter(is_it).count(), 1, "{question}");
    }
    let text = fs::read_to_string(&moved).unwrap();
    assert!(text.contains("What is dilation?") && text.contains("What is padding?"), "{text}");
}

#[test]
fn a_plan_that_two_programs_change_has_what_each_of_them_changed() {
    let home = Home::new();
    let (mut screen, mut command) = (home.of_notes(), home.of_notes());
    let planned = |workspace: &mut Workspace, change: PlanChange| {
        workspace.run(Command::Plan { change, at: None }).unwrap();
    };
    let date = |text: &str| PlanChange { date: Day::parse(text), ..PlanChange::default() };
    planned(&mut screen, date("2026-12-10"));
    planned(&mut command, date("2026-12-15"));
    // A screen that has the day of before changes the minutes.
    let mut target = screen.state().progress.target().cloned().unwrap();
    assert_eq!(target.date, Day::parse("2026-12-10"));
    target.minutes = 25;
    screen.record(&CardId::from(""), Kind::Plan(target));
    let both = screen.state().progress.target().cloned().unwrap();
    assert_eq!((both.date, both.minutes), (Day::parse("2026-12-15"), 25));
    screen.run(Command::Save).unwrap();
    let read = home.of_notes().state().progress.target().cloned().unwrap();
    assert_eq!((read.date, read.minutes), (Day::parse("2026-12-15"), 25));

    // The program took in the day of another one, and its screen still has the day of before.
    let seen = screen.state().progress.target().cloned().unwrap();
    planned(&mut command, date("2026-12-20"));
    screen.close().unwrap();
    assert_eq!(screen.state().progress.target().unwrap().date, Day::parse("2026-12-20"));
    let target = Target { minutes: 35, ..seen.clone() };
    screen.record(&CardId::from(""), Kind::Plan(target.changed_from(Some(&seen))));
    let both = screen.state().progress.target().cloned().unwrap();
    assert_eq!((both.date, both.minutes), (Day::parse("2026-12-20"), 35));
    // Undone and done again, the day of the other one stays.
    let mark = UndoMark::default();
    for (change, minutes) in [(StateChange::Undo(mark), 25), (StateChange::Redo(mark), 35)] {
        screen.run(Command::Change(change)).unwrap();
        let now = screen.state().progress.target().cloned().unwrap();
        assert_eq!((now.date, now.minutes), (Day::parse("2026-12-20"), minutes));
    }
}

/// A log from before events of the plan said what they were changed from: the last one counts as a whole.
#[test]
fn plans_of_earlier_versions_count_as_a_whole() {
    let home = Home::new();
    let line = |at: &str, rest: &str| {
        format!(r#",{{"at":"2026-11-20T{at}:00.000Z","day":"2026-11-20","event":"plan",{rest}}}"#)
    };
    let old = [
        r#"[{"backprop":"progress","version":1}"#.to_owned(),
        line("08:00", r#""date":"2026-12-10","minutes":40,"weights":{"rnn":3.0}"#),
        line("09:00", r#""date":"2026-12-12","minutes":30,"weights":{}"#),
        "]\n".to_owned(),
    ];
    fs::create_dir_all(home.path("home")).unwrap();
    fs::write(home.path("home/progress.json"), old.join("\n")).unwrap();
    let mut workspace = home.of_notes();
    let target = workspace.state().progress.target().cloned().unwrap();
    assert_eq!((target.date, target.minutes, &*target.weights), (Day::parse("2026-12-12"), 30, "{}"));
    let change = PlanChange { minutes: Some(55), ..PlanChange::default() };
    workspace.run(Command::Plan { change, at: None }).unwrap();
    let log = fs::read_to_string(home.path("home/progress.json")).unwrap();
    assert!(log.contains(&old[1]) && log.contains(&old[2]), "{log}");
    // What earlier versions read of the new line is the whole plan.
    let new: serde_json::Value =
        serde_json::from_str(log.lines().nth(3).unwrap().trim_start_matches(',')).unwrap();
    assert_eq!((new["date"].as_str(), new["minutes"].as_u64()), (Some("2026-12-12"), Some(55)));
    assert_eq!(new["before"]["minutes"], 30);
}
