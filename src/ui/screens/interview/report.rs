//! The report on a mock interview: score by topic, slow answers, what was thought to be known, and what
//! to study now; on screen and as a Markdown file.

use super::share::percent;
use super::{clock, markdown, topic_in};
use crate::card::{Confidence, Grade};
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::quiz::interview::grading::Grading;
use crate::quiz::interview::report::{ReportRow, RoundReport};
use crate::quiz::session::{Session, Subject};
use crate::ui::app::{Destination, Effect, Event, Look, Screen, Step};
use crate::ui::format::markdown_text;
use crate::ui::keymap::{Action, Context};
use crate::ui::screens::study::Study;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, pad, shorten, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The screen of a report.
pub struct ReportScreen {
    report: RoundReport,
    /// What it was made from; an undo goes back to it.
    grading: Grading,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
    /// Where it was written.
    written: Option<String>,
}

impl ReportScreen {
    /// The screen of a report on a grading.
    pub fn new(report: RoundReport, grading: Grading) -> ReportScreen {
        ReportScreen { report, grading, lines: Vec::new(), scroll: Scroll::default(), written: None }
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match action {
            Action::Back => Step::Close,
            Action::Export => Step::Ask(Effect::WriteReport {
                name: format!("{}-{}", look.words.interview.file, self.report.day),
                text: markdown::text(&self.report, desk, look.words),
            }),
            Action::Choose => self.study(desk, look),
            Action::Undo => {
                let mut grading = self.grading.clone();
                if !grading.undo(desk) {
                    return Step::Notice(look.words.nothing_to_undo.to_owned());
                }
                Step::GoInstead(Box::new(Destination::Grading(grading, None)))
            }
            action => {
                self.scroll.act(action);
                Step::Stay
            }
        }
    }

    fn study(&self, desk: &Desk, look: &Look) -> Step {
        let cards: Vec<_> = self.report.study.iter().map(|row| self.report.rows[*row].card.clone()).collect();
        if cards.is_empty() {
            return Step::Notice(format!(
                "{}: {}",
                look.words.interview.study_now, look.words.interview.none
            ));
        }
        Step::Open(Box::new(Study::new(Session::start(Subject::of_cards(cards), desk))))
    }
}

impl Screen for ReportScreen {
    fn context(&self) -> Context {
        Context::MockReport
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(action) => return self.act(action, desk, look),
            Event::DecksChanged(_) => {
                self.grading.look_again(desk);
                self.report.look_again(desk);
                if self.report.rows.is_empty() {
                    return Step::Close;
                }
            }
            _ => {}
        }
        Step::Stay
    }

    fn report_written(&mut self, path: &str) {
        self.written = Some(path.to_owned());
        self.scroll = Scroll::default();
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        self.lines = lines(&self.report, self.written.as_deref(), width, desk, look);
        self.scroll.fit(self.lines.len(), usize::from(body(size.height).1));
    }

    fn is_live(&self, action: Action, _desk: &Desk) -> bool {
        match action {
            Action::Choose => !self.report.study.is_empty(),
            Action::Undo => self.grading.last_graded().is_some(),
            // What is taken back here is given again where it was graded.
            Action::Redo => false,
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        let words = look.words.interview;
        let title = format!("{} · {}", words.title, words.report);
        frame.render_widget(spread(&title, &self.report.day.to_string(), column.width, look), at(0, 1));
        let (top, height) = body(area.height);
        let list = at(top, height);
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }
}

/// First line and height of the report.
fn body(height: u16) -> (u16, u16) {
    let air = u16::from(height >= 16);
    (1 + air, height.saturating_sub(2 + 2 * air).max(1))
}

