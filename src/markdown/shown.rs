//! What stands on the screen of a Markdown source: its text without any mark.

use super::{Block, Content, Inline, blocks, inlines};

/// The visible text of a source: words, code, formulas as written, the numbers of lists, and the names of
/// pictures that have no description.
pub fn shown(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    of_blocks(&blocks(source), &mut out);
    out
}

/// The same of a question: one of a single line has no blocks.
pub fn shown_question(source: &str) -> String {
    if source.contains('\n') {
        return shown(source);
    }
    let mut out = String::with_capacity(source.len());
    of_inlines(&inlines(source), &mut out);
    out
}

fn of_blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        of_block(&block.content, out);
        out.push('\n');
    }
}

fn of_block(content: &Content, out: &mut String) {
    match content {
        Content::Paragraph(text) | Content::Heading { text, .. } => of_inlines(text, out),
        Content::List { start, items, .. } => {
            for (item, number) in items.iter().zip(start.unwrap_or(0)..) {
                if start.is_some() {
                    out.push_str(&format!("{number}. "));
                }
                of_blocks(&item.blocks, out);
            }
        }
        Content::Code { text, .. } => out.push_str(text),
        Content::Quote { blocks, .. } => of_blocks(blocks, out),
        Content::Table { head, rows, .. } => {
            for cell in head.iter().chain(rows.iter().flatten()) {
                of_inlines(cell, out);
                out.push('\t');
            }
        }
        Content::Rule => {}
        Content::Footnote { label, blocks } => {
            out.push_str(label);
            of_blocks(blocks, out);
        }
    }
}

fn of_inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Image { alt, url } if alt.trim().is_empty() => {
                out.push_str(url.rsplit('/').next().unwrap_or_default());
            }
            Inline::Image { alt, .. } => out.push_str(alt),
            Inline::Formula { source, .. } => out.push_str(source),
            Inline::Break => out.push('\n'),
            Inline::Note(label) => out.push_str(label),
            Inline::Link { text, url } if text.is_empty() => out.push_str(url),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Strike(inner)
            | Inline::Underline(inner)
            | Inline::Sub(inner)
            | Inline::Sup(inner)
            | Inline::Link { text: inner, .. } => of_inlines(inner, out),
        }
    }
}
