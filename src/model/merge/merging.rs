//! Files that become one: collected, paired, and what comes of decisions.

use std::collections::{BTreeMap, BTreeSet};

use super::accounts::{Accounts, Member};
use super::decision::{Decided, Decision};
use super::lanes::Lanes;
use super::names::Travellers;
use super::part::Part;
use super::sources::Sources;
use crate::model::facts::{Account, AccountName, Source, SourceIndex};
use crate::model::pairing::{self, Proposal, Stay, Told};

/// How files are merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// So many days may lie between accounts of one trip.
    pub within: u16,
    /// Pairs of names that are of one traveller.
    pub same: Vec<[String; 2]>,
    /// Who travelled, where a file names nobody; may be empty.
    pub traveller: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { within: 3, same: Vec::new(), traveller: String::new() }
    }
}

/// Several files that become one.
pub struct Merge<'a> {
    pub(super) parts: Vec<Part<'a>>,
    pub(super) sources: Sources,
    pub(super) accounts: Accounts,
    pub(super) lanes: Lanes,
    pub(super) travellers: Travellers,
    /// Whose the trips are taken to be that name nobody: of the only one whom any file names.
    supposed: Option<String>,
    /// The pairs of accounts that the files keep apart.
    apart: BTreeSet<[usize; 2]>,
    within: i32,
}

/// An account as its source tells it.
#[derive(Clone, Copy, Debug)]
pub struct ToldAccount<'a> {
    /// Who says so.
    pub source: &'a Source,
    /// Who travelled; empty where nobody is named.
    pub traveller: &'a str,
    /// Where.
    pub country: &'a str,
    /// All else.
    pub account: &'a Account,
}

/// Several files as one, as far as it is decided.
pub struct Merged<'a, 'b> {
    pub(super) merge: &'b Merge<'a>,
    pub(super) decided: Decided,
    /// The accounts of each trip, in order.
    pub trips: Vec<Vec<usize>>,
    /// What is still to be decided; the stays are positions of trips.
    pub proposals: Vec<Proposal>,
}

impl<'a> Merge<'a> {
    /// Of files, in any order.
    #[must_use]
    pub fn new(parts: &[Part<'a>], options: &Options) -> Self {
        let supposed = Some(options.traveller.clone()).filter(|name| !name.is_empty());
        let supposed = supposed.or_else(|| only_named(parts, &options.same));
        let nobody = supposed.as_deref().unwrap_or_default();
        let told = parts.iter().map(|part| told_by_source(part, nobody)).collect::<Vec<_>>();
        let sources = Sources::new(parts, &told);
        let accounts = Accounts::new(parts, nobody, |part, source| sources.index(part, source));
        let lanes = Lanes::new(parts, &country_words(parts), &accounts.uses(|member| &member.country));
        let travellers = Travellers::new(parts, &options.same, &accounts.uses(|member| &member.traveller));
        let supposed = supposed.filter(|_| options.traveller.is_empty());
        let (parts, apart, within) = (parts.to_vec(), BTreeSet::new(), i32::from(options.within));
        let merge = Self { parts, sources, accounts, lanes, travellers, supposed, apart, within };
        Self { apart: merge.kept_apart(), ..merge }
    }

    /// The sources, in the order in which accounts tell them.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources.all
    }

    /// How many accounts there are, each once.
    #[must_use]
    pub fn account_count(&self) -> usize {
        self.accounts.all.len()
    }

