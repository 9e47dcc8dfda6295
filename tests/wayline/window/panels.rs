//! What the panels say, and what their switches do.

use wayline::app::{ArrangementEdit, ViewCommand};
use wayline::layout::LaneBy;

use super::*;

#[test]
fn opens_with_all_trips() {
    let window = Window::open();
    window.check_says(&[
        "International trips of Kim Il Sung",
        "50 of 52 trips, 15 countries",
        "2 hidden: 2 rumoured",
        "2 sources",
        "All, 50 trips",
        "1940s, 1 trip",
        "1950s, 18 trips",
        "1980s, 16 trips",
        "Soviet Union: 12 trips",
    ]);
    let bars = window.texts().iter().filter(|text| text.contains("(List)") || text.contains("(Album)")).count();
    assert_eq!(bars, 50);
    assert!(!window.says("problem"));
}

#[test]
fn a_click_on_a_bar_tells_what_each_source_says() {
    let mut window = Window::open();
    assert!(!window.says("Nikita Khrushchev"));
    window.click(MOSCOW_1957);
    for folded in ["Sources", "Restored in the text"] {
        window.harness.get_by_label(folded).scroll_to_me();
        window.harness.run();
        window.click(folded);
    }
    window.check_says(&[
        "Soviet Union, 1957",
        "4–21 Nov 1957",
        "3–23 Nov 1957",
        "18 days",
        "21 days",
        "“4-21 November 1957”",
        "“1957, November 3-23”",
        "Nikita Khrushchev",
        "First Secretary of the Communist Party of the Soviet Union",
        "N. A. Bulganin",
        "chairman of the Council of Ministers of the USSR",
        "Tomb of Lenin and Stalin",
        "40th anniversary of the October Revolution",
        "List",
        "“List of international trips made by Kim Il Sung”",
        "Album",
        "“A Great Chronicle of DPRK-Russia Friendship”",
        "Country: its cell is empty",
        "16–18 Jul 1956 Mongolia, Ulan Bator",
        "21–28 Nov 1958 China, Beijing",
    ]);
    // The panel is longer than the window is high.
    window.harness.get_by_label("› 21–28 Nov 1958 China, Beijing").scroll_to_me();
    window.harness.run();
    window.click("› 21–28 Nov 1958 China, Beijing");
    assert_eq!(window.selected(), ["1958-11-21/1958-11-28"]);
}

#[test]
fn decade_chips_filter_and_say_what_is_hidden() {
    let mut window = Window::open();
    window.click("1950s, 18 trips");
    window.check_says(&["18 of 52 trips", "34 hidden", "32 by decade"]);
    let bars = window.texts().iter().filter(|text| text.contains("(List)") || text.contains("(Album)")).count();
    assert_eq!(bars, 18);
    window.harness.get_by_label("1980s, 16 trips").click_modifiers(Modifiers::COMMAND);
    window.harness.run();
    window.check_says(&["34 of 52 trips", "18 hidden", "16 by decade"]);
    window.click("All, 50 trips");
    window.check_says(&["50 of 52 trips"]);
}

#[test]
fn switches_change_what_is_shown() {
    let mut window = Window::open();
    let folded = window.part().length();
    window.click("Fold quiet years");
    assert_eq!(window.state().settings.arrangement.scale, TimeScale::ToScale);
    assert!(folded * 2.0 < window.part().length());
    window.click("Fold quiet years");
    assert!((window.part().length() - folded).abs() < 1e-6);

    window.click("Rumoured, 2 trips");
    window.check_says(&[
        "52 of 52 trips",
        "50 counted: confirmed only",
        "0 hidden",
        "Soviet Union, Soviet cruiser Varyag: some time in 1966 (List) (rumoured)",
    ]);

    assert!(!window.says("honour: Order of Lenin"));
    window.click("Events, 49");
    window.check_says(&["honour: Order of Lenin", "49 events"]);
    assert_eq!(window.state().timeline.lanes.len(), 15 + 1, "Russia has events and no trips");

    window.click("View");
    window.click("Wheel zooms");
    assert!(window.state().settings.wheel_zooms);
}

#[test]
fn two_clicks_in_one_frame_both_count() {
    let check = |labels: [&str; 2], is_done: fn(&State) -> bool| {
        let mut window = Window::open();
        let clicks = labels.map(|label| {
            let (target_node, target_tree) = window.harness.get_by_label(label).accesskit_node().locate();
            let action = egui::accesskit::Action::Click;
            Event::AccessKitActionRequest(egui::accesskit::ActionRequest {
                action,
                target_tree,
                target_node,
                data: None,
            })
        });
        window.harness.input_mut().events.extend(clicks);
        window.harness.run();
        assert!(is_done(window.state()), "{labels:?}");
    };
    check(["Rumoured, 2 trips", "Events, 49"], |state| {
        state.filter.events && state.filter.statuses.contains(&model::TripStatus::Rumoured)
    });
    check(["Disputed only", "Believe: Album"], |state| {
        state.filter.disputed_only && matches!(state.filter.reading, model::Reading::Source(_))
    });
    check(["Fold quiet years", "Tours"], |state| {
        let arrangement = &state.settings.arrangement;
        arrangement.scale == TimeScale::ToScale && !arrangement.tours
    });
}

