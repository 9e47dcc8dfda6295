//! What clicks, drags and the wheel do on the timeline.

use super::*;

#[test]
fn a_year_of_the_overview_is_zoomed_to() {
    let mut window = Window::open();
    window.click("1956: 10 visits");
    window.check_part("1956-01-01", "1957-01-01", 1e-6);
}

#[test]
fn a_drag_on_the_axis_zooms_to_the_range() {
    let mut window = Window::open();
    let y = window.axis().y;
    let [left, right] = [window.rect(MOSCOW_1957).left(), window.rect(BEIJING_1958).right()];
    let expected = [left, right].map(|x| window.unit_from_x(x));
    let pixel = window.unit_from_x(left + 1.0) - window.unit_from_x(left);
    window.drag(Pos2::new(left, y), Pos2::new(right, y));
    let part = window.part();
    let wrong = (part.from - expected[0]).abs().max((part.to - expected[1]).abs());
    assert!(wrong < 2.0 * pixel, "{part:?} {expected:?}");
    // A drag the other way round is the same range.
    window.press(Key::Num0);
    window.drag(Pos2::new(right, y), Pos2::new(left, y));
    assert!((window.part().from - part.from).abs() < 2.0 * pixel && (window.part().to - part.to).abs() < 2.0 * pixel);
}

#[test]
fn a_drag_on_the_lanes_moves_them() {
    let mut window = at_moscow_1957();
    window.press(Key::F);
    let (before, lane) = (window.part(), window.rect("Mongolia: 2 trips"));
    let from = Pos2::new(lane.right() + 300.0, lane.center().y);
    window.drag(from, from + Vec2::new(-100.0, 0.0));
    let after = window.part();
    assert!(before.from < after.from && (before.length() - after.length()).abs() < 1e-6, "{before:?} {after:?}");
    assert_eq!(window.selected().len(), 1, "a drag selects nothing");
}

#[test]
fn double_clicks_fit() {
    let mut window = Window::open();
    let all = window.part();
    let bar = window.rect(MOSCOW_1957).center();
    window.click_at(bar, 2);
    assert_eq!(window.selected(), ["1957-11-04/1957-11-21"]);
    window.check_part("1957-11-03", "1957-11-24", 21.0 * 0.15 + 0.01);
    // Mongolia has no trip in November 1957.
    let lane = window.rect("Mongolia: 2 trips");
    window.click_at(Pos2::new(lane.right() + 300.0, lane.center().y), 2);
    assert_eq!(window.part(), all);
    assert_eq!(window.state().selection, Selection::Nothing);
}

/// Turns the wheel up by a notch over a place.
fn wheel(window: &mut Window, pos: Pos2, modifiers: Modifiers) {
    window.harness.hover_at(pos);
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: Vec2::new(0.0, 1.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers,
    };
    window.harness.event_modifiers(wheel, modifiers);
    window.harness.run_ok();
    window.harness.run();
}

#[test]
fn the_wheel_zooms_at_the_pointer() {
    let mut window = Window::open();
    let x = f32::midpoint(window.rect(MOSCOW_1957).center().x, window.rect(BEIJING_1958).center().x);
    let pos = Pos2::new(x, window.rect("Mongolia: 2 trips").center().y);
    let (before, length) = (window.unit_from_x(x), window.part().length());
    wheel(&mut window, pos, Modifiers::COMMAND);
    let (after, shorter) = (window.unit_from_x(x), window.part().length());
    assert!(shorter < length * 0.98, "{shorter} of {length}");
    assert!((after - before).abs() < 1.0, "{before} became {after}");
    // Without Ctrl it leaves the zoom alone, until the switch is set.
    wheel(&mut window, pos, Modifiers::NONE);
    assert!((window.part().length() - shorter).abs() < 1e-9);
    window.click("View");
    window.click("Wheel zooms");
    window.press(Key::Escape);
    wheel(&mut window, pos, Modifiers::NONE);
    assert!(window.part().length() < shorter);
}

/// Nobody hears this window, so there is no widget for each bar: only for the one that the pointer is on.
#[test]
fn bars_are_pointed_at_and_clicked_where_nobody_hears_them() {
    let at = Window::open().rect(MOSCOW_1957).center();
    let ctx = egui::Context::default();
    let mut shell = Shell::new(&ctx, model::default_file(), app::default_settings());
    let mut time = 0.0;
    let mut draw = |shell: &mut Shell, events: Vec<Event>| {
        time += f64::from(FRAME);
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1440.0, 900.0)));
        let input = egui::RawInput { screen_rect, time: Some(time), events, focused: true, ..Default::default() };
        let mut output = ctx.run_ui(input, |ui| eframe::App::ui(shell, ui, &mut eframe::Frame::_new_kittest()));
        // There is no card to send letters and flags to.
        output.textures_delta.clear();
        output.platform_output.cursor_icon
    };
    for _ in 0..20 {
        draw(&mut shell, Vec::new());
    }
    draw(&mut shell, vec![Event::PointerMoved(at)]);
    assert_eq!(draw(&mut shell, Vec::new()), egui::CursorIcon::PointingHand);
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        draw(&mut shell, vec![Event::PointerButton { pos: at, button, pressed, modifiers }]);
    }
    let Selection::Trips(trips) = &shell.state.selection else { panic!("{:?}", shell.state.selection) };
    let days: Vec<_> =
        trips.iter().map(|&index| shell.state.chronicle().trip(index).accounts()[0].when.words()).collect();
    assert_eq!(days, ["4–21 November 1957"]);
}
