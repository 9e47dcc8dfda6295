//! What is shown, packed into lanes and rows, and the days it takes.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::arrangement::Arrangement;
use super::lane::Lane;
use crate::data::LaneOrder;
use crate::layout::axis::time_map::{QUIET_DAYS, TimeMap};
use crate::model::{
    AccountCount, Chronicle, CountryIndex, EventIndex, FilterResult, Reading, TripSpan, TripSummary, parallel,
};
use crate::time::{Day, Span, When};

/// A date this long or longer, with neither day known, is too vague to keep time from being folded.
const VAGUE_DAYS: i32 = 100;

/// The days of what is shown.
#[derive(Default)]
pub(crate) struct ShownDays {
    /// From the first to the last of them; `None` where nothing with a date is shown.
    pub(crate) extent: Option<Span>,
    /// The dates that keep time unfolded: runs with nothing between them that could be folded.
    clear: Vec<Span>,
    /// The dates that do not.
    vague: Vec<Span>,
}

impl ShownDays {
    fn add(&mut self, days: Span, is_vague: bool) {
        self.extent = Some(self.extent.map_or(days, |extent| extent.hull(days)));
        let (runs, most_between) = if is_vague { (&mut self.vague, 0) } else { (&mut self.clear, QUIET_DAYS) };
        match runs.last_mut() {
            Some(last) if last.start() <= days.start() && days.start() - last.end() <= most_between => {
                *last = last.hull(days);
            }
            _ => runs.push(days),
        }
    }

    /// Adds the days of another lane.
    fn join(&mut self, other: Self) {
        self.extent = [self.extent, other.extent].into_iter().flatten().reduce(Span::hull);
        self.clear.extend(other.clear);
        self.vague.extend(other.vague);
    }

    fn add_date(&mut self, when: &When) {
        let days = when.possible();
        self.add(days, VAGUE_DAYS <= days.days() && !when.is_exact());
    }

    /// Adds a trip of which these days are drawn. Looks at its accounts only where one of them may be vague.
    fn add_visit(&mut self, chronicle: &Chronicle, reading: Reading, visit: &TripSummary, drawn: Span) {
        let is_long = VAGUE_DAYS <= drawn.days();
        match visit.accounts {
            AccountCount::Several(..) | AccountCount::Unpacked if is_long => {
                let accounts = reading.accounts(chronicle.trip(visit.span.trip));
                accounts.for_each(|account| self.add_date(&account.when));
            }
            AccountCount::OneVague(_) => self.add(drawn, is_long),
            AccountCount::OneExact(_) | AccountCount::Several(..) | AccountCount::Unpacked => self.add(drawn, false),
        }
    }

    /// The axis with the silences between them folded. A year of which only the year is known would else outweigh all
    /// the rest.
    pub(crate) fn folded(mut self) -> TimeMap {
        self.clear.sort_unstable();
        self.vague.sort_unstable();
        if self.clear.is_empty() {
            TimeMap::folded(&self.vague, &[])
        } else {
            TimeMap::folded(&self.clear, &self.vague)
        }
    }
}

/// The lanes of what is shown, in the order of the countries, and the days it takes.
pub(crate) fn packed(chronicle: &Chronicle, shown: &FilterResult) -> (Vec<Lane>, ShownDays) {
    let mut events: BTreeMap<CountryIndex, Vec<_>> = BTreeMap::new();
    for &index in &shown.events {
        let event = chronicle.event(index);
        if let Some(when) = &event.when {
            events.entry(event.country).or_default().push((when.possible(), index));
        }
    }
    let worth = parallel::WORTH_THREADS <= shown.trip_count;
    let parts = parallel::map(chronicle.countries.len(), worth, |position| {
        let country = CountryIndex::new(position);
        lane(chronicle, shown, country, events.get(&country).cloned().unwrap_or_default())
    });
    let mut dates = ShownDays::default();
    let lanes = parts.into_iter().flatten().map(|(lane, of_lane)| {
        dates.join(of_lane);
        lane
    });
    (lanes.collect(), dates)
}

/// The lane of a country with its days, if there is anything in it.
fn lane(
    chronicle: &Chronicle,
    shown: &FilterResult,
    country: CountryIndex,
    mut events: Vec<(Span, EventIndex)>,
) -> Option<(Lane, ShownDays)> {
    if !shown.countries.contains(&country) && events.is_empty() {
        return None;
    }
    let mut dates = ShownDays::default();
    let (mut spans, mut counted) = (Vec::new(), 0);
    for visit in chronicle.trips_to(country).iter().filter(|visit| shown.is_visible(visit.span.trip)) {
        counted += usize::from(shown.counting.counts(visit.status));
        let days = shown.reading.packed_extent(chronicle, visit).unwrap_or(visit.span.days);
        dates.add_visit(chronicle, shown.reading, visit, days);
        spans.push(TripSpan { days, ..visit.span });
    }
    // A source alone can have other days than all together; else they are in order, which takes no time.
    spans.sort();
    events.sort_unstable();
    for &(_, index) in &events {
        chronicle.event(index).when.iter().for_each(|when| dates.add_date(when));
    }
    let lane = Lane {
        country,
        rows: pack(&spans),
        events: events.into_iter().map(|(_, index)| index).collect(),
        shown: counted,
        total: shown.by_country.get(&country).copied().unwrap_or(0),
    };
    Some((lane, dates))
}

/// Puts each trip into the first row where it shares no day with those before it. They come in the order of time.
fn pack(spans: &[TripSpan]) -> Vec<Vec<TripSpan>> {
    let mut rows: Vec<Vec<TripSpan>> = Vec::new();
    // Apart from the rows, so that looking for a free one touches nothing else.
    let mut ends: Vec<Day> = Vec::new();
    for &span in spans {
        let free = ends.iter().position(|&end| end <= span.days.start());
        let row = free.unwrap_or(rows.len());
        if row == rows.len() {
            rows.push(Vec::new());
            ends.push(span.days.end());
        }
        rows[row].push(span);
        ends[row] = span.days.end();
    }
    rows.iter_mut().for_each(Vec::shrink_to_fit);
    rows
}

/// Puts lanes in order. Lanes that hold only events come last where the first day counts.
pub(crate) fn sort(chronicle: &Chronicle, shown: &FilterResult, lanes: &mut [Lane], arrangement: Arrangement) {
    let first_day = |lane: &Lane| {
        let firsts = lane.rows.iter().filter_map(|row| row.first());
        let first = firsts.map(|first| shown.span(chronicle, first.trip).start()).min();
        (first.unwrap_or(Day::END), lane.country)
    };
    let name = |lane: &Lane| arrangement.names.name(chronicle.country(lane.country)).to_owned();
    match arrangement.order {
        LaneOrder::FirstVisit => lanes.sort_by_cached_key(first_day),
        LaneOrder::Visits => lanes.sort_by_cached_key(|lane| (Reverse(lane.shown), first_day(lane))),
        LaneOrder::Name => lanes.sort_by_cached_key(name),
    }
}
