//! HTML written as Markdown that means the same: for cards that come from programs which keep HTML.
//!
//! Nothing fails, and nothing is nested deeper than [`super::MAX_DEPTH`]. What Markdown has no words for
//! (colours, sizes, places) is left out; scripts and style sheets are too. Formulas may be marked as
//! MathJax has it (`\(…\)`, `\[…\]`) or as older notes have it (`[$]…[/$]`, `[latex]…[/latex]`).

mod blocks;
mod container;
mod emphasis;
mod escape;
mod formulas;
mod inline;
mod page;
mod rows;
mod table;
mod writer;

use super::html::{HtmlToken, Tag, decode, tokens};
use super::source::clean;
use blocks::language;
use escape::escape;
use formulas::{CLOSE, Formula, OPEN, restored, without_formulas};
use inline::EMPHASIS;
use std::borrow::Cow;

pub use page::{HtmlPage, from_page, typed_numbers};
use writer::HtmlWriter;

/// The Markdown of a piece of HTML.
pub fn from_html(html: &str) -> String {
    let html: Cow<'_, str> =
        if html.contains([OPEN, CLOSE]) { html.replace([OPEN, CLOSE], "").into() } else { html.into() };
    let (html, formulas) = without_formulas(&html);
    let mut writer = HtmlWriter { formulas: &formulas, ..HtmlWriter::default() };
    for (_, token) in tokens(&html) {
        match token {
            HtmlToken::Text(text) => writer.text(text),
            HtmlToken::Tag(tag) => writer.tag(&tag),
        }
    }
    writer.flush();
    tasks(clean(&writer.out).trim_matches('\n'))
}

/// The text of a piece of HTML, none of its signs escaped.
pub(crate) fn text_of_html(html: &str) -> String {
    clean(&formulas::plain(html))
}

/// Items that begin with a box are tasks.
fn tasks(text: &str) -> String {
    if !text.contains(['☐', '☑']) {
        return text.to_owned();
    }
    let task = |line: &str| {
        let item = line.trim_start_matches([' ', '>']);
        let lead = &line[..line.len() - item.len()];
        let box_of = |sign: &str, written: &str| {
            Some(format!("{lead}- {written} {}", item.strip_prefix("- ")?.strip_prefix(sign)?))
        };
        box_of("☐ ", "[ ]").or_else(|| box_of("☑ ", "[x]")).unwrap_or_else(|| line.to_owned())
    };
    text.split('\n').map(task).collect::<Vec<_>>().join("\n")
}

