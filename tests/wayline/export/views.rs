//! View files: whatever is looked at comes back from its file, and draws the same picture.

use std::collections::BTreeSet;

use proptest::prelude::*;
use wayline::data::view_file::is_view;
use wayline::data::{Severity, StayLength};
use wayline::export::{Figure, PageSetup, PageSize, Restored, View, ViewExtent, read_view, view_text};
use wayline::layout::{
    Arrangement, ColorBy, LaneBy, LaneChoices, LaneGroup, LaneHeight, LaneNames, LaneOrder, MovedLanes, TimeScale,
};
use wayline::model::{
    self, Counting, CountryIndex, Document, EventIndex, Filter, LaneKey, Reading, SourceIndex, Terms, TripIndex,
    TripStatus,
};
use wayline::paint::Theme;
use wayline::time::{Day, Span};

fn default_file() -> Document {
    model::default_file()
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len().min(4);
    prop::sample::subsequence(all, 0..=most)
}

fn filters() -> impl Strategy<Value = Filter> {
    let readings = vec![
        Reading::Either,
        Reading::Agreed,
        Reading::Source(SourceIndex::new(0)),
        Reading::Source(SourceIndex::new(1)),
    ];
    // 1 January 1940 is day 708 206 of the calendar.
    let period = prop::option::of((708_206..727_000_i32, 1..9_000_i32));
    (
        prop::sample::select(readings),
        some_of((194..200).map(|decade| decade * 10).collect()),
        some_of((0..15).map(CountryIndex::new).collect()),
        period,
        some_of(TripStatus::ALL.to_vec()),
        prop::sample::select(Counting::ALL.to_vec()),
        any::<[bool; 2]>(),
    )
        .prop_map(|(reading, decades, countries, period, statuses, counting, [disputed_only, events])| {
            let days = |(start, length)| Span::new(Day::from_number(start), Day::from_number(start + length));
            let filter = Filter {
                reading,
                hidden_lanes: lanes_of(&decades),
                decades: decades.into_iter().collect(),
                countries: countries.into_iter().collect(),
                period: period.and_then(days),
                statuses: statuses.into_iter().collect(),
                disputed_only,
                lengths: if disputed_only { [StayLength::Days, StayLength::Longer].into() } else { BTreeSet::new() },
                search: Terms::parse(if events { "place:\"East Berlin|\" moscow|\"12:30\" year:1956" } else { "" }),
                events,
                ..Filter::default()
            };
            filter.with_counting(counting)
        })
}

/// The lane of a trip of the file that comes with the program, whatever lanes are for.
fn one_lane_of_each(trip: usize) -> Vec<LaneKey> {
    let loaded = default_file();
    let index = TripIndex::new(trip % loaded.chronicle.trips.len());
    let lanes = LaneBy::ALL.iter().map(|&by| LaneKey::of_trip(by, &loaded.chronicle, Reading::Either, index));
    let continent = loaded.chronicle.group_of(loaded.chronicle.trip(index).country, LaneGroup::Continent);
    let others = [LaneKey::Ungrouped(LaneGroup::File), LaneKey::Events];
    lanes.chain(continent.map(LaneKey::Group)).chain(others).collect()
}

/// Decades and lanes of them.
fn lanes_of(decades: &[i32]) -> BTreeSet<LaneKey> {
    decades.iter().map(|&decade| LaneKey::Decade(decade)).collect()
}

fn arrangements() -> impl Strategy<Value = Arrangement> {
    let scales = prop::sample::select(vec![TimeScale::Folded, TimeScale::ToScale]);
    let names = prop::sample::select(vec![LaneNames::Then, LaneNames::Today]);
    let height = prop::sample::select(LaneHeight::ALL);
    let colors = prop::option::of(prop::sample::select(ColorBy::ALL));
    let order = prop::sample::select(LaneOrder::ALL);
    let lanes = prop::sample::select(LaneBy::ALL);
    let parts = (lanes, order, names, height, colors, scales, any::<[bool; 2]>(), 0..70_u16);
    parts.prop_map(|(lanes, order, names, height, color, scale, [tours, legend], most_days_between)| Arrangement {
        choices: LaneChoices {
            pinned: one_lane_of_each(usize::from(most_days_between)),
            collapsed: one_lane_of_each(usize::from(most_days_between / 2)).into_iter().collect(),
            moved: legend.then_some(MovedLanes { lane: LaneKey::Decade(1950), days: -3653 }),
            by_hand: one_lane_of_each(usize::from(most_days_between / 3)),
        },
        lanes,
        group: if tours { LaneGroup::Continent } else { LaneGroup::No },
        order,
        names,
        height,
        color,
        scale,
        tours,
        most_days_between,
        legend,
    })
}

