//! Source against source: days that differ, silence about what is covered, and offices that clash.

use wayline::model::Code;

use super::{alone, country, default_file, load, messages, of, pairs, possible, source, told, trips};

#[test]
fn accounts_of_other_days_differ() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = Vec::new();
    for (at, trip) in chronicle.trips.iter().enumerate() {
        for (a, b) in pairs(&trip.accounts().iter().collect::<Vec<_>>()) {
            let (first, second) = (possible(a), possible(b));
            if a.source == b.source || first == second {
                continue;
            }
            expected.push(at);
            let finding = of(&loaded, Code::AccountsDiffer)
                .into_iter()
                .find(|finding| finding.trips().iter().all(|trip| trip.position() == at))
                .unwrap_or_else(|| panic!("{} is not found", trip.id(chronicle)));
            for account in [a, b] {
                let has = format!("{} has {}", source(chronicle, account), account.when.describe());
                assert!(finding.message(chronicle).contains(&has), "{}", finding.message(chronicle));
            }
            let class = if first.is_subset(&second) || second.is_subset(&first) {
                "one within the other"
            } else if first.is_disjoint(&second) {
                "without a day in common"
            } else if first.len() == second.len() {
                "shifted"
            } else {
                "overlapping"
            };
            let apart = |a: Option<&i32>, b: Option<&i32>| match a.unwrap() - b.unwrap() {
                0 => "the same day".to_owned(),
                1 => "1 day later".to_owned(),
                -1 => "1 day earlier".to_owned(),
                later @ 1.. => format!("{later} days later"),
                earlier => format!("{} days earlier", -earlier),
            };
            let starts = format!(": {class}; {} starts {}", source(chronicle, a), apart(first.first(), second.first()));
            let ends = format!("ends {}", apart(first.last(), second.last()));
            assert!(
                finding.message(chronicle).contains(&starts) && finding.message(chronicle).contains(&ends),
                "{}",
                finding.message(chronicle)
            );
        }
    }
    assert_eq!(trips(&loaded, Code::AccountsDiffer), alone(&expected));
    let known = ["1949, February 22-April 7", "1953, September 4-28", "1957, November 3-23"];
    let known = known.into_iter().chain(["1959, January 21-February 7", "1961, October 14-November 2"]);
    let known: Vec<_> = known.chain(["1986, October 22-26"]).map(|words| told(chronicle, words)).collect();
    assert_eq!(expected, known);
    let of_1957 = "Soviet Union: List has 4–21 November 1957, Album has 3–23 November 1957: \
                   one within the other; List starts 1 day later, ends 2 days earlier";
    assert!(messages(&loaded, Code::AccountsDiffer).contains(&of_1957.to_owned()));
}

#[test]
fn accounts_that_are_vaguer_differ_too() {
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [
        (country: "X", accounts: [(source: "a", dates: "1964-11"), (source: "b", dates: "1964-11-03/1964-11-05")]),
        (country: "X", accounts: [(source: "a", dates: "1965-11"), (source: "b", dates: "1965-11")]),
        (country: "X", accounts: [(source: "a", dates: "1966-11-01"), (source: "a", dates: "1966-11-05")]),
    ])"#;
    let vague = "X: a has some time in November 1964, b has 3–5 November 1964: \
                 one known only roughly, with the other inside";
    assert_eq!(messages(&load(text), Code::AccountsDiffer), [vague]);
}

