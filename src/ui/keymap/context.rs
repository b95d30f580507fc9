//! A context: where the user is, so that one key can mean different things.

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
    /// An answer with points that are ticked off by their digits.
    Ticking,
    /// The learner is asked how sure they are.
    Sure,
    /// A question with a field for the answer, which takes nearly every key.
    Writing,
    /// A question with statements to pick from.
    Options,
    /// A question with the statement that was picked.
    Chosen,
    /// A code card, whose answer is written in the learner's editor.
    Coding,
    /// The same, whose tests may only run once the learner trusts them.
    Untrusted,
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
    /// The field of the learner's own note, which takes nearly every key.
    Note,
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
    /// The questions of a report of real interviews.
    Reported,
    /// The plan towards an interview.
    Plan,
    /// A sheet to read before an interview.
    Sheet,
    /// The error notebook.
    Errors,
    /// A page of the manual.
    Manual,
    /// A task that runs, or is over.
    Task,
    /// Everywhere.
    Anywhere,
}

impl Context {
    /// All contexts a screen can be in.
    pub const SCREENS: [Context; 33] = [
        Context::Home,
        Context::Question,
        Context::Points,
        Context::Answer,
        Context::Checked,
        Context::Ticking,
        Context::Sure,
        Context::Writing,
        Context::Options,
        Context::Chosen,
        Context::Coding,
        Context::Untrusted,
        Context::Finish,
        Context::List,
        Context::Browse,
        Context::Field,
        Context::Settings,
        Context::Stats,
        Context::Editor,
        Context::Note,
        Context::Preview,
        Context::Details,
        Context::MockSetup,
        Context::MockQuestion,
        Context::MockGrading,
        Context::MockReport,
        Context::Asked,
        Context::Reported,
        Context::Plan,
        Context::Sheet,
        Context::Errors,
        Context::Manual,
        Context::Task,
    ];
}
