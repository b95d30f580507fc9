//! The tree that Markdown is read into: blocks and running text.

use pulldown_cmark::Options;

/// Containers (quotes, lists, emphasis) nested deeper than this are flattened into their parent.
pub const MAX_DEPTH: usize = 32;

/// A block and where it stands. Lines count from 0 and are relative to the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Line of the first character.
    pub first_line: usize,
    /// Line of the last visible character.
    pub last_line: usize,
    /// What the block is.
    pub content: Content,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Running text. Every line break of the author is kept.
    Paragraph(Vec<Inline>),
    /// A heading of level 1 to 6.
    Heading {
        /// 1 is the topmost.
        level: u8,
        /// The heading's text.
        text: Vec<Inline>,
    },
    /// A bulleted or numbered list.
    List {
        /// The first number, or none for bullets.
        start: Option<u64>,
        /// No blank lines between the items.
        tight: bool,
        /// At least one item.
        items: Vec<Item>,
    },
    /// A code block, fenced or indented.
    Code {
        /// First word of the fence's info string; may be empty.
        language: String,
        /// Lines joined by `\n`, without a final one.
        text: String,
    },
    /// A quote.
    Quote {
        /// Set by `[!NOTE]` and its kin.
        alert: Option<Alert>,
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A table.
    Table {
        /// One for each column.
        alignments: Vec<Alignment>,
        /// The header cells.
        head: Vec<Vec<Inline>>,
        /// The body rows, each with as many cells as the head.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A thematic break.
    Rule,
    /// A footnote's text.
    Footnote {
        /// What [`Inline::Note`] refers to.
        label: String,
        /// What the note says.
        blocks: Vec<Block>,
    },
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Line of the marker.
    pub first_line: usize,
    /// Line of the last visible character.
    pub last_line: usize,
    /// The state of a `[ ]` or `[x]` box.
    pub task: Option<bool>,
    /// What the item says.
    pub blocks: Vec<Block>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text without line breaks.
    Text(String),
    /// `**strong**`.
    Strong(Vec<Inline>),
    /// `*emphasis*`.
    Emphasis(Vec<Inline>),
    /// `~~struck~~`.
    Strike(Vec<Inline>),
    /// `<u>underlined</u>`.
    Underline(Vec<Inline>),
    /// `<sub>lowered</sub>`.
    Sub(Vec<Inline>),
    /// `<sup>raised</sup>`.
    Sup(Vec<Inline>),
    /// `` `code` ``.
    Code(String),
    /// A link; a bare address has itself as its text.
    Link {
        /// What is shown.
        text: Vec<Inline>,
        /// Where it leads.
        url: String,
    },
    /// An image.
    Image {
        /// Its description, may be empty.
        alt: String,
        /// Where it lies.
        url: String,
    },
    /// A formula, as LaTeX source.
    Formula {
        /// The source between the marks.
        source: String,
        /// Written to stand on its own line.
        display: bool,
    },
    /// A reference to [`Content::Footnote`].
    Note(String),
    /// A line break, soft or hard.
    Break,
}

/// How a table column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// To the left, also where nothing was said.
    Left,
    /// To the middle.
    Center,
    /// To the right.
    Right,
}

/// The kinds of `> [!NOTE]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alert {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// The Markdown dialect of notes: CommonMark with tables, footnotes, strikethrough, task lists,
/// formulas and alerts.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
}

/// The visible characters of inlines, line breaks as `\n`, formulas and addresses as written.
pub fn text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_text(inlines, &mut out);
    out
}

fn push_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => {
                out.push_str(text);
            }
            Inline::Formula { source, .. } => out.push_str(source),
            Inline::Break => out.push('\n'),
            Inline::Note(_) => {}
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::Underline(inner)
            | Inline::Sub(inner)
            | Inline::Sup(inner)
            | Inline::Link { text: inner, .. } => push_text(inner, out),
        }
    }
}
