//! Turns of a chat: what one asks and another answers.

use std::collections::HashMap;

/// What a line of a chat begins with.
pub(super) struct Stamped<'a> {
    pub(super) name: &'a str,
    /// What is said; empty where it stands on the lines below.
    pub(super) said: &'a str,
}

/// A line of a chat, and what it begins with.
pub(super) type ChatLine<'a> = (&'a str, Option<Stamped<'a>>);

/// What stands before a question, and before the first line of its answer.
pub(super) const QUESTION: &str = "Q: ";
const ANSWER: &str = "A: ";

/// Something that somebody said.
pub(super) struct ChatMessage<'a> {
    name: &'a str,
    /// The place of its first line that says something.
    first: usize,
    asks: bool,
}

/// The messages of a chat; names without a text are none.
pub(super) fn messages<'a>(lines: &[ChatLine<'a>]) -> Vec<ChatMessage<'a>> {
    let mut found: Vec<ChatMessage<'a>> = Vec::new();
    // Who speaks on the lines below, before the first of them.
    let mut open: Option<&'a str> = None;
    for (first, (line, stamped)) in lines.iter().enumerate() {
        match stamped {
            Some(stamped) if stamped.said.is_empty() => open = Some(stamped.name),
            Some(stamped) => {
                open = None;
                found.push(ChatMessage { name: stamped.name, first, asks: asks(stamped.said) });
            }
            None if line.trim().is_empty() => {}
            None => match open.take() {
                Some(name) => found.push(ChatMessage { name, first, asks: asks(line) }),
                None => {
                    if let Some(last) = found.last_mut() {
                        last.asks = asks(line);
                    }
                }
            },
        }
    }
    found
}

fn asks(text: &str) -> bool {
    text.trim_end().ends_with(['?', '？'])
}

/// The label of each line that asks, and of each that begins an answer; `None` unless most of what is asked is answered
/// by another.
pub(super) fn labels(messages: &[ChatMessage<'_>]) -> Option<HashMap<usize, &'static str>> {
    let mut found = HashMap::new();
    let (mut asked, mut answered) = (0usize, 0usize);
    for (index, message) in messages.iter().enumerate().filter(|(_, message)| message.asks) {
        found.insert(message.first, QUESTION);
        let mut below = messages[index + 1..].iter();
        // What is asked in several messages is one question more.
        let Some(next) = below.find(|next| next.name != message.name || next.asks) else { continue };
        if next.name == message.name {
            continue;
        }
        asked += 1;
        if !next.asks {
            answered += 1;
            found.insert(next.first, ANSWER);
        }
    }
    (asked > 1 && answered * 3 >= asked * 2).then_some(found)
}
