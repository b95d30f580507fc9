//! Links between notes, as Obsidian and other programs write them: `[[Note]]`, `[[Note|shown]]`,
//! `[[Note#heading]]`, and `![[picture.png]]`, maybe with a width behind a bar.

use super::guard::{Guard, guarded, holds};
use std::borrow::Cow;

/// What ends the name of a picture.
const PICTURES: [&str; 9] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif", ".tiff"];

/// What C++ has between such brackets.
const ATTRIBUTES: [&str; 9] = [
    "nodiscard",
    "maybe_unused",
    "likely",
    "unlikely",
    "fallthrough",
    "deprecated",
    "noreturn",
    "no_unique_address",
    "carries_dependency",
];

/// The text with these links replaced by what they show, pictures as Markdown has them, and without the
/// names of blocks (`^37066d` behind a line).
pub(super) fn links(text: String) -> String {
    let text = match plain(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(changed) => changed,
    };
    if !text.contains('^') {
        return text;
    }
    let found = guarded(&text);
    let (mut out, mut start) = (String::with_capacity(text.len()), 0);
    for line in text.split_inclusive('\n') {
        let bare = without_block(line.trim_end());
        let is_code = line.starts_with("    ") || holds(&found, start + bare.len());
        let is_named = bare.len() < line.trim_end().len() && !is_code;
        out.push_str(if is_named { bare } else { line });
        if is_named && line.ends_with('\n') {
            out.push('\n');
        }
        start += line.len();
    }
    out
}

/// A line without the name of its block.
pub(crate) fn without_block(line: &str) -> &str {
    match line.trim_end().rsplit_once('^') {
        Some((before, name))
            if is_block(name)
                && (before.is_empty() || before.ends_with([' ', '\t']))
                && !holds(&guarded(line), before.len()) =>
        {
            before.trim_end()
        }
        _ => line,
    }
}

/// Letters, digits and hyphens: the name of a block, and not an exponent.
fn is_block(name: &str) -> bool {
    let is_named = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    name.len() > 3
        && name.bytes().all(is_named)
        && name.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// The same for a text that stays.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains("[[") {
        return Cow::Borrowed(text);
    }
    let found = guarded(text);
    let is_guarded = |at: usize| {
        let index = found.partition_point(|one| one.range.end <= at);
        found.get(index).is_some_and(|one| one.range.start <= at && one.guard != Guard::Tag)
    };
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(at) = text[from..].find("[[").map(|at| from + at) {
        let link = link(text, at).filter(|_| !is_guarded(at));
        match link {
            Some((length, is_picture, shown)) => {
                out.push_str(&text[from..at - usize::from(is_picture)]);
                out.push_str(&shown);
                from = at + length;
            }
            None => {
                out.push_str(&text[from..at + 2]);
                from = at + 2;
            }
        }
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// The length of the link at a place, whether a `!` before it belongs to it, and what stands for it.
fn link(text: &str, at: usize) -> Option<(usize, bool, String)> {
    let inner = &text[at + 2..];
    let end = inner.find(['[', ']', '\n', '<', '>', '`', '$'])?;
    let behind = inner[end..].strip_prefix("]]")?;
    let inner = &inner[..end];
    let (target, alias) = match inner.split_once('|') {
        Some((target, alias)) => (target.trim_end_matches('\\').trim_end(), Some(alias.trim())),
        None => (inner, None),
    };
    let before = text[..at].chars().next_back();
    let indexed = before
        .is_some_and(|letter| letter.is_ascii_alphanumeric() || matches!(letter, ')' | ']' | '_' | '['));
    let is_name = target.contains(char::is_alphabetic)
        && target.trim() == target
        && !target.starts_with(['-', ':', '"', '\''])
        && !ATTRIBUTES.contains(&target);
    if indexed || !is_name || behind.starts_with(['(', '[', ']']) {
        return None;
    }
    let length = end + 4;
    let lower = target.to_lowercase();
    let is_embedded = before == Some('!');
    if is_embedded && PICTURES.iter().any(|ending| lower.ends_with(ending)) {
        let is_width = |alias: &&str| !alias.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x');
        let alias = alias.filter(is_width).unwrap_or_default();
        let address = target.replace('%', "%25").replace('?', "%3F").replace('#', "%23");
        return Some((length, true, format!("![{alias}](<{address}>)")));
    }
    let shown = match alias.filter(|alias| !alias.is_empty()) {
        Some(alias) => alias.to_owned(),
        None => {
            let parts = target.trim_start_matches('#').split('#').map(str::trim);
            parts.filter(|part| !part.starts_with('^')).collect::<Vec<_>>().join(" > ")
        }
    };
    Some((length, is_embedded, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_blocks_go() {
        for (text, shown) in [
            ("a ^37066d\nb ^my-block\n", "a\nb\n"),
            ("^37066d", ""),
            ("x ^2 and y ^transpose", "x ^2 and y ^transpose"),
            ("```\nx ^37066d\n```\n    y ^37066d", "```\nx ^37066d\n```\n    y ^37066d"),
            ("$x ^37066d$ `^1234`", "$x ^37066d$ `^1234`"),
        ] {
            assert_eq!(links(text.to_owned()), shown, "{text}");
        }
    }

    #[test]
    fn links_between_notes_show_their_text() {
        for (text, shown) in [
            (
                "see [[Pooling]], [[Pooling|pools]] and [[Pooling#Max pooling]]",
                "see Pooling, pools and Pooling > Max pooling",
            ),
            ("见[[卷积#填充|填充]]。", "见填充。"),
            (
                "![[pic.png]] ![[a b.PNG|200]] ![[c.jpg|a cat]]",
                "![](<pic.png>) ![](<a b.PNG>) ![a cat](<c.jpg>)",
            ),
            ("![[Other note]] [[Note#^37066d]]", "Other note Note"),
            ("`[[a]]` $[[b]]$ \\[[c]]", "`[[a]]` $[[b]]$ \\[[c]]"),
            ("x[[0]], [[1,2],[3,4]], [[0, 1]] a[[i]]", "x[[0]], [[1,2],[3,4]], [[0, 1]] a[[i]]"),
            ("[[nodiscard]] if [[ -f x ]] [[:alpha:]]", "[[nodiscard]] if [[ -f x ]] [[:alpha:]]"),
            ("[[top]](#a) [[open", "[[top]](#a) [[open"),
            ("| [[a\\|b]] |", "| b |"),
        ] {
            assert_eq!(plain(text), shown, "{text}");
        }
    }
}
