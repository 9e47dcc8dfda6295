//! Calls that give up, and pictures: what is written, and that nothing else is lost or left behind.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use predicates::prelude::{PredicateBooleanExt as _, predicate};
use predicates::str::contains;

use super::{PROBLEMS, file_with};
use crate::support::cli::{UNUSABLE, check_unusable, folder, wayline};

/// The names in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn unusable_calls_and_files_are_told_from_problems() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("empty.ron"), "").unwrap();
    fs::write(path.join("latin.ron"), b"(\n    title: \"caf\xe9\",\n)").unwrap();
    fs::write(path.join("trips.ron"), file_with("")).unwrap();
    fs::create_dir(path.join("nothing")).unwrap();
    for command in ["check", "list"] {
        check_unusable(path, &[command, "none.ron"], "there is no such file: none.ron");
        check_unusable(path, &[command, "latin.ron"], "latin.ron:2:16");
        check_unusable(path, &[command, "latin.ron"], "error[not-utf-8]: this is not UTF-8 text");
        check_unusable(path, &[command, "nothing"], "this is a folder");
        check_unusable(path, &[command, "--frob"], "--frob");
    }
    if cfg!(feature = "gui") {
        check_unusable(path, &["none.ron"], "there is no such file: none.ron");
    }
    check_unusable(path, &["list", "--country", "Atlantis"], "`Atlantis`");
    check_unusable(path, &["list", "--reading", "albun"], "no reading is called `albun`; did you mean `album`?");
    let all = "expected one of `either`, `agreed`, `list`, `album`";
    check_unusable(path, &["export", "-o", "a.svg", "--reading", "tv"], all);
    check_unusable(path, &["list", "--counting", "some"], "confirmed, transit, rumoured, everything");
    check_unusable(path, &["export", "-o", "a.svg", "--tours-between", "many"], "--tours-between");
    check_unusable(path, &["export", "-o", "a.svg", "--no-tours", "--tours-between", "3"], "cannot be used with");
    check_unusable(path, &["list", "--decade", "1955"], "such as 1950s");
    check_unusable(path, &["list", "--format", "xml"], "xml");
    check_unusable(path, &["check", "--code", "ofice-clash"], "did you mean `office-clash`?");
    check_unusable(path, &["check", "--code", "end-befor-start"], "did you mean `end-before-start`?");
    check_unusable(path, &["export"], "--output");
    for picture in ["picture", "picture.gif", "picture.ron", ".png"] {
        check_unusable(path, &["export", "-o", picture], ".svg, .png or .pdf");
    }
    for size in ["0x100", "100x", "x", "-1x100", "99999x100", "100×100", "1e3x100"] {
        check_unusable(path, &["export", "-o", "a.svg", &format!("--size={size}")], "such as 1600x900");
    }
    for scale in ["0", "-1", "nan", "inf", "two"] {
        check_unusable(path, &["export", "-o", "a.png", &format!("--scale={scale}")], "above 0");
    }
    check_unusable(path, &["export", "-o", "a.svg", "--from", "1956-02-30"], "1956-02-30");
    check_unusable(path, &["export", "-o", "a.svg", "--from", "1960", "--to", "1950"], "lies before");
    check_unusable(path, &["export", "-o", "a.svg", "--decade", "2000s"], "nothing to draw");
    check_unusable(path, &["export", "-o", "a.svg", "--size", "400x90"], "--size");
    check_unusable(path, &["export", "-o", "a.svg", "--size", "100"], "--size at least 198 pixels wide");
    check_unusable(path, &["export", "-o", "-"], "--format");
    check_unusable(path, &["export", "-o", "a.png", "--format", "svg"], "another format than --format: a.png");
    check_unusable(path, &["export", "-o", "trips.ron", "--format", "svg"], "choose another ending: trips.ron");
    assert_eq!(names(path), ["empty.ron", "latin.ron", "nothing", "trips.ron"].map(str::to_owned).into());
}

#[test]
fn an_empty_file_is_unusable() {
    let folder = folder();
    for text in ["", "\n", " \r\n\t"] {
        fs::write(folder.path().join("empty.ron"), text).unwrap();
        for arguments in [&["check", "empty.ron"][..], &["list", "empty.ron"], &["export", "empty.ron", "-o", "a.svg"]]
        {
            let call = wayline(folder.path(), arguments).assert().code(UNUSABLE);
            call.stderr(contains("empty-file").or(contains("is empty")));
        }
    }
}

#[test]
fn a_picture_never_replaces_the_file_it_is_made_from() {
    let folder = folder();
    let path = folder.path();
    let text = file_with("");
    // A file of trips may have any name.
    fs::write(path.join("trips.svg"), &text).unwrap();
    fs::create_dir(path.join("sub")).unwrap();
    let mut outputs = vec!["trips.svg".to_owned(), "./trips.svg".to_owned(), "sub/../trips.svg".to_owned()];
    outputs.push(path.join("trips.svg").to_str().unwrap().to_owned());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("trips.svg", path.join("link.svg")).unwrap();
        std::os::unix::fs::symlink(path, path.join("sub/up")).unwrap();
        outputs.extend(["link.svg", "sub/up/trips.svg"].map(str::to_owned));
    }
    let before = names(path);
    for output in outputs {
        check_unusable(path, &["export", "trips.svg", "-o", &output], "overwrite");
        assert_eq!(fs::read_to_string(path.join("trips.svg")).unwrap(), text, "{output}");
    }
    #[cfg(unix)]
    check_unusable(path, &["export", "link.svg", "-o", "trips.svg"], "overwrite");
    assert_eq!(names(path), before);
}

#[test]
fn a_picture_that_cannot_be_written_leaves_nothing_behind() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("taken.svg")).unwrap();
    check_unusable(path, &["export", "-o", "none/picture.svg"], "no such folder: none");
    check_unusable(path, &["export", "-o", "taken.svg"], "not a file");
    assert_eq!(names(path), ["taken.svg".to_owned()].into());
    assert_eq!(names(&path.join("taken.svg")), BTreeSet::new());
}

#[test]
fn a_file_with_problems_is_drawn_as_far_as_it_can_be() {
    let folder = folder();
    fs::write(folder.path().join("trips.ron"), file_with("(country: \"Hungary\", dates: \"1956-02-30\"),")).unwrap();
    let call = wayline(folder.path(), &["export", "trips.ron", "-o", "picture.svg"]);
    { call }.assert().code(PROBLEMS).stderr(contains("bad-date")).stdout(predicate::str::is_empty());
    let picture = fs::read_to_string(folder.path().join("picture.svg")).unwrap();
    assert!(picture.contains("Cuba") && !picture.contains("Hungary"));
}
