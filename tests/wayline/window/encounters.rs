//! Encounters: a page with a matrix and a list, which select the trips of those who met.

use wayline::app::{FilterEdit, ViewCommand};

use super::*;
use crate::model::statistics::encounters::COMPANY;

impl Window {
    fn in_company() -> Self {
        let mut window = Self::on(model::load(COMPANY.to_owned()));
        window.click("Encounters");
        assert_eq!(window.state().tab, Tab::Encounters);
        window
    }
}

const ANN_AND_BO: &str = "Ann and Bo: 2 encounters";

#[test]
fn a_line_selects_the_trips_of_both_and_stays_at_the_list() {
    let mut window = Window::in_company();
    window.check_says(&["6 encounters", ANN_AND_BO, "Ann and Cy: 0 encounters, 2 more possible"]);
    let line = "Bo and Cy: 5–7 May 1960 · at most 3 days · Malta";
    window.click(line);
    assert_eq!(window.selected(), ["1960-05-05/1960-05-07", "1960-05"]);
    assert_eq!(window.state().tab, Tab::Encounters);
    window.click("Ann and Bo: 1–5 May 1960 · 5 days · France, Paris; Italy");
    assert_eq!(window.selected().len(), 4);
}

#[test]
fn a_cell_leaves_the_encounters_of_two() {
    let mut window = Window::in_company();
    window.click(ANN_AND_BO);
    window.check_says(&["2 encounters of Ann and Bo"]);
    assert!(!window.says("Bo and Cy: 5–7 May"));
    assert_eq!(window.selected().len(), 6);
    window.click("Those of all");
    window.check_says(&["6 encounters", "Bo and Cy: 5–7 May"]);
    assert_eq!(window.selected(), [""; 0]);
}

#[test]
fn the_details_of_a_trip_lead_to_those_who_were_there() {
    let mut window = Window::on(model::load(COMPANY.to_owned()));
    window.send(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(5)])));
    window.harness.run();
    window.check_says(&["Cy, 5–7 May 1960, possibly"]);
    window.click("Ann, 5–7 May 1960");
    assert_eq!(window.selected(), ["1960-05-05/1960-05-08", "1960-05-05/1960-05-07"]);
}

#[test]
fn encounters_follow_the_filter() {
    let mut window = Window::in_company();
    let cy = window.state().document.chronicle.indexed_travellers().nth(2).unwrap().0;
    window.send(ViewCommand::EditFilter(FilterEdit::ToggleTraveller(cy)));
    window.harness.run();
    window.check_says(&["No two travellers were in a country on the same days"]);
}

#[test]
fn a_file_of_one_traveller_has_no_page_of_encounters() {
    assert!(!Window::open().texts().iter().any(|text| text == "Encounters"));
}

#[test]
fn encounters_of_a_large_file_are_found_beside_the_window() {
    let trip = |who: &str| format!("(traveller: \"{who}\", country: \"A\", dates: \"1950-05-01\"),");
    let others: String = (0..20_001).map(|_| "(traveller: \"Ann\", country: \"B\", dates: \"1950\"),").collect();
    let mut window = Window::on(model::load(format!("(trips: [{}{}{others}])", trip("Ann"), trip("Bo"))));
    window.click("Encounters");
    window.wait_until_it_says("Ann and Bo: 1 May 1950 · 1 day · A");
}
