//! What `list` and `where` answer: trips, events and whereabouts, as tables to read and as fields to rely on.

use std::collections::BTreeSet;
use std::fs;

use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::contains;
use serde_json::Value;

use super::{FINE, PROBLEMS, file_with, keys, sorted};
use crate::support::DEFAULT_FILE;
use crate::support::cli::{check_unusable, count, default_rows, folder, output, rows, wayline};

#[test]
fn the_list_is_whole() {
    let rows = default_rows(&["list"]);
    assert_eq!((rows.len(), count(&rows, "status", "confirmed"), count(&rows, "status", "rumoured")), (52, 50, 2));
    let told = |source: &str, status: &str| {
        let trips = rows.iter().filter(|row| row["status"] == status);
        trips.flat_map(|row| row["accounts"].as_array().unwrap()).filter(|account| account["source"] == source).count()
    };
    assert_eq!((told("list", "confirmed"), told("album", "confirmed")), (48, 10));
    assert_eq!((told("list", "rumoured"), told("album", "rumoured")), (2, 0));
    let ids: BTreeSet<_> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), 52);
}

#[test]
fn the_fields_of_the_list_are_a_contract() {
    let rows = default_rows(&["list"]);
    for row in &rows {
        assert_eq!(sorted(&keys(row)), sorted(&["id", "country", "status", "kind", "days", "accounts"]));
        assert_eq!(sorted(&keys(&row["days"])), ["certain", "possible"]);
        for account in row["accounts"].as_array().unwrap() {
            let fields = ["source", "dates", "verbatim", "inferred", "places", "leaders", "details"];
            assert_eq!(sorted(&keys(account)), sorted(&fields));
            for leader in account["leaders"].as_array().unwrap() {
                assert_eq!(sorted(&keys(leader)), ["name", "office"]);
            }
        }
    }
    let trip = rows.iter().find(|row| row["accounts"][0]["verbatim"] == "4-21 November 1957").unwrap();
    assert_eq!((&trip["country"], &trip["kind"]), (&"Soviet Union".into(), &"celebration".into()));
    let [list, album] = [&trip["accounts"][0], &trip["accounts"][1]];
    assert_eq!(list["dates"], "1957-11-04/1957-11-21");
    assert_eq!(list["leaders"][0]["name"], "Nikita Khrushchev");
    assert_eq!(list["places"], serde_json::json!(["Moscow"]));
    assert_eq!((&album["dates"], &album["inferred"]), (&"1957-11-03/1957-11-23".into(), &Value::Null));
    assert_eq!(album["leaders"][0]["office"], "chairman of the Council of Ministers of the USSR");
}

#[test]
fn events_are_listed_on_their_own() {
    let rows = default_rows(&["list", "--events"]);
    let kinds = ["honour", "gift", "plaque", "received"].map(|kind| count(&rows, "kind", kind));
    assert_eq!((rows.len(), kinds), (49, [23, 22, 3, 1]));
    for row in &rows {
        assert_eq!(sorted(&keys(row)), sorted(&["kind", "country", "dates", "title", "source"]));
    }
    // The plaques and one gift have no date.
    assert_eq!(rows.iter().filter(|row| row["dates"].is_null()).count(), 4);
}

#[test]
fn lists_are_cut_to_decades_and_countries() {
    let check = |arguments: &[&str], expected: usize| {
        let rows = default_rows(&[&["list"], arguments].concat());
        assert_eq!(rows.len(), expected, "{arguments:?}");
    };
    check(&["--decade", "1950s"], 18);
    check(&["--decade", "1950"], 18);
    check(&["--decade", "1940s", "--decade", "1990s"], 2);
    check(&["--decade", "1960s"], 7 + 2);
    check(&["--country", "China"], 11);
    check(&["--country", "soviet union"], 12 + 2);
    check(&["--country", "Poland", "--country", "Romania", "--decade", "1980s"], 1 + 2);
    check(&["--decade", "2000s"], 0);
    let events = default_rows(&["list", "--events", "--country", "Russia"]);
    // Seven honours, two gifts, three plaques.
    assert_eq!(events.len(), 7 + 2 + 3);
}

