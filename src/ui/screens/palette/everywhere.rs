//! What can be reached from any screen: the other screens, and every setting.

use super::super::browse::Browse;
use super::super::editor::Editor;
use super::super::help::Help;
use super::super::interview::setup::Setup;
use super::super::manual::Manual;
use super::super::plan::PlanScreen;
use super::super::settings::Settings;
use super::super::sheet::Sheet;
use super::super::stats::Stats;
use super::super::study::Study;
use crate::desk::Desk;
use crate::messages::Messages;
use crate::quiz::interview::Length;
use crate::quiz::session::{Session, Subject};
use crate::ui::app::{Screen, Step};
use crate::ui::keymap::{Action, Context};

/// A way to another screen.
pub(super) struct PaletteWay {
    /// Its name in English, by which it is found in every language.
    pub(super) name: &'static str,
    /// What it is called.
    pub(super) label: fn(&Messages) -> &'static str,
    /// Where one is then; there the way leads nowhere.
    pub(super) leads_to: Context,
    /// The action that leads there from some screens, which then stands in its place.
    pub(super) action: Option<Action>,
    /// Goes there; none where there is nothing to show.
    pub(super) go: fn(&Desk) -> Option<Step>,
    /// Whether it needs a card.
    pub(super) needs_cards: bool,
}

/// All of them.
pub(super) static WAYS: &[PaletteWay] = &[
    PaletteWay {
        name: "home",
        label: |w| w.home.act_home,
        leads_to: Context::Home,
        action: None,
        go: |_| Some(Step::GoHome),
        needs_cards: false,
    },
    PaletteWay {
        name: "study-all",
        label: |w| w.actions.study_all,
        leads_to: Context::Anywhere,
        action: Some(Action::StudyAll),
        go: |desk| {
            let session = || Session::start(Subject::default(), desk);
            desk.places().next().map(|_| open(Study::new(session())))
        },
        needs_cards: true,
    },
    PaletteWay {
        name: "browse",
        label: |w| w.actions.browse,
        leads_to: Context::Browse,
        action: Some(Action::Browse),
        go: |desk| Some(open(Browse::new(desk))),
        needs_cards: false,
    },
    PaletteWay {
        name: "interview",
        label: |w| w.interview.act_interview,
        leads_to: Context::MockSetup,
        action: Some(Action::Interview),
        go: |desk| Some(open(Setup::new(Length::default(), None, desk))),
        needs_cards: false,
    },
    PaletteWay {
        name: "plan",
        label: |w| w.actions.plan,
        leads_to: Context::Plan,
        action: Some(Action::Plan),
        go: |desk| Some(open(PlanScreen::new(desk))),
        needs_cards: false,
    },
    PaletteWay {
        name: "sheet",
        label: |w| w.actions.sheet,
        leads_to: Context::Sheet,
        action: Some(Action::Sheet),
        go: |_| Some(open(Sheet::default())),
        needs_cards: false,
    },
    PaletteWay {
        name: "stats",
        label: |w| w.actions.stats,
        leads_to: Context::Stats,
        action: Some(Action::Stats),
        go: |_| Some(open(Stats::new())),
        needs_cards: false,
    },
    PaletteWay {
        name: "add",
        label: |w| w.actions.add,
        leads_to: Context::Editor,
        action: Some(Action::Add),
        go: |desk| Editor::add_own(desk).map(open),
        needs_cards: true,
    },
    PaletteWay {
        name: "settings",
        label: |w| w.actions.settings,
        leads_to: Context::Settings,
        action: Some(Action::Settings),
        go: |_| Some(open(Settings::new())),
        needs_cards: false,
    },
    PaletteWay {
        name: "manual",
        label: |w| w.actions.manual,
        leads_to: Context::Manual,
        action: Some(Action::Manual),
        go: |_| Some(open(Manual::new(0))),
        needs_cards: false,
    },
    PaletteWay {
        name: "keys",
        label: |w| w.help,
        leads_to: Context::List,
        action: Some(Action::Help),
        go: |_| Some(open(Help::new(Context::Home))),
        needs_cards: false,
    },
];

fn open(screen: impl Screen + 'static) -> Step {
    Step::Replace(Box::new(screen))
}
