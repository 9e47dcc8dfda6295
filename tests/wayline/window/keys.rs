//! Every key of the table does what it says.

use wayline::app::ViewCommand;

use super::*;

#[test]
fn every_key_is_in_the_list() {
    let mut window = Window::open();
    window.press(Key::Questionmark);
    assert_eq!(window.state().dialog, Some(Dialog::Keys));
    // Each of these is pressed by a test below, but Ctrl+O, which would open a dialog of the system.
    window.check_says(&[
        "Ctrl+Shift+S",
        "Ctrl+O",
        "Alt+←",
        "Alt+→",
        "W",
        "−",
        "←",
        "↑",
        "Esc",
        "Looking",
        "Mouse",
        "1 – 9",
        "show everything",
        "show the selection",
        "this list",
    ]);
    window.press(Key::Questionmark);
    assert_eq!(window.state().dialog, None);
}

#[test]
fn a_mac_shows_its_own_signs() {
    let mut window = Window::open();
    window.harness.ctx.set_os(egui::os::OperatingSystem::Mac);
    window.press(Key::Questionmark);
    // The bundled font has no sign for the Option key, and here are no fonts of the system.
    window.check_says(&["⇧⌘S", "⌘O", "Option+←", "Option+→", "⌘ wheel", "with ⌘ add or remove it"]);
    assert!(!window.says("Ctrl"), "{:#?}", window.texts());
}

#[test]
fn keys_zoom_and_move() {
    let check = |keys: &[Key], expected: fn(Part, Part) -> bool| {
        for &key in keys {
            let mut window = at_moscow_1957();
            window.press(Key::F);
            let before = window.part();
            window.press(key);
            let after = window.part();
            assert!(expected(before, after), "{key:?}: {before:?} {after:?}");
        }
    };
    check(&[Key::W, Key::Plus, Key::Equals], |before, after| after.length() + 1.0 < before.length());
    check(&[Key::S, Key::Minus], |before, after| before.length() + 1.0 < after.length());
    check(&[Key::A], |before, after| after.from < before.from && (after.length() - before.length()).abs() < 1e-6);
    check(&[Key::D], |before, after| before.from < after.from && (after.length() - before.length()).abs() < 1e-6);
}

#[test]
fn keys_step_through_trips_and_lanes() {
    let check = |key: Key, expected: &str| {
        let mut window = at_moscow_1957();
        window.press(key);
        assert_eq!(window.selected(), [expected], "{key:?}");
    };
    check(Key::ArrowRight, "1958-11-21/1958-11-28");
    check(Key::ArrowLeft, "1956-07-16/1956-07-18");
    check(Key::Period, "1959-01-14/1959-02-06");
    check(Key::Comma, "1956-07-06/1956-07-16");
    // China is the lane below; of its trips that of 1958 is nearest.
    check(Key::ArrowDown, "1958-11-21/1958-11-28");
    // There is no lane above.
    check(Key::ArrowUp, "1957-11-04/1957-11-21");
}

#[test]
fn arrows_go_back_to_the_lane_above() {
    let mut window = at_moscow_1957();
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    assert_eq!(window.selected(), ["1959-01-14/1959-02-06"]);
}

#[test]
fn arrows_lead_from_a_focused_control_to_the_next_and_through_the_trips_of_a_focused_timeline() {
    let mut window = Window::open();
    let focused = |window: &Window, label: &str| window.harness.get_by_label(label).is_focused();
    window.harness.get_by_label("Edit").focus();
    window.harness.run();
    window.press(Key::ArrowRight);
    assert!(focused(&window, "View"));
    assert_eq!(window.selected().len(), 0);
    window.harness.get_by_label("Lanes and their trips").focus();
    window.harness.run();
    for _ in 0..2 {
        window.press(Key::ArrowRight);
    }
    assert!(focused(&window, "Lanes and their trips"));
    assert_eq!(window.selected(), ["1953-09-10/1953-09-23"]);
}

