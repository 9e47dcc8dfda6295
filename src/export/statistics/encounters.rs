//! Encounters as a list: columns to read, comma-separated values, and the fields of the JSON.

use std::borrow::Cow;
use std::io;

use serde::Serialize;

use crate::data::{Side, csv_text, padded_text};
use crate::export::day_runs::DaysRow;
use crate::model::{Chronicle, Encounter, Encounters, Reading, SharedStay, TravellerIndex, TripDays};
use crate::text::grouped;
use crate::time::{DaySet, Months, Span};

/// The names of the columns of comma-separated values.
const COLUMNS: [&str; 8] =
    ["encounter", "traveller", "other_traveller", "country", "certain", "possible", "places", "trips"];

/// Encounters to be written.
#[derive(Clone, Copy)]
pub struct EncounterList<'a> {
    /// The facts.
    pub chronicle: &'a Chronicle,
    /// Whom to believe.
    pub reading: Reading,
    /// The encounters under that reading.
    pub encounters: &'a Encounters,
    /// Only those of this traveller; all when `None`.
    pub only: Option<TravellerIndex>,
}

/// An encounter as other programs read it; the fields are a contract.
#[derive(Debug, Serialize)]
pub struct EncounterRow<'a> {
    travellers: [&'a str; 2],
    /// `None` for a journey together, of which each leg has its own.
    country: Option<&'a str>,
    #[serde(flatten)]
    stay: StayRow<'a>,
    /// The countries of a journey together; left out where there is one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legs: Vec<LegRow<'a>>,
}

/// What is told of an encounter, and of each leg of a journey together.
#[derive(Debug, Serialize)]
struct StayRow<'a> {
    places: Vec<&'a str>,
    days: DaysRow,
    trips: Vec<Cow<'a, str>>,
}

/// A country of a journey together.
#[derive(Debug, Serialize)]
struct LegRow<'a> {
    country: &'a str,
    #[serde(flatten)]
    stay: StayRow<'a>,
}

impl<'a> EncounterList<'a> {
    fn all(self) -> impl Iterator<Item = &'a Encounter> {
        let is_asked = move |who| self.only.is_none_or(|only| who == only);
        self.encounters.all.iter().filter(move |encounter| encounter.travellers.iter().any(|&who| is_asked(who)))
    }

    /// Empty where the file does not name him.
    fn names(self, encounter: &Encounter) -> [&'a str; 2] {
        encounter.travellers.map(|who| self.chronicle.traveller(who).unwrap_or_default())
    }

    /// The rows of the JSON, in the order of time.
    #[must_use]
    pub fn rows(self) -> Vec<EncounterRow<'a>> {
        self.all().map(|encounter| self.row(encounter)).collect()
    }

    fn row(self, encounter: &Encounter) -> EncounterRow<'a> {
        let legs = self.encounters.legs(encounter);
        let country = if let [only] = legs { Some(self.country(only)) } else { None };
        let legs_row = legs
            .iter()
            .map(|leg| LegRow { country: self.country(leg), stay: self.stay(std::slice::from_ref(leg), &leg.days) });
        EncounterRow {
            travellers: self.names(encounter),
            country,
            stay: self.stay(legs, &self.encounters.days(encounter)),
            legs: legs_row.filter(|_| 1 < legs.len()).collect(),
        }
    }

    fn country(self, leg: &SharedStay) -> &'a str {
        &self.chronicle.country(leg.country).name
    }

    fn stay(self, legs: &[SharedStay], days: &TripDays) -> StayRow<'a> {
        let trips = legs.iter().flat_map(|leg| &leg.trips);
        StayRow {
            places: legs.iter().flat_map(|leg| leg.places(self.chronicle, self.reading)).collect(),
            days: DaysRow::new(days),
            trips: trips.map(|&trip| self.chronicle.trip(trip).id(self.chronicle)).collect(),
        }
    }

    /// Comma-separated values with a heading: a line for each country; those of a journey together have the same number.
    ///
    /// # Errors
    ///
    /// [`io::Error`] when a row cannot be written.
    pub fn csv(self) -> io::Result<String> {
        let lines = self.all().zip(1..).flat_map(|(encounter, number)| {
            let [traveller, other] = self.names(encounter);
            self.encounters.legs(encounter).iter().map(move |leg| {
                let StayRow { places, days, trips } = self.stay(std::slice::from_ref(leg), &leg.days);
                let (certain, possible) = (days.certain.join("; "), days.possible.join("; "));
                let (number, country) = (i32::to_string(&number), self.country(leg));
                let cells = [&number, traveller, other, country, &certain, &possible, &places.join("; ")];
                cells.map(str::to_owned).into_iter().chain([trips.join("; ")]).collect()
            })
        });
        csv_text(&COLUMNS, &lines.collect::<Vec<_>>())
    }

    /// Columns to read, a row for each encounter.
    #[must_use]
    pub fn table(self) -> String {
        let columns = [
            ("traveller", Side::Left),
            ("other traveller", Side::Left),
            ("country", Side::Left),
            ("days", Side::Left),
            ("certain", Side::Right),
            ("at most", Side::Right),
            ("places", Side::Left),
        ];
        let rows = self.all().map(|encounter| {
            let legs = self.encounters.legs(encounter);
            let days = self.encounters.days(encounter);
            let number = |days: &DaySet| grouped(usize::try_from(days.days()).unwrap_or_default());
            let names = self.names(encounter).map(|name| if name.is_empty() { "not named" } else { name }.to_owned());
            let countries: Vec<_> = legs.iter().map(|leg| self.country(leg)).collect();
            let span = days.possible.hull().map(|span: Span| span.format(Months::Abbreviated)).unwrap_or_default();
            let places: Vec<_> = legs.iter().flat_map(|leg| leg.places(self.chronicle, self.reading)).collect();
            let others = [countries.join(", "), span, number(&days.certain), number(&days.possible), places.join(", ")];
            names.into_iter().chain(others).collect()
        });
        padded_text(&columns, &rows.collect::<Vec<_>>())
    }
}