#[test]
fn a_reading_says_what_it_leaves_out_and_the_default_says_nothing() {
    let folder = folder();
    let said = |arguments: &[&str]| {
        let output = wayline(folder.path(), &[&["list"], arguments].concat()).output().unwrap();
        assert_eq!(output.status.code(), Some(FINE), "{arguments:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let check = |arguments: &[&str], expected: &str| assert_eq!(said(arguments).trim_end(), expected, "{arguments:?}");
    check(&[], "");
    check(&["--format", "json", "--reading", "EITHER"], "");
    check(&["--events"], "");
    let album = "Reading: Album alone · 10 of 52 trips · 1 country · 42 hidden: 42 not told by this source";
    check(&["--reading", "album"], album);
    check(&["--reading", "Album", "--format", "json"], album);
    let agreed = "Reading: agreed (days that every source covering them gives) · 46 of 52 trips · 15 countries · \
                  6 hidden: 6 not agreed";
    check(&["--reading", "agreed", "--format", "csv"], agreed);
    let either = "Reading: either (days that any source gives)";
    check(&["--decade", "1990s"], &format!("{either} · 1 of 52 trips · 1 country · 51 hidden: 51 by decade"));
    let counted = "52 of 52 trips · 15 countries · 50 counted: confirmed only · 0 hidden";
    check(&["--counting", "confirmed"], &format!("{either} · {counted}"));
    check(&["--counting", "rumoured"], &format!("{either} · 52 of 52 trips · 15 countries · 0 hidden"));
    check(&["--events", "--reading", "list"], "Reading: List alone · 0 of 49 events");
}

#[test]
fn an_agreed_day_is_one_that_both_give() {
    let row = |reading: &str| {
        let rows = default_rows(&["list", "--reading", reading]);
        let first = |row: &&Value| {
            row["accounts"]
                .as_array()
                .unwrap()
                .iter()
                .any(|account| account["verbatim"] == "14 January-6 February 1959")
        };
        rows.iter().find(first).map(|row| row["days"].clone())
    };
    let days = |days: &str| Some(serde_json::json!({"certain": [days], "possible": [days]}));
    assert_eq!(row("list"), days("1959-01-14/1959-02-06"));
    assert_eq!(row("agreed"), days("1959-01-21/1959-02-06"));
    assert_eq!(row("either"), days("1959-01-14/1959-02-07"));
    assert_eq!(row("album"), None);
    // A month stays a month, and one day is one.
    let rows = default_rows(&["list"]);
    let days = |verbatim: &str| &rows.iter().find(|row| row["accounts"][0]["verbatim"] == verbatim).unwrap()["days"];
    assert_eq!(*days("November 1964"), serde_json::json!({"certain": [], "possible": ["1964-11-01/1964-11-30"]}));
    assert_eq!(*days("1 October 1959"), serde_json::json!({"certain": ["1959-10-01"], "possible": ["1959-10-01"]}));
}

#[test]
fn only_disputed_trips_are_listed_where_that_is_asked() {
    let loaded = wayline::model::load(DEFAULT_FILE.to_owned());
    let listed: BTreeSet<String> =
        default_rows(&["list", "--disputed"]).iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    let disputed =
        loaded.findings().disputed.iter().map(|index| loaded.chronicle.trip(index).id(&loaded.chronicle).into_owned());
    assert_eq!(listed, disputed.collect());
}

#[test]
fn where_he_was_is_said_source_by_source() {
    let folder = folder();
    let check =
        |date: &str, expected: &str| assert_eq!(output(folder.path(), &["where", date]), (expected.to_owned(), FINE));
    check(
        "1949-02-25",
        "25 February 1949\nList   not known (it covers Soviet Union)\nAlbum  certainly in Soviet Union (Moscow, Leningrad and 5 more), \
         22 February – 7 April 1949\nThe sources disagree.\n",
    );
    check(
        "5 November 1964",
        "5 November 1964\nList   possibly in Hanoi (North Vietnam), some time in November 1964\nAlbum  not known\n",
    );
    check("1930-01-01", "1 January 1930\nList   not known\nAlbum  not known\n");
    assert_eq!(default_rows(&["where", "1930-01-01"]), Vec::<Value>::new());

    let rows = default_rows(&["where", "25.2.1949"]);
    let [row] = rows.as_slice() else { panic!("{rows:#?}") };
    assert_eq!(sorted(&keys(row)), sorted(&["source", "certainty", "country", "places", "trip"]));
    assert_eq!((&row["source"], &row["certainty"]), (&"album".into(), &"certain".into()));
    assert_eq!((&row["country"], &row["places"][1]), (&"Soviet Union".into(), &"Leningrad".into()));
    let trips = default_rows(&["list", "--decade", "1940s"]);
    assert_eq!(row["trip"], trips[0]["id"]);
    let rumour = default_rows(&["where", "1966-05-01"]);
    assert_eq!(rumour.iter().map(|row| &row["certainty"]).collect::<Vec<_>>(), ["possible"]);

    fs::write(folder.path().join("trips.ron"), file_with("")).unwrap();
    let own = output(folder.path(), &["where", "1956-07-02", "trips.ron"]).0;
    assert_eq!(own, "2 July 1956\nFile  certainly in Poland, 2–6 July 1956\n");
    for date in ["1949-02", "1949", "1949-02-25~", "1949-02-25/1949-02-26", "1949-02-30", "soon", ""] {
        check_unusable(folder.path(), &["where", date], "expected a single day, such as 1949-02-25");
    }
    check_unusable(folder.path(), &["where", "1949-02-25", "none.ron"], "there is no such file: none.ron");
}

#[test]
fn a_table_of_comma_separated_values_has_a_line_per_account() {
    let (text, status) = output(folder().path(), &["list", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heading = reader.headers().unwrap().clone();
    assert_eq!(heading.iter().take(2).collect::<Vec<_>>(), ["id", "country"]);
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!((lines.len(), status), (60, FINE));
    let places = heading.iter().position(|name| name == "places").unwrap();
    assert!(lines.iter().any(|line| &line[places] == "Brdo pri Kranju; Bled; Lake Bohinj; Ljubljana"));
    let cell =
        |line: &csv::StringRecord, name: &str| line[heading.iter().position(|other| other == name).unwrap()].to_owned();
    // Both accounts of a trip stand beside the days that the reading makes of them.
    let trip = lines.iter().filter(|line| cell(line, "id") == "1957-11-03-soviet-union");
    let days: Vec<_> = trip.map(|line| ["dates", "certain", "possible"].map(|name| cell(line, name))).collect();
    let either = "1957-11-03/1957-11-23";
    assert_eq!(days, [["1957-11-04/1957-11-21", either, either], [either, either, either]]);
}

#[test]
fn a_table_to_read_names_country_and_dates() {
    let folder = folder();
    let lines = contains("\nEast Germany").and(contains("1984-05-29/1984-06-04")).and(contains("Erich Honecker"));
    wayline(folder.path(), &["list"]).assert().code(FINE).stdout(lines);
    let agreed = contains("possible").and(contains("1959-01-21/1959-02-06  list    1959-01-14/1959-02-06"));
    wayline(folder.path(), &["list", "--reading", "agreed"]).assert().code(FINE).stdout(agreed);
}

#[test]
fn every_format_is_written_to_a_file_whole_or_not_at_all() {
    let folder = folder();
    fs::write(folder.path().join("trips.ron"), file_with("")).unwrap();
    for format in ["table", "csv", "json", "markdown", "ical", "footnotes", "bibtex", "csl-json"] {
        let call = ["list", "trips.ron", "--format", format];
        let (text, status) = output(folder.path(), &call);
        assert_eq!(status, FINE, "{format}");
        let name = format!("list.{format}");
        assert_eq!(output(folder.path(), &[&call[..], &["-o", &name]].concat()), (String::new(), FINE));
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text, "{format}");
        assert_eq!(output(folder.path(), &[&call[..], &["-o", "-"]].concat()), (text, FINE));
    }
    check_unusable(folder.path(), &["list", "trips.ron", "-o", "trips.ron"], "choose another ending");
    check_unusable(folder.path(), &["list", "trips.ron", "-o", "none/list.csv"], "there is no such folder");
    assert_eq!(fs::read_to_string(folder.path().join("trips.ron")).unwrap(), file_with(""));
}

#[test]
fn what_a_calendar_cannot_say_is_said_beside_it() {
    let folder = folder();
    let said = contains("4 entries left out: no date");
    wayline(folder.path(), &["list", "--events", "--format", "ical"]).assert().code(FINE).stderr(said);
}

#[test]
fn comma_separated_values_carry_the_mark_of_spreadsheets_only_where_asked() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("o.ron"), r#"(trips: [(country: "Österreich", dates: "1956", restored: [country])])"#).unwrap();
    for command in ["list", "check"] {
        let plain = output(path, &[command, "o.ron", "--format", "csv"]).0;
        assert!(plain.contains("Österreich") && !plain.contains('\u{FEFF}'), "{plain}");
        let marked = output(path, &[command, "o.ron", "--format", "csv", "--bom"]).0;
        assert_eq!(marked, format!("\u{FEFF}{plain}"));
        check_unusable(path, &[command, "o.ron", "--format", "json", "--bom"], "--bom goes with --format csv");
    }
    wayline(path, &["list", "o.ron", "--format", "csv", "--bom", "-o", "o.csv"]).assert().success();
    assert!(fs::read(path.join("o.csv")).unwrap().starts_with(b"\xEF\xBB\xBFid,country,"));
}

/// A day of which the year is not known, beside one that is known.
const SOME_CHRISTMAS: &str = r#"(title: "T", trips: [
    (country: "Albania", dates: "196X-12-25", places: ["Tirana"]),
    (country: "China", dates: "1965-07-01/1965-07-09"),
])"#;