fn lines(
    report: &RoundReport,
    written: Option<&str>,
    width: u16,
    desk: &Desk,
    look: &Look,
) -> Vec<Line<'static>> {
    let (words, theme) = (look.words.interview, &look.theme);
    let mut page = ReportPage { lines: Vec::new(), width, look };
    if let Some(path) = written {
        page.lines.extend(answer::lay_out_inline(
            &(words.written)(&literal(path)),
            width,
            theme.right,
            theme,
        ));
        page.lines.push(Line::default());
    }
    page.pair(
        &format!("{} {}", words.score, percent(report.score())),
        &(words.summary)(report.rows.len(), &clock(report.ms() as i64)),
        theme.heading,
    );

    page.topics(report, desk);

    let answers = |page: &mut ReportPage<'_>,
                   wanted: &dyn Fn(&ReportRow) -> bool,
                   right: &dyn Fn(&ReportRow) -> String| {
        let rows: Vec<&ReportRow> = report.rows.iter().filter(|row| wanted(row)).collect();
        if rows.is_empty() {
            page.lines.push(Line::styled(format!("  {}", words.none), theme.dim));
        }
        rows.iter().for_each(|row| page.pair(&question(row, desk), &right(row), theme.text));
    };
    let grade = |row: &ReportRow| (look.words.names.grade)(row.grade);
    let sure = |row: &ReportRow| (look.words.names.confidence)(row.confidence);
    page.heading(words.sure_but_wrong, theme.wrong);
    answers(&mut page, &ReportRow::is_sure_but_wrong, &|row| sure(row).to_owned());
    let pace = report.rows.first().map_or(String::new(), |row| clock(row.pace));
    page.heading(&(words.slow)(&pace), theme.warning);
    answers(&mut page, &ReportRow::is_slow, &|row| clock(row.ms));

    page.heading(words.study_now, theme.heading);
    if report.study.is_empty() {
        page.lines.push(Line::styled(format!("  {}", words.none), theme.dim));
    }
    for row in report.study.iter().map(|row| &report.rows[*row]) {
        page.pair(&question(row, desk), grade(row), theme.text);
    }

    page.confidence(report);

    page.heading(words.answers, theme.heading);
    answers(&mut page, &|_| true, &|row| {
        let points = row.points.map_or(String::new(), |(said, of)| format!("{said}/{of}  "));
        let (sure, grade) = (
            level(sure(row), &Confidence::ALL.map(look.words.names.confidence)),
            level(grade(row), &Grade::ALL.map(look.words.names.grade)),
        );
        format!("{points}{sure}  {grade}  {:>5}", clock(row.ms))
    });
    page.lines
}

/// A name as wide as the widest of all.
fn level(name: &str, all: &[&str]) -> String {
    pad(name, all.iter().map(|name| name.width()).max().unwrap_or(0))
}

/// A path as it is, whatever it holds.
fn literal(path: &str) -> String {
    let mut text = String::new();
    for letter in crate::markdown::clean(path).chars() {
        if letter.is_ascii_punctuation() {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

fn question(row: &ReportRow, desk: &Desk) -> String {
    markdown_text(&desk.face(row.place).question)
}

/// The lines of the report as they grow.
struct ReportPage<'a> {
    lines: Vec<Line<'static>>,
    width: u16,
    look: &'a Look,
}

impl ReportPage<'_> {
    fn topics(&mut self, report: &RoundReport, desk: &Desk) {
        let (words, theme) = (self.look.words.interview, &self.look.theme);
        self.heading(words.by_topic, theme.heading);
        for of_topic in &report.topics {
            let score = percent(of_topic.worth / of_topic.questions as f32);
            let questions = (words.asked_of_topic)(of_topic.questions);
            let time = clock((of_topic.ms / u64::from(of_topic.questions)) as i64);
            let figures = format!("{questions}  {time:>5}  {score:>5}");
            self.pair(&topic_in(report, of_topic.place, desk), &figures, theme.text);
        }
    }

    fn confidence(&mut self, report: &RoundReport) {
        let (words, theme) = (self.look.words.interview, &self.look.theme);
        self.heading(words.by_confidence, theme.heading);
        for (name, (count, worth)) in
            Confidence::ALL.map(self.look.words.names.confidence).iter().zip(report.confidence)
        {
            if count > 0 {
                let right =
                    format!("{}  {:>5}", (words.asked_of_topic)(count), percent(worth / count as f32));
                self.pair(name, &right, theme.text);
            }
        }
    }

    fn heading(&mut self, text: &str, style: Style) {
        self.lines.push(Line::default());
        self.lines.push(Line::styled(shorten(text, usize::from(self.width)), style));
    }

    /// Something with its figures at the right; a narrow page puts them below.
    fn pair(&mut self, left: &str, right: &str, style: Style) {
        let width = usize::from(self.width);
        let is_head = style == self.look.theme.heading;
        let indent = if is_head { "" } else { "  " };
        let room = width.saturating_sub(right.width() + 2 + indent.width());
        if room < 16 && left.width() > room {
            self.lines.push(Line::styled(shorten(&format!("{indent}{left}"), width), style));
            let gap = " ".repeat(width.saturating_sub(right.width()));
            self.lines.push(Line::styled(shorten(&format!("{gap}{right}"), width), self.look.theme.dim));
            return;
        }
        self.lines.push(Line::from(vec![
            Span::styled(format!("{indent}{}", pad(&shorten(left, room), room + 2)), style),
            Span::styled(right.to_owned(), self.look.theme.dim),
        ]));
    }
}
