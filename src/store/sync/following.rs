//! Notes that one machine moved while another one changed them, or moved them elsewhere: they are known by what they
//! say.

use super::names::{self, SharedKind};
use super::tree::TreeFiles;
use super::under_way::Sync;
use crate::import;
use crate::matching::{self, Portrait, in_common, is_most};
use crate::store::problem::Problem;

/// Among more new files than this only those are looked for that say exactly the same.
const MOST_NEW: usize = 200;

/// Notes that are at another path on one side at least.
pub(super) struct MovedNotes {
    /// Their path before.
    pub(super) before: String,
    /// What they said then.
    pub(super) base: String,
    /// Where they are here, and what they say.
    pub(super) ours: (String, String),
    /// Where they are there, and what they say.
    pub(super) theirs: (String, String),
}

/// Looks for notes of before that are gone from their path on one side and not as they were on the other. `files` are
/// those before, ours and theirs.
pub(super) fn moved(sync: &mut Sync<'_>, files: [&TreeFiles; 3]) -> Result<Vec<MovedNotes>, Problem> {
    let [before, ours, theirs] = files;
    let mut sides = [SideNotes::new(before, ours), SideNotes::new(before, theirs)];
    let mut found = Vec::new();
    for (path, base) in before {
        let [here, there] = [ours.get(path), theirs.get(path)];
        let is_as_before = here == Some(base) || there == Some(base);
        if is_as_before || (here.is_some() && there.is_some()) || !is_notes(path) {
            continue;
        }
        let mut place = |side: usize, id: Option<&String>| match id {
            Some(id) => Ok(Some((path.clone(), id.clone()))),
            None => sides[side].heir(sync, base),
        };
        let (here, there) = (place(0, here)?, place(1, there)?);
        let (Some(here), Some(there)) = (here, there) else { continue };
        // A place that the other side has something else at is no place to move to.
        let is_free = |path: &String, other: &(String, String), files: &TreeFiles| {
            *path == other.0 || !files.contains_key(path)
        };
        if (here.0 == *path || is_free(&here.0, &there, theirs))
            && (there.0 == *path || is_free(&there.0, &here, ours))
        {
            found.push(MovedNotes { before: path.clone(), base: base.clone(), ours: here, theirs: there });
        }
    }
    Ok(found)
}

/// What came to one side since.
struct SideNotes {
    /// New notes that nothing was moved to yet, and what they say.
    new: Vec<(String, String)>,
    /// Their cards, once those are needed.
    cards: Option<Vec<Vec<Portrait>>>,
}

impl SideNotes {
    fn new(before: &TreeFiles, side: &TreeFiles) -> SideNotes {
        let new = side.iter().filter(|(path, _)| !before.contains_key(*path) && is_notes(path));
        SideNotes { new: new.map(|(path, id)| (path.clone(), id.clone())).collect(), cards: None }
    }

    /// The new notes that say the same as these, or have most of their cards.
    fn heir(&mut self, sync: &mut Sync<'_>, base: &str) -> Result<Option<(String, String)>, Problem> {
        let place = match self.new.iter().position(|(_, id)| id == base) {
            Some(place) => Some(place),
            None if self.new.is_empty() || self.new.len() > MOST_NEW => None,
            None => self.likest(sync, base)?,
        };
        Ok(place.map(|place| {
            if let Some(cards) = &mut self.cards {
                cards.remove(place);
            }
            self.new.remove(place)
        }))
    }

    fn likest(&mut self, sync: &mut Sync<'_>, base: &str) -> Result<Option<usize>, Problem> {
        let was = cards(&sync.content(base)?);
        if self.cards.is_none() {
            let all = self.new.iter().map(|(_, id)| Ok(cards(&sync.content(id)?)));
            self.cards = Some(all.collect::<Result<_, Problem>>()?);
        }
        let all = self.cards.iter().flatten().map(|now| in_common(&was, now)).enumerate();
        let most = all.max_by_key(|(place, common)| (*common, std::cmp::Reverse(*place)));
        Ok(most.filter(|(_, common)| is_most(*common, was.len())).map(|(place, _)| place))
    }
}

fn is_notes(path: &str) -> bool {
    matches!(names::kind(path), Ok(SharedKind::Notes))
}

fn cards(bytes: &[u8]) -> Vec<Portrait> {
    matching::portraits(&import::read(bytes, None, None, None).cards)
}
