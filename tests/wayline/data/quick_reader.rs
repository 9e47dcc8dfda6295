//! What is read quickly is what RON's own reader makes of it.

use proptest::prelude::*;
use wayline::data::{ItemCount, Items, Problem, SourceText};

/// An extension without meaning for these files, with which the quick reader has nothing to do; and the usual one.
const SLOW: &str = "#![enable(unwrap_newtypes)]\n";
const QUICK: &str = "#![enable(implicit_some)]  \n";

/// What a file says and what is wrong with it.
fn told(attribute: &str, text: &str) -> (Vec<String>, (Vec<Problem>, ItemCount)) {
    let text = SourceText::new(format!("{attribute}{text}"));
    let mut items = Items::new(&text);
    (items.by_ref().map(|item| format!("{item:?}")).collect(), items.finish())
}

#[test]
fn an_extension_changes_what_is_plain() {
    let trips = "trips: [(country: \"a\", dates: \"1956\"), Trip(country: \"b\", dates: \"1956\")]";
    let check = |extension: &str, sound: usize| {
        let attribute = format!("#![enable({extension})]\n");
        assert_eq!(told(&attribute, &format!("({trips})")).0.len(), sound, "{extension}");
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
        prop_assert_eq!(told(QUICK, &text), told(SLOW, &text), "{}", text);
    }
}
