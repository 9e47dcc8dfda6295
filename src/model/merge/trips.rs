//! The merged file: what is decided, as facts in an order of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::accounts::Member;
use super::covers::covers;
use super::merging::Merged;
use super::part::Part;
use crate::model::facts::{
    Account, AccountName, Chronicle, Country, CountryIndex, Event, Id, OwnWords, Source, Text, Total, Traveller,
    TravellerIndex, Trip, TripKind, TripStatus,
};
use crate::time::Span;

impl Merged<'_, '_> {
    /// The facts of the merged file, to be written: what follows from all of them together is not made.
    #[must_use]
    pub fn chronicle(&self) -> Chronicle {
        self.facts().0
    }

    /// The same, with the accounts of each of its trips, both in the order of the facts.
    #[must_use]
    pub fn facts(&self) -> (Chronicle, Vec<Vec<usize>>) {
        let merge = self.merge;
        let (countries, country_order) = self.countries();
        let (travellers, traveller_order) = self.travellers();
        let country = |lane: usize| CountryIndex::new(country_order[lane]);
        let traveller = |position: usize| TravellerIndex::new(traveller_order[position]);
        let known = (&merge.sources, &merge.accounts, &merge.lanes, &merge.travellers);
        let covers = covers(&merge.parts, known, country, traveller);
        let sources = merge.sources.all.iter().zip(covers).map(|(source, covers)| Source { covers, ..source.clone() });
        let mut chronicle = Chronicle::default();
        chronicle.title = title(&merge.parts);
        chronicle.sources = sources.collect();
        chronicle.travellers = travellers;
        chronicle.people = merge.travellers.people.clone();
        chronicle.apart = self.apart();
        for (lane, group) in countries {
            let group = group.map(|group| chronicle.group_named(&group));
            chronicle.countries.push(Country { group, ..lane });
        }
        let lane = |word: &str| country(merge.lanes.of_name(word));
        let mut trips: Vec<(Trip, Vec<usize>)> = self
            .trips
            .iter()
            .filter_map(|accounts| {
                let mut accounts = accounts.clone();
                // They come in the order of their days.
                accounts.sort_by_key(|&account| merge.accounts.all[account].account.source);
                let members: Vec<&Member> = accounts.iter().map(|&account| &merge.accounts.all[account]).collect();
                let first = members.first()?;
                let who = merge.travellers.of_name(&first.traveller);
                let index = lane(&first.country);
                let lane_name = &chronicle.country(index).name;
                let trip = trip(&members, (traveller(who), &merge.travellers.all[who].0), (index, lane_name))?;
                Some((trip, accounts))
            })
            .collect();
        trips.sort_by_key(|(trip, _)| trip.possible);
        let (mut trips, accounts): (Vec<Trip>, Vec<Vec<usize>>) = trips.into_iter().unzip();
        // A name that several files gave to different trips stays that of the first.
        let mut given: BTreeSet<Text> = BTreeSet::new();
        for trip in &mut trips {
            if trip.given_id().is_some_and(|id| !given.insert(id.clone())) {
                trip.id = Id::Made(1);
            }
        }
        chronicle.trips = trips;
        chronicle.events = self.events(&lane);
        chronicle.totals = self.totals(&lane);
        (chronicle, accounts)
    }

    /// The lanes in the order of the first stay in each, those without any behind; and where each of the merge has come.
    fn countries(&self) -> (Vec<(Country, Option<String>)>, Vec<usize>) {
        let lanes = &self.merge.lanes;
        let first = self.first_days(|member| lanes.of_name(&member.country));
        let mut order: Vec<usize> = (0..lanes.all.len()).collect();
        order.sort_by_key(|lane| {
            let name = lanes.all[*lane].country.name.clone();
            (!first.contains_key(lane), first.get(lane).copied(), name)
        });
        let all = order.iter().map(|&lane| (lanes.all[lane].country.clone(), lanes.all[lane].group.clone()));
        (all.collect(), positions(&order))
    }

    /// The same of travellers.
    fn travellers(&self) -> (Vec<Traveller>, Vec<usize>) {
        let travellers = &self.merge.travellers;
        let first = self.first_days(|member| travellers.of_name(&member.traveller));
        let mut order: Vec<usize> = (0..travellers.all.len()).collect();
        order.sort_by_key(|at| (!first.contains_key(at), first.get(at).copied(), travellers.all[*at].0.clone()));
        let all = order.iter().map(|&at| {
            let (name, offices) = travellers.all[at].clone();
            Traveller { name, offices, has_trips: first.contains_key(&at) }
        });
        (all.collect(), positions(&order))
    }

