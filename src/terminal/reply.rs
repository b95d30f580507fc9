//! What a terminal says: answers to what it was asked, and what nobody asked for. All of it comes as keys.
//!
//! It comes when it comes, a moment after the first frame or never, and not one character of it may grade
//! a card. So keys are watched for the beginning and the end of a string of the terminal (DCS, OSC, APC, PM
//! or SOS, up to ST or BEL), however many readings it takes to arrive. A user may press the keys of such a
//! beginning as well: then no end comes, and keys count again once the rest is late.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use std::time::Duration;

/// Asks for the colour of the background: OSC 11.
pub(super) const BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// Asks for name and version of the terminal: XTVERSION.
pub(super) const VERSION: &[u8] = b"\x1b[>0q";

/// Answers that are understood have about 26 characters.
const LONGEST: usize = 64;

/// A terminal sends a string at once; a part of it that is later than this does not come.
const LATE: Duration = Duration::from_millis(400);

/// Nor is a string on its way for longer than this; only somebody's fingers are so slow.
const SLOW: Duration = Duration::from_secs(2);

/// The rest of what begins with an `ESC` is there within this time, though it is read apart from it.
pub(super) const REST: Duration = Duration::from_millis(20);

/// Watches the keys for what the terminal says.
#[derive(Debug, Default)]
pub(super) struct Replies {
    open: Option<OpenReply>,
}

/// A string of which no end has come yet.
#[derive(Debug)]
struct OpenReply {
    /// The letter that began it, behind `ESC`.
    kind: char,
    text: String,
    /// How long the terminal kept us waiting since its last part, and in all.
    waited: (Duration, Duration),
    /// Its last part is the first half of an end.
    is_ending: bool,
}

/// What a key is.
#[derive(Debug, PartialEq)]
pub(super) enum KeyPart {
    /// A key that the user pressed.
    Key,
    /// A part of what the terminal says.
    Middle,
    /// The end of it, and what it told.
    End(TerminalReply),
}

/// What a terminal told.
#[derive(Debug, PartialEq)]
pub(super) enum TerminalReply {
    /// Whether its background is dark.
    Background { is_dark: bool },
    /// Its name and version.
    Version(String),
    /// Something else.
    Other,
}

impl Replies {
    /// The program has waited for keys for so long.
    pub(super) fn waited(&mut self, time: Duration) {
        if let Some(reply) = &mut self.open {
            reply.waited = (reply.waited.0 + time, reply.waited.1 + time);
            if reply.waited.0 > LATE || reply.waited.1 > SLOW {
                self.open = None;
            }
        }
    }

    /// Takes a key if it is a part of what the terminal says.
    pub(super) fn take(&mut self, key: &KeyEvent) -> KeyPart {
        if let Some(kind) = opening(key) {
            self.open = Some(OpenReply::new(kind));
            return KeyPart::Middle;
        }
        let Some(mut reply) = self.open.take() else { return KeyPart::Key };
        if reply.ends_with(key) {
            return KeyPart::End(reply.told());
        }
        if reply.is_broken_off_by(key) {
            return KeyPart::Middle;
        }
        match key.code {
            KeyCode::Char(letter) if reply.text.len() < LONGEST => reply.text.push(letter),
            KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab | KeyCode::Backspace => {}
            KeyCode::Esc => reply.is_ending = true,
            // It came as a sequence of its own, which no string holds.
            _ => return KeyPart::Key,
        }
        reply.waited.0 = Duration::ZERO;
        self.open = Some(reply);
        KeyPart::Middle
    }
}

/// The letter behind `ESC` that a key stands for, if a string of the terminal begins with it.
fn opening(key: &KeyEvent) -> Option<char> {
    let KeyCode::Char(letter) = key.code else { return None };
    let by_itself = match letter {
        '\u{90}' => 'P',
        '\u{98}' => 'X',
        '\u{9b}' => '[',
        '\u{9d}' => ']',
        '\u{9e}' => '^',
        '\u{9f}' => '_',
        _ => return Some(letter).filter(|letter| is_alt(key) && OPENINGS.contains(*letter)),
    };
    Some(by_itself)
}

/// DCS, SOS, OSC, PM and APC; a control sequence and a shifted character where they were torn apart.
const OPENINGS: &str = "PX]^_[O";

fn is_alt(key: &KeyEvent) -> bool {
    key.modifiers.contains(KeyModifiers::ALT)
}

/// The second of two events, as a key together with the `ESC` before it, if what the terminal says may
/// begin or end with the two.
pub(super) fn joined(second: &Event) -> Option<Event> {
    let Event::Key(key) = second else { return None };
    let KeyCode::Char(letter) = key.code else { return None };
    let is_plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    let is_joined = is_plain && (OPENINGS.contains(letter) || letter == '\\');
    is_joined.then(|| Event::Key(KeyEvent { modifiers: key.modifiers | KeyModifiers::ALT, ..*key }))
}

/// Whether an event is the key `Esc`, or the beginning of something.
pub(super) fn is_esc(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.code == KeyCode::Esc && key.modifiers.is_empty())
}

impl OpenReply {
    fn new(kind: char) -> OpenReply {
        OpenReply { kind, text: String::new(), waited: Default::default(), is_ending: false }
    }

    fn ends_with(&self, key: &KeyEvent) -> bool {
        let KeyCode::Char(letter) = key.code else { return false };
        match self.kind {
            '[' => ('@'..='~').contains(&letter),
            'O' => true,
            _ => {
                let is_bell = letter == 'g' && key.modifiers.contains(KeyModifiers::CONTROL);
                let is_end = letter == '\\' && (self.is_ending || is_alt(key));
                is_bell || is_end || letter == '\u{9c}'
            }
        }
    }

