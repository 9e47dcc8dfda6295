//! What is decided of single lanes: hidden, alone, pinned, collapsed, put elsewhere.

use super::filter::{only, toggle};
use crate::app::command::LaneEdit;
use crate::app::state::{Selection, State, Step};
use crate::data::LaneOrder;
use crate::layout::Lane;
use crate::model::{LaneKey, TripIndex};

impl State {
    /// Decides something of a lane; of the one under the pointer, else that of the selected trip, where none is named.
    pub(crate) fn edit_lane(&mut self, edit: LaneEdit, lane: Option<LaneKey>) {
        let selected =
            || self.selected_lane().and_then(|position| self.timeline.lanes.get(position)).map(|lane| lane.key);
        // What was pointed at may be gone since the last frame.
        let pointed = self.pointed_lane.filter(|&key| self.timeline.lane_position(key).is_some());
        let Some(key) = lane.or(pointed).or_else(selected) else {
            return self.notify("Point at a lane, or select a trip of it");
        };
        match edit {
            LaneEdit::Select => self.select(Selection::Trips(self.trips_of_lane(key))),
            LaneEdit::Hide => {
                self.filter.only_lanes.remove(&key);
                toggle(&mut self.filter.hidden_lanes, key);
                self.set_filter(self.filter.clone());
            }
            LaneEdit::Only => {
                only(&mut self.filter.only_lanes, key);
                self.filter.hidden_lanes.remove(&key);
                self.set_filter(self.filter.clone());
            }
            LaneEdit::Pin => {
                let pinned = &mut self.settings.arrangement.choices.pinned;
                match pinned.iter().position(|other| *other == key) {
                    Some(position) => drop(pinned.remove(position)),
                    None => pinned.push(key),
                }
                self.rearrange();
            }
            LaneEdit::Collapse => {
                toggle(&mut self.settings.arrangement.choices.collapsed, key);
                self.rearrange();
            }
            LaneEdit::Move(step) => self.move_lane_by(key, step),
            LaneEdit::MoveBefore(next) => self.move_lane(key, next),
        }
    }

    /// Shows what was hidden with its lane, or was not among the lanes that alone were shown.
    pub(crate) fn show_all_lanes(&mut self) {
        self.filter.only_lanes.clear();
        self.filter.hidden_lanes.clear();
        self.set_filter(self.filter.clone());
    }

    /// The trips of a lane, or of all lanes below a heading.
    pub(crate) fn trips_of_lane(&self, key: LaneKey) -> Vec<TripIndex> {
        let lanes = self.timeline.lanes.iter().filter(|lane| lane.key == key || lane.heading == Some(key));
        lanes.flat_map(Lane::trips).collect()
    }

    /// Moves a lane past the next one that stands below the same heading.
    fn move_lane_by(&mut self, key: LaneKey, step: Step) {
        let Some(lane) = self.timeline.lanes.iter().find(|lane| lane.key == key) else { return };
        let beside = self.timeline.lanes.iter().filter(|other| other.heading == lane.heading);
        let beside: Vec<LaneKey> = beside.map(|other| other.key).collect();
        let Some(position) = beside.iter().position(|other| *other == key) else { return };
        let next = match step {
            Step::Back => position.checked_sub(1).and_then(|above| beside.get(above)),
            Step::Forward if position + 1 < beside.len() => beside.get(position + 2),
            Step::Forward => return,
        };
        if step == Step::Forward || next.is_some() {
            self.move_lane(key, next.copied());
        }
    }

    /// Puts a lane before another, or behind all: from then on the order is by hand.
    fn move_lane(&mut self, key: LaneKey, next: Option<LaneKey>) {
        let mut order: Vec<LaneKey> =
            self.timeline.lanes.iter().map(|lane| lane.key).filter(|other| *other != key).collect();
        let at = next.and_then(|next| order.iter().position(|other| *other == next)).unwrap_or(order.len());
        order.insert(at, key);
        let arrangement = &mut self.settings.arrangement;
        let pinned = &mut arrangement.choices.pinned;
        pinned.sort_by_key(|pinned| order.iter().position(|other| other == pinned));
        arrangement.order = LaneOrder::Hand;
        arrangement.choices.by_hand = order;
        self.rearrange();
    }
}
