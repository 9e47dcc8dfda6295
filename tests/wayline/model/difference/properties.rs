//! What holds for any two files.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use wayline::model::difference::{Field, Sort};
use wayline::model::{Document, load};

use super::{difference, read};

/// What an account says, field by field, with its source.
type Told = (String, BTreeMap<Field, Vec<String>>);

fn trip() -> impl Strategy<Value = String> {
    let dates = (1..6_u32, 1..28_u32, 0..6_u32, 0..8_u8).prop_map(|(month, day, days, kind)| match kind {
        0 => format!("1960-{month:02}"),
        1 => format!("1960-{month:02}-{day:02}~"),
        _ if days == 0 => format!("1960-{month:02}-{day:02}"),
        _ => format!("1960-{month:02}-{day:02}/1960-{month:02}-{:02}", (day + days).min(28)),
    });
    let places = prop::sample::select(vec!["", "\"Paris\"", "\"Paris\", \"Rome\""]);
    let leaders = prop::sample::select(vec!["", "(name: \"Cy\")", "(name: \"Cy\", office: \"King\")"]);
    let words = ("France|USSR|Soviet Union", "Ann|Bo|", places, leaders);
    let rest = (
        prop::sample::select(vec!["confirmed", "planned"]),
        prop::sample::select(vec!["treaty", "unspecified"]),
        "[a-c]?",
    );
    (prop::sample::select(vec!["s", "t"]), words, dates, rest).prop_map(
        |(source, (country, traveller, places, leaders), dates, (status, kind, details))| {
            format!(
                "(source: \"{source}\", country: \"{country}\", traveller: \"{traveller}\", status: {status}, kind: {kind}, dates: \"{dates}\", places: [{places}], leaders: [{leaders}], details: \"{details}\")"
            )
        },
    )
}

fn trips() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(trip(), 0..16)
}

fn file(trips: &[String]) -> Document {
    let text = format!(
        "(sources: [(id: \"s\"), (id: \"t\")], countries: [(name: \"USSR\", also: [\"Soviet Union\"]), (name: \"France\")], trips: [{}])",
        trips.join(", ")
    );
    // A file without trips is no mistake here.
    if trips.is_empty() { load(text) } else { read(&text) }
}

/// All accounts of a file, each once: those that an empty file has not.
fn accounts(document: &Document) -> BTreeSet<Told> {
    let added = difference(&file(&[]), document);
    let told = added.changes.iter().filter_map(|change| change.new.as_ref());
    told.map(|version| (version.source.clone(), version.fields())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn order_and_repetition_make_no_difference(trips in trips(), repeated in any::<prop::sample::Index>(), turn in 0..16_usize) {
        let mut others = trips.clone();
        if !others.is_empty() {
            others.push(trips[repeated.index(trips.len())].clone());
            others.reverse();
            let turn = turn % others.len();
            others.rotate_left(turn);
        }
        let difference = difference(&file(&trips), &file(&others));
        prop_assert!(difference.is_empty(), "{difference:?}");
    }

    /// The fields that changed, put into the accounts of the old file, give those of the new one.
    #[test]
    fn what_it_says_gives_the_other_file(old in trips(), new in trips(), kept in 0..16_usize) {
        let new: Vec<String> = old.iter().take(kept).cloned().chain(new).collect();
        let (old, new) = (file(&old), file(&new));
        let mut told = accounts(&old);
        for change in &difference(&old, &new).changes {
            let fields = change.fields();
            prop_assert!(!fields.is_empty());
            let mut account = match &change.old {
                Some(old) => {
                    let account = (old.source.clone(), old.fields());
                    prop_assert!(told.remove(&account), "{account:?} is not in the old file, or was taken twice");
                    account
                }
                None => (change.new.as_ref().unwrap().source.clone(), BTreeMap::new()),
            };
            for field in fields {
                if field.new.is_empty() {
                    account.1.remove(&field.field);
                } else {
                    account.1.insert(field.field, field.new);
                }
            }
            if change.new.is_some() {
                prop_assert!(told.insert(account));
            }
        }
        prop_assert_eq!(told, accounts(&new));
    }

    #[test]
    fn a_moved_date_is_one_change(trips in trips(), moved in any::<prop::sample::Index>(), day in 1..29_u32) {
        prop_assume!(!trips.is_empty());
        let old = file(&trips);
        let mut others = trips.clone();
        let trip = &mut others[moved.index(trips.len())];
        let (before, rest) = trip.split_once("dates: \"").unwrap();
        let (dates, after) = rest.split_once('"').unwrap();
        let month = &dates[..7];
        *trip = format!("{before}dates: \"{month}-{day:02}/{month}-29\"{after}");
        let new = file(&others);
        // Of a trip that is told twice the other one stays.
        prop_assume!(accounts(&old).len() == trips.len() && accounts(&new).len() == trips.len());
        let difference = difference(&old, &new);
        prop_assert_eq!(difference.changes.len(), 1, "{:?}", difference);
        prop_assert_eq!(difference.changes[0].sort(), Sort::Moved);
    }

    /// Seen from the other side, what was added is removed and what moved moves back.
    #[test]
    fn the_other_way_round_it_says_the_same(old in trips(), new in trips()) {
        let (old, new) = (file(&old), file(&new));
        let (there, back) = (difference(&old, &new), difference(&new, &old));
        let counts = |difference: &wayline::model::Difference, sorts: [Sort; 2]| sorts.map(|sort| difference.count(sort));
        prop_assert_eq!(counts(&there, [Sort::Added, Sort::Removed]), counts(&back, [Sort::Removed, Sort::Added]));
    }
}
