//! Changes of what is shown and how it is arranged, and what becomes of view and selection then.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::command::{ArrangementEdit, FilterEdit};
use crate::app::state::{InView, Selection, State, Step};
use crate::layout::{LaneHeight, TimeScale};
use crate::model::{Filter, Reading};

impl State {
    /// Shows this decade only; all decades when it already is the only one.
    pub(crate) fn only_decade(&mut self, decade: i32, now_secs: f64) {
        only(&mut self.filter.decades, decade);
        self.show_all_left(now_secs);
    }

    /// Adds a decade to those shown, or takes it away.
    pub(crate) fn toggle_decade(&mut self, decade: i32, now_secs: f64) {
        toggle(&mut self.filter.decades, decade);
        self.show_all_left(now_secs);
    }

    /// Shows the trips of all decades.
    pub(crate) fn all_decades(&mut self, now_secs: f64) {
        self.filter.decades.clear();
        self.show_all_left(now_secs);
    }

    /// Shows and counts by another filter. What is in view stays, so that readings can be held against each other.
    pub fn set_filter(&mut self, filter: Filter) {
        self.filter = filter;
        self.refilter();
        self.rearrange();
    }

    /// Changes what is shown and counted.
    pub(crate) fn edit_filter(&mut self, edit: FilterEdit) {
        let mut filter = self.filter.clone();
        match edit {
            FilterEdit::Reading(reading) => filter.reading = reading,
            FilterEdit::Counting(counting) => filter = filter.with_counting(counting),
            FilterEdit::ToggleStatus(status) => toggle(&mut filter.statuses, status),
            FilterEdit::ToggleKind(kind) => toggle(&mut filter.kinds, kind),
            FilterEdit::ToggleLength(length) => toggle(&mut filter.lengths, length),
            FilterEdit::OnlyKind(kind) => only(&mut filter.kinds, kind),
            FilterEdit::ToggleCountry(country) => toggle(&mut filter.countries, country),
            FilterEdit::ToggleTraveller(traveller) => toggle(&mut filter.travellers, traveller),
            FilterEdit::AllTravellers => filter.travellers.clear(),
            FilterEdit::Period(days) => filter.period = Some(days),
            FilterEdit::Lift(limit) => filter = filter.lifted(limit),
            FilterEdit::Without(reason) => filter = filter.without(reason),
            FilterEdit::LiftAll => filter = filter.limits().into_iter().fold(filter, Filter::lifted),
            FilterEdit::ToggleDisputedOnly => filter.disputed_only ^= true,
            FilterEdit::ToggleEvents => filter.events ^= true,
        }
        self.set_filter(filter);
    }

    /// Changes how lanes, time and tours are arranged.
    pub(crate) fn arrange(&mut self, edit: ArrangementEdit) {
        let arrangement = &mut self.settings.arrangement;
        match edit {
            ArrangementEdit::Lanes(lanes) => {
                arrangement.lanes = lanes;
                // Without their headings nothing would tell that lanes stand elsewhere.
                arrangement.choices.moved = None;
            }
            ArrangementEdit::Group(group) => arrangement.group = group,
            ArrangementEdit::Order(order) => arrangement.order = order,
            ArrangementEdit::Names(names) => arrangement.names = names,
            ArrangementEdit::Color(color) => arrangement.color = Some(color),
            ArrangementEdit::Height(height) => arrangement.height = height,
            ArrangementEdit::StepHeight(step) => {
                arrangement.height = LaneHeight::beside(self.drawn_lanes.rows.first, step == Step::Forward);
            }
            ArrangementEdit::ToggleFolding => {
                let is_folded = arrangement.scale == TimeScale::Folded;
                arrangement.scale = if is_folded { TimeScale::ToScale } else { TimeScale::Folded };
            }
            ArrangementEdit::ToggleTours => arrangement.tours ^= true,
            ArrangementEdit::MostDaysBetween(days) => arrangement.most_days_between = days,
            ArrangementEdit::ToggleLegend => {
                arrangement.legend ^= true;
                let is_shown = arrangement.legend;
                self.notify_hidden(is_shown, "legend is hidden; L or the menu View");
            }
        }
        self.rearrange();
    }

    /// Goes on to the next reading on the switch, and from the last to the first.
    pub(crate) fn next_reading(&mut self) {
        let choices = Reading::choices(self.chronicle());
        let next = choices.iter().position(|&reading| reading == self.filter.reading).map_or(0, |at| at + 1);
        if let Some(&reading) = choices.get(next).or(choices.first()) {
            self.edit_filter(FilterEdit::Reading(reading));
        }
    }

    /// After another choice of decades: glides from the days that were in view to all that is left.
    fn show_all_left(&mut self, now_secs: f64) {
        self.refilter();
        self.arrange_for(InView::All { since_secs: now_secs });
    }

    /// Applies the filter, and keeps only what is still shown selected.
    pub(crate) fn refilter(&mut self) {
        self.shown = Arc::new(self.document.shown(&self.filter));
        self.statistics = None;
        self.update_statistics();
        self.run_search();
        self.selection = match std::mem::take(&mut self.selection) {
            Selection::Trips(mut trips) => {
                trips.retain(|&index| self.shown.is_visible(index));
                if trips.is_empty() { Selection::Nothing } else { Selection::Trips(trips) }
            }
            Selection::Event(index) if self.shown.events.contains(&index) => Selection::Event(index),
            Selection::Event(_) | Selection::Nothing => Selection::Nothing,
        };
        self.refilter_slideshow();
        self.update_rank();
    }
}

/// Leaves just something in a set; nothing where it already is the only one.
pub(super) fn only<T: Ord>(set: &mut BTreeSet<T>, item: T) {
    let is_only = set.len() == 1 && set.contains(&item);
    set.clear();
    set.extend((!is_only).then_some(item));
}

/// Adds something to a set, or takes it away.
pub(super) fn toggle<T: Ord>(set: &mut BTreeSet<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}
