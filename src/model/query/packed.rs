//! The days of trips, told from their summaries: same as [`Reading::span`], [`Reading::days`], [`Reading::first_year`] and
//! [`Reading::extent`], faster. Only trips that their summary does not decide are looked up. A property test below checks the equality.

use super::reading::{FirstYear, Reading, TripDays};
use crate::model::facts::{AccountCount, Chronicle, CountryIndex, Covers, Source, TripSummary};
use crate::time::{DaySet, Span, YearsOf};

/// What each source covers of a country, by its position.
pub(in crate::model) struct CoverageIndex<'a>(Vec<Covered<'a>>);

/// What a source covers of a country.
struct Covered<'a> {
    /// The file that the source is of.
    file: u32,
    covers: &'a Covers,
    days: DaySet,
}

/// How many of some days are covered.
enum Coverage {
    Nothing,
    Part,
    All,
}

impl<'a> CoverageIndex<'a> {
    pub(in crate::model) fn new(chronicle: &'a Chronicle, country: CountryIndex) -> Self {
        let covered = |source: &'a Source| Covered {
            file: source.file,
            covers: &source.covers,
            days: source.covers.days(country),
        };
        Self(chronicle.sources.iter().map(covered).collect())
    }

    /// How many of the days of a trip some source of the same file covers that is not among the given ones.
    fn by_others(&self, than: &[u8], trip: &TripSummary) -> Coverage {
        let days = trip.span.days;
        let own_file = than.first().and_then(|&own| self.0.get(usize::from(own))).map(|own| own.file);
        let is_other = |position: usize| !than.iter().any(|&own| usize::from(own) == position);
        let others = self.0.iter().enumerate().filter(|(position, other)| {
            Some(other.file) == own_file && is_other(*position) && other.covers.speaks_of(trip.traveller)
        });
        let mut coverage = Coverage::Nothing;
        for span in others.flat_map(|(_, other)| other.days.spans()) {
            if span.intersection(days) == Some(days) {
                return Coverage::All;
            }
            if span.overlaps(days) {
                coverage = Coverage::Part;
            }
        }
        coverage
    }
}

impl Reading {
    /// [`Reading::span`] of a trip to the country of the index.
    pub(in crate::model) fn packed_span(
        self,
        chronicle: &Chronicle,
        index: &CoverageIndex<'_>,
        trip: &TripSummary,
    ) -> Option<Span> {
        let days = trip.span.days;
        match (self, trip.accounts) {
            (Self::Either | Self::Source(_), _) => self.packed_extent(chronicle, trip),
            (Self::Agreed, AccountCount::OneExact(only) | AccountCount::OneVague(only)) => {
                match index.by_others(&[only], trip) {
                    Coverage::Nothing => Some(days),
                    Coverage::All => None,
                    Coverage::Part => self.span(chronicle, chronicle.trip(trip.span.trip)),
                }
            }
            (Self::Agreed, AccountCount::Several(..) | AccountCount::Unpacked) => {
                match chronicle.account_summaries(trip) {
                    // Two sources that know their days agree on what they share, where no other source should tell of it.
                    [a, b] if a.is_exact && b.is_exact && a.source != b.source => {
                        match index.by_others(&[a.source, b.source], trip) {
                            Coverage::Nothing => a.days.intersection(b.days),
                            Coverage::All => None,
                            Coverage::Part => self.span(chronicle, chronicle.trip(trip.span.trip)),
                        }
                    }
                    _ => self.span(chronicle, chronicle.trip(trip.span.trip)),
                }
            }
        }
    }

    /// [`Reading::days`] of a trip to the country of the index.
    pub(in crate::model) fn packed_days(
        self,
        chronicle: &Chronicle,
        index: &CoverageIndex<'_>,
        trip: &TripSummary,
    ) -> Option<TripDays> {
        let days = trip.span.days;
        let exactly = Some(TripDays { certain: days.into(), possible: days.into() });
        match (self, trip.accounts) {
            (Self::Either, AccountCount::OneExact(_)) => exactly,
            (Self::Source(source), AccountCount::OneExact(only)) => {
                exactly.filter(|_| source.position() == usize::from(only))
            }
            (Self::Agreed, AccountCount::OneExact(only) | AccountCount::OneVague(only)) => {
                match (index.by_others(&[only], trip), trip.accounts) {
                    (Coverage::All, _) => None,
                    (Coverage::Nothing, AccountCount::OneExact(_)) => exactly,
                    _ => self.days(chronicle, chronicle.trip(trip.span.trip)),
                }
            }
            _ => self.days(chronicle, chronicle.trip(trip.span.trip)),
        }
    }

