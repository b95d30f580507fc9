//! The program's words in English.

use super::{Words, interview};

pub(super) static ENGLISH: Words = Words {
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
    done_left: |done, left| match left {
        1 => format!("{done} done · 1 card left"),
        _ => format!("{done} done · {left} cards left"),
    },
    practice: "practice, not recorded",
    grades: ["Again", "Hard", "Good", "Easy"],
    lines: |first, last, all| format!("{first}–{last} of {all}"),
    more_points: |shown, all| format!("{shown} of {all} points"),
    phases: ["new", "learning", "review", "relearning"],
    finished: "Done for now",
    limit_reached: |answers| match answers {
        1 => "Limit reached: 1 answer".to_owned(),
        _ => format!("Limit reached: {answers} answers"),
    },
    held_back: |new, reviews| {
        let count = |count: u32, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {many}")),
        };
        let held = [count(new, "new card", "new cards"), count(reviews, "review", "reviews")];
        let held = held.into_iter().flatten().collect::<Vec<_>>().join(" and ");
        format!("Held back by your limits: {held}.")
    },
    still_waiting: |cards| match cards {
        1 => "1 card is waiting.".to_owned(),
        _ => format!("{cards} cards are waiting."),
    },
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
    undone: |what, question| format!("Undone: {what} · {question}"),
    nothing_to_undo: "Nothing to undo.",
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
    lies_ahead: "ahead of the clock: no effect yet",
    asked: "asked in an interview",
    act_write: "change here",
    act_note: "your note",
    your_note: "Your note",
    noted: ["Note saved; u takes it back.", "Note removed; u brings it back."],
    note_too_long: |bytes, most| {
        format!("Not saved: the note has {bytes} bytes, {most} are the most. Shorten it.")
    },
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
        (
            "Siblings apart",
            "Cards of one source item (two directions, several holes) never come close together.",
        ),
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
        ("Grader", "A program that judges typed answers. Set in machine.toml, which sync never shares."),
        ("Editor", "Your editor; empty: $VISUAL or $EDITOR. Set in machine.toml, which sync never shares."),
        ("Browser", "Opens links; empty: the system's. Set in machine.toml, which sync never shares."),
    ],
    grader_offered: |command| {
        format!("config.toml names this grader: {command}. It runs only after you confirm it here.")
    },
    modes: ["recall", "typed", "choice", "cloze", "numbers", "mixed"],
    asked_by: |mode| format!("Asked by {mode} from now on."),
    act_mode: "mode",
    act_tick: "said it",
    act_next_point: "next point",
    act_point_before: "point before",
    act_compare: "compare",
    act_pick: "pick",
    which: "Which claim is right?",
    is_point: |point| format!("Right: core point {point}."),
    mistake_of: |question| format!("A mistake about: {question}"),
    fits: ["Right.", "Close. The gap:", "The gap:"],
    your_answer: "Your answer",
    nearest: "you wrote: ",
    nothing_suggested: "No grade is suggested yet: tick what you said, or grade yourself",
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
    act_manual: "manual",
    act_more_minutes: "5 min more",
    act_fewer_minutes: "5 min less",
};
