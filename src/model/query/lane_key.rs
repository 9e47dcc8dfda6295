//! Whose trips a lane holds.

use std::borrow::Cow;

use super::reading::Reading;
use crate::data::{LaneBy, LaneGroup, LaneNames};
use crate::model::facts::{
    Chronicle, Country, CountryIndex, Event, GroupIndex, PlaceIndex, SourceIndex, TravellerIndex, TripIndex, TripKind,
    TripSummary,
};
use crate::time::format_decade;

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
    /// Those of which this place is told first.
    Place(PlaceIndex),
    /// Those to a group of countries.
    Group(GroupIndex),
    /// Those to countries that are of no group.
    Ungrouped(LaneGroup),
    /// Those of a decade, by its first year.
    Decade(i32),
    /// Those of a decade to a country, beside those to others.
    DecadeCountry(i32, CountryIndex),
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
    pub fn of_trip(by: LaneBy, chronicle: &Chronicle, reading: Reading, index: TripIndex) -> Self {
        let trip = chronicle.trip(index);
        let decade = || reading.span(chronicle, trip).unwrap_or(trip.possible()).start().decade();
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
            LaneBy::Place => Self::Place(chronicle.place_of(index)),
            LaneBy::DecadeCountry => Self::DecadeCountry(decade(), trip.country),
        }
    }

    /// The same by what is packed of a trip, without looking at the trip itself where that is not needed.
    pub(crate) fn of_summary(by: LaneBy, chronicle: &Chronicle, reading: Reading, trip: &TripSummary) -> Self {
        match by {
            LaneBy::Traveller => Self::Traveller(trip.traveller),
            LaneBy::Kind => Self::Kind(trip.kind),
            _ => Self::of_trip(by, chronicle, reading, trip.span.trip),
        }
    }

    /// The lane of an event.
    pub(crate) const fn of_event(by: LaneBy, event: &Event) -> Self {
        match by {
            LaneBy::Country => Self::Country(event.country),
            LaneBy::Source => Self::Source(event.source),
            LaneBy::Traveller
            | LaneBy::TravellerCountry
            | LaneBy::CountryTraveller
            | LaneBy::Kind
            | LaneBy::Place
            | LaneBy::DecadeCountry => Self::Events,
        }
    }

    /// What lanes are for where this is one of them.
    #[must_use]
    pub const fn lanes_by(self) -> Option<LaneBy> {
        match self {
            Self::Country(_) => Some(LaneBy::Country),
            Self::Traveller(_) => Some(LaneBy::Traveller),
            Self::TravellerCountry(..) => Some(LaneBy::TravellerCountry),
            Self::CountryTraveller(..) => Some(LaneBy::CountryTraveller),
            Self::Kind(_) => Some(LaneBy::Kind),
            Self::Source(_) => Some(LaneBy::Source),
            Self::Place(_) => Some(LaneBy::Place),
            Self::Decade(_) | Self::DecadeCountry(..) => Some(LaneBy::DecadeCountry),
            Self::Group(_) | Self::Ungrouped(_) | Self::Events => None,
        }
    }

    /// Whether it holds a trip, whatever the other lanes are for.
    pub(crate) fn holds(self, chronicle: &Chronicle, reading: Reading, trip: &TripSummary) -> bool {
        let of = |by| Self::of_summary(by, chronicle, reading, trip);
        match self {
            Self::Group(group) => {
                let country = chronicle.country(chronicle.trip(trip.span.trip).country);
                country.group == Some(group) || country.continent == Some(group)
            }
            Self::Ungrouped(by) => chronicle.group_of(chronicle.trip(trip.span.trip).country, by).is_none(),
            Self::Decade(_) => of(LaneBy::DecadeCountry).heading() == Some(self),
            _ => self.lanes_by().is_some_and(|by| of(by) == self),
        }
    }

    /// Whether it holds an event, whatever the other lanes are for.
    pub(crate) fn holds_event(self, event: &Event) -> bool {
        [LaneBy::Country, LaneBy::Source, LaneBy::Kind].into_iter().any(|by| Self::of_event(by, event) == self)
    }

    /// The two things that its trips have in common, where lanes are by two: the heading below which it stands, and what it
    /// is called there.
    const fn parts(self) -> Option<(Self, Self)> {
        match self {
            Self::TravellerCountry(traveller, country) => Some((Self::Traveller(traveller), Self::Country(country))),
            Self::CountryTraveller(country, traveller) => Some((Self::Country(country), Self::Traveller(traveller))),
            Self::DecadeCountry(decade, country) => Some((Self::Decade(decade), Self::Country(country))),
            _ => None,
        }
    }

    /// The heading below which it stands, where lanes are by two things.
    #[must_use]
    pub fn heading(self) -> Option<Self> {
        self.parts().map(|(heading, _)| heading)
    }

    /// The country of all its trips, if they have one.
    #[must_use]
    pub fn country(self, chronicle: &Chronicle) -> Option<CountryIndex> {
        match self {
            Self::Country(country) => Some(country),
            Self::Place(place) => Some(chronicle.place(place).1),
            _ => {
                let (heading, own) = self.parts()?;
                heading.country(chronicle).or_else(|| own.country(chronicle))
            }
        }
    }

    /// The traveller of all its trips, if they have one.
    #[must_use]
    pub fn traveller(self) -> Option<TravellerIndex> {
        if let Self::Traveller(traveller) = self {
            return Some(traveller);
        }
        let (heading, own) = self.parts()?;
        heading.traveller().or_else(|| own.traveller())
    }

    /// What it is called: `France`, `Henry Kissinger`, `Henry Kissinger · France`, `Paris · France`.
    #[must_use]
    pub fn name(self, chronicle: &Chronicle, names: LaneNames) -> Cow<'_, str> {
        if let Some((heading, own)) = self.parts() {
            return format!("{} · {}", heading.name(chronicle, names), own.name(chronicle, names)).into();
        }
        match self {
            Self::Place(index) => {
                let country = Self::Country(chronicle.place(index).1).name(chronicle, names);
                format!("{} · {country}", self.short_name(chronicle, names)).into()
            }
            _ => self.short_name(chronicle, names),
        }
    }

    /// The same below the heading of its group, or beside its flag: `France`, `Paris`.
    #[must_use]
    pub fn short_name(self, chronicle: &Chronicle, names: LaneNames) -> Cow<'_, str> {
        match self {
            Self::Country(index) | Self::TravellerCountry(_, index) | Self::DecadeCountry(_, index) => {
                names.name(chronicle.country(index)).into()
            }
            Self::Traveller(index) | Self::CountryTraveller(_, index) => {
                chronicle.traveller(index).unwrap_or("not named").into()
            }
            Self::Kind(kind) => kind.label().into(),
            Self::Source(index) => chronicle.source(index).name.as_str().into(),
            Self::Place(index) => chronicle.place(index).0.unwrap_or("no place told").into(),
            Self::Group(index) => chronicle.group(index).into(),
            Self::Ungrouped(_) => "Other countries".into(),
            Self::Decade(first_year) => format_decade(first_year).into(),
            Self::Events => "Events".into(),
        }
    }

    /// Whose its trips are, behind their number: `to France`, `of Henry Kissinger to France`.
    pub(crate) fn describe(self, chronicle: &Chronicle) -> String {
        if let Some((one, other)) = self.parts() {
            // Who travelled comes before where.
            let (who, place) = if matches!(one, Self::Country(_)) { (other, one) } else { (one, other) };
            return format!("{} {}", who.describe(chronicle), place.describe(chronicle));
        }
        let name = self.name(chronicle, LaneNames::Then);
        match self {
            Self::Country(_) | Self::Place(_) | Self::Group(_) => format!("to {name}"),
            Self::Ungrouped(_) => "to other countries".to_owned(),
            Self::Kind(_) => format!("of the kind {name}"),
            Self::Source(_) => format!("told by {name}"),
            Self::Events => String::new(),
            _ => format!("of {name}"),
        }
    }

    /// A name that no other lane of the file has, for use in files.
    #[must_use]
    pub fn id(self) -> String {
        let own = match self {
            Self::Country(index) | Self::TravellerCountry(_, index) | Self::DecadeCountry(_, index) => {
                index.position().to_string()
            }
            Self::Traveller(index) | Self::CountryTraveller(_, index) => format!("t{}", index.position()),
            Self::Kind(kind) => kind.key().to_owned(),
            Self::Source(index) => format!("s{}", index.position()),
            Self::Place(index) => format!("p{}", index.position()),
            Self::Group(index) => format!("g{}", index.position()),
            Self::Ungrouped(_) => "other".to_owned(),
            Self::Decade(first_year) => format!("d{first_year}"),
            Self::Events => "events".to_owned(),
        };
        self.heading().map_or_else(|| own.clone(), |heading| format!("{}-{own}", heading.id()))
    }
}
