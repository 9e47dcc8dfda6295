//! Lists for other programs, read again by parsers that know nothing of Wayline.

mod goldens;
mod hostile;
mod random;

use std::collections::BTreeMap;

use icalendar::parser::{read_calendar, unfold};
use wayline::export::{ListFormat, Listing, listing};
use wayline::model::{Document, Filter, Reading, TripStatus};

const CSV: ListFormat = ListFormat::Csv;
const MARKDOWN: ListFormat = ListFormat::Markdown;

/// The properties of a VEVENT by name.
type Entry = BTreeMap<String, String>;

/// Whatever a reading tells, of every status, and all events.
fn everything(reading: Reading) -> Filter {
    Filter { reading, statuses: TripStatus::ALL.iter().copied().collect(), events: true, ..Filter::default() }
}

fn written(loaded: &Document, reading: Reading, of_events: bool, format: ListFormat) -> Listing {
    let document = loaded.clone().named("small.ron");
    let document = &document;
    listing(document, &document.shown(&everything(reading)), of_events, format).unwrap()
}

fn text(loaded: &Document, reading: Reading, format: ListFormat) -> String {
    written(loaded, reading, false, format).text
}

/// The entries of a calendar, whose lines must be as RFC 5545 wants them.
fn entries(calendar: &str) -> Vec<Entry> {
    let lines: Vec<&str> = calendar.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    for line in &lines {
        assert!(line.len() <= 75 && !line.contains(char::is_control), "{line:?}");
    }
    let unfolded = unfold(calendar);
    let read = read_calendar(&unfolded).unwrap();
    let entries: Vec<Entry> = read
        .components
        .iter()
        .map(|component| {
            assert_eq!(component.name.as_str(), "VEVENT");
            let property = |property: &icalendar::parser::Property<'_>| {
                (property.name.as_str().to_owned(), property.val.as_str().to_owned())
            };
            component.properties.iter().map(property).collect()
        })
        .collect();
    assert_eq!(entries.len(), lines.iter().filter(|line| **line == "BEGIN:VEVENT").count());
    entries
}

/// The lines of CSV under its heading.
fn csv_lines(text: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The cells of a table of Markdown below its rule.
fn markdown_lines(text: &str) -> Vec<Vec<String>> {
    assert!(text.lines().nth(1).unwrap().starts_with("| --- |"), "{text}");
    text.lines().skip(2).map(markdown_cells).collect()
}

fn markdown_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut letters = line.strip_prefix("| ").unwrap().strip_suffix(" |").unwrap().chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => cells.last_mut().unwrap().extend(letters.next()),
            '|' => cells.push(String::new()),
            letter => cells.last_mut().unwrap().push(letter),
        }
    }
    // A blank stands on either side of a bar.
    let last = cells.len() - 1;
    let cells = cells.iter().enumerate().map(|(place, cell)| {
        let cell = if 0 < place { cell.strip_prefix(' ').unwrap() } else { cell };
        if place < last { cell.strip_suffix(' ').unwrap() } else { cell }.to_owned()
    });
    cells.collect()
}
