//! What Markdown makes of each character of a card's lines: text, or a sign of some kind.

use super::rule::{Rule, is_visible};
use crate::markdown::{self, Tags};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// A visible character, the line it stands on (from 0), and what takes it off the screen.
pub(super) struct Letter {
    pub(super) sign: char,
    pub(super) line: usize,
    pub(super) rule: Option<Rule>,
}

/// What is known of a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KnownByte {
    Nothing,
    Text,
    Sign(Rule),
}

/// The visible characters of a source.
pub(super) fn letters(source: &str) -> Vec<Letter> {
    // What stands deep in a list is no code when it stands alone.
    let indent = source.len() - source.trim_start_matches([' ', '\t']).len();
    let outdented = |line: &str| -> String {
        let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
        line[blank.min(indent)..].to_owned()
    };
    let source = match indent {
        0 => Cow::Borrowed(source),
        _ => Cow::Owned(source.split('\n').map(outdented).collect::<Vec<_>>().join("\n")),
    };
    let source: &str = &source;
    let known = known(source);
    let (mut letters, mut line, mut start) = (Vec::with_capacity(source.len()), 0, 0);
    for (at, sign) in source.char_indices() {
        if sign == '\n' {
            (line, start) = (line + 1, at + 1);
        }
        if !is_visible(sign) {
            continue;
        }
        let rule = match known[at] {
            KnownByte::Text => None,
            KnownByte::Sign(rule) => Some(rule),
            KnownByte::Nothing => left_over(source, start, at, sign),
        };
        letters.push(Letter { sign, line, rule });
    }
    letters
}

fn known(source: &str) -> Vec<KnownByte> {
    let mut known = vec![KnownByte::Nothing; source.len()];
    fn fill_in(known: &mut [KnownByte], range: Range<usize>, what: KnownByte, is_over: bool) {
        for one in known.get_mut(range).into_iter().flatten() {
            if is_over || *one == KnownByte::Nothing {
                *one = what;
            }
        }
    }
    let mut tags = Tags::new(source);
    let options = markdown::options() | Options::ENABLE_DEFINITION_LIST;
    let events: Vec<(Event<'_>, Range<usize>)> =
        Parser::new_ext(source, options).into_offset_iter().collect();
    for (event, range) in events {
        match event {
            Event::Text(text) if *text != source[range.clone()] && source[range.clone()].contains('&') => {
                fill_in(&mut known, range, KnownByte::Sign(Rule::Entities), true);
            }
            Event::Text(_) | Event::FootnoteReference(_) => fill_in(&mut known, range, KnownByte::Text, true),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                let inner = source[range.clone()].trim_matches(['`', '$']);
                let lead =
                    source[range.clone()].len() - source[range.clone()].trim_start_matches(['`', '$']).len();
                let from = range.start + lead;
                fill_in(&mut known, range, KnownByte::Sign(Rule::Marks), true);
                fill_in(&mut known, from..from + inner.len(), KnownByte::Text, true);
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                fill_in(&mut known, range.clone(), KnownByte::Text, true);
                let mut at = range.start;
                while let Some(open) = source[at..range.end].find('<').map(|open| at + open) {
                    at = open + 1;
                    if let Some(end) = tags.end(open) {
                        let is_comment = source[open..].starts_with("<!--");
                        fill_in(
                            &mut known,
                            open..end,
                            KnownByte::Sign(if is_comment { Rule::Comments } else { Rule::Html }),
                            true,
                        );
                        at = end.max(at).min(range.end);
                    }
                }
                for (place, _) in source[range.clone()].match_indices('&') {
                    let entity = &source[range.start + place..range.end];
                    let end = entity.bytes().take(10).position(|byte| byte == b';').unwrap_or(0);
                    let start = range.start + place;
                    if end > 0 && matches!(known[start], KnownByte::Text) {
                        known[start..=start + end].fill(KnownByte::Sign(Rule::Entities));
                    }
                }
            }
            Event::TaskListMarker(_) => fill_in(&mut known, range, KnownByte::Sign(Rule::Marks), true),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                fill_in(&mut known, range, KnownByte::Sign(Rule::Addresses), false);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                let text = &source[range.clone()];
                let end = text.find('\n').map_or(range.end, |end| range.start + end);
                fill_in(&mut known, range.start..end, KnownByte::Sign(Rule::Languages), true);
            }
            _ => {}
        }
    }
    known
}

/// What a character is that is no part of any text: a sign, or text that was dropped.
fn left_over(source: &str, start: usize, at: usize, sign: char) -> Option<Rule> {
    if sign.is_ascii_punctuation() {
        return Some(Rule::Marks);
    }
    let line = source[start..].lines().next().unwrap_or_default();
    let lead = source[start..at].trim_start_matches([' ', '\t', '>', '-', '*', '+']);
    if sign.is_ascii_digit() && lead.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Rule::Numbers);
    }
    let text = line.trim_start_matches([' ', '>']);
    if text.starts_with("[!") || text.starts_with("[^") {
        return Some(Rule::Marks);
    }
    (text.starts_with('[') && text.contains("]:")).then_some(Rule::Addresses)
}