    /// [`Reading::first_year`] of a trip. `year_of` finds single years.
    pub(in crate::model) fn packed_first_year(
        self,
        chronicle: &Chronicle,
        trip: &TripSummary,
        days: Span,
        year_of: &mut YearsOf,
    ) -> FirstYear {
        let (last, first) = (year_of.first_year(days.last()), year_of.first_year(days.start()));
        let is_exact = || match trip.accounts {
            AccountCount::OneExact(_) => true,
            AccountCount::OneVague(_) | AccountCount::Unpacked => false,
            AccountCount::Several(..) => chronicle.account_summaries(trip).iter().all(|account| account.is_exact),
        };
        if first == last || is_exact() {
            return FirstYear::Known(first);
        }
        self.first_year(chronicle.trip(trip.span.trip), days)
    }

    /// [`Reading::extent`] of a trip.
    #[must_use]
    pub fn packed_extent(self, chronicle: &Chronicle, trip: &TripSummary) -> Option<Span> {
        match (self, trip.accounts) {
            (Self::Agreed | Self::Either, _) => Some(trip.span.days),
            (Self::Source(source), AccountCount::OneExact(only) | AccountCount::OneVague(only)) => {
                (source.position() == usize::from(only)).then_some(trip.span.days)
            }
            (Self::Source(source), AccountCount::Several(..)) => {
                let accounts = chronicle.account_summaries(trip).iter();
                let own = accounts.filter(|account| usize::from(account.source) == source.position());
                own.map(|account| account.days).reduce(Span::hull)
            }
            (Self::Source(_), AccountCount::Unpacked) => self.extent(chronicle.trip(trip.span.trip)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::load;

    const SOURCES: &str = r#"sources: [(id: "a"), (id: "b", covers: (countries: ["China"])), (id: "c", covers: (period: "1950/1955", travellers: ["X"]))]"#;

    fn account() -> impl Strategy<Value = String> {
        let date = |(year, month, day): (i32, u32, u32), kind| match kind {
            0 => format!("{year}-{month:02}"),
            1 => format!("{year}-{month:02}-{day:02}/.."),
            2 => format!("{year}"),
            3 => format!("195X-12-{day:02}"),
            4 => format!("{year}-12-{day:02}/{}-01-02", year + 1),
            _ => format!("{year}-{month:02}-{day:02}/{year}-{month:02}-28"),
        };
        let dates = ((1953..1957, 1..4_u32, 1..28_u32), 0..8_u8).prop_map(move |(day, kind)| date(day, kind));
        ("[abc]", dates).prop_map(|(source, dates)| format!("(source: \"{source}\", dates: \"{dates}\")"))
    }

    fn trip() -> impl Strategy<Value = String> {
        ("China|Cuba", "[XY]", prop::collection::vec(account(), 1..4)).prop_map(|(country, traveller, accounts)| {
            format!("(country: \"{country}\", traveller: \"{traveller}\", accounts: [{}])", accounts.join(", "))
        })
    }

    proptest! {
        #[test]
        fn packed_days_are_those_of_the_accounts(trips in prop::collection::vec(trip(), 1..20)) {
            let loaded = load(format!("({SOURCES}, trips: [{}])", trips.join(", ")));
            prop_assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
            let chronicle = &loaded.chronicle;
            for (country, _) in chronicle.indexed_countries() {
                let index = CoverageIndex::new(chronicle, country);
                let readings = Reading::choices(chronicle);
                let all = chronicle.trips_to(country).iter().flat_map(|summary| readings.iter().map(move |&reading| (reading, summary)));
                for (reading, summary) in all {
                    let trip = chronicle.trip(summary.span.trip);
                    prop_assert_eq!(reading.packed_span(chronicle, &index, summary), reading.span(chronicle, trip));
                    prop_assert_eq!(reading.packed_days(chronicle, &index, summary), reading.days(chronicle, trip));
                    prop_assert_eq!(reading.packed_extent(chronicle, summary), reading.extent(trip));
                    if let Some(days) = reading.span(chronicle, trip) {
                        let year = reading.packed_first_year(chronicle, summary, days, &mut YearsOf::new(1));
                        prop_assert_eq!(year, reading.first_year(trip, days));
                    }
                }
            }
        }
    }
}
