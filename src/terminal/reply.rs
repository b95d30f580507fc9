//! A terminal's answer that comes too late to be read as one. It would arrive as keys, and grade cards.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// An answer to OSC 11 is about 26 characters long.
const LONGEST: usize = 64;

/// Watches keys for the beginning and the end of an answer.
#[derive(Debug, Default)]
pub(super) struct Reply {
    /// Keys of an answer that are still to come, at the most.
    left: usize,
}

impl Reply {
    /// Whether a key is a part of an answer (`ESC ] … ESC \` or `ESC ] … BEL`) and means nothing.
    pub(super) fn takes(&mut self, key: &KeyEvent) -> bool {
        let alt = |letter| key.code == KeyCode::Char(letter) && key.modifiers.contains(KeyModifiers::ALT);
        if alt(']') {
            self.left = LONGEST;
            return true;
        }
        let takes = self.left > 0;
        let is_bell = key.code == KeyCode::Char('g') && key.modifiers.contains(KeyModifiers::CONTROL);
        let is_part = match key.code {
            KeyCode::Char(letter) => letter.is_ascii_alphanumeric() || ";:/?\\".contains(letter),
            _ => false,
        };
        self.left = if is_bell || alt('\\') || !is_part { 0 } else { self.left.saturating_sub(1) };
        takes && is_part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_presses_no_keys() {
        let alt = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT);
        let plain = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
        let bell = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
        for end in [alt('\\'), bell] {
            let mut reply = Reply::default();
            assert!(!reply.takes(&plain('1')));
            let answer = [alt(']')].into_iter().chain("11;rgb:1e1e/1e1e/1e1e".chars().map(plain));
            for key in answer.chain([end]) {
                assert!(reply.takes(&key), "{key:?}");
            }
            assert!(!reply.takes(&plain('1')), "keys count again");
        }
        let mut reply = Reply::default();
        assert!(reply.takes(&alt(']')));
        assert!(!reply.takes(&KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)), "no answer has this key");
        assert!(!reply.takes(&plain('1')));
    }
}
