//! What is shown, packed into lanes and rows, and the days it takes.

use std::collections::hash_map::Entry;
use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::lane::Lane;
use super::order;
use crate::data::LaneBy;
use crate::layout::arrange::arrangement::Arrangement;
use crate::layout::axis::time_map::{QUIET_DAYS, TimeMap};
use crate::model::{
    AccountCount, Chronicle, CountryIndex, EventIndex, FilterResult, LaneKey, Reading, TripSpan, TripSummary, parallel,
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
    /// How many days later than theirs dates are drawn from here on.
    moved_days: i32,
}

impl ShownDays {
    fn add(&mut self, days: Span, is_vague: bool) {
        let days = days.moved(self.moved_days);
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

/// The trips and events of a lane before they are packed.
#[derive(Default)]
struct LaneContent {
    spans: Vec<TripSpan>,
    events: Vec<(Span, EventIndex)>,
    /// How many of the trips count.
    shown: usize,
    /// How many trips there are of it, limits aside.
    total: usize,
}

impl LaneContent {
    fn add(&mut self, other: Self) {
        self.spans.extend(other.spans);
        self.shown += other.shown;
        self.total += other.total;
    }

    fn packed(mut self, chronicle: &Chronicle, arrangement: &Arrangement, key: LaneKey) -> Lane {
        // Of one country they are in order, which takes no time, unless a source alone has other days than all together.
        self.spans.sort();
        self.events.sort_unstable();
        let events = self.events.into_iter().map(|(_, index)| index).collect();
        let heading = arrangement.heading(chronicle, key);
        Lane {
            key,
            heading,
            longest_days: self.spans.iter().map(|span| span.days.days()).max().unwrap_or(0),
            rows: pack(&self.spans),
            spans: self.spans,
            events,
            is_heading: false,
            is_pinned: arrangement.pinned_place(key, heading).is_some(),
            moved_days: arrangement.moved_days(chronicle, key),
            is_collapsed: arrangement.choices.collapsed.contains(&key),
            shown: self.shown,
            total: self.total,
        }
    }
}

/// A trip of a lane.
struct LaneTrip {
    key: LaneKey,
    /// The days that are drawn of it.
    span: TripSpan,
    is_shown: bool,
    counts: bool,
}

/// Trips by their lanes.
fn by_lanes(trips: &[&[LaneTrip]]) -> FxHashMap<LaneKey, LaneContent> {
    let all = || trips.iter().copied().flatten();
    // Room for just as many as there are: a million trips can have nearly as many lanes.
    let mut numbers: FxHashMap<LaneKey, usize> = FxHashMap::default();
    let mut sizes: Vec<usize> = Vec::new();
    let mut before = None;
    let mut number_of = |trip: &LaneTrip| match before {
        Some((key, number)) if key == trip.key => number,
        _ => {
            let next = numbers.len();
            let number = *numbers.entry(trip.key).or_insert(next);
            before = Some((trip.key, number));
            number
        }
    };
    let lanes: Vec<usize> = all()
        .map(|trip| {
            let number = number_of(trip);
            if number == sizes.len() {
                sizes.push(0);
            }
            sizes[number] += usize::from(trip.is_shown);
            number
        })
        .collect();
    let mut contents: Vec<LaneContent> = sizes
        .into_iter()
        .map(|size| LaneContent { spans: Vec::with_capacity(size), ..LaneContent::default() })
        .collect();
    for (trip, number) in all().zip(lanes) {
        let content = &mut contents[number];
        content.total += usize::from(trip.counts);
        if trip.is_shown {
            content.shown += usize::from(trip.counts);
            content.spans.push(trip.span);
        }
    }
    numbers.into_iter().map(|(key, number)| (key, std::mem::take(&mut contents[number]))).collect()
}

/// The lanes of what is shown with their headings, from top to bottom, and the days it takes.
pub(crate) fn packed(chronicle: &Chronicle, shown: &FilterResult, arrangement: &Arrangement) -> (Vec<Lane>, ShownDays) {
    let worth = parallel::WORTH_THREADS <= shown.trip_count;
    let countries = parallel::map(chronicle.countries.len(), worth, |position| {
        of_country(chronicle, shown, arrangement, CountryIndex::new(position))
    });
    let trips: Vec<&[LaneTrip]> = countries.iter().map(|(trips, _)| trips.as_slice()).collect();
    // Lanes of countries can be filled side by side.
    let parts: Vec<_> =
        trips.chunks(if arrangement.lanes == LaneBy::Country { 1 } else { trips.len().max(1) }).collect();
    let mut contents: FxHashMap<LaneKey, LaneContent> = FxHashMap::default();
    for (key, part) in parallel::map(parts.len(), worth, |part| by_lanes(parts[part])).into_iter().flatten() {
        match contents.entry(key) {
            Entry::Vacant(free) => _ = free.insert(part),
            // Of a group that is collapsed.
            Entry::Occupied(mut taken) => taken.get_mut().add(part),
        }
    }
    let mut dates = ShownDays::default();
    for (_, days) in countries {
        dates.join(days);
    }
    for &index in &shown.events {
        let event = chronicle.event(index);
        if let Some(when) = &event.when {
            let key = arrangement.lane_of(chronicle, LaneKey::of_event(arrangement.lanes, event));
            dates.moved_days = arrangement.moved_days(chronicle, key).unwrap_or(0);
            dates.add_date(when);
            contents.entry(key).or_default().events.push((when.possible(), index));
        }
    }
    contents.retain(|_, content| !content.spans.is_empty() || !content.events.is_empty());
    // Each is taken by the thread that packs it.
    let contents: Vec<_> = contents.into_iter().map(|lane| Mutex::new(Some(lane))).collect();
    let take = |position: usize| {
        let lane = contents[position].lock().ok().and_then(|mut lane| lane.take());
        lane.map(|(key, content)| content.packed(chronicle, arrangement, key))
    };
    let mut lanes: Vec<Lane> = parallel::map(contents.len(), worth, take).into_iter().flatten().collect();
    order::sort(chronicle, shown, &mut lanes, arrangement);
    (lanes, dates)
}

/// The trips to a country that its lanes show or only count, and the days that are drawn.
fn of_country(
    chronicle: &Chronicle,
    shown: &FilterResult,
    arrangement: &Arrangement,
    country: CountryIndex,
) -> (Vec<LaneTrip>, ShownDays) {
    let mut dates = ShownDays::default();
    let candidates = chronicle.trips_to(country).iter().filter(|visit| shown.is_candidate(visit.span.trip));
    let trip = |visit: &TripSummary| {
        let key = match arrangement.lanes {
            LaneBy::Country => LaneKey::Country(country),
            by => LaneKey::of_summary(by, chronicle, shown.reading, visit),
        };
        let key = arrangement.lane_of(chronicle, key);
        let is_shown = shown.is_visible(visit.span.trip);
        let mut span = visit.span;
        if is_shown {
            span.days = shown.reading.packed_extent(chronicle, visit).unwrap_or(span.days);
            dates.moved_days = arrangement.moved_days(chronicle, key).unwrap_or(0);
            dates.add_visit(chronicle, shown.reading, visit, span.days);
        }
        LaneTrip { key, span, is_shown, counts: shown.counting.counts(visit.status) }
    };
    (candidates.map(trip).collect(), dates)
}

/// Puts each trip into the first row where it shares no day with those before it. They come in the order of time.
fn pack(spans: &[TripSpan]) -> Vec<Vec<TripSpan>> {
    // Most of many lanes need one row: of a hundred thousand, to fill each row trip by trip takes twice as long.
    if spans.is_sorted_by(|before, behind| before.days.end() <= behind.days.start()) {
        return if spans.is_empty() { Vec::new() } else { vec![spans.to_vec()] };
    }
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
