//! Furniture: lines that say nothing by themselves.

use super::super::stem::names_answer;
use super::plain_text;
use aho_corasick::AhoCorasick;
use memchr::memchr2;
use std::sync::LazyLock;

/// A line that is only a rule, a wrapper, a comment, a link to the top or an empty bullet.
pub(super) fn furniture(line: &str) -> bool {
    let text =
        line.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{feff}'));
    let Some(first) = text.bytes().next() else { return true };
    match first {
        b'-' | b'*' | b'_' | b'=' | b'+' if rule(text) || empty_item(text) => true,
        b'0'..=b'9' if text.len() < 8 && empty_item(text) => true,
        b'<' if wrappers(text) => true,
        b'{' | b':' if template(text) => true,
        b'?' | b'!' if admonition(text) => true,
        b'c' | b'i' if line.starts_with([' ', '\t']) && property(text) => true,
        _ => text.len() < 200 && to_top(text),
    }
}

fn rule(text: &str) -> bool {
    let mark = text.chars().next().unwrap_or_default();
    text.chars().all(|letter| letter == mark || letter.is_whitespace()) && text.matches(mark).count() >= 3
}

fn empty_item(text: &str) -> bool {
    let rest = match text.strip_prefix(['-', '*', '+']) {
        Some(rest) => rest,
        None => {
            match text.trim_start_matches(|letter: char| letter.is_ascii_digit()).strip_prefix(['.', ')']) {
                Some(rest) => rest,
                None => return false,
            }
        }
    };
    matches!(rest.trim(), "" | "[ ]" | "[x]" | "[X]")
}

/// A tag of a template or of a container around a text, as sites are made of: `{% hint %}`, `{{< details >}}`, `:::tip`.
fn template(text: &str) -> bool {
    let inner = match text.strip_prefix(":::") {
        Some(name) => Some(name),
        None => [("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")]
            .into_iter()
            .find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close)),
    };
    // What says more may be a question.
    inner.is_some_and(|inner| {
        !inner.contains(['?', '？', '{']) && inner.split_whitespace().count() <= MOST_WORDS_OF_TAG
    })
}

/// The head of a box that only says that an answer is in it: `??? note "Answer"`.
fn admonition(text: &str) -> bool {
    let inner = text.strip_prefix("???").or_else(|| text.strip_prefix("!!!"));
    let title = inner
        .and_then(|inner| inner.trim().split_once([' ', '\t']))
        .map(|(_, title)| title.trim_matches('"'));
    title.is_some_and(names_answer)
}

/// A tag with more words says something.
const MOST_WORDS_OF_TAG: usize = 4;

/// What an outliner notes about a block.
fn property(text: &str) -> bool {
    ["collapsed:: ", "id:: ", "created:: "].iter().any(|name| text.starts_with(name))
}

/// Only tags that hold other things, a whole summary, or a comment.
fn wrappers(text: &str) -> bool {
    let mut rest = text;
    while let Some(inner) = rest.strip_prefix('<') {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return comment.ends_with("-->");
        }
        let name = inner.trim_start_matches('/');
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
        let tag = name[..end].to_ascii_lowercase();
        if tag == "a" {
            // An empty anchor; it belongs to what follows.
            match inner.find("></a>").filter(|at| !inner[..*at].contains("href")) {
                Some(at) => rest = inner[at + 5..].trim_start(),
                None => return false,
            }
            continue;
        }
        let is_heading = tag.len() == 2 && tag.starts_with('h');
        if !is_heading
            && !matches!(&*tag, "details" | "p" | "div" | "br" | "b" | "i" | "center" | "span" | "summary")
        {
            return false;
        }
        let Some(close) = inner.find('>') else { return false };
        rest = inner[close + 1..].trim_start();
        if tag == "summary" && !inner.starts_with('/') {
            match rest.to_ascii_lowercase().find("</summary>") {
                Some(at) => rest = rest[at + "</summary>".len()..].trim_start(),
                None if rest.is_empty() => {}
                None => return false,
            }
        }
    }
    rest.is_empty()
}

/// A link back to the top or to the table of contents.
fn to_top(text: &str) -> bool {
    let mark = memchr2(b'[', b'<', text.as_bytes());
    if mark.is_none() && !text.starts_with(['返', '回', '↑', '⬆']) {
        return false;
    }
    // What stands before the first mark is shown, and tells in most lines.
    let before = mark.map_or("", |at| &text[..at]);
    if before.chars().filter(|letter| is_told(*letter)).nth(LONGEST_TO_TOP).is_some() && !before.contains(']')
    {
        return false;
    }
    let hint = text.contains("](")
        || text.contains("</a>")
        || text.contains("返回")
        || text.contains("回到")
        || text.contains('↑')
        || text.contains('⬆');
    if !hint {
        return false;
    }
    let lower = text.to_lowercase();
    if !TO_TOP.is_match(&lower) {
        return false;
    }
    plain_text(&lower).chars().filter(|letter| is_told(*letter)).nth(LONGEST_TO_TOP).is_none()
}

/// Such a link shows no more letters.
const LONGEST_TO_TOP: usize = 18;

/// Whether a letter of a link back to the top is none of its marks.
fn is_told(letter: char) -> bool {
    !letter.is_whitespace() && !matches!(letter, '[' | ']' | '#' | '*' | '(' | ')' | '↑' | '⬆' | '↥' | '^')
}

/// What such links say, in lower case.
static TO_TOP: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = [
        "back to top",
        "go to top",
        "返回顶部",
        "回到顶部",
        "返回目录",
        "回到目录",
        "목차로 이동",
        "[↑]",
        "[⬆]",
        "[⬆️]",
        "[↥]",
        "[^]",
        "table of contents",
        "back to toc",
        "наверх",
        "к содержанию",
        "оглавлени",
        "목차로",
        "위로",
        "返回首页",
        "zurück",
        "nach oben",
        "retour en haut",
        "torna su",
        "volver",
        "voltar",
    ];
    AhoCorasick::new(words).expect("a few words make a small automaton")
});
