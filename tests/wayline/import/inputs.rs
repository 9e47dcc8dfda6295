//! Whole inputs of each kind with their quirks, kept under `tests/data`: the trips that they become, and the messages.

use std::fs;
use std::path::{Path, PathBuf};

use wayline::data::import::dates::DayOrder;
use wayline::data::import::{Imported, Options, Role};
use wayline::model::Place;

use super::{assert_counts_add_up, imported, lines, loaded, messages};
use crate::support::cli::{UNUSABLE, folder, output, rows, wayline};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn read_with(name: &str, options: &Options) -> Imported {
    let read = imported(fs::read(data(name)).unwrap(), name, options);
    assert_counts_add_up(&read);
    read
}

fn read(name: &str) -> Imported {
    read_with(name, &Options::default())
}

/// Trips, messages and what was decided, as text.
fn summary(imported: &Imported, name: &str) -> String {
    let trips = if imported.trip_count() == 0 { String::new() } else { lines(&loaded(imported)).join("\n") };
    format!("{trips}\n\n{}\n\n{}", messages(imported, name).trim(), imported.report.lines().join("\n"))
}

#[test]
fn inputs_become_trips() {
    let mut names: Vec<String> =
        fs::read_dir(data("")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(8 < names.len());
    for name in names {
        let read = read(&name);
        insta::assert_snapshot!(name.replace('.', "-"), summary(&read, &name));
        let text = Imported::file_text(std::slice::from_ref(&read));
        assert_eq!(wayline::data::format(&text).as_deref(), Some(text.as_str()), "{name} is not laid out");
    }
}

#[test]
fn the_same_trips_from_wikitext_and_html() {
    assert_eq!(lines(&loaded(&read("page.wikitext"))), lines(&loaded(&read("page.html"))));
}

#[test]
fn what_links_lead_to_stays_beside_the_words() {
    let text = Imported::file_text(&[read("links.wikitext")]);
    let lines: Vec<&str> =
        text.lines().map(str::trim).filter(|line| line.starts_with("places:") || line.starts_with("(name:")).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    (name: "China", also: ["Cathay"]),
    (name: "Soviet Union", link: "Russia"),
    (name: "Russia"),
    (name: "Qatar"),
    places: [(name: "Peking", link: "Beijing"), "Shanghai"],
    places: ["Beijing"],
    places: [(name: "Leningrad", link: "Saint Petersburg"), "Moscow"],
    places: ["Saint Petersburg", "the palace outside"],
    places: ["Doha"],
    "#);
    let document = loaded(&read("links.wikitext"));
    let identities: Vec<&str> =
        document.chronicle.trips.iter().flat_map(|trip| trip.places()).map(Place::identity).collect();
    assert_eq!(identities[0], identities[2], "Peking and Beijing are one place");
}

#[test]
fn coordinates_stay_with_the_place() {
    let document = loaded(&read("coordinates.csv"));
    let points = document.chronicle.trips.iter().flat_map(|trip| trip.places());
    let points: Vec<_> = points.map(|place| place.at.map(|at| at.to_string()).unwrap_or_default()).collect();
    assert_eq!(points, ["39.9042, 116.4074", "-34.6, -58.383333", "", "", "", ""]);
}

#[test]
fn guesses_can_be_given_instead() {
    // Nothing proves which number is the day.
    assert_eq!(read("unclear.csv").problems.len(), 2);
    let of =
        |order| lines(&loaded(&read_with("unclear.csv", &Options { date_order: Some(order), ..Options::default() })));
    assert_eq!(of(DayOrder::DayFirst), ["France | 1950-04-03", "Italy | 1950-06-05"]);
    assert_eq!(of(DayOrder::MonthFirst), ["France | 1950-03-04", "Italy | 1950-05-06"]);
    // Ports are places, and lanes where nothing else is; the ship is another choice.
    assert_eq!(lines(&loaded(&read("ships.csv")))[0], "Lisbon | 1950-05-03 | Lisbon");
    let lane = read_with("ships.csv", &Options { lane: Some("Ship".to_owned()), ..Options::default() });
    assert_eq!(lines(&loaded(&lane))[0], "Aurora | 1950-05-03 | Lisbon");
    let map = vec![(Role::Country, "ship".to_owned()), (Role::Details, "2".to_owned())];
    let mapped = read_with("ships.csv", &Options { map, ..Options::default() });
    assert_eq!(lines(&loaded(&mapped))[0], "Aurora | 1950-05-03 |  |  | Port: Lisbon");
    // A column that is not there is no silent nothing.
    let map = vec![(Role::Details, "Captain".to_owned())];
    let mapped = read_with("ships.csv", &Options { map, ..Options::default() });
    assert_eq!(mapped.trip_count(), 2);
    insta::assert_snapshot!(messages(&mapped, "ships.csv").trim(), @r"
    warning[unknown-name]: no table has a column “Captain”
     --> ships.csv
      = expected a number or one of “Dates”, “Port”, “Ship”
    ");
    // There and back again, the bytes are the same.
    let again = read_with("ships.csv", &Options { header_rows: Some(1), ..Options::default() });
    assert_eq!(Imported::file_text(&[again]), Imported::file_text(&[read("ships.csv")]));
}

#[test]
fn the_command_writes_a_file_of_trips_and_a_report() {
    let folder = folder();
    let input = data("page.wikitext");
    let path = input.to_str().unwrap();
    let call = ["import", path, "-o", "trips.ron", "--report", "report.json"];
    wayline(folder.path(), &call).assert().code(1).stderr(predicates::str::contains("bad-date"));
    let made = fs::read_to_string(folder.path().join("trips.ron")).unwrap();
    assert!(made.starts_with("(\n    title: \"List of international trips made by Jane Doe\","), "{made}");
    let report: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.path().join("report.json")).unwrap()).unwrap();
    assert_eq!(report[0]["code"], "bad-date");
    assert!(report[0]["line"].as_u64().is_some());
    // The file that was written has no problem, and tells the same as the page itself.
    let (summary, status) = output(folder.path(), &["check", "trips.ron"]);
    assert_eq!(status, 0, "{summary}");
    let of_file = rows(folder.path(), &["list", "trips.ron", "--format", "json"]);
    let of_page = rows(folder.path(), &["list", path, "--format", "json"]);
    let accounts = |rows: &[serde_json::Value]| rows.iter().map(|row| row["accounts"].to_string()).collect::<Vec<_>>();
    assert_eq!(accounts(&of_file), accounts(&of_page));
    // Again, byte for byte.
    let (again, _) = output(folder.path(), &["import", path]);
    assert_eq!(again, made);
}

