//! Lanes in the window: hidden, alone, pinned, collapsed, put elsewhere, grouped; travellers; two beside each other.

use eframe::egui::{Event, Key, Modifiers, Pos2, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use wayline::app::{ArrangementEdit, ViewCommand};
use wayline::layout::{LaneBy, LaneGroup, LaneNames, LaneOrder};
use wayline::model::{Hidden, load};

use super::Window;

/// Three travellers to four countries on three continents.
const FILE: &str = r#"(
    title: "Three",
    travellers: [
        (name: "Ada", offices: [(office: "President", dates: "1949/1960")]),
        (name: "Ben", offices: [(office: "President", dates: "1979/1990")]),
    ],
    trips: [
        (traveller: "Ada", country: "France", dates: "1950-03-01/1950-03-20", places: ["Paris"]),
        (traveller: "Ada", country: "France", dates: "1950-03-10/1950-03-30", places: ["Lyon"]),
        (traveller: "Ada", country: "Cuba", dates: "1955-06-01/1955-06-20", places: ["Havana"]),
        (traveller: "Ada", country: "Japan", dates: "1956-06-01/1956-06-20"),
        (traveller: "Ben", country: "France", dates: "1980-03-01/1980-03-20", places: ["Paris"]),
        (traveller: "Ben", country: "Spain", dates: "1987-06-01/1987-06-20"),
        (traveller: "Cato", country: "Spain", dates: "1988-06-01/1988-06-20"),
    ],
)"#;

fn open() -> Window {
    Window::on(load(FILE.to_owned()))
}

/// The names of lanes from top to bottom.
fn lanes(window: &Window) -> Vec<String> {
    let state = window.state();
    state.timeline.lanes.iter().map(|lane| lane.key.name(state.chronicle(), LaneNames::Then).into_owned()).collect()
}

fn arrange(window: &mut Window, edits: &[ArrangementEdit]) {
    for &edit in edits {
        window.send(ViewCommand::Arrange(edit));
    }
    window.harness.run();
}

fn choose_in_menu(window: &mut Window, lane: &str, item: &str) {
    window.harness.get_by_label(lane).click_secondary();
    window.harness.run();
    window.click(item);
}

#[test]
fn the_menu_on_a_name_hides_its_lane_and_brings_all_back() {
    let mut window = open();
    choose_in_menu(&mut window, "France: 3 trips", "Hide");
    assert_eq!(lanes(&window), ["Cuba", "Japan", "Spain"]);
    let shown = &window.state().shown;
    assert_eq!((shown.trip_count, shown.hidden.get(&Hidden::Lane)), (4, Some(&3)));
    window.check_says(&["3 hidden", "3 by lane"]);
    // What is hidden stays so whatever lanes are for.
    arrange(&mut window, &[ArrangementEdit::Lanes(LaneBy::Traveller)]);
    window.check_says(&["Ada: 2 trips", "Ben: 1 trip"]);
    choose_in_menu(&mut window, "Ada: 2 trips", "Show only this");
    assert_eq!((lanes(&window), window.state().shown.trip_count), (vec!["Ada".to_owned()], 2));
    choose_in_menu(&mut window, "Ada: 2 trips", "Show all lanes");
    assert_eq!(window.state().shown.trip_count, 7);
}

#[test]
fn the_view_before_ends_where_an_axis_that_became_shorter_does() {
    let mut window = open();
    arrange(&mut window, &[ArrangementEdit::ToggleFolding]);
    let all = window.part();
    window.send(ViewCommand::Zoom { factor: 4.0, at: None });
    choose_in_menu(&mut window, "France: 3 trips", "Show only this");
    let bounds = window.state().timeline.bounds;
    assert!(bounds.length() < all.length());
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    let part = window.part();
    assert!(bounds.from <= part.from && part.to <= bounds.to, "{part:?} {bounds:?}");
}

#[test]
fn keys_are_for_the_lane_under_the_pointer() {
    let mut window = open();
    let point_at = |window: &mut Window, name: &str| {
        let heading = window.heading(name).center();
        window.harness.hover_at(heading);
        window.harness.run();
    };
    point_at(&mut window, "Spain");
    window.press(Key::T);
    assert_eq!(lanes(&window), ["Spain", "France", "Cuba", "Japan"]);
    window.check_says(&["Spain, pinned: 2 trips"]);
    point_at(&mut window, "France");
    window.press(Key::C);
    window.check_says(&["France, in one row: 3 trips"]);
    point_at(&mut window, "Japan");
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(window.state().settings.arrangement.order, LaneOrder::Hand);
    assert_eq!(lanes(&window), ["Spain", "France", "Japan", "Cuba"]);
    point_at(&mut window, "Cuba");
    window.press(Key::X);
    assert_eq!(lanes(&window), ["Spain", "France", "Japan"]);
    window.press_with(Modifiers::SHIFT, Key::X);
    assert_eq!(lanes(&window), ["Spain", "France", "Japan", "Cuba"]);
}

