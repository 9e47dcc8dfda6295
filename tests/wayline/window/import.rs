//! Other people's lists in the window: opened, pasted, and told what their columns are.

use std::path::Path;
use std::time::Instant;

use super::*;
use crate::import::workbooks::{text, xlsx};

fn on_input(name: &str) -> Window {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    Window::on(model::read(&[&path]).unwrap())
}

impl Window {
    /// Draws frames until a thread has brought so many trips.
    #[track_caller]
    fn wait_for_trips(&mut self, trips: usize) {
        let begun = Instant::now();
        while self.state().chronicle().trips.len() != trips {
            assert!(begun.elapsed().as_secs() < 60, "{:#?}", self.texts());
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run();
    }
}

#[test]
fn a_page_opens_as_it_is() {
    let mut window = on_input("page.wikitext");
    window.check_says(&["List of international trips made by Jane Doe", "Israel: 1 trip", "1 problem"]);
    window.click("1 problem");
    window.check_says(&["the calendar has no such day: “31 April”", "page.wikitext, line 24"]);
    window.press(Key::Escape);
    window.click("File");
    window.click("What was imported…");
    window.check_says(&[
        "8 rows = 5 of trips + 1 of headings",
        "Column 2: Country, lane",
        "wayline import 'page.wikitext' -o trips.ron",
    ]);
}

#[test]
fn what_nothing_proves_is_settled_by_a_click() {
    let mut window = on_input("unclear.csv");
    // Without any trip the dialog comes by itself.
    assert_eq!(window.state().dialog, Some(Dialog::Import));
    window.click("Numbers: Day first");
    window.wait_for_trips(2);
    window.check_says(&["--date-order day"]);
    assert!(window.state().document.problems.is_empty());
    assert_eq!(window.state().dialog, Some(Dialog::Import), "it stays open");
    window.press(Key::Escape);
    window.check_says(&["France: 1 trip", "Italy: 1 trip"]);
}

#[test]
fn columns_are_named_by_hand() {
    let mut window = on_input("ships.csv");
    window.check_says(&["Lisbon: 1 trip"]);
    window.click("File");
    window.click("What was imported…");
    window.click("Column 1: –");
    window.click("Country, lane");
    let begun = Instant::now();
    while !window.says("Aurora: 2 trips") {
        assert!(begun.elapsed().as_secs() < 60, "{:#?}", window.texts());
        std::thread::sleep(Duration::from_millis(5));
        window.harness.step();
    }
    window.check_says(&["--map country=Ship,places=Port,dates=Dates"]);
}

#[test]
fn a_pasted_table_opens() {
    let mut window = Window::open();
    window.harness.event(Event::Paste("Country\tDates\nFrance\t3 May 1950\n".to_owned()));
    window.harness.step();
    window.wait_for_trips(1);
    assert_eq!(window.state().document.name, "pasted");
    window.check_says(&["France: 1 trip"]);
    window.harness.event(Event::Paste("just words".to_owned()));
    window.harness.run();
    let begun = Instant::now();
    while !window.says("no list of journeys") {
        assert!(begun.elapsed().as_secs() < 60);
        std::thread::sleep(Duration::from_millis(5));
        window.harness.step();
    }
    window.check_says(&["France: 1 trip"]);
}

#[test]
fn a_sheet_of_a_workbook_is_chosen() {
    let sheet = |name, country: &str| {
        let cells = [("A1", "Country"), ("B1", "Date"), ("A2", country), ("B2", "3 May 1950")];
        (name, cells.map(|(at, words)| (at.to_owned(), text(words))).to_vec(), Vec::new())
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trips.xlsx");
    std::fs::write(&path, xlsx(&[sheet("One", "France"), sheet("Two", "Italy")])).unwrap();
    let mut window = Window::on(model::read(&[&path]).unwrap());
    window.check_says(&["France: 1 trip", "Italy: 1 trip"]);
    window.click("File");
    window.click("What was imported…");
    window.click("Sheet: As found");
    window.click("Two");
    window.wait_for_trips(1);
    window.check_says(&["Sheet: Two", "wayline import 'trips.xlsx' -o trips.ron --sheet Two"]);
}
