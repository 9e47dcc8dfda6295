//! What holds of the lists of random files in every reading: as many trips as are shown, on the days of the reading.

use std::collections::{BTreeMap, BTreeSet};

use biblatex::Bibliography;
use proptest::prelude::*;
use wayline::export::ListFormat;
use wayline::model::{self, Reading};
use wayline::time::{Day, DaySet, Span};

use super::{CSV, MARKDOWN, csv_lines, entries, everything, markdown_lines, text};
use crate::support::random_file::file;

/// The day of `19571104`.
fn day(text: &str) -> Day {
    let number = |from: usize, to: usize| text[from..to].parse::<u32>().unwrap();
    Day::from_ymd(number(0, 4).try_into().unwrap(), number(4, 6), number(6, 8)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn every_format_has_the_trips_that_are_shown(file in file()) {
        let loaded = model::load(file);
        prop_assert!(loaded.problems.is_empty());
        let chronicle = &loaded.chronicle;
        for reading in Reading::choices(chronicle) {
            let shown = loaded.shown(&everything(reading));
            let heard = |index: &model::TripIndex| -> Vec<model::SourceIndex> {
                let accounts = chronicle.trip(*index).accounts().iter();
                accounts.map(|account| account.source).filter(|&source| reading.includes(source)).collect()
            };
            let ids: Vec<String> = shown.trips(chronicle).iter().map(|&index| chronicle.trip(index).id(chronicle).into_owned()).collect();
            let ids: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
            let accounts: usize = shown.trips(chronicle).iter().map(|index| heard(index).len()).sum();
            let sources: usize = shown.trips(chronicle).iter().map(|index| heard(index).into_iter().collect::<BTreeSet<_>>().len()).sum();

            let lines = csv_lines(&text(&loaded, reading, CSV));
            prop_assert_eq!(lines.len(), accounts);
            prop_assert_eq!(lines.iter().map(|line| line["id"].as_str()).collect::<BTreeSet<_>>(), ids.clone());
            let cells = markdown_lines(&text(&loaded, reading, MARKDOWN));
            prop_assert_eq!(cells.len(), accounts);
            for (cells, line) in cells.iter().zip(&lines) {
                prop_assert_eq!(&cells[5], &line["dates"]);
            }
            let json: serde_json::Value = serde_json::from_str(&text(&loaded, reading, ListFormat::Json)).unwrap();
            prop_assert_eq!(json.as_array().unwrap().len(), shown.trip_count);
            prop_assert_eq!(text(&loaded, reading, ListFormat::Footnotes).lines().count(), shown.trip_count);

            let bibliography = Bibliography::parse(&text(&loaded, reading, ListFormat::Bibtex)).unwrap();
            prop_assert_eq!(bibliography.len(), sources);
            let csl = text(&loaded, reading, ListFormat::CslJson);
            let items: Vec<citationberg::json::Item> = serde_json::from_str(&csl).unwrap();
            let names: BTreeSet<String> = items.iter().map(|item| item.id().unwrap().into_owned()).collect();
            prop_assert_eq!(names, bibliography.keys().map(str::to_owned).collect());
            prop_assert_eq!(items.len(), sources);

            let mut days: BTreeMap<String, DaySet> = BTreeMap::new();
            let mut certain: BTreeMap<String, DaySet> = BTreeMap::new();
            let entries = entries(&text(&loaded, reading, ListFormat::Calendar));
            for entry in &entries {
                let run = DaySet::from(Span::new(day(&entry["DTSTART"]), day(&entry["DTEND"])).unwrap());
                let id = &entry["X-WAYLINE-TRIP"];
                let add = |days: &mut BTreeMap<String, DaySet>| {
                    let all = days.entry(id.clone()).or_default();
                    *all = all.union(&run);
                };
                add(&mut days);
                let in_doubt = ["certain: ", "unknown: "].iter().any(|words| entry["SUMMARY"].contains(words));
                if !in_doubt {
                    add(&mut certain);
                }
                prop_assert!(!in_doubt || entry["STATUS"] != "CONFIRMED");
            }
            prop_assert_eq!(days.keys().map(String::as_str).collect::<BTreeSet<_>>(), ids);
            let names: BTreeSet<&str> = entries.iter().map(|entry| entry["UID"].as_str()).collect();
            prop_assert_eq!(names.len(), entries.len());
            for &index in shown.trips(chronicle) {
                let trip = chronicle.trip(index);
                let stay = reading.days(chronicle, trip).unwrap();
                prop_assert_eq!(&days[&*trip.id(chronicle)], &stay.possible);
                // What is written without a doubt is certain.
                let sure = certain.get(&*trip.id(chronicle)).cloned().unwrap_or_default();
                prop_assert!(sure.difference(&stay.certain).is_empty());
            }
        }
    }
}
