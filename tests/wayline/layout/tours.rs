//! Tours in the picture: threads, the numbers of legs, brackets.

use std::{collections::BTreeSet, fmt::Write as _};

use proptest::prelude::*;
use wayline::{
    layout::{
        Arrangement, Chart, Furniture, Group, Highlights, LegendEntry, Point, Rect, Role, Scene, Shape, Target,
        TimeScale, Viewport, Window,
    },
    model::{Chronicle, Reading, SourceIndex, Tour, TourIndex, TripIndex},
    time::{Day, Span},
};

use crate::support::{
    chronicle, default_chronicle,
    scene::{
        arranged, bars, days, groups, monospace, moved, near, picture, selecting, shapes, sized, text_rect, timeline,
    },
    strategies::{part, scales},
};

/// The threads in the order they are drawn: both ends and the colour.
fn threads(scene: &Scene) -> Vec<(Point, Point, Role)> {
    lines(scene, "tours").map(|(points, role)| (points[0], points[points.len() - 1], role)).collect()
}

/// The lines of a layer with their colours.
fn lines<'a>(scene: &'a Scene, layer: &str) -> impl Iterator<Item = (&'a [Point], Role)> {
    shapes(scene, layer).into_iter().filter_map(|shape| match shape {
        Shape::Polyline { points, stroke } => Some((points.as_slice(), stroke.role)),
        _ => None,
    })
}

/// Leg numbers with where they stand.
fn numbers(chart: &Chart<'_>, scene: &Scene) -> Vec<(Rect, String)> {
    shapes(scene, "legs").into_iter().filter_map(|shape| text_rect(chart, shape)).collect()
}

/// A tour's bracket: its line's left and right end, its words with where they stand, and where it is hit.
struct Bracket {
    tour: TourIndex,
    line: (f32, f32),
    words: Option<(Rect, String)>,
    hit: Rect,
}

fn brackets(chart: &Chart<'_>, scene: &Scene) -> Vec<Bracket> {
    let bracket = |group: &Group| {
        let hit_info = group.hit_info.as_ref()?;
        let Target::Tour(tour) = hit_info.target else { panic!("{hit_info:?} is no tour") };
        assert_eq!(hit_info.label, chart.timeline.tours.tour(tour).describe(chart.chronicle));
        let Shape::Polyline { points, .. } = &group.shapes[0] else { panic!("{:?} is no line", group.shapes[0]) };
        let xs = points.iter().map(|point| point.x);
        let line = (xs.clone().fold(f32::INFINITY, f32::min), xs.fold(f32::NEG_INFINITY, f32::max));
        let words = group.shapes.iter().find_map(|shape| text_rect(chart, shape));
        Some(Bracket { tour, line, words, hit: hit_info.hit })
    };
    groups(scene, "brackets").iter().filter_map(bracket).collect()
}

fn near_by(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.1
}

fn overlap(one: Rect, other: Rect) -> bool {
    let both = one.intersection(other);
    0.05 < both.width() && 0.05 < both.height()
}

/// Legs one after another: country, days since the last one ended, days it takes.
fn file(legs: &[(u8, i32, i32)]) -> Chronicle {
    let mut text = "(trips: [\n".to_owned();
    let mut end = Day::first_of_year(1950);
    for (country, gap, length) in legs {
        let first = end + *gap;
        end = first + *length;
        _ = writeln!(text, "(country: \"C{country}\", dates: \"{first}/{}\", places: [\"Somewhere\"]),", end - 1);
    }
    chronicle(&(text + "])"))
}

fn legs() -> impl Strategy<Value = Vec<(u8, i32, i32)>> {
    let gap = prop_oneof![4 => -2..3_i32, 1 => 3..400_i32];
    prop::collection::vec((0..5_u8, gap, 3..12_i32), 2..40)
}