#[test]
fn a_lane_is_dragged_to_its_place() {
    let mut window = open();
    let (from, to) = (window.heading("Spain"), window.heading("France"));
    window.drag(Pos2::new(from.left() + 60.0, from.center().y), Pos2::new(to.left() + 60.0, to.top() + 2.0));
    assert_eq!(lanes(&window), ["Spain", "France", "Cuba", "Japan"]);
    assert_eq!(window.state().settings.arrangement.order, LaneOrder::Hand);
}

#[test]
fn continents_count_their_lanes_and_fold_to_one_row() {
    let mut window = open();
    arrange(&mut window, &[ArrangementEdit::Group(LaneGroup::Continent), ArrangementEdit::Order(LaneOrder::Name)]);
    assert_eq!(lanes(&window), ["Asia", "Japan", "Europe", "France", "Spain", "North America", "Cuba"]);
    window.check_says(&["Europe, group of 2 lanes: 5 trips", "France (Europe): 3 trips"]);
    window.click("Collapse Europe to one row");
    assert_eq!(lanes(&window), ["Asia", "Japan", "Europe", "North America", "Cuba"]);
    window.check_says(&["Europe, in one row: 5 trips"]);
    window.click("Europe, in one row: 5 trips");
    assert_eq!(window.selected().len(), 5);
    window.click("Expand Europe");
    assert_eq!(lanes(&window).len(), 7);
}

#[test]
fn travellers_are_chosen_by_chips_that_count() {
    let mut window = open();
    window.click("Travellers");
    window.check_says(&["Ada, 4 trips", "Ben, 2 trips", "Cato, 1 trip"]);
    window.click("Ben, 2 trips");
    window.click("Cato, 1 trip");
    assert_eq!(window.state().shown.trip_count, 3);
    window.check_says(&["2 travellers", "4 by traveller", "Ada, 4 trips"]);
    window.click("All travellers");
    assert_eq!(window.state().shown.trip_count, 7);
}

#[test]
fn the_chips_of_many_travellers_stand_in_rows_and_are_found_by_a_part_of_a_name() {
    let trip =
        |who: usize| format!("(traveller: \"Somebody called {who}\", country: \"France\", dates: \"{}\"),", 1900 + who);
    let trips: String = (0..30).map(trip).collect();
    let mut window = Window::on(load(format!("(trips: [{trips}])")));
    window.click("Travellers");
    let chips = (0..30).map(|who| window.rect(&format!("Somebody called {who}, 1 trip")));
    let all = chips.reduce(Rect::union).unwrap();
    assert!(all.width() <= 300.0, "not over the whole window: {all}");
    window.harness.event(Event::Text("D 17".to_owned()));
    window.harness.run();
    window.check_says(&["Somebody called 17, 1 trip"]);
    assert!(!window.says("Somebody called 16, 1 trip"));
}

#[test]
fn two_travellers_are_laid_beside_each_other_by_their_first_days_in_office() {
    let mut window = open();
    window.press(Key::B);
    window.click("first day in office below first day in office");
    window.click("Lay beside each other");
    let names = ["Ada", "Ada · France", "Ada · Cuba", "Ada · Japan", "Ben", "Ben · France", "Ben · Spain"];
    assert_eq!(lanes(&window), names);
    let moved: Vec<_> = window.state().timeline.lanes.iter().map(|lane| lane.moved_days.unwrap_or(0)).collect();
    // From the first day of 1979 to that of 1949.
    assert_eq!(moved, [0, 0, 0, 0, -10957, -10957, -10957]);
    window.check_says(&["Ben, group of 2 lanes, drawn 30 years earlier: 2 trips"]);
    window.press(Key::B);
    window.click("Show all as before");
    assert_eq!(window.state().shown.trip_count, 7);
    assert!(window.state().timeline.lanes.iter().all(|lane| lane.moved_days.is_none()));
}

#[test]
fn statistics_name_the_travellers_where_there_are_several() {
    let mut window = open();
    window.click("Statistics");
    window.check_says(&["Visits by traveller", "Ada: 4 visits", "Cato: 1 visit", "Visits by country"]);
    let mut window = Window::open();
    window.click("Statistics");
    assert!(!window.says("Visits by traveller"));
}

#[test]
fn days_that_are_typed_stand_on_one_another() {
    let mut window = open();
    window.press(Key::B);
    window.click("day below day");
    let is_disabled =
        |window: &Window| window.harness.get_by_label("Lay beside each other").accesskit_node().is_disabled();
    assert!(is_disabled(&window), "no days are written");
    for (name, day) in [("Day of the first", "1980-05-02"), ("Day of the second", "1950")] {
        window.click(name);
        window.harness.event(Event::Text(day.to_owned()));
        window.harness.run();
    }
    assert!(!is_disabled(&window));
    window.click("Lay beside each other");
    let moved: Vec<_> = window.state().timeline.lanes.iter().filter_map(|lane| lane.moved_days).collect();
    assert_eq!(moved, [11_079; 3], "from the first day of 1950 to 2 May 1980");
}
