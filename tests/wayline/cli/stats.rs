//! What `stats` counts: exact fields of a small file, one set of numbers in every format, and the tables to read.

use std::collections::BTreeMap;
use std::fs;

use predicates::str::contains;
use serde_json::{Value, json};

use super::{FINE, keys, sorted};
use crate::model::statistics::SMALL;
use crate::support::cli::{check_unusable, folder, output, wayline};

/// The object that a call writes.
fn numbers(arguments: &[&str]) -> Value {
    let folder = folder();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    let (text, status) = output(folder.path(), &[&["stats", "--format", "json"], arguments].concat());
    assert_eq!(status, FINE, "{arguments:?}");
    serde_json::from_str(&text).unwrap()
}

fn days(certain: i32, possible: i32) -> Value {
    json!({"certain": certain, "possible": possible})
}

#[test]
fn the_fields_of_statistics_are_a_contract() {
    let found = numbers(&["small.ron"]);
    let fields = [
        "trips",
        "countries",
        "tours",
        "days",
        "per_year",
        "per_country",
        "per_traveller",
        "per_kind",
        "leaders",
        "trips_with_nameless_leaders",
        "places",
        "lengths",
        "stays",
        "absences",
        "abroad",
    ];
    assert_eq!(sorted(&keys(&found)), sorted(&fields));
    assert_eq!((&found["trips"], &found["countries"], &found["tours"]), (&json!(5), &json!(2), &json!(1)));
    assert_eq!((&found["days"], found["per_year"].as_array().unwrap().len()), (&days(11, 51), 10));
    let sixty = json!({
        "year": 1960, "trips": 3, "trips_possible": 1, "cumulative": 3, "days": days(9, 10),
        "countries": {"France": 1, "Italy": 2}, "kinds": {"state_visit": 1, "unspecified": 2},
        "travellers": {"Ann": 2, "Bo": 1},
    });
    assert_eq!(found["per_year"][0], sixty);
    let last = json!({
        "year": 1969, "trips": 0, "trips_possible": 1, "cumulative": 4, "days": days(0, 1),
        "countries": {}, "kinds": {}, "travellers": {},
    });
    assert_eq!(found["per_year"][9], last);
    let countries = json!([
        {"country": "France", "trips": 3, "days": days(4, 44), "first": "1960-05-01", "last": "1969-12-25",
         "stated": [{"source": "a", "visits": 3}, {"source": "b", "more_than": 1}]},
        {"country": "Italy", "trips": 2, "days": days(9, 9), "first": "1960-05-03", "last": "1961-01-02", "stated": []},
    ]);
    assert_eq!(found["per_country"], countries);
    let travellers = json!([
        {"traveller": "Ann", "trips": 3, "days": days(7, 37), "first": "1960-05-01", "last": "1961-11-30"},
        {"traveller": "Bo", "trips": 2, "days": days(4, 14), "first": "1960-12-25", "last": "1969-12-25"},
    ]);
    assert_eq!(found["per_traveller"], travellers);
    let kinds = json!([
        {"kind": "unspecified", "trips": 4, "days": days(9, 49), "first": "1960-05-03", "last": "1969-12-25"},
        {"kind": "state_visit", "trips": 1, "days": days(4, 4), "first": "1960-05-01", "last": "1960-05-04"},
    ]);
    assert_eq!(found["per_kind"], kinds);
}

