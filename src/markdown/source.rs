//! The source before it is parsed: hidden characters removed, bold repaired, formula marks made one.
//!
//! No step adds or removes a line, so the parser's lines are the author's lines.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::elements::{Tags, address};
use super::{MAX_DEPTH, bars, stars, wiki};

/// Stands where the parser should see neither a space nor punctuation; [`clean`] takes it out again.
const JOINT: char = '\u{200b}';

/// Text without control characters, bidirectional overrides and zero-width characters. Line feeds
/// stay, tabs become four spaces, and joiners stay inside emoji sequences.
pub fn clean(text: &str) -> String {
    strip(text, "    ")
}

/// The source as the parser should see it.
pub(super) fn prepare(source: &str) -> String {
    let source = without_tags_of_words(cap_nesting(strip(source, "\t")));
    repair(stars::protected(bars::protected(wiki::links(source))))
}

/// The same for running text: a joint at each line's start hides whatever would open a block.
pub(super) fn prepare_inline(source: &str) -> String {
    let source = strip(source, "\t");
    let lines: Vec<String> = source
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| format!("{JOINT}{line}"))
        .collect();
    repair(stars::protected(wiki::links(without_tags_of_words(lines.join("\n")))))
}

/// Puts a joint behind every `<` that begins neither a tag nor an address, so that the parser takes it for
/// text, which it is.
fn without_tags_of_words(text: String) -> String {
    if !text.contains('<') {
        return text;
    }
    let (mut tags, mut out, mut from) = (Tags::new(&text), String::with_capacity(text.len() + 16), 0);
    while let Some(at) = text[from..].find('<').map(|at| from + at) {
        let end = tags.end(at).or_else(|| address(&text[at..]).map(|length| at + length));
        out.push_str(&text[from..end.unwrap_or(at + 1)]);
        if end.is_none() {
            out.push(JOINT);
        }
        from = end.unwrap_or(at + 1);
    }
    out.push_str(&text[from..]);
    out
}

fn strip(text: &str, tab: &str) -> String {
    if tab_and_hidden_free(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut before = '\0';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\t' => out.push_str(tab),
            '\u{2028}' | '\u{2029}' => out.push(' '),
            '\u{200d}' => {
                if pictographic(before) && chars.peek().is_some_and(|next| pictographic(*next)) {
                    out.push(c);
                }
            }
            bars::BAR => out.push('|'),
            stars::STAR => out.push('*'),
            stars::LOW => out.push('_'),
            c if is_hidden(c) => continue,
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// Whether nothing is to be taken out: a look at the bytes spares most texts the look at their letters.
fn tab_and_hidden_free(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b'\n' | b' '..=b'~' => 1,
            // Han, kana and Hangul, and the full-width signs up to U+FF3F.
            0xe3..=0xed => 3,
            0xef if matches!(bytes.get(at + 1), Some(0xbc)) => 3,
            // Quotes and dashes; arrows, signs of mathematics and boxes.
            0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90..=0xa7] | [0x82..=0xbf, _])) => 3,
            // Latin with accents, Greek and Cyrillic; emoji.
            0xc3..=0xcc | 0xce..=0xd1 => 2,
            0xf0 if !matches!(bytes.get(at + 1), Some(0x9b | 0x9d)) => 4,
            _ => {
                return text.chars().all(|c| {
                    c != '\t' && !matches!(c, bars::BAR | stars::STAR | stars::LOW) && !is_hidden(c)
                });
            }
        };
    }
    true
}

/// Whether a character is none to see, but acts on a terminal or on the text around it.
pub fn is_hidden(c: char) -> bool {
    // Nearly all letters: those of ASCII, and what lies between the signs for lines and the mark of an order of bytes.
    match c {
        ' '..='~' | '\n' | '\u{2070}'..='\u{fefe}' => return false,
        _ => {}
    }
    (c.is_control() && c != '\n')
        || matches!(c,
            '\u{2028}' | '\u{2029}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn pictographic(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}'
        | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}')
}

/// The parser visits every open container on every line, so a line may open only so many.
fn cap_nesting(source: String) -> String {
    if source.split_inclusive('\n').all(|line| markers_end(line).is_none()) {
        return source;
    }
    let mut out = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        match markers_end(line) {
            Some(at) => out.extend([&line[..at], "\u{200b}", &line[at..]]),
            None => out.push_str(line),
        }
    }
    out
}

/// The place after the last container marker a line is allowed, if it has more of them.
fn markers_end(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = 0;
    for _ in 0..MAX_DEPTH {
        at += blanks(&bytes[at..]);
        at += marker(&bytes[at..])?;
    }
    Some(at)
}

fn blanks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// The length of the quote or list marker that `bytes` begin with.
fn marker(bytes: &[u8]) -> Option<usize> {
    let length = match bytes.first()? {
        b'>' => return Some(1),
        b'-' | b'+' | b'*' => 1,
        _ => {
            let digits = bytes.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
            let closed = matches!(bytes.get(digits), Some(b'.' | b')'));
            (digits > 0 && closed).then_some(digits + 1)?
        }
    };
    matches!(bytes.get(length), Some(b' ' | b'\t' | b'\n') | None).then_some(length)
}