#[test]
fn only_some_kinds_and_countries_are_shown() {
    let mut window = Window::open();
    let treaties = |window: &Window| {
        let trips = window.state().chronicle().trips.iter();
        trips.filter(|trip| trip.kind == model::TripKind::Treaty && trip.status == model::TripStatus::Confirmed).count()
    };
    window.click("Filter");
    window.click("Only Treaty, 2 trips");
    let expected = treaties(&window);
    assert!(0 < expected && window.state().shown.trip_count == expected, "{expected}");
    window.check_says(&["by kind"]);
    window.click("Only China, 11 trips");
    let is_china = |window: &Window| {
        let (state, chronicle) = (window.state(), window.state().chronicle());
        state
            .shown
            .trips(chronicle)
            .iter()
            .all(|&index| chronicle.country(chronicle.trip(index).country).name == "China")
    };
    assert!(window.state().shown.trip_count < expected && is_china(&window));
    window.click("Clear all filters");
    assert_eq!(window.state().shown.trip_count, 50);
}

#[test]
fn lanes_can_be_ordered() {
    let mut window = Window::open();
    let lanes = |window: &Window| -> Vec<String> {
        let chronicle = window.state().chronicle();
        let countries = window.state().timeline.lanes.iter().filter_map(|lane| lane.key.country(chronicle));
        countries.map(|country| window.state().chronicle().country(country).name.clone()).collect()
    };
    let check = |window: &mut Window, words: &str, order: LaneOrder, first: [&str; 3]| {
        window.click("View");
        window.click("Lanes");
        window.click(words);
        window.press(Key::Escape);
        window.press(Key::Escape);
        assert_eq!(window.state().settings.arrangement.order, order);
        assert_eq!(lanes(window)[..3], first);
        let tops = first.map(|name| window.heading(name).top());
        assert!(tops.is_sorted(), "{tops:?}");
    };
    assert_eq!(lanes(&window)[..3], ["Soviet Union", "China", "East Germany"]);
    check(&mut window, "name", LaneOrder::Name, ["Albania", "Algeria", "Bulgaria"]);
    check(&mut window, "number of visits", LaneOrder::Visits, ["Soviet Union", "China", "Romania"]);
    check(&mut window, "first visit", LaneOrder::FirstVisit, ["Soviet Union", "China", "East Germany"]);
}

#[test]
fn a_lane_selects_its_trips() {
    let mut window = Window::open();
    window.click("Romania: 5 trips");
    assert_eq!(window.selected().len(), 5);
    window.click("Zoom");
    assert!(window.selected().len() == 5 && window.part().length() < window.state().timeline.bounds.length());
}

#[test]
fn the_problems_of_a_file_are_listed() {
    let text = "(\n  trips: [\n    (country: \"Cuba\", dates: \"1986-03-08/1986-03-10\"),\n    \
                (country: \"Poland\", dates: \"1956-02-30\"),\n    (dates: \"1957\"),\n  ],\n)\n";
    let mut window = Window::on(model::load(text.to_owned()).named("mine.ron"));
    window.check_says(&["1 of 1 trip", "2 problems", "2 trips of the file left out"]);
    window.click("2 problems");
    assert_eq!(window.state().tab, Tab::Problems);
    window.check_says(&[
        "1956-02-30",
        "error[bad-date]: ",
        "mine.ron, line 4, column 32",
        "a trip needs `country`",
        "mine.ron, line 5, column 5",
        "as in country: \"China\"",
    ]);
    window.click("bad-date, 1");
    assert!(!window.says("a trip needs `country`"), "only problems of this sort are listed");
    window.click("bad-date, 1");
    window.check_says(&["a trip needs `country`"]);
    assert!(!window.says("Open in editor"), "this text lies in no file");
}

#[test]
fn a_problem_shows_its_trip() {
    let trip = |year: &str| format!("(id: \"a\", country: \"Cuba\", dates: \"{year}\"),");
    let mut window = Window::on(model::load(format!("(trips: [{}{}])", trip("1950"), trip("1986"))));
    window.click("1 problem");
    window.check_says(&["there are two trips with the id `a`"]);
    let link = window.texts().into_iter().find(|text| text.starts_with("Show a")).unwrap();
    window.click(&link);
    assert_eq!(window.selected().len(), 1);
}

