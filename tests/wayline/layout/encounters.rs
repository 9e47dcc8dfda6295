//! Encounters in the picture: the bands that join bars, and the matrix.

use wayline::data::ChartKind;
use wayline::layout::{
    Arrangement, Chart, Dash, Furniture, Highlights, LaneBy, LegendExtent, Role, Scene, Shape, StatisticsChart,
};
use wayline::model::{Chronicle, Encounters, Filter, Reading, TripIndex};

use crate::model::statistics::encounters::COMPANY;
use crate::model::statistics::statistics_of;
use crate::support::chronicle;
use crate::support::scene::{arranged, bars, days, layer_text, monospace, near, picture, shapes, texts};

fn encounters(chronicle: &Chronicle) -> Encounters {
    statistics_of(chronicle, &Filter::default()).1.encounters
}

/// The edges of the bands: x, upper and lower end, and whether they are dotted.
fn edges(scene: &Scene) -> Vec<(f32, [f32; 2], bool)> {
    let of_band = |shape: &&Shape| match shape {
        Shape::Polyline { points, stroke } if stroke.role == Role::Selection => {
            Some((points[0].x, [points[0].y, points[1].y], stroke.dash == Dash::Dotted))
        }
        _ => None,
    };
    shapes(scene, "tours").iter().filter_map(of_band).collect()
}

/// The picture of the company with these trips selected, one lane for each traveller or country.
fn with_selected<T>(lanes: LaneBy, selected: &[usize], look: impl FnOnce(&Chart<'_>, Scene) -> T) -> T {
    let chronicle = chronicle(COMPANY);
    let timeline = arranged(&chronicle, Reading::Either, Arrangement { lanes, ..Arrangement::default() });
    let encounters = encounters(&chronicle);
    let trips: Vec<_> = selected.iter().map(|&at| TripIndex::new(at)).collect();
    let window = timeline.map.window_of(days("1960-04-25", "1960-06-05"));
    let chart = picture(&chronicle, &timeline, window);
    let chart =
        Chart { highlights: Highlights { trips: &trips, encounters: Some(&encounters), ..chart.highlights }, ..chart };
    let scene = chart.frame().scene();
    look(&chart, scene)
}

#[test]
fn a_band_joins_the_bars_over_the_days_they_share() {
    for lanes in [LaneBy::Traveller, LaneBy::Country] {
        // Bo's stay in Malta ends a day before Ann's; that of Cy is possible in a month.
        with_selected(lanes, &[5], |chart, scene| {
            let bars = bars(&scene);
            let bar = |at: usize| bars.iter().find(|(trip, ..)| *trip == TripIndex::new(at)).unwrap().1;
            let (bo, ann, cy) = (bar(5), bar(4), bar(6));
            let edges = edges(&scene);
            let shared = days("1960-05-05", "1960-05-07");
            let [from, to] = [shared.start(), shared.end()].map(|day| chart.frame().scale.x_from_day(day));
            assert_eq!(edges.len(), 4, "{edges:?}");
            for (pair, other) in edges.chunks(2).zip([ann, cy]) {
                let [left, right] = [pair[0].0, pair[1].0];
                assert!(near(left, from) && near(right, to), "{pair:?} {from} {to}");
                let mut ends = [bo.middle_y(), other.middle_y()];
                ends.sort_by(f32::total_cmp);
                assert!(
                    pair.iter().all(|(_, [top, bottom], _)| near(*top, ends[0]) && near(*bottom, ends[1])),
                    "{pair:?}"
                );
            }
            let dotted: Vec<_> = edges.iter().map(|(.., dotted)| *dotted).collect();
            assert_eq!(dotted, [false, false, true, true]);
        });
    }
}

#[test]
fn nothing_is_joined_without_a_selection_or_an_encounter() {
    for selected in [&[][..], &[8], &[10]] {
        with_selected(LaneBy::Country, selected, |_, scene| assert_eq!(edges(&scene), [], "{selected:?}"));
    }
}

#[test]
fn the_legend_explains_bands() {
    let says = |scene: &Scene| texts(scene, "legend").iter().any(|text| text == "encounter of the selected");
    // In a window always, as it must not change its height with each click.
    with_selected(LaneBy::Country, &[], |chart, _| {
        let furniture = Furniture { legend: LegendExtent::Whole, ..chart.furniture };
        assert!(says(&Chart { furniture, ..*chart }.frame().scene()));
    });
    for (selected, is_drawn) in [(5, true), (10, false)] {
        with_selected(LaneBy::Country, &[selected], |chart, _| {
            let furniture = Furniture { scrolls: false, ..chart.furniture };
            assert_eq!(says(&Chart { furniture, ..*chart }.frame().scene()), is_drawn, "{selected}");
        });
    }
}

#[test]
fn the_matrix_has_a_cell_for_every_two_who_met() {
    let chronicle = chronicle(COMPANY);
    let (_, statistics) = statistics_of(&chronicle, &Filter::default());
    let chart = StatisticsChart::new(ChartKind::Encounters, &chronicle, &statistics, &[], &monospace, 300.0);
    insta::assert_snapshot!(layer_text(&chart.scene(), "chart", 0.0), @"
    chart 0..300 0..118
      boxes 0..29 30..59, 0..29 60..89, 30..59 60..89 Grid at 1
      text 0,19.2 “Ann”
      text 36,49.2 “Bo”
      text 66,79.2 “Cy”
    Ann and Bo: 2 encounters
      hit 0..29 30..59
      boxes 0..29 30..59 Overview at 0.4
      text 14.5,48 “2”
    Ann and Cy: 0 encounters, 2 more possible
      hit 0..29 60..89
      boxes 0.5..28.5 60.5..88.5 Overview at 0.28
      box 0.5..28.5 60.5..88.5 edge Overview dotted
      text 14.5,78 “0–2”
    Bo and Cy: 0 encounters, 2 more possible
      hit 30..59 60..89
      boxes 30.5..58.5 60.5..88.5 Overview at 0.28
      box 30.5..58.5 60.5..88.5 edge Overview dotted
      text 44.5,78 “0–2”
    ");
    // Two have no room.
    let narrow = StatisticsChart::new(ChartKind::Encounters, &chronicle, &statistics, &[], &monospace, 30.0);
    assert!(!narrow.has_room() && narrow.cut_rows().is_some_and(|rows| rows.drawn == 0));
}

#[test]
fn those_who_met_most_often_are_drawn_where_not_all_have_room() {
    let trip =
        |who: usize, year: usize| format!("(traveller: \"T{who:02}\", country: \"A\", dates: \"{year}-05-01\"),");
    // Everybody meets the one before once, and the last two meet thrice.
    let trips: String = (0..30).flat_map(|who| [trip(who, 1900 + who), trip(who + 1, 1900 + who)]).collect();
    let chronicle =
        chronicle(&format!("(trips: [{trips}{}])", [1950, 1951].map(|year| trip(29, year) + &trip(30, year)).concat()));
    let (_, statistics) = statistics_of(&chronicle, &Filter::default());
    let chart = StatisticsChart::new(ChartKind::Encounters, &chronicle, &statistics, &[], &monospace, 120.0);
    let rows = chart.cut_rows().unwrap();
    assert!(2 < rows.drawn && rows.drawn < 10 && rows.all == 31, "{rows:?}");
    let scene = chart.scene();
    let labels: Vec<_> = scene.visible_targets().map(|(hit_info, _)| hit_info.label.as_str()).collect();
    assert!(labels.contains(&"T29 and T30: 3 encounters"), "{labels:?}");
    assert!(labels.iter().all(|label| !label.contains("T20")), "{labels:?}");
}
