//! What a comparison reads as one though it is several words: names, and verbs that turn what is said.

use super::super::terms;
use super::tokens::{AnswerToken, TokenKind, tokens};

/// So many words may stand between a verb and its `from`.
const REACH: usize = 4;

/// The tokens of a text in order, without function words, with its phrases as one.
pub(super) fn read(text: &str) -> Vec<AnswerToken> {
    let mut tokens = with_short_names(&tokens(text));
    read_prevention(&mut tokens);
    tokens
}

/// Makes `keep … from sending` and `stop … from sending` what `prevent … from sending` is.
fn read_prevention(tokens: &mut [AnswerToken]) {
    for at in 0..tokens.len() {
        let is_verb = matches!(tokens[at].key.as_str(), "keep" | "kept" | "stop");
        let clause = tokens[at].clause;
        let mut behind = tokens[at + 1..].iter().take(REACH).take_while(|next| next.clause == clause);
        if is_verb && behind.any(|next| next.links.last() == Some(&"from") && next.word.ends_with("ing")) {
            "prevent".clone_into(&mut tokens[at].key);
            tokens[at].kind = TokenKind::Negation;
        }
    }
}

/// The tokens, where those that are a name of several words, or short for it, are one: `batch norm`, `BN`.
fn with_short_names(tokens: &[AnswerToken]) -> Vec<AnswerToken> {
    let mut named = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let is_word = |next: &usize| {
            let token = &tokens[*next];
            token.kind == TokenKind::Word
                && (*next == at || token.links.is_empty() && token.clause == tokens[at].clause)
        };
        let run: Vec<&str> =
            (at..tokens.len()).take_while(is_word).take(4).map(|next| tokens[next].key.as_str()).collect();
        let name = (1..=run.len()).rev().find_map(|count| Some((terms::name_of(&run[..count])?, count)));
        let (key, count) = name.unwrap_or_else(|| (tokens[at].key.clone(), 1));
        let end = tokens[at + count - 1].at.end;
        let start = tokens[at].at.start;
        named.push(AnswerToken { key, at: start..end, ..tokens[at].clone() });
        at += count;
    }
    named
}
