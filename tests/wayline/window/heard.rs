//! The window for those who listen: what a screen reader is told of it, in which order, and what is announced.

use eframe::egui::accesskit::{Live, Role, Toggled};
use egui_kittest::Node;
use wayline::app::{ArrangementEdit, FilterEdit, ViewCommand};
use wayline::layout::LaneBy;
use wayline::model::Reading;
use wayline::paint::{UiRole, color32};

use super::*;

/// What is told of a node: role, name, value, description and state. Nothing of boxes that only hold others.
fn told(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    let name = node.label().map(|name| format!(" \"{name}\"")).unwrap_or_default();
    let value = node.value().map(|value| format!(" = {value}")).unwrap_or_default();
    let is_box = matches!(node.role(), Role::GenericContainer | Role::Unknown | Role::Window | Role::Pane);
    if node.role() == Role::TextRun || (is_box && name.is_empty() && value.is_empty()) {
        return None;
    }
    let description = node.description().map(|words| format!(" ({words})")).unwrap_or_default();
    let states = [
        (node.toggled() == Some(Toggled::True), ", on"),
        (node.is_selected() == Some(true), ", selected"),
        (node.data().is_expanded() == Some(true), ", open"),
        (node.is_disabled(), ", disabled"),
        (node.live() != Live::Off, ", announced"),
    ];
    let states: String = states.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect();
    let role = format!("{:?}", node.role());
    Some(format!("{role}{name}{value}{description}{states}"))
}

/// The tree of nodes as a text, what a node holds indented.
fn tree(node: &Node<'_>, depth: usize, lines: &mut Vec<String>) {
    if node.accesskit_node().is_hidden() {
        return;
    }
    let words = told(node);
    let below = depth + usize::from(words.is_some());
    lines.extend(words.map(|words| format!("{}{words}", "  ".repeat(depth))));
    for child in node.children() {
        tree(&child, below, lines);
    }
}

impl Window {
    fn heard(&self) -> String {
        let mut lines = Vec::new();
        tree(&self.harness.root(), 0, &mut lines);
        lines.join("\n")
    }

    /// What is announced in the status bar.
    fn announced(&self) -> String {
        let nodes = self.harness.query_all(by().predicate(|node| node.live() == Live::Polite));
        let mut values = nodes.filter_map(|node| node.accesskit_node().value());
        values.find(|value| value.contains(" trips, ")).unwrap_or_default()
    }
}

#[test]
fn the_window_reads_like_a_document() {
    insta::assert_snapshot!(Window::open().heard());
}

/// What is told of the side panel.
fn panel(window: &Window) -> String {
    let heard = window.heard();
    let from = heard.find("Complementary").unwrap();
    heard[from..].split("\nSplitter").next().unwrap().to_owned()
}

#[test]
fn a_panel_of_a_trip_reads_like_a_document() {
    insta::assert_snapshot!(panel(&at_moscow_1957()));
}

#[test]
fn the_pages_of_the_side_panel_read_like_documents() {
    let mut window = Window::open();
    let pages = ["Findings", "People", "Statistics"].map(|name| {
        window.click(name);
        // Long lists go on as they begin.
        panel(&window).lines().skip(6).take(16).collect::<Vec<_>>().join("\n")
    });
    insta::assert_snapshot!(pages.join("\n\n"));
}

#[test]
fn nothing_that_can_be_used_is_without_a_name() {
    let mut window = Window::open();
    let check = |window: &Window, place: &str| {
        let nodes = window.harness.query_all(by().predicate(|node| {
            let is_used = matches!(
                node.role(),
                Role::Button
                    | Role::CheckBox
                    | Role::RadioButton
                    | Role::TextInput
                    | Role::ComboBox
                    | Role::Slider
                    | Role::SpinButton
                    | Role::Tab
                    | Role::Link
                    | Role::Image
            );
            is_used
                && node.label().is_none_or(|label| label.trim().chars().filter(|c| c.is_alphanumeric()).count() == 0)
        }));
        let nameless: Vec<_> = nodes.map(|node| told(&node)).collect();
        assert!(nameless.is_empty(), "{place}: {nameless:?}");
    };
    check(&window, "at start");
    for tab in ["Findings", "People", "Statistics", "Details"] {
        window.click(tab);
        check(&window, tab);
    }
    for menu in ["File", "Edit", "View", "Help", "Filter", "2 trips hidden"] {
        window.click(menu);
        check(&window, menu);
        window.press(Key::Escape);
    }
    for dialog in [Dialog::Keys, Dialog::About, Dialog::Palette, Dialog::Date, Dialog::Beside, Dialog::Export] {
        window.send(ViewCommand::Toggle(dialog));
        window.harness.run_ok();
        check(&window, &format!("{dialog:?}"));
        window.send(ViewCommand::Toggle(dialog));
    }
    window.click(MOSCOW_1957);
    check(&window, "a trip");
}

