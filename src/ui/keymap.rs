//! Keys: one table that dispatch, key bar and help all read.

mod own;

pub use own::{Bound, Keymap};

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
    /// Tab.
    Tab,
    /// Delete.
    Delete,
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
            Key::Tab => "Tab",
            Key::Delete => "Delete",
        };
        out.write_str(name)
    }
}

impl std::str::FromStr for Key {
    type Err = ();

    /// Reads a key by the name it is shown by; arrows also as `Up`, `Down`, `Left`, `Right`.
    fn from_str(name: &str) -> Result<Key, ()> {
        const NAMED: [Key; 12] = [
            Key::Char(' '),
            Key::Enter,
            Key::Esc,
            Key::Backspace,
            Key::Up,
            Key::Down,
            Key::Left,
            Key::Right,
            Key::PageUp,
            Key::PageDown,
            Key::Home,
            Key::End,
        ];
        let mut letters = name.chars();
        if let (Some(letter), None) = (letters.next(), letters.next())
            && !matches!(letter, '↑' | '↓' | '←' | '→')
        {
            return Ok(Key::Char(letter));
        }
        let lower = name.to_lowercase();
        if let Some(letter) = lower.strip_prefix("ctrl-").and_then(|rest| rest.chars().next()) {
            return Ok(Key::Ctrl(letter));
        }
        let arrow = match lower.as_str() {
            "up" => Some(Key::Up),
            "down" => Some(Key::Down),
            "left" => Some(Key::Left),
            "right" => Some(Key::Right),
            "tab" => Some(Key::Tab),
            "delete" => Some(Key::Delete),
            _ => None,
        };
        arrow.or(NAMED.into_iter().find(|key| key.to_string().to_lowercase() == lower)).ok_or(())
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
    /// Tick a point of the answer off.
    Tick,
    /// To the point before.
    PointBefore,
    /// Grade as suggested.
    AcceptGrade,
    /// Pick the first statement.
    PickFirst,
    /// Pick the second statement.
    PickSecond,
    /// Pick the third statement.
    PickThird,
    /// Pick the fourth statement.
    PickFourth,
    /// Ask in the next mode.
    Mode,
    /// Not known.
    SureNo,
    /// Rather not known.
    SureMaybe,
    /// Rather known.
    SureLikely,
    /// Known.
    SureYes,
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
    /// Browse the cards.
    Browse,
    /// Type into the search field.
    Search,
    /// The next filter.
    Filter,
    /// The next order.
    Order,
    /// Mark the card under the cursor.
    Mark,
    /// Mark all cards of the list, or none.
    MarkAll,
    /// Show everything known of a card.
    Details,
    /// Flag a card or take the flag away.
    Flag,
    /// Let a card count as never seen.
    Reset,
    /// Set the day on which a card comes back.
    SetDue,
    /// Change the card here.
    Write,
    /// Write a new card.
    Add,
    /// Save what was written.
    Save,
    /// To the other field.
    Field,
    /// The statistics.
    Stats,
    /// Charts or the tables behind them.
    Table,
    /// The plan towards an interview.
    Plan,
    /// Take the plan back.
    Clear,
    /// The cards most likely to fail, to read.
    Sheet,
    /// The settings.
    Settings,
    /// The value after the present one.
    Next,
    /// The value before the present one.
    Previous,
    /// A mock interview.
    Interview,
    /// Tick all points of the answer off.
    TickAll,
    /// Give up answers that wait for their grades.
    Drop,
    /// Write what is shown into a file.
    Export,
    /// Note that a real interview asked this card.
    Asked,
    /// A list of everything that can be done here.
    Palette,
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
    /// Show a picture as large as it can be.
    Picture,
    /// Let the mouse click here, or leave it to the terminal.
    Mouse,
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

impl Action {
    /// Its name in the settings: `StudyAll` is `study-all`.
    pub fn name(self) -> String {
        let mut name = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.extend(letter.to_lowercase());
        }
        name
    }
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
    /// An answer with points that are ticked off.
    Checked,
    /// The learner is asked how sure they are.
    Sure,
    /// A question with a field for the answer, which takes nearly every key.
    Writing,
    /// A question with statements to pick from.
    Options,
    /// A question with the statement that was picked.
    Chosen,
    /// The end of a session.
    Finish,
    /// A list of keys or links.
    List,
    /// The list of cards.
    Browse,
    /// A field that takes what is typed.
    Field,
    /// The settings.
    Settings,
    /// The statistics.
    Stats,
    /// Two fields that take nearly every key.
    Editor,
    /// The cards found in files that are about to be imported.
    Preview,
    /// Everything known of a card.
    Details,
    /// What a mock interview is to be.
    MockSetup,
    /// A question of a mock interview.
    MockQuestion,
    /// An answer of a mock interview, to be graded.
    MockGrading,
    /// What a mock interview came to.
    MockReport,
    /// How a card went in a real interview.
    Asked,
    /// The plan towards an interview.
    Plan,
    /// A sheet to read before an interview.
    Sheet,
    /// Everywhere.
    Anywhere,
}

impl Context {
    /// All contexts a screen can be in.
    pub const SCREENS: [Context; 25] = [
        Context::Home,
        Context::Question,
        Context::Points,
        Context::Answer,
        Context::Checked,
        Context::Sure,
        Context::Writing,
        Context::Options,
        Context::Chosen,
        Context::Finish,
        Context::List,
        Context::Browse,
        Context::Field,
        Context::Settings,
        Context::Stats,
        Context::Editor,
        Context::Preview,
        Context::Details,
        Context::MockSetup,
        Context::MockQuestion,
        Context::MockGrading,
        Context::MockReport,
        Context::Asked,
        Context::Plan,
        Context::Sheet,
    ];
}

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
    pub label: fn(&Words) -> &'static str,
    /// Place in the key bar, lowest first; `None` for the help only.
    pub bar: Option<u8>,
}

