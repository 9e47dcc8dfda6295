//! What screen readers are told of the parts of the picture beside their names.

use crate::app::state::State;
use crate::layout::{Frame, Heard, HitInfo, Rect, Scene, Target};
use crate::model::{LaneKey, TripIndex, TripKind, TripStatus};
use crate::text::{capitalised, count, grouped};
use crate::time::Months;

/// With more trips in view only those of one lane are told one by one.
const MOST_HEARD: usize = 1_000;

/// The bars that are told one by one: all, or those of the lane that has the keyboard focus, else of the selected trip.
pub(super) fn heard(state: &State, focused_lane: Option<LaneKey>, now_secs: f64) -> Heard {
    let days = state.timeline.map.days_in(state.camera.window(now_secs));
    if state.timeline.trips_on(days).take(MOST_HEARD + 1).count() <= MOST_HEARD {
        return Heard::Every;
    }
    let selected = || state.selected_lane().and_then(|lane| state.timeline.lanes.get(lane)).map(|lane| lane.key);
    Heard::One(focused_lane.or_else(selected))
}

/// The parts of the picture with where they are seen, and the one that is hit. To be heard they are in order: lane by lane
/// its name, its trips and its events, each in the order of time; then all else.
pub(super) fn targets<'a>(
    state: &State,
    frame: &Frame<'_>,
    scene: &'a Scene,
    hit: Option<&'a HitInfo>,
) -> Vec<(&'a HitInfo, Rect)> {
    let mut targets: Vec<_> = scene.visible_targets().collect();
    let is_known = |hit_info: &HitInfo| targets.iter().any(|(other, _)| other.target == hit_info.target);
    // What can be heard is among them already.
    if let Some(hit_info) = hit.filter(|hit_info| !frame.chart.furniture.accessible || !is_known(hit_info)) {
        targets.insert(0, (hit_info, hit_info.hit.intersection(frame.areas.lanes)));
    }
    if frame.chart.furniture.accessible {
        targets.sort_by_cached_key(|(hit_info, seen)| {
            let (sort, began) = match hit_info.target {
                Target::Trip(index) | Target::Block(index, _) => (1, Some(state.on_axis(index).start())),
                Target::Event(index) => {
                    let when = state.chronicle().event(index).when.as_ref();
                    (2, when.map(|when| when.possible().start()))
                }
                _ => (0, None),
            };
            (frame.lane_at(seen.middle_y()).unwrap_or(usize::MAX), sort, began)
        });
    }
    targets
}

/// The lane that something stands for or in.
pub(super) fn lane_of(state: &State, target: Target) -> Option<LaneKey> {
    match target {
        Target::Lane(key) | Target::LaneFold(key) => Some(key),
        Target::Trip(index) | Target::Block(index, _) => Some(state.timeline.lane_key(state.chronicle(), index)),
        _ => None,
    }
}

/// The timeline as a whole: `15 lanes with 50 trips, 3 Mar 1949 to 21 May 1991. …`.
pub(super) fn timeline(state: &State) -> String {
    let lanes = count(state.timeline.lanes.len(), "lane", "lanes");
    let trips = count(state.shown.trip_count, "trip", "trips");
    let days = state.timeline.extent.map(|days| {
        let [first, last] = [days.start(), days.last()].map(|day| day.format(Months::Full));
        format!(", {first} to {last}")
    });
    format!("{lanes} with {trips}{}. Arrow keys go from trip to trip and from lane to lane", days.unwrap_or_default())
}

/// What the name of a part does not say: of a trip what it was for, whom it met, which of its lane it is and whether the
/// sources disagree on it; of a lane how its trips can be heard; else nothing.
pub(super) fn description(state: &State, target: Target, heard: Heard) -> String {
    match target {
        Target::Trip(index) => trip(state, index),
        Target::Lane(key) if !heard.has(key) => "Its trips are told when it has the focus".to_owned(),
        _ => String::new(),
    }
}

fn trip(state: &State, index: TripIndex) -> String {
    let trip = state.chronicle().trip(index);
    let mut sentences = Vec::new();
    if trip.kind != TripKind::Unspecified {
        sentences.push(capitalised(trip.kind.label()));
    }
    let met = met(state, index);
    if let Some((last, others)) = met.split_last() {
        let others = if others.is_empty() { String::new() } else { format!("{} and ", others.join(", ")) };
        sentences.push(format!("Met {others}{last}"));
    }
    let key = state.timeline.lane_key(state.chronicle(), index);
    let lane = state.timeline.lane_position(key).and_then(|lane| state.timeline.lanes.get(lane));
    let place = lane.and_then(|lane| Some((lane.spans.iter().position(|span| span.trip == index)? + 1, lane)));
    if let Some((number, lane)) = place {
        sentences.push(format!("Trip {} of {} in its lane", grouped(number), grouped(lane.spans.len())));
    }
    if trip.status == TripStatus::Confirmed && state.document.findings().disputed.contains(index) {
        sentences.push("The sources disagree".to_owned());
    }
    sentences.join(". ")
}

/// The leaders whom the sources that are read name as met, each once.
pub(super) fn met(state: &State, index: TripIndex) -> Vec<&str> {
    let mut met: Vec<&str> = Vec::new();
    let accounts = state.filter.reading.accounts(state.chronicle().trip(index));
    for leader in accounts.flat_map(|account| account.leaders.iter()) {
        let name = state.chronicle().people.name_of(&leader.name);
        if !name.is_empty() && !met.contains(&name) {
            met.push(name);
        }
    }
    met
}
