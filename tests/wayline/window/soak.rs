//! Random inputs to the whole window, and what must hold after each: a failure is told with the fewest that lead to it.
//!
//! `WAYLINE_SOAK=100000 cargo test --test wayline window::soak` for so many inputs instead of a few hundred.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};
use wayline::app::{ArrangementEdit, FilterEdit, LaneEdit, Step, ViewCommand};
use wayline::data::{ColorBy, LaneBy, LaneGroup, LaneHeight, LaneNames, LaneOrder, StayLength};
use wayline::layout::metrics;
use wayline::model::{Counting, TripKind, TripStatus};

use eframe::egui::Shape;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::AccessKitNode;

use super::*;

/// What a person, or the system, does.
#[derive(Clone, Debug)]
enum Input {
    Key(Key),
    Type(String),
    /// At shares of the window's width and height, so often.
    Click([f32; 2], usize),
    Drag([f32; 2], [f32; 2]),
    Wheel([f32; 2], f32, Modifiers),
    Resize([f32; 2]),
    Command(ViewCommand),
    /// Another file comes in the place of this one, or this one again with other trips.
    Open(usize),
    Reload(usize),
}

/// So many inputs are given to one window, on average.
const INPUTS: usize = 60;
/// Number of windows where nothing else is asked for.
const WINDOWS: usize = 6;
/// How far a camera may be from what the axis allows, in units of the axis.
const TOLERANCE: f64 = 0.01;

/// The files that are opened: the default one, one of several travellers, a list to import, a broken one, an empty one.
fn document(number: usize) -> Document {
    let several: Vec<String> = (0..60)
        .map(|at| {
            let (year, month, who) = (1950 + at / 6, 1 + at % 12, ["Ada", "Ben", "Cy"][at % 3]);
            let country = ["France", "Italy", "Ghana", "Peru"][at % 4];
            format!("(traveller: {who:?}, country: {country:?}, dates: \"{year}-{month:02}-03/{year}-{month:02}-09\"),")
        })
        .collect();
    let several = several.concat();
    match number % 5 {
        0 => model::default_file(),
        1 => model::load(format!("(trips: [{several}])")),
        2 => match model::open_text(
            "Country,Dates,Place\nFrance,3 May 1950,Paris\nItaly,May 1951,\n".to_owned(),
            "a.csv",
        ) {
            Ok(model::Opened::Trips(document)) => document,
            _ => panic!("a list is imported"),
        },
        3 => model::load(format!("(trips: [{several} (country: \"Cuba\", dates: \"19")),
        _ => Document::default(),
    }
}

