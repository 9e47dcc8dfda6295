//! The bars above the timeline: at every width all of them is in the window, and nothing is squeezed.

use eframe::egui::accesskit::Role;

use super::*;
use wayline::app::ViewCommand;

/// Everything that can be clicked or typed into above the lanes: its name and its place.
fn parts(window: &Window, below: f32) -> Vec<(String, Rect)> {
    let is_part = |role: Role| {
        matches!(role, Role::Button | Role::CheckBox | Role::ComboBox | Role::TextInput | Role::RadioButton)
    };
    let nodes = window.harness.query_all(by().predicate(move |node| is_part(node.role())));
    let named = nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()));
    named.filter(|(_, rect)| rect.bottom() < below).collect()
}

/// Top of the axis, where the bars end.
fn bars_bottom(window: &Window) -> f32 {
    let is_heading = |label: &str| label.ends_with(" trips") && label.contains(": ");
    let headings =
        window.harness.query_all(by().predicate(move |node| node.label().is_some_and(|label| is_heading(&label))));
    headings.map(|node| node.rect().top()).fold(f32::INFINITY, f32::min) - 40.0
}

#[track_caller]
fn check_bars(window: &Window, width: f32, least: usize) {
    let bottom = bars_bottom(window);
    let parts = parts(window, bottom);
    assert!(least <= parts.len(), "{} parts at {width}: {parts:?}", parts.len());
    for (at, (name, rect)) in parts.iter().enumerate() {
        assert!(0.0 <= rect.left() && rect.right() <= width + 0.5, "{name} is outside at {width}: {rect:?}");
        assert!(
            rect.height() < 34.0 && 14.0 < rect.height() && 14.0 < rect.width(),
            "{name} is squeezed at {width}: {rect:?}"
        );
        for (other, beside) in &parts[at + 1..] {
            let shared = rect.intersect(*beside);
            let apart = shared.width() < 1.0 || shared.height() < 1.0;
            assert!(apart, "{name} {rect:?} lies over {other} {beside:?} at {width}");
        }
    }
}

fn sweep(document: Document, widths: impl Iterator<Item = u16>, least: usize) {
    let mut window = Window::on(document);
    for width in widths {
        let width = f32::from(width);
        window.harness.set_size(Vec2::new(width, 760.0));
        window.harness.run();
        check_bars(&window, width, least);
    }
}

/// Forty lanes over many decades, with all statuses, events and problems, told by some sources of long names.
fn crowded(sources: usize) -> Document {
    let source = |at: usize| format!("(id: \"s{at}\", name: \"Source of a rather long name {at}\"),");
    let listed: String = (0..sources).map(source).collect();
    let statuses = ["confirmed", "rumoured", "transit", "cancelled"];
    let trip = |at: usize| {
        let (source, status) = (at % sources, statuses[at % 4]);
        format!(
            "(country: \"Country {:02}\", source: \"s{source}\", status: {status}, dates: \"{}-05-01\"),",
            at % 40,
            1790 + at
        )
    };
    let trips: String = (0..210).map(trip).collect();
    let events = "(kind: gift, country: \"Country 01\", dates: \"1950\", title: \"Vase\", source: \"s0\"),";
    model::load(format!(
        "(title: \"A title that is quite a bit longer than the room for it in many a window\", sources: [{listed}], \
         trips: [{trips} (country: \"X\", source: \"s0\", dates: \"soon\")], events: [{events}])"
    ))
}

#[test]
fn all_of_the_bars_is_in_the_window_at_every_width() {
    sweep(model::default_file(), (600..2600).step_by(45).chain(640..656).chain((1125..1246).step_by(6)), 8);
}

#[test]
fn the_bars_of_crowded_files_are_too() {
    for sources in [1, 2, 5, 8] {
        sweep(crowded(sources), (600..2600).step_by(90), 6);
    }
}

#[test]
fn a_search_and_all_its_matches_leave_the_bars_whole() {
    let mut window = Window::open();
    window.send(ViewCommand::Search("a".to_owned()));
    // The list lies over them.
    window.send(ViewCommand::ListMatches(false));
    for width in (600..1500_u16).step_by(60).map(f32::from) {
        window.harness.set_size(Vec2::new(width, 760.0));
        window.harness.run();
        check_bars(&window, width, 8);
    }
}

#[test]
fn all_of_the_bars_is_in_the_window_at_every_scale() {
    for scale in [0.8_f32, 1.25, 1.5, 2.0] {
        let mut window = Window::open();
        window.harness.ctx.set_zoom_factor(scale);
        window.harness.run();
        for width in (600..2600_u16).step_by(190).map(f32::from) {
            window.harness.set_size(Vec2::new(width, 760.0));
            window.harness.run();
            let seen = window.harness.ctx.content_rect().width();
            assert!((seen - width).abs() < 1.0, "{seen} of {width} at {scale}");
            check_bars(&window, width, 8);
        }
    }
}