/// Makes bold what CommonMark does not see as bold next to Chinese punctuation, and turns `\(…\)` and
/// `\[…\]` into `$…$` and `$$…$$`. Code, formulas and HTML are left alone.
fn repair(text: String) -> String {
    let bytes = text.as_bytes();
    let is_open = |at: usize| matches!(bytes.get(at + 1), Some(b'(' | b'['));
    let has_formulas = memchr::memchr_iter(b'\\', bytes).any(is_open);
    // Where all runs stay as they are it makes no odds which of them are code: most texts are not parsed for it.
    if !has_formulas && !runs(bytes).any(|run| joints(&text, &run) != (false, false)) {
        return text;
    }
    let text = &*text;
    let mut out = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for verbatim in verbatim(text) {
        if verbatim.start >= from {
            repair_stretch(text, from..verbatim.start, &mut out);
            out.push_str(&text[verbatim.clone()]);
            from = verbatim.end;
        }
    }
    repair_stretch(text, from..text.len(), &mut out);
    out
}

/// Ranges whose characters mean themselves, in order.
fn verbatim(text: &str) -> Vec<Range<usize>> {
    Parser::new_ext(text, super::options())
        .into_offset_iter()
        .filter(|(event, _)| {
            matches!(
                event,
                Event::Code(_)
                    | Event::InlineMath(_)
                    | Event::DisplayMath(_)
                    | Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Start(Tag::CodeBlock(_))
            )
        })
        .map(|(_, range)| range)
        .collect()
}

/// An open `\(` or `\[`.
struct OpenFormula {
    bracket: u8,
    in_text: usize,
    in_out: usize,
}

fn repair_stretch(text: &str, range: Range<usize>, out: &mut String) {
    let bytes = text.as_bytes();
    let mut open: Option<OpenFormula> = None;
    let mut at = range.start;
    while at < range.end {
        let next = bytes.get(at + 1).copied().filter(|_| at + 1 < range.end);
        match bytes[at] {
            b'\\' => {
                match (next, open.take()) {
                    (Some(bracket @ (b'(' | b'[')), _) => {
                        open = Some(OpenFormula { bracket, in_text: at, in_out: out.len() });
                    }
                    (Some(b')'), Some(mark)) if mark.bracket == b'(' => {
                        if close(text, &mark, at, "$", out) {
                            at += 2;
                            continue;
                        }
                    }
                    (Some(b']'), Some(mark)) if mark.bracket == b'[' => {
                        if close(text, &mark, at, "$$", out) {
                            at += 2;
                            continue;
                        }
                    }
                    (_, kept) => open = kept,
                }
                let length = 1 + usize::from(next.is_some_and(|byte| byte.is_ascii_punctuation()));
                out.push_str(&text[at..at + length]);
                at += length;
            }
            byte @ (b'*' | b'~') => {
                let length = bytes[at..range.end].iter().take_while(|other| **other == byte).count();
                push_run(text, at..at + length, out);
                at += length;
            }
            b'\n' => {
                out.push('\n');
                at += 1;
                let blank = at + blanks(&bytes[at..range.end]);
                if bytes.get(blank) == Some(&b'\n') {
                    open = None;
                }
            }
            _ => {
                let end = bytes[at + 1..range.end]
                    .iter()
                    .position(|byte| matches!(byte, b'\\' | b'*' | b'~' | b'\n'))
                    .map_or(range.end, |found| at + 1 + found);
                out.push_str(&text[at..end]);
                at = end;
            }
        }
    }
}

/// Rewrites what was copied since the mark as a formula, unless it cannot be one.
fn close(text: &str, mark: &OpenFormula, end: usize, fence: &str, out: &mut String) -> bool {
    let mut body = &text[mark.in_text + 2..end];
    if fence == "$" {
        body = body.trim_matches(' ');
    }
    if body.trim().is_empty() || body.contains('$') {
        return false;
    }
    out.truncate(mark.in_out);
    out.extend([fence, body, fence]);
    true
}

/// The runs of `*` and of `~`, also those in code and behind a backslash.
fn runs(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + memchr::memchr2(b'*', b'~', &bytes[from..])?;
        from = start + bytes[start..].iter().take_while(|byte| **byte == bytes[start]).count();
        Some(start..from)
    })
}

/// Copies a run of `*` or `~`, with a joint on the side where punctuation keeps it from opening or closing.
fn push_run(text: &str, run: Range<usize>, out: &mut String) {
    let (before, behind) = joints(text, &run);
    if before {
        out.push(JOINT);
    }
    out.push_str(&text[run]);
    if behind {
        out.push(JOINT);
    }
}

/// Whether a run needs a joint before it, and behind it.
fn joints(text: &str, run: &Range<usize>) -> (bool, bool) {
    let before = text[..run.start].chars().next_back().unwrap_or(' ');
    let after = text[run.end..].chars().next().unwrap_or(' ');
    // A lone star between Latin letters or digits is more often a product than emphasis.
    let near = |outer: char, inner: char| cjk(outer) || (run.len() > 1 && cjk(inner));
    let opens = punctuation(before) && !opening(before) && word(after) && near(after, before);
    let closes = punctuation(after) && !closing(after) && word(before) && near(before, after);
    (opens, closes)
}

fn word(c: char) -> bool {
    !c.is_whitespace() && !punctuation(c)
}

fn punctuation(c: char) -> bool {
    (c.is_ascii_punctuation() && !matches!(c, '*' | '~' | '_' | '\\'))
        || matches!(c, '\u{b7}' | '«' | '»' | '±' | '×' | '÷' | '\u{2190}'..='\u{22ff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
            | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}')
}

fn opening(c: char) -> bool {
    "([{<（［｛《〈「『【〔〖“‘".contains(c)
}

fn closing(c: char) -> bool {
    ")]}>）］｝》〉」』】〕〗”’，。、；：？！…,.;:?!".contains(c)
}

fn cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3fffd}'
        | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
