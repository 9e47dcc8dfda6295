//! Inputs that are broken, huge, nested or no inputs at all: no panic, no hang, and the other rows stay.

use proptest::prelude::*;
use wayline::data::import::{Imported, Options, import};

use super::{imported, lines, loaded};

const WIKI: &str = "'''List of trips made by X'''\n== 1950 ==\n{| class=\"wikitable\"\n! Country !! Dates !! Places\n|-\n| {{flag|France}} || 3 May || Paris\n|-\n";
const WIKI_END: &str = "|-\n| {{flag|Italy}} || 5 May || [[Rome]]\n|}\n";

/// What is read. An input whose time grows with the square of its length makes these tests run for hours.
fn read(bytes: &[u8]) -> Option<Imported> {
    import(bytes, "input", &Options::default()).ok()
}

#[test]
fn unclosed_brackets_lose_their_own_row() {
    for bad in
        ["{{small|".repeat(40), "{{".repeat(500_000), "[[".repeat(500_000), "<ref>".repeat(100_000), "<!-- ".repeat(10)]
    {
        let text = format!("{WIKI}| {{{{flag|Spain}}}} || 4 May || {bad}\n{WIKI_END}");
        let imported = read(text.as_bytes()).unwrap();
        let lines = lines(&loaded(&imported));
        assert_eq!(lines.first().map(String::as_str), Some("France | 1950-05-03 | Paris"));
        // A comment that is never closed hides what follows, as in a browser.
        if !bad.starts_with("<!--") {
            assert_eq!(lines.last().map(String::as_str), Some("Italy | 1950-05-05 | Rome"), "{}", &bad[..8]);
        }
    }
}

#[test]
fn many_beginnings_without_an_end_are_read_once() {
    let bad = [
        "<",
        "<ref",
        "<span style='display:none'",
        "[http://x ",
        "&",
        "''",
        "{|\n",
        "|-\n|",
        "<td rowspan=0>",
        "<table>",
        "<!--",
        "((",
        "] ]",
    ];
    for beginning in bad {
        let many = beginning.repeat(80_000 / beginning.len());
        let wikitext = read(format!("{WIKI}| {{{{flag|Spain}}}} || 4 May || {many}\n{WIKI_END}").as_bytes());
        let lines = lines(&loaded(&wikitext.unwrap()));
        assert_eq!(lines.first().map(String::as_str), Some("France | 1950-05-03 | Paris"), "{beginning}");
        drop(read(format!("<table><tr><th>Country<th>Dates</tr><tr><td>{many}</table>").as_bytes()));
        drop(read(format!("Country,Dates\nFrance,{many}\n").as_bytes()));
        drop(read(format!("| Country | Dates |\n| France | {many} |\n| Italy | 3 May 1950 |\n").as_bytes()));
    }
    // Two hundred cells that span all rows below.
    let spanning = "<td rowspan=0>x".repeat(200);
    let rows = "<tr><td>y".repeat(20_000);
    drop(read(format!("<table><tr><th>Country<th>Dates</tr><tr>{spanning}</tr>{rows}</table>").as_bytes()));
}

#[test]
fn deep_nesting_is_cut_and_the_rest_read() {
    let nested = format!("{}x{}", "{{small|".repeat(20_000), "}}".repeat(20_000));
    let text = format!("{WIKI}| {{{{flag|Spain}}}} || 4 May || {nested}\n{WIKI_END}");
    assert_eq!(read(text.as_bytes()).unwrap().trip_count(), 3);
    let html = format!(
        "<table><tr><th>Country<th>Dates</tr><tr><td>France<td>3 May 1950 {}</tr><tr><td>Italy<td>5 May 1950</table>",
        "<div>".repeat(100_000)
    );
    assert_eq!(read(html.as_bytes()).unwrap().trip_count(), 2);
    let tables = format!("{}<tr><td>x{}", "<table><tr><td>".repeat(5_000), "</table>".repeat(5_000));
    drop(read(tables.as_bytes()));
}

