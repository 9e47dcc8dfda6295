//! Which part of the window has how much room, at all sizes, and what gives way.

use wayline::app::{ArrangementEdit, ViewCommand};
use wayline::layout::LaneHeight;

use super::*;

#[test]
fn a_small_window_still_works() {
    let mut window = Window::open();
    for size in [app_least_size(), Vec2::new(3840.0, 2160.0), Vec2::new(320.0, 200.0)] {
        window.harness.set_size(size);
        window.harness.run();
        window.press(Key::ArrowRight);
        assert_eq!(window.state().selection.trips().len(), 1, "{size}");
    }
    assert_eq!(window.state().selection.trips(), [TripIndex::new(2)]);
}

#[test]
fn a_menu_is_as_high_as_the_window_lets_it() {
    let mut window = Window::open();
    window.harness.set_size(Vec2::new(1440.0, 900.0));
    window.harness.run();
    window.click("View");
    // With the pointer: an entry that must be scrolled to is not where it says.
    let last = window.rect("Full screen").center();
    window.click_at(last, 1);
    assert!(!window.says("Full screen"), "it was clicked, and the menu closed");
}

/// The least size of the window, as `app` asks the system for it.
fn app_least_size() -> Vec2 {
    Vec2::new(640.0, 420.0)
}

#[test]
fn nothing_that_is_fitted_lies_under_the_bar_that_scrolls_the_lanes() {
    let mut scrolled = 0;
    for (width, height) in [(600.0, 400.0), (1000.0, 460.0), (900.0, 440.0), (1440.0, 420.0), (1920.0, 460.0)] {
        let mut window = Window::open();
        window.harness.set_size(Vec2::new(width, height));
        window.send(ViewCommand::Arrange(ArrangementEdit::Height(LaneHeight::Dense)));
        for keys in [&[Key::Num0][..], &[Key::End, Key::F], &[Key::Num9]] {
            for &key in keys {
                window.press(key);
            }
            let Some(bar) = window.harness.query_by_label_contains("Scroll the lanes") else { continue };
            let left = bar.rect().left();
            scrolled += 1;
            let trips = window
                .harness
                .query_all(by().predicate(|node| node.label().is_some_and(|label| label.contains(" (List"))));
            let trips: Vec<Rect> = trips.map(|node| node.rect()).collect();
            // In the lowest window no lane has room.
            assert!(!trips.is_empty() || height < 450.0, "{width}×{height} after {keys:?}");
            let under: Vec<_> = trips.into_iter().filter(|rect| left < rect.right()).collect();
            assert!(under.is_empty(), "{width}×{height} after {keys:?}: {left} in {under:?}");
        }
    }
    assert!(3 < scrolled);
}

#[test]
fn the_side_panel_gets_its_width_back_after_a_narrow_window() {
    let mut window = Window::open();
    let left = |window: &Window| window.rect("Details").left();
    let resize = |window: &mut Window, width: f32| {
        window.harness.set_size(Vec2::new(width, 900.0));
        window.harness.run();
    };
    let width_of_panel = |window: &Window, width: f32| width - left(window);
    let usual = width_of_panel(&window, 1440.0);
    resize(&mut window, 1030.0);
    assert!(width_of_panel(&window, 1030.0) < usual - 30.0);
    resize(&mut window, 1440.0);
    assert!((width_of_panel(&window, 1440.0) - usual).abs() <= 1.0);
    // The width that was chosen comes back too.
    let edge = Pos2::new(left(&window) - 16.0, 500.0);
    window.drag(edge, edge - Vec2::new(120.0, 0.0));
    let chosen = width_of_panel(&window, 1440.0);
    assert!(usual + 80.0 < chosen, "{usual} {chosen}");
    window.drag(edge - Vec2::new(120.0, 0.0), edge - Vec2::new(400.0, 0.0));
    let chosen = width_of_panel(&window, 1440.0);
    resize(&mut window, 1030.0);
    assert!(width_of_panel(&window, 1030.0) < chosen - 40.0);
    resize(&mut window, 1440.0);
    assert!((width_of_panel(&window, 1440.0) - chosen).abs() <= 1.0);
}

/// Top of the first and bottom of the last lane that the window shows, and how many there are.
fn lanes(window: &Window) -> (f32, f32, usize) {
    let chronicle = window.state().chronicle();
    let countries = window.state().timeline.lanes.iter().filter_map(|lane| lane.key.country(chronicle));
    let names: Vec<String> =
        countries.map(|country| window.state().chronicle().country(country).name.clone()).collect();
    let rects: Vec<Rect> = names.iter().map(|name| window.heading(name)).collect();
    (rects[0].top(), rects[rects.len() - 1].bottom(), rects.len())
}

#[test]
fn lanes_get_most_of_the_window_and_all_of_them_are_seen() {
    for (size, share) in [(Vec2::new(900.0, 600.0), 0.6), (Vec2::new(1440.0, 900.0), 2.0 / 3.0)] {
        let mut window = Window::open();
        // The harness keeps 8 pixels free on each side.
        window.harness.set_size(size + Vec2::splat(16.0));
        window.harness.run();
        let (top, bottom, number) = lanes(&window);
        assert_eq!(number, 15);
        assert!(share * size.y <= bottom - top, "{size}: {} of {}", bottom - top, size.y);
        assert!(window.harness.query_by_label_contains("Scroll the lanes").is_none(), "{size}");
    }
}

