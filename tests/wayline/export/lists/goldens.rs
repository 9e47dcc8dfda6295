//! Small lists as they are written, and what a format cannot say.

use insta::assert_snapshot;
use wayline::export::ListFormat;
use wayline::model::{self, Document, Reading, SourceIndex};

use super::{entries, text, written};

const SMALL: &str = r#"(
    title: "Two journeys",
    sources: [
        (id: "diary", name: "Diary", citation: "“A Diary”, Warsaw 1960."),
        (id: "press", name: "Press", covers: (countries: ["Poland"])),
    ],
    trips: [
        (id: "warsaw", country: "Poland", kind: state_visit, accounts: [
            (source: "diary", dates: "1956-07-02/1956-07-06", verbatim: "July 2 to 6", places: ["Warsaw", "Łódź"],
             leaders: [(name: "Józef Cyrankiewicz", office: "premier")], details: "Talks; a banquet & 100% {more}."),
            (source: "press", dates: "1956-07-04/1956-07-10", places: ["Warsaw"], inferred: "Year: by its place."),
        ]),
        (id: "hanoi", country: "North Vietnam", source: "diary", dates: "1964-11", places: ["Hanoi"]),
    ],
    events: [
        (kind: honour, country: "Poland", source: "press", dates: "1956-07-05~", title: "A medal", by: "the state"),
        (kind: gift, country: "Poland", source: "press", title: "A vase"),
    ],
)"#;

fn small() -> Document {
    let loaded = model::load(SMALL.to_owned());
    assert!(loaded.problems.is_empty(), "{:#?}", loaded.problems);
    loaded
}

fn snapshot(text: &str) -> String {
    text.replace(small().fingerprint.short(), "<fingerprint>").replace(env!("CARGO_PKG_VERSION"), "<version>")
}

