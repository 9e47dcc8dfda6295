//! Sources against each other in the window: readings, findings, dates, tours, search.

use serde_json::Value;
use wayline::layout::LaneNames;
use wayline::model::{Code, Reading, SourceIndex};
use wayline::text;

use super::*;
use crate::support::cli::wayline;

impl Window {
    /// Types into the field that has the focus.
    fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// The trips that can be pointed at, by their words.
    fn bars(&self) -> usize {
        let ids = self.harness.query_all(by().predicate(|node| {
            node.label().is_some_and(|label| {
                let by_source = ["(List)", "(Album)"].iter().any(|source| label.contains(source));
                // A heading in the list of findings begins with a source.
                by_source && label.contains(": ") && node.role() == egui::accesskit::Role::Button
            })
        }));
        ids.count()
    }
}

/// The rows that the command line prints as JSON.
fn rows(arguments: &[&str]) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let output = wayline(folder.path(), arguments).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// How many trips the command line draws.
fn drawn(reading: &str) -> usize {
    let folder = tempfile::tempdir().unwrap();
    wayline(folder.path(), &["export", "-o", "a.svg", "--reading", reading]).assert().success();
    std::fs::read_to_string(folder.path().join("a.svg")).unwrap().matches("-trip-").count()
}

#[test]
fn window_list_and_export_agree_under_each_reading() {
    let mut window = Window::open();
    for (name, argument) in [("List", "list"), ("Album", "album"), ("Agreed", "agreed"), ("Either", "either")] {
        window.click(&format!("Believe: {name}"));
        let listed = rows(&["list", "--reading", argument, "--format", "json"]);
        let confirmed: Vec<_> = listed.iter().filter(|row| row["status"] == "confirmed").collect();
        let number = confirmed.len();
        assert_eq!(window.bars(), number, "{name}");
        assert_eq!(drawn(argument), number, "{name}");
        window.check_says(&[&format!("{number} of 52 trips"), &format!("All, {number} trips")]);
        let countries: BTreeSet<_> = confirmed.iter().filter_map(|row| row["country"].as_str()).collect();
        for country in countries {
            let trips = confirmed.iter().filter(|row| row["country"] == country).count();
            let heading = format!("{country}: {}", text::count(trips, "trip", "trips"));
            window.check_says(&[&heading]);
        }
    }
}

#[test]
fn readings_are_switched_by_key_and_legend() {
    let mut window = Window::open();
    let sources = [0, 1].map(|position| Reading::Source(SourceIndex::new(position)));
    for expected in [sources[0], sources[1], Reading::Agreed, Reading::Either] {
        window.press(Key::R);
        assert_eq!(window.state().filter.reading, expected);
    }
    window.click("more of the legend");
    window.click("Album: read this source alone");
    assert_eq!(window.state().filter.reading, sources[1]);
    window.check_says(&["10 of 52 trips", "42 not told by this source", "Soviet Union: 10 trips"]);
    window.click("Album: read all sources");
    assert_eq!(window.state().filter.reading, Reading::Either);
}

#[test]
fn a_switch_of_reading_leaves_the_view_where_it_was() {
    let mut window = at_moscow_1957();
    window.press(Key::F);
    let length = window.part().length();
    window.click("Believe: Agreed");
    assert!((window.part().length() - length).abs() < 1e-6);
    window.check_part("1957-11-03", "1957-11-24", 21.0 * 0.15 + 1.01);
    assert_eq!(window.selected().len(), 1, "what is still shown stays selected");
}

#[test]
fn switches_that_leave_the_axis_alone_keep_the_views_seen_before() {
    let mut window = at_moscow_1957();
    let whole = window.part();
    window.press(Key::F);
    window.click("Tours");
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.part(), whole);
}