fn command() -> impl Strategy<Value = ViewCommand> {
    let step = select(vec![Step::Back, Step::Forward]);
    let arrange = prop_oneof![
        select(LaneBy::ALL).prop_map(ArrangementEdit::Lanes),
        select(LaneGroup::ALL).prop_map(ArrangementEdit::Group),
        select(LaneOrder::ALL).prop_map(ArrangementEdit::Order),
        select(LaneNames::ALL).prop_map(ArrangementEdit::Names),
        select(ColorBy::ALL).prop_map(ArrangementEdit::Color),
        select(LaneHeight::ALL).prop_map(ArrangementEdit::Height),
        step.clone().prop_map(ArrangementEdit::StepHeight),
        Just(ArrangementEdit::ToggleFolding),
        Just(ArrangementEdit::ToggleTours),
        (0..400_u16).prop_map(ArrangementEdit::MostDaysBetween),
        Just(ArrangementEdit::ToggleLegend),
    ];
    let filter = prop_oneof![
        select(TripStatus::ALL).prop_map(FilterEdit::ToggleStatus),
        select(TripKind::ALL).prop_map(FilterEdit::ToggleKind),
        select(StayLength::ALL).prop_map(FilterEdit::ToggleLength),
        select(Counting::ALL).prop_map(FilterEdit::Counting),
        Just(FilterEdit::ToggleDisputedOnly),
        Just(FilterEdit::ToggleEvents),
        Just(FilterEdit::LiftAll),
    ];
    let lane = prop_oneof![
        Just(LaneEdit::Select),
        Just(LaneEdit::Hide),
        Just(LaneEdit::Only),
        Just(LaneEdit::Pin),
        Just(LaneEdit::Collapse),
        step.clone().prop_map(LaneEdit::Move),
    ];
    let tabs = vec![Tab::Details, Tab::Findings, Tab::People, Tab::Statistics, Tab::Problems];
    let dialogs = vec![Dialog::Keys, Dialog::Palette, Dialog::Date, Dialog::Beside, Dialog::Export, Dialog::Import];
    let texts = vec!["", "khr", "year:1956", "leader:Mao|Tito \"x", "kind:treaty paris", "É |:\""];
    prop_oneof![
        6 => arrange.prop_map(ViewCommand::Arrange),
        6 => filter.prop_map(ViewCommand::EditFilter),
        4 => lane.prop_map(|edit| ViewCommand::EditLane { edit, lane: None }),
        2 => Just(ViewCommand::ShowAllLanes),
        2 => Just(ViewCommand::NextReading),
        3 => select(tabs).prop_map(ViewCommand::ShowTab),
        3 => select(dialogs).prop_map(ViewCommand::Toggle),
        2 => select(texts).prop_map(|text| ViewCommand::Search(text.to_owned())),
        1 => step.clone().prop_map(ViewCommand::StepMatch),
        2 => step.clone().prop_map(ViewCommand::StepFinding),
        2 => (1900..2000_i32).prop_map(|year| ViewCommand::OnlyDecade(year / 10 * 10)),
        1 => (1900..2000_i32).prop_map(|year| ViewCommand::ToggleDecade(year / 10 * 10)),
        1 => Just(ViewCommand::BeginSlideshow),
        1 => select(Theme::ALL).prop_map(ViewCommand::SetTheme),
        1 => Just(ViewCommand::TogglePanel),
        1 => Just(ViewCommand::ToggleOverview),
        2 => (-3.0..3.0_f64).prop_map(|power| ViewCommand::Zoom { factor: power.exp2(), at: None }),
        2 => (-2.0..2.0_f64).prop_map(ViewCommand::Pan),
        1 => step.prop_map(ViewCommand::History),
    ]
}

fn input() -> impl Strategy<Value = Input> {
    let place = || [0.0..1.0_f32, 0.0..1.0_f32];
    let keys = "wsad,.fhixtcrnpol0123456789[]".chars().filter_map(|letter| Key::from_name(&letter.to_string()));
    let more = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::Escape, Key::Tab, Key::Enter];
    let keys: Vec<Key> = keys.chain(more).chain([Key::Space, Key::F5, Key::Backslash, Key::Home]).collect();
    prop_oneof![
        10 => select(keys).prop_map(Input::Key),
        2 => "[a-z0-9 :|]{0,6}".prop_map(Input::Type),
        8 => (place(), 1..3_usize).prop_map(|(at, times)| Input::Click(at, times)),
        4 => (place(), place()).prop_map(|(from, to)| Input::Drag(from, to)),
        4 => (place(), -20.0..20.0_f32, select(vec![Modifiers::NONE, Modifiers::COMMAND, Modifiers::ALT, Modifiers::SHIFT]))
            .prop_map(|(at, lines, modifiers)| Input::Wheel(at, lines, modifiers)),
        2 => [640.0..1600.0_f32, 420.0..1000.0_f32].prop_map(Input::Resize),
        12 => command().prop_map(Input::Command),
        1 => (0..5_usize).prop_map(Input::Open),
        1 => (0..5_usize).prop_map(Input::Reload),
    ]
}

impl Window {
    fn screen(&self) -> Rect {
        self.harness.ctx.content_rect()
    }

    /// A place below the bar with the menus: files, dialogs of the system and other programs are none of the soak's.
    fn place(&self, [x, y]: [f32; 2]) -> Pos2 {
        let screen = self.screen();
        let area = Rect::from_min_max(Pos2::new(screen.left(), screen.top() + metrics::TOP_BAR), screen.max);
        area.lerp_inside(Vec2::new(x, y))
    }

