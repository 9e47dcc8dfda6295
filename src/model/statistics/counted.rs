//! The trips that are visible and counted, each with its days under the reading.

use crate::model::facts::{Chronicle, CountryIndex, TripSummary};
use crate::model::query::{CoverageIndex, FilterResult, TripDays};
use crate::time::Span;

/// A trip that is visible and counted.
pub(super) struct CountedTrip<'a> {
    pub(super) summary: &'a TripSummary,
    /// From its first to its last day.
    pub(super) span: Span,
    pub(super) days: TripDays,
}

/// Those to a country, in the order of all their days.
pub(super) fn counted_trips_to<'a>(
    chronicle: &'a Chronicle,
    shown: &'a FilterResult,
    country: CountryIndex,
) -> impl Iterator<Item = CountedTrip<'a>> {
    let coverage = CoverageIndex::new(chronicle, country);
    let counts = |trip: &&TripSummary| shown.is_visible(trip.span.trip) && shown.counting.counts(trip.status);
    chronicle.trips_to(country).iter().filter(counts).filter_map(move |summary| {
        // What the reading leaves nothing of is not visible.
        let span = shown.reading.packed_span(chronicle, &coverage, summary)?;
        let days = shown.reading.packed_days(chronicle, &coverage, summary)?;
        Some(CountedTrip { summary, span, days })
    })
}
