//! Grammars of languages, and what their scopes are here.

use super::part::{CodeLines, CodePart, Stretch};
use std::sync::LazyLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

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

/// The stretches of each line of a text in this language; nothing where no grammar is known by that name.
pub(super) fn read(language: &str, text: &str) -> Option<CodeLines> {
    read_by(grammar(language)?, text)
}

fn grammar(language: &str) -> Option<&'static SyntaxReference> {
    let language = language.to_ascii_lowercase();
    let token =
        NAMES.iter().find(|(name, _)| *name == language).map_or(language.as_str(), |(_, token)| token);
    GRAMMARS.find_syntax_by_token(token).filter(|grammar| grammar.name != "Plain Text")
}

fn read_by(grammar: &SyntaxReference, text: &str) -> Option<CodeLines> {
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
