//! The text of a document, written as HTML.

use super::numbering::{NumberMark, Numbering};
use super::styles::{ParagraphKind, Styles};
use super::value::{is_on, value};
use crate::import::format::omml::latex;
use crate::import::format::xml::Element;
use std::collections::HashMap;

pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    targets: &'a HashMap<String, String>,
    footnotes: &'a HashMap<String, String>,
    out: String,
    /// The lists that are open, each with its last item: their tags and levels.
    lists: Vec<(&'static str, usize)>,
    /// The lines of code that go on.
    code: Vec<String>,
    has_title: bool,
}

/// How letters look.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct LetterLook {
    bold: bool,
    italic: bool,
    struck: bool,
    code: bool,
    script: Option<&'static str>,
}

impl<'a> Body<'a> {
    pub(super) fn new(
        styles: &'a Styles,
        numbering: Numbering,
        targets: &'a HashMap<String, String>,
        footnotes: &'a HashMap<String, String>,
    ) -> Body<'a> {
        let (out, lists, code) = (String::new(), Vec::new(), Vec::new());
        Body { styles, numbering, targets, footnotes, out, lists, code, has_title: false }
    }

    pub(super) fn done(mut self) -> String {
        self.end_code();
        self.close_lists(0);
        self.out
    }

    /// Paragraphs, tables and what holds them.
    pub(super) fn blocks(&mut self, element: &Element) {
        for child in element.elements() {
            match child.name.as_str() {
                "w:p" => self.paragraph(child),
                "w:tbl" => self.table(child),
                "w:sdt" => {
                    let is_contents = child
                        .find("w:docPartGallery")
                        .is_some_and(|gallery| gallery.attribute("w:val") == Some("Table of Contents"));
                    if let Some(content) = child.child("w:sdtContent").filter(|_| !is_contents) {
                        self.blocks(content);
                    }
                }
                "w:ins" | "w:customXml" | "w:smartTag" => self.blocks(child),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let properties = paragraph.child("w:pPr");
        let style = self.styles.get(properties.and_then(|properties| value(properties, "w:pStyle")));
        let outline = properties.and_then(|properties| value(properties, "w:outlineLvl"));
        let outline = outline.and_then(|level| level.parse::<usize>().ok()).filter(|level| *level < 6);
        let kind = match (style.map_or(ParagraphKind::Text, |style| style.kind), outline) {
            (ParagraphKind::Text, Some(level)) => ParagraphKind::Heading(level + 1),
            (kind, _) => kind,
        };
        if kind == ParagraphKind::Code {
            return self.code_line(paragraph);
        }
        self.end_code();
        let numbered = properties.and_then(|properties| properties.child("w:numPr"));
        let own = numbered.and_then(|numbered| {
            let level = value(numbered, "w:ilvl").and_then(|level| level.parse::<usize>().ok()).unwrap_or(0);
            Some((value(numbered, "w:numId")?.to_owned(), level.min(8)))
        });
        let list = own.or_else(|| style.and_then(|style| style.list.clone())).filter(|(id, _)| id != "0");
        let mut text = String::new();
        self.inline(paragraph, &mut text);
        if text.trim().is_empty() || kind == ParagraphKind::Contents {
            return;
        }
        match (kind, list) {
            (ParagraphKind::Title, _) => {
                self.has_title = true;
                self.block("h1", &text);
            }
            (ParagraphKind::Heading(level), _) => {
                let level = (level + usize::from(self.has_title)).min(6);
                self.block(["h1", "h2", "h3", "h4", "h5", "h6"][level - 1], &text);
            }
            (ParagraphKind::Quote, _) => self.block("blockquote", &text),
            (_, Some((id, level))) => match self.numbering.next(&id, level) {
                NumberMark::Bullet => self.item("ul", level, None, &text),
                NumberMark::Number(number) => self.item("ol", level, Some(number), &text),
                NumberMark::None => self.block("p", &text),
            },
            (_, None) => self.block("p", &text),
        }
    }

    fn block(&mut self, tag: &str, text: &str) {
        self.close_lists(0);
        self.out.push_str(&format!("<{tag}>{text}</{tag}>\n"));
    }

    fn item(&mut self, tag: &'static str, level: usize, number: Option<u64>, text: &str) {
        let keep = self.lists.iter().take_while(|(_, open)| *open < level).count();
        match self.lists.get(keep).copied() {
            Some((open, at)) if open == tag && at == level => {
                self.close_lists(keep + 1);
                self.out.push_str("</li>");
            }
            _ => {
                self.close_lists(keep);
                let start = number.map_or(String::new(), |number| format!(" start=\"{number}\""));
                self.out.push_str(&format!("<{tag}{start}>"));
                self.lists.push((tag, level));
            }
        }
        self.out.push_str(&format!("<li>{text}"));
    }

    fn close_lists(&mut self, keep: usize) {
        while self.lists.len() > keep {
            if let Some((tag, _)) = self.lists.pop() {
                self.out.push_str(&format!("</li></{tag}>\n"));
            }
        }
    }

    /// Paragraphs of code that follow each other are one block.
    fn code_line(&mut self, paragraph: &Element) {
        let mut text = String::new();
        code(paragraph, &mut text);
        self.code.push(text);
    }

    fn end_code(&mut self) {
        if self.code.is_empty() {
            return;
        }
        let code = std::mem::take(&mut self.code).join("\n");
        self.block("pre", &format!("<code>{}</code>", escaped(&code)));
    }

    fn table(&mut self, table: &Element) {
        self.end_code();
        self.close_lists(0);
        let rows: Vec<Vec<&Element>> = table
            .elements()
            .filter(|row| row.name == "w:tr")
            .map(|row| row.elements().filter(|cell| cell.name == "w:tc").collect())
            .collect();
        // A frame around some text is a table of one cell.
        if let [row] = rows.as_slice()
            && let [cell] = row.as_slice()
        {
            return self.blocks(cell);
        }
        self.out.push_str("<table>");
        for row in rows {
            self.out.push_str("<tr>");
            for cell in row {
                self.out.push_str("<td>");
                self.cell(cell);
                self.out.push_str("</td>");
            }
            self.out.push_str("</tr>");
        }
        self.out.push_str("</table>\n");
    }

    fn cell(&mut self, cell: &Element) {
        let mut inside = Vec::new();
        paragraphs(cell, &mut inside);
        for paragraph in inside {
            let mut text = String::new();
            self.inline(paragraph, &mut text);
            if !text.trim().is_empty() {
                self.out.push_str(&format!("<p>{text}</p>"));
            }
        }
    }

    /// The text of a paragraph.
    fn inline(&self, element: &Element, out: &mut String) {
        let mut look = LetterLook::default();
        self.pieces(element, &mut look, out);
        switch(&mut look, LetterLook::default(), out);
    }

    fn pieces(&self, element: &Element, look: &mut LetterLook, out: &mut String) {
        for child in element.elements() {
            match child.name.as_str() {
                "w:r" => self.run(child, look, out),
                "w:hyperlink" => self.link(child, look, out),
                "m:oMath" => formula(child, ("\\(", "\\)"), look, out),
                "m:oMathPara" => child
                    .elements()
                    .filter(|formula| formula.name == "m:oMath")
                    .for_each(|inner| formula(inner, ("\\[", "\\]"), look, out)),
                "w:del" | "w:moveFrom" | "w:pPr" => {}
                _ => self.pieces(child, look, out),
            }
        }
    }

    fn link(&self, link: &Element, look: &mut LetterLook, out: &mut String) {
        let target = link.attribute("r:id").and_then(|id| self.targets.get(id));
        let mut text = String::new();
        switch(look, LetterLook::default(), out);
        self.pieces(link, look, &mut text);
        switch(look, LetterLook::default(), &mut text);
        match target {
            Some(target) => out.push_str(&format!("<a href=\"{}\">{text}</a>", escaped(target))),
            None => out.push_str(&text),
        }
    }

    fn run(&self, run: &Element, look: &mut LetterLook, out: &mut String) {
        let own = run.child("w:rPr").map_or(LetterLook::default(), |properties| self.look(properties));
        for child in run.elements() {
            match child.name.as_str() {
                "w:t" => {
                    switch(look, own, out);
                    out.push_str(&typed(&child.text()));
                }
                "w:tab" => out.push(' '),
                "w:noBreakHyphen" => out.push('-'),
                "w:br" | "w:cr" if child.attribute("w:type") != Some("page") => out.push_str("<br>"),
                "w:drawing" | "w:pict" | "w:object" => self.drawing(child, look, out),
                "w:footnoteReference" => {
                    let note = child.attribute("w:id").and_then(|id| self.footnotes.get(id));
                    if let Some(note) = note.filter(|note| !note.is_empty()) {
                        switch(look, LetterLook::default(), out);
                        out.push_str(&format!(" ({})", typed(note)));
                    }
                }
                "mc:AlternateContent" => {
                    if let Some(choice) = child.child("mc:Choice") {
                        self.drawing(choice, look, out);
                    }
                }
                _ => {}
            }
        }
    }

    fn look(&self, properties: &Element) -> LetterLook {
        let style = self.styles.get(value(properties, "w:rStyle"));
        let font =
            properties.child("w:rFonts").and_then(|fonts| fonts.attribute("w:ascii")).unwrap_or_default();
        let is_typewriter =
            ["Courier", "Consolas", "Menlo", "Monaco", "Mono"].iter().any(|name| font.contains(name));
        LetterLook {
            bold: is_on(properties, "w:b"),
            italic: is_on(properties, "w:i"),
            struck: is_on(properties, "w:strike"),
            code: is_typewriter || style.is_some_and(|style| style.kind == ParagraphKind::Code),
            script: match value(properties, "w:vertAlign") {
                Some("superscript") => Some("sup"),
                Some("subscript") => Some("sub"),
                _ => None,
            },
        }
    }

    /// Pictures, and text in frames.
    fn drawing(&self, drawing: &Element, look: &mut LetterLook, out: &mut String) {
        let id =
            drawing.find("a:blip").and_then(|blip| blip.attribute("r:embed").or(blip.attribute("r:link")));
        let id = id.or_else(|| drawing.find("v:imagedata").and_then(|image| image.attribute("r:id")));
        if let Some(target) = id.and_then(|id| self.targets.get(id)) {
            let described =
                drawing.find("wp:docPr").and_then(|about| about.attribute("descr")).unwrap_or_default();
            let is_web = target.contains("://");
            let name = if is_web { target } else { target.rsplit('/').next().unwrap_or_default() };
            switch(look, LetterLook::default(), out);
            out.push_str(&format!("<img src=\"{}\" alt=\"{}\">", escaped(name), escaped(described)));
        }
        let mut inside = Vec::new();
        if let Some(frame) = drawing.find("w:txbxContent") {
            paragraphs(frame, &mut inside);
        }
        for paragraph in inside {
            switch(look, LetterLook::default(), out);
            out.push_str("<br>");
            self.inline(paragraph, out);
        }
    }
}

/// All paragraphs below an element, those of tables in it too.
fn paragraphs<'e>(element: &'e Element, found: &mut Vec<&'e Element>) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:p" => found.push(child),
            _ => paragraphs(child, found),
        }
    }
}

