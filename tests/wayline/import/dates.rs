//! Dates in every style of the table: read back as they were meant, and never as another day.

use proptest::prelude::*;
use wayline::data::import::dates::{DateContext, DateTrouble, DayOrder, read};
use wayline::time::Day;

#[track_caller]
fn check(text: &str, expected: &str) {
    check_in(&DateContext::default(), text, expected);
}

#[track_caller]
fn check_in(context: &DateContext, text: &str, expected: &str) {
    let dated = read(text, context).unwrap_or_else(|trouble| panic!("{text}: {trouble}"));
    assert_eq!(dated.edtf, expected, "{text}");
}

#[track_caller]
fn check_refused(context: &DateContext, text: &str, expected: DateTrouble) {
    assert_eq!(read(text, context).map(|dated| dated.edtf), Err(expected), "{text}");
}

fn in_year(year: i32) -> DateContext {
    DateContext { year: Some((year, "the heading".to_owned())), ..DateContext::default() }
}

fn ordered(order: DayOrder) -> DateContext {
    DateContext { order: Some(order), ..DateContext::default() }
}

#[test]
fn days_and_ranges() {
    check("3-25 March 1949", "1949-03-03/1949-03-25");
    check("28 September – 5 October 1954", "1954-09-28/1954-10-05");
    check("28 September-5 October 1954", "1954-09-28/1954-10-05");
    check("March 7, 2019 – March 9, 2019", "2019-03-07/2019-03-09");
    check("January 29–February 7, 1909", "1909-01-29/1909-02-07");
    check("December 30, 2009 – January 2, 2010", "2009-12-30/2010-01-02");
    check("30 December – 2 January 2010", "2009-12-30/2010-01-02");
    check("Wednesday, June 17, 2015", "2015-06-17");
    check("Wed, June 17–Fri, June 19, 2015", "2015-06-17/2015-06-19");
    check("05-Mar-1950 – 7-Mar-1950", "1950-03-05/1950-03-07");
    check("1950, March 5–7", "1950-03-05/1950-03-07");
    check("12-14.10.1957", "1957-10-12/1957-10-14");
    check("12.-14.10.1957", "1957-10-12/1957-10-14");
    check("12.10.-14.11.1957", "1957-10-12/1957-11-14");
    check("1 to 3 May 1960", "1960-05-01/1960-05-03");
    check("from 1 until 3 May 1960", "1960-05-01/1960-05-03");
    check("1st–3rd May 1960", "1960-05-01/1960-05-03");
    check("May 3rd, 1960", "1960-05-03");
    check("12Nov 1960", "1960-11-12");
    check("14/15 May 2010", "2010-05-14/2010-05-15");
    check("May 14/15, 2010", "2010-05-14/2010-05-15");
    check("1 May 1960 – 1 May 1960", "1960-05-01");
    check("1957–58", "1957/1958");
    check("quarta-feira, 17 de junho de 2015", "2015-06-17");
    check("19500305", "1950-03-05");
    check("1950-03-00", "1950-03");
    check("1950-00-00", "1950");
    for text in ["19501305", "1950-02-30", "1950-13-00", "123456789", "0-00", "-00"] {
        assert!(read(text, &DateContext::default()).is_err(), "{text}");
    }
}

#[test]
fn a_weekday_is_held_against_the_calendar() {
    let weekday = |text: &str| read(text, &DateContext::default()).map(|dated| dated.other_weekday);
    assert_eq!(weekday("Wednesday, June 17, 2015"), Ok(None));
    assert_eq!(weekday("Monday, June 17, 2015"), Ok(Some(3)), "it was a Wednesday");
    assert_eq!(weekday("Wed, June 17 – Sat, June 19, 2015"), Ok(Some(5)), "it was a Friday");
    assert_eq!(weekday("Monday 1956"), Ok(None));
}

#[test]
fn every_sort_of_dash() {
    for dash in ["-", "\u{2010}", "\u{2011}", "–", "—", "\u{2015}", "\u{2212}", " − ", " to "] {
        check(&format!("May 20{dash}22, 2022"), "2022-05-20/2022-05-22");
    }
}

