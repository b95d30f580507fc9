//! Rules by which visible characters of a file are on no card.

use crate::markdown;
use crate::messages::ReadingMessage;
use serde::Serialize;

/// Why a character does not stand on the screen though it is not lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Signs of Markdown, and around holes.
    Marks,
    /// Numbers of questions and of lists.
    Numbers,
    /// `Q:`, "Answer", and headings that only name a longer question.
    Labels,
    /// Where links lead.
    Addresses,
    /// Tags of HTML.
    Html,
    /// Comments of HTML.
    Comments,
    /// The languages of code.
    Languages,
    /// `&lt;` and its kind, of which another sign is shown.
    Entities,
    /// `#tags` and the names of blocks.
    Tags,
    /// Emoji and other signs before a question.
    Badges,
    /// Rules, wrappers, links to the top.
    Furniture,
    /// Headings above no card.
    Headings,
    /// What parts fields, and columns that are told not to be shown.
    Columns,
    /// `TODO` and its kind where an answer is still to be written.
    Placeholders,
}

impl Rule {
    /// What it takes away, in a few words.
    pub fn about(self) -> ReadingMessage {
        match self {
            Rule::Marks => ReadingMessage::Marks,
            Rule::Numbers => ReadingMessage::Numbers,
            Rule::Labels => ReadingMessage::Labels,
            Rule::Addresses => ReadingMessage::Addresses,
            Rule::Html => ReadingMessage::Html,
            Rule::Comments => ReadingMessage::Comments,
            Rule::Languages => ReadingMessage::Languages,
            Rule::Entities => ReadingMessage::Entities,
            Rule::Tags => ReadingMessage::Tags,
            Rule::Badges => ReadingMessage::Badges,
            Rule::Furniture => ReadingMessage::Wrappers,
            Rule::Headings => ReadingMessage::Headings,
            Rule::Columns => ReadingMessage::Columns,
            Rule::Placeholders => ReadingMessage::Placeholders,
        }
    }
}

/// The characters of a text that one sees.
pub(super) fn visible(text: &str) -> String {
    text.chars().filter(|letter| is_visible(*letter)).collect()
}

pub(super) fn is_visible(letter: char) -> bool {
    !letter.is_whitespace() && !markdown::is_hidden(letter)
}
