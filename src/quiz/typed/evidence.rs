//! The sentences of an answer that are shown beside a point.

use super::align::PointAlignment;
use super::tokens::AnswerToken;
use std::ops::Range;

/// From the beginning of the first sentence to the end of the last that a match stands in.
pub(super) fn sentences(text: &str, tokens: &[AnswerToken], aligned: &PointAlignment) -> Range<usize> {
    let (Some(first), Some(last)) = (aligned.pairs.first(), aligned.pairs.last()) else { return 0..0 };
    let (from, to) = (tokens[first.1].sentence, tokens[last.1].sentence);
    let before = tokens[..first.1].iter().rev().find(|token| token.sentence < from);
    let after = tokens[last.1..].iter().find(|token| token.sentence > to);
    let start = before.map_or(0, |before| {
        let rest = &text[before.at.end..];
        before.at.end
            + rest
                .find(['.', '。', '!', '！', '?', '？', ';', '；', '\n'])
                .map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8))
    });
    let end = after.map_or(text.len(), |after| {
        let piece = &text[tokens[last.1].at.end..after.at.start];
        let cut = piece.find(['。', '!', '！', '?', '？', ';', '；', '\n']).or_else(|| piece.find('.'));
        tokens[last.1].at.end
            + cut.map_or(piece.len(), |at| at + piece[at..].chars().next().map_or(0, char::len_utf8))
    });
    start.min(tokens[first.1].at.start)..end.max(tokens[last.1].at.end)
}
