//! A key as the table and the file of settings name it.

use crate::markdown;
use std::fmt;

/// A key as the table names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, as typed.
    Char(char),
    /// A character with Control.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Tab.
    Tab,
    /// Delete.
    Delete,
}

impl Key {
    /// Keys that have a name instead of a character.
    pub(in crate::ui) const NAMED: [Key; 14] = [
        Key::Enter,
        Key::Esc,
        Key::Backspace,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Tab,
        Key::Delete,
        Key::Char(' '),
    ];
}

impl Key {
    /// Whether it edits a line of text, so that it means nothing else while one is written.
    pub fn edits_a_line(self) -> bool {
        use Key::{Backspace, Char, Ctrl, Delete, End, Home, Left, Right};
        matches!(self, Char(_) | Backspace | Delete | Left | Right | Home | End)
            || matches!(self, Ctrl('a' | 'e' | 'u' | 'k' | 'w'))
    }

    /// The key that is meant where keys do something: while a Chinese input method is on, `１` and `？` mean
    /// `1` and `?`. What is typed into a text stays as it is.
    pub fn meant(self) -> Key {
        match self {
            Key::Char(letter) => Key::Char(markdown::narrow(letter)),
            key => key,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Key::Char(' ') => "Space",
            Key::Char(letter) => return write!(out, "{letter}"),
            Key::Ctrl(letter) => return write!(out, "Ctrl-{}", letter.to_ascii_uppercase()),
            Key::Enter => "Enter",
            Key::Esc => "Esc",
            Key::Backspace => "Backspace",
            Key::Up => "↑",
            Key::Down => "↓",
            Key::Left => "←",
            Key::Right => "→",
            Key::PageUp => "PgUp",
            Key::PageDown => "PgDn",
            Key::Home => "Home",
            Key::End => "End",
            Key::Tab => "Tab",
            Key::Delete => "Delete",
        };
        out.write_str(name)
    }
}

impl std::str::FromStr for Key {
    type Err = ();

    /// Reads a key by the name it is shown by; arrows also as `Up`, `Down`, `Left`, `Right`.
    fn from_str(name: &str) -> Result<Key, ()> {
        let mut letters = name.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && !matches!(letter, '↑' | '↓' | '←' | '→')
        {
            return Ok(Key::Char(letter));
        }
        let lower = name.to_lowercase();
        if let Some(letter) = lower.strip_prefix("ctrl-").and_then(|rest| rest.chars().next()) {
            return Ok(Key::Ctrl(letter));
        }
        let arrow = match lower.as_str() {
            "up" => Some(Key::Up),
            "down" => Some(Key::Down),
            "left" => Some(Key::Left),
            "right" => Some(Key::Right),
            "tab" => Some(Key::Tab),
            "delete" => Some(Key::Delete),
            _ => None,
        };
        arrow.or(Key::NAMED.into_iter().find(|key| key.to_string().to_lowercase() == lower)).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_typed_with_an_input_method_mean_the_same() {
        for (typed, meant) in [('１', '1'), ('？', '?'), ('　', ' '), ('ｑ', 'q'), ('中', '中')] {
            assert_eq!(Key::Char(typed).meant(), Key::Char(meant));
        }
    }
}
