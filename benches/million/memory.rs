//! The memory that large files take: the most while one is loaded, what stays, and what a frame asks for.
//!
//! `WAYLINE_TRIPS=1000000,100000 cargo bench --bench memory` for other sizes than the default. A bench of its own, as
//! counting costs time.

#![expect(clippy::expect_used, reason = "a bench that cannot go on should stop at once")]

mod file;
#[path = "../../examples/generate/generator/mod.rs"]
mod generator;
mod plain;
mod walk;
mod window;

use std::alloc::System;
use std::collections::HashSet;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};
use wayline::app::{Selection, ViewCommand};
use wayline::data::files;
use wayline::model::{self, TripIndex};
use wayline::time::{Day, Span};

use crate::file::{grouped, sizes, text};
use crate::window::Window;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Arguments with which this program starts itself, so that what was used before does not count.
const LOAD: &str = "load-and-tell";
const READ: &str = "read-and-tell";

fn main() {
    let arguments: Vec<String> = env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, LOAD, file] => load_and_tell(Path::new(file)),
        [_, READ, file] => read_and_tell(Path::new(file)),
        _ => {
            for trips in sizes() {
                load(trips);
                frames(trips);
            }
        }
    }
}

/// Loads as the window does.
fn load_and_tell(path: &Path) {
    let document = model::read(&[path]).expect("the file is there");
    assert!(!document.chronicle.trips.is_empty());
    report(&most_kibibytes().to_string());
}

/// Reads with one plain call of `ron`, to compare.
fn read_and_tell(path: &Path) {
    let text = files::read_text(path).expect("the file is there");
    assert!(!plain::read(&text).trips.is_empty());
    report(&most_kibibytes().to_string());
}

/// The most memory that this process had so far (Linux, `proc_pid_status(5)`), in KiB; 0 elsewhere.
fn most_kibibytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

fn load(trips: u32) {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    for (form, compact) in [("pretty", false), ("compact", true)] {
        let path = folder.path().join("million.ron");
        let text = text(trips, compact);
        fs::write(&path, &text).expect("there is room for temporary files");
        let most = |argument: &str| {
            let program = env::current_exe().expect("this program is somewhere");
            let output = Command::new(program).arg(argument).arg(&path).output().expect("this program starts");
            let told = String::from_utf8_lossy(&output.stdout).trim().parse::<u64>();
            told.expect("it tells a number").saturating_mul(1024)
        };
        let size = text.len() as u64;
        let (wayline, plain) = (most(LOAD), most(READ));
        report(&format!(
            "memory, {} trips, {form}, {} MB: at most {} MB = {} × the file; plain ron {} MB",
            grouped(trips),
            size / 1_000_000,
            wayline / 1_000_000,
            tenths(wayline, size),
            plain / 1_000_000,
        ));
    }
    let text = text(trips, false);
    let own = own_text(&text);
    let region = Region::new(ALLOCATOR);
    // As the window keeps it.
    let document = model::load(text.clone()).release_text();
    let rest = held(&region.change());
    report(&format!(
        "memory, {} trips: {} MB stay, {} bytes a trip beyond the {} MB of its own text (each text once)",
        grouped(trips),
        rest / 1_000_000,
        rest.saturating_sub(own) / u64::from(trips.max(1)),
        own / 1_000_000,
    ));
    drop(document);
}

/// Bytes that are still held of those asked for.
fn held(stats: &Stats) -> u64 {
    stats.bytes_allocated.saturating_sub(stats.bytes_deallocated) as u64
}

/// Bytes of the texts of trips that no other trip has: each different text once.
fn own_text(text: &str) -> u64 {
    let file = plain::read(text);
    let mut texts: HashSet<&str> = HashSet::new();
    for trip in &file.trips {
        let own = (&trip.places, &trip.leaders, &trip.verbatim, &trip.inferred, &trip.details);
        let accounts = trip.accounts.iter();
        let all = accounts
            .map(|account| (&account.places, &account.leaders, &account.verbatim, &account.inferred, &account.details));
        for (places, leaders, verbatim, inferred, details) in all.chain([own]) {
            texts.extend(places.iter().map(String::as_str));
            texts.extend(leaders.iter().flat_map(|leader| [leader.name.as_str(), &leader.office]));
            texts.extend([verbatim.as_deref(), inferred.as_deref(), Some(details)].into_iter().flatten());
        }
    }
    texts.iter().map(|text| text.len() as u64).sum()
}

/// What the frames of a walk ask for, at several zoom levels.
fn frames(trips: u32) {
    let mut window = Window::new(model::load(text(trips, false)));
    window.handle(ViewCommand::Select(Selection::Trips(vec![TripIndex::new(trips as usize / 2)])));
    for (name, first, years) in [("a century", 1900, 100), ("a decade", 1950, 10), ("a year", 1955, 1)] {
        let days = Span::new(Day::first_of_year(first), Day::first_of_year(first + years));
        window.look_at(days.expect("a view is longer than nothing"));
        window.settle();
        let mut most = (0, 0);
        let mut all = 0;
        let steps = walk::steps();
        let count = steps.len();
        for (command, event) in steps {
            let region = Region::new(ALLOCATOR);
            window.handle(command);
            window.draw(vec![event]);
            let change = region.change();
            most = most.max((change.bytes_allocated, change.allocations));
            all += change.bytes_allocated;
        }
        report(&format!(
            "memory, {} trips, {name}: a frame asks for {} kB, at most {} kB in {} pieces",
            grouped(trips),
            all / count / 1000,
            most.0 / 1000,
            most.1
        ));
    }
}

/// How many times as large, to a tenth.
fn tenths(whole: u64, part: u64) -> String {
    let tenths = whole.saturating_mul(10) / part.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[expect(clippy::print_stdout, reason = "a bench reports to whoever runs it")]
fn report(line: &str) {
    println!("{line}");
}