#[test]
fn of_a_day_in_some_year_no_other_days_are_told_anywhere() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("christmas.ron"), SOME_CHRISTMAS).unwrap();
    let days: Vec<String> = (1960..1970).map(|year| format!("{year}-12-25")).collect();
    let rows = rows(path, &["list", "christmas.ron", "--format", "json"]);
    assert_eq!(rows[0]["days"]["possible"], serde_json::json!(days));
    assert_eq!(rows[0]["days"]["certain"], serde_json::json!([]));
    let said = |day: &str| output(path, &["where", day, "christmas.ron"]).0;
    assert!(!said("1965-07-03").contains("Albania"), "{}", said("1965-07-03"));
    assert!(said("1965-12-25").contains("possibly in Tirana (Albania), 25 December of some year in the 1960s"));
    let calendar = output(path, &["list", "christmas.ron", "--format", "ical"]).0;
    let starts: Vec<_> = calendar.lines().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).collect();
    let expected: Vec<String> = days.iter().map(|day| day.replace('-', "")).collect();
    let first_days: Vec<_> = starts.iter().filter(|start| start.ends_with("1225")).copied().collect();
    assert_eq!(first_days, expected);
    let citations = output(path, &["list", "christmas.ron", "--format", "csl-json"]).0;
    assert!(!citations.contains("1969"), "no stay of nine years: {citations}");
    let drawn = |from: &str, to: &str| {
        let export = ["export", "christmas.ron", "-o", "-", "--format", "svg", "--from", from, "--to", to];
        output(path, &export).0
    };
    assert!(!drawn("1965-07-01", "1965-07-31").contains("Albania"));
    assert!(drawn("1965-12-01", "1965-12-31").contains("Albania"));
}

