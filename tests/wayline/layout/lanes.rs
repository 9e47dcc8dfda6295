//! The life of states behind the bars, what lanes are called, and what stands below the picture.

use wayline::{
    layout::{Arrangement, Chart, Furniture, Lane, LaneNames, LaneOrder, LegendEntry, Shape, TimeScale},
    model::Reading,
};

use crate::support::{
    chronicle, day, default_chronicle,
    scene::{arranged, days, groups, moved, near, picture, shapes, sized, text_rect, timeline},
};

/// The shades of the lane of a country.
fn shades(chart: &Chart<'_>, country: &str) -> Vec<Shape> {
    let lanes = chart.frame().areas.lanes;
    let name = |lane: &Lane| &chart.chronicle.country(lane.key.country(chart.chronicle).unwrap()).name;
    let (.., lane) = chart.visible_lanes(lanes).find(|(_, lane, _)| name(lane) == country).unwrap();
    let scene = chart.frame().scene();
    let found = shapes(&scene, "states").into_iter().filter(|shape| match shape {
        Shape::Box { rect, .. } | Shape::Soft { rect, .. } => near(rect.top, lane.top),
        _ => false,
    });
    found.cloned().collect()
}

#[test]
fn the_shade_begins_the_day_after_a_state_ends() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::ToScale);
    let chart = picture(&chronicle, &timeline, timeline.bounds);
    let x = |text: &str| chart.frame().scale.x_from_day(day(text));
    let [Shape::Box { rect: before, .. }, Shape::Box { rect: after, .. }] = &shades(&chart, "East Germany")[..] else {
        panic!("{:?}", shades(&chart, "East Germany"));
    };
    // Founded on 7 October 1949; 3 October 1990 was its last day.
    let lanes = chart.frame().areas.lanes;
    assert_eq!((before.left, before.right), (lanes.left, x("1949-10-07")));
    assert_eq!((after.left, after.right), (x("1990-10-04"), lanes.right));
    // It still exists, or nobody says when it began.
    assert_eq!((shades(&chart, "Indonesia").len(), shades(&chart, "Romania").len()), (0, 0));
    assert!(timeline.legend.contains(&LegendEntry::NoState));
    // Within its life there is nothing to shade.
    let inside = moved(chart, timeline.map.window_of(days("1956-01-01", "1957-01-01")));
    assert!(shades(&inside, "East Germany").is_empty());
}

#[test]
fn an_end_known_to_the_year_fades_over_that_year() {
    let chronicle = chronicle(
        r#"(countries: [(name: "A", state: "1952/1958-03"), (name: "B", state: "1952/..")], trips: [
            (country: "A", dates: "1950-01-01/1950-01-20"), (country: "A", dates: "1960-01-01/1960-01-20"),
            (country: "B", dates: "1955-01-01/1955-01-20"),
        ])"#,
    );
    let timeline = timeline(&chronicle, TimeScale::ToScale);
    let chart = picture(&chronicle, &timeline, timeline.bounds);
    let x = |text: &str| chart.frame().scale.x_from_day(day(text));
    let soft = |shape: &Shape| match shape {
        Shape::Soft { rect, fade_left, fade_right, .. } => (*rect, *fade_left, *fade_right),
        other => panic!("{other:?} has an edge that nobody gives"),
    };
    let found: Vec<_> = shades(&chart, "A").iter().map(soft).collect();
    let (before, after) = (found[0], found[1]);
    // The last day it can have begun, and the first it can have ended.
    assert!(near(before.0.right, x("1952-12-31")) && near(before.0.right - before.2, x("1952-01-01")));
    assert!(near(after.0.left, x("1958-03-02")) && near(after.0.left + after.1, x("1958-04-01")));
    let open: Vec<_> = shades(&chart, "B").iter().map(soft).collect();
    assert_eq!(open.len(), 1);
    assert!(near(open[0].0.right, x("1953-01-01")) && near(open[0].0.right - open[0].2, x("1952-01-01")));
}

#[test]
fn lanes_can_have_the_names_of_today() {
    let chronicle = default_chronicle();
    let lanes = |names, order| -> Vec<String> {
        let arrangement = Arrangement { names, order, ..Arrangement::default() };
        let timeline = arranged(&chronicle, Reading::Either, arrangement);
        let scene = picture(&chronicle, &timeline, timeline.bounds).frame().scene();
        groups(&scene, "labels").iter().map(|group| group.hit_info.clone().unwrap().label).collect()
    };
    let (then, today) = (lanes(LaneNames::Then, LaneOrder::default()), lanes(LaneNames::Today, LaneOrder::default()));
    assert_eq!((then[0].as_str(), today[0].as_str()), ("Soviet Union: 12 trips", "Russia: 12 trips"));
    assert_eq!((then[2].as_str(), today[2].as_str()), ("East Germany: 2 trips", "Germany: 2 trips"));
    assert_eq!(then[3], today[3], "Romania is Romania still");
    let by_name = lanes(LaneNames::Today, LaneOrder::Name);
    assert!(by_name.is_sorted() && by_name.contains(&"Germany: 2 trips".to_owned()), "{by_name:?}");
}

#[test]
fn room_for_names_follows_the_names() {
    let chronicle = chronicle(
        r#"(countries: [(name: "A", today: "A land with a rather long name")], trips: [
            (country: "A", dates: "1950-01-01/1950-01-20"),
        ])"#,
    );
    let room = |names| {
        let timeline = arranged(&chronicle, Reading::Either, Arrangement { names, ..Arrangement::default() });
        let chart = picture(&chronicle, &timeline, timeline.bounds);
        let on_page = Chart { furniture: Furniture { scrolls: false, ..chart.furniture }, ..chart };
        [chart, on_page].map(|chart| chart.frame().areas.labels.right)
    };
    let ([window, page], [same, wider]) = (room(LaneNames::Then), room(LaneNames::Today));
    assert!(page < wider, "{page} {wider}");
    assert_eq!((window, same), (180.0, 180.0), "in a window nothing moves");
}

#[test]
fn a_caption_stands_below_it_all_in_as_many_lines_as_it_needs() {
    let chronicle = default_chronicle();
    let timeline = timeline(&chronicle, TimeScale::Folded);
    let bare = sized(picture(&chronicle, &timeline, timeline.bounds), 600.0, 900.0);
    let text = "Trips of either source, confirmed ones only. ".repeat(5);
    let paragraphs = [text.clone()];
    let chart = Chart { furniture: Furniture { caption: &paragraphs, ..bare.furniture }, ..bare };
    let (areas, scene) = (chart.frame().areas, chart.frame().scene());
    let lines: Vec<_> = shapes(&scene, "caption").into_iter().filter_map(|shape| text_rect(&chart, shape)).collect();
    assert!(2 <= lines.len());
    let said: Vec<&str> = lines.iter().map(|(_, line)| line.as_str()).collect();
    assert_eq!(said.join(" "), text.trim_end());
    for (rect, line) in &lines {
        assert!(rect.left >= 0.0 && rect.right <= chart.viewport.width, "{line}");
        assert!(areas.legend.bottom <= rect.top && rect.bottom <= chart.viewport.height, "{line}");
    }
    assert!(near(chart.fixed_height() - bare.fixed_height(), areas.caption.height()));
    assert!(near(bare.frame().areas.lanes.bottom - areas.lanes.bottom, areas.caption.height()));
    assert!(bare.frame().areas.caption.height() <= 0.0);
    assert!(shapes(&bare.frame().scene(), "caption").is_empty());
}
