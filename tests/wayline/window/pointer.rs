//! What clicks, drags and the wheel do on the timeline.

use egui_kittest::kittest::AccessKitNode;

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

/// A window that nobody hears, so that there is no widget for each bar: only for the one that the pointer is on.
struct Unheard {
    ctx: egui::Context,
    shell: Shell,
    time_secs: f64,
}

impl Unheard {
    fn open(document: Document) -> Self {
        let ctx = egui::Context::default();
        let shell = Shell::new(&ctx, document, app::default_settings());
        let mut window = Self { ctx, shell, time_secs: 0.0 };
        window.rest();
        window
    }

    /// A frame with these events; the shape of the pointer in it.
    fn draw(&mut self, events: Vec<Event>) -> egui::CursorIcon {
        self.time_secs += f64::from(FRAME);
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1440.0, 900.0)));
        let time = Some(self.time_secs);
        let input = egui::RawInput { screen_rect, time, events, focused: true, ..Default::default() };
        let shell = &mut self.shell;
        let mut output = self.ctx.run_ui(input, |ui| eframe::App::ui(shell, ui, &mut eframe::Frame::_new_kittest()));
        // There is no card to send letters and flags to.
        output.textures_delta.clear();
        output.platform_output.cursor_icon
    }

    fn rest(&mut self) {
        for _ in 0..20 {
            self.draw(Vec::new());
        }
    }

    /// Comes to a place from far away and presses there in the same frame; lets go in that frame too, or in the next.
    fn press_at_once(&mut self, pos: Pos2, is_quick: bool) {
        self.draw(vec![Event::PointerMoved(Pos2::new(700.0, 895.0))]);
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let press = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        let mut events = vec![Event::PointerMoved(pos), press(true)];
        if is_quick {
            events.push(press(false));
            self.draw(events);
        } else {
            self.draw(events);
            self.draw(vec![press(false)]);
        }
        self.rest();
    }

    /// Puts a finger on a place and takes it away.
    fn tap(&mut self, pos: Pos2) {
        let touch =
            |phase| Event::Touch { device_id: egui::TouchDeviceId(0), id: egui::TouchId(0), phase, pos, force: None };
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let press = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        // As the toolkit passes on a finger.
        self.draw(vec![touch(TouchPhase::Start), Event::PointerMoved(pos), press(true)]);
        self.draw(vec![touch(TouchPhase::End), press(false), Event::PointerGone]);
        self.rest();
    }

    fn selected(&self) -> Vec<String> {
        let state = &self.shell.state;
        let trips = state.selection.trips().iter();
        trips.map(|&index| state.chronicle().trip(index).accounts()[0].when.describe()).collect()
    }
}

#[test]
fn bars_are_pointed_at_and_clicked_where_nobody_hears_them() {
    let at = Window::open().rect(MOSCOW_1957).center();
    let mut window = Unheard::open(model::default_file());
    window.draw(vec![Event::PointerMoved(at)]);
    assert_eq!(window.draw(Vec::new()), egui::CursorIcon::PointingHand);
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.draw(vec![Event::PointerButton { pos: at, button, pressed, modifiers }]);
    }
    assert_eq!(window.selected(), ["4–21 November 1957"]);
}

