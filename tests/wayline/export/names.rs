//! Countries, trips and readings found by their names.

use wayline::export::{decade_named, reading_key, reading_named};
use wayline::model::{Reading, SourceIndex, load};

#[test]
fn every_reading_has_a_name_of_its_own() {
    let text = "(sources: [(id: \"agreed\", name: \"Either\"), (id: \"a\"), (id: \"A\", name: \"a\"),
                (id: \"source:a\")], trips: [])";
    let chronicle = load(text.to_owned()).chronicle;
    let readings = (0..4).map(SourceIndex::new).map(Reading::Source).chain([Reading::Agreed, Reading::Either]);
    for reading in readings {
        assert_eq!(reading_named(&chronicle, &reading_key(&chronicle, reading)), Ok(reading));
    }
    assert_eq!(reading_named(&chronicle, "AGREED"), Ok(Reading::Agreed));
    assert_eq!(reading_named(&chronicle, "source:agreed"), Ok(Reading::Source(SourceIndex::new(0))));
}

#[test]
fn decades_are_read() {
    let check = |text: &str, expected: Option<i32>| assert_eq!(decade_named(text), expected, "{text}");
    check("1950s", Some(1950));
    check("1950", Some(1950));
    check("1 BCE on", Some(0));
    check("11 BCE on", Some(-10));
    check("-10", Some(-10));
    check("1955s", None);
    check("12340s", None);
    check("s", None);
}
