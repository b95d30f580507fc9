//! The history that packages bring: reviews go into the progress file, each once; cards stay suspended,
//! flagged and due as they were.
//!
//! What is known here already is never changed by a package: only a card that the package tells
//! something new about takes over its due date and its marks.

use super::super::files::Files;
use super::draft::Draft;
use crate::card::CardId;
use crate::day::At;
use crate::desk::Desk;
use crate::import::package::{Package, PackageEvent, PackedCard};
use crate::progress::{Kind, LogEvent, Review};
use crate::state::Due;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;

/// The mode that reviews of other programs have.
const MODE: &str = "anki";

/// Where two cards were graded in the same millisecond, a package has one of them a little later.
const SAME: i64 = 5;

/// What a package brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Brought {
    /// Reviews that were not known.
    pub reviews: usize,
    /// Cards they are about.
    pub cards: usize,
    /// Cards that come back on another day than their reviews alone would say.
    pub due_dates: usize,
    /// Cards suspended.
    pub suspended: usize,
    /// Cards flagged.
    pub flagged: usize,
    /// Reviews of the future, which were left out.
    pub future: usize,
    /// Cards that were learnt but came without reviews, so that they begin anew.
    pub without_reviews: usize,
}

/// Takes over the history of every package among the drafts; cards marked out bring none.
pub(super) fn bring(
    drafts: &[Draft],
    state: &mut Desk,
    files: &mut Files,
) -> anyhow::Result<Vec<(PathBuf, Brought)>> {
    let packages: Vec<(&Draft, &Package)> =
        drafts.iter().filter_map(|draft| Some((draft, draft.file.package.as_deref()?))).collect();
    if packages.is_empty() {
        return Ok(Vec::new());
    }
    files.load_history(state)?;
    let mut all = Vec::new();
    for (draft, package) in packages {
        let cards = package.cards.iter().filter(|card| !draft.entry.out.contains(&card.id));
        let cards: Vec<&PackedCard> = cards.collect();
        let (events, told, mut brought) = lacking(&cards, state);
        if !events.is_empty() {
            files.add(state, &events)?;
        }
        for (card, kind) in marks(&cards, &told, package, state, &mut brought) {
            files.note(state, &card, kind)?;
        }
        let notices = files.sync(state)?;
        files.told.extend(notices);
        all.push((draft.file.path.to_path_buf(), brought));
    }
    Ok(all)
}

/// The events that the log lacks, and the cards that they are about or that nothing is known of.
fn lacking(cards: &[&PackedCard], desk: &Desk) -> (Vec<LogEvent>, HashSet<CardId>, Brought) {
    let progress = &desk.progress;
    let mut known: BTreeMap<CardId, BTreeSet<At>> = BTreeMap::new();
    for event in progress.events() {
        if matches!(event.kind, Kind::Review(_) | Kind::Reset | Kind::Due { .. }) {
            known.entry(progress.present_id(&event.card).clone()).or_default().insert(event.at);
        }
    }
    let (mut events, mut told, mut brought) = (Vec::new(), HashSet::new(), Brought::default());
    for card in cards {
        let own = known.get(progress.present_id(&card.id));
        let is_known =
            |at: At| own.is_some_and(|own| own.range(At(at.0.saturating_sub(SAME))..=at).next().is_some());
        if progress.record(&card.id).is_none() {
            told.insert(card.id.clone());
        }
        let before = brought.reviews;
        for line in card.log.iter().filter(|line| line.at > At(0) && !is_known(line.at)) {
            if line.at > desk.now.at {
                brought.future += 1;
                continue;
            }
            let day = desk.calendar.moment(line.at).day;
            let kind = match line.what {
                PackageEvent::Graded { grade, ms } => Kind::Review(Review::new(grade, MODE, ms)),
                PackageEvent::Forgotten => Kind::Reset,
                PackageEvent::Moved { days } => Kind::Due { on: day.plus(days) },
            };
            brought.reviews += usize::from(matches!(kind, Kind::Review(_)));
            events.push(LogEvent { at: line.at, day, card: card.id.clone(), kind });
            told.insert(card.id.clone());
        }
        brought.cards += usize::from(brought.reviews > before);
    }
    (events, told, brought)
}

/// What is left to say of cards once their reviews are known.
fn marks(
    cards: &[&PackedCard],
    told: &HashSet<CardId>,
    package: &Package,
    desk: &Desk,
    brought: &mut Brought,
) -> Vec<(CardId, Kind)> {
    let mut marks = Vec::new();
    for card in cards.iter().filter(|card| told.contains(&card.id)) {
        let record = desk.progress.record(&card.id).copied().unwrap_or_default();
        if let Some(days) = card.due {
            let on = package.day(days, &desk.calendar);
            if record.state.last.is_none() {
                brought.without_reviews += 1;
            } else if record.state.due != Some(Due::On(on)) {
                brought.due_dates += 1;
                marks.push((card.id.clone(), Kind::Due { on }));
            }
        }
        if card.suspended && !record.suspended {
            brought.suspended += 1;
            marks.push((card.id.clone(), Kind::Suspend));
        }
        if card.flagged && !record.flagged {
            brought.flagged += 1;
            marks.push((card.id.clone(), Kind::Flag));
        }
    }
    marks
}
