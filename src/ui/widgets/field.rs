//! A field of one line: what is typed into it, the caret, and the keys that everyone knows from a shell.

use super::last_cells;
use crate::ui::app::{Event, Look};
use crate::ui::keymap::{Action, Key};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A line of text that is being written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineField {
    text: String,
    /// Where the next letter goes, in bytes; between two graphemes.
    caret: usize,
    /// Nobody has typed it: the first letter takes its place, and any other key makes it one's own.
    is_suggested: bool,
}

impl LineField {
    /// A field that holds a text, with the caret behind it.
    pub fn new(text: &str) -> LineField {
        LineField { text: text.to_owned(), caret: text.len(), is_suggested: false }
    }

    /// A field that holds what is usual, for which the first letter is typed.
    pub fn suggesting(text: &str) -> LineField {
        LineField { is_suggested: true, ..LineField::new(text) }
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Empties it.
    pub fn clear(&mut self) {
        *self = LineField::default();
    }

    /// Puts a text at the caret; a line break becomes a blank.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace(['\n', '\t'], " ");
        if std::mem::take(&mut self.is_suggested) {
            self.clear();
        }
        self.text.insert_str(self.caret, &text);
        self.caret += text.len();
    }

    /// Does what a key says: letters are written, Ctrl-U and Ctrl-K take away what stands before and behind the
    /// caret, Ctrl-W the word before it, Ctrl-A and Ctrl-E go to the ends.
    pub fn press(&mut self, key: Key) {
        if let Key::Char(letter) = key {
            return self.insert(letter.encode_utf8(&mut [0; 4]));
        }
        self.is_suggested = false;
        match key {
            Key::Left => self.caret = self.before(),
            Key::Right => self.caret = self.behind(),
            Key::Home | Key::Ctrl('a') => self.caret = 0,
            Key::End | Key::Ctrl('e') => self.caret = self.text.len(),
            Key::Backspace => self.take_from(self.before()),
            Key::Delete => drop(self.text.drain(self.caret..self.behind())),
            Key::Ctrl('u') => self.take_from(0),
            Key::Ctrl('k') => self.text.truncate(self.caret),
            Key::Ctrl('w') => self.take_from(self.word()),
            _ => {}
        }
    }

    fn take_from(&mut self, start: usize) {
        self.text.drain(start..self.caret);
        self.caret = start;
    }

    fn before(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn behind(&self) -> usize {
        let next = self.text[self.caret..].graphemes(true).next();
        self.caret + next.map_or(0, str::len)
    }

    /// Where the word before the caret begins.
    fn word(&self) -> usize {
        let before = self.text[..self.caret].trim_end();
        before.split_word_bound_indices().next_back().map_or(0, |(at, _)| at)
    }

    /// Draws it behind a label over whatever stands there, its end in sight where it is too long, and puts the
    /// terminal's cursor into it.
    pub fn view(&self, frame: &mut Frame<'_>, area: Rect, label: &str, look: &Look) {
        let room = usize::from(area.width).saturating_sub(label.width() + 1);
        let before = last_cells(&self.text[..self.caret], room);
        let behind = super::shorten(&self.text[self.caret..], room.saturating_sub(before.width()));
        let caret = area.x + (label.width() + before.width()) as u16;
        let spans = [
            Span::styled(label.to_owned(), look.theme.key),
            Span::styled(format!("{before}{behind}"), look.theme.text),
        ];
        frame.render_widget(Clear, area);
        frame.render_widget(Line::from_iter(spans), area);
        frame.set_cursor_position((caret.min(area.right().saturating_sub(1)), area.y));
    }
}

/// Lets an event happen to the field that is open, which Esc closes. Gives whether Enter says that it is done;
/// nothing where none is open.
pub fn take(field: &mut Option<LineField>, event: &Event) -> Option<bool> {
    let open = field.as_mut()?;
    match event {
        Event::Typed(text) => open.insert(text),
        Event::Key(key) => open.press(*key),
        Event::Action(Action::Back) => *field = None,
        Event::Action(Action::Choose) => return Some(true),
        _ => {}
    }
    Some(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys as they are pressed one after the other, and what then stands in the field, the caret at `|`.
    #[test]
    fn keys_edit_a_line_as_in_a_shell() {
        use Key::{Backspace, Ctrl, Delete, End, Home, Left, Right};
        for (keys, after) in [
            (vec![], "batch norm 归一化|"),
            (vec![Ctrl('w')], "batch norm 归一|"),
            (vec![Ctrl('a')], "|batch norm 归一化"),
            (vec![Home, Right, Delete], "b|tch norm 归一化"),
            (vec![Left, Left, Ctrl('k')], "batch norm 归|"),
            (vec![Ctrl('u')], "|"),
            (vec![Ctrl('a'), Ctrl('e'), Backspace], "batch norm 归一|"),
            (vec![Home, Ctrl('u'), Ctrl('w'), Backspace, Left], "|batch norm 归一化"),
            (vec![Left, Left, Left, Ctrl('w')], "batch |归一化"),
            (vec![Left, Left, Left, Ctrl('u')], "|归一化"),
            (vec![End, Delete, Right, Key::Char('？')], "batch norm 归一化？|"),
        ] {
            let mut field = LineField::new("batch norm 归一化");
            for key in &keys {
                assert!(key.edits_a_line(), "{key}");
                field.press(*key);
            }
            let shown = format!("{}|{}", &field.text[..field.caret], &field.text[field.caret..]);
            assert_eq!(shown, after, "{keys:?}");
        }
    }

    #[test]
    fn what_is_suggested_gives_way_to_what_is_typed() {
        for (keys, after) in [
            (vec![Key::Char('4'), Key::Char('5')], "45"),
            (vec![Key::Backspace, Key::Char('5')], "35"),
            (vec![Key::Left, Key::Char('1')], "310"),
            (vec![Key::End, Key::Char('0')], "300"),
            (vec![Key::Ctrl('u'), Key::Char('9')], "9"),
        ] {
            let mut field = LineField::suggesting("30");
            keys.iter().for_each(|key| field.press(*key));
            assert_eq!(field.text(), after, "{keys:?}");
        }
        let mut pasted = LineField::suggesting("30");
        pasted.insert("１h");
        assert_eq!(pasted.text(), "１h");
    }

    #[test]
    fn a_line_stays_a_line() {
        let mut field = LineField::default();
        field.insert("a\nb\tc");
        assert_eq!(field.text(), "a b c");
        field.press(Key::Left);
        field.press(Key::Char('e'));
        field.press(Key::Char('\u{301}'));
        field.press(Key::Backspace);
        assert_eq!(field.text(), "a b c");
        field.clear();
        assert!(field.is_empty());
    }
}
