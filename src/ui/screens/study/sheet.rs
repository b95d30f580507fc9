//! The lines of the card at hand: the question, and as much of the answer as is shown.

use super::checklist::{self, TickMark};
use super::code;
use super::open_layers::OpenLayers;
use super::task;
use crate::card::Face;
use crate::desk::{Desk, Place};
use crate::markdown::{self, Point};
use crate::messages;
use crate::quiz::mode::{Task, Trial};
use crate::quiz::session::{AskingPhase, Reveal, Session};
use crate::quiz::typed::Writing;
use crate::typeset::picture::Placed;
use crate::ui::app::Look;
use crate::ui::screens::note;
use crate::ui::widgets::answer::{self, AnswerPage, Link, Space};
use ratatui::text::Line;
use std::borrow::Cow;

/// How the card at hand is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct SheetView {
    /// The learner is asked whether they trust its tests.
    pub(super) asks_for_trust: bool,
    /// The layers below the core are shown.
    pub(super) is_unfolded: bool,
    /// Points are ticked by their digits.
    pub(super) is_ticking: bool,
}

/// The lines of the card at hand, laid out for one width.
#[derive(Default)]
pub(super) struct StudySheet {
    /// The question, when it is short enough to stay in view while the answer scrolls.
    pub(super) pinned: Vec<Line<'static>>,
    /// What scrolls.
    pub(super) lines: Vec<Line<'static>>,
    /// Web addresses of the answer.
    pub(super) links: Vec<Link>,
    /// Pictures of the answer.
    pub(super) pictures: Vec<Placed>,
    /// What stands below the core is folded away.
    pub(super) is_folded: bool,
    /// What the line between question and answer says.
    pub(super) label: Vec<String>,
    /// The lines of the point at the cursor, first and last.
    pub(super) cursor: Option<(usize, usize)>,
}

impl StudySheet {
    /// The sheet of the card at hand, of which `body` lines are in view.
    pub(super) fn of_card(
        session: &Session,
        view: SheetView,
        desk: &Desk,
        (width, body): (u16, u16),
        look: &Look,
    ) -> StudySheet {
        let (Some(place), Some(trial)) = (session.place(), &session.trial) else {
            return StudySheet::default();
        };
        let face = desk.face(place);
        let question = answer::lay_out_asked(place, width, desk, look);
        match (session.phase, &trial.task) {
            (AskingPhase::Shown(_, reveal), _) => {
                let is_pinned = stays(&question, body);
                let above = if is_pinned { question.len() + 1 } else { 0 };
                let judged = task::judged(&trial.task, width, look);
                let space = Space {
                    width,
                    height: body.saturating_sub((above + judged.len()) as u16),
                    file: face.source.file.as_ref(),
                    has_cursor: true,
                };
                let mut sheet = StudySheet::of_answer(trial, reveal, place, view, desk, space, look);
                sheet.put_above(judged);
                sheet.below(question, is_pinned, width, look)
            }
            // Statements and passages help: first the learner says how sure they are.
            (AskingPhase::Sure(_, None), _) => StudySheet { lines: question, ..StudySheet::default() },
            // The field takes the rest of the window.
            (AskingPhase::Asked(_), Task::Write(_)) => {
                StudySheet { pinned: question, ..StudySheet::default() }
            }
            (AskingPhase::Asked(_), Task::Compute(computation)) => {
                let drill = &computation.drawn.question;
                let pinned = answer::lay_out_inline(drill, width, look.theme.question, &look.theme);
                StudySheet { pinned, ..StudySheet::default() }
            }
            (AskingPhase::Asked(_), task @ Task::Fill(_)) if task.is_typed() => StudySheet {
                pinned: with_passage(question, task, width, body, look),
                ..StudySheet::default()
            },
            (AskingPhase::Asked(_), Task::Code(coding)) => {
                let mut sheet = StudySheet { pinned: question, ..StudySheet::default() };
                sheet.lines = code::asked(coding, view.asks_for_trust, width, look);
                sheet
            }
            (_, asked) => {
                let mut lines = question;
                let words = messages::of(desk.face(place).lang);
                lines.extend(task::asked(asked, words, width, look));
                StudySheet { lines, ..StudySheet::default() }
            }
        }
    }

