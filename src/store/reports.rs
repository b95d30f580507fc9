//! Reports: Markdown files in a folder of their own beside the progress file, each written once.

use super::atomic;
use super::problem::Problem;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of reports below the data folder.
pub const FOLDER: &str = "reports";

/// Writes a report and gives its path. A file that is there is never written over: the name gets a
/// number then.
pub fn write(data: &Path, name: &str, text: &str) -> Result<PathBuf, Problem> {
    let folder = data.join(FOLDER);
    atomic::make_dir(&folder).map_err(Problem::io("create", &folder))?;
    for path in paths(&folder, name, "md") {
        match atomic::create(&path, |out| out.write_all(text.as_bytes())) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| path.clone()).map_err(Problem::io("write", &path)),
        }
    }
    unreachable!("some number is free")
}

/// A path in the folder of reports that is still free, for a file of that ending.
pub fn free_path(data: &Path, name: &str, ending: &str) -> PathBuf {
    let folder = data.join(FOLDER);
    // Whoever writes there says so if the folder cannot be made.
    let _ = atomic::make_dir(&folder);
    paths(&folder, name, ending)
        .find(|path| !path.exists())
        .unwrap_or_else(|| unreachable!("some number is free"))
}

/// The paths of a name: as it is, then with a number.
fn paths(folder: &Path, name: &str, ending: &str) -> impl Iterator<Item = PathBuf> {
    (1_u64..).map(move |number| match number {
        1 => folder.join(format!("{name}.{ending}")),
        _ => folder.join(format!("{name}-{number}.{ending}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_never_replaces_another() {
        let data = tempfile::tempdir().unwrap();
        let paths = ["one", "two", "three"].map(|text| write(data.path(), "interview", text).unwrap());
        let names = paths.each_ref().map(|path| path.file_name().unwrap().to_str().unwrap());
        assert_eq!(names, ["interview.md", "interview-2.md", "interview-3.md"]);
        let texts = paths.each_ref().map(|path| std::fs::read_to_string(path).unwrap());
        assert_eq!(texts, ["one", "two", "three"]);
    }
}
