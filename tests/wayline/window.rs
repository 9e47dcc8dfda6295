//! The real window without a screen: found by accessible names, clicked, typed at, and read.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc, time::Duration};

use eframe::egui::{
    self, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, TouchPhase, Vec2,
};
use egui_kittest::{
    Harness, HarnessBuilder,
    kittest::{NodeT as _, Queryable as _, by},
};
use wayline::{
    app::{self, Dialog, Document, Selection, Shell, State, Tab},
    layout::{LaneOrder, TimeScale, Window as Part},
    model::{self, TripIndex},
    paint::ThemeName,
};

use super::support::day;

/// Seconds from one frame to the next.
const FRAME: f32 = 0.05;
const MOSCOW_1957: &str = "Soviet Union, Moscow: 4–21 November 1957 (List), 3–23 November 1957 (Album)";
const BEIJING_1958: &str = "China, Beijing: 21–28 November 1958 (List)";

/// The program's window.
struct Window {
    harness: Harness<'static, Option<Shell>>,
}

impl Window {
    /// On the file that comes with the program.
    fn open() -> Self {
        Self::on(app::default_document())
    }

    fn on(document: Document) -> Self {
        // The faces have to be there before the first frame.
        let made = Rc::new(RefCell::new(None));
        let shell = Rc::clone(&made);
        let harness = HarnessBuilder::default()
            .with_size(Vec2::new(1440.0, 900.0))
            .with_step_dt(FRAME)
            .with_max_steps(60)
            .with_context_setup(move |ctx| {
                *shell.borrow_mut() = Some(Shell::new(ctx, document, app::default_settings()));
            })
            .build_ui_state(
                move |ui, shell: &mut Option<Shell>| {
                    let shell = shell.get_or_insert_with(|| made.borrow_mut().take().unwrap());
                    eframe::App::ui(shell, ui, &mut eframe::Frame::_new_kittest());
                },
                None,
            );
        let mut window = Self { harness };
        window.harness.run();
        window
    }

    fn state(&self) -> &State {
        &self.harness.state().as_ref().unwrap().state
    }

    /// Whether this is to be read or heard somewhere.
    fn says(&self, text: &str) -> bool {
        self.texts().iter().any(|said| said.contains(text))
    }

    /// All that is to be read or heard.
    fn texts(&self) -> Vec<String> {
        let nodes = self.harness.query_all(by().predicate(|_| true));
        let nodes = nodes.map(|node| node.accesskit_node());
        nodes.flat_map(|node| [node.label(), node.value()]).flatten().collect()
    }

    #[track_caller]
    fn check_says(&self, expected: &[&str]) {
        let missing: Vec<_> = expected.iter().filter(|text| !self.says(text)).collect();
        assert!(missing.is_empty(), "{missing:?} is missing in {:#?}", self.texts());
    }

    fn rect(&self, label: &str) -> Rect {
        self.harness.get_by_label(label).rect()
    }

    /// Where a lane's heading stands, which says how many trips it has.
    fn heading(&self, country: &str) -> Rect {
        let start = format!("{country}: ");
        let is_heading = |label: String| label.starts_with(&start) && label.ends_with(['p', 's']);
        self.harness.get(by().predicate(|node| node.label().is_some_and(is_heading))).rect()
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    fn click_at(&mut self, pos: Pos2, times: usize) {
        self.harness.hover_at(pos);
        for pressed in [true, false].repeat(times) {
            let modifiers = Modifiers::NONE;
            self.harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers });
        }
        self.harness.run();
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        for share in [0.3, 0.6, 1.0] {
            self.harness.hover_at(from.lerp(to, share));
        }
        self.harness.run_ok();
        self.harness.drop_at(to);
        self.harness.run();
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// What is seen of the axis, once all has come to rest.
    fn part(&self) -> Part {
        self.state().motion.target()
    }

    /// Whether a part of the axis shows just these days.
    #[track_caller]
    fn check_part(&self, first: &str, end: &str, tolerance: f64) {
        let days = [first, end].map(|text| self.state().timeline.map.unit_from_day(f64::from(day(text).number())));
        let part = self.part();
        assert!(
            (part.from - days[0]).abs() <= tolerance && (part.to - days[1]).abs() <= tolerance,
            "{part:?} {days:?}"
        );
    }