use Context::{
    Answer, Anywhere, Browse, Checked, Chosen, Field, Finish, Home, List, Options, Points, Preview, Question,
    Sure, Writing,
};
use Context::{MockGrading, MockQuestion, MockReport, MockSetup};
use Key::{Backspace, Char, Ctrl, Down, End, Enter, Esc, Left, PageDown, PageUp, Right, Tab, Up};

/// All keys.
pub static BINDINGS: &[Binding] = &[
    row(&[Home], &[Enter, Char(' ')], Action::Choose, |w| w.act_study, Some(1)),
    row(&[Home], &[Char('a')], Action::StudyAll, |w| w.act_study_all, Some(2)),
    row(&[Home], &[Char('b'), Char('/')], Action::Browse, |w| w.act_browse, Some(4)),
    row(&[Home], &[Char('p')], Action::Plan, |w| w.act_plan, Some(3)),
    row(&[Browse], &[Char('/')], Action::Search, |w| w.act_search, Some(1)),
    row(&[List, Context::Details], &[Char('/')], Action::Search, |w| w.act_search, None),
    row(&[Browse], &[Tab], Action::Filter, |w| w.act_filter, Some(2)),
    row(&[Browse], &[Char('o')], Action::Order, |w| w.act_order, Some(6)),
    row(&[Browse], &[Enter], Action::Choose, |w| w.act_study_these, Some(4)),
    row(&[Browse], &[Char('i'), Right], Action::Details, |w| w.act_details, Some(7)),
    row(&[Browse], &[Char(' ')], Action::Mark, |w| w.act_mark, Some(8)),
    row(&[Browse], &[Char('a')], Action::MarkAll, |w| w.act_mark_all, None),
    row(&[Browse], &[Char('s')], Action::Suspend, |w| w.act_suspend_or_resume, Some(9)),
    row(&[Browse], &[Char('f')], Action::Flag, |w| w.act_flag, Some(10)),
    row(&[Browse], &[Char('r')], Action::Reset, |w| w.act_reset, None),
    row(&[Browse], &[Char('d')], Action::SetDue, |w| w.act_set_due, None),
    row(&[Browse, Points, Answer, Checked, Chosen], &[Char('w')], Action::Write, |w| w.act_write, None),
    row(&[Browse], &[Char('n')], Action::Add, |w| w.act_add, None),
    row(&[Context::Editor], &[Ctrl('s')], Action::Save, |w| w.act_save, Some(1)),
    row(&[Context::Editor], &[Tab], Action::Field, |w| w.act_field, Some(2)),
    row(&[Context::Editor], &[Esc], Action::Back, |w| w.act_back, Some(3)),
    row(&[Field], &[Enter], Action::Choose, |w| w.act_search_done, Some(1)),
    row(&[Question], &[Char(' '), Enter], Action::Reveal, |w| w.act_reveal, Some(1)),
    row(&[Points, Checked], &[Char(' '), Char('x')], Action::Tick, |w| w.act_tick, Some(1)),
    row(&[Answer], &[Char('x')], Action::Tick, |w| w.act_tick, None),
    row(&[Points], &[Enter], Action::Reveal, |w| w.act_reveal, Some(3)),
    row(&[Writing], &[Ctrl('s')], Action::Reveal, |w| w.act_compare, Some(1)),
    row(&[Options], &[Char('1'), Char('a')], Action::PickFirst, |w| w.act_pick, Some(1)),
    row(&[Options], &[Char('2'), Char('b')], Action::PickSecond, |w| w.act_pick, None),
    row(&[Options], &[Char('3'), Char('c')], Action::PickThird, |w| w.act_pick, None),
    row(&[Options], &[Char('4'), Char('d')], Action::PickFourth, |w| w.act_pick, None),
    row(&[Checked, Chosen], &[Enter], Action::AcceptGrade, |w| w.act_accept_grade, Some(3)),
    row(&[Answer], &[Char(' '), Enter], Action::Reveal, |w| w.act_page, None),
    row(&[Chosen], &[Char(' ')], Action::Reveal, |w| w.act_page, None),
    row(&[Points, Answer, Checked, Chosen], &[Char('1')], Action::Again, |w| w.grades[0], None),
    row(&[Points, Answer, Checked, Chosen], &[Char('2')], Action::Hard, |w| w.grades[1], None),
    row(&[Points, Answer, Checked, Chosen], &[Char('3')], Action::Good, |w| w.grades[2], None),
    row(&[Points, Answer, Checked, Chosen], &[Char('4')], Action::Easy, |w| w.grades[3], None),
    row(&[Question], &[Right, Char('l')], Action::RevealPoint, |w| w.act_point, Some(2)),
    row(&[Points, Checked], &[Right, Char('l')], Action::RevealPoint, |w| w.act_next_point, Some(2)),
    row(&[Points, Checked], &[Left, Char('h')], Action::PointBefore, |w| w.act_point_before, None),
    row(&[Question, Options, Finish], &[Char('M')], Action::Mode, |w| w.act_mode, Some(8)),
    row(&[Writing], &[Tab], Action::Mode, |w| w.act_mode, Some(2)),
    row(&[Sure], &[Char('1')], Action::SureNo, |w| w.confidence[0], Some(1)),
    row(&[Sure], &[Char('2')], Action::SureMaybe, |w| w.confidence[1], Some(1)),
    row(&[Sure], &[Char('3')], Action::SureLikely, |w| w.confidence[2], Some(1)),
    row(&[Sure], &[Char('4')], Action::SureYes, |w| w.confidence[3], Some(1)),
    row(&[Finish], &[Char('a')], Action::Ahead, |w| w.act_ahead, Some(1)),
    row(&[Finish], &[Char('n')], Action::MoreNew, |w| w.act_more_new, Some(2)),
    row(&[Finish], &[Char('p')], Action::Practise, |w| w.act_practise, Some(3)),
    row(
        &[Question, Writing, Options, Points, Answer, Checked, Chosen, Sure, Finish, Browse, Context::Plan],
        &[Char('u'), Ctrl('r')],
        Action::Undo,
        |w| w.act_undo,
        Some(4),
    ),
    row(&[List], &[Enter], Action::Choose, |w| w.act_link, None),
    row(
        &[Home, List, Browse, Field, Context::Settings, Preview, Context::Plan],
        &[Down, Char('j')],
        Action::Down,
        |w| w.act_move,
        None,
    ),
    row(
        &[Home, List, Browse, Field, Context::Settings, Preview, Context::Plan],
        &[Up, Char('k')],
        Action::Up,
        |w| w.act_move,
        None,
    ),
    row(&[Preview], &[Enter], Action::Accept, |w| w.act_accept, Some(1)),
    row(&[Preview], &[Char('x'), Char(' ')], Action::MarkOut, |w| w.act_mark_out, Some(2)),
    row(&[Preview], &[Char('s'), Right], Action::NextStyle, |w| w.act_style, Some(4)),
    row(&[Preview], &[Left], Action::PreviousStyle, |w| w.act_style, None),
    row(&[Preview], &[Char('n'), Char(']')], Action::NextFile, |w| w.act_next_file, Some(6)),
    row(&[Preview], &[Char('p'), Char('[')], Action::PreviousFile, |w| w.act_previous_file, Some(7)),
    row(
        &[Question, Options, Points, Answer, Checked, Chosen, Sure, Finish, Context::Stats, Context::Sheet],
        &[Down, Char('j')],
        Action::Down,
        |w| w.act_scroll,
        None,
    ),
    row(
        &[Question, Options, Points, Answer, Checked, Chosen, Sure, Finish, Context::Stats, Context::Sheet],
        &[Up, Char('k')],
        Action::Up,
        |w| w.act_scroll,
        None,
    ),
    row(&[Home], &[Char('i')], Action::Interview, |w| w.interview.act_interview, Some(4)),
    row(
        &[Browse, Context::Details, Question, Points, Answer, Checked],
        &[Char('A')],
        Action::Asked,
        |w| w.interview.act_asked,
        Some(12),
    ),
    row(&[Context::Asked, MockGrading], &[Char('1')], Action::Again, |w| w.grades[0], None),
    row(&[Context::Asked, MockGrading], &[Char('2')], Action::Hard, |w| w.grades[1], None),
    row(&[Context::Asked, MockGrading], &[Char('3')], Action::Good, |w| w.grades[2], None),
    row(&[Context::Asked, MockGrading], &[Char('4')], Action::Easy, |w| w.grades[3], None),
    row(&[MockSetup], &[Enter], Action::Choose, |w| w.interview.act_start, Some(1)),
    row(&[MockSetup], &[Char(' '), Char('x')], Action::Mark, |w| w.interview.act_choose, Some(2)),
    row(&[MockSetup], &[Right, Char('l')], Action::Next, |w| w.interview.act_more, Some(4)),
    row(&[MockSetup], &[Left, Char('h')], Action::Previous, |w| w.interview.act_fewer, Some(6)),
    row(&[MockSetup], &[Char('d')], Action::Drop, |w| w.interview.act_drop, None),
    row(&[MockQuestion], &[Char('1')], Action::SureNo, |w| w.interview.confidence[0], None),
    row(&[MockQuestion], &[Char('2')], Action::SureMaybe, |w| w.interview.confidence[1], None),
    row(&[MockQuestion], &[Char('3')], Action::SureLikely, |w| w.interview.confidence[2], None),
    row(&[MockQuestion], &[Char('4')], Action::SureYes, |w| w.interview.confidence[3], None),
    row(&[MockGrading], &[Char(' '), Char('x')], Action::Tick, |w| w.interview.act_tick, Some(1)),
    row(&[MockGrading], &[Enter], Action::AcceptGrade, |w| w.interview.act_accept, Some(2)),
    row(&[MockGrading], &[Char('a')], Action::TickAll, |w| w.interview.act_tick_all, Some(6)),
    row(&[MockReport], &[Char('e')], Action::Export, |w| w.interview.act_export, Some(1)),
    row(&[MockReport], &[Enter, Char('s')], Action::Choose, |w| w.interview.act_study, Some(2)),
    row(
        &[MockQuestion, MockGrading, MockReport, Context::Asked],
        &[Char('u'), Ctrl('r')],
        Action::Undo,
        |w| w.act_undo,
        Some(4),
    ),
    row(&[MockQuestion, MockGrading], &[Char('L')], Action::Language, |w| w.act_language, Some(7)),
    row(
        &[MockSetup, MockQuestion, MockGrading, MockReport, Context::Details],
        &[Down, Char('j')],
        Action::Down,
        |w| w.act_move,
        None,
    ),
    row(
        &[MockSetup, MockQuestion, MockGrading, MockReport, Context::Details],
        &[Up, Char('k')],
        Action::Up,
        |w| w.act_move,
        None,
    ),
    row(
        &[MockSetup, MockQuestion, MockGrading, MockReport, Context::Details],
        &[Char(':'), Ctrl('p')],
        Action::Palette,
        |w| w.act_palette,
        Some(11),
    ),
    row(&[MockSetup, Context::Asked], &[Char('q'), Esc, Backspace], Action::Back, |w| w.act_back, Some(5)),
    row(&[MockQuestion], &[Esc, Char('q'), Backspace], Action::Back, |w| w.interview.act_end, Some(5)),
    row(&[MockGrading], &[Esc, Char('q'), Backspace, Left], Action::Back, |w| w.interview.act_later, Some(5)),
    row(
        &[MockReport, Context::Details],
        &[Char('q'), Esc, Backspace, Left],
        Action::Back,
        |w| w.act_back,
        Some(5),
    ),
    row(&[Anywhere], &[PageDown, Ctrl('d')], Action::PageDown, |w| w.act_page, None),
    row(&[Anywhere], &[PageUp, Ctrl('u')], Action::PageUp, |w| w.act_page, None),
    row(&[Anywhere], &[Key::Home, Char('g')], Action::First, |w| w.act_ends, None),
    row(&[Anywhere], &[End, Char('G')], Action::Last, |w| w.act_ends, None),
    row(
        &[Question, Writing, Options, Points, Answer, Checked, Chosen],
        &[Char('s')],
        Action::Suspend,
        |w| w.act_suspend,
        Some(7),
    ),
    row(
        &[Question, Writing, Points, Answer, Checked, Chosen],
        &[Char('b')],
        Action::Bury,
        |w| w.act_bury,
        Some(8),
    ),
    row(
        &[Home, Question, Writing, Options, Points, Answer, Checked, Chosen, Finish],
        &[Char('L')],
        Action::Language,
        |w| w.act_language,
        Some(6),
    ),
    row(&[Points, Answer, Checked, Chosen], &[Char('o')], Action::Link, |w| w.act_link, Some(9)),
    row(
        &[Question, Options, Points, Answer, Checked, Chosen, Browse],
        &[Char('e')],
        Action::Edit,
        |w| w.act_edit,
        Some(10),
    ),
    row(
        &[Points, Answer, Checked, Chosen, List, Context::Details],
        &[Char('i')],
        Action::Picture,
        |w| w.act_picture,
        None,
    ),
    row(
        &[
            Home,
            Question,
            Options,
            Points,
            Answer,
            Chosen,
            Finish,
            List,
            Context::Details,
            Browse,
            Context::Settings,
            Preview,
        ],
        &[Char('m')],
        Action::Mouse,
        |w| w.act_mouse,
        None,
    ),
    row(&[Home], &[Char('s')], Action::Stats, |w| w.act_stats, Some(8)),
    row(&[Context::Stats], &[Right, Tab, Char('l')], Action::Next, |w| w.act_next_section, Some(1)),
    row(&[Context::Stats], &[Left, Char('h')], Action::Previous, |w| w.act_previous_section, Some(6)),
    row(&[Context::Stats], &[Char('t')], Action::Table, |w| w.act_table, Some(2)),
    row(&[Home], &[Char(',')], Action::Settings, |w| w.act_settings, Some(7)),
    row(
        &[Context::Settings, Context::Plan],
        &[Right, Enter, Char(' '), Char('l')],
        Action::Next,
        |w| w.act_next,
        Some(1),
    ),
    row(
        &[Context::Settings, Context::Plan],
        &[Left, Char('h')],
        Action::Previous,
        |w| w.act_previous,
        Some(2),
    ),
    row(&[Context::Plan], &[Char('x')], Action::Drop, |w| w.act_drop, Some(6)),
    row(&[Context::Plan], &[Char('c')], Action::Clear, |w| w.act_clear, Some(7)),
    row(&[Context::Plan], &[Char('s')], Action::Sheet, |w| w.act_sheet, Some(4)),
    row(&[Context::Sheet], &[Right, Char('+')], Action::Next, |w| w.act_more_minutes, Some(1)),
    row(&[Context::Sheet], &[Left, Char('-')], Action::Previous, |w| w.act_fewer_minutes, Some(2)),
    row(&[Context::Sheet], &[Char('q'), Esc, Backspace], Action::Back, |w| w.act_back, Some(5)),
    row(&[Context::Sheet], &[Char(' '), Enter], Action::PageDown, |w| w.act_page, None),
    row(&[Context::Plan], &[Char('b')], Action::Browse, |w| w.act_browse, Some(8)),
    row(
        &[Context::Settings, Context::Stats, Context::Plan],
        &[Char('q'), Esc, Backspace],
        Action::Back,
        |w| w.act_back,
        Some(5),
    ),
    row(
        &[Home, Question, Writing, Options, Points, Answer, Checked, Chosen, Sure, Finish, Browse],
        &[Char(':'), Ctrl('p')],
        Action::Palette,
        |w| w.act_palette,
        Some(11),
    ),
    row(&[Anywhere], &[Char('?')], Action::Help, |w| w.act_help, Some(3)),
    row(&[Home], &[Char('q'), Esc], Action::Back, |w| w.act_quit, Some(5)),
    row(
        &[Question, Options, Answer, Chosen, Finish, List, Browse, Field],
        &[Char('q'), Esc, Backspace, Left],
        Action::Back,
        |w| w.act_back,
        Some(5),
    ),
    row(
        &[Points, Checked, Sure, Writing],
        &[Char('q'), Esc, Backspace],
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

/// Whether a key is text in a context: in a field, characters are typed.
fn is_text(context: Context, key: Key) -> bool {
    match context {
        Field => matches!(key, Char(_) | Backspace),
        Context::Editor => !matches!(key, Ctrl('s' | 'c' | 'z' | 'l') | Tab | Esc),
        Writing => !matches!(key, Ctrl('s' | 'c' | 'z' | 'l' | 'r' | 'p') | Tab | Esc),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
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
            assert_eq!(action(context, Esc), Some(Action::Back), "{context:?}");
            let typed =
                |action| Some(action).filter(|_| !matches!(context, Field | Context::Editor | Writing));
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