    /// An account, by its position among all.
    #[must_use]
    pub fn told(&self, account: usize) -> ToldAccount<'_> {
        let Member { account, traveller, country, .. } = &self.accounts.all[account];
        ToldAccount { source: &self.sources.all[account.source.position()], traveller, country, account }
    }

    /// How many accounts were told more than once.
    #[must_use]
    pub fn repeated(&self) -> usize {
        self.accounts.repeated
    }

    /// Whose the trips are taken to be that name nobody, where there are such and the files name one traveller alone.
    #[must_use]
    pub fn supposed_traveller(&self) -> Option<&str> {
        self.supposed.as_deref()
    }

    /// Pairs of names of travellers that may be of one person and were not joined.
    #[must_use]
    pub fn alike_travellers(&self) -> &[[String; 2]] {
        &self.travellers.alike
    }

    /// What comes of it with these decisions, one after the other.
    #[must_use]
    pub fn decided(&self, decisions: &[Decision]) -> Merged<'a, '_> {
        let (count, files) = (self.accounts.all.len(), &self.accounts.trips);
        let decided = Decided::new(count, files, self.apart.clone(), decisions);
        let trips = decided.trips();
        let stays: Vec<Stay<'_>> = trips.iter().map(|trip| self.stay(trip)).collect();
        let mut trip_of = vec![0; count];
        for (position, trip) in trips.iter().enumerate() {
            for &account in trip {
                trip_of[account] = position;
            }
        }
        let apart = decided.apart.iter().map(|[one, other]| {
            let trips = [trip_of[*one], trip_of[*other]];
            (trips[0].min(trips[1]), trips[0].max(trips[1]))
        });
        let proposals = pairing::proposals(&stays, &self.travellers.people, self.within, &apart.collect());
        Merged { merge: self, decided, trips, proposals }
    }

    /// The members of a trip as they are compared with others.
    fn stay(&self, trip: &[usize]) -> Stay<'_> {
        let members = || trip.iter().map(|&account| &self.accounts.all[account]);
        let block = members().next().map_or(0, |member| {
            let traveller = self.travellers.of_name(&member.traveller);
            traveller * self.lanes.all.len() + self.lanes.of_name(&member.country)
        });
        let told =
            members().map(|member| Told { account: &member.account, country: &member.country, status: member.status });
        Stay { block: u32::try_from(block).unwrap_or(u32::MAX), told: told.collect() }
    }

    /// The pairs of accounts that the files keep apart.
    fn kept_apart(&self) -> BTreeSet<[usize; 2]> {
        let mut by_source: BTreeMap<SourceIndex, Vec<usize>> = BTreeMap::new();
        for (position, member) in self.accounts.all.iter().enumerate() {
            by_source.entry(member.account.source).or_default().push(position);
        }
        let named = |part: usize, name: &AccountName| {
            let source = self.sources.index(part, name.source);
            let of_source = by_source.get(&source).map_or(&[][..], Vec::as_slice);
            let is_named = |account: &&usize| {
                let member = &self.accounts.all[**account];
                (&member.traveller, &member.country, &member.account.when)
                    == (&name.traveller, &name.country, &name.when)
            };
            of_source.iter().filter(is_named).copied().collect::<Vec<_>>()
        };
        let mut apart = BTreeSet::new();
        for (part, Part { chronicle, .. }) in self.parts.iter().enumerate() {
            for [one, other] in &chronicle.apart {
                let others = named(part, other);
                let pairs = named(part, one).into_iter().flat_map(|one| others.iter().map(move |&other| [one, other]));
                apart.extend(
                    pairs.filter(|[one, other]| one != other).map(|[one, other]| [one.min(other), one.max(other)]),
                );
            }
        }
        apart
    }
}

impl Merged<'_, '_> {
    /// The accounts of a proposal's stays.
    #[must_use]
    pub fn accounts_of(&self, proposal: &Proposal) -> Vec<Vec<usize>> {
        proposal.stays.iter().map(|&trip| self.trips[trip].clone()).collect()
    }

    /// The merge that it is a result of.
    #[must_use]
    pub const fn merge(&self) -> &Merge<'_> {
        self.merge
    }

    /// The decision that accepts some proposals, as one.
    #[must_use]
    pub fn accepting<'c>(&self, proposals: impl IntoIterator<Item = &'c Proposal>) -> Decision {
        Decision::Join(proposals.into_iter().map(|proposal| self.accounts_of(proposal).concat()).collect())
    }
}

/// The only traveller whom any of the files names, where some trips name nobody.
fn only_named(parts: &[Part<'_>], same: &[[String; 2]]) -> Option<String> {
    let names_nobody = |Part { chronicle, .. }: &Part<'_>| {
        chronicle.trips.iter().any(|trip| chronicle.traveller(trip.traveller).is_none())
    };
    if !parts.iter().any(names_nobody) {
        return None;
    }
    let accounts = Accounts::new(parts, "", |_, source| source);
    let travellers = Travellers::new(parts, same, &accounts.uses(|member| &member.traveller));
    travellers.only_named().map(str::to_owned)
}

/// What each source of a file tells, as contents of accounts.
fn told_by_source(Part { chronicle, .. }: &Part<'_>, nobody: &str) -> Vec<BTreeSet<String>> {
    let mut told = vec![BTreeSet::new(); chronicle.sources.len()];
    for member in chronicle.trips.iter().flat_map(|trip| Member::of_trip(chronicle, trip, nobody)) {
        told[member.account.source.position()].insert(member.content());
    }
    told
}

/// The words that trips and accounts of each file have for its countries.
pub(crate) fn country_words(parts: &[Part<'_>]) -> BTreeSet<(usize, usize, String)> {
    let mut words = BTreeSet::new();
    for (part, Part { chronicle, .. }) in parts.iter().enumerate() {
        for trip in &chronicle.trips {
            for member in Member::of_trip(chronicle, trip, "") {
                words.insert((part, trip.country.position(), member.country.to_string()));
            }
        }
    }
    words
}
