//! The program called from the command line.

use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::predicate;
use predicates::str::contains;
use serde_json::Value;
use tempfile::TempDir;

/// The exit status of a call or a file that is unusable.
pub(crate) const UNUSABLE: i32 = 2;

/// The program without anywhere to open a window.
pub(crate) fn wayline(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("wayline");
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.current_dir(folder).args(arguments);
    command
}

pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// What a call writes to stdout, with its exit status.
pub(crate) fn output(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let output = wayline(folder, arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

/// The JSON rows that a call writes.
pub(crate) fn rows(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let (text, _) = output(folder, arguments);
    let value: Value = serde_json::from_str(&text).unwrap();
    value.as_array().unwrap().clone()
}

pub(crate) fn default_rows(arguments: &[&str]) -> Vec<Value> {
    rows(folder().path(), &[arguments, &["--format", "json"]].concat())
}

pub(crate) fn count(rows: &[Value], field: &str, text: &str) -> usize {
    rows.iter().filter(|row| row[field] == text).count()
}

/// A call that gives up: exit status 2, nothing on stdout, and these words on stderr.
pub(crate) fn check_unusable(folder: &Path, arguments: &[&str], words: &str) {
    let call = wayline(folder, arguments).assert().code(UNUSABLE).stdout(predicate::str::is_empty());
    call.stderr(contains(words));
}
