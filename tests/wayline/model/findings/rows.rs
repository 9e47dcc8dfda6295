//! The rows of each source by themselves: how many there are, what they leave out, and their order.

use std::collections::{BTreeMap, BTreeSet};

use wayline::model::{Account, Chronicle, Claim, Code, TripStatus};

use super::{accounts, country, default_file, load, messages, number, of, possible, source, told, trips};

/// The country of every confirmed trip a source tells of, with what it says was inferred.
fn rows<'a>(chronicle: &'a Chronicle, name: &str) -> Vec<(usize, &'a str, &'a str)> {
    let told = accounts(chronicle).into_iter();
    told.filter(|(_, trip, account)| trip.status == TripStatus::Confirmed && source(chronicle, account) == name)
        .map(|(at, trip, account)| (at, country(chronicle, trip), account.inferred.as_deref().unwrap_or_default()))
        .collect()
}

#[test]
fn totals_are_held_against_the_rows() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let (mut differ, mut inferred) = (BTreeSet::new(), BTreeSet::new());
    for total in &chronicle.totals {
        let (name, place) =
            (chronicle.source(total.source).name.as_str(), chronicle.country(total.country).name.as_str());
        let rows: Vec<_> = rows(chronicle, name).into_iter().filter(|row| row.1 == place).collect();
        let printed = rows.iter().filter(|row| !row.2.contains("Country: ")).count();
        let holds = |rows: usize| match total.claim {
            Claim::Exactly(number) => rows == usize::try_from(number).unwrap(),
            Claim::MoreThan(number) => rows > usize::try_from(number).unwrap(),
        };
        let found = |code| {
            let text = format!("{place}: {name} says ");
            of(&loaded, code).into_iter().find(|finding| finding.message(chronicle).starts_with(&text))
        };
        if !holds(rows.len()) {
            differ.insert((name, place, rows.len()));
        } else if !holds(printed) {
            inferred.insert((name, place));
        }
        let finding = found(Code::TotalDiffers).or_else(|| found(Code::TotalNeedsInference));
        if let Some(finding) = finding {
            let trips: BTreeSet<_> = finding.trips().iter().map(|trip| trip.position()).collect();
            assert_eq!(trips, rows.iter().map(|row| row.0).collect(), "{}", finding.message(chronicle));
            assert!(
                finding.message(chronicle).contains(total.verbatim.as_deref().unwrap()),
                "{}",
                finding.message(chronicle)
            );
        }
        assert_eq!(found(Code::TotalDiffers).is_some(), !holds(rows.len()), "{place}");
        assert_eq!(found(Code::TotalNeedsInference).is_some(), holds(rows.len()) && !holds(printed), "{place}");
    }
    assert_eq!(differ, [("Album", "Soviet Union", 10), ("List", "Romania", 5), ("List", "Yugoslavia", 3)].into());
    let known = ["China", "Czechoslovakia", "East Germany", "Indonesia", "Mauritania", "Mongolia", "North Vietnam"];
    let known = known.into_iter().chain(["Poland", "Soviet Union"]).map(|country| ("List", country));
    assert_eq!(inferred, known.collect());
    assert_eq!(
        messages(&loaded, Code::TotalDiffers),
        [
            "Yugoslavia: List says 2 visits (“Two visits to … Yugoslavia”) and tells of 3: 1 more",
            "Romania: List says 3 visits (“Three visits to … Romania”) and tells of 5: 2 more",
            "Soviet Union: Album says more than 12 visits (“over a dozen times”) and tells of 10: at least 3 fewer",
        ]
    );
}

#[test]
fn a_total_counts_each_confirmed_trip_once() {
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [
        (country: "X", accounts: [(source: "a", dates: "1950"), (source: "a", dates: "1951"), (source: "b", dates: "1950")]),
        (country: "X", status: rumoured, accounts: [(source: "a", dates: "1960")]),
        (country: "Y", accounts: [(source: "b", dates: "1970")]),
    ], totals: [(source: "a", country: "X", visits: 1), (source: "a", country: "Y", more_than: 0),
        (source: "b", country: "X", more_than: 0), (source: "b", country: "Y", visits: 0)])"#;
    let expected =
        ["Y: a says more than 0 visits and tells of 0: at least 1 fewer", "Y: b says 0 visits and tells of 1: 1 more"];
    assert_eq!(messages(&load(text), Code::TotalDiffers), expected);
}

