//! What was counted, with the names that outputs have for it.

use std::borrow::Cow;

use super::encounters::EncounterList;
use crate::model::{Chronicle, CountryIndex, FilterResult, SourceIndex, Statistics, Tours, TravellerIndex, TripIndex};
use crate::time::{DaySet, Span};

/// What was counted, and of what.
#[derive(Clone, Copy)]
pub struct Counted<'a> {
    /// The facts.
    pub chronicle: &'a Chronicle,
    /// What is shown of them.
    pub shown: &'a FilterResult,
    /// The tours of that.
    pub tours: &'a Tours,
    /// The numbers of that.
    pub statistics: &'a Statistics,
}

impl<'a> Counted<'a> {
    pub(crate) fn country(self, country: CountryIndex) -> &'a str {
        &self.chronicle.country(country).name
    }

    /// Empty where the file does not name him.
    pub(crate) fn traveller(self, traveller: TravellerIndex) -> &'a str {
        self.chronicle.traveller(traveller).unwrap_or_default()
    }

    pub(crate) fn source(self, source: SourceIndex) -> &'a str {
        &self.chronicle.source(source).id
    }

    pub(crate) fn id(self, trip: TripIndex) -> Cow<'a, str> {
        self.chronicle.trip(trip).id(self.chronicle)
    }

    /// The list of the encounters.
    pub(super) fn encounters(self) -> EncounterList<'a> {
        let Self { chronicle, shown, statistics, .. } = self;
        EncounterList { chronicle, reading: shown.reading, encounters: &statistics.encounters, only: None }
    }

    /// The runs of days that were spent abroad in the order of time, each certain or only possible.
    pub(crate) fn abroad(self) -> Vec<(Span, bool)> {
        let certain = &self.statistics.days_certain;
        let possible = self.statistics.days_possible.difference(certain);
        let runs = |days: &DaySet, is_certain| days.spans().iter().map(|&span| (span, is_certain)).collect::<Vec<_>>();
        let mut all = [runs(certain, true), runs(&possible, false)].concat();
        all.sort_unstable();
        all
    }
}
