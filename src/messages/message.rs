//! Messages as values: what happened, with the names and numbers in it, said in the reader's language only
//! where it is shown.
//!
//! A message is one row of a catalogue below: its name, its values, the English and the Chinese text. A row
//! that lacks a text does not compile.

use super::{
    BuildMessage, CommandMessage, DiskMessage, DrillFault, ExportMessage, FormatMessage, HealthMessage, Help,
    HelpPage, NotesMessage, ReadingMessage, SyncMessage, TaskMessage, TerminalMessage, Usage, WorkMessage,
};
use crate::card::Lang;
use crate::day::{At, Day, TimeOfDay};
use std::fmt::{self, Display};

/// Makes an enum of messages. A text is a literal that names the values in braces, or
/// `[count: "for one", "for many"]`, or `{ an expression }`.
macro_rules! messages {
    (@text $lang:ident $text:literal) => { format!($text) };
    (@text $lang:ident [$count:ident: $one:literal, $many:literal]) => {
        if $count == 1 { format!($one) } else { format!($many) }
    };
    (@text $lang:ident { $text:expr }) => { ($text).to_string() };
    (
        $(#[$about:meta])*
        pub enum $Catalogue:ident;
        $( $(#[$doc:meta])* $Row:ident $({ $($value:ident: $Type:ty),* $(,)? })? = $english:tt $chinese:tt; )*
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the text of a row says what it is")]
        pub enum $Catalogue {
            $( $(#[$doc])* $Row $({ $($value: $Type),* })?, )*
        }

        #[allow(unused_variables, reason = "a language may leave a value out")]
        #[allow(clippy::useless_format, reason = "most texts have values")]
        impl $crate::messages::Say for $Catalogue {
            fn say(&self, lang: $crate::card::Lang) -> String {
                match lang {
                    $crate::card::Lang::En => match self {
                        $( $Catalogue::$Row $({ $($value),* })? => {
                            $($( let $value = $crate::messages::Value::said($value, lang); )*)?
                            messages!(@text lang $english)
                        } )*
                    },
                    $crate::card::Lang::Zh => match self {
                        $( $Catalogue::$Row $({ $($value),* })? => {
                            $($( let $value = $crate::messages::Value::said($value, lang); )*)?
                            messages!(@text lang $chinese)
                        } )*
                    },
                }
            }
        }

        impl From<$Catalogue> for String {
            /// In English, for programs and logs.
            fn from(message: $Catalogue) -> String {
                $crate::messages::Say::say(&message, $crate::card::Lang::En)
            }
        }
    };
}

/// Makes one type of all catalogues.
macro_rules! catalogues {
    ($($Catalogue:ident),* $(,)?) => {
        /// Anything the program says, of whichever catalogue.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Message {
            $(
                #[doc = concat!("See [`", stringify!($Catalogue), "`].")]
                $Catalogue($Catalogue),
            )*
            /// What another program or library said, in its own words.
            Foreign(String),
        }

        impl Say for Message {
            fn say(&self, lang: Lang) -> String {
                match self {
                    $( Message::$Catalogue(message) => message.say(lang), )*
                    Message::Foreign(text) => text.clone(),
                }
            }
        }

        $(
            impl From<$Catalogue> for Message {
                fn from(message: $Catalogue) -> Message {
                    Message::$Catalogue(message)
                }
            }

            impl From<$Catalogue> for Box<Message> {
                fn from(message: $Catalogue) -> Box<Message> {
                    Box::new(message.into())
                }
            }
        )*
    };
}

catalogues!(
    BuildMessage,
    CommandMessage,
    DiskMessage,
    DrillFault,
    ExportMessage,
    FormatMessage,
    HealthMessage,
    Help,
    HelpPage,
    NotesMessage,
    ReadingMessage,
    SyncMessage,
    TaskMessage,
    TerminalMessage,
    Usage,
    WorkMessage
);

/// What can be said in the reader's language.
pub trait Say {
    /// The words.
    fn say(&self, lang: Lang) -> String;
}

impl<S: Say> Say for &S {
    fn say(&self, lang: Lang) -> String {
        (*self).say(lang)
    }
}

impl From<String> for Message {
    /// For what others say; our own messages have rows.
    fn from(text: String) -> Message {
        Message::Foreign(text)
    }
}

impl From<&str> for Message {
    /// For what others say; our own messages have rows.
    fn from(text: &str) -> Message {
        Message::Foreign(text.to_owned())
    }
}

impl Display for Message {
    /// In English, for programs and logs.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for Message {}

/// A value in a message.
pub trait Value {
    /// What stands in the text.
    type Said<'a>
    where
        Self: 'a;

    /// The value as the text shows it.
    fn said(&self, lang: Lang) -> Self::Said<'_>;
}

macro_rules! values {
    ($($Type:ty),*) => { $(
        impl Value for $Type {
            type Said<'a> = $Type;

            fn said(&self, _: Lang) -> $Type {
                *self
            }
        }
    )* };
}

values!(usize, u16, u32, u64, i64, u8, bool, At, Day, TimeOfDay, &'static str);

impl Value for String {
    type Said<'a> = &'a str;

    fn said(&self, _: Lang) -> &str {
        self
    }
}

impl Value for Box<Message> {
    type Said<'a> = String;

    fn said(&self, lang: Lang) -> String {
        self.say(lang)
    }
}

impl Value for Option<Box<Message>> {
    type Said<'a> = String;

    /// Nothing where there is none.
    fn said(&self, lang: Lang) -> String {
        self.as_ref().map(|message| message.say(lang)).unwrap_or_default()
    }
}

impl Value for Vec<String> {
    type Said<'a> = String;

    /// One after the other, as the language lists things.
    fn said(&self, lang: Lang) -> String {
        self.join(comma(lang))
    }
}

impl Value for Vec<Message> {
    type Said<'a> = String;

    /// One after the other, as the language lists things.
    fn said(&self, lang: Lang) -> String {
        self.iter().map(|message| message.say(lang)).collect::<Vec<_>>().join(comma(lang))
    }
}

/// Messages below each other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Lines(pub Vec<Message>);

impl Value for Lines {
    type Said<'a> = String;

    fn said(&self, lang: Lang) -> String {
        self.0.iter().map(|message| message.say(lang)).collect::<Vec<_>>().join("\n       ")
    }
}

/// What stands between the members of a list.
fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    }
}
