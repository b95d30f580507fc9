//! Markdown: the source of one answer, read into a tree for drawing, and its points.
//!
//! Nothing here fails or panics. Whatever a note contains, what leaves this room is free of control
//! characters, bidirectional overrides and zero-width characters, and nested [`MAX_DEPTH`] deep at most.

mod bars;
mod block;
mod elements;
mod from_html;
mod guard;
mod html;
mod itemised;
mod layers;
mod normal;
mod points;
mod practice;
mod sections;
mod shown;
mod source;
mod stars;
mod tree;
mod url;
mod wiki;

pub(crate) use bars::cells;
pub use block::{Alert, Alignment, Block, Content, Inline, Item, MAX_DEPTH, options, text};
pub(crate) use elements::{Tags, address};
pub(crate) use from_html::text_of_html;
pub use from_html::{HtmlPage, from_html, from_page, typed_numbers};
pub(crate) use guard::{Guard, Guarded, guarded, holds, places};
pub use itemised::{is_abbreviated, itemised};
pub use layers::{Layers, MISTAKE_ARROWS, Mistake, layers, spoken};
pub use normal::{narrow, normal};
pub use points::{Enumerator, EnumeratorForm, Point, enumerator, points, written_points};
pub use practice::{begins_practice, practice, practice_with_lines, readable};
pub use sections::{Section, section, section_lines};
pub use shown::{shown, shown_question};
pub use source::{clean, is_hidden};
pub(crate) use url::percent_decoded;
pub(crate) use wiki::{plain as without_wiki_links, without_block};

/// The blocks of a source, in order.
pub fn blocks(source: &str) -> Vec<Block> {
    tree::grow(&source::prepare(source))
}

/// The source as running text: nothing at a line's start makes it a list, heading or quote.
pub fn inlines(source: &str) -> Vec<Inline> {
    let mut all = Vec::new();
    for block in tree::grow(&source::prepare_inline(source)) {
        if let Content::Paragraph(inlines) = block.content {
            if !all.is_empty() {
                all.push(Inline::Break);
            }
            all.extend(inlines);
        }
    }
    all
}

/// The code blocks of a text, one after the other, without their fences.
pub fn code_of(source: &str) -> String {
    let (mut code, mut fence) = (String::new(), None::<String>);
    for line in source.lines() {
        let bare = line.trim_start();
        let sign: String = bare.chars().take_while(|letter| *letter == '`' || *letter == '~').collect();
        match &fence {
            Some(open) if bare.trim_end() == sign && sign.starts_with(open.as_str()) => fence = None,
            Some(_) => {
                code.push_str(line);
                code.push('\n');
            }
            None if sign.len() >= 3 => {
                if !code.is_empty() {
                    code.push('\n');
                }
                fence = Some(sign);
            }
            None => {}
        }
    }
    code
}

#[cfg(test)]
mod tests;