#[test]
fn the_lists_of_statistics_are_a_contract() {
    let found = numbers(&["small.ron"]);
    let charles = [json!({"office": "President", "source": "a"}), json!({"office": "Head of State", "source": "b"})];
    let leaders = json!([
        {"name": "Charles", "also": [], "offices": charles, "meetings": 2, "countries": ["France"], "first": "1960-05-01",
         "last": "1961-11-30", "trips": ["paris", "month"]},
        {"name": "Aldo", "also": [], "offices": [{"office": "Minister", "source": "a"}], "meetings": 1, "countries": ["Italy"],
         "first": "1960-05-03", "last": "1960-05-07", "trips": ["rome"]},
    ]);
    assert_eq!((&found["leaders"], &found["trips_with_nameless_leaders"]), (&leaders, &json!(1)));
    let places = json!([
        {"name": "Paris", "country": "France", "visits": 2, "first": "1960-05-01", "last": "1961-11-30"},
        {"name": "Reims", "country": "France", "visits": 1, "first": "1960-05-01", "last": "1960-05-04"},
        {"name": "Rome", "country": "Italy", "visits": 1, "first": "1960-05-03", "last": "1960-05-07"},
    ]);
    assert_eq!(found["places"], places);
    let lengths = json!([
        {"length": "1_day", "trips": 0, "trips_possible": 2},
        {"length": "2_to_3_days", "trips": 0, "trips_possible": 2},
        {"length": "4_to_7_days", "trips": 3, "trips_possible": 2},
        {"length": "8_to_30_days", "trips": 0, "trips_possible": 2},
        {"length": "longer", "trips": 0, "trips_possible": 0},
    ]);
    assert_eq!(found["lengths"], lengths);
    let stays = [
        ("paris", "France", "1960-05-01", "1960-05-04", days(4, 4)),
        ("rome", "Italy", "1960-05-03", "1960-05-07", days(5, 5)),
        ("christmas", "France", "1960-12-25", "1969-12-25", days(0, 10)),
        ("new-year", "Italy", "1960-12-30", "1961-01-02", days(4, 4)),
        ("month", "France", "1961-11-01", "1961-11-30", days(0, 30)),
    ];
    let stays = stays.map(|(trip, country, first, last, days)| {
        json!({"trip": trip, "country": country, "first": first, "last": last, "days": days})
    });
    assert_eq!(found["stays"], json!(stays));
    let absences = json!([
        {"traveller": "Ann", "first": "1960-05-01", "last": "1960-05-07", "days": 7, "trips": ["paris", "rome"]},
        {"traveller": "Bo", "first": "1960-12-30", "last": "1961-01-02", "days": 4, "trips": ["new-year"]},
    ]);
    assert_eq!(found["absences"], absences);
    let abroad = [
        ("1960-05-01", "1960-05-07", true),
        ("1960-12-25", "1960-12-25", false),
        ("1960-12-30", "1961-01-02", true),
        ("1961-11-01", "1961-11-30", false),
    ];
    let abroad = abroad.map(|(first, last, certain)| json!({"first": first, "last": last, "certain": certain}));
    assert_eq!(found["abroad"].as_array().unwrap()[..4], abroad);
}

#[test]
fn a_file_of_one_traveller_names_none() {
    let found = numbers(&[]);
    assert_eq!(found["per_traveller"], json!([]));
    assert!(found["absences"][0].get("traveller").is_none() && found["per_year"][0].get("travellers").is_none());
}

/// The cells of CSV that say how often, how long and when.
const CELLS: [&str; 7] = ["year", "trips", "trips_possible", "days_certain", "days_possible", "first", "last"];

/// The cells of the rows of a section, each behind its name.
fn csv_section(text: &str, section: &str) -> Vec<(String, Vec<String>)> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), [&["section", "name"], &CELLS[..]].concat());
    let lines = reader.records().map(Result::unwrap).filter(|line| &line[0] == section);
    lines.map(|line| (line[1].to_owned(), line.iter().skip(2).map(str::to_owned).collect())).collect()
}

/// What CSV must say of a row of JSON.
fn cells_of(row: &Value) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let count = ["trips", "meetings", "visits"].into_iter().find(|field| row[*field].is_number());
    let cell = |name: &&str| match *name {
        "trips" => match &row["trips"] {
            Value::Array(trips) if count.is_none() => trips.len().to_string(),
            _ => count.map(|field| text(&row[field])).unwrap_or_default(),
        },
        "days_certain" | "days_possible" if row["days"].is_number() => text(&row["days"]),
        "days_certain" => text(&row["days"]["certain"]),
        "days_possible" => text(&row["days"]["possible"]),
        other => text(&row[other]),
    };
    CELLS.iter().map(cell).collect()
}

