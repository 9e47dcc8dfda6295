//! Pictures from the command line: goldens of a small file, the same bytes each time, and what the arguments change.
//!
//! The goldens are written anew by `UPDATE_GOLDENS=1 cargo test paint`.

use std::fs;

use resvg::usvg::roxmltree::Document;

use super::{LIGHT_ALL, SMALL, export};
use crate::support::cli::wayline;
use crate::support::golden::{differing, golden_bytes, kept_bytes, pixels};

fn svg(arguments: &[&str]) -> String {
    String::from_utf8(export("picture.svg", &[&["--size", "480x400"], arguments].concat())).unwrap()
}

/// The tooltips of a picture: what each bar and mark stands for.
fn titles(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let titles = document.descendants().filter(|node| node.has_tag_name("title"));
    titles.filter_map(|node| node.text()).map(str::to_owned).collect()
}

#[test]
fn the_svg_is_as_it_was() {
    let picture = svg(&LIGHT_ALL);
    let golden = String::from_utf8(golden_bytes("small.svg", picture.as_bytes())).unwrap();
    for (number, (line, expected)) in picture.lines().zip(golden.lines()).enumerate() {
        assert_eq!(line, expected, "line {} of small.svg", number + 1);
    }
    assert_eq!(picture.lines().count(), golden.lines().count());
}

#[test]
fn the_png_is_as_it_was() {
    for theme in ["light", "dark", "print", "high-contrast"] {
        let name = &format!("small-{theme}.png");
        let bytes =
            export(name, &[&["--size", "400x440", "--scale", "0.8", "--theme", theme][..], &LIGHT_ALL].concat());
        let (picture, expected) = (pixels(&bytes), pixels(&golden_bytes(name, &bytes)));
        assert_eq!((picture.0, picture.1), (320, 352));
        assert_eq!((picture.0, picture.1), (expected.0, expected.1));
        let wrong = differing(&picture.2, &expected.2);
        assert!(wrong <= 30, "{wrong} pixels of {name} differ");
    }
}

/// The pictures of the README that commands make, as it tells them.
const DOCUMENTED: [(&str, &[&str]); 2] = [
    (
        "tour-of-1956.png",
        &[
            "--from",
            "1956-06-01",
            "--to",
            "1956-07-18",
            "--size",
            "1280x720",
            "--theme",
            "print",
            "--title",
            "The tour of 1956",
        ],
    ),
    ("calendar.png", &["--chart", "calendar", "--size", "1280x720", "--theme", "print"]),
];

#[test]
fn the_pictures_of_the_documents_are_those_that_the_program_makes() {
    let folder = tempfile::tempdir().unwrap();
    for (name, arguments) in DOCUMENTED {
        wayline(folder.path(), &[&["export", "-o", name][..], arguments].concat()).assert().success();
        let bytes = fs::read(folder.path().join(name)).unwrap();
        let (picture, kept) = (pixels(&bytes), pixels(&kept_bytes(&format!("docs/{name}"), &bytes)));
        let wrong = differing(&picture.2, &kept.2);
        assert!((picture.0, picture.1) == (kept.0, kept.1) && wrong <= 100, "{wrong} pixels of {name} differ");
    }
}

#[test]
fn the_same_call_gives_the_same_bytes() {
    for name in ["picture.svg", "picture.png", "picture.pdf"] {
        assert_eq!(export(name, &[]), export(name, &[]), "{name}");
    }
}

#[test]
fn the_svg_is_well_formed_and_has_the_size_asked_for() {
    let picture = svg(&[]);
    let document = Document::parse(&picture).unwrap();
    let root = document.root_element();
    assert_eq!((root.attribute("width"), root.attribute("height")), (Some("480"), Some("400")));
    assert_eq!(titles(&picture)[0], "A <small> file & its picture");
    let texts: Vec<_> =
        document.descendants().filter(|node| node.has_tag_name("text")).filter_map(|node| node.text()).collect();
    assert!(texts.contains(&"Hungary"));
    let caption = "Reading: either (days that any source gives) · 3 of 4 trips · 3 countries · 1 hidden: 1 rumoured · \
                   quiet times folded Sources: First; Second. Data: small.ron, SHA-256 ";
    assert!(texts.join(" ").contains(caption), "{texts:?}");
    assert!(texts.contains(&"A <small> file & its picture"), "the title is part of the picture");
}

