//! Files: read with a reason where they cannot be, and written whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::Builder;

use wayline::data::ProblemCode;
use wayline::data::files::{WriteError, length, read_text, read_text_up_to, write_whole};

fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let missing = read_text(&folder.path().join("none.ron")).unwrap_err();
    assert!(missing.code == ProblemCode::CannotRead && missing.message.starts_with("there is no such file: "));
    let folder = read_text(folder.path()).unwrap_err();
    assert!(folder.code == ProblemCode::CannotRead && folder.message.starts_with("this is a folder"));
}

#[test]
fn the_first_wrong_byte_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "latin.ron", b"(\n  title: \"\xc3\xa9 caf\xe9\",\r\n)");
    insta::assert_snapshot!(read_text(&path).unwrap_err().render("latin.ron"), @r#"
    error[not-utf-8]: this is not UTF-8 text: byte 0xe9 at offset 18
     --> latin.ron:2:16
      |
    2 |   title: "é caf�",
      |                ^
      = save the file as UTF-8
    "#);
    let path = write(folder.path(), "utf16.ron", b"\xff\xfe(\0)\0");
    let help = read_text(&path).unwrap_err().help.unwrap();
    assert!(help.contains("UTF-16"));
}

#[test]
fn a_file_is_written_whole_and_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.svg");
    for text in ["first", "second, and longer"] {
        write_whole(&path, text.as_bytes(), &[]).unwrap();
        assert_eq!(read_text(&path).unwrap(), text);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_must_not_be_written_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let input = write(folder.path(), "trips.ron", b"()");
    let check = |path: &Path, expected: &str| {
        let err = write_whole(path, b"x", &[&input]).unwrap_err().to_string();
        assert!(err.starts_with(expected) && err.contains(": "), "{err}");
    };
    check(&input, "this would overwrite");
    check(&folder.path().join("../").join(folder.path()).join("./trips.ron"), "this would overwrite");
    check(folder.path(), "this is not a file");
    check(&folder.path().join("none/out.svg"), "there is no such folder");
    let locked = write(folder.path(), "locked.svg", b"old");
    let mut permissions = fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).unwrap();
    check(&locked, "this file is protected");
    assert_eq!(fs::read(&input).unwrap(), b"()");
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = tempfile::tempdir().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let [plain, old, link] = ["plain", "old", "link"].map(|name| folder.path().join(name));
    fs::write(&plain, "").unwrap();
    let usual = mode(&plain);
    let new = folder.path().join("new");
    write_whole(&new, b"x", &[]).unwrap();
    assert_eq!(mode(&new), usual);

    fs::write(&old, "").unwrap();
    fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&old, &link).unwrap();
    write_whole(&link, b"x", &[]).unwrap();
    assert_eq!((mode(&old), fs::read(&old).unwrap()), (0o640, b"x".to_vec()));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(matches!(write_whole(&link, b"y", &[&old]), Err(WriteError::OverwritesInput(_))));
}

#[test]
fn what_killed_writers_left_is_removed_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let of_others = [".wayline-notes", ".wayline-abc123.ron", "wayline-abc123", ".wayline-äbc12"];
    for name in of_others.iter().chain(&[".wayline-aB3xY9", ".wayline-held00"]) {
        write(folder.path(), name, b"half");
    }
    fs::create_dir(at(".wayline-folder")).unwrap();
    // Its writer lives.
    let held = fs::File::open(at(".wayline-held00")).unwrap();
    held.lock().unwrap();
    write_whole(&at("list.csv"), b"whole", &[]).unwrap();
    assert!(!at(".wayline-aB3xY9").exists());
    assert!(of_others.iter().chain(&[".wayline-held00", ".wayline-folder", "list.csv"]).all(|name| at(name).exists()));
    drop(held);
    write_whole(&at("list.csv"), b"again", &[]).unwrap();
    assert!(!at(".wayline-held00").exists());
    assert_eq!(fs::read(at("list.csv")).unwrap(), b"again");
}

#[test]
#[cfg(unix)]
fn what_never_ends_is_given_up_at_a_limit() {
    let said = |path: &Path, most_mebibytes: u64| read_text_up_to(path, most_mebibytes).unwrap_err();
    let zeros = said(Path::new("/dev/zero"), 1024);
    assert!(
        zeros.code == ProblemCode::CannotRead && zeros.message == "this is no text: byte 0x00 at offset 0: /dev/zero"
    );

    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert_eq!(length(&pipe), u64::MAX);
    let endless = pipe.clone();
    // Ends when the reader has had enough.
    let writer = Builder::new().spawn(move || {
        let mut pipe = fs::OpenOptions::new().write(true).open(endless).unwrap();
        while std::io::Write::write_all(&mut pipe, &[b' '; 4096]).is_ok() {}
    });
    let writer = writer.unwrap();
    let problem = said(&pipe, 3);
    assert!(problem.message.starts_with("this is longer than 3 MiB, the most that is read: "), "{}", problem.message);
    writer.join().unwrap();

    // A pipe that ends is a file like any other, as is a text of just the most that is read.
    let writer = Builder::new().spawn({
        let pipe = pipe.clone();
        move || fs::write(pipe, "(trips: [])").unwrap()
    });
    let writer = writer.unwrap();
    assert_eq!(read_text(&pipe).unwrap(), "(trips: [])");
    writer.join().unwrap();
    let long = write(folder.path(), "long.ron", &vec![b' '; 3 << 20]);
    assert_eq!(read_text_up_to(&long, 3).unwrap().len(), 3 << 20);
    assert!(read_text_up_to(&write(folder.path(), "longer.ron", &vec![b' '; (3 << 20) + 1]), 3).is_err());
}
