//! Pairs of stays, or one and two, that lie near enough in time to be compared.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::assign::Members;
use super::evidence::{Evidence, LEAST, between};
use super::told::{Side, Stay};
use crate::model::facts::{People, SourceIndex};

/// Two stays of two sources that may be one, or one and two.
pub(super) struct Candidate {
    /// In order.
    pub(super) stays: Members,
    pub(super) evidence: Evidence,
    /// Not all that lie near one of them were compared with it.
    pub(super) is_crowded: bool,
}

/// Of stays that begin later than one no more are compared with it: where there are more, none is certain.
const MOST_NEIGHBOURS: usize = 24;
/// So many days around a stay others in its country are counted.
const HALF_A_YEAR: i32 = 183;

/// What is compared.
pub(super) struct Comparison<'a> {
    pub(super) stays: &'a [Stay<'a>],
    pub(super) people: &'a People,
    /// How many days may lie between two stays that are one.
    pub(super) within: i32,
    /// Pairs of stays that are not one, the lower first.
    pub(super) apart: &'a BTreeSet<(usize, usize)>,
}

/// A stay as one source tells it.
struct Entry<'a> {
    stay: usize,
    side: Side<'a>,
    /// How many stays the source tells of within half a year.
    stays_near: usize,
}

impl Comparison<'_> {
    /// The candidates among the stays of one traveller in one country, by the two sources. The stays are given by position, in
    /// the order of their days.
    pub(super) fn candidates(&self, positions: &[usize]) -> BTreeMap<(SourceIndex, SourceIndex), Vec<Candidate>> {
        let entries = self.entries(positions);
        let mut found: BTreeMap<(SourceIndex, SourceIndex), Vec<Candidate>> = BTreeMap::new();
        let mut near: Vec<Vec<usize>> = vec![Vec::new(); entries.len()];
        // The entries that can still lie near those that come.
        let mut open: Vec<usize> = Vec::new();
        let mut crowded: FxHashSet<usize> = FxHashSet::default();
        for (position, entry) in entries.iter().enumerate() {
            let start = entry.side.hull().start();
            open.retain(|&at| start - entries[at].side.hull().end() <= self.within);
            let mut others = open.iter().rev().copied().filter(|&at| entries[at].side.source != entry.side.source);
            for at in others.by_ref().take(MOST_NEIGHBOURS) {
                if let Some((sources, candidate)) = self.pair(&entries[at], entry) {
                    found.entry(sources).or_default().push(candidate);
                    near[at].push(position);
                    near[position].push(at);
                }
            }
            if others.next().is_some() {
                crowded.insert(entry.stay);
            }
            open.push(position);
        }
        for (whole, near) in near.iter_mut().enumerate() {
            near.sort_unstable_by_key(|&at| (entries[at].side.source, at));
            for parts in near.windows(2) {
                if let Some((sources, candidate)) = self.parts(&entries, whole, [parts[0], parts[1]]) {
                    found.entry(sources).or_default().push(candidate);
                }
            }
        }
        for candidate in found.values_mut().flatten() {
            candidate.is_crowded = candidate.stays.iter().any(|&stay| crowded.contains(&(stay as usize)));
        }
        found
    }

    /// The stays of each source, in the order of their days.
    fn entries(&self, positions: &[usize]) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for &stay in positions {
            let mut sides: BTreeMap<SourceIndex, Side<'_>> = BTreeMap::new();
            for told in &self.stays[stay].told {
                let mut side = Side::new(*told, self.people);
                if let Some(known) = sides.remove(&side.source) {
                    side = known.with(side);
                }
                sides.insert(side.source, side);
            }
            entries.extend(sides.into_values().map(|side| Entry { stay, side, stays_near: 0 }));
        }
        entries.sort_by_key(|entry| (entry.side.hull(), entry.stay, entry.side.source));
        let mut starts: BTreeMap<SourceIndex, Vec<i32>> = BTreeMap::new();
        for entry in &entries {
            starts.entry(entry.side.source).or_default().push(entry.side.hull().start().number());
        }
        for entry in &mut entries {
            let (Some(starts), start) = (starts.get(&entry.side.source), entry.side.hull().start().number()) else {
                continue;
            };
            let first = starts.partition_point(|other| *other < start - HALF_A_YEAR);
            entry.stays_near = starts.partition_point(|other| *other <= start + HALF_A_YEAR) - first;
        }
        entries
    }

    fn pair(&self, one: &Entry<'_>, other: &Entry<'_>) -> Option<((SourceIndex, SourceIndex), Candidate)> {
        if !self.can_be_one(one, other) {
            return None;
        }
        let stays_near = one.stays_near.max(other.stays_near);
        // The evidence of two does not depend on which comes first.
        let (first, second) = if one.side.source < other.side.source { (one, other) } else { (other, one) };
        let evidence = Evidence::new(&first.side, &second.side, stays_near, self.within)?;
        Self::candidate(&[one, other], evidence)
    }

    /// A stay of one source and two that another tells, one right behind the other.
    fn parts(
        &self,
        entries: &[Entry<'_>],
        whole: usize,
        parts: [usize; 2],
    ) -> Option<((SourceIndex, SourceIndex), Candidate)> {
        let (whole, [first, second]) = (&entries[whole], parts.map(|part| &entries[part]));
        let are_of_one_source = first.side.source == second.side.source;
        let (before, behind) = (first.side.hull(), second.side.hull());
        // Parts may share the day of a journey, and no more.
        let follow = before.start() < behind.start() && behind.start() - before.end() >= -1;
        let close = between(before, behind) <= self.within;
        if !are_of_one_source || first.stay == second.stay || !follow || !close {
            return None;
        }
        if !first.side.names_days || !second.side.names_days || !whole.side.names_days {
            return None;
        }
        if !self.can_be_one(whole, first) || !self.can_be_one(whole, second) {
            return None;
        }
        let stay = |entry: &Entry<'_>| {
            self.stays[entry.stay].told.iter().filter(|told| told.account.source == first.side.source).copied()
        };
        let sides = [first, second].into_iter().flat_map(stay).map(|told| Side::new(told, self.people));
        let both = sides.reduce(Side::with)?;
        let stays_near = whole.stays_near.max(first.stays_near - 1);
        let evidence = Evidence::of_parts(&whole.side, [&first.side, &second.side], &both, stays_near)?;
        Self::candidate(&[whole, first, second], evidence)
    }

    /// Whether two stays may be one: none of their sources tells of both, and nobody has kept them apart.
    fn can_be_one(&self, one: &Entry<'_>, other: &Entry<'_>) -> bool {
        let tells =
            |stay: usize, source: SourceIndex| self.stays[stay].told.iter().any(|told| told.account.source == source);
        one.side.source != other.side.source
            && !tells(one.stay, other.side.source)
            && !tells(other.stay, one.side.source)
            && !self.apart.contains(&(one.stay.min(other.stay), one.stay.max(other.stay)))
    }

    fn candidate(entries: &[&Entry<'_>], evidence: Evidence) -> Option<((SourceIndex, SourceIndex), Candidate)> {
        let mut sources: Vec<SourceIndex> = entries.iter().map(|entry| entry.side.source).collect();
        sources.sort_unstable();
        let mut stays: Members = entries.iter().filter_map(|entry| u32::try_from(entry.stay).ok()).collect();
        stays.sort_unstable();
        let is_enough = LEAST <= evidence.points();
        let sources = (*sources.first()?, *sources.last()?);
        is_enough.then_some((sources, Candidate { stays, evidence, is_crowded: false }))
    }
}
