//! Lanes and rows: what does not depend on the zoom.

use std::collections::{BTreeMap, BTreeSet};

use super::{TimeMap, Window, states, tracks::Tracks};
use crate::{
    model::{
        Chronicle, Country, CountryIndex, EventIndex, EventKind, Kind, MOST_DAYS_BETWEEN, Reading, Shown, SourceIndex,
        Status, Tours, Trip, TripIndex,
    },
    time::{Day, OpenEnds, Period, Qualifier, SetKind, Span, When},
};

/// The order of lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneOrder {
    /// By the first trip to the country.
    #[default]
    FirstVisit,
    /// Most trips first.
    Visits,
    /// By name.
    Name,
}

impl LaneNames {
    /// What the lane of a country is called.
    #[must_use]
    pub fn name(self, country: &Country) -> &str {
        match self {
            Self::Then => &country.name,
            Self::Today => country.today.as_deref().unwrap_or(&country.name),
        }
    }
}

impl LaneOrder {
    /// All of them, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::FirstVisit, Self::Visits, Self::Name];

    /// The words in the menu.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::FirstVisit => "first visit",
            Self::Visits => "number of visits",
            Self::Name => "name",
        }
    }
}

/// How time is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeScale {
    /// Long silences shrink to thin bands.
    Folded,
    /// A day is as wide as any other.
    ToScale,
}

/// What lanes are called.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneNames {
    /// The name of the state then.
    #[default]
    Then,
    /// The name of its successor today, where it has one.
    Today,
}

/// How what is shown is arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The order of lanes.
    pub order: LaneOrder,
    /// What they are called.
    pub names: LaneNames,
    /// How time is drawn.
    pub scale: TimeScale,
    /// Whether tours are drawn.
    pub tours: bool,
    /// How many days may lie between two legs of a tour.
    pub most_days_between: u16,
    /// Whether colours and shapes are explained.
    pub legend: bool,
}

impl Default for Arrangement {
    fn default() -> Self {
        Self {
            order: LaneOrder::FirstVisit,
            names: LaneNames::Then,
            scale: TimeScale::Folded,
            tours: true,
            most_days_between: MOST_DAYS_BETWEEN,
            legend: true,
        }
    }
}

/// A country's trips and events.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Whose it is.
    pub country: CountryIndex,
    /// The trips, packed so that those of one row share no day; each row in the order of time.
    pub rows: Vec<Vec<TripIndex>>,
    /// The events that have a date, in the order of time.
    pub events: Vec<EventIndex>,
    /// How many trips are shown and counted.
    pub shown: usize,
    /// How many trips the country has, decades and other limits aside.
    pub total: usize,
}

/// What is shown, arranged in lanes on an axis. Made anew when filter or arrangement change.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Whom it believes.
    pub reading: Reading,
    /// How it is arranged.
    pub arrangement: Arrangement,
    /// The tours among the trips shown, drawn or not.
    pub tours: Tours,
    /// From top to bottom.
    pub lanes: Vec<Lane>,
    /// From days to the axis.
    pub map: TimeMap,
    /// From the first to the last day of what is shown; `None` where nothing with a date is.
    pub extent: Option<Span>,
    /// How many of the trips shown began in each year.
    pub visits_per_year: BTreeMap<i32, usize>,
    /// The whole years of every trip in the file, shown or not, and of the events shown.
    pub years: Span,
    /// The whole axis: what "fit all" shows.
    pub bounds: Window,
    /// What needs an explanation, in the order of the legend.
    pub legend: Vec<LegendEntry>,
}

/// Something drawn that the legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendEntry {
    /// The colour of a kind of trip.
    Kind(Kind),
    /// A block that fades: the day is not known.
    Soft,
    /// A block with blurred ends: the date is approximate.
    About,
    /// A hatched block: the date is uncertain.
    Uncertain,
    /// An arrow: the start or the end has no date.
    OpenEnd,
    /// Blocks on a line: each of several dates.
    Each,
    /// Blocks on a dotted line: one of several dates.
    OneOf,
    /// The colour of a source, and its place where bars have a track per source.
    Track {
        /// Whose.
        source: SourceIndex,
        /// Whether some bar has several tracks.
        split: bool,
    },
    /// Lines over the days that only one source gives.
    OnlyOne,
    /// Lines in place of the days that the sources do not agree on.
    NotAgreed,
    /// The empty track of a source that should tell of a trip and does not.
    Silent,
    /// The outline of trips that are not confirmed.
    Status(Status),
    /// The mark of an event.
    Event(EventKind),
    /// A stretch of folded time.
    Fold,
    /// The thread of a tour.
    Tour,
    /// The part of a lane before or after its state.
    NoState,
}

/// The axis reaches this share beyond what is shown, on each side.
const AXIS_MARGIN: f64 = 0.012;

