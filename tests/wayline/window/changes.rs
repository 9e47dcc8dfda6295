//! What has changed since an older edition, in the window.

use std::fs;

use wayline::app::{Effect, Tab, ViewCommand};

use super::*;

const OLD: &str = r#"(
    trips: [
        (country: "France", dates: "1960-05-01/1960-05-10", places: ["Paris"]),
        (country: "Italy", dates: "1961-03-01", places: ["Rome"]),
    ],
)"#;
const NEW: &str = r#"(
    trips: [
        (country: "France", dates: "1960-05-04/1960-05-10", places: ["Paris"]),
        (country: "Malta", dates: "1962-05-01"),
    ],
)"#;

#[test]
fn an_older_edition_tells_what_has_changed() {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [("old.ron", OLD), ("new.ron", NEW)].map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    });
    let mut window = Window::on(model::read(&[new]).unwrap());
    window.send(Effect::Compare(old));
    window.wait_until_it_says("3 changes");
    window.check_says(&[
        "Since old.ron: 1 account added, 1 removed, 1 moved",
        "dates: 1960-05-01/1960-05-10 → 1960-05-04/1960-05-10 (now starts 3 days later, ends the same day)",
        "Italy, 1 March 1961",
    ]);
    window.click("France, 4–10 May 1960");
    assert_eq!(window.state().selection.trips().len(), 1);
    window.send(ViewCommand::ShowTab(Tab::Changes));
    window.click("Close");
    assert!(window.state().compared.is_none());
    assert!(!window.says("3 changes"));
}
