//! Careless files: very many trips, accounts or sources that contradict each other must not have findings without end.

use std::fmt::Write as _;

use wayline::model::{Code, Document};

use super::{load, messages, of};

const SOURCES: &str = r#"sources: [(id: "a"), (id: "b")]"#;

/// The same stay in so many countries, then one in the year before that meets none.
fn crowd(trips: usize) -> Document {
    let mut text = "(trips: [\n".to_owned();
    for at in 0..trips {
        _ = writeln!(text, "(country: \"C{at}\", dates: \"1956-07-02/1956-07-09\"),");
    }
    load(&(text + "(country: \"X\", dates: \"1955-07-02/1955-07-09\")])"))
}

#[test]
fn stays_that_meet_many_others_are_counted() {
    // Of nine at once each meets eight: every two are told.
    assert_eq!(of(&crowd(9), Code::TwoCountriesOneDay).len(), 9 * 8 / 2);
    for (trips, others) in [(10, "9"), (3000, "2,999")] {
        let loaded = crowd(trips);
        let found = of(&loaded, Code::TwoCountriesOneDay);
        assert_eq!(found.len(), trips, "one for each");
        let words = format!(
            "Two countries on one day: C0, 2–9 July 1956 (File) shares days with {others} stays in other countries",
        );
        assert_eq!((found[0].message(&loaded.chronicle), found[0].line), (words, 2));
        assert_eq!(loaded.findings().disputed.len(), trips, "the other one is not in dispute");
    }
}

#[test]
fn one_long_stay_among_many_short_ones_is_told_with_each() {
    let mut text = "(trips: [(country: \"Long\", dates: \"1950-01-01/1959-12-31\"),".to_owned();
    for year in 1950..1960 {
        for month in 10..13 {
            _ = write!(text, "(country: \"Short\", dates: \"{year}-{month}-01/{year}-{month}-05\"),");
        }
    }
    let loaded = load(&(text + "])"));
    let found = of(&loaded, Code::TwoCountriesOneDay);
    let (by_itself, in_pairs): (Vec<_>, Vec<_>) = found.into_iter().partition(|finding| finding.trips().len() == 1);
    assert_eq!((by_itself.len(), in_pairs.len()), (1, 30));
    assert!(by_itself[0].message(&loaded.chronicle).ends_with("(File) shares days with 30 stays in other countries"));
}

#[test]
fn stays_of_different_travellers_do_not_meet() {
    let trip = |traveller: &str, country: &str, dates: &str| {
        format!("(traveller: \"{traveller}\", country: \"{country}\", dates: \"{dates}\"),")
    };
    let trips = [
        trip("A", "X", "1956-07-02/1956-07-09"),
        trip("B", "Y", "1956-07-02/1956-07-09"),
        // The same days of another year, and a row above that is later.
        trip("B", "X", "1955-07-02/1955-07-09"),
        trip("A", "Z", "1956-07-05/1956-07-12"),
    ];
    let loaded = load(&format!("(trips: [{}])", trips.concat()));
    let words = ["A: Two countries on 5–9 July 1956, 5 days: X, 2–9 July 1956 (File) and Z, 5–12 July 1956 (File)"];
    assert_eq!(messages(&loaded, Code::TwoCountriesOneDay), words);
    assert!(of(&loaded, Code::SameDaysTwoYears).is_empty());
    let words = ["B: File, 2–9 July 1955, X: begins 366 days before the row above it, 2–9 July 1956, Y"];
    assert_eq!(messages(&loaded, Code::OutOfOrder), words);
    let words = [
        "Tour of 1956, A: leg 2, Z, 5–12 July 1956 (File), begins 4 days before the end of leg 1, X, 2–9 July 1956 (File)",
    ];
    assert_eq!(messages(&loaded, Code::ImpossibleLeg), words);
}

#[test]
fn the_same_days_in_very_many_years_are_one_finding_of_few_words() {
    let trip = |at: usize| format!("(country: \"X\", dates: \"19{0}-07-02/19{0}-07-09\"),", 50 + at);
    let trips: Vec<_> = (0..40).map(trip).collect();
    let loaded = load(&format!("(trips: [{}])", trips.concat()));
    let [finding] = of(&loaded, Code::SameDaysTwoYears)[..] else { panic!("one alone") };
    assert_eq!(finding.trips().len(), 40, "all of them are meant");
    let message = finding.message(&loaded.chronicle);
    let years =
        "X: the same days in 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957 and 32 more: File has 2–9 July 1950, ";
    assert!(message.starts_with(years) && message.ends_with("File has 2–9 July 1957 and 32 more"), "{message}");
}

#[test]
fn of_very_many_accounts_two_that_differ_stand_for_all() {
    let told = |accounts: usize, first: &str| {
        let account = |at: usize| {
            let (source, dates) = if at == 0 { ("a", first) } else { ("b", "1950") };
            format!(
                "(source: \"{source}\", dates: \"{dates}\", places: [\"p\"], leaders: [(name: \"l\", office: \"o{at}\")]),"
            )
        };
        let accounts: String = (0..accounts).map(account).collect();
        load(&format!("({SOURCES}, trips: [(country: \"X\", accounts: [{accounts}])])"))
    };
    // The first account against each of the others, as long as they are few.
    assert_eq!(of(&told(8, "1951"), Code::AccountsDiffer).len(), 7);
    let words =
        ["X: 500 accounts do not agree; a has some time in 1951, b has some time in 1950: without a day in common"];
    assert_eq!(messages(&told(500, "1951"), Code::AccountsDiffer), words);
    assert!(of(&told(500, "1950"), Code::AccountsDiffer).is_empty());
    // Only the first account's source differs from the others'.
    assert_eq!(of(&told(500, "1950"), Code::OfficeClash).len(), 499);
}

#[test]
fn of_very_many_silent_sources_one_stands_for_all() {
    let told = |sources: usize| {
        let sources: Vec<_> = (0..sources).map(|at| format!("(id: \"s{at}\"),")).collect();
        let sources = sources.concat();
        load(&format!("(sources: [{sources}], trips: [(country: \"X\", source: \"s0\", dates: \"1950\")])"))
    };
    assert_eq!(of(&told(9), Code::SourceSilent).len(), 8);
    let words = [
        "X: s0 has some time in 1950; s1 covers that country and time and does not tell of it, nor do 38 other sources that cover it",
    ];
    assert_eq!(messages(&told(40), Code::SourceSilent), words);
}

#[test]
fn the_findings_of_a_trip_are_those_that_dispute_it() {
    let loaded = super::default_file();
    for (index, trip) in loaded.chronicle.indexed_trips() {
        let all = loaded.findings().all.iter().enumerate();
        let expected: Vec<_> =
            all.filter(|(_, found)| found.code.disputes() && found.trips().contains(&index)).collect();
        assert_eq!(loaded.findings().of(index).collect::<Vec<_>>(), expected, "{}", trip.id(&loaded.chronicle));
        assert_eq!(loaded.findings().disputed.contains(index), !expected.is_empty());
    }
    assert!(!loaded.findings().disputed.is_empty());
}
