//! Which trips to a country share days.

use std::collections::BTreeMap;

use crate::model::facts::TravellerIndex;
use crate::model::statistics::counted::CountedTrip;
use crate::time::{Day, Span};

/// Trips that share days.
#[derive(Default)]
pub(super) struct Meetings {
    /// Positions of two trips of different travellers with a day that is possible in both, each pair once.
    pub(super) all: Vec<[u32; 2]>,
    /// Whether there are more.
    pub(super) is_cut: bool,
}

/// A run of days that are possible in a trip. In the order of time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    days: Span,
    traveller: TravellerIndex,
    trip: u32,
}

/// The trips that share days with one another, at most so many pairs of them.
///
/// Goes through the runs of possible days in the order of time, with those that are not over yet by traveller. A run is
/// only ever held against those of others, of which each either shares a day with it or is over for good. So it takes as
/// many steps as there are runs and pairs of runs, however many trips of one traveller lie on one another.
pub(super) fn meetings(trips: &[CountedTrip<'_>], most: usize) -> Meetings {
    let mut runs: Vec<Run> = Vec::with_capacity(trips.len());
    for (trip, position) in trips.iter().zip(0..) {
        let traveller = trip.summary.traveller;
        runs.extend(trip.days.possible.spans().iter().map(|&days| Run { days, traveller, trip: position }));
    }
    runs.sort_unstable();
    let mut found = Meetings::default();
    let mut open: BTreeMap<TravellerIndex, Vec<(Day, u32)>> = BTreeMap::new();
    for run in runs {
        open.retain(|&traveller, theirs| {
            if traveller != run.traveller {
                theirs.retain(|&(end, _)| run.days.start() < end);
                found.all.extend(theirs.iter().map(|&(_, trip)| [trip.min(run.trip), trip.max(run.trip)]));
            }
            !theirs.is_empty()
        });
        if most < found.all.len() {
            found.is_cut = true;
            break;
        }
        open.entry(run.traveller).or_default().push((run.days.end(), run.trip));
    }
    found.all.truncate(most);
    // Trips with several runs can share days more than once.
    found.all.sort_unstable();
    found.all.dedup();
    found
}
