//! Names and numbers that stand together in a Chinese answer because the mark between them was not typed:
//! `32g` where a card has `32` and `g`.

use super::tokens::{AnswerToken, TokenKind};
use std::collections::{HashMap, HashSet};

/// A longer word is not taken apart.
const LONGEST: usize = 24;

/// So many letters make a name that is known wherever it stands.
const NAME: usize = 3;

/// The words of a card that are no Chinese ones, and which of them follow one another.
pub(super) struct KnownWords<'a> {
    words: HashMap<&'a str, &'a AnswerToken>,
    followed: HashSet<(&'a str, &'a str)>,
}

impl<'a> KnownWords<'a> {
    pub(super) fn new(points: impl Iterator<Item = &'a [AnswerToken]>) -> KnownWords<'a> {
        let mut known = KnownWords { words: HashMap::new(), followed: HashSet::new() };
        let is_latin = |token: &&AnswerToken| token.kind != TokenKind::Han;
        for point in points {
            known.words.extend(point.iter().filter(is_latin).map(|token| (token.word.as_str(), token)));
            known.followed.extend(point.windows(2).map(|two| (two[0].word.as_str(), two[1].word.as_str())));
        }
        known
    }

    /// The tokens of an answer, those taken apart that are known words typed together.
    pub(super) fn part(&self, answer: &[AnswerToken]) -> Vec<AnswerToken> {
        let is_chinese = answer.iter().any(|token| token.kind == TokenKind::Han);
        let mut parted = Vec::with_capacity(answer.len());
        for token in answer {
            let may_part = is_chinese
                && matches!(token.kind, TokenKind::Word | TokenKind::Number)
                && token.word.len() <= LONGEST
                && !self.words.contains_key(token.word.as_str());
            let derivative = self.derivative(&token.word);
            let pieces = derivative.or_else(|| if may_part { self.pieces(&token.word, None) } else { None });
            let Some(pieces) = pieces else {
                parted.push(token.clone());
                continue;
            };
            for (count, piece) in pieces.iter().enumerate() {
                let mut token = token.clone();
                (token.key, token.word, token.kind) = (piece.key.clone(), piece.word.clone(), piece.kind);
                if count > 0 {
                    token.at.start = token.at.end;
                    token.links.clear();
                }
                parted.push(token);
            }
        }
        parted
    }

    /// The parts of `dx` where the card has `\partial x`.
    fn derivative(&self, word: &str) -> Option<Vec<&'a AnswerToken>> {
        let rest = word.strip_prefix('d').filter(|rest| self.followed.contains(&("partial", rest)))?;
        Some(vec![self.words.get("partial")?, self.words.get(rest)?])
    }

    /// The known words that this one consists of, the longest first.
    fn pieces(&self, word: &str, before: Option<&str>) -> Option<Vec<&'a AnswerToken>> {
        let mut ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).collect();
        ends.push(word.len());
        ends.into_iter().rev().find_map(|end| {
            let (first, rest) = word.split_at(end);
            let piece =
                self.words.get(first).filter(|_| before.is_none_or(|before| self.part_at(before, first)))?;
            if rest.is_empty() {
                return before.map(|_| vec![*piece]);
            }
            let mut pieces = self.pieces(rest, Some(first))?;
            pieces.insert(0, piece);
            Some(pieces)
        })
    }

    /// Whether two words may have been two, now that nothing stands between them.
    fn part_at(&self, left: &str, right: &str) -> bool {
        let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        let digits = (is_digit(left.chars().next_back()), is_digit(right.chars().next()));
        let is_name = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count() >= NAME;
        match digits {
            (true, true) => false,
            (false, false) => self.followed.contains(&(left, right)) || is_name(left) || is_name(right),
            _ => true,
        }
    }
}