#[test]
fn months_years_seasons() {
    check("October 1970", "1970-10");
    check("10/1970", "1970-10");
    check("03.1950 – 05.1950", "1950-03/1950-05");
    check("Oct. 1970", "1970-10");
    check("1950", "1950");
    check("1950s", "195X");
    check("spring 1958", "1958-21");
    check("Winter 1958", "1958-24");
    check("early June 1984", "1984-06");
    check("mid-June 1984", "1984-06");
    check("about 1950", "1950~");
    check("c. 1950", "1950~");
    check("June 1950?", "1950-06?");
    check("44 BC", "-0043");
}

#[test]
fn several_days() {
    check("March 21, 22, 2013", "{2013-03-21,2013-03-22}");
    check("27 June and 6 July 1959", "{1959-06-27,1959-07-06}");
    check("1–3 and 5 May 1960", "{1960-05-01..1960-05-03,1960-05-05}");
    check("3 May 1950, 5 and 7 May 1950", "{1950-05-03,1950-05-05,1950-05-07}");
    check("5 March 1950, 7 April 1951", "{1950-03-05,1951-04-07}");
    check("2013年3月22日、24日", "{2013-03-22,2013-03-24}");
    check("5 or 6 May 1961", "[1961-05-05,1961-05-06]");
    check("between 1 June and 31 August 632", "[0632-06-01..0632-08-31]");
}

#[test]
fn many_languages() {
    check("17. Juni 2015", "2015-06-17");
    check("3. bis 5. März 1950", "1950-03-03/1950-03-05");
    check("1er mai 1950", "1950-05-01");
    check("du 3 au 5 février 1950", "1950-02-03/1950-02-05");
    check("3 de mayo de 1950", "1950-05-03");
    check("5 a 7 de setembro de 1950", "1950-09-05/1950-09-07");
    check("3-5 luglio 1950", "1950-07-03/1950-07-05");
    check("18—21 ноября 1955 г.", "1955-11-18/1955-11-21");
    check("am 5. Jänner 1950", "1950-01-05");
    check("1955年3月22日-24日", "1955-03-22/1955-03-24");
    check("1950年3月5日至7日", "1950-03-05/1950-03-07");
    check("1950年3月5日から4月7日", "1950-03-05/1950-04-07");
}

#[test]
fn dates_in_numbers() {
    check("1949-03-25", "1949-03-25");
    check("1949-03-03/1949-03-25", "1949-03-03/1949-03-25");
    check("1949-03~", "1949-03~");
    check("2019-12-03 00:00:00", "2019-12-03");
    check("2019-12-03T00:00:00Z", "2019-12-03");
    check("1949/3/5", "1949-03-05");
    check("03.12.2019", "2019-12-03");
    check("25/3/1949", "1949-03-25");
    check("3/25/1949", "1949-03-25");
    check_in(&ordered(DayOrder::DayFirst), "3/4/1949", "1949-04-03");
    check_in(&ordered(DayOrder::MonthFirst), "3/4/1949", "1949-03-04");
    check_in(&ordered(DayOrder::MonthFirst), "03.04.1949", "1949-03-04");
    check_refused(&DateContext::default(), "3/4/1949", DateTrouble::DayOrMonthFirst);
    let years = |first, last| DateContext { years: Some((first, last)), ..DateContext::default() };
    check_in(&years(2015, 2019), "20/12/18", "2018-12-20");
    check_in(&years(1915, 1919), "20/12/18", "1918-12-20");
    check_refused(&DateContext::default(), "20/12/18", DateTrouble::NoCentury);
    // Two centuries fit.
    check_refused(&years(1910, 2020), "20/12/18", DateTrouble::NoCentury);
    check_in(&DateContext { century: Some(1900), ..DateContext::default() }, "20/12/18", "1918-12-20");
}

#[test]
fn a_year_comes_only_from_what_says_so() {
    check_in(&in_year(1956), "29 May–4 June", "1956-05-29/1956-06-04");
    check_in(&in_year(1956), "12Nov", "1956-11-12");
    check_in(&in_year(1956), "3月22日-24日", "1956-03-22/1956-03-24");
    check_in(&in_year(1959), "29 December – 3 January", "1959-12-29/1960-01-03");
    check_in(&in_year(1956), "5 May 1957", "1957-05-05");
    let dated = read("29 May", &in_year(1956)).unwrap();
    assert_eq!(dated.inferred, ["the year 1956 from the heading"]);
    check_refused(&DateContext::default(), "29 May–4 June", DateTrouble::NoYear);
}

