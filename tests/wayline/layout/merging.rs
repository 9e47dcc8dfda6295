//! Blocks of trips too narrow to be told apart: they cover what bars would, count what is there, and stay put.

use std::{collections::BTreeSet, fmt::Write as _};

use proptest::prelude::*;
use wayline::{
    export::{Figure, PageSetup, View},
    layout::{
        Arrangement, Chart, Furniture, HitInfo, LEAST_WIDTH, Point, Rect, Scale, Scene, Shape, Target, TimeScale,
        Timeline, Window,
    },
    model::{Chronicle, Filter, TripIndex, TripSet, TripSpan},
    time::Day,
};

use crate::support::{
    chronicle,
    scene::{bars_and_blocks, moved, picture, selecting, sized},
    strategies::scales,
};

/// Trips to one country: days from the start of each to the next, days it lasts.
type Drafts = Vec<(i32, i32)>;

fn drafts() -> impl Strategy<Value = Drafts> {
    let gap = prop_oneof![8 => 0..12_i32, 2 => 0..90_i32, 1 => 0..1500_i32];
    let length = prop_oneof![8 => 1..6_i32, 1 => 1..60_i32];
    prop::collection::vec((gap, length), 1..120)
}

fn file(drafts: &[(i32, i32)]) -> Chronicle {
    let mut text = "(trips: [\n".to_owned();
    let mut start = Day::first_of_year(1950);
    for (gap, length) in drafts {
        start = start + *gap;
        _ = writeln!(text, "(country: \"A\", dates: \"{start}/{}\"),", start + (length - 1));
    }
    chronicle(&(text + "])"))
}

fn arranged(chronicle: &Chronicle, scale: TimeScale) -> Timeline {
    let shown = Filter::default().apply(chronicle, &TripSet::default());
    Timeline::new(chronicle, &shown, Arrangement { scale, tours: false, ..Arrangement::default() })
}

/// High enough for every row, so that nothing needs to be scrolled.
fn tall<'a>(chronicle: &'a Chronicle, timeline: &'a Timeline, window: Window, width: f32) -> Chart<'a> {
    sized(picture(chronicle, timeline, window), width, 8000.0)
}

/// The part of an axis in the middle of which a share of it lies, and which is shorter than it by a factor.
fn part(bounds: Window, share: f64, zoom: f64) -> Window {
    let half = (bounds.length() / zoom).max(6.0) / 2.0;
    let middle = bounds.from + bounds.length() * share;
    Window { from: middle - half, to: middle + half }
}

/// A bar or a block: the positions of its first and its last trip in the row, what it is, where it is drawn.
type Drawn = (usize, usize, Target, Rect);

/// What is drawn in each row, from left to right.
fn rows_of(chart: &Chart<'_>, scene: &Scene) -> Vec<Vec<Drawn>> {
    let top = chart.frame().areas.lanes.top;
    let rows = &chart.timeline.lanes[0].rows;
    let mut drawn = vec![Vec::new(); rows.len()];
    for (target, bar, hit) in bars_and_blocks(scene) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred rows")]
        let row = ((hit.top - top) / chart.viewport.rows.first).round() as usize;
        let position = |trip: TripIndex| rows[row].iter().position(|stretch| stretch.trip == trip).unwrap();
        let (first, last) = match target {
            Target::Trip(trip) => (position(trip), position(trip)),
            Target::Block(first, last) => (position(first), position(last)),
            other => panic!("{other:?} is no trip"),
        };
        drawn[row].push((first, last, target, bar));
    }
    for row in &mut drawn {
        row.sort_by_key(|(first, ..)| *first);
    }
    drawn
}

/// Whether each column of pixels of the lanes has something of these stretches on it.
fn columns(chart: &Chart<'_>, stretches: impl Iterator<Item = (f32, f32)>, slack: f32) -> Vec<bool> {
    let lanes = chart.frame().areas.lanes;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand pixels")]
    let mut columns = vec![false; lanes.width() as usize];
    for (left, right) in stretches {
        for (column, is_on) in columns.iter_mut().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
            let x = lanes.left + column as f32;
            *is_on |= left < x + 1.0 - slack && x + slack < right;
        }
    }
    columns
}

/// The bars of a row, each by itself, from their days alone: widened, but kept `gap` pixels from the next.
fn unmerged<'a>(scale: &'a Scale<'_>, row: &'a [TripSpan], gap: f32) -> impl Iterator<Item = (f32, f32)> + 'a {
    row.iter().enumerate().map(move |(at, stretch)| {
        let (left, right) = (scale.x_from_day(stretch.days.start()), scale.x_from_day(stretch.days.end()));
        let limit = row.get(at + 1).map_or(f32::INFINITY, |next| scale.x_from_day(next.days.start()) - gap);
        (left, right.max(limit.min(left + LEAST_WIDTH)))
    })
}

