//! The charts of the statistics: each cell of the calendar against a count day by day, columns against sums.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use wayline::data::ChartKind;
use wayline::layout::{
    Arrangement, PageWords, Point, Rect, Role, Rows, Scene, Shape, StatisticsChart, Target, Timeline, VisitPart,
};
use wayline::model::{Chronicle, Filter, Statistics, TripStatus};
use wayline::time::{Certainty, Day, Span};

use crate::model::readings::day_by_day::{days, reading, value};
use crate::model::statistics::random::peopled_file;
use crate::model::statistics::{SMALL, statistics_of};
use crate::support::scene::{layer_text, monospace, texts};
use crate::support::{chronicle, day};

/// What a filter leaves, counted, with the visits by kind.
fn counted(chronicle: &Chronicle, filter: &Filter) -> (Statistics, Vec<VisitPart>) {
    let (shown, statistics) = statistics_of(chronicle, filter);
    let visits = VisitPart::all(&statistics, &Timeline::new(chronicle, &shown, Arrangement::default()).classes);
    (statistics, visits)
}

fn chart<'a>(
    kind: ChartKind,
    chronicle: &'a Chronicle,
    (statistics, visits): &'a (Statistics, Vec<VisitPart>),
    width: f32,
) -> StatisticsChart<'a> {
    StatisticsChart::new(kind, chronicle, statistics, visits, &monospace, width)
}

/// What can be pointed at, with its words.
fn labels(scene: &Scene) -> Vec<&str> {
    scene.visible_targets().map(|(hit_info, _)| hit_info.label.as_str()).collect()
}

/// The number of visits that a label begins with, behind the year.
fn visits(label: &str) -> usize {
    let words = label.rsplit_once(": ").unwrap().1;
    words.split_whitespace().next().unwrap().replace(',', "").parse().unwrap()
}

#[test]
fn a_small_file_is_drawn_as_it_is() {
    let chronicle = chronicle(SMALL);
    let counted = counted(&chronicle, &Filter::default());
    let charts = ChartKind::ALL.iter().map(|&kind| chart(kind, &chronicle, &counted, 400.0));
    // Nobody in it meets anybody.
    let layers = charts.filter(|chart| chart.kind != ChartKind::Encounters).map(|chart| {
        format!("{} ({} high)\n{}", chart.heading(), chart.height, layer_text(&chart.scene(), "chart", 0.0))
    });
    insta::assert_snapshot!(layers.collect::<Vec<_>>().join("\n"));
}

/// How strongly the cell of a day is drawn in a row: 1 for certain days, less for possible ones.
fn strength(shapes: &[Shape], point: Point) -> f32 {
    let at_point = |shape: &Shape| match shape {
        Shape::Boxes { rects, fill: Role::Overview, opacity } if rects.iter().any(|rect| rect.contains(point)) => {
            *opacity
        }
        _ => 0.0,
    };
    shapes.iter().map(at_point).fold(0.0, f32::max)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_cell_of_the_calendar_is_its_day(text in peopled_file(), number_of in 0..4_usize) {
        let chronicle = chronicle(&text);
        let filter = Filter { reading: reading(&chronicle, number_of), ..Filter::default() };
        let counted = counted(&chronicle, &filter);
        // Days wide enough to be drawn as wide as they are.
        let chart = chart(ChartKind::Calendar, &chronicle, &counted, 366.0 * 4.0);
        let scene = chart.scene();
        let trips: Vec<_> = chronicle.trips.iter().filter(|trip| trip.status == TripStatus::Confirmed).collect();
        let value = |day: Day| trips.iter().filter_map(|trip| value(&chronicle, filter.reading, trip, day)).max();
        let mut rows = 0;
        let groups = scene.layers.iter().flat_map(|layer| &layer.groups);
        for (group, hit_info) in groups.filter_map(|group| Some((group, group.hit_info.as_ref()?))) {
            let Target::Year(year) = hit_info.target else { panic!("{hit_info:?}") };
            rows += 1;
            let Rect { left, .. } = hit_info.hit;
            for day in days(Span::of_years(year, year).unwrap()) {
                let (_, month, number) = day.ymd();
                let place = Day::from_ymd(2000, month, number).unwrap() - Day::first_of_year(2000);
                #[expect(clippy::cast_precision_loss, reason = "a day of a year")]
                let x = left + (place as f32 + 0.5) / 366.0 * hit_info.hit.width();
                let point = Point { x, y: hit_info.hit.middle_y() };
                let drawn = strength(&group.shapes, point);
                match value(day) {
                    Some(Certainty::Certain) => prop_assert!(1.0 <= drawn, "{} {}", day, drawn),
                    Some(_) => prop_assert!(0.0 < drawn && drawn < 1.0, "{} {}", day, drawn),
                    None => prop_assert!(drawn <= 0.0, "{} {}", day, drawn),
                }
                prop_assert_eq!(chart.day_at(point), Some(day));
            }
        }
        let years = counted.0.days_possible.spans().iter().flat_map(|span| span.start().year()..=span.last().year());
        let years: BTreeSet<_> = years.collect();
        prop_assert_eq!(rows, years.len().min(200));
    }

    #[test]
    fn columns_and_bars_add_up(text in peopled_file(), number_of in 0..4_usize, width in 60..900_u16) {
        let chronicle = chronicle(&text);
        let filter = Filter { reading: reading(&chronicle, number_of), ..Filter::default() };
        let counted = counted(&chronicle, &filter);
        let sum = |kind| {
            let scene = chart(kind, &chronicle, &counted, f32::from(width)).scene();
            labels(&scene).into_iter().map(visits).collect::<Vec<_>>()
        };
        let statistics = &counted.0;
        let begun: usize = statistics.per_year.values().map(wayline::model::Year::trip_count).sum();
        prop_assert_eq!(sum(ChartKind::Visits).into_iter().sum::<usize>(), begun);
        prop_assert_eq!(counted.1.iter().flat_map(|part| part.per_year.values()).sum::<usize>(), begun);
        prop_assert_eq!(sum(ChartKind::Countries).into_iter().sum::<usize>(), statistics.stays.len());
        let so_far = sum(ChartKind::Cumulative);
        prop_assert!(so_far.is_sorted());
        prop_assert_eq!(so_far.last().copied().unwrap_or(0), begun);
    }
}

