//! Stars and low lines that are text: `8*512*2` multiplies, `a**b` is a power, `__init__` a name. Markdown
//! would take them for emphasis.

use super::guard::{guarded, holds};

/// Stands for a star that the parser should not see; cleaning makes it one again. No text has this sign.
pub(super) const STAR: char = '\u{fdd1}';
/// The same for a low line.
pub(super) const LOW: char = '\u{fdd2}';

/// Names between double low lines that programs have.
const DUNDER: [&str; 46] = [
    "init",
    "main",
    "call",
    "name",
    "file",
    "all",
    "dict",
    "doc",
    "new",
    "del",
    "len",
    "repr",
    "str",
    "iter",
    "next",
    "enter",
    "exit",
    "class",
    "slots",
    "hash",
    "bool",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "add",
    "sub",
    "mul",
    "matmul",
    "getitem",
    "setitem",
    "delitem",
    "contains",
    "getattr",
    "setattr",
    "getattribute",
    "import",
    "version",
    "module",
    "path",
    "global",
    "device",
    "shared",
    "syncthreads",
];

/// The text with such signs hidden from the parser.
pub(super) fn protected(text: String) -> String {
    let places = places(&text);
    if places.is_empty() {
        return text;
    }
    let found = guarded(&text);
    let mut out = String::with_capacity(text.len() + places.len() * 2);
    let mut from = 0;
    for at in places.into_iter().filter(|at| !holds(&found, *at)) {
        out.push_str(&text[from..at]);
        out.push(if text.as_bytes()[at] == b'*' { STAR } else { LOW });
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out
}

/// The places of signs that are text, in order.
fn places(text: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if memchr::memchr(b'*', line.as_bytes()).is_some() {
            stars(line, start, &mut places);
        }
        if line.contains("__") {
            names(line, start, &mut places);
        }
        start += line.len();
    }
    places.sort_unstable();
    places
}

/// Stars inside a word whose emphasis does not begin at the beginning of one: `**R**einforcement` does.
fn stars(line: &str, start: usize, places: &mut Vec<usize>) {
    let bytes = line.as_bytes();
    let is_word = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let is_white = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(u8::is_ascii_whitespace);
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == b'*') {
        let first = at + found;
        let length = bytes[first..].iter().take_while(|byte| **byte == b'*').count();
        let behind = first + length;
        at = behind;
        let before = first.checked_sub(1);
        if is_word(before) && is_word(Some(behind)) {
            match open.iter().rposition(|opened| *opened == length) {
                Some(place) => open.truncate(place),
                None => places.extend((start + first)..(start + behind)),
            }
        } else if !is_white(before) && open.contains(&length) {
            let place = open.iter().rposition(|opened| *opened == length).unwrap_or(0);
            open.truncate(place);
        } else if !is_white(Some(behind)) {
            open.push(length);
        }
    }
}

/// The low lines around a name such as `__init__`.
fn names(line: &str, start: usize, places: &mut Vec<usize>) {
    for (at, _) in line.match_indices("__") {
        let inner = &line[at + 2..];
        let Some(end) = inner.find("__") else { return };
        if DUNDER.contains(&&inner[..end]) {
            places.extend([at, at + 1, at + 2 + end, at + 3 + end].map(|place| start + place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_multiplies_is_no_emphasis() {
        for (text, shown) in [
            ("8*512*768*2", "8x512x768x2"),
            ("batch*seq*dim*2 bytes", "batchxseqxdimx2 bytes"),
            ("a**b**c", "axxbxxc"),
            ("**R**einforcement **L**earning", "**R**einforcement **L**earning"),
            ("**Adam**optimizer", "**Adam**optimizer"),
            ("2*3 is *six* and *a*", "2x3 is *six* and *a*"),
            ("**参数**：a*b", "**参数**：axb"),
            ("`a*b*c` $a*b*c$", "`a*b*c` $a*b*c$"),
            ("* item\n* other", "* item\n* other"),
            ("def __init__(self): __bold__", "def ooinitoo(self): __bold__"),
        ] {
            let seen = protected(text.to_owned()).replace(STAR, "x").replace(LOW, "o");
            assert_eq!(seen, shown, "{text}");
        }
    }
}