/// How many trips a label speaks of.
fn number(label: &str) -> usize {
    label.split_once(" trips to ").map_or(1, |(number, _)| number.parse().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn blocks_cover_and_count_what_bars_would(
        drafts in drafts(), scale in scales(), share in 0.0..1.0, zoom in 1.0..60.0, width in 300.0_f32..1600.0,
    ) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, scale);
        let chart = tall(&chronicle, &timeline, part(timeline.bounds, share, zoom), width);
        let scene = chart.frame().scene();
        let scale = chart.frame().scale;
        for (row, drawn) in timeline.lanes[0].rows.iter().zip(rows_of(&chart, &scene)) {
            // Each trip once, none left out that can be seen.
            prop_assert!(drawn.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{drawn:?}");
            let is_drawn = |at: usize| drawn.iter().any(|(first, last, ..)| (*first..=*last).contains(&at));
            for (at, (left, right)) in unmerged(&scale, row, 1.0).enumerate() {
                let seen = left + 0.01 < scale.right() && scale.left < right - 0.01;
                prop_assert!(!seen || is_drawn(at), "{at} in {drawn:?}");
            }
            // The columns of the bars, and at most the gaps between them.
            let merged = || drawn.iter().map(|(.., rect)| (rect.left, rect.right));
            let least = columns(&chart, unmerged(&scale, row, 1.0), 0.02);
            let most = columns(&chart, unmerged(&scale, row, 0.0), 0.0);
            for (column, is_on) in columns(&chart, merged(), 0.01).into_iter().enumerate() {
                prop_assert!((!least[column] || is_on) && (!is_on || most[column]), "column {column} of {drawn:?}");
            }
        }
        // What is told is what is there.
        for (first, last, target, _) in rows_of(&chart, &scene).into_iter().flatten() {
            let groups = scene.layers.iter().flat_map(|layer| &layer.groups);
            let hit_info = groups.filter_map(|group| group.hit_info.as_ref()).find(|hit_info| hit_info.target == target).unwrap();
            prop_assert_eq!(number(&hit_info.label), last + 1 - first, "{}", &hit_info.label);
        }
    }

    #[test]
    fn blocks_stay_together_while_the_window_moves(
        drafts in drafts(), scale in scales(), share in 0.0..1.0, by in -1.0..1.0_f64, zoom in 1.0..60.0,
        width in 300.0_f32..1600.0,
    ) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, scale);
        let before = tall(&chronicle, &timeline, part(timeline.bounds, share, zoom), width);
        let after = moved(before, before.viewport.window.pan(by * before.viewport.window.length()));
        let lanes = before.frame().areas.lanes;
        let whole = |rect: &Rect| lanes.left <= rect.left && rect.right <= lanes.right;
        let targets = |chart: &Chart<'_>| -> BTreeSet<Target> {
            bars_and_blocks(&chart.frame().scene()).into_iter().map(|(target, ..)| target).collect()
        };
        let moved = targets(&after);
        #[expect(clippy::cast_possible_truncation, reason = "at most the width of the picture")]
        let shift = -(by * f64::from(lanes.width())) as f32;
        for (target, rect, _) in bars_and_blocks(&before.frame().scene()) {
            let later = Rect { left: rect.left + shift, right: rect.right + shift, ..rect };
            let seen_whole = whole(&rect) && lanes.left + 1.0 < later.left && later.right + 1.0 < lanes.right;
            prop_assert!(!seen_whole || moved.contains(&target), "{target:?} at {rect:?}, then {later:?}");
        }
    }

    #[test]
    fn coming_closer_only_splits(
        drafts in drafts(), scale in scales(), share in 0.0..1.0, zoom in 1.0..30.0, closer in 1.0..20.0,
        width in 300.0_f32..1600.0,
    ) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, scale);
        let far = tall(&chronicle, &timeline, part(timeline.bounds, share, zoom), width);
        let near = moved(far, part(timeline.bounds, share, zoom * closer));
        let lanes = near.frame().areas.lanes;
        let rows = rows_of(&far, &far.frame().scene()).into_iter().zip(rows_of(&near, &near.frame().scene()));
        for (far, near) in rows {
            for (first, last, _, rect) in near {
                // What lies beside both pictures need not be drawn in the wider one.
                let seen = lanes.left < rect.right && rect.left < lanes.right;
                let holds = |other: &Drawn| other.0 <= first && last <= other.1;
                prop_assert!(!seen || far.iter().any(holds), "{first}..={last} in {far:?}");
            }
        }
    }

    #[test]
    fn what_is_selected_is_a_bar_of_its_own(
        drafts in drafts(), scale in scales(), which in any::<prop::sample::Index>(), width in 300.0_f32..1600.0,
    ) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, scale);
        let selected = [TripIndex::new(which.index(drafts.len()))];
        let chart = selecting(tall(&chronicle, &timeline, timeline.bounds, width), &selected);
        let scene = chart.frame().scene();
        let drawn = bars_and_blocks(&scene);
        let (target, bar, _) = drawn.last().unwrap();
        prop_assert_eq!(*target, Target::Trip(selected[0]), "it lies on top");
        prop_assert!(LEAST_WIDTH - 0.01 <= bar.width(), "{:?}", bar);
        let rows = rows_of(&chart, &scene);
        prop_assert!(rows.iter().flatten().all(|(first, last, target, _)| first == last || !matches!(target, Target::Trip(_))));
        let trips: usize = rows.iter().flatten().map(|(first, last, ..)| last + 1 - first).sum();
        prop_assert_eq!(trips, drafts.len());
    }

    #[test]
    fn what_is_drawn_is_hit_named_or_not(
        drafts in drafts(), scale in scales(), share in 0.0..1.0, zoom in 1.0..60.0, width in 300.0_f32..1600.0,
        which in any::<prop::sample::Index>(), some_selected: bool,
    ) {
        let chronicle = file(&drafts);
        let timeline = arranged(&chronicle, scale);
        let selected = [TripIndex::new(which.index(drafts.len()))];
        let selected = if some_selected { &selected[..] } else { &[] };
        let named = selecting(tall(&chronicle, &timeline, part(timeline.bounds, share, zoom), width), selected);
        let bare = Chart { furniture: Furniture::window(false), ..named };
        let (scene, lanes) = (named.frame().scene(), named.frame().areas.lanes);
        for (target, bar, hit) in bars_and_blocks(&scene) {
            for share in [0.02, 0.3, 0.5, 0.98] {
                let middle_y = hit.middle_y();
                let point = Point { x: bar.left + share * bar.width(), y: middle_y };
                if !lanes.contains(point) {
                    continue;
                }
                // At the edge of the picture a neighbour that is out of sight still has its share of the room.
                let inner = Rect { right: lanes.right - 6.0, ..lanes };
                let seen = |hit_info: &HitInfo| (hit_info.target, hit_info.label.clone(), hit_info.hit.intersection(inner));
                let found = bare.frame().hit(point).as_ref().map(seen);
                prop_assert_eq!(&found, &scene.hit(point).map(seen), "{:?}", point);
                let found = found.map(|(target, ..)| target);
                prop_assert!(found == Some(target) || !selected.is_empty(), "{point:?} is on {target:?}, not {found:?}");
            }
        }
        // Without names the same columns are covered, and nothing is told. The outline of what is selected is wider.
        let bare = bare.frame().scene();
        let layer = bare.layers.iter().find(|layer| layer.name == "bars").unwrap();
        prop_assert!(layer.groups.iter().all(|group| group.hit_info.is_none()));
        let rects = |shape: &Shape| match shape {
            Shape::Boxes { rects, .. } => rects.clone(),
            Shape::Box { rect, fill: Some(_), .. } => vec![*rect],
            _ => Vec::new(),
        };
        let drawn: Vec<_> = layer.groups.iter().flat_map(|group| group.shapes.iter().flat_map(rects)).collect();
        let covered = |rects: &[Rect]| columns(&named, rects.iter().map(|rect| (rect.left, rect.right)), 0.01);
        let bars: Vec<_> = bars_and_blocks(&scene).into_iter().map(|(_, bar, _)| bar).collect();
        prop_assert!(!selected.is_empty() || covered(&drawn) == covered(&bars));
    }
}

