//! The way of a frame to the terminal: cells with a web address are sent as hyperlinks (OSC 8), and
//! spots, which only this program reads, are taken off all of them.

use crate::typeset::mark;
use crate::ui::spot::{self, Spot};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::Color;
use std::collections::HashMap;
use std::io::{self, Write};

/// A terminal that is told where links lead.
pub(super) struct Linking<W: Write> {
    inner: CrosstermBackend<W>,
    /// Addresses by the number they have in spots; none where the terminal has no hyperlinks.
    addresses: HashMap<u32, String>,
}

impl<W: Write> Linking<W> {
    pub(super) fn new(writer: W) -> Linking<W> {
        Linking { inner: CrosstermBackend::new(writer), addresses: HashMap::new() }
    }

    /// The addresses that the next frame may lead to.
    pub(super) fn lead_to<'a>(&mut self, urls: impl Iterator<Item = &'a str>) {
        let known = |url| Some((mark::link(url), spot::address(url)?));
        self.addresses = urls.filter_map(known).collect();
    }
}

impl<W: Write> Backend for Linking<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let plain = |(x, y, cell): (u16, u16, &Cell)| {
            let link = match Spot::of(cell) {
                Some(Spot::Link(link)) if self.addresses.contains_key(&link) => Some(link),
                _ => None,
            };
            let mut cell = cell.clone();
            cell.underline_color = Color::Reset;
            (x, y, link, cell)
        };
        let cells: Vec<(u16, u16, Option<u32>, Cell)> = content.map(plain).collect();
        for run in cells.chunk_by(|one, other| one.2 == other.2) {
            let cells = || run.iter().map(|(x, y, _, cell)| (*x, *y, cell));
            match run[0].2.and_then(|link| Some((link, self.addresses.get(&link)?))) {
                None => self.inner.draw(cells())?,
                Some((link, address)) => {
                    // The same id joins the parts of a link that was wrapped.
                    write!(self.inner, "\x1b]8;id={link:x};{address}\x1b\\")?;
                    self.inner.draw(cells())?;
                    self.inner.write_all(b"\x1b]8;;\x1b\\")?;
                }
            }
        }
        Ok(())
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.inner.append_lines(lines)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // Whoever drops a screen shows the cursor, and would shout where no terminal is left to show it on.
        let _ = self.inner.show_cursor();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::keymap::Key;
    use ratatui::buffer::Buffer;
    use ratatui::style::Style;

    fn sent(urls: &[&str]) -> String {
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 6, 1));
        buffer.set_string(0, 0, "ab", Spot::Link(mark::link("https://x.org/\u{1b}b")).on(Style::new()));
        buffer.set_string(2, 0, "cd", Spot::Key(Key::Enter).on(Style::new()));
        let mut bytes = Vec::new();
        let mut backend = Linking::new(&mut bytes);
        backend.lead_to(urls.iter().copied());
        let cells = (0..4).map(|x| (x, 0, &buffer[(x, 0)]));
        backend.draw(cells).unwrap();
        drop(backend);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn links_are_bracketed_and_spots_are_not_sent() {
        let linked = sent(&["https://x.org/\u{1b}b"]);
        assert!(linked.contains(";https://x.org/%1Bb\x1b\\"), "{linked:?}");
        let (open, close) = (linked.find("https").unwrap(), linked.find("\x1b]8;;\x1b\\").unwrap());
        assert!(open < linked.find("ab").unwrap() && linked.find("ab").unwrap() < close);
        assert!(close < linked.find("cd").unwrap());
        let plain = sent(&[]);
        assert!(!plain.contains("]8;") && plain.contains("abcd"), "{plain:?}");
        // `58` would be a colour of underlines; only the reset `59` may be sent.
        assert!(!plain.contains("[58") && !linked.contains("[58"), "{plain:?}");
    }
}
