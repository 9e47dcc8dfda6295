//! The tracks of a trip's bar: one for each source that reports the trip or should have, under a reading.

use crate::model::{Account, Chronicle, CountryIndex, Reading, SourceIndex, Trip};
use crate::time::{DaySet, Span};

/// The tracks of a trip, from the top.
pub(crate) struct SourceTracks<'a> {
    pub(crate) trip: &'a Trip,
    reading: Reading,
    /// In the order of the file's sources.
    pub(crate) all: Vec<Track<'a>>,
    /// The days that count where not all do.
    pub(crate) counted: Option<DaySet>,
}

/// One source's part of a bar.
pub(crate) struct Track<'a> {
    /// Whose.
    pub(crate) source: SourceIndex,
    /// What it says of the trip: nothing where it is silent.
    pub(crate) accounts: Vec<&'a Account>,
}

impl<'a> SourceTracks<'a> {
    /// The tracks under a reading.
    pub(crate) fn new(chronicle: &Chronicle, reading: Reading, trip: &'a Trip) -> Self {
        let silent = silent_sources(chronicle, reading, trip).into_iter();
        let mut all: Vec<Track<'_>> = silent.map(|source| Track { source, accounts: Vec::new() }).collect();
        for account in reading.accounts(trip) {
            match all.iter_mut().find(|track| track.source == account.source) {
                Some(track) => track.accounts.push(account),
                None => all.push(Track { source: account.source, accounts: vec![account] }),
            }
        }
        all.sort_by_key(|track| track.source);
        let counted = (reading == Reading::Agreed && 1 < all.len())
            .then(|| reading.days(chronicle, trip).map(|stay| stay.possible).unwrap_or_default());
        Self { trip, reading, all, counted }
    }

    /// The accounts on all tracks.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = &'a Account> {
        self.all.iter().flat_map(|track| &track.accounts).copied()
    }

    /// The days of an account that are set off from the rest: under "either" those that no other source gives,
    /// under "agreed" those that do not count.
    pub(crate) fn set_off(&self, account: &Account) -> DaySet {
        match (self.reading, &self.counted) {
            (Reading::Either, _) => self.trip.days_only_in(account),
            (Reading::Agreed, Some(counted)) => account.when.named_days().difference(counted),
            (Reading::Agreed | Reading::Source(_), _) => DaySet::default(),
        }
    }

    /// The longest run of an account's days that are drawn solid and plain: where a name can stand.
    pub(crate) fn plain(&self, account: &Account) -> Option<Span> {
        let plain = account.when.certain_days().difference(&self.set_off(account));
        plain.spans().iter().copied().max_by_key(|days| days.days())
    }
}

/// The sources whose silence on a trip a reading shows.
pub(crate) fn silent_sources(chronicle: &Chronicle, reading: Reading, trip: &Trip) -> Vec<SourceIndex> {
    match reading {
        Reading::Source(_) => Vec::new(),
        // A single source is never silent: every trip is its own.
        Reading::Agreed | Reading::Either if !can_be_silent(chronicle, trip) => Vec::new(),
        Reading::Agreed | Reading::Either => chronicle.silent_sources(trip),
    }
}

/// Whether some source might report a trip and does not. Finding that out is quick for nearly all trips.
fn can_be_silent(chronicle: &Chronicle, trip: &Trip) -> bool {
    chronicle.sources.iter().enumerate().any(|(position, source)| {
        let covers = |countries: &Vec<CountryIndex>| countries.contains(&trip.country);
        let index = SourceIndex::new(position);
        let should_report = chronicle.may_tell_of(index, trip)
            && source.covers.countries.as_ref().is_none_or(covers)
            && source.covers.period.is_none_or(|period| period.overlaps(trip.possible()));
        should_report && trip.account_of(index).is_none()
    })
}
