//! Journeys together: shared stays that are legs of a tour of each of the two travellers, one after the other.

use rustc_hash::FxHashMap;

use super::shared_stays::SharedStay;
use crate::model::facts::{Chronicle, TravellerIndex, TripIndex};
use crate::model::query::{FilterResult, Tours, TripDays};

/// The stays in the order of time, those of a journey together as one.
///
/// A stay goes on with the journey of another where it is one trip of each, on the same days and not in different places;
/// where the same holds for the other; and where its trips are the legs behind those of the other in a tour of each.
pub(super) fn joined(
    chronicle: &Chronicle,
    shown: &FilterResult,
    tours: &Tours,
    mut stays: Vec<([TravellerIndex; 2], SharedStay)>,
) -> Vec<([TravellerIndex; 2], Vec<SharedStay>)> {
    stays.sort_by_cached_key(|(travellers, stay)| (stay.days.possible.hull(), stay.country, *travellers));
    let is_together = |stay: &SharedStay| is_together(chronicle, shown, tours, stay);
    // The encounter that each leg is the last of.
    let mut last_legs: FxHashMap<[TripIndex; 2], usize> = FxHashMap::default();
    let mut encounters: Vec<([TravellerIndex; 2], Vec<SharedStay>)> = Vec::new();
    for (travellers, stay) in stays {
        let trips = is_together(&stay);
        let before = trips.and_then(|[a, b]| Some([leg_before(tours, a)?, leg_before(tours, b)?]));
        let journey = before.and_then(|before| last_legs.remove(&before));
        let at = journey.unwrap_or(encounters.len());
        match encounters.get_mut(at) {
            Some((_, legs)) => legs.push(stay),
            None => encounters.push((travellers, vec![stay])),
        }
        last_legs.extend(trips.map(|trips| (trips, at)));
    }
    encounters
}

/// The trip of each of the two where both made one on the same days, to places that can be the same, as a leg of a tour.
fn is_together(
    chronicle: &Chronicle,
    shown: &FilterResult,
    tours: &Tours,
    stay: &SharedStay,
) -> Option<[TripIndex; 2]> {
    let &[first, other] = stay.trips.as_slice() else { return None };
    let is_leg = [first, other].iter().all(|&trip| tours.of(trip).is_some());
    let days = |trip| -> Option<TripDays> { shown.reading.days(chronicle, chronicle.trip(trip)) };
    let is_same = is_leg && days(first) == days(other) && stay.may_be_in_one_place(chronicle, shown.reading);
    is_same.then_some([first, other])
}

/// The leg before a trip in its tour.
fn leg_before(tours: &Tours, trip: TripIndex) -> Option<TripIndex> {
    let (tour, leg) = tours.of(trip)?;
    tours.legs(tours.tour(tour)).get(leg.checked_sub(1)?).copied()
}
