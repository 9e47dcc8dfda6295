//! Text to wire structs: what a file says, where each value stood, and what is wrong with it.
//!
//! Knows nothing of what a trip means. Only [`files`] and `unfinished` touch the disk.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

pub(crate) mod countries;
pub mod files;
mod fingerprint;
pub mod import;
mod json;
mod problem;
mod ron;
pub mod schema;
mod source_text;
pub(crate) mod suggest;
mod tables;
mod unfinished;
pub mod view_file;
pub(crate) mod vocabulary;

pub use self::ron::{Item, ItemCount, Items, Located, RonWriter, file_structs, format};
pub use fingerprint::Fingerprint;
pub(crate) use problem::quote;
pub use problem::{Problem, ProblemCode, Severity, TextPlace};
pub use schema::Coordinates;
pub use source_text::SourceText;
pub(crate) use tables::markdown_words;
pub use tables::{
    Side, TableFormat, UTF8_MARK, csv_text, in_lines, in_one_line, markdown_text, padded_text, table_text,
};
pub use vocabulary::{
    Cell, ChartKind, ColorBy, Counting, EventKind, FigureFormat, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder,
    ListFormat, SearchField, StayLength, Theme, TripKind, TripStatus, Vocabulary,
};

/// A file of trips to begin with.
pub const STARTER_FILE: &str = include_str!("../../assets/starter.ron");

/// The fields of a file of trips, as JSON Schema.
pub const JSON_SCHEMA: &str = include_str!("../../assets/trips.schema.json");

/// Name and text of the file that comes with the program, so that it runs from any folder.
pub const DEFAULT_FILE: (&str, &str) = ("data.ron", include_str!("../../data.ron"));
