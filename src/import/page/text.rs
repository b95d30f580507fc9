//! The text of one line of a page: without marks, tags and links, and what its beginning says.

use super::super::stem::{Stem, unclosed_heading};
use super::blocks::html_heading;
use crate::markdown::{Guard, Guarded, guarded};
use memchr::{memchr2, memchr2_iter};
use std::borrow::Cow;
use std::ops::Range;

/// The colons of a text, of either width.
pub(in crate::import) fn colons(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    // The first byte of the wide colon is one of all wide signs.
    memchr2_iter(b':', 0xef, bytes).filter_map(move |at| match bytes[at..] {
        [b':', ..] => Some(at..at + 1),
        [0xef, 0xbc, 0x9a, ..] => Some(at..at + 3),
        _ => None,
    })
}

/// The first colon that may stand behind a term: a narrow one has a blank, a mark or a wide letter behind it.
pub(in crate::import) fn colon_of_term(text: &str) -> Option<Range<usize>> {
    let parts = |colon: &Range<usize>| {
        let next = text.as_bytes().get(colon.end);
        colon.len() > 1 || next.is_none_or(|next| matches!(next, b' ' | b'*' | 0x80..))
    };
    colons(text).find(parts)
}

/// A line of a quote without the marks of the quote.
pub(in crate::import) fn unquoted(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '\t'])
}

/// Text without tags and with links replaced by what they show. Code and formulas stay as they are.
pub(in crate::import) fn plain_text(text: &str) -> Cow<'_, str> {
    if memchr2(b'<', b'[', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for Guarded { range, guard } in guarded(text) {
        push_unlinked(&text[from..range.start], &mut out);
        if guard != Guard::Tag {
            out.push_str(&text[range.clone()]);
        }
        from = range.end;
    }
    push_unlinked(&text[from..], &mut out);
    Cow::Owned(out)
}

fn push_unlinked(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['[', ']']) {
        out.push_str(&rest[..at]);
        let from = &rest[at..];
        let address = from[1..].strip_prefix('(').filter(|_| from.starts_with(']'));
        let taken = match address {
            Some(address) => address.find(')').map_or(from.len(), |end| end + 3),
            None => 1,
        };
        rest = &from[taken..];
    }
    out.push_str(rest);
}

/// Whether a line holds nothing but white space and marks of no width.
pub(super) fn is_white(line: &str) -> bool {
    // Most lines begin with a sign one can see.
    let seen = |byte: &u8| matches!(byte, b'!'..=b'~' | 0xe4..=0xe9);
    !line.as_bytes().first().is_some_and(seen)
        && line.chars().all(|letter| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}'))
}

/// The letter of an option, `X` for one with a box to tick.
pub(in crate::import) fn option(line: &str) -> Option<char> {
    let text = if line.as_bytes().first()?.is_ascii_graphic() { line } else { line.trim_start() };
    match text.as_bytes() {
        // Most lines begin as no option does, and of the others most with a word.
        [b'A'..=b'H' | b'a'..=b'h', next, ..] if next.is_ascii() => {
            if !matches!(next, b'.' | b')' | b':' | b' ') {
                return None;
            }
        }
        // Points of answers are numbered in brackets.
        [b'(', next, ..] | [0xef, 0xbc, 0x88, next, ..] => {
            if next.is_ascii() && !matches!(next, b'*' | b'(' | b'`' | b'A'..=b'H' | b'a'..=b'h') {
                return None;
            }
        }
        [b'-' | b'*' | b'+' | b'[' | b'`' | b'A'..=b'H' | b'a'..=b'h', ..]
        | [0xef, 0xbc, 0xa1..=0xa8, ..] => {}
        _ => return None,
    }
    let text =
        ["- ", "* ", "+ "].iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text).trim_start();
    if ["[ ]", "[x]", "[X]"].iter().any(|tick| text.starts_with(tick)) {
        return Some('X');
    }
    let text = text.trim_start_matches(['*', '(', '（', '`']);
    let mut letters = text.chars();
    let letter = match letters.next()? {
        letter @ 'A'..='H' => letter,
        letter @ 'a'..='h' => letter.to_ascii_uppercase(),
        letter @ 'Ａ'..='Ｈ' => char::from_u32(u32::from(letter) - u32::from('Ａ') + u32::from('A'))?,
        _ => return None,
    };
    // `A - sum`; what is small is more often the word.
    let is_dashed = text.starts_with(|first: char| first.is_ascii_uppercase())
        && [" - ", " – "].iter().any(|dash| letters.as_str().starts_with(dash));
    let is_signed = matches!(letters.next(), Some('.' | ')' | '）' | '、' | ':' | '：' | '．'));
    (is_signed || is_dashed).then_some(letter)
}

/// Whether a line says no more than true or false.
pub(in crate::import) fn is_verdict(line: &str) -> bool {
    const VERDICTS: [&str; 22] = [
        "true",
        "false",
        "对",
        "错",
        "正确",
        "错误",
        "√",
        "×",
        "✓",
        "✗",
        "vrai",
        "faux",
        "verdadero",
        "falso",
        "vero",
        "verdadeiro",
        "wahr",
        "falsch",
        "richtig",
        "верно",
        "неверно",
        "ложь",
    ];
    let text = line.trim();
    let is_said = || match text.is_ascii() {
        true => VERDICTS.iter().any(|verdict| verdict.eq_ignore_ascii_case(text)),
        false => VERDICTS.contains(&text.to_lowercase().as_str()),
    };
    matches!(text, "T" | "F") || text.len() < 24 && is_said()
}

/// A heading line without its marks.
pub(in crate::import) fn heading_text(line: &str) -> &str {
    let text = line.trim();
    if text.starts_with('<') && html_heading(text).is_some() {
        let inner = text.find('>').map_or(text, |at| &text[at + 1..]);
        return inner.rfind("</").map_or(inner, |at| inner[..at].trim());
    }
    // In a list, the item's mark stands before the heading's.
    let text = match text.bytes().take(9).position(|byte| byte == b'#') {
        Some(at) if at > 0 && Stem::of(&text[..at]).text.is_empty() => &text[at..],
        _ => text,
    };
    let text = if text.starts_with("==") { text.trim_matches('=') } else { text };
    let mut text = text.trim_start_matches('#').trim();
    // A program that raises headings by a level leaves the old marks: `## # Introduction`.
    while let Some(inner) = text.strip_prefix('#').map(|rest| rest.trim_start_matches('#'))
        && inner.starts_with([' ', '\t'])
        && !inner.trim().is_empty()
    {
        text = inner.trim();
    }
    unclosed_heading(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::page::furniture::furniture;

    #[test]
    fn a_heading_loses_its_marks_only() {
        for (line, text) in [
            ("## A b ##", "A b"),
            ("# C#", "C#"),
            ("#", ""),
            ("###1.x", "1.x"),
            ("# #", ""),
            ("1. ### x", "x"),
        ] {
            assert_eq!(heading_text(line), text, "{line}");
        }
    }

    #[test]
    fn furniture_says_nothing() {
        for (line, expected) in [
            ("<details><summary>Answer</summary>", true),
            ("</b></details>", true),
            ("<br>[⬆ Back to top](#toc)", true),
            ("**[⬆ Back to Top](#table-of-contents)**", true),
            ("[[↑] Back to top](#Sass)", true),
            ("<!-- note -->", true),
            ("- [ ]", true),
            ("* * *", true),
            ("1.", true),
            ("- a", false),
            ("<img src=x>", false),
            ("[a link](https://x.y)", false),
            ("text", false),
        ] {
            assert_eq!(furniture(line), expected, "{line}");
        }
    }
}