    /// The dates of the first account of each selected trip.
    fn selected(&self) -> Vec<String> {
        let trips = self.state().selection.trips().iter();
        trips.map(|&index| self.state().chronicle().trip(index).accounts()[0].when.edtf().to_owned()).collect()
    }

    /// The place on the axis at a pixel, by two bars whose first days are known.
    fn unit_from_x(&self, x: f32) -> f64 {
        // A bar can be hit three pixels beside it.
        let place = |label: &str, first: &str| {
            let unit = self.state().timeline.map.unit_from_day(f64::from(day(first).number()));
            (f64::from(self.rect(label).left() + 3.0), unit)
        };
        let (a, b) = (place(MOSCOW_1957, "1957-11-03"), place(BEIJING_1958, "1958-11-21"));
        a.1 + (f64::from(x) - a.0) / (b.0 - a.0) * (b.1 - a.1)
    }

    /// Left end and middle of the date axis, in pixels.
    fn axis(&self) -> Pos2 {
        let first_lane = self.rect("Soviet Union: 12 trips");
        Pos2::new(first_lane.right(), first_lane.top() - 20.0)
    }
}

/// A window in which the Moscow trip of 1957 is selected.
fn at_moscow_1957() -> Window {
    let mut window = Window::open();
    window.click(MOSCOW_1957);
    assert_eq!(window.selected(), ["1957-11-04/1957-11-21"]);
    window
}

