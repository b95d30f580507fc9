//! The round: a question, its clock, and the four degrees of confidence. No answer is shown here.

use super::{choices, clock};
use crate::card::{CardId, Confidence};
use crate::day::At;
use crate::desk::Desk;
use crate::desk::StateOwner;
use crate::quiz::interview::Round;
use crate::quiz::interview::grading::Grading;
use crate::ui::app::{Destination, Event, Look, Screen, Step};
use crate::ui::keymap::{Action, Context};
use crate::ui::screens::study::has_other_language;
use crate::ui::widgets::scroll::Scroll;
use crate::ui::widgets::{answer, bar, column, spread};
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::text::Line;

/// The actions of the four degrees, the least sure first.
const DEGREES: [Action; 4] = [Action::SureNo, Action::SureMaybe, Action::SureLikely, Action::SureYes];

/// The screen of a round.
pub struct RoundScreen {
    round: Round,
    lines: Vec<Line<'static>>,
    scroll: Scroll,
    /// The next press of the same key ends the round.
    may_end: bool,
}

impl RoundScreen {
    /// The screen of a round that is not over.
    pub fn new(round: Round) -> RoundScreen {
        RoundScreen { round, lines: Vec::new(), scroll: Scroll::default(), may_end: false }
    }

    fn act(&mut self, action: Action, desk: &mut dyn StateOwner, look: &Look) -> Step {
        let may_end = std::mem::take(&mut self.may_end);
        let degree = DEGREES.iter().position(|degree| *degree == action);
        if let Some(degree) = degree {
            self.round.answer(Confidence::ALL[degree], desk);
            self.scroll = Scroll::default();
            return if self.round.is_over() { self.grade(desk) } else { Step::Stay };
        }
        match action {
            Action::Back if self.round.answered() == 0 || may_end => {
                self.round.end();
                return self.grade(desk);
            }
            Action::Back => {
                self.may_end = true;
                return Step::Notice(look.words.interview.end_again.to_owned());
            }
            Action::Undo if self.round.undo(desk) => {
                return Step::Notice(look.words.interview.taken_back.to_owned());
            }
            Action::Redo if self.round.redo(desk) => {
                self.scroll = Scroll::default();
                if self.round.is_over() {
                    return self.grade(desk);
                }
                return Step::Notice((look.words.home.redone)(look.words.interview.act_interview));
            }
            Action::Undo => return Step::Notice(look.words.nothing_to_undo.to_owned()),
            Action::Language => desk.show_cards_in(desk.lang.other()),
            action => {
                self.scroll.act(action);
            }
        }
        Step::Stay
    }

    /// On to the grading, should anything have been answered.
    fn grade(&self, desk: &Desk) -> Step {
        if self.round.answered() == 0 {
            return Step::Close;
        }
        let grading = Grading::of(self.round.began, desk);
        Step::GoInstead(Box::new(Destination::Grading(grading, Some(self.round.clone()))))
    }
}

impl Screen for RoundScreen {
    fn context(&self) -> Context {
        Context::MockQuestion
    }

    fn update(&mut self, event: Event, desk: &mut dyn StateOwner, look: &Look) -> Step {
        match event {
            Event::Action(action) => return self.act(action, desk, look),
            Event::DecksChanged(_) => self.round.decks_changed(desk),
            _ => {}
        }
        Step::Stay
    }

    fn arrange(&mut self, size: Size, desk: &Desk, look: &Look) {
        let width = column(Rect::new(0, 0, size.width, size.height)).width;
        let Some(place) = self.round.place() else { return };
        let theme = &look.theme;
        self.lines = answer::lay_out_asked(place, width, desk, look);
        if size.height >= 10 {
            self.lines.push(Line::default());
            self.lines.extend(answer::lay_out_inline(look.words.interview.speak, width, theme.dim, theme));
        }
        self.scroll.fit(self.lines.len(), usize::from(body(size.height).1));
    }

    fn is_live(&self, action: Action, desk: &Desk) -> bool {
        match action {
            Action::Undo => self.round.answered() > 0,
            Action::Redo => self.round.may_redo(),
            Action::Language => self.round.place().is_some_and(|place| has_other_language(place, desk)),
            _ => true,
        }
    }

    fn view(&self, frame: &mut Frame<'_>, area: Rect, desk: &Desk, look: &Look) {
        let column = column(area);
        let at = |y: u16, height: u16| Rect { y: area.y + y, height, ..column };
        frame.render_widget(self.header(column.width, desk, look), at(0, 1));
        let (top, height) = body(area.height);
        let list = at(top, height);
        self.scroll.view(frame, list, &self.lines, Rect { x: area.x, width: area.width, ..list }, look);
        let names = Confidence::ALL.map(look.words.names.confidence);
        let degrees = choices(self.context(), DEGREES, names, None, column.width, look);
        frame.render_widget(degrees, at(area.height - 2, 1));
        frame.render_widget(bar::keys(self, desk, column.width, look), at(area.height - 1, 1));
    }

    /// The clock shows seconds.
    fn wake_at(&self, desk: &Desk) -> Option<At> {
        Some(self.round.next_second(desk.now.at))
    }

    fn card(&self, desk: &Desk) -> Option<CardId> {
        self.round.place().map(|place| desk.card(place).id.clone())
    }
}

/// First line and height of the question.
fn body(height: u16) -> (u16, u16) {
    let air = u16::from(height >= 16);
    (1 + air, height.saturating_sub(3 + 2 * air).max(1))
}

impl RoundScreen {
    /// Which question it is, its clock beside the time it should take, and the time of the round.
    fn header(&self, width: u16, desk: &Desk, look: &Look) -> Line<'static> {
        let words = look.words.interview;
        let round = &self.round;
        let number = (words.question)(round.answered() + 1, round.length.questions);
        let left = match (width, round.is_follow_up()) {
            (60.., true) => format!("{number} · {}", words.follow_up),
            (60.., false) => format!("{} · {number}", words.title),
            (_, true) => format!("{}/{} {}", round.answered() + 1, round.length.questions, words.follow_up),
            (_, false) => format!("{}/{}", round.answered() + 1, round.length.questions),
        };
        let question = clock(round.on_question(desk.now.at));
        let question = format!("{question}/{}", clock(round.length.pace()));
        let time = match round.left(desk.now.at) {
            time if time > 0 => (words.left)(&clock(time)),
            _ => words.time_up.to_owned(),
        };
        let mut line = spread(&left, &format!("{question} · {time}"), width, look);
        let is_late = round.on_question(desk.now.at) > i64::from(round.length.pace());
        if let Some(last) = line.spans.last_mut().filter(|_| is_late) {
            last.style = look.theme.warning;
        }
        line
    }
}
