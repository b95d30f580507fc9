//! Decoration: signs, badges and tags around a text that say nothing of it.

/// A sign that only decorates: emoji and their joiners, no letter, no number and no mark of mathematics.
pub(in crate::import) fn is_decoration(letter: char) -> bool {
    matches!(letter,
        '\u{2600}'..='\u{2775}' | '\u{2794}'..='\u{27bf}' | '\u{2b05}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1f51e}' | '\u{1f520}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{25a0}'..='\u{25ff}')
}

/// The text behind the decoration it begins with: signs, an image, an anchor that holds nothing, and in an
/// item what an outliner notes about it.
pub(super) fn undecorated(text: &str, is_item: bool) -> &str {
    let mut rest = text;
    for _ in 0..8 {
        let first = rest.chars().next();
        let next = match first {
            Some('<') => behind_tag(rest),
            Some('!') => behind_image(rest),
            Some('[') if rest.starts_with("[![") => behind_badge(rest),
            Some(':') => behind_shortcode(rest),
            Some('T' | 'D' | 'N' | 'L' | 'W') if is_item => behind_keyword(rest),
            Some(letter) if is_decoration(letter) => {
                Some(rest.trim_start_matches(|letter| is_decoration(letter) || super::white(letter)))
            }
            _ => None,
        };
        // A text that is decoration only stays.
        match next.map(|next| next.trim_start_matches(super::white)).filter(|next| !next.is_empty()) {
            Some(next) => rest = next,
            None => break,
        }
    }
    rest
}

/// The text before the signs it ends with, and before an attribute list such as `{#id}`.
pub(super) fn unended(text: &str) -> &str {
    // Most texts end with a letter or a mark that stays.
    let may_go = |last: char| matches!(last, '}' | '>') || super::white(last) || is_decoration(last);
    if !text.chars().next_back().is_some_and(may_go) {
        return text;
    }
    let mut rest = text;
    for _ in 0..4 {
        let cut = rest.trim_end_matches(|letter| is_decoration(letter) || super::white(letter));
        let cut = match cut.strip_suffix('}').and_then(|inner| inner.rfind('{').map(|at| (at, inner))) {
            Some((at, inner)) if inner[at + 1..].starts_with(['#', ':']) => &cut[..at],
            _ => cut,
        };
        let cut = empty_anchor(cut).unwrap_or(cut);
        if cut.len() == rest.len() || cut.is_empty() {
            break;
        }
        rest = cut;
    }
    rest
}

/// The text before the anchor it ends with: `## Basics <a name="1"></a>`.
fn empty_anchor(text: &str) -> Option<&str> {
    let close = ["></a>", "></span>", "/>"].into_iter().find(|close| text.ends_with(close))?;
    let at =
        text.rfind('<').and_then(|last| if close == "/>" { Some(last) } else { text[..last].rfind('<') })?;
    let inner = &text[at + 1..];
    let is_anchor = (inner.starts_with("a ") || inner.starts_with("span "))
        && (inner.contains("name=") || inner.contains("id="));
    is_anchor.then(|| text[..at].trim_end())
}

/// What follows an anchor without a text, or an image.
fn behind_tag(text: &str) -> Option<&str> {
    let inner = &text[1..];
    if inner.starts_with("img ") {
        return inner.find('>').map(|end| &inner[end + 1..]);
    }
    let name = ["a ", "span "].into_iter().find(|name| inner.starts_with(name))?.trim_end();
    let end = inner.find('>')?;
    if inner[..end].ends_with('/') {
        return Some(&inner[end + 1..]);
    }
    inner[end + 1..].trim_start().strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')
}

/// What follows `![badge](…)`.
fn behind_image(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("![")?;
    let close = inner.find("](")?;
    let end = inner[close..].find(')')?;
    Some(&inner[close + end + 1..])
}

/// What follows `[![badge](…)](…)`.
fn behind_badge(text: &str) -> Option<&str> {
    let behind = behind_image(&text[1..])?.strip_prefix("](")?;
    behind.find(')').map(|end| &behind[end + 1..])
}

/// What follows `:fire:`.
fn behind_shortcode(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(':')?;
    let end = inner.find(':').filter(|end| (2..25).contains(end))?;
    let is_name = inner[..end].bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    is_name.then(|| &inner[end + 1..])
}

/// What follows `DONE `.
fn behind_keyword(text: &str) -> Option<&str> {
    let (word, rest) = text.split_once(' ')?;
    matches!(word, "TODO" | "DOING" | "DONE" | "NOW" | "LATER" | "WAITING").then_some(rest)
}

/// The inside of marks around a whole text that begins with a number: `` `1. why` ``, `==2. why==`.
pub(super) fn marked(text: &str) -> Option<&str> {
    let mark = ["==", "`", "~~"].into_iter().find(|mark| text.starts_with(mark))?;
    let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
    (!inner.contains(mark) && !inner.is_empty()).then_some(inner)
}

/// The inside of an element that wraps a whole text: `<span id="x">text</span>`, `<font …>text</font>`.
pub(super) fn unwrapped(text: &str) -> Option<&str> {
    const WRAPPERS: [&str; 10] = ["span", "font", "u", "mark", "ins", "big", "center", "em", "i", "a"];
    let inner = text.strip_prefix('<')?;
    let name_end = inner.find(|letter: char| !letter.is_ascii_alphanumeric())?;
    let name = WRAPPERS.into_iter().find(|name| inner[..name_end].eq_ignore_ascii_case(name))?;
    let open = inner.find('>').filter(|end| !inner[..*end].contains("href"))?;
    let body = &inner[open + 1..];
    let close = body.rfind("</")?;
    let whole = body[close + 2..].trim_end().strip_suffix('>')?.trim_end().eq_ignore_ascii_case(name);
    (whole && !body[..close].trim().is_empty()).then(|| body[..close].trim_matches(super::white))
}

/// The name and the target of a text that is nothing but one link.
pub(in crate::import) fn whole_link(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    let close = inner.rfind("](")?;
    let target = inner[close + 2..].strip_suffix(')')?;
    let name = &inner[..close];
    // Of two links in a row the first one's end lies inside.
    (!target.contains(['(', '[']) && !name.contains("](")).then_some((name, target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoration_is_taken_off_and_text_is_not() {
        for (text, expected) in [
            ("⚠️ Explain it", "Explain it"),
            ("📌 Q1: x", "Q1: x"),
            ("<a name=\"x\"></a>Why", "Why"),
            ("![new](n.svg) Why", "Why"),
            ("[![new](n.svg)](y) Why", "Why"),
            (":fire: Why", "Why"),
            ("∑ over i", "∑ over i"),
            ("→ next", "→ next"),
            ("<pad> tokens", "<pad> tokens"),
            ("🔥", "🔥"),
        ] {
            assert_eq!(undecorated(text, false), expected, "{text}");
        }
        for (text, expected) in [
            ("Why? 👶", "Why?"),
            ("Why {#why}", "Why"),
            ("{x}", "{x}"),
            ("Basics <a name=\"1\"></a>", "Basics"),
            ("Vec<T>", "Vec<T>"),
        ] {
            assert_eq!(unended(text), expected, "{text}");
        }
        assert_eq!(unwrapped("<span id=\"1-1\">1-1 why</span>"), Some("1-1 why"));
        assert_eq!(unwrapped("<span>a</span> b"), None);
        assert_eq!(whole_link("[a](#b)"), Some(("a", "#b")));
        assert_eq!(whole_link("[a](b) and [c](d)"), None);
    }
}
