//! The life of states behind the bars, what lanes are called, and what stands below the picture.

use wayline::{
    layout::{
        Arrangement, Chart, Furniture, LaneBy, LaneChoices, LaneNames, LaneOrder, LegendEntry, Point, Shape, Target,
        TimeScale, Viewport,
    },
    model::{CountryIndex, LaneKey, Reading, TravellerIndex},
};

use crate::support::{
    chronicle, day, default_chronicle,
    scene::{arranged, days, groups, moved, near, picture, shapes, sized, text_rect, timeline},
};

/// The shades of the lane of a country.
fn shades(chart: &Chart<'_>, country: &str) -> Vec<Shape> {
    let (index, _) = chart.chronicle.indexed_countries().find(|(_, known)| known.name == country).unwrap();
    shades_of(chart, LaneKey::Country(index))
}

/// The shades of a lane.
fn shades_of(chart: &Chart<'_>, key: LaneKey) -> Vec<Shape> {
    let lanes = chart.frame().areas.lanes;
    let (.., lane) = chart.visible_lanes(lanes).find(|(_, lane, _)| lane.key == key).unwrap();
    let scene = chart.frame().scene();
    let found = shapes(&scene, "shade").into_iter().filter(|shape| match shape {
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
fn a_traveller_out_of_office_is_in_shade() {
    let chronicle = chronicle(
        r#"(travellers: [
            (name: "A", offices: [
                (office: "President", dates: "1969-01-20/1974-08-09"), (office: "Senator", dates: "1950/1952"),
                (office: "Vice President", dates: "1953-01-20/1961-01-20"), (office: "Chair", dates: "1955/1956"),
            ]),
            (name: "B", offices: [(office: "Premier", dates: "1960-05-01/..")]),
        ],
        countries: [(name: "X", state: "1955-01-01/1970-01-01")],
        trips: [
            (traveller: "A", country: "X", dates: "1949-01-01"), (traveller: "A", country: "X", dates: "1980-01-01"),
            (traveller: "B", country: "X", dates: "1965-01-01"), (traveller: "C", country: "X", dates: "1965-01-01"),
        ])"#,
    );
    let by = |lanes| {
        let arrangement = Arrangement { lanes, scale: TimeScale::ToScale, ..Arrangement::default() };
        arranged(&chronicle, Reading::Either, arrangement)
    };
    let timeline = by(LaneBy::Traveller);
    let chart = picture(&chronicle, &timeline, timeline.bounds);
    let lanes = chart.frame().areas.lanes;
    let x = |text: &str| chart.frame().scale.x_from_day(day(text));
    let of = |position| LaneKey::Traveller(TravellerIndex::new(position));
    let [before, between, later, after] = &shades_of(&chart, of(0))[..] else { panic!("four are expected") };
    // Of the first office only the years are known, and in the first days of 1953 he may have held it no longer.
    let [Shape::Soft { rect: before, fade_right: begun, .. }, Shape::Soft { rect: between, fade_left, fade_right, .. }] =
        [before, between]
    else {
        panic!("{before:?} {between:?}");
    };
    assert!(
        near(before.left, lanes.left)
            && near(before.right, x("1950-12-31"))
            && near(*begun, x("1950-12-31") - x("1950-01-01"))
    );
    assert!(near(between.left, x("1952-01-02")) && near(between.right, x("1953-01-20")));
    assert!(near(*fade_left, x("1953-01-01") - x("1952-01-02")) && near(*fade_right, 0.0));
    let [Shape::Box { rect: later, .. }, Shape::Box { rect: after, .. }] = [later, after] else {
        panic!("{later:?} {after:?}");
    };
    assert_eq!((later.left, later.right), (x("1961-01-21"), x("1969-01-20")));
    assert_eq!((after.left, after.right), (x("1974-08-10"), lanes.right));
    // He holds it still; of the third no office is known.
    assert_eq!([1, 2].map(|position| shades_of(&chart, of(position)).len()), [1, 0]);
    assert!(timeline.legend.contains(&LegendEntry::NoOffice) && !timeline.legend.contains(&LegendEntry::NoState));
    // With a country, the life of its state is told as well.
    let both = by(LaneBy::TravellerCountry);
    let chart = picture(&chronicle, &both, both.bounds);
    let key = LaneKey::TravellerCountry(TravellerIndex::new(0), CountryIndex::new(0));
    assert_eq!(shades_of(&chart, key).len(), 6);
    assert!(both.legend.contains(&LegendEntry::NoOffice) && both.legend.contains(&LegendEntry::NoState));
    assert!(!by(LaneBy::Country).legend.contains(&LegendEntry::NoOffice));
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

#[test]
fn pinned_lanes_stay_while_the_others_scroll() {
    let chronicle = default_chronicle();
    let pinned: Vec<LaneKey> = ["Hungary", "Mongolia"]
        .map(|name| chronicle.indexed_countries().find(|(_, country)| country.name == name).unwrap().0)
        .map(LaneKey::Country)
        .into();
    let choices = LaneChoices { pinned: pinned.clone(), ..LaneChoices::default() };
    let arrangement = Arrangement { choices, ..Arrangement::default() };
    let timeline = arranged(&chronicle, Reading::Either, arrangement);
    let whole = sized(picture(&chronicle, &timeline, timeline.bounds), 1100.0, 420.0);
    let limit = whole.frame().scroll_limit();
    assert!(100.0 < limit, "{limit}");
    for scroll in [0.0, 13.5, 60.0, limit] {
        let frame = Chart { viewport: Viewport { scroll, ..whole.viewport }, ..whole }.frame();
        let lanes = frame.areas.lanes;
        let at = |y: f32| frame.lane_at(y).unwrap_or_else(|| panic!("no lane at {y} of {lanes:?}, scrolled {scroll}"));
        let row = frame.chart.viewport.rows.first;
        assert_eq!([at(lanes.top + 0.5), at(lanes.top + 1.5 * row)], [0, 1], "{pinned:?} at {scroll}");
        let last = timeline.lanes.len() - 1;
        assert_eq!(at(lanes.bottom - 0.5) == last, scroll >= limit, "{scroll}");
        let scene = frame.scene();
        let mut bars = 0;
        for (hit_info, seen) in scene.visible_targets() {
            let middle = Point { x: f32::midpoint(seen.left, seen.right), y: seen.middle_y() };
            match hit_info.target {
                Target::Lane(key) => assert_eq!(timeline.lanes[at(middle.y)].key, key, "{scroll}"),
                Target::Trip(_) | Target::Block(..) => {
                    bars += 1;
                    assert_eq!(frame.hit(middle).map(|hit| hit.target), scene.hit(middle).map(|hit| hit.target));
                }
                _ => {}
            }
        }
        assert!(10 < bars);
    }
}
