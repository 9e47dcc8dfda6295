//! The search: a list of matches with their words, what hides others, and matches as a filter.

use eframe::egui::{Event, Key, Modifiers};
use wayline::model::Hidden;

use super::Window;

fn searching(text: &str) -> Window {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::F);
    window.harness.event(Event::Text(text.to_owned()));
    window.harness.run();
    window
}

#[test]
fn matches_are_listed_with_their_words_and_walked_through() {
    let window = searching("moskow pact");
    window.check_says(&["No trip", "Nothing in this file tells of all these words."]);
    let mut window = searching("bulganin");
    window.check_says(&["Search results", "2 trips"]);
    let rows: Vec<_> = window.texts().into_iter().filter(|text| text.contains(": leader ")).collect();
    assert_eq!(rows.len(), 2, "{rows:?}");
    window.press(Key::ArrowDown);
    assert_eq!(window.selected().len(), 1);
    let first = window.selected();
    window.press(Key::ArrowDown);
    assert_ne!(window.selected(), first);
    window.press(Key::ArrowUp);
    assert_eq!(window.selected(), first);
    window.click(&rows[1]);
    assert_ne!(window.selected(), first);
    window.press(Key::Escape);
    assert!(!window.says("Search results"));
}

#[test]
fn what_a_word_was_taken_for_is_said_and_how_it_can_go_on() {
    let mut window = searching("Moskow");
    window.check_says(&["also Moscow"]);
    window = searching("cou");
    window.click("country:");
    assert_eq!(window.state().search.text, "country:");
    window.harness.event(Event::Text("mon".to_owned()));
    window.harness.run();
    window.click("Mongolia");
    assert_eq!(window.state().search.text, "country:Mongolia");
    assert_eq!(window.state().search.matches.trips.len(), 2);
}

#[test]
fn what_hides_matches_is_taken_away_by_a_click() {
    let mut window = Window::open();
    window.click("1980s, 16 trips");
    window.press_with(Modifiers::COMMAND, Key::F);
    window.harness.event(Event::Text("khrushchev".to_owned()));
    window.harness.run();
    window.check_says(&["No trip", "6 matches hidden: by decade"]);
    window.click("Show");
    assert_eq!(window.state().search.matches.trips.len(), 6);
    assert!(window.state().filter.decades.is_empty());
}

#[test]
fn matches_become_a_filter_and_each_part_of_a_filter_can_be_removed() {
    let mut window = searching("khrushchev");
    window.click("Filter to matches");
    assert_eq!(window.state().shown.trip_count, 6);
    assert_eq!(window.state().shown.hidden.get(&Hidden::Search), Some(&44));
    assert_eq!(window.state().search.text, "", "the search is done");
    window.click("46 trips hidden");
    window.check_says(&["Show 44 trips hidden: by search", "Show 2 trips hidden: rumoured"]);
    window.click("Show 2 trips hidden: rumoured");
    assert_eq!(window.state().shown.hidden.get(&Hidden::Search), Some(&46));
    window.click("Clear all filters");
    assert_eq!(window.state().shown.hidden_count(), 0);
}

#[test]
fn days_and_lengths_of_stays_are_parts_of_the_filter() {
    let mut window = Window::open();
    window.click("Filter");
    window.click("Days");
    window.harness.event(Event::Text("1956-06 to 1957".to_owned()));
    window.harness.run();
    window.click("Set");
    assert_eq!(window.state().shown.trip_count, 11, "ten of 1956, one of 1957");
    window.click("Only stays: Longer, 2 trips");
    assert_eq!(window.state().shown.trip_count, 0);
    window.click("Only stays: Up to 30 days, 18 trips");
    let of_two = window.state().shown.trip_count;
    assert!((1..11).contains(&of_two), "lengths add up: {of_two}");
    window.press(Key::Escape);
    let hidden = format!("{} trips hidden", window.state().shown.hidden_count());
    window.click(&hidden);
    window.click("Remove filter longer");
    assert_eq!(window.state().shown.trip_count, of_two);
    window.click("Remove filter up to 30 days");
    window.click("Remove filter 1 Jun 1956 – 31 Dec 1957");
    assert_eq!(window.state().shown.trip_count, 50);
}

#[test]
fn leaders_places_and_sources_are_parts_of_the_filter() {
    let mut window = Window::open();
    window.click("Filter");
    window.click("Only Album, 10 trips");
    assert_eq!(window.state().shown.trip_count, 10);
    window.click("Only Album, 10 trips");
    window.click("Find a kind, country, leader …");
    window.harness.event(Event::Text("chernenko".to_owned()));
    window.harness.run();
    window.click("Only leader: Konstantin Chernenko");
    assert_eq!(window.state().shown.trip_count, 1, "whatever the sources call him");
    window.click("Find a kind, country, leader …");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.harness.event(Event::Text("hoxha".to_owned()));
    window.harness.run();
    window.check_says(&["Only leader: Konstantin Chernenko"]);
    window.click("Only leader: Enver Hoxha");
    assert_eq!(window.state().shown.trip_count, 2, "leaders add up");
    window.press(Key::Escape);
    window.click("50 trips hidden");
    window.click("Remove filter leader: Konstantin Chernenko or Enver Hoxha");
    assert_eq!(window.state().shown.trip_count, 50);
    window.click("Filter");
    window.click("Find a kind, country, leader …");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.press(Key::Backspace);
    window.click("Also Rumoured, 2 trips");
    assert_eq!(window.state().shown.trip_count, 52);
}

#[test]
fn what_is_found_is_told_year_by_year() {
    let window = searching("khrushchev");
    window.check_says(&["1956: 10 visits, 2 found", "1957: 1 visit, 1 found", "1958: 2 visits"]);
    assert!(!window.says("1958: 2 visits,"));
}
