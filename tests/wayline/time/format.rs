//! Dates in English.

use wayline::time::{Duration, When};

#[test]
fn a_description_claims_no_more_than_the_text() {
    let check = |text: &str, expected: &str| {
        assert_eq!(When::parse(text).unwrap().describe(), expected, "{text}");
    };
    check("1949-03-03/1949-03-25", "3–25 March 1949");
    check("1956-06-29/1956-07-01", "29 June – 1 July 1956");
    check("1949-12-30/1950-01-02", "30 December 1949 – 2 January 1950");
    check("1959-10-01", "1 October 1959");
    check("1964-11", "some time in November 1964");
    check("1966", "some time in 1966");
    check("195X", "some time in the 1950s");
    check("19XX", "some time in 1900–1999");
    check("1964-XX", "some time in 1964");
    check("1964-11-XX", "some time in November 1964");
    check("1964-1X", "some time in October–December 1964");
    check("1964-11-1X", "some time in 10–19 November 1964");
    check("1964-21", "some time in spring 1964");
    check("1964-29", "some time in southern spring 1964");
    check("196X-12-25", "25 December of some year in the 1960s");
    check("1956-XX-25", "the 25th of some month in 1956");
    check("196X-XX-03", "the 3rd of some month in the 1960s");
    check("19XX-02-29", "29 February of some year in 1900–1999");
    check("196X-12", "some time in December of some year in the 1960s");
    check("196X-12-XX", "some time in December of some year in the 1960s");
    check("196X-40", "some time in first half of some year in the 1960s");
    check("1956-X1", "some time in January or November 1956");
    check("1956-11-X5", "5 or 15 or 25 November 1956");
    check("1X56-12-25", "25 December of 1056 or 1156 or 1256 or 1356 or 1456 or 1556 or 1656 or 1756 or 1856 or 1956");
    check("-196X-12-25", "25 December of some year in 1970 BCE–1961 BCE");
    check("196X-12-25~", "about 25 December of some year in the 1960s");
    check("196X-12-25/1970-01-05", "25 December of some year in the 1960s to 5 January 1970");
    check("..1964/1965..", "1964 or before to 1965 or after");
    check("1964-11-03~", "about 3 November 1964");
    check("1964-11-03?", "3 November 1964 (uncertain)");
    check("1964-11-03/..", "from 3 November 1964 on");
    check("/1964-11", "until November 1964");
    check("1964-10/1964-12-05", "October 1964 to 5 December 1964");
    check("[1960,1961-12]", "one of 1960, December 1961");
    check("-0043-03-15", "15 March 44 BCE");
}

#[test]
fn durations() {
    assert_eq!(Duration::Exactly(1).to_string(), "1 day");
    assert_eq!(Duration::Between(1, 30).to_string(), "1 to 30 days");
}