    /// The first days of accounts, by what they are of.
    fn first_days(&self, of: impl Fn(&Member) -> usize) -> BTreeMap<usize, Span> {
        let mut first: BTreeMap<usize, Span> = BTreeMap::new();
        // Accounts are in the order of their days.
        for member in &self.merge.accounts.all {
            first.entry(of(member)).or_insert_with(|| member.account.when.possible());
        }
        first
    }

    fn apart(&self) -> Vec<[AccountName; 2]> {
        let name = |account: usize| {
            let Member { account, traveller, country, .. } = &self.merge.accounts.all[account];
            let (traveller, country) = (traveller.clone(), country.clone());
            AccountName { source: account.source, traveller, country, when: account.when.clone() }
        };
        let mut apart: Vec<[AccountName; 2]> = self.decided.apart.iter().map(|pair| pair.map(name)).collect();
        apart.dedup();
        apart
    }

    fn events(&self, lane: &impl Fn(&str) -> CountryIndex) -> Vec<Event> {
        let mut events: BTreeMap<_, Event> = BTreeMap::new();
        for (part, Part { chronicle, .. }) in self.merge.parts.iter().enumerate() {
            for event in &chronicle.events {
                let country = lane(&chronicle.country(event.country).name);
                let source = self.merge.sources.index(part, event.source);
                let event = Event { country, source, offset: 0, ..event.clone() };
                let when = event.when.as_ref().map(|when| (when.possible(), when.edtf().into_owned()));
                let words = format!("{:?}", (&event.title, &event.by, &event.place, &event.details));
                let said = format!("{:?}", (&event.verbatim, &event.inferred));
                events.insert((when, event.kind, country, source, words, said), event);
            }
        }
        events.into_values().collect()
    }

    fn totals(&self, lane: &impl Fn(&str) -> CountryIndex) -> Vec<Total> {
        let mut totals: BTreeMap<_, Total> = BTreeMap::new();
        for (part, Part { chronicle, .. }) in self.merge.parts.iter().enumerate() {
            for total in &chronicle.totals {
                let country = lane(&chronicle.country(total.country).name);
                let source = self.merge.sources.index(part, total.source);
                let key = (source, country, format!("{:?} {:?}", total.claim, total.verbatim));
                totals.insert(key, Total { source, country, offset: 0, ..total.clone() });
            }
        }
        totals.into_values().collect()
    }
}

/// The titles of all files, each part of them once.
fn title(parts: &[Part<'_>]) -> String {
    let titles = parts.iter().flat_map(|part| part.chronicle.title.split("; "));
    titles.filter(|title| !title.is_empty()).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join("; ")
}

/// Where each of a list comes in an order of it.
fn positions(order: &[usize]) -> Vec<usize> {
    let mut positions = vec![0; order.len()];
    for (position, &item) in order.iter().enumerate() {
        positions[item] = position;
    }
    positions
}

/// A trip of accounts: what they say alike is said by the trip; where they do not, the trip says what most do.
fn trip(
    members: &[&Member],
    (traveller, traveller_name): (TravellerIndex, &str),
    (country, lane_name): (CountryIndex, &str),
) -> Option<Trip> {
    let word = most(members.iter().map(|member| &member.country), |word| (**word != *lane_name, word.to_string()))?;
    let kinds = members.iter().map(|member| member.kind);
    let kind = most(kinds.clone().filter(|kind| *kind != TripKind::default()), |kind| *kind).unwrap_or_default();
    let status = most(members.iter().map(|member| member.status), |status: &TripStatus| *status)?;
    let account = |member: &&Member| {
        let own = OwnWords {
            traveller: Some(member.traveller.clone()).filter(|own| **own != *traveller_name),
            country: Some(member.country.clone()).filter(|own| own != word),
            kind: Some(member.kind).filter(|own| *own != kind),
            status: Some(member.status).filter(|own| *own != status),
        };
        Account { own: (own != OwnWords::default()).then(|| Box::new(own)), ..member.account.clone() }
    };
    let accounts: Vec<Account> = members.iter().map(account).collect();
    let possible = accounts.iter().map(|account| account.when.possible()).reduce(Span::hull)?;
    let id = members.iter().flat_map(|member| &member.ids).min().cloned().map_or(Id::Made(1), Id::Given);
    Some(Trip {
        id,
        traveller,
        country,
        country_name: Some(word.clone()).filter(|word| **word != *lane_name),
        kind,
        status,
        offset: 0,
        accounts: accounts.into(),
        possible,
    })
}

/// What comes most often; of what comes equally often the first by rank.
fn most<T: PartialEq + Copy, R: Ord>(all: impl Iterator<Item = T>, rank: impl Fn(&T) -> R) -> Option<T> {
    let all: Vec<T> = all.collect();
    let times = |one: &T| all.iter().filter(|other| *other == one).count();
    all.iter().copied().min_by_key(|one| (std::cmp::Reverse(times(one)), rank(one)))
}
