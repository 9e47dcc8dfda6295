//! What holds for any files.

use std::collections::BTreeSet;

use proptest::prelude::*;
use wayline::model::Document;

use super::{merged_of, read};

/// What a source tells of a stay.
#[derive(Clone, Debug)]
struct Told {
    source: u8,
    text: String,
}

fn told() -> impl Strategy<Value = Told> {
    let dates = (1..3_u32, 1..28_u32, 0..6_u32, 0..10_u8).prop_map(|(month, day, days, kind)| match kind {
        0 => format!("1960-{month:02}"),
        1 => format!("1960-{month:02}-{day:02}~"),
        2 => format!("1960-{month:02}-{day:02}/.."),
        _ if days == 0 => format!("1960-{month:02}-{day:02}"),
        _ => format!("1960-{month:02}-{day:02}/1960-{month:02}-{:02}", (day + days).min(28)),
    });
    let words = ("France|USSR|Soviet Union|KOR|South Korea", "Nixon, R[.]|Richard Nixon|Harry Truman|", "Paris|Rome|");
    let rest = (
        prop::sample::select(vec!["confirmed", "planned"]),
        prop::sample::select(vec!["treaty", "unspecified"]),
        "[a-c]",
    );
    (0..4_u8, words, dates, rest).prop_map(|(source, (country, traveller, place), dates, (status, kind, details))| {
        let place = if place.is_empty() { String::new() } else { format!("\"{place}\"") };
        let text = format!(
            "(country: \"{country}\", traveller: \"{traveller}\", status: {status}, kind: {kind}, dates: \"{dates}\", places: [{place}], details: \"{details}\")"
        );
        Told { source, text }
    })
}

/// A file of what one source tells.
fn file(source: u8, told: &[Told]) -> String {
    let trips: Vec<&str> = told.iter().filter(|told| told.source == source).map(|told| told.text.as_str()).collect();
    format!(
        "(sources: [(id: \"s{source}\", name: \"Source {source}\", citation: \"No. {source}\")], countries: [(name: \"USSR\", also: [\"Soviet Union\"])], trips: [{}])",
        trips.join(", ")
    )
}

/// A file for each source that tells anything.
pub(super) fn files() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(told(), 1..24).prop_map(|told| {
        let sources: BTreeSet<u8> = told.iter().map(|told| told.source).collect();
        sources.into_iter().map(|source| file(source, &told)).collect()
    })
}

fn merged(texts: &[String]) -> String {
    let documents: Vec<Document> = texts.iter().map(|text| read(text)).collect();
    let files: Vec<(&str, &Document)> = documents.iter().map(|document| ("x.ron", document)).collect();
    merged_of(&files)
}

/// What every account says, with who, where and what for.
fn all_told(document: &Document, with_travellers: bool) -> BTreeSet<String> {
    let chronicle = &document.chronicle;
    let mut all = BTreeSet::new();
    for trip in &chronicle.trips {
        for account in trip.accounts() {
            let own = account.own.clone().unwrap_or_default();
            let traveller = own.traveller.as_deref().or(chronicle.traveller(trip.traveller)).unwrap_or_default();
            let traveller = if with_travellers { traveller } else { "" };
            let country = own.country.as_deref().unwrap_or_else(|| chronicle.country_name(trip));
            let (kind, status) = (own.kind.unwrap_or(trip.kind), own.status.unwrap_or(trip.status));
            let places: Vec<&str> = account.places.iter().map(|place| place.name.as_str()).collect();
            let (source, dates) = (&chronicle.source(account.source).name, account.when.edtf());
            all.insert(format!(
                "{source} {traveller} {country} {kind:?} {status:?} {dates} {places:?} {}",
                account.details
            ));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn neither_order_nor_parts_matter(told in prop::collection::vec(told(), 1..24), order in any::<u64>(), cut in any::<u64>()) {
        let sources: BTreeSet<u8> = told.iter().map(|told| told.source).collect();
        let whole: Vec<String> = sources.iter().map(|&source| file(source, &told)).collect();
        let expected = merged(&whole);
        let mut reversed = whole.clone();
        reversed.reverse();
        let turn = usize::try_from(order % reversed.len() as u64).unwrap();
        reversed.rotate_left(turn);
        prop_assert_eq!(&merged(&reversed), &expected);
        // Each account in one of two files of its source.
        let half = |first: bool| {
            let own: Vec<Told> =
                told.iter().enumerate().filter(|(at, _)| (cut >> (at % 64) & 1 == 1) == first).map(|(_, told)| told.clone()).collect();
            sources.iter().map(|&source| file(source, &own)).collect::<Vec<_>>()
        };
        let parts: Vec<String> = half(true).into_iter().chain(half(false)).filter(|text| text.contains("details")).collect();
        prop_assert_eq!(&merged(&parts), &expected);
    }

    #[test]
    fn no_account_is_lost_or_changed(texts in files()) {
        // Whom a trip is of that names nobody may be known by the others.
        let all_named = texts.iter().all(|text| !text.contains("traveller: \"\""));
        let before: BTreeSet<String> = texts.iter().flat_map(|text| all_told(&read(text), all_named)).collect();
        let merged = read(&merged(&texts));
        prop_assert_eq!(all_told(&merged, all_named), before);
    }

    #[test]
    fn merging_with_what_is_in_it_changes_nothing(texts in files()) {
        let once = merged(&texts);
        for text in &texts {
            prop_assert_eq!(&merged(&[once.clone(), text.clone()]), &once);
        }
        prop_assert_eq!(&merged(&[once.clone(), once.clone()]), &once);
        // What is merged is laid out as files are.
        prop_assert_eq!(wayline::data::format(&once).unwrap(), once);
    }
}
