//! RON: the only place that knows its grammar. The crate `ron` judges what is valid.

mod fields;
mod format;
mod lexer;
mod messages;
mod plain;
#[cfg(test)]
mod plain_tests;
mod reader;
mod recovery;
mod writer;

pub(super) use fields::has_outer_field;
pub(super) use format::WIDTH as LINE_WIDTH;
pub use format::{file_structs, format};
pub(super) use reader::read_whole;
pub use reader::{Item, ItemCount, Items, Located};
pub use writer::RonWriter;
