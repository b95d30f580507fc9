//! The picker: a path that is typed, and what stands in its folder, each file with what it would give.

use super::report::ReportField;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::store::folder::{FolderEntry, FolderExtent, FolderView, Gives, MOST_NAMES, PickKind};
use crate::ui::app::{Effect, Event, Look, ProgramTask, Screen, Step, TaskEnd};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::field::LineField;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, pad, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

/// The screen that finds a file or a folder.
pub struct Picker {
    kind: PickKind,
    typed: LineField,
    folder: Option<FolderView>,
    rows: Vec<PickerRow>,
    cursor: usize,
    scroll: Scroll,
    /// Whether the row under the cursor is to be taken as soon as the folder is known.
    is_taking: bool,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PickerRow {
    /// A field for what a file would say.
    Write,
    /// The folder as a whole.
    Whole,
    /// The folder above.
    Above,
    /// What stands in it, by its index.
    Entry(usize),
}

/// What parts the folders of a path; people type either.
const PARTS: [char; 2] = ['/', '\\'];

impl Picker {
    /// Looks first where the program was started.
    pub fn new(kind: PickKind) -> Picker {
        Picker {
            kind,
            typed: LineField::default(),
            folder: None,
            rows: Vec::new(),
            cursor: 0,
            scroll: Scroll::default(),
            is_taking: false,
        }
    }

    /// Looks first into that folder.
    pub fn starting_in(kind: PickKind, folder: &str) -> Picker {
        Picker { typed: LineField::new(folder), ..Picker::new(kind) }
    }

    /// The folder that was typed, and what was typed of a name in it.
    fn parts(&self) -> (&str, &str) {
        let text = self.typed.text().trim();
        match text.rfind(PARTS) {
            Some(at) => text.split_at(at + 1),
            None if text == "~" => (text, ""),
            None => ("", text),
        }
    }

    fn look(&mut self) -> Step {
        // What stood in another folder is not to be taken for what stands in this one.
        (self.folder, self.is_taking) = (None, false);
        self.rows.clear();
        Step::Ask(Effect::LookInto { path: self.parts().0.to_owned(), kind: self.kind })
    }

    /// After the path has changed: another folder is looked into, or another name looked for.
    fn changed(&mut self, before: &str) -> Step {
        (self.cursor, self.is_taking) = (0, false);
        if self.parts().0 != before {
            return self.look();
        }
        self.find();
        Step::Stay
    }

    /// Takes in what is known of the folder by now. The cursor stays on what it is on.
    fn know(&mut self, folder: FolderView, desk: &mut dyn StateOwner) -> Step {
        let chosen = match self.rows.get(self.cursor) {
            Some(PickerRow::Entry(at)) if self.cursor > 0 => self.entries().get(*at),
            _ => None,
        };
        let chosen = chosen.map(|entry| entry.name.clone());
        self.folder = Some(folder);
        self.find();
        if let Some(chosen) = chosen {
            let is_it = |row: &PickerRow| match row {
                PickerRow::Entry(at) => self.entries()[*at].name == chosen,
                _ => false,
            };
            self.cursor = self.rows.iter().position(is_it).unwrap_or(self.cursor);
        }
        if self.is_taking && !self.is_reading() { self.choose(self.cursor, desk) } else { Step::Stay }
    }

    /// Whether more is to come of the folder.
    fn is_reading(&self) -> bool {
        self.folder.as_ref().is_none_or(|folder| folder.extent == FolderExtent::Reading)
    }

    fn entries(&self) -> &[FolderEntry] {
        self.folder.as_ref().and_then(|folder| folder.entries.as_deref()).unwrap_or_default()
    }

    /// Whether an import of the folder may take anything, as far as is known.
    fn may_be_taken_whole(&self) -> bool {
        let whole = self.folder.as_ref().and_then(|folder| folder.whole);
        whole.map_or(!self.entries().is_empty(), |whole| whole.files > 0)
    }

