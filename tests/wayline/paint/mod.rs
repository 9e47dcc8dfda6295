//! The picture as SVG, PNG and PDF.

mod contrast;
mod pdf;
mod pictures;
mod raster;
mod svg;
mod theme;

use std::fs;

use crate::support::cli::wayline;

/// A file with a bar of each sort.
const SMALL: &str = r#"(
    title: "A <small> file & its picture",
    sources: [(id: "a", name: "First"), (id: "b", name: "Second")],
    countries: [(name: "Poland", flag: "poland"), (name: "Hungary", flag: "hungary")],
    trips: [
        (country: "Poland", kind: state_visit, accounts: [
            (source: "a", dates: "1956-07-02/1956-07-06", places: ["Warsaw"]),
            (source: "b", dates: "1956-06-28/1956-07-10", places: ["Kraków"]),
        ]),
        (country: "Hungary", source: "a", kind: celebration, dates: "1956-08", places: ["Budapest"]),
        (country: "Hungary", source: "b", status: rumoured, dates: "1956-07-20/1956-07-29"),
        (country: "Cuba", source: "a", kind: congress, dates: "1986-03-08/1986-03-20", places: ["Havana"]),
    ],
    events: [(kind: honour, country: "Poland", source: "a", dates: "1956-07-22", title: "A medal")],
)"#;

/// The picture's bytes that a call writes to a file of this name; SMALL is its data.
fn export(name: &str, arguments: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    let call = [&["export", "small.ron", "-o", name], arguments].concat();
    wayline(folder.path(), &call).assert().success();
    fs::read(folder.path().join(name)).unwrap()
}

const LIGHT_ALL: [&str; 2] = ["--events", "--unconfirmed"];
