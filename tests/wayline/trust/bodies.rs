//! What must hold for any input, a function for each way in. The targets in `fuzz/` call the same functions.

#[path = "packed.rs"]
pub(crate) mod packed;

use roxmltree::{Document as Xml, Node};
use wayline::data::import::{self, Imported, Options, dates};
use wayline::data::{self, Severity};
use wayline::export::{Figure, PageSetup, View, read_view, view_text};
use wayline::model::{self, Document, Filter, Terms, TripStatus};
use wayline::time::{Day, DaySet, Months, Span, When, parse_entry};

/// A small file for views and searches.
const SMALL: &str = r#"(title: "Small", sources: [(id: "a", name: "A"), (id: "b", name: "B")], trips: [
    (country: "China", dates: "1956-06-01/1956-06-06", source: "a", places: ["Beijing"], leaders: [(name: "Mao Zedong")]),
    (country: "Poland", dates: "1956-07~", source: "b"),
    (country: "Cuba", dates: "196X", source: "b", details: "By ship."),
])"#;

/// Attributes of a picture that hold numbers.
const MEASURES: [&str; 14] =
    ["x", "y", "x1", "y1", "x2", "y2", "width", "height", "d", "points", "transform", "r", "viewBox", "font-size"];

/// A file of trips: every date that is taken lies within the years there are, and the layout changes nothing.
pub(crate) fn ron(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let document = model::load(text.clone());
    check(&document);
    for problem in &document.problems {
        assert!(!problem.render("trips.ron").is_empty());
    }
    if let Some(formatted) = data::format(&text) {
        assert_eq!(data::format(&formatted).as_ref(), Some(&formatted), "laid out twice");
        check(&model::load(formatted));
    }
}

/// A list of journeys of any kind that is known by what it holds: it becomes a file of trips without errors.
pub(crate) fn import(bytes: &[u8]) {
    check_import(import::import(bytes, "input", &Options::default()).ok());
}

/// What stands in a sheet of Excel. It is packed here, as an archive that was changed rarely reaches its readers.
pub(crate) fn xlsx(bytes: &[u8]) {
    import(&packed::xlsx(&[("Trips", bytes)]));
}

/// The records of a workbook of old Excel.
pub(crate) fn xls(bytes: &[u8]) {
    import(&packed::xls(bytes));
}

/// The XML of a spreadsheet of `OpenDocument`.
pub(crate) fn ods(bytes: &[u8]) {
    import(&packed::ods(bytes));
}

/// Lines of cells, whatever they hold.
pub(crate) fn table(bytes: &[u8]) {
    let options = Options { delimiter: Some(','), ..Options::default() };
    check_import(import::import(bytes, "input", &options).ok());
}

/// A date as it is typed, and as a list prints it: what is read is EDTF.
pub(crate) fn date(text: &str) {
    if let Some(when) = parse_entry(text) {
        check_when(&when);
        for months in [Months::Full, Months::Abbreviated] {
            assert!(!when.format(months).is_empty());
        }
        assert!(!when.describe().is_empty());
    }
    if let Ok(dated) = dates::read(text, &dates::DateContext::default()) {
        // A day no calendar has is reported by whoever loads the file.
        if let Ok(when) = When::parse(&dated.edtf) {
            check_when(&when);
        }
    }
}

/// EDTF: bounds in order and within the years, and the text as it was.
pub(crate) fn edtf(text: &str) {
    if let Ok(when) = When::parse(text) {
        assert_eq!(when.edtf(), text);
        check_when(&when);
    }
}

/// A search: what is written back means the same, and nothing is found that is not there.
pub(crate) fn search(text: &str) {
    let terms = Terms::parse(text);
    assert_eq!(Terms::parse(&terms.to_string()), terms, "{terms}");
    let document = model::load(SMALL.to_owned());
    let shown = document.shown(&Filter { search: terms, ..Filter::default() });
    drop(document.search(&Filter::default(), &shown, text));
}

/// A view: what can be read is written and read again as it was, and can be drawn.
pub(crate) fn view(text: &str) {
    let document = model::load(SMALL.to_owned()).named("small.ron");
    let Ok(restored) = read_view(text, &document) else { return };
    let written = view_text(&document, &restored.view, restored.page_setup.as_ref()).unwrap();
    let again = read_view(&written, &document).unwrap_or_else(|problems| panic!("{problems:?}\n{written}"));
    assert_eq!(again.view, restored.view, "{written}");
    if let Ok(figure) = Figure::new(&document, &restored.view, &PageSetup::default()) {
        check_svg(&figure.svg);
    }
}

/// From a file to its picture.
pub(crate) fn whole(bytes: &[u8]) {
    let document = model::load(String::from_utf8_lossy(bytes).into_owned()).named("trips.ron");
    let statuses = TripStatus::ALL.iter().copied().collect();
    let view = View { filter: Filter { statuses, events: true, ..Filter::default() }, ..View::default() };
    if let Ok(figure) = Figure::new(&document, &view, &PageSetup::default()) {
        check_svg(&figure.svg);
    }
}

fn check(document: &Document) {
    let chronicle = &document.chronicle;
    for account in chronicle.trips.iter().flat_map(model::Trip::accounts) {
        check_when(&account.when);
    }
}

fn check_import(imported: Option<Imported>) {
    let Some(imported) = imported else { return };
    for table in &imported.report.tables {
        let counts = table.counts;
        assert_eq!(counts.read, counts.trips + counts.headers + counts.by_rule + counts.reported, "{table:?}");
    }
    let text = Imported::file_text(&[imported]);
    let document = model::load(text.clone());
    let wrong = document.problems.iter().find(|problem| problem.severity == Severity::Error);
    assert!(wrong.is_none(), "{wrong:?}\n{text}");
    check(&document);
}

fn check_when(when: &When) {
    let possible = when.possible();
    let lies_within = |span: Span| possible.intersection(span) == Some(span);
    assert!(Day::MIN <= possible.start() && possible.end() <= Day::END && 0 < possible.days(), "{when:?}");
    assert!(when.certain().is_none_or(lies_within), "{when:?}");
    // An open end reaches beyond what is named.
    let ends = when.open_ends();
    let is_within = |days: DaySet| ends.start || ends.end || days.hull().is_none_or(lies_within);
    assert!(is_within(when.possible_days()) && is_within(when.certain_days()), "{when:?}");
    assert_eq!(When::parse(&when.edtf()).as_ref(), Ok(when));
}

/// Well-formed, in finite numbers, without anything that runs or is fetched.
fn check_svg(svg: &str) {
    let document = Xml::parse(svg).unwrap();
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        assert!(!["script", "foreignObject", "a", "image", "style"].contains(&name), "{name}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name}");
            assert!(name != "href" || value.starts_with('#'), "{value}");
            let is_finite = || !value.contains("NaN") && !value.contains("inf");
            assert!(!MEASURES.contains(&name) || is_finite(), "{name}={value}");
        }
    }
}
