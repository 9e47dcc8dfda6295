//! What a bar says: dates as exact as their source and no more, a track for each source, under each reading.

use proptest::prelude::*;
use wayline::{
    layout::{
        Arrangement, Chart, Dash, HitInfo, LEAST_WIDTH, LegendEntry, Rect, Role, Scene, Shape, Slope, Target,
        TimeScale, Timeline, Window, describe_trip,
    },
    model::{Chronicle, Filter, Reading, SourceIndex, Trip, TripIndex, TripSet, TripStatus},
    time::{DaySet, Span},
};

use crate::support::{
    chronicle, day, default_chronicle,
    scene::{LANES_LEFT, day_is_pixel, days, layer_text, picture, sized, texts},
};

/// A trip for each form a date can have, in lanes of their own.
const FORMS: &str = r#"(trips: [
    (country: "exact", dates: "1956-01-11/1956-02-09"),
    (country: "month", dates: "1956-02"),
    (country: "year", dates: "1956"),
    (country: "digits", dates: "1956-02-1X"),
    (country: "core", dates: "1956-01/1956-03-05"),
    (country: "about", dates: "1956-01-11~/1956-01-30"),
    (country: "uncertain", dates: "1956-01-11?/1956-01-30"),
    (country: "both", dates: "1956-01-11%/1956-01-30"),
    (country: "? month", dates: "1956-02?"),
    (country: "open end", dates: "1956-01-11/.."),
    (country: "open month", dates: "1956-02/.."),
    (country: "open start", dates: "/1956-02-20"),
    (country: "each", dates: "{1956-01-15,1956-02-03,1956-03}"),
    (country: "one of", dates: "[1956-01-15,1956-02-03,1956-03]"),
    (country: "rumoured", dates: "1956-01-11/1956-01-30", status: rumoured),
    (country: "rum. month", dates: "1956-02", status: rumoured),
    (country: "transit", dates: "1956-01-11/1956-01-30", status: transit),
    (country: "cancelled", dates: "1956-01-11/1956-01-30", status: cancelled),
    (country: "of each", dates: "1956-XX-15"),
])"#;

fn arranged(chronicle: &Chronicle, reading: Reading) -> Timeline {
    let filter = Filter { reading, statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() };
    let arrangement = Arrangement { scale: TimeScale::ToScale, ..Arrangement::default() };
    Timeline::new(chronicle, &filter.apply(chronicle, &TripSet::default()), arrangement)
}

fn source(position: usize) -> Reading {
    Reading::Source(SourceIndex::new(position))
}

#[test]
fn every_form_of_a_date_has_its_shape() {
    let chronicle = chronicle(FORMS);
    let timeline = arranged(&chronicle, Reading::Either);
    let chart = day_is_pixel(&chronicle, &timeline, days("1955-12-20", "1956-12-31"));
    // 20 December is pixel 0, 1 January 12, 1 February 43, 1 March 72.
    insta::assert_snapshot!(layer_text(
        &sized(chart, chart.viewport.width, 1000.0).frame().scene(),
        "bars",
        LANES_LEFT
    ));
}

/// The shapes of each trip's bar.
fn bars(scene: &Scene) -> Vec<(TripIndex, &[Shape])> {
    let layer = scene.layers.iter().find(|layer| layer.name == "bars").unwrap();
    let groups = layer.groups.iter().filter_map(|group| match group.hit_info {
        Some(HitInfo { target: Target::Trip(index), .. }) => Some((index, group.shapes.as_slice())),
        _ => None,
    });
    groups.collect()
}

