//! The tracks of a trip's bar: one for each source that tells of the trip or should have, under a reading.

use super::{
    dates::DateBar,
    scene::{Point, Role, Shape, Stroke},
};
use crate::{
    model::{Account, Chronicle, CountryIndex, Reading, SourceIndex, Trip, TripStatus},
    time::{DaySet, Span, When},
};

/// The tracks of a trip, from the top.
pub(super) struct SourceTracks<'a> {
    trip: &'a Trip,
    reading: Reading,
    /// In the order of the file's sources.
    pub(super) all: Vec<Track<'a>>,
    /// The days that count where not all do.
    counted: Option<DaySet>,
}

/// One source's part of a bar.
pub(super) struct Track<'a> {
    /// Whose.
    pub(super) source: SourceIndex,
    /// What it says of the trip: nothing where it is silent.
    pub(super) accounts: Vec<&'a Account>,
}

impl<'a> SourceTracks<'a> {
    /// The tracks under a reading.
    pub(super) fn new(chronicle: &Chronicle, reading: Reading, trip: &'a Trip) -> Self {
        let mut heard: Vec<&Account> = reading.accounts(trip).collect();
        heard.sort_by_key(|account| account.source);
        let mut all: Vec<Track<'_>> = silent_sources(chronicle, reading, trip)
            .into_iter()
            .map(|source| Track { source, accounts: Vec::new() })
            .collect();
        all.extend(
            heard
                .chunk_by(|one, other| one.source == other.source)
                .filter_map(|accounts| Some(Track { source: accounts.first()?.source, accounts: accounts.to_vec() })),
        );
        all.sort_by_key(|track| track.source);
        let counted = (reading == Reading::Agreed && 1 < all.len())
            .then(|| reading.days(chronicle, trip).map(|stay| stay.possible).unwrap_or_default());
        Self { trip, reading, all, counted }
    }

    /// The tracks of the sources that tell of the trip.
    pub(super) fn told(&self) -> impl Iterator<Item = &Track<'a>> {
        self.all.iter().filter(|track| !track.accounts.is_empty())
    }

    /// The days of an account that are set off from the rest: under "either" those that no other source gives,
    /// under "agreed" those that do not count.
    pub(super) fn set_off(&self, account: &Account) -> DaySet {
        match (self.reading, &self.counted) {
            (Reading::Either, _) => self.trip.days_only_in(account),
            (Reading::Agreed, Some(counted)) => named_days(&account.when).difference(counted),
            (Reading::Agreed | Reading::Source(_), _) => DaySet::default(),
        }
    }

    /// The longest run of an account's days that are drawn solid and plain: where a name can stand.
    pub(super) fn plain(&self, account: &Account) -> Option<Span> {
        let plain = account.when.certain_days().difference(&self.set_off(account));
        plain.spans().iter().copied().max_by_key(|days| days.days())
    }

    /// One track on its strip; `drawn` are the days of the whole bar.
    pub(super) fn shapes(&self, track: &Track<'_>, strip: DateBar<'_>, drawn: Span) -> Vec<Shape> {
        if track.accounts.is_empty() {
            let sharp = self.told().flat_map(|track| &track.accounts).all(|account| account.when.names_days());
            return strip.outlined(drawn, Stroke::dotted(Role::TextMuted, 1.0), sharp);
        }
        let role = Role::bar(self.trip.kind, track.source);
        let accounts = track.accounts.iter();
        accounts.flat_map(|account| self.account(account, DateBar { role, ..strip })).collect()
    }

    fn account(&self, account: &Account, strip: DateBar<'_>) -> Vec<Shape> {
        let when = &account.when;
        let opacity = match self.trip.status {
            TripStatus::Confirmed => 1.0,
            TripStatus::Transit if when.is_exact() => FAINT,
            TripStatus::Rumoured | TripStatus::Cancelled if when.is_exact() => 0.0,
            TripStatus::Transit | TripStatus::Rumoured | TripStatus::Cancelled => HALF,
        };
        let strip = DateBar { opacity, ..strip };
        let set_off = self.set_off(account);
        let mut shapes = match &self.counted {
            _ if opacity <= 0.0 => Vec::new(),
            Some(counted) if !set_off.is_empty() => {
                let counted = named_days(when).intersection(counted);
                counted.spans().iter().flat_map(|&days| strip.part(when, days)).collect()
            }
            Some(_) | None => strip.date(when),
        };
        let lines = match self.counted {
            Some(_) => Stroke::solid(strip.role, 0.8),
            None => Stroke::solid(Role::OnlyOne, 1.4),
        };
        if 0.0 < opacity || self.counted.is_some() {
            let hatched = |&days: &Span| strip.hatched(when, days, lines);
            shapes.extend(set_off.spans().iter().filter_map(hatched));
        }
        shapes.extend(self.outline(when, strip));
        shapes
    }

    /// What sets a trip apart that is not confirmed. Where the date has no edges, neither has the outline.
    fn outline(&self, when: &When, strip: DateBar<'_>) -> Vec<Shape> {
        let (days, ends) = (when.possible(), when.is_exact());
        match self.trip.status {
            TripStatus::Confirmed => Vec::new(),
            TripStatus::Rumoured => strip.outlined(days, Stroke::dashed(strip.role, 1.2), ends),
            TripStatus::Transit => strip.outlined(days, Stroke::solid(strip.role, 1.0), ends),
            TripStatus::Cancelled => {
                let stroke = Stroke::solid(strip.role, 1.2);
                let rect = strip.extent(days);
                let strike = Shape::Line {
                    from: Point { x: rect.left, y: rect.bottom },
                    to: Point { x: rect.right, y: rect.top },
                    stroke,
                };
                let mut shapes = strip.outlined(days, stroke, ends);
                shapes.extend(if ends { Some(strike) } else { strip.line(days, rect.middle_y(), stroke) });
                shapes
            }
        }
    }
}

/// The share of its colour that the inside of an outline has.
const FAINT: f32 = 0.3;
/// The same where the days fade, and all that is left of them is the inside.
const HALF: f32 = 0.5;

/// The sources whose silence on a trip a reading shows.
pub(super) fn silent_sources(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> Vec<SourceIndex> {
    match reading {
        Reading::Source(_) => Vec::new(),
        // A single source is never silent: every trip is its own.
        Reading::Agreed | Reading::Either if !can_be_silent(chronicle, trip) => Vec::new(),
        Reading::Agreed | Reading::Either => chronicle.silent_sources(trip),
    }
}

/// Whether some source might have told of a trip and does not: quickly told for nearly all trips.
fn can_be_silent(chronicle: &Chronicle, trip: &Trip) -> bool {
    chronicle.sources.iter().enumerate().any(|(position, source)| {
        let covers = |countries: &Vec<CountryIndex>| countries.contains(&trip.country);
        let speaks_of_it = source.covers.countries.as_ref().is_none_or(covers)
            && source.covers.period.is_none_or(|period| period.overlaps(trip.possible()));
        speaks_of_it && trip.account_of(SourceIndex::new(position)).is_none()
    })
}

/// The days that a date names, without what an open end adds.
fn named_days(when: &When) -> DaySet {
    when.possible_days().intersection(&when.possible().into())
}
