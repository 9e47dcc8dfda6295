//! What stands below a figure: it must say of the picture what is true of it, and no more.

use std::collections::BTreeSet;

use wayline::export::{Figure, PageSetup, PageSize, View, ViewExtent};
use wayline::layout::Arrangement;
use wayline::model::{Document, Filter, Reading, SourceIndex, default_file, load};
use wayline::time::Span;

use crate::support::{DEFAULT_FILE, day};

const THREE: &str = r#"(sources: [(id: "a", name: "First"), (id: "b", name: "Second", citation: "A book.")], trips: [
    (country: "Poland", source: "a", dates: "1956-07-02/1956-07-06"),
    (country: "Hungary", source: "a", dates: "1956-07-08/1956-07-10"),
    (country: "Cuba", source: "b", dates: "1986-03-08/1986-03-20"),
    (country: "Cuba", source: "b", status: rumoured, dates: "1987"),
], events: [(kind: gift, country: "Cuba", source: "b", title: "A box")])"#;

fn figure(loaded: &Document, view: &View) -> Figure {
    Figure::new(loaded, view, &PageSetup::default()).unwrap()
}

fn check(view: &View, expected: &str) {
    let loaded = load(THREE.to_owned()).named("a.ron");
    let caption = figure(&loaded, view).description;
    let (facts, data) = caption.split_once(" · Data: a.ron, SHA-256 ").unwrap();
    assert_eq!(facts, expected);
    assert!(data.starts_with(loaded.fingerprint.short()), "{data}");
}

fn days(first: &str, last: &str) -> Span {
    Span::from_days(day(first), day(last)).unwrap()
}

#[test]
fn it_says_what_the_picture_leaves_out() {
    let either = "Reading: either (days that any source gives)";
    let sources = "Sources: First; Second: A book.";
    check(
        &View::default(),
        &format!(
            "{either} · 3 of 4 trips · 3 countries · 1 hidden: 1 rumoured · 1 tour with 2 legs · 1 single visit · \
             quiet times folded · {sources}"
        ),
    );
    let arrangement = Arrangement { tours: false, ..Arrangement::default() };
    let filter = Filter { events: true, decades: BTreeSet::from([1980]), ..Filter::default() };
    check(
        &View { filter, arrangement, ..View::default() },
        &format!(
            "{either} · 1 of 4 trips · 1 country · 1 event · 3 hidden: 1 rumoured, 2 by decade · only 1980s · \
             1 event without a date not drawn · {sources}"
        ),
    );
    let filter = Filter { reading: Reading::Source(SourceIndex::new(1)), ..Filter::default() };
    check(
        &View { filter, ..View::default() },
        "Reading: Second alone · 1 of 4 trips · 1 country · 3 hidden: 2 not told by this source, 1 rumoured · \
         Source: Second: A book.",
    );
}

#[test]
fn what_is_in_view_is_counted_as_what_is_asked_for() {
    let loaded = load(DEFAULT_FILE.to_owned()).named("a.ron");
    let caption = |view: &View| figure(&loaded, view).description;
    let period = days("1956-06-08", "1956-07-01");
    let seen = Some(ViewExtent::on(period));
    let in_view = caption(&View { seen, ..View::default() });
    let filter = Filter { period: Some(period), ..Filter::default() };
    let asked_for = caption(&View { filter, seen, ..View::default() });
    assert!(in_view.starts_with("8 June – 1 July 1956 · Reading: either"), "{in_view}");
    // From the second leg, which lasts until the 12th, to the seventh, in Albania.
    assert!(in_view.contains("1 tour with 6 of 10 legs"), "{in_view}");
    assert_eq!(in_view, asked_for);
}

#[test]
fn what_cannot_be_pointed_at_is_written() {
    let loaded = load(DEFAULT_FILE.to_owned()).named("a.ron");
    let texts = |view: &View| -> Vec<String> {
        let svg = figure(&loaded, view).svg;
        let document = resvg::usvg::roxmltree::Document::parse(&svg).unwrap();
        let overview = document
            .descendants()
            .find(|node| node.attribute("id").is_some_and(|id| id.ends_with("-overview")))
            .unwrap();
        let texts = overview.descendants().filter(|node| node.has_tag_name("text"));
        texts.filter_map(|node| node.text()).map(str::to_owned).collect()
    };
    // Each year's column with its number, beside the years of the axis: together all confirmed trips.
    let visits = |texts: &[String]| -> u32 {
        let numbers = texts.iter().filter_map(|text| text.parse::<u32>().ok());
        numbers.filter(|&number| number < 100).sum()
    };
    assert_eq!(visits(&texts(&View::default())), 50);
    let seen = Some(ViewExtent::on(days("1956-06-01", "1956-07-31")));
    assert_eq!(visits(&texts(&View { seen, ..View::default() })), 0, "a part marks itself among the columns");

    let legend = |events| figure(&loaded, &View { filter: Filter { events, ..Filter::default() }, ..View::default() });
    assert!(legend(true).svg.contains("hollow: day unknown") && !legend(false).svg.contains("hollow"));
}

#[test]
fn letters_too_small_for_print_are_told() {
    let loaded = default_file();
    let warnings = |width, height| {
        let size = PageSize::Millimetres { width, height };
        let page_setup = PageSetup { size, ..PageSetup::default() };
        Figure::new(&loaded, &View::default(), &page_setup).unwrap().warnings()
    };
    assert_eq!(warnings(297, 210), Vec::<String>::new());
    let small = warnings(170, 120);
    assert!(small.len() == 1 && small[0].starts_with("letters are as small as ") && small[0].contains(" points"));
}
