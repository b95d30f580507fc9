//! Copying notes into the data folder, with the images beside them.

use super::agreed::{Agreed, Open, hash as hash_of};
use super::held::{held_picture, unpack};
use super::image_bounds::IMAGES;
pub(super) use super::image_bounds::{LARGEST_IMAGE, LARGEST_SUM};
use super::texts::{KnownTexts, hash};
use super::{Entry, Shelf};
use crate::day::At;
use crate::import::edit;
use crate::import::format::FilePictures;
use crate::import::package::Package;
use crate::import::{Diagnostic, Image};
use crate::markdown;
use crate::messages::{Message, ReadingMessage};
use crate::store::atomic;
use crate::store::problem::Problem;
use crate::store::spelling::shown;
use crate::store::spelling::{self, safe, safe_path};
use crate::store::{kept, united};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A file to be copied.
#[derive(Debug)]
pub struct CopyItem<'a> {
    /// Its line for the list, without the places of copies.
    pub entry: Entry,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The images its cards show.
    pub images: &'a [Image],
    /// The package that holds them, if the source is one.
    pub package: Option<&'a Package>,
    /// The source's own bytes, where it is of another program's format.
    pub original: Option<&'a [u8]>,
    /// When it is copied.
    pub now: At,
}

/// What copying a file came to.
#[derive(Debug, Default)]
pub struct Put {
    /// Images that were carried along, below `decks/`.
    pub images: Vec<PathBuf>,
    /// What was not, and other remarks, by line.
    pub told: Vec<Diagnostic>,
}
/// What to do about an image that was left.
const LEFT: ReadingMessage = ReadingMessage::ImagesInside;

impl Shelf {
    /// Copies a file and its images and puts its line into the list; [`Shelf::save`] makes it count.
    pub fn put(&mut self, item: &CopyItem<'_>) -> Result<Put, Problem> {
        let mut entry = item.entry.clone();
        let root = notes_folder(&entry).to_path_buf();
        let group = self.group(&entry);
        let inside = entry.source.strip_prefix(&root).unwrap_or(&entry.source);
        let mut copy = PathBuf::from(&group).join(safe_path(inside));
        // A copy that came from another machine is the copy of this source too.
        let known = self.line_of(&entry.source);
        // So is one of a name that Windows does not take, from before that counted.
        let is_older = |line: &&Entry| {
            let old = line.copy.as_ref().and_then(|old| old.strip_prefix(&group).ok());
            old.is_some_and(|old| safe_path(old) == safe_path(inside))
        };
        // So is one whose file has another place in its folder now.
        let stands = |copy: &Path| self.dir.join(copy).is_file();
        let is_elsewhere = |line: &&Entry| !stands(&copy) && line.copy.as_deref().is_some_and(stands);
        let is_its = |line: &&Entry| line.source != entry.source || is_older(line) || is_elsewhere(line);
        if let Some(arrived) = known.filter(is_its) {
            copy = arrived.copy.clone().unwrap_or(copy);
        }
        if item.package.is_some() || item.original.is_some() {
            // What is kept of a package or of another format is its text as notes.
            copy = with_ending(&copy, "md");
        }
        let mut put = Put::default();
        self.carry_images(&entry, &root, &group, item, &mut put)?;

        self.put_text(&entry, item, &copy, &mut put)?;
        entry.copy = Some(copy);
        entry.bytes = Some(hash(item.bytes));
        self.set(entry);
        Ok(put)
    }

