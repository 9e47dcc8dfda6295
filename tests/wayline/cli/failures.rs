//! When nothing can be written: a clear sentence, no half file, the old file intact, nothing left behind.

use std::fs;
use std::path::Path;

use predicates::str::contains;

use crate::support::cli::{UNUSABLE, check_unusable, folder, wayline};

/// How many files and folders there are.
fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn a_picture_that_may_not_be_replaced_stays() {
    let folder = folder();
    let path = folder.path().join("a.svg");
    fs::write(&path, "old").unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    check_unusable(folder.path(), &["export", "-o", "a.svg"], "this file is protected from writing: a.svg");
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), entries(folder.path())), ("old", 1));
}

#[cfg(unix)]
mod unix {
    use std::{
        fs::{File, Permissions},
        io::Read as _,
        os::unix::fs::PermissionsExt as _,
        process::{Command, Stdio},
    };

    use super::*;

    /// The program with its own way to the standard output.
    fn command(arguments: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("wayline"));
        command.args(arguments).stderr(Stdio::piped());
        command
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_behind_the_standard_output_is_said() {
        for arguments in [&["list"][..], &["export", "-o", "-", "--format", "png"], &["check"]] {
            let full = File::options().write(true).open("/dev/full").unwrap();
            let output = command(arguments).stdout(full).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(
                (output.status.code(), said.as_str()),
                (Some(UNUSABLE), "wayline: cannot write, as the disk is full\n")
            );
        }
    }

    /// A limit on the size of files stands in for a full disk: it too strikes in the middle of writing.
    #[test]
    fn a_disk_that_fills_up_leaves_the_old_file() {
        let folder = folder();
        let path = folder.path();
        fs::write(path.join("a.png"), "old").unwrap();
        let program = assert_cmd::cargo::cargo_bin!("wayline");
        let limited = format!("trap '' XFSZ; ulimit -f 8; exec '{}' export -o \"$0\"", program.display());
        for name in ["a.png", "new.svg"] {
            let output = Command::new("sh").current_dir(path).args(["-c", &limited, name]).output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(UNUSABLE), "{said}");
            let expected = format!(
                "wayline: cannot write, as files of this size are not allowed here: {name}; \
                 nothing was changed, write elsewhere or try again\n"
            );
            assert_eq!(said, expected);
        }
        assert_eq!((fs::read_to_string(path.join("a.png")).unwrap().as_str(), entries(path)), ("old", 1));
    }

    #[test]
    fn a_folder_that_may_not_be_changed_is_said() {
        let folder = folder();
        let locked = folder.path().join("locked");
        fs::create_dir(&locked).unwrap();
        fs::write(locked.join("a.svg"), "old").unwrap();
        fs::set_permissions(&locked, Permissions::from_mode(0o555)).unwrap();
        // Permissions do not bind root, who may well run these tests.
        if fs::write(locked.join("probe"), "").is_err() {
            check_unusable(
                folder.path(),
                &["export", "-o", "locked/a.svg"],
                "cannot write, as you are not permitted to: locked/a.svg",
            );
            assert_eq!((fs::read_to_string(locked.join("a.svg")).unwrap().as_str(), entries(&locked)), ("old", 1));
        }
        fs::set_permissions(&locked, Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn whoever_reads_may_stop_reading() {
        for arguments in [&["list", "--format", "json"][..], &["export", "-o", "-", "--format", "png", "--scale", "2"]]
        {
            let mut child = command(arguments).stdout(Stdio::piped()).spawn().unwrap();
            let mut first = [0; 16];
            let mut stdout = child.stdout.take().unwrap();
            stdout.read_exact(&mut first).unwrap();
            drop(stdout);
            let output = child.wait_with_output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{arguments:?}");
        }
    }
}

#[test]
fn a_missing_folder_is_named() {
    let folder = folder();
    check_unusable(folder.path(), &["export", "-o", "none/a.png"], "there is no such folder: none");
    wayline(folder.path(), &["export", "-o", "none/deeper/a.png"]).assert().stderr(contains("none/deeper"));
    assert_eq!(entries(folder.path()), 0);
}

/// Ends a call with a signal while it writes; the names in its folder then, without those it has read.
#[cfg(unix)]
fn left_after(signal: &str) -> Vec<String> {
    use std::process::Command;
    use std::time::{Duration, Instant};

    let folder = folder();
    let trip = |at: usize| {
        let (day, details) = (1 + at % 28, "word ".repeat(40));
        format!("(country: \"C{}\", dates: \"19{:02}-03-{day:02}\", details: \"{details}\"),\n", at % 9, at % 90)
    };
    let trips: String = (0..40_000).map(trip).collect();
    fs::write(folder.path().join("trips.ron"), format!("(trips: [{trips}])")).unwrap();
    let names = || {
        let entries = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        entries.map(|name| name.into_string().unwrap()).filter(|name| name != "trips.ron").collect::<Vec<_>>()
    };
    let program = assert_cmd::cargo::cargo_bin!("wayline");
    let call = ["list", "trips.ron", "--format", "json", "-o", "list.json"];
    let mut child = Command::new(program).args(call).current_dir(folder.path()).spawn().unwrap();
    let start = Instant::now();
    while names().is_empty() {
        assert!(start.elapsed() < Duration::from_mins(2), "nothing is written");
    }
    assert_ne!(names(), ["list.json"], "it was too quick to be interrupted");
    let kill = Command::new("sh").args(["-c", &format!("kill -{signal} {}", child.id())]).status().unwrap();
    assert!(kill.success());
    assert!(!child.wait().unwrap().success());
    let left = names();
    // Whatever was left, the next writer removes.
    wayline(folder.path(), &["list", "-o", "small.txt"]).assert().success();
    assert_eq!(names(), ["small.txt"]);
    left
}

#[test]
#[cfg(unix)]
fn an_interrupted_writer_leaves_nothing_behind() {
    for signal in ["INT", "TERM", "HUP"] {
        assert_eq!(left_after(signal), Vec::<String>::new(), "{signal}");
    }
    // This one cannot be caught.
    assert_eq!(left_after("KILL").len(), 1);
}

#[test]
#[cfg(unix)]
fn a_signal_that_is_ignored_stays_so() {
    let folder = folder();
    let program = assert_cmd::cargo::cargo_bin!("wayline");
    // As under nohup.
    let script = "trap '' HUP; \"$0\" list -o first.txt; (\"$0\" list -o second.txt & kill -HUP $!; wait $!)";
    let call = std::process::Command::new("sh").arg("-c").arg(script).arg(program).current_dir(folder.path()).status();
    assert!(call.unwrap().success());
    assert!(folder.path().join("first.txt").exists() && folder.path().join("second.txt").exists());
}
