//! What stands below the core of an answer.

use crate::desk::{Desk, Place};
use crate::markdown::{self, Section};
use crate::ui::app::Look;
use crate::ui::format::markdown_text;
use crate::ui::widgets::answer;
use ratatui::text::{Line, Span};

/// What stands below the core of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OpenLayers {
    /// The answer above it: gist and core.
    pub(super) above: String,
    /// How many bonus points and mistakes there are.
    counts: [usize; 2],
    /// The questions of the follow-ups.
    follow_ups: Vec<String>,
}

impl OpenLayers {
    /// What stands below the core of an answer, where anything does that is more than its sources.
    pub(super) fn below(answer: &str, place: Place, desk: &Desk) -> Option<OpenLayers> {
        let starts = markdown::section_lines(answer);
        let follow_ups = follow_ups(place, desk);
        let adds = |(_, section): &(usize, Section)| *section != Section::Sources;
        if !starts.iter().any(adds) && follow_ups.is_empty() {
            return None;
        }
        let end = starts.first().map_or(answer.lines().count(), |(line, _)| *line);
        let above = answer.lines().take(end).collect::<Vec<_>>().join("\n");
        let layers = markdown::layers(answer);
        Some(OpenLayers {
            above: above.trim_end().to_owned(),
            counts: [layers.bonus.len(), layers.mistakes.len()],
            follow_ups,
        })
    }

    /// What is said of it below the answer: what is there, or the questions that come next.
    pub(super) fn lines(&self, is_folded: bool, width: u16, look: &Look) -> Vec<Line<'static>> {
        let mut lines = vec![Line::default()];
        if is_folded {
            let rest = (look.words.layers.rest)(self.counts[0], self.counts[1], self.follow_ups.len());
            lines.push(Line::styled(format!("+ {rest}"), look.theme.dim));
            return lines;
        }
        if self.follow_ups.is_empty() {
            return Vec::new();
        }
        lines.push(Line::styled(look.words.layers.follow_ups, look.theme.dim));
        for question in &self.follow_ups {
            let rows = answer::wrap_plain(question, width.saturating_sub(2).max(8), look.theme.text);
            lines.extend(rows.into_iter().enumerate().map(|(at, mut row)| {
                row.spans.insert(0, Span::styled(if at == 0 { "· " } else { "  " }, look.theme.dim));
                row
            }));
        }
        lines
    }
}

/// The questions that follow a card: they stand below it.
fn follow_ups(place: Place, desk: &Desk) -> Vec<String> {
    let card = desk.card(place);
    let below = &desk.deck(place).cards[place.card + 1..];
    let follows = below.iter().take_while(|other| other.parent() == Some(&card.id));
    follows.map(|other| markdown_text(&other.face(desk.lang).question)).collect()
}
