//! What was counted, with the names that outputs have for it.

use std::borrow::Cow;

use crate::model::{Chronicle, CountryIndex, FilterResult, SourceIndex, Statistics, Tours, TravellerIndex, TripIndex};

/// What was counted, and of what.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) chronicle: &'a Chronicle,
    pub(super) shown: &'a FilterResult,
    pub(super) tours: &'a Tours,
    pub(super) statistics: &'a Statistics,
}

impl<'a> Counted<'a> {
    pub(super) fn country(self, country: CountryIndex) -> &'a str {
        &self.chronicle.country(country).name
    }

    /// Empty where the file does not name him.
    pub(super) fn traveller(self, traveller: TravellerIndex) -> &'a str {
        self.chronicle.traveller(traveller).unwrap_or_default()
    }

    pub(super) fn source(self, source: SourceIndex) -> &'a str {
        &self.chronicle.source(source).id
    }

    pub(super) fn id(self, trip: TripIndex) -> Cow<'a, str> {
        self.chronicle.trip(trip).id(self.chronicle)
    }
}
