//! A card as a command line names it: by its id, or by the beginning of one.

use super::language::{failure, say};
use super::opening;
use super::{Global, tell_error};
use crate::card::CardId;
use crate::desk::Desk;
use crate::markdown;
use crate::messages::{CommandMessage, Help};
use crate::workspace::Workspace;
use std::collections::BTreeMap;

/// The arguments that name a card.
#[derive(clap::Args)]
pub(super) struct CardArgs {
    #[arg(help = say(Help::CardId))]
    #[arg(value_name = "CARD")]
    card: String,
    #[arg(help = say(Help::NotesOfCard))]
    #[arg(long = "in", value_name = "FILE or DIR", num_args = 1..)]
    notes: Vec<String>,
}

/// What a name of a card leads to.
pub(super) enum Named {
    /// A card, with everything opened.
    Card(Box<Workspace>, CardId),
    /// Several, and the user knows which.
    Several,
}

impl Named {
    /// The exit code where several cards fit: the command line is to be more exact.
    pub(super) const SEVERAL: u8 = 2;
}

/// So many cards that fit are listed.
const LISTED: usize = 12;

impl CardArgs {
    /// This card, in the library or in notes that are not imported.
    pub(super) fn new(card: String, notes: Vec<String>) -> CardArgs {
        CardArgs { card, notes }
    }

    /// Opens the library, or the notes that were named, and finds the card: it stands there, or it has
    /// history. A name that fits no card is an error, so that nothing is written of a mistyped one.
    pub(super) fn open(&self, global: &Global) -> anyhow::Result<Named> {
        let mut workspace = opening::open(&self.notes, global)?;
        opening::tell_notices(&mut workspace);
        let state = workspace.state();
        let given = CardId::from(self.card.as_str());
        if state.find(&given).is_some() || state.progress.knows(&given) {
            let card = state.progress.present_id(&given).clone();
            return Ok(Named::Card(Box::new(workspace), card));
        }
        let mut fitting = fitting(&self.card, state);
        if !self.notes.is_empty() {
            let library = opening::look(&[], global)?;
            if library.state().find(&given).is_some() {
                return Ok(Named::Card(Box::new(workspace), given));
            }
            fitting.extend(self::fitting(&self.card, library.state()));
        }
        match fitting.len() {
            0 => Err(failure(CommandMessage::NoSuchCard { id: given.to_string() })),
            1 => {
                let (card, _) = fitting.pop_first().expect("there is one");
                Ok(Named::Card(Box::new(workspace), card))
            }
            several => {
                let listed = fitting.iter().take(LISTED).map(|(card, about)| format!("  {card}  {about}"));
                let listed = listed.collect::<Vec<_>>().join("\n");
                let more = several.saturating_sub(LISTED);
                let more =
                    (more > 0).then(|| format!("\n  {}", say(CommandMessage::AndMore { count: more })));
                let list = format!("{listed}{}", more.unwrap_or_default());
                let id = given.to_string();
                tell_error(&say(CommandMessage::SeveralCards { count: several, id, list }));
                Ok(Named::Several)
            }
        }
    }
}

/// The cards whose ids begin so, by their present ids, each with its question.
fn fitting(beginning: &str, desk: &Desk) -> BTreeMap<CardId, String> {
    if beginning.is_empty() {
        return BTreeMap::new();
    }
    let fits = |id: &&CardId| id.as_str().starts_with(beginning);
    let present = |id: &CardId| desk.progress.present_id(id).clone();
    let known = desk.progress.ids().filter(fits).map(|id| (present(id), String::new()));
    let mut fitting: BTreeMap<CardId, String> = known.collect();
    for place in desk.places() {
        let id = &desk.card(place).id;
        if fits(&id) || fitting.contains_key(&present(id)) {
            let question = markdown::text(&markdown::inlines(&desk.face(place).question));
            fitting.insert(present(id), question.lines().next().unwrap_or_default().to_owned());
        }
    }
    fitting
}
