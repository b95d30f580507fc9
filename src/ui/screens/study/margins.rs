//! What stands around the sheet: the header, the line below the question, the grades.

use super::{Study, grades};
use crate::desk::Desk;
use crate::messages::{Choice, ModeName};
use crate::quiz::session::AskingPhase;
use crate::ui::app::{Look, Screen};
use crate::ui::format;
use crate::ui::format::markdown_text;
use crate::ui::widgets::spread;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

impl Study {
    /// Deck and topic on the left, how far the session is on the right.
    pub(super) fn header(&self, has_clock: bool, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
        let progress = self.progress(width, look);
        let practice = self.session.is_practice().then_some(look.words.practice);
        let sure = matches!(self.session.phase, AskingPhase::Sure(..)).then_some(look.words.how_sure);
        // In a low window it has no line of its own.
        let clock = self.clock_shown(desk).filter(|_| has_clock);
        let progress = [clock.as_deref(), sure, Some(progress.as_str()), practice, self.mode(look)];
        let progress = progress.into_iter().flatten().collect::<Vec<_>>().join(" · ");
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

    /// A thin bar of how far the session is, and what is left of each kind.
    fn progress(&self, width: u16, look: &Look) -> String {
        let (words, left, done) = (look.words, self.left, self.session.tally().answers);
        let counts = [(left.new, words.new), (left.learning, words.learning), (left.due, words.due)];
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, word)| format!("{count} {word}")).collect();
        let cells = match width {
            70.. => 16,
            50.. => 8,
            _ => 0,
        };
        let share = done as f32 / (done + left.total()).max(1) as f32;
        let filled = (share * cells as f32).round() as usize;
        let bar = format!("{}{}", "━".repeat(filled), "─".repeat(cells - filled));
        [bar, counts.join(" · ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
    }

    /// The name of the mode, where it is not the usual one.
    pub(super) fn mode(&self, look: &Look) -> Option<&'static str> {
        let Some(trial) = &self.session.trial else {
            return self.chosen_mode.map(|mode| mode.label(look.words.lang));
        };
        let mode = trial.mode.name;
        (mode != ModeName::Recall).then(|| mode.label(look.words.lang))
    }

    /// The line between question and answer; it says where in a long answer the window stands.
    pub(super) fn rule(&self, width: u16, look: &Look) -> Line<'static> {
        let (first, last, all) = self.scroll.position();
        let position = self.scroll.is_needed().then(|| (look.words.lines)(first, last, all));
        let width = usize::from(width);
        let mut label = String::new();
        let taken_up = self.is_taken_up.then(|| look.words.grading.taken_up.to_owned());
        for part in self.sheet.label.iter().cloned().chain(taken_up).chain(position) {
            let gap = if label.is_empty() { "" } else { " · " };
            if label.width() + gap.width() + part.width() + 4 <= width {
                label.push_str(gap);
                label.push_str(&part);
            }
        }
        if label.is_empty() {
            return Line::styled("─".repeat(width), look.theme.rule);
        }
        let left = "─".repeat(width - label.width() - 4);
        Line::from(vec![
            Span::styled(left, look.theme.rule),
            Span::styled(format!(" {label} "), look.theme.dim),
            Span::styled("──", look.theme.rule),
        ])
    }

    /// The grades that can be given, or how sure one can be.
    pub(super) fn row_of_grades(&self, desk: &Desk, width: u16, look: &Look) -> Option<Line<'static>> {
        match self.session.phase {
            AskingPhase::Sure(..) => return Some(grades::confidence(width, look)),
            AskingPhase::Shown(..) => {}
            _ => return None,
        }
        let again = self.session.asked_again(desk);
        let due = self.session.choices(desk)?.map(|state| match self.session.is_practice() {
            true => String::new(),
            false => format::comes_back(&state, again, desk, look.words),
        });
        let offer = grades::Offer {
            due,
            best: self.session.trial.as_ref()?.best(),
            suggested: self.session.suggests(),
            context: self.context(),
            look,
        };
        Some(offer.line(width))
    }
}
