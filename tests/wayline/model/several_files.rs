//! Several files as one timeline.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use wayline::model::{self, Chronicle, Document, Filter, Reading, Trip, path_labelled};

/// Files of these names and texts, in a folder of their own, read together.
fn read_together(files: &[(&str, &str)]) -> (Document, tempfile::TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let path = |(name, text): &(&str, &str)| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    };
    let paths: Vec<PathBuf> = files.iter().map(path).collect();
    (model::read(&paths).unwrap(), folder, paths)
}

/// What a trip says, by names.
fn told(chronicle: &Chronicle, trip: &Trip) -> String {
    let account = |account: &model::Account| {
        format!("{} {}", chronicle.source(account.source).name, account.when.possible().start())
    };
    let accounts: Vec<String> = trip.accounts().iter().map(account).collect();
    let (lane, name) = (&chronicle.country(trip.country).name, chronicle.country_name(trip));
    let traveller = chronicle.traveller(trip.traveller).unwrap_or("-");
    format!("{} {lane}/{name} {traveller}: {}", trip.id(chronicle), accounts.join(" | "))
}

const ONE: &str = r#"(
    title: "One",
    sources: [(id: "list", name: "List", covers: (countries: ["China"])), (id: "album", name: "Album")],
    countries: [(name: "China", today: "China")],
    trips: [
        (id: "a", country: "China", source: "list", dates: "1956-05-03", traveller: "Kim"),
        (country: "France", source: "album", dates: "1957", traveller: "Kim"),
    ],
    totals: [(source: "album", country: "France", visits: 1)],
)"#;

const OTHER: &str = r#"(
    title: "Other",
    sources: [(id: "list", name: "List", covers: (countries: ["PRC"]))],
    countries: [(name: "PRC", also: ["China"], link: "People's Republic of China")],
    trips: [
        (country: "Italy", dates: "1950"),
        (id: "a", country: "PRC", dates: "1956-05-04", traveller: "Kim"),
        (country: "Chin", dates: "195O", traveller: "Lee"),
    ],
    events: [(kind: gift, country: "PRC", title: "A vase")],
)"#;

#[test]
fn each_file_keeps_its_sources_and_countries_are_one_lane() {
    let (document, _folder, _) = read_together(&[("one.ron", ONE), ("other.ron", OTHER)]);
    let chronicle = &document.chronicle;
    assert_eq!((document.name.as_str(), document.title()), ("one.ron and other.ron", "One and Other"));
    let sources: Vec<String> =
        chronicle.sources.iter().map(|source| format!("{}: {}", source.id, source.name)).collect();
    assert_eq!(sources, ["list: List (one.ron)", "album: Album", "list-other: List (other.ron)"]);
    let trips: Vec<String> = chronicle.trips.iter().map(|trip| told(chronicle, trip)).collect();
    insta::assert_snapshot!(trips.join("\n"), @r"
    a China/China Kim: List (one.ron) 1956-05-03
    1957-01-01-france France/France Kim: Album 1957-01-01
    1950-01-01-italy Italy/Italy -: List (other.ron) 1950-01-01
    a-2 China/PRC Kim: List (other.ron) 1956-05-04
    ");
    let china = chronicle.trips[0].country;
    for source in [0, 2] {
        assert_eq!(chronicle.sources[source].covers.countries.as_deref(), Some([china].as_slice()));
    }
    assert_eq!(chronicle.events[0].country, china);
    assert_eq!(chronicle.country(china).link.as_deref(), Some("People's Republic of China"));
    assert_eq!(chronicle.source(chronicle.totals[0].source).name, "Album");
}

#[test]
fn travellers_and_groups_of_one_name_are_one() {
    let one = r#"(
        travellers: [(name: "Kim", offices: [(office: "Premier", dates: "1948/1972")]), (name: "Lee")],
        countries: [(name: "Cuba", group: "Far"), (name: "China")],
        trips: [(traveller: "Kim", country: "China", dates: "1956")],
    )"#;
    let other = r#"(
        travellers: [(name: "Kim", offices: [(office: "Premier", dates: "1948/1972"), (office: "President", dates: "1972/1994")])],
        countries: [(name: "China", group: "Near"), (name: "Mongolia", group: "Far")],
        trips: [(traveller: "Kim", country: "Mongolia", dates: "1956"), (traveller: "Lee", country: "China", dates: "1957")],
    )"#;
    let (document, _folder, _) = read_together(&[("one.ron", one), ("other.ron", other)]);
    assert_eq!(document.problems, []);
    let chronicle = &document.chronicle;
    let travellers = chronicle.indexed_travellers().map(|(_, traveller)| {
        let offices: Vec<&str> = traveller.offices.iter().map(|office| office.name.as_str()).collect();
        format!("{}: {}", traveller.name, offices.join(", "))
    });
    assert_eq!(travellers.collect::<Vec<_>>(), ["Kim: Premier, President", "Lee: "]);
    let group = |name: &str| {
        let country = chronicle.countries.iter().find(|country| country.name == name).unwrap();
        country.group.map(|group| chronicle.group(group))
    };
    assert_eq!(["Cuba", "China", "Mongolia"].map(group), [Some("Far"), Some("Near"), Some("Far")]);
    assert_eq!(chronicle.groups, ["Far", "Near", "North America", "Asia"]);
}