/// More rows than a sheet has room for: each lane is one row of blocks, which count all its trips.
#[test]
fn a_figure_of_too_many_rows_counts_every_trip() {
    let mut text = "(trips: [\n".to_owned();
    for country in 0..40 {
        for trip in 0..24 {
            // Eight at a time share a day, so that each lane needs eight rows.
            let first = Day::first_of_year(1950) + (country * 11 + trip / 8 * 700 + trip % 8);
            _ = writeln!(text, "(country: \"C{country}\", dates: \"{first}/{}\"),", first + 20);
        }
    }
    let loaded = wayline::model::load(text + "])").named("many.ron");
    let draw = |view: &View, page_setup: &PageSetup| Figure::new(&loaded, view, page_setup).unwrap().svg;
    let svg = draw(&View::default(), &PageSetup::default());
    let titles = svg.split("<title>").skip(1).filter_map(|rest| rest.split_once("</title>")).map(|(title, _)| title);
    let numbers = titles.filter_map(|title| title.split_once(" to C")?.0.split_once(" trip")?.0.parse::<usize>().ok());
    assert_eq!(numbers.sum::<usize>(), 40 * 24);
    assert_eq!(svg.matches("-lane-").count(), 40, "each lane has its full name as its title");
    // What is selected lies on top, in its own colour.
    let view = View { selected: vec![TripIndex::new(5)], ..View::default() };
    let selected = draw(&view, &PageSetup { selection: true, ..PageSetup::default() });
    assert!(selected.contains("-trip-5\""));
}
