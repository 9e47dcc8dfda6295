//! Which account of the old edition became which of the new one.

use std::collections::{BTreeMap, BTreeSet};

use super::edition::Edition;
use crate::model::merge::{Accounts, Lanes, Member, Part, Travellers, country_words};
use crate::model::pairing::{Group, Members, standings};

/// So many days first and last day of an account may move, and it is still the same account of a trip to the same country.
const MOST_DAYS: i32 = 60;
/// So few days apart, whatever else is told.
const NEAR_DAYS: i32 = 7;
/// What speaks for two accounts that lie far apart and tell the same, and for how many days a point less.
const FAR_POINTS: i32 = 500;
const FAR_DAYS: i32 = 20;
/// A point makes more of a difference than which of equal choices is made.
const CHOICES: i32 = 64;
/// An account is compared with so many before and behind it.
const NEIGHBOURS: usize = 4;

/// The accounts that both editions have, by their positions: each of both with itself, then the best choice among the others.
pub(super) fn paired(parts: &[Part<'_>], accounts: &Accounts, editions: &[Edition; 2]) -> Vec<[usize; 2]> {
    let [old, new] = editions.each_ref().map(Edition::accounts);
    let mut pairs: Vec<[usize; 2]> = old.intersection(&new).map(|&same| [same, same]).collect();
    let mut left = Unpaired { accounts, old: &old - &new, new: &new - &old };
    if left.old.is_empty() || left.new.is_empty() {
        return pairs;
    }
    let lanes = Lanes::new(parts, &country_words(parts), &accounts.uses(|member| &member.country));
    let travellers = Travellers::new(parts, &[], &accounts.uses(|member| &member.traveller));
    let journey = |member: &Member| {
        (member.account.source, travellers.of_name(&member.traveller), lanes.of_name(&member.country))
    };
    pairs.extend(left.take(|member| Some(journey(member)), near));
    // The country or the traveller was put right.
    pairs.extend(left.take(
        |member| Some((member.account.source, member.account.when.edtf().into_owned())),
        |one, other| {
            let is_same = [one.country == other.country, one.traveller == other.traveller];
            let points = shared_words(one, other) + is_same.iter().filter(|is_same| **is_same).count();
            (0 < points).then(|| narrow(points))
        },
    ));
    // The year was put right: the dates lie far apart, and all that is told is the same.
    pairs.extend(left.take(
        |member| has_words(member).then(|| (journey(member), words(member))),
        |one, other| Some((FAR_POINTS - days_between(one, other) / FAR_DAYS).max(1)),
    ));
    pairs
}

/// The accounts of one edition alone that have no counterpart in the other yet, in the order of their days.
struct Unpaired<'a> {
    accounts: &'a Accounts,
    old: BTreeSet<usize>,
    new: BTreeSet<usize>,
}

impl Unpaired<'_> {
    /// Takes pairs of accounts with the same key: the best choice for all together. `points`
    /// are what speaks for a pair, more than 0; `None` where the two are not the same.
    fn take<K: Ord>(
        &mut self,
        key: impl Fn(&Member) -> Option<K>,
        points: impl Fn(&Member, &Member) -> Option<i32>,
    ) -> Vec<[usize; 2]> {
        let mut blocks: BTreeMap<K, [Vec<usize>; 2]> = BTreeMap::new();
        for (edition, alone) in [&self.old, &self.new].into_iter().enumerate() {
            for &account in alone {
                if let Some(key) = key(&self.accounts.all[account]) {
                    blocks.entry(key).or_default()[edition].push(account);
                }
            }
        }
        let candidates: BTreeSet<[usize; 2]> = blocks.values().flat_map(|[old, new]| neighbours(old, new)).collect();
        let groups = candidates.into_iter().filter_map(|[one, other]| {
            let points = points(&self.accounts.all[one], &self.accounts.all[other])?;
            let members: Members = [one, other].into_iter().map(position).collect();
            Some(Group { members, weight: points * CHOICES + turn(one, other) })
        });
        let groups: Vec<Group> = groups.collect();
        let standings = standings(&groups, self.accounts.all.len());
        let mut ranked: Vec<_> = standings.iter().zip(&groups).collect();
        ranked.sort_by_key(|(standing, group)| {
            (standing.loss, standing.margin == 0, std::cmp::Reverse(group.weight), group.members.clone())
        });
        let mut pairs = Vec::new();
        for (_, group) in ranked {
            let members = || group.members.iter().map(|&member| member as usize);
            let one = members().find(|member| self.old.contains(member));
            let other = members().find(|member| self.new.contains(member));
            if let Some((one, other)) = one.zip(other) {
                self.old.remove(&one);
                self.new.remove(&other);
                pairs.push([one, other]);
            }
        }
        pairs
    }
}

/// Pairs of accounts with few others of the same edition between them, the lower position first.
fn neighbours(old: &[usize], new: &[usize]) -> Vec<[usize; 2]> {
    let near = |own: &[usize], others: &[usize]| {
        let pairs = own.iter().flat_map(|&one| {
            let at = others.partition_point(|&other| other < one);
            let near = &others[at.saturating_sub(NEIGHBOURS)..others.len().min(at + NEIGHBOURS)];
            near.iter().map(move |&other| [one.min(other), one.max(other)]).collect::<Vec<_>>()
        });
        pairs.collect::<Vec<_>>()
    };
    [near(old, new), near(new, old)].concat()
}

/// By what choices differ that are as good as each other: so one of them is made, whichever edition is the older.
fn turn(one: usize, other: usize) -> i32 {
    narrow((one.wrapping_mul(31) ^ other.wrapping_mul(17)) % CHOICES.unsigned_abs() as usize)
}

/// What speaks for two accounts of one traveller and country: few days between them, and what else they tell alike. Accounts that
/// lie farther apart than a few days are the same only where they do not tell of different things.
fn near(one: &Member, other: &Member) -> Option<i32> {
    let days = days_between(one, other);
    let shared = shared_words(one, other);
    let is_same = days <= NEAR_DAYS || (days <= MOST_DAYS && (0 < shared || !has_words(one) || !has_words(other)));
    is_same.then(|| (MOST_DAYS - days).max(0) + 1 + 30 * narrow(shared))
}

/// By how many days first or last day differ, whichever differs more.
fn days_between(one: &Member, other: &Member) -> i32 {
    let [one, other] = [one, other].map(|member| member.account.when.possible());
    (one.start() - other.start()).abs().max((one.last() - other.last()).abs())
}

/// How many things are told alike, of those that are told at all.
fn shared_words(one: &Member, other: &Member) -> usize {
    let [one, other] = [one, other].map(|member| &member.account);
    let are_alike = [
        !one.places.is_empty() && one.places == other.places,
        !one.leaders.is_empty() && one.leaders == other.leaders,
        !one.details.is_empty() && one.details == other.details,
    ];
    are_alike.iter().filter(|are_alike| **are_alike).count()
}

/// Whether places, leaders or details are told.
fn has_words(member: &Member) -> bool {
    let account = &member.account;
    !account.places.is_empty() || !account.leaders.is_empty() || !account.details.is_empty()
}

fn words(member: &Member) -> String {
    let account = &member.account;
    format!("{:?}", (&account.places, &account.leaders, &account.details))
}

fn position(account: usize) -> u32 {
    u32::try_from(account).unwrap_or(u32::MAX)
}

fn narrow(points: usize) -> i32 {
    i32::try_from(points).unwrap_or(i32::MAX)
}