/// A thread ends at the bars of two legs in turn; every two legs that can be seen to meet have one, where the legs of their
/// tour are far enough apart to be numbered.
fn check_threads(chart: &Chart<'_>, least: usize) {
    let scene = chart.frame().scene();
    let (threads, bars) = (threads(&scene), bars(&scene));
    let bar = |trip: TripIndex| bars.iter().find(|(index, ..)| *index == trip).map(|(_, bar, _)| *bar);
    // Bars begin and end on whole pixels.
    let beside = |end: Point, bar: Rect| bar.top - 1.0 <= end.y && end.y <= bar.bottom + 1.0;
    let on = |end: Point, edge: f32, bar: Rect| (end.x - edge).abs() < 0.1 && beside(end, bar);
    let lanes = chart.frame().areas.lanes;
    let in_view = |x: f32| lanes.left <= x && x <= lanes.right;
    let mut found = 0;
    #[expect(clippy::cast_precision_loss, reason = "a few dozen legs")]
    let is_near = |tour: &&Tour| {
        let [left, right] = [tour.days.start(), tour.days.end()].map(|day| chart.frame().scale.x_from_day(day));
        20.0 * tour.leg_count() as f32 <= right - left
    };
    let near = chart.timeline.tours.all.iter().filter(is_near);
    for pair in near.flat_map(|tour| chart.timeline.tours.legs(tour).windows(2)) {
        let (Some(before), Some(after)) = (bar(pair[0]), bar(pair[1])) else { continue };
        // Bars just outside the picture are drawn too.
        let shared_x = f32::midpoint(after.left, before.right.min(after.right));
        let is_upright = after.left < before.right;
        if if is_upright { !in_view(shared_x) } else { !in_view(before.right) && !in_view(after.left) } {
            continue;
        }
        let joins = |(from, to, _): &(Point, Point, Role)| {
            if before.right <= after.left {
                return on(*from, before.right, before) && on(*to, after.left, after);
            }
            // Upright, on days that both have.
            let shared = (after.left - 0.1..=before.right + 0.1).contains(&from.x);
            shared && near_by(from.x, to.x) && beside(*from, before) && beside(*to, after)
        };
        assert!(threads.iter().any(joins), "{before:?} to {after:?} among {threads:?}");
        found += 1;
    }
    assert!(least <= found, "{found} threads");
}

#[test]
fn threads_join_one_leg_to_the_next() {
    let chronicle = default_chronicle();
    for reading in [Reading::Either, Reading::Agreed, Reading::Source(SourceIndex::new(0))] {
        for scale in [TimeScale::Folded, TimeScale::ToScale] {
            let timeline = arranged(&chronicle, reading, Arrangement { scale, ..Arrangement::default() });
            // Far away brackets are enough.
            let whole = picture(&chronicle, &timeline, timeline.bounds);
            assert_eq!(threads(&whole.frame().scene()), []);
            assert_eq!(brackets(&whole, &whole.frame().scene()).len(), timeline.tours.all.len());
            for span in [days("1956-06-01", "1956-07-20"), days("1984-05-15", "1984-07-05")] {
                check_threads(&picture(&chronicle, &timeline, timeline.map.window_of(span)), 7);
            }
        }
    }
}

#[test]
fn a_thread_to_a_bar_outside_the_picture_is_drawn_as_far_as_it_is_seen() {
    let chronicle = file(&[(0, 0, 10), (1, 0, 10), (2, 0, 10)]);
    let timeline = timeline(&chronicle, TimeScale::ToScale);
    // The second leg alone: its neighbours' threads still come in and go out.
    let second = Span::new(Day::first_of_year(1950) + 11, Day::first_of_year(1950) + 19).unwrap();
    let window = timeline.map.window_of(second);
    let threads_of = |window| threads(&picture(&chronicle, &timeline, window).frame().scene()).len();
    assert_eq!((threads_of(timeline.bounds), threads_of(window.widened(0.2))), (2, 2));
    // Years later nothing is drawn.
    assert_eq!(threads_of(window.pan(900.0)), 0);
}

#[test]
fn a_bracket_spans_the_days_of_its_tour() {
    let chronicle = default_chronicle();
    for (scale, name) in [(TimeScale::Folded, "Tour of 1956"), (TimeScale::ToScale, "Tour of 1984")] {
        let timeline = timeline(&chronicle, scale);
        let chart = picture(&chronicle, &timeline, timeline.bounds);
        let scene = chart.frame().scene();
        let brackets = brackets(&chart, &scene);
        assert_eq!(brackets.len(), timeline.tours.all.len());
        for bracket in &brackets {
            let tour = timeline.tours.tour(bracket.tour);
            let edges = [tour.days.start(), tour.days.end()].map(|day| chart.frame().scale.x_from_day(day));
            assert!((bracket.line.0 - edges[0]).abs() < 0.01 && (bracket.line.1 - edges[1]).abs() < 0.01);
            assert!(8.0 <= bracket.hit.width() && near(bracket.hit.height(), chart.frame().areas.tours.height()));
            let middle = Point { x: bracket.hit.left + 1.0, y: bracket.hit.middle_y() };
            assert_eq!(
                scene.hit(middle).map(|hit_info| hit_info.target),
                Some(Target::Tour(bracket.tour)),
                "{}",
                tour.name(&chronicle)
            );
        }
        assert!(timeline.tours.all.iter().any(|tour| tour.name(&chronicle) == name));
    }
}

