//! Keys as the terminal tells them, as the key table names them.

use crate::ui::keymap::Key;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub(super) fn key_of(key: &KeyEvent) -> Option<Key> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    if key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
        return None;
    }
    Some(match key.code {
        KeyCode::Char(letter) if control => Key::Ctrl(letter.to_ascii_lowercase()),
        KeyCode::Char(letter) => Key::Char(half_width(letter)),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Tab => Key::Tab,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}

/// A key typed while a Chinese input method is on: `１` and `？` mean `1` and `?`.
fn half_width(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        '\u{3000}' => ' ',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_typed_with_an_input_method_mean_the_same() {
        for (typed, meant) in [('１', '1'), ('？', '?'), ('　', ' '), ('ｑ', 'q'), ('中', '中')] {
            assert_eq!(half_width(typed), meant);
        }
    }
}
