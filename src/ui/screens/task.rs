//! A task and what it says: how long it has been running, its lines, how it ended, and what comes next.

use super::study::Study;
use crate::day::At;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::markdown;
use crate::messages::{BackupMessage, Say};
use crate::quiz::session::{Session, Subject};
use crate::store::spelling::shown;
use crate::ui::app::{Effect, Event, Look, ProgramTask, Screen, Step, TaskEnd};
use crate::ui::keymap::{Action, Context};
use crate::ui::widgets::answer::{lay_out_inline, wrap_plain};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, gauge, heading, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The screen of a task.
pub struct TaskScreen {
    task: ProgramTask,
    /// When it was begun, seen first.
    since: Option<At>,
    said: Vec<String>,
    /// How far it is, in percent, where it says so.
    share: Option<u32>,
    end: Option<TaskEnd>,
    /// Decks that came in, to be studied next.
    decks: Vec<String>,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
}

/// A line as rows of a width; where its text begins behind columns of its own, the rows below it do so too.
fn hung(line: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    let line = markdown::clean(line);
    let line = line.trim_end();
    let text = line.rfind("  ").map_or(0, |at| at + 2);
    let (before, text) = line.split_at(text);
    let indent = before.width() as u16;
    if indent > width / 2 {
        return wrap_plain(line, width, style);
    }
    let mut rows = wrap_plain(text, width - indent, style);
    for (at, row) in rows.iter_mut().enumerate() {
        let start = if at == 0 { before.to_owned() } else { " ".repeat(indent.into()) };
        row.spans.insert(0, Span::styled(start, style));
    }
    rows
}

impl TaskScreen {
    /// A task that is about to begin.
    pub fn new(task: ProgramTask) -> TaskScreen {
        TaskScreen {
            task,
            since: None,
            said: Vec::new(),
            share: None,
            end: None,
            decks: Vec::new(),
            lines: Vec::new(),
            scroll: Scroll::default(),
        }
    }

    /// A task that is over, with what it said and the decks that it brought.
    pub fn over(task: ProgramTask, end: TaskEnd, said: Vec<String>, decks: Vec<String>) -> TaskScreen {
        TaskScreen { end: Some(end), said, decks, ..TaskScreen::new(task) }
    }

    fn is_running(&self) -> bool {
        self.end.is_none()
    }

    /// The task that what was seen leads to.
    fn follow_up(&self, desk: &Desk) -> Option<ProgramTask> {
        let ProgramTask::Restore { from, is_agreed: false } = &self.task else { return None };
        let nothing = BackupMessage::AllThere.say(desk.lang_of_words);
        let is_of_use = self.end == Some(TaskEnd::Done) && !self.said.contains(&nothing);
        is_of_use.then(|| ProgramTask::Restore { from: from.clone(), is_agreed: true })
    }

    /// What comes next, once it went well.
    fn next(&self, desk: &Desk, look: &Look) -> Option<String> {
        let words = look.words.inside;
        if let (Some(TaskEnd::Done), ProgramTask::Export { to, .. }) = (self.end, &self.task) {
            return Some((words.next_export)(&shown(to)));
        }
        let next = match self.task {
            ProgramTask::Import if self.decks.is_empty() => words.next_nothing,
            ProgramTask::Import => words.next_import,
            ProgramTask::Remove(_) => words.next_remove,
            ProgramTask::Export { .. } => return None,
            ProgramTask::Sync(_) => words.next_sync,
            ProgramTask::Merge(_) => words.next_merge,
            ProgramTask::Backup(_) => words.next_backup,
            ProgramTask::Restore { is_agreed: true, .. } => words.next_restore,
            ProgramTask::Restore { .. } if self.follow_up(desk).is_some() => words.next_look,
            ProgramTask::Restore { .. } => words.next_same,
            ProgramTask::Tune | ProgramTask::Untune => words.next_tune,
            ProgramTask::Doctor => words.next_doctor,
        };
        (self.end == Some(TaskEnd::Done)).then(|| next.to_owned())
    }

    fn status(&self, desk: &Desk, look: &Look) -> String {
        let words = look.words.inside;
        match self.end {
            // What was only looked at is not done.
            Some(TaskEnd::Done) if self.follow_up(desk).is_some() => String::new(),
            Some(TaskEnd::Done) => words.is_done.to_owned(),
            Some(TaskEnd::Failed) => words.has_failed.to_owned(),
            Some(TaskEnd::Stopped) => words.is_stopped.to_owned(),
            None => {
                let since = self.since.unwrap_or(desk.now.at);
                (words.running)(((desk.now.at.0 - since.0) / 1000).max(0))
            }
        }
    }
}

