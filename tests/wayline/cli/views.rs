//! `--view`: the view is the ground, and what the call asks for changes it.

use std::fs;

use predicates::str::contains;

use super::{FINE, PROBLEMS};
use crate::support::cli::{check_unusable, folder, rows, wayline};

/// The figure that a call writes to stdout.
fn figure(folder: &std::path::Path, arguments: &[&str]) -> String {
    let call = [&["export", "-o", "-", "--format", "svg"], arguments].concat();
    let output = wayline(folder, &call).output().unwrap();
    assert_eq!(output.status.code(), Some(FINE), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const VIEW: &str = r#"(
    view: 1,
    reading: "source:album",
    events: true,
    to_scale: true,
    no_tours: true,
    names: today,
    seen: (from: "1955-01-01", to: "1959-12-31"),
    theme: dark,
    figure: (size: "a4", title: "The fifties", no_empty_lanes: true),
)"#;

#[test]
fn a_view_draws_what_its_flags_would() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("v.ron"), VIEW.replace("    seen: (from: \"1955-01-01\", to: \"1959-12-31\"),\n", "")).unwrap();
    let flags = ["--reading", "album", "--events", "--to-scale", "--no-tours", "--names", "today", "--theme", "dark"];
    let sheet = ["--size", "a4", "--title", "The fifties", "--no-empty-lanes"];
    assert_eq!(figure(path, &["--view", "v.ron"]), figure(path, &[&flags[..], &sheet].concat()));
    // Each of them can be taken back.
    let flags = ["--reading", "either", "--events=false", "--to-scale=false", "--no-tours=false", "--names", "then"];
    let sheet = ["--theme", "light", "--size", "1600x900", "--no-empty-lanes=false", "--title", "T"];
    let call = [&["--view", "v.ron"], &flags[..], &sheet].concat();
    assert_eq!(figure(path, &call), figure(path, &["--title", "T"]));
}

#[test]
fn a_view_says_which_days() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("v.ron"), VIEW).unwrap();
    let picture = figure(path, &["--view", "v.ron"]);
    assert!(picture.contains("1 January 1955 – 31 December 1959"), "the caption names the days");
    let picture = figure(path, &["--view", "v.ron", "--from", "1984", "--to", "1984"]);
    assert!(!picture.contains("31 December 1959") && picture.contains("1984"));
}

#[test]
fn a_list_shows_what_the_view_shows() {
    let folder = folder();
    let path = folder.path();
    let ids = |arguments: &[&str]| {
        let rows = rows(path, &[&["list", "--format", "json"], arguments].concat());
        rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    fs::write(path.join("v.ron"), "(view: 1, decades: [\"1960s\"])").unwrap();
    // The list without a view has the two rumours too.
    assert_eq!((ids(&["--decade", "1960s"]).len(), ids(&["--view", "v.ron"]).len()), (9, 7));
    fs::write(path.join("v.ron"), "(view: 1, decades: [\"1960s\"], statuses: [rumoured])").unwrap();
    assert_eq!(ids(&["--view", "v.ron"]), ids(&["--decade", "1960s"]));
    assert_eq!(ids(&["--view", "v.ron", "--decade", "1950s"]), ids(&["--decade", "1950s"]));
}

#[test]
fn what_is_wrong_with_a_view_is_said() {
    let folder = folder();
    let path = folder.path();
    check_unusable(path, &["export", "-o", "a.svg", "--view", "none.ron"], "there is no such file: none.ron");
    fs::write(path.join("v.ron"), "(\n    view: 1,\n    reding: \"either\",\n)").unwrap();
    for command in [&["export", "-o", "a.svg"][..], &["list"]] {
        let call = [command, &["--view", "v.ron"]].concat();
        check_unusable(path, &call, "v.ron:3:5");
        check_unusable(path, &call, "did you mean `reading`?");
    }
    assert!(!path.join("a.svg").exists());
    fs::write(path.join("v.ron"), "(view: 1, countries: [\"China\", \"Atlantis\"])").unwrap();
    let call = wayline(path, &["list", "--view", "v.ron"]).assert().code(PROBLEMS);
    call.stderr(contains("no country is called `Atlantis`, so it is left out"));
    fs::write(path.join("v.ron"), "(view: 1, data: (name: \"data.ron\", sha256: \"00\"))").unwrap();
    let call = wayline(path, &["list", "--view", "v.ron"]).assert().code(FINE);
    call.stderr(contains("made from another version of data.ron"));
    let call = wayline(path, &["list", "v.ron"]).assert().code(PROBLEMS);
    call.stderr(contains("this is a view, not a file of trips"));
    check_unusable(path, &["export", "-o", "v.ron", "--format", "svg", "--view", "v.ron"], "choose another ending");
    // Nor is a view whose name does not say what it is.
    fs::copy(path.join("v.ron"), path.join("v.svg")).unwrap();
    check_unusable(path, &["export", "-o", "v.svg", "--view", "v.svg"], "overwrite");
    check_unusable(path, &["list", "-o", "v.svg", "--view", "v.svg"], "overwrite");
    if cfg!(feature = "gui") {
        check_unusable(path, &["--view", "none.ron"], "there is no such file: none.ron");
        fs::write(path.join("v.ron"), "(view: 2)").unwrap();
        check_unusable(path, &["--view", "v.ron"], "unknown-version");
    }
}

#[test]
fn a_source_called_as_a_reading_can_be_read() {
    let folder = folder();
    let text = "(sources: [(id: \"agreed\"), (id: \"b\")], trips: [
        (country: \"China\", source: \"agreed\", dates: \"1953\"), (country: \"Cuba\", source: \"b\", dates: \"1960\"),
        (country: \"Mali\", source: \"b\", dates: \"1961\")])";
    fs::write(folder.path().join("t.ron"), text).unwrap();
    let trips = |reading: &str| rows(folder.path(), &["list", "t.ron", "--format", "json", "--reading", reading]).len();
    assert_eq!((trips("source:agreed"), trips("source:b"), trips("b"), trips("agreed")), (1, 2, 2, 0));
}
