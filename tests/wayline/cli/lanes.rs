//! Lanes, groups and travellers as options of the commands.

use std::fs;
use std::path::Path;

use predicates::str::contains;

use super::FINE;
use crate::support::cli::{check_unusable, folder, output, rows, wayline};

const FILE: &str = r#"(
    sources: [(id: "list", name: "List")],
    countries: [
        (name: "France", group: "West"), (name: "Cuba", group: "South"), (name: "Japan"), (name: "Spain", group: "West"),
    ],
    trips: [
        (traveller: "Ada", country: "France", dates: "1950-03-01/1950-03-20", places: ["Paris"]),
        (traveller: "Ada", country: "Cuba", dates: "1950-03-10/1950-06-20", places: ["Havana"]),
        (traveller: "Ben", country: "Japan", dates: "1956-06-01/1956-06-20"),
        (traveller: "Ben", country: "France", dates: "1980-03-01/1980-03-20", places: ["Paris"], kind: treaty),
        (traveller: "Ben", country: "Spain", dates: "1950-03-03/1950-03-04"),
    ],
)"#;

/// The names of lanes in a figure, from top to bottom.
fn lanes(folder: &Path, options: &[&str]) -> Vec<String> {
    let call = [&["export", "a.ron", "-o", "a.svg", "--size", "1200"], options].concat();
    wayline(folder, &call).assert().code(FINE);
    let svg = fs::read_to_string(folder.join("a.svg")).unwrap();
    let titles = svg.split("<title>").filter_map(|part| part.split("</title>").next());
    let lane = |title: &str| {
        title.strip_suffix(" trips").or(title.strip_suffix(" trip"))?.rsplit_once(": ").map(|(name, _)| name.to_owned())
    };
    titles.filter_map(lane).collect()
}

#[test]
fn lanes_can_be_grouped_hidden_and_chosen() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("a.ron"), FILE).unwrap();
    let grouped = lanes(path, &["--group", "file", "--order", "name"]);
    let groups =
        ["Other countries, group of 1 lane", "Japan (Other countries)", "South, group of 1 lane", "Cuba (South)"];
    assert_eq!(grouped[..4], groups);
    assert_eq!(grouped[4..], ["West, group of 2 lanes", "France (West)", "Spain (West)"]);
    assert_eq!(
        lanes(path, &["--group", "continent", "--order", "days"])[..2],
        ["North America, group of 1 lane", "Cuba (North America)"]
    );
    assert_eq!(lanes(path, &["--order", "last-visit"]), ["France", "Japan", "Cuba", "Spain"]);
    assert_eq!(lanes(path, &["--lanes", "place", "--only-lane", "Paris"]), ["Paris · France"]);
    assert_eq!(lanes(path, &["--lanes", "decade-country", "--only-lane", "decade:1980s"])[1..], ["1980s · France"]);
    assert_eq!(lanes(path, &["--hide-lane", "Ben", "--hide-lane", "group:South"]), ["France"]);
    assert_eq!(lanes(path, &["--only-lane", "Ben · France", "--only-lane", "kind:treaty"]), ["France"]);
    let svg = fs::read_to_string(path.join("a.svg")).unwrap();
    assert!(svg.contains("4 hidden: 4 by lane") && svg.contains("only Ben · France, treaty"), "{svg}");
    let call = ["list", "a.ron", "--only-lane", "country:France", "--format", "json"];
    assert_eq!(rows(path, &call).len(), 2);
    check_unusable(
        path,
        &["list", "a.ron", "--only-lane", "Frence"],
        "no lane is called `Frence`; did you mean `France`?",
    );
    check_unusable(path, &["export", "a.ron", "-o", "b.svg", "--hide-lane", "traveller:France"], "no lane is called");
}

#[test]
fn what_is_searched_for_is_a_filter() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("a.ron"), FILE).unwrap();
    let found = |words: &str| rows(path, &["list", "a.ron", "--search", words, "--format", "json"]).len();
    assert_eq!(
        [found("paris"), found("place:havana|paris"), found("traveller:ben 1950"), found("Havana Paris")],
        [2, 3, 1, 0]
    );
    assert_eq!(rows(path, &["list", "a.ron", "--length", "2_to_3_days", "--format", "json"]).len(), 1);
    assert_eq!(rows(path, &["list", "--days", "1956-06/1957", "--format", "json"]).len(), 11);
    assert_eq!(rows(path, &["list", "--days", "3 November 1957 to 1958-11-21", "--format", "json"]).len(), 2);
    assert_eq!(rows(path, &["list", "--status", "rumoured", "--format", "json"]).len(), 52);
    let call = ["export", "a.ron", "-o", "a.svg", "--search", "place:paris"];
    wayline(path, &call).assert().code(FINE);
    let svg = fs::read_to_string(path.join("a.svg")).unwrap();
    assert!(svg.contains("3 hidden: 3 by search") && svg.contains("only what tells of “place:paris”"), "{svg}");
}

#[test]
fn two_can_be_laid_beside_each_other() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("a.ron"), FILE).unwrap();
    let names = ["Ada · France", "Ada · Cuba", "Ben · Spain", "Ben · Japan", "Ben · France"];
    let beside = lanes(path, &["--beside", "Ada", "Ben"]);
    assert_eq!(beside.iter().filter(|name| !name.contains("group")).collect::<Vec<_>>(), names.each_ref());
    let told = |options: &[&str]| {
        lanes(path, &[&["--beside", "Ada", "Ben"], options].concat());
        let svg = fs::read_to_string(path.join("a.svg")).unwrap();
        let heading = svg.split_once("<title>Ben, group of 3 lanes").unwrap().1;
        heading.split(':').next().unwrap().to_owned()
    };
    assert_eq!(told(&["--align", "same-days"]), "");
    assert_eq!(told(&["--align", "first-trips"]), ", drawn 2 days earlier");
    assert_eq!(told(&["--align", "1950=1980"]), ", drawn 30 years earlier");
    let call = ["export", "a.ron", "-o", "b.svg", "--beside", "Ada"];
    check_unusable(path, &[&call[..], &["France"]].concat(), "Ada and France cannot stand beside each other");
    check_unusable(
        path,
        &[&call[..], &["Ben", "--align", "first-offices"]].concat(),
        "the file does not say when Ada began an office",
    );
    check_unusable(path, &[&call[..], &["Ben", "--align", "later"]].concat(), "expected same-days, first-trips");
}

#[test]
fn answers_can_be_of_one_traveller() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("a.ron"), FILE).unwrap();
    let who = |options: &[&str]| {
        let answers = rows(path, &[&["where", "1950-03-03", "a.ron", "--format", "json"], options].concat());
        answers.iter().map(|row| row["traveller"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(who(&[]), ["Ada", "Ben"]);
    assert_eq!(who(&["--traveller", "Ben"]), ["Ben"]);
    let (text, _) = output(path, &["where", "1950-03-03", "a.ron"]);
    assert!(text.contains("Ada certainly in Paris (France)") && text.contains("Ben certainly in Spain"), "{text}");
    let call = ["check", "a.ron", "--traveller", "ada", "--code", "two-countries-one-day"];
    wayline(path, &call).assert().code(FINE).stdout(contains("Ada: Two countries"));
    let (text, _) = output(path, &["check", "a.ron", "--traveller", "Ben", "--code", "two-countries-one-day"]);
    assert!(text.contains("; 0 listed"), "{text}");
    check_unusable(path, &["check", "a.ron", "--traveller", "Zoe"], "no traveller is called `Zoe`");
}
