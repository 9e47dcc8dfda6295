//! The command line as other programs and people call it: output, exit status, and what is said of bad files.

mod answers;
mod bad_files;
mod charts;
mod diff;
mod encounters;
mod failures;
mod format;
mod installed;
mod lanes;
mod merge;
mod stats;
mod unusable;
mod views;

use predicates::prelude::PredicateBooleanExt as _;
use predicates::str::contains;
use serde_json::Value;

#[cfg(feature = "gui")]
use crate::support::cli::UNUSABLE;
#[cfg(not(feature = "gui"))]
use crate::support::cli::check_unusable;
use crate::support::cli::{folder, wayline};

const FINE: i32 = 0;
const PROBLEMS: i32 = 1;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// The names, in any order.
fn sorted<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_unstable();
    names
}

/// A file whose third trip is `bad`; the trips around it are in order.
fn file_with(bad: &str) -> String {
    format!(
        "(\n    trips: [\n        (country: \"China\", dates: \"1953-11-10/1953-11-27\"),\n        \
         (country: \"Poland\", dates: \"1956-07-02/1956-07-06\"),\n        {bad}\n        \
         (country: \"Cuba\", dates: \"1986-03-08/1986-03-10\"),\n    ],\n)\n"
    )
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
