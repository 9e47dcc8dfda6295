//! Text to wire structs: what a file says, where each value stood, and what is wrong with it.
//!
//! Knows nothing of what a trip means. Only [`files`] touches the disk.

pub mod files;
mod problem;
mod read;
mod source_text;
mod split;
mod suggest;
pub mod wire;

pub use problem::{Place, Problem, Severity};
pub use read::{File, Located, read};
pub use source_text::SourceText;