#[test]
fn findings_are_walked_filtered_and_shown() {
    let mut window = Window::open();
    window.press(Key::N);
    assert_eq!(window.state().tab, Tab::Findings);
    assert_eq!(window.selected(), ["1949-03-03/1949-03-25"]);
    window.check_says(&["accounts differ", "List has 3–25 March 1949, Album has 22 February – 7 April 1949"]);
    // 22 February to 7 April, with the margin of what is fitted.
    window.check_part("1949-02-22", "1949-04-08", 45.0 * 0.15 + 0.01);
    window.press(Key::N);
    assert_eq!(window.selected(), ["1953-09-10/1953-09-23"]);
    window.press(Key::P);
    assert_eq!(window.selected(), ["1949-03-03/1949-03-25"]);

    let numbers = window.state().document.findings().all.iter().filter(|finding| finding.code == Code::TotalDiffers);
    let chip = format!("total differs, {}", numbers.count());
    window.check_says(&["17 of 72 findings listed"]);
    window.click("Totals, 12");
    window.check_says(&["29 of 72 findings listed"]);
    window.click("Sorts");
    window.click(&chip);
    window.press(Key::Escape);
    let all = window.state().document.findings().all.len();
    window.check_says(&[&format!("3 of {all} findings listed")]);
    window.press(Key::N);
    assert_eq!(window.selected().len(), 3, "the list's rows of Yugoslavia");
    window.click("Next finding");
    assert_eq!(window.selected().len(), 5, "the list's rows of Romania");
}

#[test]
fn a_finding_about_what_is_hidden_is_uncovered() {
    let mut window = Window::open();
    window.click("Believe: Album");
    window.click("Findings");
    window.click("Sorts");
    window.click("two countries on one day, 1");
    window.press(Key::Escape);
    window.press(Key::N);
    assert_eq!(window.state().filter.reading, Reading::Either);
    assert_eq!(window.selected(), ["1975-06-04/1975-06-06", "1975-06-05/1975-06-10"]);
    window.check_says(&["The filter was widened"]);
    // One is about an event: events are shown for it.
    window.click("Sorts 1");
    window.click("two countries on one day, 1");
    window.click("outside the life of the state, 1");
    window.press(Key::Escape);
    window.press(Key::N);
    assert!(window.state().filter.events && window.state().selection.event().is_some());
}

#[test]
fn only_disputed_trips_can_be_shown() {
    let mut window = Window::open();
    window.click("Disputed only");
    let disputed = &window.state().document.findings().disputed;
    let chronicle = window.state().chronicle();
    let confirmed = disputed.iter().filter(|&index| chronicle.trip(index).status == model::TripStatus::Confirmed);
    assert_eq!(window.bars(), confirmed.count());
    window.check_says(&["not disputed", "Tour of 1975: 5 legs"]);
    // The chips count what a click on them would show.
    let shown = window.state().shown.trips(chronicle);
    let eighties = shown.iter().filter(|&&index| chronicle.trip(index).possible().start().decade() == 1980).count();
    window.check_says(&[&format!("All, {} trips", shown.len()), &format!("1980s, {eighties} trips")]);
}

#[test]
fn esc_puts_away_what_there_is_to_tell() {
    let mut window = Window::open();
    window.click("Believe: Album");
    window.click("Findings");
    window.click("Sorts");
    window.click("two countries on one day, 1");
    window.press(Key::Escape);
    window.press(Key::N);
    window.check_says(&["The filter was widened"]);
    window.press(Key::Escape);
    assert!(!window.says("The filter was widened"));
    assert_eq!((window.state().findings.current, window.selected().len()), (None, 0));
}

#[test]
fn events_that_a_reading_leaves_out_are_counted() {
    let mut window = Window::open();
    window.click("Events, 49");
    window.check_says(&[", 49 events,"]);
    window.click("Believe: List");
    window.check_says(&["0 events and 49 hidden"]);
}

#[test]
fn a_date_is_answered_by_each_source_and_gone_to() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::G);
    assert_eq!(window.state().dialog, Some(Dialog::Date));
    window.type_text("25 february 1949");
    window.check_says(&["not known", "certainly in Soviet Union", "The sources disagree."]);
    window.click("Go there");
    // What it is on is told before what was gone to.
    window.harness.remove_cursor();
    window.harness.run();
    assert_eq!((window.state().dialog, window.state().marked_day), (None, Some(day("1949-02-25"))));
    window.check_says(&[
        "25 Feb 1949: List: not known (it covers Soviet Union) · Album: Soviet Union · the sources disagree",
    ]);
    let unit = window.state().timeline.map.unit_from_day(f64::from(day("1949-02-25").number()));
    assert!(window.part().from < unit && unit < window.part().to && window.part().length() < 100.0);
    window.press(Key::Escape);
    assert_eq!(window.state().marked_day, None);
}

