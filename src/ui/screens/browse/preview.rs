//! The card under the cursor, beside the list.

use crate::desk::{Desk, Place};
use crate::markdown;
use crate::ui::app::Look;
use crate::ui::format::markdown_text;
use crate::ui::screens::note;
use crate::ui::widgets::answer::{self, AnswerPage, Space};
use crate::ui::widgets::shorten;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Question, answer and topic of the card under the cursor.
pub(super) fn preview(place: Place, area: Rect, desk: &Desk, look: &Look) -> AnswerPage {
    let face = desk.face(place);
    let topic = std::iter::once(desk.deck(place).title(desk.lang).to_owned());
    let topic =
        topic.chain(face.topic.iter().map(|heading| markdown_text(heading))).collect::<Vec<_>>().join(" › ");
    let mut lines = vec![Line::styled(shorten(&topic, usize::from(area.width)), look.theme.dim)];
    lines.extend(answer::lay_out_question(&face.question, area.width, &look.theme));
    lines.push(Line::styled("─".repeat(usize::from(area.width)), look.theme.rule));
    if face.answer.is_empty() {
        lines.push(Line::styled(look.words.unanswered, look.theme.warning));
    }
    // Nothing below the pane is seen, however long the answer is.
    let readable = markdown::readable(&face.answer);
    let first: Vec<&str> = readable.lines().take(4 * usize::from(area.height)).collect();
    let height = area.height.saturating_sub(lines.len() as u16);
    let space = Space { width: area.width, height, file: face.source.file.as_ref(), has_cursor: false };
    let mut page = answer::lay_out_in(&first.join("\n"), space, look);
    page.put_above(lines);
    page.lines.extend(note::lines(&desk.card(place).id, desk, area.width, look));
    page
}
