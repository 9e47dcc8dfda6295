//! Random files: a few sources that cover this or that, and trips told by some of them in dates of all sorts.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use wayline::time::Day;

use super::day;

const COUNTRIES: [&str; 4] = ["Albania", "Bulgaria", "China", "Mongolia"];
const STATUSES: [&str; 4] = ["confirmed", "rumoured", "transit", "cancelled"];

/// A random source: which countries it covers, if not all, and which days.
#[derive(Clone, Debug)]
struct SourceDraft {
    countries: Option<BTreeSet<usize>>,
    period: Option<String>,
}

/// A random trip: country and status by number, and what each source says of its dates.
#[derive(Clone, Debug)]
struct TripDraft {
    country: usize,
    status: usize,
    first: String,
    others: [Option<String>; 2],
}

/// This many days after New Year 1957.
pub(crate) fn date(days: i32) -> Day {
    day("1957-01-01") + days
}

/// EDTF of all sorts, in the first months of 1957.
pub(crate) fn dates() -> impl Strategy<Value = String> {
    let sorts = (0..37_usize, 0..100_i32, 0..20_i32);
    sorts.prop_map(|(sort, start, length)| {
        let (first, last, later) = (date(start), date(start + length), date(start + length + 9));
        let month = &first.to_string()[..7];
        match sort {
            0 => month.to_owned(),
            1 => "1957".to_owned(),
            2 => format!("{month}~"),
            3 => format!("{first}~"),
            4 => format!("{first}?/{last}"),
            5 => format!("{first}/{last}~"),
            6 => format!("{first}%"),
            7 => format!("{first}/.."),
            8 => format!("{first}/"),
            9 => format!("../{last}"),
            10 => format!("/{last}"),
            11 => format!("{month}/{}", date(start + 60)),
            12 => format!("{}/{}", date(start - 60), month),
            13 => format!("{month}-1X"),
            14 => "1957-21".to_owned(),
            15 => format!("{{{first},{later}}}"),
            16 => format!("[{first},{later}]"),
            17 => format!("{{{first},{}}}", &later.to_string()[..7]),
            18 => format!("{{{first}..{last}}}"),
            19 => format!("{{..{first},{later}}}"),
            20 => format!("{{{first},{later}..}}"),
            21 => format!("[..{first}]"),
            22 => format!("{month}/.."),
            23 => format!("{{{first}?,{later}}}"),
            24 => format!("1957-XX-{}", &first.to_string()[8..]),
            25 => format!("1957-0X-{}X", &first.to_string()[8..9]),
            26 => format!("[1957-0X-{},{later}]", &first.to_string()[8..]),
            _ if length == 0 => first.to_string(),
            _ => format!("{first}/{last}"),
        }
    })
}

/// The text of a random file.
pub(crate) fn file() -> impl Strategy<Value = String> {
    let covered = prop::collection::btree_set(0..COUNTRIES.len(), 1..3);
    let source = (proptest::option::of(covered), proptest::option::of(dates()));
    let source = source.prop_map(|(countries, period)| SourceDraft { countries, period });
    let other = || proptest::option::of(dates());
    let status = prop_oneof![4 => Just(0_usize), 1 => 1..STATUSES.len()];
    let trip = (0..COUNTRIES.len(), status, dates(), [other(), other()]);
    let trip = trip.prop_map(|(country, status, first, others)| TripDraft { country, status, first, others });
    (prop::collection::vec(source, 1..=3), prop::collection::vec(trip, 1..=25))
        .prop_map(|(sources, trips)| text(&sources, &trips))
}

/// The text of a random file of two sources whose trips follow each other closely, most of them known to the day.
pub(crate) fn journeys() -> impl Strategy<Value = String> {
    let shift = prop_oneof![3 => Just(None), 1 => (-1..2_i32).prop_map(Some)];
    let status = prop_oneof![9 => Just(0_usize), 1 => 1..STATUSES.len()];
    let trip = (0..COUNTRIES.len(), status, -2..9_i32, 0..4_i32, prop::bool::weighted(0.1), shift);
    prop::collection::vec(trip, 1..=25).prop_map(|trips| {
        let mut start = date(0);
        let trips = trips.into_iter().map(|(country, status, gap, length, vague, shift)| {
            start = start + gap;
            let (first, last) = (start, start + length);
            start = last + 1;
            let dates = |shift: i32| format!("{}/{}{}", first + shift, last + shift, if vague { "~" } else { "" });
            TripDraft { country, status, first: dates(0), others: [shift.map(dates), None] }
        });
        let trips: Vec<_> = trips.collect();
        let everywhere = SourceDraft { countries: None, period: None };
        text(&[everywhere, SourceDraft { countries: Some([0].into()), period: None }], &trips)
    })
}

/// The file of some sources and trips. The first account of each trip is by another source in turn.
fn text(sources: &[SourceDraft], trips: &[TripDraft]) -> String {
    let mut text = "(countries: [".to_owned();
    for country in COUNTRIES {
        _ = write!(text, "(name: \"{country}\"), ");
    }
    text += "],\nsources: [\n";
    for (number, SourceDraft { countries, period }) in sources.iter().enumerate() {
        let names = countries.as_ref().map(|countries| countries.iter().map(|&at| COUNTRIES[at]).collect::<Vec<_>>());
        let countries = names.map(|names| format!("countries: {names:?}, ")).unwrap_or_default();
        let period = period.as_ref().map(|period| format!("period: {period:?}")).unwrap_or_default();
        _ = writeln!(text, "(id: \"s{number}\", covers: ({countries}{period})),");
    }
    text += "],\ntrips: [\n";
    for (number, TripDraft { country, status, first, others }) in trips.iter().enumerate() {
        _ = write!(text, "(country: {:?}, status: {}, accounts: [", COUNTRIES[*country], STATUSES[*status]);
        let told = std::iter::once(Some(first)).chain(others.iter().map(Option::as_ref)).take(sources.len());
        for (place, dates) in told.enumerate().filter_map(|(place, dates)| Some((place, dates?))) {
            _ = write!(text, "(source: \"s{}\", dates: {dates:?}), ", (number + place) % sources.len());
        }
        text += "]),\n";
    }
    text + "])"
}