#[test]
fn long_lists_are_read_whole() {
    let row = "| {{flag|Spain}} || 4 May || [[Madrid]], {{nowrap|[[Toledo]]}} <ref>{{cite web|a=b}}</ref>\n|-\n";
    let text = format!("{WIKI}{}{WIKI_END}", row.repeat(8_000));
    assert_eq!(read(text.as_bytes()).unwrap().trip_count(), 8_002);
    let row = "<tr><td>Spain</td><td>4 May 1950</td><td><a href='x'>Madrid</a></td></tr>";
    let text = format!("<table><tr><th>Country<th>Dates<th>Places</tr>{}</table>", row.repeat(8_000));
    assert_eq!(read(text.as_bytes()).unwrap().trip_count(), 8_000);
    let text = format!("Country,Dates,Places\n{}", "Spain,4 May 1950,Madrid\n".repeat(20_000));
    assert_eq!(read(text.as_bytes()).unwrap().trip_count(), 20_000);
}

#[test]
fn traps_of_html_lose_nothing() {
    let html = "<html><head><title>Trips - Encyclopedia</title></head><body><h2>1950</h2><table>\
        <tr><th>Country</th><th>Dates</th><th>Places</th></tr>\
        <tr><td><style>.x{color:red}</style>France</td><td><span style='display: none'>0001</span>3 May</td><td><p>Paris</p></td></tr>\
        <tr><td data-sort-value='zz'>Italy</td><td colspan=\"1;\">5 May<sup class='reference'>[1]</sup></td><td>Rome<br>Milan</td></tr>\
        <tr><td rowspan='0'>Spain</td><td>6 May</td><td><table><tr><td>Madrid</td></tr></table></td></tr>\
        <tr><td>8 May</td><td><span style='display:none'>never closed</td></tr>\
        <tr><td colspan='999999'>1951</td></tr>\
        </table></body></html>";
    let imported = imported(html, "trips.html", &Options::default());
    assert_eq!(
        lines(&loaded(&imported)),
        [
            "France | 1950-05-03 | Paris",
            "Italy | 1950-05-05 | Rome, Milan",
            "Spain | 1950-05-06 | Madrid",
            "Spain | 1950-05-08",
        ]
    );
    assert_eq!(loaded(&imported).chronicle.title, "Trips");
}

#[test]
fn what_is_no_list_is_refused_in_words() {
    for bytes in [
        &b""[..],
        b"\0\0\0\0",
        b"not trips",
        b"PK\x03\x04 broken",
        b"\xd0\xcf\x11\xe0 broken",
        b"(title: \"x\", trips: [])",
        b"{}",
    ] {
        let problem = import(bytes, "input", &Options::default()).unwrap_err();
        assert!(!problem.message.is_empty());
    }
}

proptest! {
    #[test]
    fn cut_and_changed_inputs_never_break(cut in 0..400_usize, at in 0..400_usize, byte in any::<u8>()) {
        let page = format!("{WIKI}{WIKI_END}");
        let html = "<table><tr><th>Country<th>Dates</tr><tr><td>France<td>3 May 1950</tr></table>";
        let xml = "<?xml version='1.0'?><trips><trip><name>A</name><start-date>1950-05-03</start-date><country>France</country></trip></trips>";
        let json = r#"{"events":[{"start_date":{"year":"1950"},"text":{"headline":"A","text":"<b>B</b>"}}]}"#;
        for text in [page.as_str(), html, xml, json, "Country;Dates\nFrance;3 May 1950\n"] {
            let mut bytes = text.as_bytes().to_vec();
            let length = bytes.len();
            bytes[at % length] = byte;
            bytes.truncate(cut.max(1));
            drop(import(&bytes, "input", &Options::default()));
        }
    }
}

#[test]
fn letters_that_show_nothing_make_no_other_country() {
    let list =
        "Country,Dates\nFrance,3 May 1950\nFr\u{202e}ance,4 May 1951\nFrance\u{1f},5 May 1952\n\u{6},6 May 1953\n";
    let document = loaded(&imported(list, "trips.csv", &Options::default()));
    let countries: Vec<&str> = document.chronicle.countries.iter().map(|country| country.name.as_str()).collect();
    assert_eq!(countries, ["France", "Unknown country"]);
    assert_eq!(document.chronicle.trips.len(), 4);
}