    fn find(&mut self) {
        let name = self.parts().1.to_lowercase();
        let is_above = self.folder.as_ref().is_some_and(|folder| folder.path.parent().is_some());
        let mut rows = Vec::new();
        if name.is_empty() {
            rows.extend((self.kind == PickKind::Reports).then_some(PickerRow::Write));
            rows.extend(
                (self.kind == PickKind::Notes && self.may_be_taken_whole()).then_some(PickerRow::Whole),
            );
            rows.extend(is_above.then_some(PickerRow::Above));
        }
        let has = |entry: &FolderEntry| entry.name.to_lowercase().contains(&name);
        let begins = |entry: &FolderEntry| entry.name.to_lowercase().starts_with(&name);
        let entries = self.entries();
        let mut found: Vec<usize> = (0..entries.len()).filter(|at| has(&entries[*at])).collect();
        found.sort_by_key(|at| !begins(&entries[*at]));
        rows.extend(found.into_iter().map(PickerRow::Entry));
        self.rows = rows;
    }

    /// Goes into a folder, or takes what was chosen.
    fn choose(&mut self, row: usize, desk: &mut dyn StateOwner) -> Step {
        if self.rows.get(row) == Some(&PickerRow::Write) || self.is_question() {
            return self.write(desk);
        }
        self.is_taking = self.is_reading() && self.rows.get(row).is_none();
        let Some(folder) = self.folder.as_ref().filter(|_| !self.is_taking) else { return Step::Stay };
        match self.rows.get(row) {
            Some(PickerRow::Write) => Step::Stay,
            Some(PickerRow::Whole) => take(self.kind, folder.path.clone()),
            Some(PickerRow::Above) => {
                let above = folder.path.parent().map(|path| path.to_string_lossy().into_owned());
                self.go(&above.unwrap_or_default())
            }
            Some(PickerRow::Entry(at)) => {
                let Some(entry) = self.entries().get(*at) else { return Step::Stay };
                let path = folder.path.join(&entry.name);
                match entry.gives {
                    Gives::Folder => self.go(&path.to_string_lossy()),
                    _ => take(self.kind, path),
                }
            }
            // What is not shown may still be there; whoever takes it says if it is not.
            None if !self.typed.text().trim().is_empty() => {
                take(self.kind, PathBuf::from(self.typed.text().trim()))
            }
            None => Step::Stay,
        }
    }

    /// Whether what was typed for a report is no path, but a question that was asked: no row is like it.
    fn is_question(&self) -> bool {
        let text = self.typed.text().trim();
        let is_text = text.contains([' ', '?', '？']) || !text.is_ascii();
        self.kind == PickKind::Reports && self.rows.is_empty() && is_text && !is_from_root(text)
    }

    /// Opens the field for the questions, with what was typed here.
    fn write(&self, desk: &mut dyn StateOwner) -> Step {
        Step::Replace(Box::new(ReportField::new(self.typed.text(), desk)))
    }

    fn go(&mut self, path: &str) -> Step {
        let end = if path.ends_with(PARTS) { "" } else { std::path::MAIN_SEPARATOR_STR };
        self.typed = LineField::new(&format!("{path}{end}"));
        self.cursor = 0;
        self.look()
    }
}

/// Whether a text begins a path anew: `/`, `~/` or `C:\`.
fn is_from_root(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        Some('~') => text == "~" || text[1..].starts_with(PARTS),
        Some(letter) if letter.is_ascii_alphabetic() => {
            letters.next() == Some(':') && letters.next().is_some_and(|letter| PARTS.contains(&letter))
        }
        first => first.is_some_and(|letter| PARTS.contains(&letter)),
    }
}

fn take(kind: PickKind, path: PathBuf) -> Step {
    match kind {
        PickKind::Notes => Step::Ask(Effect::Import(vec![path])),
        PickKind::Reports => Step::Ask(Effect::ReadReport(path)),
        PickKind::Logs => Step::Ask(Effect::Run(ProgramTask::Merge(path))),
        PickKind::Backups => Step::Ask(Effect::Run(ProgramTask::Restore { from: path, is_agreed: false })),
    }
}