    /// Writes the copy. What was changed in it in the program is united with what the notes say newly.
    fn put_text(
        &mut self,
        entry: &Entry,
        item: &CopyItem<'_>,
        copy: &Path,
        put: &mut Put,
    ) -> Result<(), Problem> {
        let path = self.dir.join(copy);
        make_parent(&path)?;
        let last = self.line_of(&entry.source).and_then(|old| old.bytes.clone());
        let old = fs::read(&path).ok();
        let known = self.known.get_or_insert_with(|| KnownTexts {
            agreed: Agreed::load(&self.config),
            open: Open::load(&self.config),
        });
        let key = (entry.source.to_string_lossy().into_owned(), String::new());
        let text = edit::plain_text(item.bytes);
        let mut bytes = item.bytes.to_vec();
        if let (Some(old), Some(last)) = (&old, &last)
            && *old != item.bytes
            && *last != hash(old)
        {
            let mine = edit::plain_text(old);
            let is_own = |mine: &String| known.open.edited_hash(&key) == Some(&hash_of(mine));
            let mine = mine.filter(is_own);
            if mine.is_some() && *last == hash(item.bytes) {
                // Only the copy was changed.
                return Ok(());
            }
            let united = match (mine, &text, known.agreed.get(&key)) {
                (Some(mine), Some(text), Some(base)) => {
                    Some(united::unite(base, text, &mine, entry.style("")))
                }
                _ => None,
            };
            let deck = entry.deck.clone().unwrap_or_else(|| entry.name());
            match united {
                Some(united) if !united.met => {
                    let (message, help) = (ReadingMessage::BothChanged, ReadingMessage::LinkForBoth);
                    put.told.push(Diagnostic::note(1, message, help));
                    bytes = united.text.into_bytes();
                }
                united => {
                    let kept = kept::keep(&self.data, &deck, "md", item.now, old)?;
                    let message = match &united {
                        Some(_) => ReadingMessage::SameLines,
                        None => ReadingMessage::CopyReplaced,
                    };
                    let help = ReadingMessage::EditedCopyIn { path: shown(&kept) };
                    put.told.push(Diagnostic::warning(1, message, help));
                    bytes = united.map_or(bytes, |united| united.text.into_bytes());
                }
            }
        }
        if old.as_ref() != Some(&bytes) {
            atomic::replace(&path, |out| out.write_all(&bytes)).map_err(Problem::io("write", &path))?;
        }
        if bytes == item.bytes {
            known.open.close(&key);
        } else if let Some(text) = edit::plain_text(&bytes) {
            known.open.edited.entry(key.0.clone()).or_default().insert(key.1.clone(), hash_of(&text));
        }
        known.agreed.set(&key, text.as_deref());
        Ok(())
    }

    /// Carries the images along that notes show which are referred to; gives where they are, and remarks.
    pub fn mirror_images(&self, entry: &Entry, notes: &Path, images: &[Image]) -> Result<Put, Problem> {
        let mut put = Put::default();
        let (Some(origin), Some(copy)) = (&entry.origin, &entry.copy) else { return Ok(put) };
        let root = if origin.is_dir() { origin.as_path() } else { notes.parent().unwrap_or(origin) };
        let group = copy.iter().next().unwrap_or_default().to_string_lossy().into_owned();
        let item =
            CopyItem { entry: entry.clone(), bytes: &[], images, package: None, original: None, now: At(0) };
        let place = Entry { source: notes.to_path_buf(), ..entry.clone() };
        self.carry_images(&place, root, &group, &item, &mut put)?;
        // They are shown from where the notes stand.
        put.told.clear();
        Ok(put)
    }

    /// Lets a copy be the mirror of the file it was made of. What was changed in it goes into the file.
    pub fn adopt(&mut self, old: &Entry, new: &Entry) -> Result<(), Problem> {
        let Some(path) = self.copy_of(new) else { return Ok(()) };
        let Ok(bytes) = fs::read(&path) else { return Ok(()) };
        let Some(text) = edit::plain_text(&bytes) else { return Ok(()) };
        if text.as_bytes() != bytes {
            atomic::replace(&path, |out| out.write_all(text.as_bytes()))
                .map_err(Problem::io("write", &path))?;
        }
        let known = self.known.get_or_insert_with(|| KnownTexts {
            agreed: Agreed::load(&self.config),
            open: Open::load(&self.config),
        });
        let key = |entry: &Entry| (entry.source.to_string_lossy().into_owned(), String::new());
        if old.bytes.as_ref() == Some(&hash(&bytes)) {
            known.agreed.set(&key(new), Some(&text));
        } else {
            let base = known.agreed.get(&key(old)).map(str::to_owned);
            known.agreed.set(&key(new), base.as_deref());
            known.open.edited.entry(key(new).0).or_default().insert(String::new(), hash_of(&text));
        }
        known.agreed.set(&key(old), None);
        known.open.close(&key(old));
        Ok(())
    }

