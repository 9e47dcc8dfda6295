//! Names and words that mean harm are data in every format: pictures stay valid, nothing overlaps or grows.

use std::collections::BTreeSet;
use std::fmt::Write as _;

#[cfg(feature = "gui")]
use egui_kittest::kittest::Queryable as _;
#[cfg(feature = "gui")]
use egui_kittest::{Harness, HarnessBuilder};
use proptest::prelude::*;
use resvg::usvg::roxmltree::{self, Node};
use wayline::export::{Figure, PageSetup, PageSize, View};
use wayline::layout::Arrangement;
use wayline::model::{self, Document, Filter, TripStatus};
use wayline::paint::{Theme, fonts};

#[cfg(feature = "gui")]
use wayline::app::{self, Selection, Shell, ViewCommand};

const NASTY: [&str; 14] = [
    "<script>alert(1)</script>",
    "]]></title><svg onload=\"x\">",
    "a \"quoted\" 'name' & co &amp; &#0;",
    "line\nbreak\r\nand\ttab",
    "nul\0 bell\u{7} escape\u{1b}[31m delete\u{7f} next\u{85}",
    "\u{202e}desrever\u{202c} \u{2066}isolated",
    "שלום עולם مرحبا",
    "zero\u{200b}width\u{200d}\u{feff}\u{2060}",
    "not a letter \u{fffe}\u{ffff}",
    "e\u{301}\u{323}\u{30a}\u{301}\u{301}\u{301}",
    "\u{2028}separated\u{2029}",
    "👩‍👩‍👧‍👦 북한 România Čechy Őrség Россия",
    "=HYPERLINK(\"http://a\")",
    "--><!-- ${x} %s \\",
];

fn words() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(NASTY.to_vec()).prop_map(str::to_owned);
    let long = prop::sample::select(vec!["W", "long words ", "Ł́", "北", "\u{200b}", "א"]);
    prop_oneof![
        4 => nasty,
        2 => prop::collection::vec(any::<char>(), 1..30).prop_map(String::from_iter),
        1 => long.prop_map(|text| text.chars().cycle().take(10_000).collect()),
    ]
}

/// A text of a RON file, as it is.
fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    for letter in text.chars() {
        _ = write!(out, "\\u{{{:x}}}", u32::from(letter));
    }
    out + "\""
}

