//! The key bar on the last line: what can be done here, as much of it as fits.

use super::answer::wrap_plain;
use super::shorten;
use crate::desk::Desk;
use crate::ui::app::{Look, Screen};
use crate::ui::keymap::{Action, Bound, Context};
use crate::ui::spot::Spot;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use std::collections::HashSet;
use unicode_width::UnicodeWidthStr;

const GAP: usize = 2;

/// The bar of a screen as it is now: the rows that do something, the most useful first, as many as fit, and
/// help always among them.
pub fn keys(screen: &dyn Screen, desk: &Desk, width: u16, look: &Look) -> Line<'static> {
    let context = screen.context();
    let is_shown = |bound: &&Bound| bound.binding.bar.is_some() && screen.is_live(bound.binding.action, desk);
    let mut rows: Vec<&Bound> = look.keys.of(context).filter(is_shown).collect();
    rows.sort_by_key(|bound| bound.binding.bar);
    let leaves = |bound: &Bound| {
        let closes = !matches!(context, Context::Preview | Context::Ticking | Context::Sure | Context::Field);
        let is_back = (bound.binding.label)(look.words) == look.words.actions.back;
        look.is_alone && closes && is_back && bound.binding.action == Action::Back
    };
    let key = |bound: &Bound| match leaves(bound) {
        true => look.keys.leaving(context),
        false => bound.keys_in(context).next(),
    };
    let first = |bound: &Bound| key(bound).map_or(String::new(), |key| key.to_string());
    let label = |bound: &Bound| match screen.name_of(bound.binding.action, look) {
        Some(own) => own,
        None if leaves(bound) => look.words.actions.quit,
        None => (bound.binding.label)(look.words),
    };
    // Of two keys that do the same here the more useful one is shown.
    let mut labels = HashSet::new();
    rows.retain(|bound| labels.insert(label(bound)));
    let mut room = usize::from(width) + GAP;
    let cells = |bound: &Bound| first(bound).width() + 1 + label(bound).width() + GAP;
    let is_help = |bound: &Bound| bound.binding.action == Action::Help;
    // Room for the help is kept where all of it fits.
    let mut kept = rows.iter().find(|bound| is_help(bound)).map_or(0, |bound| cells(bound));
    kept = if kept > room { 0 } else { kept };
    let fits = |bound: &&&Bound| {
        let own = if is_help(bound) { std::mem::take(&mut kept) } else { cells(bound) };
        let fits = own > 0 && own + kept <= room;
        room -= if fits { own } else { 0 };
        fits
    };
    let shown: Vec<&Bound> = rows.iter().filter(fits).copied().collect();
    let mut spans = Vec::new();
    for bound in shown {
        let spot = |style| match key(bound) {
            Some(key) => Spot::Key(key).on(style),
            None => style,
        };
        spans.push(Span::styled(first(bound), spot(look.theme.key)));
        spans.push(Span::styled(format!(" {}", label(bound)), spot(look.theme.dim)));
        spans.push(Span::raw(" ".repeat(GAP)));
    }
    Line::from(spans)
}

/// A notice in place of the bar, whole where it fits into the lower half: what it tells has its way out at
/// the end.
pub fn notice(frame: &mut Frame<'_>, area: Rect, text: &str, look: &Look) {
    let column = super::column(area);
    let mut lines = wrap_plain(text, column.width, look.theme.warning);
    let most = usize::from(area.height / 2).max(1);
    if lines.len() > most {
        let rest: Vec<String> = lines.drain(most - 1..).map(|line| line.to_string()).collect();
        let rest = shorten(&rest.join(" "), usize::from(column.width));
        lines.push(Line::styled(rest, look.theme.warning));
    }
    let height = lines.len() as u16;
    let place = Rect { y: area.bottom().saturating_sub(height), height, ..column };
    frame.render_widget(ratatui::widgets::Clear, Rect { x: area.x, width: area.width, ..place });
    frame.render_widget(Paragraph::new(lines), place);
}
