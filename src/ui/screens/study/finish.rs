//! The end of a session: what was done and recalled, how much readier one is, what was missed, what comes next.

use crate::desk::{Desk, Place};
use crate::markdown;
use crate::quiz::session::{End, Outlook, Session, SessionTally};
use crate::schedule::effort::Effort;
use crate::schedule::plan::{self, Plan};
use crate::schedule::ready;
use crate::ui::app::Look;
use crate::ui::format;
use crate::ui::format::markdown_text;
use crate::ui::widgets::{answer, gauge, pad, shorten};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// So many topics are told.
const TOPICS: usize = 6;

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
        lines.extend(answer::wrap_plain(&done(&tally, session, look), width, theme.text));
    }
    if !session.is_practice() {
        lines.extend(readier(session, desk, width, look));
        lines.extend(next(session, end, desk, width, look));
    }
    lines.extend(topics(session, desk, width, look));
    lines.extend(missed(&tally, session, desk, width, look));
    lines
}

/// Answers, how long they took, and how much was recalled.
fn done(tally: &SessionTally, session: &Session, look: &Look) -> String {
    let words = look.words;
    let mut parts = vec![(words.did)(tally.answers, tally.new)];
    let seconds = session.seconds();
    if seconds > 0 {
        parts.push((words.home.took)(&format::span(seconds, words)));
    }
    if tally.reviews > 0 {
        let percent = 100.0 * tally.recalled as f32 / tally.reviews as f32;
        parts.push(format!("{} ({percent:.0}%)", (words.recalled)(tally.recalled, tally.reviews)));
    }
    parts.join(" · ")
}

/// Readiness before the session and now.
fn readier(session: &Session, desk: &Desk, width: u16, look: &Look) -> Option<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    let (before, now) = (session.ready_before(desk)?, ready::of_all(desk)?);
    let label =
        if Plan::in_force(desk).is_some() { words.home.ready_on_the_day } else { words.home.ready_today };
    let text = format!("  {:.1}% → {:.1}%", 100.0 * before, 100.0 * now);
    let label = format!("{label}  ");
    // A narrow window keeps the figures.
    let cells = usize::from(width).saturating_sub(label.width() + text.width()).min(20);
    let [filled, rest] = gauge::gauge(now, cells, theme.right, look);
    Some(Line::from(vec![Span::styled(label, theme.text), filled, rest, Span::styled(text, theme.text)]))
}

/// What the plan has left, what is held back, when the next card comes, and what tomorrow brings.
fn next(session: &Session, end: End, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
    let (words, theme) = (look.words, &look.theme);
    let mut texts = Vec::new();
    let plan = Plan::in_force(desk);
    if let Some(plan) = &plan {
        texts.push((words.plan.finished)(plan::seconds_used(desk) / 60.0, plan.minutes));
    }
    if let End::HeldBack(counts) = end {
        texts.push((words.held_back)(counts.new, counts.due));
    }
    texts.push(match session.outlook(desk) {
        Outlook::Waiting(cards) => (words.still_waiting)(cards),
        Outlook::Due(at) => (words.next_due)(&format::from_now(at, desk.now, words)),
        Outlook::Nothing if desk.is_all_off() => words.home.all_off.to_owned(),
        Outlook::Nothing => words.nothing_due.to_owned(),
    });
    if plan.is_none() {
        let places: Vec<Place> = desk.places().filter(|place| !desk.is_off(desk.deck(*place))).collect();
        let tomorrow = ready::tomorrow(desk, &places);
        if tomorrow.total() > 0 {
            let minutes = (Effort::of(desk).seconds(tomorrow) / 60.0).ceil() as u32;
            texts.push((words.home.tomorrow)(tomorrow.due, tomorrow.new, minutes));
        }
    }
    texts.iter().flat_map(|text| answer::lay_out_inline(text, width, theme.text, theme)).collect()
}

/// How each topic went, the worst first; one topic alone says no more than all.
fn topics(session: &Session, desk: &Desk, width: u16, look: &Look) -> Vec<Line<'static>> {
    let topics = session.by_topic(desk);
    if topics.len() < 2 {
        return Vec::new();
    }
    let theme = &look.theme;
    let mut lines = vec![Line::default(), Line::styled(look.words.interview.by_topic, theme.heading)];
    for (place, recalled, of) in topics.into_iter().take(TOPICS) {
        let topic = desk.face(place).topic.last().map_or(desk.deck(place).title(desk.lang), String::as_str);
        let right = format!("  {recalled}/{of}");
        let bar = gauge::bar(recalled as f32 / of as f32, 10, theme.right, look);
        let room = usize::from(width).saturating_sub(10 + right.width()).min(48);
        let name = pad(&shorten(&markdown_text(topic), room.saturating_sub(1)), room);
        lines.push(Line::from(vec![Span::styled(name, theme.text), bar, Span::styled(right, theme.dim)]));
    }
    lines
}

/// The cards that failed, each with the points that were not ticked.
fn missed(
    tally: &SessionTally,
    session: &Session,
    desk: &Desk,
    width: u16,
    look: &Look,
) -> Vec<Line<'static>> {
    if tally.failed.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::default(), Line::styled(look.words.failed, look.theme.wrong)];
    for place in &tally.failed {
        lines.push(question_line(*place, desk, width, look));
        let face = desk.face(*place);
        let points = markdown::points(&face.answer);
        let missed = session.missed_points(*place);
        let source: Vec<&str> = face.answer.lines().collect();
        let first = |at: &usize| source.get(points.get(*at)?.first_line).map(|line| head(line));
        let heads: Vec<String> = missed.iter().filter_map(first).collect();
        if !heads.is_empty() {
            let text = format!("  {}", heads.join(" · "));
            lines.push(Line::styled(shorten(&text, usize::from(width)), look.theme.dim));
        }
    }
    lines
}

/// What a point is about: its first words.
fn head(line: &str) -> String {
    let text = markdown_text(
        line.trim_start_matches(|letter: char| letter.is_ascii_digit() || "-*+.) ".contains(letter)),
    );
    shorten(text.split(['：', ':', '。', '.', ';', '；']).next().unwrap_or_default().trim(), 30)
}

/// One line of a list: a mark, the question, cut to the width.
fn question_line(place: Place, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
    let text = format!("· {}", markdown_text(&desk.face(place).question));
    Line::styled(shorten(&text, usize::from(width)), look.theme.text)
}