impl Screen for Picker {
    fn context(&self) -> Context {
        Context::Field
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, _look: &Look) -> Step {
        let before = self.parts().0.to_owned();
        match event {
            Event::Wake if self.folder.is_none() => return self.look(),
            Event::Folder(folder) => return self.know(folder, desk),
            Event::Imported(_) | Event::TaskEnded(TaskEnd::Done) => return Step::Close,
            // Several lines are no path: they are what was asked.
            Event::Typed(text) if self.kind == PickKind::Reports && text.trim().contains('\n') => {
                return Step::Replace(Box::new(ReportField::new(&text, desk)));
            }
            Event::Typed(text) => {
                // A file that is dropped on a terminal comes in quotation marks.
                let text = text.trim_matches(['\'', '"', '\n']);
                // A path from the root takes the place of the folder that stands there.
                if is_from_root(text) && self.typed.text().ends_with(PARTS) {
                    self.typed = LineField::default();
                }
                self.typed.insert(text);
                return self.changed(&before);
            }
            Event::Key(key) => {
                self.typed.press(key);
                return self.changed(&before);
            }
            Event::Row(row) => return self.choose(row, desk),
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Choose) => return self.choose(self.cursor, desk),
            Event::Action(action) => {
                self.cursor = self.scroll.cursor(self.cursor, action).unwrap_or(self.cursor);
            }
            _ => {}
        }
        Step::Stay
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        (action == Action::Choose).then_some(look.words.inside.act_take)
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::Choose => !self.rows.is_empty() || !self.typed.is_empty(),
            _ => action != Action::Palette,
        }
    }

    fn arrange(&mut self, size: Size, _desk: &Desk, _look: &Look) {
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        self.scroll.fit(self.rows.len(), usize::from(size.height.saturating_sub(3)));
        self.scroll.show(self.cursor);
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let words = look.words.inside;
        let title = match self.kind {
            PickKind::Notes => words.picker_notes,
            PickKind::Logs => words.picker_log,
            PickKind::Reports => words.picker_report,
            PickKind::Backups => words.picker_backup,
        };
        let extent = match self.folder.as_ref().map(|folder| folder.extent) {
            None | Some(FolderExtent::Reading) => (words.picker_reading)(self.entries().len()),
            Some(FolderExtent::Cut) => (words.picker_cut)(MOST_NAMES),
            Some(FolderExtent::Whole) => String::new(),
        };
        frame.render_widget(spread(title, &extent, column.width, look), line(area.y));
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        let shown = self.scroll.top..self.rows.len().min(self.scroll.top + usize::from(list.height));
        let mut lines: Vec<Line<'static>> = shown.map(|row| self.row(row, column.width, look)).collect();
        let has_entries = self.rows.iter().any(|row| matches!(row, PickerRow::Entry(_)));
        if !has_entries && !self.is_reading() {
            let is_there = self.folder.as_ref().is_some_and(|folder| folder.entries.is_some());
            let why = if is_there { words.nothing_here } else { words.no_such_path };
            lines.push(Line::styled(shorten(why, usize::from(column.width)), look.theme.dim));
        }
        self.scroll.view_rows(frame, list, &lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
        self.typed.view(frame, line(area.y + 1), "> ", look);
    }
}

impl Picker {
    fn row(&self, row: usize, width: u16, look: &Look) -> Line<'static> {
        let words = look.words.inside;
        let (name, right) = match self.rows[row] {
            PickerRow::Whole => {
                let whole = self.folder.as_ref().and_then(|folder| folder.whole);
                let name = whole.map_or(words.folder_and_below.to_owned(), |whole| {
                    (words.whole_folder)(whole.files, whole.questions)
                });
                (name, String::new())
            }
            PickerRow::Write => (words.report_row.to_owned(), String::new()),
            PickerRow::Above => ("..".to_owned(), String::new()),
            PickerRow::Entry(at) => {
                let entry = &self.entries()[at];
                let right = match entry.gives {
                    Gives::Folder => words.is_folder.to_owned(),
                    Gives::Questions(count) => (words.questions)(count),
                    Gives::Unread => words.is_unread.to_owned(),
                    Gives::Unreadable => words.is_unreadable.to_owned(),
                    Gives::Log => words.is_log.to_owned(),
                };
                (crate::markdown::clean(&entry.name).replace('\n', " "), right)
            }
        };
        let is_chosen = row == self.cursor;
        let style = |style| if is_chosen { look.theme.selected } else { style };
        let mark = if is_chosen { "> " } else { "  " };
        let room = usize::from(width).saturating_sub(right.width() + 3);
        Line::from(vec![
            Span::styled(format!("{mark}{} ", pad(&shorten(&name, room), room)), style(look.theme.text)),
            Span::styled(right, style(look.theme.dim)),
        ])
    }
}
