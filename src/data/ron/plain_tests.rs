//! What is read quickly is what is read otherwise.

use super::plain::read;
use crate::data::schema;

#[test]
fn plain_items_are_read_and_where_they_end_is_known() {
    let check = |text: &str| {
        let behind = format!("{text}, (");
        let (trip, end) = read::<schema::Trip<'_>>(&behind, 0).unwrap();
        let expected: schema::Trip<'_> = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(text)
            .unwrap();
        assert_eq!((format!("{trip:?}"), end), (format!("{expected:?}"), text.len()), "{text}");
    };
    check(r#"(country: "China", dates: "1956-06-01/1956-06-06", places: ["北京", "a",], kind: treaty)"#);
    check("Trip(\n\t// who\r\n\tcountry:\"C\",/* of /* two */ */traveller : None,id:Some ( \"a\", ),\u{85})");
    check(r#"(country: "a\"b\\c\n\t\r\'", accounts: [Account(source: "s", dates: "1956-06"), ], leaders: [])"#);
    check(
        r#"(country: "C", places: ["a", (name: "b"), ( name:"c", link : "d", at: (39.9, -116.4 ,) ), (name:"e",at:(0,90))])"#,
    );
    check("(country: \"\n\", details: \"two\nlines // ) */\", leaders: [(office: \"o\"), Leader(name: \"n\")])");
}

#[test]
fn a_text_without_escapes_is_not_copied() {
    let text = r#"(country: "China", id: "a", places: ["Beijing"], details: "a \"b\"")"#;
    let trip = read::<schema::Trip<'_>>(text, 0).unwrap().0;
    let is_borrowed = |part: &str| text.as_bytes().as_ptr_range().contains(&part.as_ptr());
    assert!(is_borrowed(&trip.country) && is_borrowed(&trip.id.unwrap()) && is_borrowed(&trip.places[0].name));
    assert!(!is_borrowed(&trip.details));
}

#[test]
fn all_else_is_left_to_the_other_reader() {
    for text in [
        "",
        "(",
        "(country: \"a\"",
        "(country: \"a",
        "(country: \"a\" id: \"b\")",
        "(country \"a\")",
        "(country: \"a\", country: \"b\")",
        "(country: \"a\", , id: \"b\")",
        "(country: \"a\", kind: state-visit)",
        "(country: \"a\", kind: visit)",
        "(country: \"a\", kind: treaty())",
        "(country: \"a\", dates: \"1956-02-30\")",
        "(country: \"a\", dates: \"1956-06-06/1956-06-01\")",
        "(country: \"\\u{41}\")",
        "(country: r\"a\")",
        "(country: \"a\", id: Some(Some(\"b\")))",
        "(country: \"a\", id: Someone)",
        "(country: \"a\", place: \"b\")",
        "(country: \"a\", places: \"b\")",
        "(country: \"a\", places: [(at: (1, 2))])",
        "(country: \"a\", places: [(name: \"b\", at: (91, 2))])",
        "(country: \"a\", places: [(name: \"b\", at: (1, 2, 3))])",
        "(country: \"a\", places: [(name: \"b\", at: (1e1, 2))])",
        "(country: \"a\", places: [(name: \"b\", at: (1., 2))])",
        "(country: \"a\", places: [City(name: \"b\")])",
        "(r#country: \"a\")",
        "(dates: \"1956\")",
        "(country: \"a\" /* )",
        "(country:\u{a0}\"a\")",
        "Account(country: \"a\")",
        "[country: \"a\"]",
        "{\"country\": \"a\"}",
    ] {
        assert!(read::<schema::Trip<'_>>(text, 0).is_none(), "{text}");
    }
}
