//! Names and details that look like something else stay data in every format.

use biblatex::{Bibliography, ChunksExt as _};
use proptest::prelude::*;
use wayline::export::ListFormat;
use wayline::model::{self, Document, Reading};

use super::{CSV, MARKDOWN, csv_lines, entries, markdown_lines, text, written};

/// Pieces that mean something to some format, terminal or reader.
const PIECES: [&str; 40] = [
    "<script>alert(1)</script>",
    "]]>",
    "\"",
    "'",
    "''",
    "“",
    "\u{1b}[31m",
    "\u{9b}31m",
    "\u{7}",
    "\0",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u{2028}",
    "\u{85}",
    "\u{202e}",
    "שלום",
    "\u{200b}",
    "\u{feff}",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "|",
    "\\",
    "\\n",
    "{",
    "}",
    "%",
    "~",
    "--",
    ";",
    ",",
    ":",
    "END:VEVENT",
    "&lt;",
    "$x$",
    "東京",
];

/// A file that says the same everywhere.
fn file(words: &str) -> Document {
    let loaded = model::load(format!(
        r#"(title: {words:?}, sources: [(id: "s", name: {words:?}, citation: {words:?})], trips: [(id: {words:?},
            country: {words:?}, accounts: [(source: "s", dates: "1957-01-02/1957-01-05", verbatim: {words:?},
            places: [{words:?}], leaders: [(name: {words:?}, office: {words:?})], details: {words:?}, inferred: {words:?})])],
            events: [(kind: honour, country: {words:?}, source: "s", dates: "1957-02-03", title: {words:?},
            by: {words:?}, place: {words:?}, details: {words:?})])"#
    ));
    assert!(loaded.problems.is_empty(), "{words:?}: {:#?}", loaded.problems);
    loaded
}

fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(one_line).collect::<Vec<_>>().join("\n")
}

/// As LaTeX has it, to which a blank is as good as several.
fn few_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(words: &str) {
    let loaded = file(words);
    // Whatever the model makes of them is what has to come back.
    let chronicle = &loaded.chronicle;
    let trip = &chronicle.trips[0];
    let account = &trip.accounts()[0];
    let (country, place) = (&chronicle.countries[0].name, &*account.places[0].name);
    let title = format!("Visit: {country} ({place}), 2–5 January 1957");
    for of_events in [false, true] {
        for format in [CSV, MARKDOWN, ListFormat::Json, ListFormat::Footnotes, ListFormat::Bibtex, ListFormat::CslJson]
        {
            let text = written(&loaded, Reading::Either, of_events, format).text;
            assert!(!text.contains(|letter: char| letter.is_control() && letter != '\n'), "{format:?} {text:?}");
        }
    }
    let text = |format| text(&loaded, Reading::Either, format);

    let [line] = &csv_lines(&text(CSV))[..] else { panic!("{words:?} in CSV") };
    for (name, expected) in
        [("id", &*trip.id(chronicle)), ("country", country), ("places", place), ("details", &account.details)]
    {
        let (cell, expected) = (&line[name], lines(expected));
        assert!(*cell == expected || *cell == format!("'{expected}"), "{name} {cell:?} {expected:?}");
        assert!(
            !cell.trim_start_matches(['\u{feff}', '\u{200b}', ' ', '\n']).starts_with(['=', '+', '-', '@', '＝']),
            "{cell:?}"
        );
    }
    let [cells] = &markdown_lines(&text(MARKDOWN))[..] else { panic!("{words:?} in Markdown") };
    assert_eq!((cells.len(), &cells[1], &cells[11]), (13, &one_line(country), &one_line(&account.details)));

    let json: serde_json::Value = serde_json::from_str(&text(ListFormat::Json)).unwrap();
    assert_eq!(
        (&json[0]["country"], &json[0]["accounts"][0]["details"]),
        (&country.as_str().into(), &account.details.as_str().into())
    );

    let separated = |text: &str| lines(text).replace(['\u{2028}', '\u{2029}'], "\n");
    let [entry] = &entries(&text(ListFormat::Calendar))[..] else { panic!("{words:?} in iCalendar") };
    assert_eq!(entry["SUMMARY"], separated(&format!("{place}, {country}")));
    assert!(entry["DESCRIPTION"].contains(&separated(&format!("\nPlaces: {place}\n"))), "{entry:#?}");
    assert_eq!(entry["X-WAYLINE-TRIP"], separated(&trip.id(chronicle)));
    let events = written(&loaded, Reading::Either, true, ListFormat::Calendar).text;
    assert_eq!(entries(&events).len(), 1);

    let bibliography = Bibliography::parse(&text(ListFormat::Bibtex)).unwrap();
    let [entry] = &bibliography.clone().into_vec()[..] else { panic!("{words:?} in BibTeX") };
    assert!(entry.key.is_ascii(), "{}", entry.key);
    assert_eq!(few_blanks(&entry.get("title").unwrap().format_verbatim()), few_blanks(&one_line(&title)));

    let csl: Vec<citationberg::json::Item> = serde_json::from_str(&text(ListFormat::CslJson)).unwrap();
    assert_eq!((csl.len(), csl[0].0["title"].to_str().unwrap().as_ref()), (1, one_line(&title).as_str()));
    let footnotes = text(ListFormat::Footnotes);
    assert!(footnotes.starts_with(&one_line(&format!("Visit: {country} ({place})"))), "{footnotes:?}");
    assert_eq!(footnotes.matches('\n').count(), 1);
}

#[test]
fn words_of_any_sort_come_back_from_every_format() {
    for piece in PIECES {
        check(&format!("x{piece}y"));
        check(&format!("{piece}y"));
    }
    check(&"長い ".repeat(3333));
    check(&"=".repeat(10_000));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn so_do_any_of_them_together(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 1..12)) {
        check(&format!("{}z", pieces.concat()));
    }
}
