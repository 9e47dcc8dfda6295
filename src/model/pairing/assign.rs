//! The best choice among groups of which no two may share a member.
//!
//! A group is two stays that may be one, or one and two. The best choice is the one with the largest sum of weights for all
//! stays together, not the first that fits. It is found by going through the stays in order: what matters of all that
//! was decided so far is which stays are still free that a later group may take, and these are few, as only stays close
//! in time are ever grouped (dynamic programming over the frontier). Sums forward and backward tell of each group the best
//! choice with it and the best without it.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// The members of a group: positions of stays, in order, two or three.
pub(crate) type Members = SmallVec<[u32; 3]>;

/// Stays that may be one trip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) members: Members,
    /// What speaks for it, in points, more than 0.
    pub(crate) weight: i32,
}

/// How a group stands in the best choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// How many points the best choice with it lies below the best of all; 0 where it is part of a best one.
    pub(crate) loss: i32,
    /// How many points the best choice without it lies below the best of all; 0 where there is a best one without it.
    pub(crate) margin: i32,
    /// Too many stays lie close together for all choices to be looked at: the numbers are those of good ones.
    pub(crate) is_crowded: bool,
}

/// So many states are followed; with more the worst are given up.
const MOST_STATES: usize = 2048;

/// The stays that are still free, in order.
type Free = SmallVec<[u32; 6]>;

/// What came of one way to decide on a stay.
struct Step {
    from: u32,
    to: u32,
    /// The group that was chosen, by its position among those that end with the stay.
    group: Option<u32>,
    weight: i32,
}

/// The standing of each group, in their order. Stays are numbered below `count`.
pub(crate) fn standings(groups: &[Group], count: usize) -> Vec<Standing> {
    let mut standings = vec![Standing::default(); groups.len()];
    for component in components(groups, count) {
        Component::new(groups, &component).tell(&mut standings);
    }
    standings
}

/// The groups in runs that have no stay in common with those of others.
fn components(groups: &[Group], count: usize) -> Vec<Vec<usize>> {
    let mut parents: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
    for group in groups {
        for pair in group.members.windows(2) {
            let (one, other) = (root(&mut parents, pair[0]), root(&mut parents, pair[1]));
            parents[one.max(other) as usize] = one.min(other);
        }
    }
    let mut by_root: FxHashMap<u32, usize> = FxHashMap::default();
    let mut components: Vec<Vec<usize>> = Vec::new();
    for (position, group) in groups.iter().enumerate() {
        let root = root(&mut parents, group.members[0]);
        let component = *by_root.entry(root).or_insert(components.len());
        if component == components.len() {
            components.push(Vec::new());
        }
        components[component].push(position);
    }
    components
}

/// The first of those that a stay is connected with.
pub(crate) fn root(parents: &mut [u32], mut of: u32) -> u32 {
    while parents[of as usize] != of {
        parents[of as usize] = parents[parents[of as usize] as usize];
        of = parents[of as usize];
    }
    of
}

/// Groups that are connected by their stays.
struct Component<'a> {
    groups: &'a [Group],
    /// Positions of its groups, by the last of their members and then in order.
    positions: Vec<usize>,
    /// Its stays, in order.
    stays: Vec<u32>,
    /// The last stay of any group that each stay is of.
    last_use: FxHashMap<u32, u32>,
}

impl<'a> Component<'a> {
    fn new(groups: &'a [Group], component: &[usize]) -> Self {
        let last = |position: &usize| groups[*position].members.iter().copied().max();
        let mut positions = component.to_vec();
        positions.sort_by_key(|position| (last(position), *position));
        let mut last_use: FxHashMap<u32, u32> = FxHashMap::default();
        for position in &positions {
            for &member in &groups[*position].members {
                last_use.insert(member, last(position).unwrap_or(member));
            }
        }
        let mut stays: Vec<u32> =
            positions.iter().flat_map(|&position| groups[position].members.iter().copied()).collect();
        stays.sort_unstable();
        stays.dedup();
        Self { groups, positions, stays, last_use }
    }

    fn tell(&self, standings: &mut [Standing]) {
        let (layers, best_of_last, is_crowded) = self.forward();
        let best = best_of_last;
        // The best that can still come behind each state, from the last stay to the first.
        let mut behind: Vec<i32> = vec![0];
        for layer in layers.iter().rev() {
            let mut before = vec![i32::MIN; layer.best.len()];
            let mut with: FxHashMap<Option<u32>, i32> = FxHashMap::default();
            for step in &layer.steps {
                let rest = step.weight + behind[step.to as usize];
                let sum = layer.best[step.from as usize] + rest;
                let known = with.entry(step.group).or_insert(sum);
                *known = (*known).max(sum);
                let before = &mut before[step.from as usize];
                *before = (*before).max(rest);
            }
            for &position in &layer.groups {
                let own = with.get(&Some(narrow(position))).copied();
                let others = with.iter().filter(|(group, _)| **group != Some(narrow(position))).map(|(_, sum)| *sum);
                standings[position] = Standing {
                    loss: best.saturating_sub(own.unwrap_or(i32::MIN)),
                    margin: best.saturating_sub(others.max().unwrap_or(i32::MIN)),
                    is_crowded,
                };
            }
            behind = before;
        }
    }

