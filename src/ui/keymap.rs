//! Keys: one table that dispatch, key bar and help all read.

use super::words::Words;
use std::fmt;

/// A key as the table names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, as typed.
    Char(char),
    /// A character with Control.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Home.
    Home,
    /// End.
    End,
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Key::Char(' ') => "Space",
            Key::Char(letter) => return write!(out, "{letter}"),
            Key::Ctrl(letter) => return write!(out, "Ctrl-{}", letter.to_ascii_uppercase()),
            Key::Enter => "Enter",
            Key::Esc => "Esc",
            Key::Backspace => "Backspace",
            Key::Up => "↑",
            Key::Down => "↓",
            Key::Left => "←",
            Key::Right => "→",
            Key::PageUp => "PgUp",
            Key::PageDown => "PgDn",
            Key::Home => "Home",
            Key::End => "End",
        };
        out.write_str(name)
    }
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// One up.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Study the deck under the cursor, open the link under the cursor.
    Choose,
    /// Study all decks.
    StudyAll,
    /// Show the answer.
    Reveal,
    /// Show one more point of the answer.
    RevealPoint,
    /// Grade again.
    Again,
    /// Grade hard.
    Hard,
    /// Grade good.
    Good,
    /// Grade easy.
    Easy,
    /// Take the last deed back.
    Undo,
    /// Take the card out of all sessions.
    Suspend,
    /// Take the card out until tomorrow.
    Bury,
    /// Switch the language.
    Language,
    /// Open a link of the answer.
    Link,
    /// Open the source in the editor.
    Edit,
    /// Study cards before they are due.
    Ahead,
    /// More new cards than the day's limit.
    MoreNew,
    /// Go through all cards without recording.
    Practise,
    /// Import what the preview shows.
    Accept,
    /// Leave a card out, or take it in again.
    MarkOut,
    /// Read the file in the next style.
    NextStyle,
    /// Read the file in the style before.
    PreviousStyle,
    /// Look at the next file.
    NextFile,
    /// Look at the file before.
    PreviousFile,
    /// Show the keys.
    Help,
    /// Go back, or quit from the first screen.
    Back,
    /// Leave the program from anywhere.
    Quit,
    /// Stop the process as Ctrl-Z does.
    Stop,
    /// Draw everything again.
    Redraw,
}

/// Where a key means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The list of decks.
    Home,
    /// A question without its answer.
    Question,
    /// A question with some points of its answer.
    Points,
    /// A question with its whole answer.
    Answer,
    /// The end of a session.
    Finish,
    /// A list of keys or links.
    List,
    /// The cards found in files that are about to be imported.
    Preview,
    /// Everywhere.
    Anywhere,
}

impl Context {
    /// All contexts a screen can be in.
    pub const SCREENS: [Context; 7] = [
        Context::Home,
        Context::Question,
        Context::Points,
        Context::Answer,
        Context::Finish,
        Context::List,
        Context::Preview,
    ];
}

/// One row: in these contexts these keys do this.
pub struct Binding {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// What the bar and the help call it.
    pub label: fn(&Words) -> &'static str,
    /// Place in the key bar, lowest first; `None` for the help only.
    pub bar: Option<u8>,
}

use Context::{Answer, Anywhere, Finish, Home, List, Points, Preview, Question};
use Key::{Backspace, Char, Ctrl, Down, End, Enter, Esc, Left, PageDown, PageUp, Right, Up};