impl Timeline {
    /// Arranges what a filter has left.
    #[must_use]
    pub fn new(chronicle: &Chronicle, shown: &Shown, arrangement: Arrangement) -> Self {
        let mut dates: Vec<&When> = shown
            .trips
            .iter()
            .flat_map(|&index| chronicle.trip(index).accounts())
            .filter(|account| shown.reading.hears(account.source))
            .map(|account| &account.when)
            .chain(shown.events.iter().filter_map(|&index| chronicle.event(index).when.as_ref()))
            .collect();
        dates.sort_by_key(|when| when.possible());
        let extent = dates.iter().map(|when| when.possible()).reduce(Span::hull);
        let map = match arrangement.scale {
            TimeScale::Folded => folded(&dates),
            TimeScale::ToScale => TimeMap::to_scale(),
        };
        let years = years(chronicle, extent);
        let bounds = map.window_of(extent.unwrap_or(years)).widened(AXIS_MARGIN);
        let mut visits_per_year = BTreeMap::new();
        for index in shown.counted(chronicle) {
            let year = shown.span(chronicle, index).start().year();
            *visits_per_year.entry(year).or_default() += 1;
        }
        let tours = Tours::new(chronicle, shown, arrangement.most_days_between);
        let lanes = lanes(chronicle, shown, arrangement);
        let mut legend = legend(chronicle, shown, &map);
        legend.extend((arrangement.tours && !tours.all.is_empty()).then_some(LegendEntry::Tour));
        legend.extend(states::are_washed(chronicle, &lanes, map.days_in(bounds)).then_some(LegendEntry::NoState));
        Self { reading: shown.reading, arrangement, tours, lanes, map, extent, visits_per_year, years, bounds, legend }
    }

    /// How many rows all lanes have together.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.lanes.iter().map(Lane::row_count).sum()
    }

    /// The lane that shows a country.
    #[must_use]
    pub fn lane_position(&self, country: CountryIndex) -> Option<usize> {
        self.lanes.iter().position(|lane| lane.country == country)
    }
}

impl Lane {
    /// How many rows it takes, at least one.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len().max(1)
    }

    /// Its trips in the order of their days under a reading.
    #[must_use]
    pub fn trips(&self, chronicle: &Chronicle, reading: Reading) -> Vec<TripIndex> {
        let mut trips: Vec<_> = self.rows.iter().flatten().copied().collect();
        trips.sort_by_key(|&index| (reading.drawn(chronicle.trip(index)), index));
        trips
    }
}

/// What there is to explain: only what is shown.
fn legend(chronicle: &Chronicle, shown: &Shown, map: &TimeMap) -> Vec<LegendEntry> {
    let trips = || shown.trips.iter().map(|&index| chronicle.trip(index));
    let kinds: BTreeSet<Kind> = trips().map(|trip| trip.kind).collect();
    let dated = shown.events.iter().map(|&index| chronicle.event(index)).filter(|event| event.when.is_some());
    let event_kinds: BTreeSet<EventKind> = dated.map(|event| event.kind).collect();
    let statuses: BTreeSet<Status> = trips().map(|trip| trip.status).collect();
    let mut entries: Vec<_> = kinds.into_iter().map(LegendEntry::Kind).collect();
    let tracks: Vec<_> = trips().map(|trip| Tracks::new(chronicle, shown.reading, trip)).collect();
    entries.extend(date_entries(&tracks));
    entries.extend(source_entries(chronicle, shown.reading, &tracks));
    entries.extend(statuses.into_iter().filter(|&status| status != Status::Confirmed).map(LegendEntry::Status));
    entries.extend(event_kinds.into_iter().map(LegendEntry::Event));
    entries.extend((!map.folds().is_empty()).then_some(LegendEntry::Fold));
    entries
}

