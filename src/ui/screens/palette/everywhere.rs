//! What can be reached from any screen: the other screens, and every setting.

use super::super::address::{Address, AddressKind};
use super::super::after::AfterScreen;
use super::super::browse::Browse;
use super::super::choices::Choices;
use super::super::editor::Editor;
use super::super::help::Help;
use super::super::interview::setup::Setup;
use super::super::manual::Manual;
use super::super::picker::Picker;
use super::super::plan::PlanScreen;
use super::super::settings::SettingsScreen;
use super::super::sheet::Sheet;
use super::super::stats::StatsScreen;
use super::super::study::Study;
use super::super::welcome::Welcome;
use crate::desk::{Desk, UndoMark};
use crate::messages::Messages;
use crate::quiz::interview::Length;
use crate::quiz::session::{Session, Subject};
use crate::store::folder::PickKind;
use crate::ui::app::{Effect, ProgramTask, Screen, Step};
use crate::ui::keymap::{Action, Context};

/// A way to another screen.
pub(super) struct PaletteWay {
    /// Its name in English, by which it is found in every language.
    pub(super) name: &'static str,
    /// Other words by which it is looked for.
    pub(super) also: fn(&Messages) -> &'static str,
    /// What it is called.
    pub(super) label: fn(&Messages) -> &'static str,
    /// Where one is then; there the way leads nowhere.
    pub(super) leads_to: Context,
    /// The action that leads there from some screens, which then stands in its place.
    pub(super) action: Option<Action>,
    /// Goes there; none where there is nothing to show.
    pub(super) go: fn(&Desk) -> Option<Step>,
    /// Whether it leads somewhere now.
    pub(super) is_there: fn(&Desk) -> bool,
    /// Whether it does something to files, decks or other machines.
    pub(super) is_task: bool,
}