/// The edges of what is drawn sharp at its left or right end.
fn sharp_edges(shape: &Shape) -> Vec<f32> {
    match shape {
        Shape::Box { rect, fill: Some(_), .. } => vec![rect.left, rect.right],
        Shape::Soft { rect, fade_left, fade_right, .. } => {
            let left = (*fade_left <= 0.0).then_some(rect.left);
            left.into_iter().chain((*fade_right <= 0.0).then_some(rect.right)).collect()
        }
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the zoom, what is filled ends sharply only where a day ends that is certain.
    #[test]
    fn no_zoom_invents_an_edge(middle in 0.0..400.0_f64, zoom in 0.0..1.0_f64) {
        let chronicle = chronicle(FORMS);
        let timeline = arranged(&chronicle, Reading::Either);
        // From two days to thirty years in the picture.
        let length = 2.0 * 5_000.0_f64.powf(zoom);
        let from = f64::from(day("1955-12-20").number()) + middle - length / 2.0;
        let window = Window { from, to: from + length };
        let chart = sized(picture(&chronicle, &timeline, window), 1440.0, 2000.0);
        let (scene, scale) = (chart.frame().scene(), chart.frame().scale);
        let mut edges = 0;
        for (index, shapes) in bars(&scene) {
            let trip = chronicle.trip(index);
            let given: Vec<Span> = match trip.status {
                TripStatus::Confirmed => trip.accounts()[0].when.certain_days().spans().to_vec(),
                // The inside of an outline is as wide as the outline.
                _ => vec![trip.possible()],
            };
            for x in shapes.iter().flat_map(sharp_edges) {
                let near = |other: f32| (x - other).abs() <= 0.01 + x.abs() * 1e-6;
                let ends = given.iter().any(|span| near(scale.x_from_day(span.start())) || near(scale.x_from_day(span.end())));
                let widened = given.iter().any(|span| {
                    let (left, right) = (scale.x_from_day(span.start()), scale.x_from_day(span.end()));
                    right - left < LEAST_WIDTH && near(left + LEAST_WIDTH)
                });
                prop_assert!(ends || widened, "{}: {x} in {length} days", trip.id(&chronicle));
                edges += 1;
            }
        }
        let whole = scale.days().intersection(days("1956-01-11", "1956-02-09")) == Some(days("1956-01-11", "1956-02-09"));
        prop_assert!(!whole || 2 <= edges, "an exact date has edges");
    }
}

/// The trip of the default file to a country that began on a day, by any account.
fn trip_of<'a>(chronicle: &'a Chronicle, country: &str, start: &str) -> (TripIndex, &'a Trip) {
    let begins = |trip: &Trip| trip.accounts().iter().any(|account| account.when.possible().start() == day(start));
    let found =
        chronicle.indexed_trips().find(|(_, trip)| chronicle.country(trip.country).name == country && begins(trip));
    found.unwrap()
}

/// Which days a shape covers, at a dozen pixels a day.
fn days_of(chart: &Chart<'_>, rect: Rect) -> Span {
    let scale = chart.frame().scale;
    // Half a day inside, so that rounding does not matter.
    #[expect(clippy::cast_possible_truncation, reason = "a few pixels")]
    let half = scale.pixels_per_unit() as f32;
    Span::from_days(scale.day_from_x(rect.left + half / 2.0), scale.day_from_x(rect.right - half / 2.0)).unwrap()
}

