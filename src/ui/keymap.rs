//! Keys: one table that dispatch, key bar and help all read.

mod action;
mod context;
mod key;
mod own;
mod table;

pub use action::Action;
pub use context::Context;
pub use key::Key;
pub use own::{Bound, Keymap};
pub use table::BINDINGS;

use crate::messages::Messages;
use Context::{Anywhere, Field, Writing};
use Key::{Ctrl, Esc, Tab};

/// One row: in these contexts these keys do this.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What the bar and the help call it.
    pub label: fn(&Messages) -> &'static str,
    /// Place in the key bar, lowest first; `None` for the help only.
    pub bar: Option<u8>,
}

impl Binding {
    fn holds_in(&self, context: Context) -> bool {
        self.contexts.contains(&context) || self.contexts.contains(&Anywhere)
    }
}

/// Whether a key is text in a context: in a field, characters are typed.
fn is_text(context: Context, key: Key) -> bool {
    match context {
        Field => key.edits_a_line(),
        Context::Editor => !matches!(key, Ctrl('s' | 't' | 'o' | 'c' | 'z' | 'l' | 'p') | Tab | Esc),
        Context::Note => !matches!(key, Ctrl('s' | 'c' | 'z' | 'l' | 'p') | Esc),
        Writing => !matches!(key, Ctrl('s' | 'c' | 'z' | 'l' | 'r' | 'p') | Tab | Esc),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Context::{Answer, Editor};
    use super::Key::Char;
    use super::*;

    fn action(context: Context, key: Key) -> Option<Action> {
        Keymap::default().action(context, key)
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::SCREENS {
            let mut seen = std::collections::HashSet::new();
            for key in
                Keymap::default().of(context).flat_map(|bound| bound.keys_in(context).collect::<Vec<_>>())
            {
                assert!(seen.insert(key), "{key} has two meanings in {context:?}");
            }
        }
    }

    #[test]
    fn every_screen_has_a_way_back_and_help() {
        for context in Context::SCREENS {
            let back = Some(Action::Back).filter(|_| context != Context::Home);
            assert_eq!(action(context, Esc), back, "{context:?}");
            let typed = |action| {
                Some(action).filter(|_| !matches!(context, Field | Editor | Context::Note | Writing))
            };
            assert_eq!(action(context, Char('q')), typed(Action::Back), "{context:?}");
            assert_eq!(action(context, Char('?')), typed(Action::Help), "{context:?}");
            assert_eq!(action(context, Ctrl('c')), Some(Action::Quit), "{context:?}");
        }
    }

    #[test]
    fn grades_are_on_the_digits() {
        use crate::card::Grade;
        let grades = [Action::Again, Action::Hard, Action::Good, Action::Easy];
        for (grade, digit) in Grade::ALL.into_iter().zip('1'..='4') {
            assert_eq!(action(Answer, Char(digit)), Some(grades[grade as usize]));
        }
    }
}
