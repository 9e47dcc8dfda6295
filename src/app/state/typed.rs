//! What is typed into fields, and what is listed for it.

use crate::model::Matches;

/// The text searched for and its matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// What it finds among the trips shown.
    pub matches: Matches,
    /// Whether the list of them is shown below the field.
    pub is_listed: bool,
    /// What of its text is to be chosen in the field, which is to take the keyboard focus.
    pub wants_focus: Option<Chosen>,
}

/// What is typed into the palette, and which line of its list is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// As typed.
    pub text: String,
    /// From 0.
    pub chosen: usize,
}

/// What of the people and places is listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Places, instead of leaders.
    pub of_places: bool,
    /// Only those with this in their name or office.
    pub find: String,
    /// Names that may be of one person are listed.
    pub shows_alike: bool,
}

/// What is chosen of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Its end, behind which it goes on.
    End,
    /// All of it, so that what is typed takes its place.
    All,
}