#[test]
fn nothing_in_the_bars_moves_when_readings_and_filters_change() {
    let mut window = Window::open();
    let names = ["Fold quiet years", "Tours", "Disputed only", "Search", "Export…", "File", "View", "Believe: Album"];
    let places = |window: &Window| names.map(|name| window.rect(name));
    let (before, (top, bottom, _)) = (places(&window), lanes(&window));
    for _ in 0..4 {
        window.press(Key::R);
        assert_eq!(places(&window), before);
    }
    for key in [Key::Num1, Key::Num2, Key::Num0] {
        window.press(key);
        assert_eq!(places(&window), before);
    }
    window.press_with(Modifiers::COMMAND, Key::F);
    window.harness.event(Event::Text("khr".to_owned()));
    window.harness.run();
    assert_eq!(places(&window), before);
    window.send(wayline::app::ViewCommand::AllDecades);
    window.harness.run();
    let (same_top, same_bottom, _) = lanes(&window);
    assert!((same_top - top).abs() < 0.1 && (same_bottom - bottom).abs() < 0.1, "{same_top} {same_bottom}");
}

#[test]
fn tab_walks_through_the_bars_as_they_are_read() {
    let mut window = Window::open();
    let focused = |window: &Window| {
        let node = window.harness.query(by().predicate(|node| node.is_focused() && node.label().is_some()));
        node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    let mut walked = Vec::new();
    for _ in 0..24 {
        window.press(Key::Tab);
        walked.push(focused(&window));
    }
    let expected = [
        "File",
        "Edit",
        "View",
        "Help",
        "Search",
        "Believe: List",
        "Believe: Album",
        "Believe: Agreed",
        "Believe: Either",
        "Export…",
        "All, 50 trips",
        "1940s, 1 trip",
        "1950s, 18 trips",
        "1960s, 7 trips",
        "1970s, 7 trips",
        "1980s, 16 trips",
        "1990s, 1 trip",
        "2 trips hidden",
        "Fold quiet years",
        "Tours",
        "Rumoured, 2 trips",
        "Events, 49",
        "Disputed only",
        "Filter",
    ];
    assert_eq!(walked, expected);
}

#[test]
fn what_is_hidden_says_how_it_comes_back() {
    let mut window = Window::open();
    for (key, words) in [(Key::Backslash, "side panel"), (Key::O, "visits per year"), (Key::L, "legend")] {
        let (top, bottom, _) = lanes(&window);
        window.press(key);
        window.check_says(&[words, "brings it back"]);
        let (_, lower, _) = lanes(&window);
        assert!(key == Key::Backslash || bottom < lower, "{words}");
        window.press(key);
        assert_eq!((top, bottom), (lanes(&window).0, lanes(&window).1), "{words}");
    }
    window.press(Key::O);
    window.click("Put this message away");
    assert!(!window.says("brings it back"));
}

#[test]
fn in_a_narrow_window_the_panel_lies_over_the_timeline_while_it_is_needed() {
    let mut window = Window::open();
    window.harness.set_size(Vec2::new(900.0, 600.0));
    window.harness.run();
    let is_there = |window: &Window| window.harness.query_by_label("Details").is_some();
    assert!(!is_there(&window));
    window.click(MOSCOW_1957);
    assert!(is_there(&window) && window.says("Nikita Khrushchev"));
    window.press(Key::Escape);
    assert!(!is_there(&window));
    window.click("Show the side panel");
    window.click("Statistics");
    assert!(window.says("Days abroad per year"));
    window.click("Hide the side panel");
    assert!(!is_there(&window));
}

#[test]
fn a_long_name_of_a_lane_is_cut_and_told_in_full() {
    let name = "A country with a name of rather more than sixty letters in all";
    let mut window = Window::on(model::load(format!("(trips: [(country: \"{name}\", dates: \"1956\")])")));
    let heading = window.rect(&format!("{name}: 1 trip"));
    assert!(heading.width() <= 270.0, "{heading:?}");
    window.harness.hover_at(heading.center());
    window.harness.run_steps(12);
    // The tooltip, beside the accessible name of the lane.
    let told = window.texts().into_iter().filter(|text| text == name).count();
    assert!(1 <= told, "{:#?}", window.texts());
}

#[test]
fn the_bar_that_scrolls_the_lanes_says_how_many_are_seen_and_jumps_where_it_is_clicked() {
    let trip = |year: i32| format!("(country: \"Land {year}\", dates: \"{year}-05-01/{year}-05-10\"),");
    let trips: String = (1950..2010).map(trip).collect();
    let mut window = Window::on(model::load(format!("(trips: [{trips}])")));
    window.send(ViewCommand::Arrange(ArrangementEdit::Height(LaneHeight::Normal)));
    window.harness.run();
    let bar = |window: &Window| {
        let node = window.harness.get_by_label_contains("Scroll the lanes: ");
        (node.accesskit_node().label().unwrap(), node.rect())
    };
    let (name, handle) = bar(&window);
    assert!(name.ends_with(" of 60 in view"), "{name}");
    let beside = handle.center_bottom() + Vec2::new(0.0, 150.0);
    window.click_at(beside, 1);
    let (_, moved) = bar(&window);
    assert!((moved.center().y - beside.y).abs() < 2.0, "{handle} became {moved}");
    window.click_at(handle.center_top(), 1);
    assert!((bar(&window).1.top() - handle.top()).abs() < 2.0);
}
