//! People and places: whom the trips met and where they went.

use egui_kittest::kittest::Queryable as _;
use wayline::app::Tab;

use super::{MOSCOW_1957, Window, at_moscow_1957};

#[test]
fn leaders_and_places_are_found_and_light_their_trips() {
    let mut window = Window::open();
    window.click("People");
    window.check_says(&["Leaders, 37", "Places, 48"]);
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