#[test]
fn a_bracket_that_begins_outside_keeps_its_words_in_view() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let window = timeline.map.window_of(days("1956-06-20", "1956-08-01"));
    let chart = picture(&chronicle, &timeline, window);
    let brackets = brackets(&chart, &chart.frame().scene());
    let left = chart.frame().areas.lanes.left;
    let (rect, words) = brackets[0].words.clone().unwrap();
    assert_eq!(words, "Tour of 1956: 10 legs, 9 countries, 1 June – 18 July 1956, 48 days");
    assert!(near(rect.left, left) && near(brackets[0].line.0, left), "{rect:?}");
}

/// The words of a lone tour of two legs and 20 days, with so many pixels to the right of its start.
fn words_in(room: f32) -> Option<String> {
    let chronicle = file(&[(0, 0, 10), (1, 0, 10)]);
    let timeline = timeline(&chronicle, TimeScale::ToScale);
    let start = f64::from(Day::first_of_year(1950).number());
    let window = Window { from: start, to: start + 365.0 };
    let any = Chart::new(&chronicle, &timeline, &monospace, Viewport::new(window, 1440.0, 900.0));
    let any = Chart { furniture: Furniture { scrolls: false, ..any.furniture }, ..any };
    let chart = sized(any, any.frame().areas.lanes.left + room, 900.0);
    let words = brackets(&chart, &chart.frame().scene()).remove(0).words;
    words.map(|(_, words)| words)
}

/// Letters are 5.75 pixels wide here: half their height.
#[test]
fn words_are_shortened_to_the_room_there_is() {
    let forms = [
        "Tour of 1950: 2 legs, 2 countries, 1–20 January 1950, 20 days",
        "Tour of 1950 · 2 legs · 20 days",
        "Tour of 1950",
        "1950",
    ];
    for (position, form) in forms.into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few dozen letters")]
        let width = form.chars().count() as f32 * 5.75;
        assert_eq!(words_in(width + 0.5).as_deref(), Some(form));
        assert_eq!(words_in(width - 0.5).as_deref(), forms.get(position + 1).copied());
    }
}

#[test]
fn every_leg_of_1956_has_its_number_and_none_where_they_would_pile_up() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let window = timeline.map.window_of(days("1956-05-25", "1956-07-25"));
    let chart = picture(&chronicle, &timeline, window);
    let found: Vec<_> = numbers(&chart, &chart.frame().scene()).into_iter().map(|(_, number)| number).collect();
    assert_eq!(found, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    let whole = picture(&chronicle, &timeline, timeline.bounds);
    assert!(numbers(&whole, &whole.frame().scene()).is_empty());
}

#[test]
fn the_selected_tour_stands_out_and_the_others_are_faded() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let chart = picture(&chronicle, &timeline, timeline.bounds);
    let roles = |selected: &[TripIndex]| -> Vec<Role> {
        lines(&selecting(chart, selected).frame().scene(), "brackets").map(|(_, role)| role).collect()
    };
    let position = timeline.tours.all.iter().position(|tour| tour.name(&chronicle) == "Tour of 1956").unwrap();
    let tour = &timeline.tours.all[position];
    let all = roles(&[]);
    assert!(!all.is_empty() && all.iter().all(|&role| role == Role::Tour), "{all:?}");
    let selected = &timeline.tours.legs(tour)[3..4];
    for (at, role) in roles(selected).into_iter().enumerate() {
        assert_eq!(role, if at == position { Role::Tour } else { Role::TourFaded });
    }
    // Its threads are drawn, however far away it is, and those of a tour that is pointed at.
    let threads_of = |chart: Chart<'_>| threads(&chart.frame().scene()).len();
    assert_eq!(threads_of(selecting(chart, selected)), tour.leg_count() - 1);
    let highlights = Highlights { tour: Some(TourIndex::new(position)), ..chart.highlights };
    assert_eq!(threads_of(Chart { highlights, ..chart }), tour.leg_count() - 1);
    // A trip that is part of no tour fades none.
    let single = chronicle.indexed_trips().map(|(index, _)| index).find(|&index| timeline.tours.of(index).is_none());
    assert_eq!(roles(&[single.unwrap()]), all);
}

#[test]
fn many_tours_are_faded_until_fewer_are_in_view() {
    // Every 300 days a tour of two legs.
    let legs: Vec<_> = (0..18).map(|leg| (leg % 2, if leg % 2 == 0 { 280 } else { 0 }, 10)).collect();
    let chronicle = file(&legs);
    let timeline = timeline(&chronicle, TimeScale::ToScale);
    let roles = |window| -> BTreeSet<String> {
        let scene = picture(&chronicle, &timeline, window).frame().scene();
        lines(&scene, "brackets").map(|(_, role)| format!("{role:?}")).collect()
    };
    assert_eq!(timeline.tours.all.len(), 9);
    assert_eq!(roles(timeline.bounds), ["TourFaded".to_owned()].into());
    assert_eq!(roles(part(timeline.bounds, (0.0, 0.5))), ["Tour".to_owned()].into());
}

