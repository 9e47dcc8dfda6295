//! The real window without a screen: found by accessible names, clicked, typed at, and read.

mod bars;
mod changes;
mod copy;
mod encounters;
mod export;
mod gallery;
mod heard;
mod import;
mod keys;
mod lanes;
mod menus;
mod merge;
mod motion;
mod palette;
mod panels;
mod people;
mod pointer;
mod raster;
mod room;
mod search;
mod slideshow;
mod soak;
mod sources;
mod statistics;
mod views;
mod watch;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::{Duration, Instant};

use eframe::egui::{
    self, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, PointerButton, Pos2, Rect,
    TouchPhase, Vec2,
};
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};
use egui_kittest::{Harness, HarnessBuilder};
use wayline::app::{self, Command, Dialog, Selection, Shell, State, Tab};
use wayline::layout::{LaneOrder, TimeScale, Window as Part};
use wayline::model::{self, Document, TripIndex};
use wayline::paint::Theme;

use crate::support::day;

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
        Self::on(model::default_file())
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

    /// Draws frames until a text is there, as what runs beside the window takes its time.
    #[track_caller]
    fn wait_until_it_says(&mut self, text: &str) {
        let begun = Instant::now();
        while !self.says(text) {
            assert!(begun.elapsed().as_secs() < 60, "{text} is missing in {:#?}", self.texts());
            std::thread::sleep(Duration::from_millis(10));
            self.harness.step();
        }
        self.harness.step();
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

    /// Clicks what gives a text to the clipboard.
    #[track_caller]
    fn click_to_copy(&mut self, label: &str) -> String {
        self.harness.get_by_label(label).click();
        for _ in 0..10 {
            self.harness.step();
            for command in &self.harness.output().platform_output.commands {
                if let OutputCommand::CopyText(text) = command {
                    let text = text.clone();
                    self.harness.run();
                    return text;
                }
            }
        }
        panic!("{label} copies nothing")
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

    /// Carries out a command as a button would, before the next frame.
    fn send(&mut self, command: impl Into<Command>) {
        let ctx = self.harness.ctx.clone();
        self.harness.state_mut().as_mut().unwrap().handle(&ctx, command);
        self.harness.step();
    }

    /// What is seen of the axis, once all has come to rest.
    fn part(&self) -> Part {
        self.state().camera.target()
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
        trips.map(|&index| self.state().chronicle().trip(index).accounts()[0].when.edtf().into_owned()).collect()
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
