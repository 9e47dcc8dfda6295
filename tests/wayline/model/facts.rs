//! The default file against the two documents it was made from: every row below was read off them by hand.

use std::collections::BTreeMap;

use wayline::model::{Chronicle, Claim, EventKind, Filter, Statistics, Tours, Trip, TripSet, TripStatus};
use wayline::time::Months;

use crate::support::default_chronicle;

/// How the list's row names its country.
#[derive(Clone, Copy, PartialEq)]
enum Cell {
    /// In its cell.
    Printed,
    /// The cell is empty, or holds something else: the country had to be restored.
    Lost,
}
use Cell::{Lost, Printed};

/// The rows of the list's tables, top to bottom: date, country, its cell.
const LIST: [(&str, &str, Cell); 48] = [
    ("3-25 March 1949", "Soviet Union", Lost),
    ("10-23 September 1953", "Soviet Union", Lost),
    ("10-27 November 1953", "China", Lost),
    ("28 September-5 October 1954", "China", Lost),
    ("1-6 June 1956", "Soviet Union", Lost),
    ("7-12 June 1956", "East Germany", Lost),
    ("13-17 June 1956", "Romania", Printed),
    ("17-20 June 1956", "Hungary", Printed),
    ("21-25 June 1956", "Czechoslovakia", Lost),
    ("25-26 June 1956", "Bulgaria", Printed),
    ("29 June-1 July 1956", "Albania", Printed),
    ("2-6 July 1956", "Poland", Lost),
    ("6-16 July 1956", "Soviet Union", Lost),
    ("16-18 July 1956", "Mongolia", Lost),
    ("4-21 November 1957", "Soviet Union", Lost),
    ("21-28 November 1958", "China", Lost),
    ("28 November-2 December 1958", "North Vietnam", Lost),
    ("14 January-6 February 1959", "Soviet Union", Lost),
    ("1 October 1959", "China", Lost),
    ("3-25 March 1961", "Soviet Union", Lost),
    ("17-31 October 1961", "Soviet Union", Lost),
    ("11-15 July 1961", "China", Lost),
    ("November 1964", "North Vietnam", Lost),
    ("10-20 April 1965", "Indonesia", Lost),
    ("3-7 July 1966", "Romania", Printed),
    ("October 1970", "China", Lost),
    ("18-26 April 1975", "China", Lost),
    ("22-26 May 1975", "Romania", Printed),
    ("26-30 May 1975", "Algeria", Printed),
    ("30 May-4 June 1975", "Mauritania", Lost),
    ("4-6 June 1975", "Bulgaria", Printed),
    ("5-10 June 1975", "Yugoslavia", Lost),
    ("7-9 May 1980", "Yugoslavia", Lost),
    ("9-13 May 1980", "Romania", Printed),
    ("15-26 September 1982", "China", Lost),
    ("2-12 June 1983", "China", Lost),
    ("17-27 May 1984", "Soviet Union", Lost),
    ("27-29 May 1984", "Poland", Lost),
    ("29 May-4 June 1984", "East Germany", Lost),
    ("4-7 June 1984", "Czechoslovakia", Lost),
    ("7-9 June 1984", "Hungary", Printed),
    ("9-12 June 1984", "Yugoslavia", Lost),
    ("12-18 June 1984", "Bulgaria", Printed),
    ("18-21 June 1984", "Romania", Printed),
    ("22-27 October 1986", "Soviet Union", Lost),
    ("20-23 May 1987", "China", Lost),
    ("25 June-1 July 1988", "Mongolia", Lost),
    ("3-15 October 1991", "China", Lost),
];

/// The album's stays in the Soviet Union: date, and the list's date of the same stay.
const ALBUM: [(&str, Option<&str>); 10] = [
    ("1949, February 22-April 7", Some("3-25 March 1949")),
    ("1953, September 4-28", Some("10-23 September 1953")),
    ("1956, July 6-16", Some("6-16 July 1956")),
    ("1957, November 3-23", Some("4-21 November 1957")),
    ("1959, January 21-February 7", Some("14 January-6 February 1959")),
    ("1961, June 29-July 10", None),
    ("1961, October 14-November 2", Some("17-31 October 1961")),
    ("1984, May 17-27", Some("17-27 May 1984")),
    ("1984, June 21-July 1", None),
    ("1986, October 22-26", Some("22-27 October 1986")),
];

/// The list's rows of each country; the rows of its tables counted, not the totals it claims.
const LIST_ROWS: [(&str, usize); 15] = [
    ("Albania", 1),
    ("Algeria", 1),
    ("Bulgaria", 3),
    ("China", 11),
    ("Czechoslovakia", 2),
    ("East Germany", 2),
    ("Hungary", 2),
    ("Indonesia", 1),
    ("Mauritania", 1),
    ("Mongolia", 2),
    ("North Vietnam", 2),
    ("Poland", 2),
    ("Romania", 5),
    ("Soviet Union", 10),
    ("Yugoslavia", 3),
];

