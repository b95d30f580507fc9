//! The field for an address: of the repository that machines are kept in sync by, or of a backup.

use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::ui::app::{Effect, Event, Look, ProgramTask, Screen, Step, TaskEnd};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::{answer, bar, column, heading, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};

/// The field.
pub struct Address {
    kind: AddressKind,
    typed: LineField,
}

/// What the address is of.
#[derive(Clone, Copy)]
pub enum AddressKind {
    /// A git repository.
    Repository,
    /// The file of a backup, or its folder.
    Backup,
}

impl Address {
    /// An empty field.
    pub fn new(kind: AddressKind) -> Address {
        Address { kind, typed: LineField::default() }
    }

    /// The task that is done with what was typed, or with nothing.
    fn task(&self, typed: Option<String>) -> ProgramTask {
        match self.kind {
            AddressKind::Repository => ProgramTask::Sync(typed),
            AddressKind::Backup => ProgramTask::Backup(typed.map(Into::into)),
        }
    }
}

impl Screen for Address {
    fn context(&self) -> Context {
        Context::Field
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, _desk: &mut dyn StateOwner, _look: &Look) -> Step {
        match event {
            Event::Typed(text) => self.typed.insert(&text),
            Event::Key(key) => self.typed.press(key),
            Event::Action(Action::Back) | Event::TaskEnded(TaskEnd::Done) => return Step::Close,
            Event::Action(Action::Choose) => {
                let typed = Some(self.typed.text().trim().to_owned()).filter(|text| !text.is_empty());
                return Step::Ask(Effect::Run(self.task(typed)));
            }
            _ => {}
        }
        Step::Stay
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        (action == Action::Choose).then(|| self.task(None).name(look.words.inside))
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        action != Action::Palette
    }

    fn arrange(&mut self, _size: Size, _desk: &Desk, _look: &Look) {}

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let words = look.words.inside;
        let title = heading(self.task(None).name(words));
        frame.render_widget(spread(&title, "", column.width, look), line(area.y));
        let about = match self.kind {
            AddressKind::Repository => words.sync_where,
            AddressKind::Backup => words.backup_where,
        };
        let about = answer::lay_out_inline(about, column.width, look.theme.dim, &look.theme);
        let rows = (area.y + 2..area.bottom().saturating_sub(2)).zip(about);
        let mut below = area.y + 1;
        for (y, text) in rows {
            frame.render_widget(text, line(y));
            below = y + 1;
        }
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
        self.typed.view(frame, line(below.min(area.bottom() - 2)), "> ", look);
    }
}
