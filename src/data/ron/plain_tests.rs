//! What is read quickly is what is read otherwise.

use proptest::prelude::*;

use super::plain::read;
use super::reader::Items;
use crate::data::problem::Problem;
use crate::data::schema;
use crate::data::source_text::SourceText;

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
    check("(country: \"\n\", details: \"two\nlines // ) */\", leaders: [(office: \"o\"), Leader(name: \"n\")])");
}

#[test]
fn a_text_without_escapes_is_not_copied() {
    let text = r#"(country: "China", id: "a", places: ["Beijing"], details: "a \"b\"")"#;
    let trip = read::<schema::Trip<'_>>(text, 0).unwrap().0;
    let is_borrowed = |part: &str| text.as_bytes().as_ptr_range().contains(&part.as_ptr());
    assert!(is_borrowed(&trip.country) && is_borrowed(&trip.id.unwrap()) && is_borrowed(&trip.places[0]));
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

/// What a file says and what is wrong with it, with or without the quick reader.
fn told(text: &SourceText, quickly: bool) -> (Vec<String>, (Vec<Problem>, usize)) {
    let mut items = Items::new(text);
    items.is_plain &= quickly;
    (items.by_ref().map(|item| format!("{item:?}")).collect(), items.finish())
}

#[test]
fn an_extension_changes_what_is_plain() {
    let trips = "trips: [(country: \"a\", dates: \"1956\"), Trip(country: \"b\", dates: \"1956\")]";
    let check = |extension: &str, sound: usize| {
        let text = SourceText::new(format!("#![enable({extension})]\n({trips})"));
        assert_eq!(told(&text, true), told(&text, false));
        assert_eq!(told(&text, true).0.len(), sound, "{extension}");
    };
    check("implicit_some", 2);
    check("explicit_struct_names", 1);
}

/// Blanks and comments, some of which are none.
fn blank() -> impl Strategy<Value = &'static str> {
    let plain = ["", "", " ", "\n        ", "\t", "// c\n", "/* , /* ) */ \" */", "\u{85}", "\r\n"];
    let odd = ["\u{a0}", "/", "/*", "*/", "//"];
    prop_oneof![40 => prop::sample::select(plain.to_vec()), 1 => prop::sample::select(odd.to_vec())]
}

/// Values, some of which belong to no field, and some to nothing.
fn value() -> impl Strategy<Value = &'static str> {
    let plain = [
        "\"1956-06-01\"",
        "\"1956-06\"",
        "\"a\"",
        "\"北京\"",
        r#""\"é\\""#,
        "\"(\n        (country:\"",
        "None",
        "Some(\"1956\")",
        "treaty",
        "[]",
        "[\"1956\", \"b\",]",
        "[(name: \"n\"), Leader(office: \"o\")]",
        "[(source: \"s\", dates: \"1956\", places: [\"p\"])]",
    ];
    let odd =
        [r#""\u{41}""#, r##"r#"a"b"#"##, "\"", "12", "'c'", "Some", "Some(None)", "()", "[,]", "\"1956-02-30\"", "}"];
    prop_oneof![6 => prop::sample::select(plain.to_vec()), 1 => prop::sample::select(odd.to_vec())]
}

fn field() -> impl Strategy<Value = String> {
    let name = ["country", "dates", "id", "details", "kind", "places", "leaders", "accounts", "title", "r#id", "é"];
    let colon = prop_oneof![30 => Just(":"), 1 => Just(""), 1 => Just("=")];
    (blank(), prop::sample::select(name.to_vec()), blank(), colon, blank(), value(), blank())
        .prop_map(|(a, name, b, colon, c, value, d)| [a, name, b, colon, c, value, d].concat())
}

fn item() -> impl Strategy<Value = String> {
    let open = prop_oneof![20 => Just("("), 2 => Just("Trip ("), 1 => Just("Event("), 1 => Just("["), 1 => Just("")];
    let close = prop_oneof![20 => Just(")"), 2 => Just(",)"), 1 => Just("))"), 1 => Just("]"), 1 => Just("")];
    let sound = (blank(), value(), blank()).prop_map(|(a, value, b)| {
        vec!["country: \"c\"".to_owned(), format!("kind:{a}treaty{b}"), format!("details: {value}")]
    });
    let fields = prop_oneof![1 => sound, 1 => prop::collection::vec(field(), 0..5)];
    let comma = prop_oneof![20 => Just(","), 1 => Just(""), 1 => Just(",,"), 1 => Just("x")];
    (blank(), open, fields, close, blank(), comma, "\n? {0,8}").prop_map(|(a, open, fields, close, b, comma, line)| {
        [a, open, &fields.join(","), close, b, comma, &line].concat()
    })
}

proptest! {
    #[test]
    fn no_file_says_anything_else_when_it_is_read_quickly(
        trips in prop::collection::vec(item(), 0..6),
        events in prop::collection::vec(item(), 0..3),
    ) {
        let event = "(kind: gift, country: \"a\", title: \"t\"),";
        let text = format!("(trips: [\n{}],\nevents: [{event}{}])", trips.concat(), events.concat());
        let text = SourceText::new(text);
        prop_assert_eq!(told(&text, true), told(&text, false), "{}", text.as_str());
    }
}