/// The album's honours in its order: its words for the date, and the country it names with them.
const HONOURS: [(&str, &str); 23] = [
    ("January Juche 67(1978)", "Soviet Union"),
    ("September 3 Juche 34(1945)", "Soviet Union"),
    ("April 14 Juche 76(1987)", "Soviet Union"),
    ("April 14 Juche 61(1972)", "Soviet Union"),
    ("September 30 Juche 34(1945)", "Soviet Union"),
    ("May 8 Juche 59(1970)", "Soviet Union"),
    ("November 30 Juche 58(1969)", "Soviet Union"),
    ("August 15 Juche 64(1975)", "Soviet Union"),
    ("May 20 Juche 73(1984)", "Soviet Union"),
    ("May 9 Juche 74(1985)", "Soviet Union"),
    ("June 24 Juche 73(1984)", "Soviet Union"),
    ("October 25 Juche 75(1986)", "Soviet Union"),
    ("May 16 Juche 79(1990)", "Soviet Union"),
    ("May 19 Juche 79(1990)", "Soviet Union"),
    ("May 9 Juche 82(1993)", "Soviet Union"),
    ("May 18 Juche 79(1990)", "Soviet Union"),
    ("April 15 Juche 81(1992)", "Russia"),
    ("July 4 Juche 95(2006)", "Russia"),
    ("April 13 Juche 95(2006)", "Russia"),
    ("April 13 Juche 95(2006)", "Russia"),
    ("April 9 Juche 97(2008)", "Russia"),
    ("September 9 Juche 95(2006)", "Russia"),
    ("July 14 Juche 96(2007)", "Russia"),
];

/// The album's gifts in its order; one caption has no date.
const GIFTS: [&str; 22] = [
    "December Juche 37(1948)",
    "October Juche 39 (1950)",
    "",
    "June Juche 44(1955)",
    "September Juche 42(1953)",
    "September Juche 47(1958)",
    "May Juche 55(1966)",
    "September Juche 57(1968)",
    "May Juche 73(1984)",
    "August Juche 74(1985)",
    "March Juche 75(1986)",
    "October Juche 75(1986)",
    "July Juche 75(1986)",
    "May Juche 77(1988)",
    "April Juche 77(1988)",
    "April Juche 77(1988)",
    "December Juche 77(1988)",
    "December Juche 78(1989)",
    "October Juche 75(1986)",
    "September Juche 79(1990)",
    "April Juche 101(2012)",
    "May Juche 95(2006)",
];

/// The list's own totals.
const TOTALS: [(&str, u32); 15] = [
    ("Albania", 1),
    ("Algeria", 1),
    ("Bulgaria", 3),
    ("China", 11),
    ("Czechoslovakia", 2),
    ("East Germany", 2),
    ("Hungary", 2),
    ("Indonesia", 1),
    ("Mauritania", 1),
    ("Mongolia", 2),
    ("North Vietnam", 2),
    ("Poland", 2),
    ("Romania", 3),
    ("Soviet Union", 10),
    ("Yugoslavia", 2),
];

/// The dates of a source's words in EDTF, read without any help from the program.
fn edtf(words: &str) -> String {
    if let Some((year, days)) = words.split_once(", ") {
        // The album's way: `1949, February 22-April 7`.
        let (first, last) = days.split_once('-').unwrap();
        let (month, number) = first.split_once(' ').unwrap();
        let (last_month, last_number) = last.split_once(' ').unwrap_or((month, last));
        return format!("{}/{}", ymd(year, month, number), ymd(year, last_month, last_number));
    }
    if let Some((date, year)) = words.split_once(" Juche ") {
        // `September 3 Juche 34(1945)`: Juche 1 is 1912.
        let (juche, year) = year.trim_end_matches(')').split_once('(').unwrap();
        assert_eq!(juche.trim().parse::<i32>().unwrap() + 1911, year.parse::<i32>().unwrap(), "{words}");
        return match date.split_once(' ') {
            Some((month, number)) => ymd(year, month, number),
            None => format!("{year}-{:02}", month_number(date)),
        };
    }
    // The list's way: `29 June-1 July 1956`, `3-25 March 1949`, `1 October 1959`, `November 1964`, `1966`.
    let Some((date, year)) = words.rsplit_once(' ') else { return words.to_owned() };
    let Some((days, month)) = date.rsplit_once(' ') else { return format!("{year}-{:02}", month_number(date)) };
    let Some((first, last)) = days.split_once('-') else { return ymd(year, month, days) };
    let (number, first_month) = first.split_once(' ').unwrap_or((first, month));
    format!("{}/{}", ymd(year, first_month, number), ymd(year, month, last))
}

