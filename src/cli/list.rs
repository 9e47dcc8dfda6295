//! `wayline list`: trips or events, with what each source says.

use serde::Serialize;

use super::{
    CliError, Input, Outcome,
    args::{List, ListFormat},
};
use crate::{
    data::csv_text,
    model::{Account, Chronicle, Event, Filter, Shown, Status, Trip},
};

/// A trip as other programs read it; the fields are a contract.
#[derive(Serialize)]
struct TripJson<'a> {
    id: &'a str,
    country: &'a str,
    status: &'static str,
    kind: &'static str,
    accounts: Vec<AccountJson<'a>>,
}

/// What one source says of it.
#[derive(Serialize)]
struct AccountJson<'a> {
    source: &'a str,
    dates: &'a str,
    verbatim: Option<&'a str>,
    inferred: Option<&'a str>,
    places: &'a [String],
    leaders: Vec<LeaderJson<'a>>,
    details: &'a str,
}

/// A person met.
#[derive(Serialize)]
struct LeaderJson<'a> {
    name: &'a str,
    office: &'a str,
}

/// An event as other programs read it; the fields are a contract.
#[derive(Serialize)]
struct EventJson<'a> {
    kind: &'static str,
    country: &'a str,
    dates: Option<&'a str>,
    title: &'a str,
    source: &'a str,
}

pub(super) fn run(arguments: &List) -> Result<(String, Outcome), CliError> {
    let input = Input::read(arguments.file.as_deref())?;
    let chronicle = &input.loaded.chronicle;
    let filter = Filter {
        decades: arguments.select.decades.iter().copied().collect(),
        countries: super::countries(chronicle, &arguments.select.countries)?.into_iter().collect(),
        statuses: Status::ALL.iter().copied().collect(),
        events: arguments.events,
        ..Filter::default()
    };
    let shown = filter.apply(chronicle, &input.loaded.findings.disputed);
    let output = if arguments.events {
        let events: Vec<_> = shown.events.iter().map(|&index| chronicle.event(index)).collect();
        let rows: Vec<_> = events.iter().map(|event| event_json(chronicle, event)).collect();
        write(arguments.format, &rows, EVENT_COLUMNS, || rows.iter().map(event_cells).collect())?
    } else {
        let rows: Vec<_> = trips(chronicle, &shown).map(|trip| trip_json(chronicle, trip)).collect();
        write(arguments.format, &rows, TRIP_COLUMNS, || rows.iter().flat_map(trip_cells).collect())?
    };
    Ok((output, input.report()))
}

fn trips<'a>(chronicle: &'a Chronicle, shown: &'a Shown) -> impl Iterator<Item = &'a Trip> {
    shown.trips.iter().map(|&index| chronicle.trip(index))
}

/// Writes rows as JSON as they are, else as cells under their columns' names.
fn write<Row: Serialize>(
    format: ListFormat,
    rows: &[Row],
    columns: &[&str],
    cells: impl FnOnce() -> Vec<Vec<String>>,
) -> Result<String, CliError> {
    match format {
        ListFormat::Json => Ok(serde_json::to_string_pretty(rows).map_err(std::io::Error::other)? + "\n"),
        ListFormat::Csv => Ok(csv_text(columns, &cells())?),
        ListFormat::Table => Ok(table_text(columns, &cells())),
    }
}

const TRIP_COLUMNS: &[&str] =
    &["id", "country", "status", "kind", "source", "dates", "verbatim", "places", "leaders", "details", "inferred"];
const EVENT_COLUMNS: &[&str] = &["kind", "country", "dates", "title", "source"];

fn trip_json<'a>(chronicle: &'a Chronicle, trip: &'a Trip) -> TripJson<'a> {
    TripJson {
        id: &trip.id,
        country: &chronicle.country(trip.country).name,
        status: trip.status.key(),
        kind: trip.kind.key(),
        accounts: trip.accounts().iter().map(|account| account_json(chronicle, account)).collect(),
    }
}

fn account_json<'a>(chronicle: &'a Chronicle, account: &'a Account) -> AccountJson<'a> {
    let leaders = account.leaders.iter();
    AccountJson {
        source: &chronicle.source(account.source).id,
        dates: account.when.edtf(),
        verbatim: account.verbatim.as_deref(),
        inferred: account.inferred.as_deref(),
        places: &account.places,
        leaders: leaders.map(|leader| LeaderJson { name: &leader.name, office: &leader.office }).collect(),
        details: &account.details,
    }
}

fn event_json<'a>(chronicle: &'a Chronicle, event: &'a Event) -> EventJson<'a> {
    EventJson {
        kind: event.kind.key(),
        country: &chronicle.country(event.country).name,
        dates: event.when.as_ref().map(crate::time::When::edtf),
        title: &event.title,
        source: &chronicle.source(event.source).id,
    }
}

/// One line of cells per account.
fn trip_cells(trip: &TripJson<'_>) -> Vec<Vec<String>> {
    let line = |account: &AccountJson<'_>| {
        let leaders: Vec<_> = account.leaders.iter().map(leader_text).collect();
        [
            trip.id,
            trip.country,
            trip.status,
            trip.kind,
            account.source,
            account.dates,
            account.verbatim.unwrap_or_default(),
            &account.places.join("; "),
            &leaders.join("; "),
            account.details,
            account.inferred.unwrap_or_default(),
        ]
        .map(str::to_owned)
        .to_vec()
    };
    trip.accounts.iter().map(line).collect()
}

fn leader_text(leader: &LeaderJson<'_>) -> String {
    match (leader.name, leader.office) {
        (name, "") => name.to_owned(),
        ("", office) => office.to_owned(),
        (name, office) => format!("{name} ({office})"),
    }
}

fn event_cells(event: &EventJson<'_>) -> Vec<String> {
    [event.kind, event.country, event.dates.unwrap_or_default(), event.title, event.source].map(str::to_owned).to_vec()
}

/// Widest a column of a table gets, in characters.
const WIDEST: usize = 44;

/// Columns padded with blanks; the long texts at the end are for CSV and JSON.
fn table_text(columns: &[&str], rows: &[Vec<String>]) -> String {
    let read = |name: &&str| !matches!(*name, "id" | "verbatim" | "details" | "inferred");
    let chosen: Vec<usize> = (0..columns.len()).filter(|&at| columns.get(at).is_some_and(read)).collect();
    let header: Vec<String> = columns.iter().map(|&name| name.to_owned()).collect();
    let lines: Vec<Vec<String>> = std::iter::once(&header)
        .chain(rows)
        .map(|row| chosen.iter().filter_map(|&at| row.get(at)).map(|cell| shortened(cell)).collect())
        .collect();
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..chosen.len()).map(width).collect();
    let mut text = String::new();
    for line in lines {
        let padded: Vec<_> = line.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}")).collect();
        text += padded.join("  ").trim_end();
        text.push('\n');
    }
    text
}

/// One line, at most [`WIDEST`] characters, without control characters.
fn shortened(cell: &str) -> String {
    let plain: String = cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if plain.chars().count() <= WIDEST {
        plain
    } else {
        plain.chars().take(WIDEST - 1).chain(std::iter::once('…')).collect()
    }
}