    /// The steps at each stay, the best sum at the end, and whether states were given up.
    fn forward(&self) -> (Vec<Layer>, i32, bool) {
        let mut layers = Vec::with_capacity(self.stays.len());
        let mut states: Vec<(Free, i32)> = vec![(Free::new(), 0)];
        let mut is_crowded = false;
        let mut positions = self.positions.iter().copied().peekable();
        for &stay in &self.stays {
            let mut groups: Vec<usize> = Vec::new();
            while let Some(position) =
                positions.next_if(|&position| self.groups[position].members.iter().all(|&member| member <= stay))
            {
                groups.push(position);
            }
            let mut next: Vec<(Free, i32)> = Vec::new();
            let mut known: FxHashMap<Free, u32> = FxHashMap::default();
            let mut steps = Vec::new();
            let best: Vec<i32> = states.iter().map(|(_, sum)| *sum).collect();
            for (from, (free, sum)) in states.iter().enumerate() {
                let is_free = |member: &&u32| **member == stay || free.contains(member);
                let choices = groups.iter().filter(|&&position| {
                    let members = &self.groups[position].members;
                    members.iter().filter(is_free).count() == members.len()
                });
                for choice in [None].into_iter().chain(choices.map(|&position| Some(position))) {
                    let taken = choice.map(|position| &self.groups[position]);
                    let still_free = |member: &u32| {
                        self.last_use.get(member).is_some_and(|last| stay < *last)
                            && taken.is_none_or(|group| !group.members.contains(member))
                    };
                    let after: Free = free.iter().copied().chain([stay]).filter(still_free).collect();
                    let weight = taken.map_or(0, |group| group.weight);
                    let to = *known.entry(after.clone()).or_insert_with(|| narrow(next.len()));
                    match next.get_mut(to as usize) {
                        Some((_, known)) => *known = (*known).max(sum + weight),
                        None => next.push((after, sum + weight)),
                    }
                    steps.push(Step { from: narrow(from), to, group: choice.map(narrow), weight });
                }
            }
            if MOST_STATES < next.len() {
                is_crowded = true;
                keep_best(&mut next, &mut steps);
            }
            layers.push(Layer { best, steps, groups });
            states = next;
        }
        let best = states.iter().map(|(_, sum)| *sum).max().unwrap_or(0);
        (layers, best, is_crowded)
    }
}

/// What was looked at on one stay.
struct Layer {
    /// The best sum of each state before it.
    best: Vec<i32>,
    steps: Vec<Step>,
    /// The groups that end with it.
    groups: Vec<usize>,
}

/// Gives up the states with the least sums, and the steps to them. Which of equal ones is told by the stays that are free.
fn keep_best(states: &mut Vec<(Free, i32)>, steps: &mut Vec<Step>) {
    let mut order: Vec<usize> = (0..states.len()).collect();
    order.sort_by(|&one, &other| (states[other].1, &states[one].0).cmp(&(states[one].1, &states[other].0)));
    order.truncate(MOST_STATES);
    let kept: FxHashMap<u32, u32> = order.iter().enumerate().map(|(to, &from)| (narrow(from), narrow(to))).collect();
    *states = order.iter().map(|&from| states[from].clone()).collect();
    steps.retain_mut(|step| {
        let to = kept.get(&step.to);
        step.to = to.copied().unwrap_or(step.to);
        to.is_some()
    });
}

fn narrow(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn group(members: &[u32], weight: i32) -> Group {
        Group { members: members.iter().copied().collect(), weight }
    }

    /// The largest sum of groups without a stay in common, of those that `is_allowed`, by trying all.
    fn brute_force(groups: &[Group], taken: &[u32], at: usize, is_allowed: &dyn Fn(usize) -> bool) -> i32 {
        let Some(group) = groups.get(at) else { return 0 };
        let without = brute_force(groups, taken, at + 1, is_allowed);
        if !is_allowed(at) || group.members.iter().any(|member| taken.contains(member)) {
            return without;
        }
        let taken: Vec<u32> = taken.iter().chain(&group.members).copied().collect();
        without.max(group.weight + brute_force(groups, &taken, at + 1, is_allowed))
    }

    #[track_caller]
    fn check(groups: &[Group], count: usize) {
        let best = brute_force(groups, &[], 0, &|_| true);
        for (position, standing) in standings(groups, count).iter().enumerate() {
            let with = groups[position].weight + brute_force(groups, &groups[position].members, 0, &|_| true);
            let without = brute_force(groups, &[], 0, &|at| at != position);
            // Stays that are connected with no other group of the best choice make no difference.
            assert_eq!((standing.loss, standing.margin), (best - with, best - without), "{:?}", groups[position]);
        }
    }

    #[test]
    fn the_best_pair_is_given_up_for_the_best_sum() {
        // a1 and a2 are 0 and 1, b1 and b2 are 2 and 3.
        let groups = [group(&[0, 2], 95), group(&[0, 3], 94), group(&[1, 2], 93), group(&[1, 3], 1)];
        let standings = standings(&groups, 4);
        let chosen: Vec<usize> = (0..4).filter(|&at| 0 < standings[at].margin).collect();
        assert_eq!(chosen, [1, 2]);
        check(&groups, 4);
    }

    #[test]
    fn of_two_best_choices_none_is_chosen() {
        let groups = [group(&[0, 2], 50), group(&[0, 3], 50), group(&[1, 2], 50), group(&[1, 3], 50)];
        let standings = standings(&groups, 4);
        assert!(standings.iter().all(|standing| standing.loss == 0 && standing.margin == 0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn sums_are_those_of_trying_all(
            pairs in prop::collection::btree_map((0..4_u32, 4..8_u32), 1..20_i32, 0..9),
            ones_and_twos in prop::collection::btree_map((0..8_u32, 0..3_u32), 1..30_i32, 0..5),
        ) {
            let mut groups: Vec<Group> = pairs.iter().map(|((one, other), weight)| group(&[*one, *other], *weight)).collect();
            groups.extend(ones_and_twos.iter().map(|((one, other), weight)| {
                let first = if *one < 4 { 4 + other } else { *other };
                let mut members = [*one, first, first + 1];
                members.sort_unstable();
                group(&members, *weight)
            }));
            check(&groups, 8);
        }
    }
}
