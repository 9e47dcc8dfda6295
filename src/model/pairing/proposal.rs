//! Proposals: stays that may be one trip, how sure that is, and why.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::assign::{Group, Standing, root, standings};
use super::candidates::{Candidate, Comparison};
use super::evidence::{CERTAIN, Evidence};
use super::told::Stay;
use crate::model::facts::{People, SourceIndex};

/// What is to be thought of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Another choice is as good, or better for all stays together.
    Unclear,
    /// It is part of the best choice, but not sure.
    Likely,
    /// It is sure, and no other choice is nearly as good.
    Certain,
}

impl Verdict {
    /// The word in files and on screen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unclear => "unclear",
            Self::Likely => "likely",
            Self::Certain => "certain",
        }
    }
}

/// Stays that may be one trip.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Positions of the stays, in order, at least two.
    pub stays: Vec<usize>,
    /// How sure it is.
    pub verdict: Verdict,
    /// The points of the pair of sources that speaks least for it.
    pub points: i32,
    /// What speaks for and against it, for each two of the sources.
    pub evidence: Vec<([SourceIndex; 2], Evidence)>,
}

/// A choice that costs so many points more than the best is not nearly as good.
const CLEAR: i32 = 20;
/// A rival of one of the stays that has nearly as many points makes a pair uncertain, whatever the sum.
const RIVAL: i32 = 8;

/// A candidate with its standing in the best choice.
struct Judged {
    sources: [SourceIndex; 2],
    candidate: Candidate,
    standing: Standing,
    is_certain: bool,
}