impl Screen for TaskScreen {
    fn context(&self) -> Context {
        Context::Task
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Wake => {
                self.since.get_or_insert(desk.now.at);
            }
            Event::TaskSaid(lines, share) if self.is_running() => {
                self.share = share.or(self.share);
                self.said.extend(lines);
                // What was said last is in sight while it runs.
                self.scroll.top = usize::MAX / 2;
            }
            Event::TaskEnded(end) if self.is_running() => self.end = Some(end),
            Event::Action(Action::Back) if self.is_running() => return Step::Ask(Effect::StopTask),
            // The field that it was begun in has served, too; what failed is typed there again.
            Event::Action(Action::Back) if self.end == Some(TaskEnd::Done) && !look.is_alone => {
                return Step::Return(Event::TaskEnded(TaskEnd::Done));
            }
            Event::Action(Action::Back) => return Step::Close,
            Event::Action(Action::Choose) if !self.decks.is_empty() => {
                let subject = Subject { decks: std::mem::take(&mut self.decks), ..Subject::default() };
                return Step::Begin(Box::new(Study::new(Session::start(subject, desk))));
            }
            Event::Action(Action::Choose) => {
                if let Some(task) = self.follow_up(desk.desk()) {
                    return Step::CloseAsking(Effect::Run(task));
                }
            }
            Event::Action(action) => drop(self.scroll.act(action)),
            _ => {}
        }
        Step::Stay
    }

    fn name_of(&self, action: Action, look: &Look) -> Option<&'static str> {
        match action {
            Action::Back if self.is_running() => Some(look.words.inside.act_stop),
            Action::Choose if matches!(self.task, ProgramTask::Restore { .. }) => {
                Some(look.words.inside.act_bring_back)
            }
            _ => None,
        }
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Choose => !self.decks.is_empty() || self.follow_up(desk).is_some(),
            // What is opened on top would not hear how it ends.
            Action::Palette | Action::Help => !self.is_running(),
            _ => true,
        }
    }

    fn wake_at(&self, desk: &Desk) -> Option<At> {
        self.is_running().then(|| desk.now.at.plus_seconds(1))
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        let wrapped = |line: &String| match line.is_empty() {
            true => vec![Line::default()],
            false => hung(line, width, look.theme.text),
        };
        self.lines = self.said.iter().flat_map(wrapped).collect();
        if let Some(next) = self.next(desk, look) {
            self.lines.push(Line::default());
            self.lines.extend(lay_out_inline(&next, width, look.theme.dim, &look.theme));
        }
        self.scroll.fit(self.lines.len(), usize::from(size.height.saturating_sub(3)));
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let line = |y: u16| Rect { y, height: 1, ..column };
        let title = heading(self.task.name(look.words.inside));
        frame.render_widget(spread(&title, &self.status(desk, look), column.width, look), line(area.y));
        if let Some(share) = self.share.filter(|_| self.is_running()) {
            let cells = usize::from(column.width.saturating_sub(6)).min(40);
            let spans = gauge::gauge(share as f32 / 100.0, cells, look.theme.right, look);
            let told = Span::styled(format!(" {share}%"), look.theme.text);
            frame.render_widget(Line::from_iter(spans.into_iter().chain([told])), line(area.y + 1));
        }
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(3), ..column };
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), line(area.bottom() - 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_below_begin_where_the_text_of_a_line_does() {
        let rows = |line: &str, width| -> Vec<String> {
            hung(line, width, Style::default()).iter().map(|row| row.to_string()).collect()
        };
        assert_eq!(rows("ok  disk  40 MB are free", 20), ["ok  disk  40 MB are", "          free"]);
        assert_eq!(rows("正常  磁盘  剩余四十兆字节", 24), ["正常  磁盘  剩余四十兆字", "            节"]);
        assert_eq!(rows("no columns in this", 12), ["no columns", "in this"]);
        assert_eq!(rows("a text, and late  a gap", 16), ["a text, and late", "a gap"]);
        assert_eq!(rows("short", 16), ["short"]);
    }
}
