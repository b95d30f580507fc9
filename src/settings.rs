//! Settings: what a learner may choose. One table of rows feeds the file, its comments, the checks and
//! the screen.
//!
//! The file is TOML. Wrong values are told with their line and what is allowed, and everything else in
//! the file still counts. Changing a value keeps the rest of the file byte for byte.
//!
//! Whatever names a program or a path stands in a file of its own, `machine.toml`, which is never shared:
//! settings may come from other machines, and who can write there must not be able to run programs here.

mod domain;
mod file;
mod lists;
mod machine;
mod measured;
mod memory;
mod rows;
mod shared;

pub use file::{ConfigError, is_toml, read, template, write};
pub use machine::{TRUST, read_both, template as machine_template, write_measured};
pub use measured::{GraderFigures, Measured};
pub use memory::write_weights;
pub use rows::{Limits, ROWS, Row, Settings};
pub use shared::{embedded, shared};