#[test]
fn a_press_needs_no_pointer_there_before() {
    let heard = Window::open();
    let bars = [(MOSCOW_1957, "4–21 November 1957"), (BEIJING_1958, "21–28 November 1958")];
    let bars = bars.map(|(label, dates)| (heard.rect(label).center(), dates));
    let lane = heard.heading("Mongolia").center();
    let year = heard.rect("1956: 10 visits").center();
    let tour_of = |label: &str| {
        let is_bracket = |node: &AccessKitNode<'_>| node.role() == egui::accesskit::Role::Button;
        let is_called = |node: &AccessKitNode<'_>| node.label().is_some_and(|said| said.starts_with(label));
        heard.harness.get(by().predicate(|node| is_bracket(node) && is_called(node))).rect()
    };
    let tour = tour_of("Tour of 1956").center();
    let axis = heard.axis();
    for is_quick in [false, true] {
        let mut window = Unheard::open(model::default_file());
        for (pos, dates) in bars {
            window.press_at_once(pos, is_quick);
            assert_eq!(window.selected(), [dates], "quick: {is_quick}");
        }
        window.press_at_once(lane, is_quick);
        assert_eq!(window.selected().len(), 2, "quick: {is_quick}");
        window.press_at_once(tour, is_quick);
        assert!(5 < window.selected().len(), "{:?}", window.selected());
        window.press_at_once(axis + Vec2::new(5.0, 0.0), is_quick);
        assert!(window.selected().is_empty());
        let all = window.shell.state.camera.target();
        window.press_at_once(year, is_quick);
        assert!(window.shell.state.camera.target().length() < all.length() / 4.0, "quick: {is_quick}");
    }
    let mut window = Unheard::open(model::default_file());
    for (pos, dates) in bars {
        window.tap(pos);
        assert_eq!(window.selected(), [dates]);
    }
}

#[test]
fn a_block_and_a_drag_need_no_pointer_there_before() {
    // Too many trips for bars of their own.
    let trip = |at: i32| format!("(country: \"China\", dates: \"{}\"),", day("1950-01-01") + 2 * at);
    let trips: String = (0..3000).map(trip).collect();
    let file = || model::load(format!("(trips: [{trips}])"));
    let mut heard = Window::on(file());
    heard.harness.get_by_label("China: 3,000 trips").focus();
    heard.harness.run();
    let is_block = |label: &str| label.contains(" trips to China, ");
    let blocks = heard.harness.query_all(by().predicate(|node| node.label().is_some_and(|label| is_block(&label))));
    let block = blocks.map(|node| node.rect()).max_by(|a, b| a.width().total_cmp(&b.width())).unwrap().center();
    let mut window = Unheard::open(file());
    window.press_at_once(block, true);
    assert!(1 < window.selected().len(), "{:?}", window.selected());
    // A drag that begins in the frame in which the pointer comes.
    let before = window.shell.state.camera.target();
    let y = heard.rect("China: 3,000 trips").top() - 20.0;
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    let press = |pos, pressed| Event::PointerButton { pos, button, pressed, modifiers };
    let [from, to] = [600.0, 700.0].map(|x| Pos2::new(x, y));
    window.draw(vec![Event::PointerMoved(from), press(from, true)]);
    window.draw(vec![Event::PointerMoved(from.lerp(to, 0.5))]);
    window.draw(vec![Event::PointerMoved(to)]);
    window.draw(vec![press(to, false)]);
    window.rest();
    let after = window.shell.state.camera.target();
    assert!(after.length() < before.length() / 5.0, "{before:?} {after:?}");
}

#[test]
fn chips_at_the_edges_say_what_lies_beyond_and_go_there() {
    let mut window = Window::open();
    assert!(!window.says("what is in view"), "all is in view");
    window.click("1956: 10 visits");
    window.check_says(&["Trip before what is in view: China, Oct 1954"]);
    window.click("Trip after what is in view: Soviet Union, Nov 1957");
    assert!(window.harness.query_by_label("Trip after what is in view: Soviet Union, Nov 1957").is_none());
    let bar = window.rect(MOSCOW_1957);
    assert!(window.axis().x < bar.left() && bar.right() < window.rect("Details").left(), "{bar:?}");
}

#[test]
fn a_drag_with_shift_leaves_only_the_days_of_the_range() {
    let mut window = Window::open();
    let y = window.axis().y;
    let [left, right] = [window.rect(MOSCOW_1957).left(), window.rect(BEIJING_1958).right()];
    window.harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    window.drag(Pos2::new(left, y), Pos2::new(right, y));
    let dates = window.state().shown.trips(window.state().chronicle()).len();
    assert_eq!(dates, 3, "Moscow in 1957, Beijing and Hanoi in 1958");
    assert!(window.state().filter.period.is_some());
}
