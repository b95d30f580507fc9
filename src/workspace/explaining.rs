//! Why something was not done, in the reader's language.

use crate::card::Lang;
use crate::messages::{Message, Say};
use crate::schedule::tune::Refusal;
use crate::store::Problem;
use crate::store::library::Unreadable;
use std::io;

/// An error in the reader's language, each cause after what it caused.
pub fn explained(error: &anyhow::Error, lang: Lang) -> String {
    let said = error.chain().map(|cause| {
        if let Some(message) = cause.downcast_ref::<Message>() {
            message.say(lang)
        } else if let Some(problem) = cause.downcast_ref::<Problem>() {
            problem.say(lang)
        } else if let Some(problem) = cause.downcast_ref::<Unreadable>() {
            Message::from(problem).say(lang)
        } else if let Some(refusal) = cause.downcast_ref::<Refusal>() {
            Message::from(refusal).say(lang)
        } else if let Some(cause) = cause.downcast_ref::<io::Error>() {
            Message::of_system(cause).say(lang)
        } else {
            cause.to_string()
        }
    });
    said.collect::<Vec<_>>().join(match lang {
        Lang::En => ": ",
        Lang::Zh => "：",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::WorkMessage;

    #[test]
    fn a_message_and_what_the_system_says_are_in_the_readers_language() {
        let error = anyhow::Error::new(Message::from(WorkMessage::NoPlanYet));
        assert!(explained(&error, Lang::En).starts_with("there is no plan yet"));
        assert!(explained(&error, Lang::Zh).starts_with("还没有计划"));
        let missing = anyhow::Error::new(io::Error::from(io::ErrorKind::NotFound));
        assert_eq!(explained(&missing, Lang::Zh), "找不到该文件或文件夹");
    }
}
