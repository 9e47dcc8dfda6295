//! The palette: everything by a few letters of its name.

use eframe::egui::{Event, Key, Modifiers};

use super::Window;

fn palette(text: &str) -> Window {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::K);
    if !text.is_empty() {
        window.harness.event(Event::Text(text.to_owned()));
        window.harness.run();
    }
    window
}

#[test]
fn commands_are_done_by_a_few_letters() {
    let mut window = palette("");
    window.check_says(&["command: Export a figure…", "command: Save screenshot…"]);
    window.harness.event(Event::Text("foldq".to_owned()));
    window.harness.run();
    let before = window.state().settings.arrangement.scale;
    window.press(Key::Enter);
    assert_ne!(window.state().settings.arrangement.scale, before);
    assert!(!window.says("What to do"), "it is closed");
}

#[test]
fn tours_countries_people_trips_and_dates_are_gone_to() {
    let mut window = palette("tour 1984");
    window.press(Key::Enter);
    assert_eq!(window.selected().len(), 9);
    let mut window = palette("high");
    window.click("command: High-contrast theme");
    assert_eq!(window.state().settings.theme, wayline::paint::Theme::HighContrast);
    let mut window = palette("mongol");
    window.check_says(&["country: Mongolia"]);
    window.press(Key::Enter);
    assert_eq!(window.selected().len(), 2);
    let mut window = palette("tito");
    window.press(Key::Enter);
    assert!(window.state().search.text.starts_with("leader:"), "{}", window.state().search.text);
    let mut window = palette("June 1956");
    window.check_says(&["date: Go to some time in June 1956"]);
    window.press(Key::Enter);
    assert!(window.state().marked_day.is_some());
    let mut window = palette("romania 1984");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowUp);
    window.press(Key::Enter);
    assert!(window.selected()[0].starts_with("1984-"), "{:?}", window.selected());
    let mut window = palette("goodwill visit");
    window.press(Key::ArrowUp);
    window.check_says(&["search: Search trips for goodwill visit"]);
    window.click("search: Search trips for goodwill visit");
    assert_eq!(window.state().search.text, "goodwill visit");
    assert!(!window.state().search.matches.trips.is_empty());
}
