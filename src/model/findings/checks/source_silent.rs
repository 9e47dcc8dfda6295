//! `source-silent`: a source that covers the country and the time of a trip does not tell of it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::data::Severity;
use crate::model::facts::{Chronicle, Covers, Source, SourceIndex, Trip, TripStatus};
use crate::model::findings::check::Check;
use crate::model::findings::finding::{Code, FindingDetails, Found, MOST, narrow};
use crate::model::findings::locator::Locator;
use crate::model::findings::wording::{Wording, listed};

pub(super) const CHECK: Check =
    Check { code: Code::SourceSilent, severity: Severity::Note, disputes: true, find, describe };

/// A trip that was cancelled left nothing to tell of. Where very many sources are silent, the first stands for all.
fn find(locator: &Locator<'_>) -> Vec<Found> {
    let chronicle = locator.chronicle;
    let groups = Groups::new(chronicle);
    let mut found = Vec::new();
    for (index, trip) in chronicle.indexed_trips().filter(|(_, trip)| trip.status.took_place()) {
        let covering: Vec<&[SourceIndex]> = groups.covering(chronicle, trip).collect();
        let told: FxHashSet<SourceIndex> = trip.accounts().iter().map(|account| account.source).collect();
        let told_here =
            |group: &&[SourceIndex]| told.iter().filter(|source| group.binary_search(source).is_ok()).count();
        let silent_count: usize = covering.iter().map(|group| group.len() - told_here(group)).sum();
        // No group has to be walked through further than to the silent ones that are told.
        let most = if silent_count <= MOST { silent_count } else { 1 };
        let silent_in = |group: &[SourceIndex]| {
            group.iter().copied().filter(|source| !told.contains(source)).take(most).collect::<Vec<_>>()
        };
        let mut silent: Vec<SourceIndex> = covering.iter().flat_map(|group| silent_in(group)).collect();
        silent.sort_unstable();
        for source in silent.into_iter().take(most) {
            let Some(first) = locator.wording.account(index, 0) else { continue };
            let others = narrow(silent_count - most);
            found.push(locator.found_at(first, FindingDetails::SourceSilent { trip: index, source, others }));
        }
    }
    found
}

/// The sources of a file in groups that cover the same, so that it is asked of each group and not of each source: a file can have
/// very many, and most cover all.
struct Groups<'a>(Vec<(&'a Source, Vec<SourceIndex>)>);

impl<'a> Groups<'a> {
    fn new(chronicle: &'a Chronicle) -> Self {
        let mut positions: FxHashMap<_, usize> = FxHashMap::default();
        let mut groups: Vec<(&Source, Vec<SourceIndex>)> = Vec::new();
        for (index, source) in chronicle.indexed_sources() {
            let Covers { countries, travellers, period } = &source.covers;
            let position = *positions.entry((source.file, period, countries, travellers)).or_insert(groups.len());
            match groups.get_mut(position) {
                Some((_, group)) => group.push(index),
                None => groups.push((source, vec![index])),
            }
        }
        Self(groups)
    }

    /// Those that speak of the country of a trip on each day it can have taken, each in order.
    fn covering(&self, chronicle: &Chronicle, trip: &Trip) -> impl Iterator<Item = &[SourceIndex]> {
        let file = trip.accounts().first().map(|account| chronicle.source(account.source).file);
        let covers = move |(source, _): &&(&Source, Vec<SourceIndex>)| {
            Some(source.file) == file
                && source.covers.speaks_of(trip.traveller)
                && source.covers.all_of(trip.country, trip.possible())
        };
        self.0.iter().filter(covers).map(|(_, group)| group.as_slice())
    }
}

/// Which sources tell of the trip, and which should.
fn describe(wording: Wording<'_>, details: &FindingDetails) -> Option<String> {
    let FindingDetails::SourceSilent { trip, source, others } = *details else { return None };
    let trip = wording.chronicle.trip(trip);
    let told = listed(trip.accounts().iter().map(|account| wording.has(account)));
    let rumoured = if trip.status == TripStatus::Rumoured { ", a rumour" } else { "" };
    let others = if others == 0 { String::new() } else { format!(", nor do {others} other sources that cover it") };
    Some(format!(
        "{}: {told}{rumoured}; {} covers that country and time and does not tell of it{others}",
        wording.country(trip.country),
        wording.source(source),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::load;

    /// What is asked of each trip grows with the number of different things that sources cover, not with their number.
    #[test]
    fn a_trip_asks_each_group_of_sources_once() {
        let groups_of = |sources: usize| {
            let source = |at: usize| {
                let covers = ["", ", covers: (countries: [\"China\"])", ", covers: (period: \"1950/1959\")"][at % 3];
                format!("(id: \"s{at}\"{covers}),")
            };
            let listed: String = (0..sources).map(source).collect();
            let trips = "(country: \"China\", source: \"s0\", dates: \"1956-06-01\"), (country: \"Cuba\", source: \"s2\", dates: \"1966\")";
            let document = load(format!("(sources: [{listed}], trips: [{trips}])"));
            let groups = Groups::new(&document.chronicle);
            let asked: Vec<usize> = document
                .chronicle
                .trips
                .iter()
                .map(|trip| groups.covering(&document.chronicle, trip).count())
                .collect();
            let silent = document.findings().all.iter().filter(|finding| finding.code == Code::SourceSilent).count();
            (groups.0.len(), asked, silent)
        };
        // Three sources are silent on the trip to China, or very many, of which one is told; one on that to Cuba.
        assert_eq!(groups_of(3), (3, vec![3, 1], 2 + 1));
        assert_eq!(groups_of(6000), (3, vec![3, 1], 1 + 1));
    }
}
