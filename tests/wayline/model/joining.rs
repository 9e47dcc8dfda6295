//! What goes wrong only when a file's parts are put together.

use wayline::data::Problem;
use wayline::model::{CountryIndex, Covers, Document, GroupIndex, load};
use wayline::time::{Day, Span};

const SOURCES: &str = "sources: [(id: \"list\"), (id: \"album\", name: \"Album\")],";

/// The codes of a file's problems, with the ids of the trips they are about.
fn problems(text: &str) -> String {
    let problem = |problem: &Problem| {
        let place = problem.place.as_ref().unwrap();
        format!("{}:{} {} {}\n", place.line, place.column, problem.code, problem.trips.join(" "))
    };
    load(text.to_owned()).problems.iter().map(problem).collect()
}

fn ids(text: &str) -> Vec<String> {
    let chronicle = load(text.to_owned()).chronicle;
    chronicle.trips.iter().map(|trip| trip.id(&chronicle).into_owned()).collect()
}

#[test]
fn the_default_data_is_sound() {
    let Document { chronicle, problems, .. } = load(include_str!("../../../data.ron").to_owned());
    let accounts: usize = chronicle.trips.iter().map(|trip| trip.accounts().len()).sum();
    assert_eq!(problems, []);
    assert_eq!((chronicle.trips.len(), accounts), (52, 60));
    assert_eq!((chronicle.events.len(), chronicle.totals.len()), (49, 16));
    assert_eq!(chronicle.trips[0].id(&chronicle), "1949-02-22-soviet-union");
    let soviet_union = CountryIndex::new(0);
    assert_eq!(chronicle.sources[1].covers.countries.as_deref(), Some([soviet_union].as_slice()));
    assert_eq!(chronicle.sources[0].covers, Covers::default());
}

#[test]
fn a_file_with_one_source_needs_no_ceremony() {
    let text = "(trips: [(country: \" China \", dates: \"1956\", places: [\"Beijing\"], leaders: [(name: \"x\")])])";
    let Document { chronicle, problems, .. } = load(text.to_owned());
    assert_eq!(problems, []);
    let account = &chronicle.trips[0].accounts()[0];
    assert_eq!((account.places[0].name.as_str(), account.leaders[0].name.as_str()), ("Beijing", "x"));
    assert_eq!(chronicle.source(account.source).name, "File");
    assert_eq!(chronicle.country(chronicle.trips[0].country).name, "China");
}

#[test]
fn ids_are_made_of_day_and_country_and_told_apart() {
    let trip = |id: &str, dates: &str, country: &str| format!("({id}dates: \"{dates}\", country: \"{country}\"),");
    let text = [
        trip("", "1956-06/1956-07", "Côte d'Ivoire"),
        trip("", "1956-06-01", "Côte d'Ivoire"),
        trip("", "1956-06-01", "Côte-d’Ivoire"),
        trip("", "1956", "中国"),
        trip("id: \"1956-01-01-中国\", ", "1960", "China"),
        trip("id: \"a\", ", "1960", "China"),
        trip("id: \"a\", ", "1960", "China"),
        trip("id: \"a-2\", ", "1960", "China"),
    ];
    let text = format!("(trips: [{}])", text.concat());
    let expected = [
        "1956-06-01-côte-d-ivoire",
        "1956-06-01-côte-d-ivoire-2",
        "1956-06-01-côte-d-ivoire-3",
        "1956-01-01-中国-2",
        "1956-01-01-中国",
        "a",
        "a-3",
        "a-2",
    ];
    assert_eq!(ids(&text), expected);
    assert!(problems(&text).ends_with(" duplicate-id a-3\n"));
}