#[test]
fn dates_before_the_year_1_are_read_as_they_are_printed() {
    let folder = folder();
    let path = folder.path();
    let trips =
        r#"(trips: [(country: "Alpha", dates: "-0050-04-20/-0050-05-20"), (country: "Beta", dates: "-0004-02-29")])"#;
    fs::write(path.join("old.ron"), trips).unwrap();
    for call in [
        &["where", "1 May 51 BCE", "old.ron"][..],
        &["where", "-0050-05-01", "old.ron"],
        &["where", "--format", "text", "-0050-05-01", "old.ron"],
        &["where", "-0050-05-01", "old.ron", "--format", "text"],
    ] {
        let (answer, status) = output(path, call);
        assert_eq!(status, 0, "{call:?}");
        assert!(answer.contains("certainly in Alpha, 20 April – 20 May 51 BCE"), "{call:?}: {answer}");
    }
    for from in
        [&["--from", "-0006"][..], &["--from=-0006"], &["--from", "7 BCE"], &["--to", "-0003-01-01", "--from", "-0006"]]
    {
        let call = [&["export", "old.ron", "-o", "-", "--format", "svg"][..], from].concat();
        let (picture, status) = output(path, &call);
        assert_eq!(status, 0, "{call:?}");
        assert!(picture.contains("Beta") && !picture.contains("Alpha"), "{call:?}");
    }
    let decade = output(path, &["list", "old.ron", "--decade", "-10"]).0;
    assert!(decade.contains("Beta") && !decade.contains("Alpha"), "{decade}");
    check_unusable(
        path,
        &["export", "old.ron", "-o", "x.svg", "--from", "1949-02-30"],
        "day is out of range for the month",
    );
}

