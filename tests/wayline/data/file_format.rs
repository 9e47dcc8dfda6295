//! What is said of the file's format holds: the description, the JSON Schema, the file to begin with, and JSON itself.

use std::collections::BTreeMap;

use serde_json::Value;
use wayline::data::import::{Options, is_importable};
use wayline::data::{
    EventKind, JSON_SCHEMA, STARTER_FILE, TripKind, TripStatus, Vocabulary as _, file_structs, format,
};
use wayline::model::load;

use crate::support::document;

const DESCRIPTION: &str = include_str!("../../../docs/format.md");

/// The rows of the tables below each heading: field, default, example.
fn described() -> BTreeMap<String, Vec<[String; 3]>> {
    let mut tables: BTreeMap<String, Vec<[String; 3]>> = BTreeMap::new();
    let mut heading = String::new();
    for line in DESCRIPTION.lines() {
        if let Some(text) = line.strip_prefix("## ") {
            text.clone_into(&mut heading);
        }
        if line.starts_with("| `") {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let code = |cell: &str| cell.trim_matches('`').to_owned();
            if let [field, _, default, example] = cells[..] {
                tables.entry(heading.clone()).or_default().push([code(field), default.to_owned(), code(example)]);
            }
        }
    }
    tables
}

#[test]
fn every_field_is_described() {
    let described = described();
    for (name, fields) in file_structs() {
        let rows: Vec<&str> = described[name].iter().map(|[field, ..]| field.as_str()).collect();
        assert_eq!(rows, fields, "{name}");
    }
    assert_eq!(described.len(), file_structs().len());
    for words in [TripKind::KEYS, TripStatus::KEYS, EventKind::KEYS] {
        let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        assert!(DESCRIPTION.contains(&list), "{list}");
    }
}

#[test]
fn every_example_can_be_read() {
    let blocks: Vec<&str> =
        DESCRIPTION.split("```").skip(1).step_by(2).filter_map(|block| Some(block.split_once('\n')?.1)).collect();
    assert!(2 < blocks.len());
    for block in blocks {
        document(block);
    }
    // What else is needed, for one field to be an example of.
    let around = |name: &str, example: &str| {
        let has = |field: &str| example.starts_with(&format!("{field}:"));
        let with = |needed: &[(&str, &str)]| {
            let needed =
                needed.iter().filter(|(field, _)| !has(field)).map(|(field, value)| format!("{field}: {value}, "));
            format!("({}{example})", needed.collect::<String>())
        };
        let sources = "sources: [(id: \"list\"), (id: \"diary\"), (id: \"album\")]";
        let trip = |trip: &str| format!("({sources}, trips: [{trip}])");
        let (country, dates, source) = (("country", "\"France\""), ("dates", "\"1950\""), ("source", "\"list\""));
        let stay = "(country: \"France\", dates: \"1950\", source: \"list\")";
        match name {
            "File" if has("sources") => format!("({example}, trips: [(country: \"France\", dates: \"1950\")])"),
            "File" => format!(
                "({example}, {}{})",
                if has("trips") { "" } else { "trips: [(source: \"diary\", country: \"France\", dates: \"1950\")], " },
                if has("trips") { "" } else { "sources: [(id: \"diary\")]" }
            ),
            "Source" => {
                format!("(sources: [{}], trips: [(country: \"France\", dates: \"1950\")])", with(&[("id", "\"a\"")]))
            }
            "Covers" => format!(
                "(sources: [(id: \"a\", covers: ({example}))], trips: [(country: \"France\", dates: \"1950\"), (country: \"Italy\", dates: \"1951\")])"
            ),
            "Country" => format!(
                "(countries: [{}], trips: [(country: \"France\", dates: \"1950\")])",
                with(&[("name", "\"USSR\"")])
            ),
            "Traveller" => format!(
                "(travellers: [{}], trips: [(country: \"France\", dates: \"1950\")])",
                with(&[("name", "\"Jean Monnet\"")])
            ),
            "Office" => format!(
                "(travellers: [(name: \"Jean Monnet\", offices: [{}])], trips: [(country: \"France\", dates: \"1950\")])",
                with(&[("office", "\"President\""), dates])
            ),
            "Person" => format!(
                "(people: [{}], trips: [(country: \"France\", dates: \"1950\")])",
                with(&[("name", "\"Jean Monnet\""), ("also", "[]")])
            ),
            "Trip" if has("accounts") => trip(&with(&[country])),
            "Trip" => trip(&with(&[country, dates, source])),
            "Account" => trip(&format!("(country: \"France\", accounts: [{}])", with(&[source, dates]))),
            "Place" => trip(&format!(
                "(source: \"list\", country: \"China\", dates: \"1950\", places: [{}])",
                with(&[("name", "\"Peking\"")])
            )),
            "Leader" => {
                trip(&format!("(source: \"list\", country: \"France\", dates: \"1950\", leaders: [({example})])"))
            }
            "Apart" => {
                let name = "(source: \"list\", country: \"France\", dates: \"1950\")";
                format!("({sources}, trips: [{stay}], apart: [{}])", with(&[("one", name), ("other", name)]))
            }
            "AccountName" => {
                let name = with(&[source, country, dates]);
                format!("({sources}, trips: [{stay}], apart: [(one: {name}, other: {name})])")
            }
            "Event" => format!(
                "({sources}, events: [{}])",
                with(&[("kind", "gift"), country, ("title", "\"A vase\""), source])
            ),
            "Total" => {
                format!(
                    "({sources}, trips: [(source: \"list\", country: \"France\", dates: \"1950\")], totals: [{}])",
                    with(&[source, country, ("visits", "2")][..if has("more_than") { 2 } else { 3 }])
                )
            }
            _ => panic!("{name}"),
        }
    };
    for (name, rows) in described() {
        for [_, _, example] in rows {
            document(&around(&name, &example));
        }
    }
    let dates = DESCRIPTION.split("## Dates").nth(1).unwrap().split("## JSON").next().unwrap();
    let cells = dates.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('|').nth(1));
    for date in cells.flat_map(|cell| cell.split(", ")).map(|date| date.trim().trim_matches('`')) {
        document(&format!("(trips: [(country: \"France\", dates: \"{date}\")])"));
    }
}

