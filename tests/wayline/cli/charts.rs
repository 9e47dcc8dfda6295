//! `wayline export --chart`: each chart in each format, and what does not go with it.

use std::fs;

use predicates::str::contains;

use super::FINE;
use crate::model::statistics::SMALL;
use crate::support::cli::{check_unusable, folder, wayline};

const CHARTS: [&str; 7] = ["visits", "days", "calendar", "cumulative", "travellers", "countries", "lengths"];

/// The SVG of a chart of the small file.
fn svg(arguments: &[&str]) -> String {
    let folder = folder();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    wayline(folder.path(), &[&["export", "small.ron", "-o", "a.svg", "--chart"], arguments].concat())
        .assert()
        .code(FINE);
    fs::read_to_string(folder.path().join("a.svg")).unwrap()
}

#[test]
fn each_chart_is_written_in_each_format() {
    let folder = folder();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    for chart in CHARTS {
        for (format, start) in [("svg", &b"<svg"[..]), ("png", b"\x89PNG"), ("pdf", b"%PDF")] {
            let name = format!("{chart}.{format}");
            wayline(folder.path(), &["export", "small.ron", "--chart", chart, "-o", &name]).assert().code(FINE);
            assert!(fs::read(folder.path().join(&name)).unwrap().starts_with(start), "{name}");
        }
    }
}

#[test]
fn a_chart_says_what_it_shows_and_what_is_hidden() {
    let caption = "5 of 6 trips · 2 countries · 1 hidden: 1 rumoured";
    let visits = svg(&["visits"]);
    for words in
        [caption, "<title>small.ron · Visits per year</title>", "1960: 3 visits (", "possible: the year is not known"]
    {
        assert!(visits.contains(words), "{words}: {visits}");
    }
    assert!(svg(&["days"]).contains("<title>1960: 9 days for certain, at most 10</title>"));
    assert!(svg(&["cumulative"]).contains("<title>By the end of 1961: 4 visits</title>"));
    assert!(svg(&["countries"]).contains("<title>France: 3 visits, a 3, b &gt;1</title>"));
    assert!(svg(&["travellers"]).contains("<title>Bo: 2 visits</title>"));
    assert!(svg(&["lengths"]).contains("up to a week: 3 visits, 2 more possible"));
    let calendar = svg(&["calendar"]);
    assert!(
        calendar.contains("<title>1961: abroad 2 days for certain, at most 33</title>")
            && calendar.contains("possibly abroad")
    );
    // The reading and the filter decide what counts.
    let of_b = svg(&["visits", "--reading", "b"]);
    assert!(of_b.contains("<title>1960: 1 visit</title>") && of_b.contains("Reading: b alone"), "{of_b}");
    assert!(svg(&["countries", "--title", "My visits"]).contains("<title>My visits</title>"));
}

#[test]
fn what_has_no_room_is_told() {
    let folder = folder();
    let trips = (1000..1300).map(|year| format!("(country: \"Land {year}\", dates: \"{year}-05-01\"),"));
    fs::write(folder.path().join("many.ron"), format!("(trips: [{}])", trips.collect::<String>())).unwrap();
    let export = |chart: &str, size: &str| {
        wayline(folder.path(), &["export", "many.ron", "--chart", chart, "--size", size, "-o", "a.svg"])
    };
    for (chart, nouns) in [("calendar", "years"), ("countries", "countries")] {
        export(chart, "1600x900").assert().code(FINE).stderr(contains(format!("of 300 {nouns} drawn; a larger size")));
        let svg = fs::read_to_string(folder.path().join("a.svg")).unwrap();
        assert!(svg.contains(&format!("of 300 {nouns} drawn")), "{chart}");
        export(chart, "1600").assert().code(FINE).stderr("");
    }
    check_unusable(
        folder.path(),
        &["export", "many.ron", "--chart", "visits", "--size", "120x100", "-o", "b.svg"],
        "120x100 has no room for this chart; ask for a larger --size",
    );
}

#[test]
fn what_a_chart_has_nothing_of_is_refused() {
    let folder = folder();
    let refused = |arguments: &[&str], words: &str| {
        check_unusable(folder.path(), &[&["export", "-o", "a.svg", "--chart"], arguments].concat(), words);
    };
    refused(&["visits", "--no-overview"], "cannot be used with");
    refused(&["tours"], "possible values: visits, days, calendar");
    refused(&["travellers"], "there is nothing to draw: all trips are of one traveller");
    refused(&["encounters"], "there is nothing to draw: all trips are of one traveller");
    refused(&["visits", "--decade", "1920s"], "there is nothing to draw: ");
}
