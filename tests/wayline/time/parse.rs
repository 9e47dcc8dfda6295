//! Dates as people type them.

use fastrand::Rng;
use wayline::time::{Day, Months, When, YEARS, parse_entry};

#[test]
fn dates_are_read_as_people_write_them() {
    let check = |text: &str, expected: Option<&str>| {
        assert_eq!(parse_entry(text).as_ref().map(When::edtf).as_deref(), expected, "{text}");
    };
    check("1956-06-25", Some("1956-06-25"));
    check(" 25 June 1956 ", Some("1956-06-25"));
    check("5 jun 1956", Some("1956-06-05"));
    check("June 25, 1956", Some("1956-06-25"));
    check("25.6.1956", Some("1956-06-25"));
    check("June 1956", Some("1956-06"));
    check("1956", Some("1956"));
    check("30 February 1956", None);
    check("", None);
    check("soon", None);
}

#[test]
fn dates_before_the_year_1_are_read_as_they_are_printed() {
    let check = |text: &str, expected: &str| {
        assert_eq!(parse_entry(text).as_ref().map(When::edtf).as_deref(), Some(expected), "{text}");
    };
    check("1 May 51 BCE", "-0050-05-01");
    check("15 Mar 44 BC", "-0043-03-15");
    check("1 BCE", "0000");
    check("March 44 BCE", "-0043-03");
    check("the 1960s", "196X");
    check("25 December of some year in the 1960s", "196X-12-25");
    check("3–25 March 1949", "1949-03-03/1949-03-25");
    assert_eq!(parse_entry("3 or 7 March 1949"), None);
    assert_eq!(parse_entry("0 BCE"), None);
}

/// A date with the digits of `day`, each of them left unknown now and then, and with a qualifier now and then.
fn random_date(rng: &mut Rng, day: Day) -> String {
    let text = day.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let length = [4, 7, 10, 10][rng.usize(..4)];
    let unknown = [0, 0, 1, 3, 6][rng.usize(..5)];
    let mut digit = |(at, letter): (usize, char)| {
        // Thousands of years take their time.
        let is_unknown = letter.is_ascii_digit() && rng.u32(..10) < unknown && (1 < at || rng.u32(..20) == 0);
        if is_unknown { 'X' } else { letter }
    };
    let digits: String = digits.chars().take(length).enumerate().map(&mut digit).collect();
    let season = digits.len() == 7 && rng.u8(..8) == 0;
    let digits = if season { format!("{}-{}", &digits[..4], rng.u32(21..=41)) } else { digits };
    format!("{sign}{digits}{}", ["", "", "", "?", "~", "%"][rng.usize(..6)])
}

/// A date of any form.
fn random_edtf(rng: &mut Rng) -> String {
    let day = Day::from_ymd(rng.i32(YEARS), rng.u32(1..=12), rng.u32(1..=28)).unwrap();
    let first = random_date(rng, day);
    let mut later = || {
        let later = day + [0, 3, 40, 800, 9000][rng.usize(..5)];
        random_date(rng, later)
    };
    let (second, third) = (later(), later());
    match rng.u32(..9) {
        0 => format!("{first}/{second}"),
        1 => format!("{first}/.."),
        2 => format!("/{first}"),
        3 => format!("[{first},{second},{third}]"),
        4 => format!("{{{first},..{second}}}"),
        5 => format!("..{first}/{second}.."),
        6 => format!("{day}/{}", day + 30),
        _ => first,
    }
}

#[test]
fn every_date_that_is_printed_is_read_as_the_same_days() {
    let mut rng = Rng::with_seed(7);
    let (mut read, mut words) = (0, 0);
    for _ in 0..2_500 {
        let text = random_edtf(&mut rng);
        let Ok(when) = When::parse(&text) else { continue };
        let months = if rng.bool() { Months::Full } else { Months::Abbreviated };
        let printed = when.format(months);
        let again =
            parse_entry(&printed).unwrap_or_else(|| panic!("{text} is printed as {printed:?}, which is not read"));
        assert_eq!(again.possible_days(), when.possible_days(), "{text}: {printed:?} as {}", again.edtf());
        assert_eq!(again.certain_days(), when.certain_days(), "{text}: {printed:?} as {}", again.edtf());
        read += 1;
        words += usize::from(printed != text);
    }
    // Most of the texts are dates, and hardly any is printed as it was written.
    assert!(1_200 < read && 1_100 < words, "{read} {words}");
}

#[test]
fn every_day_that_is_printed_is_read() {
    let mut rng = Rng::with_seed(3);
    for _ in 0..5_000 {
        let day = Day::from_number(rng.i32(Day::MIN.number()..Day::END.number()));
        for printed in [day.to_string(), day.format(Months::Full), day.format(Months::Abbreviated)] {
            let read = parse_entry(&printed).map(|when| (when.possible().start(), when.possible().days()));
            assert_eq!(read, Some((day, 1)), "{printed}");
        }
    }
}
