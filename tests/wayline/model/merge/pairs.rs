//! Which accounts come together.

use insta::assert_snapshot;
use wayline::export::MergeReport;
use wayline::model::default_file;
use wayline::model::merge::{Merge, Options, Part};
use wayline::model::pairing::Verdict;

use super::{line, lines, merged, merged_of, read, told_by};

/// The two documents of the file that comes with the program, each alone, merged without a hand.
#[test]
fn the_two_documents_give_the_pairs_that_were_made_by_hand() {
    let by_hand = default_file();
    let (list, album) = (told_by(&by_hand, "list"), told_by(&by_hand, "album"));
    let merged = read(&merged_of(&[("list.ron", &list), ("album.ron", &album)]));
    let pairs = |document: &wayline::model::Document| {
        let chronicle = &document.chronicle;
        let mut lines: Vec<String> = chronicle
            .trips
            .iter()
            .map(|trip| {
                let mut accounts: Vec<&str> = Vec::new();
                let line = line(chronicle, trip);
                accounts.extend(line.split_once(": ").unwrap().1.split(", "));
                accounts.sort_unstable();
                format!("{}: {}", chronicle.country_name(trip), accounts.join(", "))
            })
            .collect();
        lines.sort_unstable();
        lines
    };
    assert_eq!(pairs(&merged), pairs(&by_hand));
    let shared = merged.chronicle.trips.iter().filter(|trip| 1 < trip.accounts().len()).count();
    assert_eq!((shared, merged.chronicle.trips.len()), (8, by_hand.chronicle.trips.len()));
}

/// A page of 41 trips, and another list of them: three left out, two told as two, one only by its month, four moved by a day, of
/// which one without a day in common, and one country by another name.
#[test]
fn two_lists_of_one_president_are_merged_as_is_known() {
    let import = |name: &str| {
        let path = format!("{}/tests/wayline/model/merge/{name}", env!("CARGO_MANIFEST_DIR"));
        wayline::model::read(&[path]).unwrap()
    };
    let (page, other) = (import("biden-page.csv"), import("biden-other.csv"));
    let parts = [&page, &other].map(|document| Part { chronicle: &document.chronicle, file: &document.name });
    let merge = Merge::new(&parts, &Options::default());
    let open = merge.decided(&[]);
    let certain = open.proposals.iter().filter(|proposal| proposal.verdict == Verdict::Certain);
    let merged = merge.decided(&[open.accepting(certain)]);
    let document = read(&wayline::export::trips_file(&merged.chronicle()));
    let report = MergeReport::new(&open, &document, |proposal| proposal.verdict == Verdict::Certain);
    assert_snapshot!(report.text());
    let told_as_two = document.chronicle.trips.iter().filter(|trip| trip.accounts().len() == 3);
    let told_as_two: Vec<String> = told_as_two.map(|trip| line(&document.chronicle, trip)).collect();
    assert_snapshot!(told_as_two.join("\n"), @r"
    Indonesia: source 2022-11-13/2022-11-14, source 2022-11-15/2022-11-16, source-2 2022-11-13/2022-11-16
    Ireland: source 2023-04-12, source 2023-04-13/2023-04-14, source-2 2023-04-12/2023-04-14
    ");
}

const ONE: &str = r#"(
    sources: [(id: "one")],
    countries: [(name: "USSR", also: ["Soviet Union"])],
    trips: [
        (country: "USSR", dates: "1956-06-01/1956-06-06", kind: state_visit, places: ["Moscow"]),
        (country: "KOR", dates: "1960-05-05/1960-05-07", status: planned),
        (id: "kept", country: "France", dates: "1960-05-05", inferred: "By the next row."),
    ],
)"#;

const OTHER: &str = r#"(
    sources: [(id: "other")],
    trips: [
        (country: "Soviet Union", dates: "1956-06-02/1956-06-06", places: ["Moscow"], details: "By train."),
        (country: "South Korea", dates: "1960-05-05/1960-05-07", status: planned),
        (country: "France", dates: "1960-05-20"),
    ],
)"#;

