//! Study: the question, its answer, the four grades; and at the end what it came to.

mod finish;

use super::editor::Editor;
use super::links::Links;
use crate::card::{CardId, Grade};
use crate::day::At;
use crate::desk::{Desk, Place};
use crate::markdown;
use crate::quiz::session::{Phase, Reveal, Session};
use crate::schedule::plan;
use crate::ui::app::{Effect, Event, Look, Screen, Step};
use crate::ui::format;
use crate::ui::keymap::{Action, Context, Key};
use crate::ui::widgets::answer::{self, Link, Page};
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{bar, column, shorten, spread};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// The study screen.
pub struct Study {
    session: Session,
    sheet: Sheet,
    scroll: Scroll,
    /// What the sheet was laid out for; a new card begins at its top.
    shown: Option<Place>,
    /// A new point was shown: the end of the sheet has to come into view.
    follows: bool,
    /// How many cards still wait.
    left: u32,
    /// What the sheet was laid out for, until something but the scroll position changes.
    laid_out: Option<(Size, &'static str)>,
}

/// The lines of the card at hand, laid out for one width.
#[derive(Default)]
struct Sheet {
    /// The question, when it is short enough to stay in view while the answer scrolls.
    pinned: Vec<Line<'static>>,
    /// What scrolls.
    lines: Vec<Line<'static>>,
    links: Vec<Link>,
    /// Points shown and points there are, while not all are shown.
    points: Option<(usize, usize)>,
}

impl Study {
    /// Studies in this session.
    pub fn new(session: Session) -> Study {
        Study {
            session,
            sheet: Sheet::default(),
            scroll: Scroll::default(),
            shown: None,
            follows: false,
            left: 0,
            laid_out: None,
        }
    }

    fn act(&mut self, action: Action, desk: &mut Desk, look: &Look) -> Step {
        if self.scroll.act(action) {
            return Step::Stay;
        }
        self.laid_out = None;
        let words = look.words;
        match action {
            Action::Back => return Step::Close,
            Action::Reveal => self.reveal(),
            Action::RevealPoint => {
                self.session.reveal_point(desk);
                self.follows = matches!(self.session.phase, Phase::Shown(_, Reveal::Points(_)));
            }
            Action::Again => self.session.grade(Grade::Again, desk),
            Action::Hard => self.session.grade(Grade::Hard, desk),
            Action::Good => self.session.grade(Grade::Good, desk),
            Action::Easy => self.session.grade(Grade::Easy, desk),
            Action::Undo => return self.undo(desk, look),
            Action::Suspend => {
                self.session.suspend(desk);
                return Step::Notice(words.suspended.to_owned());
            }
            Action::Bury => {
                self.session.bury(desk);
                return Step::Notice(words.buried.to_owned());
            }
            Action::Language => return self.switch_language(desk, look),
            Action::Link => return self.open_link(look),
            Action::Edit => return self.edit(desk, look),
            Action::Write => return self.write(desk, look),
            Action::Ahead => self.session.study_ahead(desk),
            Action::MoreNew => self.session.more_new(10, desk),
            Action::Practise => {
                let mut chance = ChaCha8Rng::seed_from_u64(desk.now.at.0 as u64);
                self.session.practise(desk, &mut chance);
            }
            _ => {}
        }
        Step::Stay
    }

    /// Shows the answer; once it is shown the same key turns the page, and never grades.
    fn reveal(&mut self) {
        if matches!(self.session.phase, Phase::Shown(_, Reveal::All)) {
            self.scroll.act(Action::PageDown);
        } else {
            self.session.reveal();
        }
    }

    fn undo(&mut self, desk: &mut Desk, look: &Look) -> Step {
        let undone = self.session.undo(desk);
        Step::Notice(if undone { look.words.undone } else { look.words.nothing_to_undo }.to_owned())
    }

    fn switch_language(&mut self, desk: &mut Desk, look: &Look) -> Step {
        let has_other = |place| desk.card(place).faces.iter().any(|face| face.lang != desk.face(place).lang);
        if self.session.place().is_some_and(|place| !has_other(place)) {
            return Step::Notice(look.words.one_language.to_owned());
        }
        desk.lang = desk.lang.other();
        self.shown = None;
        Step::Stay
    }

    fn open_link(&self, look: &Look) -> Step {
        match self.sheet.links.as_slice() {
            [] => Step::Notice(look.words.no_link.to_owned()),
            [only] => Step::Ask(Effect::OpenLink(only.url.clone())),
            several => Step::Open(Box::new(Links::new(several.to_vec()))),
        }
    }

    fn write(&self, desk: &Desk, look: &Look) -> Step {
        let Some(place) = self.session.place() else { return Step::Stay };
        if desk.face(place).source.file.is_none() {
            return Step::Notice(look.words.no_source.to_owned());
        }
        Step::Open(Box::new(Editor::change(place, desk)))
    }