#[test]
fn a_source_is_silent_about_what_it_covers() {
    let loaded = default_file();
    let chronicle = &loaded.chronicle;
    let mut expected = Vec::new();
    for (at, trip) in chronicle.trips.iter().enumerate() {
        let tells = |id: &str| trip.accounts().iter().any(|account| chronicle.source(account.source).id == id);
        // The list covers everything, the album the Soviet Union.
        for (id, name, covers) in
            [("list", "List", true), ("album", "Album", country(chronicle, trip) == "Soviet Union")]
        {
            if covers && !tells(id) {
                expected.push(at);
                let silent = format!("; {name} covers that country and time and does not tell of it");
                let finding =
                    of(&loaded, Code::SourceSilent).into_iter().find(|finding| finding.trips()[0].position() == at);
                assert!(finding.unwrap().message(chronicle).ends_with(&silent), "{}", trip.id(chronicle));
            }
        }
    }
    assert_eq!(trips(&loaded, Code::SourceSilent), alone(&expected));
    let known = ["1-6 June 1956", "3-25 March 1961", "1961, June 29-July 10", "1966", "1968", "1984, June 21-July 1"];
    assert_eq!(expected, known.map(|words| told(chronicle, words)));
}

#[test]
fn silence_means_nothing_where_a_source_does_not_speak() {
    let text = r#"(sources: [(id: "a"), (id: "b", covers: (countries: ["X"], period: "1950/1959"))], trips: [
        (country: "X", accounts: [(source: "a", dates: "1949")]),
        (country: "X", accounts: [(source: "a", dates: "1959-12-30/1960-01-02")]),
        (country: "Y", accounts: [(source: "a", dates: "1955")]),
        (country: "X", status: cancelled, accounts: [(source: "a", dates: "1955")]),
        (country: "X", accounts: [(source: "a", dates: "195X")]),
        (country: "X", accounts: [(source: "a", dates: "195X/1960")]),
    ])"#;
    // Days beyond the period leave it open whether the source should have told.
    assert_eq!(trips(&load(text), Code::SourceSilent), alone(&[4]));
}

#[test]
fn offices_of_one_person_clash() {
    let loaded = default_file();
    let mut expected = Vec::new();
    let chronicle = &loaded.chronicle;
    for (at, trip) in chronicle.trips.iter().enumerate() {
        for (a, b) in pairs(&trip.accounts().iter().collect::<Vec<_>>()) {
            for (leader, other) in
                a.leaders.iter().flat_map(|leader| b.leaders.iter().map(move |other| (leader, other)))
            {
                let family = |name: &str| name.rsplit(' ').next().unwrap().to_lowercase();
                let office = |office: &str| office.to_lowercase().replace("central committee of the ", "");
                let [own, others] = [office(&leader.office), office(&other.office)];
                if family(&leader.name) == family(&other.name) && !own.is_empty() && !others.is_empty() && own != others
                {
                    expected.push((at, leader.name.as_str(), other.office.as_str()));
                }
            }
        }
    }
    let found = of(&loaded, Code::OfficeClash);
    assert_eq!(trips(&loaded, Code::OfficeClash), alone(&expected.iter().map(|clash| clash.0).collect::<Vec<_>>()));
    for (finding, (_, name, office)) in found.iter().zip(&expected) {
        assert!(finding.message(chronicle).contains(&format!("List calls {name} “")), "{}", finding.message(chronicle));
        assert!(finding.message(chronicle).ends_with(&format!(" “{office}”")), "{}", finding.message(chronicle));
    }
    let names: Vec<_> = expected.iter().map(|clash| clash.1).collect();
    assert_eq!(names, ["Georgy Malenkov"]);
}

#[test]
fn offices_of_others_and_in_the_same_words_do_not_clash() {
    let text = r#"(sources: [(id: "a"), (id: "b")], trips: [(country: "X", accounts: [
        (source: "a", dates: "1950", leaders: [(name: "Nikita Khrushchev", office: "The First Secretary"),
            (name: "Anna Bulganin", office: "minister"), (name: "Sukarno"), (name: "Mao", office: "chairman")]),
        (source: "b", dates: "1950", leaders: [(name: "N. S. Khrushchev", office: "first secretary"),
            (name: "N. A. Bulganin", office: "chairman"), (name: "Sukarno", office: "President"), (office: "guest")]),
    ])])"#;
    assert_eq!(messages(&load(text), Code::OfficeClash), Vec::<String>::new());
}
