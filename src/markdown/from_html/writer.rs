//! The writer: Markdown as it grows, with what is open.

use super::blocks::Container;
use super::formulas::Formula;
use super::inline::OpenEmphasis;
use super::table::HtmlTable;

#[derive(Default)]
pub(super) struct HtmlWriter<'a> {
    pub(super) formulas: &'a [Formula],
    pub(super) out: String,
    /// The running text of the block at hand.
    pub(super) line: String,
    /// What stands before its first line: the signs of a heading.
    pub(super) lead: String,
    pub(super) containers: Vec<Container>,
    /// Containers that were not opened because there were too many.
    pub(super) ignored: usize,
    pub(super) marks: Vec<OpenEmphasis>,
    /// Where a link's text began, and where it leads.
    pub(super) link: Option<(usize, String)>,
    /// Where inline code began.
    pub(super) code: Option<usize>,
    /// A code block's language and text.
    pub(super) block: Option<(String, String)>,
    pub(super) table: Option<HtmlTable>,
}
