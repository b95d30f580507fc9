//! The end of a session: what was done, how much was recalled, what failed, and what comes next.

use super::question_line;
use crate::desk::Desk;
use crate::quiz::session::{End, Outlook, Session};
use crate::schedule::plan::{self, Plan};
use crate::ui::app::Look;
use crate::ui::format;
use crate::ui::widgets::answer;
use ratatui::text::Line;

/// The lines of the finish screen.
pub(super) fn lines(session: &Session, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    let (tally, end) = (session.tally(), session.end(desk));
    let title = match end {
        _ if session.is_practice() => words.practice_finished.to_owned(),
        End::Limit(answers) => (words.limit_reached)(answers),
        End::Through | End::HeldBack(_) => words.finished.to_owned(),
    };
    let mut lines = vec![Line::styled(title, theme.heading), Line::default()];
    if tally.answers > 0 {
        lines.push(Line::styled((words.did)(tally.answers, tally.new), theme.text));
    }
    if tally.reviews > 0 {
        let percent = 100.0 * tally.recalled as f32 / tally.reviews as f32;
        let recalled = format!("{} ({percent:.0} %)", (words.recalled)(tally.recalled, tally.reviews));
        lines.push(Line::styled(recalled, theme.text));
    }
    if !session.is_practice() {
        if let Some(plan) = Plan::in_force(desk) {
            let done = (words.plan.finished)(plan::seconds_used(desk) / 60.0, plan.minutes);
            lines.push(Line::styled(done, theme.text));
        }
        if let End::HeldBack(counts) = end {
            let held = (words.held_back)(counts.new, counts.due);
            lines.extend(answer::lay_out_inline(&held, width, theme.text, theme));
        }
        let next = match session.outlook(desk) {
            Outlook::Waiting(cards) => (words.still_waiting)(cards),
            Outlook::Due(at) => (words.next_due)(&format::from_now(at, desk.now, words)),
            Outlook::Nothing => words.nothing_due.to_owned(),
        };
        lines.extend(answer::lay_out_inline(&next, width, theme.text, theme));
    }
    if !tally.failed.is_empty() {
        lines.push(Line::default());
        lines.push(Line::styled(words.failed, theme.wrong));
        lines.extend(tally.failed.iter().map(|place| question_line(*place, desk, width, look)));
    }
    lines
}
