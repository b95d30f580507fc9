//! The end of a session: what was done, how much was recalled, what failed, and what comes next.

use super::question_line;
use crate::day::At;
use crate::desk::Desk;
use crate::quiz::session::Session;
use crate::schedule::plan::{self, Plan};
use crate::ui::app::Look;
use crate::ui::format;
use crate::ui::widgets::answer;
use ratatui::text::Line;

/// The lines of the finish screen.
pub(super) fn lines(
    session: &Session,
    next_due: Option<At>,
    desk: &Desk,
    width: u16,
    look: &Look,
) -> Vec<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    let tally = session.tally();
    let title = if session.is_practice() { words.practice_finished } else { words.finished };
    let mut lines = vec![Line::styled(title, theme.heading), Line::default()];
    if tally.answers > 0 {
        lines.push(Line::styled((words.did)(tally.answers, tally.new), theme.text));
    }
    if tally.reviews > 0 {
        let percent = 100.0 * tally.recalled as f32 / tally.reviews as f32;
        let recalled = format!("{} ({percent:.0} %)", (words.recalled)(tally.recalled, tally.reviews));
        lines.push(Line::styled(recalled, theme.text));
    }
    if let (false, Some(plan)) = (session.is_practice(), Plan::in_force(desk)) {
        let done = (words.plan_finished)(plan::seconds_used(desk) / 60.0, plan.minutes);
        lines.push(Line::styled(done, theme.text));
    }
    if !session.is_practice() {
        let next = match next_due {
            Some(at) => (words.next_due)(&format::from_now(at, desk.now, words)),
            None => words.nothing_due.to_owned(),
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
