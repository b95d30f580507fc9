//! Pictures: which ones a page wants, what is known of them, and drawing them into a frame.
//!
//! A page is laid out with what is known. Where a picture's size is known, its lines are kept free below
//! its text; the shell has it read, scaled and encoded elsewhere, and puts the result in here.

#[cfg(feature = "images")]
mod drawing;

#[cfg(feature = "images")]
pub use drawing::{Drawing, draw};

use crate::messages::{ImageWay, PictureRefused};
use crate::typeset::PictureSizes;
use crate::typeset::picture::PictureKey;
use crate::typeset::picture::Placed;
use crate::typeset::theme::nearest;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui::style::Color;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

/// Whether this build shows pictures.
pub const IS_BUILT: bool = cfg!(feature = "images");

/// The protocol where this build has any.
fn built(protocol: Protocol) -> Protocol {
    if IS_BUILT { protocol } else { Protocol::Off }
}

/// A picture as the terminal takes it: this build makes none.
#[cfg(not(feature = "images"))]
#[derive(Debug)]
pub enum NoDrawing {}

#[cfg(not(feature = "images"))]
pub use NoDrawing as Drawing;

#[cfg(not(feature = "images"))]
impl NoDrawing {
    fn view(&self, _: &mut Frame<'_>, _: Rect, _: (i16, i16)) {
        match *self {}
    }
}

/// How pictures reach the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// Not at all.
    Off,
    /// As characters, two coloured halves a cell.
    Blocks,
    /// By kitty's protocol with placeholders.
    Kitty,
    /// By iTerm2's protocol.
    Iterm2,
    /// As sixels.
    Sixel,
}

impl Protocol {
    /// The protocol that the settings choose, where they do.
    pub fn chosen(way: ImageWay) -> Option<Protocol> {
        Some(match way {
            ImageWay::Auto => return None,
            ImageWay::Off => Protocol::Off,
            ImageWay::Blocks => Protocol::Blocks,
            ImageWay::Kitty => Protocol::Kitty,
            ImageWay::Iterm2 => Protocol::Iterm2,
            ImageWay::Sixel => Protocol::Sixel,
        })
    }
}

/// What has to be done for a picture.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Job {
    /// Which picture.
    pub key: PictureKey,
    /// The size to draw it at, in cells; none to find out its own size.
    pub size: Option<Size>,
}

/// What is known of pictures. A copy is cheap enough to be made when something new is known.
#[derive(Debug, Clone)]
pub struct Pictures {
    protocol: Protocol,
    /// Width and height of a cell in pixels.
    cell: (u16, u16),
    true_colour: bool,
    /// Width and height in pixels, or why a picture cannot be shown.
    known: HashMap<PictureKey, Result<(u32, u32), PictureRefused>>,
    drawn: HashMap<Job, Arc<Drawing>>,
    /// Drawings, oldest first.
    order: VecDeque<Job>,
    /// Changes whenever something new is known.
    version: u64,
}

/// As many drawings are kept.
const KEPT: usize = 16;

/// The usual shape of a cell, where the terminal does not tell it.
const USUAL_CELL: (u16, u16) = (10, 20);

impl Default for Pictures {
    fn default() -> Pictures {
        Pictures::new(Protocol::Off, None, false)
    }
}

impl Pictures {
    /// Nothing is known yet. `cell` is the size of a cell in pixels, where the terminal tells it.
    pub fn new(protocol: Protocol, cell: Option<(u16, u16)>, true_colour: bool) -> Pictures {
        Pictures {
            protocol: built(protocol),
            cell: cell.filter(|(width, height)| *width > 0 && *height > 0).unwrap_or(USUAL_CELL),
            true_colour,
            known: HashMap::new(),
            drawn: HashMap::new(),
            order: VecDeque::new(),
            version: 0,
        }
    }

    /// How they are drawn: by which protocol, for cells of how many pixels.
    pub fn how(&self) -> (Protocol, (u16, u16)) {
        (self.protocol, self.cell)
    }

    /// Draws them by another protocol from now on.
    pub fn draw_by(&mut self, protocol: Protocol) {
        let protocol = built(protocol);
        if self.protocol != protocol {
            self.protocol = protocol;
            self.forget_drawings();
        }
    }