fn views() -> impl Strategy<Value = View> {
    // Minutes, on the whole calendar and near the data.
    let from = prop_oneof![1_019_000_000..1_047_000_000_i64, -5_259_000_000..5_250_000_000_i64];
    let seen = prop::option::of((from, 1..9_000_000_i64));
    let event = prop::option::of((0..49_usize).prop_map(EventIndex::new));
    let themes = prop::sample::select(Theme::ALL);
    (filters(), arrangements(), seen, some_of((0..52).map(TripIndex::new).collect()), event, themes).prop_map(
        |(filter, arrangement, seen, selected, selected_event, theme)| {
            #[expect(clippy::cast_precision_loss, reason = "so few minutes fit")]
            let day = |minute: i64| minute as f64 / 1440.0;
            let seen = seen.map(|(from, length)| ViewExtent { from: day(from), to: day(from + length) });
            View { filter, arrangement, seen, selected, selected_event, theme }
        },
    )
}

fn page_setups() -> impl Strategy<Value = PageSetup> {
    let sizes = vec![
        PageSize::A4,
        PageSize::default(),
        PageSize::Width(1200),
        PageSize::Millimetres { width: 170, height: 120 },
    ];
    let titles = prop::option::of(prop_oneof![".{0,20}", Just("\"); (\n\\ /* ]]> ł 북".to_owned())]);
    (prop::sample::select(sizes), prop::option::of(0.01..9.0_f32), titles, any::<[bool; 4]>()).prop_map(
        |(size, zoom, title, [without_empty_lanes, without_overview, selection, theme])| PageSetup {
            size,
            zoom,
            theme: theme.then_some(Theme::Print),
            title,
            without_empty_lanes,
            without_overview,
            selection,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_view_comes_back_from_its_file(view in views(), page_setup in prop::option::of(page_setups())) {
        let loaded = default_file();
        let document = &loaded;
        let text = view_text(document, &view, page_setup.as_ref()).unwrap();
        prop_assert!(is_view(&text));
        let restored = read_view(&text, document).unwrap();
        prop_assert_eq!(&restored, &Restored { view, page_setup, problems: Vec::new() }, "{}", text);
        prop_assert_eq!(view_text(document, &restored.view, restored.page_setup.as_ref()).unwrap(), text);
    }
}

#[test]
fn a_view_file_is_short_and_can_be_read() {
    let loaded = default_file();
    let document = &loaded;
    let day = |text| f64::from(crate::support::day(text).number());
    let view = View {
        filter: Filter {
            reading: Reading::Source(SourceIndex::new(1)),
            decades: [1950].into(),
            countries: [CountryIndex::new(0)].into(),
            statuses: [TripStatus::Rumoured].into(),
            ..Filter::default()
        },
        seen: Some(ViewExtent { from: day("1956-05-20") + 0.5, to: day("1957-01-01") }),
        selected: vec![TripIndex::new(0)],
        selected_event: Some(EventIndex::new(0)),
        theme: Theme::Light,
        ..View::default()
    };
    let page_setup = PageSetup { size: PageSize::A4, selection: true, ..PageSetup::default() };
    let text = view_text(document, &view, Some(&page_setup)).unwrap();
    let body: Vec<_> = text.lines().skip_while(|line| line.starts_with("//")).collect();
    let body = body.join("\n").replace(&loaded.fingerprint.to_string(), "FINGERPRINT");
    insta::assert_snapshot!(body, @r#"
    (
        view: 1,
        data: (name: "data.ron", sha256: "FINGERPRINT"),
        reading: "source:album",
        decades: ["1950s"],
        countries: ["Soviet Union"],
        statuses: [rumoured],
        seen: (from: "1956-05-20T12:00", to: "1957-01-01T00:00"),
        selected: ["1949-02-22-soviet-union"],
        selected_event: (kind: received, country: "Soviet Union", title: "Visit of A. N. Kosygin", dates: "1965-02-11/1965-02-14"),
        theme: light,
        figure: (size: "a4", selection: true),
    )
    "#);
}

#[test]
fn a_saved_view_draws_the_same_bytes_again() {
    let loaded = default_file();
    let document = &loaded;
    let view = View { selected: vec![TripIndex::new(3)], ..View::default() };
    let (_, timeline) = view.arranged(document);
    let window = timeline.bounds.pan(timeline.bounds.length() / 3.0).widened(-0.438_272);
    let view = View { seen: Some(ViewExtent::of(window, &timeline)), ..view };
    let restored = read_view(&view_text(document, &view, None).unwrap(), document).unwrap();
    let svg = |view: &View| Figure::new(document, view, &PageSetup::default()).unwrap().svg;
    assert_eq!(svg(&restored.view), svg(&view));
    assert_ne!(svg(&view), svg(&View { seen: None, ..view.clone() }));
}

/// The problems with a view of the default file, as they are reported.
fn report(fields: &str) -> (Option<Restored>, String) {
    let loaded = default_file();
    let text = format!("(\n    view: 1,\n    {fields}\n)");
    let render = |problems: &[wayline::data::Problem]| problems.iter().map(|problem| problem.render("v.ron")).collect();
    match read_view(&text, &loaded) {
        Ok(restored) => {
            assert!(restored.problems.iter().all(|problem| problem.severity < Severity::Error));
            let report = render(&restored.problems);
            (Some(restored), report)
        }
        Err(problems) => (None, render(&problems)),
    }
}

#[test]
fn what_the_data_does_not_have_is_named_and_left_out() {
    let fields = r#"data: (name: "other.ron", sha256: "00"),
    reading: "albun",
    countries: ["China", "Atlantis"],
    selected: ["no-such-trip"],
    selected_event: (kind: gift, country: "Russia", title: "A bear"),"#;
    let (restored, report) = report(fields);
    let view = restored.unwrap().view;
    assert_eq!((view.filter.reading, view.filter.countries.len()), (Reading::Either, 1));
    assert_eq!((view.selected.len(), view.selected_event), (0, None));
    let expected = [
        "note[other-data]: this view was made from `other.ron`, not from data.ron",
        "v.ron:3:5",
        "warning[unknown-name]: no reading is called `albun`, so it is left out",
        "v.ron:4:14",
        "did you mean `album`?",
        "no country is called `Atlantis`, so it is left out",
        "v.ron:5:26",
        "no trip has the id `no-such-trip`, so it is left out",
        "there is no event `A bear` like this, so it is left out",
    ];
    for words in expected {
        assert!(report.contains(words), "{words}\n{report}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_place() {
    let check = |fields: &str, words: &str| {
        let (restored, report) = report(fields);
        assert!(restored.is_none() && report.contains(words) && report.contains("v.ron:3:"), "{fields}\n{report}");
    };
    check("decades: [\"1950s\", \"the fifties\"],", "`the fifties` is not a decade");
    check("period: (from: \"1956-02-30\", to: \"1957-01-01\"),", "`1956-02-30` is not a day");
    check("seen: (from: \"1956-05-20T10:00\", to: \"1956-05-20T09:59\"),", "does not lie after");
    check("figure: (size: \"huge\"),", "`huge` is not a size");
    check("figure: (zoom: -1),", "`zoom` should be a number above 0");
    check("figure: (zoom: inf),", "`zoom` should be a number above 0");
    check("statuses: [rumored],", "did you mean `rumoured`?");
    check("tours_between: -1,", "whole number");
    check("theem: light,", "did you mean `theme`?");
}
