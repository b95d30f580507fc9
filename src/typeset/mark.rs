//! Marks: what a cell of a page leads to, a web address or a picture.
//!
//! A cell carries its mark as the colour of its underline, which nothing else here uses and which never
//! reaches the terminal.

use ratatui::style::{Color, Style};
use xxhash_rust::xxh3::xxh3_64;

/// What a cell of a page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A web address; see [`link`].
    Link(u32),
    /// A picture of the page, counted from 0.
    Picture(usize),
}

/// Of the 24 bits of the colour, those of a link begin here.
pub const LINK: u32 = 0x80_0000;
/// The bits of a picture begin here; its number takes the lowest 16.
pub const PICTURE: u32 = 0x22_0000;

impl Mark {
    /// The style with this mark.
    pub fn on(self, style: Style) -> Style {
        style.underline_color(Color::from_u32(self.bits()))
    }

    /// The mark of a style.
    pub fn of_style(style: Style) -> Option<Mark> {
        match style.underline_color {
            Some(Color::Rgb(r, g, b)) => Mark::from_bits(u32::from_be_bytes([0, r, g, b])),
            _ => None,
        }
    }

    /// The colour that stands for it.
    pub fn bits(self) -> u32 {
        match self {
            Mark::Link(link) => LINK | (link & (LINK - 1)),
            Mark::Picture(index) => PICTURE | (index as u32).min(0xffff),
        }
    }

    /// The mark that a colour stands for, if it is one of a page.
    pub fn from_bits(bits: u32) -> Option<Mark> {
        match bits {
            LINK.. => Some(Mark::Link(bits & (LINK - 1))),
            bits if bits & !0xffff == PICTURE => Some(Mark::Picture((bits & 0xffff) as usize)),
            _ => None,
        }
    }
}

/// The number that stands for a web address in a mark.
pub fn link(url: &str) -> u32 {
    (xxh3_64(url.as_bytes()) & u64::from(LINK - 1)) as u32
}
