//! The facts of one file: what each source says, kept apart.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::index::{CountryIndex, EventIndex, GroupIndex, PlaceIndex, SourceIndex, TravellerIndex, TripIndex};
use super::people::{Office, People, Traveller};
use super::place_index::PlaceTable;
use super::summary::{AccountSummary, Summaries, TripSummary};
use super::text::Text;
use super::trip::{AccountName, Trip};
use crate::data::countries::KnownCountry;
use crate::data::{EventKind, LaneGroup, TripStatus};
use crate::text::{key, slug};
use crate::time::{Day, Inexact, Span, When};

/// Everything a file holds. Indices held by its parts are always valid for its lists.
#[derive(Clone, Debug, Default)]
pub struct Chronicle {
    /// The file's title.
    pub title: String,
    /// Who says so.
    pub sources: Vec<Source>,
    /// In the order of the file's `countries`, then of first mention.
    pub countries: Vec<Country>,
    /// Names of groups of countries, no two the same: those that the file gives, in its order, then continents.
    pub groups: Vec<String>,
    /// Those who travelled, in the order of the file's `travellers`, then of first mention.
    pub travellers: Vec<Traveller>,
    /// Whose names are written in several ways.
    pub people: People,
    /// In the order of the file.
    pub trips: Vec<Trip>,
    /// Pairs of accounts that somebody decided are not of one trip, in the order of the file.
    pub apart: Vec<[AccountName; 2]>,
    /// In the order of the file.
    pub events: Vec<Event>,
    /// In the order of the file.
    pub totals: Vec<Total>,
    /// From the first to the last day of the confirmed trips.
    pub confirmed: Option<Span>,
    /// The statuses that trips have.
    pub statuses: BTreeSet<TripStatus>,
    /// The trips by country and time.
    pub(crate) summaries: Summaries,
    /// Boxed, as most files never have one.
    pub(super) place_table: OnceLock<Box<PlaceTable>>,
    /// The ways in which dates of accounts are not exact.
    pub inexact: Inexact,
}

/// Where accounts come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Short name that accounts refer to.
    pub id: String,
    /// Name to show.
    pub name: String,
    /// The full citation; may be empty.
    pub citation: String,
    /// What it speaks of.
    pub covers: Covers,
    /// Which of several files it is of, from 0. Trips of different files are never accounts of one, so that a source means
    /// nothing by its silence on a trip of another file.
    pub file: u32,
}

/// What a source speaks of, so that its silence means something. `None` is no limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covers {
    /// These countries only.
    pub countries: Option<Vec<CountryIndex>>,
    /// These travellers only.
    pub travellers: Option<Vec<TravellerIndex>>,
    /// This time only.
    pub period: Option<Span>,
}

/// A country in its time.
#[derive(Clone, Debug)]
pub struct Country {
    /// The name of its lane, which its trips mostly use.
    pub name: String,
    /// Further names that its trips use.
    pub also: Vec<String>,
    /// What its name leads to on the page that it comes from.
    pub link: Option<String>,
    /// Name of its flag, made from the country's name where the file gives none; not every name has a flag.
    pub flag: String,
    /// Life of the state.
    pub state: Option<When>,
    /// The successor's name today.
    pub today: Option<String>,
    /// What the file tells it together with.
    pub group: Option<GroupIndex>,
    /// The continent of the state that any of its names is of.
    pub continent: Option<GroupIndex>,
}

impl Covers {
    /// The time as a date, with open ends where it goes on to an end of the calendar.
    pub(crate) fn period_text(&self) -> Option<String> {
        let days = self.period?;
        let first = if days.start() == Day::MIN { "..".to_owned() } else { days.start().to_string() };
        let last = if days.end() == Day::END { "..".to_owned() } else { days.last().to_string() };
        Some(format!("{first}/{last}"))
    }
}

impl Source {
    /// The source of a file that lists none: the file itself.
    pub(crate) fn unlisted() -> Self {
        let (id, name) = ("file".to_owned(), "File".to_owned());
        Self { id, name, citation: String::new(), covers: Covers::default(), file: 0 }
    }

    /// Whether it may be a file that lists none.
    pub(crate) fn is_unlisted(&self) -> bool {
        let Self { id, name, citation, covers, file: _ } = Self::unlisted();
        (&self.id, &self.name, &self.citation, &self.covers) == (&id, &name, &citation, &covers)
    }
}

