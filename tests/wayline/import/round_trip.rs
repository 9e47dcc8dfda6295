//! Random trips written as each kind of input, and read back.

use std::fmt::Write as _;

use proptest::prelude::*;
use wayline::data::import::{Imported, Options};
use wayline::time::Day;

use super::{assert_counts_add_up, imported, lines, loaded};

/// A trip to be written: country, first day, further days, places, details.
type Row = (String, Day, i32, Vec<String>, String);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let country =
        prop::sample::select(vec!["France", "East Germany", "Côte d'Ivoire", "Korea, South", "United Kingdom"]);
    let places = prop::collection::vec("[A-Z][a-zé]{2,8}", 0..3);
    let row = (country, 690_000..730_000, 0..20, places, "([A-Za-z]{2,8} ){0,4}[A-Za-z]{3,6}");
    let row = row.prop_map(|(country, day, more, places, details)| {
        (country.to_owned(), Day::from_number(day), more, places, details)
    });
    prop::collection::vec(row, 1..8)
}

fn date(first: Day, more: i32) -> (String, String) {
    let iso = |day: Day| {
        let (year, month, day) = day.ymd();
        format!("{year:04}-{month:02}-{day:02}")
    };
    if more == 0 { (iso(first), iso(first)) } else { (format!("{}/{}", iso(first), iso(first + more)), iso(first)) }
}

fn expected(rows: &[Row]) -> Vec<String> {
    let line = |(country, first, more, places, details): &Row| {
        let parts = [country.clone(), date(*first, *more).0, places.join(", "), String::new(), details.clone()];
        parts.join(" | ").trim_end_matches([' ', '|']).to_owned()
    };
    rows.iter().map(line).collect()
}

fn wikitext(rows: &[Row]) -> String {
    let mut text = "{| class=\"wikitable sortable\"\n! scope=\"col\" | Country !! Dates !! Locations !! class=\"unsortable\" | Details\n".to_owned();
    for (country, first, more, places, details) in rows {
        let links: Vec<String> = places.iter().map(|place| format!("[[{place} (city)|{place}]]")).collect();
        let date = date(*first, *more).0;
        _ = writeln!(
            text,
            "|-\n| {{{{flagu|{country}}}}}\n| {date}<ref>{{{{cite web|x=|y}}}}</ref>\n|{}\n| ''{details}''",
            links.join(", ")
        );
    }
    text + "|}\n"
}

fn html(rows: &[Row]) -> String {
    let mut text = "<!DOCTYPE html><table><tr><th>Dates<th>Country<th>Locations<th>Details</tr>".to_owned();
    for (country, first, more, places, details) in rows {
        let date = date(*first, *more).0;
        _ = writeln!(
            text,
            "<tr><td>{date}</td><td>{country}</td><td>{}</td><td><i>{details}</i></td></tr>",
            places.join(", ")
        );
    }
    text + "</table>"
}

fn csv(rows: &[Row], delimiter: char) -> String {
    let mut text = ["Details", "Dates", "Country", "Places"].join(&delimiter.to_string()) + "\r\n";
    for (country, first, more, places, details) in rows {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let cells = [details.clone(), date(*first, *more).0, quoted(country), quoted(&places.join(", "))];
        text += &(cells.join(&delimiter.to_string()) + "\r\n");
    }
    text
}

fn check(text: &str, name: &str, rows: &[Row]) -> Result<(), TestCaseError> {
    let read = imported(text, name, &Options::default());
    assert_counts_add_up(&read);
    let problems: String = read.problems.iter().map(|problem| problem.render(name)).collect();
    prop_assert_eq!(lines(&loaded(&read)), expected(rows), "{}{}", text, problems);
    let again = imported(text, name, &Options::default());
    prop_assert_eq!(Imported::file_text(&[read]), Imported::file_text(&[again]));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn trips_survive_every_kind(rows in rows()) {
        check(&wikitext(&rows), "page.wikitext", &rows)?;
        check(&html(&rows), "page.html", &rows)?;
        for delimiter in [',', ';', '\t'] {
            check(&csv(&rows, delimiter), "table.csv", &rows)?;
        }
    }
}
