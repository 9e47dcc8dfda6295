//! RON: the only place that knows its grammar. The crate `ron` judges what is valid.

pub(super) mod lexer;
pub(super) mod messages;
mod plain;
#[cfg(test)]
mod plain_tests;
mod reader;
pub(super) mod recovery;
mod writer;

pub use reader::{Item, Items, Located};
pub use writer::RonWriter;
