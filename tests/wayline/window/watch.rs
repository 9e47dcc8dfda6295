//! A file that changes on the disk while it is shown.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;

/// A window on a file of these trips, in a folder of its own.
fn on_file(trips: &str) -> (Window, tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trips.ron");
    fs::write(&path, text(trips)).unwrap();
    let mut window = Window::on(model::read(&[&path]).unwrap());
    window.harness.run();
    (window, folder, path)
}

fn text(trips: &str) -> String {
    format!("(title: \"Mine\", trips: [{trips}])")
}

const FRANCE: &str = r#"(country: "France", dates: "1950-05-03", details: "By train."),"#;
const ITALY: &str = r#"(country: "Italy", dates: "1951-06-04"),"#;

/// Saves as many editors do: another file takes the place of the old one.
fn replace(path: &Path, text: &str) {
    let new = path.with_extension("new");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

#[test]
fn a_save_is_shown_and_what_is_looked_at_stays() {
    let (mut window, _folder, path) = on_file(FRANCE);
    window.press(Key::ArrowRight);
    window.check_says(&["By train."]);
    fs::write(&path, text(&[FRANCE, ITALY].concat())).unwrap();
    window.wait_until_it_says("Italy: 1 trip");
    window.check_says(&["France: 1 trip", "By train."]);
    // Its day, and with that its name, is another: it is known by what is told of it.
    replace(&path, &text(&[ITALY, &FRANCE.replace("05-03", "05-09")].concat()));
    window.wait_until_it_says("9 May 1950");
    window.check_says(&["By train."]);
    assert_eq!(window.state().selection.trips().len(), 1);
}

#[test]
fn a_broken_save_keeps_what_was_there_and_the_next_one_mends_it() {
    let (mut window, _folder, path) = on_file(FRANCE);
    fs::write(&path, "(title: \"Mine\", trips: [(country: \"Fr").unwrap();
    window.wait_until_it_says("is broken; this is what it said before");
    window.check_says(&["France: 1 trip"]);
    window.click("Show problems");
    window.check_says(&["the file ends inside this", "Open in editor"]);
    fs::write(&path, text(ITALY)).unwrap();
    window.wait_until_it_says("Italy: 1 trip");
    assert!(!window.says("is broken"));
    assert!(window.state().stale.is_none());
}

#[test]
fn a_file_may_vanish_and_return() {
    let (mut window, _folder, path) = on_file(FRANCE);
    fs::remove_file(&path).unwrap();
    window.wait_until_it_says("trips.ron is gone; this is what it said");
    window.check_says(&["France: 1 trip"]);
    replace(&path, &text(ITALY));
    window.wait_until_it_says("Italy: 1 trip");
    assert!(window.state().stale.is_none());
}

#[test]
fn an_imported_file_is_watched_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trips.csv");
    fs::write(&path, "Country,Date\nFrance,3 May 1950\n").unwrap();
    let mut window = Window::on(model::read(&[&path]).unwrap());
    window.harness.run();
    fs::write(&path, "Country,Date\nFrance,3 May 1950\nItaly,4 May 1950\n").unwrap();
    window.wait_until_it_says("Italy: 1 trip");
}

#[test]
fn a_sort_of_problems_that_is_no_more_hides_none() {
    let (mut window, _folder, path) =
        on_file(r#"(country: "France", dates: "1950-02-30"), (country: "Cuba", dates: "1951"),"#);
    window.click("1 problem");
    window.click("bad-date, 1");
    fs::write(&path, text(r#"(dates: "1950"), (country: "Cuba", dates: "1951"),"#)).unwrap();
    window.wait_until_it_says("a trip needs `country`");
}

#[test]
fn reading_again_puts_the_file_in_place_of_what_it_said() {
    let (mut window, _folder, path) = on_file(FRANCE);
    fs::write(&path, "(title: \"Mine\", trips: [(country: \"Fr").unwrap();
    window.wait_until_it_says("is broken; this is what it said before");
    window.send(wayline::app::Effect::Reload);
    let begun = Instant::now();
    while window.state().stale.is_some() {
        assert!(begun.elapsed().as_secs() < 60, "{:#?}", window.texts());
        std::thread::sleep(Duration::from_millis(10));
        window.harness.step();
    }
    assert!(window.state().chronicle().trips.is_empty(), "asked for, it is shown as it is");
}

#[test]
fn a_save_during_a_load_is_shown_too() {
    let (mut window, _folder, path) = on_file(FRANCE);
    window.send(wayline::app::Effect::Reload);
    // Nothing of it is taken in before the next frame.
    fs::write(&path, text(ITALY)).unwrap();
    window.wait_until_it_says("Italy: 1 trip");
}