#[test]
fn years_without_room_share_a_column() {
    let trip = |year: i32| format!("(country: \"A\", dates: \"{year}-05-01\"),");
    let trips: String = (1000..1300).map(trip).collect();
    let chronicle = chronicle(&format!("(trips: [{trips}])"));
    let counted = counted(&chronicle, &Filter::default());
    let narrow = chart(ChartKind::Visits, &chronicle, &counted, 300.0);
    assert_eq!(narrow.heading(), "Visits per 2 years");
    assert_eq!(narrow.years_from(1010), 1010..=1011);
    let scene = narrow.scene();
    assert_eq!((labels(&scene)[0], labels(&scene).len()), ("1000–1001: 2 visits", 150));
    assert_eq!(chart(ChartKind::Visits, &chronicle, &counted, 1000.0).heading(), "Visits per year");
    // Low rows of the calendar leave out every second year, beside the names of twelve months.
    let calendar = chart(ChartKind::Calendar, &chronicle, &counted, 300.0).scene();
    assert_eq!((labels(&calendar).len(), texts(&calendar, "chart").len()), (200, 100 + 12));
}

#[test]
fn more_rows_than_are_drawn_are_told() {
    // Every second year, from the first of the calendar to the last.
    let year = |year: i32| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
    let trip = |of: i32| format!("(country: \"Land {of}\", dates: \"{}-12-30\"),", year(of));
    let trips: String = (-9999..=9999).step_by(2).map(trip).collect();
    let chronicle = chronicle(&format!("(trips: [{trips}])"));
    let counted = counted(&chronicle, &Filter::default());
    for (kind, drawn, nouns) in
        [(ChartKind::Calendar, 200, ["year", "years"]), (ChartKind::Countries, 30, ["country", "countries"])]
    {
        let chart = chart(kind, &chronicle, &counted, 300.0);
        assert_eq!(chart.cut_rows(), Some(Rows { drawn, all: 10_000, nouns }));
        assert_eq!(labels(&chart.scene()).len(), drawn);
    }
    for kind in [ChartKind::Visits, ChartKind::Days, ChartKind::Cumulative] {
        let chart = chart(kind, &chronicle, &counted, 300.0);
        assert!(labels(&chart.scene()).len() <= 300, "{kind:?}");
        assert_eq!(chart.cut_rows(), None);
    }
    // On a page as many as have room.
    let page = PageWords { title: None, data: "A file", caption: &[] };
    let calendar = chart(ChartKind::Calendar, &chronicle, &counted, 300.0);
    let chart = StatisticsChart { page: Some(page), height: 400.0, ..calendar };
    let Rows { drawn, all, .. } = chart.cut_rows().unwrap();
    assert!((20..40).contains(&drawn) && all == 10_000 && !chart.fits(), "{drawn}");
    assert_eq!(labels(&chart.scene()).len(), drawn);
    assert_eq!(chart.title(), "A file · Calendar of days abroad");
}

#[test]
fn what_is_near_a_day_abroad_is_that_day() {
    let chronicle = chronicle(r#"(trips: [(country: "A", dates: "1957-11-04"), (country: "A", dates: "1956-02-29")])"#);
    let counted = counted(&chronicle, &Filter::default());
    let chart = chart(ChartKind::Calendar, &chronicle, &counted, 300.0);
    let scene = chart.scene();
    let rows: BTreeMap<_, _> = scene.visible_targets().map(|(hit_info, rect)| (hit_info.target, rect)).collect();
    let row = rows[&Target::Year(1957)];
    let x = |place: f32| row.left + (place + 0.5) / 366.0 * row.width();
    let at = |x: f32| chart.day_at(Point { x, y: row.middle_y() });
    // The 4th of November is the 309th day of a leap year, from 0 the 308th.
    assert_eq!(at(x(308.0)), Some(day("1957-11-04")));
    assert_eq!(at(x(308.0) + 1.5), Some(day("1957-11-04")));
    assert_eq!(at(x(318.0)), Some(day("1957-11-14")));
    // The place of the 29th of February is that of the day before where there is none.
    assert_eq!(at(x(59.0)), Some(day("1957-02-28")));
    assert_eq!(chart.day_at(Point { x: x(0.0), y: 0.0 }), None);
}
