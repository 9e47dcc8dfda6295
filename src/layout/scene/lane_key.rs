//! Whose trips a lane holds.

use std::borrow::Cow;

use crate::data::{LaneBy, LaneNames};
use crate::model::{Chronicle, Country, CountryIndex, Event, Reading, SourceIndex, TravellerIndex, Trip, TripKind};

/// Whose trips a lane holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneKey {
    /// Those to a country.
    Country(CountryIndex),
    /// Those of a traveller.
    Traveller(TravellerIndex),
    /// Those of a traveller to a country, beside his to others.
    TravellerCountry(TravellerIndex, CountryIndex),
    /// Those to a country of a traveller, beside those of others.
    CountryTraveller(CountryIndex, TravellerIndex),
    /// Those of a kind.
    Kind(TripKind),
    /// Those that a source tells of; of several the first under the reading.
    Source(SourceIndex),
    /// Events, where lanes are by what events have not.
    Events,
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

impl LaneKey {
    /// The lane of a trip.
    #[must_use]
    pub fn of_trip(by: LaneBy, reading: Reading, trip: &Trip) -> Self {
        match by {
            LaneBy::Country => Self::Country(trip.country),
            LaneBy::Traveller => Self::Traveller(trip.traveller),
            LaneBy::TravellerCountry => Self::TravellerCountry(trip.traveller, trip.country),
            LaneBy::CountryTraveller => Self::CountryTraveller(trip.country, trip.traveller),
            LaneBy::Kind => Self::Kind(trip.kind),
            LaneBy::Source => {
                let first = reading.first_account(trip);
                Self::Source(first.map_or(SourceIndex::new(0), |account| account.source))
            }
        }
    }

    /// The lane of an event.
    pub(crate) const fn of_event(by: LaneBy, event: &Event) -> Self {
        match by {
            LaneBy::Country => Self::Country(event.country),
            LaneBy::Source => Self::Source(event.source),
            LaneBy::Traveller | LaneBy::TravellerCountry | LaneBy::CountryTraveller | LaneBy::Kind => Self::Events,
        }
    }

    /// The country of all its trips, if they have one.
    #[must_use]
    pub const fn country(self) -> Option<CountryIndex> {
        match self {
            Self::Country(country) | Self::TravellerCountry(_, country) | Self::CountryTraveller(country, _) => {
                Some(country)
            }
            Self::Traveller(_) | Self::Kind(_) | Self::Source(_) | Self::Events => None,
        }
    }

    /// The heading below which it stands, where lanes are by two things.
    #[must_use]
    pub const fn group(self) -> Option<Self> {
        match self {
            Self::TravellerCountry(traveller, _) => Some(Self::Traveller(traveller)),
            Self::CountryTraveller(country, _) => Some(Self::Country(country)),
            Self::Country(_) | Self::Traveller(_) | Self::Kind(_) | Self::Source(_) | Self::Events => None,
        }
    }

    /// What it is called: `France`, `Henry Kissinger`, `Henry Kissinger · France`.
    #[must_use]
    pub fn name(self, chronicle: &Chronicle, names: LaneNames) -> Cow<'_, str> {
        let traveller = |index| chronicle.traveller(index).unwrap_or("not named");
        let country = |index| names.name(chronicle.country(index));
        match self {
            Self::Country(index) => country(index).into(),
            Self::Traveller(index) => traveller(index).into(),
            Self::TravellerCountry(one, other) => format!("{} · {}", traveller(one), country(other)).into(),
            Self::CountryTraveller(one, other) => format!("{} · {}", country(one), traveller(other)).into(),
            Self::Kind(kind) => kind.label().into(),
            Self::Source(index) => chronicle.source(index).name.as_str().into(),
            Self::Events => "Events".into(),
        }
    }

    /// The same below the heading of its group: `France`.
    #[must_use]
    pub fn short_name(self, chronicle: &Chronicle, names: LaneNames) -> Cow<'_, str> {
        match self {
            Self::TravellerCountry(_, country) => Self::Country(country).name(chronicle, names),
            Self::CountryTraveller(_, traveller) => Self::Traveller(traveller).name(chronicle, names),
            other => other.name(chronicle, names),
        }
    }

    /// Whose its trips are, behind their number: `to France`, `of Henry Kissinger`.
    pub(crate) fn describe(self, chronicle: &Chronicle) -> String {
        let name = |key: Self| key.name(chronicle, LaneNames::Then).into_owned();
        match self {
            Self::Country(_) => format!("to {}", name(self)),
            Self::Traveller(_) => format!("of {}", name(self)),
            Self::TravellerCountry(traveller, country) | Self::CountryTraveller(country, traveller) => {
                format!("of {} to {}", name(Self::Traveller(traveller)), name(Self::Country(country)))
            }
            Self::Kind(_) => format!("of the kind {}", name(self)),
            Self::Source(_) => format!("told by {}", name(self)),
            Self::Events => String::new(),
        }
    }

    /// A name that no other lane of the file has, for use in files.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Country(index) => index.position().to_string(),
            Self::Traveller(index) => format!("t{}", index.position()),
            Self::TravellerCountry(one, other) => format!("t{}-{}", one.position(), other.position()),
            Self::CountryTraveller(one, other) => format!("{}-t{}", one.position(), other.position()),
            Self::Kind(kind) => kind.key().to_owned(),
            Self::Source(index) => format!("s{}", index.position()),
            Self::Events => "events".to_owned(),
        }
    }
}
