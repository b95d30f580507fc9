//! Spots: what a click on a cell means, and where a link in it leads.
//!
//! A cell carries its spot as the colour of its underline, which nothing else here uses and which never
//! reaches the terminal. So whatever is drawn with a spot can be clicked, wherever a screen puts it, and
//! what is drawn over it takes the spot away.

use super::keymap::Key;
use crate::typeset::mark::Mark;
use ratatui::Frame;
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

/// What a click does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The same as a key.
    Key(Key),
    /// It points at a row of the list, counted from 0.
    Row(usize),
    /// It opens a web address; see [`crate::typeset::mark::link`].
    Link(u32),
    /// It enlarges a picture of the page, counted from 0.
    Picture(usize),
}

// The 24 bits of a colour: characters take the lowest 21, the rest tells what else it is.
const NAMED_KEY: u32 = 0x20_0000;
const CONTROL_KEY: u32 = 0x21_0000;
const ROW: u32 = 0x40_0000;

impl Spot {
    /// The style with this spot.
    pub fn on(self, style: Style) -> Style {
        style.underline_color(Color::from_u32(self.bits()))
    }

    /// Gives this spot to the cells of an area that have none.
    pub fn below(self, frame: &mut Frame<'_>, area: Rect) {
        for position in area.intersection(frame.area()).positions() {
            let cell = &mut frame.buffer_mut()[position];
            if cell.underline_color == Color::Reset {
                cell.underline_color = Color::from_u32(self.bits());
            }
        }
    }

    /// The spot of a cell.
    pub fn of(cell: &Cell) -> Option<Spot> {
        match cell.underline_color {
            Color::Rgb(r, g, b) => Spot::from_bits(u32::from_be_bytes([0, r, g, b])),
            _ => None,
        }
    }

    /// The spot of a style.
    pub fn of_style(style: Style) -> Option<Spot> {
        match style.underline_color {
            Some(Color::Rgb(r, g, b)) => Spot::from_bits(u32::from_be_bytes([0, r, g, b])),
            _ => None,
        }
    }

    fn bits(self) -> u32 {
        match self {
            Spot::Key(Key::Ctrl(letter)) => CONTROL_KEY | (letter as u32 & 0xffff),
            Spot::Key(Key::Char(letter)) if letter != ' ' => letter as u32,
            Spot::Key(key) => {
                NAMED_KEY | Key::NAMED.iter().position(|named| *named == key).unwrap_or_default() as u32
            }
            Spot::Picture(index) => Mark::Picture(index).bits(),
            Spot::Row(row) => ROW | (row as u32).min(ROW - 1),
            Spot::Link(link) => Mark::Link(link).bits(),
        }
    }

    fn from_bits(bits: u32) -> Option<Spot> {
        match Mark::from_bits(bits) {
            Some(Mark::Link(link)) => return Some(Spot::Link(link)),
            Some(Mark::Picture(index)) => return Some(Spot::Picture(index)),
            None => {}
        }
        Some(match bits {
            ROW.. => Spot::Row((bits & (ROW - 1)) as usize),
            CONTROL_KEY.. => Spot::Key(Key::Ctrl(char::from_u32(bits & 0xffff)?)),
            NAMED_KEY.. => Spot::Key(*Key::NAMED.get((bits & 0xffff) as usize)?),
            _ => Spot::Key(Key::Char(char::from_u32(bits)?)),
        })
    }
}

/// The longest address that is sent to a terminal, in bytes.
const LONGEST: usize = 2000;

/// A web address as it may stand inside an escape sequence: visible ASCII only, the rest written in
/// hexadecimal. `None` for what is no web address, or longer than terminals take.
pub fn address(url: &str) -> Option<String> {
    let is_web = ["http://", "https://"]
        .iter()
        .any(|scheme| url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme)));
    let mut text = String::with_capacity(url.len());
    for byte in url.bytes() {
        match byte {
            0x21..=0x7e => text.push(byte as char),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    (is_web && text.len() <= LONGEST).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::keymap::BINDINGS;

    #[test]
    fn a_cell_gives_its_spot_back() {
        let keys = BINDINGS.iter().flat_map(|binding| binding.keys).map(|key| Spot::Key(*key));
        let others = [
            Spot::Row(0),
            Spot::Row(99_999),
            Spot::Link(crate::typeset::mark::link("https://x.org")),
            Spot::Picture(3),
        ];
        let more = [Spot::Key(Key::Char('中')), Spot::Key(Key::Delete), Spot::Key(Key::Char('\u{10ffff}'))];
        for spot in keys.chain(others).chain(more) {
            let mut cell = Cell::default();
            cell.set_style(spot.on(Style::new()));
            assert_eq!(Spot::of(&cell), Some(spot));
        }
        assert_eq!(Spot::of(&Cell::default()), None);
    }

    #[test]
    fn an_address_cannot_leave_its_escape_sequence() {
        for (url, safe) in [
            ("https://x.org/a?b=c#d", Some("https://x.org/a?b=c#d")),
            ("https://x.org/\u{1b}\\\u{1b}]0;title\u{7}", Some("https://x.org/%1B\\%1B]0;title%07")),
            ("https://x.org/\u{9c}", Some("https://x.org/%C2%9C")),
            ("https://x.org/反向 b", Some("https://x.org/%E5%8F%8D%E5%90%91%20b")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
        ] {
            assert_eq!(address(url).as_deref(), safe, "{url:?}");
        }
        assert_eq!(address(&format!("https://{}", "x".repeat(3000))), None);
    }
}