    fn edit(&self, desk: &Desk, look: &Look) -> Step {
        let Some(place) = self.session.place() else { return Step::Stay };
        let source = &desk.face(place).source;
        match &source.file {
            Some(file) => Step::Ask(Effect::Edit { file: file.to_path_buf(), line: source.question_line }),
            None => Step::Notice(look.words.no_source.to_owned()),
        }
    }
}

impl Screen for Study {
    fn context(&self) -> Context {
        match self.session.phase {
            Phase::Asked(_) => Context::Question,
            Phase::Shown(_, Reveal::Points(_)) => Context::Points,
            Phase::Shown(_, Reveal::All) => Context::Answer,
            Phase::Finished { .. } => Context::Finish,
        }
    }

    fn update(&mut self, event: Event, desk: &mut Desk, look: &Look) -> Step {
        match event {
            Event::Action(action) => return self.act(action, desk, look),
            Event::Wake => self.session.refresh(desk),
            Event::DecksChanged(card) => self.session.decks_changed(card.as_ref(), desk),
            Event::Typed(_) | Event::Erased | Event::Key(_) => {}
        }
        self.laid_out = None;
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let rows = Rows::of(size.height, self.context());
        let key = (size, look.words.language);
        if self.laid_out != Some(key) {
            self.laid_out = Some(key);
            self.lay_out(size, rows.body, desk, look);
        }
        if self.shown != self.session.place() {
            self.shown = self.session.place();
            self.scroll = Scroll::default();
        }
        let pinned = self.sheet.pinned.len() + usize::from(!self.sheet.pinned.is_empty());
        self.scroll.fit(self.sheet.lines.len(), usize::from(rows.body).saturating_sub(pinned));
        if std::mem::take(&mut self.follows) {
            self.scroll.act(Action::Last);
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let rows = Rows::of(area.height, self.context());
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        frame.render_widget(self.header(desk, column.width, look), at(0, 1));
        for (row, line) in self.sheet.pinned.iter().enumerate() {
            frame.render_widget(line, at(rows.top + row as u16, 1));
        }
        let mut body = at(rows.top, rows.body);
        if !self.sheet.pinned.is_empty() {
            let below = self.sheet.pinned.len() as u16;
            frame.render_widget(self.rule(column.width, look), at(rows.top + below, 1));
            body = at(rows.top + below + 1, rows.body.saturating_sub(below + 1));
        }
        self.scroll.view(frame, body, &self.sheet.lines, Rect { x: area.x, width: area.width, ..body }, look);
        if let (Phase::Shown(..), Some(choices)) = (self.session.phase, self.session.choices(desk)) {
            let due = choices.map(|state| {
                let due = plan::comes_back(&state, desk);
                due.map_or(String::new(), |due| format::until(due, desk.now, look.words))
            });
            frame.render_widget(
                grades(&due, self.session.is_practice(), column.width, look),
                at(area.height - 2, 1),
            );
        }
        frame.render_widget(bar::keys(self.context(), column.width, look), at(area.height - 1, 1));
    }

    fn wake_at(&self, _desk: &Desk) -> Option<At> {
        match self.session.phase {
            Phase::Finished { next_due } => next_due,
            _ => None,
        }
    }

    fn card(&self, desk: &Desk) -> Option<CardId> {
        self.session.place().map(|place| desk.card(place).id.clone())
    }
}

impl Study {
    /// Lays out the card at hand or the finish, and counts what is left.
    fn lay_out(&mut self, size: Size, body: u16, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        self.left = self.session.left(desk).total();
        self.sheet = match self.session.phase {
            Phase::Finished { next_due } => {
                Sheet { lines: finish::lines(&self.session, next_due, desk, width, look), ..Sheet::default() }
            }
            _ => Sheet::of_card(&self.session, desk, width, body, look),
        };
    }

    /// Deck and topic on the left, how far the session is on the right.
    fn header(&self, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
        let done = self.session.tally().answers;
        let progress = (look.words.done_left)(done, self.left);
        let progress = if self.session.is_practice() {
            format!("{progress} · {}", look.words.practice)
        } else {
            progress
        };
        let place = match self.session.place() {
            Some(place) => {
                let title = desk.deck(place).title(desk.lang).to_owned();
                let topic = desk.face(place).topic.iter().map(|heading| markdown_text(heading));
                std::iter::once(title).chain(topic).collect::<Vec<_>>().join(" › ")
            }
            None => "backprop".to_owned(),
        };
        spread(&place, &progress, width, look)
    }

