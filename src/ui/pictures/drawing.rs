//! A picture, scaled and encoded in the way the terminal takes it.

use super::Protocol;
use crate::messages::PictureRefused;
use image::DynamicImage;
use ratatui::Frame;
use ratatui::layout::{Rect, Size};
use ratatui_image::picker::{Picker, ProtocolType};
use ratatui_image::protocol::Protocol as Encoded;
use ratatui_image::protocol::halfblocks::Halfblocks;
use ratatui_image::protocol::iterm2::Iterm2;
use ratatui_image::protocol::kitty::Kitty;
use ratatui_image::sliced::{SignedPosition, SlicedImage, SlicedProtocol};
use ratatui_image::{FilterType, FontSize, Resize};
use std::fmt;

/// A picture as the terminal takes it.
pub struct Drawing(SlicedProtocol);

impl Drawing {
    /// Draws it into a window, from this column and line of it on; a line may be above the window.
    pub(super) fn view(&self, frame: &mut Frame<'_>, window: Rect, (x, y): (i16, i16)) {
        frame.render_widget(SlicedImage::new(&self.0, SignedPosition { x, y }), window);
    }
}

impl fmt::Debug for Drawing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Drawing({:?})", self.0.size())
    }
}

/// Scales and encodes a picture for a number of cells. Takes tens of milliseconds; not for the thread
/// that draws.
pub fn draw(
    image: &DynamicImage,
    size: Size,
    (protocol, cell): (Protocol, (u16, u16)),
) -> Result<Drawing, PictureRefused> {
    let cell = match protocol {
        Protocol::Blocks => (1, 2),
        _ => cell,
    };
    let (width, height) =
        (u32::from(size.width) * u32::from(cell.0), u32::from(size.height) * u32::from(cell.1));
    let filter = if image.width() > 2 * width { FilterType::Triangle } else { FilterType::CatmullRom };
    let scaled = image.resize_exact(width.max(1), height.max(1), filter);
    let told = |_| PictureRefused::Damaged;
    let drawing = match protocol {
        Protocol::Off => return Err(PictureRefused::Format),
        Protocol::Blocks => {
            SlicedProtocol::Halfblocks(Halfblocks::new(on_white(scaled), size).map_err(told)?)
        }
        Protocol::Kitty => {
            // The terminal keeps pictures by number: what looks the same may have the same one.
            let number = xxhash_rust::xxh3::xxh3_64(scaled.as_bytes()) as u32 | 1;
            SlicedProtocol::Kitty(Kitty::new(scaled, size, number, false, false).map_err(told)?)
        }
        Protocol::Iterm2 => {
            let row = |row: u16| {
                let y = u32::from(row) * u32::from(cell.1);
                let strip = scaled.crop_imm(0, y, scaled.width(), u32::from(cell.1));
                let row = Iterm2::new(strip, Size { height: 1, ..size }, false);
                row.map(Encoded::ITerm2).map_err(told)
            };
            SlicedProtocol::Sliced((0..size.height).map(row).collect::<Result<_, _>>()?)
        }
        Protocol::Sixel => {
            // The other makers of a picker ask the terminal.
            #[expect(deprecated, reason = "it asks nothing of the terminal")]
            let mut picker = Picker::from_fontsize(FontSize::new(cell.0, cell.1));
            picker.set_protocol_type(ProtocolType::Sixel);
            let fit = Resize::Fit(Some(FilterType::Nearest));
            SlicedProtocol::new_with_resize(&picker, scaled, size, fit).map_err(told)?
        }
    };
    Ok(Drawing(drawing))
}

/// Characters have no transparency; diagrams are drawn for paper.
fn on_white(image: DynamicImage) -> DynamicImage {
    let mut pixels = image.into_rgba8();
    for pixel in pixels.pixels_mut() {
        let alpha = u32::from(pixel.0[3]);
        for channel in &mut pixel.0[..3] {
            *channel = ((u32::from(*channel) * alpha + 255 * (255 - alpha)) / 255) as u8;
        }
        pixel.0[3] = 255;
    }
    DynamicImage::ImageRgba8(pixels)
}
