//! A piece of a text that is held in memory once, however many pieces it has and are handed on.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, Range};
use std::sync::Arc;

/// What texts are pieces of: something that was read, or a part of the program.
pub type WholeText = Cow<'static, str>;

/// Text that is cheap to clone: a range of bytes of a shared whole. It keeps the whole alive.
#[derive(Clone, Default)]
pub struct Text {
    // A thin pointer: a hundred thousand cards are a matter of memory.
    whole: Arc<WholeText>,
    start: u32,
    end: u32,
}

impl Text {
    /// The piece of `whole` at this range of bytes; `None` where that is no text.
    pub fn part(whole: &Arc<WholeText>, range: Range<u32>) -> Option<Text> {
        whole.get(range.start as usize..range.end as usize)?;
        Some(Text { whole: whole.clone(), start: range.start, end: range.end })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.whole[self.start as usize..self.end as usize]
    }

    /// Whether it says nothing; does not look at the whole.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        // Files of notes are shorter, and so is all that is read from them.
        let end = u32::try_from(text.len()).expect("a text has less than 4 GiB");
        Text { whole: Arc::new(WholeText::Owned(text)), start: 0, end }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        text.to_owned().into()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), out)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), out)
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        // Most differ in length, which needs no look at the wholes.
        self.end - self.start == other.end - other.start && self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Text) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

/// As a `str` hashes, so that maps find it by one.
impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        Ok(String::deserialize(deserializer)?.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_piece_is_what_its_text_is() {
        let whole = Arc::new(WholeText::Borrowed("池化 pooling"));
        let piece = Text::part(&whole, 7..14).unwrap();
        assert_eq!((piece.as_str(), &piece), ("pooling", &Text::from("pooling")));
        assert!(HashSet::from([piece.clone()]).contains("pooling"));
        assert_eq!(piece.cmp(&Text::from("pool")), Ordering::Greater);
        assert!(Text::default().is_empty());
        assert_eq!(serde_json::to_string(&piece).unwrap(), "\"pooling\"");
        assert_eq!(serde_json::from_str::<Text>("\"pooling\"").unwrap(), piece);
    }

    #[test]
    fn what_is_no_text_is_no_piece() {
        let whole = Arc::new(WholeText::Owned("池化".to_owned()));
        for range in [1..3, 0..7, 0..2, 9..10] {
            assert_eq!(Text::part(&whole, range.clone()), None, "{range:?}");
        }
    }
}