#[test]
fn what_cannot_be_imported_is_said() {
    let folder = folder();
    fs::write(folder.path().join("a.txt"), "just words").unwrap();
    wayline(folder.path(), &["import", "a.txt"])
        .assert()
        .code(UNUSABLE)
        .stderr(predicates::str::contains("no list of journeys"));
    wayline(folder.path(), &["import", "none.txt"]).assert().code(UNUSABLE);
    wayline(folder.path(), &["import", "a.txt", "--map", "land=x"])
        .assert()
        .code(UNUSABLE)
        .stderr(predicates::str::contains("roles are dates"));
}

#[test]
fn several_inputs_are_several_sources() {
    let folder = folder();
    let [one, other] = ["travels.xml", "semicolons.csv"].map(|name| data(name).to_str().unwrap().to_owned());
    wayline(folder.path(), &["import", &one, &other, "-o", "both.ron"]).assert().code(0);
    let document = wayline::model::read(&[&folder.path().join("both.ron")]).unwrap();
    assert!(document.problems.is_empty(), "{:?}", document.problems);
    assert_eq!(document.chronicle.sources.len(), 2);
}

#[test]
fn a_folder_of_an_archive_is_one_source() {
    let folder = folder();
    let archive = folder.path().join("archive");
    fs::create_dir(&archive).unwrap();
    for name in ["a.xml", "b.xml"] {
        fs::copy(data("travels.xml"), archive.join(name)).unwrap();
    }
    wayline(folder.path(), &["import", "archive", "-o", "all.ron"]).assert().code(0);
    let document = wayline::model::read(&[&folder.path().join("all.ron")]).unwrap();
    assert_eq!((document.chronicle.sources.len(), document.chronicle.trips.len()), (1, 4));
}

#[test]
fn only_a_heading_of_one_year_gives_the_year() {
    let with_heading = |heading: &str| {
        let text =
            format!("== {heading} ==\n{{| class=\"wikitable\"\n! Country !! Dates\n|-\n| France || 3 May\n|}}\n");
        lines(&loaded_or_none(&imported(text, "page", &Options::default()))).first().cloned().unwrap_or_default()
    };
    assert_eq!(with_heading("2003"), "France | 2003-05-03");
    assert_eq!(with_heading("Visits in 2003"), "France | 2003-05-03");
    for heading in ["2003–04", "1950s", "1950–1959", "Since 2003", "Second term", "Until 2003"] {
        assert_eq!(with_heading(heading), "", "{heading}");
    }
}

/// The document of an import, empty where it has no trips.
fn loaded_or_none(imported: &Imported) -> wayline::model::Document {
    if imported.trip_count() == 0 { wayline::model::Document::default() } else { loaded(imported) }
}

#[test]
fn a_folder_is_a_list_of_all_that_is_in_it() {
    let folder = folder();
    fs::copy(data("travels.xml"), folder.path().join("a.xml")).unwrap();
    fs::write(folder.path().join("b.csv"), "Country,Date\nFrance,31 April 1999\nItaly,5 May 1999\n").unwrap();
    fs::write(folder.path().join("c.txt"), "words").unwrap();
    let document = wayline::model::read(&[folder.path()]).unwrap();
    let alone = loaded(&read("travels.xml")).chronicle.trips.len();
    assert_eq!(document.chronicle.trips.len(), alone + 1);
    let problems: String = document.problems.iter().map(|problem| problem.render("folder")).collect();
    assert!(problems.contains("c.txt: this is no list of journeys"), "{problems}");
    let place = folder.path().join("b.csv").display().to_string();
    assert!(problems.contains(&format!("--> {place}:2:8")), "{problems}");
    let last = document.chronicle.trips.last().unwrap();
    let described = document.text.place(last.offset..last.offset + 1).describe("folder");
    assert_eq!(described, format!("{place}, line 3, column 1"));
}

#[test]
fn a_blank_row_at_the_very_end_is_no_trip_without_a_date() {
    let text = "{|\n! Country !! Dates\n|-\n| France || 3 May 1950\n|-\n||";
    let read = imported(text, "page", &Options::default());
    assert_eq!(
        (lines(&loaded(&read)), messages(&read, "page")),
        (vec!["France | 1950-05-03".to_owned()], String::new())
    );
}
