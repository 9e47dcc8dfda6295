//! Files of trips laid out, begun and described on the command line.

use std::fs;

use crate::support::cli::{UNUSABLE, folder, output, wayline};

#[test]
fn files_are_laid_out_whole_or_not_at_all() {
    let folder = folder();
    let (messy, broken) = (folder.path().join("messy.ron"), folder.path().join("broken.ron"));
    fs::write(&messy, "(trips:[(dates:\"1950\",country:\"France\" /* why */)])").unwrap();
    fs::write(&broken, "(trips: [(country: \"France\"").unwrap();
    let refused = wayline(folder.path(), &["fmt", "messy.ron", "broken.ron"]).assert().code(UNUSABLE);
    assert!(String::from_utf8_lossy(&refused.get_output().stderr).contains("broken.ron is broken and stays as it is"));
    assert!(fs::read_to_string(&messy).unwrap().starts_with("(trips:["), "no file is written where one is broken");
    wayline(folder.path(), &["fmt", "--check", "messy.ron"]).assert().code(1);
    wayline(folder.path(), &["fmt", "messy.ron"]).assert().success();
    insta::assert_snapshot!(fs::read_to_string(&messy).unwrap(), @r#"
    (
        trips: [
            (
                country: "France", /* why */
                dates: "1950",
            ),
        ],
    )
    "#);
    wayline(folder.path(), &["fmt", "--check", "messy.ron"]).assert().success();
    let piped = wayline(folder.path(), &["fmt", "-"]).write_stdin("(trips: [], title: \"T\")").assert().success();
    assert_eq!(String::from_utf8_lossy(&piped.get_output().stdout), "(\n    title: \"T\",\n    trips: [],\n)\n");
}

#[test]
fn a_file_is_begun_and_never_over_another() {
    let folder = folder();
    let path = folder.path().join("mine.ron");
    wayline(folder.path(), &["new", "mine.ron"]).assert().success();
    wayline(folder.path(), &["check", "mine.ron"]).assert().success();
    fs::write(&path, "mine").unwrap();
    wayline(folder.path(), &["new", "mine.ron"]).assert().code(UNUSABLE);
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn the_schema_is_printed() {
    let (printed, _) = output(folder().path(), &["schema"]);
    assert!(serde_json::from_str::<serde_json::Value>(&printed).unwrap()["$defs"]["trip"].is_object());
}