#[test]
fn escape_closes_then_clears() {
    let mut window = at_moscow_1957();
    window.press_with(Modifiers::SHIFT, Key::Slash);
    assert_eq!(window.state().dialog, Some(Dialog::Keys));
    window.press(Key::Escape);
    assert_eq!((window.state().dialog, window.selected().len()), (None, 1));
    window.press(Key::Escape);
    assert_eq!(window.state().selection, Selection::Nothing);
}

#[test]
fn keys_fit_and_go_back() {
    let mut window = at_moscow_1957();
    let all = window.part();
    window.press(Key::F);
    let fitted = window.part();
    // 21 days with a margin of 15 in a hundred on each side.
    window.check_part("1957-11-03", "1957-11-24", 21.0 * 0.15 + 0.01);
    window.press(Key::Num0);
    assert_eq!(window.part(), all);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.part(), fitted);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.part(), all);
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(window.part(), fitted);
    assert_eq!(window.selected().len(), 1, "the arrows with Alt select nothing else");
}

#[test]
fn digits_choose_decades() {
    let decades = [1940, 1950, 1960, 1970, 1980, 1990];
    let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
    let trips = [1, 18, 7, 7, 16, 1];
    for ((key, decade), trips) in keys.into_iter().zip(decades).zip(trips) {
        let mut window = Window::open();
        window.press(key);
        assert_eq!(window.state().filter.decades, BTreeSet::from([decade]));
        assert_eq!(window.state().shown.trip_count, trips);
        window.press(key);
        assert_eq!(window.state().filter.decades, BTreeSet::new(), "the same digit again shows all");
    }
    let mut window = Window::open();
    for (key, expected) in [
        (Key::Num1, vec![1940]),
        (Key::Num6, vec![1940, 1990]),
        (Key::Num1, vec![1990]),
        // There are six decades.
        (Key::Num7, vec![1990]),
        (Key::Num8, vec![1990]),
        (Key::Num9, vec![1990]),
    ] {
        window.press_with(Modifiers::COMMAND, key);
        assert_eq!(window.state().filter.decades, expected.into_iter().collect(), "Ctrl+{key:?}");
    }
}

/// The harness answers requests itself, so this one is looked for in a frame of our own.
#[test]
fn a_screenshot_is_asked_for() {
    let ctx = egui::Context::default();
    let mut shell = Shell::new(&ctx, model::default_file(), app::default_settings());
    let modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
    let press = Event::Key { key: Key::S, physical_key: None, pressed: true, repeat: false, modifiers };
    let input = egui::RawInput { events: vec![press], ..egui::RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| {
        eframe::App::ui(&mut shell, ui, &mut eframe::Frame::_new_kittest());
    });
    output.textures_delta.clear();
    let mut commands = output.viewport_output.values().flat_map(|viewport| &viewport.commands);
    assert!(commands.any(|command| matches!(command, egui::ViewportCommand::Screenshot(_))));
}

/// Whether the drawn days of a trip are in view, at least in part.
fn is_in_view(window: &Window, index: TripIndex) -> bool {
    let (state, part) = (window.state(), window.part());
    let days = state.chronicle().trip(index).possible();
    let [from, to] = [days.start(), days.end()].map(|day| state.timeline.map.unit_from_day(f64::from(day.number())));
    from < part.to && part.from < to
}

#[test]
fn zooming_by_key_never_loses_what_it_is_about() {
    let mut window = Window::open();
    let trips: Vec<TripIndex> = window.state().shown.trips(window.state().chronicle()).to_vec();
    for &index in trips.iter().step_by(9) {
        window.press(Key::Num0);
        window.send(ViewCommand::Select(Selection::Trips(vec![index])));
        for _ in 0..14 {
            window.press(Key::W);
            assert!(is_in_view(&window, index), "{index:?} at {:?}", window.part());
        }
        assert!(window.part().length() < 20.0, "{:?}", window.part());
    }
    // Of several the one that is nearest.
    window.press(Key::Num0);
    window.send(ViewCommand::Select(Selection::Trips(vec![trips[0], trips[40]])));
    (0..14).for_each(|_| window.press(Key::W));
    assert!(is_in_view(&window, trips[0]) || is_in_view(&window, trips[40]));
    // Without a selection the pointer, and without both whatever trip is near.
    window.press(Key::Escape);
    window.press(Key::Num0);
    let at = window.rect(BEIJING_1958).center();
    window.harness.hover_at(at);
    window.harness.run();
    (0..14).for_each(|_| window.press(Key::W));
    let beijing = trips
        .iter()
        .copied()
        .find(|&index| window.state().chronicle().trip(index).accounts()[0].when.edtf() == "1958-11-21/1958-11-28");
    assert!(is_in_view(&window, beijing.unwrap()));
    window.harness.event(Event::PointerGone);
    for start in [Key::Num1, Key::Num3, Key::Num0] {
        window.press(start);
        (0..14).for_each(|_| window.press(Key::W));
        assert!(trips.iter().any(|&index| is_in_view(&window, index)), "{:?}", window.part());
    }
}