    /// Whether no picture is ever shown.
    pub fn is_off(&self) -> bool {
        self.protocol == Protocol::Off
    }

    /// Changes whenever something new is known.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Takes on another size of cells in pixels.
    pub fn fit_cells(&mut self, cell: Option<(u16, u16)>) {
        if let Some(cell) = cell.filter(|cell| *cell != self.cell) {
            self.cell = cell;
            self.forget_drawings();
        }
    }

    /// Forgets every drawing, after the terminal did; they are made again when they are shown.
    pub fn forget_drawings(&mut self) {
        (self.drawn, self.order) = (HashMap::new(), VecDeque::new());
        self.version += 1;
    }

    /// Why a picture cannot be shown, where that is known.
    pub fn trouble(&self, key: &PictureKey) -> Option<PictureRefused> {
        self.known.get(key)?.clone().err()
    }

    /// Takes on the size of a picture in pixels, or why it has none.
    pub fn learn(&mut self, key: PictureKey, size: Result<(u32, u32), PictureRefused>) {
        self.known.insert(key, size);
        self.version += 1;
    }

    /// Takes on a drawing.
    pub fn keep(&mut self, job: Job, drawing: Arc<Drawing>) {
        self.order.push_back(job.clone());
        self.drawn.insert(job, drawing);
        while self.order.len() > KEPT {
            if let Some(oldest) = self.order.pop_front() {
                self.drawn.remove(&oldest);
            }
        }
    }

    /// The size in cells that a picture gets in a space: its own where that fits, else as much smaller as
    /// it has to be; `enlarge` lets it fill the space. `None` as long as its size is not known.
    pub fn size(&self, key: &PictureKey, space: Size, enlarge: bool) -> Option<Size> {
        if self.protocol == Protocol::Off || space.width == 0 || space.height == 0 {
            return None;
        }
        let (width, height) = *self.known.get(key)?.as_ref().ok()?;
        let own = (f64::from(width) / f64::from(self.cell.0), f64::from(height) / f64::from(self.cell.1));
        let fill = (f64::from(space.width) / own.0).min(f64::from(space.height) / own.1);
        let scale = if enlarge { fill } else { fill.min(1.0) };
        let cells = |own: f64, most: u16| ((own * scale).round() as u16).clamp(1, most);
        Some(Size::new(cells(own.0, space.width), cells(own.1, space.height)))
    }

    /// What is missing to draw these pictures of a page.
    pub fn missing<'a>(&'a self, placed: &'a [Placed]) -> impl Iterator<Item = Job> + 'a {
        let wanted = placed.iter().filter(|_| self.protocol != Protocol::Off).filter_map(|picture| {
            let size = picture.spot.map(|area| area.size);
            let is_known = self.known.contains_key(&picture.key);
            (size.is_some() || !is_known).then(|| Job { key: picture.key.clone(), size })
        });
        wanted.filter(|job| !self.drawn.contains_key(job))
    }

    /// Draws the pictures of a page into the window that shows it from line `top` on.
    pub fn view(&self, frame: &mut Frame<'_>, window: Rect, top: usize, placed: &[Placed]) {
        let window = window.intersection(frame.area());
        for picture in placed {
            let Some(area) = picture.spot else { continue };
            let job = Job { key: picture.key.clone(), size: Some(area.size) };
            let Some(drawing) = self.drawn.get(&job) else { continue };
            let y = area.line as i64 - top as i64;
            let is_seen = y < i64::from(window.height) && y + i64::from(area.size.height) > 0;
            if !is_seen || area.x >= window.width {
                continue;
            }
            drawing.view(frame, window, (area.x as i16, y as i16));
            if self.protocol == Protocol::Blocks && !self.true_colour {
                self.in_256(frame, window);
            }
        }
    }

    fn in_256(&self, frame: &mut Frame<'_>, window: Rect) {
        for position in window.positions() {
            let cell = &mut frame.buffer_mut()[position];
            for colour in [&mut cell.fg, &mut cell.bg] {
                if let Color::Rgb(r, g, b) = *colour {
                    *colour = Color::Indexed(nearest(r, g, b));
                }
            }
        }
    }
}

impl PictureSizes for Pictures {
    fn size_within(&self, key: &PictureKey, space: Size) -> Option<Size> {
        self.size(key, space, false)
    }
}
