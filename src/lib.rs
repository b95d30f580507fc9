//! backprop: flashcards for deep-learning interviews, in a terminal.
//!
//! Errors flow back: each answer updates a memory model, and the model decides what to ask next.
//!
//! # Layers
//!
//! A module imports only from layers below its own, and on layer 0 from the modules below it in the list;
//! `tests/it/house.rs` checks it and holds this list. How to add a setting, a mode, a style, a format or a
//! screen: `.github/ARCHITECTURE.md`.
//!
//! ```text
//! 11  cli ................ the command line: definitions, one file per command; prints what came out
//! 10  terminal ........... the shell: crossterm, the event loop, performs effects;
//!                          a thread that draws pictures
//!  9  ui ................. app (stack of screens), screens, widgets, keymap, pictures, spots (what a click means);
//!                          draws with &self, knows no disk and no clock
//!  8  typeset ............ an answer -> lines of cells: wrapping, formulas, tables, code; the theme
//!  7  workspace .......... the application without a screen: decks, files and clock in one object;
//!                          one command changes it, and what came of that is an outcome
//!  6  store .............. the disk: progress file, library of decks, its leaves as they were read last,
//!                          pictures, cache, locks, a watch; other machines, by git
//!     export ............. statistics, reviews and decks -> text or bytes: one file per format
//!  5  quiz ............... the session: the card at hand, the tally, undo; the modes, one file each; the mock interview
//!     stats .............. decks + progress + today -> figures, and the tables that show them
//!     search ............. the cards that say something or are in some state
//!  4  schedule ........... the queue: what to ask next; the plan towards an interview;
//!                          weights fitted to the learner; simulated learners
//!  3  desk ............... decks, progress, rules and the time: what screens and commands may read,
//!                          what they may ask of it, and what can be taken back
//!  2  settings ........... what a learner may choose: one row each
//!  1  import ............. bytes -> text -> lines -> cards, one file per style; diagnostics;
//!                          formats of other programs -> Markdown; packages of Anki -> cards with their history
//!     matching ........... which new card is an old one after an edit
//!     progress ........... the review log and the fold over it
//!  0  drill .............. questions with numbers: parameters, formula, unit; numbers as people type them
//!     markdown ........... Markdown -> a tree to draw; the points of an answer
//!     state .............. what one grade does to a card: steps, intervals, fuzz
//!     memory ............. stability and difficulty (FSRS-6)
//!     messages ........... every word of the program, in English and Chinese
//!     card ............... cards, their texts, grades, languages
//!     day ................ instants and study days; days and hours as people type them
//! ```
//!
//! # One keystroke's way
//!
//! The shell turns a key into an action where the user is ([`ui::keymap`]); the top screen's `update`
//! lets the session grade, which asks the owner of the state, the [`workspace`], for a
//! [`desk::StateChange`]; [`progress`] notes the event and folds it; the shell has the workspace append it
//! durably; then it draws. Down by call, back up by value.
//!
//! # What always holds
//!
//! - The review log is the truth; everything else is a fold over it. Undo is one more event.
//! - Every grade is on disk before the next question is drawn, and no file is ever replaced by less.
//! - The next card follows from cards, log and time alone, so a script and the screen agree.
//! - Time and chance come in as arguments; only the workspace asks the clock, only the store opens files.
//! - A reading never fails: it gives what it could read and says what it could not.
//! - Text from files is cleaned of control codes before it becomes a card.
//!
//! # Reading order
//!
//! This page, [`card`], [`import`], [`progress`], [`schedule`], [`quiz`], [`ui::app`].

pub mod card;
pub mod cli;
pub mod day;
pub mod desk;
pub mod drill;
pub mod export;
pub mod import;
pub mod markdown;
pub mod matching;
pub mod memory;
pub mod messages;
pub mod progress;
pub mod quiz;
pub mod schedule;
pub mod search;
pub mod settings;
pub mod state;
pub mod stats;
pub mod store;
pub mod terminal;
pub mod typeset;
pub mod ui;
pub mod workspace;