#[test]
fn tours_can_be_left_out_and_the_strip_never_jumps() {
    let chronicle = default_chronicle();
    let with = timeline(&chronicle, TimeScale::Folded);
    let without = arranged(&chronicle, Reading::Either, Arrangement { tours: false, ..Arrangement::default() });
    let (shown, hidden) = (picture(&chronicle, &with, with.bounds), picture(&chronicle, &without, with.bounds));
    let scene = hidden.frame().scene();
    for name in ["tours", "legs", "brackets"] {
        assert!(shapes(&scene, name).is_empty(), "{name}");
        let near = moved(shown, with.map.window_of(days("1956-05-20", "1956-08-01")));
        assert!(!shapes(&near.frame().scene(), name).is_empty(), "{name}");
    }
    assert!(hidden.frame().areas.tours.height() <= 0.0);
    assert!(near(shown.fixed_height() - hidden.fixed_height(), shown.frame().areas.tours.height()));
    assert!(with.legend.contains(&LegendEntry::Tour) && !without.legend.contains(&LegendEntry::Tour));
    // 1964 to 1970 saw no tour.
    let quiet = moved(shown, with.map.window_of(days("1964-01-01", "1970-01-01")));
    assert!(brackets(&quiet, &quiet.frame().scene()).is_empty());
    assert_eq!(quiet.frame().areas, shown.frame().areas);
    // A file without tours has no strip.
    let alone = file(&[(0, 0, 10), (1, 50, 10)]);
    let timeline = timeline(&alone, TimeScale::Folded);
    assert!(picture(&alone, &timeline, timeline.bounds).frame().areas.tours.height() <= 0.0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn threads_and_words_keep_their_places(
        legs in legs(), scale in scales(), share in (0.0..1.0, 0.0..1.0), width in 300.0_f32..2000.0,
    ) {
        let chronicle = file(&legs);
        let timeline = timeline(&chronicle, scale);
        let window = part(timeline.bounds, share);
        let chart = sized(picture(&chronicle, &timeline, window), width, 2000.0);
        check_threads(&chart, 0);
        let scene = chart.frame().scene();

        let area = chart.frame().areas.tours;
        let brackets = brackets(&chart, &scene);
        for (position, bracket) in brackets.iter().enumerate() {
            prop_assert!(area.left <= bracket.line.0 && bracket.line.1 <= area.right.max(bracket.line.0));
            let Some((rect, words)) = &bracket.words else { continue };
            prop_assert!(area.left <= rect.left && rect.right <= area.right + 0.1, "{words}");
            for next in &brackets[position + 1..] {
                prop_assert!(rect.right < next.line.0, "{words} runs into the next bracket");
            }
        }

        let plates: Vec<Rect> = shapes(&scene, "tours").into_iter().filter_map(|shape| match shape {
            Shape::Box { rect, .. } => Some(*rect),
            _ => None,
        }).collect();
        let words = ["bars", "legs"].into_iter().flat_map(|layer| shapes(&scene, layer));
        for (text, word) in words.filter_map(|shape| text_rect(&chart, shape)) {
            let is_struck = lines(&scene, "tours").flat_map(|(points, _)| points.windows(2)).any(|piece| {
                let (x, y) = (f32::midpoint(piece[0].x, piece[1].x), f32::midpoint(piece[0].y, piece[1].y));
                text.contains(Point { x, y })
            });
            let is_free = plates.iter().any(|plate| near_by(plate.union(text).width(), plate.width()));
            prop_assert!(!is_struck || is_free, "{word} at {text:?} is struck through");
        }

        let in_the_way = |shape: &Shape| match shape {
            Shape::Box { rect, .. } | Shape::Soft { rect, .. } => Some(*rect),
            text => text_rect(&chart, text).map(|(rect, _)| rect),
        };
        let numbers = numbers(&chart, &scene);
        let others: Vec<Rect> = shapes(&scene, "bars").into_iter().filter_map(in_the_way).collect();
        for (position, (rect, number)) in numbers.iter().enumerate() {
            let other_numbers = numbers[..position].iter().map(|(rect, _)| *rect);
            for other in others.iter().copied().chain(other_numbers) {
                prop_assert!(!overlap(*rect, other), "{number} at {rect:?} stands on {other:?}");
            }
        }
    }
}
