//! Lists for other programs, read again by parsers that know nothing of Wayline.

mod goldens;
mod hostile;
mod random;

use std::collections::BTreeMap;

use icalendar::parser::{read_calendar, unfold};
use wayline::data::TableFormat;
use wayline::export::{CopyFormat, ListFormat, Listing, copied, listing};
use wayline::model::{self, Document, Filter, Reading, TripStatus};

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

#[test]
fn every_list_names_the_traveller_where_there_are_several() {
    let two = r#"(trips: [
        (country: "China", traveller: "Anna", dates: "1956-06-01", places: ["Beijing"]),
        (country: "Cuba", traveller: "Berta", dates: "1956-06-02"),
        (country: "Cuba", dates: "1956-06-03"),
    ])"#;
    let (two, one) = (
        model::load(two.to_owned()),
        model::load(two.replace("Berta", "Anna").replace(r#""Cuba", dates"#, r#""Cuba", traveller: "Anna", dates"#)),
    );
    assert_eq!((two.chronicle.travellers.len(), one.chronicle.travellers.len()), (3, 1));
    for &format in ListFormat::ALL {
        let told = text(&two, Reading::Either, format);
        assert!(told.contains("Anna") && told.contains("Berta"), "{format:?}: {told}");
        // JSON names also the only one.
        let told = text(&one, Reading::Either, format);
        assert_eq!(told.contains("Anna"), format == ListFormat::Json, "{format:?}: {told}");
    }
    let lines = csv_lines(&text(&two, Reading::Either, CSV));
    assert_eq!(lines.iter().map(|line| line["traveller"].as_str()).collect::<Vec<_>>(), ["Anna", "Berta", ""]);
    assert!(!csv_lines(&text(&one, Reading::Either, CSV))[0].contains_key("traveller"));
    let row = copied(&two, Reading::Either, model::TripIndex::new(0), CopyFormat::TableRow(TableFormat::Csv)).unwrap();
    assert!(row.starts_with("1956-06-01-china,Anna,China,"), "{row}");
    let calendar = text(&two, Reading::Either, ListFormat::Calendar);
    let titles: Vec<_> = entries(&calendar).iter().map(|entry| entry["SUMMARY"].clone()).collect();
    assert_eq!(titles, ["Anna: Beijing, China", "Berta: Cuba", "Cuba"]);
    assert!(text(&two, Reading::Either, ListFormat::Footnotes).starts_with("Visit of Anna: China (Beijing)."));
}