#[test]
fn zooming_by_key_holds_a_long_selection_of_which_only_the_beginning_is_seen() {
    let trips =
        "(country: \"A\", dates: \"1950-01-01/1959-12-31\"), (country: \"B\", dates: \"1949-03-01/1949-03-20\"),
                 (country: \"C\", dates: \"1962-01-01\")";
    let mut window = Window::on(model::load(format!("(trips: [{trips}])")));
    let long = TripIndex::new(0);
    window.send(ViewCommand::Select(Selection::Trips(vec![long])));
    let [from, to] = ["1949-01-01", "1950-02-01"]
        .map(|text| window.state().timeline.map.unit_from_day(f64::from(day(text).number())));
    window.send(ViewCommand::Show(Part { from, to }));
    window.harness.run();
    for _ in 0..12 {
        window.press(Key::W);
        assert!(is_in_view(&window, long), "{:?}", window.part());
    }
}

#[test]
fn a_field_with_the_caret_in_it_costs_no_frames() {
    let mut window = Window::open();
    // The harness keeps carets from blinking, but the theme is the program's.
    for theme in [Theme::Light, Theme::Dark] {
        window.send(ViewCommand::SetTheme(theme));
    }
    window.press_with(Modifiers::COMMAND, Key::F);
    assert!(window.harness.ctx.text_edit_focused(), "the search field has the focus");
    let mut waits = Vec::new();
    for _ in 0..60 {
        window.harness.step();
        let output = window.harness.output();
        waits.push(output.viewport_output.values().map(|viewport| viewport.repaint_delay).min());
    }
    assert!(waits.iter().flatten().all(|wait| *wait == Duration::MAX), "{waits:?}");
}

#[test]
fn the_history_has_every_view_that_has_rested() {
    let mut window = Window::open();
    let all = window.part();
    let rest = |window: &mut Window| window.harness.run_steps(30);
    let mut steps = vec![all];
    // By the wheel, by keys, by a drag, by a fit: each is a step once it has rested, however many moves it took.
    let lane = window.rect("Mongolia: 2 trips");
    let pos = Pos2::new(lane.right() + 200.0, lane.center().y);
    for _ in 0..3 {
        window.send(ViewCommand::Zoom { factor: 0.8, at: None });
    }
    rest(&mut window);
    steps.push(window.part());
    (0..3).for_each(|_| window.press(Key::W));
    rest(&mut window);
    steps.push(window.part());
    window.drag(pos, pos + Vec2::new(-80.0, 0.0));
    rest(&mut window);
    steps.push(window.part());
    window.press(Key::Num0);
    rest(&mut window);
    steps.push(window.part());
    assert_eq!(window.part(), all);
    for expected in steps.iter().rev().skip(1) {
        window.press_with(Modifiers::ALT, Key::ArrowLeft);
        rest(&mut window);
        assert_eq!(window.part(), *expected);
    }
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.part(), all, "there is nothing before");
    for expected in steps.iter().skip(1) {
        window.press_with(Modifiers::ALT, Key::ArrowRight);
        rest(&mut window);
        assert_eq!(window.part(), *expected);
    }
    // What rests draws no frames.
    window.harness.run_steps(3);
    let output = window.harness.output();
    assert!(output.viewport_output.values().all(|viewport| viewport.repaint_delay == Duration::MAX));
}
