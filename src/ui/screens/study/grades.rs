//! The row of the four grades with the interval each would give, and the row of the four levels of
//! confidence; as wide as fits.

use crate::card::{Confidence, Grade};
use crate::ui::app::Look;
use crate::ui::keymap::{Action, Context, Key};
use crate::ui::spot::Spot;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What stands in the row of grades.
pub(super) struct Offer<'a> {
    /// When the card would come back; empty in practice.
    pub(super) due: [String; 4],
    /// The best grade the mode can prove.
    pub(super) best: Grade,
    /// The grade that the answer speaks for.
    pub(super) suggested: Option<Grade>,
    /// Where the user is.
    pub(super) context: Context,
    /// Words, keys, theme.
    pub(super) look: &'a Look,
}

/// One cell: its key, its name, what it would do.
struct GradeCell {
    key: Option<Key>,
    is_suggested: bool,
    name: &'static str,
    span: String,
    style: Style,
}

impl GradeCell {
    /// The key as it is shown, with a mark where it is suggested.
    fn label(&self) -> String {
        let key = self.key.map_or(String::new(), |key| key.to_string());
        if self.is_suggested { format!("›{key}") } else { key }
    }
}

impl Offer<'_> {
    /// The row in a width.
    pub(super) fn line(&self, width: u16) -> Line<'static> {
        let look = self.look;
        let styles = [look.theme.wrong, look.theme.warning, look.theme.right, look.theme.easy];
        let cell = |grade: Grade| {
            let at = grade as usize;
            let actions = [Action::Again, Action::Hard, Action::Good, Action::Easy];
            let key = key_of(actions[at], self.context, look);
            if grade > self.best {
                return GradeCell {
                    key,
                    is_suggested: false,
                    name: "–",
                    span: String::new(),
                    style: look.theme.dim,
                };
            }
            let is_suggested = self.suggested == Some(grade);
            let (name, span) = ((look.words.names.grade)(grade), self.due[at].clone());
            GradeCell { key, is_suggested, name, span, style: styles[at] }
        };
        row(&Grade::ALL.map(cell), width, look)
    }
}

/// The levels of confidence with their keys.
pub(super) fn confidence(width: u16, look: &Look) -> Line<'static> {
    let actions = [Action::SureNo, Action::SureMaybe, Action::SureLikely, Action::SureYes];
    let cell = |at: usize| GradeCell {
        key: key_of(actions[at], Context::Sure, look),
        is_suggested: false,
        name: (look.words.names.confidence)(Confidence::ALL[at]),
        span: String::new(),
        style: look.theme.text,
    };
    row(&[0, 1, 2, 3].map(cell), width, look)
}

fn row(cells: &[GradeCell; 4], width: u16, look: &Look) -> Line<'static> {
    let texts = |name: bool, span: bool| {
        let text = |shown: bool, text: &str| match shown && !text.is_empty() {
            true => format!(" {text}"),
            false => String::new(),
        };
        cells.iter().map(|cell| (text(name, cell.name), text(span, &cell.span))).collect::<Vec<_>>()
    };
    let taken = |texts: &[(String, String)], gap: usize| {
        let width = texts.iter().map(|(name, span)| name.width() + span.width()).sum::<usize>();
        width + cells.iter().map(|cell| cell.label().width()).sum::<usize>() + 3 * gap
    };
    // The names say more than the spans.
    let ways = [
        (true, true, 4),
        (true, true, 1),
        (true, false, 2),
        (true, false, 1),
        (false, true, 1),
        (false, false, 2),
    ];
    let ways = ways.map(|(name, span, gap)| (texts(name, span), gap));
    let fitting = ways.iter().find(|(texts, gap)| taken(texts, *gap) <= usize::from(width));
    let (texts, gap) = fitting.unwrap_or(&ways[5]).clone();
    let mut spans = Vec::new();
    for (cell, (name, span)) in cells.iter().zip(texts) {
        let spot = |style| cell.key.map_or(style, |key| Spot::Key(key).on(style));
        spans.push(Span::styled(cell.label(), spot(look.theme.key)));
        spans.push(Span::styled(name, spot(cell.style)));
        spans.push(Span::styled(span, spot(look.theme.dim)));
        spans.push(Span::raw(" ".repeat(gap)));
    }
    Line::from(spans)
}

fn key_of(action: Action, context: Context, look: &Look) -> Option<Key> {
    let mut rows = look.keys.of(context);
    rows.find(|bound| bound.binding.action == action)?.keys_in(context).next()
}