#[test]
fn every_trip_that_cannot_be_placed_is_named() {
    let check = |trip: &str, expected: &str, kept: usize| {
        let text = format!("(\n{SOURCES}\ntrips: [\n{trip},\n(country: \"Cuba\", dates: \"1990\", source: \"list\")])");
        assert_eq!((problems(&text).as_str(), ids(&text).len()), (expected, kept + 1), "{text}");
    };
    check(r#"(country: "A", source: "list")"#, "4:1 missing-date \n", 0);
    check(r#"(country: "A", source: "list", accounts: [])"#, "4:1 missing-date \n", 0);
    check(r#"(country: " ", source: "list", dates: "1956")"#, "4:11 missing-country \n", 0);
    check(r#"(country: "A", source: "lst", dates: "1956")"#, "4:24 unknown-source \n", 0);
    check(r#"(country: "A", dates: "1956")"#, "4:1 missing-source \n", 0);
    check(
        r#"(country: "A", accounts: [(source: "list", dates: "1956"), (source: "albun", dates: "1956")])"#,
        "4:69 unknown-source 1956-01-01-a\n",
        1,
    );
    check(
        r#"(country: "A", details: "x", accounts: [(source: "list", dates: "1956")])"#,
        "4:1 mixed-form 1956-01-01-a\n",
        1,
    );
    check(
        r#"(country: "A", source: "list", dates: "1956", leaders: [(), (name: "x")])"#,
        "4:1 empty-leader 1956-01-01-a\n",
        1,
    );
}

#[test]
fn help_names_what_was_meant() {
    let check = |text: &str, code: &str, help: &str| {
        let problems = load(format!("({SOURCES} {text})")).problems;
        let found: Vec<_> = problems.iter().map(|problem| (problem.code.key(), problem.help.as_deref())).collect();
        assert_eq!(found, [(code, Some(help))], "{text}");
    };
    let trip = "country: \"China\", dates: \"1956\"";
    check(&format!("trips: [({trip}, source: \"albun\")]"), "unknown-source", "did you mean `album`?");
    check(&format!("trips: [({trip}, source: \"book\")]"), "unknown-source", "expected one of `album`, `list`");
    check(&format!("trips: [({trip})]"), "missing-source", "add source: \"album\" or source: \"list\"");
    check(
        &format!("countries: [(name: \"Chna\")], trips: [({trip}, source: \"list\")]"),
        "unlisted-country",
        "did you mean `Chna`? If not, add it to `countries`",
    );
}

#[test]
fn lists_are_checked_too() {
    insta::assert_snapshot!(problems(
        "(
sources: [(id: \"a\", covers: (countries: [\"Chinna\", \"Nowhere\"], period: \"1950/..\")), (id: \"a\")],
countries: [(name: \"China\"), (name: \"China\"), (name: \"\")],
events: [
(kind: gift, country: \"\", title: \"x\"),
(kind: gift, country: \"China\", title: \"x\", source: \"b\"),
],
totals: [
(source: \"a\", country: \"China\"),
(source: \"a\", country: \"China\", visits: 1, more_than: 1),
(source: \"a\", country: \"\", visits: 1),
(source: \"b\", country: \"China\", visits: 1),
(source: \"a\", country: \"China\", visits: 1),
])"
    ), @r#"
    2:42 unlisted-country 
    2:90 duplicate-id 
    3:37 duplicate-country 
    3:54 missing-country 
    5:23 missing-country 
    6:52 unknown-source 
    9:1 bad-total 
    10:1 bad-total 
    11:24 missing-country 
    12:10 unknown-source
    "#);
}

#[test]
fn travellers_have_the_order_of_their_list_and_the_offices_it_gives() {
    let text = r#"(
trips: [
(traveller: "Chirac", country: "France", dates: "1950"),
(traveller: " Monnet ", country: "France", dates: "1953"),
(traveller: "Adenauer", country: "France", dates: "1954"),
],
travellers: [
(name: "Schuman", offices: [(office: "Foreign minister", dates: "1948/1952")]),
(name: "Monnet", offices: [(office: "President", dates: "1952-08-10/1955-06-03"), (office: " ", dates: "1956")]),
(name: "Adenaur"), (name: "Monnet"), (name: ""),
])"#;
    insta::assert_snapshot!(problems(text), @r"
    5:13 unlisted-traveller 1954-01-01-france
    9:92 missing-field 
    10:27 duplicate-traveller 
    10:45 missing-field
    ");
    let chronicle = load(text.to_owned()).chronicle;
    let names: Vec<&str> = chronicle.travellers.iter().map(|traveller| traveller.name.as_str()).collect();
    assert_eq!(names, ["Schuman", "Monnet", "Adenaur", "Chirac", "Adenauer"]);
    let with_trips: Vec<&str> = chronicle.indexed_travellers().map(|(_, one)| one.name.as_str()).collect();
    assert_eq!(with_trips, ["Monnet", "Chirac", "Adenauer"]);
    let offices = chronicle.offices(chronicle.trips[1].traveller).iter();
    let offices: Vec<String> = offices.map(|office| format!("{} {}", office.name, office.when.edtf())).collect();
    assert_eq!(offices, ["President 1952-08-10/1955-06-03"]);
    assert_eq!(chronicle.offices(chronicle.trips[0].traveller), []);
}

#[test]
fn who_is_listed_and_has_no_trip_is_not_one_of_several() {
    let with = |trips: &str| {
        let text = format!(
            "(travellers: [(name: \"A\"), (name: \"B\")], trips: [(traveller: \"B\", country: \"C\", dates: \"1950\"){trips}])"
        );
        let Document { chronicle, problems, .. } = load(text);
        assert_eq!(problems, []);
        chronicle.among_several(chronicle.trips[0].traveller).map(str::to_owned)
    };
    assert_eq!(with(""), None);
    assert_eq!(with(", (traveller: \"A\", country: \"C\", dates: \"1951\")").as_deref(), Some("B"));
}

#[test]
fn countries_have_the_group_that_the_file_gives_and_the_continent_of_their_names() {
    let text = r#"(
        countries: [
            (name: "Cuba", group: " Socialist "), (name: "Kitaj", today: "China", group: "Socialist"),
            (name: "Atlantis", group: "Myths"), (name: "France", group: " "),
        ],
        trips: [
            (country: "Soviet Union", dates: "1950"), (country: "Burma", dates: "1950"), (country: "Cuba", dates: "1950"),
            (country: "Palestinian Authority (West Bank)", dates: "1950"), (country: "Nowhere", dates: "1950"),
        ],
    )"#;
    let Document { chronicle, problems, .. } = load(text.to_owned());
    assert_eq!(problems, []);
    let name = |group: Option<GroupIndex>| group.map_or("-", |group| chronicle.group(group));
    let countries = chronicle.countries.iter();
    let told: Vec<String> = countries
        .map(|country| format!("{}: {}, {}", country.name, name(country.group), name(country.continent)))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    Cuba: Socialist, North America
    Kitaj: Socialist, Asia
    Atlantis: Myths, -
    France: -, Europe
    Soviet Union: -, Europe
    Burma: -, Asia
    Palestinian Authority (West Bank): -, Asia
    Nowhere: -, -
    ");
    assert_eq!(chronicle.groups, ["Socialist", "Myths", "North America", "Asia", "Europe"]);
}

#[test]
fn a_period_with_an_open_end_goes_on() {
    let days = |dates: &str| {
        let text = format!("(sources: [(id: \"a\", name: \"A\", covers: (period: \"{dates}\"))])");
        load(text).chronicle.sources[0].covers.period.unwrap()
    };
    assert_eq!(days("1950/..").end(), Day::END);
    assert_eq!(days("/1950").start(), Day::MIN);
    assert_eq!(days("1950/1951"), Span::of_years(1950, 1951).unwrap());
}
