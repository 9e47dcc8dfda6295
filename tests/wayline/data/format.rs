//! One layout for files of trips: nothing is lost by it, and what has it keeps it.

use proptest::prelude::*;
use wayline::data::{DEFAULT_FILE, format};
use wayline::model::load;

#[track_caller]
fn check(text: &str, expected: &str) {
    let formatted = format(text).unwrap_or_else(|| panic!("refused: {text}"));
    assert_eq!(formatted, expected);
    assert_eq!(format(&formatted).as_deref(), Some(expected), "again");
}

#[test]
fn fields_have_one_order_and_comments_stay_with_them() {
    check(
        r#"// first
#![enable(implicit_some)]
( trips: [ // all of them
 Trip(dates:"1950-05-03", /* where */ country : "France",kind: treaty, // signed

   // whom
   leaders: [(office: "president"  , name: "X")], places:["Paris" , (at: (48.85, 2.35), name: "Lyon"),],) ,

 (country:"Italy",dates:"1951"/* a year */), /* end */ ],
 title:"T", countries: [], sources: [(id:"s", covers:(period: "1950/1960",countries:["France"]))] ) // behind
// last
"#,
        r#"#![enable(implicit_some)]
// first
(
    title: "T",
    sources: [
        (
            id: "s",
            covers: (countries: ["France"], period: "1950/1960"),
        ),
    ],
    countries: [],
    trips: [
        // all of them
        Trip(
            /* where */
            country: "France",
            kind: treaty, // signed
            dates: "1950-05-03",
            places: ["Paris", (name: "Lyon", at: (48.85, 2.35))],

            // whom
            leaders: [
                (name: "X", office: "president"),
            ],
        ),

        (
            country: "Italy",
            dates: "1951", /* a year */
        ), /* end */
    ],
) // behind
// last
"#,
    );
}

#[test]
fn offices_have_a_line_each() {
    check(
        r#"(trips: [], travellers: [(offices: [(dates: "1952/1955", office: "President"), (office: "Chair", dates: "1956")],
 name: "A"), (name: "B")], countries: [(group: "East", name: "C")])"#,
        r#"(
    countries: [
        (name: "C", group: "East"),
    ],
    travellers: [
        (
            name: "A",
            offices: [
                (office: "President", dates: "1952/1955"),
                (office: "Chair", dates: "1956"),
            ],
        ),
        (
            name: "B",
        ),
    ],
    trips: [],
)
"#,
    );
}

#[test]
fn the_file_that_comes_with_the_program_is_laid_out() {
    assert_eq!(format(DEFAULT_FILE.1).as_deref(), Some(DEFAULT_FILE.1));
}

#[test]
fn what_is_no_ron_is_refused() {
    for text in ["", "(", "(trips: [)", "(a: 1 2)", "(a: \"b)", "(a: /* b)", "(a)(b)", "(a: b /* c */ (d))", "a b"] {
        assert_eq!(format(text), None, "{text}");
    }
}

/// A word of RON, a comment or blanks: what may stand between two tokens.
fn between() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(" ".to_owned()),
        2 => Just("\n".to_owned()),
        1 => Just("\n\n\n    ".to_owned()),
        1 => "[a-z ]{0,8}".prop_map(|words| format!(" /*{words}*/ ")),
        1 => "[a-z\"(,]{0,8}".prop_map(|words| format!(" //{words}\n")),
        1 => Just("\n/* two\n   lines */\n".to_owned()),
    ]
}

/// The tokens of a file.
fn tokens() -> impl Strategy<Value = Vec<String>> {
    let field = |name: &'static str, value: &'static str| vec![name, ":", value, ","];
    let fields: Vec<Vec<&'static str>> = vec![
        field("kind", "treaty"),
        field("verbatim", r#""3 \"May\"""#),
        field("inferred", r##"r#"so "it" is"#"##),
        vec![
            "places", ":", "[", r#""a""#, ",", "(", "name", ":", r#""b""#, ",", "at", ":", "(", "-1.5", ",", "2", ")",
            ")", "]", ",",
        ],
        vec!["leaders", ":", "[", "(", "office", ":", r#""o""#, ",", ")", ",", "]", ","],
        vec!["restored", ":", "[", "]", ","],
        field("details", "\"two\nlines // no comment\""),
    ];
    let trip = proptest::sample::subsequence(fields, 0..=7).prop_shuffle().prop_map(|fields| {
        let given = vec!["country", ":", r#""C""#, ",", "dates", ":", r#""1950-05""#, ","];
        let inner: Vec<&str> = given.into_iter().chain(fields.concat()).collect();
        ["("].into_iter().chain(inner).chain([")", ","]).map(str::to_owned).collect::<Vec<String>>()
    });
    prop::collection::vec(trip, 0..4).prop_map(|trips| {
        let head = ["(", "trips", ":", "["].map(str::to_owned);
        let tail = ["]", ",", "title", ":", "\"T\"", ")"].map(str::to_owned);
        head.into_iter().chain(trips.concat()).chain(tail).collect()
    })
}

/// All trips as they are told, without where they stand.
fn told(text: &str) -> String {
    let document = load(text.to_owned());
    assert!(
        document.problems.iter().all(|problem| problem.code.to_string() == "no-trips"),
        "{text}\n{:?}",
        document.problems
    );
    let trips =
        document.chronicle.trips.iter().map(|trip| format!("{:?} {:?} {:?}", trip.country, trip.kind, trip.accounts()));
    trips.collect::<Vec<_>>().join("\n") + &document.chronicle.title
}

/// The comments of a text, by their marks and words; none of the texts in it holds such a mark but the one named.
fn comments(text: &str) -> Vec<String> {
    let text = text.replace("lines // no comment", "");
    let line = text.lines().filter_map(|line| Some(line.split_once("//")?.1.trim_end().to_owned()));
    let mut comments: Vec<String> = line.collect();
    let without_lines: String =
        text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect();
    comments.extend(without_lines.split("/*").skip(1).filter_map(|rest| Some(rest.split_once("*/")?.0.to_owned())));
    comments.sort();
    comments
}

proptest! {
    #[test]
    fn nothing_is_lost_and_what_is_laid_out_stays(
        tokens in tokens(),
        gaps in prop::collection::vec(between(), 200),
    ) {
        let gaps = gaps.into_iter().cycle();
        let text: String = tokens.into_iter().zip(gaps).map(|(token, gap)| gap + &token).collect();
        let formatted = format(&text).unwrap();
        prop_assert_eq!(told(&formatted), told(&text));
        prop_assert_eq!(comments(&formatted), comments(&text), "{}\n{}", text, formatted);
        prop_assert_eq!(format(&formatted), Some(formatted.clone()));
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,40}|[(){}\\[\\]:,\"/*\n a#!]{0,40}") {
        if let Some(formatted) = format(&text) {
            prop_assert_eq!(format(&formatted), Some(formatted.clone()));
        }
    }
}
