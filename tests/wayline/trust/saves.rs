//! Saves that are killed or refused: the old file or the new one, and nothing left that the next save does not clear.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::cli::{UNUSABLE, folder, wayline};

/// How many times the program is killed, where `WAYLINE_KILLS` does not say.
const USUAL_KILLS: u32 = 12;

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = entries.collect();
    names.sort();
    names
}

/// A file that `wayline fmt` lays out anew, with a number in its title.
fn not_laid_out(number: u32) -> String {
    let trips = "(dates:\"1956-06-01\",country:\"China\",details:\"word\"),".repeat(2_000);
    format!("(trips:[{trips}],title:\"{number}\")")
}

#[cfg(unix)]
#[test]
fn a_save_killed_at_any_moment_leaves_the_old_or_the_new_file() {
    use std::os::unix::fs::PermissionsExt as _;

    let kills = std::env::var("WAYLINE_KILLS").map_or(USUAL_KILLS, |text| text.parse().unwrap());
    let folder = folder();
    let path = folder.path().join("trips.ron");
    let program = assert_cmd::cargo::cargo_bin!("wayline");
    let save = || {
        let mut command = Command::new(program);
        command.args(["fmt", "trips.ron"]).current_dir(folder.path()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    fs::write(&path, not_laid_out(0)).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let begun = Instant::now();
    assert!(save().wait().unwrap().success());
    let usual = begun.elapsed();
    let mut random = fastrand::Rng::with_seed(7);
    let (mut old_ones, mut new_ones) = (0, 0);
    for number in 0..kills {
        let old = not_laid_out(number);
        let new = wayline::data::format(&old).unwrap();
        fs::write(&path, &old).unwrap();
        let mut child = save();
        sleep(usual.mul_f64(random.f64() * 1.2));
        _ = child.kill();
        child.wait().unwrap();
        let left = fs::read_to_string(&path).unwrap();
        assert!(left == old || left == new, "a mixture after kill {number}");
        *(if left == old { &mut old_ones } else { &mut new_ones }) += 1;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }
    println!("{kills} kills: {old_ones} old files, {new_ones} new ones");
    assert!(0 < old_ones && old_ones + new_ones == kills);
    fs::write(&path, not_laid_out(kills)).unwrap();
    assert!(save().wait().unwrap().success());
    assert_eq!(names(folder.path()), ["trips.ron"]);
}

/// A disk that is full after so many blocks of 512 bytes: every place in the middle of a save fails once.
#[cfg(unix)]
#[test]
fn a_save_refused_anywhere_leaves_the_old_file() {
    let folder = folder();
    let path = folder.path().join("trips.ron");
    let old = not_laid_out(0);
    fs::write(&path, &old).unwrap();
    let program = assert_cmd::cargo::cargo_bin!("wayline");
    let blocks = wayline::data::format(&old).unwrap().len() / 512;
    for limit in [0, 1, 2, blocks / 2, blocks - 1] {
        let limited = format!("trap '' XFSZ; ulimit -f {limit}; exec '{}' fmt trips.ron", program.display());
        let output = Command::new("bash").current_dir(folder.path()).args(["-c", &limited]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        if limit * 1024 < blocks * 512 {
            assert_eq!(output.status.code(), Some(UNUSABLE), "{limit}: {said}");
            assert_eq!(fs::read_to_string(&path).unwrap(), old, "{limit}");
        }
        assert_eq!(names(folder.path()), ["trips.ron"], "{limit}");
        fs::write(&path, &old).unwrap();
    }
}

#[test]
fn opening_never_writes_to_the_file() {
    let folder = folder();
    let path = folder.path().join("trips.ron");
    fs::write(&path, not_laid_out(0)).unwrap();
    let before = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    sleep(Duration::from_millis(20));
    for call in [&["list", "trips.ron"][..], &["check", "trips.ron"], &["export", "trips.ron", "-o", "a.svg"]] {
        assert!(wayline(folder.path(), call).output().unwrap().status.code().is_some());
    }
    assert_eq!((fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap()), before);
}

#[test]
fn a_file_that_changed_while_it_was_laid_out_is_not_replaced() {
    use std::io::Write as _;

    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("trips.ron"), not_laid_out(0)).unwrap();
    let program = assert_cmd::cargo::cargo_bin!("wayline");
    let mut command = Command::new(program);
    command.args(["fmt", "trips.ron", "-"]).current_dir(folder.path());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    // More than the pipe holds is written only when the program reads from it, after it has read the first file.
    pipe.write_all(&vec![b' '; 1 << 20]).unwrap();
    fs::write(at("trips.ron"), not_laid_out(1)).unwrap();
    pipe.write_all(not_laid_out(2).as_bytes()).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(UNUSABLE));
    assert!(said.contains("trips.ron has changed since it was read, and stays as it is"), "{said}");
    assert_eq!(fs::read_to_string(at("trips.ron")).unwrap(), not_laid_out(1));
}