    /// Writes down what copies were made of.
    pub fn save_known(&mut self) -> Result<(), Problem> {
        let Some(known) = &mut self.known else { return Ok(()) };
        known.agreed.save()?;
        known.open.save(&self.config)
    }

    /// The folder below `decks/` for a source: that of the folder it was imported with.
    fn group(&self, entry: &Entry) -> String {
        let root = |entry: &Entry| entry.folder.clone().unwrap_or_else(|| entry.source.clone());
        let first = |entry: &Entry| Some(entry.copy.as_ref()?.iter().next()?.to_string_lossy().into_owned());
        let own = root(entry);
        let known = self.entries().iter().find(|other| root(other) == own).and_then(first);
        known.unwrap_or_else(|| {
            let name = match &entry.folder {
                Some(folder) => folder.file_name(),
                None => entry.source.file_stem(),
            };
            let name = safe(&name.map_or("notes".to_owned(), |name| name.to_string_lossy().into_owned()));
            crate::store::library::unique_name(&name, |name| {
                name == "decks.json"
                    || self.entries().iter().any(|other| first(other).as_deref() == Some(name))
            })
        })
    }

    fn carry_images(
        &self,
        entry: &Entry,
        root: &Path,
        group: &str,
        item: &CopyItem<'_>,
        put: &mut Put,
    ) -> Result<(), Problem> {
        let mut sum = 0;
        let held = item.original.map(FilePictures::of);
        for image in item.images {
            let inside = held.as_ref().and_then(|held| held_picture(held, &image.target, &mut sum));
            let found = match (item.package, inside) {
                (_, Some(found)) => found,
                (Some(package), None) => unpack(package, &image.target, &mut sum),
                (None, None) => find(&image.target, &entry.source, root)
                    .and_then(|(real, inside)| Ok((read_bounded(&real, &mut sum)?, inside)))
                    .map_err(Message::from),
            };
            let found = found.map(|(bytes, inside)| (bytes, PathBuf::from(group).join(safe_path(&inside))));
            match found {
                Ok((bytes, copy)) => {
                    let path = self.dir.join(&copy);
                    if fs::read(&path).ok().as_ref() != Some(&bytes) {
                        make_parent(&path)?;
                        atomic::replace(&path, |out| out.write_all(&bytes))
                            .map_err(Problem::io("write", &path))?;
                    }
                    put.images.push(copy);
                }
                Err(why) => {
                    put.told.push(Diagnostic::warning(image.line, image_left(&image.target, why), LEFT));
                }
            }
        }
        Ok(())
    }
}

/// What is to be said of the images of a source, without copying anything. `original` are its own bytes
/// where it is of another program's format.
pub fn look_at_images(entry: &Entry, images: &[Image], original: Option<&[u8]>) -> Vec<Diagnostic> {
    if images.is_empty() {
        return Vec::new();
    }
    let held = original.map(FilePictures::of);
    let told = |image: &Image| {
        if held.as_ref().is_some_and(|held| held_picture(held, &image.target, &mut 0).is_some()) {
            return None;
        }
        let why = find(&image.target, &entry.source, notes_folder(entry)).err()?;
        Some(Diagnostic::warning(image.line, image_left(&image.target, why), LEFT))
    };
    images.iter().filter_map(told).collect()
}

fn image_left(target: &str, why: impl Into<Message>) -> ReadingMessage {
    let target = markdown::clean(target).replace('\n', " ");
    ReadingMessage::ImageLeft { target, why: why.into().into() }
}

