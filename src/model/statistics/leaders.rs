//! Who was met.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mentions::Mentions;
use super::stays::Stay;
use crate::model::facts::{Chronicle, CountryIndex, Leader, SourceIndex, Text};
use crate::model::query::Reading;

/// The leaders met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeadersMet {
    /// Each with a name, those met most often first, then those met first.
    pub named: Vec<MetLeader>,
    /// How many trips tell of someone by an office alone, which is no name to be known again by.
    pub trips_with_nameless: usize,
}

/// A leader met. A meeting is a trip with an account that names him: what several sources say of it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetLeader {
    /// As the first account that names him prints it.
    pub name: Text,
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

/// By what a leader is known again: the name as it is written. Spellings are joined only where a file says so.
fn identity(leader: &Leader) -> &str {
    &leader.name
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
            let position = *positions.entry(identity(leader)).or_insert_with(|| {
                met.named.push(MetLeader::new(leader, stay));
                met.named.len() - 1
            });
            let Some(known) = met.named.get_mut(position) else { continue };
            known.meetings.add(stay);
            known.countries.insert(trip.country);
            if !leader.office.is_empty() && offices.insert((position, &leader.office, source)) {
                known.offices.push(LeaderOffice { office: leader.office.clone(), source });
            }
        }
        met.trips_with_nameless += usize::from(has_nameless);
    }
    met.named.sort_by_key(|leader| Reverse(leader.meetings.trips.len()));
    met
}

impl MetLeader {
    fn new(leader: &Leader, stay: &Stay) -> Self {
        Self {
            name: leader.name.clone(),
            offices: Vec::new(),
            countries: BTreeSet::new(),
            meetings: Mentions::first(stay),
        }
    }
}
