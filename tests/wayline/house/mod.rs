//! The rules of the house, kept true by reading the sources: who may import whom, and who alone may do what.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use source::{SOURCES, Source, circles, definer, imports};

/// Rooms from left to right: each may import those before it. `app` and `cli` stand side by side.
const ROOMS: [&str; 7] = ["text", "time", "data", "model", "layout", "paint", "export"];
const ENDS: [&str; 2] = ["app", "cli"];

/// The folders of `app`, each with those of `app` that it may import.
const APP: [(&str, &[&str]); 10] = [
    ("ui", &[]),
    ("state", &["jobs"]),
    ("command", &["ui", "state"]),
    ("jobs", &[]),
    ("remembered", &["state"]),
    ("update", &["state", "command", "jobs"]),
    ("chart", &["ui", "state", "command"]),
    ("panels", &["ui", "state", "command"]),
    ("dialogs", &["ui", "state", "command", "jobs"]),
    ("shell", &["ui", "state", "command", "jobs", "remembered", "update", "chart", "panels", "dialogs"]),
];

/// Folders whose files are not in order yet: their circles, their number and what they import are not checked.
const UNORDERED: [&str; 0] = [];

fn is_unordered(path: &str) -> bool {
    UNORDERED.iter().any(|folder| path.starts_with(folder))
}

const LONGEST_FILE: usize = 450;
const MOST_FILES: usize = 12;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|err| panic!("{path}: {err}"))
}