    /// The line between question and answer; it says where in a long answer the window stands.
    fn rule(&self, width: u16, look: &Look) -> Line<'static> {
        let points = self.sheet.points.map(|(shown, all)| (look.words.more_points)(shown, all));
        let (first, last, all) = self.scroll.position();
        let position = self.scroll.is_needed().then(|| (look.words.lines)(first, last, all));
        let label = points.into_iter().chain(position).collect::<Vec<_>>().join(" · ");
        let width = usize::from(width);
        if label.is_empty() || label.width() + 4 > width {
            return Line::styled("─".repeat(width), look.theme.rule);
        }
        let left = "─".repeat(width - label.width() - 4);
        Line::from(vec![
            Span::styled(left, look.theme.rule),
            Span::styled(format!(" {label} "), look.theme.dim),
            Span::styled("──", look.theme.rule),
        ])
    }
}

/// Which lines hold what.
struct Rows {
    top: u16,
    body: u16,
}

impl Rows {
    fn of(height: u16, context: Context) -> Rows {
        let air = u16::from(height >= 16);
        let top = 1 + air;
        let bottom = 1 + u16::from(matches!(context, Context::Points | Context::Answer)) + air;
        Rows { top, body: height.saturating_sub(top + bottom) }
    }
}

impl Sheet {
    fn of_card(session: &Session, desk: &Desk, width: u16, body: u16, look: &Look) -> Sheet {
        let Some(place) = session.place() else { return Sheet::default() };
        let face = desk.face(place);
        let mut question = answer::lay_out_inline(&face.question, width, look.theme.question, &look.theme);
        let Phase::Shown(_, reveal) = session.phase else {
            return Sheet { lines: question, ..Sheet::default() };
        };
        let points = markdown::points(&face.answer);
        let (source, shown) = match reveal {
            Reveal::All => (face.answer.clone(), None),
            Reveal::Points(shown) => {
                (first_points(&face.answer, &points, shown), Some((shown, points.len())))
            }
        };
        let Page { lines, links } = answer::lay_out(&source, width, &look.theme);
        if question.len() * 3 <= usize::from(body) || question.len() == 1 && body > 2 {
            return Sheet { pinned: question, lines, links, points: shown };
        }
        question.push(Line::styled("─".repeat(usize::from(width)), look.theme.rule));
        question.extend(lines);
        Sheet { pinned: Vec::new(), lines: question, links, points: shown }
    }
}

/// The answer up to the end of this many points.
fn first_points(answer: &str, points: &[markdown::Point], shown: usize) -> String {
    let end = match shown.checked_sub(1).and_then(|last| points.get(last)) {
        Some(point) => point.last_line + 1,
        None => points.first().map_or(0, |point| point.first_line),
    };
    answer.lines().take(end).collect::<Vec<_>>().join("\n")
}

/// The four grades with the interval each would give, as wide as fits.
fn grades(due: &[String; 4], is_practice: bool, width: u16, look: &Look) -> Line<'static> {
    let styles = [look.theme.wrong, look.theme.warning, look.theme.right, look.theme.easy];
    let keys = Grade::ALL.map(|grade| key_of(grade, look).map_or(String::new(), |key| key.to_string()));
    let cells_with = |name: bool, span: bool| {
        let cell = |index: usize| {
            let name = if name { format!(" {}", look.words.grades[index]) } else { String::new() };
            let span = if span && !is_practice { format!(" {}", due[index]) } else { String::new() };
            (name, span)
        };
        (0..4).map(cell).collect::<Vec<_>>()
    };
    let taken = |cells: &[(String, String)], gap: usize| {
        let texts = cells.iter().map(|(name, span)| name.width() + span.width()).sum::<usize>();
        texts + keys.iter().map(|key| key.width()).sum::<usize>() + 3 * gap
    };
    let ways = [(true, true, 4), (true, true, 1), (false, true, 1), (true, false, 1), (false, false, 2)];
    let ways = ways.map(|(name, span, gap)| (cells_with(name, span), gap));
    let fitting = ways.iter().find(|(cells, gap)| taken(cells, *gap) <= usize::from(width));
    let (cells, gap) = fitting.unwrap_or(&ways[4]).clone();
    let mut spans = Vec::new();
    for (index, (name, span)) in cells.into_iter().enumerate() {
        spans.push(Span::styled(keys[index].clone(), look.theme.key));
        spans.push(Span::styled(name, styles[index]));
        spans.push(Span::styled(format!("{span}{}", " ".repeat(gap)), look.theme.dim));
    }
    Line::from(spans)
}

fn key_of(grade: Grade, look: &Look) -> Option<Key> {
    let action = [Action::Again, Action::Hard, Action::Good, Action::Easy][grade as usize];
    let mut rows = look.keys.of(Context::Answer);
    rows.find(|bound| bound.binding.action == action)?.keys_in(Context::Answer).next()
}

/// Markdown as one line of plain text.
pub(super) fn markdown_text(source: &str) -> String {
    markdown::text(&markdown::inlines(source))
}

/// One line of a list: a mark, the question, cut to the width.
fn question_line(place: Place, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
    let text = format!("· {}", markdown_text(&desk.face(place).question));
    Line::styled(shorten(&text, usize::from(width)), look.theme.text)
}
