//! What stretches of code are.

use std::ops::Range;

/// What a stretch of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "highlight"), expect(dead_code, reason = "the grammars make them"))]
pub(in crate::typeset) enum CodePart {
    Plain,
    Keyword,
    String,
    Comment,
    Number,
    Function,
    Type,
}

/// Bytes of a line and what they are.
pub(in crate::typeset) type Stretch = (Range<usize>, CodePart);
/// The stretches of every line, without gaps.
pub(in crate::typeset) type CodeLines = Vec<Vec<Stretch>>;