impl HtmlWriter<'_> {
    fn text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.block {
            let decoded = decode(text);
            // A formula in code is none.
            code.push_str(&restored(&decoded, self.formulas, |formula| formula.whole.clone()));
            return;
        }
        let is_code = self.code.is_some();
        let decoded = decode(text).replace('\u{a0}', " ");
        let mut pieces = decoded.split(OPEN);
        let first = pieces.next().unwrap_or_default();
        self.words(first, is_code);
        for piece in pieces {
            let (number, rest) = piece.split_once(CLOSE).unwrap_or_default();
            match number.parse::<usize>().ok().and_then(|number| self.formulas.get(number)) {
                Some(formula) if is_code => self.line.push_str(&decode(&formula.whole)),
                Some(formula) => self.formula(formula),
                None => {}
            }
            self.words(rest, is_code);
        }
    }

    /// Text whose white space means no more than one space.
    fn words(&mut self, text: &str, is_code: bool) {
        for (index, word) in text.split(|letter: char| letter.is_ascii_whitespace()).enumerate() {
            let is_apart = self.line.is_empty() || self.line.ends_with([' ', '\n']);
            if index > 0 && !is_apart {
                self.line.push(' ');
            }
            if is_code {
                self.line.push_str(word);
            } else {
                escape(word, self.table.is_some(), &mut self.line);
            }
        }
    }

    fn formula(&mut self, formula: &Formula) {
        let source = formula.source.trim();
        if source.is_empty() {
            return;
        }
        // A backslash before the closing mark would escape it.
        let mark = if formula.display { "$$" } else { "$" };
        let source = source.trim_end_matches('\\').replace('$', "\\$");
        self.line.push_str(mark);
        self.line.push_str(&source);
        self.line.push_str(mark);
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        if self.block.is_some() {
            return self.in_code(tag);
        }
        if let Some((_, mark, own)) = EMPHASIS.iter().find(|(name, ..)| *name == tag.name) {
            return if tag.closing { self.close(own) } else { self.open(own, mark) };
        }
        match tag.name.as_str() {
            "br" => self.line_break(),
            "code" | "tt" | "samp" => self.inline_code(tag.closing),
            "a" => self.anchor(tag),
            "img" if !tag.closing => self.image(tag),
            "table" => self.table(tag.closing),
            "tr" | "td" | "th" if self.table.is_some() => self.cell(tag),
            "pre" if !tag.closing => {
                self.flush();
                self.block = Some((language(tag), String::new()));
            }
            "hr" => {
                self.flush();
                self.paragraph("***");
            }
            "ul" | "ol" | "blockquote" | "li" => self.container(tag),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                if !tag.closing && self.table.is_none() {
                    let level = usize::from(tag.name.as_bytes()[1] - b'0');
                    self.lead = format!("{} ", "#".repeat(level));
                }
            }
            "p" | "div" | "section" | "article" | "center" | "dl" | "dt" | "dd" | "summary" | "details"
            | "header" | "footer" | "figure" | "figcaption" => self.block_break(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    #[test]
    fn html_becomes_markdown() {
        for (html, markdown) in [
            ("a &amp; b&nbsp;c", "a & b c"),
            ("a<br>b<div>c</div><p>d</p>", "a\nb\n\nc\n\nd"),
            ("<b>重点</b>：<i> x </i>y <u>z</u> H<sub>2</sub>O", "**重点**： *x* y <u>z</u> H<sub>2</sub>O"),
            ("<b></b>a<b> </b>b", "a b"),
            ("<b>a<b>b</b>c", "**ab**c"),
            ("2*3*4 a_b _c_ [x] $5 \\ `", "2\\*3\\*4 a_b \\_c\\_ [x] \\$5 \\\\ \\`"),
            (
                "# no heading<br>1. no list<br>- x<br>---<br>&gt; y",
                "\\# no heading\n1\\. no list\n\\- x\n\\---\n\\> y",
            ),
            ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
            ("<ol start=3><li>a<li><p>b</p><p>c</p></ol>d", "3. a\n4. b\n\n   c\n\nd"),
            ("<blockquote>a<br>b<p>c</p></blockquote>", "> a\n> b\n>\n> c"),
            (
                "<pre><code class=\"language-rust x\">let a = \"&lt;\";\n  // `b`</code></pre>",
                "```rust\nlet a = \"<\";\n  // `b`\n```",
            ),
            ("<pre>```\nx</pre>", "````\n```\nx\n````"),
            ("<code>x<br>y</code> <code>`</code>", "`x y` `` ` ``"),
            (
                "<table><tr><th>a</th><th>b</th></tr><tr><td>1|<br>2</td></tr></table>",
                "| a | b |\n|---|---|\n| 1\\|<br>2 |  |",
            ),
            ("<ul><li>☑ a<ul><li>☐ b</li></ul></li></ul>☑ c", "- [x] a\n  - [ ] b\n\n☑ c"),
            ("<h2>a<br>b</h2>c<hr>d", "## a b\n\nc\n\n***\n\nd"),
            ("<img src=\"a b (1)%.png\" alt=\"图]\"><img src=\"data:x\">", "![图](a%20b%20%281%29%25.png)"),
            ("<a href=\"https://a.b/?q=1\">x</a><a href=\"javascript:y\">y</a>", "[x](https://a.b/?q=1)y"),
            ("\\(a&lt;b_1\\) \\[ x<br>y \\] [$]z[/$] [latex]w[/latex]", "$a<b_1$ $$x y$$ $z$ $$w$$"),
            ("<pre>\\(x\\)</pre>", "```\n\\(x\\)\n```"),
            ("<script>alert(1)</script><style>a{}</style>x", "x"),
            ("<span style=\"color:red\">a</span>\u{1b}[31m\u{202e}", "a[31m"),
            ("", ""),
        ] {
            assert_eq!(from_html(html), markdown, "{html}");
        }
    }

    /// Text of every kind comes back as the same text.
    #[test]
    fn text_stays_text() {
        for text in [
            "a*b*c",
            "_a_",
            "`a`",
            "$x$",
            "<b>",
            "[a](b)",
            "![a](b)",
            "# a",
            "- a",
            "1) a",
            "> a",
            "~~a~~",
            "&amp;",
            "\\(a\\)",
            "https://a.b",
            "***",
            "---",
            "===",
            "| a |",
            ": a",
            "```",
            "~~~",
            "[^1]",
            "* a",
            "a\\",
        ] {
            let html: String = text.replace('&', "&amp;").replace('<', "&lt;").replace("\\(", "\\<i></i>(");
            let written = from_html(&html);
            let blocks = markdown::blocks(&written);
            let shown = match blocks.first().map(|block| &block.content) {
                Some(markdown::Content::Paragraph(inlines)) => markdown::text(inlines),
                other => panic!("{text}: {written}: {other:?}"),
            };
            assert_eq!((shown.as_str(), blocks.len()), (text, 1), "{written}");
        }
    }

    #[test]
    fn hostile_html_ends_soon_and_flat() {
        for piece in [
            "<ul><li>",
            "<blockquote>",
            "<b>",
            "<i>x<b>",
            "<table><tr><td>",
            "<pre>",
            "\\(",
            "\\[a\\]",
            "[$]",
            "<code>",
            "<a href=http://a>",
            "<h1>",
            "</li>",
            "</ul>",
            "<br>",
            "`",
            "*",
            "<img src=a>",
            "<ol>",
            "<td>",
            "[latex]",
        ] {
            let begun = std::time::Instant::now();
            let markdown = from_html(&piece.repeat(100_000 / piece.len()));
            markdown::blocks(&markdown);
            assert!(begun.elapsed().as_secs() < 10, "{piece} took {:?}", begun.elapsed());
        }
    }
}