/// A file in which these words stand wherever words can.
fn file(words: &[String; 6]) -> String {
    let [title, country, source, office, place, details] = words.each_ref().map(|text| quoted(text));
    format!(
        "(title: {title}, sources: [(id: \"a\", name: {source}, citation: {details}), (id: {source}, citation: {title})],
        countries: [(name: {country}, today: {title}), (name: \"Poland\", today: {country})],
        trips: [
            (id: {place}, country: {country}, kind: state_visit, accounts: [
                (source: \"a\", dates: \"1956-07-02/1956-07-20\", places: [{place}, {title}], verbatim: {details},
                 inferred: {office}, leaders: [(name: {title}, office: {office})], details: {details}),
                (source: {source}, dates: \"1956-07-04/1956-07-22\", places: [{place}]),
            ]),
            (country: \"Poland\", source: {source}, status: rumoured, dates: \"1956-08-02/1956-08-29\", places: [{place}]),
            (country: \"Cuba\", source: \"a\", dates: \"1986-03\", details: {details}),
        ],
        events: [(kind: honour, country: \"Poland\", source: \"a\", dates: \"1956-07-30\", title: {title}, by: {office},
                  place: {place}, details: {details})])"
    )
}

fn load(words: &[String; 6]) -> Document {
    model::load(file(words))
}

/// Everything the model says in one line.
fn one_line_texts(loaded: &Document) -> Vec<String> {
    let chronicle = &loaded.chronicle;
    let sources = chronicle.sources.iter().flat_map(|source| [&source.id, &source.name, &source.citation]);
    let countries =
        chronicle.countries.iter().flat_map(|country| [Some(&country.name), country.today.as_ref()]).flatten();
    let accounts = || chronicle.trips.iter().flat_map(model::Trip::accounts);
    let leaders = accounts().flat_map(|account| &*account.leaders).flat_map(|leader| [&leader.name, &leader.office]);
    let events = chronicle.events.iter().flat_map(|event| [&event.title, &event.by, &event.place]);
    let ids = chronicle.trips.iter().map(|trip| trip.id(chronicle).into_owned());
    let places = accounts().flat_map(|account| &*account.places).map(|place| &place.name);
    let shared = places.chain(leaders).map(ToString::to_string);
    let own = sources.chain(countries).chain(events).chain([&chronicle.title]).cloned();
    own.chain(shared).chain(ids).collect()
}

fn figure(document: &Document, page_setup: &PageSetup) -> Figure {
    let statuses = TripStatus::ALL.iter().copied().collect();
    let filter = Filter { statuses, events: true, ..Filter::default() };
    let view = View { filter, arrangement: Arrangement::default(), theme: Theme::Light, ..View::default() };
    Figure::new(document, &view, page_setup).unwrap()
}

/// A picture that is valid, harmless and within its bounds.
fn check_svg(svg: &str) {
    let document = roxmltree::Document::parse(svg).unwrap();
    let number = |node: Node<'_, '_>, name: &str| node.attribute(name).and_then(|text| text.parse::<f32>().ok());
    let width = number(document.root_element(), "width").unwrap();
    let is_flag = |link: &str| {
        link.strip_prefix('#').and_then(|id| id.split_once('-')).is_some_and(|(_, name)| name.starts_with("flag-"))
    };
    let mut names = BTreeSet::new();
    for node in document.descendants().filter(Node::is_element) {
        names.insert(node.tag_name().name().to_owned());
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
            assert!(attribute.name() != "href" || is_flag(attribute.value()), "{}", attribute.value());
        }
        if let (true, Some(text), Some(size)) = (node.has_tag_name("text"), node.text(), number(node, "font-size")) {
            let weight = if node.attribute("font-weight").is_some() {
                wayline::layout::Weight::SemiBold
            } else {
                wayline::layout::Weight::Regular
            };
            let drawn = fonts::text_width(text, size, weight);
            assert!(drawn <= width * 2.0, "{drawn} of {width} pixels: {text}");
        }
    }
    for name in &names {
        assert!(!["script", "foreignObject", "a", "image", "style"].contains(&name.as_str()), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_word_is_data(words in prop::array::uniform6(words())) {
        let loaded = load(&words).named(words[4].as_str());
        let breaks = |letter: char| letter.is_control() || ('\u{2028}'..='\u{202e}').contains(&letter)
            || ('\u{2066}'..='\u{2069}').contains(&letter);
        for text in one_line_texts(&loaded) {
            prop_assert!(!text.contains(breaks), "{:?}", text);
        }
        let title = Some(words[5].clone());
        for page_setup in [PageSetup::default(), PageSetup { title, size: PageSize::A4, ..PageSetup::default() }] {
            check_svg(&figure(&loaded, &page_setup).svg);
        }
    }
}

#[test]
fn every_nasty_word_is_drawn() {
    for (at, word) in NASTY.iter().enumerate() {
        let words =
            [0, 1, 2, 3, 4, 5].map(|place| if place == 5 { (*word).to_owned() } else { format!("{word} {place}") });
        let figure =
            figure(&load(&words).named(*word), &PageSetup { size: PageSize::Width(900), ..PageSetup::default() });
        check_svg(&figure.svg);
        if at % 4 == 0 {
            let pixels = figure.pixels(0.5).unwrap();
            assert!(pixels.rgba.chunks(4).any(|dot| dot[0] < 128), "{word} draws nothing");
        }
    }
}

#[test]
fn ten_thousand_letters_are_shortened_with_an_ellipsis() {
    let long = |letter: &str, number: usize| letter.repeat(10_000 / letter.len()) + &number.to_string();
    for letter in ["W", "many words "] {
        let words = [0, 1, 2, 3, 4, 5].map(|number| long(letter, number));
        let usual = load(&[0, 1, 2, 3, 4, 5].map(|number| format!("Name {number}")));
        let (figure, usual) = (
            figure(&load(&words).named("t.ron"), &PageSetup::default()),
            figure(&usual.named("t.ron"), &PageSetup::default()),
        );
        let document = roxmltree::Document::parse(&figure.svg).unwrap();
        let texts: Vec<_> = document.descendants().filter(|node| node.has_tag_name("text")).collect();
        for text in texts.iter().filter_map(Node::text) {
            assert!(text.chars().count() < 500, "{} letters are drawn", text.chars().count());
            assert!(text.chars().filter(|letter| *letter == 'W').count() < 12 || text.contains('…'), "{text}");
        }
        // The picture has as much room for its lanes as with short names, but for the caption's further lines.
        let height =
            |svg: &str| roxmltree::Document::parse(svg).unwrap().root_element().attribute("height").map(str::to_owned);
        assert_eq!(height(&figure.svg), height(&usual.svg));
        let full = document.descendants().filter(|node| node.has_tag_name("title")).filter_map(|node| node.text());
        assert!(full.into_iter().any(|title| 10_000 < title.chars().count()), "the whole name can be read");
    }
}

#[cfg(feature = "gui")]
#[test]
fn no_name_makes_the_window_grow() {
    let usual = window(&[0, 1, 2, 3, 4, 5].map(|number| format!("Name {number}")));
    let height_of = |harness: &Harness<'_, Option<Shell>>, label: &str| harness.get_by_label(label).rect();
    for word in NASTY.iter().map(|word| (*word).to_owned()).chain(["W".repeat(10_000), "many words ".repeat(900)]) {
        let harness = window(&[0, 1, 2, 3, 4, 5].map(|number| format!("{word} {number}")));
        for label in ["Export…", "Search", "View", "Details", "Statistics"] {
            let (here, there) = (height_of(&harness, label), height_of(&usual, label));
            assert_eq!((here.top(), here.height()), (there.top(), there.height()), "{label}: {word:.40}");
            assert!(0.0 <= here.left() && here.right() <= 1440.0, "{label} at {here:?}: {word:.40}");
        }
        // The lanes below the one with the hostile name stand where they stood.
        let label = "Cuba: 1 trip";
        let (here, there) = (height_of(&harness, label), height_of(&usual, label));
        assert_eq!((here.top(), here.height()), (there.top(), there.height()), "{word:.40}");
    }
}

/// The window on a file of these words, with its first trip selected.
#[cfg(feature = "gui")]
fn window(words: &[String; 6]) -> Harness<'static, Option<Shell>> {
    let document = load(words).named(words[4].clone());
    let made = std::rc::Rc::new(std::cell::RefCell::new(None));
    let shell = std::rc::Rc::clone(&made);
    let mut harness = HarnessBuilder::default()
        .with_size(eframe::egui::Vec2::new(1440.0, 900.0))
        // Letters that no bundled face has are boxes here, where the program would ask the system for a font.
        .allow_missing_glyphs()
        .with_context_setup(move |ctx| {
            let mut shell = Shell::new(ctx, document, app::default_settings());
            let trip = model::TripIndex::new(0);
            shell.handle(ctx, ViewCommand::Select(Selection::Trips(vec![trip])));
            *made.borrow_mut() = Some(shell);
        })
        .build_ui_state(
            move |ui, state: &mut Option<Shell>| {
                let state = state.get_or_insert_with(|| shell.borrow_mut().take().unwrap());
                eframe::App::ui(state, ui, &mut eframe::Frame::_new_kittest());
            },
            None,
        );
    harness.run();
    harness
}
