//! Broken files: each problem has its name and place, and what is sound is kept.

use proptest::prelude::*;
use serde::Deserialize;

use wayline::data::{Item, Items, Problem, ProblemCode, SourceText, schema};

/// What a file says, as far as these tests look at it.
#[derive(Debug, Default)]
pub(super) struct Said {
    title: Option<String>,
    source_ids: Vec<String>,
    pub(super) trips: Vec<String>,
    pub(super) events: usize,
}

pub(super) fn read(text: &str) -> (Said, Vec<Problem>) {
    let text = SourceText::new(text.to_owned());
    let mut items = Items::new(&text);
    let mut said = Said::default();
    for item in &mut items {
        match item {
            Item::Title(title) => said.title = Some(title),
            Item::Source(source) => said.source_ids.push(source.value.id),
            Item::Trip(trip) => said.trips.push(trip.value.country.into()),
            Item::Event(_) => said.events += 1,
            Item::Country(_) | Item::Traveller(_) | Item::Person(_) | Item::Apart(_) | Item::Total(_) => {}
        }
    }
    (said, items.finish().0)
}

/// A file of three trips, the second of which is `middle`.
pub(super) fn with_middle(middle: &str) -> String {
    format!(
        "(
    title: \"Travels\",
    trips: [
        (country: \"China\", dates: \"1956-06-01\"),
        {middle}
        (country: \"Albania\", dates: \"1956-07\"),
    ],
    events: [
        (kind: gift, country: \"Russia\", title: \"Vase (small)\"),
    ],
)
"
    )
}

fn countries(text: &str) -> (Vec<String>, Vec<Problem>) {
    let (said, problems) = read(text);
    (said.trips, problems)
}

fn report(text: &str) -> String {
    let (_, problems) = read(text);
    problems.iter().map(|problem| problem.render("trips.ron")).collect()
}

/// Checks that the first problem with the middle trip is `code` at `underlined`, and that all else is kept.
#[track_caller]
fn check(middle: &str, code: &str, underlined: &str) {
    let text = with_middle(middle);
    let (said, problems) = read(&text);
    let [problem] = problems.as_slice() else {
        panic!("{} problems\n{}", problems.len(), report(&text));
    };
    let place = problem.place.clone().unwrap();
    let shown: String = place.text.chars().skip(place.column - 1).take(place.width).collect();
    assert_eq!((problem.code.key(), shown.as_str()), (code, underlined), "{}", report(&text));
    assert!(said.trips == ["China", "Albania"] || said.trips == ["China", "Poland", "Albania"]);
    assert_eq!((said.title.as_deref(), said.events), (Some("Travels"), 1));
}

#[test]
fn wrong_values_are_underlined() {
    check(r#"(country: "Poland", dates: "1956-02-30"),"#, "bad-date", "\"1956-02-30\"");
    check(r#"(country: "Poland", dates: "3 March 1949"),"#, "bad-date", "\"3 March 1949\"");
    check(r#"(country: "Poland", dates: "../.."),"#, "bad-date", "\"../..\"");
    check(r#"(country: "Poland", dates: "Y12000"),"#, "year-out-of-range", "\"Y12000\"");
    check(r#"(country: "Poland", dates: "12000-01-01"),"#, "year-out-of-range", "\"12000-01-01\"");
    check(r#"(country: "Poland", dates: "1956-06/1956-05"),"#, "end-before-start", "\"1956-06/1956-05\"");
    check(r#"(country: "北京 é", dates: "1956-02-30"),"#, "bad-date", "\"1956-02-30\"");
    check(r#"(country: "a", dates: "1956\u{2d}02-30"),"#, "bad-date", r#""1956\u{2d}02-30""#);
    check(r#"(dates: "1956"),"#, "missing-country", "(");
    check(r#"(country: "a", accounts: [(dates: "1956")]),"#, "missing-field", "(");
    check(r#"(country: "a", leaders: [(nam: "x")]),"#, "unknown-field", "nam");
    check(r#"(country: "a", kind: state_vist),"#, "unknown-name", "state_vist");
    check(r#"(country: "a", kind: state-visit),"#, "unknown-name", "state");
    check(r#"(country: "a", kind: "state_visit"),"#, "wrong-type", "\"state_visit\"");
    check("(country: Poland),", "wrong-type", "Poland");
    check(r#"(country: "a", dates: 1956),"#, "wrong-type", "1956");
    check(r#"(country: "a", places: "b"),"#, "wrong-type", "\"b\"");
    check(r#"(country: "a", leaders: ["b"]),"#, "wrong-type", "\"b\"");
    check(r#"(country: "a", dates: "1956", dates: "1957"),"#, "duplicate-field", "dates");
}

#[test]
fn broken_brackets_and_quotes_are_found() {
    check(r#"(country: "a", dates: "1956","#, "syntax", "(");
    check(r#"(country: "a", places: ["b", dates: "1956"),"#, "syntax", "[");
    check(r#"(country: "a", places: "b"], dates: "1956"),"#, "syntax", "]");
    check(r#"(country: "Poland", dates: "1956")),"#, "syntax", ")");
    check(r#"(country: "Poland", dates: "1956"),,"#, "syntax", ",");
    check(r#"(country: "Poland", dates: "1956")"#, "syntax", "(");
    check(r#"(country: "a, dates: "1956"),"#, "syntax", "\"a, dates: \"");
    check(r#"(country: "a", dates: "1956),"#, "syntax", "\"1956),");
    check(r#"(country: "a" dates: "1956"),"#, "syntax", "dates");
    check(r#"(country "a", dates: "1956"),"#, "syntax", "country");
    check(r#"(country: "a", details: "C:\windows"),"#, "syntax", r#""C:\windows""#);
    check(r#"(country: "a", /* dates: "1956"),"#, "syntax", "/*");
    check(r#"/* (country: "a", dates: "1956"),"#, "syntax", "/*");
    check(r#"country: "a", dates: "1956"),"#, "syntax", "country: \"a\"");
    check(r#"{ "country": "a" },"#, "syntax", r#"{ "country": "a" }"#);
    check("\u{a0},", "syntax", "\u{a0}");
    let lines = |lines: &[&str]| lines.join("\n            ");
    check(&lines(&["(", "country: \"a\",", "accounts: [", "],"]), "syntax", "(");
    check(&lines(&["(", "accounts: [", "    (source: \"a\"),", "),"]), "syntax", "[");
    check(&lines(&["(", "country: \"a,", "places: [\"x\", \"y (z)\"],", "),"]), "syntax", "\"a,");
}

#[test]
fn brackets_in_texts_and_comments_are_no_brackets() {
    let check = |middle: &str| {
        let (kept, problems) = countries(&with_middle(middle));
        assert_eq!((kept.len(), problems.len()), (3, 0), "{}", report(&with_middle(middle)));
    };
    check(r##"(country: "a", details: r#"it's ") "# /* ) /* " */ ] */), // )"##);
    check("(country: \"a\\\"(\\\\\", details: \"two\n        (lines\n    ],\n\"),");
    check("Trip(country: \"a\", places: [\"Children's Palace\"],),");
}

#[test]
fn what_lacks_a_field_is_named_by_the_field_it_is_given_to() {
    let message = |text: &str| read(text).1.first().map(|problem| problem.message.clone()).unwrap_or_default();
    let check = |text: &str, expected: &str| assert_eq!(message(text), expected, "{text}");
    check("(trips: [(dates: \"1956\")])", "a trip needs `country`");
    check("(trips: [(country: \"a\", accounts: [(dates: \"1956\")])])", "an account needs `source`");
    check("(trips: [(country: \"a\", accounts: [(leaders: [(nam: \"x\")])])])", "`nam` is not a field of a leader");
    check("(trips: [(country: \"a\", places: [(nam: \"x\")])])", "`nam` is not a field of a place");
    check("(trips: [(country: \"a\", places: [3])])", "`3` does not belong here");
    check(
        "(trips: [(country: \"a\", places: [(name: \"x\", at: (91, 0))])])",
        "latitudes go from -90 to 90, longitudes from -180 to 180",
    );
    check("(trips: [(country: \"a\", leaders: [(name: \"x\")], date: 1)])", "`date` is not a field of a trip");
    check("(events: [(kind: gift, country: \"a\")])", "an event needs `title`");
    check("(sources: [(id: \"a\", covers: (years: 1))])", "`years` is not a field of what a source covers");
    check("(totals: [(country: \"a\", visits: 1)])", "a total needs `source`");
    check("(travellers: [(offices: [])])", "a traveller needs `name`");
    check("(travellers: [(name: \"a\", offices: [(office: \"b\")])])", "an office needs `dates`");
}

#[test]
fn reports_read_well() {
    let text =
        with_middle("(country: \"Poland\", dates: \"1956-02-30\", plases: []),\n\t(country: \"é\", plases: []),");
    insta::assert_snapshot!(report(&text), @r#"
        error[bad-date]: `1956-02-30` is not a date: day is out of range for the month
         --> trips.ron:5:36
          |
        5 |         (country: "Poland", dates: "1956-02-30", plases: []),
          |                                    ^^^^^^^^^^^^
          = expected an EDTF date such as 1956-06-01, 1956-06-01/1956-06-06, 1964-11 or 1966
        error[unknown-field]: `plases` is not a field of a trip
         --> trips.ron:6:17
          |
        6 |     (country: "é", plases: []),
          |                    ^^^^^^
          = did you mean `places`?
        "#);
    let text = with_middle("(country: \"Poland\", dates: \"1956\"");
    insta::assert_snapshot!(report(&text), @r#"
        error[syntax]: this trip has no closing `)`
         --> trips.ron:5:9
          |
        5 |         (country: "Poland", dates: "1956"
          |         ^
          = put `)` where it ends
        "#);
    let text = with_middle("(country: \"Poland, dates: \"1956\"),\n        (country: \"Cuba\"),");
    insta::assert_snapshot!(report(&text), @r#"
        error[syntax]: this text has no closing quote
         --> trips.ron:5:19
          |
        5 |         (country: "Poland, dates: "1956"),
          |                   ^^^^^^^^^^^^^^^^^
          = put `"` where it ends
        "#);
}

#[test]
fn the_whole_file_is_checked_too() {
    insta::assert_snapshot!(report("\u{feff} // nothing\n"), @r#"
        error[empty-file]: this file is empty
         --> trips.ron
          = expected at least (trips: [(country: "China", dates: "1956-06-01/1956-06-06")])
        "#);
    insta::assert_snapshot!(report("()"), @r#"
        warning[no-trips]: this file has neither trips nor events
         --> trips.ron
          = expected trips: [ … ] or events: [ … ]
        "#);
    insta::assert_snapshot!(report("{\"trip\": []}"), @r#"
        error[syntax]: a file begins with `(`, not `{`
         --> trips.ron:1:1
          |
        1 | {"trip": []}
          | ^
          = expected (trips: [ … ])
        "#);
    insta::assert_snapshot!(report("(trip: [(country: \"China\")], trips: [], title: \"a\", title: 3)"), @r#"
        error[unknown-field]: `trip` is not a field of a file
         --> trips.ron:1:2
          |
        1 | (trip: [(country: "China")], trips: [], title: "a", title: 3)
          |  ^^^^
          = did you mean `trips`?
        error[duplicate-field]: `title` is given twice; the first one is used
         --> trips.ron:1:53
          |
        1 | (trip: [(country: "China")], trips: [], title: "a", title: 3)
          |                                                     ^^^^^
          = leave one out
        error[wrong-type]: this title should be a text in quotes, not `3`
         --> trips.ron:1:60
          |
        1 | (trip: [(country: "China")], trips: [], title: "a", title: 3)
          |                                                            ^
          = write it as "…"
        "#);
    insta::assert_snapshot!(report("#![enable(foo)]\n(trips: [(country: \"China\")]) )"), @r#"
        error[unknown-name]: `foo` is no extension of RON
         --> trips.ron:1:11
          |
        1 | #![enable(foo)]
          |           ^^^
        error[syntax]: `)` follows the last bracket of the file, where nothing is read
         --> trips.ron:2:31
          |
        2 | (trips: [(country: "China")]) )
          |                               ^
          = leave it out
        "#);
}

#[test]
fn a_list_without_its_end_loses_nothing() {
    let check = |text: &str, code: &str| {
        let (said, problems) = read(text);
        let codes: Vec<_> = problems.iter().map(|problem| problem.code.key()).collect();
        assert_eq!((said.trips.len(), said.events, codes), (1, 1, vec![code]), "{text}");
    };
    let trip = "(country: \"China\", dates: \"1956\")";
    let event = "(kind: gift, country: \"China\", title: \"Vase\")";
    check(&format!("(trips: [{trip}, events: [{event}])"), "syntax");
    check(&format!("(trips: [{trip}], events: [{event})"), "syntax");
    check(&format!("trips: [{trip}], events: [{event}]"), "syntax");
    check(&format!("(title: \"a,\n trips: [{trip}], events: [{event}])"), "syntax");
    check(&format!("(trips: [{trip}], events: [{event}]"), "cut-off");
}

#[test]
fn a_source_that_cannot_be_read_keeps_its_id() {
    let (said, problems) = read("(sources: [(nam: \"List\", id: \"list\")], trips: [(country: \"China\")])");
    assert_eq!((said.source_ids[0].as_str(), problems[0].code.key()), ("list", "unknown-field"));
}

#[test]
fn line_ends_and_byte_order_mark_do_not_move_places() {
    let text = with_middle("(country: \"é\", dates: \"1956-02-30\"),");
    let check = |text: String| {
        let (kept, problems) = countries(&text);
        let place = problems[0].place.as_ref().unwrap();
        assert_eq!((kept.len(), place.line, place.column, place.width), (2, 5, 31, 12));
        assert!(place.text.ends_with("),"));
    };
    check(text.clone());
    check(text.replace('\n', "\r\n"));
    check(format!("\u{feff}{text}"));
}

const THREE: &str = "#![enable(implicit_some)]
(
    trips: [
        (country: \"China\", dates: \"1956-06-01\", places: [\"北京\"], leaders: [(name: \"(\")]),
        (
            country: \"Romania\", // ]
            dates: \"1956-06\",
        ),
        (country: \"Albania\", details: r#\"a\"b\"#, kind: congress),
    ],
)
";

#[test]
fn a_file_cut_off_anywhere_keeps_what_came_before() {
    let (said, _) = read(THREE);
    let ends = ["]),\n", "        ),\n", "congress),\n"].map(|end| THREE.find(end).unwrap() + end.len() - 2);
    assert_eq!(said.trips.len(), 3);
    for cut in (0..=THREE.len()).filter(|&cut| THREE.is_char_boundary(cut)) {
        let (said, problems) = read(&THREE[..cut]);
        let whole = ends.iter().filter(|&&end| end <= cut).count();
        assert!(whole <= said.trips.len(), "cut at {cut}: {}", report(&THREE[..cut]));
        assert_eq!(problems.is_empty(), THREE.trim_end().len() <= cut, "cut at {cut}");
        if ends[0] < cut && cut < THREE.trim_end().len() {
            assert_eq!(problems.len(), 1, "cut at {cut}: {}", report(&THREE[..cut]));
            assert_eq!(problems[0].code, ProblemCode::CutOff, "cut at {cut}");
        }
    }
}

/// What RON's own reader makes of a whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Whole<'a> {
    title: Option<String>,
    sources: Vec<schema::Source>,
    countries: Vec<schema::Country>,
    travellers: Vec<schema::Traveller>,
    #[serde(borrow)]
    trips: Vec<schema::Trip<'a>>,
    events: Vec<schema::Event<'a>>,
    totals: Vec<schema::Total>,
}

fn is_sound(text: &str) -> bool {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str::<Whole<'_>>(text).is_ok()
}

proptest! {
    #[test]
    fn no_slip_of_the_pen_panics_or_goes_unseen(
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..3_usize, "[\\PC\n()\\[\\]\",:/*#'\\\\]{0,3}"), 1..4),
    ) {
        let mut text = THREE.to_owned();
        for (at, length, new) in slips {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary(start + length).min(text.len());
            text.replace_range(start..end, &new);
        }
        let (_, problems) = read(&text);
        for problem in &problems {
            prop_assert!(!problem.render("trips.ron").is_empty());
        }
        let seen = problems.iter().any(|problem| problem.code != ProblemCode::NoTrips);
        // RON wants a struct's name to be the one in the program; here any will do.
        if text.contains("]\n(\n") {
            prop_assert_eq!(seen, !is_sound(&text), "{}\n{}", text, report(&text));
        }
    }
}

/// A file of many trips, of which every second one has lost something; the sound ones are kept, and in good time.
#[track_caller]
fn check_many(broken: &str) {
    let pair = format!("        {broken}\n        (country: \"Albania\", dates: \"1956-07\"),\n");
    let text = format!("(\n    trips: [\n{}    ],\n)\n", pair.repeat(2000));
    let (countries, problems) = countries(&text);
    assert_eq!((countries.len(), problems.len()), (2000, 2000), "{broken}");
}

#[test]
fn many_broken_trips_hide_none_of_the_others() {
    check_many("(country: \"China\", dates: \"1956-06-01\",");
    check_many("(country: \"China\", places: [\"Beijing\", dates: \"1956-06-01\"),");
    check_many("(country: \"China\", dates: \"1956-06-01),");
}

#[test]
fn what_follows_the_end_is_blamed_and_not_the_end() {
    let file = with_middle("(country: \"Cuba\", dates: \"1957\"),");
    for (after, blamed) in [
        (",", ","),
        (";", ";"),
        (")", ")"),
        ("]", "]"),
        ("\nNotes to self: check the album again", "Notes to self: check the album again"),
        ("\n\n“so”", "“so”"),
        ("\n(trips: [])\n", "(trips: [])"),
    ] {
        let (said, problems) = read(&format!("{}{after}", file.trim_end()));
        assert_eq!((said.trips.len(), said.events), (3, 1), "{after}");
        let [problem] = problems.as_slice() else { panic!("{after}: {problems:?}") };
        assert!(
            problem.message.contains(&format!("`{blamed}` follows the last bracket")),
            "{after}: {}",
            problem.message
        );
        let place = problem.place.as_ref().unwrap();
        let marked: String = place.text.chars().skip(place.column - 1).take(place.width).collect();
        assert_eq!(marked, blamed);
    }
    for remark in ["// a remark", "/* another */", " \n\t"] {
        assert!(read(&format!("{}{remark}", file.trim_end())).1.is_empty(), "{remark}");
    }
}