#[test]
fn the_ruler_says_where_he_was() {
    let mut window = Window::open();
    let pos = window.rect(BEIJING_1958).center();
    window.harness.hover_at(pos);
    window.harness.run();
    window.check_says(&["Nov 1958: List: Beijing (China) · Album: not known"]);
}

#[test]
fn tours_are_fitted_walked_and_selected() {
    let mut window = Window::open();
    window.click("Hungary, Budapest: 17–20 June 1956 (List)");
    window.check_says(&["Leg 4 of 10 · Tour of 1956"]);
    window.press(Key::F);
    window.check_part("1956-06-17", "1956-06-21", 4.0);
    window.press(Key::F);
    // The tour of 48 days with its margin.
    window.check_part("1956-06-01", "1956-07-19", 48.0 * 0.15 + 0.01);
    window.harness.get_by_label("› 21–25 Jun 1956 Czechoslovakia, Prague").scroll_to_me();
    window.harness.run();
    window.click("› 21–25 Jun 1956 Czechoslovakia, Prague");
    assert_eq!(window.selected(), ["1956-06-21/1956-06-25"]);
    window.click("Tour of 1956: 10 legs, 9 countries, 1 June – 18 July 1956, 48 days");
    assert_eq!(window.selected().len(), 10);
    window.check_says(&["10 legs, 9 countries", "10  16–18 Jul 1956 Mongolia, Ulan Bator"]);
    window.click("Tours");
    assert!(!window.says("Tour of 1980: 2 legs"));
}

#[test]
fn a_search_marks_counts_and_steps() {
    let mut window = Window::open();
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("bulganin");
    window.check_says(&["2 trips"]);
    window.press(Key::Enter);
    assert_eq!(window.selected(), ["1956-07-06/1956-07-16"]);
    window.check_says(&["1 of 2"]);
    window.press(Key::Enter);
    assert_eq!(window.selected(), ["1957-11-04/1957-11-21"]);
    window.press(Key::Enter);
    assert_eq!(window.selected(), ["1956-07-06/1956-07-16"], "after the last comes the first");
    // The list does not name him.
    window.click("Believe: List");
    window.check_says(&["no trip"]);
}

#[test]
fn what_totals_count_and_lanes_are_called_is_chosen_in_the_menu() {
    let mut window = Window::open();
    window.click("View");
    window.click("everything");
    window.check_says(&["52 of 52 trips", "All, 52 trips", "Soviet Union: 14 trips"]);
    assert!(!window.says("counted:"));
    window.click("Lanes");
    window.click("its successor's name today");
    assert_eq!(window.state().settings.arrangement.names, LaneNames::Today);
    window.check_says(&["Russia: 14 trips", "Germany: 2 trips", "China: 11 trips"]);
}

#[test]
fn the_legend_shows_only_a_kind_and_all_again() {
    let mut window = Window::open();
    let treaty = "treaty: show only this kind, or all again";
    window.click(treaty);
    window.check_says(&["by kind"]);
    let treaties = window.state().shown.trip_count;
    assert!(0 < treaties && treaties < 50, "{treaties}");
    window.click(treaty);
    assert_eq!(window.state().shown.trip_count, 50);
}

#[test]
fn a_date_without_a_trip_leaves_the_selection() {
    let mut window = at_moscow_1957();
    window.send(wayline::app::ViewCommand::GoTo(wayline::time::When::parse("1960-01-01").unwrap()));
    assert_eq!(window.selected(), ["1957-11-04/1957-11-21"]);
    assert_eq!(window.state().marked_day, Some(day("1960-01-01")));
}

#[test]
fn the_legend_hides_events_and_tours_and_unfolds_time() {
    let mut window = Window::open();
    window.click("Events, 49");
    window.click("more of the legend");
    window.click("honour: hide events");
    assert!(!window.state().filter.events);
    window.click("tours: hide them");
    assert!(!window.state().settings.arrangement.tours);
    window.click("quiet time: unfold it, all years equally wide");
    assert!(window.state().timeline.map.folds().is_empty());
}
