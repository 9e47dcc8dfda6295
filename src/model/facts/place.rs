//! Places visited.

use super::text::Text;
use crate::data::Coordinates;

/// A place visited, as one source names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// As the source prints it.
    pub name: Text,
    /// What its name leads to on the page that it comes from; empty where that is unknown, or the name itself.
    pub link: Text,
    /// Where it is.
    pub at: Option<Coordinates>,
}

impl Place {
    /// By what it is known again: places whose names lead to one article are one place.
    #[must_use]
    pub fn identity(&self) -> &str {
        if self.link.is_empty() { &self.name } else { &self.link }
    }

    /// The names of places, in their order.
    pub fn names(places: &[Self]) -> impl Iterator<Item = &str> {
        places.iter().map(|place| place.name.as_str())
    }

    /// The names of places as a text, with `sign` between them.
    #[must_use]
    pub fn join(places: &[Self], sign: &str) -> String {
        Self::names(places).collect::<Vec<_>>().join(sign)
    }

    /// Each place once, in the order they are told.
    #[must_use]
    pub fn each_once<'a>(places: impl IntoIterator<Item = &'a Self>) -> Vec<&'a Self> {
        let mut once: Vec<&Self> = Vec::new();
        for place in places {
            if !once.iter().any(|known| known.identity() == place.identity()) {
                once.push(place);
            }
        }
        once
    }
}
