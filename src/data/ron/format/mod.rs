//! A file of trips in one order and layout, with all its comments and values.

mod fields;
mod layout;
mod tree;

pub use fields::file_structs;
pub(in crate::data) use layout::WIDTH;

/// The text in the order and layout of the file that comes with the program; `None` where it is no RON.
///
/// Every value keeps its spelling, every comment its words. What is laid out so comes out as it is.
#[must_use]
pub fn format(text: &str) -> Option<String> {
    tree::parse(text.trim_start_matches('\u{feff}')).map(|mut tree| layout::text_of(&mut tree))
}
