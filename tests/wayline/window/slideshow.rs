//! The slideshow: trips told one after the other, by keys and buttons.

use super::*;

fn slide(window: &Window) -> Option<usize> {
    window.state().slideshow.as_ref().map(|slideshow| slideshow.at)
}

#[test]
fn the_tour_of_the_selected_trip_is_told_leg_by_leg() {
    let mut window = Window::open();
    let name = "Tour of 1956: 10 legs, 9 countries, 1 June – 18 July 1956, 48 days";
    window.harness.get_all_by_label(name).next().unwrap().click();
    window.harness.run();
    window.click("Play tour");
    window.check_says(&["Tour of 1956", "1 of 10", "Soviet Union, 1–6 June 1956"]);
    window.press(Key::Space);
    window.check_says(&["2 of 10", "East Germany, 7–12 June 1956"]);
    assert_eq!(window.selected(), ["1956-06-07/1956-06-12"], "the panel tells the leg");
    window.check_part("1956-05-22", "1956-06-28", 3.0);
    window.press(Key::ArrowRight);
    assert_eq!(slide(&window), Some(2));
    window.press(Key::PageUp);
    window.press(Key::ArrowLeft);
    window.press(Key::ArrowLeft);
    assert_eq!(slide(&window), Some(0), "there is nothing before the first");
    window.click("Next slide");
    assert_eq!(slide(&window), Some(1));
    window.press(Key::Escape);
    assert_eq!((slide(&window), window.selected().len()), (None, 1), "what was told last stays selected");
    window.press(Key::Space);
    assert_eq!(slide(&window), None);
}

#[test]
fn without_a_selection_the_first_tour_is_told_and_without_tours_all_trips() {
    let mut window = Window::open();
    window.press(Key::F5);
    window.check_says(&["Tour of 1956", "1 of 10"]);
    window.click("End");
    assert_eq!(slide(&window), None);
    let text = "(trips: [(country: \"Italy\", dates: \"1950-01-01\"), (country: \"France\", dates: \"1960-01-01\")])";
    let mut window = Window::on(model::load(text.to_owned()));
    window.press(Key::F5);
    window.check_says(&["2 trips", "1 of 2", "Italy, 1 January 1950"]);
    let text = "(trips: [(country: \"Italy\", dates: \"1950-01-01\", status: planned)])";
    let mut window = Window::on(model::load(text.to_owned()));
    window.press(Key::F5);
    window.check_says(&["There are no trips to tell"]);
}

#[test]
fn a_slideshow_tells_only_what_is_shown() {
    let mut window = Window::open();
    window.press(Key::F5);
    window.press(Key::Space);
    let only_list = app::ViewCommand::EditFilter(app::FilterEdit::OnlyKind(model::TripKind::StateVisit));
    window.send(only_list);
    window.harness.run();
    let slideshow = window.state().slideshow.clone().unwrap();
    let chronicle = window.state().chronicle();
    assert!(slideshow.trips.len() < 10);
    assert!(slideshow.trips.iter().all(|&trip| chronicle.trip(trip).kind == model::TripKind::StateVisit));
    assert_eq!(
        chronicle.country_name(chronicle.trip(slideshow.trip().unwrap())),
        "East Germany",
        "it stays where it was"
    );
}