#[test]
fn cells_that_a_source_leaves_out_are_named() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = BTreeMap::new();
    for (_, trip, account) in accounts(chronicle) {
        let inferred = account.inferred.as_deref().unwrap_or_default();
        let none_of_its_own = |cell: &str| inferred.contains(cell) && inferred.contains("the row has none of its own");
        let mut missing = Vec::new();
        if inferred.contains("Country: ") {
            missing.push("the country (restored)");
        }
        if account.places.is_empty() {
            missing.push("the place");
        } else if none_of_its_own("Place and leader: ") {
            missing.push("the place (restored)");
        }
        if account.leaders.is_empty() {
            missing.push("the leader");
        } else if none_of_its_own("eader: ") {
            missing.push("the leader (restored)");
        }
        if account.leaders.iter().any(|leader| leader.name.is_empty()) {
            missing.push("the name of a leader (“Chairman of Revolutionary Council”)");
        }
        if !missing.is_empty() {
            let row =
                format!("{}, {}, {}", source(chronicle, account), account.when.describe(), country(chronicle, trip));
            let cells = missing.join(", ");
            let cells = cells.rsplit_once(", ").map_or(cells.clone(), |(head, last)| format!("{head} and {last}"));
            expected.insert(row, cells);
        }
    }
    let found: BTreeMap<_, _> = messages(&loaded, Code::MissingCell)
        .into_iter()
        .map(|message| {
            message.split_once(": leaves out ").map(|(row, cells)| (row.to_owned(), cells.to_owned())).unwrap()
        })
        .collect();
    assert_eq!(found, expected);
    // 36 rows of the list have lost their country, one a leader's name; a rumour has no place; four stays of the
    // album name nobody.
    let counted = |name: &str| expected.keys().filter(|row| row.starts_with(name)).count();
    assert_eq!((counted("List"), counted("Album")), (36 + 1 + 1, 4));
    assert_eq!(expected["List, 18–26 April 1975, China"], "the country (restored), the place and the leader");
    let all_three = "the country (restored), the place (restored) and the leader (restored)";
    assert_eq!(expected["List, 17–31 October 1961, Soviet Union"], all_three);
    let shifted = "the country (restored) and the leader (restored)";
    assert_eq!(expected["List, 28 September – 5 October 1954, China"], shifted);
    // Two cities in one cell, or the place of one row under the country of another, are not left out.
    assert_eq!(expected["List, 15–26 September 1982, China"], "the country (restored)");
    assert_eq!(expected["List, 2–12 June 1983, China"], "the country (restored)");
}

#[test]
fn only_the_field_says_what_was_restored() {
    let text = r#"(trips: [
        (country: "X", dates: "1961", places: ["P"], leaders: [(name: "L")], inferred: "Country: its cell is empty."),
        (country: "X", dates: "1962", places: ["P"], leaders: [(name: "L")], restored: [leader, country]),
        (country: "X", dates: "1963", leaders: [(office: "Chairman")], restored: [place]),
    ])"#;
    let expected = [
        "File, some time in 1962, X: leaves out the country (restored) and the leader (restored)",
        "File, some time in 1963, X: leaves out the place and the name of a leader (“Chairman”)",
    ];
    assert_eq!(messages(&load(text), Code::MissingCell), expected);
}

#[test]
fn a_cell_is_missing_only_where_its_source_fills_it_in_most_rows() {
    // Of five rows of each source, so many have a place and so many a leader.
    let file = |places: usize, leaders: usize| {
        let row = |at: usize| {
            let place = if at < places { ", places: [\"P\"]" } else { "" };
            let leader = if at < leaders { ", leaders: [(name: \"L\")]" } else { "" };
            format!("(country: \"X\", source: \"a\", dates: \"195{at}\"{place}{leader}),\n")
        };
        let rows: String = (0..5).map(row).collect();
        format!(
            "(sources: [(id: \"a\"), (id: \"full\")], trips: [{rows}(country: \"X\", source: \"full\", dates: \"1960\", \
             places: [\"P\"], leaders: [(name: \"L\")])])"
        )
    };
    let found = |places, leaders| {
        let messages = messages(&load(&file(places, leaders)), Code::MissingCell);
        ["place", "leader"].map(|cell| messages.iter().filter(|message| message.contains(cell)).count())
    };
    assert_eq!(found(0, 0), [0, 0]);
    assert_eq!(found(2, 2), [0, 0]);
    assert_eq!(found(3, 2), [2, 0]);
    assert_eq!(found(4, 3), [1, 2]);
    assert_eq!(found(5, 5), [0, 0]);
    // What the file says was restored is told in any case.
    let restored = "(trips: [(country: \"X\", dates: \"1950\", restored: [leader], leaders: [(name: \"L\")])])";
    assert_eq!(messages(&load(restored), Code::MissingCell).len(), 1);
}

#[test]
fn rows_out_of_order_are_found() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = Vec::new();
    for name in ["List", "Album"] {
        let rows = accounts(chronicle).into_iter();
        let rows: Vec<_> = rows
            .filter(|(_, trip, account)| source(chronicle, account) == name && trip.status != TripStatus::Rumoured)
            .collect();
        for pair in rows.windows(2) {
            // It can begin on its first day, or on any of a month.
            let starts = |account: &Account| {
                let days = possible(account);
                if account.when.is_exact() { days.into_iter().take(1).collect() } else { days }
            };
            if starts(pair[1].2).last() < starts(pair[0].2).first() {
                expected.push(BTreeSet::from([pair[0].0, pair[1].0]));
            }
        }
    }
    assert_eq!(trips(&loaded, Code::OutOfOrder), expected);
    let pair = ["17-31 October 1961", "11-15 July 1961"].map(|words| told(chronicle, words));
    assert_eq!(expected, [BTreeSet::from(pair)]);
    let early = number("1961-10-17") - number("1961-07-11");
    let words = format!("List, 11–15 July 1961, China: begins {early} days before the row above it, ");
    assert_eq!(messages(&loaded, Code::OutOfOrder), [words + "17–31 October 1961, Soviet Union"]);
}

#[test]
fn order_is_judged_only_where_it_is_certain() {
    let text = r#"(trips: [
        (country: "X", dates: "1950-06-10"), (country: "X", dates: "1950-06"), (country: "X", dates: "1950-05-31"),
        (country: "X", dates: "1950-05"), (country: "X", dates: "../1960"), (country: "X", dates: "1940"),
        (country: "X", status: rumoured, dates: "1930"), (country: "X", dates: "1941"), (country: "X", dates: "1940"),
    ])"#;
    let loaded = load(text);
    assert_eq!(trips(&loaded, Code::OutOfOrder), [BTreeSet::from([1, 2]), BTreeSet::from([7, 8])]);
    assert!(messages(&loaded, Code::OutOfOrder)[0].contains("begins at least 1 day before"));
}