/// Reads an image that notes show, which has to be inside the folder `root`; or says why not. `sum` is
/// what was read before, in bytes.
pub fn read_image(target: &str, notes: &Path, root: &Path, sum: &mut u64) -> Result<Vec<u8>, ReadingMessage> {
    let (real, _) = find(target, notes, root)?;
    read_bounded(&real, sum)
}

fn read_bounded(real: &Path, sum: &mut u64) -> Result<Vec<u8>, ReadingMessage> {
    let unreadable = |cause| ReadingMessage::ImageUnreadable { cause: Message::of_system(&cause).into() };
    let length = fs::metadata(real).map_err(unreadable)?.len();
    if length > LARGEST_IMAGE || *sum + length > LARGEST_SUM {
        return Err(ReadingMessage::ImageTooLarge { megabytes: length >> 20 });
    }
    *sum += length;
    fs::read(real).map_err(unreadable)
}

fn notes_folder(entry: &Entry) -> &Path {
    entry.folder.as_deref().or(entry.source.parent()).unwrap_or(Path::new("/"))
}

/// The file an image's target means, and its place inside the notes' folder; or why it is left.
fn find(target: &str, notes: &Path, root: &Path) -> Result<(PathBuf, PathBuf), ReadingMessage> {
    let target = markdown::percent_decoded(target.split(['?', '#']).next().unwrap_or_default());
    let target = target.replace('\\', "/");
    let has_drive = target.as_bytes().get(1) == Some(&b':');
    if target.starts_with('/') || target.starts_with('~') || target.starts_with("file:") || has_drive {
        return Err(ReadingMessage::LeavesFolder);
    }
    let folder = notes.parent().unwrap_or(root);
    let mut inside = folder.strip_prefix(root).map_err(|_| ReadingMessage::LeavesFolder)?.to_path_buf();
    for part in Path::new(&target).components() {
        match part {
            Component::Normal(name) => inside.push(name),
            Component::CurDir => {}
            Component::ParentDir if inside.pop() => {}
            _ => return Err(ReadingMessage::LeavesFolder),
        }
    }
    let real = spelling::real(&root.join(&inside)).map_err(|_| ReadingMessage::NotThere)?;
    let real_root = spelling::real(root).map_err(|_| ReadingMessage::NotThere)?;
    if !real.starts_with(&real_root) {
        return Err(ReadingMessage::LeavesByLink);
    }
    let ending = real.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let is_image =
        |path: &Path| path.is_file() && ending.is_some_and(|ending| IMAGES.contains(&ending.as_str()));
    if is_image(&real) { Ok((real, inside)) } else { Err(ReadingMessage::NoImage) }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".");
    name.push(ending);
    path.with_file_name(name)
}

fn make_parent(path: &Path) -> Result<(), Problem> {
    let parent = path.parent().unwrap_or(Path::new("."));
    atomic::make_dir(parent).map_err(Problem::io("make", parent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_is_looked_for_inside_the_folder_only() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir_all(at("notes/sub/img")).unwrap();
        for name in ["notes/a.png", "notes/sub/img/b c.png", "secret.png", "notes/x.txt"] {
            fs::write(at(name), "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(at("secret.png"), at("notes/link.png")).unwrap();
        for (target, inside) in [
            ("img/b%20c.png", Some("sub/img/b c.png")),
            ("./img/b c.png?raw=true", Some("sub/img/b c.png")),
            ("..\\a.png", Some("a.png")),
            ("../../secret.png", None),
            ("%2e%2e/%2e%2e/secret.png", None),
            ("/etc/passwd", None),
            ("~/x.png", None),
            ("C:\\x.png", None),
            ("file:///x.png", None),
            ("../link.png", None),
            ("../x.txt", None),
            ("none.png", None),
            ("", None),
        ] {
            let found = find(target, &at("notes/sub/n.md"), &at("notes"));
            assert_eq!(found.ok().map(|found| found.1), inside.map(PathBuf::from), "{target}");
        }
    }
}
