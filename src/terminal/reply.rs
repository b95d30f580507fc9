//! The colour of the terminal's background, asked for without waiting: the answer comes as keys.
//!
//! It comes when it comes, a moment after the first frame or never, and not one character of it may grade
//! a card. So keys are watched for the beginning and the end of an answer from start to end.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The question: OSC 11.
pub(super) const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// An answer is about 26 characters long.
const LONGEST: usize = 64;

/// The keys of an answer so far.
#[derive(Debug, Default)]
pub(super) struct Reply {
    text: Option<String>,
}

/// What a key is.
#[derive(Debug, PartialEq)]
pub(super) enum Part {
    /// A key that the user pressed.
    Nothing,
    /// A part of an answer.
    Middle,
    /// The end of an answer: whether the background is dark, where it says so.
    End(Option<bool>),
}

impl Reply {
    /// Takes a key if it is a part of an answer (`ESC ] … ESC \` or `ESC ] … BEL`).
    pub(super) fn take(&mut self, key: &KeyEvent) -> Part {
        let alt = |letter| key.code == KeyCode::Char(letter) && key.modifiers.contains(KeyModifiers::ALT);
        if alt(']') {
            self.text = Some(String::new());
            return Part::Middle;
        }
        let Some(mut text) = self.text.take() else { return Part::Nothing };
        let is_bell = key.code == KeyCode::Char('g') && key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            _ if is_bell || alt('\\') => return Part::End(is_dark(&text)),
            KeyCode::Char(letter) if letter.is_ascii_alphanumeric() || ";:/?".contains(letter) => {
                text.push(letter);
            }
            // No answer has this key.
            _ => return Part::Nothing,
        }
        self.text = Some(text).filter(|text| text.len() < LONGEST);
        Part::Middle
    }
}

/// Whether an answer, such as `11;rgb:1e1e/1e1e/1e1e`, names a dark colour.
fn is_dark(answer: &str) -> Option<bool> {
    let colour = answer.strip_prefix("11;")?;
    let colour = colour.strip_prefix("rgba:").or_else(|| colour.strip_prefix("rgb:"))?;
    let part = |digits: &str| {
        let most = 16_u32.checked_pow(digits.len() as u32).filter(|most| (16..=65_536).contains(most))?;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most - 1))
    };
    let parts = colour.split('/').map(part).collect::<Option<Vec<f64>>>()?;
    let [r, g, b] = *parts.get(..3)? else { return None };
    // As bright as the eye sees it.
    Some(0.299 * r + 0.587 * g + 0.114 * b < 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(letter: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)
    }

    #[test]
    fn an_answer_presses_no_keys_and_tells_the_background() {
        let alt = |letter| KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT);
        let bell = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
        for end in [alt('\\'), bell] {
            let mut reply = Reply::default();
            assert_eq!(reply.take(&plain('1')), Part::Nothing);
            let answer = [alt(']')].into_iter().chain("11;rgb:1e1e/1e1e/1e1e".chars().map(plain));
            for key in answer {
                assert_eq!(reply.take(&key), Part::Middle, "{key:?}");
            }
            assert_eq!(reply.take(&end), Part::End(Some(true)));
            assert_eq!(reply.take(&plain('1')), Part::Nothing, "keys count again");
        }
        let mut reply = Reply::default();
        assert_eq!(reply.take(&alt(']')), Part::Middle);
        assert_eq!(reply.take(&KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE)), Part::Nothing);
        assert_eq!(reply.take(&plain('1')), Part::Nothing);
    }

    #[test]
    fn an_endless_answer_ends() {
        let mut reply = Reply::default();
        reply.take(&KeyEvent::new(KeyCode::Char(']'), KeyModifiers::ALT));
        let taken = (0..1000).filter(|_| reply.take(&plain('1')) == Part::Middle).count();
        assert!(taken <= LONGEST, "{taken}");
    }

    #[test]
    fn colours_are_dark_or_light() {
        for (answer, dark) in [
            ("11;rgb:0000/0000/0000", Some(true)),
            ("11;rgb:fdfd/f6f6/e3e3", Some(false)),
            ("11;rgba:ff/ff/ff/ff", Some(false)),
            ("11;rgb:1/2/3", Some(true)),
            ("10;rgb:ffff/ffff/ffff", None),
            ("11;rgb:ffff/ffff", None),
            ("11;rgb:fffff/0/0", None),
            ("11;rgb://", None),
        ] {
            assert_eq!(is_dark(answer), dark, "{answer}");
        }
    }
}
