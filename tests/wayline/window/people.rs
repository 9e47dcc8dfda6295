//! People and places: whom the trips met and where they went.

use egui_kittest::kittest::Queryable as _;
use wayline::app::Tab;

use super::{BEIJING_1958, MOSCOW_1957, Window, at_moscow_1957};

#[test]
fn leaders_and_places_are_found_and_light_their_trips() {
    let mut window = Window::open();
    window.click("People");
    window.check_says(&["Leaders, 34", "Places, 48"]);
    let mao = "Mao Zedong, Chairman of the Chinese Communist Party (List): 6 trips, 1953–1970";
    window.click(mao);
    assert_eq!(window.selected().len(), 6);
    window.click("Places, 48");
    window.click("Find a name or office");
    window.harness.event(eframe::egui::Event::Text("hanoi".to_owned()));
    window.harness.run();
    window.click("Hanoi, North Vietnam: 2 trips, 1958–1964");
    assert_eq!(window.selected().len(), 2);
    window.click("1950s, 18 trips");
    window.check_says(&["Hanoi, North Vietnam: 1 trip, 1958"]);
}

#[test]
fn the_name_of_a_leader_leads_to_all_meetings() {
    let mut window = at_moscow_1957();
    window.click("Nikita Khrushchev");
    assert_eq!((window.state().tab, window.state().people.find.as_str()), (Tab::People, "Nikita Khrushchev"));
    assert!(!window.says("Mao Zedong, Chairman"));
}

#[test]
fn the_name_of_a_place_leads_to_all_visits() {
    let mut window = Window::open();
    window.click(BEIJING_1958);
    window.click("Beijing");
    assert_eq!((window.state().tab, window.state().people.of_places), (Tab::People, true));
    window.check_says(&["Beijing, China: 10 trips"]);
    assert!(!window.says("Moscow, Soviet Union: "));
}

#[test]
fn the_menu_on_a_bar_is_about_its_trip() {
    let open = || {
        let mut window = Window::open();
        window.harness.get_by_label(MOSCOW_1957).click_secondary();
        window.harness.run();
        window
    };
    let mut window = open();
    window.check_says(&[
        "Zoom to this trip",
        "All meetings with Nikita Khrushchev",
        "Copy as a footnote",
        "Export a figure…",
    ]);
    window.click("All meetings with Nikita Khrushchev");
    assert_eq!(window.state().tab, Tab::People);
    let mut window = open();
    window.click("Only Soviet Union");
    assert_eq!(window.state().shown.trip_count, 12);
    let mut window = open();
    window.click("Zoom to this trip");
    assert_eq!(window.selected(), ["1957-11-04/1957-11-21"]);
}

#[test]
fn names_that_may_be_of_one_person_are_offered_for_the_file() {
    let text = r#"(trips: [
        (country: "Italy", dates: "1950", leaders: [(name: "Alcide De Gasperi")]),
        (country: "Italy", dates: "1951", leaders: [(name: "A. De Gasperi")]),
        (country: "Italy", dates: "1952", leaders: [(name: "Luigi Einaudi")]),
    ])"#;
    let mut window = Window::on(wayline::model::load(text.to_owned()));
    window.click("People");
    window.click("May be one person 1");
    window.click("Alcide De Gasperi, A. De Gasperi");
    assert_eq!(window.selected(), ["1950", "1951"]);
    let line = window.click_to_copy("Copy A. De Gasperi as Alcide De Gasperi");
    assert_eq!(line, "(name: \"Alcide De Gasperi\", also: [\"A. De Gasperi\"]),");
    let joined = text.replacen("trips:", &format!("people: [{line}], trips:"), 1);
    let mut window = Window::on(wayline::model::load(joined));
    window.click("People");
    window.check_says(&["Alcide De Gasperi, also A. De Gasperi; Italy: 2 trips, 1950–1951"]);
    assert!(!window.says("May be one person"));
}