/// The name of a row of JSON.
fn name_of(row: &Value) -> String {
    let named = |field: &str| row[field].as_str().map(str::to_owned);
    let place = row["visits"]
        .is_number()
        .then(|| format!("{}, {}", row["name"].as_str().unwrap(), row["country"].as_str().unwrap()));
    let fields = ["name", "trip", "country", "kind", "length", "traveller"];
    place.or_else(|| fields.into_iter().find_map(named)).unwrap_or_default()
}

#[test]
fn json_csv_and_tables_say_the_same() {
    let folder = folder();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    let calls: [&[&str]; 5] = [
        &[],
        &["small.ron"],
        &["--reading", "album"],
        &["--reading", "agreed"],
        &["--counting", "rumoured", "--decade", "1960s"],
    ];
    for call in calls {
        let written = |format: &str| output(folder.path(), &[&["stats", "--format", format], call].concat()).0;
        let (csv, table) = (written("csv"), written("table"));
        let json: Value = serde_json::from_str(&written("json")).unwrap();
        let sections = [
            ("per_year", "year"),
            ("per_country", "country"),
            ("per_traveller", "traveller"),
            ("per_kind", "kind"),
            ("leaders", "leader"),
            ("places", "place"),
            ("lengths", "length"),
            ("stays", "stay"),
            ("absences", "absence"),
        ];
        for (field, section) in sections {
            let rows: Vec<_> =
                json[field].as_array().unwrap().iter().map(|row| (name_of(row), cells_of(row))).collect();
            assert_eq!(csv_section(&csv, section), rows, "{call:?}: {section}");
        }
        let total = &csv_section(&csv, "total")[0].1;
        assert_eq!(total[1..5], cells_of(&json)[1..5], "{call:?}");
        let nameless = &json["trips_with_nameless_leaders"];
        assert_eq!(csv_section(&csv, "nameless_leader")[0].1[1], nameless.to_string(), "{call:?}");
        assert_eq!(json!(csv_section(&csv, "tour").len()), json["tours"], "{call:?}");
        let runs = json["abroad"].as_array().unwrap().iter();
        let runs: Vec<_> = runs.map(|run| [&run["first"], &run["last"]].map(|day| day.as_str().unwrap())).collect();
        let abroad = csv_section(&csv, "abroad");
        let found: Vec<_> = abroad.iter().map(|(_, cells)| [cells[5].as_str(), &cells[6]]).collect();
        assert_eq!(found, runs, "{call:?}");
        for (year, (_, cells)) in json["per_year"].as_array().unwrap().iter().zip(csv_section(&csv, "year_end")) {
            assert_eq!(
                [&cells[0], &cells[1]],
                [&year["year"].to_string(), &year["cumulative"].to_string()],
                "{call:?}"
            );
        }
        for year in json["per_year"].as_array().unwrap() {
            for (section, field) in
                [("year_country", "countries"), ("year_kind", "kinds"), ("year_traveller", "travellers")]
            {
                let rows = csv_section(&csv, section)
                    .into_iter()
                    .filter(|(_, cells)| cells[0].parse().ok() == year["year"].as_i64());
                let found: BTreeMap<_, _> = rows.map(|(name, cells)| (name, cells[1].clone())).collect();
                let expected = year[field].as_object().into_iter().flatten();
                let expected: BTreeMap<_, _> =
                    expected.map(|(name, trips)| (name.clone(), trips.to_string())).collect();
                assert_eq!(found, expected, "{call:?}: {section} {}", year["year"]);
            }
        }
        check_table(&table, &json);
    }
}

