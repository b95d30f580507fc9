//! The tree as it grows: frames that are open.

use super::super::Alert;
use super::super::Alignment;
use super::super::Block;
use super::super::Inline;
use super::super::Item;
use super::marks::TagMark;
use std::ops::Range;

/// What a frame will become when it closes.
pub(super) enum OpenFrame {
    Root,
    Paragraph,
    Heading(u8),
    Quote(Option<Alert>),
    List(Option<u64>),
    Item(Option<bool>),
    Code(String),
    Html,
    Table(Vec<Alignment>),
    Row,
    Cell,
    Footnote(String),
    /// Terms, each with the items that define it.
    Definitions,
    Term,
    Strong,
    Emphasis,
    Strike,
    Link(String),
    Image(String),
    /// An HTML tag; nothing but its own closing tag, or the end of what it stands in, closes it.
    Mark(TagMark),
}

pub(super) struct Frame {
    pub(super) open: OpenFrame,
    pub(super) start: usize,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    /// Where the inlines stand.
    pub(super) span: Range<usize>,
    pub(super) items: Vec<Item>,
    /// Paragraphs of items were written out, so the list is loose.
    pub(super) loose: bool,
    /// Cells of a row, or the rows of a table.
    pub(super) cells: Vec<Vec<Inline>>,
    pub(super) rows: Vec<Vec<Vec<Inline>>>,
    pub(super) raw: String,
}

impl Frame {
    pub(super) fn new(open: OpenFrame, start: usize) -> Frame {
        Frame {
            open,
            start,
            blocks: Vec::new(),
            inlines: Vec::new(),
            span: start..start,
            items: Vec::new(),
            loose: false,
            cells: Vec::new(),
            rows: Vec::new(),
            raw: String::new(),
        }
    }
}

pub(super) struct Builder<'a> {
    pub(super) text: &'a str,
    pub(super) line_starts: Vec<usize>,
    /// Never empty: the root stays.
    pub(super) frames: Vec<Frame>,
    /// Open containers that got no frame because they lie too deep.
    pub(super) flattened: usize,
}
