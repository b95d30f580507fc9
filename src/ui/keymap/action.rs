//! An action: what a key can mean.

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
    /// Tick points off by their digits, or stop that.
    TickByDigit,
    /// Show the layers below the core, or fold them.
    Layers,
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
    /// Pick none of the cards.
    PickNone,
    /// Write the answer to a code card in the editor.
    WriteCode,
    /// Run the tests of a code card.
    RunTests,
    /// Trust the tests of a code card.
    Trust,
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
    /// Do again what was taken back last.
    Redo,
    /// Take the card out of all sessions.
    Suspend,
    /// Take the card out until tomorrow.
    Bury,
    /// Switch the language.
    Language,
    /// Put the answer on the clipboard.
    Copy,
    /// Put the code of the answer on the clipboard.
    CopyCode,
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
    /// Read the cards that failed once more, without recording.
    ReadAgain,
    /// Browse the cards.
    Browse,
    /// The questions that have no answer yet.
    FillIn,
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
    /// Write a note of one's own on the card.
    Note,
    /// Write a new card.
    Add,
    /// Save what was written.
    Save,
    /// To the other field.
    Field,
    /// Take what another program has written instead.
    TakeTheirs,
    /// Put together what was written here and by another program.
    TakeBoth,
    /// The error notebook.
    Errors,
    /// The statistics.
    Stats,
    /// Charts or the tables behind them.
    Table,
    /// The plan towards an interview.
    Plan,
    /// Type the value in.
    TypeIn,
    /// Say how the interview went, and when the next one is.
    After,
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
    /// Make a card of a line, or text of a card.
    TurnLine,
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
    /// Open the manual at the page about where the user was.
    Manual,
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
    /// Whether it only moves the cursor or the window.
    pub fn moves(self) -> bool {
        use Action::{Down, First, Last, PageDown, PageUp, Up};
        matches!(self, Up | Down | PageUp | PageDown | First | Last)
    }

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