#[test]
fn what_is_asked_for_is_drawn() {
    const POLAND: &str = "Poland, Warsaw: 2–6 July 1956 (First), 28 June – 10 July 1956 (Second)";
    const HUNGARY: &str = "Hungary, Budapest: some time in August 1956 (First); Second: no such stay";
    const RUMOUR: &str = "Hungary: 20–29 July 1956 (Second) (rumoured); First: no such stay";
    const CUBA: &str = "Cuba, Havana: 8–20 March 1986 (First); Second: no such stay";
    const MEDAL: &str = "honour: A medal, 22 July 1956 (Poland)";
    let check = |arguments: &[&str], expected: &[&str]| {
        let titles = titles(&svg(arguments));
        let all = [POLAND, HUNGARY, RUMOUR, CUBA, MEDAL];
        let drawn: Vec<_> = all.into_iter().filter(|title| titles.iter().any(|drawn| drawn == title)).collect();
        assert_eq!(drawn, expected, "{arguments:?}: {titles:#?}");
    };
    check(&[], &[POLAND, HUNGARY, CUBA]);
    check(&["--unconfirmed", "--events"], &[POLAND, HUNGARY, RUMOUR, CUBA, MEDAL]);
    check(&["--decade", "1980s"], &[CUBA]);
    check(&["--decade", "1950s", "--decade", "1980s"], &[POLAND, HUNGARY, CUBA]);
    check(&["--country", "Poland"], &[POLAND]);
    check(&["--country", "hungary", "--unconfirmed"], &[HUNGARY, RUMOUR]);
    check(&["--from", "1956-08-01"], &[HUNGARY, CUBA]);
    check(&["--to", "1956-07"], &[POLAND]);
    check(&["--from", "1956-07-10", "--to", "1956"], &[POLAND, HUNGARY]);
    check(&["--from", "1986", "--to", "1986-03-08"], &[CUBA]);
}

#[test]
fn a_trip_is_marked_by_its_id() {
    let marks = |arguments: &[&str]| svg(arguments).matches("stroke-width=\"2\"").count();
    assert_eq!(marks(&["--mark", "1956-06-28-poland"]), marks(&[]) + 1);
    let folder = tempfile::tempdir().unwrap();
    let call = wayline(folder.path(), &["export", "-o", "a.svg", "--mark", "1957-11-03-soviet-onion"]);
    { call }.assert().code(2).stderr(predicates::str::contains("did you mean `1957-11-03-soviet-union`?"));
}

#[test]
fn days_change_the_scale() {
    let width = |arguments: &[&str]| {
        let picture = svg(arguments);
        let document = Document::parse(&picture).unwrap();
        let bar = document.descendants().find(|node| {
            let title = node.first_element_child().filter(|child| child.has_tag_name("title"));
            title.and_then(|title| title.text()).is_some_and(|text| text.starts_with("Cuba, Havana"))
        });
        let rect = bar.unwrap().descendants().find(|node| node.has_tag_name("rect")).unwrap();
        rect.attribute("width").unwrap().parse::<f32>().unwrap()
    };
    let (all, tour, scaled) = (width(&[]), width(&["--from", "1986-03"]), width(&["--to-scale"]));
    // Folded, a few months share the picture; the tour alone fills it; to scale, thirty years do.
    assert!(scaled < all && all < tour, "{scaled} {all} {tour}");
    assert!(150.0 < tour, "{tour}");
}

#[test]
fn the_scale_multiplies_the_dots() {
    for (scale, expected) in [("1", (480, 400)), ("2", (960, 800)), ("0.5", (240, 200))] {
        let (width, height, _) = pixels(&export("a.png", &["--size", "480x400", "--scale", scale]));
        assert_eq!((width, height), expected, "--scale {scale}");
    }
}

#[test]
fn capital_endings_are_endings_too() {
    assert!(export("A.SVG", &[]).starts_with(b"<svg") || export("A.SVG", &[]).starts_with(b"<?xml"));
    assert!(export("A.PNG", &[]).starts_with(b"\x89PNG"));
    assert!(export("A.PDF", &[]).starts_with(b"%PDF-1.7"));
}

#[test]
fn no_size_makes_it_crash() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("small.ron"), SMALL).unwrap();
    for size in ["1x1", "1x2000", "100x900", "175x900", "200x300", "3000x1", "480x250"] {
        let output = wayline(folder.path(), &["export", "small.ron", "-o", "a.svg", "--size", size]).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        // Either there is a picture, or a sentence that says why not.
        match output.status.code() {
            Some(0) => assert!(Document::parse(&fs::read_to_string(folder.path().join("a.svg")).unwrap()).is_ok()),
            Some(2) => assert!(message.contains("--size"), "{size}: {message}"),
            status => panic!("--size {size} ends with {status:?}: {message}"),
        }
    }
}

#[test]
fn the_whole_default_file_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    wayline(folder.path(), &["export", "-o", "all.svg", "--unconfirmed", "--events"]).assert().success();
    let titles = titles(&fs::read_to_string(folder.path().join("all.svg")).unwrap());
    let bars = titles.iter().filter(|title| title.contains("(List)") || title.contains("(Album)")).count();
    let marks = titles.iter().filter(|title| title.starts_with("honour: ") || title.starts_with("gift: ")).count();
    // One gift has no date, and so no place on the axis.
    assert_eq!((bars, marks), (52, 23 + 22 - 1));
}