impl Country {
    /// The names that the file has for it.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.also.iter().chain(&self.today).chain(&self.link);
        [self.name.as_str()].into_iter().chain(others.map(String::as_str))
    }

    /// Whether a word, whatever its capitals and accents, stands in a name or is a code of its state today.
    #[must_use]
    pub fn is_known_as(&self, word: &str) -> bool {
        self.state_today().is_some_and(|state| state.has_word(&key(word)))
    }

    /// The name of the flag of a country that the file names none of: that of its name, or of what it is commonly called today.
    pub(crate) fn flag_of(name: &str) -> String {
        slug(KnownCountry::flag_name(name).unwrap_or(name))
    }

    /// Whether its flag is the one that a file need not name.
    pub(crate) fn has_flag_of_name(&self) -> bool {
        self.flag == Self::flag_of(&self.name)
    }

    /// The name of its continent, as far as its names are known.
    pub(crate) fn known_continent(&self) -> Option<&'static str> {
        self.names().find_map(KnownCountry::continent_of)
    }

    /// The state of today that has its name.
    pub(crate) fn state_today(&self) -> Option<&'static KnownCountry> {
        KnownCountry::today(&self.name)
    }
}

/// A point in a lane.
#[derive(Clone, Debug)]
pub struct Event {
    /// What sort.
    pub kind: EventKind,
    /// Whose lane.
    pub country: CountryIndex,
    /// When; `None` where the source does not say.
    pub when: Option<When>,
    /// What it was.
    pub title: String,
    /// Who gave it or came; may be empty.
    pub by: String,
    /// Where; may be empty.
    pub place: String,
    /// Who says so.
    pub source: SourceIndex,
    /// The date in the source's own words.
    pub verbatim: Option<String>,
    /// What was restored or concluded, and why.
    pub inferred: Option<String>,
    /// What else the source says; may be empty.
    pub details: String,
    /// Byte offset in the file.
    pub offset: usize,
}

/// How many visits to a country a source claims.
#[derive(Clone, Debug)]
pub struct Total {
    /// Who says so.
    pub source: SourceIndex,
    /// Where.
    pub country: CountryIndex,
    /// How many.
    pub claim: Claim,
    /// The source's own words.
    pub verbatim: Option<String>,
    /// Byte offset in the file.
    pub offset: usize,
}

/// A claimed number of visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// This many.
    Exactly(u32),
    /// More than this many.
    MoreThan(u32),
}

