//! Trips and events as rows for other programs: the fields of the JSON, and the cells of a table.

use std::borrow::Cow;

use serde::Serialize;

use crate::export::day_runs::DaysRow;
use crate::model::{Account, Chronicle, Event, FilterResult, Place, Reading, Trip};
use crate::time::When;

/// A trip as other programs read it; the fields are a contract.
#[derive(Debug, Serialize)]
pub(super) struct TripRow<'a> {
    id: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    traveller: Option<&'a str>,
    /// Whether the file tells of several travellers, so that each row of a table names its own.
    #[serde(skip)]
    is_one_of_several: bool,
    country: &'a str,
    status: &'static str,
    kind: &'static str,
    /// What the reading makes of its accounts.
    days: DaysRow,
    accounts: Vec<AccountRow<'a>>,
}

/// What one source says of it.
#[derive(Debug, Serialize)]
struct AccountRow<'a> {
    source: &'a str,
    dates: Cow<'a, str>,
    verbatim: Option<&'a str>,
    inferred: Option<&'a str>,
    places: Vec<&'a str>,
    /// For each place its latitude and longitude in degrees, or nothing; left out where no place has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    coordinates: Option<Vec<Option<[f64; 2]>>>,
    leaders: Vec<LeaderRow<'a>>,
    details: &'a str,
}

/// A person met.
#[derive(Debug, Serialize)]
struct LeaderRow<'a> {
    name: &'a str,
    office: &'a str,
}

/// An event as other programs read it; the fields are a contract.
#[derive(Debug, Serialize)]
pub(super) struct EventRow<'a> {
    kind: &'static str,
    country: &'a str,
    dates: Option<Cow<'a, str>>,
    title: &'a str,
    source: &'a str,
}

impl<'a> TripRow<'a> {
    /// The names of the columns; in a file with several travellers the second is theirs.
    #[must_use]
    pub(super) fn columns(chronicle: &Chronicle) -> Vec<&'static str> {
        let traveller = chronicle.has_several_travellers().then_some("traveller");
        let others = [
            "country", "status", "kind", "source", "dates", "certain", "possible", "verbatim", "places", "leaders",
            "details", "inferred",
        ];
        ["id"].into_iter().chain(traveller).chain(others).collect()
    }

    /// A trip as a reading has it; `None` where it leaves nothing of it.
    #[must_use]
    pub(super) fn new(chronicle: &'a Chronicle, trip: &'a Trip, reading: Reading) -> Option<Self> {
        let days = reading.days(chronicle, trip)?;
        let told = reading.accounts(trip);
        Some(Self {
            id: trip.id(chronicle),
            traveller: chronicle.traveller(trip.traveller),
            is_one_of_several: chronicle.has_several_travellers(),
            country: chronicle.country_name(trip),
            status: trip.status.key(),
            kind: trip.kind.key(),
            days: DaysRow::new(&days),
            accounts: told.map(|account| AccountRow::new(chronicle, account)).collect(),
        })
    }

    /// A line of cells for each account, one for each of [`TripRow::columns`].
    #[must_use]
    pub(super) fn cells(&self) -> Vec<Vec<String>> {
        let line = |account: &AccountRow<'_>| {
            let leaders: Vec<_> =
                account.leaders.iter().map(|leader| describe_leader(leader.name, leader.office)).collect();
            let traveller = self.is_one_of_several.then(|| self.traveller.unwrap_or_default());
            let others = [
                self.country,
                self.status,
                self.kind,
                account.source,
                &account.dates,
                &self.days.certain.join("; "),
                &self.days.possible.join("; "),
                account.verbatim.unwrap_or_default(),
                &account.places.join("; "),
                &leaders.join("; "),
                account.details,
                account.inferred.unwrap_or_default(),
            ];
            let cells = [&*self.id].into_iter().chain(traveller).chain(others);
            cells.map(str::to_owned).collect()
        };
        self.accounts.iter().map(line).collect()
    }
}

impl<'a> AccountRow<'a> {
    fn new(chronicle: &'a Chronicle, account: &'a Account) -> Self {
        let leaders = account.leaders.iter();
        Self {
            source: &chronicle.source(account.source).id,
            dates: account.when.edtf(),
            verbatim: account.verbatim.as_deref(),
            inferred: account.inferred.as_deref(),
            places: account.places.iter().map(|place| place.name.as_str()).collect(),
            coordinates: coordinates(&account.places),
            leaders: leaders.map(|leader| LeaderRow { name: &leader.name, office: &leader.office }).collect(),
            details: &account.details,
        }
    }
}

fn coordinates(places: &[Place]) -> Option<Vec<Option<[f64; 2]>>> {
    let all = places.iter().map(|place| place.at.map(|at| [at.latitude(), at.longitude()]));
    places.iter().any(|place| place.at.is_some()).then(|| all.collect())
}

/// A person met, with the office as far as the source gives both: `Mao Zedong (Chairman)`.
pub(super) fn describe_leader(name: &str, office: &str) -> String {
    match (name, office) {
        (name, "") => name.to_owned(),
        ("", office) => office.to_owned(),
        (name, office) => format!("{name} ({office})"),
    }
}

impl<'a> EventRow<'a> {
    /// The names of the columns.
    pub(super) const COLUMNS: &'static [&'static str] = &["kind", "country", "dates", "title", "source"];

    /// An event as its source has it.
    #[must_use]
    pub(super) fn new(chronicle: &'a Chronicle, event: &'a Event) -> Self {
        Self {
            kind: event.kind.key(),
            country: &chronicle.country(event.country).name,
            dates: event.when.as_ref().map(When::edtf),
            title: &event.title,
            source: &chronicle.source(event.source).id,
        }
    }

    /// A cell for each of [`EventRow::COLUMNS`].
    #[must_use]
    pub(super) fn cells(&self) -> Vec<String> {
        let dates = self.dates.as_deref().unwrap_or_default();
        [self.kind, self.country, dates, self.title, self.source].map(str::to_owned).to_vec()
    }
}

/// The rows of the trips that are shown.
#[must_use]
pub(super) fn trip_rows<'a>(chronicle: &'a Chronicle, shown: &FilterResult) -> Vec<TripRow<'a>> {
    let trips = shown.trips(chronicle).iter().map(|&index| chronicle.trip(index));
    trips.filter_map(|trip| TripRow::new(chronicle, trip, shown.reading)).collect()
}

/// The rows of the events that are shown.
#[must_use]
pub(super) fn event_rows<'a>(chronicle: &'a Chronicle, shown: &FilterResult) -> Vec<EventRow<'a>> {
    shown.events.iter().map(|&index| EventRow::new(chronicle, chronicle.event(index))).collect()
}
