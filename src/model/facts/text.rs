//! Texts of a file.

/// A text of the file. Equal names of places, people and offices share their letters.
pub type Text = arcstr::ArcStr;
