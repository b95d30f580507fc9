//! A row of a catalogue: a name, its values, and the text of both languages. A row that lacks a text does not
//! compile.

use crate::card::Lang;
use crate::day::{At, Day, TimeOfDay};

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

impl Value for Vec<String> {
    type Said<'a> = String;

    /// One after the other, as the language lists things.
    fn said(&self, lang: Lang) -> String {
        self.join(comma(lang))
    }
}

/// What stands between the members of a list.
fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ", ",
        Lang::Zh => "、",
    }
}

/// A text behind a label: a blank parts them, unless the label ends with a sign of full width, which has its own.
pub fn behind(label: &str, text: &str) -> String {
    let is_wide = label.ends_with(['：', '，', '。', '；', '、', '？', '！', '）', '”']);
    if is_wide { format!("{label}{text}") } else { format!("{label} {text}") }
}

#[cfg(test)]
mod tests {
    use super::behind;

    #[test]
    fn a_sign_of_full_width_is_followed_by_no_blank() {
        for (label, text, whole) in [
            ("Usage:", "backprop", "Usage: backprop"),
            ("用法：", "backprop", "用法：backprop"),
            ("接近。此处应为：", "偏置", "接近。此处应为：偏置"),
            ("面试日期（12-8、无）：", "", "面试日期（12-8、无）："),
            ("minutes a day:", "", "minutes a day: "),
        ] {
            assert_eq!(behind(label, text), whole);
        }
    }
}