fn none(found: impl IntoIterator<Item = String>, rule: &str) {
    let found: Vec<_> = found.into_iter().collect();
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

/// What `find` finds in files outside of these rooms, folders or files.
fn elsewhere(homes: &[&str], find: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
    let is_home = |source: &&Source| {
        homes
            .iter()
            .any(|home| source.path.strip_prefix(home).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    SOURCES.iter().filter(|source| !is_home(source)).flat_map(find).collect()
}

/// What a room may import: itself and all to its left.
fn allowed(room: &str) -> Vec<&str> {
    let left = ROOMS.iter().position(|&other| other == room).map_or(ROOMS.len(), |position| position + 1);
    let own = ENDS.contains(&room).then_some(room);
    ROOMS[..left].iter().copied().chain(own).collect()
}

fn forbidden_imports(source: &Source) -> Vec<String> {
    let (rooms, allowed) = ([ROOMS.as_slice(), &ENDS].concat(), allowed(source.room()));
    let every_path = source.reached.iter().chain(source.reexports.values()).chain(&source.globs);
    let reached: BTreeSet<&str> = every_path.filter_map(|path| path.first()).map(String::as_str).collect();
    let wrong = reached.into_iter().filter(|room| rooms.contains(room) && !allowed.contains(room));
    wrong.map(|room| format!("{} imports {room}", source.path)).collect()
}

#[test]
fn imports_go_only_to_the_left() {
    let in_rooms = SOURCES.iter().filter(|source| !source.room().is_empty());
    none(in_rooms.flat_map(forbidden_imports), "text ← time ← data ← model ← layout ← paint ← export ← {app, cli}");
}

#[test]
fn an_import_is_seen_in_any_form() {
    let check = |path: &str, text: &str, expected: &[&str]| {
        let found = forbidden_imports(&Source::new(path, text));
        let rooms: Vec<_> = found.iter().map(|line| line.rsplit(' ').next().unwrap()).collect();
        assert_eq!(rooms, expected, "{text}");
    };
    check("time/day.rs", "use crate::data::File;", &["data"]);
    check("time/day.rs", "use crate::{\n  time::Day,\n  model::{self, Trip}, data,\n};", &["data", "model"]);
    check("time/day.rs", "fn f() -> crate::paint::Rgba { crate::time::x() }", &["paint"]);
    check("time/day.rs", "fn f() { println!(\"{}\", crate::paint::x()); }", &["paint"]);
    check("time/day.rs", "use super::super::layout;", &["layout"]);
    check("time/mod.rs", "use super::layout; use self::super::model;", &["layout", "model"]);
    check("time/day.rs", "use super::Span; #[cfg(test)] mod tests { use crate::data; }", &[]);
    check("cli/mod.rs", "use crate::app;", &["app"]);
    check("app/mod.rs", "use crate::cli::run;", &["cli"]);
    check("paint/svg/mod.rs", "use wayline::app;", &["app"]);
    check("paint/svg/mod.rs", "pub use crate::app::run;", &["app"]);
    check("layout/axis.rs", "pub(crate) fn f() {} use crate::{time, model, layout};", &[]);
    check("time/day.rs", "// crate::data\n/* crate::data */ const A: &str = \"crate::data\";", &[]);
}

#[test]
fn no_files_import_each_other() {
    let imports = imports(&SOURCES);
    assert!(400 < imports.values().map(BTreeSet::len).sum::<usize>(), "the imports were not seen");
    none(
        circles(&imports)
            .into_iter()
            .filter(|(from, _)| !is_unordered(from))
            .map(|(from, to)| format!("{from} imports {to}")),
        "files that import each other in a circle, re-exports looked through",
    );
}

#[test]
fn a_circle_is_seen_through_a_facade() {
    let sources = [
        Source::new("layout/mod.rs", "mod bars; mod hit; pub use bars::Bar; pub use hit::*;"),
        Source::new("layout/bars.rs", "use super::Hit; pub struct Bar;"),
        Source::new("layout/hit.rs", "pub struct Hit; fn f() -> crate::layout::Bar { todo() }"),
        Source::new("model/mod.rs", "use crate::layout; fn f() -> layout::Bar { todo() }"),
    ];
    let path = ["layout", "Hit"].map(str::to_owned);
    assert_eq!(definer(&sources, &path).unwrap().path, "layout/hit.rs");
    let imports = imports(&sources);
    assert_eq!(imports["model/mod.rs"], BTreeSet::from(["layout/bars.rs"]));
    let circle = [("layout/bars.rs", "layout/hit.rs"), ("layout/hit.rs", "layout/bars.rs")];
    assert_eq!(circles(&imports), circle);
}

/// The folder of `app` that a file stands in, if any.
fn app_folder(path: &str) -> Option<&str> {
    path.strip_prefix("app/").and_then(|rest| rest.split_once('/')).map(|(folder, _)| folder)
}

#[test]
fn the_folders_of_app_have_an_order() {
    let folders: BTreeSet<&str> = SOURCES.iter().filter_map(|source| app_folder(&source.path)).collect();
    assert_eq!(folders, APP.iter().map(|(folder, _)| *folder).collect());
    let wrong = imports(&SOURCES).into_iter().flat_map(|(from, to)| {
        let own = app_folder(from);
        let may = APP.iter().find(|(folder, _)| Some(*folder) == own).map_or(&[][..], |(_, may)| may);
        let forbidden = move |to: &&str| {
            let to = app_folder(to);
            own.is_some()
                && !is_unordered(from)
                && to.is_some()
                && to != own
                && !may.iter().any(|folder| Some(*folder) == to)
        };
        to.into_iter().filter(forbidden).map(move |to| format!("{from} imports {to}"))
    });
    none(wrong, "ui, state ← command ← update ← shell; chart, panels and dialogs beside each other");
}

#[test]
fn only_update_changes_the_state() {
    let change = |source: &Source| {
        let mut found = source.runs(&["&", "mut", "State"]);
        found.extend(
            source.changed_types.contains("State").then(|| format!("{}: impl State with &mut self", source.path)),
        );
        found
    };
    none(
        elsewhere(&["app/update", "app/shell"], change),
        "the state is changed in app/update, and handed over by app/shell",
    );
    let jobs = SOURCES.iter().filter(|source| source.folder().starts_with("app/jobs"));
    none(jobs.flat_map(|source| source.mentions(&["State"])), "jobs never name the state");
}

#[test]
fn folders_are_small_and_have_names_that_tools_show() {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for source in SOURCES.iter() {
        *files.entry(source.folder()).or_default() += 1;
    }
    let heaps = files
        .iter()
        .filter(|(_, count)| MOST_FILES < **count)
        .filter(|(folder, _)| !is_unordered(folder))
        .map(|(folder, count)| format!("{folder}: {count} files"));
    none(heaps, "a heap of files needs folders with an order");
    let hidden =
        files.keys().filter(|folder| folder.split('/').any(|name| ["build", "dist", "out", "target"].contains(&name)));
    none(hidden.map(|folder| (*folder).to_owned()), "many tools skip folders of these names");
    let doubled = SOURCES.iter().filter(|source| files.contains_key(source.path.trim_end_matches(".rs")));
    none(doubled.map(|source| source.path.clone()), "a module with a folder is that folder's mod.rs");
}

#[test]
fn one_file_alone_opens_files() {
    let opens = |source: &Source| {
        let mut found = source.mentions(&["fs", "tempfile", "OpenOptions", "memmap2"]);
        found.extend(["open", "create"].iter().flat_map(|word| source.runs(&["File", "::", word])));
        found
    };
    none(elsewhere(&["data/files.rs", "data/unfinished.rs"], opens), "only these open or write files");
    let home = SOURCES.iter().find(|source| source.path == "data/files.rs").unwrap();
    assert!(!opens(home).is_empty());
}

#[test]
fn nothing_opens_an_address() {
    let links = |source: &Source| {
        let mut found = source.mentions(&["open_url", "OpenUrl", "Hyperlink", "hyperlink", "hyperlink_to"]);
        found.extend(source.mentions(&["TcpStream", "UdpSocket", "ToSocketAddrs", "reqwest", "ureq", "hyper"]));
        found
    };
    none(elsewhere(&[], links), "addresses in data are words");
    // Bundled pages alone are drawn as Markdown; an editor and a folder are what is started.
    let pages = |source: &Source| source.mentions(&["CommonMarkViewer"]);
    none(elsewhere(&["app/dialogs/page.rs"], pages), "data is no Markdown");
    let starts = |source: &Source| source.runs(&["Command", "::", "new"]);
    none(elsewhere(&["app/jobs/editor.rs", "app/jobs/folder.rs"], starts), "nothing else is started");
}

#[test]
fn the_domain_knows_no_file_format() {
    let formats = |source: &Source| source.mentions(&["serde", "Serialize", "Deserialize", "serde_json", "ron"]);
    none(elsewhere(&["data", "export", "app", "cli"], formats), "no serde in time, model, layout and paint");
}

#[test]
fn only_the_window_knows_egui() {
    let window = |source: &Source| {
        let crates = ["egui", "eframe", "egui_plot", "epaint", "emath", "rfd"];
        let mut found = source.mentions(&crates);
        // The module of this name is no crate.
        found.retain(|line| source.path != "paint/mod.rs" || !line.ends_with(" egui"));
        found
    };
    none(
        elsewhere(&["app", "paint/canvas.rs", "paint/bidi.rs"], window),
        "egui only in app and in paint's painter for it",
    );
}

#[test]
fn paint_knows_neither_trips_nor_dates() {
    let found = SOURCES.iter().filter(|source| source.room() == "paint").flat_map(|source| {
        // The names of the themes are words of files and options; a fingerprint tells figures apart.
        let is_known = |path: &&Vec<String>| {
            path[0] == "data" && path.get(1).is_some_and(|name| ["Theme", "Fingerprint"].contains(&name.as_str()))
        };
        let others = source.reached.iter().filter(|path| !is_known(path));
        let wrong = others.filter(|path| ["time", "data"].contains(&path[0].as_str()));
        wrong.map(|path| format!("{} imports {}", source.path, path.join("::"))).collect::<Vec<_>>()
    });
    none(found, "paint draws shapes and knows no dates or files");
}

#[test]
fn nobody_asks_what_day_it_is() {
    let clocks = |source: &Source| source.mentions(&["SystemTime", "Local", "Utc"]);
    // A file that is watched has a time at which it was saved.
    none(elsewhere(&["app/jobs/watch.rs"], clocks), "the picture depends on the file alone, never on the clock");
    let instants = |source: &Source| source.mentions(&["Instant"]);
    none(elsewhere(&["app"], instants), "only the window has a clock");
    let manifest = read("Cargo.toml");
    let chrono = manifest.lines().find(|line| line.starts_with("chrono ")).unwrap();
    assert!(chrono.contains("default-features = false") && !chrono.contains("clock"), "{chrono}");
}

#[test]
fn colours_are_named_in_the_theme_alone() {
    let literals = |source: &Source| {
        let mut found = source.runs(&["Rgba", "::", "opaque"]);
        found.extend(source.mentions(&["hex_color"]));
        for maker in ["from_rgb", "from_rgba_unmultiplied", "from_rgba_premultiplied", "from_gray", "from_hex"] {
            found.extend(source.runs(&["Color32", "::", maker, "(", "0"]));
        }
        for name in ["BLACK", "RED", "GREEN", "BLUE", "YELLOW", "ORANGE", "GRAY", "DARK_GRAY", "LIGHT_GRAY", "GOLD"] {
            found.extend(source.runs(&["Color32", "::", name]));
        }
        found
    };
    none(elsewhere(&["paint/theme"], literals), "colours only in paint/theme");
    let home = SOURCES.iter().find(|source| source.path == "paint/theme/colors.rs").unwrap();
    assert!(!literals(home).is_empty());
}

#[test]
fn measures_stand_in_one_place() {
    // Shares, halves, doubles and percent are no pixels.
    let is_measure = |number: &f64| !(0.0..=1.0).contains(number) && ![2.0, 100.0].contains(number);
    let measures = |source: &Source| {
        let found = source.decimals.iter().filter(|number| is_measure(number));
        found.map(|number| format!("{}: {number:?}", source.path)).collect::<Vec<_>>()
    };
    let panels = ["app/panels/", "app/dialogs/", "app/chart/"];
    let of_panels = SOURCES.iter().filter(|source| panels.iter().any(|folder| source.path.starts_with(folder)));
    none(of_panels.flat_map(measures), "pixels stand in app/ui/metrics, each by its role");
    let home = SOURCES.iter().find(|source| source.path == "app/ui/metrics.rs").unwrap();
    assert!(20 < measures(home).len());
    let letters = |source: &Source| {
        let makers = ["regular", "semi_bold"].map(|maker| source.runs(&["Style", "::", maker, "(", "0"]));
        [makers.concat(), source.runs(&["FontId", "::", "proportional", "(", "0"])].concat()
    };
    none(elsewhere(&[], letters), "sizes of letters stand in layout/metrics");
}

#[test]
fn files_stay_short() {
    let long = |source: &Source| {
        let is_long = LONGEST_FILE < source.lines;
        is_long.then(|| format!("{}: {} lines", source.path, source.lines)).into_iter().collect()
    };
    none(elsewhere(&[], long), "a file longer than this is two");
    assert!(read("src/main.rs").lines().count() < 60, "main only decides who runs");
    assert!(read("ARCHITECTURE.md").lines().count() < 150, "ARCHITECTURE.md is a map");
}
