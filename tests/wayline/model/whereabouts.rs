//! Where each source has the traveller on a day.

use std::collections::BTreeSet;

use wayline::model::{DayIndex, Whereabouts};
use wayline::time::Day;

use wayline::model::load;

const FILE: &str = r#"(
    sources: [(id: "a", name: "First"), (id: "b", name: "Second", covers: (countries: ["China"]))],
    trips: [
        (country: "Poland", accounts: [
            (source: "a", dates: "1956-07-02/1956-07-06", places: ["Warsaw"]),
            (source: "b", dates: "1956-07", places: ["Warsaw", "Gdynia", "Poznań"]),
        ]),
        (country: "Hungary", source: "a", dates: "1956-07-06/1956-07-08", places: ["Eger", "Győr"]),
        (country: "China", source: "a", status: rumoured, dates: "1966-05-01"),
        (country: "China", source: "a", status: cancelled, dates: "1966-05-02"),
        (country: "China", source: "a", dates: "1967-05-01"),
    ],
)"#;

fn on(year: i32, month: u32, day: u32) -> (Vec<String>, String) {
    let loaded = load(FILE.to_owned());
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let index = DayIndex::new(&loaded.chronicle);
    let whereabouts =
        Whereabouts::new(&loaded.chronicle, &index, Day::from_ymd(year, month, day).unwrap(), &BTreeSet::new());
    let words = whereabouts.describe(&loaded.chronicle).into_iter().map(|(_, words)| words).collect();
    (words, whereabouts.summary(&loaded.chronicle))
}

#[test]
fn each_source_answers_in_words() {
    let check = |day: (i32, u32, u32), words: [&str; 2], summary: &str| {
        let (said, line) = on(day.0, day.1, day.2);
        assert_eq!((said, line.as_str()), (words.map(str::to_owned).to_vec(), summary), "{day:?}");
    };
    let july = "possibly in Poland (Warsaw, Gdynia and 1 more), some time in July 1956";
    check(
        (1956, 7, 2),
        ["certainly in Warsaw (Poland), 2–6 July 1956", july],
        "First: Warsaw (Poland) · Second: possibly Poland",
    );
    check(
        (1956, 7, 6),
        ["certainly in Warsaw (Poland), 2–6 July 1956; certainly in Hungary (Eger, Győr), 6–8 July 1956", july],
        "First: Warsaw (Poland); Hungary · Second: possibly Poland",
    );
    check((1956, 7, 9), ["not known", july], "First: not known · Second: possibly Poland");
    check(
        (1966, 5, 1),
        ["possibly in China, 1 May 1966 (rumoured)", "not known"],
        "First: possibly China (rumoured) · Second: not known",
    );
    check((1966, 5, 2), ["not known", "not known"], "First: not known · Second: not known");
    check(
        (1967, 5, 1),
        ["certainly in China, 1 May 1967", "not known (it covers China)"],
        "First: China · Second: not known (it covers China) · the sources disagree",
    );
}
