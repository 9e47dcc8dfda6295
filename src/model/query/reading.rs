//! Readings: what the accounts of a trip come to, by the sources that are believed.

use std::collections::BTreeSet;

use crate::model::facts::{Account, Chronicle, CountryIndex, Covers, Source, SourceIndex, TravellerIndex, Trip};
use crate::time::{DaySet, Span};

/// How several accounts become what is drawn and counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// The days that one source gives.
    Source(SourceIndex),
    /// The days that every source covering them gives.
    Agreed,
    /// The days that any source gives.
    #[default]
    Either,
}

/// The year in which a trip began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FirstYear {
    /// This one.
    Known(i32),
    /// One of these, in order.
    OneOf(Vec<i32>),
}

/// The days of a trip under a reading: three-valued, as a day is certain, possible or neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TripDays {
    /// Days that certainly were part of it, all of them possible.
    pub certain: DaySet,
    /// Days that can have been, at least one.
    pub possible: DaySet,
}

impl Reading {
    /// The readings worth choosing from: each source, agreed, either; only the last where there is but one source.
    #[must_use]
    pub fn choices(chronicle: &Chronicle) -> Vec<Self> {
        let several = (1 < chronicle.sources.len())
            .then(|| chronicle.indexed_sources().map(|(source, _)| Self::Source(source)).chain([Self::Agreed]));
        several.into_iter().flatten().chain([Self::Either]).collect()
    }

    /// Its name on a switch: the source's name, `Agreed` or `Either`.
    #[must_use]
    pub fn name(self, chronicle: &Chronicle) -> &str {
        match self {
            Self::Source(index) => &chronicle.source(index).name,
            Self::Agreed => "Agreed",
            Self::Either => "Either",
        }
    }

    /// What it shows, in a sentence.
    #[must_use]
    pub fn describe(self, chronicle: &Chronicle) -> String {
        match self {
            Self::Source(index) => format!("what {} alone tells", chronicle.source(index).name),
            Self::Agreed => "days that every source covering them gives".to_owned(),
            Self::Either => "days that any source gives".to_owned(),
        }
    }

    /// Whether it takes accounts of this source into account.
    #[must_use]
    pub fn includes(self, source: SourceIndex) -> bool {
        match self {
            Self::Source(only) => only == source,
            Self::Agreed | Self::Either => true,
        }
    }

    /// The accounts of a trip that it takes into account, in the order of the file.
    #[must_use]
    pub fn accounts(self, trip: &Trip) -> impl DoubleEndedIterator<Item = &Account> + Clone {
        trip.accounts().iter().filter(move |account| self.includes(account.source))
    }

    /// The account of these whose source is the first of the file; `None` where it takes none into account.
    #[must_use]
    pub fn first_account(self, trip: &Trip) -> Option<&Account> {
        self.accounts(trip).min_by_key(|account| account.source)
    }

    /// The days it leaves of a trip; `None` when it leaves none.
    #[must_use]
    pub fn days(self, chronicle: &Chronicle, trip: &Trip) -> Option<TripDays> {
        let mut days = TripDays { certain: DaySet::default(), possible: DaySet::default() };
        for account in self.accounts(trip) {
            days.certain = days.certain.union(&account.when.certain_days());
            days.possible = days.possible.union(&account.when.possible_days());
        }
        if self == Self::Agreed {
            for (source, covered) in speakers(chronicle, trip) {
                let given = Self::Source(source).days(chronicle, trip);
                let (certain, possible) = given.map(|days| (days.certain, days.possible)).unwrap_or_default();
                days.certain = days.certain.difference(&covered.difference(&certain));
                days.possible = days.possible.difference(&covered.difference(&possible));
            }
        }
        // An open end says nothing that could be drawn or counted beyond the days that any account names.
        days.possible = days.possible.intersection(&trip.possible().into());
        (!days.possible.is_empty()).then_some(days)
    }

    /// From the first to the last day it leaves of a trip; of one source, of the days it names, as its open ends do not
    /// say how far they reach.
    #[must_use]
    pub fn span(self, chronicle: &Chronicle, trip: &Trip) -> Option<Span> {
        match self {
            Self::Either => Some(trip.possible()),
            Self::Source(_) => self.extent(trip),
            Self::Agreed => self.days(chronicle, trip)?.possible.hull(),
        }
    }