#[test]
fn a_bar_says_whom_the_trip_met_and_whether_the_sources_disagree() {
    let window = Window::open();
    let told = window.harness.get_by_label(MOSCOW_1957).accesskit_node().description().unwrap();
    assert_eq!(
        told,
        "Celebration. Met Nikita Khrushchev, N. A. Bulganin and K. E. Voroshilov. Trip 5 of 12 in its lane. \
         The sources disagree"
    );
}

/// Three lanes of five hundred trips each.
fn many_trips() -> Window {
    let trip = |at: usize| {
        let (year, month, day) = (1900 + at / 36, 1 + at / 3 % 12, 1 + at % 28);
        format!("(country: \"Land {}\", dates: \"{year}-{month:02}-{day:02}\"),", at % 3)
    };
    Window::on(model::load(format!("(trips: [{}])", (0..1500).map(trip).collect::<String>())))
}

#[test]
fn of_thousands_of_trips_only_those_of_one_lane_are_told() {
    let mut window = many_trips();
    let bars = |window: &Window, land: &str| {
        let is_bar =
            |text: &&String| text.contains(&format!("trips to {land},")) || text.starts_with(&format!("{land}: 1"));
        window.texts().iter().filter(is_bar).count()
    };
    let lands = ["Land 0", "Land 1", "Land 2"];
    window.check_says(&["Land 0: 500 trips", "Land 1: 500 trips"]);
    assert_eq!(lands.map(|land| bars(&window, land)), [0; 3], "{:#?}", window.texts());
    window.harness.get_by_label("Land 1: 500 trips").focus();
    window.harness.run();
    let [others, focused, last] = lands.map(|land| bars(&window, land));
    assert!(20 < focused && others + last == 0, "{others} {focused} {last}");
    // Close enough to tell trips apart, all that are in view are told.
    window.send(ViewCommand::ShowDays(wayline::time::Span::new(day("1905-01-01"), day("1906-01-01")).unwrap()));
    window.harness.run();
    assert!(lands.iter().all(|land| 0 < bars(&window, land)), "{:#?}", window.texts());
}

#[test]
fn what_has_changed_is_announced_once() {
    let mut window = Window::open();
    let before = window.announced();
    assert!(before.starts_with("50 of 52 trips, 15 countries"), "{before}");
    window.click("1950s, 18 trips");
    assert!(window.announced().starts_with("18 of 52 trips"), "{}", window.announced());
    window.send(ViewCommand::EditFilter(FilterEdit::Reading(Reading::Agreed)));
    assert!(window.announced().contains("Reading: Agreed."), "{}", window.announced());
    window.send(ViewCommand::Arrange(ArrangementEdit::Lanes(LaneBy::Kind)));
    assert!(window.announced().contains("A lane for each kind."), "{}", window.announced());
    window.send(ViewCommand::Search("mao".to_owned()));
    window.harness.run();
    assert!(window.announced().contains("trips found for mao."), "{}", window.announced());
}

#[test]
fn what_has_the_focus_has_a_ring() {
    for theme in [Theme::Dark, Theme::Light, Theme::HighContrast] {
        let mut window = Window::open();
        window.send(ViewCommand::SetTheme(theme));
        let ring = color32(theme.ui(UiRole::Accent));
        for _ in 0..30 {
            window.press(Key::Tab);
            let focused = window.harness.get(by().predicate(|node| node.is_focused() && node.label().is_some())).rect();
            let is_around = |shape: &egui::epaint::ClippedShape| match &shape.shape {
                egui::Shape::Rect(rect) => {
                    rect.stroke.color == ring && (rect.rect.center() - focused.center()).length() < 2.0
                }
                _ => false,
            };
            assert!(window.harness.output().shapes.iter().any(is_around), "{theme:?}: nothing around {focused}");
        }
    }
}