#[test]
fn a_calendar() {
    let calendar = icalendar::parser::unfold(&text(&small(), Reading::Either, ListFormat::Calendar));
    assert_snapshot!(snapshot(&calendar.replace("\r\n", "\n")), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Wayline//Wayline <version>//EN
    CALSCALE:GREGORIAN
    X-WR-CALNAME:Two journeys
    X-WR-CALDESC:Reading: either (days that any source gives) · 2 of 2 trips · 2 countries · 2 events · 0 hidden\nData: small.ron\, SHA-256 <fingerprint>\; Wayline <version>
    BEGIN:VEVENT
    UID:warsaw.<fingerprint>@wayline
    DTSTAMP:19700101T000000Z
    DTSTART;VALUE=DATE:19560702
    DTEND;VALUE=DATE:19560711
    SUMMARY:Warsaw\, Poland
    LOCATION:Warsaw\, Łódź\, Poland
    DESCRIPTION:Diary: 2–6 July 1956 (“July 2 to 6”)\nPlaces: Warsaw\, Łódź\nMet: Józef Cyrankiewicz (premier)\nTalks\; a banquet & 100% {more}.\nSource: “A Diary”\, Warsaw 1960.\n\nPress: 4–10 July 1956\nPlaces: Warsaw\nRestored in the text: Year: by its place.
    CATEGORIES:state visit
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    X-WAYLINE-TRIP:warsaw
    END:VEVENT
    BEGIN:VEVENT
    UID:hanoi.<fingerprint>@wayline
    DTSTAMP:19700101T000000Z
    DTSTART;VALUE=DATE:19641101
    DTEND;VALUE=DATE:19641201
    SUMMARY:Hanoi\, North Vietnam · day unknown: some time in November 1964
    LOCATION:Hanoi\, North Vietnam
    DESCRIPTION:Diary: some time in November 1964\nPlaces: Hanoi\nSource: “A Diary”\, Warsaw 1960.
    STATUS:TENTATIVE
    TRANSP:TRANSPARENT
    X-WAYLINE-TRIP:hanoi
    END:VEVENT
    END:VCALENDAR
    ");
}

#[test]
fn a_calendar_of_events() {
    let listing = written(&small(), Reading::Either, true, ListFormat::Calendar);
    assert_eq!(listing.left_out.as_deref(), Some("1 entry left out: no date"));
    let [entry] = &entries(&listing.text)[..] else { panic!("{}", listing.text) };
    assert_eq!(entry["SUMMARY"], "A medal, Poland · days not certain: about 5 July 1956");
    assert_eq!((entry["STATUS"].as_str(), entry["CATEGORIES"].as_str()), ("TENTATIVE", "honour"));
}

#[test]
fn footnotes() {
    assert_snapshot!(snapshot(&text(&small(), Reading::Either, ListFormat::Footnotes)), @r"
    Visit: Poland (Warsaw, Łódź). Diary, 2–6 July 1956 (“July 2 to 6”): “A Diary”, Warsaw 1960. Press, 4–10 July 1956: no citation given. Restored in the text: Year: by its place. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.
    Visit: North Vietnam (Hanoi). Diary, some time in November 1964: “A Diary”, Warsaw 1960. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.
    ");
    assert_snapshot!(snapshot(&text(&small(), Reading::Source(SourceIndex::new(1)), ListFormat::Footnotes)), @r"
    Visit: Poland (Warsaw). Press, 4–10 July 1956: no citation given. Restored in the text: Year: by its place. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.
    ");
    assert_snapshot!(snapshot(&written(&small(), Reading::Agreed, true, ListFormat::Footnotes).text), @r"
    Honour, Poland: A medal (the state). Press, about 5 July 1956: no citation given. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.
    Gift, Poland: A vase. Press, no date given: no citation given. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.
    ");
    let agreed = text(&small(), Reading::Agreed, ListFormat::Footnotes);
    assert!(agreed.contains(" Agreed by every source that covers it: 4–6 July 1956. Diary, "), "{agreed}");
}

#[test]
fn bibtex() {
    assert_snapshot!(snapshot(&text(&small(), Reading::Either, ListFormat::Bibtex)), @r"
    @misc{diary:warsaw,
      title = {{Visit: Poland (Warsaw, Łódź), 2–6 July 1956}},
      howpublished = {Diary: “A Diary”, Warsaw 1960.},
      note = {Dated “July 2 to 6”. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.},
    }

    @misc{press:warsaw,
      title = {{Visit: Poland (Warsaw), 4–10 July 1956}},
      howpublished = {Press: no citation given},
      note = {Restored in the text: Year: by its place. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.},
    }

    @misc{diary:hanoi,
      title = {{Visit: North Vietnam (Hanoi), some time in November 1964}},
      howpublished = {Diary: “A Diary”, Warsaw 1960.},
      note = {Data: small.ron, SHA-256 <fingerprint>; Wayline <version>.},
    }
    ");
}

#[test]
fn csl_json() {
    assert_snapshot!(snapshot(&text(&small(), Reading::Either, ListFormat::CslJson)), @r#"
    [
      {
        "id": "diary:warsaw",
        "type": "document",
        "title": "Visit: Poland (Warsaw, Łódź), 2–6 July 1956",
        "container-title": "A Diary",
        "event-date": {
          "date-parts": [
            [
              1956,
              7,
              2
            ],
            [
              1956,
              7,
              6
            ]
          ]
        },
        "event-place": "Warsaw, Łódź",
        "note": "Source: “A Diary”, Warsaw 1960. Dated “July 2 to 6”. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>."
      },
      {
        "id": "press:warsaw",
        "type": "document",
        "title": "Visit: Poland (Warsaw), 4–10 July 1956",
        "container-title": "Press",
        "event-date": {
          "date-parts": [
            [
              1956,
              7,
              4
            ],
            [
              1956,
              7,
              10
            ]
          ]
        },
        "event-place": "Warsaw",
        "note": "Source: no citation given. Restored in the text: Year: by its place. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>."
      },
      {
        "id": "diary:hanoi",
        "type": "document",
        "title": "Visit: North Vietnam (Hanoi), some time in November 1964",
        "container-title": "A Diary",
        "event-date": {
          "date-parts": [
            [
              1964,
              11
            ]
          ]
        },
        "event-place": "Hanoi",
        "note": "Source: “A Diary”, Warsaw 1960. Data: small.ron, SHA-256 <fingerprint>; Wayline <version>."
      }
    ]
    "#);
}

/// Dates as CSL-JSON has them: numbers as far as they are known, words where those are not the whole truth.
#[test]
fn references_claim_no_more_than_the_source() {
    let check = |dates: &str, expected: serde_json::Value| {
        let loaded = model::load(format!("(trips: [(country: \"China\", dates: {dates:?})])"));
        let csl: serde_json::Value =
            serde_json::from_str(&text(&loaded, Reading::Either, ListFormat::CslJson)).unwrap();
        assert_eq!(csl[0]["event-date"], expected, "{dates}");
    };
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    check("1959-10-01", json(r#"{"date-parts": [[1959, 10, 1]]}"#));
    check("1956-06-29/1956-07-01", json(r#"{"date-parts": [[1956, 6, 29], [1956, 7, 1]]}"#));
    check("1964-11", json(r#"{"date-parts": [[1964, 11]]}"#));
    check("1966", json(r#"{"date-parts": [[1966]]}"#));
    check("195X", json(r#"{"date-parts": [[1950], [1959]], "literal": "some time in the 1950s"}"#));
    check("1964-11-1X", json(r#"{"date-parts": [[1964, 11]], "literal": "some time in 10–19 November 1964"}"#));
    check(
        "1964-11~",
        json(r#"{"date-parts": [[1964, 11]], "circa": true, "literal": "about some time in November 1964"}"#),
    );
    check("1964-11-03/..", json(r#"{"date-parts": [[1964, 11, 3]], "literal": "from 3 November 1964 on"}"#));
    check("-0043-03-15", serde_json::Value::Null);
}

/// Each sort of doubt is said in the summary of a calendar's entry.
#[test]
fn a_calendar_says_what_is_not_certain() {
    let check = |dates: &str, expected: &[(&str, &str, &str)]| {
        let loaded = model::load(format!("(trips: [(country: \"China\", dates: {dates:?})])"));
        let entries = entries(&text(&loaded, Reading::Either, ListFormat::Calendar));
        let said = |name: &'static str| entries.iter().map(move |entry| entry[name].as_str());
        let found: Vec<_> =
            said("DTSTART").zip(said("DTEND")).zip(said("SUMMARY")).map(|((a, b), c)| (a, b, c)).collect();
        assert_eq!(found, expected, "{dates}");
    };
    check("1959-12-31", &[("19591231", "19600101", "China")]);
    check("1964-02", &[("19640201", "19640301", "China · day unknown: some time in February 1964")]);
    check("1964-02-03?", &[("19640203", "19640204", "China · days not certain: 3 February 1964 (uncertain)")]);
    check("1964-02-03/..", &[("19640203", "19640204", "China · last day unknown: from 3 February 1964 on")]);
    check("/1964-02-03", &[("19640203", "19640204", "China · first day unknown: until 3 February 1964")]);
    let words = "not all days certain: February 1964 to 5 March 1964";
    check("1964-02/1964-03-05", &[("19640201", "19640306", &format!("China · {words}"))]);
    let set = "{1960-05-01,1961-12}";
    let second = "China · 2 of 2 runs of days · days not certain: each of 1 May 1960, December 1961";
    check(set, &[("19600501", "19600502", "China · 1 of 2 runs of days"), ("19611201", "19620101", second)]);
}

#[test]
fn what_no_calendar_can_say_is_counted() {
    let trips = ["-0043-03-15", "0000-01-01", "9999-12-30/9999-12-31", "9999-12-30", "0001-01-01"];
    let trips = trips.map(|dates| format!("(country: \"China\", dates: {dates:?}), ")).concat();
    let listing = written(&model::load(format!("(trips: [{trips}])")), Reading::Either, false, ListFormat::Calendar);
    let left_out = "3 entries left out: a calendar has no days before year 1 or after 9999";
    assert_eq!((entries(&listing.text).len(), listing.left_out.as_deref()), (2, Some(left_out)));
    assert!(icalendar::parser::unfold(&listing.text).contains(left_out), "{}", listing.text);
}