#[test]
fn opens_with_all_trips() {
    let window = Window::open();
    window.check_says(&[
        "International trips of Kim Il Sung",
        "50 of 52 trips · 15 countries",
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
        "Moscow, Kremlin, Tomb of Lenin and Stalin",
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
fn every_key_is_in_the_list() {
    let mut window = Window::open();
    window.press(Key::Questionmark);
    assert_eq!(window.state().dialog, Some(Dialog::Keys));
    // Each of these is pressed by a test below, but Ctrl + O, which would open a dialog of the system.
    window.check_says(&[
        "Ctrl + Shift + S",
        "Ctrl + O",
        "Alt + ←  Alt + →",
        "W  +",
        "S  −",
        "A  D",
        "←  →",
        ",  .",
        "↑  ↓",
        "Esc",
        "1 – 9",
        "show everything",
        "show the selection",
        "this list",
    ]);
    window.press(Key::Questionmark);
    assert_eq!(window.state().dialog, None);
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
        assert_eq!(window.state().shown.trips.len(), trips);
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
        assert_eq!(window.state().filter.decades, expected.into_iter().collect(), "Ctrl + {key:?}");
    }
}

#[test]
fn a_screenshot_is_asked_for() {
    let mut window = Window::open();
    let before = window.part();
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.harness.run_ok();
    // S alone would zoom out, and so would a shortcut that was taken for it.
    assert_eq!((window.part(), window.state().message.clone()), (before, None));
}

#[test]
fn decade_chips_filter_and_say_what_is_hidden() {
    let mut window = Window::open();
    window.click("1950s, 18 trips");
    window.check_says(&["18 of 52 trips", "34 hidden", "32 by decade", "32 hidden"]);
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
    assert_eq!(window.state().settings.time_scale, TimeScale::ToScale);
    assert!(folded * 2.0 < window.part().length());
    window.click("Fold quiet years");
    assert!((window.part().length() - folded).abs() < 1e-6);

    window.click("Rumoured 2");
    window.check_says(&[
        "52 of 52 trips",
        "0 hidden",
        "Soviet Union, Soviet cruiser Varyag: some time in 1966 (List) (rumoured)",
    ]);

    assert!(!window.says("honour: Order of Lenin"));
    window.click("Events 49");
    window.check_says(&["honour: Order of Lenin", "49 events"]);
    assert_eq!(window.state().timeline.lanes.len(), 15 + 1, "Russia has events and no trips");

    window.click("Wheel zooms");
    assert!(window.state().settings.wheel_zooms);
}

#[test]
fn lanes_can_be_ordered() {
    let mut window = Window::open();
    let lanes = |window: &Window| -> Vec<String> {
        let countries = window.state().timeline.lanes.iter().map(|lane| lane.country);
        countries.map(|country| window.state().chronicle().country(country).name.clone()).collect()
    };
    let check = |window: &mut Window, words: &str, order: LaneOrder, first: [&str; 3]| {
        window.click("Order of lanes");
        window.click(words);
        assert_eq!(window.state().settings.order, order);
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
fn a_column_of_the_statistics_selects_its_trips() {
    let mut window = Window::open();
    window.click("Statistics");
    assert_eq!(window.state().tab, Tab::Statistics);
    window.check_says(&["Visits per year, by country", "Days abroad per year", "Click a column"]);
    let plot = window.rect("visits per year");
    // 1956 stands a sixth of the way from 1949 to 1991; it is looked for around there.
    let found = (0..10_u8).map(|step| plot.left() + plot.width() * 0.14 + f32::from(step) * 3.0).find_map(|x| {
        window.click_at(Pos2::new(x, plot.bottom() - 60.0), 1);
        let selected = window.selected();
        if window.state().tab != Tab::Statistics {
            window.click("Statistics");
        }
        selected.first()?.starts_with("1956").then_some(selected)
    });
    let selected = found.expect("no column of 1956 was hit");
    assert_eq!(selected.len(), 10);
    assert!(selected.iter().all(|dates| dates.starts_with("1956-")), "{selected:?}");
    window.click("Details");
    window.check_says(&[
        "10 trips selected",
        "1–6 Jun 1956 Soviet Union, Moscow",
        "16–18 Jul 1956 Mongolia, Ulan Bator",
    ]);
}

#[test]
fn a_lane_selects_its_trips() {
    let mut window = Window::open();
    window.click("Romania: 5 trips");
    assert_eq!(window.selected().len(), 5);
    window.click("Zoom to them");
    assert!(window.selected().len() == 5 && window.part().length() < window.state().timeline.bounds.length());
}

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
    window.click("Wheel zooms");
    wheel(&mut window, pos, Modifiers::NONE);
    assert!(window.part().length() < shorter);
}

#[test]
fn the_problems_of_a_file_are_listed() {
    let text = "(\n  trips: [\n    (country: \"Cuba\", dates: \"1986-03-08/1986-03-10\"),\n    \
                (country: \"Poland\", dates: \"1956-02-30\"),\n    (dates: \"1957\"),\n  ],\n)\n";
    let model::Loaded { chronicle, problems, .. } = model::load(text.to_owned());
    let mut window = Window::on(Document { name: "mine.ron".to_owned(), path: None, chronicle, problems });
    window.check_says(&["1 of 1 trip", "2 problems", "2 entries left out"]);
    window.click("2 problems");
    assert_eq!(window.state().dialog, Some(Dialog::Problems));
    window.check_says(&[
        "1956-02-30",
        "mine.ron, line 4, column 32",
        "a trip needs `country`",
        "mine.ron, line 5, column 5",
        "as in country: \"China\"",
    ]);
    window.click("Close");
    assert_eq!(window.state().dialog, None);
}

#[test]
fn an_empty_chart_says_so() {
    let mut window = Window::on(Document { name: "none.ron".to_owned(), ..Document::default() });
    window.check_says(&["No trips in this file", "0 of 0 trips"]);
    // No key may stumble over it.
    for key in [Key::W, Key::S, Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::Comma, Key::F] {
        window.press(key);
    }
    assert_eq!(window.state().selection, Selection::Nothing);
}

#[test]
fn the_theme_can_be_light() {
    let mut window = Window::open();
    assert!(window.harness.ctx.style_of(egui::Theme::Dark).visuals.dark_mode);
    window.click("Light");
    assert_eq!(window.state().settings.theme, ThemeName::Light);
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Light);
    window.click("Dark");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
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

/// The least size of the window, as `app` asks the system for it.
fn app_least_size() -> Vec2 {
    Vec2::new(640.0, 420.0)
}
