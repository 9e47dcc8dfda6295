//! `wayline list`: trips or events, with what each source says.

use std::io::{self, Write as _};

use serde::Serialize;

use super::{
    CliError, Input, Outcome,
    args::{List, ListFormat},
    plain,
};
use crate::{
    data::csv_text,
    export::{self, View},
    model::{Account, Chronicle, Event, Filter, Reading, Shown, Status, Stay, Trip, count},
    time::{DaySet, Span},
};

/// A trip as other programs read it; the fields are a contract.
#[derive(Serialize)]
struct TripJson<'a> {
    id: &'a str,
    country: &'a str,
    status: &'static str,
    kind: &'static str,
    days: DaysJson,
    accounts: Vec<AccountJson<'a>>,
}

/// What the reading makes of its accounts: runs of days in EDTF.
#[derive(Serialize)]
struct DaysJson {
    certain: Vec<String>,
    possible: Vec<String>,
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
    let all = Filter { statuses: Status::ALL.iter().copied().collect(), ..Filter::default() };
    let ground = arguments.select.ground(&input, View { filter: all, ..View::default() })?;
    let filter = Filter { events: arguments.events, ..ground.view.filter };
    let shown = input.dataset().shown(&filter);
    let output = if arguments.events {
        let events: Vec<_> = shown.events.iter().map(|&index| chronicle.event(index)).collect();
        let rows: Vec<_> = events.iter().map(|event| event_json(chronicle, event)).collect();
        write(arguments.format, &rows, [EVENT_COLUMNS; 2], || rows.iter().map(event_cells).collect())?
    } else {
        let trips = shown.trips.iter().map(|&index| chronicle.trip(index));
        let rows: Vec<_> = trips.filter_map(|trip| trip_json(chronicle, trip, shown.reading)).collect();
        // What is agreed stands in no account.
        let in_table = if shown.reading == Reading::Agreed { AGREED_TABLE } else { TRIP_TABLE };
        write(arguments.format, &rows, [TRIP_COLUMNS, in_table], || rows.iter().flat_map(trip_cells).collect())?
    };
    if let Some(note) = note(arguments, chronicle, &shown) {
        // Without stderr there is nobody to tell.
        drop(writeln!(io::stderr(), "{}", plain(&note)));
    }
    Ok((output, input.report().max(ground.outcome)))
}

/// What the list leaves out and why, or what counts where that was asked; `None` where it is whole.
fn note(arguments: &List, chronicle: &Chronicle, shown: &Shown) -> Option<String> {
    if arguments.events {
        let (listed, all) = (shown.events.len(), chronicle.events.len());
        let words = export::reading_words(chronicle, shown.reading).into_iter();
        let parts: Vec<_> = words.chain([format!("{listed} of {}", count(all, "event", "events"))]).collect();
        (listed < all).then(|| parts.join(" · "))
    } else {
        let whole = shown.hidden.is_empty() && arguments.select.counting.is_none();
        (!whole).then(|| export::summary(chronicle, shown))
    }
}

/// Writes rows as JSON as they are, else as cells under their columns' names: all of them, and those of a table.
fn write<Row: Serialize>(
    format: ListFormat,
    rows: &[Row],
    [columns, in_table]: [&[&str]; 2],
    cells: impl FnOnce() -> Vec<Vec<String>>,
) -> Result<String, CliError> {
    match format {
        ListFormat::Json => Ok(serde_json::to_string_pretty(rows).map_err(std::io::Error::other)? + "\n"),
        ListFormat::Csv => Ok(csv_text(columns, &cells())?),
        ListFormat::Table => Ok(table_text(columns, in_table, &cells())),
    }
}

const TRIP_COLUMNS: &[&str] = &[
    "id", "country", "status", "kind", "source", "dates", "certain", "possible", "verbatim", "places", "leaders",
    "details", "inferred",
];
const TRIP_TABLE: &[&str] = &["country", "status", "kind", "source", "dates", "places", "leaders"];
const AGREED_TABLE: &[&str] = &["country", "status", "kind", "possible", "source", "dates", "places", "leaders"];
const EVENT_COLUMNS: &[&str] = &["kind", "country", "dates", "title", "source"];

/// A trip as a reading has it; `None` where it leaves nothing of it.
fn trip_json<'a>(chronicle: &'a Chronicle, trip: &'a Trip, reading: Reading) -> Option<TripJson<'a>> {
    let Stay { certain, possible } = reading.stay(chronicle, trip)?;
    let told = trip.accounts().iter().filter(|account| reading.hears(account.source));
    Some(TripJson {
        id: &trip.id,
        country: &chronicle.country(trip.country).name,
        status: trip.status.key(),
        kind: trip.kind.key(),
        days: DaysJson { certain: edtf(&certain), possible: edtf(&possible) },
        accounts: told.map(|account| account_json(chronicle, account)).collect(),
    })
}

/// Each run of days as EDTF: `1957-11-04/1957-11-21`, `1959-10-01`.
fn edtf(days: &DaySet) -> Vec<String> {
    let text = |span: &Span| match span.days() {
        1 => span.start().to_string(),
        _ => format!("{}/{}", span.start(), span.last()),
    };
    days.spans().iter().map(text).collect()
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
            &trip.days.certain.join("; "),
            &trip.days.possible.join("; "),
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

/// The columns of a table, in its order, padded with blanks.
fn table_text(columns: &[&str], in_table: &[&str], rows: &[Vec<String>]) -> String {
    let chosen: Vec<usize> =
        in_table.iter().filter_map(|name| columns.iter().position(|column| column == name)).collect();
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
    let plain = plain(cell);
    if plain.chars().count() <= WIDEST {
        plain
    } else {
        plain.chars().take(WIDEST - 1).chain(std::iter::once('…')).collect()
    }
}
