//! Which trips a day can be part of, without looking at all of them.

use crate::model::facts::{Chronicle, Trip, TripIndex};
use crate::time::{Day, OpenEnds, Span};

/// How many trips, or blocks of trips, make a block.
const BLOCK: usize = 16;

/// The trips of a file by their days. Takes little more than 4 bytes a trip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayIndex {
    /// All that are said to have taken place, by the first day each can have been on.
    trips: Vec<TripIndex>,
    /// The day after the last one of each block of trips, then of each block of blocks, until there is but one.
    ends: Vec<Vec<Day>>,
}

impl DayIndex {
    /// Sorts the trips of a file, in n log n time.
    #[must_use]
    pub fn new(chronicle: &Chronicle) -> Self {
        let took_place = |(_, trip): &(TripIndex, &Trip)| trip.status.took_place();
        let trips = chronicle.indexed_trips().filter(took_place);
        let mut reaches: Vec<(Span, TripIndex)> = trips.map(|(index, trip)| (reach(trip), index)).collect();
        reaches.sort_unstable();
        let mut ends = Vec::new();
        let mut below: Vec<Day> = reaches.iter().map(|(reach, _)| reach.end()).collect();
        while 1 < below.len() || ends.is_empty() && !below.is_empty() {
            below = below.chunks(BLOCK).filter_map(|block| block.iter().copied().max()).collect();
            ends.push(below.clone());
        }
        Self { trips: reaches.into_iter().map(|(_, index)| index).collect(), ends }
    }

    /// The trips between whose first and last possible day a day lies, in order of the first one; an open end reaches to
    /// the end of the calendar. The chronicle must be the one it was made from. Takes log n time, and some for each.
    #[must_use]
    pub fn on(&self, chronicle: &Chronicle, day: Day) -> Vec<TripIndex> {
        let before = self.trips.partition_point(|&index| reach(chronicle.trip(index)).start() <= day);
        // From the one block that holds all to the single trips: what reaches beyond the day.
        let mut positions = vec![0];
        for ends in self.ends.iter().rev() {
            let reaching = positions.into_iter().filter(|&block: &usize| ends.get(block).is_some_and(|&end| day < end));
            positions = reaching.flat_map(|block| block * BLOCK..(block + 1) * BLOCK).collect();
        }
        let trips = self.trips.get(..before).unwrap_or_default();
        let found = positions.into_iter().filter_map(|position| trips.get(position).copied());
        found.filter(|&index| reach(chronicle.trip(index)).contains(day)).collect()
    }
}

/// From the first to the last day that a trip can have been on.
fn reach(trip: &Trip) -> Span {
    let open = |end: fn(OpenEnds) -> bool| trip.accounts().iter().any(|account| end(account.when.open_ends()));
    let possible = trip.possible();
    let start = if open(|ends| ends.start) { Day::MIN } else { possible.start() };
    let end = if open(|ends| ends.end) { Day::END } else { possible.end() };
    Span::new(start, end).unwrap_or(possible)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::load;

    #[test]
    fn a_day_finds_the_trips_it_can_be_part_of() {
        // Short trips, some of them years long, some with open ends, in no order.
        let trip = |at: i32| {
            let first = Day::from_number(700_000 + at * 7919 % 4001);
            let dates = match at % 97 {
                0 => format!("{first}/.."),
                1 => format!("../{first}"),
                2 => format!("{first}/{}", first + 900),
                _ => format!("{first}/{}", first + at % 9),
            };
            let status = if at % 13 == 0 { "cancelled" } else { "confirmed" };
            format!("(country: \"C{}\", status: {status}, dates: \"{dates}\"),", at % 7)
        };
        let text = format!("(trips: [{}])", (0..5000).map(trip).collect::<Vec<_>>().concat());
        let loaded = load(text);
        assert!(loaded.problems.is_empty() && loaded.chronicle.trips.len() == 5000, "{:?}", loaded.problems);
        let chronicle = loaded.chronicle;
        let index = DayIndex::new(&chronicle);
        for number in (699_000..706_000).step_by(61) {
            let day = Day::from_number(number);
            let can_be = |(_, trip): &(TripIndex, &Trip)| {
                trip.status.took_place() && trip.accounts().iter().any(|account| account.when.certainty(day).is_some())
            };
            let expected: Vec<_> = chronicle.indexed_trips().filter(can_be).map(|(index, _)| index).collect();
            let mut found = index.on(&chronicle, day);
            found.sort_unstable();
            assert_eq!(found, expected, "{day}");
        }
    }
}
