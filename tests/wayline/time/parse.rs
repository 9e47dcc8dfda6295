//! Dates as people type them.

use wayline::time::{When, parse_entry};

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
