//! What is told of a plan: what to expect of the day ahead, and how a past one went.

use crate::card::Grade;
use crate::messages::Messages;
use crate::schedule::plan::Plan;
use crate::schedule::plan::forecast::Expected;
use crate::schedule::plan::readout::{PastPlan, Readout};
use crate::ui::app::Look;
use crate::ui::format;
use crate::ui::widgets::{answer, pad, shorten, whole_parts};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What is told of a plan ahead: a label and a text each.
pub fn told_of(readout: &Readout, words: &Messages) -> Vec<(&'static str, String)> {
    let all = readout.all;
    let expected =
        |expected: Expected| (words.plan.expected)(&share(expected, all.cards), expected.mean, all.cards);
    let (_, minutes) = readout.done;
    let counts = [
        (readout.today.new, words.new),
        (readout.today.learning, words.learning),
        (readout.today.due, words.due),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    let today: Vec<String> = counts.chain([(words.plan.today)(minutes, readout.minutes)]).collect();
    // What counts on the day itself is said, since who has no time then can give an hour before it.
    let on_the_day = Some(readout.minutes_on_the_day).filter(|minutes| *minutes >= 0.5);
    let followed = std::iter::once(expected(all.followed)).chain(on_the_day.map(words.plan.on_the_day));
    let mut told = vec![
        (words.plan.followed, followed.collect::<Vec<_>>().join(" · ")),
        (words.plan.stopped, expected(all.stopped)),
        (words.today, today.join(" · ")),
    ];
    let unseen = (readout.unseen > 0).then(|| (words.plan.unseen)(readout.unseen));
    let fits = match all.unreached {
        few if few < 0.5 => words.plan.fits.to_owned(),
        cards => (words.plan.does_not_fit)(cards),
    };
    let parts: Vec<String> = unseen.into_iter().chain([fits]).collect();
    told.push(("", parts.join(" · ")));
    told
}

/// The day of an interview, with its hour where it is known.
pub fn told_day(plan: &Plan, words: &Messages) -> String {
    let day = format::day(plan.date, words);
    plan.hour.map_or(day.clone(), |hour| format!("{day} {hour}"))
}

/// The interviews that follow: a label and their days.
pub fn told_later(plans: &[Plan], words: &Messages) -> Option<(&'static str, String)> {
    let days: Vec<String> = plans.iter().map(|plan| told_day(plan, words)).collect();
    (!days.is_empty()).then(|| (words.plan.later, days.join(" · ")))
}

/// What is told of a plan whose day is past.
pub fn told_of_past(review: &PastPlan, words: &Messages) -> Vec<(&'static str, String)> {
    let share = share(review.predicted, review.cards);
    let mut told =
        vec![(words.plan.predicted, (words.plan.expected)(&share, review.predicted.mean, review.cards))];
    if !review.asked.is_empty() {
        let well = review.asked.iter().filter(|asked| asked.went >= Grade::Good).count();
        let predicted = review.asked.iter().map(|asked| asked.predicted).sum();
        told.push((words.plan.asked, (words.plan.asked_of)(well, review.asked.len(), predicted)));
    }
    if !review.since.is_empty() {
        let recalled = review.since.iter().filter(|(_, recalled)| *recalled).count();
        let predicted = review.since.iter().map(|(recall, _)| recall).sum();
        told.push((words.plan.since, (words.plan.since_of)(recalled, review.since.len(), predicted)));
    }
    told
}

/// A share of cards with its range: `92% (88–95%)`.
pub fn share(expected: Expected, cards: usize) -> String {
    let percent = |number: f32| 100.0 * number / cards.max(1) as f32;
    format!("{:.0}% ({:.0}–{:.0}%)", percent(expected.mean), percent(expected.low), percent(expected.high))
}

pub(super) fn told(readout: &Readout, later: &[Plan], width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut rows = told_of(readout, look.words);
    rows.extend(told_later(later, look.words));
    let mut lines = labelled(&rows, width, look);
    let topics = readout.does_not_fit().count();
    if topics > 0 {
        let offer = (look.words.plan.drop)(topics);
        lines.push(Line::styled(shorten(&offer, usize::from(width)), look.theme.warning));
    }
    lines
}

pub(super) fn past(review: &PastPlan, width: u16, look: &Look) -> Vec<Line<'static>> {
    let mut lines = labelled(&told_of_past(review, look.words), width, look);
    lines.push(Line::default());
    lines.extend(answer::lay_out_inline(look.words.plan.note_asked, width, look.theme.dim, &look.theme));
    lines
}

fn labelled(told: &[(&'static str, String)], width: u16, look: &Look) -> Vec<Line<'static>> {
    let room = told.iter().map(|(label, _)| label.width()).max().unwrap_or(0) + 2;
    let line = |(label, text): &(&'static str, String)| {
        // In a narrow window the figures matter more than their names.
        let is_tight = usize::from(width) < room + 14;
        let is_tight = is_tight || (label.is_empty() && text.width() + room > usize::from(width));
        let room = if is_tight { 0 } else { room };
        let label = if room == 0 { String::new() } else { pad(label, room) };
        let text = whole_parts(text, usize::from(width) - room);
        Line::from(vec![Span::styled(label, look.theme.dim), Span::styled(text, look.theme.text)])
    };
    told.iter().map(line).collect()
}