#[test]
fn the_schema_has_the_same_fields() {
    let schema: Value = serde_json::from_str(JSON_SCHEMA).unwrap();
    let described = described();
    for (name, fields) in file_structs() {
        let object = if name == "File" { &schema } else { &schema["$defs"][name.to_lowercase()] };
        let properties: Vec<&str> = object["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut sorted = fields.to_vec();
        sorted.sort_unstable();
        let mut properties_sorted = properties.clone();
        properties_sorted.sort_unstable();
        assert_eq!(properties_sorted, sorted, "{name}");
        assert_eq!(object["additionalProperties"], Value::Bool(false), "{name}");
        let needed: Vec<&str> = described[name]
            .iter()
            .filter(|[_, default, _]| default == "*needed*")
            .map(|[field, ..]| field.as_str())
            .collect();
        let required: Vec<&str> =
            object["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(required, needed, "{name}");
    }
    let words = |name: &str, field: &str| -> Vec<String> {
        let words = schema["$defs"][name]["properties"][field]["enum"].as_array().unwrap();
        words.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(words("trip", "kind"), TripKind::KEYS);
    assert_eq!(words("trip", "status"), TripStatus::KEYS);
    assert_eq!(words("event", "kind"), EventKind::KEYS);
}

#[test]
fn the_file_to_begin_with_has_no_problem_and_is_laid_out() {
    assert_eq!(document(STARTER_FILE).chronicle.trips.len(), 3);
    assert_eq!(format(STARTER_FILE).as_deref(), Some(STARTER_FILE));
}

#[test]
fn json_is_read_with_its_places() {
    let text = r#"{
  "title": "M\u00e9moires \ud83d\ude80 \"x\"",
  "sources": [{"id": "a", "covers": {"countries": ["France"]}}],
  "trips": [
    {"country": "France", "kind": "treaty", "status": "planned", "dates": "1950-05-03", "restored": ["country"],
     "places": ["Paris", {"name": "Lyon\/Rh\u00f4ne", "at": [45.76, -4.84]}], "leaders": [{"name": "kind"}], "traveller": null},
    {"country": "Italy", "dates": "1950-02-30"}
  ]
}"#;
    let document = load(text.to_owned());
    let chronicle = &document.chronicle;
    assert_eq!(chronicle.title, "Mémoires 🚀 \"x\"");
    let trip = &chronicle.trips[0];
    assert_eq!((trip.kind, trip.status), (TripKind::Treaty, TripStatus::Planned));
    let account = &trip.accounts()[0];
    assert!(account.restored.country);
    assert_eq!((account.places[1].name.as_str(), account.leaders[0].name.as_str()), ("Lyon/Rhône", "kind"));
    assert_eq!(account.places[1].at.unwrap().to_string(), "45.76, -4.84");
    let problems: String = document.problems.iter().map(|problem| problem.render("trips.json")).collect();
    insta::assert_snapshot!(problems, @r#"
    error[bad-date]: `1950-02-30` is not a date: day is out of range for the month
     --> trips.json:7:35
      |
    7 |     {"country": "Italy", "dates": "1950-02-30"}
      |                                   ^^^^^^^^^^^^
      = expected an EDTF date such as 1956-06-01, 1956-06-01/1956-06-06, 1964-11 or 1966
    "#);
    assert!(!is_importable(text, &Options::default()));
}

#[test]
fn a_story_is_no_file_of_trips() {
    let text = r#"{"events": [{"start_date": {"year": "602"}, "text": {"headline": "x"}}]}"#;
    assert!(is_importable(text, &Options::default()));
}

#[test]
fn a_misspelt_traveller_of_what_a_source_covers_is_told() {
    let text = "(sources: [(id: \"a\", covers: (travellers: [\"Jean Monet\"]))], trips: [(traveller: \"Jean Monnet\", country: \"Italy\", dates: \"1950\")])";
    let problems: String = load(text.to_owned()).problems.iter().map(|problem| problem.render("text")).collect();
    assert!(problems.contains("`Jean Monet` is not among the travellers"), "{problems}");
    assert!(problems.contains("did you mean `Jean Monnet`?"), "{problems}");
}