/// All keys.
pub static BINDINGS: &[Binding] = &[
    row(&[Home], &[Enter, Char(' ')], Action::Choose, |w| w.act_study, Some(1)),
    row(&[Home], &[Char('a')], Action::StudyAll, |w| w.act_study_all, Some(2)),
    row(&[Question, Points], &[Char(' '), Enter], Action::Reveal, |w| w.act_reveal, Some(1)),
    row(&[Answer], &[Char(' '), Enter], Action::Reveal, |w| w.act_page, None),
    row(&[Points, Answer], &[Char('1')], Action::Again, |w| w.grades[0], None),
    row(&[Points, Answer], &[Char('2')], Action::Hard, |w| w.grades[1], None),
    row(&[Points, Answer], &[Char('3')], Action::Good, |w| w.grades[2], None),
    row(&[Points, Answer], &[Char('4')], Action::Easy, |w| w.grades[3], None),
    row(&[Question, Points], &[Right, Char('l')], Action::RevealPoint, |w| w.act_point, Some(2)),
    row(&[Finish], &[Char('a')], Action::Ahead, |w| w.act_ahead, Some(1)),
    row(&[Finish], &[Char('n')], Action::MoreNew, |w| w.act_more_new, Some(2)),
    row(&[Finish], &[Char('p')], Action::Practise, |w| w.act_practise, Some(3)),
    row(&[Question, Points, Answer, Finish], &[Char('u'), Ctrl('r')], Action::Undo, |w| w.act_undo, Some(4)),
    row(&[List], &[Enter], Action::Choose, |w| w.act_link, None),
    row(&[Preview], &[Enter], Action::Accept, |w| w.act_accept, Some(1)),
    row(&[Preview], &[Char('x'), Char(' ')], Action::MarkOut, |w| w.act_mark_out, Some(2)),
    row(&[Preview], &[Char('s'), Right], Action::NextStyle, |w| w.act_style, Some(4)),
    row(&[Preview], &[Left], Action::PreviousStyle, |w| w.act_style, None),
    row(&[Preview], &[Char('n'), Char(']')], Action::NextFile, |w| w.act_next_file, Some(6)),
    row(&[Preview], &[Char('p'), Char('[')], Action::PreviousFile, |w| w.act_previous_file, Some(7)),
    row(&[Home, List, Preview], &[Down, Char('j')], Action::Down, |w| w.act_move, None),
    row(&[Home, List, Preview], &[Up, Char('k')], Action::Up, |w| w.act_move, None),
    row(&[Question, Points, Answer, Finish], &[Down, Char('j')], Action::Down, |w| w.act_scroll, None),
    row(&[Question, Points, Answer, Finish], &[Up, Char('k')], Action::Up, |w| w.act_scroll, None),
    row(&[Anywhere], &[PageDown, Ctrl('d')], Action::PageDown, |w| w.act_page, None),
    row(&[Anywhere], &[PageUp, Ctrl('u')], Action::PageUp, |w| w.act_page, None),
    row(&[Anywhere], &[Key::Home, Char('g')], Action::First, |w| w.act_ends, None),
    row(&[Anywhere], &[End, Char('G')], Action::Last, |w| w.act_ends, None),
    row(&[Question, Points, Answer], &[Char('s')], Action::Suspend, |w| w.act_suspend, Some(7)),
    row(&[Question, Points, Answer], &[Char('b')], Action::Bury, |w| w.act_bury, Some(8)),
    row(
        &[Home, Question, Points, Answer, Finish],
        &[Char('L')],
        Action::Language,
        |w| w.act_language,
        Some(6),
    ),
    row(&[Points, Answer], &[Char('o')], Action::Link, |w| w.act_link, Some(9)),
    row(&[Question, Points, Answer], &[Char('e')], Action::Edit, |w| w.act_edit, Some(10)),
    row(&[Anywhere], &[Char('?')], Action::Help, |w| w.act_help, Some(3)),
    row(&[Home], &[Char('q'), Esc], Action::Back, |w| w.act_quit, Some(5)),
    row(
        &[Question, Points, Answer, Finish, List],
        &[Char('q'), Esc, Backspace, Left],
        Action::Back,
        |w| w.act_back,
        Some(5),
    ),
    row(&[Preview], &[Esc, Char('q')], Action::Back, |w| w.act_cancel, Some(5)),
    row(&[Anywhere], &[Ctrl('l')], Action::Redraw, |w| w.act_redraw, None),
    row(&[Anywhere], &[Ctrl('z')], Action::Stop, |w| w.act_stop, None),
    row(&[Anywhere], &[Ctrl('c')], Action::Quit, |w| w.act_quit, None),
];

const fn row(
    contexts: &'static [Context],
    keys: &'static [Key],
    action: Action,
    label: fn(&Words) -> &'static str,
    bar: Option<u8>,
) -> Binding {
    Binding { contexts, keys, action, label, bar }
}

impl Binding {
    fn holds_in(&self, context: Context) -> bool {
        self.contexts.contains(&context) || self.contexts.contains(&Anywhere)
    }
}

/// The rows that hold in a context, in the order of the table.
pub fn of(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.holds_in(context))
}

/// What a key does in a context.
pub fn action(context: Context, key: Key) -> Option<Action> {
    of(context).find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for context in Context::SCREENS {
            let mut seen = std::collections::HashSet::new();
            for binding in of(context) {
                for key in binding.keys {
                    assert!(seen.insert(key), "{key} has two meanings in {context:?}");
                }
            }
        }
    }

    #[test]
    fn every_screen_has_a_way_back_and_help() {
        for context in Context::SCREENS {
            assert_eq!(action(context, Esc), Some(Action::Back), "{context:?}");
            assert_eq!(action(context, Char('q')), Some(Action::Back), "{context:?}");
            assert_eq!(action(context, Char('?')), Some(Action::Help), "{context:?}");
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
