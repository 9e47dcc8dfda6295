//! Workbooks, written here bit by bit: dates as dates, years as years, merged cells, covers, and cells in the last corner.

use std::collections::BTreeMap;

use proptest::prelude::*;
use wayline::data::import::Options;
use wayline::time::Day;

use super::{assert_counts_add_up, imported, lines, loaded, messages};
use crate::trust::packed;

/// A cell of a workbook.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    /// A number that is shown as a date.
    Date(Day),
}

/// Name, cells by their place, and merged regions of a sheet.
pub(crate) type Sheet<'a> = (&'a str, Vec<(String, Value)>, Vec<&'a str>);

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// The number of a day in spreadsheets, of which 1 January 1900 is the first.
fn serial(day: Day) -> i32 {
    day - Day::from_ymd(1899, 12, 30).unwrap()
}

/// An XLSX of these sheets.
pub(crate) fn xlsx(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let sheets: Vec<_> = sheets.iter().map(|(name, cells, merged)| (*name, sheet(cells, merged))).collect();
    let sheets: Vec<_> = sheets.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    packed::xlsx(&sheets)
}

/// What stands in a sheet, as its XML has it.
fn sheet(cells: &[(String, Value)], merged: &[&str]) -> String {
    let mut rows: BTreeMap<u32, String> = BTreeMap::new();
    for (place, value) in cells {
        let row = place.trim_start_matches(|letter: char| letter.is_alphabetic()).parse().unwrap();
        let cell = match value {
            Value::Text(text) => {
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                format!(r#"<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
            }
            Value::Number(number) => format!(r#"<c r="{place}"><v>{number}</v></c>"#),
            Value::Date(day) => format!(r#"<c r="{place}" s="1"><v>{}</v></c>"#, serial(*day)),
        };
        rows.entry(row).or_default().push_str(&cell);
    }
    let rows: Vec<_> = rows.iter().map(|(number, cells)| format!(r#"<row r="{number}">{cells}</row>"#)).collect();
    let merged: Vec<_> = merged.iter().map(|region| format!(r#"<mergeCell ref="{region}"/>"#)).collect();
    let merged =
        if merged.is_empty() { String::new() } else { format!("<mergeCells>{}</mergeCells>", merged.concat()) };
    format!("<sheetData>{}</sheetData>{merged}", rows.concat())
}

fn day(year: i32, month: u32, day: u32) -> Value {
    Value::Date(Day::from_ymd(year, month, day).unwrap())
}

#[test]
fn the_sheet_with_the_trips_is_found_among_others() {
    let cell = |place: &str, value: Value| (place.to_owned(), value);
    let cover: Sheet<'_> =
        ("Deckblatt", vec![cell("A1", text("Reisen")), cell("A3", text("siehe nächstes Blatt"))], Vec::new());
    let trips: Sheet<'_> = (
        "Reisen",
        vec![
            cell("A1", text("Reisen des Kanzlers")),
            cell("A3", text("Nr")),
            cell("B3", text("Land")),
            cell("C3", text("Stadt")),
            cell("D3", text("Von")),
            cell("E3", text("Bis")),
            cell("F3", text("Anlass")),
            cell("A4", Value::Number(1.0)),
            cell("B4", text("Frankreich")),
            cell("C4", text("Paris")),
            cell("D4", day(1963, 1, 21)),
            cell("E4", day(1963, 1, 23)),
            cell("F4", text("Vertrag <1> & mehr")),
            cell("A5", Value::Number(2.0)),
            cell("B5", text("Belgien")),
            cell("D5", Value::Number(1964.0)),
            cell("B6", text("Dänemark")),
            cell("C6", text("Kopenhagen")),
            cell("D6", text("3. Mai 1965")),
            cell("C7", text("Aarhus")),
            cell("D7", text("4.–5. Mai 1965")),
            cell("B8", text("Spanien")),
            cell("D8", text("bald")),
        ],
        vec!["B6:B7"],
    );
    let bytes = xlsx(&[cover, trips]);
    let read = imported(&bytes, "reisen.xlsx", &Options::default());
    assert_counts_add_up(&read);
    assert_eq!(
        lines(&loaded(&read)),
        [
            "Frankreich | 1963-01-21/1963-01-23 | Paris |  | Vertrag <1> & mehr",
            "Belgien | 1964",
            "Dänemark | 1965-05-03 | Kopenhagen",
            "Dänemark | 1965-05-04/1965-05-05 | Aarhus",
        ]
    );
    let told = messages(&read, "reisen.xlsx");
    assert!(told.contains("sheet “Reisen”, cell D8: this is not understood as a date: “bald”"), "{told}");
    let only = Options { sheet: Some("Deckblatt".to_owned()), ..Options::default() };
    assert_eq!(imported(&bytes, "reisen.xlsx", &only).trip_count(), 0);
}

#[test]
fn a_cell_in_the_last_corner_is_no_table_of_billions() {
    let cells = ["A1", "B1", "A2", "B2", "XFD1048576"].map(str::to_owned);
    let values = [text("Country"), text("Dates"), text("France"), day(1950, 5, 3), Value::Number(1.0)];
    let bytes = xlsx(&[("Trips", cells.into_iter().zip(values).collect(), Vec::new())]);
    assert!(bytes.len() < 8_000);
    let read = imported(&bytes, "trap.xlsx", &Options::default());
    assert_eq!(lines(&loaded(&read)), ["France | 1950-05-03"]);
    assert!(read.report.lines().iter().any(|line| line.contains("1 cell far from the others not read")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn trips_survive(rows in prop::collection::vec((1..60_000, 0..20, "[A-Z][a-z]{3,8}", "[A-Z][a-zé]{2,8}"), 1..8)) {
        let mut cells: Vec<(String, Value)> =
            ["Start", "End", "Country", "City"].iter().zip("ABCD".chars()).map(|(name, at)| (format!("{at}1"), text(name))).collect();
        let mut expected = Vec::new();
        for ((start, more, country, city), number) in rows.iter().zip(2..) {
            let first = Day::from_ymd(1910, 1, 1).unwrap() + *start % 40_000;
            let last = first + *more;
            cells.push((format!("A{number}"), Value::Date(first)));
            cells.push((format!("B{number}"), Value::Date(last)));
            cells.push((format!("C{number}"), text(country)));
            cells.push((format!("D{number}"), text(city)));
            let iso = |day: Day| {
                let (year, month, day) = day.ymd();
                format!("{year:04}-{month:02}-{day:02}")
            };
            let date = if *more == 0 { iso(first) } else { format!("{}/{}", iso(first), iso(last)) };
            expected.push(format!("{country} | {date} | {city}"));
        }
        let bytes = xlsx(&[("Sheet", cells, Vec::new())]);
        prop_assert_eq!(lines(&loaded(&imported(&bytes, "trips.xlsx", &Options::default()))), expected);
    }
}

/// An ODS with a sheet of these rows, as its XML has them.
fn ods(rows: &str) -> Vec<u8> {
    let spaces = ["office", "table", "text"]
        .map(|name| format!(r#" xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0""#))
        .concat();
    let content = format!(
        r#"<office:document-content{spaces}><office:body><office:spreadsheet><table:table table:name="T">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    packed::ods(content.as_bytes())
}

/// A row of an ODS: texts, and elements as they stand.
fn ods_row(attributes: &str, cells: &[&str]) -> String {
    let cell = |text: &&str| match text.strip_prefix('<') {
        Some(_) => (*text).to_owned(),
        None => format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#),
    };
    format!("<table:table-row {attributes}>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn an_open_document_keeps_dates_years_and_merged_cells() {
    let date = r#"<table:table-cell office:value-type="date" office:date-value="1950-05-03T00:00:00"><text:p>3/5</text:p></table:table-cell>"#;
    let year =
        r#"<table:table-cell office:value-type="float" office:value="1951"><text:p>1951</text:p></table:table-cell>"#;
    let merged = r#"<table:table-cell table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>hidden</text:p></office:annotation><text:p>Fr<text:s/><text:span>ance</text:span></text:p></table:table-cell>"#;
    let covered = "<table:covered-table-cell/>";
    let rows = [
        ods_row("", &["Country", "City", "Date"]),
        ods_row("", &[merged, "Paris", date]),
        ods_row("", &[covered, "Lyon", year]),
        // What spreadsheets end with.
        ods_row(
            r#"table:number-rows-repeated="1048573""#,
            &[r#"<table:table-cell table:number-columns-repeated="16384"/>"#],
        ),
    ];
    let read = imported(ods(&rows.concat()), "trips.ods", &Options::default());
    assert_counts_add_up(&read);
    assert_eq!(lines(&loaded(&read)), ["Fr ance | 1950-05-03 | Paris", "Fr ance | 1951 | Lyon"]);
}

#[test]
fn cells_repeated_a_million_times_cost_nothing() {
    let all = r#"<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>"#;
    let rows = [
        ods_row("", &["Country", "Date"]),
        ods_row("", &["France", "3 May 1950"]),
        ods_row(r#"table:number-rows-repeated="1000000""#, &["<table:table-cell/>"]),
        ods_row(r#"table:number-rows-repeated="9""#, &[all]),
    ];
    let read = imported(ods(&rows.concat()), "trips.ods", &Options::default());
    assert_eq!(lines(&loaded(&read)), ["France | 1950-05-03"]);
    assert!(read.report.lines().concat().contains("far from the others not read"), "{:?}", read.report.lines());
}

#[test]
fn an_old_workbook_with_a_cell_in_its_last_corner_is_refused() {
    // The sheet, and a number in IV65536.
    let bytes =
        packed::xls(&[packed::record(0x0085, &[0; 8]), packed::record(0x0203, &[0xff, 0xff, 0xff, 0, 0, 0])].concat());
    let problem = wayline::data::import::import(&bytes, "old.xls", &Options::default()).unwrap_err();
    assert!(problem.message.contains("its sheets span more than 8000000 cells"), "{}", problem.message);
}

#[test]
fn a_sheet_that_is_not_there_is_named_with_those_that_are() {
    let book = xlsx(&[("Cover", vec![], vec![]), ("Trips", vec![], vec![])]);
    let options = Options { sheet: Some("Trip".to_owned()), ..Options::default() };
    let problem = wayline::data::import::import(&book, "trips.xlsx", &options).unwrap_err();
    assert_eq!(problem.message, "there is no sheet “Trip”, but “Cover”, “Trips”");
}