#[test]
fn problems_and_places_are_those_of_their_files() {
    let (document, _folder, paths) = read_together(&[("one.ron", ONE), ("other.ron", OTHER)]);
    let [problem] = &document.problems[..] else { panic!("{:#?}", document.problems) };
    let place = problem.place.as_ref().unwrap();
    assert_eq!((place.file.as_deref(), place.line), (paths[1].to_str(), 8));
    assert!(place.text.contains("195O"), "{place:?}");
    assert_eq!(document.left_out.trips, 1);
    let china = document.chronicle.trips.last().unwrap();
    let place = document.text.place(china.offset..china.offset + 1);
    assert_eq!((place.file.as_deref(), place.line, place.column), (paths[1].to_str(), 7, 9));
}

#[test]
fn files_of_one_name_are_told_apart() {
    let (_, _folder, paths) = read_together(&[("a/trips.ron", ONE), ("b/trips.ron", OTHER)]);
    let label = paths[1].display().to_string();
    assert_eq!(path_labelled(&paths, Some(&label)), Some(paths[1].clone()));
    assert_eq!(path_labelled(&paths, Some("trips.ron")), None);
    assert_eq!(path_labelled(&paths[..1], None), Some(paths[0].clone()));
}

#[test]
fn a_folder_may_hold_files_of_trips_and_lists() {
    let list = "Country,Date\nFrance,3 May 1999\n";
    let (_, folder, _) = read_together(&[("one.ron", ONE), ("b.csv", list), ("c.txt", "words")]);
    let document = model::read(&[folder.path()]).unwrap();
    assert_eq!(document.chronicle.trips.len(), 3);
    assert_eq!(document.chronicle.countries.iter().filter(|country| country.name == "France").count(), 1);
    let [problem] = &document.problems[..] else { panic!("{:#?}", document.problems) };
    assert!(problem.message.contains("c.txt"), "{problem:?}");
    assert!(document.imported.is_none(), "it is not all of it");
}

#[test]
fn silence_on_a_trip_of_another_file_means_nothing() {
    let [one, other] = ["France", "Italy"]
        .map(|country| format!("(trips: [(country: \"{country}\", dates: \"1950-05-03\", traveller: \"{country}\")])"));
    let (document, _folder, _) = read_together(&[("one.ron", &one), ("other.ron", &other)]);
    assert_eq!(document.findings().all.len(), 0, "{:?}", document.findings().all);
    let agreed = document.shown(&Filter { reading: Reading::Agreed, ..Filter::default() });
    assert_eq!(agreed.trip_count, 2);
    // What one file says of itself stays.
    let sources = "sources: [(id: \"a\"), (id: \"b\")]";
    let own = format!("({sources}, trips: [(country: \"Cuba\", source: \"a\", dates: \"1950-05-03\")])");
    let (document, _folder, _) = read_together(&[("one.ron", &one), ("own.ron", &own)]);
    let silent: Vec<_> = document.findings().all.iter().map(|finding| finding.code.key()).collect();
    assert_eq!(silent, ["source-silent"]);
}

#[test]
fn a_view_stands_alone() {
    let folder = tempfile::tempdir().unwrap();
    let [trips, view] = ["a.ron", "v.ron"].map(|name| folder.path().join(name));
    fs::write(&trips, ONE).unwrap();
    fs::write(&view, "(view: 1)").unwrap();
    let problem = model::read(&[trips, view]).unwrap_err();
    assert!(problem.message.contains("v.ron is a view"), "{problem:?}");
}

proptest! {
    #[test]
    fn nothing_is_lost_or_changed(
        files in prop::collection::vec(prop::collection::vec((0_usize..6, 1900_i32..2000, 0_usize..3), 0..6), 1..4)
    ) {
        let names = ["France", "Italy", "USSR", "Soviet Union", "China", "PRC"];
        let texts: Vec<String> = files.iter().enumerate().map(|(number, trips)| {
            let trip = |&(country, year, id): &(usize, i32, usize)| {
                let given = if id == 0 { String::new() } else { format!("id: \"{id}\", ") };
                format!("({given}country: \"{}\", dates: \"{year}\", details: \"{number}\"),", names[country])
            };
            format!("(trips: [{}])", trips.iter().map(trip).collect::<String>())
        }).collect();
        let alone: Vec<Document> = texts.iter().map(|text| model::load(text.clone())).collect();
        let named: Vec<(String, &str)> =
            texts.iter().enumerate().map(|(number, text)| (format!("{number}.ron"), text.as_str())).collect();
        let named: Vec<(&str, &str)> = named.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        let (document, _folder, _) = read_together(&named);
        let said = |chronicle: &Chronicle| -> Vec<String> {
            let trip = |trip: &Trip| {
                let account = &trip.accounts()[0];
                format!("{} {:?} {}", chronicle.country_name(trip), account.when, account.details)
            };
            chronicle.trips.iter().map(trip).collect()
        };
        let expected: Vec<String> = alone.iter().flat_map(|document| said(&document.chronicle)).collect();
        prop_assert_eq!(said(&document.chronicle), expected);
        let ids: std::collections::BTreeSet<String> =
            document.chronicle.trips.iter().map(|trip| trip.id(&document.chronicle).into_owned()).collect();
        prop_assert_eq!(ids.len(), document.chronicle.trips.len());
    }
}
