//! What is measured once for all pictures of a timeline, as it would cost more than a picture.

use super::lanes::lane::Lane;
use super::timeline::Timeline;
use crate::model::{Chronicle, Reading, Tour};
use crate::time::{Day, Span, When};

/// What a [`Timeline`] measures. Valid only for the timeline it was made from, as it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// How far the bars of any tour's legs reach before and behind the day on which the tour begins.
    tours: [i32; 2],
    /// Days of the longest date of an event.
    events: i32,
}

impl Measures {
    /// Walks all lanes, tours and events.
    #[must_use]
    pub fn new(chronicle: &Chronicle, timeline: &Timeline) -> Self {
        let mut tours = [0, 0];
        for tour in &timeline.tours.all {
            let (days, start) = (extent(chronicle, timeline, tour), tour.days.start());
            tours = [tours[0].max(start - days.start()), tours[1].max(days.end() - start)];
        }
        let events = timeline.lanes.iter().flat_map(|lane| &lane.events);
        let dates = events.filter_map(|&index| chronicle.event(index).when.as_ref());
        Self { tours, events: dates.map(|when| when.possible().days()).max().unwrap_or(0) }
    }

    /// The positions of the tours of which something can be seen on some days, and of some others.
    pub(crate) fn tours_near(&self, tours: &[Tour], days: Span) -> std::ops::Range<usize> {
        let [before, behind] = self.tours;
        let first = tours.partition_point(|tour| tour.days.start() < days.start() - behind);
        let last = tours.partition_point(|tour| tour.days.start() < days.end() + before);
        first..last.max(first)
    }

    /// The positions of a lane's events that can be dated to some days, and of some others.
    pub(crate) fn events_near(&self, chronicle: &Chronicle, lane: &Lane, days: Span) -> std::ops::Range<usize> {
        let start = |when: Option<&When>| when.map_or(Day::END, |when| when.possible().start());
        let begins_before =
            |day: Day| lane.events.partition_point(|&index| start(chronicle.event(index).when.as_ref()) < day);
        let first = begins_before(days.start() - self.events);
        first..begins_before(days.end()).max(first)
    }
}

/// From the first to the last day that is drawn of a tour's legs or named by it.
fn extent(chronicle: &Chronicle, timeline: &Timeline, tour: &Tour) -> Span {
    match timeline.reading {
        // Their days are all that is drawn.
        Reading::Either | Reading::Source(_) => tour.days,
        Reading::Agreed => {
            let legs = timeline.tours.legs(tour).iter();
            legs.map(|&index| timeline.drawn(chronicle, index)).fold(tour.days, Span::hull)
        }
    }
}
