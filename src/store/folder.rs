//! A folder as someone sees it who looks for notes: its folders, and its files with what each would give.

use super::library::NotesBelow;
use super::{library, spelling};
use std::collections::HashMap;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

/// What is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickKind {
    /// Files with questions.
    Notes,
    /// Progress files of other machines.
    Logs,
    /// Notes of what an interview asked.
    Reports,
    /// Backups.
    Backups,
}

/// What stands in a folder, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderView {
    /// The folder.
    pub path: PathBuf,
    /// What stands in it, folders first; none where it cannot be read.
    pub entries: Option<Vec<FolderEntry>>,
    /// How far it was read.
    pub extent: FolderExtent,
    /// What an import of the folder takes, where that is known by now.
    pub whole: Option<WholeFolder>,
}

/// What an import of a folder takes, with all folders below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WholeFolder {
    /// So many files.
    pub files: usize,
    /// So many questions, where all of them were read for that.
    pub questions: Option<usize>,
}

impl FolderView {
    /// A folder of which nothing can be said.
    pub fn unread(path: PathBuf) -> FolderView {
        FolderView { path, entries: None, extent: FolderExtent::Whole, whole: None }
    }
}

/// How far a folder was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderExtent {
    /// More is to come.
    Reading,
    /// All of it is known.
    Whole,
    /// It holds more names than anybody looks through.
    Cut,
}

/// What is wanted of a reading that goes on, asked before every step of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    /// More.
    More,
    /// What came so far, and more.
    Show,
    /// Nothing any more.
    Stop,
}

/// One thing that stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderEntry {
    /// Its name.
    pub name: String,
    /// What it is, or would give.
    pub gives: Gives,
}

/// What something in a folder is, or would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// A folder.
    Folder,
    /// So many questions.
    Questions(usize),
    /// It is read when it is chosen.
    Unread,
    /// It cannot be read; whoever chooses it is told why.
    Unreadable,
    /// Progress.
    Log,
}

/// No more names of a folder are read.
pub const MOST_NAMES: usize = 100_000;
/// So many files are opened to say what they would give; the rest is read when it is chosen.
const MOST_READ: usize = 2_000;
/// So many bytes of files are read for that.
const READ: u64 = 2 << 20;
/// So many files and folders below it are looked at to say what all of it would give.
const MOST_BELOW: usize = 20_000;
/// A longer file is not read for that.
const LONGEST: u64 = 512 << 10;

/// The folder that a typed path leads to, `~` being the user's own; a relative one begins where the program was
/// started.
pub fn meant(text: &str) -> PathBuf {
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_path_buf());
    match text.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with(['/', '\\']) => {
            home().map_or_else(|| PathBuf::from(text), |home| home.join(rest.trim_start_matches(['/', '\\'])))
        }
        _ => PathBuf::from(if text.is_empty() { "." } else { text }),
    }
}

/// Looks into a folder: at names first, then at what files would give. `demand` is asked before every step;
/// `show` is given what came so far when that is wanted, and all of it at the end.
pub fn look(
    path: &Path,
    kind: PickKind,
    demand: &mut dyn FnMut() -> Demand,
    show: &mut dyn FnMut(FolderView),
) {
    let path = spelling::real_or_same(path);
    let view = |found: &[(bool, FolderEntry)], extent| FolderView {
        path: path.clone(),
        entries: Some(found.iter().map(|(_, entry)| entry.clone()).collect()),
        extent,
        whole: None,
    };
    let Ok(read) = std::fs::read_dir(&path) else {
        return show(FolderView::unread(path));
    };
    let (mut found, mut names, mut extent) = (Vec::new(), 0, FolderExtent::Whole);
    let sort = |found: &mut Vec<(bool, FolderEntry)>| {
        found.sort_by(|(is_file, one), (other_is_file, other)| {
            is_file.cmp(other_is_file).then_with(|| one.name.cmp(&other.name))
        });
    };
    for entry in read.filter_map(Result::ok) {
        match demand() {
            Demand::More => {}
            Demand::Show => {
                sort(&mut found);
                show(view(&found, FolderExtent::Reading));
            }
            Demand::Stop => return,
        }
        names += 1;
        if names > MOST_NAMES {
            extent = FolderExtent::Cut;
            break;
        }
        found.extend(named(&entry, kind));
    }
    sort(&mut found);
    let mut left = READ;
    let files = found.iter().position(|(is_file, _)| *is_file).unwrap_or(found.len());
    for at in (files..found.len()).take(if kind == PickKind::Notes { MOST_READ } else { 0 }) {
        match demand() {
            Demand::More => {}
            Demand::Show => show(view(&found, FolderExtent::Reading)),
            Demand::Stop => return,
        }
        found[at].1.gives = questions(&path.join(&found[at].1.name), &mut left);
    }
    if kind != PickKind::Notes || extent == FolderExtent::Cut {
        return show(view(&found, extent));
    }
    show(view(&found, FolderExtent::Reading));
    let known = found[files..].iter().map(|(_, entry)| (path.join(&entry.name), entry.gives)).collect();
    match library::below(&path, MOST_BELOW, || demand() != Demand::Stop) {
        NotesBelow::Left => {}
        NotesBelow::TooMany => show(view(&found, extent)),
        NotesBelow::All(below) => {
            let Some(whole) = whole(&below, &known, &mut left, demand) else { return };
            show(FolderView { whole: Some(whole), ..view(&found, extent) });
        }
    }
}

