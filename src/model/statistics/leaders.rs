//! Who was met.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::Mentions;
use super::stays::Stay;
use crate::model::facts::{Chronicle, CountryIndex, SourceIndex, Text};
use crate::model::query::Reading;
use crate::model::search::alike;

/// The leaders met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeadersMet {
    /// Each with a name, those met most often first, then those met first.
    pub named: Vec<MetLeader>,
    /// Positions of two of them whose names may be of one person.
    pub alike: Vec<(usize, usize)>,
    /// How many trips tell of someone by an office alone, which is no name to be known again by.
    pub trips_with_nameless: usize,
}

/// A leader met. A meeting is a trip with an account that names him: what several sources say of it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetLeader {
    /// As the file shows it, else as the first account that names him prints it.
    pub name: Text,
    /// How else accounts print it; the file says that it is the same.
    pub also: BTreeSet<Text>,
    /// The offices that are given, each of a source once, in the order of the meetings.
    pub offices: Vec<LeaderOffice>,
    /// Where the meetings were.
    pub countries: BTreeSet<CountryIndex>,
    /// The trips with a meeting.
    pub meetings: Mentions,
}

/// An office, and who gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaderOffice {
    /// As the source prints it.
    pub office: Text,
    /// Who says so.
    pub source: SourceIndex,
}

/// The leaders that the accounts of some stays name; the stays come in the order of time.
pub(super) fn leaders(chronicle: &Chronicle, reading: Reading, stays: &[Stay]) -> LeadersMet {
    let mut met = LeadersMet::default();
    let mut positions: FxHashMap<&str, usize> = FxHashMap::default();
    let mut offices: FxHashSet<(usize, &str, SourceIndex)> = FxHashSet::default();
    for stay in stays {
        let trip = chronicle.trip(stay.trip);
        let told =
            reading.accounts(trip).flat_map(|account| account.leaders.iter().map(|leader| (account.source, leader)));
        let mut has_nameless = false;
        for (source, leader) in told {
            if leader.name.is_empty() {
                has_nameless = true;
                continue;
            }
            // Spellings are joined only where the file says so.
            let name = chronicle.people.name_of(&leader.name);
            let position = *positions.entry(name).or_insert_with(|| {
                met.named.push(MetLeader::new(name, stay));
                met.named.len() - 1
            });
            let Some(known) = met.named.get_mut(position) else { continue };
            known.meetings.add(stay);
            known.countries.insert(trip.country);
            if leader.name != known.name && !known.also.contains(&leader.name) {
                known.also.insert(leader.name.clone());
            }
            if !leader.office.is_empty() && offices.insert((position, &leader.office, source)) {
                known.offices.push(LeaderOffice { office: leader.office.clone(), source });
            }
        }
        met.trips_with_nameless += usize::from(has_nameless);
    }
    met.named.sort_by_key(|leader| Reverse(leader.meetings.trips.len()));
    met.alike = alike(met.named.iter().map(|leader| leader.name.as_str()));
    met
}

impl MetLeader {
    fn new(name: &str, stay: &Stay) -> Self {
        Self {
            name: name.into(),
            also: BTreeSet::new(),
            offices: Vec::new(),
            countries: BTreeSet::new(),
            meetings: Mentions::first(stay),
        }
    }
}
