//! All that can be asked for by a few letters: commands, dates, tours, countries, people, places, trips.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::action::Action;
use super::kinds::{Command, ViewCommand};
use crate::app::state::{Dialog, Selection, State};
use crate::data::SearchField;
use crate::time::{Months, parse_entry};

/// Something to be asked for.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// What it is called.
    pub(crate) name: String,
    /// What sort of thing it is: `command`, `country`, …
    pub(crate) sort: &'static str,
    /// The action that it is, if it has a key of its own.
    pub(crate) action: Option<Action>,
    /// What asks for it.
    pub(crate) command: Command,
}

/// At most so many are listed.
const MOST_ENTRIES: usize = 60;
/// Trips of larger files are left to the search.
const MOST_TRIPS: usize = 5_000;

/// What can be meant by a text, the likeliest first; commands alone where nothing is typed.
pub(crate) fn entries(state: &State, text: &str) -> Vec<Entry> {
    let pattern = Pattern::parse(text, CaseMatching::Ignore, Normalization::Smart);
    let mut all: Vec<Entry> = actions(state).collect();
    if pattern.atoms.is_empty() {
        return all;
    }
    all.extend(tours(state));
    all.extend(countries(state));
    all.extend(names(state));
    all.extend(trips(state));
    let (mut matcher, mut letters) = (Matcher::new(Config::DEFAULT), Vec::new());
    let mut score = |entry: &Entry| pattern.score(Utf32Str::new(&entry.name, &mut letters), &mut matcher);
    let mut found: Vec<(u32, Entry)> = all.into_iter().filter_map(|entry| Some((score(&entry)?, entry))).collect();
    // What comes first of equal ones stays first.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let named = found.into_iter().map(|(_, entry)| entry);
    let search = Entry::new(format!("Search trips for {text}"), "search", ViewCommand::CompleteSearch(text.to_owned()));
    date(text).into_iter().chain(named.take(MOST_ENTRIES)).chain([search]).collect()
}

impl Entry {
    fn new(name: String, sort: &'static str, command: ViewCommand) -> Self {
        Self { name, sort, action: None, command: command.into() }
    }
}

fn actions(state: &State) -> impl Iterator<Item = Entry> {
    let is_offered = |action: &Action| {
        let spec = action.spec();
        let opens_this = matches!(spec.command, Command::View(ViewCommand::Toggle(Dialog::Palette)));
        !spec.name.is_empty() && (spec.is_enabled)(state) && !opens_this
    };
    Action::ALL.iter().copied().filter(is_offered).map(|action| {
        let spec = action.spec();
        Entry { name: spec.name.to_owned(), sort: "command", action: Some(action), command: spec.command }
    })
}

/// A date that the text may be.
fn date(text: &str) -> Option<Entry> {
    let when = parse_entry(text)?;
    Some(Entry::new(format!("Go to {}", when.format(Months::Full)), "date", ViewCommand::GoTo(when)))
}

fn tours(state: &State) -> impl Iterator<Item = Entry> {
    let tours = &state.timeline.tours;
    tours.all.iter().map(|tour| {
        let name = tour.describe(state.chronicle());
        Entry::new(name, "tour", ViewCommand::SelectAndShow(Selection::Trips(tours.legs(tour).to_vec())))
    })
}

/// Countries, of which all trips that are shown are selected.
fn countries(state: &State) -> impl Iterator<Item = Entry> {
    state
        .chronicle()
        .indexed_countries()
        .map(|(index, country)| Entry::new(country.name.clone(), "country", ViewCommand::SelectCountry(index)))
}

/// People and places, which are searched for.
fn names(state: &State) -> impl Iterator<Item = Entry> {
    let fields = [SearchField::Leader, SearchField::Place, SearchField::Traveller];
    fields.into_iter().flat_map(|field| {
        let names = state.document.names(field).into_iter();
        names.map(move |name| {
            let term = format!("{}:\"{name}\"", field.key());
            Entry::new(name.to_owned(), field.label(), ViewCommand::CompleteSearch(term))
        })
    })
}

/// The trips that are shown, by their days and countries.
fn trips(state: &State) -> impl Iterator<Item = Entry> {
    let chronicle = state.chronicle();
    let trips = if MOST_TRIPS < state.shown.trip_count { &[] } else { state.shown.trips(chronicle) };
    trips.iter().map(move |&index| {
        let trip = chronicle.trip(index);
        let days = state.shown.span(chronicle, index).format(Months::Full);
        let who = chronicle.among_several(trip.traveller).map(|name| format!("{name}, ")).unwrap_or_default();
        let name = format!("{who}{}, {days}", chronicle.country_name(trip));
        Entry::new(name, "trip", ViewCommand::SelectMatch(index))
    })
}
