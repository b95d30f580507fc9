//! Every word of the program, in English and Chinese. A text missing in one language does not compile.

pub mod interview;

use crate::card::Lang;
use interview::InterviewWords;

/// The program's words in one language.
#[derive(Debug)]
pub struct Words {
    /// The language itself, in itself.
    pub language: &'static str,
    /// Mock interviews.
    pub interview: &'static InterviewWords,

    // Home.
    /// One line below the name of the program.
    pub tagline: &'static str,
    /// What a beginner has to know, for the first start.
    pub first_steps: [&'static str; 3],
    /// Heading of what the day brings.
    pub today: &'static str,
    /// New cards.
    pub new: &'static str,
    /// Cards in learning steps.
    pub learning: &'static str,
    /// Reviews due.
    pub due: &'static str,
    /// Column of all cards of a deck.
    pub cards: &'static str,
    /// Column of deck names.
    pub deck: &'static str,
    /// An estimate of minutes.
    pub about_minutes: fn(u32) -> String,
    /// Days in a row.
    pub streak: fn(u32) -> String,
    /// Nothing is waiting.
    pub all_done: &'static str,

    // Study.
    /// Answers given and cards left.
    pub done_left: fn(u32, u32) -> String,
    /// The mark of practice.
    pub practice: &'static str,
    /// Names of the grades, worst first.
    pub grades: [&'static str; 4],
    /// Where in a long answer the view stands: first line, last line, of all.
    pub lines: fn(usize, usize, usize) -> String,
    /// Shown while more points wait.
    pub more_points: fn(usize, usize) -> String,
    /// The phases of a card: new, learning, review, relearning.
    pub phases: [&'static str; 4],

    // The finish.
    /// Nothing is left for now.
    pub finished: &'static str,
    /// Practice is through.
    pub practice_finished: &'static str,
    /// What the sitting came to: answers, new cards.
    pub did: fn(u32, u32) -> String,
    /// Recalled of reviewed.
    pub recalled: fn(u32, u32) -> String,
    /// Heading of the cards that failed.
    pub failed: &'static str,
    /// When the next card is due.
    pub next_due: fn(&str) -> String,
    /// Nothing will ever be due.
    pub nothing_due: &'static str,

    // Notices.
    /// A grade was taken back.
    pub undone: &'static str,
    /// Nothing to take back.
    pub nothing_to_undo: &'static str,
    /// The card left the sessions.
    pub suspended: &'static str,
    /// The card left until tomorrow.
    pub buried: &'static str,
    /// The answer holds no link.
    pub no_link: &'static str,
    /// A built-in card has no source file.
    pub no_source: &'static str,
    /// The card has one language only.
    pub one_language: &'static str,
    /// The window is too small to draw in.
    pub too_small: &'static str,

    /// Answers that are not on the disk yet.
    pub not_saved: fn(usize) -> String,
    /// The same, when the user wants to leave: doing so once more leaves all the same.
    pub leaves_unsaved: fn(usize) -> String,

    // Browse.
    /// Heading of the list of cards.
    pub browse: &'static str,
    /// The search field while it is empty.
    pub search_hint: &'static str,
    /// Cards found, cards there are.
    pub found: fn(usize, usize) -> String,
    /// Names of the filters, in the order of the table of filters.
    pub filters: [&'static str; 8],
    /// Names of the orders, in the order of their enum.
    pub orders: [&'static str; 5],
    /// Cards marked.
    pub marked: fn(usize) -> String,
    /// Something was done to some cards.
    pub done_to: fn(&str, usize) -> String,
    /// Nothing was found.
    pub nothing_found: &'static str,
    /// A card without an answer.
    pub unanswered: &'static str,
    /// Titles of quotes that draw attention: note, tip, important, warning, caution.
    pub alerts: [&'static str; 5],
    /// A heading above a picture that fills the screen.
    pub picture: fn(usize, usize) -> String,
    /// The answer holds no picture that is a file.
    pub no_picture: &'static str,
    /// Why a picture is not shown, in the order of the reasons.
    pub refused: [&'static str; 6],
    /// A picture is being read.
    pub loading: &'static str,
    /// Notes were changed by another program and read again.
    pub reread: fn(usize) -> String,
    /// The mouse selects text until the next key.
    pub mouse_free: &'static str,
    /// The mouse works here, or belongs to the terminal.
    pub mouse_is: [&'static str; 2],
    /// The field that narrows the list of filters.
    pub filter_by: &'static str,
    /// The field for days until a card comes back.
    pub due_in_days: &'static str,
    /// Memory of a card: stability in days, difficulty, recall now, times reviewed, times forgotten.
    pub memory: [&'static str; 5],
    /// When a card comes back.
    pub comes_back: &'static str,
    /// Heading of the forgetting curve.
    pub curve: &'static str,
    /// Heading of the history.
    pub history: &'static str,
    /// A card that was never reviewed.
    pub never_reviewed: &'static str,
    // The preview of an import.
    /// The file shown, which of how many it is.
    pub preview: fn(&str, usize, usize) -> String,
    /// Cards to be taken, cards marked out, remarks.
    pub preview_cards: fn(usize, usize, usize) -> String,
    /// What a style of notes takes for a question and an answer, by its name; none where the reader's own
    /// words will do.
    pub style: fn(&str) -> Option<&'static str>,
    /// A file without questions.
    pub no_questions: &'static str,

    // Labels of actions, in the key table's order.
    /// Move up and down.
    pub act_move: &'static str,
    /// Scroll a line.
    pub act_scroll: &'static str,
    /// Scroll a page.
    pub act_page: &'static str,
    /// First and last line.
    pub act_ends: &'static str,
    /// Study the deck under the cursor.
    pub act_study: &'static str,
    /// Study all decks.
    pub act_study_all: &'static str,
    /// Show the answer.
    pub act_reveal: &'static str,
    /// Show one more point.
    pub act_point: &'static str,
    /// Take back.
    pub act_undo: &'static str,
    /// Suspend.
    pub act_suspend: &'static str,
    /// Bury.
    pub act_bury: &'static str,
    /// Switch the language.
    pub act_language: &'static str,
    /// Open a link.
    pub act_link: &'static str,
    /// Edit the source.
    pub act_edit: &'static str,
    /// Study ahead.
    pub act_ahead: &'static str,
    /// More new cards.
    pub act_more_new: &'static str,
    /// Practise.
    pub act_practise: &'static str,
    /// Browse the cards.
    pub act_browse: &'static str,
    /// Search.
    pub act_search: &'static str,
    /// Accept what was typed.
    pub act_search_done: &'static str,
    /// Next filter.
    pub act_filter: &'static str,
    /// Next order.
    pub act_order: &'static str,
    /// Mark a card.
    pub act_mark: &'static str,
    /// Mark all cards.
    pub act_mark_all: &'static str,
    /// Study just these.
    pub act_study_these: &'static str,
    /// Show everything known of a card.
    pub act_details: &'static str,
    /// Suspend or resume.
    pub act_suspend_or_resume: &'static str,
    /// Flag or unflag.
    pub act_flag: &'static str,
    /// Forget all progress.
    pub act_reset: &'static str,
    /// Set the day it comes back.
    pub act_set_due: &'static str,
    /// It was asked in a real interview, with the grade of the answer.
    pub asked: &'static str,
    /// Change the card here.
    pub act_write: &'static str,
    /// Write a new card.
    pub act_add: &'static str,
    /// Save what was written.
    pub act_save: &'static str,
    /// To the other field.
    pub act_field: &'static str,
    /// The field of the question.
    pub question: &'static str,
    /// The field of the answer.
    pub answer: &'static str,
    /// A card needs a question.
    pub question_missing: &'static str,
    /// What was written would be lost.
    pub discard: &'static str,
    /// Statistics.
    pub act_stats: &'static str,
    /// The next section.
    pub act_next_section: &'static str,
    /// The section before.
    pub act_previous_section: &'static str,
    /// Charts or the tables behind them.
    pub act_table: &'static str,
    /// Settings.
    pub act_settings: &'static str,
    /// The next value.
    pub act_next: &'static str,
    /// The value before.
    pub act_previous: &'static str,
    /// Everything that can be done here.
    pub act_palette: &'static str,
    /// Names of the settings and what they do, in the order of the table of settings.
    pub settings: [(&'static str, &'static str); 18],
    /// Names of the modes, in the order of their table, mixed last.
    pub modes: [&'static str; 5],
    /// Cards are asked in this mode from now on.
    pub asked_by: fn(&str) -> String,
    /// Ask in the next mode.
    pub act_mode: &'static str,
    /// Tick a point off.
    pub act_tick: &'static str,
    /// To the next point.
    pub act_next_point: &'static str,
    /// To the point before.
    pub act_point_before: &'static str,
    /// Compare what was written with the points.
    pub act_compare: &'static str,
    /// Pick a statement.
    pub act_pick: &'static str,
    /// What is asked above four statements.
    pub which: &'static str,
    /// Heading of what the learner wrote.
    pub your_answer: &'static str,
    /// Terms that were found for a point.
    pub found_terms: fn(&str) -> String,
    /// Terms of a point that were not found.
    pub missing_terms: fn(&str) -> String,
    /// The answer says the opposite of a point.
    pub opposed: &'static str,
    /// What the learner's grader says.
    pub grader: &'static str,
    /// The grader gave no usable reply, and why.
    pub grader_failed: fn(&str) -> String,
    /// What was written would be lost.
    pub discard_answer: &'static str,
    /// Grade as suggested.
    pub act_accept_grade: &'static str,
    /// Points ticked, points there are.
    pub ticked: fn(usize, usize) -> String,
    /// What the mark beside a point means: it was missed the last time.
    pub missed_before: &'static str,
    /// What the marked grade is.
    pub suggested: &'static str,
    /// The mode proves no more than this grade.
    pub at_most: fn(&str) -> String,
    /// How sure are you?
    pub how_sure: &'static str,
    /// The levels of confidence, the least sure first.
    pub confidence: [&'static str; 4],
    /// Import what is shown.
    pub act_accept: &'static str,
    /// Leave a card out.
    pub act_mark_out: &'static str,
    /// Switch the style.
    pub act_style: &'static str,
    /// The next file.
    pub act_next_file: &'static str,
    /// The file before.
    pub act_previous_file: &'static str,
    /// Leave without importing.
    pub act_cancel: &'static str,
    /// Show a picture as large as it can be.
    pub act_picture: &'static str,
    /// Let the mouse click here, or leave it to the terminal.
    pub act_mouse: &'static str,
    /// Help.
    pub act_help: &'static str,
    /// Go back.
    pub act_back: &'static str,
    /// Quit.
    pub act_quit: &'static str,
    /// Put the program into the background.
    pub act_stop: &'static str,
    /// Draw again.
    pub act_redraw: &'static str,
    /// Heading of the help.
    pub help: &'static str,
    /// Heading of the list of links.
    pub links: &'static str,

    // Times.
    /// Units of an interval: seconds, minutes, hours, days, months, years.
    pub units: [&'static str; 6],
    /// Something in the future.
    pub after: fn(&str) -> String,

    /// Days of the week from Monday, short.
    pub weekdays: [&'static str; 7],

    // The plan.
    /// Open the plan.
    pub act_plan: &'static str,
    /// Heading of the plan.
    pub plan: &'static str,
    /// The day of the interview.
    pub plan_date: &'static str,
    /// Minutes of study a day.
    pub plan_minutes: &'static str,
    /// No day is set.
    pub plan_no_date: &'static str,
    /// How to set one.
    pub plan_no_date_hint: &'static str,
    /// Days until the interview.
    pub plan_days_left: fn(u32) -> String,
    /// What is expected if the plan is followed.
    pub plan_followed: &'static str,
    /// What is expected if one stops now.
    pub plan_stopped: &'static str,
    /// A share with its range, cards recalled, of cards.
    pub plan_expected: fn(&str, f32, usize) -> String,
    /// Minutes done today, minutes still to come.
    pub plan_today: fn(f32, f32) -> String,
    /// Cards never seen.
    pub plan_unseen: fn(usize) -> String,
    /// The time suffices.
    pub plan_fits: &'static str,
    /// Cards that the time does not suffice for.
    pub plan_does_not_fit: fn(f32) -> String,
    /// Offer to leave out so many topics.
    pub plan_drop: fn(usize) -> String,
    /// Columns: weight, cards, recall if one stops, recall if one follows, cards not reached.
    pub plan_columns: [&'static str; 5],
    /// The interview was so many days ago.
    pub plan_past: fn(u32) -> String,
    /// What was predicted on the eve.
    pub plan_predicted: &'static str,
    /// What was asked in real interviews.
    pub plan_asked: &'static str,
    /// How many of it went well, of how many, how many were expected to.
    pub plan_asked_of: fn(usize, usize, f32) -> String,
    /// What was studied after the day.
    pub plan_since: &'static str,
    /// How many of it were recalled, of how many, how many were expected to be.
    pub plan_since_of: fn(usize, usize, f32) -> String,
    /// How to note what was asked.
    pub plan_note_asked: &'static str,
    /// Minutes of the plan done today, of how many.
    pub plan_finished: fn(f32, u32) -> String,
    /// Days left and what is expected, for the home screen.
    pub plan_home: fn(&str, &str) -> String,
    /// The plan was taken back.
    pub plan_cleared: &'static str,
    /// Take what does not fit out of the plan.
    pub act_drop: &'static str,
    /// Take the plan back.
    pub act_clear: &'static str,
    /// Title of the sheet to read before an interview: minutes, cards.
    pub sheet: fn(u32, usize) -> String,
    /// Open that sheet.
    pub act_sheet: &'static str,
    /// A longer sheet.
    pub act_more_minutes: &'static str,
    /// A shorter sheet.
    pub act_fewer_minutes: &'static str,
}

/// The words in `lang`.
pub fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}

static ENGLISH: Words = Words {
    language: "English",
    interview: &interview::ENGLISH,
    tagline: "flashcards for deep-learning interviews",
    first_steps: [
        "Enter studies: read, answer aloud, show the answer, grade yourself. Saved at once; u takes it back.",
        "b finds any card, to change it, suspend it or set when it comes back. L is 中文, : lists everything that can be done, ? the keys.",
        "Your own notes: backprop import NOTES.md keeps them, backprop study NOTES.md just reads them.",
    ],
    today: "Today",
    new: "new",
    learning: "learning",
    due: "due",
    cards: "cards",
    deck: "deck",
    about_minutes: |minutes| format!("about {minutes} min"),
    streak: |days| format!("{days}-day streak"),
    all_done: "All done for today.",
    done_left: |done, left| format!("{done} done · {left} left"),
    practice: "practice, not recorded",
    grades: ["Again", "Hard", "Good", "Easy"],
    lines: |first, last, all| format!("{first}–{last} of {all}"),
    more_points: |shown, all| format!("{shown} of {all} points"),
    phases: ["new", "learning", "review", "relearning"],
    finished: "Done for now",
    practice_finished: "Practice done",
    did: |answers, new| match (answers, new) {
        (1, 0) => "1 answer".to_owned(),
        (1, _) => format!("1 answer, {new} new"),
        (_, 0) => format!("{answers} answers"),
        (..) => format!("{answers} answers, {new} new"),
    },
    recalled: |recalled, of| format!("{recalled} of {of} reviews recalled"),
    failed: "To look at again",
    next_due: |when| format!("Next card {when}."),
    nothing_due: "Nothing else is scheduled.",
    undone: "Taken back. Grade again.",
    nothing_to_undo: "Nothing to take back in this session.",
    suspended: "Suspended. Undo with u.",
    buried: "Buried until tomorrow. Undo with u.",
    no_link: "This answer holds no web link.",
    no_source: "A built-in card has no file to edit.",
    one_language: "This card has one language only.",
    too_small: "too small",
    not_saved: |answers| format!("{answers} not saved yet:"),
    leaves_unsaved: |answers| format!("{answers} not saved yet; leave once more to leave without them:"),
    browse: "Cards",
    search_hint: "words in question or answer, deck:name topic:word is:due",
    found: |found, all| format!("{found} of {all}"),
    filters: ["all", "new", "learning", "due", "hard", "suspended", "flagged", "unanswered"],
    orders: ["best fit", "due", "recall", "difficulty", "lapses"],
    marked: |count| format!("{count} marked"),
    done_to: |what, count| {
        if count == 1 { format!("{what}: 1 card") } else { format!("{what}: {count} cards") }
    },
    nothing_found: "No card fits.",
    unanswered: "no answer yet",
    alerts: ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"],
    picture: |index, of| if of == 1 { "Image".to_owned() } else { format!("Image {index} of {of}") },
    no_picture: "This answer holds no image that is a file.",
    refused: [
        "There is no such file.",
        "It is not in the folder of the notes.",
        "It cannot be read.",
        "It is too big.",
        "It is no PNG, JPEG, GIF or WebP.",
        "It is damaged.",
    ],
    loading: "The image is being read…",
    reread: |files| {
        if files == 1 {
            "Notes changed on the disk; read again.".to_owned()
        } else {
            format!("{files} files of notes changed; read again.")
        }
    },
    mouse_free: "Select with the mouse now; the next key gives clicks back. Shift and drag works always.",
    mouse_is: ["The mouse belongs to the terminal: drag selects text.", "The mouse clicks and scrolls here."],
    filter_by: "show only:",
    due_in_days: "comes back in days:",
    memory: ["stability", "difficulty", "recall now", "reviews", "lapses"],
    comes_back: "comes back",
    curve: "Forgetting curve",
    history: "History",
    never_reviewed: "Never reviewed.",
    preview: |file, index, of| {
        if of == 1 { format!("Import {file}") } else { format!("Import {file} ({index}/{of})") }
    },
    preview_cards: |cards, out, remarks| {
        let mut text = if cards == 1 { "1 card".to_owned() } else { format!("{cards} cards") };
        if out > 0 {
            text.push_str(&format!(" · {out} left out"));
        }
        match remarks {
            0 => {}
            1 => text.push_str(" · 1 remark"),
            _ => text.push_str(&format!(" · {remarks} remarks")),
        }
        text
    },
    style: |_| None,
    no_questions: "No questions found in this file.",
    act_move: "move",
    act_scroll: "scroll",
    act_page: "page",
    act_ends: "first, last",
    act_study: "study",
    act_study_all: "study all",
    act_reveal: "show answer",
    act_point: "one point",
    act_undo: "undo",
    act_suspend: "suspend",
    act_bury: "bury",
    act_language: "中文",
    act_link: "open link",
    act_edit: "edit",
    act_ahead: "study ahead",
    act_more_new: "10 more new",
    act_practise: "practise",
    act_browse: "browse",
    act_search: "search",
    act_search_done: "accept",
    act_filter: "filter",
    act_order: "order",
    act_mark: "mark",
    act_mark_all: "mark all",
    act_study_these: "study these",
    act_details: "details",
    act_suspend_or_resume: "suspend, resume",
    act_flag: "flag",
    act_reset: "forget progress",
    act_set_due: "set due",
    asked: "asked in an interview",
    act_write: "change here",
    act_add: "new card",
    act_save: "save",
    act_field: "other field",
    question: "Question",
    answer: "Answer",
    question_missing: "A card needs a question.",
    discard: "Not saved. Esc again gives up the changes, Ctrl-S saves.",
    act_stats: "statistics",
    act_next_section: "next",
    act_previous_section: "before",
    act_table: "table",
    act_settings: "settings",
    act_next: "next value",
    act_previous: "value before",
    act_palette: "all actions",
    settings: [
        ("New cards a day", "How many cards may be seen for the first time on one day."),
        ("Reviews a day", "How many due cards may be asked on one day."),
        (
            "Desired retention",
            "A card comes back when the probability of recall falls to this. Higher means more work.",
        ),
        ("Learning steps", "Waits before a new card leaves for days."),
        ("Relearning steps", "Waits before a forgotten card leaves for days again."),
        ("Longest interval", "No card stays away for longer, in days."),
        ("Day starts at", "The hour at which a study day begins, for people who study late."),
        ("Language", "The language of the program."),
        ("Theme", "Colours. Auto picks by the terminal; none uses bold and reverse only."),
        ("Images", "How images are shown; auto takes the best the terminal is known for. At the next start."),
        ("Hyperlinks", "Links that the terminal opens itself. Auto: where it is known to have them."),
        ("Mouse", "Clicks and the wheel work here; off leaves the mouse to the terminal. Key: m."),
        ("Borders", "Lines of characters that every terminal has, or drawn ones. Auto: by the locale."),
        ("Ask for the background", "Ask the terminal for its background at the start. Auto: not over SSH."),
        ("Mode", "How cards are asked."),
        ("Modes of decks", "Decks that are asked in a mode of their own; written in the file."),
        ("Ask how sure", "Before the answer is shown you say how sure you are."),
        ("Grader", "A program that judges typed answers; written in the file."),
    ],
    modes: ["recall", "typed", "choice", "cloze", "mixed"],
    asked_by: |mode| format!("Asked by {mode} from now on."),
    act_mode: "mode",
    act_tick: "said it",
    act_next_point: "next point",
    act_point_before: "point before",
    act_compare: "compare",
    act_pick: "pick",
    which: "Which of these belongs to the answer?",
    your_answer: "Your answer",
    found_terms: |terms| format!("said: {terms}"),
    missing_terms: |terms| format!("not said: {terms}"),
    opposed: "says the opposite",
    grader: "Grader",
    grader_failed: |cause| format!("The grader gave no verdict: {cause}"),
    discard_answer: "Esc again leaves and gives up what you wrote.",
    act_accept_grade: "as suggested",
    ticked: |said, of| format!("{said} of {of} said"),
    missed_before: "! missed last time",
    suggested: "suggested",
    at_most: |grade| format!("Such an answer proves no more than “{grade}”."),
    how_sure: "How sure are you?",
    confidence: ["No idea", "Unsure", "Fairly sure", "Sure"],
    act_accept: "import",
    act_mark_out: "leave out",
    act_style: "style",
    act_next_file: "next file",
    act_previous_file: "file before",
    act_cancel: "cancel",
    act_picture: "enlarge image",
    act_mouse: "mouse on, off",
    act_help: "help",
    act_back: "back",
    act_quit: "quit",
    act_stop: "to the shell (fg returns)",
    act_redraw: "redraw",
    help: "Keys",
    links: "Links",
    units: ["s", "m", "h", "d", "mo", "y"],
    after: |span| format!("in {span}"),
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    act_plan: "plan",
    plan: "Interview plan",
    plan_date: "Interview day",
    plan_minutes: "Minutes a day",
    plan_no_date: "not set",
    plan_no_date_hint: "→ sets the day. Until then cards come by spaced repetition alone.",
    plan_days_left: |days| match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => format!("{days} days left"),
    },
    plan_followed: "If you follow it",
    plan_stopped: "If you stop now",
    plan_expected: |share, recalled, all| format!("{share} · {recalled:.0} of {all} cards"),
    plan_today: |done, left| format!("{done:.0} min done · {left:.0} min to go"),
    plan_unseen: |cards| {
        if cards == 1 { "1 card never seen".to_owned() } else { format!("{cards} cards never seen") }
    },
    plan_fits: "Every card fits into the time.",
    plan_does_not_fit: |cards| format!("About {cards:.0} cards do not fit into the time."),
    plan_drop: |topics| {
        if topics == 1 {
            "x leaves out the topic that is hardly reached.".to_owned()
        } else {
            format!("x leaves out the {topics} topics that are hardly reached.")
        }
    },
    plan_columns: ["weight", "cards", "stop", "follow", "missed"],
    plan_past: |days| {
        if days == 1 { "It was yesterday.".to_owned() } else { format!("It was {days} days ago.") }
    },
    plan_predicted: "Predicted on the eve",
    plan_asked: "Asked in interviews",
    plan_asked_of: |well, all, predicted| format!("{well} of {all} went well, {predicted:.1} were expected"),
    plan_since: "Studied since",
    plan_since_of: |recalled, all, predicted| {
        format!("{recalled} of {all} recalled, {predicted:.1} were expected")
    },
    plan_note_asked: "b lists the cards; there A notes what was asked and how it went. Noted cards and their topics weigh more in the next plan.",
    plan_finished: |done, all| format!("The plan: {done:.0} of {all} minutes today."),
    plan_home: |left, share| format!("Interview: {left} · {share} expected"),
    plan_cleared: "The plan is gone. Undo with u.",
    act_drop: "leave out what does not fit",
    act_clear: "no plan",
    sheet: |minutes, cards| {
        if cards == 1 {
            format!("Most likely to fail: 1 card, {minutes} min")
        } else {
            format!("Most likely to fail: {cards} cards, {minutes} min")
        }
    },
    act_sheet: "sheet to read",
    act_more_minutes: "5 min more",
    act_fewer_minutes: "5 min less",
};

static CHINESE: Words = Words {
    language: "中文",
    interview: &interview::CHINESE,
    tagline: "深度学习面试抽认卡",
    first_steps: [
        "Enter 学习：看问题，说出答案，再显示答案并给自己打分；立即保存，u 撤销。",
        "b 查找卡片：修改、暂停、设定日期。L 是 English，: 列出全部操作，? 列出按键。",
        "自己的笔记：backprop import 笔记.md 加入卡组，backprop study 笔记.md 只看一次。",
    ],
    today: "今天",
    new: "新卡",
    learning: "学习中",
    due: "到期",
    cards: "卡片",
    deck: "卡组",
    about_minutes: |minutes| format!("约 {minutes} 分钟"),
    streak: |days| format!("连续 {days} 天"),
    all_done: "今天的都完成了。",
    done_left: |done, left| format!("已答 {done} · 剩余 {left}"),
    practice: "练习，不计入记录",
    grades: ["重来", "困难", "良好", "简单"],
    lines: |first, last, all| format!("第 {first}–{last} 行，共 {all} 行"),
    more_points: |shown, all| format!("要点 {shown}/{all}"),
    phases: ["新卡", "学习", "复习", "重学"],
    finished: "暂时完成",
    practice_finished: "练习结束",
    did: |answers, new| {
        if new == 0 {
            format!("回答 {answers} 次")
        } else {
            format!("回答 {answers} 次，新卡 {new} 张")
        }
    },
    recalled: |recalled, of| format!("复习 {of} 张，记住 {recalled} 张"),
    failed: "需要再看的卡片",
    next_due: |when| format!("下一张卡片：{when}。"),
    nothing_due: "没有其他安排。",
    undone: "已撤销，请重新打分。",
    nothing_to_undo: "本次没有可撤销的操作。",
    suspended: "已暂停，按 u 撤销。",
    buried: "已推迟到明天，按 u 撤销。",
    no_link: "这个答案里没有网页链接。",
    no_source: "内置卡片没有可编辑的文件。",
    one_language: "这张卡片只有一种语言。",
    too_small: "窗口太小",
    not_saved: |answers| format!("{answers} 次回答尚未保存："),
    leaves_unsaved: |answers| format!("{answers} 次回答尚未保存；再次退出将不保存离开："),
    browse: "卡片",
    search_hint: "搜索问题或答案，deck:卡组 topic:主题 is:due",
    found: |found, all| format!("{found}/{all}"),
    filters: ["全部", "新卡", "学习中", "到期", "困难", "已暂停", "已标记", "无答案"],
    orders: ["匹配度", "到期", "回忆率", "难度", "遗忘次数"],
    marked: |count| format!("已选 {count} 张"),
    done_to: |what, count| format!("{what}：{count} 张卡片"),
    nothing_found: "没有符合的卡片。",
    unanswered: "还没有答案",
    alerts: ["注", "提示", "重要", "警告", "当心"],
    picture: |index, of| if of == 1 { "图片".to_owned() } else { format!("图片 {index}/{of}") },
    no_picture: "这个答案里没有本地图片。",
    refused: [
        "没有这个文件。",
        "它不在笔记的文件夹里。",
        "无法读取。",
        "图片太大。",
        "不是 PNG、JPEG、GIF 或 WebP。",
        "图片已损坏。",
    ],
    loading: "正在读取图片…",
    reread: |files| {
        if files == 1 {
            "笔记已在磁盘上更改，已重新读取。".to_owned()
        } else {
            format!("{files} 个笔记文件已更改，已重新读取。")
        }
    },
    mouse_free: "现在可以用鼠标选择文字；按任意键恢复点击。按住 Shift 拖动随时可选。",
    mouse_is: ["鼠标交给终端：拖动可选择文字。", "鼠标用于点击和滚动。"],
    filter_by: "只看：",
    due_in_days: "几天后再出现：",
    memory: ["稳定度", "难度", "当前回忆率", "复习次数", "遗忘次数"],
    comes_back: "再次出现",
    curve: "遗忘曲线",
    history: "历史",
    never_reviewed: "还没有复习过。",
    preview: |file, index, of| {
        if of == 1 { format!("导入 {file}") } else { format!("导入 {file}（{index}/{of}）") }
    },
    preview_cards: |cards, out, remarks| {
        let mut text = format!("{cards} 张卡片");
        if out > 0 {
            text.push_str(&format!(" · 排除 {out} 张"));
        }
        if remarks > 0 {
            text.push_str(&format!(" · {remarks} 条提示"));
        }
        text
    },
    style: |name| {
        Some(match name {
            "native" => "本程序写出的格式，原样读回",
            "numbered" => "全文连续的编号是问题，其他编号是要点",
            "headings" => "提问的标题是问题，上面的标题是主题",
            "labelled" => "问题和答案有标签，如“问：”“答：”",
            "bold" => "粗体行是问题，下面的段落是答案",
            "bullets" => "提问的列表项是问题，嵌套的内容是答案",
            "details" => "折叠块的标题是问题，里面的内容是答案",
            "table" => "表格的每一行是一张卡片：一列提问，下一列回答",
            "definitions" => "术语一行，冒号开头的下一行是释义",
            "csv" => "逗号分隔：每条记录是问题和答案",
            "anki" => "Anki 的文本导出：每行是问题和答案",
            "hashcards" => "hashcards 和 repeater 的卡片：Q: 与 A:，或 C: 加 [空]",
            "obsidian" => "Obsidian 的卡片：问题::答案，或用 ? 隔开",
            _ => return None,
        })
    },
    no_questions: "这个文件里没有找到问题。",
    act_move: "移动",
    act_scroll: "滚动",
    act_page: "翻页",
    act_ends: "首行、末行",
    act_study: "学习",
    act_study_all: "全部学习",
    act_reveal: "显示答案",
    act_point: "逐点显示",
    act_undo: "撤销",
    act_suspend: "暂停",
    act_bury: "明天再看",
    act_language: "English",
    act_link: "打开链接",
    act_edit: "编辑",
    act_ahead: "提前学习",
    act_more_new: "再学 10 张新卡",
    act_practise: "练习",
    act_browse: "浏览",
    act_search: "搜索",
    act_search_done: "确定",
    act_filter: "筛选",
    act_order: "排序",
    act_mark: "选择",
    act_mark_all: "全选",
    act_study_these: "学习这些",
    act_details: "详情",
    act_suspend_or_resume: "暂停、恢复",
    act_flag: "标记",
    act_reset: "清除进度",
    act_set_due: "设定日期",
    asked: "面试中被问到",
    act_write: "修改卡片",
    act_add: "新建卡片",
    act_save: "保存",
    act_field: "切换输入框",
    question: "问题",
    answer: "答案",
    question_missing: "卡片需要一个问题。",
    discard: "尚未保存。再按 Esc 放弃修改，Ctrl-S 保存。",
    act_stats: "统计",
    act_next_section: "下一页",
    act_previous_section: "上一页",
    act_table: "表格",
    act_settings: "设置",
    act_next: "下一个值",
    act_previous: "上一个值",
    act_palette: "全部操作",
    settings: [
        ("每天新卡", "每天最多第一次学习多少张卡片。"),
        ("每天复习", "每天最多复习多少张到期的卡片。"),
        ("目标记忆率", "预计回忆率降到这个值时卡片再次出现。越高，复习越多。"),
        ("学习步骤", "新卡进入按天复习之前的等待时间。"),
        ("重学步骤", "忘记的卡片重新进入按天复习之前的等待时间。"),
        ("最长间隔", "卡片再次出现前最多等待的天数。"),
        ("一天从几点开始", "学习日在几点切换，适合晚睡的人。"),
        ("语言", "程序的语言。"),
        ("主题", "颜色。auto 按终端选择；none 只用粗体和反色。"),
        ("图片", "图片的显示方式；auto 用终端已知的最好方式。下次启动时生效。"),
        ("超链接", "由终端自己打开的链接。auto：已知终端支持时使用。"),
        ("鼠标", "点击和滚轮在这里起作用；off 把鼠标交给终端。快捷键 m。"),
        ("边框", "用所有终端都有的字符画线，或用制表符。auto：按区域设置。"),
        ("询问背景色", "启动时询问终端的背景色。auto：SSH 下不询问。"),
        ("提问方式", "卡片用什么方式提问。"),
        ("卡组的提问方式", "某些卡组单独的提问方式，在设置文件里填写。"),
        ("询问把握", "显示答案之前先问你有多大把握。"),
        ("评分程序", "评判书面回答的外部程序，在设置文件里填写。"),
    ],
    modes: ["回忆", "书写", "选择", "填空", "混合"],
    asked_by: |mode| format!("之后按“{mode}”方式提问。"),
    act_mode: "提问方式",
    act_tick: "说到了",
    act_next_point: "下一点",
    act_point_before: "上一点",
    act_compare: "对照要点",
    act_pick: "选择",
    which: "下面哪一条属于答案？",
    your_answer: "你的回答",
    found_terms: |terms| format!("提到：{terms}"),
    missing_terms: |terms| format!("未提到：{terms}"),
    opposed: "说反了",
    grader: "评分程序",
    grader_failed: |cause| format!("评分程序没有给出结果：{cause}"),
    discard_answer: "再按 Esc 离开，放弃已写的内容。",
    act_accept_grade: "采纳建议",
    ticked: |said, of| format!("说到 {said}/{of} 点"),
    missed_before: "! 上次漏掉",
    suggested: "建议",
    at_most: |grade| format!("这样作答最多只能算“{grade}”。"),
    how_sure: "你有多大把握？",
    confidence: ["不会", "没把握", "比较有把握", "很有把握"],
    act_accept: "导入",
    act_mark_out: "排除",
    act_style: "换读法",
    act_next_file: "下个文件",
    act_previous_file: "上个文件",
    act_cancel: "取消",
    act_picture: "放大图片",
    act_mouse: "鼠标开、关",
    act_help: "帮助",
    act_back: "返回",
    act_quit: "退出",
    act_stop: "回到 shell（fg 返回）",
    act_redraw: "重画",
    help: "按键",
    links: "链接",
    units: ["秒", "分", "小时", "天", "个月", "年"],
    after: |span| format!("{span}后"),
    weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    act_plan: "面试计划",
    plan: "面试计划",
    plan_date: "面试日期",
    plan_minutes: "每天分钟数",
    plan_no_date: "未设定",
    plan_no_date_hint: "按 → 设定日期。在此之前只按间隔重复安排卡片。",
    plan_days_left: |days| match days {
        0 => "就在今天".to_owned(),
        1 => "明天".to_owned(),
        _ => format!("还有 {days} 天"),
    },
    plan_followed: "按计划学习",
    plan_stopped: "现在停止",
    plan_expected: |share, recalled, all| format!("{share} · {all} 张中 {recalled:.0} 张"),
    plan_today: |done, left| format!("已学 {done:.0} 分钟 · 还需 {left:.0} 分钟"),
    plan_unseen: |cards| format!("{cards} 张从未学过"),
    plan_fits: "时间足够学完所有卡片。",
    plan_does_not_fit: |cards| format!("约 {cards:.0} 张卡片时间不够。"),
    plan_drop: |topics| format!("按 x 去掉几乎学不到的 {topics} 个主题。"),
    plan_columns: ["权重", "卡片", "停止", "按计划", "学不到"],
    plan_past: |days| format!("面试已过去 {days} 天。"),
    plan_predicted: "前一天的预测",
    plan_asked: "面试中被问到",
    plan_asked_of: |well, all, predicted| format!("{all} 题中 {well} 题答得好，预计 {predicted:.1} 题"),
    plan_since: "之后复习",
    plan_since_of: |recalled, all, predicted| format!("{all} 张中记住 {recalled} 张，预计 {predicted:.1} 张"),
    plan_note_asked: "按 b 列出卡片，按 A 记下被问到的题和答得如何。这些卡片及其主题在下次计划中权重更高。",
    plan_finished: |done, all| format!("计划：今天 {done:.0}/{all} 分钟。"),
    plan_home: |left, share| format!("面试：{left} · 预计记住 {share}"),
    plan_cleared: "计划已取消，按 u 撤销。",
    act_drop: "去掉学不到的",
    act_clear: "取消计划",
    sheet: |minutes, cards| format!("最可能答不出：{cards} 张，{minutes} 分钟"),
    act_sheet: "考前速览",
    act_more_minutes: "多 5 分钟",
    act_fewer_minutes: "少 5 分钟",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_of_notes_is_explained_in_chinese() {
        for style in crate::import::STYLES {
            assert!((CHINESE.style)(style.name).is_some(), "{}", style.name);
        }
    }
}