/// Whether the rows of the tables have the numbers of the JSON.
fn check_table(table: &str, json: &Value) {
    let sections: BTreeMap<&str, Vec<&str>> = table
        .split("\n\n")
        .map(|section| {
            let mut lines = section.lines();
            let heading = lines.next().unwrap();
            (heading.split("  ").next().unwrap().split(" (").next().unwrap(), lines.collect())
        })
        .collect();
    let fields = [
        ("Year", "per_year"),
        ("Country", "per_country"),
        ("Traveller", "per_traveller"),
        ("Kind", "per_kind"),
        ("Leader", "leaders"),
        ("Place", "places"),
        ("Length of stay", "lengths"),
        ("Longest absence", "absences"),
    ];
    for (heading, field) in fields {
        let rows = json[field].as_array().unwrap();
        let lines = sections.get(heading).map_or(&[][..], Vec::as_slice);
        assert_eq!(lines.len(), rows.len().min(if ["leaders", "places"].contains(&field) { 20 } else { usize::MAX }));
        for (line, row) in lines.iter().zip(rows) {
            let expected = cells_of(row);
            let words: Vec<_> = line.split_whitespace().map(|word| word.replace(',', "")).collect();
            // The dates of an absence are in words.
            let cells = if field == "absences" { &expected[1..3] } else { &expected[1..] };
            for cell in cells.iter().filter(|cell| !cell.is_empty()) {
                assert!(words.contains(cell), "{heading}: {cell} in {line}");
            }
        }
    }
    let total: Vec<_> =
        sections["Total"].iter().map(|line| line.split_whitespace().last().unwrap().replace(',', "")).collect();
    let (days, nameless) = (&json["days"], &json["trips_with_nameless_leaders"]);
    let expected = [&json["trips"], &json["countries"], &json["tours"], &days["certain"], &days["possible"]];
    let expected = expected.into_iter().chain((*nameless != 0).then_some(nameless));
    assert_eq!(total, expected.map(Value::to_string).collect::<Vec<_>>());
}

#[test]
fn statistics_follow_what_is_asked_for_and_say_what_is_left_out() {
    let folder = folder();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    let said = |arguments: &[&str]| {
        let output = wayline(folder.path(), &[&["stats"], arguments].concat()).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    let either = "Reading: either (days that any source gives)";
    assert_eq!(said(&[]), format!("{either} · 50 of 52 trips · 15 countries · 2 hidden: 2 rumoured\n"));
    assert_eq!(said(&["--counting", "rumoured"]), format!("{either} · 52 of 52 trips · 15 countries · 0 hidden\n"));
    let ann = "5 of 6 trips";
    assert!(said(&["small.ron"]).contains(ann));
    assert!(
        said(&["small.ron", "--traveller", "Ann"])
            .contains("3 of 6 trips · 2 countries · 3 hidden: 1 rumoured, 2 by traveller")
    );
    let trips = |arguments: &[&str]| numbers(&[&["small.ron"], arguments].concat())["trips"].clone();
    assert_eq!(trips(&["--country", "Italy"]), 2);
    assert_eq!(trips(&["--country", "Italy", "--counting", "rumoured"]), 3);
    assert_eq!(trips(&["--kind", "state_visit"]), 1);
    assert_eq!(trips(&["--reading", "b"]), 1);
    assert_eq!(trips(&["--decade", "1970s"]), 0);
    check_unusable(folder.path(), &["stats", "--country", "Atlantis"], "no country is called `Atlantis`");
    check_unusable(folder.path(), &["stats", "--bom"], "--bom goes with --format csv");
    check_unusable(folder.path(), &["stats", "small.ron", "-o", "small.ron"], "choose another ending");
    wayline(folder.path(), &["stats", "small.ron", "-o", "numbers.csv", "--format", "csv", "--bom"])
        .assert()
        .code(FINE);
    assert!(fs::read_to_string(folder.path().join("numbers.csv")).unwrap().starts_with("\u{FEFF}section,"));
    let none = contains("Total         number\ntrips              0\n");
    wayline(folder.path(), &["stats", "small.ron", "--decade", "1970s"]).assert().code(FINE).stdout(none);
}

#[test]
fn the_tables_of_the_default_file() {
    let (text, status) = output(folder().path(), &["stats"]);
    assert_eq!(status, FINE);
    insta::assert_snapshot!(text);
}
