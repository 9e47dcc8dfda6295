//! The command line as other programs and people call it: output, exit status, and what is said of bad files.

use std::{collections::BTreeSet, fs, path::Path};

use assert_cmd::Command;
use predicates::{
    prelude::{PredicateBooleanExt as _, predicate},
    str::contains,
};
use serde_json::Value;
use tempfile::TempDir;

const FINE: i32 = 0;
const PROBLEMS: i32 = 1;
const UNUSABLE: i32 = 2;

/// The program without anywhere to open a window.
pub(super) fn wayline(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("wayline");
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.current_dir(folder).args(arguments);
    command
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The names in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// What a call writes to stdout, with its exit status.
fn output(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let output = wayline(folder, arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

/// The JSON rows that a call writes.
pub(super) fn rows(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let (text, _) = output(folder, arguments);
    let value: Value = serde_json::from_str(&text).unwrap();
    value.as_array().unwrap().clone()
}

fn default_rows(arguments: &[&str]) -> Vec<Value> {
    rows(folder().path(), &[arguments, &["--format", "json"]].concat())
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The names, in any order.
fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
}

/// The problems of a file without the findings about what it says.
fn problems(folder: &Path, file: &str) -> Vec<Value> {
    let mut rows = rows(folder, &["check", file, "--format", "json"]);
    rows.retain(|row| row["severity"] == "error");
    rows
}

pub(super) fn count(rows: &[Value], field: &str, text: &str) -> usize {
    rows.iter().filter(|row| row[field] == text).count()
}

/// A file whose third trip is `bad`; the trips around it are in order.
fn file_with(bad: &str) -> String {
    format!(
        "(\n    trips: [\n        (country: \"China\", dates: \"1953-11-10/1953-11-27\"),\n        \
         (country: \"Poland\", dates: \"1956-07-02/1956-07-06\"),\n        {bad}\n        \
         (country: \"Cuba\", dates: \"1986-03-08/1986-03-10\"),\n    ],\n)\n"
    )
}

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
    let loaded = wayline::model::load(super::support::DEFAULT_FILE.to_owned());
    let listed: BTreeSet<String> =
        default_rows(&["list", "--disputed"]).iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    let disputed = loaded.findings.disputed.iter().map(|&index| loaded.chronicle.trip(index).id.clone());
    assert_eq!(listed, disputed.collect());
}

#[test]
fn where_he_was_is_said_source_by_source() {
    let folder = folder();
    let check =
        |date: &str, expected: &str| assert_eq!(output(folder.path(), &["where", date]), (expected.to_owned(), FINE));
    check(
        "1949-02-25",
        "25 February 1949\nList   not known\nAlbum  certainly in Soviet Union (Moscow, Leningrad and 5 more), \
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
fn the_program_brings_its_file_along() {
    let folder = folder();
    // A file of the same name in the working folder is none of its business.
    fs::write(folder.path().join("data.ron"), "(").unwrap();
    let fine = contains("no problems").and(contains("52 trips"));
    wayline(folder.path(), &["check"]).assert().code(FINE).stdout(fine);
    assert_eq!(count(&default_rows(&["check"]), "severity", "error"), 0);
    wayline(folder.path(), &["check", "data.ron"]).assert().code(PROBLEMS);
}

/// A problem of the third trip: its code, column, what is underlined; and the other trips are still listed.
fn check_bad_trip(bad: &str, code: &str, underlined: &str) {
    const LINE: usize = 5;
    let folder = folder();
    let path = folder.path();
    let text = file_with(bad);
    fs::write(path.join("trips.ron"), &text).unwrap();
    let line = text.lines().nth(LINE - 1).unwrap();
    let column = line.find(underlined).unwrap() + 1;

    let problems = problems(path, "trips.ron");
    let [problem] = problems.as_slice() else { panic!("{bad}: {problems:#?}") };
    assert_eq!(sorted(&keys(problem)), sorted(&["severity", "code", "message", "line", "column", "trips"]));
    assert_eq!((&problem["severity"], &problem["code"]), (&"error".into(), &code.into()), "{bad}");
    assert_eq!((&problem["line"], &problem["column"]), (&LINE.into(), &column.into()), "{bad}");

    let (report, status) = output(path, &["check", "trips.ron", "--code", code]);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(status, PROBLEMS, "{bad}");
    assert!(lines[0].starts_with(&format!("error[{code}]: ")), "{report}");
    assert_eq!(lines[1], format!(" --> trips.ron:{LINE}:{column}"));
    let (source, carets) = (lines[3].strip_prefix("5 | ").unwrap(), lines[4].strip_prefix("  | ").unwrap());
    assert_eq!(source, line);
    assert_eq!(carets.find('^'), Some(column - 1), "{report}");
    assert_eq!(carets.trim(), "^".repeat(underlined.chars().count()), "{report}");

    let trips = rows(path, &["list", "trips.ron", "--format", "json"]);
    let countries: Vec<_> = trips.iter().map(|trip| trip["country"].as_str().unwrap()).collect();
    assert_eq!(countries, ["China", "Poland", "Cuba"], "{bad}");
    wayline(path, &["list", "trips.ron"]).assert().code(PROBLEMS).stderr(contains(code));
}

#[test]
fn a_bad_trip_is_named_and_the_others_are_listed() {
    check_bad_trip(r#"(country: "Hungary", dates: "1956", plce: ["Budapest"]),"#, "unknown-field", "plce");
    check_bad_trip(r#"(country: "Hungary", dates: "1956-02-30"),"#, "bad-date", "\"1956-02-30\"");
    check_bad_trip(r#"(country: "Hungary", dates: "3 March 1949"),"#, "bad-date", "\"3 March 1949\"");
    check_bad_trip(r#"(country: "Hungary", dates: "Y10000"),"#, "year-out-of-range", "\"Y10000\"");
    check_bad_trip(r#"(country: "Hungary", dates: "Y-12000"),"#, "year-out-of-range", "\"Y-12000\"");
    let reversed = r#""1956-06-20/1956-06-17""#;
    check_bad_trip(&format!("(country: \"Hungary\", dates: {reversed}),"), "end-before-start", reversed);
    check_bad_trip(r#"(dates: "1956-06-17/1956-06-20"),"#, "missing-country", "(");
    check_bad_trip(r#"(country: 7, dates: "1956-06-17/1956-06-20"),"#, "wrong-type", "7");
}

#[test]
fn a_file_cut_off_in_the_middle_keeps_its_first_trips() {
    let folder = folder();
    let text = file_with(r#"(country: "Hungary", dates: "1956-06-17/1956-06-20"),"#);
    let cut = text.find("1956-06-17").unwrap() + 6;
    fs::write(folder.path().join("trips.ron"), &text[..cut]).unwrap();
    let problems = problems(folder.path(), "trips.ron");
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!((&problem["code"], &problem["line"], &problem["column"]), (&"cut-off".into(), &5.into(), &9.into()));
    let report = contains("5 |         (country: \"Hungary\"").and(contains("\n  |         ^\n"));
    wayline(folder.path(), &["check", "trips.ron"]).assert().code(PROBLEMS).stdout(report);
    let trips = rows(folder.path(), &["list", "trips.ron", "--format", "json"]);
    assert_eq!(trips.iter().map(|trip| &trip["country"]).collect::<Vec<_>>(), ["China", "Poland"]);
}

#[test]
fn every_half_of_the_default_file_is_read_without_a_crash() {
    // Wherever a file is cut, it is reported and what came before stays.
    let folder = folder();
    let whole = super::support::DEFAULT_FILE;
    for share in 1..8 {
        let cut = whole.floor_char_boundary(whole.len() * share / 8);
        fs::write(folder.path().join("trips.ron"), &whole[..cut]).unwrap();
        wayline(folder.path(), &["check", "trips.ron"]).assert().code(PROBLEMS).stdout(contains("could be read"));
    }
}

#[test]
fn two_bad_trips_are_two_problems() {
    let folder = folder();
    let text = file_with("(dates: \"1956\"),\n        (country: \"Hungary\", dates: \"1956-13\"),");
    fs::write(folder.path().join("trips.ron"), text).unwrap();
    let problems = problems(folder.path(), "trips.ron");
    let found: Vec<_> = problems.iter().map(|problem| (&problem["code"], &problem["line"])).collect();
    assert_eq!(found, [(&"missing-country".into(), &5.into()), (&"bad-date".into(), &6.into())]);
}

/// A call that gives up: exit status 2, nothing on stdout, and these words on stderr.
fn check_unusable(folder: &Path, arguments: &[&str], words: &str) {
    let call = wayline(folder, arguments).assert().code(UNUSABLE).stdout(predicate::str::is_empty());
    call.stderr(contains(words));
}

#[test]
fn unusable_calls_and_files_are_told_from_problems() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("empty.ron"), "").unwrap();
    fs::write(path.join("latin.ron"), b"(\n    title: \"caf\xe9\",\n)").unwrap();
    fs::write(path.join("trips.ron"), file_with("")).unwrap();
    for command in ["check", "list"] {
        check_unusable(path, &[command, "none.ron"], "there is no such file: none.ron");
        check_unusable(path, &[command, "latin.ron"], "latin.ron:2:16");
        check_unusable(path, &[command, "latin.ron"], "error[not-utf-8]: this is not UTF-8 text");
        check_unusable(path, &[command, "."], "this is a folder");
        check_unusable(path, &[command, "--frob"], "--frob");
    }
    if cfg!(feature = "gui") {
        check_unusable(path, &["none.ron"], "there is no such file: none.ron");
    }
    check_unusable(path, &["list", "--country", "Atlantis"], "`Atlantis`");
    check_unusable(path, &["list", "--reading", "albun"], "no reading is called `albun`; did you mean `album`?");
    let all = "expected one of `either`, `agreed`, `list`, `album`";
    check_unusable(path, &["export", "-o", "a.svg", "--reading", "tv"], all);
    check_unusable(path, &["list", "--counting", "some"], "confirmed, transit, rumoured, everything");
    check_unusable(path, &["export", "-o", "a.svg", "--tours-between", "many"], "--tours-between");
    check_unusable(path, &["export", "-o", "a.svg", "--no-tours", "--tours-between", "3"], "cannot be used with");
    check_unusable(path, &["list", "--decade", "1955"], "such as 1950s");
    check_unusable(path, &["list", "--format", "xml"], "xml");
    check_unusable(path, &["check", "--code", "ofice-clash"], "did you mean `office-clash`?");
    check_unusable(path, &["check", "--code", "end-befor-start"], "did you mean `end-before-start`?");
    check_unusable(path, &["export"], "--output");
    for picture in ["picture", "picture.gif", "picture.ron", ".png"] {
        check_unusable(path, &["export", "-o", picture], ".png or .svg");
    }
    for size in ["0x100", "100", "100x", "x", "-1x100", "99999x100", "100×100", "1e3x100"] {
        check_unusable(path, &["export", "-o", "a.svg", &format!("--size={size}")], "such as 1600x900");
    }
    for scale in ["0", "-1", "nan", "inf", "two"] {
        check_unusable(path, &["export", "-o", "a.png", &format!("--scale={scale}")], "above 0");
    }
    check_unusable(path, &["export", "-o", "a.svg", "--from", "1956-02-30"], "1956-02-30");
    check_unusable(path, &["export", "-o", "a.svg", "--from", "1960", "--to", "1950"], "lies before");
    check_unusable(path, &["export", "-o", "a.svg", "--decade", "2000s"], "nothing to draw");
    check_unusable(path, &["export", "-o", "a.svg", "--size", "400x90"], "--size");
    assert_eq!(names(path), ["empty.ron", "latin.ron", "trips.ron"].map(str::to_owned).into());
}

#[test]
fn an_empty_file_is_unusable() {
    let folder = folder();
    for text in ["", "\n", " \r\n\t"] {
        fs::write(folder.path().join("empty.ron"), text).unwrap();
        for arguments in [&["check", "empty.ron"][..], &["list", "empty.ron"], &["export", "empty.ron", "-o", "a.svg"]]
        {
            let call = wayline(folder.path(), arguments).assert().code(UNUSABLE);
            call.stderr(contains("empty-file").or(contains("is empty")));
        }
    }
}

#[test]
fn a_picture_never_replaces_the_file_it_is_made_from() {
    let folder = folder();
    let path = folder.path();
    let text = file_with("");
    // A file of trips may have any name.
    fs::write(path.join("trips.svg"), &text).unwrap();
    fs::create_dir(path.join("sub")).unwrap();
    let mut outputs = vec!["trips.svg".to_owned(), "./trips.svg".to_owned(), "sub/../trips.svg".to_owned()];
    outputs.push(path.join("trips.svg").to_str().unwrap().to_owned());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("trips.svg", path.join("link.svg")).unwrap();
        std::os::unix::fs::symlink(path, path.join("sub/up")).unwrap();
        outputs.extend(["link.svg", "sub/up/trips.svg"].map(str::to_owned));
    }
    let before = names(path);
    for output in outputs {
        check_unusable(path, &["export", "trips.svg", "-o", &output], "overwrite");
        assert_eq!(fs::read_to_string(path.join("trips.svg")).unwrap(), text, "{output}");
    }
    #[cfg(unix)]
    check_unusable(path, &["export", "link.svg", "-o", "trips.svg"], "overwrite");
    assert_eq!(names(path), before);
}

#[test]
fn a_picture_that_cannot_be_written_leaves_nothing_behind() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("taken.svg")).unwrap();
    check_unusable(path, &["export", "-o", "none/picture.svg"], "no such folder: none");
    check_unusable(path, &["export", "-o", "taken.svg"], "not a file");
    assert_eq!(names(path), ["taken.svg".to_owned()].into());
    assert_eq!(names(&path.join("taken.svg")), BTreeSet::new());
}

#[test]
fn a_file_with_problems_is_drawn_as_far_as_it_can_be() {
    let folder = folder();
    fs::write(folder.path().join("trips.ron"), file_with("(country: \"Hungary\", dates: \"1956-02-30\"),")).unwrap();
    let call = wayline(folder.path(), &["export", "trips.ron", "-o", "picture.svg"]);
    { call }.assert().code(PROBLEMS).stderr(contains("bad-date")).stdout(predicate::str::is_empty());
    let picture = fs::read_to_string(folder.path().join("picture.svg")).unwrap();
    assert!(picture.contains("Cuba") && !picture.contains("Hungary"));
}

#[cfg(feature = "gui")]
#[test]
fn without_a_display_one_sentence_names_the_way_out() {
    let folder = folder();
    let output = wayline(folder.path(), &[]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(UNUSABLE), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("wayline export"), "{message}");
    // Where the program was built is of no use to anybody.
    assert!(!message.contains(".rs:"), "{message}");
}

#[cfg(not(feature = "gui"))]
#[test]
fn a_program_without_a_window_says_so() {
    check_unusable(folder().path(), &[], "without its window");
}

#[test]
fn help_names_the_commands() {
    let folder = folder();
    let commands = contains("export").and(contains("list")).and(contains("check")).and(contains("where"));
    wayline(folder.path(), &["--help"]).assert().code(FINE).stdout(commands);
    let version = format!("wayline {}\n", env!("CARGO_PKG_VERSION"));
    wayline(folder.path(), &["--version"]).assert().code(FINE).stdout(version);
}
