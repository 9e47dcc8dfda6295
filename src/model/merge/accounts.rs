//! The accounts of several files, each once and with the words of its own source.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::part::Part;
use crate::model::facts::{Account, Chronicle, SourceIndex, Text, Trip, TripKind, TripStatus};

/// An account with what its source says of the trip, whatever the trip says.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// Without words of its own: they are below.
    pub(crate) account: Account,
    pub(crate) traveller: Text,
    pub(crate) country: Text,
    pub(crate) kind: TripKind,
    pub(crate) status: TripStatus,
    /// The names that trips with it gave themselves.
    pub(crate) ids: BTreeSet<Text>,
}

impl Member {
    /// The accounts of a trip of a file, of this traveller where none is named.
    pub(crate) fn of_trip(chronicle: &Chronicle, trip: &Trip, nobody: &str) -> Vec<Self> {
        let traveller: Text = chronicle.traveller(trip.traveller).unwrap_or_default().into();
        let country: Text = chronicle.country_name(trip).into();
        let ids: BTreeSet<Text> = trip.given_id().into_iter().cloned().collect();
        let member = |account: &Account| {
            let own = account.own.clone().unwrap_or_default();
            Self {
                account: Account { own: None, ..account.clone() },
                traveller: Some(own.traveller.unwrap_or_else(|| traveller.clone()))
                    .filter(|name| !name.is_empty())
                    .unwrap_or_else(|| nobody.into()),
                country: own.country.unwrap_or_else(|| country.clone()),
                kind: own.kind.unwrap_or(trip.kind),
                status: own.status.unwrap_or(trip.status),
                ids: ids.clone(),
            }
        };
        trip.accounts().iter().map(member).collect()
    }

    /// All that is told, whoever tells it: accounts with the same are the same.
    pub(crate) fn content(&self) -> String {
        let Self { account, traveller, country, kind, status, ids: _ } = self;
        let Account { source: _, when, verbatim, restored, inferred, places, leaders, details, own: _ } = account;
        let places: Vec<_> =
            places.iter().map(|place| (&place.name, &place.link, place.at.map(|at| at.to_string()))).collect();
        let leaders: Vec<_> = leaders.iter().map(|leader| (&leader.name, &leader.office)).collect();
        let words = (traveller, country, kind.key(), status.key(), when.edtf(), verbatim);
        format!("{words:?} {restored:?} {inferred:?} {places:?} {leaders:?} {details:?}")
    }
}

/// All accounts of several files.
pub(crate) struct Accounts {
    /// In the order of their days, sources and contents.
    pub(crate) all: Vec<Member>,
    /// The accounts of each trip of a file, as positions.
    pub(crate) trips: Vec<Vec<usize>>,
    /// How many accounts were told more than once.
    pub(crate) repeated: usize,
}

impl Accounts {
    /// The accounts of all files, those that name nobody with this traveller. An account that several files have, or one file twice, is one.
    pub(crate) fn new(parts: &[Part<'_>], traveller: &str, source: impl Fn(usize, SourceIndex) -> SourceIndex) -> Self {
        let mut found: Vec<(String, Member, usize)> = Vec::new();
        let mut trips = 0;
        for (part, Part { chronicle, .. }) in parts.iter().enumerate() {
            for trip in &chronicle.trips {
                for mut member in Member::of_trip(chronicle, trip, traveller) {
                    member.account.source = source(part, member.account.source);
                    found.push((member.content(), member, trips));
                }
                trips += 1;
            }
        }
        let all_found = found.len();
        found.sort_by(|one, other| order(&one.1, &other.1).then_with(|| one.0.cmp(&other.0)));
        let mut all: Vec<Member> = Vec::new();
        let mut of_trips: Vec<Vec<usize>> = vec![Vec::new(); trips];
        let mut last: Option<(String, SourceIndex)> = None;
        for (content, member, trip) in found {
            let is_same =
                last.as_ref().is_some_and(|(last, source)| *last == content && *source == member.account.source);
            if let Some(known) = all.last_mut().filter(|_| is_same) {
                known.ids.extend(member.ids);
            } else {
                last = Some((content, member.account.source));
                all.push(member);
            }
            of_trips[trip].push(all.len() - 1);
        }
        let repeated = all_found - all.len();
        Self { all, trips: of_trips, repeated }
    }

    /// How many accounts have each of some words.
    pub(crate) fn uses(&self, word: impl Fn(&Member) -> &Text) -> BTreeMap<String, usize> {
        let mut uses = BTreeMap::new();
        for member in &self.all {
            *uses.entry(word(member).to_string()).or_insert(0) += 1;
        }
        uses
    }
}

fn order(one: &Member, other: &Member) -> Ordering {
    let key = |member: &Member| (member.account.when.possible(), member.account.source);
    key(one).cmp(&key(other))
}