    fn give(&mut self, input: &Input) {
        // Buttons of dialogs write files, also when a key presses them.
        let is_free = self.state().dialog.is_none();
        let writes = matches!(self.state().dialog, Some(Dialog::Export | Dialog::Import));
        match input {
            Input::Key(Key::Enter | Key::Space) if writes => {}
            Input::Key(key) => self.harness.key_press(*key),
            Input::Type(text) => self.harness.event(Event::Text(text.clone())),
            Input::Click(at, times) if is_free => {
                let pos = self.place(*at);
                self.harness.hover_at(pos);
                for pressed in [true, false].repeat(*times) {
                    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
                    self.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
                }
            }
            Input::Drag(from, to) if is_free => {
                let [from, to] = [*from, *to].map(|at| self.place(at));
                self.harness.hover_at(from);
                self.harness.drag_at(from);
                self.harness.step();
                self.harness.hover_at(from.lerp(to, 0.5));
                self.harness.step();
                self.harness.hover_at(to);
                self.harness.drop_at(to);
            }
            Input::Wheel(at, lines, modifiers) => {
                self.harness.hover_at(self.place(*at));
                self.harness.event(Event::MouseWheel {
                    unit: MouseWheelUnit::Line,
                    delta: Vec2::new(0.0, *lines),
                    phase: TouchPhase::Move,
                    modifiers: *modifiers,
                    source: MouseWheelSource::Wheel,
                });
            }
            Input::Click(..) | Input::Drag(..) => {}
            Input::Resize(size) => _ = self.harness.set_size(Vec2::from(*size)),
            Input::Command(command) => self.send(command.clone()),
            Input::Open(number) => self.harness.state_mut().as_mut().unwrap().state.open(document(*number)),
            Input::Reload(number) => self.harness.state_mut().as_mut().unwrap().state.reload(document(*number)),
        }
        self.harness.step();
    }

    /// What must hold whatever was done.
    fn check_invariants(&self) -> Result<(), TestCaseError> {
        let state = self.state();
        let trips = state.chronicle().trips.len();
        for &trip in state.selection.trips() {
            prop_assert!(trip.position() < trips && state.shown.is_visible(trip), "{trip:?} is selected and not shown");
        }
        prop_assert_eq!(state.shown.trip_count + state.shown.hidden_count(), trips);
        let (target, bounds) = (state.camera.target(), state.timeline.bounds);
        prop_assert!(target.from < target.to, "{target:?}");
        let within = bounds.from - TOLERANCE <= target.from && target.to <= bounds.to + TOLERANCE;
        prop_assert!(within, "{target:?} is not within {bounds:?}");
        let screen = self.screen();
        let is_empty = |shape: &Shape| matches!(shape, Shape::Text(text) if text.galley.text().trim().is_empty());
        for shape in self.harness.output().shapes.iter().filter(|shape| !is_empty(&shape.shape)) {
            let drawn = shape.shape.visual_bounding_rect();
            prop_assert!(!drawn.any_nan(), "{:?}", shape.shape);
            let clip = shape.clip_rect.intersect(screen);
            prop_assert!(
                !shape.clip_rect.is_positive() || clip.is_positive() || !drawn.is_positive(),
                "outside: {clip:?}"
            );
        }
        // What stands in the bars has room there.
        let in_bar = |node: &AccessKitNode<'_>| {
            let mut above = std::iter::successors(node.parent(), AccessKitNode::parent);
            node.role() == Role::Button && above.any(|node| node.role() == Role::Toolbar)
        };
        for button in self.harness.query_all(by().predicate(in_bar)) {
            let rect = button.rect();
            prop_assert!(rect.left() >= screen.left() - 1.0 && rect.right() <= screen.right() + 1.0, "{button:?}");
        }
        Ok(())
    }
}

fn soak(inputs: &[Input]) -> Result<(), TestCaseError> {
    let mut window = Window::open();
    for input in inputs {
        window.give(input);
        window.check_invariants()?;
    }
    Ok(())
}

#[test]
fn random_inputs_break_nothing() {
    let asked = std::env::var("WAYLINE_SOAK").ok().and_then(|text| text.parse::<usize>().ok());
    let windows = asked.map_or(WINDOWS, |inputs| inputs.div_ceil(INPUTS));
    let config = ProptestConfig {
        cases: u32::try_from(windows).unwrap(),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    // The same inputs each time, so that what is found can be found again.
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let inputs = prop::collection::vec(input(), 1..=2 * INPUTS);
    if let Err(error) = runner.run(&inputs, |inputs| soak(&inputs)) {
        panic!("{error}");
    }
}
