//! A table that is open.

#[derive(Default)]
pub(in crate::markdown::from_html) struct HtmlTable {
    pub(in crate::markdown::from_html) rows: Vec<Vec<String>>,
    pub(in crate::markdown::from_html) has_cell: bool,
}
