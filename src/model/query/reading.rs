//! Readings: what the accounts of a trip come to, by whom one believes.

use crate::{
    model::facts::{
        chronicle::{Account, Chronicle, CountryIndex, Covers, SourceIndex, Trip},
        visits::{AccountCount, TripSummary},
    },
    time::{DaySet, Span},
};

/// How several accounts become what is drawn and counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reading {
    /// What one source tells.
    Source(SourceIndex),
    /// The days that every source covering them gives.
    Agreed,
    /// The days that any source gives.
    #[default]
    Either,
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
        let sources = chronicle.sources.len();
        let several = (1 < sources).then(|| (0..sources).map(SourceIndex::new).map(Self::Source).chain([Self::Agreed]));
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
    pub fn words(self, chronicle: &Chronicle) -> String {
        match self {
            Self::Source(index) => format!("what {} alone tells", chronicle.source(index).name),
            Self::Agreed => "days that every source covering them gives".to_owned(),
            Self::Either => "days that any source gives".to_owned(),
        }
    }

    /// Whether it listens to this source at all.
    #[must_use]
    pub fn includes(self, source: SourceIndex) -> bool {
        match self {
            Self::Source(only) => only == source,
            Self::Agreed | Self::Either => true,
        }
    }

    /// The accounts of a trip that it takes into account, in the order of the file.
    pub fn accounts(self, trip: &Trip) -> impl DoubleEndedIterator<Item = &Account> + Clone {
        trip.accounts().iter().filter(move |account| self.includes(account.source))
    }

    /// The days it leaves of a trip; `None` when it leaves none.
    #[must_use]
    pub fn days(self, chronicle: &Chronicle, trip: &Trip) -> Option<TripDays> {
        let told = self.accounts(trip);
        let mut stay = TripDays { certain: DaySet::default(), possible: DaySet::default() };
        for account in told {
            stay.certain = stay.certain.union(&account.when.certain_days());
            stay.possible = stay.possible.union(&account.when.possible_days());
        }
        if self == Self::Agreed {
            for (source, covered) in speakers(chronicle, trip) {
                let given = Self::Source(source).days(chronicle, trip);
                let (certain, possible) = given.map(|stay| (stay.certain, stay.possible)).unwrap_or_default();
                stay.certain = stay.certain.difference(&covered.difference(&certain));
                stay.possible = stay.possible.difference(&covered.difference(&possible));
            }
        }
        // An open end says nothing that could be drawn or counted beyond the days that any account names.
        stay.possible = stay.possible.intersection(&trip.possible().into());
        (!stay.possible.is_empty()).then_some(stay)
    }

    /// From the first to the last day it leaves of a trip; of one source, of the days it names, as its open ends do not
    /// say how far they reach.
    #[must_use]
    pub fn span(self, chronicle: &Chronicle, trip: &Trip) -> Option<Span> {
        match self {
            Self::Either => Some(trip.possible()),
            Self::Source(_) => self.drawn(trip),
            Self::Agreed => self.days(chronicle, trip)?.possible.hull(),
        }
    }

    /// The same as [`Reading::span`], without a look at the accounts where that can be told from a visit alone.
    pub(super) fn packed_span(self, chronicle: &Chronicle, covering: &Covering, visit: &TripSummary) -> Option<Span> {
        let days = visit.span.days;
        let trip = || chronicle.trip(visit.span.trip);
        match (self, visit.accounts) {
            (Self::Either, _) => Some(days),
            (Self::Source(source), AccountCount::OneExact(only) | AccountCount::OneVague(only)) => {
                (source.position() == usize::from(only)).then_some(days)
            }
            (Self::Source(_), AccountCount::Several(..) | AccountCount::Unpacked) => chronicle.drawn(self, visit),
            (Self::Agreed, AccountCount::OneExact(only) | AccountCount::OneVague(only)) => {
                match covering.others(only.into(), days) {
                    Others::Nowhere => Some(days),
                    Others::Throughout => None,
                    Others::Partly => self.span(chronicle, trip()),
                }
            }
            // Two sources that know their days, and nobody else who should tell, agree on what they share.
            (Self::Agreed, AccountCount::Several(..)) => match chronicle.account_summaries(visit) {
                [a, b] if a.is_exact && b.is_exact && a.source != b.source => {
                    match covering
                        .beside(|position| [a, b].iter().any(|spoken| usize::from(spoken.source) == position), days)
                    {
                        Others::Nowhere => a.days.intersection(b.days),
                        Others::Throughout => None,
                        Others::Partly => self.span(chronicle, trip()),
                    }
                }
                _ => self.span(chronicle, trip()),
            },
            (Self::Agreed, AccountCount::Unpacked) => self.span(chronicle, trip()),
        }
    }

    /// The same as [`Reading::days`], without a look at the accounts where that can be told from a visit alone.
    pub(super) fn packed_days(
        self,
        chronicle: &Chronicle,
        covering: &Covering,
        visit: &TripSummary,
    ) -> Option<TripDays> {
        let days = visit.span.days;
        let exactly = || Some(TripDays { certain: days.into(), possible: days.into() });
        match (self, visit.accounts) {
            (Self::Either, AccountCount::OneExact(_)) => exactly(),
            (Self::Source(source), AccountCount::OneExact(only)) if source.position() == usize::from(only) => exactly(),
            (Self::Source(_), AccountCount::OneExact(_)) => None,
            (Self::Agreed, AccountCount::OneExact(only) | AccountCount::OneVague(only)) => {
                match (covering.others(only.into(), days), visit.accounts) {
                    (Others::Throughout, _) => None,
                    (Others::Nowhere, AccountCount::OneExact(_)) => exactly(),
                    _ => self.days(chronicle, chronicle.trip(visit.span.trip)),
                }
            }
            _ => self.days(chronicle, chronicle.trip(visit.span.trip)),
        }
    }

    /// From the first to the last day that anyone it listens to gives: more than it counts where they do not agree.
    #[must_use]
    pub fn drawn(self, trip: &Trip) -> Option<Span> {
        let told = self.accounts(trip);
        told.map(|account| account.when.possible()).reduce(Span::hull)
    }
}