#[test]
fn each_account_keeps_what_its_own_source_says() {
    let merged = merged(&[ONE, OTHER]);
    assert_snapshot!(merged.text.as_str());
}

#[test]
fn dates_that_lie_far_apart_are_two_trips() {
    assert_snapshot!(lines(&merged(&[ONE, OTHER])));
}

/// Two stays of each source, each as near to one as to the other.
#[test]
fn of_two_choices_that_are_equally_good_none_is_made() {
    let file = |id: &str, dates: &str| {
        let trip = |details: &str| format!("(country: \"France\", dates: \"{dates}\", details: \"{details}\"),");
        format!("(sources: [(id: \"{id}\")], trips: [{}{}])", trip("By train."), trip("By air."))
    };
    let one = read(&file("a", "1960-05-01/1960-05-03"));
    let other = read(&file("b", "1960-05-01/1960-05-03"));
    let parts = [&one, &other].map(|document| Part { chronicle: &document.chronicle, file: "x.ron" });
    let merge = Merge::new(&parts, &Options::default());
    let open = merge.decided(&[]);
    let verdicts: Vec<&str> = open.proposals.iter().map(|proposal| proposal.verdict.key()).collect();
    assert_eq!(verdicts, ["unclear"; 4]);
}

/// The first and the second are certain, and so are the second and the third; the first and the third are not.
#[test]
fn three_accounts_are_certain_only_if_each_two_are() {
    let file = |id: &str, dates: &str| {
        format!("(sources: [(id: \"{id}\")], trips: [(country: \"France\", dates: \"{dates}\")])")
    };
    let trips = |dates: &[(&str, &str)]| {
        let files: Vec<String> = dates.iter().map(|(id, dates)| file(id, dates)).collect();
        merged(&files.iter().map(String::as_str).collect::<Vec<_>>()).chronicle.trips.len()
    };
    let [a, b, c] = [("a", "1960-05-01/1960-05-10"), ("b", "1960-05-03/1960-05-12"), ("c", "1960-05-06/1960-05-15")];
    assert_eq!((trips(&[a, b]), trips(&[b, c]), trips(&[a, c])), (1, 1, 2));
    assert_eq!(trips(&[a, b, c]), 3);
    assert_eq!(trips(&[a, b, ("c", "1960-05-02/1960-05-10")]), 1);
}

#[test]
fn travellers_are_joined_by_order_and_initials_and_by_nothing_else() {
    let file = |id: &str, traveller: &str| {
        format!(
            "(sources: [(id: \"{id}\")], trips: [(traveller: \"{traveller}\", country: \"France\", dates: \"1960-05-01/1960-05-10\")])"
        )
    };
    let trips = |one: &str, other: &str| merged(&[&file("a", one), &file("b", other)]).chronicle.trips.len();
    assert_eq!(trips("Richard M. Nixon", "NIXON, Richard"), 1);
    assert_eq!(trips("Joe Biden", "Joseph R. Biden"), 2);
    assert_eq!(trips("George W. Bush", "George H. W. Bush"), 2);
    // Who is not named can only be the one who is.
    assert_eq!(trips("Joe Biden", ""), 1);
    let third = file("c", "Richard Nixon");
    let merged = merged(&[&file("a", "Joe Biden"), &file("b", ""), &third]);
    assert_eq!(merged.chronicle.trips.len(), 3);
}

#[test]
fn editions_of_one_source_are_told_apart_by_their_files() {
    let edition = |second: &str| {
        format!(
            "(sources: [(id: \"list\", name: \"List\")], trips: [(country: \"China\", dates: \"1956\"), (country: \"France\", dates: \"{second}\")])"
        )
    };
    let (old, new) = (read(&edition("1960-05-01/1960-05-03")), read(&edition("1960-05-02/1960-05-03")));
    let merged = merged_of(&[("2025.ron", &old), ("2026.ron", &new)]);
    assert_snapshot!(lines(&read(&merged)));
    // The merged file knows each of them again.
    let read_merged = read(&merged);
    for edition in [("2025.ron", &old), ("2026.ron", &new)] {
        assert_eq!(merged_of(&[("both.ron", &read_merged), edition]), merged, "{}", edition.0);
    }
}
