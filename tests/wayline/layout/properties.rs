//! What holds of every picture, whatever the file: shown with random trips, windows and sizes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use proptest::prelude::*;
use wayline::{
    layout::{Arrangement, Axis, Point, Rect, Scale, Scene, Shape, TimeMap, TimeScale, Timeline, Window},
    model::{Chronicle, Filter, TripIndex, TripSet, TripStatus},
    time::{Day, Span, format_year},
};

use crate::support::{
    chronicle,
    scene::{axis_labels, bars, bars_and_blocks, picture, seen_middle, shapes, sized, text_rect},
    strategies::{part, scales},
};

/// A random trip: country, first day, days, and how far a second account differs from the first, if there is one.
#[derive(Clone, Debug)]
struct Draft {
    country: u8,
    start: i32,
    length: i32,
    second: Option<i32>,
    confirmed: bool,
}

fn drafts() -> impl Strategy<Value = Vec<Draft>> {
    // From 1900 on; most trips are close to each other, so that lanes need several rows.
    let start = prop_oneof![693_596..693_900, 693_596..730_000];
    let draft = (0..4_u8, start, 1..60_i32, proptest::option::of(-20..20_i32), prop::bool::weighted(0.9));
    let draft = draft.prop_map(|(country, start, length, second, confirmed)| Draft {
        country,
        start,
        length,
        second,
        confirmed,
    });
    prop::collection::vec(draft, 1..30)
}

/// The file of some trips.
fn file(drafts: &[Draft]) -> Chronicle {
    let mut text = "(sources: [(id: \"a\"), (id: \"b\")], trips: [\n".to_owned();
    for Draft { country, start, length, second, confirmed } in drafts {
        let dates = |shift: i32| {
            let first = Day::from_number(start + shift);
            format!("{first}/{}", first + (length - 1))
        };
        let other = second.map(|shift| format!(", (source: \"b\", dates: \"{}\")", dates(shift))).unwrap_or_default();
        let status = if *confirmed { "confirmed" } else { "rumoured" };
        let account = format!("(source: \"a\", dates: \"{}\")", dates(0));
        _ = writeln!(text, "(country: \"C{country}\", status: {status}, accounts: [{account}{other}]),");
    }
    chronicle(&(text + "])"))
}

fn by_decade(chronicle: &Chronicle) -> BTreeMap<i32, usize> {
    Filter::default().apply(chronicle, &TripSet::default()).by_decade
}

fn arranged(chronicle: &Chronicle, filter: &Filter, scale: TimeScale) -> Timeline {
    Timeline::new(
        chronicle,
        &filter.apply(chronicle, &TripSet::default()),
        Arrangement { scale, ..Arrangement::default() },
    )
}

fn numbers(rect: Rect) -> Vec<f32> {
    vec![rect.left, rect.top, rect.right, rect.bottom]
}

/// Every coordinate of a picture.
fn coordinates(scene: &Scene) -> Vec<f32> {
    let shape = |shape: &Shape| match shape {
        Shape::Box { rect, corner, .. } => [numbers(*rect), vec![*corner]].concat(),
        Shape::Soft { rect, fade_left, fade_right, .. } | Shape::Hatch { rect, fade_left, fade_right, .. } => {
            [numbers(*rect), vec![*fade_left, *fade_right]].concat()
        }
        Shape::Boxes { rects, .. } => rects.iter().copied().flat_map(numbers).collect(),
        Shape::Line { from, to, .. } => vec![from.x, from.y, to.x, to.y],
        Shape::Polygon { points, .. } | Shape::Polyline { points, .. } => {
            points.iter().flat_map(|point| [point.x, point.y]).collect()
        }
        Shape::Text { at, size, .. } => vec![at.x, at.y, *size],
        Shape::Flag { rect, .. } => numbers(*rect),
    };
    let groups = || scene.layers.iter().flat_map(|layer| &layer.groups);
    let shapes = groups().flat_map(|group| group.shapes.iter().flat_map(shape));
    let hits = groups().filter_map(|group| group.hit_info.as_ref()).flat_map(|hit_info| numbers(hit_info.hit));
    let clips = scene.layers.iter().flat_map(|layer| numbers(layer.clip));
    shapes.chain(hits).chain(clips).collect()
}