    /// `ESC` with any other letter, `CAN` and `SUB` end a string before its time.
    fn is_broken_off_by(&self, key: &KeyEvent) -> bool {
        let is_control = key.modifiers.contains(KeyModifiers::CONTROL);
        self.is_ending || is_alt(key) || (is_control && matches!(key.code, KeyCode::Char('x' | 'z')))
    }

    fn told(self) -> TerminalReply {
        let told = match self.kind {
            ']' => is_dark(&self.text).map(|is_dark| TerminalReply::Background { is_dark }),
            'P' => self.text.strip_prefix(">|").map(|version| TerminalReply::Version(version.to_owned())),
            _ => None,
        };
        told.unwrap_or(TerminalReply::Other)
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

    fn alt(letter: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(letter), KeyModifiers::ALT)
    }

    fn keys(text: &str) -> Vec<KeyEvent> {
        let bell = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL);
        let mut letters = text.chars();
        let mut keys = Vec::new();
        while let Some(letter) = letters.next() {
            keys.push(match letter {
                '\u{1b}' => letters.next().map_or(KeyEvent::from(KeyCode::Esc), alt),
                '\u{7}' => bell,
                '\r' => KeyEvent::from(KeyCode::Enter),
                letter => plain(letter),
            });
        }
        keys
    }

    /// What keys come to: those that count, and what was told.
    fn taken(replies: &mut Replies, keys: &[KeyEvent]) -> (String, Vec<TerminalReply>) {
        let (mut pressed, mut told) = (String::new(), Vec::new());
        for key in keys {
            match (replies.take(key), key.code) {
                (KeyPart::Key, KeyCode::Char(letter)) => pressed.push(letter),
                (KeyPart::Key, _) => pressed.push('?'),
                (KeyPart::Middle, _) => {}
                (KeyPart::End(what), _) => told.push(what),
            }
        }
        (pressed, told)
    }

    #[test]
    fn nothing_that_a_terminal_says_presses_a_key() {
        let dark = || vec![TerminalReply::Background { is_dark: true }];
        for (said, told) in [
            ("\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{1b}\\", dark()),
            ("\u{1b}]11;rgb:1e1e/1e1e/1e1e\u{7}", dark()),
            ("\u{9d}11;rgb:1e1e/1e1e/1e1e\u{9c}", dark()),
            ("\u{1b}P>|tmux 3.3a\u{1b}\\", vec![TerminalReply::Version("tmux 3.3a".to_owned())]),
            ("\u{1b}P1$r4 1q\r 3\u{1b}\\", vec![TerminalReply::Other]),
            ("\u{1b}_Gi=31;OK\u{1b}\\", vec![TerminalReply::Other]),
            ("\u{1b}^1 2 3\u{1b}\\", vec![TerminalReply::Other]),
            ("\u{1b}X 4\u{1b}\\", vec![TerminalReply::Other]),
            ("\u{1b}P1\u{1b}P2\u{1b}\\", vec![TerminalReply::Other]),
            ("\u{1b}P1\u{1b}c", vec![]),
            ("\u{1b}]l 1 2 3 title\u{7}", vec![TerminalReply::Other]),
            ("\u{1b}[?62;4c", vec![TerminalReply::Other]),
            ("\u{1b}OQ", vec![TerminalReply::Other]),
        ] {
            let mut keys = keys(said);
            keys.push(plain('1'));
            assert_eq!(taken(&mut Replies::default(), &keys), ("1".to_owned(), told), "{said:?}");
        }
        let long = format!("\u{1b}P{}\u{1b}\\1", "q3 ".repeat(5000));
        assert_eq!(taken(&mut Replies::default(), &keys(&long)).0, "1");
    }

    #[test]
    fn a_string_may_come_in_parts_and_ends_when_the_rest_is_late() {
        let mut replies = Replies::default();
        replies.waited(SLOW * 2);
        let said = keys("\u{1b}P>|tmux 3.3a\u{1b}\\");
        for key in &said {
            assert_ne!(replies.take(key), KeyPart::Key, "{key:?}");
            replies.waited(LATE / 4);
        }
        // Somebody pressed Alt-P and goes on.
        assert_eq!(taken(&mut replies, &keys("\u{1b}P3")).0, "");
        replies.waited(LATE + Duration::from_millis(1));
        assert_eq!(taken(&mut replies, &keys("3")).0, "3");
        // However fast he types.
        replies.take(&alt('P'));
        let mut swallowed = 0;
        while replies.take(&plain('3')) == KeyPart::Middle {
            swallowed += 1;
            replies.waited(LATE / 4);
        }
        assert!(swallowed <= 4 * SLOW.as_millis() / LATE.as_millis() + 1, "{swallowed}");
        // An arrow key is no part of a string.
        replies.take(&alt('P'));
        assert_eq!(replies.take(&KeyEvent::from(KeyCode::Down)), KeyPart::Key);
        assert_eq!(replies.take(&plain('1')), KeyPart::Key);
    }

    #[test]
    fn a_torn_beginning_or_end_is_put_together() {
        for letter in "P]_^X\\[O".chars() {
            assert_eq!(joined(&Event::Key(plain(letter))), Some(Event::Key(alt(letter))));
        }
        for letter in "1q ".chars() {
            assert_eq!(joined(&Event::Key(plain(letter))), None);
        }
        assert!(is_esc(&Event::Key(KeyEvent::from(KeyCode::Esc))));
        let mut replies = Replies::default();
        replies.take(&alt('_'));
        assert_eq!(replies.take(&KeyEvent::from(KeyCode::Esc)), KeyPart::Middle);
        assert_eq!(replies.take(&plain('\\')), KeyPart::End(TerminalReply::Other));
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