fn ymd(year: &str, month: &str, number: &str) -> String {
    format!("{year}-{:02}-{:02}", month_number(month), number.parse::<u32>().unwrap())
}

fn month_number(name: &str) -> u32 {
    (1..=12).find(|&number| Months::Full.name(number) == name).unwrap_or_else(|| panic!("{name} is no month"))
}

fn country<'a>(chronicle: &'a Chronicle, trip: &Trip) -> &'a str {
    &chronicle.country(trip.country).name
}

/// What a source says of each confirmed trip it knows, in the order of the file: its words for the date, the country.
fn told<'a>(chronicle: &'a Chronicle, source: &str) -> Vec<(&'a str, &'a str)> {
    let confirmed = chronicle.trips.iter().filter(|trip| trip.status == TripStatus::Confirmed);
    confirmed
        .flat_map(|trip| trip.accounts().iter().map(move |account| (trip, account)))
        .filter(|(_, account)| chronicle.source(account.source).id == source)
        .map(|(trip, account)| (account.verbatim.as_deref().unwrap(), country(chronicle, trip)))
        .collect()
}

#[test]
fn every_row_of_the_list_is_there_in_its_order() {
    let chronicle = default_chronicle();
    let expected: Vec<_> = LIST.iter().map(|&(words, country, _)| (words, country)).collect();
    assert_eq!(told(&chronicle, "list"), expected);
}

#[test]
fn every_stay_of_the_album_is_there_in_its_order() {
    let chronicle = default_chronicle();
    let expected: Vec<_> = ALBUM.iter().map(|&(words, _)| (words, "Soviet Union")).collect();
    assert_eq!(told(&chronicle, "album"), expected);
}

#[test]
fn stays_that_both_sources_tell_are_one_trip() {
    let chronicle = default_chronicle();
    for (album, list) in ALBUM {
        let words = |trip: &&Trip| trip.accounts().iter().any(|account| account.verbatim.as_deref() == Some(album));
        let trip = chronicle.trips.iter().find(words).unwrap();
        let others: Vec<_> = trip.accounts().iter().filter_map(|account| account.verbatim.as_deref()).collect();
        let expected: Vec<_> = list.into_iter().chain([album]).collect();
        assert_eq!(others, expected);
    }
}

#[test]
fn there_are_as_many_trips_as_the_documents_tell() {
    let chronicle = default_chronicle();
    let accounts = |status| {
        let trips = chronicle.trips.iter().filter(move |trip| trip.status == status);
        trips.map(|trip| trip.accounts().len()).collect::<Vec<_>>()
    };
    let confirmed = accounts(TripStatus::Confirmed);
    assert_eq!((chronicle.trips.len(), confirmed.len()), (52, 50));
    assert_eq!(confirmed.iter().sum::<usize>(), LIST.len() + ALBUM.len());
    assert_eq!(accounts(TripStatus::Rumoured), [1, 1]);
    let rumoured: Vec<_> = chronicle.trips.iter().filter(|trip| trip.status == TripStatus::Rumoured).collect();
    let dates: Vec<_> = rumoured.iter().map(|trip| trip.accounts()[0].when.edtf()).collect();
    assert_eq!(dates, ["1966", "1968"]);
}

#[test]
fn every_country_has_the_rows_of_the_list() {
    let chronicle = default_chronicle();
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, country) in told(&chronicle, "list") {
        *rows.entry(country).or_default() += 1;
    }
    assert_eq!(rows, BTreeMap::from(LIST_ROWS));
    // The album adds two stays that the list does not have.
    let mut trips: BTreeMap<&str, usize> = BTreeMap::new();
    for trip in chronicle.trips.iter().filter(|trip| trip.status == TripStatus::Confirmed) {
        *trips.entry(country(&chronicle, trip)).or_default() += 1;
    }
    assert_eq!(trips.len(), 15);
    assert_eq!(trips["Soviet Union"], 12);
}

#[test]
fn every_decade_has_its_trips() {
    let expected = [(1940, 1), (1950, 18), (1960, 7), (1970, 7), (1980, 16), (1990, 1)];
    assert_eq!(Filter::default().apply(&default_chronicle(), &TripSet::default()).by_decade, BTreeMap::from(expected));
}