impl Chronicle {
    /// Whether it tells of nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.trips.is_empty() && self.events.is_empty()
    }

    /// The trip at `index`.
    #[must_use]
    pub fn trip(&self, index: TripIndex) -> &Trip {
        &self.trips[index.position()]
    }

    /// The event at `index`.
    #[must_use]
    pub fn event(&self, index: EventIndex) -> &Event {
        &self.events[index.position()]
    }

    /// The country of a trip as the file calls it there: mostly the name of its lane.
    #[must_use]
    pub fn country_name<'a>(&'a self, trip: &'a Trip) -> &'a str {
        trip.country_name.as_ref().map_or_else(|| self.country(trip.country).name.as_str(), Text::as_str)
    }

    /// The country at `index`.
    #[must_use]
    pub fn country(&self, index: CountryIndex) -> &Country {
        &self.countries[index.position()]
    }

    /// The name of the traveller at `index`; `None` where the file names none.
    #[must_use]
    pub fn traveller(&self, index: TravellerIndex) -> Option<&str> {
        let name = self.travellers.get(index.position()).map(|traveller| traveller.name.as_str());
        name.filter(|name| !name.is_empty())
    }

    /// The offices of the traveller at `index`; none where the file tells of none.
    #[must_use]
    pub fn offices(&self, index: TravellerIndex) -> &[Office] {
        self.travellers.get(index.position()).map_or(&[], |traveller| &traveller.offices)
    }

    /// The names of the offices that the traveller of a trip certainly held on all days that are named of it.
    pub fn offices_during<'a>(&'a self, trip: &'a Trip) -> impl Iterator<Item = &'a str> {
        let days = trip.possible();
        let is_within = move |office: &&Office| {
            office.when.certain().is_some_and(|certain| certain.intersection(days) == Some(days))
        };
        self.offices(trip.traveller).iter().filter(is_within).map(|office| office.name.as_str())
    }

    /// Those who have trips, with their indices.
    pub fn indexed_travellers(&self) -> impl Iterator<Item = (TravellerIndex, &Traveller)> {
        let all = self.travellers.iter().enumerate();
        let all = all.map(|(position, traveller)| (TravellerIndex::new(position), traveller));
        all.filter(|(_, traveller)| traveller.has_trips)
    }

    /// Whether there are trips of several travellers.
    #[must_use]
    pub fn has_several_travellers(&self) -> bool {
        self.indexed_travellers().nth(1).is_some()
    }

    /// The first place that is told of a trip, whoever tells it.
    #[must_use]
    pub fn place_of(&self, trip: TripIndex) -> PlaceIndex {
        self.places().of_trip(trip)
    }

    /// The name of a place, `None` where none is told, and its country.
    #[must_use]
    pub fn place(&self, index: PlaceIndex) -> (Option<&str>, CountryIndex) {
        self.places().place(index)
    }

    /// How many places there are, the nameless one of each country among them.
    #[must_use]
    pub fn place_count(&self) -> usize {
        self.places().len()
    }

    /// Made when it is first asked for, as most never ask.
    fn places(&self) -> &PlaceTable {
        self.place_table.get_or_init(|| Box::new(PlaceTable::new(&self.trips)))
    }

    /// The group of a country; `None` where it is of none.
    #[must_use]
    pub fn group_of(&self, country: CountryIndex, by: LaneGroup) -> Option<GroupIndex> {
        let country = self.country(country);
        match by {
            LaneGroup::No => None,
            LaneGroup::File => country.group,
            LaneGroup::Continent => country.continent,
        }
    }

    /// How countries can be grouped so that it tells something.
    #[must_use]
    pub fn groupings(&self) -> Vec<LaneGroup> {
        let has_groups = self.countries.iter().any(|country| country.group.is_some());
        [LaneGroup::No].into_iter().chain(has_groups.then_some(LaneGroup::File)).chain([LaneGroup::Continent]).collect()
    }

    /// The name of the group at `index`.
    #[must_use]
    pub fn group(&self, index: GroupIndex) -> &str {
        &self.groups[index.position()]
    }

    /// The group of this name, which is added if there is none.
    pub(crate) fn group_named(&mut self, name: &str) -> GroupIndex {
        let known = self.groups.iter().position(|group| group == name);
        GroupIndex::new(known.unwrap_or_else(|| {
            self.groups.push(name.to_owned());
            self.groups.len() - 1
        }))
    }

    /// A traveller, in a file with trips of several.
    #[must_use]
    pub fn among_several(&self, traveller: TravellerIndex) -> Option<&str> {
        self.traveller(traveller).filter(|_| self.has_several_travellers())
    }

    /// The source at `index`.
    #[must_use]
    pub fn source(&self, index: SourceIndex) -> &Source {
        &self.sources[index.position()]
    }

    /// Whether two sources are of one file.
    pub(crate) fn are_of_one_file(&self, one: SourceIndex, other: SourceIndex) -> bool {
        self.source(one).file == self.source(other).file
    }

    /// Whether a source speaks of the traveller of a trip, and is of the file that tells of it.
    pub(crate) fn may_tell_of(&self, source: SourceIndex, trip: &Trip) -> bool {
        self.source(source).covers.speaks_of(trip.traveller)
            && trip.accounts().iter().all(|account| self.are_of_one_file(source, account.source))
    }

    /// Every trip with its index, in the order of the file.
    pub fn indexed_trips(&self) -> impl Iterator<Item = (TripIndex, &Trip)> {
        self.trips.iter().enumerate().map(|(position, trip)| (TripIndex::new(position), trip))
    }

    /// The trips to a country, in the order of their days and then of the file.
    #[must_use]
    pub fn trips_to(&self, country: CountryIndex) -> &[TripSummary] {
        self.summaries.to(country)
    }

    /// The accounts of a trip that has several; none for others.
    #[must_use]
    pub fn account_summaries(&self, trip: &TripSummary) -> &[AccountSummary] {
        self.summaries.accounts(trip)
    }

    /// Every source with its index, in the order of the file.
    pub fn indexed_sources(&self) -> impl Iterator<Item = (SourceIndex, &Source)> {
        self.sources.iter().enumerate().map(|(position, source)| (SourceIndex::new(position), source))
    }

    /// Every country with its index.
    pub fn indexed_countries(&self) -> impl Iterator<Item = (CountryIndex, &Country)> {
        self.countries.iter().enumerate().map(|(position, country)| (CountryIndex::new(position), country))
    }

    /// Every event with its index, in the order of the file.
    pub fn indexed_events(&self) -> impl Iterator<Item = (EventIndex, &Event)> {
        self.events.iter().enumerate().map(|(position, event)| (EventIndex::new(position), event))
    }
}