    fn put_above(&mut self, mut above: Vec<Line<'static>>) {
        self.cursor = self.cursor.map(|(first, last)| (first + above.len(), last + above.len()));
        let spots = self.pictures.iter_mut().filter_map(|placed| placed.spot.as_mut());
        spots.for_each(|spot| spot.line += above.len());
        above.append(&mut self.lines);
        self.lines = above;
    }

    fn of_answer(
        trial: &Trial,
        reveal: Reveal,
        place: Place,
        view: SheetView,
        desk: &Desk,
        space: Space<'_>,
        look: &Look,
    ) -> StudySheet {
        let face = desk.face(place);
        let answer = with_sources(face);
        let answer = &*markdown::itemised(&answer);
        let points = markdown::points(answer);
        let marks = marks(trial, reveal, view.is_ticking, place, points.len(), desk);
        let layers = OpenLayers::below(answer, place, desk).filter(|_| reveal == Reveal::All);
        let (source, points) = match (reveal, &layers) {
            (Reveal::All, Some(layers)) if is_folded(trial, view) => (layers.above.clone(), &points[..]),
            (Reveal::All, _) => (answer.to_string(), &points[..]),
            (Reveal::Points(shown), _) => (first_points(answer, &points, shown), &points[..shown]),
        };
        let marks = &marks[..points.len()];
        let source = checklist::mark(&source, points, marks);
        let mut below = Vec::new();
        if let Some(layers) = &layers {
            below.extend(layers.lines(is_folded(trial, view), space.width, look));
        }
        if reveal == Reveal::All {
            below.extend(note::lines(&desk.card(place).id, desk, space.width, look));
        }
        // Points stand apart where all of them are in sight all the same.
        let airy = checklist::airy(&source, points).filter(|_| !is_judged(trial));
        let airy = airy.map(|source| answer::lay_out_in(&source, space, look));
        let airy = airy.filter(|page| page.lines.len() + below.len() <= usize::from(space.height));
        let AnswerPage { mut lines, links, pictures } =
            airy.unwrap_or_else(|| answer::lay_out_in(&source, space, look));
        let mut rows = checklist::draw(&mut lines, marks, &look.theme);
        if let Task::Write(Writing { judged: Some(judged), .. }) = &trial.task {
            task::put_nearest(&mut lines, &mut rows, judged, space.width, look);
        }
        let cursor = cursor(marks, &rows, lines.len());
        lines.append(&mut below);
        let is_folded = layers.is_some() && is_folded(trial, view);
        StudySheet {
            label: label(trial, reveal, marks, look),
            is_folded,
            cursor,
            lines,
            links,
            pictures,
            pinned: Vec::new(),
        }
    }

    /// The same below a question, which stays in view when it leaves enough room.
    fn below(
        mut self,
        mut question: Vec<Line<'static>>,
        is_pinned: bool,
        width: u16,
        look: &Look,
    ) -> StudySheet {
        if is_pinned {
            return StudySheet { pinned: question, ..self };
        }
        question.push(Line::styled("─".repeat(usize::from(width)), look.theme.rule));
        self.cursor = self.cursor.map(|(first, last)| (first + question.len(), last + question.len()));
        let spots = self.pictures.iter_mut().filter_map(|placed| placed.spot.as_mut());
        spots.for_each(|spot| spot.line += question.len());
        question.append(&mut self.lines);
        StudySheet { lines: question, ..self }
    }
}

/// Lines that the field below a passage takes at least, the rule above it among them.
const FIELD: usize = 3;

