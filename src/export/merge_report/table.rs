//! The report as CSV: a row for each two sources of each trip, and for each uncertain pair.

use std::io;

use super::MergeReport;
use super::json::relation_key;
use crate::data::csv_text;
use crate::model::{Agreement, SourceIndex, Trip, TripIndex};

const COLUMNS: [&str; 10] =
    ["relation", "trip", "traveller", "country", "source_1", "dates_1", "source_2", "dates_2", "points", "reasons"];

impl MergeReport<'_> {
    /// The report as CSV.
    ///
    /// # Errors
    ///
    /// [`io::Error`] when a row cannot be written.
    pub fn csv(&self) -> io::Result<String> {
        let agreed = self
            .statistics
            .agreement
            .iter()
            .flat_map(|agreement| agreement.trips.iter().map(move |&trip| self.row(agreement, trip)));
        let uncertain = self.uncertain.iter().map(|uncertain| {
            let of = |at: usize| {
                let told = uncertain.accounts.get(at);
                told.map_or_else(
                    || [String::new(), String::new()],
                    |told| [told.source.id.clone(), told.account.when.edtf().into_owned()],
                )
            };
            let [[one, dates], [other, other_dates]] = [of(0), of(1)];
            let told = uncertain.accounts.first();
            let words: Vec<String> =
                uncertain.proposal.evidence.iter().map(|(_, evidence)| evidence.describe()).collect();
            vec![
                uncertain.proposal.verdict.key().to_owned(),
                String::new(),
                told.map(|told| told.traveller.to_owned()).unwrap_or_default(),
                told.map(|told| told.country.to_owned()).unwrap_or_default(),
                one,
                dates,
                other,
                other_dates,
                uncertain.proposal.points.to_string(),
                words.join("; "),
            ]
        });
        csv_text(&COLUMNS, &agreed.chain(uncertain).collect::<Vec<_>>())
    }

    fn row(&self, agreement: &Agreement, index: TripIndex) -> Vec<String> {
        let chronicle = self.chronicle;
        let trip = chronicle.trip(index);
        let dates = |trip: &Trip, source: SourceIndex| {
            let own = trip.accounts().iter().filter(|account| account.source == source);
            own.map(|account| account.when.edtf().into_owned()).collect::<Vec<_>>().join("; ")
        };
        let [one, other] = agreement.sources;
        vec![
            relation_key(agreement.relation).to_owned(),
            trip.id(chronicle).into_owned(),
            chronicle.traveller(trip.traveller).unwrap_or_default().to_owned(),
            chronicle.country_name(trip).to_owned(),
            chronicle.source(one).id.clone(),
            dates(trip, one),
            chronicle.source(other).id.clone(),
            dates(trip, other),
            String::new(),
            String::new(),
        ]
    }
}
