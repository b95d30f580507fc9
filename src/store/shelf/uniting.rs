//! Uniting the lists of decks of two machines.

use super::{Entry, Manifest, parse};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// A line that is in one list and not in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct LoneLine {
    /// What the line is known by.
    pub(in crate::store) source: PathBuf,
    /// Where its notes stand below `decks/`.
    pub(in crate::store) copy: PathBuf,
    /// What to call it.
    pub(in crate::store) name: String,
    /// Whether it is not as it was.
    pub(in crate::store) is_changed: bool,
}

/// The lines of `has` that `lacks` is without, and that `base` has or has not. None where a list cannot be read.
pub(in crate::store) fn lone(
    base: Option<&[u8]>,
    has: &[u8],
    lacks: &[u8],
    was_there: bool,
) -> Vec<LoneLine> {
    let empty = || Some(Manifest::empty());
    let lists = (base.map_or_else(empty, |base| parse(base).ok()), parse(has).ok(), parse(lacks).ok());
    let (Some(base), Some(has), Some(lacks)) = lists else { return Vec::new() };
    let known = |list: &'_ Manifest| list.sources.iter().map(|entry| entry.source.clone()).collect();
    let lacking: HashSet<PathBuf> = known(&lacks);
    let lone = has.sources.iter().filter(|entry| !lacking.contains(&entry.source));
    let lone = lone.filter_map(|entry| {
        let before = base.sources.iter().find(|other| other.source == entry.source);
        Some(LoneLine {
            source: entry.source.clone(),
            copy: entry.copy.clone().filter(|_| before.is_some() == was_there)?,
            name: entry.title.clone().or_else(|| entry.deck.clone()).unwrap_or_else(|| entry.name()),
            is_changed: before != Some(entry),
        })
    });
    lone.collect()
}