/// A question above its passage. Where both leave no room for the field, the lines around the gap stay.
fn with_passage(
    question: Vec<Line<'static>>,
    task: &Task,
    width: u16,
    body: u16,
    look: &Look,
) -> Vec<Line<'static>> {
    let mut lines = question;
    lines.extend(task::asked(task, look.words, width, look));
    let room = usize::from(body).saturating_sub(FIELD).max(1);
    if lines.len() > room {
        let has_gap = |line: &Line<'_>| line.spans.iter().any(|span| span.content.contains('…'));
        let gap = lines.iter().rposition(has_gap).unwrap_or(lines.len() - 1);
        let end = (gap + 2).max(room).min(lines.len());
        lines.truncate(end);
        lines.drain(..end - room);
    }
    lines
}

/// Whether a question leaves the answer enough of `body` lines to stay in view above it.
fn stays(question: &[Line<'_>], body: u16) -> bool {
    question.len() * 3 <= usize::from(body) || question.len() == 1 && body > 2
}

/// The mark of every point of the answer.
fn marks(
    trial: &Trial,
    reveal: Reveal,
    is_ticking: bool,
    place: Place,
    of: usize,
    desk: &Desk,
) -> Vec<TickMark> {
    let list = &trial.checklist;
    // Until a point is ticked, a whole answer is there to be read.
    let is_list = list.counts || is_ticking || matches!(reveal, Reveal::Points(_));
    let record = desk.progress.record(&desk.card(place).id);
    let before = record.and_then(|record| record.points).filter(|points| points.count() == of);
    let mut marks: Vec<TickMark> = (0..of)
        .map(|at| TickMark {
            said: list.said.get(at).copied().filter(|_| is_list),
            is_here: at == list.cursor,
            missed_before: false,
            digit: char::from_digit(at as u32 + 1, 10).filter(|_| is_ticking),
        })
        .collect();
    before.iter().flat_map(|points| points.missed()).for_each(|at| marks[at].missed_before = true);
    marks
}

fn label(trial: &Trial, reveal: Reveal, marks: &[TickMark], look: &Look) -> Vec<String> {
    let (list, words) = (&trial.checklist, look.words);
    let mut label = Vec::new();
    match reveal {
        _ if list.counts => {
            label.push((words.ticked)(list.said.iter().filter(|said| **said).count(), list.said.len()));
        }
        Reveal::Points(shown) => label.push((words.more_points)(shown, list.said.len())),
        Reveal::All => {}
    }
    if marks.iter().any(|mark| mark.missed_before) {
        label.push(words.missed_before.to_owned());
    }
    label
}

/// Whether what was typed stands between the points.
fn is_judged(trial: &Trial) -> bool {
    matches!(&trial.task, Task::Write(Writing { judged: Some(_), .. }))
}

/// Whether only gist and core are shown. The solution of an exercise stands below them.
pub(super) fn is_folded(trial: &Trial, view: SheetView) -> bool {
    !view.is_unfolded && !matches!(trial.task, Task::Code(_))
}

/// The lines of the point at the cursor.
fn cursor(marks: &[TickMark], rows: &[usize], lines: usize) -> Option<(usize, usize)> {
    let at = marks.iter().position(|mark| mark.is_here && mark.said.is_some())?;
    let first = *rows.get(at)?;
    let next = rows.get(at + 1).copied().unwrap_or(lines);
    Some((first, next.saturating_sub(1).max(first)))
}

/// The answer as it is read, its sources below it.
fn with_sources(face: &Face) -> Cow<'_, str> {
    let answer = markdown::readable(&face.answer);
    match face.metadata.as_ref().filter(|metadata| !metadata.sources.is_empty()) {
        Some(metadata) => Cow::Owned(format!("{answer}\n\n{}", metadata.sources)),
        None => answer,
    }
}

/// The answer up to the end of this many points.
fn first_points(answer: &str, points: &[Point], shown: usize) -> String {
    let end = match shown.checked_sub(1).and_then(|last| points.get(last)) {
        Some(point) => point.last_line + 1,
        None => points.first().map_or(0, |point| point.first_line),
    };
    answer.lines().take(end).collect::<Vec<_>>().join("\n")
}