#[test]
fn what_is_no_date_is_none() {
    for text in [
        "",
        "soon",
        "Paris",
        "May I",
        "3",
        "12 13 1950",
        "1961/62",
        "5 May 1950 to Paris",
        "June 17, 15, 2015 and",
        "9999999999",
        "5 March 1950, 10 am",
        "5 March 1950, 10",
        "3-May-12 June 1950 or so",
        "13/1950 or",
    ] {
        assert!(read(text, &DateContext::default()).is_err(), "{text}");
    }
    check_refused(&DateContext::default(), "31 April 1999", DateTrouble::NoSuchDay);
    check_refused(&DateContext::default(), "29 February 1900", DateTrouble::NoSuchDay);
    check_refused(&DateContext::default(), "13.13.1950", DateTrouble::NoSuchDay);
    check_refused(&DateContext::default(), "5–3 May 1950", DateTrouble::EndBeforeStart);
    check_refused(&DateContext::default(), "June 17, 15, 2015", DateTrouble::EndBeforeStart);
}

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const GERMAN: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const RUSSIAN: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// A range in each style that names both months and years as far as they differ.
fn styles(first: Day, last: Day) -> Vec<String> {
    let [(y1, m1, d1), (y2, m2, d2)] = [first.ymd(), last.ymd()];
    let [name1, name2] = [m1, m2].map(|month| month as usize - 1);
    let mut styles = Vec::new();
    for (language, names) in [("en", ENGLISH), ("de", GERMAN), ("ru", RUSSIAN)] {
        let (one, other) = (names[name1], names[name2]);
        let point = if language == "de" { "." } else { "" };
        styles.push(format!("{d1}{point} {one} {y1} – {d2}{point} {other} {y2}"));
        if y1 == y2 && m1 == m2 {
            styles.push(format!("{d1}{point}–{d2}{point} {other} {y2}"));
        } else if y1 == y2 {
            styles.push(format!("{d1}{point} {one} – {d2}{point} {other} {y2}"));
        }
    }
    let (one, other) = (ENGLISH[name1], ENGLISH[name2]);
    styles.push(format!("{one} {d1}, {y1} − {other} {d2}, {y2}"));
    if y1 == y2 && m1 == m2 {
        styles.push(format!("{one} {d1}-{d2}, {y1}"));
    } else if y1 == y2 {
        styles.push(format!("{one} {d1} — {other} {d2}, {y2}"));
    }
    styles.push(format!("{y1:04}-{m1:02}-{d1:02}/{y2:04}-{m2:02}-{d2:02}"));
    styles.push(format!("{d1:02}.{m1:02}.{y1:04}-{d2:02}.{m2:02}.{y2:04}"));
    styles.push(format!("{y1:04}年{m1}月{d1}日-{y2:04}年{m2}月{d2}日"));
    styles
}

proptest! {
    #[test]
    fn every_style_is_read_back(start in 365_000..740_000, length in 0..400) {
        let first = Day::from_number(start);
        let last = first + length;
        let iso = |day: Day| {
            let (year, month, day) = day.ymd();
            format!("{year:04}-{month:02}-{day:02}")
        };
        let expected = if length == 0 { iso(first) } else { format!("{}/{}", iso(first), iso(last)) };
        for text in styles(first, last) {
            let dated = read(&text, &DateContext::default());
            let found = dated.map(|dated| dated.edtf);
            let same = found == Ok(expected.clone()) || (length == 0 && found == Ok(format!("{expected}/{expected}")));
            prop_assert!(same, "{}: {:?}, not {}", text, found, expected);
        }
    }

    #[test]
    fn nothing_breaks_the_reader(text in "[0-9a-zA-Zäéüмая .,/–~?年月日-]{0,40}") {
        if let Ok(dated) = read(&text, &in_year(1950)) {
            prop_assert!(wayline::time::When::parse(&dated.edtf).is_ok());
        }
    }
}