/// The days on which each source speaks of a country.
pub(super) struct Covering(Vec<DaySet>);

/// On which of some days other sources speak.
enum Others {
    Nowhere,
    Partly,
    Throughout,
}

impl Covering {
    /// By the sources of the file.
    pub(super) fn new(chronicle: &Chronicle, country: CountryIndex) -> Self {
        Self(chronicle.sources.iter().map(|source| source.covers.days(country)).collect())
    }

    /// On which of these days a source other than the one at this position speaks.
    fn others(&self, only: usize, days: Span) -> Others {
        self.beside(|position| position == only, days)
    }

    /// The same of several sources.
    fn beside(&self, tells: impl Fn(usize) -> bool, days: Span) -> Others {
        let others = self.0.iter().enumerate().filter(|(position, _)| !tells(*position));
        let mut part = Others::Nowhere;
        for span in others.flat_map(|(_, covered)| covered.spans()) {
            if span.intersection(days) == Some(days) {
                return Others::Throughout;
            }
            if span.overlaps(days) {
                part = Others::Partly;
            }
        }
        part
    }
}

impl Covers {
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
    /// From the first to the last day that anyone a reading listens to gives of a visit.
    #[must_use]
    pub fn drawn(&self, reading: Reading, visit: &TripSummary) -> Option<Span> {
        match (reading, visit.accounts) {
            (Reading::Source(source), AccountCount::Several(..)) => {
                let own = self
                    .account_summaries(visit)
                    .iter()
                    .filter(|spoken| usize::from(spoken.source) == source.position());
                own.map(|spoken| spoken.days).reduce(Span::hull)
            }
            (Reading::Source(_), AccountCount::Unpacked) => reading.extent(self.trip(visit.span.trip)),
            _ => Some(visit.span.days),
        }
    }

    /// The sources that should tell of a trip and do not: each speaks of its country on every day it can have taken.
    #[must_use]
    pub fn silent_sources(&self, trip: &Trip) -> Vec<SourceIndex> {
        let sources = (0..).map(SourceIndex::new).zip(&self.sources);
        let silent = sources.filter(|(index, source)| {
            source.covers.all_of(trip.country, trip.possible()) && trip.account_of(*index).is_none()
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
        let named = account.when.possible_days().intersection(&account.when.possible().into());
        others.into_iter().fold(named, |days, other| days.difference(&other.when.possible_days()))
    }
}

/// The sources whose word counts on a trip, each with the days on which it counts:
/// all of them for a source that tells of the trip, else those it covers.
fn speakers(chronicle: &Chronicle, trip: &Trip) -> Vec<(SourceIndex, DaySet)> {
    let days = |index: SourceIndex| {
        if trip.account_of(index).is_some() {
            DaySet::default().complement()
        } else {
            chronicle.source(index).covers.days(trip.country).intersection(&trip.possible().into())
        }
    };
    let sources = (0..chronicle.sources.len()).map(SourceIndex::new);
    sources.map(|index| (index, days(index))).filter(|(_, days)| !days.is_empty()).collect()
}