/// All of them.
pub(super) static WAYS: &[PaletteWay] = &[
    PaletteWay {
        name: "home",
        also: |w| w.found_by.home,
        label: |w| w.home.act_home,
        leads_to: Context::Home,
        action: None,
        go: |_| Some(Step::GoHome),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "study-all",
        also: |w| w.found_by.study_all,
        label: |w| w.actions.study_all,
        leads_to: Context::Anywhere,
        action: Some(Action::StudyAll),
        go: |desk| {
            let session = || Session::start(Subject::default(), desk);
            desk.places().next().map(|_| open(Study::new(session())))
        },
        is_there: has_cards,
        is_task: false,
    },
    PaletteWay {
        name: "browse",
        also: |w| w.found_by.browse,
        label: |w| w.actions.browse,
        leads_to: Context::Browse,
        action: Some(Action::Browse),
        go: |desk| Some(open(Browse::new(desk))),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "interview",
        also: |w| w.found_by.interview,
        label: |w| w.interview.act_interview,
        leads_to: Context::MockSetup,
        action: Some(Action::Interview),
        go: |desk| Some(open(Setup::new(Length::default(), None, desk))),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "plan",
        also: |w| w.found_by.plan,
        label: |w| w.actions.plan,
        leads_to: Context::Plan,
        action: Some(Action::Plan),
        go: |desk| Some(open(PlanScreen::new(desk))),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "after",
        also: |w| w.found_by.after,
        label: |w| w.home.act_after,
        leads_to: Context::Anywhere,
        action: Some(Action::After),
        go: |desk| Some(open(AfterScreen::new(desk))),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "sheet",
        also: |w| w.found_by.sheet,
        label: |w| w.actions.sheet,
        leads_to: Context::Sheet,
        action: Some(Action::Sheet),
        go: |_| Some(open(Sheet::default())),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "stats",
        also: |w| w.found_by.stats,
        label: |w| w.actions.stats,
        leads_to: Context::Stats,
        action: Some(Action::Stats),
        go: |_| Some(open(StatsScreen::new())),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "add",
        also: |w| w.found_by.add,
        label: |w| w.actions.add,
        leads_to: Context::Editor,
        action: Some(Action::Add),
        go: |desk| Editor::add_own(desk).map(open),
        is_there: has_cards,
        is_task: false,
    },
    PaletteWay {
        name: "settings",
        also: |w| w.found_by.settings,
        label: |w| w.actions.settings,
        leads_to: Context::Settings,
        action: Some(Action::Settings),
        go: |desk| Some(open(SettingsScreen::new(desk))),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "manual",
        also: |w| w.found_by.manual,
        label: |w| w.actions.manual,
        leads_to: Context::Manual,
        action: Some(Action::Manual),
        go: |_| Some(open(Manual::new(0))),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "keys",
        also: |w| w.found_by.keys,
        label: |w| w.help,
        leads_to: Context::List,
        action: Some(Action::Help),
        go: |_| Some(open(Help::new(Context::Home))),
        is_there: always,
        is_task: false,
    },
    PaletteWay {
        name: "undo",
        also: |w| w.found_by.undo,
        label: |w| w.actions.undo,
        leads_to: Context::Anywhere,
        action: Some(Action::Undo),
        go: |_| Some(Step::CloseAsking(Effect::Undo(UndoMark::default()))),
        is_there: |desk| desk.undoable.last(UndoMark::default()).is_some(),
        is_task: true,
    },
    PaletteWay {
        name: "redo",
        also: |w| w.found_by.redo,
        label: |w| w.actions.redo,
        leads_to: Context::Anywhere,
        action: Some(Action::Redo),
        go: |_| Some(Step::CloseAsking(Effect::Redo(UndoMark::default()))),
        is_there: |desk| desk.undoable.undone(UndoMark::default()).is_some(),
        is_task: true,
    },
    PaletteWay {
        name: "import",
        also: |w| w.found_by.import,
        label: |w| w.inside.act_import,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(open(Picker::new(PickKind::Notes))),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "remove",
        also: |w| w.found_by.remove,
        label: |w| w.inside.act_remove,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(Step::CloseAsking(Effect::ListRemovable)),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "export",
        also: |w| w.found_by.export,
        label: |w| w.inside.act_export,
        leads_to: Context::Anywhere,
        action: None,
        go: |desk| Some(open(Choices::exports(desk))),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "sync",
        also: |w| w.found_by.sync,
        label: |w| w.inside.act_sync,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(open(Address::new(AddressKind::Repository))),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "merge",
        also: |w| w.found_by.merge,
        label: |w| w.inside.act_merge,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(open(Picker::new(PickKind::Logs))),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "backup",
        also: |w| w.found_by.backup,
        label: |w| w.inside.act_backup,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(open(Address::new(AddressKind::Backup))),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "restore",
        also: |w| w.found_by.restore,
        label: |w| w.inside.act_restore,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(open(Picker::starting_in(PickKind::Backups, "~/"))),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "report",
        also: |w| w.found_by.report,
        label: |w| w.inside.act_report,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(open(Picker::new(PickKind::Reports))),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "tune",
        also: |w| w.found_by.tune,
        label: |w| w.inside.act_tune,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(run(ProgramTask::Tune)),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "tune-revert",
        also: |w| w.found_by.tune_revert,
        label: |w| w.inside.act_untune,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(run(ProgramTask::Untune)),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "doctor",
        also: |w| w.found_by.doctor,
        label: |w| w.inside.act_doctor,
        leads_to: Context::Anywhere,
        action: None,
        go: |_| Some(run(ProgramTask::Doctor)),
        is_there: always,
        is_task: true,
    },
    PaletteWay {
        name: "welcome",
        also: |w| w.found_by.welcome,
        label: |w| w.inside.act_welcome,
        leads_to: Context::Anywhere,
        action: None,
        go: |desk| Some(open(Welcome::new(desk))),
        is_there: always,
        is_task: false,
    },
];

fn always(_: &Desk) -> bool {
    true
}

fn has_cards(desk: &Desk) -> bool {
    desk.places().next().is_some()
}

fn open(screen: impl Screen + 'static) -> Step {
    Step::Replace(Box::new(screen))
}

/// Begins a task in its place.
fn run(task: ProgramTask) -> Step {
    Step::CloseAsking(Effect::Run(task))
}
