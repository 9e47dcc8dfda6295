//! The command line as other programs and people call it: output, exit status, and what is said of bad files.

mod answers;
mod bad_files;
mod failures;
mod unusable;
mod views;

use std::path::Path;

use assert_cmd::Command;
use predicates::{
    prelude::{PredicateBooleanExt as _, predicate},
    str::contains,
};
use serde_json::Value;
use tempfile::TempDir;

const FINE: i32 = 0;
const PROBLEMS: i32 = 1;
const UNUSABLE: i32 = 2;

/// The program without anywhere to open a window.
pub(super) fn wayline(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("wayline");
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(display);
    }
    command.current_dir(folder).args(arguments);
    command
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// What a call writes to stdout, with its exit status.
fn output(folder: &Path, arguments: &[&str]) -> (String, i32) {
    let output = wayline(folder, arguments).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code().unwrap())
}

/// The JSON rows that a call writes.
pub(super) fn rows(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let (text, _) = output(folder, arguments);
    let value: Value = serde_json::from_str(&text).unwrap();
    value.as_array().unwrap().clone()
}

fn default_rows(arguments: &[&str]) -> Vec<Value> {
    rows(folder().path(), &[arguments, &["--format", "json"]].concat())
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The names, in any order.
fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
}

pub(super) fn count(rows: &[Value], field: &str, text: &str) -> usize {
    rows.iter().filter(|row| row[field] == text).count()
}

/// A file whose third trip is `bad`; the trips around it are in order.
fn file_with(bad: &str) -> String {
    format!(
        "(\n    trips: [\n        (country: \"China\", dates: \"1953-11-10/1953-11-27\"),\n        \
         (country: \"Poland\", dates: \"1956-07-02/1956-07-06\"),\n        {bad}\n        \
         (country: \"Cuba\", dates: \"1986-03-08/1986-03-10\"),\n    ],\n)\n"
    )
}

/// A call that gives up: exit status 2, nothing on stdout, and these words on stderr.
fn check_unusable(folder: &Path, arguments: &[&str], words: &str) {
    let call = wayline(folder, arguments).assert().code(UNUSABLE).stdout(predicate::str::is_empty());
    call.stderr(contains(words));
}

#[cfg(feature = "gui")]
#[test]
fn without_a_display_one_sentence_names_the_way_out() {
    let folder = folder();
    let output = wayline(folder.path(), &[]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(UNUSABLE), "{message}");
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.contains("wayline export"), "{message}");
    // Where the program was built is of no use to anybody.
    assert!(!message.contains(".rs:"), "{message}");
}

#[cfg(not(feature = "gui"))]
#[test]
fn a_program_without_a_window_says_so() {
    check_unusable(folder().path(), &[], "without its window");
}

#[test]
fn help_names_the_commands() {
    let folder = folder();
    let commands = contains("export").and(contains("list")).and(contains("check")).and(contains("where"));
    wayline(folder.path(), &["--help"]).assert().code(FINE).stdout(commands);
    let version = format!("wayline {}\n", env!("CARGO_PKG_VERSION"));
    wayline(folder.path(), &["--version"]).assert().code(FINE).stdout(version);
}