/// The list of two machines that started from `base`, where they had one. Where both changed a line,
/// that of `first` stays. `moved` are copies of `second` that stand elsewhere now, because `first` has
/// another file at their place. Lines that `stay` stay, whoever took them out. `None` where a list cannot be
/// read.
pub(in crate::store) fn unite(
    base: Option<&[u8]>,
    first: &[u8],
    second: &[u8],
    moved: &HashMap<PathBuf, PathBuf>,
    stay: &HashSet<PathBuf>,
) -> Option<Vec<u8>> {
    let (mut first, second) = (parse(first).ok()?, parse(second).ok()?);
    let base = match base {
        Some(base) => parse(base).ok()?,
        None => Manifest { sources: Vec::new(), merged: Default::default(), ..first.clone() },
    };
    let line =
        |list: &Manifest, source: &Path| list.sources.iter().find(|entry| entry.source == source).cloned();
    let mut sources: Vec<PathBuf> = first.sources.iter().map(|entry| entry.source.clone()).collect();
    sources.extend(second.sources.iter().map(|entry| entry.source.clone()));
    let mut united: Vec<Entry> = Vec::new();
    for source in sources {
        if united.iter().any(|entry| entry.source == source) {
            continue;
        }
        let known = line(&base, &source);
        let (mine, theirs) = (line(&first, &source), line(&second, &source));
        let corrects = |entry: &Option<Entry>| entry.as_ref().map(|entry| entry.corrects.clone());
        let (mine_corrects, their_corrects) = (corrects(&mine), corrects(&theirs));
        let is_mine = mine != known || theirs == known;
        // What one changed and the other took out stays: nothing is lost.
        let kept = if stay.contains(&source) {
            mine.or(theirs)
        } else if is_mine {
            mine.or_else(|| theirs.clone().filter(|_| theirs != known))
        } else {
            theirs
        };
        // Corrections of both are in their files, so both count.
        let corrects = [&mine_corrects, &their_corrects].into_iter().flatten();
        let corrects = corrects.flat_map(|corrects| corrects.clone()).collect();
        united.extend(kept.map(|kept| Entry { corrects, ..kept }));
    }
    for entry in &mut united {
        let was_first = line(&first, &entry.source).is_some_and(|line| line.copy == entry.copy);
        let elsewhere = entry.copy.as_ref().and_then(|copy| moved.get(copy));
        if let Some(elsewhere) = elsewhere.filter(|_| !was_first) {
            entry.copy = Some(elsewhere.clone());
        }
    }
    first.sources = united;
    let Manifest { merged: before, .. } = &base;
    first.merged.retain(|card, _| !before.contains_key(card) || second.merged.contains_key(card));
    for (card, kept) in second.merged {
        if !before.contains_key(&card) {
            first.merged.entry(card).or_insert(kept);
        }
    }
    let mut bytes = first.to_json();
    bytes.push(b'\n');
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(lines: &[(&str, &str)]) -> Vec<u8> {
        let lines: Vec<_> = lines
            .iter()
            .map(|(source, copy)| serde_json::json!({"source": source, "how": "copy", "copy": copy}))
            .collect();
        serde_json::to_vec(&serde_json::json!({"backprop": "decks", "version": 1, "sources": lines})).unwrap()
    }

    fn lines(bytes: &[u8]) -> Vec<(String, String)> {
        let text = |path: &Path| path.to_str().unwrap().to_owned();
        let list = parse(bytes).unwrap();
        list.sources.iter().map(|entry| (text(&entry.source), text(entry.copy.as_ref().unwrap()))).collect()
    }

    /// Rows: base, first, second, united.
    #[test]
    fn lists_unite_line_by_line() {
        type Lines<'a> = &'a [(&'a str, &'a str)];
        let rows: [(Lines<'_>, Lines<'_>, Lines<'_>, Lines<'_>); 5] = [
            (&[], &[("/a", "a")], &[("/b", "b")], &[("/a", "a"), ("/b", "b")]),
            (&[("/a", "a")], &[("/a", "a")], &[("/a", "a2")], &[("/a", "a2")]),
            (&[("/a", "a")], &[("/a", "a1")], &[("/a", "a2")], &[("/a", "a1")]),
            (&[("/a", "a"), ("/b", "b")], &[("/b", "b")], &[("/a", "a"), ("/b", "b")], &[("/b", "b")]),
            (&[("/a", "a")], &[], &[("/a", "a2")], &[("/a", "a2")]),
        ];
        for (base, first, second, united) in rows {
            let bytes =
                unite(Some(&list(base)), &list(first), &list(second), &HashMap::new(), &HashSet::new())
                    .unwrap();
            let united: Vec<_> = united.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
            assert_eq!(lines(&bytes), united, "{base:?} {first:?} {second:?}");
        }
    }

    #[test]
    fn a_line_that_stays_stays_whoever_took_it_out() {
        let (with, without) = (list(&[("/a", "a"), ("/b", "b")]), list(&[("/b", "b")]));
        let stay = HashSet::from([PathBuf::from("/a")]);
        for (first, second) in [(&with, &without), (&without, &with)] {
            let united = |stay| unite(Some(&with), first, second, &HashMap::new(), stay).unwrap();
            assert_eq!(lines(&united(&stay)).len(), 2);
            assert_eq!(lines(&united(&HashSet::new())).len(), 1);
        }
        let lone = |has, lacks, was_there| lone(Some(&with), has, lacks, was_there);
        let [line] = &lone(&with, &without, true)[..] else { panic!("one line is lone") };
        assert_eq!((line.copy.to_str(), line.is_changed), (Some("a"), false));
        assert!(lone(&without, &with, true).is_empty() && lone(&with, &without, false).is_empty());
    }

    #[test]
    fn two_copies_of_one_name_both_stay_in_the_library() {
        let moved = HashMap::from([(PathBuf::from("n/n.md"), PathBuf::from("n/n (conflict).md"))]);
        let bytes = unite(
            None,
            &list(&[("/one/n.md", "n/n.md")]),
            &list(&[("/two/n.md", "n/n.md")]),
            &moved,
            &HashSet::new(),
        )
        .unwrap();
        let expected = [("/one/n.md", "n/n.md"), ("/two/n.md", "n/n (conflict).md")];
        assert_eq!(lines(&bytes), expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
        assert_eq!(unite(None, b"{", &list(&[]), &moved, &HashSet::new()), None);
    }
}