#[test]
fn a_file_that_breaks_off_says_so_over_the_lanes() {
    let text = "(trips: [\n  (country: \"Cuba\", dates: \"1986\"),\n  (country: \"Poland\", dates: \"1956-0";
    let mut window = Window::on(model::load(text.to_owned()).named("cut.ron"));
    window.check_says(&["what follows its break is unknown; 1 trip read", "line 3: "]);
    window.click("Show problems");
    assert_eq!(window.state().tab, Tab::Problems);
    // Where nothing could be read, the reason stands in place of the lanes.
    let window = Window::on(model::load("trips: 12".to_owned()).named("none.ron"));
    window.check_says(&["Nothing of it could be read.", "none.ron, line 1, column 1", "Show all problems"]);
}

#[test]
fn an_empty_panel_says_how_to_read_the_picture_and_where_to_go() {
    let mut window = Window::open();
    window.check_says(&["How to read it", "a track for each source"]);
    window.click("The busiest year: 1956, 10 visits");
    window.check_part("1956-01-01", "1957-01-01", 1.0);
    let dispute = window.texts().into_iter().find(|text| text.starts_with("A dispute: ")).unwrap();
    window.click(&dispute);
    assert_eq!(window.state().tab, Tab::Findings);
    assert_eq!(window.selected().len(), 1);
}

#[test]
fn a_narrow_bar_answers_with_its_own_days() {
    let mut window = Window::open();
    let bar = window.rect("Hungary, Budapest: 17–20 June 1956 (List)");
    window.harness.hover_at(bar.right_center() - Vec2::new(1.0, 0.0));
    window.harness.run();
    window.check_says(&["20 Jun 1956: List: Budapest (Hungary)"]);
}

#[test]
fn an_empty_chart_says_so() {
    let mut window = Window::on(Document::default().named("none.ron").examined());
    window.check_says(&["No trips in this file", "0 of 0 trips"]);
    // No key may stumble over it.
    for key in [Key::W, Key::S, Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::Comma, Key::F] {
        window.press(key);
    }
    assert_eq!(window.state().selection, Selection::Nothing);
}

#[test]
fn the_theme_can_be_that_of_the_system() {
    let mut window = Window::open();
    window.click("View");
    window.click("Theme");
    window.click("Theme of the system");
    window.press(Key::Escape);
    window.harness.input_mut().system_theme = Some(egui::Theme::Light);
    window.harness.run();
    assert_eq!(window.state().settings.theme, Theme::Light);
    window.harness.input_mut().system_theme = Some(egui::Theme::Dark);
    window.harness.run();
    assert_eq!(window.state().settings.theme, Theme::Dark);
}

#[test]
fn a_theme_is_chosen_in_the_menu() {
    let mut window = Window::open();
    assert!(window.harness.ctx.style_of(egui::Theme::Dark).visuals.dark_mode);
    window.click("View");
    window.click("Theme");
    for (name, theme, look) in [
        ("Light theme", Theme::Light, egui::Theme::Light),
        ("High-contrast theme", Theme::HighContrast, egui::Theme::Dark),
        ("Dark theme", Theme::Dark, egui::Theme::Dark),
    ] {
        window.click(name);
        assert_eq!((window.state().settings.theme, window.harness.ctx.theme()), (theme, look));
    }
}

#[test]
fn an_idle_window_draws_nothing() {
    let mut window = at_moscow_1957();
    let idle = |window: &Window| {
        let output = &window.harness.output().viewport_output[&egui::ViewportId::ROOT];
        assert!(Duration::from_hours(1) < output.repaint_delay, "{:?}", output.repaint_delay);
    };
    window.harness.remove_cursor();
    window.harness.run();
    idle(&window);
    window.press(Key::F);
    window.harness.run();
    idle(&window);
}

#[test]
fn offices_are_told_of_a_lane_and_of_a_trip_during_them() {
    let mut window = Window::on(model::load(
        r#"(
            travellers: [(name: "Kim", offices: [(office: "Premier", dates: "1948-09-09/1972-12-28")]), (name: "Nobody")],
            trips: [
                (traveller: "Kim", country: "China", dates: "1956-06-01"),
                (traveller: "Kim", country: "China", dates: "1972"),
                (traveller: "Lee", country: "China", dates: "1960-01-01"),
            ],
        )"#
        .to_owned(),
    ));
    window.send(ViewCommand::Arrange(ArrangementEdit::Lanes(LaneBy::Traveller)));
    let lane = window.rect("Kim: 2 trips");
    window.harness.hover_at(lane.center());
    window.harness.run_steps(12);
    window.check_says(&["Premier: 9 September 1948 – 28 December 1972"]);
    window.send(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(0)])));
    window.check_says(&["Kim, Premier"]);
    // In the year 1972 he may have travelled in the last days, when he held it no longer.
    window.send(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(1)])));
    assert!(!window.says("Kim, Premier"));
}