/// The ways in which dates are not exact.
fn date_entries(tracks: &[Tracks<'_>]) -> impl Iterator<Item = LegendEntry> {
    let accounts = tracks.iter().flat_map(Tracks::told).flat_map(|track| &track.accounts);
    let inexact: Vec<&When> = accounts.map(|account| &account.when).filter(|when| !when.is_exact()).collect();
    let entry = |entry: LegendEntry, test: fn(&When) -> bool| inexact.iter().any(|when| test(when)).then_some(entry);
    let entries = [
        entry(LegendEntry::Soft, |when| {
            when.qualifier() == Qualifier::default()
                && match when.members() {
                    Some((kind, members)) => kind == SetKind::All && members.iter().any(|days| 1 < days.days()),
                    None => when.certain() != Some(when.possible()),
                }
        }),
        entry(LegendEntry::About, |when| when.qualifier().approximate),
        entry(LegendEntry::Uncertain, |when| when.qualifier().uncertain),
        entry(LegendEntry::OpenEnd, |when| when.open_ends() != OpenEnds::default()),
        entry(LegendEntry::Each, |when| when.members().is_some_and(|(kind, _)| kind == SetKind::All)),
        entry(LegendEntry::OneOf, |when| when.members().is_some_and(|(kind, _)| kind == SetKind::One)),
    ];
    entries.into_iter().flatten()
}

/// The sources, and what sets their tracks apart.
fn source_entries(chronicle: &Chronicle, reading: Reading, tracks: &[Tracks<'_>]) -> Vec<LegendEntry> {
    if chronicle.sources.len() < 2 {
        return Vec::new();
    }
    let split = tracks.iter().any(|tracks| 1 < tracks.all.len());
    let sources: BTreeSet<SourceIndex> =
        tracks.iter().flat_map(|tracks| &tracks.all).map(|track| track.source).collect();
    let mut entries: Vec<_> = sources.into_iter().map(|source| LegendEntry::Track { source, split }).collect();
    let set_off = tracks.iter().any(|tracks| {
        tracks.told().flat_map(|track| &track.accounts).any(|account| !tracks.set_off(account).is_empty())
    });
    let hatch = if reading == Reading::Agreed { LegendEntry::NotAgreed } else { LegendEntry::OnlyOne };
    let silent = tracks.iter().flat_map(|tracks| &tracks.all).any(|track| track.accounts.is_empty());
    entries.extend(set_off.then_some(hatch));
    entries.extend(silent.then_some(LegendEntry::Silent));
    entries
}

/// A date this long or longer, with neither day known, is too vague to keep time from being folded.
const VAGUE_DAYS: i32 = 100;

/// Folds the silences between dates. A year of which only the year is known would else outweigh all the rest.
fn folded(dates: &[&When]) -> TimeMap {
    let is_vague = |when: &When| !when.is_exact() && VAGUE_DAYS <= when.possible().days();
    let spans = |vague: bool| -> Vec<Span> {
        dates.iter().filter(|when| is_vague(when) == vague).map(|when| when.possible()).collect()
    };
    match (spans(false), spans(true)) {
        (clear, vague) if clear.is_empty() => TimeMap::folded(&vague, &[]),
        (clear, vague) => TimeMap::folded(&clear, &vague),
    }
}

fn event_days(chronicle: &Chronicle, index: EventIndex) -> Option<Span> {
    chronicle.event(index).when.as_ref().map(When::possible)
}

/// The whole years around every confirmed trip and around what is shown.
fn years(chronicle: &Chronicle, extent: Option<Span>) -> Span {
    let days = chronicle
        .trips
        .iter()
        .filter(|trip| trip.status == Status::Confirmed)
        .map(Trip::possible)
        .chain(extent)
        .reduce(Span::hull);
    let year = Period::Years(1);
    days.and_then(|days| Span::new(year.start_of(days.start()), year.start_of_next(days.last())))
        .or_else(|| Span::of_years(1900, 1999))
        .unwrap_or_else(|| unreachable!("the 20th century has days"))
}

fn lanes(chronicle: &Chronicle, shown: &Shown, arrangement: Arrangement) -> Vec<Lane> {
    let mut lanes: BTreeMap<CountryIndex, Lane> = BTreeMap::new();
    let empty = |country: CountryIndex| Lane {
        country,
        rows: Vec::new(),
        events: Vec::new(),
        shown: 0,
        total: shown.by_country.get(&country).copied().unwrap_or(0),
    };
    for &index in &shown.trips {
        let country = chronicle.trip(index).country;
        let lane = lanes.entry(country).or_insert_with(|| empty(country));
        lane.shown += usize::from(shown.counting.counts(chronicle.trip(index).status));
        pack(chronicle, shown.reading, &mut lane.rows, index);
    }
    let mut events: Vec<_> =
        shown.events.iter().filter_map(|&index| Some((event_days(chronicle, index)?, index))).collect();
    events.sort_unstable();
    for (_, index) in events {
        let country = chronicle.event(index).country;
        let lane = lanes.entry(country).or_insert_with(|| empty(country));
        lane.events.push(index);
    }
    let mut lanes: Vec<_> = lanes.into_values().collect();
    let name = |lane: &Lane| arrangement.names.name(chronicle.country(lane.country));
    match arrangement.order {
        LaneOrder::FirstVisit => lanes.sort_by_key(|lane| first_day(chronicle, shown, lane)),
        LaneOrder::Visits => {
            lanes.sort_by_key(|lane| (std::cmp::Reverse(lane.shown), first_day(chronicle, shown, lane)));
        }
        LaneOrder::Name => lanes.sort_by(|a, b| name(a).cmp(name(b))),
    }
    lanes
}

/// Puts a trip into the first row where it shares no day with the trips before it. Trips come in the order of their
/// days under the reading; what is drawn of one can begin before those days.
fn pack(chronicle: &Chronicle, reading: Reading, rows: &mut Vec<Vec<TripIndex>>, index: TripIndex) {
    let drawn = |index: TripIndex| {
        let trip = chronicle.trip(index);
        reading.drawn(trip).unwrap_or(trip.possible())
    };
    let start = drawn(index).start();
    match rows.iter_mut().find(|row| row.last().is_none_or(|&last| drawn(last).end() <= start)) {
        Some(row) => row.push(index),
        None => rows.push(vec![index]),
    }
}

/// The first day of a lane's trips; lanes that hold only events come last.
fn first_day(chronicle: &Chronicle, shown: &Shown, lane: &Lane) -> (Day, CountryIndex) {
    let first = lane.rows.iter().filter_map(|row| row.first()).map(|&index| shown.span(chronicle, index).start()).min();
    (first.unwrap_or(Day::END), lane.country)
}
