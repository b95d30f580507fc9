//! Markdown as HTML for Anki. It is made from the tree, so whatever HTML the notes contain is either
//! understood or shown as text: no script gets through.

use crate::markdown::{self, Alignment, Block, Content, Inline, Item};
use std::fmt::Write;

/// The name an image has in the package, by its target.
type Images<'a> = dyn FnMut(&str) -> Option<String> + 'a;

/// A text of one paragraph.
pub(super) fn inlines(source: &str, images: &mut Images<'_>) -> String {
    let mut html = Html { out: String::new(), images };
    html.inlines(&markdown::inlines(source));
    html.out
}

/// A text of several blocks.
pub(super) fn blocks(source: &str, images: &mut Images<'_>) -> String {
    let mut html = Html { out: String::new(), images };
    html.blocks(&markdown::blocks(source));
    html.out.trim_end().to_owned()
}

/// Text without signs that mean something to HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

struct Html<'a> {
    out: String,
    images: &'a mut Images<'a>,
}

impl Html<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(&block.content);
            self.out.push('\n');
        }
    }

    fn block(&mut self, content: &Content) {
        match content {
            Content::Paragraph(text) => self.element("p", text),
            Content::Heading { level, text } => self.element(&format!("h{}", level.clamp(&1, &6)), text),
            Content::List { start, tight, items } => self.list(*start, *tight, items),
            Content::Code { language, text } => self.code(language, text),
            Content::Quote { blocks, .. } => {
                self.out.push_str("<blockquote>");
                self.blocks(blocks);
                self.out.push_str("</blockquote>");
            }
            Content::Table { alignments, head, rows } => self.table(alignments, head, rows),
            Content::Rule => self.out.push_str("<hr>"),
            Content::Footnote { label, blocks } => {
                self.tell(format_args!("<p><sup>{}</sup></p>\n", escaped(label)));
                self.blocks(blocks);
            }
        }
    }

    fn tell(&mut self, text: std::fmt::Arguments<'_>) {
        self.out.write_fmt(text).expect("writing to a string never fails");
    }

    fn element(&mut self, name: &str, text: &[Inline]) {
        self.tell(format_args!("<{name}>"));
        self.inlines(text);
        self.tell(format_args!("</{name}>"));
    }

    fn code(&mut self, language: &str, text: &str) {
        let word: String =
            language.chars().filter(|letter| letter.is_alphanumeric() || "+-_#".contains(*letter)).collect();
        let class = if word.is_empty() { String::new() } else { format!(" class=\"language-{word}\"") };
        self.tell(format_args!("<pre><code{class}>{}</code></pre>", escaped(text)));
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Item]) {
        let name = match start {
            None => "ul",
            Some(1) => "ol",
            Some(first) => {
                self.tell(format_args!("<ol start=\"{first}\">"));
                ""
            }
        };
        if !name.is_empty() {
            self.tell(format_args!("<{name}>"));
        }
        for item in items {
            self.out.push_str("\n<li>");
            let tick = item.task.map_or("", |done| if done { "☑ " } else { "☐ " });
            match item.blocks.as_slice() {
                [Block { content: Content::Paragraph(text), .. }, rest @ ..] if tight => {
                    self.out.push_str(tick);
                    self.inlines(text);
                    if !rest.is_empty() {
                        self.out.push('\n');
                    }
                    self.blocks(rest);
                }
                [Block { content: Content::Paragraph(text), .. }, rest @ ..] if !tick.is_empty() => {
                    self.tell(format_args!("<p>{tick}"));
                    self.inlines(text);
                    self.out.push_str("</p>\n");
                    self.blocks(rest);
                }
                blocks => {
                    self.out.push_str(tick);
                    self.blocks(blocks);
                }
            }
            self.out.push_str("</li>");
        }
        self.tell(format_args!("\n</{}>", if start.is_some() { "ol" } else { "ul" }));
    }

    fn table(&mut self, alignments: &[Alignment], head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        self.out.push_str("<table><thead>");
        self.row("th", alignments, head);
        self.out.push_str("</thead><tbody>");
        for row in rows {
            self.row("td", alignments, row);
        }
        self.out.push_str("</tbody></table>");
    }

    fn row(&mut self, name: &str, alignments: &[Alignment], cells: &[Vec<Inline>]) {
        self.out.push_str("<tr>");
        for (index, cell) in cells.iter().enumerate() {
            let align = match alignments.get(index) {
                Some(Alignment::Center) => " style=\"text-align:center\"",
                Some(Alignment::Right) => " style=\"text-align:right\"",
                _ => "",
            };
            self.tell(format_args!("<{name}{align}>"));
            self.inlines(cell);
            self.tell(format_args!("</{name}>"));
        }
        self.out.push_str("</tr>");
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        inlines.iter().for_each(|inline| self.inline(inline));
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.out.push_str(&escaped(text)),
            Inline::Strong(inner) => self.element("b", inner),
            Inline::Emphasis(inner) => self.element("i", inner),
            Inline::Strike(inner) => self.element("s", inner),
            Inline::Underline(inner) => self.element("u", inner),
            Inline::Sub(inner) => self.element("sub", inner),
            Inline::Sup(inner) => self.element("sup", inner),
            Inline::Code(text) => self.tell(format_args!("<code>{}</code>", escaped(text))),
            Inline::Link { text, url } => self.link(text, url),
            Inline::Image { alt, url } => self.image(alt, url),
            Inline::Formula { source, display: false } => {
                self.tell(format_args!("\\({}\\)", escaped(source)));
            }
            Inline::Formula { source, display: true } => self.tell(format_args!("\\[{}\\]", escaped(source))),
            Inline::Note(label) => self.tell(format_args!("<sup>{}</sup>", escaped(label))),
            Inline::Break => self.out.push_str("<br>"),
        }
    }

    fn link(&mut self, text: &[Inline], url: &str) {
        let lower = url.to_ascii_lowercase();
        if ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
            self.tell(format_args!("<a href=\"{}\">", escaped(url)));
            self.inlines(text);
            self.out.push_str("</a>");
        } else {
            // A place on this machine means nothing elsewhere, and `javascript:` means harm.
            self.inlines(text);
        }
    }

    fn image(&mut self, alt: &str, url: &str) {
        let lower = url.to_ascii_lowercase();
        let is_elsewhere = lower.starts_with("http://") || lower.starts_with("https://");
        let source = if is_elsewhere { Some(url.to_owned()) } else { (self.images)(url) };
        match source {
            Some(source) => {
                // Its file gets another name in the package; what it was called is what it shows.
                let name = url.rsplit('/').next().unwrap_or_default();
                let alt = if alt.trim().is_empty() && !is_elsewhere { name } else { alt };
                self.tell(format_args!("<img src=\"{}\" alt=\"{}\">", escaped(&source), escaped(alt)));
            }
            None => self.out.push_str(&escaped(if alt.is_empty() { url } else { alt })),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_html_that_anki_shows() {
        let mut images = |target: &str| (target == "a.png").then(|| "a-1.png".to_owned());
        for (source, html) in [
            ("**重点** `x<y` $a<b$", "<p><b>重点</b> <code>x&lt;y</code> \\(a&lt;b\\)</p>"),
            ("$$\nx^2\n$$", "<p>\\[\nx^2\n\\]</p>"),
            ("- a\n- [x] b\n  - c", "<ul>\n<li>a</li>\n<li>☑ b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
            ("3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>"),
            (
                "```rust\nlet x = \"<\";\n```",
                "<pre><code class=\"language-rust\">let x = &quot;&lt;&quot;;</code></pre>",
            ),
            (
                "|a|b|\n|-|:-:|\n|1|2|",
                "<table><thead><tr><th>a</th><th style=\"text-align:center\">b</th></tr></thead><tbody><tr><td>1</td><td style=\"text-align:center\">2</td></tr></tbody></table>",
            ),
            ("![图](a.png) ![b](b.png)", "<p><img src=\"a-1.png\" alt=\"图\"> b</p>"),
            ("<script>alert(1)</script>\n[x](javascript:alert(1)) <b onclick=x>y</b>", "<p>x <b>y</b></p>"),
        ] {
            assert_eq!(blocks(source, &mut images), html, "{source}");
        }
        assert_eq!(inlines("- 1 **a**", &mut images), "- 1 <b>a</b>");
    }
}