#[test]
fn several_files_are_listed_and_checked_as_one() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("a.ron"), "(trips: [(country: \"China\", dates: \"1950-05-03\")])").unwrap();
    fs::write(path.join("b.csv"), "Country,Date\nPRC,4 May 1950\nFrance,31 April 1999\n").unwrap();
    let output = wayline(path, &["list", "a.ron", "b.csv", "--format", "json"]).output().unwrap();
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let sources: BTreeSet<&str> = rows.iter().map(|row| row["accounts"][0]["source"].as_str().unwrap()).collect();
    assert_eq!((rows.len(), sources.len()), (2, 2), "{rows:?}");
    let call = wayline(path, &["check", "a.ron", "b.csv"]).assert().code(PROBLEMS);
    call.stdout(contains("--> b.csv:3:8").and(contains("a.ron and b.csv: 1 problem")));
    check_unusable(path, &["export", "a.ron", "b.csv", "-o", "b.csv", "--format", "svg"], "overwrite");
    check_unusable(path, &["list", "a.ron", "none.ron"], "there is no such file: none.ron");
    wayline(path, &["where", "1950-05-03", "a.ron", "b.csv"]).assert().code(PROBLEMS).stdout(contains("China"));
}

#[test]
fn lists_and_figures_can_be_of_some_travellers() {
    let folder = folder();
    let path = folder.path();
    let trip = |who: &str, country: &str| format!("(country: \"{country}\", traveller: \"{who}\", dates: \"1950\"),");
    let trips = [trip("Ann Lee", "France"), trip("Bo", "Italy"), trip("Bo", "France")].concat();
    fs::write(path.join("a.ron"), format!("(trips: [{trips}])")).unwrap();
    assert_eq!(rows(path, &["list", "a.ron", "--traveller", "bo", "--format", "json"]).len(), 2);
    wayline(path, &["list", "a.ron", "--traveller", "Ann Lee"])
        .assert()
        .code(FINE)
        .stderr(contains("2 hidden: 2 by traveller"));
    check_unusable(path, &["list", "a.ron", "--traveller", "Bob"], "no traveller is called `Bob`");
    let call =
        ["export", "a.ron", "-o", "a.svg", "--traveller", "Bo", "--lanes", "traveller-country", "--order", "name"];
    wayline(path, &call).assert().code(FINE);
    let svg = fs::read_to_string(path.join("a.svg")).unwrap();
    assert!(
        svg.contains("Bo · France: 1 trip")
            && svg.contains("Bo, group of 2 lanes: 2 trips")
            && !svg.contains("Ann Lee"),
        "{svg}"
    );
}