/// A bar of the default file under a reading, drawn alone on `span`: what is done with its shapes.
fn with_bar<T>(reading: Reading, start: &str, span: Span, check: impl FnOnce(&Chart<'_>, &[Shape]) -> T) -> T {
    let chronicle = default_chronicle();
    let timeline = arranged(&chronicle, reading);
    let chart = picture(&chronicle, &timeline, timeline.map.window_of(span));
    let (index, _) = trip_of(&chronicle, "Soviet Union", start);
    let scene = chart.frame().scene();
    let (_, shapes) = *bars(&scene).iter().find(|(other, _)| *other == index).unwrap();
    check(&chart, shapes)
}

/// The filled boxes of a bar from top to bottom: the source's position, the days.
fn solid(chart: &Chart<'_>, shapes: &[Shape]) -> Vec<(u8, Span)> {
    let boxes = shapes.iter().filter_map(|shape| match shape {
        Shape::Box { rect, fill: Some(Role::Bar { track, .. }), .. } => Some((*track, days_of(chart, *rect))),
        _ => None,
    });
    boxes.collect()
}

fn hatches(chart: &Chart<'_>, shapes: &[Shape]) -> Vec<(Rect, Role, Span)> {
    let hatches = shapes.iter().filter_map(|shape| match shape {
        Shape::Hatch { rect, slope: Slope::Rising, stroke, .. } => Some((*rect, stroke.role, days_of(chart, *rect))),
        _ => None,
    });
    hatches.collect()
}

fn silent(shapes: &[Shape]) -> Vec<Rect> {
    let dotted = shapes.iter().filter_map(|shape| match shape {
        Shape::Box { rect, fill: None, stroke: Some(stroke), .. } if stroke.dash == Dash::Dotted => Some(*rect),
        _ => None,
    });
    dotted.collect()
}

#[test]
fn days_that_only_one_source_gives_are_hatched() {
    with_bar(Reading::Either, "1957-11-04", days("1957-10-20", "1957-12-10"), |chart, shapes| {
        let (list, album) = (days("1957-11-04", "1957-11-21"), days("1957-11-03", "1957-11-23"));
        assert_eq!(solid(chart, shapes), [(0, list), (1, album)]);
        let only: DaySet = DaySet::from(album).difference(&list.into());
        assert_eq!(only.spans(), [days("1957-11-03", "1957-11-03"), days("1957-11-22", "1957-11-23")]);
        let hatches = hatches(chart, shapes);
        assert_eq!(hatches.iter().map(|(_, _, days)| *days).collect::<Vec<_>>(), only.spans());
        let lower = |rect: Rect| chart.frame().areas.lanes.top + chart.viewport.rows.first / 2.0 < rect.middle_y();
        assert!(hatches.iter().all(|(rect, role, _)| lower(*rect) && *role == Role::OnlyOne));
        assert_eq!(silent(shapes), []);
    });
}

#[test]
fn the_silence_of_a_source_is_an_empty_track() {
    let check = |start: &str, told: Span, track: u8| {
        let around = Span::new(told.start() - 20, told.end() + 20).unwrap();
        with_bar(Reading::Either, start, around, |chart, shapes| {
            assert_eq!(solid(chart, shapes), [(track, told)]);
            assert_eq!(hatches(chart, shapes), []);
            let silent = silent(shapes);
            assert_eq!(silent.iter().map(|rect| days_of(chart, *rect)).collect::<Vec<_>>(), [told]);
            let middle = chart.frame().areas.lanes.top + chart.viewport.rows.first / 2.0;
            // The list is above, the album below; whoever tells, the other is silent.
            assert_eq!(silent[0].middle_y() < middle, track == 1);
        });
    };
    check("1956-06-01", days("1956-06-01", "1956-06-06"), 0);
    check("1961-06-29", days("1961-06-29", "1961-07-10"), 1);
}

#[test]
fn only_what_is_agreed_is_solid() {
    let (list, album) = (days("1949-03-03", "1949-03-25"), days("1949-02-22", "1949-04-07"));
    let around = days("1949-02-01", "1949-04-30");
    with_bar(Reading::Agreed, "1949-03-03", around, |chart, shapes| {
        assert_eq!(solid(chart, shapes), [(0, list), (1, list)]);
        let rest: DaySet = DaySet::from(album).difference(&list.into());
        let hatches = hatches(chart, shapes);
        assert_eq!(hatches.iter().map(|(_, _, days)| *days).collect::<Vec<_>>(), rest.spans());
        assert!(hatches.iter().all(|(_, role, _)| matches!(role, Role::Bar { track: 1, .. })));
    });
    // A source alone is drawn whole, as high as any bar, without a tint: there is none to tell it from.
    for (position, told) in [(0, list), (1, album)] {
        with_bar(source(position), "1949-03-03", around, |chart, shapes| {
            assert_eq!(solid(chart, shapes), [(0, told)]);
            assert_eq!((hatches(chart, shapes), silent(shapes)), (vec![], vec![]));
            let Shape::Box { rect, .. } = &shapes[0] else { panic!("{shapes:?}") };
            assert!((rect.height() - chart.viewport.rows.first * 0.6).abs() < 1.0, "{rect:?}");
        });
    }
}

/// From afar a part of a day's width is no place for a hatch; what is agreed can still be seen.
#[test]
fn narrow_parts_are_not_hatched() {
    let chronicle = default_chronicle();
    for reading in [Reading::Either, Reading::Agreed] {
        let timeline = arranged(&chronicle, reading);
        let scene = picture(&chronicle, &timeline, timeline.bounds).frame().scene();
        for (index, shapes) in bars(&scene) {
            let hatched = shapes.iter().filter_map(|shape| match shape {
                Shape::Hatch { rect, .. } => Some(rect.width()),
                _ => None,
            });
            assert!(hatched.into_iter().all(|width| 4.0 <= width), "{}", chronicle.trip(index).id(&chronicle));
            assert!(shapes.iter().any(|shape| matches!(shape, Shape::Box { .. } | Shape::Soft { .. })));
        }
    }
}

#[test]
fn words_name_whom_the_reading_hears_and_who_is_silent() {
    let chronicle = default_chronicle();
    let words = |reading, start| describe_trip(&chronicle, reading, trip_of(&chronicle, "Soviet Union", start).1);
    let both = "Soviet Union, Moscow: 4–21 November 1957 (List), 3–23 November 1957 (Album)";
    assert_eq!(words(Reading::Either, "1957-11-04"), both);
    assert_eq!(words(Reading::Agreed, "1957-11-04"), both);
    assert_eq!(words(source(1), "1957-11-04"), "Soviet Union, Moscow: 3–23 November 1957 (Album)");
    let silent = "Soviet Union, Moscow: 1–6 June 1956 (List); Album: no such stay";
    assert_eq!(words(Reading::Either, "1956-06-01"), silent);
    assert_eq!(words(source(0), "1956-06-01"), "Soviet Union, Moscow: 1–6 June 1956 (List)");
}

#[test]
fn the_legend_explains_what_is_shown_and_no_more() {
    let entries = |text: &str, reading| {
        let timeline = arranged(&chronicle(text), reading);
        let kinds = |entry: &LegendEntry| !matches!(entry, LegendEntry::Kind(_));
        timeline.legend.into_iter().filter(kinds).collect::<Vec<_>>()
    };
    assert_eq!(entries(r#"(trips: [(country: "A", dates: "1956-01-11")])"#, Reading::Either), []);
    assert_eq!(
        entries(FORMS, Reading::Either),
        [
            LegendEntry::Soft,
            LegendEntry::About,
            LegendEntry::Uncertain,
            LegendEntry::OpenEnd,
            LegendEntry::Each,
            LegendEntry::OneOf,
            LegendEntry::Status(TripStatus::Rumoured),
            LegendEntry::Status(TripStatus::Transit),
            LegendEntry::Status(TripStatus::Cancelled),
            LegendEntry::Tour,
        ]
    );
    let sources = r#"(sources: [(id: "a"), (id: "b")], trips: [
        (country: "A", accounts: [(source: "a", dates: "1956-01-11"), (source: "b", dates: "1956-01-11/1956-01-12")]),
        (country: "B", source: "a", dates: "1957"),
    ])"#;
    let track = |position, split| LegendEntry::Track { source: SourceIndex::new(position), split };
    let split = [LegendEntry::Soft, track(0, true), track(1, true)];
    assert_eq!(entries(sources, Reading::Either), [&split[..], &[LegendEntry::OnlyOne, LegendEntry::Silent]].concat());
    // Nothing is agreed on 1957, so its date needs no words.
    assert_eq!(entries(sources, Reading::Agreed), [&split[1..], &[LegendEntry::NotAgreed]].concat());
    assert_eq!(entries(sources, source(1)), [track(1, false)]);
}

/// The tracks of the legend can be clicked, and say what that does.
#[test]
fn the_legend_is_a_switch_of_sources() {
    let chronicle = default_chronicle();
    let timeline = arranged(&chronicle, Reading::Either);
    let scene = picture(&chronicle, &timeline, timeline.bounds).frame().scene();
    let switches: Vec<_> = scene
        .visible_targets()
        .filter_map(|(hit_info, seen)| matches!(hit_info.target, Target::Source(_)).then_some((hit_info, seen)))
        .collect();
    let labels: Vec<_> = switches.iter().map(|(hit_info, _)| hit_info.label.as_str()).collect();
    assert_eq!(labels, ["List: read this source alone", "Album: read this source alone"]);
    for (position, (hit_info, seen)) in switches.iter().enumerate() {
        assert_eq!(hit_info.target, Target::Source(SourceIndex::new(position)));
        assert!(40.0 < seen.width() && 20.0 <= seen.height(), "{seen:?}");
    }
    let legend = texts(&scene, "legend");
    assert!(
        ["upper: List", "lower: Album", "only one source", "source silent"]
            .iter()
            .all(|words| legend.iter().any(|text| text == words)),
        "{legend:?}"
    );
}
