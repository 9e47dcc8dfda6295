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
    check("1964-21", "some time in spring 1964");
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