/// What all these files would give; none where nobody waits any more.
fn whole(
    below: &[PathBuf],
    known: &HashMap<PathBuf, Gives>,
    left: &mut u64,
    demand: &mut dyn FnMut() -> Demand,
) -> Option<WholeFolder> {
    let (mut files, mut sum) = (0, Some(0));
    for file in below {
        if demand() == Demand::Stop {
            return None;
        }
        let gives = known.get(file).copied().unwrap_or_else(|| questions(file, left));
        files += usize::from(gives != Gives::Unreadable);
        sum = match gives {
            Gives::Questions(questions) => sum.map(|sum| sum + questions),
            Gives::Unreadable => sum,
            _ => None,
        };
    }
    Some(WholeFolder { files, questions: sum })
}

/// What stands in a folder, and whether it is a file; none where it is of no use.
fn named(entry: &DirEntry, kind: PickKind) -> Option<(bool, FolderEntry)> {
    let name = entry.file_name().into_string().ok().filter(|name| !name.starts_with('.'))?;
    let of = entry.file_type().ok()?;
    // Only of a link it has to be asked where it leads.
    let (is_folder, is_file) = match of.is_symlink() {
        true => std::fs::metadata(entry.path()).map(|about| (about.is_dir(), about.is_file())).ok()?,
        false => (of.is_dir(), of.is_file()),
    };
    let gives = if is_folder { Gives::Folder } else { gives(kind) };
    (is_folder || (is_file && is_of_kind(&entry.path(), kind)))
        .then_some((!is_folder, FolderEntry { name, gives }))
}

fn is_of_kind(path: &Path, kind: PickKind) -> bool {
    match kind {
        PickKind::Notes => library::may_be_picked(path),
        PickKind::Reports => library::has_ending_of_notes(path),
        PickKind::Logs => has_ending(path, "json"),
        PickKind::Backups => has_ending(path, "zip"),
    }
}

fn has_ending(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
}

/// What a file is before it is read.
fn gives(kind: PickKind) -> Gives {
    match kind {
        PickKind::Logs => Gives::Log,
        PickKind::Notes | PickKind::Reports | PickKind::Backups => Gives::Unread,
    }
}

