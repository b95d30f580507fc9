//! What was typed of a card and neither saved nor given up, and how it is found again: by its card, whatever that says
//! now.

use crate::card::CardId;
use crate::desk::{Desk, DraftKey, EditedCard, Place, StateOwner};

/// The drafts of the two fields of an editor.
#[derive(Debug, Clone)]
pub(super) struct TypedFields {
    edited: EditedCard,
    /// Where the same was kept before: these leave with the next key.
    older: Vec<DraftKey>,
    /// What is to stand in the two fields, where something was typed.
    pub(super) texts: [Option<String>; 2],
    /// Another program has changed the card since then, in the fields that were edited.
    pub(super) is_met: bool,
}

impl TypedFields {
    /// What was typed of the card at a place.
    pub(super) fn of_card(place: Place, desk: &Desk) -> TypedFields {
        let (face, card) = (desk.face(place), desk.card(place).id.clone());
        let says = [&*face.question, &*face.answer];
        let now = says.map(EditedCard::mark);
        let edited = EditedCard { card, deck: desk.deck(place).name.clone(), before: now };
        let Some(found) = found(place, &edited, desk) else {
            let older = ["question", "answer"]
                .map(|of| DraftKey::writing(&[of, "card", edited.card.as_str(), says[0], says[1]]));
            let texts = older.map(|key| desk.drafts.get(key).map(str::to_owned));
            return TypedFields { edited, older: older.to_vec(), texts, is_met: false };
        };
        let typed = texts(&found, desk);
        let is_own = |field: usize| EditedCard::mark(&typed[field]) != found.before[field];
        let is_met = |field: usize| {
            is_own(field)
                && now[field] != found.before[field]
                && EditedCard::mark(&typed[field]) != now[field]
        };
        let is_met = is_met(0) || is_met(1);
        let texts = [0, 1].map(|field| is_own(field).then(|| typed[field].clone()));
        let older = if found.card == edited.card { Vec::new() } else { keys(&found) };
        let before = if is_met { found.before } else { now };
        TypedFields { edited: EditedCard { before, ..edited }, older, texts, is_met }
    }

    /// What was typed of a new card for the deck of a place; else of a card of that deck that is gone.
    pub(super) fn of_new(place: Place, desk: &Desk) -> TypedFields {
        let deck = &desk.deck(place).name;
        let before = ["", ""].map(EditedCard::mark);
        let new = EditedCard { card: CardId::from(""), deck: deck.clone(), before };
        let is_typed =
            |edited: &EditedCard| edited.fields().iter().any(|key| desk.drafts.get(*key).is_some());
        let gone = || desk.drafts.edited().find(|edited| edited.deck == *deck && desk.is_stray(edited));
        let edited = if is_typed(&new) { new } else { gone().unwrap_or(new) };
        let typed = edited.fields().map(|key| desk.drafts.get(key).map(str::to_owned));
        TypedFields { edited, older: Vec::new(), texts: typed, is_met: false }
    }

    /// The same where nothing of it is taken up, since the fields say something else.
    pub(super) fn anew(self) -> TypedFields {
        TypedFields { older: Vec::new(), texts: [None, None], ..self }
    }

    /// The same for the card of another one, as that was before it was edited.
    pub(super) fn met_by(self, other: &TypedFields) -> TypedFields {
        let mut typed = self.anew();
        typed.edited.before = other.edited.before;
        typed
    }

    /// Keeps what the fields say; nothing where that is what the card says.
    pub(super) fn keep(&self, texts: Option<[&str; 2]>, desk: &mut dyn StateOwner) {
        self.older.iter().for_each(|key| desk.keep_draft(*key, ""));
        let edited = texts.map_or(String::new(), |_| self.edited.to_text());
        desk.keep_draft(self.edited.key(), &edited);
        for (key, text) in self.edited.fields().into_iter().zip(texts.unwrap_or_default()) {
            desk.keep_draft(key, text);
        }
    }
}

fn keys(edited: &EditedCard) -> Vec<DraftKey> {
    [edited.key()].into_iter().chain(edited.fields()).collect()
}

/// What was typed; a field that was emptied has no draft.
fn texts(edited: &EditedCard, desk: &Desk) -> [String; 2] {
    edited.fields().map(|key| desk.drafts.get(key).unwrap_or_default().to_owned())
}

/// The edit of a card that was typed before: by its id, by one that it had, or that of a card that is gone from its
/// deck and said the same in one of the fields.
fn found(place: Place, card: &EditedCard, desk: &Desk) -> Option<EditedCard> {
    let progress = &desk.progress;
    let is_it = |edited: &EditedCard| edited.card == card.card;
    let was_it = |edited: &EditedCard| {
        !edited.card.as_str().is_empty()
            && progress.present_id(&edited.card) == progress.present_id(&card.card)
    };
    let is_gone = |edited: &EditedCard| desk.is_stray(edited) && desk.is_like(edited, place);
    let all = || desk.drafts.edited();
    all().find(is_it).or_else(|| all().find(was_it)).or_else(|| all().find(is_gone))
}