fn formula(formula: &Element, (open, close): (&str, &str), look: &mut LetterLook, out: &mut String) {
    switch(look, LetterLook::default(), out);
    out.push_str(&format!("{open}{}{close}", escaped(&latex(formula))));
}

/// The tags from one look to another.
fn switch(from: &mut LetterLook, to: LetterLook, out: &mut String) {
    if *from == to {
        return;
    }
    let tags = |look: &LetterLook| {
        let pairs = [(look.bold, "b"), (look.italic, "i"), (look.struck, "s"), (look.code, "code")];
        let mut tags: Vec<&str> = pairs.iter().filter(|(is, _)| *is).map(|(_, tag)| *tag).collect();
        tags.extend(look.script);
        tags
    };
    tags(from).iter().rev().for_each(|tag| out.push_str(&format!("</{tag}>")));
    tags(&to).iter().for_each(|tag| out.push_str(&format!("<{tag}>")));
    *from = to;
}

/// The text of code.
fn code(element: &Element, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:t" => out.push_str(&child.text()),
            "w:tab" => out.push('\t'),
            "w:br" | "w:cr" => out.push('\n'),
            "w:del" | "w:pPr" | "w:rPr" => {}
            _ => code(child, out),
        }
    }
}

/// Text as it was typed: a backslash before a bracket begins no formula.
fn typed(text: &str) -> String {
    escaped(text).replace("\\(", "\\<i></i>(").replace("\\[", "\\<i></i>[").replace("[$", "[<i></i>$")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
