//! The key table with the user's own keys in place of some of ours.

use super::{Action, BINDINGS, Binding, Context, Key, is_text};
use crate::messages::TerminalMessage;
use std::collections::BTreeMap;

/// The keys in force.
#[derive(Debug, Clone)]
pub struct Keymap {
    rows: Vec<Bound>,
}

/// A row of the table with its keys in force.
#[derive(Debug, Clone)]
pub struct Bound {
    keys: Vec<Key>,
    /// The row.
    pub binding: &'static Binding,
}

impl Bound {
    /// Its keys in a context: in a field, characters are text.
    pub fn keys_in(&self, context: Context) -> impl Iterator<Item = Key> {
        self.keys.iter().copied().filter(move |key| !is_text(context, *key))
    }
}

impl Default for Keymap {
    fn default() -> Keymap {
        let rows = BINDINGS.iter().map(|binding| Bound { keys: binding.keys.to_vec(), binding });
        Keymap { rows: rows.collect() }
    }
}

impl Keymap {
    /// The table with these keys for these actions, and what is wrong with them. A key that would then
    /// mean two things in one place is left out.
    pub fn new(own: &BTreeMap<String, Vec<String>>) -> (Keymap, Vec<TerminalMessage>) {
        let mut keymap = Keymap::default();
        let mut troubles = Vec::new();
        for (name, keys) in own {
            match keymap.bind(name, keys) {
                Ok(changed) => keymap = changed,
                Err(what) => {
                    let (name, what) = (name.clone(), what.into());
                    troubles.push(TerminalMessage::OwnKey { name, what });
                }
            }
        }
        (keymap, troubles)
    }

    fn bind(&self, name: &str, keys: &[String]) -> Result<Keymap, TerminalMessage> {
        let no_key = |key: &String| TerminalMessage::NoKey { key: format!("{key:?}") };
        let parsed: Result<Vec<Key>, TerminalMessage> =
            keys.iter().map(|key| key.parse().map_err(|()| no_key(key))).collect();
        let parsed = parsed?;
        if parsed.is_empty() {
            return Err(TerminalMessage::Keyless);
        }
        let mut changed = self.clone();
        let mut rows = changed.rows.iter_mut().filter(|row| row.binding.action.name() == name).peekable();
        if rows.peek().is_none() {
            let mut names: Vec<String> = BINDINGS.iter().map(|binding| binding.action.name()).collect();
            names.sort();
            names.dedup();
            return Err(TerminalMessage::NoAction { actions: names.join(", ") });
        }
        rows.for_each(|row| row.keys.clone_from(&parsed));
        match changed.conflict() {
            None => Ok(changed),
            Some((key, one, other)) => {
                let (key, one, other) = (key.to_string(), one.name(), other.name());
                Err(TerminalMessage::TwoMeanings { key, one, other })
            }
        }
    }

    /// A key that means two things in one place.
    fn conflict(&self) -> Option<(Key, Action, Action)> {
        Context::SCREENS.iter().find_map(|context| {
            let mut seen: Vec<(Key, Action)> = Vec::new();
            for bound in self.of(*context) {
                for key in bound.keys_in(*context) {
                    if let Some((_, one)) = seen.iter().find(|(known, _)| *known == key) {
                        return Some((key, *one, bound.binding.action));
                    }
                    seen.push((key, bound.binding.action));
                }
            }
            None
        })
    }

    /// The rows that hold in a context, in the order of the table.
    pub fn of(&self, context: Context) -> impl Iterator<Item = &Bound> {
        let holds =
            move |bound: &&Bound| bound.binding.holds_in(context) && bound.keys_in(context).next().is_some();
        self.rows.iter().filter(holds)
    }

    /// The key that leaves the program on its first screen: not one that goes back a step too easily.
    pub fn leaving(&self, context: Context) -> Option<Key> {
        let leaves = |bound: &&Bound| matches!(bound.binding.action, Action::Back | Action::Quit);
        let mut keys = self.of(context).filter(leaves).flat_map(|bound| bound.keys_in(context));
        keys.find(|key| !matches!(key, Key::Esc | Key::Left | Key::Backspace))
    }

    /// What a key does in a context.
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        let mut rows = self.of(context);
        rows.find(|bound| bound.keys_in(context).any(|known| known == key)).map(|bound| bound.binding.action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(rows: &[(&str, &str)]) -> (Keymap, Vec<String>) {
        let keys = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let rows = rows.iter().map(|(name, text)| ((*name).to_owned(), keys(text)));
        let (keymap, troubles) = Keymap::new(&rows.collect());
        (keymap, troubles.into_iter().map(String::from).collect())
    }

    #[test]
    fn own_keys_take_the_place_of_ours() {
        let (keymap, troubles) = own(&[("good", "g 中")]);
        assert_eq!(troubles, ["keys.good: g would mean both good and first; the usual keys stay"]);
        assert_eq!(keymap.action(Context::Answer, Key::Char('3')), Some(Action::Good));
        let (keymap, troubles) = own(&[("good", "中 Ctrl-G Tab g"), ("first", "Home"), ("study-all", "z")]);
        assert_eq!(troubles, Vec::<String>::new());
        for key in [Key::Char('中'), Key::Ctrl('g'), Key::Tab] {
            assert_eq!(keymap.action(Context::Answer, key), Some(Action::Good), "{key}");
        }
        assert_eq!(keymap.action(Context::Answer, Key::Char('3')), None);
        assert_eq!(keymap.action(Context::Home, Key::Char('z')), Some(Action::StudyAll));
    }

    #[test]
    fn what_is_wrong_is_told_and_does_not_count() {
        for (name, keys, told) in [
            ("good", "NoKey", "is no key"),
            ("goood", "g", "no such action; actions: "),
            ("good", "", "without a key"),
            ("good", "4", "both good and easy"),
        ] {
            let (keymap, troubles) = own(&[(name, keys)]);
            assert!(troubles.len() == 1 && troubles[0].contains(told), "{troubles:?}");
            assert_eq!(keymap.action(Context::Answer, Key::Char('3')), Some(Action::Good));
        }
    }

    #[test]
    fn a_key_is_read_by_the_name_it_is_shown_by() {
        for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
            assert_eq!(key.to_string().parse(), Ok(*key), "{key}");
        }
    }
}