/// Some label names the year of a period that is marked, or, where a fold leaves none, of a day in view.
fn names_a_year(axis: &Axis, days: Span, labels: &[(Point, String)]) -> bool {
    let periods = axis.upper.periods.iter().chain(&axis.lower.periods).map(|piece| piece.period.start().year());
    let seen = [days.start().year(), days.last().year()];
    let years: BTreeSet<String> = periods.chain(seen).map(format_year).collect();
    // Years of the first century look like days.
    labels.iter().any(|(_, label)| years.iter().any(|year| 2 < year.len() && label.contains(year.as_str())))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_trips_of_a_row_share_no_day_and_each_has_its_row(drafts in drafts(), scale in scales()) {
        let chronicle = file(&drafts);
        let filter = Filter { statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() };
        let timeline = arranged(&chronicle, &filter, scale);
        let mut placed: Vec<TripIndex> = Vec::new();
        for lane in &timeline.lanes {
            for row in &lane.rows {
                let spans: Vec<Span> = row.iter().map(|stretch| chronicle.trip(stretch.trip).possible()).collect();
                prop_assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{spans:?}");
                prop_assert!(row.iter().all(|stretch| Some(chronicle.trip(stretch.trip).country) == lane.key.country(&chronicle)));
                placed.extend(row.iter().map(|stretch| stretch.trip));
            }
        }
        placed.sort_unstable();
        let all: Vec<_> = chronicle.indexed_trips().map(|(index, _)| index).collect();
        prop_assert_eq!(placed, all);
    }

    #[test]
    fn time_goes_forward_on_the_axis(drafts in drafts(), mut days in prop::collection::vec(690_000.0..733_000.0, 2..50)) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, &Filter::default(), TimeScale::Folded);
        days.sort_by(f64::total_cmp);
        days.dedup_by(|a, b| *a - *b < 0.01);
        let units: Vec<f64> = days.iter().map(|&day| timeline.map.unit_from_day(day)).collect();
        prop_assert!(units.windows(2).all(|pair| pair[0] < pair[1]), "{units:?}");
        for (&day, &unit) in days.iter().zip(&units) {
            // A fold squeezes years into a few units, so the way back is as exact as that allows.
            prop_assert!((timeline.map.day_from_unit(unit) - day).abs() < 1e-4, "{day}");
        }
        for (_, trip) in chronicle.indexed_trips().filter(|(index, _)| {
            timeline.lanes.iter().any(|lane| lane.rows.iter().flatten().any(|shown| shown.trip == *index))
        }) {
            let length = timeline.map.window_of(trip.possible()).length();
            prop_assert!((length - f64::from(trip.possible().days())).abs() < 1e-6, "a shown trip is never folded");
        }
    }

    #[test]
    fn bars_leave_the_start_of_their_neighbour_free(
        drafts in drafts(), scale in scales(), share in (0.0..1.0, 0.0..1.0), width in 300.0_f32..2000.0,
    ) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, &Filter::default(), scale);
        let window = part(timeline.bounds, share);
        let chart = sized(picture(&chronicle, &timeline, window), width, 2000.0);
        let bars = bars(&chart.frame().scene());
        for lane in &timeline.lanes {
            for row in &lane.rows {
                let drawn = |index| bars.iter().find(|(other, ..)| *other == index).map(|(_, bar, _)| *bar);
                for pair in row.windows(2) {
                    if let (Some(bar), Some(next)) = (drawn(pair[0].trip), drawn(pair[1].trip)) {
                        // A bar is never drawn narrower than a pixel. Far outside the picture nothing is exact.
                        let inside = next.left < width;
                        prop_assert!(!inside || bar.right <= next.left.max(bar.left + 1.0) + 0.02, "{bar:?} {next:?}");
                    }
                }
            }
        }
    }

    /// On whatever dates, also before the year 1, and whatever the size: no label of a strip runs into another.
    #[test]
    fn labels_keep_apart(
        years in prop::collection::vec(prop_oneof![3 => 1940..2000_i32, 1 => 1400..2100, 1 => -900..900, 1 => -9990..9990], 1..9),
        scale in scales(), share in prop_oneof![Just((0.0, 1.0)), (0.0..1.0, 0.0..1.0)], width in 600.0_f32..2600.0,
    ) {
        let day = |year: i32, at: usize| Day::from_ymd(year, 1 + u32::try_from(at).unwrap() % 12, 10).unwrap();
        let trips = years.iter().enumerate().map(|(at, &year)| format!("(country: \"C{}\", dates: \"{}\"),", at % 3, day(year, at)));
        let chronicle = chronicle(&format!("(trips: [{}])", trips.collect::<String>()));
        let timeline = arranged(&chronicle, &Filter::default(), scale);
        let chart = sized(picture(&chronicle, &timeline, part(timeline.bounds, share)), width, 600.0);
        let frame = chart.frame();
        let scene = frame.scene();
        let rects = |name: &str| shapes(&scene, name).into_iter().filter_map(|shape| text_rect(&chart, shape)).collect::<Vec<_>>();
        let is_overview = |rect: &Rect| frame.areas.overview.bottom < rect.bottom;
        let overview: Vec<_> = rects("overview").into_iter().filter(|(rect, _)| is_overview(rect)).collect();
        for strip in [rects("axis"), overview] {
            for (at, (one, text)) in strip.iter().enumerate() {
                for (other, beside) in &strip[at + 1..] {
                    let beside_each_other = one.right <= other.left || other.right <= one.left;
                    let below_each_other = one.bottom <= other.top || other.bottom <= one.top;
                    prop_assert!(beside_each_other || below_each_other, "{text} {one:?} and {beside} {other:?} of {years:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_hit_is_what_is_drawn_there(
        drafts in drafts(), scale in scales(), share in (0.0..1.0, 0.0..1.0), width in 300.0_f32..2000.0,
    ) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, &Filter::default(), scale);
        let window = part(timeline.bounds, share);
        let chart = sized(picture(&chronicle, &timeline, window), width, 2000.0);
        let scene = chart.frame().scene();
        let bars = bars_and_blocks(&scene);
        for &(_, bar, _) in &bars {
            let Some(middle) = seen_middle(&chart, bar) else { continue };
            let hit = scene.hit(middle).map(|hit_info| hit_info.target);
            let drawn = bars.iter().filter(|(_, other, _)| other.expand(0.01).contains(middle));
            let drawn: Vec<_> = drawn.map(|&(target, ..)| Some(target)).collect();
            prop_assert!(drawn.contains(&hit), "{middle:?} hits {hit:?}, where {drawn:?} is drawn");
        }
    }

    #[test]
    fn every_coordinate_is_a_number(
        drafts in drafts(), scale in scales(), share in (0.0..1.0, 0.0..1.0),
        size in (1.0_f32..3000.0, 1.0_f32..2000.0), scroll in 0.0_f32..500.0,
    ) {
        let chronicle = file(&drafts);
        let filter = Filter { statuses: TripStatus::ALL.iter().copied().collect(), ..Filter::default() };
        let timeline = arranged(&chronicle, &filter, scale);
        let window = part(timeline.bounds, share);
        let mut chart = sized(picture(&chronicle, &timeline, window), size.0, size.1);
        chart.viewport.scroll = scroll;
        let scene = chart.frame().scene();
        prop_assert!(coordinates(&scene).iter().all(|number| number.is_finite()));
        prop_assert!(!coordinates(&scene).is_empty());
    }

    #[test]
    fn decades_part_the_trips(drafts in drafts(), chosen in prop::collection::btree_set(190..200_i32, 0..4)) {
        let chronicle = file(&drafts);
        let confirmed: usize = by_decade(&chronicle).values().sum();
        let mut seen: Vec<TripIndex> = Vec::new();
        for &decade in by_decade(&chronicle).keys() {
            let shown = Filter { decades: [decade].into(), ..Filter::default() }.apply(&chronicle, &TripSet::default());
            prop_assert_eq!(shown.trip_count, by_decade(&chronicle)[&decade]);
            prop_assert_eq!(shown.trip_count + shown.hidden_count(), drafts.len());
            seen.extend(shown.trips(&chronicle));
        }
        let distinct: BTreeSet<_> = seen.iter().collect();
        prop_assert_eq!((seen.len(), distinct.len()), (confirmed, confirmed));
        // Several at once show what they show one by one.
        let chosen: BTreeSet<i32> = chosen.into_iter().map(|decade| decade * 10).collect();
        let expected: usize = if chosen.is_empty() {
            confirmed
        } else {
            chosen.iter().filter_map(|decade| by_decade(&chronicle).get(decade).copied()).sum()
        };
        let shown = Filter { decades: chosen, ..Filter::default() }.apply(&chronicle, &TripSet::default());
        prop_assert_eq!(shown.trip_count, expected);
        prop_assert_eq!(shown.trip_count + shown.hidden_count(), drafts.len());
    }

    #[test]
    fn the_year_can_always_be_read(start in -9_900..9_900_i32, zoom in 0.0..1.0_f64, width in 300.0_f32..2000.0) {
        // From 6 days to 10,000 years.
        let length = 6.0 * (3_650_000.0_f64 / 6.0).powf(zoom);
        let last = f64::from(Day::END.number()) - length;
        let from = f64::from(Day::first_of_year(start).number() + 170).min(last).max(f64::from(Day::MIN.number()));
        let map = TimeMap::to_scale();
        let scale = Scale::new(&map, Window { from, to: from + length }, 0.0, width);
        let (axis, labels) = axis_labels(&scale);
        // Years of the first century look like days.
        prop_assume!(!(1..100).contains(&wayline::layout::nearest_day(from).year()));
        prop_assert!(names_a_year(&axis, scale.days(), &labels), "{length} days from {start} on {width} px: {labels:?}");
    }

    #[test]
    fn the_year_can_be_read_between_folds(share in (0.0..1.0, 0.0..1.0), width in 300.0_f32..2000.0) {
        let chronicle = crate::support::default_chronicle();
        let timeline = arranged(&chronicle, &Filter::default(), TimeScale::Folded);
        let scale = Scale::new(&timeline.map, part(timeline.bounds, share), 0.0, width);
        let (axis, labels) = axis_labels(&scale);
        prop_assert!(names_a_year(&axis, scale.days(), &labels), "{:?} on {width} px: {labels:?}", scale.days());
    }
}

/// A second account that begins days after the first is widened too where a day is narrower than a pixel.
#[test]
fn a_track_wider_than_its_days_is_hit_where_it_is_drawn() {
    let draft = |start, length, second| Draft { country: 0, start, length, second, confirmed: true };
    let chronicle = file(&[draft(693_701, 1, Some(12)), draft(693_757, 27, Some(2)), draft(694_276, 43, None)]);
    let timeline = arranged(&chronicle, &Filter::default(), TimeScale::ToScale);
    for width in [230.0, 260.0, 300.0, 340.0] {
        let chart = sized(picture(&chronicle, &timeline, timeline.bounds), width, 2000.0);
        let bars = bars(&chart.frame().scene());
        for (index, bar, hit) in bars {
            assert!(hit.left <= bar.left && bar.right <= hit.right, "{index:?} on {width} px: {bar:?} {hit:?}");
        }
    }
}
