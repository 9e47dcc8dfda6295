//! What is copied of a trip.

use wayline::export::{ListFormat, listing};
use wayline::model::Filter;

use super::*;

/// What the window gives to the clipboard when this item of the menu is clicked.
fn copied(window: &mut Window, item: &str) -> String {
    window.harness.get_by_label("Copy").scroll_to_me();
    window.harness.run();
    window.click("Copy");
    window.click_to_copy(item)
}

/// The one line or part of a list that speaks of the visit to Moscow in 1957.
fn listed(format: ListFormat) -> Vec<String> {
    let loaded = model::default_file();
    let document = &loaded;
    let text = listing(document, &document.shown(&Filter::default()), false, format).unwrap().text;
    let about = |part: &&str| part.contains("4–21 November 1957") || part.contains("1957-11-03-soviet-union");
    let parts: Vec<&str> =
        if format == ListFormat::Bibtex { text.split("\n\n").collect() } else { text.lines().collect() };
    parts.into_iter().filter(about).map(str::to_owned).collect()
}

#[test]
fn a_trip_is_copied_as_it_is_listed() {
    let mut window = at_moscow_1957();
    let footnote = copied(&mut window, "Footnote");
    assert_eq!(footnote.lines().collect::<Vec<_>>(), listed(ListFormat::Footnotes));
    window.check_says(&["Copied the footnote"]);
    let bibtex = copied(&mut window, "BibTeX");
    assert_eq!(bibtex.trim_end(), listed(ListFormat::Bibtex).join("\n\n"));
    window.check_says(&["Copied the BibTeX"]);
    for (item, format) in [("Table row (CSV)", ListFormat::Csv), ("Table row (Markdown)", ListFormat::Markdown)] {
        let rows = copied(&mut window, item);
        assert_eq!(rows.lines().count(), 2, "{rows}");
        assert_eq!(rows.lines().collect::<Vec<_>>(), listed(format));
    }
    window.check_says(&["Copied the table row"]);
    let csl: serde_json::Value = serde_json::from_str(&copied(&mut window, "CSL-JSON")).unwrap();
    assert_eq!((csl.as_array().unwrap().len(), &csl[1]["id"]), (2, &"album:1957-11-03-soviet-union".into()));
}

#[test]
fn only_what_the_reading_hears_is_copied() {
    let mut window = at_moscow_1957();
    window.click("Believe: Album");
    assert!(!window.selected().is_empty());
    let footnote = copied(&mut window, "Footnote");
    assert!(footnote.contains("Album, 3–23 November 1957") && !footnote.contains("List, "), "{footnote}");
}
