//! Code: what each stretch of it is, for a colour.

#[cfg(feature = "highlight")]
mod grammars;
mod part;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use ratatui::style::Style;
use ratatui::text::Span;

use crate::typeset::theme::Theme;
#[cfg(feature = "highlight")]
use grammars::read;
use part::{CodeLines, CodePart, Stretch};

/// Longer code stays plain: reading it would be felt.
const MAX_BYTES: usize = 8 * 1024;
/// A line longer than this was written by a machine, and its code stays plain.
const MAX_LINE: usize = 500;
/// Code blocks kept after they were read, for the next layout.
const KEPT: usize = 64;

/// What the stretches of each line are; nothing where the language is unknown or there is too much.
pub(super) fn parts(language: &str, text: &str) -> Option<Rc<CodeLines>> {
    thread_local! {
        /// A layout for another width needs the same parts again.
        static SEEN: RefCell<VecDeque<(String, String, Rc<CodeLines>)>> = const { RefCell::new(VecDeque::new()) };
    }
    if language.is_empty() || text.len() > MAX_BYTES || text.split('\n').any(|line| line.len() > MAX_LINE) {
        return None;
    }
    let seen = SEEN.with_borrow(|seen| {
        seen.iter().find(|(name, code, _)| name == language && code == text).map(|(.., lines)| lines.clone())
    });
    if seen.is_some() {
        return seen;
    }
    let lines = Rc::new(read(language, text)?);
    SEEN.with_borrow_mut(|seen| {
        seen.truncate(KEPT - 1);
        seen.push_front((language.to_owned(), text.to_owned(), lines.clone()));
    });
    Some(lines)
}

/// A cut of a line that begins at byte `from` of it, in the styles of its parts.
pub(super) fn spans(cut: &str, from: usize, parts: &[Stretch], theme: &Theme) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut at = 0;
    for (range, part) in parts {
        let end = range.end.saturating_sub(from).min(cut.len());
        // A sign that stands for a grapheme too wide for the line may be of another length.
        if end <= at || !cut.is_char_boundary(end) {
            continue;
        }
        spans.push(Span::styled(cut[at..end].to_owned(), style(*part, theme)));
        at = end;
    }
    if at < cut.len() {
        spans.push(Span::styled(cut[at..].to_owned(), theme.code_block));
    }
    spans
}

fn style(part: CodePart, theme: &Theme) -> Style {
    theme.code_block.patch(match part {
        CodePart::Plain => theme.code_block,
        CodePart::Keyword => theme.code_keyword,
        CodePart::String => theme.code_string,
        CodePart::Comment => theme.code_comment,
        CodePart::Number => theme.code_number,
        CodePart::Function => theme.code_function,
        CodePart::Type => theme.code_type,
    })
}

/// This build knows no grammars: code stays plain.
#[cfg(not(feature = "highlight"))]
fn read(_: &str, _: &str) -> Option<CodeLines> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each stretch that is something, with the first letter of what it is.
    #[cfg(feature = "highlight")]
    fn shown(language: &str, text: &str) -> String {
        let mut out = Vec::new();
        for (line, parts) in text.split('\n').zip(parts(language, text).unwrap().iter()) {
            for (range, part) in parts.iter().filter(|(_, part)| *part != CodePart::Plain) {
                let name = format!("{part:?}").to_lowercase();
                out.push(format!("{}:{}", &name[..1], line[range.clone()].trim()));
            }
        }
        out.join(" ")
    }

    #[test]
    #[cfg(feature = "highlight")]
    fn code_is_read_in_many_languages() {
        let rows = [
            ("python", "def f(x):\n    return x + 1  # c", "k:def f:f k:return n:1 c:# c"),
            ("py3", "import torch.nn as nn\nx = 'a'", "k:import k:as s:'a'"),
            ("rust", "let x: u8 = f(2); // c", "k:let k:u8 f:f n:2 c:// c"),
            ("JS", "const a = `x${b}y`;", "k:const s:`x s:y`"),
            ("ts", "let a: number = 1", "k:let t:number n:1"),
            ("sql", "SELECT a FROM b WHERE c = 'd'", "k:SELECT k:FROM k:WHERE s:'d'"),
            ("java", "public int f() { return null; }", "k:public k:int f:f k:return n:null"),
            ("bash", "for x in a; do echo \"$x\"; done", "k:for k:in k:do f:echo s:\"$x\" k:done"),
            ("toml", "a = 1 # c", "k:a n:1 c:# c"),
            ("json", "{\"a\": [1, true]}", "s:\"a\" n:1 n:true"),
            ("html", "<a href=\"b\">c</a>", "k:a t:href s:\"b\" k:a"),
            ("css", ".a { color: #fff; width: 1px }", "t:.a f:color n:#fff f:width n:1px"),
            ("c++", "int main() { return 0; }", "k:int f:main k:return n:0"),
            ("yaml", "a: 1", "k:a n:1"),
            ("go", "func f() int { return 1 }", "k:func f:f t:int k:return n:1"),
            ("kotlin", "fun f(): Int = 1", "k:fun f:f k:Int n:1"),
            ("jsx", "const a = <B c={1} />", "k:const t:B t:c n:1"),
            ("dockerfile", "FROM a", "k:FROM"),
        ];
        for (language, text, expected) in rows {
            assert_eq!(shown(language, text), expected, "{language}");
        }
    }

    #[test]
    fn what_cannot_be_read_stays_plain() {
        for (language, text) in [
            ("", "let x"),
            ("nonsense", "let x"),
            ("text", "let x"),
            ("rust", &"x ".repeat(MAX_LINE)),
            ("rust", &"x\n".repeat(MAX_BYTES)),
        ] {
            assert!(parts(language, text).is_none(), "{language}");
        }
    }

    #[test]
    fn hostile_code_ends_soon() {
        let pieces = [
            "(", "{", "\"", "'", "<", "/*", "\"\"\"", "${", "`", "a.", "\\", "=> ", "@", "<?php ", "#{",
            "a<", "::",
        ];
        for language in ["js", "python", "rust", "html", "ruby", "cpp", "sql", "ts", "bash"] {
            for piece in pieces {
                let line = piece.repeat(MAX_LINE / piece.len());
                let begun = std::time::Instant::now();
                parts(language, &format!("{line}\n{line}\n"));
                assert!(begun.elapsed().as_secs() < 5, "{language} {piece:?} took {:?}", begun.elapsed());
            }
        }
    }
}
