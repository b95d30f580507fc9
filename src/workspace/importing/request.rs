//! What is to be imported, and how.

use crate::import::Style;
use crate::store::shelf::Wish;
use std::path::{Path, PathBuf};

/// What is to be imported, and how.
#[derive(Debug, Clone)]
pub struct Request {
    /// Files and folders; none means everything on the list.
    pub paths: Vec<PathBuf>,
    /// The name of the deck that all of them go into.
    pub deck: Option<String>,
    /// The style to read them in.
    pub style: Option<&'static Style>,
    /// Whether they are referred to in any case.
    pub link: bool,
    /// Whether they are copied.
    pub copy: bool,
    /// What `-` among the paths means.
    pub stream: Option<Vec<u8>>,
    /// What becomes of changes from other machines.
    pub wish: Wish,
    /// Whether cards that stand twice become one.
    pub unites_twins: bool,
}

/// Is told how many files are done, of how many, and which is next; none where nobody looks.
pub type ImportWatcher = Option<fn(usize, usize, &Path)>;
