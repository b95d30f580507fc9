//! Code: what each stretch of it is, for a colour.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

use ratatui::style::Style;
use ratatui::text::Span;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use crate::typeset::theme::Theme;

/// Longer code stays plain: reading it would be felt.
const MAX_BYTES: usize = 8 * 1024;
/// A line longer than this was written by a machine, and its code stays plain.
const MAX_LINE: usize = 500;
/// Code blocks kept after they were read, for the next layout.
const KEPT: usize = 64;

/// The grammars. Reading them takes a millisecond or two, so the first code block pays for it.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Names that authors give to languages and the grammars do not know.
const NAMES: [(&str, &str); 14] = [
    ("c#", "cs"),
    ("console", "sh"),
    ("golang", "go"),
    ("js", "js"),
    ("jsx", "tsx"),
    ("mysql", "sql"),
    ("node", "js"),
    ("objective-c", "m"),
    ("postgresql", "sql"),
    ("powershell", "ps1"),
    ("py3", "py"),
    ("python3", "py"),
    ("shell", "sh"),
    ("vue", "html"),
];

/// What a stretch of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CodePart {
    Plain,
    Keyword,
    String,
    Comment,
    Number,
    Function,
    Type,
}

/// Scopes of the grammars and what they are here. The innermost scope that has a row decides, by its first
/// row.
const SCOPES: [(&str, CodePart); 30] = [
    ("comment", CodePart::Comment),
    ("punctuation.definition.comment", CodePart::Comment),
    ("meta.interpolation", CodePart::Plain),
    ("meta.template.expression", CodePart::Plain),
    ("string", CodePart::String),
    ("punctuation.definition.string", CodePart::String),
    ("constant.character", CodePart::String),
    ("constant.numeric", CodePart::Number),
    ("constant.language", CodePart::Number),
    ("constant.other.color", CodePart::Number),
    ("keyword.operator.word", CodePart::Keyword),
    ("keyword.operator.logical.python", CodePart::Keyword),
    ("keyword.operator.new", CodePart::Keyword),
    ("keyword.operator", CodePart::Plain),
    ("keyword.other.unit", CodePart::Number),
    ("keyword", CodePart::Keyword),
    ("storage.type.function.arrow", CodePart::Plain),
    ("storage.type.numeric", CodePart::Number),
    ("storage.type.string", CodePart::String),
    ("storage", CodePart::Keyword),
    ("variable.language", CodePart::Keyword),
    ("variable.function", CodePart::Function),
    ("entity.name.function", CodePart::Function),
    ("support.function", CodePart::Function),
    ("entity.name.tag", CodePart::Keyword),
    ("entity.other.attribute-name", CodePart::Type),
    ("entity.other.inherited-class", CodePart::Type),
    ("entity.name", CodePart::Type),
    ("support.type.property-name", CodePart::Function),
    ("support", CodePart::Type),
];

static TABLE: LazyLock<Vec<(Scope, CodePart)>> = LazyLock::new(|| {
    SCOPES.iter().filter_map(|(name, part)| Some((Scope::new(name).ok()?, *part))).collect()
});

/// Bytes of a line and what they are.
pub(super) type Stretch = (Range<usize>, CodePart);
/// The stretches of every line, without gaps.
type CodeLines = Vec<Vec<Stretch>>;

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
    let lines = Rc::new(read(grammar(language)?, text)?);
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

fn grammar(language: &str) -> Option<&'static SyntaxReference> {
    let language = language.to_ascii_lowercase();
    let token =
        NAMES.iter().find(|(name, _)| *name == language).map_or(language.as_str(), |(_, token)| token);
    GRAMMARS.find_syntax_by_token(token).filter(|grammar| grammar.name != "Plain Text")
}

fn read(grammar: &SyntaxReference, text: &str) -> Option<CodeLines> {
    let mut state = ParseState::new(grammar);
    let mut stack = ScopeStack::new();
    let mut lines = CodeLines::new();
    for line in text.split('\n') {
        let mut parts: Vec<Stretch> = Vec::new();
        let mut from = 0;
        let mut add = |to: usize, stack: &ScopeStack| {
            let to = to.min(line.len());
            if to > from {
                let part = part(stack.as_slice());
                match parts.last_mut() {
                    Some((range, before)) if *before == part => range.end = to,
                    _ => parts.push((from..to, part)),
                }
                from = to;
            }
        };
        for (at, change) in state.parse_line(&format!("{line}\n"), &GRAMMARS).ok()? {
            add(at, &stack);
            stack.apply(&change).ok()?;
        }
        add(line.len(), &stack);
        lines.push(parts);
    }
    Some(lines)
}

/// The part that a stack of scopes makes.
fn part(stack: &[Scope]) -> CodePart {
    let of =
        |scope: &Scope| TABLE.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, part)| *part);
    stack.iter().rev().find_map(of).unwrap_or(CodePart::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each stretch that is something, with the first letter of what it is.
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
