//! Every word of the program, in English and Chinese. A text missing in one language does not compile.

mod chinese;
mod english;
pub mod interview;

use crate::card::Lang;
use crate::settings::MODES;
use chinese::CHINESE;
use english::ENGLISH;
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
    /// Answers given, and how many cards are still to come.
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
    /// As many answers were given as were wanted.
    pub limit_reached: fn(u32) -> String,
    /// So many new cards and reviews are held back by limits.
    pub held_back: fn(u32, u32) -> String,
    /// So many cards wait now.
    pub still_waiting: fn(u32) -> String,
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
    /// Something was taken back: what, and the question of its card.
    pub undone: fn(&str, &str) -> String,
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
    /// Of an event that lies ahead of the clock.
    pub lies_ahead: &'static str,
    /// It was asked in a real interview, with the grade of the answer.
    pub asked: &'static str,
    /// Change the card here.
    pub act_write: &'static str,
    /// Write a note of one's own on the card.
    pub act_note: &'static str,
    /// Heading of that note.
    pub your_note: &'static str,
    /// It was saved; it was taken away.
    pub noted: [&'static str; 2],
    /// It has so many bytes, of which so many would fit.
    pub note_too_long: fn(usize, usize) -> String,
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
    pub settings: [(&'static str, &'static str); 21],
    /// The shared settings name a grader, this one, which does not run until the learner confirms it.
    pub grader_offered: fn(&str) -> String,
    /// Names of the modes, in the order of their table, mixed last.
    pub modes: [&'static str; MODES.len()],
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
    /// Pick a claim.
    pub act_pick: &'static str,
    /// What is asked above the claims.
    pub which: &'static str,
    /// A right claim is this core point.
    pub is_point: fn(usize) -> String,
    /// A wrong claim is a mistake about another question, this one.
    pub mistake_of: fn(&str) -> String,
    /// What was typed into a gap is right, close (before what stands there), wrong (before it).
    pub fits: [&'static str; 3],
    /// Heading of what the learner wrote.
    pub your_answer: &'static str,
    /// Before the sentence of the learner's that is nearest to a point.
    pub nearest: &'static str,
    /// No grade is suggested yet.
    pub nothing_suggested: &'static str,
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
    /// Open the manual.
    pub act_manual: &'static str,
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