    /// The year in which a trip began of which it leaves `days`; several where no account it includes tells which.
    #[must_use]
    pub fn first_year(self, trip: &Trip, days: Span) -> FirstYear {
        let (first, last) = (days.start().year(), days.last().year());
        if first == last {
            return FirstYear::Known(first);
        }
        let told: Vec<Vec<i32>> = self.accounts(trip).map(|account| account.when.first_years()).collect();
        let known =
            told.iter().filter_map(|years| if let [year] = years.as_slice() { Some(*year) } else { None }).min();
        let possible: BTreeSet<i32> =
            told.iter().flatten().copied().filter(|year| (first..=last).contains(year)).collect();
        match known {
            Some(year) => FirstYear::Known(year.max(first)),
            None => FirstYear::OneOf(possible.into_iter().collect()),
        }
    }

    /// From the first to the last day that any account it includes gives: more than it counts where they do not agree.
    #[must_use]
    pub fn extent(self, trip: &Trip) -> Option<Span> {
        self.accounts(trip).map(|account| account.when.possible()).reduce(Span::hull)
    }
}

impl TripDays {
    /// Whether it can have been outside a period altogether.
    #[must_use]
    pub fn is_only_possibly_in(&self, period: Span) -> bool {
        !self.certain.meets(period) && !self.possible.difference(&period.into()).is_empty()
    }
}

impl Covers {
    /// Whether it speaks of a traveller.
    #[must_use]
    pub fn speaks_of(&self, traveller: TravellerIndex) -> bool {
        self.travellers.as_ref().is_none_or(|travellers| travellers.contains(&traveller))
    }

    /// The days on which it speaks of a country.
    #[must_use]
    pub fn days(&self, country: CountryIndex) -> DaySet {
        match &self.countries {
            Some(countries) if !countries.contains(&country) => DaySet::default(),
            _ => self.period.map_or_else(|| DaySet::default().complement(), DaySet::from),
        }
    }

    /// Whether it speaks of a country on each of some days.
    #[must_use]
    pub fn all_of(&self, country: CountryIndex, days: Span) -> bool {
        self.period.is_none_or(|period| period.intersection(days) == Some(days))
            && self.countries.as_ref().is_none_or(|countries| countries.contains(&country))
    }
}

impl Chronicle {
    /// The sources that should tell of a trip and do not: each speaks of its country on every day it can have taken.
    #[must_use]
    pub fn silent_sources(&self, trip: &Trip) -> Vec<SourceIndex> {
        let silent = self.indexed_sources().filter(|(index, source)| {
            self.may_tell_of(*index, trip)
                && source.covers.all_of(trip.country, trip.possible())
                && trip.account_of(*index).is_none()
        });
        silent.map(|(index, _)| index).collect()
    }
}

impl Trip {
    /// What a source says of it; the first account where it has several.
    #[must_use]
    pub fn account_of(&self, source: SourceIndex) -> Option<&Account> {
        self.accounts().iter().find(|account| account.source == source)
    }

    /// The days an account names that no account of another source can mean; none where no other source tells of the trip.
    #[must_use]
    pub fn days_only_in(&self, account: &Account) -> DaySet {
        let others: Vec<_> = self.accounts().iter().filter(|other| other.source != account.source).collect();
        if others.is_empty() {
            return DaySet::default();
        }
        others.into_iter().fold(account.when.named_days(), |days, other| days.difference(&other.when.possible_days()))
    }
}

/// The sources whose word counts on a trip, each with the days on which it counts:
/// all of them for a source that tells of the trip, else those it covers.
fn speakers(chronicle: &Chronicle, trip: &Trip) -> Vec<(SourceIndex, DaySet)> {
    let days = |(index, source): (SourceIndex, &Source)| {
        let days = if trip.account_of(index).is_some() {
            DaySet::default().complement()
        } else if !chronicle.may_tell_of(index, trip) {
            DaySet::default()
        } else {
            source.covers.days(trip.country).intersection(&trip.possible().into())
        };
        (!days.is_empty()).then_some((index, days))
    };
    chronicle.indexed_sources().filter_map(days).collect()
}