#[test]
fn every_date_is_that_of_the_words_it_stands_for() {
    let chronicle = default_chronicle();
    let accounts = chronicle.trips.iter().flat_map(Trip::accounts);
    let events = chronicle.events.iter().filter_map(|event| Some((event.when.as_ref()?, event.verbatim.as_deref())));
    let dates: Vec<_> = accounts.map(|account| (&account.when, account.verbatim.as_deref())).chain(events).collect();
    // All accounts, and all events but the gift and the plaques without a date.
    assert_eq!(dates.len(), 60 + 45);
    for (when, verbatim) in dates {
        let words = verbatim.unwrap();
        assert_eq!(when.edtf(), edtf(words), "{words}");
    }
}

#[test]
fn a_country_that_the_list_has_lost_is_restored_with_a_reason() {
    let chronicle = default_chronicle();
    let accounts: Vec<_> = chronicle.trips.iter().flat_map(Trip::accounts).collect();
    for (words, country, cell) in LIST {
        let account = accounts.iter().find(|account| account.verbatim.as_deref() == Some(words)).unwrap();
        let names_the_country = account.inferred.as_deref().is_some_and(|reason| reason.contains("Country: "));
        assert_eq!(account.restored.country, cell == Lost, "{words}, {country}");
        assert_eq!(names_the_country, cell == Lost, "{words}, {country}: {:?}", account.inferred);
    }
    // The row that lost everything but its date gets a country and nothing else.
    let bare = accounts.iter().find(|account| account.verbatim.as_deref() == Some("18-26 April 1975")).unwrap();
    assert!(bare.places.is_empty() && bare.leaders.is_empty());
}

#[test]
fn honours_gifts_and_plaques_are_those_of_the_album() {
    let chronicle = default_chronicle();
    let words = |kind| {
        let events = chronicle.events.iter().filter(move |event| event.kind == kind);
        events.map(|event| {
            let country = chronicle.country(event.country).name.as_str();
            (event.verbatim.as_deref().unwrap_or_default(), country)
        })
    };
    assert_eq!(words(EventKind::Honour).collect::<Vec<_>>(), HONOURS);
    assert_eq!(words(EventKind::Gift).map(|(words, _)| words).collect::<Vec<_>>(), GIFTS);
    assert_eq!(words(EventKind::Plaque).collect::<Vec<_>>(), [("", "Russia"); 3]);
    assert_eq!(words(EventKind::Received).collect::<Vec<_>>(), [("1965, February 11-14", "Soviet Union")]);
    assert_eq!(chronicle.events.len(), 23 + 22 + 3 + 1);
    assert!(chronicle.events.iter().all(|event| chronicle.source(event.source).id == "album"));
}

#[test]
fn the_totals_are_those_the_documents_claim() {
    let chronicle = default_chronicle();
    let claims: BTreeMap<(&str, &str), Claim> = chronicle
        .totals
        .iter()
        .map(|total| {
            let source = chronicle.source(total.source).id.as_str();
            ((source, chronicle.country(total.country).name.as_str()), total.claim)
        })
        .collect();
    let mut expected: BTreeMap<_, _> =
        TOTALS.iter().map(|&(country, visits)| (("list", country), Claim::Exactly(visits))).collect();
    // "Over a dozen times."
    expected.insert(("album", "Soviet Union"), Claim::MoreThan(12));
    assert_eq!(claims, expected);
    assert_eq!(chronicle.totals.len(), expected.len());
}

#[test]
fn days_abroad_are_those_on_the_calendar() {
    let chronicle = default_chronicle();
    let shown = Filter::default().apply(&chronicle, &TripSet::default());
    let years = Statistics::new(&chronicle, &shown, &Tours::default()).per_year;
    // 1956: 1 to 26 June without the 27th and 28th, then 29 June to 18 July, each day once:
    // 1-6, 7-12, 13-17, 17-20, 21-25, 25-26 June are 26 days; 29-30 June 2; 1-18 July 18.
    assert_eq!((years[&1956].days_certain, years[&1956].days_possible), (46, 46));
    // 1964: a month without a day.
    assert_eq!((years[&1964].days_certain, years[&1964].days_possible), (0, 30));
    // 1957: 4-21 November in the list, 3-23 in the album.
    assert_eq!(years[&1957].days_possible, 21);
}

#[test]
fn leaders_carry_the_office_of_their_source() {
    let chronicle = default_chronicle();
    let named = |name: &str, office: &str| {
        let leaders = chronicle.trips.iter().flat_map(Trip::accounts).flat_map(|account| &*account.leaders);
        leaders.filter(|leader| leader.name == name && leader.office == office).count()
    };
    assert_eq!(named("Nikita Khrushchev", "First Secretary of the Communist Party of the Soviet Union"), 6);
    assert_eq!(named("N. A. Bulganin", "chairman of the Council of Ministers of the USSR"), 2);
    assert_eq!(named("", "Chairman of Revolutionary Council"), 1);
}
