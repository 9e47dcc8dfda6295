//! `wayline encounters`: its fields, its formats, one traveller and two, files that are opened together.

use std::fs;

use predicates::str::contains;
use serde_json::{Value, json};

use super::{FINE, keys, sorted};
use crate::model::statistics::encounters::COMPANY;
use crate::support::cli::{check_unusable, folder, output, rows, wayline};

/// What a call about the company writes.
fn company(arguments: &[&str]) -> String {
    let folder = folder();
    fs::write(folder.path().join("company.ron"), COMPANY).unwrap();
    let (text, status) = output(folder.path(), &[&["encounters", "company.ron"], arguments].concat());
    assert_eq!(status, FINE, "{arguments:?}");
    text
}

fn company_rows(arguments: &[&str]) -> Vec<Value> {
    let text = company(&[&["--format", "json"], arguments].concat());
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_fields_of_encounters_are_a_contract() {
    let found = company_rows(&[]);
    assert_eq!(sorted(&keys(&found[1])), sorted(&["travellers", "country", "places", "days", "trips"]));
    let day = json!({"certain": [], "possible": ["1960-05-02"]});
    let single = json!({
        "travellers": ["Ann", "Cy"], "country": "France", "places": [], "days": day,
        "trips": ["1960-05-01-france", "1960-05-02-france"],
    });
    assert_eq!(found[1], single);
    let journey = &found[0];
    assert_eq!((&journey["country"], &journey["places"]), (&Value::Null, &json!(["Paris"])));
    assert_eq!(journey["days"]["certain"], json!(["1960-05-01/1960-05-05"]));
    assert_eq!(journey["trips"].as_array().unwrap().len(), 4);
    let legs = journey["legs"].as_array().unwrap();
    assert_eq!(sorted(&keys(&legs[0])), sorted(&["country", "places", "days", "trips"]));
    let countries: Vec<_> = legs.iter().map(|leg| &leg["country"]).collect();
    assert_eq!(countries, [&json!("France"), &json!("Italy")]);
}

#[test]
fn a_table_has_a_row_for_each_encounter_and_csv_a_line_for_each_country() {
    insta::assert_snapshot!(company(&[]), @"
    traveller  other traveller  country        days          certain  at most  places
    Ann        Bo               France, Italy  1–5 May 1960        5        5  Paris
    Ann        Cy               France         2 May 1960          0        1
    Bo         Cy               France         2 May 1960          0        1
    Ann        Bo               Malta          5–7 May 1960        3        3
    Bo         Cy               Malta          5–7 May 1960        0        3
    Ann        Cy               Malta          5–8 May 1960        0        4
    ");
    insta::assert_snapshot!(company(&["--format", "csv"]), @"
    encounter,traveller,other_traveller,country,certain,possible,places,trips
    1,Ann,Bo,France,1960-05-01/1960-05-03,1960-05-01/1960-05-03,Paris,1960-05-01-france; 1960-05-01-france-2
    1,Ann,Bo,Italy,1960-05-03/1960-05-05,1960-05-03/1960-05-05,,1960-05-03-italy; 1960-05-03-italy-2
    2,Ann,Cy,France,,1960-05-02,,1960-05-01-france; 1960-05-02-france
    3,Bo,Cy,France,,1960-05-02,,1960-05-01-france-2; 1960-05-02-france
    4,Ann,Bo,Malta,1960-05-05/1960-05-07,1960-05-05/1960-05-07,,1960-05-05-malta; 1960-05-05-malta-2
    5,Bo,Cy,Malta,,1960-05-05/1960-05-07,,1960-05-05-malta-2; 1960-05-01-malta
    6,Ann,Cy,Malta,,1960-05-05/1960-05-08,,1960-05-05-malta; 1960-05-01-malta
    ");
    assert!(company(&["--format", "csv", "--bom"]).starts_with("\u{FEFF}encounter,traveller,"));
}

#[test]
fn one_traveller_met_anybody_and_two_each_other() {
    let travellers = |rows: Vec<Value>| rows.iter().map(|row| row["travellers"].to_string()).collect::<Vec<_>>();
    let of_cy = travellers(company_rows(&["--traveller", "Cy"]));
    assert!(of_cy.len() == 4 && of_cy.iter().all(|names| names.contains("Cy")), "{of_cy:?}");
    let of_two = travellers(company_rows(&["--traveller", "Cy", "--traveller", "Ann"]));
    assert_eq!(of_two, [r#"["Ann","Cy"]"#; 2]);
    assert_eq!(company_rows(&["--country", "Malta"]).len(), 3);
    // A rumour is no encounter unless it is to count.
    let everything = company_rows(&["--counting", "everything", "--country", "Spain"]);
    assert_eq!(travellers(everything), [r#"["Ann","Bo"]"#]);
}

/// An archive of travels with these days in a country.
fn archive(name: &str, country: &str, first: &str, last: &str) -> String {
    format!(
        "<trips><trip role=\"president\"><name>{name}</name><start-date>{first}</start-date><end-date>{last}</end-date>\
         <country>{country}</country></trip></trips>"
    )
}

#[test]
fn files_of_one_traveller_each_tell_of_encounters_together() {
    let folder = folder();
    let files = [
        ("nixon.xml", archive("Richard M. Nixon", "Belgium", "1969-02-23", "1969-02-24")),
        ("truman.xml", archive("Harry S. Truman", "Belgium", "1945-07-15", "1945-07-15")),
        ("rogers.xml", archive("William Pierce Rogers", "Belgium", "1969-02-24", "1969-02-26")),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let encounters = |files: &[&str]| rows(folder.path(), &[&["encounters", "--format", "json"], files].concat());
    for apart in [&["nixon.xml"][..], &["truman.xml"], &["nixon.xml", "truman.xml"]] {
        assert_eq!(encounters(apart), Vec::<Value>::new(), "{apart:?}");
    }
    let found = encounters(&["nixon.xml", "rogers.xml", "truman.xml"]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["travellers"], json!(["Richard M. Nixon", "William Pierce Rogers"]));
    assert_eq!(found[0]["days"]["certain"], json!(["1969-02-24"]));
}

#[test]
fn what_is_hidden_and_who_is_not_there_is_told() {
    let folder = folder();
    fs::write(folder.path().join("company.ron"), COMPANY).unwrap();
    let call = |arguments: &[&str]| wayline(folder.path(), &[&["encounters", "company.ron"], arguments].concat());
    call(&["--decade", "1970s"]).assert().code(FINE).stderr(contains("0 of 11 trips"));
    check_unusable(folder.path(), &["encounters", "company.ron", "--traveller", "Dee"], "no traveller is called `Dee`");
    check_unusable(folder.path(), &["encounters", "company.ron", "--bom"], "--bom goes with --format csv");
}