/// The proposals for stays, which may have up to `within` days between them; the least certain first, then in order.
/// Pairs of `apart`, the lower position first, are never proposed.
///
/// Takes time in proportion to the stays and the logarithm of their number, where they do not all lie close together.
pub(crate) fn proposals(
    stays: &[Stay<'_>],
    people: &People,
    within: i32,
    apart: &BTreeSet<(usize, usize)>,
) -> Vec<Proposal> {
    let mut blocks: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (position, stay) in stays.iter().enumerate() {
        blocks.entry(stay.block).or_default().push(position);
    }
    let comparison = Comparison { stays, people, within, apart };
    let mut proposals: Vec<Proposal> = Vec::new();
    for positions in blocks.into_values() {
        let judged = comparison.candidates(&positions).into_iter();
        let judged: Vec<Judged> =
            judged.flat_map(|((one, other), candidates)| judge([one, other], candidates, &positions)).collect();
        proposals.extend(joined(stays, judged));
    }
    proposals
        .sort_by(|one, other| (one.verdict, one.points, &one.stays).cmp(&(other.verdict, other.points, &other.stays)));
    proposals
}

/// How the candidates of two sources stand.
fn judge(sources: [SourceIndex; 2], candidates: Vec<Candidate>, positions: &[usize]) -> Vec<Judged> {
    // Within a block, stays are numbered from 0, in their order.
    let local = |stay: u32| {
        let found = positions.binary_search(&(stay as usize)).unwrap_or(0);
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let groups: Vec<Group> = candidates
        .iter()
        .map(|candidate| Group {
            members: candidate.stays.iter().map(|&stay| local(stay)).collect(),
            weight: candidate.evidence.points(),
        })
        .collect();
    let standings = standings(&groups, positions.len());
    let strongest_rivals = strongest_rivals(&groups, positions.len());
    let judged = candidates.into_iter().zip(standings).zip(strongest_rivals);
    let judged = judged.map(|((candidate, standing), rival)| {
        let points = candidate.evidence.points();
        let is_crowded = standing.is_crowded || candidate.is_crowded;
        let is_certain = CERTAIN <= points && CLEAR <= standing.margin && !is_crowded && rival + RIVAL <= points;
        let standing = Standing { is_crowded, ..standing };
        Judged { sources, candidate, standing, is_certain }
    });
    judged.filter(|judged| judged.standing.loss < CLEAR).collect()
}

/// The points of the strongest group that shares a stay with each. One and two do not rival their own pairs.
fn strongest_rivals(groups: &[Group], count: usize) -> Vec<i32> {
    let mut by_stay: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (position, group) in groups.iter().enumerate() {
        for &member in &group.members {
            by_stay[member as usize].push(position);
        }
    }
    let is_part = |small: &Group, large: &Group| small.members.iter().all(|member| large.members.contains(member));
    let rivals = |group: &Group| {
        let near = group.members.iter().flat_map(|&member| &by_stay[member as usize]);
        let rivals = near.map(|&other| &groups[other]).filter(|other| !is_part(other, group));
        rivals.map(|other| other.weight).max().unwrap_or(0)
    };
    groups.iter().map(rivals).collect()
}

/// What is certain of each two sources is certain of all only if every two stays are: else none of it is.
fn joined(stays: &[Stay<'_>], judged: Vec<Judged>) -> Vec<Proposal> {
    let certain = judged.iter().filter(|judged| judged.is_certain);
    let certainties = Certainties::new(certain.clone());
    let mut together: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for set in connected(certain.map(|judged| &judged.candidate.stays[..])) {
        if certainties.hold_for_all(stays, &set) {
            for &stay in &set {
                together.insert(stay, set.clone());
            }
        }
    }
    let mut proposals: BTreeMap<(Vec<usize>, bool), Proposal> = BTreeMap::new();
    for Judged { sources, candidate, standing, is_certain } in judged {
        let own: Vec<usize> = candidate.stays.iter().map(|&stay| stay as usize).collect();
        let all = own.first().and_then(|stay| together.get(stay)).filter(|_| is_certain);
        let verdict = match all {
            Some(_) => Verdict::Certain,
            None if 0 < standing.margin && !standing.is_crowded => Verdict::Likely,
            None => Verdict::Unclear,
        };
        let points = candidate.evidence.points();
        let stays = all.map_or(own, |all| all.iter().copied().collect());
        let proposal = proposals.entry((stays.clone(), all.is_some())).or_insert_with(|| Proposal {
            stays,
            verdict,
            points,
            evidence: Vec::new(),
        });
        proposal.verdict = proposal.verdict.min(verdict);
        proposal.points = proposal.points.min(points);
        proposal.evidence.push((sources, candidate.evidence));
    }
    proposals.into_values().collect()
}

/// Sets of stays that are connected by groups.
fn connected<'a>(groups: impl Iterator<Item = &'a [u32]> + Clone) -> Vec<BTreeSet<usize>> {
    let count = groups.clone().flatten().max().map_or(0, |&last| last + 1);
    let mut parents: Vec<u32> = (0..count).collect();
    for pair in groups.clone().flat_map(|group| group.windows(2)) {
        let (one, other) = (root(&mut parents, pair[0]), root(&mut parents, pair[1]));
        parents[one.max(other) as usize] = one.min(other);
    }
    let mut sets: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for &stay in groups.flatten() {
        sets.entry(root(&mut parents, stay)).or_default().insert(stay as usize);
    }
    sets.into_values().collect()
}

/// What is certain of two stays: as two sources tell them, or as parts of one that another source tells.
struct Certainties {
    of_sources: FxHashSet<(usize, usize, SourceIndex, SourceIndex)>,
    of_any: FxHashSet<(usize, usize)>,
}

impl Certainties {
    fn new<'a>(certain: impl Iterator<Item = &'a Judged>) -> Self {
        let mut certainties = Self { of_sources: FxHashSet::default(), of_any: FxHashSet::default() };
        for Judged { sources: [first, second], candidate, .. } in certain {
            let stays = || candidate.stays.iter().map(|&stay| stay as usize);
            for (one, other) in
                stays().flat_map(|one| stays().map(move |other| (one, other))).filter(|(one, other)| one < other)
            {
                certainties.of_sources.extend([(one, other, *first, *second), (one, other, *second, *first)]);
                certainties.of_any.insert((one, other));
            }
        }
        certainties
    }

    /// Whether of each two stays of a set each two sources are certain.
    fn hold_for_all(&self, stays: &[Stay<'_>], set: &BTreeSet<usize>) -> bool {
        let sources = |stay: usize| stays[stay].told.iter().map(|told| told.account.source);
        set.iter().all(|&one| {
            set.range(one + 1..).all(|&other| {
                let mut pairs = sources(one).flat_map(|own| sources(other).map(move |their| (own, their)));
                pairs.all(|(own, their)| {
                    if own == their {
                        self.of_any.contains(&(one, other))
                    } else {
                        self.of_sources.contains(&(one, other, own, their))
                    }
                })
            })
        })
    }
}