/// How many questions a file has, while there is something left to be read for that.
fn questions(path: &Path, left: &mut u64) -> Gives {
    let Ok(bytes) = std::fs::metadata(path).map(|about| about.len()) else { return Gives::Unreadable };
    if bytes > LONGEST || bytes > *left {
        return Gives::Unread;
    }
    *left -= bytes;
    library::read_file(path, None).map_or(Gives::Unreadable, |file| Gives::Questions(file.notes.cards.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// All that a folder holds.
    fn whole(path: &Path, kind: PickKind) -> FolderView {
        let mut last = None;
        look(path, kind, &mut || Demand::More, &mut |view| last = Some(view));
        last.unwrap()
    }

    #[test]
    fn a_folder_says_what_its_files_would_give() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("later")).unwrap();
        fs::write(
            at("cnn.md"),
            "1. What is pooling for?\n- fewer activations\n\n2. Why ReLU?\nIt is cheap.\n",
        )
        .unwrap();
        fs::write(at("empty.md"), "").unwrap();
        fs::write(at("photo.bmp"), "BM").unwrap();
        fs::write(at(".hidden.md"), "1. Why?\nSo.\n").unwrap();
        fs::write(at("long.txt"), vec![b'x'; LONGEST as usize + 1]).unwrap();
        fs::write(at("progress.json"), "[]").unwrap();
        let names = |kind| {
            let entries = whole(folder.path(), kind).entries.unwrap();
            entries.into_iter().map(|entry| (entry.name, entry.gives)).collect::<Vec<_>>()
        };
        let row = |name: &str, gives| (name.to_owned(), gives);
        let notes = names(PickKind::Notes);
        assert_eq!(notes[0], row("later", Gives::Folder));
        assert!(notes.contains(&row("cnn.md", Gives::Questions(2))), "{notes:?}");
        assert!(notes.contains(&row("empty.md", Gives::Questions(0))), "{notes:?}");
        assert!(notes.contains(&row("long.txt", Gives::Unread)), "{notes:?}");
        assert!(notes.iter().all(|(name, _)| name != "photo.bmp" && name != ".hidden.md"), "{notes:?}");
        assert_eq!(names(PickKind::Logs), [row("later", Gives::Folder), row("progress.json", Gives::Log)]);
        assert_eq!(names(PickKind::Backups), [row("later", Gives::Folder)]);
        assert_eq!(whole(&at("nowhere"), PickKind::Notes).entries, None);
    }

    /// Rows: what an import of a folder takes is what the picker promises of it.
    #[test]
    fn what_is_promised_of_a_folder_is_what_an_import_takes() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("deeper/still")).unwrap();
        let asks =
            |number: usize| format!("1. What is thing {number}?\nIt is {number}.\n\n2. Why {number}?\nSo.\n");
        for (number, name) in
            ["a.md", "deeper/b.txt", "deeper/still/c.md", "deeper/.hidden.md"].iter().enumerate()
        {
            fs::write(at(name), asks(number)).unwrap();
        }
        fs::write(at("page.html"), "<h2>What is a page?</h2><p>Text.</p><h2>Why?</h2><p>So.</p>").unwrap();
        fs::write(at("data.csv"), "x,y\n1,2\n").unwrap();
        fs::write(at("talk.tex"), "\\section{What is a gate?}\nA factor.\n\\section{Why gates?}\nMemory.\n")
            .unwrap();
        let view = whole(folder.path(), PickKind::Notes);
        let (files, unreadable) = library::read_notes(&[folder.path().to_path_buf()], None);
        let questions = files.iter().map(|file| file.notes.cards.len()).sum();
        assert_eq!(view.whole, Some(WholeFolder { files: files.len(), questions: Some(questions) }));
        assert_eq!((files.len(), questions, unreadable.len()), (4, 8, 0));
        assert_eq!(whole(&at("deeper"), PickKind::Notes).whole.map(|whole| whole.files), Some(2));
    }

    #[test]
    fn a_huge_folder_shows_what_came_so_far_and_is_left_when_nobody_waits() {
        const FILES: usize = 50_000;
        let folder = tempfile::tempdir().unwrap();
        for number in 0..FILES {
            fs::write(folder.path().join(format!("{number:05}.md")), "").unwrap();
        }
        let (mut steps, mut views) = (0, Vec::new());
        let mut demand = || {
            steps += 1;
            if steps % 10_000 == 0 { Demand::Show } else { Demand::More }
        };
        look(folder.path(), PickKind::Notes, &mut demand, &mut |view| views.push(view));
        let seen: Vec<usize> = views.iter().map(|view| view.entries.as_ref().unwrap().len()).collect();
        assert_eq!(seen, [9_999, 19_999, 29_999, 39_999, 49_999, FILES, FILES]);
        assert!(views[..6].iter().all(|view| view.extent == FolderExtent::Reading));
        let last = views.pop().unwrap();
        // So many are not counted.
        assert_eq!((last.extent, last.whole), (FolderExtent::Whole, None));
        let entries = last.entries.unwrap();
        assert_eq!(entries[49_999], FolderEntry { name: "49999.md".to_owned(), gives: Gives::Unread });
        let read = entries.iter().filter(|entry| entry.gives == Gives::Questions(0)).count();
        assert_eq!(read, MOST_READ);
        let (mut left, mut shown) = (100, 0);
        let mut demand = || {
            left -= 1;
            if left == 0 { Demand::Stop } else { Demand::More }
        };
        look(folder.path(), PickKind::Notes, &mut demand, &mut |_| shown += 1);
        assert_eq!((left, shown), (0, 0));
    }

    #[test]
    fn a_typed_path_may_begin_at_home() {
        let home = directories::UserDirs::new().unwrap().home_dir().to_path_buf();
        assert_eq!(meant("~"), home);
        assert_eq!(meant("~/notes"), home.join("notes"));
        assert_eq!(meant(""), PathBuf::from("."));
        assert_eq!(meant("notes/a"), PathBuf::from("notes/a"));
        assert_eq!(meant("~x"), PathBuf::from("~x"));
    }
}
