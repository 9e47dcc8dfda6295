//! Files merged in the window: pairs reviewed, decisions taken back, and nothing lost.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use wayline::app::{Effect, ViewCommand};

use super::views::File;
use super::*;

const LIST: &str = r#"(
    sources: [(id: "list", name: "List")],
    trips: [
        (country: "France", dates: "1960-05-01/1960-05-10", places: ["Paris"]),
        (country: "France", dates: "1962-05"),
        (country: "Italy", dates: "1961-03-01"),
    ],
)"#;

const ALBUM: &str = r#"(
    sources: [(id: "album", name: "Album")],
    trips: [
        (country: "France", dates: "1960-05-02/1960-05-10", places: ["Paris"]),
        (country: "France", dates: "1962-05-04"),
    ],
)"#;

/// A window on the list, and where list and album lie.
fn on_list() -> (Window, tempfile::TempDir, [PathBuf; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let paths = [("list.ron", LIST), ("album.ron", ALBUM)].map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    });
    let window = Window::on(model::read(&paths[..1]).unwrap());
    (window, folder, paths)
}

/// The same, with the album merged: nothing is joined yet.
fn merging() -> (Window, tempfile::TempDir, [PathBuf; 2]) {
    let (mut window, folder, paths) = on_list();
    window.send(Effect::Merge(vec![paths[1].clone()]));
    window.wait_until_it_says("2 pairs to review");
    (window, folder, paths)
}

fn trips(window: &Window) -> usize {
    window.state().chronicle().trips.len()
}

#[test]
fn pairs_are_joined_and_taken_back_one_by_one() {
    let (mut window, _folder, _) = merging();
    window.check_says(&["5 accounts of 2 sources are 5 trips.", "certain · 95", "both tell of Paris +15"]);
    assert_eq!(trips(&window), 5);
    window.click("Join all certain 1");
    assert_eq!(trips(&window), 4);
    window.check_says(&["1 pair to review", "Joined 1"]);
    window.click("Join France, some time in May 1962");
    assert_eq!(trips(&window), 3);
    window.check_says(&["No pair is left to review"]);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(trips(&window), 4);
    window.click("Keep apart France, some time in May 1962");
    window.check_says(&["No pair is left to review", "5 accounts of 2 sources are 4 trips."]);
    window.click("Undo");
    window.click("Undo");
    assert_eq!(trips(&window), 5);
    window.click("Redo");
    assert_eq!(trips(&window), 4);
    window.click("Take Album out of 1–10 May 1960: France");
    assert_eq!(trips(&window), 5);
    window.check_says(&["1 pair to review"]);
}

#[test]
fn decisions_are_saved_or_asked_for() {
    let (mut window, folder, paths) = merging();
    window.click("Join all certain 1");
    window.send(Effect::Open(vec![paths[0].clone()]));
    assert_eq!(window.state().dialog, Some(Dialog::Unsaved));
    window.press(Key::Escape);
    assert!(window.state().merging.is_some());
    let saved = folder.path().join("both.ron");
    window.send(Effect::SaveMerged(Some(saved.clone())));
    window.wait_until_it_says("Saved");
    let merged = model::read(&[&saved]).unwrap();
    assert_eq!((merged.problems.len(), merged.chronicle.trips.len()), (0, 4));
    // Now nothing is lost.
    window.send(Effect::Open(vec![paths[0].clone()]));
    window.wait_until_it_says("3 of 3 trips");
    assert!(window.state().merging.is_none());
}

#[test]
fn given_up_decisions_let_the_window_go_on() {
    let (mut window, _folder, paths) = merging();
    window.click("Join all certain 1");
    window.send(Effect::Open(vec![paths[1].clone()]));
    window.harness.run();
    window.click("Give the decisions up");
    window.wait_until_it_says("2 of 2 trips");
    assert!(window.state().merging.is_none());
}

/// What was left open is found again in the saved file, and nothing else.
#[test]
fn a_saved_review_goes_on() {
    let (mut window, folder, _) = merging();
    window.click("Join all certain 1");
    let saved = folder.path().join("both.ron");
    window.send(Effect::SaveMerged(Some(saved.clone())));
    window.wait_until_it_says("Saved");
    let mut again = Window::on(model::read(&[&saved]).unwrap());
    again.send(Effect::Merge(Vec::new()));
    again.wait_until_it_says("1 pair to review");
    again.check_says(&["Joined 1", "likely · "]);
}

#[test]
fn a_second_file_that_is_dropped_is_asked_about() {
    let (mut window, _folder, paths) = on_list();
    window.drop_files(&paths[1..]);
    assert_eq!(window.state().dialog, Some(Dialog::Dropped));
    window.check_says(&["album.ron was dropped on list.ron."]);
    window.click("Open beside");
    window.wait_until_it_says("5 of 5 trips");
    assert!(window.state().merging.is_none());
    let (mut window, _folder, paths) = on_list();
    window.drop_files(&paths[1..]);
    window.click("Merge");
    window.wait_until_it_says("2 pairs to review");
    window.send(ViewCommand::DropMerge);
    assert_eq!((window.state().tab, trips(&window)), (Tab::Details, 5));
    let mut window = Window::open();
    window.drop_files(&paths[..1]);
    window.wait_until_it_says("3 of 3 trips");
}

impl Window {
    fn drop_files(&mut self, paths: &[PathBuf]) {
        let dropped = paths.iter().map(|path| Arc::new(File(path.clone())) as _);
        self.harness.input_mut().dropped_files.extend(dropped);
        self.harness.step();
        self.harness.step();
    }
}
